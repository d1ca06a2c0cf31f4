#include "checks/review_entries.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "checks/structured_data.h"
#include "checks/text_dates.h"
#include "site/embedded.h"
#include "site/iso_date.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostEntries = 200;
constexpr std::size_t kMostBlocks = 1'000;  // marked elements of a page
constexpr std::size_t kMostOpen = 12;       // marked elements round one text that it counts for
constexpr std::size_t kFewestCharacters = 60;
constexpr std::size_t kLongestEntry = 6'000;  // bytes

// Whole words of a class or an id: "review-item" and "reviewItem" are marked, "preview" is not.
std::string any_word_of(std::string_view list) {
  std::string words;
  for (const auto line : embedded_list(list)) {
    words += (words.empty() ? "" : "|") + std::string(line);
  }
  return "(?:^|[^a-z])(?:" + words + ")(?:[^a-z]|$)";
}

bool marks_review(const std::string& marks) {
  static const RE2 words(any_word_of("checks/data/review-marks.txt"));
  return RE2::PartialMatch(marks, words);
}

bool marks_answer(const std::string& marks) {
  static const RE2 words(any_word_of("checks/data/answer-marks.txt"));
  return RE2::PartialMatch(marks, words);
}

std::string marks_of(const Element& element) {
  constexpr std::size_t longest = 300;
  return fold(element.attribute("class").value_or("").substr(0, longest) + " " +
              element.attribute("id").value_or("").substr(0, longest));
}

// An element that the page marks as review, or as a list of them.
struct Block {
  Element element;
  std::size_t outer = std::string::npos;  // the marked one round it
  std::size_t characters = 0;
  int inner = 0;  // reviews inside: marked elements with enough text that hold no such ones
};

class Blocks {
 public:
  std::vector<Block> all;

  Walk see(const Step& step) {
    switch (step.kind) {
      case Step::Kind::enter:
        return enter(step.element);
      case Step::Kind::text:
        add_text(step.text);
        break;
      case Step::Kind::leave:
        if (!open_.empty() && all[open_.back()].element == step.element) leave();
        break;
    }
    return Walk::into;
  }

 private:
  Walk enter(const Element& element) {
    const auto name = element.name();
    if (name == "script" || name == "style" || name == "template" || name == "form" ||
        name == "nav") {
      return Walk::past;
    }
    const bool review = name == "blockquote" || marks_review(marks_of(element));
    if (!review || name == "body" || name == "html" || name == "a") return Walk::into;
    if (all.size() == kMostBlocks) return Walk::stop;
    all.push_back({element, open_.empty() ? std::string::npos : open_.back(), 0, 0});
    open_.push_back(all.size() - 1);
    return Walk::into;
  }

  void add_text(std::string_view text) {
    if (open_.empty()) return;
    const std::size_t letters = letter_count(text.substr(0, kLongestEntry));
    const std::size_t first = open_.size() > kMostOpen ? open_.size() - kMostOpen : 0;
    for (std::size_t i = first; i < open_.size(); ++i) all[open_[i]].characters += letters;
  }

  void leave() {
    Block& block = all[open_.back()];
    open_.pop_back();
    if (block.inner == 0 && block.characters >= kFewestCharacters) block.inner = 1;
    if (!open_.empty()) all[open_.back()].inner += block.inner;
  }

  std::vector<std::size_t> open_;  // places in `all`
};

// "Anna Huber", "Anna H.", "И. Петров", "Huber GmbH": more than a first name.
bool stands_for_it(std::string_view line) {
  static const RE2 cased(R"(^\p{Lu}[\pL'’-]*\.?( (von|van|de|der|da|di|al|el))* \p{Lu}[\pL'’.-]*)");
  static const RE2 uncased(
      R"(^[\p{Arabic}\p{Hebrew}\p{Devanagari}]+ [\p{Arabic}\p{Hebrew}\p{Devanagari}]+( |$))");
  static const RE2 eastern(
      R"(^[\p{Han}\p{Hangul}\p{Katakana}\p{Hiragana}]{2,12}( ?(様|さん|님|先生|女士))?$)");
  constexpr std::size_t longest = 80;
  if (line.size() > longest) return false;
  const re2::StringPiece piece(line.data(), line.size());
  return RE2::PartialMatch(piece, cased) || RE2::PartialMatch(piece, uncased) ||
         RE2::PartialMatch(piece, eastern);
}

// "January, 2025": a line that is no more than a date without its day.
bool names_a_year(std::string_view line) {
  static const RE2 year("(^|[^0-9])20[0-9]{2}($|[^0-9])");
  constexpr std::size_t longest = 40;
  return line.size() <= longest && RE2::PartialMatch(ascii_digits(line), year);
}

std::optional<std::chrono::sys_days> day_of(const std::string& date) {
  const auto moment = parse_iso_date(collapse_spaces(date));
  if (!moment) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(*moment);
}

std::size_t letters_in(const Element& element) {
  return letter_count(visible_text(element, kLongestEntry));
}

// Reviews that carry no mark themselves: siblings of one form inside of a block that has one.
std::vector<Element> repeated_in(const Element& block) {
  constexpr std::size_t most = 60;  // elements looked at
  std::vector<Element> open{block};
  for (std::size_t i = 0; i < open.size() && open.size() < most; ++i) {
    std::map<std::string, std::vector<Element>> alike;
    for (const Element& child : open[i].children()) {
      if (open.size() == most) break;
      open.push_back(child);
      if (child.name() == "p" || letters_in(child) < kFewestCharacters) continue;
      const std::string form = std::string(child.name()) + " " + marks_of(child);
      alike[form].push_back(child);
    }
    for (const auto& [form, elements] : alike) {
      if (elements.size() >= 2) return elements;
    }
  }
  return {block};
}

// Where visitors are asked for a review, there is none.
bool asks_for_one(const Element& element) {
  return !element.find(".//form | .//textarea").empty();
}

ReviewEntry entry_of(const Page& page, const Element& element) {
  ReviewEntry entry;
  const std::string text = visible_text(element, kLongestEntry);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string line = collapse_spaces(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    entry.named = entry.named || stands_for_it(line);
    if (!names_a_year(line)) continue;
    entry.dated = true;
    if (const auto months = months_in(line, 1); !months.empty()) entry.day = months.front().day;
  }
  if (const auto dates = dates_in(text, 1); !dates.empty()) entry.day = dates.front().day;
  std::size_t looked = 0;
  walk(element, [&](const Step& step) {
    constexpr std::size_t most = 500;
    if (step.kind != Step::Kind::enter) return Walk::into;
    if (++looked > most) return Walk::stop;
    const auto name = step.element.name();
    entry.proven = entry.proven || name == "img" || name == "video" || name == "iframe" ||
                   (name == "a" && step.element.attribute("href").value_or("").starts_with("http"));
    if (name == "time" && !entry.day) {
      entry.day = day_of(step.element.attribute("datetime").value_or(""));
    }
    entry.answered = entry.answered || marks_answer(marks_of(step.element));
    return Walk::into;
  });
  entry.dated = entry.dated || entry.day;
  entry.text = shorten(collapse_spaces(text), 300);
  entry.evidence = {page.url().href(), element.path(), shorten(entry.text, 100)};
  return entry;
}

ReviewEntry entry_of(const Page& page, const std::vector<Thing>& things, const Thing& review) {
  ReviewEntry entry;
  std::string body = review.text("reviewBody").value_or(review.text("description").value_or(""));
  std::string author = review.text("author").value_or("");
  for (const auto& [property, part] : review.parts) {
    if (property == "author") author = things[part].text("name").value_or(author);
    const bool proof = property == "image" || property == "video" || property == "publisher";
    entry.proven = entry.proven || proof;
    entry.answered = entry.answered || property == "comment";
  }
  entry.proven = entry.proven || review.has("url") || review.has("image");
  entry.named = stands_for_it(collapse_spaces(author));
  entry.day =
      day_of(review.text("datePublished").value_or(review.text("dateCreated").value_or("")));
  entry.dated = entry.day.has_value();
  entry.text = shorten(collapse_spaces(std::string_view(body).substr(0, kLongestEntry)), 300);
  entry.evidence = {page.url().href(), std::string(to_string(review.syntax)) + " Review",
                    shorten(entry.text, 100)};
  return entry;
}

}  // namespace

std::vector<ReviewEntry> review_entries(const Page& page) {
  std::vector<ReviewEntry> described, shown;
  std::set<std::string> seen;
  const auto add = [&](std::vector<ReviewEntry>& entries, ReviewEntry entry) {
    if (entries.size() < kMostEntries && seen.insert(entry.text).second) {
      entries.push_back(std::move(entry));
    }
  };
  const StructuredData data = structured_data_of(page);
  for (const Thing& thing : data.things) {
    if (!thing.is_a("Review") && !thing.is_a("UserReview")) continue;
    ReviewEntry entry = entry_of(page, data.things, thing);
    if (letter_count(entry.text) > 0) add(described, std::move(entry));
  }
  if (!page.document()) return described;
  seen.clear();
  Blocks blocks;
  walk(page.document()->body(), [&](const Step& step) { return blocks.see(step); });
  std::vector<bool> inside(blocks.all.size(), false);  // of an entry
  for (std::size_t i = 0; i < blocks.all.size() && shown.size() < kMostEntries; ++i) {
    const Block& block = blocks.all[i];
    inside[i] = block.outer != std::string::npos && inside[block.outer];
    if (inside[i] || block.inner != 1 || block.characters > kLongestEntry) continue;
    inside[i] = true;
    for (const Element& one : repeated_in(block.element)) {
      if (!asks_for_one(one)) add(shown, entry_of(page, one));
    }
  }
  // Mostly the same reviews twice: the richer way of writing them counts.
  return shown.size() >= described.size() ? shown : described;
}

}  // namespace touchstone
