#include "checks/viewport.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace touchstone {

namespace {

constexpr std::string_view separators = " \t\r\n\f,;";

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// The number that a value begins with; "yes" is 1, anything else 0 (section 3.3 of the module).
double number_of(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc() && std::isfinite(number)) return number;
  return value == "yes" ? 1 : 0;
}

void apply(Viewport& viewport, std::string_view name, std::string_view value) {
  if (name == "width") {
    viewport.width = value == "device-width" ? "device" : "fixed";
  } else if (name == "initial-scale" && viewport.width.empty()) {
    viewport.width = "device";  // a scale alone makes the layout as wide as the screen
  } else if (name == "user-scalable") {
    const bool named = value == "yes" || value == "device-width" || value == "device-height";
    viewport.user_scalable = named || std::abs(number_of(value)) >= 1;
  } else if (name == "maximum-scale") {
    const double scale = number_of(value);
    if (scale < 0) return;  // no limit, as if it were not there
    constexpr double most = 10, least = 0.1;
    viewport.maximum_scale =
        static_cast<int>(std::lround(100 * std::min(most, std::max(least, scale))));
  }
}

// "name = value" pairs; spaces, commas and semicolons separate, spaces round "=" do not.
void read_content(Viewport& viewport, std::string_view content) {
  for (std::size_t at = content.find_first_not_of(separators); at != std::string_view::npos;
       at = content.find_first_not_of(separators, at)) {
    const std::size_t name_end =
        std::min(content.find_first_of(" \t\r\n\f,;=", at), content.size());
    const std::string_view name = content.substr(at, name_end - at);
    at = std::min(content.find_first_not_of(" \t\r\n\f", name_end), content.size());
    if (at == content.size() || content[at] != '=') continue;
    at = std::min(content.find_first_not_of(" \t\r\n\f=", at), content.size());
    const std::size_t end = std::min(content.find_first_of(separators, at), content.size());
    apply(viewport, name, content.substr(at, end - at));
    at = end;
  }
}

}  // namespace

Viewport viewport_of(const Page& page) {
  Viewport viewport;
  viewport.place = "/html/head";
  if (!page.document()) return viewport;
  std::optional<Element> ruling;
  for (const Element& meta : page.document()->find("//meta[@name and @content]")) {
    if (lower_case(*meta.attribute("name")) != "viewport") continue;
    ruling = meta;  // the last one
  }
  if (!ruling) return viewport;
  viewport.width.clear();
  viewport.content = *ruling->attribute("content");
  viewport.place = ruling->path();
  read_content(viewport, lower_case(viewport.content));
  if (viewport.width.empty()) viewport.width = "fixed";
  return viewport;
}

}  // namespace touchstone
