#pragma once

// The bytes of a message: what a webhook takes, what a mail server takes.

#include <string>

#include "crawler/message.h"

namespace touchstone {

// {"text": ...} with Slack's three escapes, cut where Slack would cut it.
std::string slack_body(const Message& message);

// A mail of plain text (RFC 5322, RFC 2045, RFC 2047), lines ended with CRLF, marked as written by
// a program so that nobody's absence note answers it (RFC 3834). `from` and `to` are mailboxes.
std::string mail_of(const Message& message, const std::string& from, const std::string& to,
                    Time now);

}  // namespace touchstone
