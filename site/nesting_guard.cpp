#include "site/nesting_guard.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

#include "site/tag_scanner.h"

namespace touchstone {

namespace {
constexpr std::size_t levels = 512, attributes = 512;

bool is_void(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}
}  // namespace

std::optional<DocumentRefusal> nesting_refusal(std::string_view utf8) {
  TagScanner scanner(utf8);
  std::vector<GumboTag> open;
  for (Token token = scanner.next(); token.kind != Token::Kind::end; token = scanner.next()) {
    if (token.kind != Token::Kind::tag) continue;
    const Tag& tag = token.tag;
    if (tag.attributes > attributes) return DocumentRefusal::too_many_attributes;
    const GumboTag kind = gumbo_tagn_enum(tag.name.data(), static_cast<unsigned>(tag.name.size()));
    if (tag.closing) {
      const auto same = std::find(open.rbegin(), open.rend(), kind);
      if (same != open.rend()) open.erase(same.base() - 1, open.end());
      continue;
    }
    if (is_void(kind) || tag.self_closing) continue;
    if (kind == GUMBO_TAG_LI || kind == GUMBO_TAG_P || kind == GUMBO_TAG_OPTION) {
      if (!open.empty() && open.back() == kind) open.pop_back();
    }
    open.push_back(kind);
    if (open.size() > levels) return DocumentRefusal::too_deep;
    if (kind == GUMBO_TAG_SCRIPT) scanner.skip_script();
    if (kind == GUMBO_TAG_STYLE || kind == GUMBO_TAG_TITLE || kind == GUMBO_TAG_TEXTAREA) {
      scanner.skip_raw_text(tag.name);
    }
  }
  return std::nullopt;
}

}  // namespace touchstone
