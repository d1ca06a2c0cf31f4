#pragma once

// A message about a change, sent to where the user asked: never to the audited site, never more
// than the user named. Blocks until the target took it or refused it.

#include <chrono>
#include <optional>
#include <string>

#include "crawler/message_target.h"
#include "site/fetch.h"

namespace touchstone {

// One message in the forms that the kinds of targets take. All UTF-8.
struct Message {
  std::string subject;  // one line
  std::string text;     // lines that end with "\n"
  std::string json;     // one object; what commands and plain webhooks get
};

// The server that takes e-mail for us (RFC 5321, RFC 6409). With a user, the connection must be
// encrypted, unless the server is this machine.
struct MailServer {
  std::string url;             // "smtp://mail.firm.example:587", "smtps://..."
  std::string sender;          // a mailbox
  std::string user, password;  // empty: none asked for
};

struct SendOptions {
  MailServer mail;             // url empty: no e-mail can be sent
  std::string user_agent;      // empty: touchstone's own
  std::string ca_file, proxy;  // may be empty; the proxy is for webhooks
  std::chrono::milliseconds timeout{20'000};
};

// Absent: sent. Else one line that says why not, without secrets.
std::optional<std::string> send_message(const MessageTarget& target, const Message& message,
                                        const SendOptions& options, Time now);

}  // namespace touchstone
