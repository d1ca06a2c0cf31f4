#include "reports/html.h"
#include "reports/lists.h"
#include "reports/notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/escape.h"
#include "reports/html_sections.h"
#include "reports/html_touchpoint.h"
#include "reports/isolate.h"
#include "reports/tally.h"
#include "reports/told_changes.h"
#include "site/embedded.h"
#include "site/media_type.h"
#include "site/version.h"

namespace touchstone {

namespace {

std::string section(const std::string& heading, const std::string& body) {
  return body.empty() ? ""
                      : "<section><h2>" + html_escaped(heading) + "</h2>\n" + body + "</section>\n";
}

// The score as a ring that is filled in proportion; its words say the same.
std::string score_ring(const Audit& audit, const Phrases& say) {
  constexpr double circumference = 2 * 3.14159265 * 52;
  const auto verdict = audit.score.verdict();
  const int points = audit.score.points.value_or(0);
  const std::string word =
      verdict ? say("verdict." + std::string(to_string(*verdict))) : say("score.none");
  return fmt::format(
      "<svg class=\"score {}\" viewBox=\"0 0 120 120\" role=\"img\" aria-label=\"{} {}\">"
      "<circle cx=\"60\" cy=\"60\" r=\"52\" fill=\"none\" stroke=\"currentColor\" "
      "stroke-opacity=\".18\" stroke-width=\"10\"/>"
      "<circle cx=\"60\" cy=\"60\" r=\"52\" fill=\"none\" stroke=\"currentColor\" "
      "stroke-width=\"10\" stroke-dasharray=\"{:.1f} 400\" transform=\"rotate(-90 60 60)\"/>"
      "<text x=\"60\" y=\"64\" font-size=\"30\">{}</text>"
      "<text x=\"60\" y=\"86\" font-size=\"15\">{}</text></svg>\n",
      verdict_class(verdict), html_escaped(say.points(audit.score.points)), html_escaped(word),
      circumference * points / 100, say.points(audit.score.points), html_escaped(word));
}

std::string tally_bar(const Tally& tally) {
  std::string bar = "<div class=\"bar\" aria-hidden=\"true\">";
  const auto part = [&](const char* name, int count) {
    if (count > 0) bar += fmt::format("<span class=\"{}\" style=\"flex:{}\"></span>", name, count);
  };
  part("wow", tally.wow);
  part("so-so", tally.so_so);
  part("sucks", tally.sucks + tally.missing);
  part("none", tally.not_assessed);
  return bar + "</div>\n";
}

std::string head(const Audit& audit, const Phrases& say) {
  const Tally tally = tally_of(audit);
  std::string text = "<header>" + score_ring(audit, say) + "<div>\n<h1>" +
                     html_escaped(say.company(audit.name, audit.host)) + "</h1>\n<p>" +
                     html_link(audit.answered.empty() ? audit.asked : audit.answered) +
                     "</p>\n<p class=\"soft\">" +
                     html_escaped(say.date(format_rfc3339(audit.taken))) + "</p>\n";
  const std::string why = tell_why_no_score(audit, say);
  if (!why.empty()) text += "<p><b>" + html_told(why, say) + "</b></p>\n";
  text += tally_bar(tally) + "<p>" + html_told(tell_tally(tally, say), say) + "</p>\n";
  if (audit.score.points) {
    text += "<p class=\"soft\">" +
            html_told(say("first-impression") + " " + say.points(audit.first_impression.points) +
                          say("separator.parts") +
                          say("coverage", {{"n", std::int64_t{audit.score.coverage}}}),
                      say) +
            "</p>\n";
  }
  return text + "</div></header>\n";
}

std::string plan(const Audit& audit, const Phrases& say) {
  if (audit.plan.empty()) return {};
  std::string text = "<ol class=\"plan\">\n";
  for (const auto& item : audit.plan) {
    text += "<li class=\"card\"><div><b><a href=\"#" + html_escaped(item.touchpoint) + "\">" +
            html_told(title_of(audit, item.touchpoint), say) + "</a></b><p>" +
            html_told(tell_plainly(item), say) + "</p><p class=\"soft\">" +
            html_told(tell_who_when(item.who, item.by, item.state, say) + say("separator.parts") +
                          say("plan.effort." + item.effort),
                      say) +
            "</p></div></li>\n";
  }
  const std::string warning = tell_conductor(audit, say);
  return text + "</ol>\n" +
         (warning.empty() ? "" : "<p class=\"card\"><b>" + html_told(warning, say) + "</b></p>\n");
}

// The colour of a way: what was not seen whole has none.
std::optional<Verdict> verdict_of_state(ChainState state) {
  switch (state) {
    case ChainState::golden:
    case ChainState::strong:
      return Verdict::wow;
    case ChainState::weak:
      return Verdict::so_so;
    case ChainState::broken:
      return Verdict::sucks;
    case ChainState::unproven:
      break;
  }
  return std::nullopt;
}

std::string chain(const Audit& audit, const Chain& one, const Phrases& say) {
  std::string text = "<div class=\"card\"><p><b>" + html_told(tell_way(*one.rule, say), say) +
                     "</b> <span class=\"" + verdict_class(verdict_of_state(one.state)) + "\">" +
                     html_told(tell_chain(audit, one, say), say) + "</span></p><p class=\"chain\">";
  bool first = true, lost = false;
  for (const auto& link : one.links) {
    if (!first)
      text +=
          "<span aria-hidden=\"true\">" + std::string(say.right_to_left() ? "←" : "→") + "</span>";
    first = false;
    std::string note;
    if (!link.reached && !lost) note = say("chain.not-reached");
    if (link.drop) note += (note.empty() ? "" : say("separator.parts")) + say("chain.drop");
    const std::string came = tell_visitors(link, say);
    if (!came.empty()) note += (note.empty() ? "" : say("separator.parts")) + came;
    lost = lost || !link.reached;
    text += "<span class=\"link " + verdict_class(link.verdict) + (link.reached ? "" : " lost") +
            "\">" +
            html_told(title_of(audit, link.touchpoint) + " " + say.points(link.points), say) +
            "</span>";
    if (!note.empty()) text += "<span class=\"soft\">" + html_told(note, say) + "</span>";
  }
  return text + "</p></div>\n";
}

std::string chains(const Audit& audit, const Phrases& say) {
  std::string text;
  for (const auto& one : audit.chains) text += chain(audit, one, say);
  return text;
}

std::string first(const Audit& audit, const Phrases& say) {
  const std::string step = tell_first_step(audit, say);
  return step.empty() ? "" : "<p class=\"card\">" + html_told(step, say) + "</p>\n";
}

std::string lists(const Audit& audit, const Phrases& say) {
  std::string text;
  for (const auto& list : tell_lists(audit, say)) {
    text += "<div class=\"card\"><p><b>" + html_told(list.heading, say) + "</b></p><p>";
    bool begun = false;
    for (const Touchpoint* one : list.items) {
      text += (begun ? say("separator.parts") : "") + "<a href=\"#" + html_escaped(one->rule->id) +
              "\">" + html_told(one->rule->title, say) + "</a> " +
              (list.gains ? "+" + say.tenths(gain_of(*one)) : say.points(one->points));
      begun = true;
    }
    text += "</p></div>\n";
  }
  return text;
}

std::string sides(const Audit& audit, const Phrases& say) {
  std::string text;
  for (const auto& one : tell_sub_scores(audit, say)) {
    text += (text.empty() ? "" : say("separator.list")) + html_told(one, say);
  }
  return text.empty() ? "" : "<p class=\"card\">" + text + "</p>\n";
}

template <typename Items, typename Tell>
std::string row(const std::string& label, const Items& items, const Phrases& say, Tell tell) {
  std::string told;
  for (const auto& item : items) told += (told.empty() ? "" : "<br>") + tell(item);
  if (told.empty())
    told = "<span class=\"soft\">" + html_told(say("presence.none"), say) + "</span>";
  return "<dt>" + html_escaped(label) + "</dt><dd>" + told + "</dd>\n";
}

std::string presence(const Audit& audit, const Phrases& say) {
  const Presence& found = audit.presence;
  std::vector<std::string> contact;
  if (found.contact_page) contact.push_back(*found.contact_page);
  const auto text_of = [](const std::string& text) { return html_escaped(text); };
  const auto network = [](const NetworkLink& link) { return html_link(link.url); };
  return "<dl class=\"card\">" +
         row(say("presence.contact"), contact, say,
             [](const auto& url) { return html_link(url); }) +
         row(say("presence.phones"), found.phones, say,
             [](const Phone& phone) {
               return html_escaped(phone.printed ? *phone.printed
                                                 : phone.e164.value_or(phone.tel_href));
             }) +
         row(say("presence.emails"), found.emails, say,
             [](const Email& email) { return html_escaped(email.address); }) +
         row(say("presence.addresses"), found.addresses, say,
             [](const PostalAddress& address) { return html_escaped(address.text); }) +
         row(say("presence.messengers"), found.messengers, say, network) +
         row(say("presence.social"), found.social, say, network) +
         row(say("presence.languages"), found.languages, say, text_of) + "</dl>\n";
}

std::string touchpoints(const Audit& audit, const Phrases& say) {
  std::string text;
  for (const auto& group : audit.groups) {
    const auto members = touchpoints_of(audit, group.id);
    if (members.empty()) continue;
    const auto& points = group.score.points;
    text +=
        "<h3>" + html_told(group.title, say) + (points ? " " + say.points(points) : "") + "</h3>\n";
    for (const Touchpoint* touchpoint : members) text += html_touchpoint(*touchpoint, say);
  }
  return text;
}

std::string notes(const Audit& audit, const Phrases& say) {
  std::string text;
  for (const auto& note : notes_of(audit, say)) text += "<p>" + html_told(note, say) + "</p>\n";
  return text;
}

}  // namespace

std::string write_html(const Audit& audit, const Phrases& say, const Beside& beside) {
  const std::string changes =
      beside.changes ? html_changes(*beside.changes, beside.accepted, say) : "";
  const std::string title = "touchstone: " + say.company(audit.name, audit.host);
  return "<!doctype html>\n<html lang=\"" + say.language() + "\" dir=\"" +
         (say.right_to_left() ? "rtl" : "ltr") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'; img-src data:\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
         html_escaped(title) + "</title>\n<style>\n" +
         std::string(embedded_file("reports/data/report.css")) + "</style>\n</head>\n<body>\n" +
         head(audit, say) + "<main>\n" + section(say("section.changes"), changes) +
         section(say("section.sales"), html_sales(audit, say)) +
         section(say("section.first-step"), first(audit, say)) +
         section(say("section.plan"), plan(audit, say)) +
         section(say("section.chains"), chains(audit, say)) +
         section(say("section.positions"), html_positions(audit, say)) +
         section(say("section.lists"), lists(audit, say)) +
         section(say("section.sub-scores"), sides(audit, say)) +
         section(say("section.preview"), html_preview(audit.search_preview, say)) +
         section(say("section.presence"), presence(audit, say)) +
         section(say("section.touchpoints"), touchpoints(audit, say)) +
         section(say("section.notes"), notes(audit, say)) + "</main>\n<footer><p>" +
         html_told(tell_next_look(audit, say), say) + "</p><p>" +
         html_told(say("footer.made",
                       {{"version", std::string(version())}, {"rulebook", audit.rulebook}}),
                   say) +
         "</p></footer>\n</body>\n</html>\n";
}

}  // namespace touchstone
