#include "site/sitemap.h"

#include <libxml/parser.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "site/gunzip.h"
#include "site/iso_date.h"

namespace touchstone {
namespace {

constexpr std::size_t max_locations = 50'000;  // of the protocol
constexpr std::size_t max_bytes = 50u << 20;   // of the protocol
constexpr std::size_t max_location_bytes = 8'192;

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// A sitemap that is being read, and who gets its locations.
struct Reading {
  Sitemap sitemap;
  Url address;
  SitemapStream::Take take;
  std::size_t locations = 0;

  // Hands out a location; false when there is no room for more.
  bool add(std::string_view location) {
    const auto url = address.resolve(trim(location));
    if (!url || *url == address) return true;
    if (locations == max_locations) {
      sitemap.truncated = true;
      return false;
    }
    ++locations;
    take(url->without_fragment());
    return true;
  }
};

Sitemap::Kind kind_of_root(std::string_view name) {
  if (name == "urlset") return Sitemap::Kind::urlset;
  if (name == "sitemapindex") return Sitemap::Kind::index;
  if (name == "rss" || name == "RDF" || name == "feed") return Sitemap::Kind::feed;
  return Sitemap::Kind::none;
}

// The XML forms, fed piece by piece.
class XmlSitemap {
 public:
  explicit XmlSitemap(Reading& reading) : reading_(reading), sitemap_(reading.sitemap) {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = [](void* self, const xmlChar* name, const xmlChar*,
                                const xmlChar* name_space, int, const xmlChar**, int count, int,
                                const xmlChar** attributes) {
      static_cast<XmlSitemap*>(self)->start(view(name), name_space ? view(name_space) : "", count,
                                            attributes);
    };
    handler.endElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
      static_cast<XmlSitemap*>(self)->end(view(name));
    };
    handler.characters = handler.cdataBlock = [](void* self, const xmlChar* text, int length) {
      static_cast<XmlSitemap*>(self)->text(
          {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    };
    context_.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (context_) xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET);
  }

  // False: nothing more is wanted.
  bool feed(std::string_view bytes, bool last) {
    if (!context_ || done_) return false;
    const int error =
        xmlParseChunk(context_.get(), bytes.data(), static_cast<int>(bytes.size()), last);
    if (done_) return false;
    if (error == XML_ERR_OK) return true;
    if (const auto* why = xmlCtxtGetLastError(context_.get()); why && why->message)
      sitemap_.error = trim(why->message);
    return false;
  }

 private:
  static std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

  void stop() {
    done_ = true;
    xmlStopParser(context_.get());
  }

  void start(std::string_view name, std::string_view name_space, int attribute_count,
             const xmlChar** attributes) {
    ++depth_;
    if (depth_ == 1) {
      sitemap_.kind = kind_of_root(name);
      sitemap_.name_space = name_space.substr(0, max_location_bytes);
      if (sitemap_.kind == Sitemap::Kind::none) stop();
      return;
    }
    if (is_entry(name)) entry_depth_ = depth_;
    const bool inside = entry_depth_ != 0 && depth_ == entry_depth_ + 1;
    collecting_ = inside && name == (sitemap_.kind == Sitemap::Kind::feed ? "link" : "loc");
    dating_ = inside && name == "lastmod";
    text_.clear();
    if (collecting_ && sitemap_.kind == Sitemap::Kind::feed)
      text_ = atom_link(attribute_count, attributes);
  }

  void end(std::string_view) {
    if (collecting_ && !trim(text_).empty() && !reading_.add(text_)) stop();
    if (dating_) take_date(trim(text_));
    collecting_ = dating_ = false;
    if (depth_ == entry_depth_) entry_depth_ = 0;
    --depth_;
  }

  void text(std::string_view text) {
    if (!collecting_ && !dating_) return;
    if (text_.size() + text.size() <= max_location_bytes) text_ += text;
  }

  void take_date(std::string_view text) {
    const auto date = parse_iso_date(text);
    if (date && (!sitemap_.newest || *sitemap_.newest < *date)) sitemap_.newest = date;
  }

  bool is_entry(std::string_view name) const {
    switch (sitemap_.kind) {
      case Sitemap::Kind::urlset:
        return depth_ == 2 && name == "url";
      case Sitemap::Kind::index:
        return depth_ == 2 && name == "sitemap";
      default:
        return entry_depth_ == 0 && (name == "item" || name == "entry");
    }
  }

  // RFC 4287 section 4.2.7.2: a link without rel is the page itself ("alternate").
  static std::string atom_link(int count, const xmlChar** attributes) {
    std::string href;
    for (int i = 0; i < count; ++i, attributes += 5) {
      const auto value = std::string_view(reinterpret_cast<const char*>(attributes[3]),
                                          static_cast<std::size_t>(attributes[4] - attributes[3]));
      if (view(attributes[0]) == "rel" && value != "alternate") return {};
      if (view(attributes[0]) == "href") href = value.substr(0, max_location_bytes);
    }
    return href;
  }

  struct Free {
    void operator()(xmlParserCtxt* context) const {
      if (context->myDoc) xmlFreeDoc(context->myDoc);
      xmlFreeParserCtxt(context);
    }
  };
  Reading& reading_;
  Sitemap& sitemap_;
  std::unique_ptr<xmlParserCtxt, Free> context_;
  std::string text_;                 // of the location or the date that is being read
  int depth_ = 0, entry_depth_ = 0;  // 0: outside
  bool collecting_ = false, dating_ = false, done_ = false;
};

void read_text(std::string_view text, Reading& reading) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trim(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.empty()) continue;
    const auto url = Url::parse(line);
    if (!url && reading.sitemap.kind == Sitemap::Kind::none) return;  // prose, not a list
    reading.sitemap.kind = Sitemap::Kind::text;
    if (url && !reading.add(url->href())) return;
  }
}

std::string_view without_mark(std::string_view text) {
  return text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
}

bool looks_like_xml(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) return true;  // UTF-16
  return trim(without_mark(bytes).substr(0, 4'096)).starts_with('<');
}

}  // namespace

// Tells gzip, XML and text apart by the first piece.
struct SitemapStream::State {
  State(Url address, Take take) : reading{{}, std::move(address), std::move(take)}, xml(reading) {}

  Reading reading;
  XmlSitemap xml;
  std::string packed, text;
  std::size_t seen = 0;
  bool begun = false, is_packed = false, is_xml = false;

  bool take_packed(std::string_view piece) {
    if (packed.size() + piece.size() > max_bytes) return false;
    packed += piece;
    return true;
  }

  // False: nothing more is wanted.
  bool take_plain(std::string_view piece) {
    if (seen == 0) {
      is_xml = looks_like_xml(piece);
      // Blanks before an XML declaration are a frequent mistake that search engines forgive.
      piece.remove_prefix(std::min(piece.find_first_not_of(" \t\r\n"), piece.size()));
    }
    seen += piece.size();
    if (seen > max_bytes) {
      reading.sitemap.truncated = true;
      return false;
    }
    if (is_xml) return feed_xml(piece);
    text += piece;
    return true;
  }

  // libxml2 copies what it is given.
  bool feed_xml(std::string_view piece) {
    constexpr std::size_t slice = 64u << 10;
    for (; !piece.empty(); piece.remove_prefix(std::min(slice, piece.size())))
      if (!xml.feed(piece.substr(0, slice), false)) return false;
    return true;
  }
};

SitemapStream::SitemapStream(const Url& address, Take take)
    : state_(std::make_unique<State>(address, std::move(take))) {}

SitemapStream::~SitemapStream() = default;

bool SitemapStream::add(std::string_view piece) {
  if (!std::exchange(state_->begun, true)) state_->is_packed = is_gzip(piece);
  return state_->is_packed ? state_->take_packed(piece) : state_->take_plain(piece);
}

Sitemap::Kind SitemapStream::kind() const {
  return state_->reading.sitemap.kind;
}

Sitemap SitemapStream::finish() {
  State& state = *state_;
  Sitemap& sitemap = state.reading.sitemap;
  const bool sound = !state.is_packed || gunzip(state.packed, [&](std::string_view piece) {
    return state.take_plain(piece);
  });
  if (!sound) sitemap.error = "damaged gzip file";
  if (!state.is_xml) {
    read_text(without_mark(state.text), state.reading);
  } else if (sitemap.error.empty() && !sitemap.truncated) {
    state.xml.feed({}, true);
  }
  return std::move(sitemap);
}

Sitemap read_sitemap(std::string_view bytes, const Url& address) {
  std::vector<Url> locations;
  SitemapStream stream(address, [&](Url url) { locations.push_back(std::move(url)); });
  stream.add(bytes);
  Sitemap sitemap = stream.finish();
  sitemap.locations = std::move(locations);
  return sitemap;
}

}  // namespace touchstone
