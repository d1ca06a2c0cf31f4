#include "cli/due_audit.h"

#include "cli/due_verb.h"
#include "history/last_looks.h"

namespace touchstone {

DueWork due_work(const Options& options, Wishes& wishes, Keeping& keeping, const Url& address) {
  DueWork work;
  auto kept = keeping.last_kept(address.href());
  if (!kept) return work;
  const Day day = day_of(options);
  const DueSubject subject = due_of(kept->line, day, wishes.tailored(day));
  for (const auto& one : subject.due) work.due.insert(one.rule->id);
  work.next = subject.next;
  work.before = std::move(kept->inspection);
  return work;
}

}  // namespace touchstone
