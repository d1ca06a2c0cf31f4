#include "checks/phrase_groups.h"

#include <map>
#include <mutex>

#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/phrase.h"
#include "site/text.h"

namespace touchstone {

namespace {

struct Group {
  std::string kind;
  PhraseIndex phrases;
};

std::vector<Group> read_groups(std::string_view embedded_path) {
  std::vector<Group> groups;
  for (std::string_view line : embedded_list(embedded_path)) {
    const auto colon = line.find(':');
    Group group{std::string(line.substr(0, colon)), {}};
    line.remove_prefix(colon + 1);
    while (!line.empty()) {
      const auto end = std::min(line.find(';'), line.size());
      group.phrases.add(fold(collapse_spaces(line.substr(0, end))), "");
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

const std::vector<Group>& groups_of(std::string_view embedded_path) {
  static std::mutex mutex;
  static std::map<std::string, std::vector<Group>, std::less<>> known;
  const std::lock_guard lock(mutex);
  const auto found = known.find(embedded_path);
  if (found != known.end()) return found->second;
  return known.emplace(embedded_path, read_groups(embedded_path)).first->second;
}

}  // namespace

std::vector<std::string> phrase_groups_in(std::string_view text, std::string_view embedded_path) {
  const std::string folded = fold(text);
  std::vector<std::string> kinds;
  for (const Group& group : groups_of(embedded_path)) {
    if (group.phrases.found_in(folded, {})) kinds.push_back(group.kind);
  }
  return kinds;
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
