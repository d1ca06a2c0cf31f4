#include <algorithm>

#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/structured_data.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
#include "checks/week_hours.h"
#include "site/iso_date.h"
#include "site/page_class.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check opening_hours;

namespace {

constexpr int kBelowLabel = 12;  // lines in which a table of hours goes on
constexpr std::size_t kLongestLine = 600;

// What a page says to people.
struct ToldHours {
  WeekHours week;
  bool holidays = false, by_appointment = false;
};

// "Open on December 24", wherever it stands: a day of its own, with or without a holiday's name.
bool tells_of_holiday(std::string_view line, const std::string& folded) {
  constexpr std::size_t longest = 300;
  if (line.size() > longest) return false;
  const bool told_of = has_listed_phrase(folded, "checks/data/open-words.txt") ||
                       has_listed_phrase(folded, "checks/data/closed-words.txt");
  return told_of && (names_day_without_year(line) ||
                     has_listed_phrase(folded, "checks/data/holiday-words.txt"));
}

// On the contact page every line may tell hours, elsewhere only those below such a heading.
ToldHours told_on(const Page& page, bool is_contact) {
  ToldHours told;
  HoursReader reader(page.language());
  const std::string_view text = page.text();
  int left = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.size() > kLongestLine) continue;
    const std::string folded = fold(line);
    if (has_listed_phrase(folded, "checks/data/hours-labels.txt")) left = kBelowLabel;
    told.holidays = told.holidays || tells_of_holiday(line, folded);
    if (left == 0 && !is_contact) continue;
    const bool near_label = left > 0;
    left = std::max(0, left - 1);
    reader.read_line(line);
    if (!near_label) continue;
    told.holidays = told.holidays || has_listed_phrase(folded, "checks/data/holiday-words.txt");
    told.by_appointment =
        told.by_appointment || has_listed_phrase(folded, "checks/data/appointment-words.txt");
  }
  told.week = reader.week();
  return told;
}

// Special dates of the structured data: absent where it has none.
std::optional<bool> special_dates_are_over(const std::vector<Thing>& things, Time now) {
  std::optional<bool> over;
  for (const Thing& thing : things) {
    if (!thing.is_a("OpeningHoursSpecification")) continue;
    const auto until = parse_iso_date(thing.text("validThrough").value_or(""));
    if (until) over = over.value_or(true) && *until + std::chrono::hours(24) < now;
  }
  return over;
}

struct Hours {
  WeekHours told, published;
  std::vector<Evidence> evidence;
  int told_apart = 0;  // days on which two pages, or page and data, differ
  bool holidays = false, by_appointment = false;
  std::optional<bool> dates_over;

  void add(const Page& page, const ToldHours& said) {
    holidays = holidays || said.holidays;
    by_appointment = by_appointment || said.by_appointment;
    if (said.week.settled() == 0) return;
    evidence.push_back({page.url().href(), "text", ""});
    if (told.settled() == 0) {
      told = said.week;
    } else if (!told.several && !said.week.several) {
      told_apart = std::max(told_apart, told.differing_from(said.week));
    }
  }
};

Hours hours_of(const Site& site) {
  Hours hours;
  std::vector<const Page*> pages = site.sample();
  const Page* const contact = page_of_class(site, "contact");
  std::stable_partition(pages.begin(), pages.end(),
                        [&](const Page* page) { return page == contact; });
  for (const Page* page : pages) {
    hours.add(*page, told_on(*page, page == contact));
    const auto things = structured_data_of(*page).things;
    if (const auto over = special_dates_are_over(things, site.recording().taken)) {
      hours.dates_over = hours.dates_over.value_or(true) && *over;
    }
    if (hours.published.settled() > 0) continue;
    hours.published = touchstone::hours_of(things);
    if (hours.published.settled() > 0) {
      hours.evidence.push_back({page->url().href(), "structured data", ""});
    }
  }
  if (!hours.told.several && !hours.published.several) {
    hours.told_apart = std::max(hours.told_apart, hours.told.differing_from(hours.published));
  }
  return hours;
}

int settled_days(const Hours& hours) {
  int days = 0;
  for (std::size_t day = 0; day < hours.told.days.size(); ++day) {
    days += hours.told.days[day].settled || hours.published.days[day].settled ? 1 : 0;
  }
  return days;
}

const char* how_stated(const Hours& hours) {
  const bool told = hours.told.settled() > 0, published = hours.published.settled() > 0;
  if (hours.told_apart > 0) return "contradiction";
  if (told && published) return "both";
  if (published) return "data";
  return hours.by_appointment && !told ? "appointment" : "text";
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(opening_hours, *why);
  const Hours hours = hours_of(site);
  const int days = settled_days(hours);
  if (days == 0 && !presence.opening_hours && !hours.by_appointment) {
    return no_contact_found(opening_hours, site);
  }
  Facts facts;
  facts.say("present", true, hours.evidence);
  // Every day that differs says so by itself.
  facts.say("stated", how_stated(hours), hours.evidence).signals = std::max(1, hours.told_apart);
  facts.say("days", days, hours.evidence);
  const bool note = hours.holidays || hours.dates_over == false;
  facts.say("holidays", note ? "note" : hours.dates_over ? "past" : "none").signals = 2;
  return facts;
}

}  // namespace

const Check opening_hours{
    "opening-hours",
    {{"present", "", "opening hours are shown or published"},
     {"stated", "",
      "where: text, data (for machines alone), both, contradiction (two places differ), "
      "appointment"},
     {"days", "", "days of the week of which it is known whether and when one may come"},
     {"holidays", "", "what is said of holidays: note, past (dates that are over), none"}},
    measure};

}  // namespace touchstone::checks
