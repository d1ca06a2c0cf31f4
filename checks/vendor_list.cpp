#include "checks/vendor_list.h"

#include <algorithm>
#include <array>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

// Where consent is asked for is told by the site's own room too, which knows cookie walls by it.
std::string path_of(std::string_view name) {
  if (name == "consent") return "site/data/consent-vendors.txt";
  return "checks/data/vendors/" + std::string(name) + ".txt";
}

// The word before the first space, which is taken away with it.
std::string_view take_word(std::string_view& line) {
  const auto end = std::min(line.find(' '), line.size());
  const auto word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

// " apple pay " of "Apple_Pay.svg": folded words between single spaces.
std::string spaced_words(std::string_view text) {
  std::string out = " ", folded = fold(text);
  std::replace(folded.begin(), folded.end(), '_', ' ');
  std::replace(folded.begin(), folded.end(), '.', ' ');
  for (const std::string& word : words(folded)) out += word + " ";
  return out;
}

// Words of a logo's name beside the name itself.
bool says_nothing(std::string_view word) {
  constexpr std::array<std::string_view, 14> nothing{"logo",  "icon",  "payment", "pay",  "card",
                                                     "badge", "svg",   "png",     "webp", "jpg",
                                                     "img",   "white", "color",   "min"};
  return std::find(nothing.begin(), nothing.end(), word) != nothing.end();
}

std::string telling_words(std::string_view spaced) {
  std::string out = " ";
  while (!spaced.empty()) {
    const auto word = take_word(spaced);
    if (!word.empty() && !says_nothing(word)) out.append(word).push_back(' ');
  }
  return out;
}

}  // namespace

VendorList::VendorList(std::string_view name) {
  read(name, false);
}

void VendorList::read(std::string_view name, bool included) {
  const auto lines = embedded_list(path_of(name));
  for (std::string_view line : lines) {
    if (take_word(line) == "without") without_.push_back(line);
  }
  for (std::string_view line : lines) {
    const auto vendor = take_word(line);
    if (vendor == "without") continue;
    if (vendor == "include") {
      if (!included) read(line, true);
      continue;
    }
    if (std::find(without_.begin(), without_.end(), vendor) != without_.end()) continue;
    const auto kind = take_word(line);
    add(vendor, kind, line);
  }
}

void VendorList::add(Found vendor, std::string_view kind, std::string_view text) {
  if (std::find(vendors_.begin(), vendors_.end(), vendor) == vendors_.end()) {
    vendors_.push_back(vendor);
  }
  if (kind == "host") {
    const auto slash = std::min(text.find('/'), text.size());
    hosts_[text.substr(0, slash)].push_back({vendor, text.substr(slash)});
  } else if (kind == "path") {
    paths_.emplace_back(vendor, text);
  } else if (kind == "code") {
    codes_.emplace_back(vendor, text);
  } else if (kind == "mark" && text.ends_with('*')) {
    mark_beginnings_.emplace_back(vendor, text.substr(0, text.size() - 1));
  } else if (kind == "mark") {
    marks_.try_emplace(text, vendor);
  } else {
    (kind == "alone" ? alone_ : names_).emplace_back(vendor, spaced_words(text));
  }
}

VendorList::Found VendorList::of_host(std::string_view host, std::string_view rest) const {
  for (;;) {
    const auto known = hosts_.find(host);
    if (known != hosts_.end()) {
      for (const Place& place : known->second) {
        if (rest.starts_with(place.path)) return place.vendor;
      }
    }
    const auto dot = host.find('.');
    if (dot == std::string_view::npos) return {};
    host.remove_prefix(dot + 1);
  }
}

VendorList::Found VendorList::of(const Url& url) const {
  const std::string_view href = url.href();
  const auto rest = href.substr(static_cast<std::size_t>(url.path().data() - href.data()));
  if (const auto vendor = of_host(url.host(), rest); !vendor.empty()) return vendor;
  for (const auto& [vendor, path] : paths_) {
    if (rest.find(path) != std::string_view::npos) return vendor;
  }
  return {};
}

VendorList::Found VendorList::of_address_at(std::string_view text, std::size_t at,
                                            std::size_t host_end) const {
  constexpr std::size_t longest_path = 200;
  std::string host(text.substr(at, host_end - at));
  for (char& c : host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  std::string rest;
  for (const char c : text.substr(host_end, longest_path)) {
    if (c != '\\') rest += c;  // "\/" in JSON and JavaScript
  }
  if (!rest.starts_with('/')) rest = "/";
  return of_host(host, rest);
}

VendorList::Found VendorList::of_mark(std::string_view class_or_id) const {
  if (const auto known = marks_.find(class_or_id); known != marks_.end()) return known->second;
  for (const auto& [vendor, beginning] : mark_beginnings_) {
    if (class_or_id.starts_with(beginning)) return vendor;
  }
  return {};
}

VendorList::Found VendorList::of_words(std::string_view picture_text) const {
  constexpr std::size_t longest = 300;  // an alternative text of more is no name
  const std::string text = spaced_words(picture_text.substr(0, longest));
  for (const auto& [vendor, name] : names_) {
    if (text.find(name) != std::string::npos) return vendor;
  }
  const std::string telling = telling_words(text);
  for (const auto& [vendor, name] : alone_) {
    if (telling == name) return vendor;
  }
  return {};
}

}  // namespace touchstone
