#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/money.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/iso_date.h"
#include "site/page_class.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check structured_data_content;

namespace {

constexpr std::size_t kMostPages = 30;
constexpr std::size_t kMostEvidence = 20;
constexpr std::size_t kMostOffers = 5;  // a list of products shows more prices than can be matched

bool is_any_of(const Thing& thing, const std::vector<std::string_view>& types) {
  return std::any_of(types.begin(), types.end(), [&](auto type) { return thing.is_a(type); });
}

const std::vector<std::string_view> product_types{
    "Product", "ProductGroup", "IndividualProduct", "ProductModel", "Vehicle", "Car"};
const std::vector<std::string_view> article_types{"Article",     "NewsArticle", "BlogPosting",
                                                  "TechArticle", "Report",      "Blog"};
const std::vector<std::string_view> dated_types{"Article", "NewsArticle", "BlogPosting", "Event",
                                                "JobPosting"};

struct ContentPage {
  const Page* page = nullptr;
  std::vector<Thing> things;
  bool expected = false;  // it shows people what data could say
  bool covered = false;   // of all that it shows, the data say it
};

// A product, an article, questions or a path of links shown to people need data of their kind.
ContentPage read_content(const Site& site, const Page& page) {
  ContentPage content{&page, structured_data_of(page).things, false, false};
  const auto described = [&](const std::vector<std::string_view>& types) {
    return std::any_of(content.things.begin(), content.things.end(),
                       [&](const Thing& thing) { return is_any_of(thing, types); });
  };
  const auto classes = classes_of(site, page);
  const bool questions = std::find(classes.begin(), classes.end(), "faq") != classes.end();
  const bool product = fold(page.meta("og:type").value_or("")).starts_with("product") ||
                       page.meta("product:price:amount").has_value();
  const bool article = page.meta("article:published_time").has_value();
  const bool path = page.document()
                        ->first(
                            "//body//*[matches(concat(@class, ' ', @id, ' ', @aria-label), "
                            "'(?i)(^|[^a-z])breadcrumbs?([^a-z]|$)')]")
                        .has_value();
  bool lacking = false;
  const auto hold = [&](bool shown, const std::vector<std::string_view>& types) {
    const bool there = described(types);
    content.expected = content.expected || shown || there;
    lacking = lacking || (shown && !there);
  };
  hold(product, product_types);
  hold(article, article_types);
  hold(questions, {"FAQPage", "QAPage"});
  hold(path, {"BreadcrumbList"});
  hold(false, {"Event", "JobPosting"});
  content.covered = content.expected && !lacking;
  return content;
}

struct Prices {
  int offers = 0, not_numbers = 0, wrong_currencies = 0, differing = 0, incomplete = 0;
  std::vector<Evidence> wrong, lacking;

  void add_wrong(const Page& page, std::string_view property, const std::string& value) {
    if (wrong.size() < kMostEvidence) {
      wrong.push_back({page.url().href(), "Offer." + std::string(property), shorten(value, 100)});
    }
  }
};

bool is_currency(const std::string& code) {
  static const std::set<std::string_view> codes = [] {
    std::set<std::string_view> read;
    for (std::string_view line : embedded_list("checks/data/currency-codes.txt")) {
      for (std::size_t at = 0; at + 3 <= line.size(); at += 4) read.insert(line.substr(at, 3));
    }
    return read;
  }();
  return codes.contains(code);
}

// schema.org: digits with a full stop before the cents, nothing else. In hundredths.
std::optional<std::int64_t> price_of(const std::string& text) {
  static const RE2 number(R"((\d{1,12})(?:\.(\d{1,2})\d*)?)");
  std::string whole, cents;
  if (!RE2::FullMatch(text, number, &whole, &cents)) return std::nullopt;
  cents.resize(2, '0');
  return std::stoll(whole) * 100 + std::stoll(cents);
}

// What an offer says of itself, or by the price specification that it holds.
std::optional<std::string> of_offer(const Thing& offer, const std::vector<Thing>& things,
                                    const std::vector<std::string_view>& properties) {
  const auto first_in = [&](const Thing& thing) -> std::optional<std::string> {
    for (const auto property : properties) {
      if (auto value = thing.text(property); value && !collapse_spaces(*value).empty()) {
        return collapse_spaces(*value);
      }
    }
    return std::nullopt;
  };
  if (auto value = first_in(offer)) return value;
  for (const auto& [property, part] : offer.parts) {
    if (property != "priceSpecification") continue;
    if (auto value = first_in(things[part])) return value;
  }
  return std::nullopt;
}

void read_prices(const ContentPage& content, Prices& prices) {
  std::set<std::int64_t> said;
  std::size_t offers = 0;
  for (const Thing& thing : content.things) {
    if (!thing.is_a("Offer") && !thing.is_a("AggregateOffer")) continue;
    ++offers;
    ++prices.offers;
    const auto price = of_offer(thing, content.things, {"price", "lowPrice"});
    const auto currency = of_offer(thing, content.things, {"priceCurrency"});
    if (!price || !currency || !thing.has("availability")) {
      ++prices.incomplete;
      if (prices.lacking.size() < kMostEvidence) {
        prices.lacking.push_back({content.page->url().href(),
                                  std::string(to_string(thing.syntax)) + " Offer",
                                  shorten(price.value_or("no price"), 100)});
      }
    }
    if (currency && !is_currency(*currency)) {
      ++prices.wrong_currencies;
      prices.add_wrong(*content.page, "priceCurrency", *currency);
    }
    if (!price) continue;
    if (const auto number = price_of(*price)) {
      if (*number > 0) said.insert(*number);
    } else {
      ++prices.not_numbers;
      prices.add_wrong(*content.page, "price", *price);
    }
  }
  if (said.empty() || offers > kMostOffers) return;
  constexpr std::size_t looked_at = 100'000;
  const auto shown = amounts_in(std::string_view(content.page->text()).substr(0, looked_at));
  const bool same = std::any_of(shown.begin(), shown.end(), [&](const Amount& amount) {
    return said.contains(amount.hundredths);
  });
  if (shown.empty() || same) return;
  ++prices.differing;
  prices.add_wrong(*content.page, "price", std::to_string(*said.begin() / 100));
}

void say_prices(Facts& facts, const std::vector<ContentPage>& pages) {
  Prices prices;
  for (const ContentPage& content : pages) read_prices(content, prices);
  if (prices.offers == 0) {
    for (const char* name :
         {"not_numbers", "wrong_currencies", "differing_prices", "incomplete_offers"}) {
      facts.not_applicable(name);
    }
    return;
  }
  facts.say("not_numbers", prices.not_numbers, prices.wrong);
  facts.say("wrong_currencies", prices.wrong_currencies, prices.wrong);
  facts.say("differing_prices", prices.differing, prices.wrong);
  facts.say("incomplete_offers", prices.incomplete, prices.lacking);
}

void say_dates(Facts& facts, const std::vector<ContentPage>& pages) {
  int dated = 0, wrong = 0, missing = 0;
  std::vector<Evidence> evidence;
  for (const ContentPage& content : pages) {
    for (const Thing& thing : content.things) {
      if (!is_any_of(thing, dated_types)) continue;
      ++dated;
      bool any = false;
      for (const auto& [property, value] : thing.texts) {
        const bool date = property == "datePublished" || property == "dateModified" ||
                          property == "startDate" || property == "endDate" ||
                          property == "datePosted" || property == "validThrough";
        if (!date || value.empty()) continue;
        any = true;
        if (parse_iso_date(collapse_spaces(value))) continue;
        ++wrong;
        if (evidence.size() < kMostEvidence) {
          evidence.push_back({content.page->url().href(), property, shorten(value, 100)});
        }
      }
      missing += any ? 0 : 1;
    }
  }
  if (dated == 0) {
    facts.not_applicable("wrong_dates");
    facts.not_applicable("undated");
    return;
  }
  facts.say("wrong_dates", wrong, std::move(evidence));
  facts.say("undated", missing);
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(structured_data_content, *why);
  std::vector<ContentPage> pages;
  int covered = 0, described = 0;
  std::vector<Evidence> lacking;
  for (const Page* page : site.pages()) {
    if (pages.size() == kMostPages) break;
    if (!page->document()) continue;
    ContentPage content = read_content(site, *page);
    if (!content.expected) continue;
    covered += content.covered ? 1 : 0;
    described += content.things.empty() ? 0 : 1;
    if (!content.covered && lacking.size() < kMostEvidence) {
      lacking.push_back({page->url().href(), "JSON-LD, microdata, RDFa", ""});
    }
    pages.push_back(std::move(content));
  }
  if (pages.empty()) {
    const auto why = site_absence_unproven_because(site);
    return why ? all_unknown(structured_data_content, *why)
               : all_not_applicable(structured_data_content);
  }
  Facts facts;
  facts.say("present", covered > 0 || described > 0, lacking);
  facts.say("coverage", 100 * covered / static_cast<int>(pages.size()), std::move(lacking));
  say_prices(facts, pages);
  say_dates(facts, pages);
  return facts;
}

}  // namespace

const Check structured_data_content{
    "structured-data-content",
    {{"present", "", "a page with a product, an article, questions or a path has data"},
     {"coverage", "%", "such pages whose data say what the page shows"},
     {"not_numbers", "", "prices in the data that are no numbers"},
     {"wrong_currencies", "", "currencies in the data that ISO 4217 does not know"},
     {"differing_prices", "", "pages whose data name a price that the page does not show"},
     {"incomplete_offers", "", "offers without price, currency or availability"},
     {"wrong_dates", "", "dates in the data that are not written as ISO 8601 asks"},
     {"undated", "", "articles, events and vacancies without a date"}},
    measure};

}  // namespace touchstone::checks
