#include "checks/contact_frame.h"

#include <algorithm>

#include "site/reading.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

std::unordered_set<std::string> addresses_of(const std::vector<NetworkLink>& links) {
  std::unordered_set<std::string> addresses;
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
                   const std::unordered_set<std::string>& messengers) {
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

ContactFrame frame_of(const Site& site, const Page& page,
                      const std::unordered_set<std::string>& messengers) {
  ContactFrame frame;
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
void add_written(ContactFrame& frame, const Page& page, const std::vector<std::string>& written,
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

}  // namespace

ContactFrames::ContactFrames(const Site& site, const Presence& presence)
    : site_(site),
      messengers_(addresses_of(presence.messengers)),
      written_(written_ways(presence)) {}

ContactFrame ContactFrames::of(const Page& page) {
  ContactFrame frame = frame_of(site_, page, messengers_);
  add_written(frame, page, written_, &page == site_.home(), header_places_);
  return frame;
}

}  // namespace touchstone
