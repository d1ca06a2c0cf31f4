#pragma once

// Where a message goes, as the user wrote it behind --notify.

#include <optional>
#include <string>

namespace touchstone {

struct MessageTarget {
  enum class Kind {
    shell,    // "cmd:COMMAND LINE": run by /bin/sh
    program,  // a path: run as it is, without a shell
    slack,    // https://hooks.slack.com/...: {"text": ...}
    webhook,  // any other http(s) address: the message's JSON
    email     // "anna@firm.example" or "mailto:anna@firm.example"
  } kind = Kind::webhook;
  std::string address;  // the command line, path, URL or mailbox

  // For lines on standard error: a webhook's path is a secret, so of a URL the host alone.
  std::string shown() const;
};

// Absent for what is none of these. Reads no file and asks nothing.
std::optional<MessageTarget> parse_message_target(const std::string& typed);

// An address that stands in a mail's head and envelope as it is: ASCII, one "@", nothing that could
// end the line or the address (a part of RFC 5321 section 4.1.2).
bool is_mailbox(const std::string& text);

}  // namespace touchstone
