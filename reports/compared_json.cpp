#include "reports/compared.h"
#include "reports/compared_words.h"
#include "reports/json_parts.h"
#include "site/version.h"

namespace touchstone {

namespace {

Json json_text(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json json_side(const Comparison& comparison, std::size_t side) {
  const Contender& one = comparison.sides[side];
  const ToldAudit& audit = one.audit;
  const auto reason = reason_from(audit.reason);
  std::optional<Verdict> verdict, total;
  if (audit.points) verdict = verdict_of(*audit.points);
  if (comparison.totals[side]) total = verdict_of(*comparison.totals[side]);
  return {{"name", name_of(one)},
          {"host", json_text(audit.host)},
          {"asked", json_text(audit.asked)},
          {"answered", json_text(audit.answered)},
          {"source", one.source},
          {"taken", json_text(audit.taken)},
          {"rulebook", json_text(audit.rulebook)},
          {"profile", json_text(audit.profile)},
          {"score", json_points(audit.points)},
          {"verdict", json_verdict(verdict)},
          {"coverage", audit.coverage / 100.0},
          {"reason", json_reason(reason)},
          {"requests", audit.requests},
          {"total", json_points(comparison.totals[side])},
          {"total_verdict", json_verdict(total)},
          {"place", json_or_null(comparison.place(side))}};
}

Json json_cell(const ComparedCell& cell) {
  return {{"score", json_points(cell.points)},
          {"verdict", json_verdict(cell.verdict)},
          {"status", std::string(to_string(cell.status))},
          {"reason", json_reason(cell.reason)},
          {"by_people", cell.by_people},
          {"chips", cell.chips}};
}

Json json_row(const ComparedTouchpoint& one) {
  return {{"id", one.id},
          {"group", one.group},
          {"title", one.title},
          {"importance", one.importance},
          {"sides", json_list(one.cells, json_cell)},
          {"leader", json_or_null(one.leader)},
          {"standing", std::string(to_string(one.standing))},
          {"reason", json_text(one.why)},
          {"best", json_points(one.best)},
          {"best_side", json_or_null(one.best_rival)},
          {"median", json_points(one.median)},
          {"gap", json_points(one.gap)},
          {"same", one.same_as_all},
          {"free_field", one.free_field}};
}

Json json_borrow(const Comparison& comparison, const Rulebook& rulebook) {
  const Phrases say("en");
  return json_list(comparison.borrow, [&](const Borrowing& one) {
    Json title = nullptr;
    if (one.chip) title = chip_title(rulebook, one.touchpoint, *one.chip, say);
    return Json{{"touchpoint", one.touchpoint},
                {"from", one.from},
                {"chip", json_or_null(one.chip)},
                {"chip_title", std::move(title)},
                {"lacking", one.lacking}};
  });
}

Json json_ids(const Comparison& comparison, Standing wanted) {
  return json_list(comparison.standing(wanted),
                   [](const ComparedTouchpoint* one) { return Json(one->id); });
}

Json json_marked(const Comparison& comparison, bool ComparedTouchpoint::*mark) {
  Json ids = Json::array();
  for (const auto& one : comparison.touchpoints) {
    if (one.*mark) ids.push_back(one.id);
  }
  return ids;
}

Json json_plan(const Comparison& comparison) {
  return json_list(comparison.plan, [](const PlanItem& item) {
    return Json{
        {"touchpoint", item.touchpoint}, {"what", item.what},    {"who", item.who}, {"by", item.by},
        {"gain", item.gain / 10.0},      {"effort", item.effort}};
  });
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const Rulebook& rulebook) {
  Json subjects = Json::array();
  for (std::size_t side = 0; side < comparison.sides.size(); ++side) {
    subjects.push_back(json_side(comparison, side));
  }
  const Json json = {
      {"format", "touchstone-comparison/1"},
      {"generator", {{"version", std::string(version())}, {"rulebook", rulebook.version}}},
      {"subjects", std::move(subjects)},
      {"groups", json_list(comparison.groups,
                           [](const ComparedGroup& group) {
                             return Json{{"id", group.id},
                                         {"title", group.title},
                                         {"totals", json_list(group.totals, json_points)},
                                         {"met", group.met}};
                           })},
      {"touchpoints", json_list(comparison.touchpoints, json_row)},
      {"borrow", json_borrow(comparison, rulebook)},
      {"lead", json_ids(comparison, Standing::lead)},
      {"level", json_ids(comparison, Standing::level)},
      {"behind", json_ids(comparison, Standing::behind)},
      {"incomparable", json_ids(comparison, Standing::incomparable)},
      {"same", json_marked(comparison, &ComparedTouchpoint::same_as_all)},
      {"free_field", json_marked(comparison, &ComparedTouchpoint::free_field)},
      {"protect", comparison.protect},
      {"our_chips", json_list(comparison.our_chips,
                              [](const OwnChip& one) {
                                return Json{{"touchpoint", one.touchpoint}, {"chip", one.chip}};
                              })},
      {"inventory",
       {{"only_we", comparison.only_we},
        {"only_they", comparison.only_they},
        {"both", comparison.both}}},
      {"sameness",
       {{"index", comparison.sameness ? Json(*comparison.sameness / 100.0) : Json(nullptr)},
        {"warning", comparison.too_alike}}},
      {"common", comparison.common},
      {"plan", json_plan(comparison)},
      {"doubts", json_list(comparison.doubts, [](const Doubt& doubt) {
         return Json{{"side", doubt.side}, {"why", doubt.code}};
       })}};
  return json_text(json, false);
}

}  // namespace touchstone
