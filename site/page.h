#pragma once

// An HTML answer, read: its tree, its visible text, its links and forms, and how far it can be
// trusted. Built from a Fetch alone, so that a capture reads
// the same. Move-only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/charset.h"
#include "site/document.h"
#include "site/fetch.h"
#include "site/reason.h"

namespace touchstone {

enum class Region { header, navigation, main, footer };  // by landmark, else by place in the page
std::string_view to_string(Region region);

struct Link {
  Element element;         // <a> or <area>
  std::string href;        // as written, trimmed
  std::optional<Url> url;  // resolved; absent for tel:, mailto:, javascript:, "#" alone ...
  std::string text;        // visible text, spaces collapsed; empty for icons
  std::string label;       // aria-label, title or image alt, where text is empty
  std::string rel;
  Region region = Region::main;
  bool hidden = false;  // in a hidden part of the page

  const std::string& name() const { return text.empty() ? label : text; }
};

struct Field {
  Element element;   // input, select, textarea
  std::string type;  // "text", "email", "tel", "textarea", "select", ... lower case
  std::string name;
  std::string label;  // label, aria-label or placeholder
};

struct Form {
  Element element;
  std::string action;  // as written
  std::string method;  // lower case, "get" where absent
  std::vector<Field> fields;
  Region region = Region::main;
};

enum class Trust { full, partial, none };

// A file that the page asks the browser for.
struct Resource {
  enum class Kind { stylesheet, script, image, font, poster, frame, preload, other };
  Kind kind = Kind::other;
  Url url;
  Element element;
  bool blocking = false;  // stylesheet for screens, script without async/defer/module in the head
  bool lazy = false;      // loading=lazy
};
std::string_view to_string(Resource::Kind kind);

class Page {
 public:
  // Absent when the answer is no HTML (by type or first bytes) or has no body.
  // `fetch` must outlive the page.
  static std::optional<Page> read(const Fetch& fetch);

  const Fetch& fetch() const { return *fetch_; }
  const Url& url() const { return fetch_->answered(); }
  const Url& base() const { return base_; }  // <base href> applied
  const Charset& charset() const { return charset_; }

  // Absent when the guard refused to build a tree (reason() is then too_deep).
  const Document* document() const { return document_ ? &*document_ : nullptr; }

  const std::string& title() const { return title_; }  // spaces collapsed
  const std::string& text() const { return text_; }    // visible text, a line a block element
  const std::vector<Link>& links() const { return links_; }
  const std::vector<Form>& forms() const { return forms_; }
  const std::vector<Resource>& resources() const { return resources_; }
  const std::vector<std::string>& json_ld() const { return json_ld_; }  // blocks as written
  const std::string& html() const { return html_; }                     // the source in UTF-8

  // The content of <meta name=...> or <meta property=...>, first one; absent when not there.
  std::optional<std::string> meta(std::string_view name) const;

  std::string language() const { return language_; }  // "ru", or "" when undetermined
  const std::string& declared_language() const { return declared_language_; }  // <html lang>
  std::size_t internal_links() const { return internal_links_; }

  Trust trust() const { return trust_; }
  // Why the trust is not full; absent when it is, or when the page is simply short or a 404.
  std::optional<Reason> reason() const { return reason_; }
  const std::string& blocked_by() const { return blocked_by_; }  // "Cloudflare"; mostly empty

 private:
  Page() = default;
  friend class PageReader;

  const Fetch* fetch_ = nullptr;
  Url base_ = *Url::parse("http://invalid/");
  Charset charset_;
  std::optional<Document> document_;
  std::string html_, title_, text_, language_, declared_language_, blocked_by_;
  std::vector<Link> links_;
  std::vector<Form> forms_;
  std::vector<Resource> resources_;
  std::vector<std::string> json_ld_;
  std::size_t internal_links_ = 0;
  Trust trust_ = Trust::none;
  std::optional<Reason> reason_;
};

// The nearest block round an element that people would call "the same place": for labels before a
// number, a heading before a section. Text before the element within it, collapsed.
std::string text_before(const Element& element, std::size_t max_bytes);

}  // namespace touchstone
