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
    {{"a", Tag::a, formatting | ends_others},
     {"address", Tag::address, special | block | ends_p | ends_others},
     {"annotation-xml", Tag::annotation_xml, integration},
     {"applet", Tag::applet, special | scope},
     {"area", Tag::area, special | is_void},
     {"article", Tag::article, special | block | ends_p | ends_others},
     {"aside", Tag::aside, special | block | ends_p | ends_others},
     {"audio", Tag::audio, hides},
     {"b", Tag::b, formatting | breakout},
     {"base", Tag::base, special | is_void},
     {"basefont", Tag::basefont, special | is_void},
     {"bgsound", Tag::bgsound, special | is_void},
     {"big", Tag::big, formatting | breakout},
     {"blockquote", Tag::blockquote, special | block | ends_p | breakout | ends_others},
     {"body", Tag::body, special | breakout},
     {"br", Tag::br, special | block | is_void | breakout},
     {"button", Tag::button, special | block | ends_others},
     {"canvas", Tag::canvas, hides},
     {"caption", Tag::caption, special | block | scope},
     {"center", Tag::center, special | block | ends_p | breakout | ends_others},
     {"code", Tag::code, formatting | breakout},
     {"col", Tag::col, special | is_void},
     {"colgroup", Tag::colgroup, special},
     {"datalist", Tag::datalist, hides},
     {"dd", Tag::dd, special | block | ends_p | breakout | ends_others},
     {"desc", Tag::desc, hides | integration},
     {"details", Tag::details, special | block | ends_p | ends_others},
     {"dialog", Tag::dialog, block | ends_p | ends_others},
     {"dir", Tag::dir, special | block | ends_p | ends_others},
     {"div", Tag::div, special | block | ends_p | breakout | ends_others},
     {"dl", Tag::dl, special | block | ends_p | breakout | ends_others},
     {"dt", Tag::dt, special | block | ends_p | breakout | ends_others},
     {"em", Tag::em, formatting | breakout},
     {"embed", Tag::embed, special | is_void | breakout},
     {"fieldset", Tag::fieldset, special | block | ends_p | ends_others},
     {"figcaption", Tag::figcaption, special | block | ends_p | ends_others},
     {"figure", Tag::figure, special | block | ends_p | ends_others},
     {"font", Tag::font, formatting},
     {"footer", Tag::footer, special | block | ends_p | ends_others},
     {"foreignobject", Tag::foreignobject, integration},
     {"form", Tag::form, special | block | ends_p | ends_others},
     {"frame", Tag::frame, special | is_void},
     {"frameset", Tag::frameset, special},
     {"h1", Tag::h1, special | block | ends_p | breakout | heading | ends_others},
     {"h2", Tag::h2, special | block | ends_p | breakout | heading | ends_others},
     {"h3", Tag::h3, special | block | ends_p | breakout | heading | ends_others},
     {"h4", Tag::h4, special | block | ends_p | breakout | heading | ends_others},
     {"h5", Tag::h5, special | block | ends_p | breakout | heading | ends_others},
     {"h6", Tag::h6, special | block | ends_p | breakout | heading | ends_others},
     {"head", Tag::head, special | hides | breakout},
     {"header", Tag::header, special | block | ends_p | ends_others},
     {"hgroup", Tag::hgroup, special | block | ends_p | ends_others},
     {"hr", Tag::hr, special | block | is_void | ends_p | breakout | ends_others},
     {"html", Tag::html, special | scope},
     {"i", Tag::i, formatting | breakout},
     {"iframe", Tag::iframe, special | hides | raw_text},
     {"image", Tag::image, is_void},
     {"img", Tag::img, special | is_void | breakout},
     {"input", Tag::input, special | is_void},
     {"keygen", Tag::keygen, is_void},
     {"label", Tag::label, 0},
     {"legend", Tag::legend, block},
     {"li", Tag::li, special | block | ends_p | breakout | ends_others},
     {"link", Tag::link, special | is_void},
     {"listing", Tag::listing, special | ends_p | breakout | ends_others},
     {"main", Tag::main_, special | block | ends_p | ends_others},
     {"marquee", Tag::marquee, special | scope},
     {"math", Tag::math, 0},
     {"menu", Tag::menu, special | block | ends_p | breakout | ends_others},
     {"meta", Tag::meta, special | is_void | breakout},
     {"metadata", Tag::metadata, hides},
     {"mi", Tag::mi, integration},
     {"mn", Tag::mn, integration},
     {"mo", Tag::mo, integration},
     {"ms", Tag::ms, integration},
     {"mtext", Tag::mtext, integration},
     {"nav", Tag::nav, special | block | ends_p | ends_others},
     {"nobr", Tag::nobr, formatting | breakout},
     {"noembed", Tag::noembed, special | hides | raw_text},
     {"noframes", Tag::noframes, special | hides | raw_text},
     {"noscript", Tag::noscript, special | hides},
     {"object", Tag::object, special | hides | scope},
     {"ol", Tag::ol, special | block | ends_p | breakout | ends_others},
     {"optgroup", Tag::optgroup, hides | ends_others},
     {"option", Tag::option, hides | ends_others},
     {"p", Tag::p, special | block | ends_p | breakout | ends_others},
     {"param", Tag::param, special | is_void},
     {"plaintext", Tag::plaintext, special | ends_p | ends_others},
     {"pre", Tag::pre, special | block | ends_p | breakout | ends_others},
     {"ruby", Tag::ruby, breakout},
     {"s", Tag::s, formatting | breakout},
     {"script", Tag::script, special | hides},
     {"section", Tag::section, special | block | ends_p | ends_others},
     {"select", Tag::select, special},
     {"small", Tag::small, formatting | breakout},
     {"source", Tag::source, special | is_void},
     {"span", Tag::span, breakout},
     {"strike", Tag::strike, formatting | breakout},
     {"strong", Tag::strong, formatting | breakout},
     {"style", Tag::style, special | hides | raw_text},
     {"sub", Tag::sub, breakout},
     {"summary", Tag::summary, special | block | ends_p | ends_others},
     {"sup", Tag::sup, breakout},
     {"svg", Tag::svg, 0},
     {"table", Tag::table, special | block | ends_p | scope | breakout | ends_others},
     {"tbody", Tag::tbody, special | block | ends_others},
     {"td", Tag::td, special | scope | cell | ends_others},
     {"template", Tag::template_, special | hides | scope},
     {"textarea", Tag::textarea, special | hides | escapable_text},
     {"tfoot", Tag::tfoot, special | ends_others},
     {"th", Tag::th, special | scope | cell | ends_others},
     {"thead", Tag::thead, special | ends_others},
     {"time", Tag::time, 0},
     {"title", Tag::title, special | hides | escapable_text | integration},
     {"tr", Tag::tr, special | block | ends_others},
     {"track", Tag::track, special | is_void},
     {"tt", Tag::tt, formatting | breakout},
     {"u", Tag::u, formatting | breakout},
     {"ul", Tag::ul, special | block | ends_p | breakout | ends_others},
     {"var", Tag::var, breakout},
     {"video", Tag::video, hides},
     {"wbr", Tag::wbr, special | is_void},
     {"xmp", Tag::xmp, special | ends_p | raw_text | ends_others}}};

constexpr std::size_t slots = 1024;

constexpr std::uint64_t key_of(std::string_view name) {
  std::uint64_t key = 0;
  for (const char c : name) key = longer_key(key, c);
  return key;
}

constexpr std::size_t slot_of(std::uint64_t key) {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 54);
}

// Open addressing: an index into `names` plus one, 0 where none is.
constexpr auto table = [] {
  std::array<std::uint8_t, slots> filled{};
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::size_t slot = slot_of(key_of(names[i].text));
    while (filled[slot] != 0) slot = (slot + 1) % slots;
    filled[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return filled;
}();

constexpr auto keys = [] {
  std::array<std::uint64_t, names.size()> filled{};
  for (std::size_t i = 0; i < names.size(); ++i) filled[i] = key_of(names[i].text);
  return filled;
}();

}  // namespace

const std::array<std::uint32_t, 128> tag_traits = [] {
  std::array<std::uint32_t, 128> filled{};
  for (const Name& name : names) filled[static_cast<std::size_t>(name.tag)] = name.traits;
  return filled;
}();

// A key tells names of up to eight letters and digits apart, and the few longer ones by their ends.
Tag tag_of(std::string_view name, std::uint64_t key) {
  for (std::size_t slot = slot_of(key); table[slot] != 0; slot = (slot + 1) % slots) {
    const std::size_t i = table[slot] - 1U;
    if (keys[i] == key && names[i].text.size() == name.size()) return names[i].tag;
  }
  return Tag::other;
}

}  // namespace touchstone
