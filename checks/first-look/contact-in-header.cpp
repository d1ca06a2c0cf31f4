#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "checks/check.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/reading.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check contact_in_header;

namespace {

// The ways to reach the company that stand in a page's frame, each once, in their order.
struct Frame {
  std::vector<std::string> ways;
  bool in_header = false;
};

using Addresses = std::unordered_set<std::string>;

Addresses addresses_of(const std::vector<NetworkLink>& links) {
  Addresses addresses;
  for (const NetworkLink& link : links) addresses.insert(link.url);
  return addresses;
}

std::string without_separators(std::string_view text) {
  std::string kept;
  for (const char c : fold(text)) {
    if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' && c != '/') kept += c;
  }
  return kept;
}

// What a link reaches, as it can be found again on another page; empty for links to anything else.
std::string way_of(const Site& site, const Page& page, const Link& link,
                   const Addresses& messengers) {
  const std::string scheme = fold(link.href.substr(0, 7));
  if (scheme.starts_with("tel:") || scheme.starts_with("mailto:")) {
    return without_separators(link.href.substr(0, 200));
  }
  if (!link.url) return {};
  if (messengers.contains(link.url->href())) return link.url->href();
  if (!site.is_own(*link.url)) return {};
  const bool named = match_concept(link.name(), "contact", page.language()) != Match::none ||
                     match_slug(link.url->path(), "contact") != Match::none;
  return named ? "contact" : std::string();
}

Frame frame_of(const Site& site, const Page& page, const Addresses& messengers) {
  Frame frame;
  for (const Link& link : page.links()) {
    if (link.region == Region::main) continue;
    const std::string way = way_of(site, page, link, messengers);
    if (way.empty()) continue;
    frame.in_header = frame.in_header || link.region != Region::footer;
    if (std::find(frame.ways.begin(), frame.ways.end(), way) != frame.ways.end()) continue;
    constexpr std::size_t enough = 20;
    if (frame.ways.size() < enough) frame.ways.push_back(way);
  }
  return frame;
}

// A number or an address that stands there as text alone. On a page without landmarks the first
// words, and what stands where the start page's header has it, are the header, too: `header_places`
// are those places, to which the start page adds its own.
void add_written(Frame& frame, const Page& page, const std::vector<std::string>& written,
                 bool is_home, std::set<std::string>& header_places) {
  if (written.empty() || (frame.in_header && !is_home)) return;
  const Reading reading(page);
  const bool marked =
      page.document() && page.document()->first("//header|//main|//*[@role='main']");
  std::string header, footer;
  constexpr std::size_t most_places = 200, top_of_page = 200;  // bytes
  for (std::size_t i = 0; i < reading.pieces().size(); ++i) {
    const TextPiece& piece = reading.pieces()[i];
    const bool above = piece.region == Region::header || piece.region == Region::navigation;
    if (is_home && above && header_places.size() < most_places) {
      header_places.insert(piece.element.path());
    }
    const bool at_top = !marked && piece.begin < top_of_page && !piece.hidden;
    if (piece.region == Region::main && !at_top &&
        (is_home || !header_places.contains(piece.element.path()))) {
      continue;
    }
    const std::size_t end =
        i + 1 < reading.pieces().size() ? reading.pieces()[i + 1].begin : reading.text().size();
    (piece.region == Region::footer ? footer : header) +=
        std::string_view(reading.text()).substr(piece.begin, end - piece.begin);
  }
  header = without_separators(header);
  footer = without_separators(footer);
  for (const std::string& one : written) {
    const bool above = header.find(one) != std::string::npos;
    if (!above && footer.find(one) == std::string::npos) continue;
    frame.in_header = frame.in_header || above;
    if (frame.ways.empty()) frame.ways.push_back(one);
  }
}

std::vector<std::string> written_ways(const Presence& presence) {
  constexpr std::size_t enough = 10;
  std::vector<std::string> written;
  for (const Phone& phone : presence.phones) {
    if (phone.printed && written.size() < enough) {
      written.push_back(without_separators(*phone.printed));
    }
  }
  for (const Email& email : presence.emails) {
    if (written.size() < 2 * enough) written.push_back(without_separators(email.address));
  }
  std::erase(written, "");
  return written;
}

// What both pages show stands in the same order on both (WCAG 2.2, success criterion 3.2.6).
bool same_order(const Frame& a, const Frame& b) {
  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < a.ways.size(); ++i) place.emplace(a.ways[i], i);
  std::size_t last = 0;
  for (const std::string& way : b.ways) {
    const auto known = place.find(way);
    if (known == place.end()) continue;
    if (known->second < last) return false;
    last = known->second;
  }
  return true;
}

// Pages of the checkout often drop the frame, so that nothing leads away from paying.
bool is_checkout(const Site& site, const Page& page) {
  const auto classes = classes_of(site, page);
  return !classes.empty() && classes.front() == "cart";
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(contact_in_header, *why);
  const Addresses messengers = addresses_of(presence.messengers);
  const std::vector<std::string> written = written_ways(presence);
  SampleShare any, header;
  std::optional<Frame> first;
  std::set<std::string> header_places;
  std::vector<Evidence> other_order;
  int compared = 0;
  for (const Page* page : site.sample()) {
    if (is_checkout(site, *page)) continue;
    Frame frame = frame_of(site, *page, messengers);
    add_written(frame, *page, written, page == site.home(), header_places);
    any.see(*page, !frame.ways.empty(), "header, footer");
    header.see(*page, frame.in_header, "header");
    if (frame.ways.empty()) continue;
    if (!first) {
      first = std::move(frame);
      continue;
    }
    ++compared;
    if (!same_order(*first, frame)) other_order.push_back({page->url().href(), "", ""});
  }
  Facts facts;
  any.say(facts, "share");
  header.say(facts, "header_share");
  if (compared == 0) {
    facts.not_applicable("same_order");
  } else {
    const bool same = other_order.empty();
    facts.say("same_order", same, std::move(other_order));
  }
  return facts;
}

}  // namespace

const Check contact_in_header{
    "contact-in-header",
    {{"share", "%", "pages of the sample with a way to reach the company in header or footer"},
     {"header_share", "%", "pages of the sample with such a way in their header"},
     {"same_order", "", "these ways stand in the same order on every page of the sample"}},
    measure};

}  // namespace touchstone::checks
