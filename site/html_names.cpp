#include "site/html_names.h"

#include <array>

namespace touchstone {

namespace {

struct Name {
  std::string_view text;
  Tag tag;
  std::uint32_t traits;
};

using namespace trait;

constexpr std::array<Name, 123> names{
    {{"a", Tag::a, formatting},
     {"address", Tag::address, special | block | ends_p},
     {"annotation-xml", Tag::annotation_xml, integration},
     {"applet", Tag::applet, special | scope},
     {"area", Tag::area, special | is_void},
     {"article", Tag::article, special | block | ends_p},
     {"aside", Tag::aside, special | block | ends_p},
     {"audio", Tag::audio, hides},
     {"b", Tag::b, formatting | breakout},
     {"base", Tag::base, special | is_void},
     {"basefont", Tag::basefont, special | is_void},
     {"bgsound", Tag::bgsound, special | is_void},
     {"big", Tag::big, formatting | breakout},
     {"blockquote", Tag::blockquote, special | block | ends_p | breakout},
     {"body", Tag::body, special | block | breakout},
     {"br", Tag::br, special | block | is_void | breakout},
     {"button", Tag::button, special | block},
     {"canvas", Tag::canvas, hides},
     {"caption", Tag::caption, special | block | scope},
     {"center", Tag::center, special | block | ends_p | breakout},
     {"code", Tag::code, formatting | breakout},
     {"col", Tag::col, special | is_void},
     {"colgroup", Tag::colgroup, special},
     {"datalist", Tag::datalist, hides},
     {"dd", Tag::dd, special | block | ends_p | breakout},
     {"desc", Tag::desc, hides | integration},
     {"details", Tag::details, special | block | ends_p},
     {"dialog", Tag::dialog, block | ends_p},
     {"dir", Tag::dir, special | block | ends_p},
     {"div", Tag::div, special | block | ends_p | breakout},
     {"dl", Tag::dl, special | block | ends_p | breakout},
     {"dt", Tag::dt, special | block | ends_p | breakout},
     {"em", Tag::em, formatting | breakout},
     {"embed", Tag::embed, special | is_void | breakout},
     {"fieldset", Tag::fieldset, special | block | ends_p},
     {"figcaption", Tag::figcaption, special | block | ends_p},
     {"figure", Tag::figure, special | block | ends_p},
     {"font", Tag::font, formatting},
     {"footer", Tag::footer, special | block | ends_p},
     {"foreignobject", Tag::foreignobject, integration},
     {"form", Tag::form, special | block | ends_p},
     {"frame", Tag::frame, special | is_void},
     {"frameset", Tag::frameset, special},
     {"h1", Tag::h1, special | block | ends_p | breakout | heading},
     {"h2", Tag::h2, special | block | ends_p | breakout | heading},
     {"h3", Tag::h3, special | block | ends_p | breakout | heading},
     {"h4", Tag::h4, special | block | ends_p | breakout | heading},
     {"h5", Tag::h5, special | block | ends_p | breakout | heading},
     {"h6", Tag::h6, special | block | ends_p | breakout | heading},
     {"head", Tag::head, special | hides | breakout},
     {"header", Tag::header, special | block | ends_p},
     {"hgroup", Tag::hgroup, special | block | ends_p},
     {"hr", Tag::hr, special | block | is_void | ends_p | breakout},
     {"html", Tag::html, special | block | scope},
     {"i", Tag::i, formatting | breakout},
     {"iframe", Tag::iframe, special | hides | raw_text},
     {"image", Tag::image, is_void},
    {"img", Tag::img, special | is_void | breakout},
     {"input", Tag::input, special | is_void},
     {"keygen", Tag::keygen, is_void},
     {"label", Tag::label, 0},
     {"legend", Tag::legend, block},
     {"li", Tag::li, special | block | ends_p | breakout},
     {"link", Tag::link, special | is_void},
     {"listing", Tag::listing, special | ends_p | breakout},
     {"main", Tag::main_, special | block | ends_p},
     {"marquee", Tag::marquee, special | scope},
     {"math", Tag::math, 0},
     {"menu", Tag::menu, special | block | ends_p | breakout},
     {"meta", Tag::meta, special | is_void | breakout},
     {"metadata", Tag::metadata, hides},
     {"mi", Tag::mi, integration},
     {"mn", Tag::mn, integration},
     {"mo", Tag::mo, integration},
     {"ms", Tag::ms, integration},
     {"mtext", Tag::mtext, integration},
     {"nav", Tag::nav, special | block | ends_p},
     {"nobr", Tag::nobr, formatting | breakout},
     {"noembed", Tag::noembed, special | hides | raw_text},
     {"noframes", Tag::noframes, special | hides | raw_text},
     {"noscript", Tag::noscript, special | hides},
     {"object", Tag::object, special | hides | scope},
     {"ol", Tag::ol, special | block | ends_p | breakout},
     {"optgroup", Tag::optgroup, hides},
     {"option", Tag::option, hides},
     {"p", Tag::p, special | block | ends_p | breakout},
     {"param", Tag::param, special | is_void},
     {"plaintext", Tag::plaintext, special | ends_p},
     {"pre", Tag::pre, special | block | ends_p | breakout},
     {"ruby", Tag::ruby, breakout},
     {"s", Tag::s, formatting | breakout},
     {"script", Tag::script, special | hides},
     {"section", Tag::section, special | block | ends_p},
     {"select", Tag::select, special},
     {"small", Tag::small, formatting | breakout},
     {"source", Tag::source, special | is_void},
     {"span", Tag::span, breakout},
     {"strike", Tag::strike, formatting | breakout},
     {"strong", Tag::strong, formatting | breakout},
     {"style", Tag::style, special | hides | raw_text},
     {"sub", Tag::sub, breakout},
     {"summary", Tag::summary, special | block | ends_p},
     {"sup", Tag::sup, breakout},
     {"svg", Tag::svg, 0},
     {"table", Tag::table, special | block | ends_p | scope | breakout},
     {"tbody", Tag::tbody, special | block},
     {"td", Tag::td, special | scope | cell},
     {"template", Tag::template_, special | hides | scope},
     {"textarea", Tag::textarea, special | hides | escapable_text},
     {"tfoot", Tag::tfoot, special},
     {"th", Tag::th, special | scope | cell},
     {"thead", Tag::thead, special},
     {"time", Tag::time, 0},
     {"title", Tag::title, special | hides | escapable_text | integration},
     {"tr", Tag::tr, special | block},
     {"track", Tag::track, special | is_void},
     {"tt", Tag::tt, formatting | breakout},
     {"u", Tag::u, formatting | breakout},
     {"ul", Tag::ul, special | block | ends_p | breakout},
     {"var", Tag::var, breakout},
     {"video", Tag::video, hides},
     {"wbr", Tag::wbr, special | is_void},
     {"xmp", Tag::xmp, special | ends_p | raw_text}}};

constexpr std::size_t slots = 1024;

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t hash = static_cast<std::uint32_t>(name.size());
  for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(lower(c));
  return (hash ^ (hash >> 10)) % slots;
}

// Open addressing: an index into `names` plus one, 0 where none is.
constexpr auto table = [] {
  std::array<std::uint8_t, slots> filled{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::size_t slot = slot_of(names[i].text);
    while (filled[slot] != 0) slot = (slot + 1) % slots;
    filled[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return filled;
}();

constexpr auto traits = [] {
  std::array<std::uint32_t, names.size() + 1> filled{};
  for (const Name& name : names) filled[static_cast<std::size_t>(name.tag)] = name.traits;
  return filled;
}();

constexpr std::size_t longest = 14;  // "annotation-xml"

bool same(std::string_view written, std::string_view name) {
  if (written.size() != name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(written[i]) != name[i]) return false;
  }
  return true;
}

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.size() > longest) return Tag::other;
  for (std::size_t slot = slot_of(name); table[slot] != 0; slot = (slot + 1) % slots) {
    const Name& candidate = names[table[slot] - 1U];
    if (same(name, candidate.text)) return candidate.tag;
  }
  return Tag::other;
}

std::uint32_t traits_of(Tag tag) {
  return traits[static_cast<std::size_t>(tag)];
}

}  // namespace touchstone
