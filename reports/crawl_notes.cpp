#include "reports/crawl_notes.h"

#include <optional>

namespace touchstone {

namespace {

// The texts that stand for {a} and {b} of the pattern, in this order; absent when it does not fit.
std::optional<std::vector<std::string>> fillings(std::string_view pattern, std::string_view note) {
  std::vector<std::string> found;
  while (true) {
    const auto open = pattern.find('{');
    const auto fixed = pattern.substr(0, open);
    if (!note.starts_with(fixed)) return std::nullopt;
    note.remove_prefix(fixed.size());
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(pattern.find('}', open) + 1);
    const auto next = pattern.substr(0, pattern.find('{'));
    const auto end = next.empty() ? note.size() : note.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    found.emplace_back(note.substr(0, end));
    note.remove_prefix(end);
  }
  if (!note.empty()) return std::nullopt;
  return found;
}

// What a fault or a reason is called for people; anything else as it is.
std::string told_code(const std::string& text, const Phrases& say) {
  for (const std::string_view kind : {"fault.", "reason."}) {
    const std::string wanted = std::string(kind) + text;
    for (const auto& [key, pattern] : say.beginning_with(wanted)) {
      if (key == wanted) return say(key);
    }
  }
  return text;
}

}  // namespace

std::string tell_crawl_note(const std::string& note, const Phrases& say) {
  static const Phrases english("en");
  for (const auto& [key, pattern] : english.beginning_with("crawl-note.")) {
    const auto found = fillings(pattern, note);
    if (!found) continue;
    static constexpr std::string_view names[] = {"a", "b"};
    std::vector<PhraseArgument> arguments;
    for (std::size_t i = 0; i < found->size() && i < std::size(names); ++i) {
      arguments.emplace_back(names[i], told_code((*found)[i], say));
    }
    return say(key, arguments);
  }
  return note;
}

}  // namespace touchstone
