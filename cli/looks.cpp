#include "cli/looks.h"

#include <algorithm>

#include "cli/due_audit.h"
#include "cli/errand.h"
#include "history/inspection_form.h"
#include "reports/layout.h"

namespace touchstone {

namespace {

Held hold(const Inspection& seen, Desk& desk) {
  Held held;
  held.audit = desk.wishes.judge(seen);
  held.changes = desk.gates.changes_of(held.audit);
  held.news = desk.telling.changes_of(held.audit);
  return held;
}

bool is_doubtful(const Held& held, const Gates& gates) {
  return (held.changes && gates.want_second_look(*held.changes)) ||
         (held.news && gates.want_second_look(*held.news));
}

// The company file speaks of one company, of which a list of many may hold none.
bool is_ours(const Url& address, const Options& options, const Desk& desk) {
  const auto& site = desk.wishes.company().site;
  return !options.list || !site || lane_of(*site) == lane_of(address);
}

std::string counted(const std::string& bytes) {
  return std::to_string(bytes.size()) + ":" + bytes;
}

std::string take_counted(std::string_view& bytes) {
  const auto colon = bytes.find(':');
  const std::string size(bytes.substr(0, colon));
  if (colon == std::string_view::npos || size.empty() || size.size() > 9 ||
      size.find_first_not_of("0123456789") != std::string::npos) {
    throw FormError("of no known length");
  }
  const auto length = static_cast<std::size_t>(std::stoul(size));
  bytes.remove_prefix(colon + 1);
  if (length > bytes.size()) throw FormError("cut off");
  std::string text(bytes.substr(0, length));
  bytes.remove_prefix(length);
  return text;
}

}  // namespace

Looks look_at(const Url& address, const Options& options, Desk& desk, const CrawlOnce& crawl,
              const std::atomic<int>& interrupted) {
  DueWork work;
  if (options.due) work = due_work(options, desk.wishes, desk.keeping, address);
  Looks looks;
  if (work.is_nothing()) {
    looks.seen = std::move(*work.before);
    looks.nothing_due = true;
    looks.next = work.next;
    return looks;
  }
  const auto look = [&] {
    Recording recording = crawl(address);
    if (options.capture) looks.recording = recording;
    Inspection seen =
        desk.wishes.inspect(std::move(recording), interrupted, is_ours(address, options, desk));
    return work.before ? joined(std::move(seen), *work.before, work.due) : seen;
  };
  looks.seen = look();
  if (!desk.gates.may_want_second_look()) return looks;
  const Held first = hold(looks.seen, desk);
  if (!is_doubtful(first, desk.gates) || interrupted > 0) return looks;
  auto recording = looks.recording;
  Inspection second = look();
  // One that saw less confirms nothing.
  if (desk.wishes.judge(second).score.points || !first.audit.score.points) {
    looks.first = std::move(looks.seen);
    looks.seen = std::move(second);
  } else {
    looks.recording = std::move(recording);
  }
  return looks;
}

std::string told_nothing_due(const Looks& looks) {
  return "nothing of " + printable(looks.seen.asked) + " is due" +
         (looks.next ? " before " + to_text(*looks.next) : "") + "; nothing was requested";
}

std::string pack(const Looks& looks) {
  return counted(looks.nothing_due && looks.next ? to_text(*looks.next) : "") +
         (looks.nothing_due ? "n" : "l") + counted(pack(looks.seen)) +
         counted(looks.first ? pack(*looks.first) : "");
}

Looks unpack_looks(std::string_view bytes) {
  Looks looks;
  looks.next = parse_day(take_counted(bytes));
  looks.nothing_due = bytes.starts_with('n');
  bytes.remove_prefix(std::min<std::size_t>(1, bytes.size()));
  looks.seen = unpack(take_counted(bytes));
  if (const std::string first = take_counted(bytes); !first.empty()) looks.first = unpack(first);
  return looks;
}

Held hold(const Looks& looks, Desk& desk) {
  Held held = hold(looks.seen, desk);
  if (!looks.first) return held;
  const Held first = hold(*looks.first, desk);
  if (first.changes && held.changes) held.changes = confirmed(*first.changes, *held.changes);
  if (first.news && held.news) held.news = confirmed(*first.news, *held.news);
  return held;
}

}  // namespace touchstone
