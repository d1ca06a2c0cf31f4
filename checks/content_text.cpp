#include "checks/content_text.h"

#include "site/page_text.h"
#include "site/reading.h"

namespace touchstone {

namespace {

constexpr std::size_t most_text = 200'000;  // bytes

}  // namespace

std::string content_text(const Page& page) {
  if (!page.document()) return {};
  const Reading reading(page);
  std::string content;
  for (std::size_t i = 0; i < reading.pieces().size() && content.size() < most_text; ++i) {
    const TextPiece& piece = reading.pieces()[i];
    const std::size_t end =
        i + 1 < reading.pieces().size() ? reading.pieces()[i + 1].begin : reading.text().size();
    if (piece.region == Region::main) {
      content += reading.text().substr(piece.begin, end - piece.begin);
    } else if (!content.empty() && content.back() != '\n') {
      content += '\n';
    }
  }
  // Without landmarks the regions are told from the place in the page, which fails short ones.
  if (content.size() * 3 < reading.text().size()) return reading.text().substr(0, most_text);
  return content;
}

std::string content_text(const ClassPage& found) {
  if (!found.page) return {};
  return found.section ? visible_text(found.root, most_text) : content_text(*found.page);
}

}  // namespace touchstone
