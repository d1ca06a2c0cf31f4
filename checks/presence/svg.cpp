#include "checks/presence/svg.h"

#include <charconv>
#include <cmath>
#include <optional>

#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::string_view spaces = " \t\r\n\f";

bool skip(std::string_view& rest, std::string_view opening, std::string_view closing) {
  if (!rest.starts_with(opening)) return false;
  const std::size_t end = rest.find(closing, opening.size());
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + closing.size());
  return true;
}

bool skip_doctype(std::string_view& rest) {
  if (!rest.starts_with("<!DOCTYPE")) return false;
  const std::size_t end = rest.find_first_of("[>");
  const bool subset = end != std::string_view::npos && rest[end] == '[';
  return skip(rest, "<!DOCTYPE", subset ? "]" : ">") && (!subset || skip(rest, "", ">"));
}

// To the root element, past the byte order mark, declarations and comments (XML 1.0, rule 22).
std::string_view from_root(std::string_view rest) {
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  while (true) {
    const std::size_t begin = rest.find_first_not_of(spaces);
    if (begin == std::string_view::npos) return {};
    rest.remove_prefix(begin);
    if (!skip(rest, "<?", "?>") && !skip(rest, "<!--", "-->") && !skip_doctype(rest)) return rest;
  }
}

// The root's start tag up to its ">", quotes respected; empty when the file ends first.
std::string_view start_tag(std::string_view rest) {
  char quote = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (quote != 0) {
      if (rest[i] == quote) quote = 0;
    } else if (rest[i] == '"' || rest[i] == '\'') {
      quote = rest[i];
    } else if (rest[i] == '>') {
      return rest.substr(0, i + 1);
    }
  }
  return {};
}

std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    if (spaces.find(tag[at - 1]) == std::string_view::npos) continue;
    const std::size_t equals = tag.find_first_not_of(spaces, at + name.size());
    if (equals == std::string_view::npos || tag[equals] != '=') continue;
    const std::size_t quote = tag.find_first_not_of(spaces, equals + 1);
    if (quote == std::string_view::npos) return std::nullopt;
    const std::size_t end = tag.find(tag[quote], quote + 1);
    if (end == std::string_view::npos) return std::nullopt;
    return tag.substr(quote + 1, end - quote - 1);
  }
  return std::nullopt;
}

// The number that a text begins with, the rest behind it; absent where there is none.
std::optional<double> number(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f,");
  if (begin == std::string_view::npos) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

int pixels(double value) {
  return value > 0 && value < (1 << 24) ? std::max(1, static_cast<int>(std::lround(value))) : 0;
}

int length(std::optional<std::string_view> text) {
  if (!text) return 0;
  const auto value = number(*text);
  return value && !text->starts_with('%') ? pixels(*value) : 0;
}

void size_of(std::string_view tag, Image& image) {
  image.width = length(attribute(tag, "width"));
  image.height = length(attribute(tag, "height"));
  auto box = attribute(tag, "viewBox");
  if ((image.width != 0 && image.height != 0) || !box) return;
  number(*box);
  number(*box);
  const auto width = number(*box), height = number(*box);
  image.width = width ? pixels(*width) : 0;
  image.height = height ? pixels(*height) : 0;
}

// Nothing but one <text> of one sign.
bool is_glyph(std::string_view svg) {
  const std::size_t text = svg.find("<text");
  if (text == std::string_view::npos || svg.find("<text", text + 1) != std::string_view::npos) {
    return false;
  }
  const std::size_t begin = svg.find('>', text), end = svg.find("</text", text);
  if (begin == std::string_view::npos || end == std::string_view::npos || end - begin > 64) {
    return false;
  }
  return grapheme_count(collapse_spaces(svg.substr(begin + 1, end - begin - 1))) == 1;
}

}  // namespace

Image read_svg(std::string_view bytes) {
  const std::string_view rest = from_root(bytes), tag = start_tag(rest);
  std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n\f/>"));
  if (!name.starts_with('<')) return {};
  name.remove_prefix(1);
  if (name != "svg" && !name.ends_with(":svg")) return {};

  Image image{"svg"};
  size_of(tag, image);
  // Browsers draw an SVG file only when its root is in the namespace; old exports name that by an
  // entity of the document type.
  const std::string_view head = bytes.substr(0, bytes.size() - rest.size() + tag.size());
  const bool drawn = head.find("http://www.w3.org/2000/svg") != std::string_view::npos;
  const std::string closing = "</" + std::string(name);
  const bool whole = tag.ends_with("/>") || rest.rfind(closing) != std::string_view::npos;
  image.decodes = drawn && whole && image.width != 0 && image.height != 0;
  image.dark_mode = bytes.find("prefers-color-scheme") != std::string_view::npos;
  image.glyph = is_glyph(rest);
  return image;
}

}  // namespace touchstone
