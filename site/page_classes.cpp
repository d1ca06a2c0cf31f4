#include "site/page_classes.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "site/class_signs.h"
#include "site/contact_signs.h"
#include "site/page_class.h"
#include "site/text.h"
#include "site/vocabulary.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr int belongs = 5, belongs_as_well = 8, sign_points = 4;
constexpr std::size_t names_kept = 200;  // by which links call one page

struct Score {
  int words = 0;       // by links, path, title and heading
  int sign = 0;        // by content
  bool named = false;  // one of the words is the whole name, not a part of it
  int total() const { return words + sign; }
};

struct Name {  // by which a link or a heading calls a page
  std::string folded;
  bool in_menu = false;
  auto operator<=>(const Name&) const = default;
};

struct Names {
  std::set<Name> links;
  std::vector<std::string> titles;  // folded
};

std::string address(const Url& url) {
  return url.without_fragment().href();
}

std::unordered_map<const Page*, Names> names_of_pages(const Site& site) {
  std::unordered_map<std::string, const Page*> page_at;
  std::unordered_map<const Page*, Names> names;
  for (const Page* page : site.pages()) {
    page_at.emplace(address(page->fetch().asked), page);
    page_at.emplace(address(page->url()), page);
    Names& own = names[page];
    const bool turkish = page->language() == "tr";
    own.titles.push_back(fold(page->title(), turkish));
    if (!page->document()) continue;
    for (const Element& heading : page->document()->find("(//h1)[position() <= 2]")) {
      own.titles.push_back(fold(heading.text(), turkish));
    }
  }
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      if (!link.url || !link.url->fragment().empty()) continue;
      const auto target = page_at.find(address(*link.url));
      if (target == page_at.end()) continue;
      auto& known = names[target->second].links;
      if (known.size() >= names_kept) continue;
      known.insert({fold(link.name(), page->language() == "tr"), link.region != Region::main});
    }
  }
  return names;
}

// The parts of "Contact us | Example Ltd" as sites separate them.
std::vector<std::string_view> parts_of_title(std::string_view title) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size(); ++at) {
    const bool bar = title[at] == '|' || title.substr(at).starts_with("»") ||
                     title.substr(at).starts_with("·") || title[at] == ':' ||
                     title.substr(at).starts_with(" - ");
    if (!bar) continue;
    parts.push_back(title.substr(begin, at - begin));
    begin = at + 1;
  }
  parts.push_back(title.substr(begin));
  return parts;
}

Score score_of(const Page& page, const Names& names, const std::string& name, bool path_proves) {
  Score score;
  int by_link = 0, by_path = 0, by_title = 0;
  // Its words mean nothing else in any language, and sites mix languages in their menus.
  const std::string language = name == "contact" ? "" : page.language();
  for (const Name& link : names.links) {
    const Match text = match_folded(link.folded, name, language);
    if (text == Match::equals) by_link = 5;
    if (text == Match::contains && link.in_menu) by_link = std::max(by_link, 3);
  }
  const Match path = path_proves ? match_slug(page.url().path(), name) : Match::none;
  if (path == Match::equals) by_path = 4;
  if (path == Match::contains) by_path = 2;
  bool title_equals = false;
  for (const auto& title : names.titles) {
    if (match_folded(title, name, language) == Match::none) continue;
    by_title = 3;
    for (const auto part : parts_of_title(title)) {
      title_equals = title_equals || match_folded(part, name, language) == Match::equals;
    }
  }
  score.words = by_link + by_path + by_title;
  score.named = by_link == 5 || by_path == 4 || title_equals;
  if (score.words > 0 && has_class_sign(page, name)) score.sign = sign_points;
  return score;
}

bool belongs_to(const Score& score) {
  return score.total() >= belongs && (score.named || score.sign > 0);
}

using Scores = std::map<std::string, Score, std::less<>>;

// An "Impressum", or the notice that Japanese law asks of shops, with phone and e-mail is the
// contact page of many small firms; a privacy policy names the contacts of others.
void adjust_contact(const Page& page, const Names& names, Scores& scores) {
  Score& contact = scores["contact"];
  const Score& privacy = scores["privacy"];
  if (belongs_to(privacy) && privacy.words >= contact.words) {
    contact = {};
    return;
  }
  if (contact.words > 0 || !page.document()) return;
  const auto imprints = word_list("imprint");
  const bool imprint =
      std::any_of(names.titles.begin(), names.titles.end(), [&](const auto& title) {
        return std::any_of(imprints.begin(), imprints.end(),
                           [&](const auto& word) { return contains_phrase(title, word); });
      });
  if (!imprint) return;
  ContactSigns signs(page, 20'000);
  walk(page.document()->body(), [&](const Step& step) { return signs.see(step); });
  const auto& found = signs.found();
  if (!found.contains(ContactSign::phone) || !found.contains(ContactSign::email)) return;
  contact = {belongs, 0, true};
}

std::vector<std::string> classes_by(const Scores& scores) {
  std::string first;
  int best = 0;
  for (const auto& name : page_classes()) {
    const Score& score = scores.at(name);
    const int rank = 2 * score.total() + (score.sign > 0);
    if (!belongs_to(score) || rank <= best) continue;
    best = rank;
    first = name;
  }
  if (first.empty()) return {};
  std::vector<std::string> classes{first};
  for (const auto& name : page_classes()) {
    const Score& score = scores.at(name);
    if (name != first && belongs_to(score) && score.total() >= belongs_as_well) {
      classes.push_back(name);
    }
  }
  return classes;
}

// What the site says, with status 200, at an address that does not exist; null where it refuses.
const Visit* answer_to_everything(const Site& site) {
  const Visit* const probe = site.visit(Role::missing);
  return probe && probe->fetch.ok() ? probe : nullptr;
}

// A soft 404: a link leads here, and what is told there is told everywhere.
// A page that needs scripts tells nothing yet.
bool is_told_everywhere(const Page& page, const Page* everywhere) {
  return everywhere && page.reason() != Reason::js_rendered && page.text() == everywhere->text();
}

}  // namespace

PageClasses class_pages(const Site& site) {
  PageClasses result;
  const auto names = names_of_pages(site);
  const Visit* const probe = answer_to_everything(site);
  const Page* const everywhere = probe ? site.page(*probe) : nullptr;
  // Nearer to home first, then the surer, then the shorter address; guessed pages last.
  using Rank = std::tuple<bool, int, int, std::size_t, Url>;
  std::map<std::string, Rank> best;
  for (const Page* page : site.pages()) {
    if (page == site.home() || is_told_everywhere(*page, everywhere)) continue;
    const Visit& visit = site.visit_of(*page);
    const bool guessed = visit.role == Role::guessed;
    Scores scores;
    for (const auto& name : page_classes()) {
      scores[name] = score_of(*page, names.at(page), name, !(guessed && probe));
    }
    adjust_contact(*page, names.at(page), scores);
    auto& classes = result.classes[page] = classes_by(scores);
    for (const auto& name : classes) {
      const Rank rank{guessed, visit.depth, -scores[name].total(), page->url().href().size(),
                      page->url()};
      const auto [entry, fresh] = best.emplace(name, rank);
      if (!fresh && entry->second <= rank) continue;
      entry->second = rank;
      result.page_of_class[name] = page;
    }
  }
  return result;
}

}  // namespace touchstone
