#include "checks/phrase_groups.h"

#include <algorithm>

#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

PhraseGroups::PhraseGroups(std::string_view embedded_path) {
  for (std::string_view line : embedded_list(embedded_path)) {
    const auto colon = line.find(':');
    Group group{std::string(line.substr(0, colon)), {}};
    line.remove_prefix(colon + 1);
    while (!line.empty()) {
      const auto end = std::min(line.find(';'), line.size());
      group.phrases.add(fold(collapse_spaces(line.substr(0, end))), "");
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    groups_.push_back(std::move(group));
  }
}

std::vector<std::string> PhraseGroups::named_in(std::string_view text) const {
  const std::string folded = fold(text);
  std::vector<std::string> kinds;
  for (const Group& group : groups_) {
    if (group.phrases.found_in(folded, {})) kinds.push_back(group.kind);
  }
  return kinds;
}

bool PhraseGroups::names(std::string_view kind, std::string_view text) const {
  const auto kinds = named_in(text);
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void say_groups(Facts& facts, std::string_view name, const std::vector<std::string>& kinds,
                const Page& page) {
  std::string list;
  for (const auto& kind : kinds) list += (list.empty() ? "" : ", ") + kind;
  const std::vector<Evidence> evidence{{page.url().href(), "", list}};
  const auto why = absence_unproven_because(page);
  if (why && kinds.size() < 2) {
    facts.unknown(name, *why, evidence);
  } else {
    facts.say(name, kinds.size(), evidence);
  }
}

}  // namespace touchstone
