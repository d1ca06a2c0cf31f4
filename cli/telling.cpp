#include "cli/telling.h"

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <ostream>

#include "crawler/machine.h"
#include "crawler/message.h"
#include "history/message.h"
#include "reports/layout.h"
#include "reports/message.h"

namespace touchstone {

namespace {

std::string environment(const char* name, const std::string& otherwise) {
  const char* const value = std::getenv(name);
  return value && *value ? value : otherwise;
}

SendOptions send_options(const Options& options, const MailAccount& account) {
  SendOptions send;
  send.mail = {environment("TOUCHSTONE_SMTP", account.server),
               environment("TOUCHSTONE_SMTP_FROM", account.sender),
               environment("TOUCHSTONE_SMTP_USER", account.user),
               environment("TOUCHSTONE_SMTP_PASSWORD", account.password)};
  send.user_agent = options.crawl.user_agent;
  send.ca_file = options.crawl.ca_file;
  send.proxy = options.crawl.proxy;
  return send;
}

// What fails now and may hold again. A regression fails once, and lasts as a problem.
std::vector<std::string> failing_gates(const Audit& audit, const std::vector<Gate>& gates,
                                       const Acceptance& accepted) {
  std::vector<Gate> lasting;
  for (const auto& gate : gates) {
    if (gate.kind != Gate::Kind::regression) lasting.push_back(gate);
  }
  auto failing = failed_gates(audit, lasting, nullptr, accepted);
  if (audit.unreached) failing.emplace_back(unreached_gate);
  return failing;
}

NoticeFrame frame_of(const Audit& audit, const std::optional<Changes>& changes) {
  return {audit.asked,
          audit.host,
          audit.name,
          audit.taken,
          changes ? changes->points_before : std::nullopt,
          audit.score.points};
}

}  // namespace

Telling::Telling(const Options& options, const Wishes& wishes, Keeping& keeping, const Phrases& say,
                 std::ostream& err)
    : options_(options), wishes_(wishes), keeping_(keeping), say_(say), err_(err) {}

std::optional<Changes> Telling::changes_of(const Audit& audit) {
  if (options_.sample || !options_.stored) return std::nullopt;
  const auto before = keeping_.last(audit.asked);
  if (!before) return std::nullopt;
  return compare(before->standing, standing_of(audit));
}

void Telling::after(const Audit& audit, const std::optional<Changes>& changes,
                    const Acceptance& accepted) {
  if (options_.sample || !options_.stored) return;
  const std::string subject = subject_of(audit.asked);
  const std::string open_key = "problems/" + subject;
  const AuditStanding now = standing_of(audit);
  const Problems open = problems_after(read_problems(keeping_.note(open_key)),
                                       changes ? &*changes : nullptr, now, accepted);
  keeping_.set_note(open_key, write_problems(open));
  const auto failing = failing_gates(audit, options_.gates, accepted);
  for (const auto& typed : options_.notify) {
    // The target itself may hold a secret, so its fingerprint stands in the key.
    const std::string key = fmt::format("told/{}/{:x}", subject, std::hash<std::string>{}(typed));
    const auto target = parse_message_target(typed);
    const auto notice = notice_of(open, failing, read_told(keeping_.note(key)), now);
    if (!target || !notice) continue;
    const NoticeFrame frame = frame_of(audit, changes);
    const Message message{notice_subject(*notice, frame, say_), notice_text(*notice, frame, say_),
                          notice_json(*notice, frame, say_)};
    const auto failure = send_message(
        *target, message, send_options(options_, wishes_.company().mail), machine_time());
    if (failure) {
      err_ << "touchstone: --notify " << printable(target->shown()) << ": " << printable(*failure)
           << "\n";
    } else {
      keeping_.set_note(key, write_told({open, failing, now.taken}));
    }
  }
}

}  // namespace touchstone
