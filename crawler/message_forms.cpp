#include "crawler/message_forms.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

namespace touchstone {

namespace {

constexpr std::size_t longest_slack = 3'900;  // Slack recommends 4,000 characters at most
constexpr std::size_t word_bytes = 20;        // three letters each; a word has 75 (RFC 2047)
constexpr std::size_t longest_line = 75;      // and a "=" that joins it with the next (RFC 2045)

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// At most that many bytes, without the half of a character at the end.
std::string_view head_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t size = most;
  while (size > 0 && is_continuation(text[size])) --size;
  return text.substr(0, size > 0 ? size : most);
}

std::string hex(char c) {
  return fmt::format("={:02X}", static_cast<unsigned char>(c));
}

// RFC 2047 section 4.2: words of whole characters, a line each.
std::string encoded_words(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const auto piece = head_of(text, word_bytes);
    words += words.empty() ? "=?UTF-8?Q?" : "\r\n =?UTF-8?Q?";
    for (const char c : piece) {
      const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
      words += c == ' ' ? "_" : plain ? std::string(1, c) : hex(c);
    }
    words += "?=";
    text.remove_prefix(piece.size());
  }
  return words;
}

// RFC 2045 section 6.7; lines end with CRLF.
std::string quoted_printable(std::string_view text) {
  std::string quoted;
  std::size_t column = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      quoted += "\r\n";
      column = 0;
      continue;
    }
    const bool last = i + 1 == text.size() || text[i + 1] == '\n';
    const bool plain = (c > ' ' && c < 0x7F && c != '=') || (c == ' ' && !last);
    const std::string piece = plain ? std::string(1, c) : hex(c);
    if (column + piece.size() > longest_line) {
      quoted += "=\r\n";
      column = 0;
    }
    quoted += piece;
    column += piece.size();
  }
  return quoted;
}

std::string date_of(Time now) {
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
                     days[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace

std::string slack_body(const Message& message) {
  std::string text;
  for (const char c : message.text) {
    text += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  if (text.size() > longest_slack) {
    std::string_view whole_lines = head_of(text, longest_slack);
    whole_lines = whole_lines.substr(0, whole_lines.rfind('\n'));
    text = std::string(whole_lines) + "\n...";
  }
  return nlohmann::json{{"text", text}}.dump(-1, ' ', false,
                                             nlohmann::json::error_handler_t::replace);
}

std::string mail_of(const Message& message, const std::string& from, const std::string& to,
                    Time now) {
  const auto ticks = now.time_since_epoch().count();
  return fmt::format(
             "Date: {}\r\nFrom: touchstone <{}>\r\nTo: <{}>\r\n"
             "Message-ID: <{}.{:x}.touchstone@{}>\r\nSubject: {}\r\n"
             "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
             "Content-Type: text/plain; charset=utf-8\r\n"
             "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
             date_of(now), from, to, ticks, std::hash<std::string>{}(to + message.json),
             from.substr(from.find('@') + 1), encoded_words(message.subject)) +
         quoted_printable(message.text);
}

}  // namespace touchstone
