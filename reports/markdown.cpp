#include "reports/markdown.h"
#include "reports/lists.h"
#include "reports/notes.h"

#include "reports/escape.h"
#include "reports/tally.h"
#include "reports/told_changes.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

std::string cells(std::initializer_list<std::string> texts) {
  std::string row = "|";
  for (const auto& text : texts) row += " " + text + " |";
  return row + "\n";
}

std::string head(const Audit& audit, const Phrases& say) {
  const std::string& address = audit.answered.empty() ? audit.asked : audit.answered;
  std::string text = "# " + markdown_escaped(say.company(audit.name, audit.host)) + "\n\n";
  if (!address.empty()) text += markdown_link(address) + ", ";
  text += markdown_escaped(say.date(format_rfc3339(audit.taken))) + "\n\n";
  if (const auto verdict = audit.score.verdict()) {
    text += "**" + say.points(audit.score.points) + " " +
            say("verdict." + std::string(to_string(*verdict))) + "**: ";
  } else {
    text += "**" + markdown_escaped(tell_why_no_score(audit, say)) + "**\n\n";
  }
  return text + markdown_escaped(tell_tally(tally_of(audit), say)) + "\n";
}

std::string plan(const Audit& audit, const Phrases& say) {
  if (audit.plan.empty()) return {};
  std::string text =
      "\n## " + say("section.plan") + "\n\n" +
      cells({say("column.touchpoint"), say("column.what"), say("column.who"), say("column.by")}) +
      "| --- | --- | --- | --- |\n";
  for (const auto& item : audit.plan) {
    text += cells({markdown_escaped(title_of(audit, item.touchpoint)),
                   markdown_escaped(tell_plainly(item)), markdown_escaped(item.who), item.by});
  }
  const std::string warning = tell_conductor(audit, say);
  return warning.empty() ? text : text + "\n**" + markdown_escaped(warning) + "**\n";
}

std::string chains(const Audit& audit, const Phrases& say) {
  if (audit.chains.empty()) return {};
  std::string text = "\n## " + say("section.chains") + "\n\n";
  for (const auto& chain : audit.chains) {
    text += "- **" + markdown_escaped(tell_way(*chain.rule, say)) + "** " +
            say.points(chain.points) + ", " + markdown_escaped(tell_chain(audit, chain, say)) +
            ": " + markdown_escaped(tell_links(audit, chain, say)) + "\n";
  }
  return text;
}

std::string lists(const Audit& audit, const Phrases& say) {
  const auto told = tell_lists(audit, say);
  if (told.empty()) return {};
  std::string text = "\n## " + say("section.lists") + "\n\n";
  for (const auto& list : told) {
    std::string titles;
    for (const Touchpoint* one : list.items) {
      titles += (titles.empty() ? "" : say("separator.parts")) + markdown_escaped(one->rule->title);
    }
    text += "- **" + list.heading + "**: " + titles + "\n";
  }
  return text;
}

std::string all_with_points(const Picked& touchpoints, const Phrases& say) {
  return markdown_escaped(tell_with_points(touchpoints, touchpoints.size(), say));
}

std::string sales(const Audit& audit, const Phrases& say) {
  const std::string titles = all_with_points(closest_to_sale(audit), say);
  return titles.empty() ? titles : "\n## " + say("section.sales") + "\n\n" + titles + "\n";
}

std::string positions(const Audit& audit, const Phrases& say) {
  std::string text;
  for (const auto& position : tell_positions(audit, say)) {
    text += "- **" + markdown_escaped(position.heading) +
            "**: " + all_with_points(position.touchpoints, say) + "\n";
  }
  return text.empty() ? text : "\n## " + say("section.positions") + "\n\n" + text;
}

std::string preview(const SearchPreview& preview, const Phrases& say) {
  if (preview.title.empty()) return {};
  const std::string snippet = preview.snippet.empty() ? say("preview.no-snippet") : preview.snippet;
  return "\n## " + say("section.preview") + "\n\n> " + markdown_escaped(preview.name) + "  \n> " +
         markdown_escaped(preview.address) + "  \n> **" + markdown_escaped(preview.title) +
         "**  \n> " + markdown_escaped(snippet) + "\n";
}

std::string first(const Audit& audit, const Phrases& say) {
  const std::string step = tell_first_step(audit, say);
  if (step.empty()) return {};
  return "\n**" + say("section.first-step") + "**: " + markdown_escaped(step) + "\n";
}

// Of what is not there at all.
std::string remedy_of(const Touchpoint& touchpoint) {
  return touchpoint.status == Status::missing ? touchpoint.rule->remedy : std::string();
}

std::string group(const Audit& audit, const GroupScore& scored, const Phrases& say) {
  const auto members = touchpoints_of(audit, scored.id);
  if (members.empty()) return {};
  std::string text = "\n### " + markdown_escaped(scored.title) + " " +
                     say.points(scored.score.points) + "\n\n" +
                     cells({say("column.touchpoint"), say("column.verdict"), say("column.score"),
                            say("column.why"), say("column.what")}) +
                     "| --- | --- | ---: | --- | --- |\n";
  for (const Touchpoint* touchpoint : members) {
    const Judgement* worst = worst_component(*touchpoint);
    text += cells({markdown_escaped(touchpoint->rule->title), tell_verdict(*touchpoint, say),
                   say.points(touchpoint->points), markdown_escaped(tell_finding(*touchpoint, say)),
                   markdown_escaped(worst ? worst->fix : remedy_of(*touchpoint))});
  }
  return text;
}

}  // namespace

std::string write_markdown(const Audit& audit, const Phrases& say, const Beside& beside) {
  std::string text = head(audit, say);
  if (beside.changes) text += markdown_changes(*beside.changes, beside.accepted, say);
  text += sales(audit, say) + first(audit, say) + plan(audit, say) + chains(audit, say) +
          positions(audit, say) + lists(audit, say) + preview(audit.search_preview, say) + "\n## " +
          say("section.touchpoints") + "\n";
  for (const auto& scored : audit.groups) text += group(audit, scored, say);
  const auto notes = notes_of(audit, say);
  if (!notes.empty()) text += "\n## " + say("section.notes") + "\n\n";
  for (const auto& note : notes) text += "- " + markdown_escaped(note) + "\n";
  return text + "\n" + markdown_escaped(tell_next_look(audit, say)) + "\n";
}

}  // namespace touchstone
