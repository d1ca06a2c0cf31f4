#include "reports/notes.h"

namespace touchstone {

std::vector<std::string> notes_of(const Audit& audit, const Phrases& say) {
  std::vector<std::string> notes = audit.notes;
  for (const auto& title : audit.dropped_chains) {
    notes.push_back(say("note.chain-dropped", {{"chain", title}}));
  }
  for (const auto& emphasis : audit.emphases) {
    const Touchpoint* touchpoint = audit.find(emphasis.touchpoint);
    notes.push_back(say("note.importance", {{"touchpoint", touchpoint->rule->title},
                                            {"from", static_cast<std::int64_t>(emphasis.from)},
                                            {"to", static_cast<std::int64_t>(emphasis.to)},
                                            {"why", emphasis.why}}));
  }
  return notes;
}

}  // namespace touchstone
