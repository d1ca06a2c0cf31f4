#include "site/page_scanner.h"

#include <algorithm>

#include "site/character_references.h"
#include "site/html_tokens.h"
#include "site/http_text.h"
#include "site/open_elements.h"
#include "site/page_language.h"
#include "site/summary_facts.h"
#include "site/summary_links.h"
#include "site/summary_text.h"
#include "site/text.h"
#include "site/utf8_stream.h"

namespace touchstone {

class PageScanner::Reader {
 public:
  Reader(Url address, std::string_view content_type, ScanOptions options)
      : options_(options),
        address_(std::move(address)),
        stream_(std::string(content_type), std::string(address_.host())) {}

  void take(std::string_view bytes) {
    const auto room = most_bytes - std::min(most_bytes, read_);
    summary_.truncated = summary_.truncated || bytes.size() > room;
    bytes = bytes.substr(0, room);
    read_ += bytes.size();
    stream_.take(bytes, [this](std::string_view piece) { read(piece); });
  }

  PageSummary finish() {
    stream_.finish([this](std::string_view piece) { read(piece); });
    tokens_.end();
    read_tokens();
    conclude();
    return std::move(summary_);
  }

 private:
  // Whose text is being kept, beside that of the page.
  enum class Keeps { nothing, title, json_ld };

  void read(std::string_view piece) {
    tokens_.add(piece);
    read_tokens();
  }

  void read_tokens() {
    while (tokens_.next(token_)) {
      if (token_.kind == HtmlToken::Kind::text) {
        read_text();
      } else if (token_.kind == HtmlToken::Kind::start_tag) {
        read_start();
      } else {
        read_end();
      }
    }
  }

  void read_text() {
    if (keeps_ != Keeps::nothing) {
      const auto room = longest_kept - std::min(longest_kept, kept_.size());
      kept_ += token_.text.substr(0, room);
      return;
    }
    if (!open_.in_body() && token_.has_references &&
        token_.text.find_first_not_of(spaces) != std::string_view::npos) {
      open_.begin_body();
    }
    if (open_.hidden()) return;
    text_.add(token_.text, token_.has_references);
    if (in_h1_ && h1_.size() < longest_kept) h1_ += token_.text;
  }

  void gap() {
    text_.gap();
    if (in_h1_) h1_ += ' ';
  }

  void read_start() {
    const bool was_hidden = open_.hidden();
    const auto opened = open_.open(token_.tag, token_.name, token_.self_closing, hides());
    if (!opened.used) return;
    const auto traits = traits_of(token_.tag);
    if (!was_hidden && !open_.hidden() && (traits & (trait::block | trait::cell)) != 0) gap();
    read_facts(opened.is_html);
    const auto content = HtmlTokens::content_of(token_.tag);
    if (opened.is_html && content) tokens_.read_raw(token_.name, *content);
  }

  // As Element::attribute gives it; lives until the next call.
  std::optional<std::string_view> attribute(std::string_view name) {
    const auto written = token_.value(name);
    if (!written || written->find('&') == std::string_view::npos) return written;
    return value_ = decode_references(*written, true);
  }

  // As hides_itself of site/page_places.h.
  bool hides() {
    if ((traits_of(token_.tag) & trait::hides) != 0) return true;
    if (token_.tag == Tag::body) return false;
    if (token_.tag == Tag::dialog && !token_.has("open")) return true;
    if (token_.has("hidden")) return true;
    const auto style = attribute("style");
    return style && displays_none(*style);
  }

  void read_facts(bool is_html) {
    switch (token_.tag) {
      case Tag::a:
      case Tag::area:
        return read_link();
      case Tag::base:
        if (const auto href = attribute("href"); href && !base_) {
          base_ = address_.resolve(*href).value_or(address_);
        }
        return;
      case Tag::title:
        if (!summary_.has_title && !open_.has(Tag::svg)) {
          summary_.has_title = true;
          keeps_ = Keeps::title;
        }
        return;
      case Tag::meta:
        return read_meta();
      case Tag::link:
        return read_link_element();
      case Tag::html:
        if (const auto lang = attribute("lang"); lang && !has_language_) {
          has_language_ = true;
          summary_.declared_language = beginning(std::string(*lang), 100);
        }
        return;
      case Tag::h1:
        in_h1_ = ++summary_.h1_count == 1;
        return;
      case Tag::form:
        ++summary_.forms;
        return;
      case Tag::image:
        if (!is_html) return;
        [[fallthrough]];
      case Tag::img:
        ++summary_.images;
        summary_.images_without_alt += !token_.has("alt");
        return read_file("src");
      case Tag::script:
        if (is_html) read_script();
        return;
      case Tag::iframe:
        return read_file("src");
      case Tag::time:
        if (const auto at = attribute("datetime")) take_newer(summary_.newest_time, *at);
        return;
      default:
        return;
    }
  }

  void read_link() {
    if (!token_.has("href")) return;
    const auto rel = attribute("rel");
    const bool nofollow = rel && has_word(*rel, "nofollow");
    const auto href = *attribute("href");
    const auto start = href.substr(std::min(href.find_first_not_of(spaces), href.size()));
    if (starts_with_no_case(start, "tel:")) {
      ++summary_.phone_links;
    } else if (starts_with_no_case(start, "mailto:")) {
      ++summary_.mail_links;
    } else {
      links_.add(href, nofollow, open_.hidden());
    }
  }

  void read_file(std::string_view name) {
    if (!address_.is_https()) return;
    const auto source = token_.value(name).value_or("");
    const auto begin = std::min(source.find_first_not_of(spaces), source.size());
    summary_.insecure_files += starts_with_no_case(source.substr(begin), "http://");
  }

  void read_link_element() {
    const std::string kinds(attribute("rel").value_or(""));
    if (has_word(kinds, "stylesheet")) read_file("href");
    if (canonical_ || !has_word(kinds, "canonical")) return;
    if (const auto href = attribute("href")) canonical_ = collapse_spaces(*href);
  }

  void read_script() {
    read_file("src");
    const auto type = token_.value("type").value_or("");
    if (type.find("ld+json") != std::string_view::npos) keeps_ = Keeps::json_ld;
  }

  void read_meta() {
    if (!token_.has("content")) return;
    for (const auto* kind : {"name", "property"}) {
      const auto named = attribute(kind);
      if (!named) continue;
      const std::string name = lower_ascii(collapse_spaces(*named));
      take_meta(summary_, name, *attribute("content"));
    }
  }

  void read_end() {
    const bool was_hidden = open_.hidden();
    const bool closed = open_.close(token_.tag, token_.name);
    if (keeps_ != Keeps::nothing) end_kept();  // no other end tag comes before its own
    if (closed && !was_hidden && (traits_of(token_.tag) & (trait::block | trait::cell)) != 0) {
      gap();
    }
    if (in_h1_ && !open_.has(Tag::h1)) end_h1();
  }

  void end_kept() {
    if (keeps_ == Keeps::title) summary_.title = shown(kept_);
    if (keeps_ == Keeps::json_ld) take_json_ld(summary_, kept_);
    keeps_ = Keeps::nothing;
    kept_.clear();
  }

  static std::string shown(std::string_view written) {
    return beginning(collapse_spaces(decode_references(written, false)), PageSummary::longest_text);
  }

  void end_h1() {
    in_h1_ = false;
    summary_.h1 = shown(h1_);
  }

  void conclude() {
    if (in_h1_) end_h1();
    end_kept();
    text_.finish();
    summary_.text_characters = text_.characters();
    summary_.words = text_.words();
    summary_.text_hash = text_.hash();
    summary_.left_over = text_.left_over();
    summary_.text_samples = text_.release_samples();
    conclude_language();
    summary_.charset = stream_.charset().name;
    const Url& base = base_ ? *base_ : address_;
    summary_.links = links_.resolve(base, address_);
    if (canonical_) {
      if (const auto url = base.resolve(*canonical_)) summary_.canonical = url->href();
    }
    if (summary_.modified &&
        (!summary_.newest_date || *summary_.newest_date < *summary_.modified)) {
      summary_.newest_date = summary_.modified;
    }
  }

  void conclude_language() {
    const auto told = primary_language(summary_.declared_language);
    summary_.language_checked =
        told.empty() || summary_.text_hash % std::max(1U, options_.check_language_every) == 0;
    summary_.language = summary_.language_checked ? language_of(text_.sample(), told) : told;
  }

  static constexpr std::string_view spaces = " \t\n\f\r";
  static constexpr std::size_t longest_kept = std::size_t{64} << 10;

  ScanOptions options_;
  Url address_;
  Utf8Stream stream_;
  HtmlTokens tokens_;
  HtmlToken token_;
  OpenElements open_;
  LinkCollector links_;
  SummaryText text_;
  PageSummary summary_;
  std::optional<Url> base_;
  std::optional<std::string> canonical_;
  Keeps keeps_ = Keeps::nothing;
  std::string kept_, h1_, value_;
  bool in_h1_ = false, has_language_ = false;
  std::size_t read_ = 0;
};

PageScanner::PageScanner(Url address, std::string_view content_type, ScanOptions options)
    : reader_(std::make_unique<Reader>(std::move(address), content_type, options)) {}

PageScanner::~PageScanner() = default;
PageScanner::PageScanner(PageScanner&&) noexcept = default;
PageScanner& PageScanner::operator=(PageScanner&&) noexcept = default;

void PageScanner::take(std::string_view bytes) {
  reader_->take(bytes);
}

PageSummary PageScanner::finish() {
  return reader_->finish();
}

}  // namespace touchstone
