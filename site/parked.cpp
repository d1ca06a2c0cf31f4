#include "site/parked.h"

#include <algorithm>

#include "site/embedded.h"
#include "site/link_list.h"
#include "site/phrase_list.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t text_of_a_parked_page = 1500;  // characters at most; bytes here, for speed

// Neither text nor a link to a page of its own.
bool is_stub(const Page& page) {
  return page.text().size() < 2 * text_of_a_parked_page &&
         std::none_of(page.links().begin(), page.links().end(), [&](const Link& link) {
           return link.url && !(link.url->without_fragment() == page.url().without_fragment()) &&
                  same_company_host(link.url->host(), page.url().host());
         });
}

bool is_titled_by_its_name(const Page& page) {
  const auto domain = registrable_domain(page.url().host());
  return domain && fold(page.title()) == fold(host_to_unicode(*domain));
}

bool was_led_away(const Page& page) {
  const Url& asked = page.fetch().asked;
  return !same_company_host(asked.host(), page.url().host()) &&
         is_in_link_list(page.url(), "site/data/parking-hosts.txt");
}

}  // namespace

int parking_signals(const Page& page) {
  const bool led_away = was_led_away(page);
  const bool stub = is_stub(page);
  const std::string_view text(page.text());
  const bool phrase =
      has_listed_phrase(fold(text.substr(0, 4 * text_of_a_parked_page)) + " " + fold(page.title()),
                        "site/data/parked-phrases.txt");
  // A stub alone may be a young company's first page; it counts beside words or a host.
  if (!led_away && !phrase && !is_titled_by_its_name(page)) return 0;
  return led_away + phrase + stub;
}

bool is_parking_name_server(const std::vector<std::string>& name_servers) {
  const auto parking = embedded_list("site/data/parking-name-servers.txt");
  return std::any_of(name_servers.begin(), name_servers.end(), [&](const std::string& server) {
    return std::any_of(parking.begin(), parking.end(),
                       [&](std::string_view suffix) { return host_within(server, suffix); });
  });
}

}  // namespace touchstone
