#include "checks/titles.h"

#include <algorithm>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

std::string joined_words(std::string_view text) {
  std::string joined;
  for (const std::string& word : words(fold(text))) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

struct Generic {
  std::vector<std::string> whole, beginnings;
};

Generic read_generic() {
  Generic generic;
  for (std::string_view line : embedded_list("checks/data/generic-titles.txt")) {
    const bool beginning = line.ends_with('*');
    if (beginning) line.remove_suffix(1);
    (beginning ? generic.beginnings : generic.whole).push_back(joined_words(line));
  }
  return generic;
}

struct Placeholders {
  std::vector<std::string> folded, written;
};

Placeholders read_placeholders() {
  Placeholders placeholders;
  for (const std::string_view line : embedded_list("checks/data/placeholders.txt")) {
    if (line.starts_with('=')) {
      placeholders.written.emplace_back(line.substr(1));
    } else {
      placeholders.folded.push_back(fold(line));
    }
  }
  return placeholders;
}

// The length of the separator that begins there; 0: none. A dash needs spaces around it, a bar or
// a bullet does not.
std::size_t separator_at(std::string_view text, std::size_t at) {
  constexpr std::string_view separators[] = {" - ", " – ", " — ", " ‒ ", " / ", " :: ", ": ", "|",
                                             "｜",  "│",   "·",   "•",   "»",   "«",    "→",  "："};
  for (const std::string_view separator : separators) {
    if (text.substr(at).starts_with(separator)) return separator.size();
  }
  return 0;
}

}  // namespace

std::vector<std::string> title_parts(std::string_view title) {
  const std::string text = " " + collapse_spaces(title) + " ";
  std::vector<std::string> parts;
  std::size_t begin = 0;
  const auto end_part = [&](std::size_t end) {
    std::string part = collapse_spaces(std::string_view(text).substr(begin, end - begin));
    if (!part.empty()) parts.push_back(std::move(part));
  };
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = separator_at(text, i); length > 0) {
      end_part(i);
      begin = i + length;
      i = begin;
    } else {
      ++i;
    }
  }
  end_part(text.size());
  return parts;
}

bool is_generic_title(std::string_view part) {
  static const Generic generic = read_generic();
  const std::string text = joined_words(part);
  return text.empty() ||
         std::find(generic.whole.begin(), generic.whole.end(), text) != generic.whole.end() ||
         std::any_of(generic.beginnings.begin(), generic.beginnings.end(),
                     [&](const std::string& beginning) { return text.starts_with(beginning); });
}

std::vector<std::string> meaningful_words(std::string_view title) {
  std::vector<std::string> all;
  for (const std::string& part : title_parts(title)) {
    if (is_generic_title(part)) continue;
    for (std::string& word : words(fold(part))) all.push_back(std::move(word));
  }
  return all;
}

bool is_placeholder(std::string_view text) {
  static const Placeholders placeholders = read_placeholders();
  const std::string folded = fold(text), with_end = std::string(text) + " ";
  const auto in = [](const std::string& whole) {
    return [&whole](const std::string& sign) { return whole.find(sign) != std::string::npos; };
  };
  return std::any_of(placeholders.folded.begin(), placeholders.folded.end(), in(folded)) ||
         std::any_of(placeholders.written.begin(), placeholders.written.end(), in(with_end)) ||
         (!collapse_spaces(text).empty() && is_generic_title(text));
}

}  // namespace touchstone
