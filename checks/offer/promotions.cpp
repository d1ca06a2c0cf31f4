#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/structured_data.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
#include "site/iso_date.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check promotions;

namespace {

using std::chrono::sys_days;

struct End {
  sys_days day;
  Evidence evidence;
};

// Actions that are called over are no promise any more: the text ends where their heading stands.
std::string without_archive(const std::string& text) {
  constexpr std::size_t longest_heading = 80;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = std::string_view(text).substr(begin, end - begin);
    const bool heading = line.size() <= longest_heading;
    if (heading && has_listed_phrase(fold(line), "checks/data/archive-words.txt")) {
      return text.substr(0, begin);
    }
    begin = end + 1;
  }
  return text;
}

// The last day of an offer stands behind "until", behind another day and a dash, or before "まで".
bool is_end(const std::string& text, const std::vector<TextDate>& dates, std::size_t index) {
  constexpr std::size_t near = 24, next_to = 12;
  const TextDate& date = dates[index];
  if (index > 0) {
    const std::size_t behind = dates[index - 1].end;
    if (date.begin - behind <= next_to && text.find('\n', behind) >= date.begin) return true;
  }
  const std::size_t line = text.rfind('\n', date.begin) + 1;
  const std::size_t begin = std::max(line, date.begin - std::min(date.begin, near));
  const std::string before = fold(std::string_view(text).substr(begin, date.begin - begin));
  if (has_listed_phrase(before, "checks/data/last-day-words.txt")) return true;
  const std::string behind = fold(std::string_view(text).substr(date.end, next_to));
  return behind.find("まで") != behind.npos || behind.find("까지") != behind.npos ||
         behind.find("तक") != behind.npos || behind.find("kadar") != behind.npos;
}

std::vector<End> ends_in(const Page& page, const std::string& text) {
  std::vector<End> ends;
  const auto dates = dates_in(text);
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (!is_end(text, dates, i)) continue;
    const auto words = text.substr(dates[i].begin, dates[i].end - dates[i].begin);
    ends.push_back({dates[i].day, {page.url().href(), "", words}});
  }
  for (const Thing& thing : structured_data_of(page).things) {
    for (const char* property :
         {"endDate", "validThrough", "priceValidUntil", "availabilityEnds"}) {
      const auto value = thing.text(property);
      const auto time = value ? parse_iso_date(*value) : std::nullopt;
      if (!time) continue;
      ends.push_back({std::chrono::floor<std::chrono::days>(*time),
                      {page.url().href(), std::string("schema.org ") + property, *value}});
    }
  }
  return ends;
}

void say_ends(Facts& facts, const Site& site, const Page& page, const std::string& text) {
  constexpr std::size_t enough = 20;
  const auto today = std::chrono::floor<std::chrono::days>(site.recording().taken);
  const auto ends = ends_in(page, text);
  std::int64_t overdue = 0;
  std::vector<Evidence> past, all;
  for (const End& end : ends) {
    const auto days = (today - end.day).count();
    if (all.size() < enough) all.push_back(end.evidence);
    if (days > 0 && past.size() < enough) past.push_back(end.evidence);
    overdue = std::max<std::int64_t>(overdue, days);
  }
  const auto why = absence_unproven_because(page);
  if (ends.empty() && why) {
    facts.unknown("ends", *why);
    facts.unknown("overdue", *why);
    return;
  }
  facts.say("ends", ends.size(), std::move(all));
  // A past date alone may be told for another reason; two, or a heading's date, are not.
  facts.say("overdue", overdue, past).signals = past.size() >= 2 ? 2 : 1;
}

Facts measure(const Site& site, const Presence&) {
  const ClassPage found = class_page(site, "promotions");
  Facts facts;
  say_class_page(facts, found);
  if (!found.page) {
    say_unseen(facts, found, {"ends", "overdue", "terms"});
    return facts;
  }
  const std::string text = without_archive(content_text(found));
  say_ends(facts, site, *found.page, text);
  const bool terms = has_listed_phrase(fold(text), "checks/data/offer-terms.txt");
  say_shown(facts, "terms", terms, *found.page, {found.evidence()});
  return facts;
}

}  // namespace

const Check promotions{
    "promotions",
    {{"present", "", "there is a page of promotions, or a link that promises one"},
     {"dead", "", "the link to it leads nowhere"},
     {"ends", "", "last days of offers on it"},
     {"overdue", "days", "how long ago the earliest of them was"},
     {"terms", "", "it names conditions"}},
    measure};

}  // namespace touchstone::checks
