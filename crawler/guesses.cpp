#include "crawler/guesses.h"

#include <algorithm>

#include "crawler/probes.h"
#include "site/vocabulary.h"

namespace touchstone {
namespace {

constexpr std::size_t max_of_contact = 6, max_of_sitemap = 3;
constexpr std::size_t max_of_class = 2, max_of_others = 12;
constexpr std::size_t max_looked_at = 50'000, max_looked_at_for_others = 3'000;

// In the order of what its absence costs a customer.
const std::vector<std::string>& other_classes() {
  static const std::vector<std::string> classes{"privacy", "about",  "prices",   "faq",
                                                "reviews", "terms",  "delivery", "returns",
                                                "payment", "thanks", "login"};
  return classes;
}

Task guess(const Url& url, const std::string& page_class) {
  return {.role = Role::guessed,
          .url = url,
          .rank = Rank::sample,
          .note = page_class,
          .page_class = page_class};
}

}  // namespace

void Guesses::take(const Sitemap& sitemap, const Url& home) {
  const auto add = [this](const Url& url, const std::string& page_class, std::size_t most) {
    auto& found = of_sitemap_[page_class];
    if (found.size() < most && match_slug(url.path(), page_class) == Match::equals)
      found.push_back(url);
  };
  for (const auto& url : sitemap.locations) {
    if (url.host() != home.host()) continue;
    if (++looked_at_ > max_looked_at) return;
    add(url, "contact", max_of_sitemap);
    if (looked_at_ > max_looked_at_for_others) continue;
    for (const auto& page_class : other_classes()) add(url, page_class, 1);
  }
}

std::vector<Task> Guesses::tasks(const Url& home, const std::vector<std::string>& languages,
                                 const std::string& extension) const {
  const auto candidates = [&](const std::string& page_class, std::size_t most) {
    const auto found = of_sitemap_.find(page_class);
    auto urls = found == of_sitemap_.end() ? std::vector<Url>{} : found->second;
    for (const auto& path : usual_paths(page_class, languages, extension))
      urls.push_back(home.with_path(path));
    urls.resize(std::min(urls.size(), most), home);
    return urls;
  };
  std::vector<Task> result;
  if (!linked_.contains("contact"))
    for (const auto& url : candidates("contact", max_of_contact))
      result.push_back(guess(url, "contact"));
  const auto of_contact = result.size();
  for (std::size_t round = 0; round < max_of_class; ++round) {
    for (const auto& page_class : other_classes()) {
      if (linked_.contains(page_class) || result.size() == of_contact + max_of_others) continue;
      const auto urls = candidates(page_class, max_of_class);
      if (round < urls.size()) result.push_back(guess(urls[round], page_class));
    }
  }
  return result;
}

}  // namespace touchstone
