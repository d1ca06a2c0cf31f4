#include "checks/policy_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "checks/content_text.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t most_read = 100'000;

std::string beginning(std::string text) {
  if (text.size() > most_read) {
    text.resize(most_read);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
      text.pop_back();
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.pop_back();
  }
  return text;
}

void say_length(Facts& facts, const ClassPage& found, const std::string& text) {
  constexpr std::size_t enough = 20'000;  // bytes; beyond, nobody asks for the exact length
  const auto length = grapheme_count(std::string_view(text).substr(0, enough), true);
  constexpr std::size_t longest_short = 1'500;
  const auto why = absence_unproven_because(*found.page);
  if (why && length < longest_short) {
    facts.unknown("length", *why, {found.evidence()});
    return;
  }
  Fact& fact = facts.say("length", static_cast<std::int64_t>(length), {found.evidence()});
  // The page with its frame is a second look: it is short, too.
  const auto whole = std::string_view(found.page->text()).substr(0, enough);
  if (grapheme_count(whole, true) < longest_short) fact.signals = 2;
}

struct Dated {
  std::chrono::sys_days day;
  std::string written;
};

// "Federal law of 27.07.2006 No. 152", "Regulation (EU) 2016/679 of 27 April 2016": the date of
// what the policy refers to.
bool is_of_a_law(std::string_view text, const TextDate& date) {
  constexpr std::size_t before = 120, after = 32;  // bytes
  static const RE2 number(
      R"(^[^\pL\n]{0,5}(?i:года|г\.)?[^\pL\n]{0,3}(?:№|N[ \d]|Nr\.|n\.? ?°|nº))");
  const auto behind = text.substr(date.end, std::min(after, text.size() - date.end));
  if (RE2::PartialMatch({behind.data(), behind.size()}, number)) return true;
  const std::size_t from = date.begin > before ? date.begin - before : 0;
  std::string line(text.substr(from, date.begin - from));
  static const RE2 earlier(R"((?s)^.*(?:\n|[.!?] +\p{Lu}|。))");
  RE2::Replace(&line, earlier, "");
  return has_listed_phrase(fold(line), "checks/data/law-words.txt");
}

std::optional<Dated> newest_date(const std::string& text, std::chrono::sys_days today) {
  std::vector<TextDate> dates = dates_in(text);
  for (const TextDate& month : months_in(text)) dates.push_back(month);
  std::optional<Dated> newest;
  for (const TextDate& date : dates) {
    if (date.day > today + std::chrono::days(1)) continue;  // until when it holds
    if ((newest && date.day <= newest->day) || is_of_a_law(text, date)) continue;
    newest = Dated{date.day, text.substr(date.begin, date.end - date.begin)};
  }
  return newest;
}

void say_age(Facts& facts, const Site& site, const ClassPage& found, const std::string& text) {
  using std::chrono::sys_days;
  const auto today = std::chrono::floor<std::chrono::days>(site.recording().taken);
  std::optional<Dated> newest = newest_date(text, today);
  // The date may stand beside the text, where the region of the page is another one.
  if (!newest && !found.section) newest = newest_date(beginning(found.page->text()), today);
  if (newest) {
    const auto age = std::chrono::duration_cast<std::chrono::months>(today - newest->day).count();
    facts.say("months_old", static_cast<std::int64_t>(std::max<std::int64_t>(age, 0)),
              {{found.page->url().href(), "", shorten(newest->written, 60)}});
  } else if (const auto why = absence_unproven_because(*found.page)) {
    facts.unknown("months_old", *why);
  } else {
    facts.absent("months_old", {found.evidence()});
  }
}

}  // namespace

std::string policy_text(const ClassPage& found) {
  return found.page ? beginning(content_text(found)) : "";
}

void say_length_and_age(Facts& facts, const Site& site, const ClassPage& found) {
  if (!found.page) {
    say_unseen(facts, found, {"length", "months_old"});
    return;
  }
  const std::string text = policy_text(found);
  say_length(facts, found, text);
  say_age(facts, site, found, text);
}

}  // namespace touchstone
