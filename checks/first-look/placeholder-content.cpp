#include <algorithm>

#include "checks/check.h"
#include "checks/left_overs.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "site/deep_summary.h"
#include "site/page_class.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check placeholder_content;

namespace {

// Articles may speak about filler text and error messages.
bool is_article(const Site& site, const Page& page) {
  const auto classes = classes_of(site, page);
  if (!classes.empty() && classes.front() == "blog" && page.url().path().size() > 20) return true;
  if (fold(page.meta("og:type").value_or("")) == "article") return true;
  const auto things = things_of(page);
  return std::any_of(things.begin(), things.end(), [](const Thing& thing) {
    return thing.is_a("Article") || thing.is_a("BlogPosting") || thing.is_a("NewsArticle");
  });
}

// Pages that show something, with the pieces of it.
struct Findings {
  int pages = 0, pieces = 0;
  std::vector<Evidence> evidence;

  void add(const Page& page, const std::vector<LeftOver>& found) {
    constexpr std::size_t enough = 20;
    if (found.empty()) return;
    ++pages;
    pieces += static_cast<int>(found.size());
    for (const LeftOver& one : found) {
      if (evidence.size() < enough) evidence.push_back({page.url().href(), one.place, one.text});
    }
  }

  // Pages that were not read here. One may be an article that speaks about filler text.
  void add(const DeepSummary& deep, const Site& site) {
    constexpr std::size_t enough = 20;
    if (deep.left_over_pages < 2) return;
    for (const DeepSummary::LeftOver& one : deep.left_overs) {
      const auto url = Url::parse(one.url);
      if (!url || site.visit_of(*url)) continue;
      ++pages;
      ++pieces;
      if (evidence.size() < enough) evidence.push_back({one.url, "visible text", one.sign});
    }
  }

  // Nothing found proves something only where the home page was read in full.
  void say(Facts& facts, std::string_view name, const Site& site) const {
    const auto why = absence_unproven_because(*site.home());
    if (pages == 0 && why) {
      facts.unknown(name, *why);
    } else {
      facts.say(name, pages, evidence).signals = pieces >= 2 ? 2 : 1;
    }
  }
};

bool is_default_post(const LeftOver& one) {
  return one.place == "title";
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(placeholder_content, *why);
  Findings strong, weak, listings;
  for (const Page* page : site.pages()) {
    if (!page->document()) continue;
    if (is_directory_listing(*page)) listings.add(*page, {{page->title(), "title"}});
    auto found = strong_left_overs(*page);
    if (!found.empty() && is_article(site, *page)) {
      std::erase_if(found, [](const LeftOver& one) { return !is_default_post(one); });
    }
    // The title of a page that was made with the software says it as surely as two pieces of text.
    if (!found.empty() && (page->fetch().attempt > 1 || is_default_post(found.front()))) {
      ++strong.pieces;
    }
    strong.add(*page, found);
    weak.add(*page, weak_left_overs(*page));
  }
  if (const auto& deep = site.recording().deep) strong.add(*deep, site);
  Facts facts;
  strong.say(facts, "strong", site);
  weak.say(facts, "weak", site);
  listings.say(facts, "listings", site);
  return facts;
}

}  // namespace

const Check placeholder_content{
    "placeholder-content",
    {{"strong", "", "pages with filler text, error messages or the samples of the software"},
     {"weak", "", "pages that say they are still to come"},
     {"listings", "", "linked pages on which the server lists its files"}},
    measure};

}  // namespace touchstone::checks
