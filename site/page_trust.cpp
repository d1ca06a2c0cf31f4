#include "site/page_trust.h"

#include <algorithm>

#include "site/consent.h"
#include "site/obstacle.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t text_of_a_page = 600;             // characters
constexpr std::size_t links_of_a_page = 10;             // internal ones
constexpr std::size_t text_of_a_shell = 200;            // characters
constexpr std::size_t scripts_of_a_shell = 100 * 1024;  // bytes in the page

// Characters, not bytes.
std::size_t length(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool asks_for_scripts(const Document& document) {
  for (const Element& element : document.find("//noscript")) {
    if (has_listed_phrase(fold(element.text()), "site/data/enable-javascript.txt")) return true;
  }
  return false;
}

bool has_empty_mount(const Document& document) {
  const auto mounts = document.find(
      "//*[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or @id='___gatsby' or "
      "@id='svelte' or @id='q-app' or self::app-root or @ng-app or @data-reactroot]"
      "[not(normalize-space())]");
  return !mounts.empty();
}

bool is_script_shell(const Page& page) {
  const Document& document = *page.document();
  if (length(page.text()) >= text_of_a_shell) return false;
  if (!document.first("//script[@src or @type='module']")) return false;
  if (has_empty_mount(document) || asks_for_scripts(document)) return true;
  std::size_t script_bytes = 0;
  for (const Element& script : document.find("//script")) script_bytes += script.text().size();
  return page.links().size() < 3 && script_bytes > scripts_of_a_shell;
}

bool is_login_wall(const Page& page) {
  if (length(page.text()) >= text_of_a_page) return false;
  return std::any_of(page.forms().begin(), page.forms().end(), [](const Form& form) {
    return std::any_of(form.fields.begin(), form.fields.end(),
                       [](const Field& field) { return field.type == "password"; });
  });
}

}  // namespace

Judged judge_trust(const Page& page) {
  if (const auto obstacle = obstacle_on(page)) {
    return {Trust::none, obstacle->reason, obstacle->by};
  }
  if (!page.document()) return {Trust::none, Reason::too_deep, {}};
  if (!page.fetch().ok()) return {};
  if (is_script_shell(page)) return {Trust::partial, Reason::js_rendered, {}};
  if (is_cookie_wall(page)) return {Trust::partial, Reason::cookie_wall, {}};
  if (is_login_wall(page)) return {Trust::none, Reason::login_wall, {}};
  const bool full =
      length(page.text()) >= text_of_a_page || page.internal_links() >= links_of_a_page;
  return {full ? Trust::full : Trust::none, std::nullopt, {}};
}

}  // namespace touchstone
