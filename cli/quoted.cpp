#include "cli/quoted.h"

#include <algorithm>

namespace touchstone {

namespace {

std::string with(std::string text, const std::string& found, const std::string& instead) {
  for (auto at = text.find(found); at != std::string::npos;
       at = text.find(found, at + instead.size())) {
    text.replace(at, found.size(), instead);
  }
  return text;
}

bool is_plain(const std::string& word) {
  constexpr std::string_view harmless =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:@%+,=";
  return !word.empty() && word.find_first_not_of(harmless) == std::string::npos;
}

}  // namespace

std::string shell_quoted(const std::string& word) {
  return is_plain(word) ? word : "'" + with(word, "'", R"('\'')") + "'";
}

std::string shell_line(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : " ") + shell_quoted(word);
  return line;
}

std::string cron_escaped(const std::string& command) {
  return with(command, "%", "\\%");
}

std::string systemd_escaped(const std::string& value) {
  return with(value, "%", "%%");
}

std::string systemd_quoted(const std::string& word) {
  if (is_plain(word)) return systemd_escaped(word);
  std::string text = with(with(word, "\\", "\\\\"), "\"", "\\\"");
  return "\"" + with(systemd_escaped(text), "$", "$$") + "\"";
}

std::string workflow_escaped(const std::string& text) {
  return with(text, "${{", "${{ '${{' }}");
}

}  // namespace touchstone
