#include "checks/legal_identity.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "site/embedded.h"
#include "site/lazy_pattern.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t most_read = 200'000;

// All forms of one place as alternatives.
std::string forms(std::string_view place) {
  std::string all;
  for (const auto line : embedded_list("checks/data/legal-names.txt")) {
    if (!line.starts_with(place)) continue;
    const auto form = line.substr(place.size() + 1);
    (all += all.empty() ? "" : "|") += RE2::QuoteMeta({form.data(), form.size()});
  }
  return "(?:" + all + ")";
}

std::optional<std::string> first_match(std::string_view text, const RE2& pattern) {
  std::string match;
  const auto part = text.substr(0, most_read);
  if (!RE2::PartialMatch({part.data(), part.size()}, pattern, &match)) return std::nullopt;
  return match;
}

// "Represented by: Huber GMBH" names no person.
bool ends_as_firm(std::string_view text) {
  const auto listed = embedded_list("checks/data/legal-forms.txt");
  const std::string last = fold(text.substr(text.find_last_of(' ') + 1));
  return std::find(listed.begin(), listed.end(), last) != listed.end();
}

}  // namespace

bool names_imprint(std::string_view text) {
  static const std::vector<std::string> names = word_list("legal-notice");
  const std::string folded = fold(text);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return contains_phrase(folded, name); });
}

std::vector<LegalName> legal_names_in(std::string_view text) {
  constexpr std::size_t most = 20;
  // A capital letter begins the name, so that "as" and "co" in a sentence are no firms.
  static const std::string word = R"(\p{Lu}[^\s,;:|()]{0,40})";
  static const std::string quoted =
      R"((?:«[^«»\n]{1,80}»|“[^“”\n]{1,80}”|„[^„“”\n]{1,80}[“”]|"[^"\n]{1,80}"))";
  static const RE2 behind("((?:" + word + " )?(?:" + word + " |& )?(?:" + word + R"(|["»”]),? )" +
                          forms("behind") + R"()(?:[^\p{L}\p{N}]|$))");
  static const RE2 before(R"((?:^|[^\p{L}\p{N}])()" + forms("before") + "(?: ?" + quoted +
                          R"(| ["«„“]?)" + word + "))");
  static const std::string beside = R"([^\s,;:|()/、。・（）：]{0,30})";
  static const RE2 anywhere("(" + beside + forms("anywhere") + beside + ")");
  const auto part = text.substr(0, most_read);
  std::vector<LegalName> names;
  for (const RE2* pattern : {&behind, &before, &anywhere}) {
    re2::StringPiece rest(part.data(), part.size()), name;
    for (std::size_t i = 0; i < most && RE2::FindAndConsume(&rest, *pattern, &name); ++i) {
      names.push_back({std::string(name), static_cast<std::size_t>(name.data() - part.data())});
    }
  }
  return names;
}

std::optional<std::string> labelled_legal_name_in(std::string_view text) {
  static const RE2 labelled([] {
    std::string labels;
    for (const auto label : embedded_list("checks/data/legal-name-labels.txt")) {
      (labels += labels.empty() ? "" : "|") += RE2::QuoteMeta({label.data(), label.size()});
    }
    return "(?:^|[^\\pL])(?i:" + labels +
           R"() ?(?:\([^()\n]{0,30}\) ?)?(?:[:：] ?\n?|\t)([\pL\pN«„“"][^\n\t:：]{1,100}))";
  }());
  return first_match(text, labelled);
}

std::optional<std::string> responsible_person_in(std::string_view text) {
  struct Pattern {
    LazyPattern label, whole;  // the label alone is cheap, and mostly not there
  };
  static const auto patterns = [] {
    std::vector<Pattern> read;
    for (const auto line : embedded_list("checks/data/responsible-patterns.txt"))
      read.push_back(
          {LazyPattern(std::string(line)),
           LazyPattern(
               R"((?:^|[^\p{L}\p{N}])((?:)" + std::string(line) +
               R"()\s{0,3}[:\-–,]?\s{0,3}(?:\p{L}+\. ?)?(?:\p{L}+\. ?)?\p{Lu}[\p{Ll}.'’\-]+ \p{Lu}(?:\p{Ll}+|\p{Lu}+)))")});
    return read;
  }();
  const auto part = text.substr(0, most_read);
  static const RE2 eastern(
      R"(((?:法定代表人|代表取締役(?:社長)?|代表者(?:名)?|運営責任者|대표(?:이사|자)?)\s{0,2}[:：]?\s{0,3}[\p{Han}\p{Hangul}\p{Katakana}]{2,8}))");
  for (const auto& pattern : patterns) {
    if (!RE2::PartialMatch({part.data(), part.size()}, pattern.label.get())) continue;
    if (auto match = first_match(text, pattern.whole.get()); match && !ends_as_firm(*match)) {
      return match;
    }
  }
  return first_match(text, eastern);
}

}  // namespace touchstone
