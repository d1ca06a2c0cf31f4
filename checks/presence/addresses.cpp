#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "checks/address_parts.h"
#include "checks/country_names.h"
#include "checks/presence/finders.h"
#include "checks/served_countries.h"
#include "site/embedded.h"
#include "site/lazy_pattern.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostAddresses = 50;
constexpr std::size_t kLongestLine = 400;    // longer is prose
constexpr std::size_t kLinesAtEnds = 2'000;  // of a page, searched
constexpr std::size_t kLinesBelow = 500;     // bytes below an address that may belong to it

using Patterns = std::vector<LazyPattern>;

// By language; "*" holds everywhere.
const std::map<std::string, Patterns, std::less<>>& patterns() {
  static const auto all = [] {
    std::map<std::string, Patterns, std::less<>> read;
    for (const auto line : embedded_list("checks/data/street-patterns.txt")) {
      const auto cut = line.find(' ');
      read[std::string(line.substr(0, cut))].emplace_back(std::string(line.substr(cut + 1)));
    }
    return read;
  }();
  return all;
}

bool written_as_address(const std::string& text, const std::set<std::string>& languages) {
  // In prose, the word for a street is not enough.
  constexpr std::size_t kMostLetters = 110;
  static const RE2 postcode(R"((?:^|[^\d.,])(?:\d{4,6}|\d{5}-\d{3}|\d{3} \d{2,3})(?:[^\d]|$))");
  if (letter_count(text) > kMostLetters && !RE2::PartialMatch(text, postcode)) return false;
  for (const auto& language : languages) {
    const auto found = patterns().find(language);
    if (found == patterns().end()) continue;
    for (const auto& pattern : found->second) {
      if (RE2::PartialMatch(text, pattern.get())) return true;
    }
  }
  return false;
}

// "Address: ..." with something to find below it.
bool labelled_address(std::string_view line, std::string_view next) {
  static const std::set<std::string> labels = [] {
    std::set<std::string> set;
    for (const auto label : embedded_list("checks/data/address-labels.txt"))
      set.insert(fold(label));
    return set;
  }();
  const auto colon = line.find(':');
  const bool inside = colon != std::string_view::npos && colon < 60;
  const auto head =
      inside ? line.substr(0, colon) : line.substr(0, std::min<std::size_t>(line.size(), 60));
  if (!labels.contains(fold(head))) return false;
  std::string_view body = inside ? line.substr(colon + 1) : next;
  if (inside && body.find_first_not_of(' ') == std::string_view::npos) body = next;
  static const RE2 place(R"(\pL{2,}[^\n]*(?:,|،|、|，)[^\n]*\pL{2,})"), number(R"(\pN)");
  const re2::StringPiece text(body.data(), body.size());
  return body.size() < 250 && RE2::PartialMatch(text, place) && RE2::PartialMatch(text, number) &&
         body.find('@') == std::string_view::npos;
}

// Marked as an address, and more than a town: parts set apart, and a number or three parts.
bool looks_like_place(const std::string& text) {
  static const RE2 three(
      R"(\pL{2,}\s*[,،、，\n][^,،、，\n]*\pL{2,}[^,،、，\n]*[,،、，\n]\s*\pL{2,})");
  static const RE2 house(R"((?:^|[^\pN+])\pN{1,6}(?:[^\pN]|$))");
  if (text.size() < 12 || text.size() > 300 || text.find('@') != std::string::npos) return false;
  static const RE2 apart(R"([,،、，\n])"), word(R"(\pL{3,})");
  if (RE2::PartialMatch(text, house) && RE2::PartialMatch(text, apart) &&
      RE2::PartialMatch(text, word)) {
    return true;
  }
  return text.size() >= 40 && RE2::PartialMatch(text, three);
}

std::string of_linked_data(const Thing& thing) {
  std::string text;
  for (const auto* name :
       {"streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"}) {
    const auto value = thing.text(name);
    if (!value || value->empty()) continue;
    text += (text.empty() ? "" : ", ") + *value;
  }
  return collapse_spaces(text);
}

class AddressList {
 public:
  explicit AddressList(std::set<std::string> languages) : languages_(std::move(languages)) {}
  std::vector<PostalAddress> addresses;

  void read(const PageSource& source) {
    read_text(source);
    if (source.page().document()) read_marked(source);
    for (const auto& thing : source.things) {
      if (thing.is_a("PostalAddress") && thing.text("streetAddress")) {
        add(of_linked_data(thing), source);
      }
    }
  }

 private:
  std::set<std::string> languages_;
  std::set<std::string> seen_;

  void add(std::string text, const PageSource& source) {
    if (addresses.size() >= kMostAddresses || text.empty()) return;
    if (seen_.insert(fold(text)).second) addresses.push_back({std::move(text), source.url()});
  }

  // What the page itself marks as an address: the element, microdata, the pin of a map.
  void read_marked(const PageSource& source) {
    const Document& document = *source.page().document();
    for (const auto& element : document.find("//body//address | //body//*[@itemprop='address' or "
                                             "@itemprop='streetAddress']")) {
      const std::string text = visible_text(element, kLongestLine);
      if (looks_like_place(text)) add(collapse_spaces(text), source);
    }
    for (const auto& pin : document.find(
             "//body//*[self::i or self::span or self::svg or self::img]"
             "[matches(concat(@class, ' ', @data-icon, ' ', @src), '(?i)(map-marker|map-pin|"
             "location-dot|location-pin|geo-alt|fa-location|icon-location|location-arrow|"
             "map-marked|icon-address|icon-map|ti-location|bi-geo|location[._-]icon)')]")) {
      Element round = pin.parent();
      std::string text = round ? visible_text(round, kLongestLine) : "";
      if (text.empty() && round && round.parent()) {
        text = visible_text(round.parent(), kLongestLine);
      }
      if (looks_like_place(text)) add(collapse_spaces(text), source);
    }
  }

  // The text with the lines below it that one address goes on in: a flat, the postcode, the city.
  static std::string with_lines_below(const std::string& text, std::string_view below) {
    constexpr std::size_t most_lines = 3, longest = 100;
    static const RE2 other(
        R"((?i)@|www\.|©|[☎📞📱✆☏]|\d{7}|(?:^|\PL)(?:tel|phone|telephone|telefon|teléfono|fax|mob|mobile|mail|e-mail|тел|телефон|факс|电话|電話)(?:\PL|$))");
    std::string address = text, joined = text;
    for (std::size_t taken = 0; taken < most_lines && !below.empty(); ++taken) {
      const auto end = std::min(below.find('\n'), below.size());
      const std::string line(below.substr(0, end));
      below.remove_prefix(std::min(end + 1, below.size()));
      const AddressParts known = address_parts(joined), more = address_parts(line);
      const bool complete = known.postcode && known.street;
      const bool another =
          known.postcode ? more.postcode : known.street && more.street && more.postcode;
      if (complete || another || line.size() > longest) break;
      if (RE2::PartialMatch(ascii_digits(line), other)) break;
      joined += "\n" + line;
      const bool gains = known.postcode ? more.street : more.postcode && more.city;
      if (gains) address = joined;
    }
    return address;
  }

  void read_text(const PageSource& source) {
    const std::string_view text = source.reading.text();
    // Long lists have no addresses in their middle.
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    std::size_t line_number = 0;
    std::size_t taken = 0;  // two lines that were read as one address are not read again
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find('\n', begin), text.size());
      const auto next_end =
          end < text.size() ? std::min(text.find('\n', end + 1), text.size()) : end;
      const auto line = text.substr(begin, end - begin);
      const auto next = end < text.size() ? text.substr(end + 1, next_end - end - 1) : "";
      const bool near_an_end = line_number < kLinesAtEnds || line_number + kLinesAtEnds > lines;
      ++line_number;
      if (near_an_end && line.size() <= kLongestLine && begin >= taken) {
        const std::string one(line);
        const auto add_from = [&](const std::string& address, std::size_t address_end) {
          const auto below = text.substr(std::min(address_end + 1, text.size()), kLinesBelow);
          const std::string whole = with_lines_below(address, below);
          taken = address_end + (whole.size() - address.size());
          add(collapse_spaces(whole), source);
        };
        if (written_as_address(one, languages_)) {
          add_from(one, end);
        } else if (next.size() <= kLongestLine) {
          const std::string two = one + "\n" + std::string(next);
          if (labelled_address(line, next) || (line.size() + next.size() < 200 &&
                                               !written_as_address(std::string(next), languages_) &&
                                               written_as_address(two, languages_))) {
            add_from(two, next_end);
          }
        }
      }
      begin = end + 1;
    }
  }
};

}  // namespace

std::vector<PostalAddress> find_addresses(const Site& site, const PageSources& sources) {
  std::set<std::string> languages{"*"};
  for (const auto& language : find_languages(site)) languages.insert(language);
  // A street in Berlin is written in German on an English page, too.
  const std::string host = site.host();
  const std::string country = country_of_zone(host.substr(host.find_last_of('.') + 1));
  if (!country.empty()) {
    for (auto& language : languages_of_country(country)) languages.insert(std::move(language));
  }
  AddressList list(std::move(languages));
  for (const auto& source : sources) list.read(source);
  return distinct_places(list.addresses);
}

std::vector<PostalAddress> find_addresses(const Site& site) {
  return find_addresses(site, read_sources(site));
}

}  // namespace touchstone
