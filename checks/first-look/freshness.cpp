#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "checks/check.h"
#include "checks/copyright_year.h"
#include "checks/offer_end.h"
#include "checks/structured_data.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
#include "site/deep_summary.h"
#include "site/iso_date.h"
#include "site/media_type.h"
#include "site/page_class.h"
#include "site/sitemap.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check freshness;

namespace {

using std::chrono::days;
using std::chrono::sys_days;

sys_days today(const Site& site) {
  return std::chrono::floor<days>(site.recording().taken);
}

void say_year(Facts& facts, const Site& site) {
  const std::chrono::year_month_day date(today(site));
  const auto printed = copyright_year(*site.home(), static_cast<int>(date.year()));
  facts.say("month", static_cast<int>(static_cast<unsigned>(date.month())));
  if (printed) {
    const int age = std::max(0, static_cast<int>(date.year()) - printed->year);
    facts.say("year", printed->year, {printed->evidence});
    facts.say("year_age", age, {printed->evidence});
    return;
  }
  const auto why = absence_unproven_because(*site.home());
  for (const char* name : {"year", "year_age"}) {
    why ? facts.unknown(name, *why) : facts.absent(name);
  }
}

// The newest day that anything of the site names, and how many kinds of places name one.
class News {
 public:
  explicit News(sys_days now) : now_(now) {}

  void see(std::size_t kind, Time time, Evidence evidence) {
    const sys_days day = std::chrono::floor<days>(time);
    constexpr days ahead{366};  // an event to come is a sign of life, a date in 2099 is a mistake
    if (day > now_ + ahead) return;
    kinds_[kind] = true;
    if (newest_ && *newest_ >= day) return;
    newest_ = day;
    evidence_ = std::move(evidence);
  }

  void say(Facts& facts) const {
    if (!newest_) {
      facts.not_applicable("newest_days");
      return;
    }
    const auto age = std::max<std::int64_t>(0, (now_ - *newest_).count());
    facts.say("newest_days", age, {evidence_}).signals =
        static_cast<int>(std::count(kinds_.begin(), kinds_.end(), true));
  }

 private:
  sys_days now_;
  std::optional<sys_days> newest_;
  Evidence evidence_;
  std::array<bool, 5> kinds_{};
};

enum Kind : std::size_t { element, structured, text, feed, sitemap };

// What customers write is theirs, not a sign of the company's life.
bool in_review(Element at) {
  static const RE2 theirs("(?i)review|comment|testimonial|rating|otzyv");
  for (; at; at = at.parent()) {
    if (RE2::PartialMatch(
            at.attribute("class").value_or("") + " " + at.attribute("itemprop").value_or(""),
            theirs)) {
      return true;
    }
  }
  return false;
}

void see_elements(const Page& page, News& news) {
  constexpr std::size_t most = 200;
  const auto times = page.document()->find("//time[@datetime]");
  for (std::size_t i = 0; i < std::min(times.size(), most); ++i) {
    const std::string value = collapse_spaces(*times[i].attribute("datetime"));
    const auto time = parse_iso_date(value);
    if (!time || value.size() < 10 || in_review(times[i])) continue;
    news.see(Kind::element, *time, {page.url().href(), "//time", shorten(value, 40)});
  }
}

void see_structured(const Page& page, News& news) {
  const auto see = [&](const std::optional<std::string>& value, const char* place) {
    const auto time = value ? parse_iso_date(collapse_spaces(*value)) : std::nullopt;
    if (time) news.see(Kind::structured, *time, {page.url().href(), place, shorten(*value, 40)});
  };
  for (const Thing& thing : things_of(page)) {
    if (thing.is_a("Review") || thing.is_a("Comment")) continue;
    see(thing.text("dateModified"), "dateModified");
    see(thing.text("datePublished"), "datePublished");
  }
  see(page.meta("article:modified_time"), "article:modified_time");
  see(page.meta("article:published_time"), "article:published_time");
}

// On pages of news alone: elsewhere a date may be a founding day or a term.
void see_text(const Site& site, const Page& page, News& news) {
  const auto classes = classes_of(site, page);
  const bool dated = std::any_of(classes.begin(), classes.end(), [](const std::string& one) {
    return one == "blog" || one == "press" || one == "promotions";
  });
  if (!dated) return;
  for (const TextDate& date : dates_in(page.text())) {
    news.see(
        Kind::text, date.day,
        {page.url().href(), "visible text", page.text().substr(date.begin, date.end - date.begin)});
  }
}

void see_feed(const Visit& visit, News& news) {
  static const RE2 entry(R"re(<(?:pubDate|published|updated|dc:date)>\s*([^<]{8,40}?)\s*</)re"
                         R"re(|"date_(?:published|modified)"\s*:\s*"([^"]{8,40})")re");
  constexpr std::size_t longest = 1 << 20, most = 500;
  const std::string& body = visit.fetch.body;
  re2::StringPiece rest(body.data(), std::min(body.size(), longest));
  std::string tag, json;
  for (std::size_t i = 0; i < most && RE2::FindAndConsume(&rest, entry, &tag, &json); ++i) {
    const std::string& value = tag.empty() ? json : tag;
    auto time = parse_iso_date(value);
    if (!time) time = parse_http_date(value);
    if (time) news.see(Kind::feed, *time, {visit.fetch.asked.href(), "feed", shorten(value, 40)});
  }
}

void say_news(Facts& facts, const Site& site) {
  News news(today(site));
  for (const Page* page : site.pages()) {
    if (!page->document()) continue;
    see_elements(*page, news);
    see_structured(*page, news);
    see_text(site, *page, news);
  }
  if (const auto& deep = site.recording().deep; deep && deep->newest_date) {
    news.see(Kind::structured, *deep->newest_date,
             {deep->newest_page, "dateModified", format_rfc3339(*deep->newest_date)});
  }
  for (const Visit* visit : site.visits(Role::feed)) {
    if (visit->fetch.ok()) see_feed(*visit, news);
  }
  for (const Visit* visit : site.visits(Role::sitemap)) {
    if (!visit->fetch.ok()) continue;
    const Url& address = visit->fetch.answered();
    if (const auto newest = read_sitemap(visit->fetch.body, address).newest) {
      news.see(Kind::sitemap, *newest, {address.href(), "lastmod", format_rfc3339(*newest)});
    }
  }
  news.say(facts);
}

// Offers that are over, on the pages where customers decide.
void say_expired(Facts& facts, const Site& site) {
  std::vector<const Page*> pages{site.home()};
  for (const char* page_class : {"prices", "promotions"}) {
    const Page* page = page_of_class(site, page_class);
    if (page && std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
  }
  std::optional<OfferEnd> oldest;
  int over = 0;
  std::vector<Evidence> evidence;
  for (const Page* page : pages) {
    for (OfferEnd& offer : offer_ends(*page)) {
      if (offer.day >= today(site)) continue;
      ++over;
      if (evidence.size() < 20) evidence.push_back(offer.evidence);
      if (!oldest || offer.day < oldest->day) oldest = std::move(offer);
    }
  }
  if (oldest) {
    // An archive of past offers is honest; one on the start page or the price list is not.
    const bool archive = page_of_class(site, "promotions") &&
                         oldest->evidence.url == page_of_class(site, "promotions")->url().href();
    facts.say("expired_days", (today(site) - oldest->day).count(), std::move(evidence)).signals =
        archive && over < 2 ? 1 : 2;
  } else if (const auto why = absence_unproven_because(*site.home())) {
    facts.unknown("expired_days", *why);
  } else {
    facts.absent("expired_days");
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(freshness, *why);
  Facts facts;
  say_year(facts, site);
  say_news(facts, site);
  say_expired(facts, site);
  return facts;
}

}  // namespace

const Check freshness{
    "freshness",
    {{"year", "", "the last year beside the copyright sign at the foot of the home page"},
     {"year_age", "", "how many years ago that is"},
     {"month", "", "the month of the audit"},
     {"newest_days", "", "days since the newest date of articles, feeds and sitemaps"},
     {"expired_days", "", "days since the oldest offer ended that is still shown"}},
    measure};

}  // namespace touchstone::checks
