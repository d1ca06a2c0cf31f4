#include "checks/check.h"
#include "checks/loaded_files.h"
#include "checks/speed.h"

namespace touchstone::checks {

extern const Check render_blocking;

namespace {

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_unreadable_because(site)) return all_unknown(render_blocking, *why);
  int count = 0, foreign = 0;
  std::int64_t bytes = 0;
  std::optional<Reason> unseen;
  std::vector<Evidence> all, strangers;
  for (const LoadedFile& file : loaded_files(site)) {
    if (!file.blocking) continue;
    ++count;
    bytes += file.bytes;
    if (!unseen && may_weigh(site, file)) unseen = file.unseen;
    const Evidence evidence{file.url.href(), file.resource ? file.resource->element.path() : "",
                            std::to_string(kibibytes(file.bytes)) + " KiB"};
    if (all.size() < 20) all.push_back(evidence);
    if (site.is_own(file.url)) continue;
    ++foreign;
    if (strangers.size() < 20) strangers.push_back(evidence);
  }
  Facts facts;
  facts.say("files", count, all).signals = count;
  facts.say("foreign_files", foreign, std::move(strangers));
  if (unseen) {
    facts.unknown("weight", *unseen, std::move(all));
  } else {
    facts.say("weight", kibibytes(bytes), std::move(all));
  }
  return facts;
}

}  // namespace

const Check render_blocking{
    "render-blocking",
    {{"files", "", "styles and scripts that the browser waits for before it paints"},
     {"foreign_files", "", "of them, those of foreign domains"},
     {"weight", "KiB", "their bytes as transferred"}},
    measure};

}  // namespace touchstone::checks
