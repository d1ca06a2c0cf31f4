#include "crawler/message_target.h"

#include <algorithm>
#include <cctype>

#include "site/url.h"

namespace touchstone {

namespace {

constexpr std::string_view shell_prefix = "cmd:", mail_prefix = "mailto:";
constexpr std::string_view slack_host = "hooks.slack.com";
constexpr std::size_t longest_mailbox = 254;  // RFC 5321 section 4.5.3.1, less the brackets

std::optional<MessageTarget> webhook(const std::string& typed) {
  const auto url = Url::parse(typed);
  if (!url) return std::nullopt;
  const bool slack = url->is_https() && url->host() == slack_host;
  return MessageTarget{slack ? MessageTarget::Kind::slack : MessageTarget::Kind::webhook, typed};
}

}  // namespace

std::string MessageTarget::shown() const {
  if (kind != Kind::slack && kind != Kind::webhook) return address;
  const auto url = Url::parse(address);
  return url ? std::string(url->host()) : "webhook";
}

bool is_mailbox(const std::string& text) {
  const auto at = text.find('@');
  const bool framed = at != std::string::npos && at > 0 && at + 1 < text.size() &&
                      text.find('@', at + 1) == std::string::npos;
  return framed && text.size() <= longest_mailbox && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return std::isalnum(c) != 0 ||
                  std::string_view("@.!#$%&'*+/=?^_`{|}~-").find(static_cast<char>(c)) !=
                      std::string_view::npos;
         });
}

std::optional<MessageTarget> parse_message_target(const std::string& typed) {
  using Kind = MessageTarget::Kind;
  if (typed.find('\0') != std::string::npos) return std::nullopt;
  if (typed.starts_with(shell_prefix)) {
    const std::string command = typed.substr(shell_prefix.size());
    if (command.find_first_not_of(" \t") == std::string::npos) return std::nullopt;
    return MessageTarget{Kind::shell, command};
  }
  if (typed.starts_with("http://") || typed.starts_with("https://")) return webhook(typed);
  const std::string mailbox =
      typed.starts_with(mail_prefix) ? typed.substr(mail_prefix.size()) : typed;
  const bool path = typed.starts_with("/") || typed.starts_with("./") || typed.starts_with("../");
  if (path) return MessageTarget{Kind::program, typed};
  if (is_mailbox(mailbox)) return MessageTarget{Kind::email, mailbox};
  if (typed.find('/') != std::string::npos && typed.find(':') == std::string::npos) {
    return MessageTarget{Kind::program, typed};
  }
  return std::nullopt;
}

}  // namespace touchstone
