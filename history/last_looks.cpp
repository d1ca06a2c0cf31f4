#include "history/last_looks.h"

#include <utility>

namespace touchstone {

std::vector<LastLook> last_looks(const Marks& marks) {
  std::vector<LastLook> looks;
  for (const auto& mark : marks.touchpoints) {
    looks.push_back({mark.touchpoint, std::chrono::floor<std::chrono::days>(mark.looked),
                     mark.status != Status::not_assessed});
  }
  return looks;
}

DueSubject due_of(const StoredLine& last, Day day, const Rulebook& rulebook) {
  const auto looks = last.marks ? last_looks(*last.marks) : std::vector<LastLook>();
  DueList list = due_on(day, rulebook, looks);
  return {last.subject, last.name, std::chrono::floor<std::chrono::days>(last.taken), list.next,
          std::move(list.touchpoints)};
}

}  // namespace touchstone
