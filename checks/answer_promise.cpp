#include "checks/answer_promise.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "checks/listed_words.h"
#include "site/embedded.h"
#include "site/page_class.h"
#include "site/phrase_list.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongestLine = 1'500, kBefore = 120, kAfter = 90;  // bytes
constexpr std::size_t kMostText = 256 * 1024;                            // of one page

struct Unit {
  ListedWords words;
  int minutes;
};

const std::vector<Unit>& units() {
  static const std::vector<Unit> all{{ListedWords(word_list("minutes")), 1},
                                     {ListedWords(word_list("hours")), 60},
                                     {ListedWords(word_list("days")), 1440}};
  return all;
}

// "30 minutes", "5-10 min", "24 working hours": the longer end counts. Calls use(minutes, place).
template <typename Use>
void each_span(std::string_view folded, const Use& use) {
  static const RE2 number(
      R"((?:^|[^\d.,:])(\d{1,3})(?:\s?(?:-|–|—|~|/|to|до|bis|تا|الى)\s?(\d{1,3}))?)"
      R"((?:-?(?:ти|х|и)\s|\s)?(?:(?:business|working|рабоч\S+|робоч\S+)\s)?)");
  re2::StringPiece rest(folded.data(), folded.size()), from, to;
  while (RE2::FindAndConsume(&rest, number, &from, &to)) {
    const re2::StringPiece& figure = to.empty() ? from : to;
    int value = 0;
    std::from_chars(figure.data(), figure.data() + figure.size(), value);
    const auto after = static_cast<std::size_t>(rest.data() - folded.data());
    for (const Unit& unit : units()) {
      if (value == 0 || !unit.words.any_at(folded, after)) continue;
      use(value * unit.minutes, after);
      break;
    }
  }
}

struct WordSpan {
  int minutes = 0;
  std::string words;
};

const std::vector<WordSpan>& spans_in_words() {
  static const auto all = [] {
    std::vector<WordSpan> read;
    for (const auto line : embedded_list("checks/data/answer-times.txt")) {
      WordSpan span;
      const auto cut = line.find(' ');
      std::from_chars(line.data(), line.data() + cut, span.minutes);
      span.words = fold(line.substr(cut + 1));
      read.push_back(std::move(span));
    }
    return read;
  }();
  return all;
}

bool speaks_of_answering(std::string_view folded) {
  static const ListedWords answers(word_list("answer-stems"));
  static const std::vector<std::string> others{"ответствен", "відповідальн"};  // "liable"
  for (std::size_t at = 0; at < folded.size();) {
    const auto found = answers.first_in(folded.substr(at));
    if (!found) return false;
    at += *found;
    const auto word = folded.substr(at);
    if (std::none_of(others.begin(), others.end(),
                     [&](const auto& other) { return word.starts_with(other); })) {
      return true;
    }
    ++at;
  }
  return false;
}

// What stands round a byte of the line.
std::string_view round_about(std::string_view line, std::size_t at) {
  const std::size_t begin = at > kBefore ? at - kBefore : 0;
  return line.substr(begin, at - begin + kAfter);
}

void keep_quickest(std::optional<AnswerPromise>& best, std::optional<AnswerPromise> found) {
  if (found && (!best || found->minutes < best->minutes)) best = std::move(found);
}

// The part of the line between two marks that holds the byte: "it takes about 5 minutes".
std::string_view clause_about(std::string_view line, std::size_t at) {
  constexpr std::string_view marks = ",;.!?()|";
  const auto before = line.find_last_of(marks, at);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return line.substr(begin, line.find_first_of(marks, at) - begin);
}

// "Find out the price by tomorrow" promises an answer; of a shorter time it invites to read on.
bool promises_to_tell(std::string_view around, int minutes) {
  constexpr int a_day = 1440;
  return minutes >= a_day && has_listed_phrase(around, "checks/data/finding-out-words.txt");
}

// A time in the clause of the answer counts before one that stands elsewhere in the line; the time
// that reading or filling in takes does not.
std::optional<AnswerPromise> promise_in_line(const std::string& folded) {
  std::optional<AnswerPromise> near, far;
  const auto note = [&](int minutes, std::size_t at) {
    const auto around = round_about(folded, at);
    const auto clause = clause_about(folded, at > 0 ? at - 1 : 0);
    const bool answering = speaks_of_answering(clause) || promises_to_tell(clause, minutes);
    if (!answering && !speaks_of_answering(around)) return;
    if (!answering && has_listed_phrase(clause, "checks/data/effort-words.txt")) return;
    const bool hours = has_listed_phrase(around, "checks/data/working-time-words.txt");
    keep_quickest(answering ? near : far,
                  AnswerPromise{minutes, hours, shorten(folded, 200), nullptr});
  };
  each_span(folded, note);
  for (const WordSpan& span : spans_in_words()) {
    if (!contains_phrase(folded, span.words)) continue;
    note(span.minutes, folded.find(span.words) + 1);
  }
  return near ? near : far;
}

}  // namespace

std::optional<AnswerPromise> promise_in(std::string_view text) {
  // "24/7", "24 hours a day, 7 days a week" is when somebody is there, not how long an answer
  // takes.
  static const RE2 at_every_hour(R"(\b24\b\D{0,40}\b7\b(?:\s?\pL+)?)");
  std::optional<AnswerPromise> best;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min({text.find('\n', begin), begin + kLongestLine, text.size()});
    std::string folded = fold(text.substr(begin, end - begin));
    RE2::GlobalReplace(&folded, at_every_hour, " ");
    const bool tells = has_listed_phrase(folded, "checks/data/finding-out-words.txt");
    if (tells || speaks_of_answering(folded)) keep_quickest(best, promise_in_line(folded));
    begin = end < text.size() && text[end] != '\n' ? end : end + 1;
  }
  return best;
}

std::optional<AnswerPromise> promise_of(const Site& site) {
  std::optional<AnswerPromise> best;
  for (const Page* page : site.sample()) {
    const auto classes = classes_of(site, *page);
    const bool about_law = std::any_of(classes.begin(), classes.end(), [](const auto& name) {
      return name == "terms" || name == "privacy" || name == "reviews" || name == "blog";
    });
    if (about_law && page != site.home()) continue;
    auto found = promise_in(std::string_view(page->text()).substr(0, kMostText));
    if (found) found->page = page;
    keep_quickest(best, std::move(found));
  }
  return best;
}

}  // namespace touchstone
