#include "reports/worksheet.h"

#include <algorithm>

#include "reports/marks.h"

namespace touchstone {

namespace {

bool is_missing(const ToldTouchpoint& one) {
  return one.status == "missing";
}

bool applies(const ToldTouchpoint& one) {
  return one.status != "not-applicable" && one.status != "absent";
}

bool has_position(const ToldTouchpoint& one, const std::string& position) {
  return std::find(one.positions.begin(), one.positions.end(), position) != one.positions.end();
}

// The titles of those that belong, and two empty lines.
template <typename Belongs>
HandoutPart listed(const ToldAudit& audit, const std::string& heading, Belongs belongs) {
  HandoutPart part{heading, {}, {}, {}, 0};
  for (const auto& one : audit.touchpoints) {
    if (belongs(one)) part.items.push_back(one.title);
  }
  part.items.insert(part.items.end(), 2, "");
  return part;
}

HandoutPart ideas(const Phrases& say) {
  return {say("worksheet.ideas"), {}, {}, {}, 2};
}

HandoutPart group_part(const ToldAudit& audit, const std::string& group, const std::string& title,
                       const Phrases& say) {
  HandoutPart part{title, {}, {}, {}, 0};
  for (const auto& one : audit.touchpoints) {
    if (one.group != group || one.status == "not-applicable") continue;
    std::string parts;
    for (const auto& smaller : one.components) {
      parts += (parts.empty() ? "" : say("separator.list")) + smaller.title;
    }
    part.table.push_back(
        {one.title, parts, one.points ? say.points(one.points) : "", "", "", "", ""});
  }
  if (part.table.empty()) return part;
  part.table.insert(part.table.begin(),
                    {say("column.touchpoint"), say("column.parts"), say("column.we"),
                     say("column.rival"), say("column.what"), say("column.who"), say("column.by")});
  part.room = 1;
  return part;
}

}  // namespace

Handout worksheet(const ToldAudit& audit, const Phrases& say) {
  Handout handout{say.company(audit.name, audit.host) + ": " + say("worksheet.title"),
                  {ideas(say)}};
  const auto add = [&](std::string_view heading, auto belongs) {
    handout.parts.push_back(listed(audit, say(heading), belongs));
  };
  add("list.keep-wow", [](const auto& one) { return one.verdict == "wow"; });
  add("list.create-wow", is_missing);
  add("list.remove-sucks",
      [](const auto& one) { return one.verdict == "sucks" && !is_missing(one); });
  add("list.lift-so-so",
      [](const auto& one) { return one.verdict == "so-so" && !is_missing(one); });
  add("worksheet.short", [](const auto& one) { return one.term == "short" && applies(one); });
  add("worksheet.long", [](const auto& one) { return one.term == "long" && applies(one); });
  for (const auto& [group, title] : audit.groups) {
    HandoutPart part = group_part(audit, group, title, say);
    if (!part.table.empty()) handout.parts.push_back(std::move(part));
  }
  handout.parts.push_back(ideas(say));
  return handout;
}

Handout brainstorm(const ToldAudit& audit, const Phrases& say) {
  Handout handout{say.company(audit.name, audit.host) + ": " + say("brainstorm.title"), {}};
  const std::int64_t met =
      std::count_if(audit.touchpoints.begin(), audit.touchpoints.end(),
                    [](const ToldTouchpoint& one) { return one.status == "assessed"; });
  for (const char* position : {"find", "arrive", "look", "trust", "contact", "return"}) {
    for (const char* channel : {"online", "offline"}) {
      const std::string key = "brainstorm." + std::string(position) + "." + channel;
      HandoutPart part = listed(audit,
                                say("position." + std::string(position)) + ", " +
                                    say("sub-score." + std::string(channel)),
                                [&](const ToldTouchpoint& one) {
                                  return one.status == "assessed" && one.channel == channel &&
                                         has_position(one, position);
                                });
      part.text = say(key);
      if (handout.parts.empty()) part.text = tell_marks(met, say) + " " + part.text;
      part.room = 1;
      handout.parts.push_back(std::move(part));
    }
  }
  return handout;
}

}  // namespace touchstone
