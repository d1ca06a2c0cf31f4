#include "reports/isolate.h"

#include "reports/escape.h"

namespace touchstone {

namespace {

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Printable ASCII: letters, and what stands inside addresses and tags.
bool is_ascii(char c) {
  return c > ' ' && c < 0x7F;
}

bool ends_sentence(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
}

bool is_open_only(std::string_view run, char open, char close) {
  return run.find(open) == std::string_view::npos && run.back() == close;
}

// A run of ASCII words with single spaces between them, from `begin`.
std::size_t end_of_run(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    if (is_ascii(text[end])) {
      ++end;
    } else if (text[end] == ' ' && end + 1 < text.size() && is_ascii(text[end + 1])) {
      ++end;
    } else {
      break;
    }
  }
  return end;
}

bool has_latin(std::string_view run) {
  for (const char c : run) {
    if (is_latin(c)) return true;
  }
  return false;
}

bool belongs_to_sentence(std::string_view run) {
  const bool opens = run.front() == '(' && run.find(')') == std::string_view::npos;
  return opens || run.front() == ' ' || ends_sentence(run.front());
}

// The marks of the sentence round it do not belong to the word.
std::string_view without_marks(std::string_view run) {
  while (!run.empty() && (ends_sentence(run.back()) || is_open_only(run, '(', ')'))) {
    run.remove_suffix(1);
  }
  return run;
}

// Escaped, with the spaces at its ends, which part it from its neighbours.
std::string piece(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return std::string(text);
  const auto end = text.find_last_not_of(' ') + 1;
  return std::string(text.substr(0, begin)) + html_escaped(text.substr(begin, end - begin)) +
         std::string(text.substr(end));
}

}  // namespace

std::string html_told(std::string_view text, const Phrases& say) {
  if (!say.right_to_left()) return html_escaped(text);
  std::string told;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_run(text, at);
    std::string_view run = text.substr(at, end - at);
    if (run.empty() || !has_latin(run)) {
      const std::size_t next = run.empty() ? at + 1 : end;
      std::size_t plain = next;
      while (plain < text.size() && !is_ascii(text[plain])) ++plain;
      told += piece(text.substr(at, plain - at));
      at = plain;
      continue;
    }
    // "(SPF" opens a bracket of the sentence, ": SPF" goes on with it.
    while (!run.empty() && belongs_to_sentence(run)) {
      told += piece(run.substr(0, 1));
      run.remove_prefix(1);
      ++at;
    }
    run = without_marks(run);
    told += "<bdi>" + html_escaped(run) + "</bdi>";
    at += run.size();
    if (at < end) {
      told += piece(text.substr(at, end - at));
      at = end;
    }
  }
  return told;
}

}  // namespace touchstone
