#include "checks/policy_text.h"

#include <algorithm>

#include "checks/content_text.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
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

void say_age(Facts& facts, const Site& site, const ClassPage& found, const std::string& text) {
  using std::chrono::sys_days;
  const auto today = std::chrono::floor<std::chrono::days>(site.recording().taken);
  std::optional<TextDate> newest;
  for (const TextDate& date : dates_in(text)) {
    if (date.day > today + std::chrono::days(1)) continue;  // until when it holds
    if (!newest || date.day > newest->day) newest = date;
  }
  if (newest) {
    const auto age = std::chrono::duration_cast<std::chrono::months>(today - newest->day).count();
    facts.say("months_old", static_cast<std::int64_t>(std::max<std::int64_t>(age, 0)),
              {{found.page->url().href(), "",
                shorten(text.substr(newest->begin, newest->end - newest->begin), 60)}});
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
