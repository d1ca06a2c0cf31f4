#include "checks/company_data.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "checks/class_page.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t kTextLookedAt = 200'000;  // bytes of a page
constexpr std::size_t kMostNumbers = 50;
constexpr std::size_t kMostLines = 2'000;
constexpr std::size_t kLongestLine = 200;  // bytes; opening hours stand in short ones

bool has_any(const Thing& thing, std::string_view names) {
  while (!names.empty()) {
    const auto bar = std::min(names.find('|'), names.size());
    if (thing.has(names.substr(0, bar))) return true;
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
  return false;
}

// The digits of a number without country code's signs, trunk zero and the "(0)" between them.
std::string digits_of(std::string_view number) {
  std::string text = ascii_digits(number.substr(0, 100));
  if (const auto trunk = text.find("(0)"); trunk != text.npos) text.erase(trunk, 3);
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

// The country code is optional: "+49 30 1234567" is "030 1234567".
bool same_number(const std::string& a, const std::string& b) {
  constexpr std::size_t fewest = 6;
  return std::min(a.size(), b.size()) >= fewest && (a.ends_with(b) || b.ends_with(a));
}

std::vector<std::string> numbers_of(const CompanyThing& company) {
  std::vector<std::string> numbers;
  const auto add = [&](const Thing& thing) {
    for (const auto& [property, value] : thing.texts) {
      if (property != "telephone" || numbers.size() >= kMostNumbers) continue;
      if (auto digits = digits_of(value); !digits.empty()) numbers.push_back(std::move(digits));
    }
  };
  add(*company.thing);
  for (const auto& [property, part] : company.thing->parts) {
    if (property == "contactPoint") add(company.page->data.things[part]);
  }
  return numbers;
}

void compare_numbers(const CompanyThing& company, const Presence& presence, Agreement& result) {
  const auto described = numbers_of(company);
  bool any = false, same = false, dialled = false;
  Evidence shown;
  for (const Phone& phone : presence.phones) {
    if (!phone.printed && !phone.tel_link) continue;
    const std::string digits = digits_of(phone.e164 ? *phone.e164 : phone.printed.value_or(""));
    if (digits.empty()) continue;
    if (!any) shown = {phone.url, phone.place, phone.printed.value_or(phone.tel_href)};
    any = true;
    dialled = dialled || (phone.printed && phone.tel_link && !phone.mismatched_tel);
    same = same || std::any_of(described.begin(), described.end(),
                               [&](const std::string& one) { return same_number(one, digits); });
  }
  if (described.empty() || !any) return;
  ++result.compared;
  if (same) return;
  ++result.contradictions;
  // The page prints one number and dials it: two looks that agree against the data.
  if (dialled) ++result.signals;
  result.evidence.push_back(company.evidence("telephone"));
  result.evidence.push_back(shown);
}

struct DescribedPlace {
  std::string street, postcode;  // folded
};

DescribedPlace place_of(const CompanyThing& company) {
  DescribedPlace place;
  for (const auto& [property, part] : company.thing->parts) {
    if (property != "address") continue;
    const Thing& address = company.page->data.things[part];
    place.street = collapse_spaces(fold(address.text("streetAddress").value_or("")));
    place.postcode = collapse_spaces(fold(address.text("postalCode").value_or("")));
    if (!place.street.empty() || !place.postcode.empty()) return place;
  }
  place.street = collapse_spaces(fold(company.thing->text("address").value_or("")));
  return place;
}

// Streets are abbreviated in many ways: the beginning of the longest word tells.
std::string telling_word(const std::string& street) {
  constexpr std::size_t shortest = 4, telling = 6;
  std::string longest;
  for (const std::string& word : words(std::string_view(street).substr(0, 400))) {
    const bool number = word.find_first_of("0123456789") != word.npos;
    if (!number && word.size() > longest.size()) longest = word;
  }
  if (longest.size() < shortest) return {};
  std::size_t end = std::min(longest.size(), telling);
  while (end < longest.size() && (static_cast<unsigned char>(longest[end]) & 0xC0) == 0x80) ++end;
  return longest.substr(0, end);
}

void compare_places(const CompanyThing& company, const std::string& text, const Presence& presence,
                    Agreement& result) {
  const DescribedPlace place = place_of(company);
  const std::string word = telling_word(place.street);
  if (place.postcode.size() < 3 && word.empty()) return;
  const bool same = (place.postcode.size() >= 3 && text.find(place.postcode) != text.npos) ||
                    (!word.empty() && text.find(word) != text.npos);
  const auto shown = std::find_if(
      presence.addresses.begin(), presence.addresses.end(), [&](const PostalAddress& address) {
        return text.find(collapse_spaces(fold(address.text))) != text.npos;
      });
  if (same) {
    ++result.compared;
  } else if (shown != presence.addresses.end()) {
    ++result.compared;
    ++result.contradictions;
    result.evidence.push_back(company.evidence("address"));
    result.evidence.push_back({shown->url, "address", shorten(shown->text, 200)});
  }
}

using Minutes = std::set<int>;  // of the day

// "09:00", "9.30 am", "6pm"; midnight says nothing.
Minutes times_in(std::string_view text, bool bare_hours) {
  static const RE2 time(R"((?:^|[^\d.:])(\d{1,2})(?:[:.](\d{2}))?(?::\d\d)?\s*([ap])?\.?m?)");
  Minutes times;
  re2::StringPiece rest(text.data(), text.size());
  std::string hours, minutes, half;
  while (times.size() < kMostNumbers && RE2::FindAndConsume(&rest, time, &hours, &minutes, &half)) {
    if (minutes.empty() && half.empty() && !bare_hours) continue;
    int hour = std::stoi(hours);
    const int minute = minutes.empty() ? 0 : std::stoi(minutes);
    if (half == "p" && hour < 12) hour += 12;
    if (half == "a" && hour == 12) hour = 0;
    const int at = hour * 60 + minute;
    if (hour <= 24 && minute < 60 && at != 0 && at != 24 * 60 && at != 24 * 60 - 1) {
      times.insert(at);
    }
  }
  return times;
}

Minutes described_hours(const CompanyThing& company) {
  Minutes times;
  for (const auto& [property, value] : company.thing->texts) {
    if (property == "openingHours") times.merge(times_in(value.substr(0, 1'000), false));
  }
  for (const auto& [property, part] : company.thing->parts) {
    if (property != "openingHoursSpecification") continue;
    for (const char* end : {"opens", "closes"}) {
      const auto value = company.page->data.things[part].text(end);
      if (value) times.merge(times_in(value->substr(0, 20), false));
    }
  }
  return times;
}

// Of the lines that name a day of the week.
Minutes shown_hours(const std::vector<DescribedPage>& pages) {
  Minutes times;
  for (const DescribedPage& described : pages) {
    const auto days = word_list("weekdays", described.page->language());
    std::string_view rest = std::string_view(described.page->text()).substr(0, kTextLookedAt);
    for (std::size_t lines = 0; lines < kMostLines && !rest.empty(); ++lines) {
      const auto end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.size() > kLongestLine || line.find_first_of("0123456789") == line.npos) continue;
      const std::string folded = fold(line);
      const bool dated = std::any_of(days.begin(), days.end(), [&](const std::string& day) {
        return contains_phrase(folded, day) || folded.find(day) == 0;
      });
      if (dated) times.merge(times_in(folded, true));
    }
  }
  return times;
}

void compare_hours(const CompanyThing& company, const std::vector<DescribedPage>& pages,
                   Agreement& result) {
  const Minutes described = described_hours(company), shown = shown_hours(pages);
  const auto same = std::count_if(described.begin(), described.end(),
                                  [&](int time) { return shown.contains(time); });
  const bool all = same == static_cast<std::ptrdiff_t>(described.size());
  if (described.empty() || shown.size() < 2 || (same > 0 && !all)) return;
  ++result.compared;
  if (same > 0) return;
  ++result.contradictions;
  result.evidence.push_back(company.evidence("openingHours"));
}

}  // namespace

std::vector<DescribedPage> described_pages(const Site& site) {
  std::vector<DescribedPage> pages;
  std::set<const Page*> seen;
  for (const Page* page :
       {site.home(), page_of_class(site, "contact"), page_of_class(site, "about")}) {
    if (page && page->document() && seen.insert(page).second) {
      pages.push_back({page, structured_data_of(*page)});
    }
  }
  return pages;
}

std::optional<Reason> description_unproven_because(const Site& site) {
  if (const auto why = home_closed_because(site)) return why;
  for (const Page* page :
       {site.home(), page_of_class(site, "contact"), page_of_class(site, "about")}) {
    const auto why = page ? absence_unproven_because(*page) : std::nullopt;
    if (why) return why;
  }
  const auto why = promise_unread_because(site, "contact");
  return why ? why : promise_unread_because(site, "about");
}

Evidence CompanyThing::evidence(std::string_view property) const {
  std::string place(to_string(thing->syntax));
  if (!thing->types.empty()) place += " " + shorten(thing->types.front(), 60);
  if (!property.empty()) place += "." + std::string(property);
  const auto excerpt = property.empty() ? thing->text("name") : thing->text(property);
  return {page->page->url().href(), place, shorten(collapse_spaces(excerpt.value_or("")), 200)};
}

FullestThing fullest_thing(const std::vector<DescribedPage>& pages, bool (*wanted)(const Thing&),
                           const std::vector<std::string_view>& properties) {
  FullestThing fullest;
  for (const DescribedPage& page : pages) {
    for (const Thing& thing : page.data.things) {
      if (!wanted(thing)) continue;
      const auto count = static_cast<int>(std::count_if(
          properties.begin(), properties.end(), [&](auto names) { return has_any(thing, names); }));
      if (!fullest.found.thing || count > fullest.properties) fullest = {{&page, &thing}, count};
    }
  }
  return fullest;
}

Agreement agreement_of(const CompanyThing& company, const std::vector<DescribedPage>& pages,
                       const Site& site, const Presence& presence, CompareHours hours) {
  Agreement result;
  std::string text;
  for (const Page* page : site.sample())
    text += collapse_spaces(fold(page->text().substr(0, kTextLookedAt))) + "\n";
  compare_numbers(company, presence, result);
  compare_places(company, text, presence, result);
  if (hours == CompareHours::yes) compare_hours(company, pages, result);
  result.signals = std::max(result.signals, result.contradictions);
  return result;
}

void say_agreement(Facts& facts, const Agreement& agreement) {
  facts.say("compared", agreement.compared, agreement.evidence);
  facts.say("contradictions", agreement.contradictions, agreement.evidence).signals =
      agreement.signals;
}

}  // namespace touchstone
