#include "reports/listed.h"

#include <algorithm>

#include "reports/csv.h"
#include "reports/escape.h"
#include "reports/layout.h"
#include "reports/tally.h"
#include "rules/arithmetic.h"

namespace touchstone {

namespace {

constexpr int wow_floor = 80;

// Below wow, and the more important the worse.
const ToldTouchpoint* worst_of(const ToldAudit& audit) {
  const ToldTouchpoint* worst = nullptr;
  const auto cost = [](const ToldTouchpoint& one) {
    return one.importance * (wow_floor - *one.points);
  };
  for (const auto& one : audit.touchpoints) {
    if (!one.points || *one.points >= wow_floor) continue;
    if (!worst || cost(one) > cost(*worst)) worst = &one;
  }
  return worst;
}

std::string status_of(const ToldAudit& audit, const Phrases& say) {
  if (audit.interrupted()) return say("listed.interrupted");
  if (audit.points) return say("listed.audited");
  if (audit.fault) return say("fault." + std::string(to_string(*audit.fault)));
  const auto reason = reason_from(audit.reason);
  return reason ? tell_reason(*reason, say) : say("doubt.no-score");
}

}  // namespace

ListedCompany listed(const ToldAudit& audit, const Phrases& say) {
  ListedCompany company;
  const auto asked = Url::parse(audit.asked);
  company.host = asked ? asked->authority() : audit.host;
  company.points = audit.points;
  if (audit.points) company.verdict = verdict_of(*audit.points);
  if (const ToldTouchpoint* worst = worst_of(audit)) company.worst = worst->title;
  company.audited = audit.points && !audit.interrupted();
  company.status = status_of(audit, say);
  return company;
}

namespace {

// Columns of a line of text: host, score, verdict; what is worst, or why there is no more to tell.
std::string text_row(const std::vector<std::string>& cells, int width) {
  const int host = std::clamp(width * 2 / 5, 16, 40), score = 6, verdict = 12;
  const int rest = std::max(20, width - host - score - verdict - 1);
  return fit(printable(cells[0]), host - 1) + " " + fit(cells[1], score) + fit(cells[2], verdict) +
         fit(printable(cells[3]), rest) + "\n";
}

std::string written(const std::vector<std::string>& cells, Format format) {
  if (format == Format::csv) return csv_line(cells);
  std::string row = "|";
  for (const auto& cell : cells) row += " " + markdown_escaped(cell) + " |";
  return row + "\n";
}

}  // namespace

std::string listed_head(Format format, const Phrases& say, int width) {
  if (format == Format::csv) return csv_line({"host", "score", "verdict", "worst", "status"});
  std::vector<std::string> columns{say("column.company"), say("column.score"),
                                   say("column.verdict"), say("column.worst")};
  if (format == Format::text) return text_row(columns, width);
  columns.push_back(say("column.status"));
  return written(columns, format) + "| --- | ---: | --- | --- | --- |\n";
}

std::string listed_row(const ListedCompany& company, Format format, const Phrases& say, int width) {
  const std::string verdict =
      company.verdict ? say("verdict." + std::string(to_string(*company.verdict))) : "";
  const bool by_people = format != Format::csv;
  const std::string points = by_people ? say.points(company.points) : tell_points(company.points);
  if (format == Format::text) {
    const std::string& told = company.audited ? company.worst : company.status;
    return text_row({company.host, points, verdict, told}, width);
  }
  return written({company.host, points, verdict, company.worst, company.status}, format);
}

void ListedTotals::add(const ListedCompany& company) {
  points_ += company.points.value_or(0);
  if (!company.verdict) {
    ++without_;
  } else if (*company.verdict == Verdict::wow) {
    ++wow_;
  } else if (*company.verdict == Verdict::so_so) {
    ++so_so_;
  } else {
    ++sucks_;
  }
}

std::string ListedTotals::tell(const Phrases& say) const {
  const std::int64_t scored = wow_ + so_so_ + sucks_;
  std::string told = say("listed.totals", {{"n", scored + without_},
                                           {"wow", wow_},
                                           {"so", so_so_},
                                           {"sucks", sucks_},
                                           {"without", without_}});
  if (scored > 0) {
    const int mean = static_cast<int>(rdiv(points_, scored));
    told += " " + say("listed.mean", {{"points", say.points(mean)}});
  }
  return told;
}

}  // namespace touchstone
