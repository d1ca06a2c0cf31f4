#include "checks/web_manifest.h"

#include <nlohmann/json.hpp>

#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_read = 256 * 1024;  // bytes
constexpr std::size_t most_icons = 12;

std::string text_in(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::optional<WebManifest> read_manifest(std::string_view json) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  const auto object = nlohmann::json::parse(json.substr(0, longest_read), nullptr, false);
  if (!object.is_object()) return std::nullopt;
  WebManifest manifest;
  manifest.name = collapse_spaces(text_in(object, "name"));
  manifest.short_name = collapse_spaces(text_in(object, "short_name"));
  manifest.start_url = text_in(object, "start_url");
  manifest.display = text_in(object, "display");
  manifest.theme_color = text_in(object, "theme_color");
  const auto shortcuts = object.find("shortcuts");
  manifest.has_shortcuts =
      shortcuts != object.end() && shortcuts->is_array() && !shortcuts->empty();
  const auto icons = object.find("icons");
  if (icons == object.end() || !icons->is_array()) return manifest;
  for (const auto& icon : *icons) {
    if (!icon.is_object() || manifest.icons.size() == most_icons) continue;
    if (std::string src = text_in(icon, "src"); !src.empty()) {
      manifest.icons.push_back(std::move(src));
    }
  }
  return manifest;
}

LinkedManifest linked_manifest(const Site& site) {
  LinkedManifest linked;
  const Page* home = site.home();
  if (!home || !home->document()) return linked;
  const auto link =
      home->document()->first("//link[@href and contains(concat(' ', @rel, ' '), ' manifest ')]");
  if (!link) return linked;
  linked.link = *link;
  const auto url = home->base().resolve(collapse_spaces(*link->attribute("href")));
  linked.visit = url ? site.visit_of(url->without_fragment()) : nullptr;
  if (!linked.visit) {
    if (url) {
      linked.unseen = site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
    }
    return linked;
  }
  linked.unseen = unreadable_because(linked.visit->fetch);
  if (!linked.unseen && linked.visit->fetch.truncated) linked.unseen = Reason::truncated;
  if (!linked.unseen && linked.visit->fetch.ok()) {
    linked.manifest = read_manifest(linked.visit->fetch.body);
  }
  return linked;
}

}  // namespace touchstone
