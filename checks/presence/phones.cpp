#include <algorithm>
#include <set>
#include <unordered_map>

#include "checks/presence/dialling.h"
#include "checks/presence/finders.h"
#include "checks/presence/phone_shape.h"
#include "checks/presence/phone_text.h"
#include "checks/presence/tel_link.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostPhones = 500;  // a directory is no contact page

// header before main before footer (navigation is a part of the header to the eye)
int prominence(Region region) {
  switch (region) {
    case Region::header:
    case Region::navigation:
      return 0;
    case Region::main:
      return 1;
    case Region::footer:
      return 2;
  }
  return 3;
}

class PhoneList {
 public:
  PhoneList(const Site& site, const PageSources& sources,
            const std::vector<PostalAddress>& addresses)
      : text_(likely_regions(site, sources, addresses)) {
    for (const auto& source : sources) read(source);
  }

  std::vector<Phone> phones;

 private:
  PhoneText text_;
  std::unordered_map<std::string, std::size_t> index_;  // by E.164, or by digits

  Phone* entry(const std::string& key, const PageSource& source, Region region,
               const Element* element) {
    const auto [place, is_new] = index_.try_emplace(key, phones.size());
    if (is_new) {
      if (phones.size() >= kMostPhones) {
        index_.erase(place);
        return nullptr;
      }
      phones.emplace_back();
    }
    Phone& phone = phones[place->second];
    const bool unseen_so_far = phone.in_json_ld && !phone.printed && !phone.tel_link;
    if (is_new || (unseen_so_far && element)) {
      phone.url = source.url();
      phone.region = region;
      phone.place = element ? element->path() : "";
    }
    if (prominence(region) < prominence(phone.region)) phone.region = region;
    return &phone;
  }

  void read(const PageSource& source) {
    text_.begin_page();
    read_lines(source);
    read_links(source);
    for (const auto& thing : source.things) {
      for (const auto& [name, value] : thing.texts) {
        if (name == "telephone") read_linked_data(value, source);
      }
    }
  }

  void read_lines(const PageSource& source) {
    const std::string_view text = source.reading.text();
    std::string_view before;
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find_first_of("\n\t", begin), text.size());
      const auto line = text.substr(begin, end - begin);
      if (!line.empty()) {
        read_line(source, line, begin, before);
        before = line;
      }
      begin = end + 1;
    }
  }

  void read_line(const PageSource& source, std::string_view line, std::size_t offset,
                 std::string_view before) {
    const TextPiece* piece = source.reading.at(offset);
    if (!piece || !has_digit(line)) return;
    const bool trusted = source.contact || piece->region != Region::main;
    const auto place = trusted ? PhonePlace::contact : PhonePlace::text;
    for (const auto& number : text_.find(line, before, place)) {
      const TextPiece* at = source.reading.at(offset + number.begin);
      if (!at->code) add_visible(number, source, *at);
    }
  }

  void add_visible(const TextNumber& number, const PageSource& source, const TextPiece& piece) {
    const auto key =
        number.dialled ? number.dialled->e164 : digits_in(ascii_digits(number.printed));
    Phone* phone = entry(key, source, piece.region, &piece.element);
    if (!phone) return;
    if (number.dialled) phone->e164 = number.dialled->e164;
    if (!phone->printed) phone->printed = number.printed;
    if (phone->label.empty()) phone->label = number.whom;
  }

  void read_links(const PageSource& source) {
    for (const auto& link : source.page().links()) {
      const auto target = tel_target(link.href);
      if (!target || source.is_of_others(link.element)) continue;
      const auto& dialled = text_.dialled(*target);
      const auto shown = text_.find(link.name(), "", PhonePlace::link);
      std::set<std::string> shown_keys;
      for (const auto& number : shown) {
        const auto key =
            number.dialled ? number.dialled->e164 : digits_in(ascii_digits(number.printed));
        shown_keys.insert(key);
        add_visible(number, source, {0, link.element, link.region, link.hidden, false});
      }
      const auto key = dialled ? dialled->e164 : digits_in(*target);
      const bool same = shown_keys.contains(key);
      if (!same) mark_mismatch(shown_keys);
      // A target that is no valid number and that nobody can read is no way to the company.
      if (!dialled && !same) continue;
      Phone* phone = entry(key, source, link.region, &link.element);
      if (!phone) continue;
      if (dialled) phone->e164 = dialled->e164;
      if (!phone->tel_link) phone->tel_href = link.href;
      phone->tel_link = true;
    }
  }

  void mark_mismatch(const std::set<std::string>& keys) {
    for (const auto& key : keys) {
      if (const auto found = index_.find(key); found != index_.end()) {
        phones[found->second].mismatched_tel = true;
      }
    }
  }

  void read_linked_data(const std::string& value, const PageSource& source) {
    const auto& dialled = text_.dialled(ascii_digits(value));
    if (!dialled) return;
    Phone* phone = entry(dialled->e164, source, Region::footer, nullptr);
    if (!phone) return;
    if (phone->place.empty()) phone->place = "JSON-LD telephone";
    phone->e164 = dialled->e164;
    phone->in_json_ld = true;
  }
};

}  // namespace

std::vector<Phone> find_phones(const Site& site, const PageSources& sources,
                               const std::vector<PostalAddress>& addresses) {
  return PhoneList(site, sources, addresses).phones;
}

std::vector<Phone> find_phones(const Site& site) {
  const auto sources = read_sources(site);
  return find_phones(site, sources, find_addresses(site, sources));
}

}  // namespace touchstone
