#include "site/page.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "site/media_type.h"
#include "site/page_forms.h"
#include "site/page_language.h"
#include "site/page_links.h"
#include "site/page_places.h"
#include "site/page_resources.h"
#include "site/page_text.h"
#include "site/page_trust.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone {

namespace {

// Whole characters. A title is read in many ways, and no honest one is longer.
std::string beginning_of(std::string title) {
  constexpr std::size_t most = 10'000;
  if (title.size() <= most) return title;
  std::size_t end = most;
  while (end > 0 && (title[end] & 0xC0) == 0x80) --end;
  title.resize(end);
  return title;
}

// MIME Sniffing Standard 7.1, the patterns for HTML.
bool begins_like_html(std::string_view body) {
  static constexpr std::array<std::string_view, 8> beginnings{
      "<!doctype html", "<html", "<head", "<body", "<title", "<script", "<!--", "<meta"};
  const auto begin = body.find_first_not_of("\xEF\xBB\xBF \t\r\n\f");
  if (begin == std::string_view::npos) return false;
  std::string start(body.substr(begin, 16));
  for (char& c : start) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view one) { return start.starts_with(one); });
}

bool is_html(const Fetch& fetch) {
  if (fetch.body.empty()) return false;
  const auto field = fetch.headers().get("content-type");
  const auto type = field ? parse_media_type(*field) : std::nullopt;
  if (!type) return begins_like_html(fetch.body);
  return type->essence == "text/html" || type->essence == "application/xhtml+xml";
}

}  // namespace

class PageReader {
 public:
  explicit PageReader(const Fetch& fetch) { page_.fetch_ = &fetch; }

  Page read() {
    decode();
    auto parsed = Document::parse(page_.html_);
    page_.base_ = page_.url();
    if (auto* const document = std::get_if<Document>(&parsed)) {
      page_.document_.emplace(std::move(*document));
      read_document();
    }
    const Judged judged = judge_trust(page_);
    page_.trust_ = judged.trust;
    page_.reason_ = judged.reason;
    page_.blocked_by_ = judged.blocked_by;
    return std::move(page_);
  }

 private:
  void decode() {
    const Fetch& fetch = *page_.fetch_;
    const auto type = fetch.headers().get("content-type").value_or("");
    page_.charset_ = sniff_charset(fetch.body, type, page_.url().host());
    page_.html_ = to_utf8(fetch.body, page_.charset_.name);
  }

  void read_document() {
    const Document& document = *page_.document_;
    if (const auto base = document.first("//base[@href]")) {
      page_.base_ = page_.url().resolve(*base->attribute("href")).value_or(page_.url());
    }
    if (const auto title = document.first("//title[not(ancestor::svg)]")) {
      page_.title_ = beginning_of(collapse_spaces(title->text()));
    }
    page_.text_ = visible_text(document.body());
    page_.declared_language_ = document.root().attribute("lang").value_or("");
    page_.language_ = language_of(page_.text_, page_.declared_language_);
    page_.links_ = read_links(document, page_.base_);
    page_.forms_ = read_forms(document);
    page_.resources_ = read_resources(document, page_.base_);
    for (const Element& block : document.find("//script[contains(@type, 'ld+json')]")) {
      page_.json_ld_.push_back(block.text());
    }
    count_internal_links();
  }

  void count_internal_links() {
    std::unordered_set<std::string> addresses;
    for (const Link& link : page_.links_) {
      const bool internal = link.url && same_company_host(link.url->host(), page_.url().host());
      if (internal && !link.hidden) addresses.insert(link.url->href());
    }
    page_.internal_links_ = addresses.size();
  }

  Page page_;
};

std::optional<Page> Page::read(const Fetch& fetch) {
  if (!is_html(fetch)) return std::nullopt;
  return PageReader(fetch).read();
}

std::optional<std::string> Page::meta(std::string_view name) const {
  if (!document_) return std::nullopt;
  for (const Element& element : document_->find("//meta[@content]")) {
    for (const auto* attribute : {"name", "property"}) {
      if (collapse_spaces(element.attribute(attribute).value_or("")) == name) {
        return element.attribute("content");
      }
    }
  }
  return std::nullopt;
}

std::string_view to_string(Region region) {
  switch (region) {
    case Region::header:
      return "header";
    case Region::navigation:
      return "navigation";
    case Region::main:
      return "main";
    case Region::footer:
      return "footer";
  }
  return "main";
}

std::string_view to_string(Resource::Kind kind) {
  switch (kind) {
    case Resource::Kind::stylesheet:
      return "stylesheet";
    case Resource::Kind::script:
      return "script";
    case Resource::Kind::image:
      return "image";
    case Resource::Kind::font:
      return "font";
    case Resource::Kind::poster:
      return "poster";
    case Resource::Kind::frame:
      return "frame";
    case Resource::Kind::preload:
      return "preload";
    case Resource::Kind::other:
      return "other";
  }
  return "other";
}

}  // namespace touchstone
