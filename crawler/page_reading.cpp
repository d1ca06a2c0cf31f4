#include "crawler/page_reading.h"

#include "site/media_type.h"

namespace touchstone {
namespace {

bool is_html(std::string_view content_type, std::string_view part) {
  if (content_type.starts_with("text/html")) return true;
  const auto type = parse_media_type(content_type);
  if (!type) {  // a page that does not say so begins with a tag
    const auto begin = part.find_first_not_of("\xEF\xBB\xBF \t\r\n\f");
    return begin != part.npos && part[begin] == '<';
  }
  return type->essence == "text/html" || type->essence == "application/xhtml+xml";
}

}  // namespace

PageReading::PageReading(const Hop& hop, std::string_view part) {
  const auto type = hop.headers.get("content-type").value_or("");
  if (is_html(type, part)) scanner_.emplace(hop.url, type);
}

bool PageReading::take(std::string_view part) {
  taken_ += part.size();
  if (scanner_) scanner_->take(part);
  return taken_ < (scanner_ ? most_bytes : most_of_a_file);
}

void PageReading::finish(PageAnswer& answer, const OwnHosts& own) {
  if (!scanner_) return;
  answer.page = scanner_->finish();
  answer.links = own_links(answer.page->links, own);
}

}  // namespace touchstone
