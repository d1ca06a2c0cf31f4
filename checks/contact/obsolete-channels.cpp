#include <re2/re2.h>

#include <map>
#include <memory>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/phrase_list.h"
#include "site/reading.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check obsolete_channels;

namespace {

struct Service {
  std::string name;
  std::unique_ptr<RE2> address;
};

const std::vector<Service>& closed_services() {
  static const auto all = [] {
    std::vector<Service> read;
    for (const auto line : embedded_list("checks/data/dead-services.txt")) {
      const auto cut = line.find(' ');
      read.push_back({std::string(line.substr(0, cut)),
                      std::make_unique<RE2>("(?i)" + std::string(line.substr(cut + 1)))});
    }
    return read;
  }();
  return all;
}

using Found = std::map<std::string, Evidence>;  // by service, where it was met first

void look_at(const std::string& address, const Element& element, const Page& page, Found& found) {
  constexpr std::size_t kLongest = 2'000;
  if (address.size() > kLongest) return;
  for (const Service& service : closed_services()) {
    if (found.contains(service.name) || !RE2::PartialMatch(address, *service.address)) continue;
    found.emplace(service.name, Evidence{page.url().href(), element.path(), shorten(address, 200)});
  }
}

// "ICQ: 123-456", "Skype: name": an account, not a word in a story.
void look_at_text(const Page& page, Found& found) {
  static const RE2 account(
      R"re((?i)(?:^|[^\pL\pN])(skype|icq|аська|скайп)(?:\s?[:：]\s?[\pL\pN]|\s(?:#|№)?\d[\d-]{5,}))re");
  re2::StringPiece text(page.text());
  for (std::string word; RE2::FindAndConsume(&text, account, &word);) {
    const std::string folded = fold(word);
    const char* name = folded == "skype" || folded == fold("скайп") ? "skype" : "icq";
    found.emplace(name, Evidence{page.url().href(), "text", word});
    if (found.contains("skype") && found.contains("icq")) return;
  }
}

// A label and a number behind it; a story about fax machines has none.
const RE2& fax_number() {
  static const RE2 pattern([] {
    std::string labels;
    for (const auto label : embedded_list("checks/data/fax-labels.txt")) {
      labels += (labels.empty() ? "" : "|") + RE2::QuoteMeta(fold(std::string(label)));
    }
    return "(?:^|[^\\pL\\pN])(?:" + labels + ")[\\s.:：/-]{0,4}[+(]{0,2}\\d";
  }());
  return pattern;
}

void say_fax(Facts& facts, const Site& site) {
  for (const Page* page : site.pages()) {
    if (!RE2::PartialMatch(fold(page->text()), fax_number())) continue;
    facts.say("fax", true, {{page->url().href(), "text", ""}});
    return;
  }
  facts.say("fax", false);
}

void say_fax_in_header(Facts& facts, const Page& home) {
  const Reading reading(home);
  std::string header;
  for (std::size_t i = 0; i < reading.pieces().size(); ++i) {
    const TextPiece& piece = reading.pieces()[i];
    if (piece.region != Region::header && piece.region != Region::navigation) continue;
    const auto end =
        i + 1 < reading.pieces().size() ? reading.pieces()[i + 1].begin : reading.text().size();
    if (!piece.hidden) header += reading.text().substr(piece.begin, end - piece.begin) + "\n";
  }
  const bool fax = has_listed_phrase(fold(header), "checks/data/fax-labels.txt");
  facts.say(
      "fax_in_header", fax,
      fax ? std::vector<Evidence>{{home.url().href(), "header", ""}} : std::vector<Evidence>{});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(obsolete_channels, *why);
  Found found;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      look_at(link.url ? link.url->href() : link.href, link.element, *page, found);
    }
    for (const Resource& resource : page->resources()) {
      look_at(resource.url.href(), resource.element, *page, found);
    }
    look_at_text(*page, found);
  }
  Facts facts;
  if (const auto why = absence_unproven_because(*site.home()); why && found.size() < 2) {
    return all_unknown(obsolete_channels, *why);
  }
  std::vector<Evidence> evidence;
  for (const auto& [name, at] : found) evidence.push_back(at);
  facts.say("closed_services", found.size(), std::move(evidence));
  say_fax_in_header(facts, *site.home());
  say_fax(facts, site);
  return facts;
}

}  // namespace

const Check obsolete_channels{
    "obsolete-channels",
    {{"closed_services", "", "services that were closed and that the pages still name"},
     {"fax", "", "a page offers a fax number"},
     {"fax_in_header", "", "a fax number stands in the header of the start page"}},
    measure};

}  // namespace touchstone::checks
