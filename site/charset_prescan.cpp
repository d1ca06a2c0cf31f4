// The prescan of the HTML Standard, section 13.2.3.2: "prescan a byte stream to determine its
// encoding", with "get an attribute" and "get an XML encoding" as it names them.

#include <algorithm>
#include <set>

#include "site/charset.h"

namespace touchstone {
namespace {

constexpr std::size_t prescanned = 1024, late = 64 << 10;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool starts_with_no_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(),
                                                   [](char a, char b) { return a == lower(b); });
}

// A page that can be read for its <meta> is no UTF-16.
std::string readable(std::string encoding) {
  if (encoding.starts_with("utf-16")) return "utf-8";
  if (encoding == "x-user-defined") return "windows-1252";
  return encoding;
}

struct OutOfBytes {};

struct Attribute {
  std::string name, value;
};

// Walks over the bytes; reading past the end ends the prescan.
class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::string> run();

 private:
  char here() const {
    if (at_ >= bytes_.size()) throw OutOfBytes{};
    return bytes_[at_];
  }
  std::string_view rest() const { return bytes_.substr(std::min(at_, bytes_.size())); }
  void skip_spaces() {
    while (is_space(here())) ++at_;
  }
  void skip_to(std::string_view text, std::size_t from) {
    at_ = bytes_.find(text, from);
    if (at_ == bytes_.npos) throw OutOfBytes{};
    at_ += text.size() - 1;
  }

  std::optional<Attribute> attribute();
  std::string value();
  void skip_tag();
  std::optional<std::string> meta();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// "Algorithm for extracting a character encoding from a meta element".
std::optional<std::string> encoding_in_content(std::string_view content) {
  const auto skip = [](std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    return text;
  };
  for (auto at = content.find("charset"); at != content.npos; at = content.find("charset")) {
    content = skip(content.substr(at + 7));
    if (!content.starts_with('=')) continue;
    content = skip(content.substr(1));
    if (content.empty()) return std::nullopt;
    if (content[0] == '"' || content[0] == '\'') {
      const auto end = content.find(content[0], 1);
      if (end == content.npos) return std::nullopt;
      return encoding_for_label(content.substr(1, end - 1));
    }
    return encoding_for_label(content.substr(0, content.find_first_of(" \t\n\f\r;")));
  }
  return std::nullopt;
}

std::optional<std::string> Prescan::run() {
  for (;; ++at_) {
    if (here() != '<') continue;
    const auto tag = rest();
    if (tag.starts_with("<!--")) {
      skip_to("-->", at_ + 2);  // the two dashes may be those of "<!--"
    } else if (starts_with_no_case(tag, "<meta") && tag.size() > 5 &&
               (is_space(tag[5]) || tag[5] == '/')) {
      at_ += 5;
      if (auto encoding = meta()) return encoding;
    } else if (tag.size() > 1 &&
               (is_alpha(tag[1]) || (tag[1] == '/' && tag.size() > 2 && is_alpha(tag[2])))) {
      skip_tag();
    } else if (tag.size() > 1 && (tag[1] == '!' || tag[1] == '/' || tag[1] == '?')) {
      skip_to(">", at_);
    }
  }
}

void Prescan::skip_tag() {
  while (!is_space(here()) && here() != '>') ++at_;
  while (attribute()) {
  }
}

std::optional<std::string> Prescan::meta() {
  std::set<std::string> seen;
  bool got_pragma = false, named = false;
  std::optional<bool> need_pragma;
  std::optional<std::string> encoding;
  while (const auto each = attribute()) {
    if (!seen.insert(each->name).second) continue;
    if (each->name == "http-equiv") {
      got_pragma = each->value == "content-type";
    } else if (each->name == "content" && !named) {
      encoding = encoding_in_content(each->value);
      named = encoding.has_value();
      if (named) need_pragma = true;
    } else if (each->name == "charset") {
      encoding = encoding_for_label(each->value);
      named = true;
      need_pragma = false;
    }
  }
  if (!need_pragma || (*need_pragma && !got_pragma) || !encoding) return std::nullopt;
  return readable(*encoding);
}

std::optional<Attribute> Prescan::attribute() {
  while (is_space(here()) || here() == '/') ++at_;
  if (here() == '>') return std::nullopt;
  Attribute found;
  for (;; ++at_) {
    const char c = here();
    if (c == '=' && !found.name.empty()) break;
    if (c == '/' || c == '>') return found;
    if (is_space(c)) {
      skip_spaces();
      if (here() != '=') return found;
      break;
    }
    found.name += lower(c);
  }
  ++at_;
  found.value = value();
  return found;
}

std::string Prescan::value() {
  skip_spaces();
  std::string text;
  if (here() == '"' || here() == '\'') {
    const char quote = here();
    for (++at_; here() != quote; ++at_) text += lower(here());
    ++at_;
    return text;
  }
  for (; !is_space(here()) && here() != '>'; ++at_) text += lower(here());
  return text;
}

std::optional<std::string> xml_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  auto declaration = bytes.substr(0, bytes.find('>'));
  if (declaration.size() == bytes.size()) return std::nullopt;
  const auto at = declaration.find("encoding");
  if (at == declaration.npos) return std::nullopt;
  const auto skip = [](std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text[0]) <= 0x20) text.remove_prefix(1);
    return text;
  };
  auto text = skip(declaration.substr(at + "encoding"sv.size()));
  if (!text.starts_with('=')) return std::nullopt;
  text = skip(text.substr(1));
  if (text.empty() || (text[0] != '"' && text[0] != '\'')) return std::nullopt;
  const auto end = text.find(text[0], 1);
  if (end == text.npos) return std::nullopt;
  const auto label = text.substr(1, end - 1);
  if (std::any_of(label.begin(), label.end(),
                  [](char c) { return static_cast<unsigned char>(c) <= 0x20; }))
    return std::nullopt;
  auto encoding = encoding_for_label(label);
  if (encoding && encoding->starts_with("utf-16")) return "utf-8";
  return encoding;
}

std::optional<std::string> prescan(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("<\0?\0x\0"sv)) return "utf-16le";
  if (bytes.starts_with("\0<\0?\0x"sv)) return "utf-16be";
  try {
    return Prescan(bytes).run();
  } catch (const OutOfBytes&) {
    return xml_encoding(bytes);
  }
}

}  // namespace

std::optional<std::string> charset_from_meta(std::string_view bytes) {
  return prescan(bytes.substr(0, prescanned));
}

std::optional<std::string> charset_from_late_meta(std::string_view bytes) {
  return prescan(bytes.substr(0, late));
}

}  // namespace touchstone
