#include "checks/search_preview.h"

#include <algorithm>

#include "checks/presence/icons.h"
#include "site/text.h"

namespace touchstone {

namespace {

// About 600 and twice 600 pixels of the usual letters; East Asian wide ones count twice.
constexpr std::size_t title_width = 60, snippet_width = 160;
constexpr std::size_t largest_icon = 24u << 10;

// At the last word that fits, as search engines cut.
std::string cut(const std::string& text, std::size_t width, bool& is_cut) {
  is_cut = grapheme_count(text, true) > width;
  if (!is_cut) return text;
  std::size_t most = width - 1;
  std::string kept = shorten(text, most);
  while (grapheme_count(kept, true) > width && most > 1) kept = shorten(text, --most);
  const auto space = kept.rfind(' ');
  constexpr std::string_view ellipsis = "…";
  if (space != std::string::npos && space > kept.size() / 2) {
    kept = kept.substr(0, space) + " " + std::string(ellipsis);
  }
  return kept;
}

std::string base64(std::string_view bytes) {
  static constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t rest = std::min<std::size_t>(3, bytes.size() - i);
    unsigned three = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      three = three << 8 | (k < rest ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += k <= rest ? letters[three >> (18 - 6 * k) & 63u] : '=';
    }
  }
  return text;
}

std::string media_type_of(const std::string& format) {
  if (format == "svg") return "image/svg+xml";
  return format == "ico" ? "image/x-icon" : "image/" + format;
}

void take_icon(const Site& site, SearchPreview& preview) {
  for (const FoundIcon& found : icon_candidates(site)) {
    if (!is_tab_icon(found.icon) || !found.icon.resolves) continue;
    preview.icon = found.icon.url;
    if (found.bytes.size() <= largest_icon) {
      preview.icon_data =
          "data:" + media_type_of(found.icon.format) + ";base64," + base64(found.bytes);
    }
    return;
  }
}

// "https://www.huber.example/de/brot/" -> "www.huber.example › de › brot".
std::string told_address(const Url& url) {
  std::string address = url.host_unicode();
  std::string part;
  for (const char c : std::string(url.path()) + "/") {
    if (c != '/') {
      part += c;
    } else if (!part.empty()) {
      address += " › " + part;
      part.clear();
    }
  }
  return address;
}

}  // namespace

SearchPreview preview_in_search(const Site& site) {
  SearchPreview preview;
  const Page* home = site.home();
  if (!home || site.closed_because()) return preview;
  preview.address = told_address(home->url());
  preview.name = collapse_spaces(home->meta("og:site_name").value_or(""));
  if (preview.name.empty()) preview.name = home->url().host_unicode();
  const std::string title = collapse_spaces(home->title());
  preview.title =
      cut(title.empty() ? home->url().host_unicode() : title, title_width, preview.title_cut);
  preview.snippet = cut(collapse_spaces(home->meta("description").value_or("")), snippet_width,
                        preview.snippet_cut);
  take_icon(site, preview);
  return preview;
}

}  // namespace touchstone
