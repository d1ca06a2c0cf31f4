#include "checks/branches.h"

#include <algorithm>
#include <map>
#include <set>

#include "checks/address_parts.h"
#include "checks/characters.h"
#include "checks/presence/finders.h"
#include "checks/structured_data.h"
#include "checks/week_hours.h"
#include "site/page_class.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostBranches = 50;

bool add_branch(std::vector<Branch>& branches, std::vector<AddressParts>& known, Branch branch,
                const AddressParts& parts) {
  const auto same = std::find_if(known.begin(), known.end(), [&](const AddressParts& other) {
    return parts.same_place(other);
  });
  if (same != known.end()) {
    Branch& first = branches[static_cast<std::size_t>(same - known.begin())];
    first.phone = first.phone || branch.phone;
    first.hours = first.hours || branch.hours;
    return false;
  }
  if (branches.size() == kMostBranches) return false;
  known.push_back(parts);
  branches.push_back(std::move(branch));
  return true;
}

// One node of structured data for each branch.
std::vector<Branch> published(const Site& site) {
  std::vector<Branch> branches;
  std::vector<AddressParts> known;
  std::map<std::string, int> of_url;
  std::vector<std::string> urls;
  for (const Page* page : site.pages()) {
    const auto data = structured_data_of(*page);
    for (const Thing& thing : data.things) {
      if (!is_organization(thing)) continue;
      for (const auto& [name, place] : thing.parts) {
        if (name != "address" || place >= data.things.size()) continue;
        const Thing& address = data.things[place];
        const std::string street = address.text("streetAddress").value_or("");
        if (street.empty()) continue;
        Branch branch{street,
                      {page->url().href(), "structured data", shorten(street, 200)},
                      thing.has("telephone"),
                      thing.has("openingHours") || thing.has("openingHoursSpecification"),
                      false};
        const std::string url = thing.text("url").value_or(page->url().href());
        if (!add_branch(branches, known, std::move(branch), address_parts(address))) continue;
        urls.push_back(url);
        ++of_url[url];
      }
    }
  }
  for (std::size_t i = 0; i < branches.size(); ++i) branches[i].own_place = of_url[urls[i]] == 1;
  return branches;
}

// The address at which the company is registered, by the words before it on its line or on the one
// above: no customer goes there.
bool is_registered_seat(std::string_view text, std::size_t at) {
  constexpr std::size_t looked_back = 120;
  auto before = text.substr(0, at);
  const auto line = before.rfind('\n');
  const auto above = line == before.npos || line == 0 ? before.npos : before.rfind('\n', line - 1);
  if (above != before.npos) before.remove_prefix(above + 1);
  if (before.size() > looked_back) before.remove_prefix(before.size() - looked_back);
  return has_listed_phrase(fold(whole_characters(before)), "checks/data/registered-seat-words.txt");
}

// What stands between one address and the next belongs to the first.
std::vector<Branch> listed_on(const Site& site, const Page& page) {
  PageSources sources;
  sources.emplace_back(page);
  sources.front().things.clear();
  sources.front().contact = true;
  const std::string_view text = sources.front().reading.text();
  const auto addresses = find_addresses(site, sources);
  const auto phones = find_phones(site, sources, addresses);
  std::vector<std::pair<std::size_t, const PostalAddress*>> at;
  for (const PostalAddress& address : addresses) {
    const auto found =
        text.find(address.text.substr(0, std::min<std::size_t>(address.text.size(), 20)));
    if (found == std::string_view::npos || is_registered_seat(text, found)) continue;
    at.emplace_back(found, &address);
  }
  std::sort(at.begin(), at.end());
  std::vector<Branch> branches;
  std::vector<AddressParts> known;
  for (std::size_t i = 0; i < at.size() && branches.size() < kMostBranches; ++i) {
    const auto end =
        i + 1 < at.size() ? at[i + 1].first : std::min(text.size(), at[i].first + 1'000);
    const auto block = text.substr(at[i].first, end - at[i].first);
    Branch branch{at[i].second->text,
                  {page.url().href(), "text", shorten(at[i].second->text, 200)},
                  std::any_of(phones.begin(), phones.end(),
                              [&](const Phone& phone) {
                                return phone.printed &&
                                       block.find(*phone.printed) != std::string_view::npos;
                              }),
                  false,
                  false};
    HoursReader reader(page.language());
    for (std::size_t begin = 0; begin < block.size();) {
      const auto line_end = std::min(block.find('\n', begin), block.size());
      reader.read_line(block.substr(begin, line_end - begin));
      begin = line_end + 1;
    }
    branch.hours = reader.week().settled() > 0;
    add_branch(branches, known, std::move(branch), address_parts(at[i].second->text));
  }
  return branches;
}

// Pages below the list, or anchors on it, one for each branch at least.
bool has_places_of_their_own(const Page& page, std::size_t branches) {
  std::set<std::string> places;
  for (const Link& link : page.links()) {
    if (!link.url || link.region != Region::main) continue;
    const bool anchor = link.url->without_fragment() == page.url().without_fragment() &&
                        !link.url->fragment().empty();
    const bool below = link.url->path().size() > page.url().path().size() &&
                       link.url->host() == page.url().host() &&
                       link.url->path().starts_with(page.url().path());
    if (anchor || (below && page.url().path() != "/")) places.insert(link.url->href());
  }
  return places.size() >= branches;
}

}  // namespace

std::vector<Branch> find_branches(const Site& site, const Presence& presence) {
  auto branches = published(site);
  if (branches.size() >= 2 || presence.addresses.size() < 2) return branches;
  for (const char* const name : {"branches", "contact"}) {
    const Page* const page = page_of_class(site, name);
    if (!page || !page->document()) continue;
    auto listed = listed_on(site, *page);
    if (listed.size() < 2) continue;
    const bool own = has_places_of_their_own(*page, listed.size());
    for (Branch& branch : listed) branch.own_place = own;
    return listed;
  }
  return branches;
}

}  // namespace touchstone
