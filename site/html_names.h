#pragma once

// The names of elements that reading a page without a tree must tell apart, and what the tree
// construction of the HTML Standard (section 13.2.6) and the project's own tree do with each. For
// site/ alone.

#include <array>
#include <cstdint>
#include <string_view>

namespace touchstone {

enum class Tag : std::uint8_t {
  other,
  a,
  address,
  annotation_xml,
  applet,
  area,
  article,
  aside,
  audio,
  b,
  base,
  basefont,
  bgsound,
  big,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  code,
  col,
  colgroup,
  datalist,
  dd,
  desc,
  details,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  foreignobject,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  image,
  img,
  input,
  keygen,
  label,
  legend,
  li,
  link,
  listing,
  main_,
  marquee,
  math,
  menu,
  meta,
  metadata,
  mi,
  mn,
  mo,
  ms,
  mtext,
  nav,
  nobr,
  noembed,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  param,
  plaintext,
  pre,
  ruby,
  s,
  script,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  tt,
  u,
  ul,
  var,
  video,
  wbr,
  xmp
};

// What an element is, as bits of traits_of.
namespace trait {
inline constexpr std::uint32_t special = 1, block = 2, hides = 4, is_void = 8, ends_p = 16,
                               scope = 32, formatting = 64, breakout = 128, raw_text = 256,
                               escapable_text = 512, integration = 1024, cell = 2048,
                               heading = 4096, ends_others = 8192;
}  // namespace trait

// A name's last eight bytes in lower case, put together letter by letter: what tag_of goes by.
constexpr std::uint64_t longer_key(std::uint64_t key, char c) {
  return key << 8 | static_cast<unsigned char>(c | 0x20);
}

Tag tag_of(std::string_view name, std::uint64_t key);  // Tag::other for every other name

extern const std::array<std::uint32_t, 128> tag_traits;
inline std::uint32_t traits_of(Tag tag) {
  return tag_traits[static_cast<std::size_t>(tag)];
}

}  // namespace touchstone
