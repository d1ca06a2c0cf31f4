#include "site/site_search.h"

#include <fmt/format.h>

#include <algorithm>

#include "site/embedded.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone {
namespace {

constexpr std::size_t max_hidden = 50, max_value = 200, max_heading = 2'000;

bool is_usual_name(const std::string& name) {
  static const auto names = embedded_list("site/data/search-fields.txt");
  return std::find(names.begin(), names.end(), fold(name)) != names.end();
}

// application/x-www-form-urlencoded of the URL Standard, section 5.2.
std::string form_encoded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (byte < 0x80 && std::isalnum(byte)) || c == '*' || c == '-' || c == '.' || c == '_';
    result += c == ' ' ? "+" : plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return result;
}

std::string query_of(const Form& form, const Field& field, const std::string& searched) {
  std::string query;
  const auto add = [&query](const std::string& name, const std::string& value) {
    query += query.empty() ? "" : "&";
    query += form_encoded(name) + "=" + form_encoded(value);
  };
  std::size_t looked_at = 0;
  for (const auto& input : form.element.find(".//input[@type='hidden' and @name]")) {
    if (++looked_at > max_hidden) break;
    const auto value = input.attribute("value").value_or("");
    if (value.size() <= max_value) add(*input.attribute("name"), value);
  }
  add(field.name, searched);
  return query;
}

}  // namespace

const Field* search_field(const Form& form) {
  const Field* named = nullptr;
  for (const auto& field : form.fields) {
    if (field.name.empty()) continue;
    if (field.type == "search") return &field;
    if (field.type == "text" && !named && is_usual_name(field.name)) named = &field;
  }
  if (named || fold(form.element.attribute("role").value_or("")) != "search") return named;
  const auto text = std::find_if(form.fields.begin(), form.fields.end(), [](const Field& field) {
    return field.type == "text" && !field.name.empty();
  });
  return text == form.fields.end() ? nullptr : &*text;
}

std::optional<Url> search_address(const Page& page, const std::string& searched) {
  for (const auto& form : page.forms()) {
    const auto* field = form.method == "get" ? search_field(form) : nullptr;
    if (!field) continue;
    const auto action = form.action.empty() ? page.url() : page.base().resolve(form.action);
    if (!action || !same_company_host(action->host(), page.url().host())) continue;
    return action->with_path(action->path()).resolve("?" + query_of(form, *field, searched));
  }
  return {};
}

std::string heading_word(const Page& page) {
  const auto heading = page.document() ? page.document()->first("//h1") : std::nullopt;
  if (!heading) return {};
  std::string longest;
  for (auto& word : words(heading->text().substr(0, max_heading)))
    if (letter_count(word) > letter_count(longest)) longest = std::move(word);
  return longest;
}

}  // namespace touchstone
