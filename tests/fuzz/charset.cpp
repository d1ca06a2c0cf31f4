// Charsets: a label or Content-Type in the first line, bytes behind it; and text as people compare
// it.

#include "site/charset.h"

#include "site/text.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  using fuzz::hold;
  const auto [label, body] = fuzz::split_line(fuzz::text_of(bytes, size));
  const auto sniffed = sniff_charset(body, label, "firm.example");
  hold(encoding_for_label(sniffed.name) == sniffed.name, "what was sniffed is an encoding");
  charset_from_meta(body);
  charset_from_late_meta(body);
  for (const auto& name : {std::optional(sniffed.name), encoding_for_label(label)}) {
    if (!name) continue;
    const auto text = to_utf8(body, *name);
    hold(is_valid_utf8(text), "decoded text is UTF-8");
    hold(text.size() <= 6 * body.size() + 16, "decoding does not blow up");
    hold(text.find('\0') == text.npos, "decoded text has no NUL");
    const auto folded = fold(text);
    hold(is_valid_utf8(folded), "folded text is UTF-8");
    hold(is_valid_utf8(shorten(text, 20)), "shortened text is UTF-8");
    const auto collapsed = collapse_spaces(text);
    hold(collapse_spaces(collapsed) == collapsed, "collapsed spaces stay as they are");
    hold(collapsed.size() <= text.size(), "collapsing does not grow");
    for (const auto& word : words(folded)) hold(!word.empty(), "a word has letters");
    contains_phrase(folded, fold(label));
    grapheme_count(text, true);
    mostly_cjk(text);
  }
  return 0;
}
