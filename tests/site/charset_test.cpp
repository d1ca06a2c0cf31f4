#include "site/charset.h"

#include <catch2/catch.hpp>

#include "site/encoding_table.h"

using namespace touchstone;
using namespace std::string_literals;

namespace {

struct Case {
  std::string text, wanted;
};

}  // namespace

TEST_CASE("every label of the Encoding Standard names its encoding") {
  const Case cases[] = {{"cp1251", "windows-1251"},
                        {" X-CP1251\n", "windows-1251"},
                        {"latin1", "windows-1252"},
                        {"iso-8859-1", "windows-1252"},
                        {"US-ASCII", "windows-1252"},
                        {"iso-8859-9", "windows-1254"},
                        {"UTF8", "utf-8"},
                        {"unicode", "utf-16le"},
                        {"gb2312", "gbk"},
                        {"ks_c_5601-1987", "euc-kr"},
                        {"sjis", "shift_jis"},
                        {"logical", "iso-8859-8-i"},
                        {"hz-gb-2312", "replacement"},
                        {"x-user-defined", "x-user-defined"},
                        {"koi8-ru", "koi8-u"},
                        {"dos-874", "windows-874"}};
  for (const auto& [label, wanted] : cases) {
    INFO(label);
    CHECK(encoding_for_label(label) == wanted);
  }
  CHECK(encoding_for_label("utf-7") == std::nullopt);
  CHECK(encoding_for_label("") == std::nullopt);
  CHECK(all_encodings().size() == 40);
}

TEST_CASE("bytes become UTF-8") {
  struct Text {
    std::string encoding, bytes, wanted;
  };
  const Text cases[] = {
      {"utf-8", "Bücher", "Bücher"},
      {"utf-8",
       "\xEF\xBB\xBF"
       "a",
       "a"},
      {"utf-8", "a\xFF\xE2\x82z\xC0\x80", "a\uFFFD\uFFFDz\uFFFD\uFFFD"},
      {"utf-8", "a\0b"s, "a\uFFFDb"},
      {"windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"},
      {"koi8-r", "\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"},
      {"koi8-u", "\xAE\xBE", "ўЎ"},
      {"ibm866", "\x8F\xE0\x1A\x7F", "Пр\x1A\x7F"},
      {"x-mac-cyrillic", "\x8F\xDD\xFF", "ПЁ€"},
      {"windows-1252", "\x80\x93\x81", "€“\u0081"},
      {"iso-8859-1", "\x80", "€"},
      {"windows-1253", "\xAA\xE1", "\uFFFDα"},
      {"windows-1255", "\xF9\xEC\xE5\xED", "שלום"},
      {"iso-8859-8-i", "\xF9\xEC\xE5\xED", "שלום"},
      {"windows-1256", "\xE3\xD1\xCD\xC8\xC7", "مرحبا"},
      {"windows-874", "\xCA\xC7\xD1\xCA\xB4\xD5", "สวัสดี"},
      {"iso-8859-16", "\xAA\xA4\xFE", "Ș€ț"},
      {"macintosh", "\x8A\xDB", "ä€"},
      {"shift_jis", "\x93\xFA\x96{\x8C\xEA \xB1\\~", "日本語 ｱ\\~"},
      {"euc-jp", "\xC6\xFC\xCB\xDC\xB8\xEC\x8E\xB1", "日本語ｱ"},
      {"iso-2022-jp", "\x1B$BF|K\\8l\x1B(B.", "日本語."},
      {"gbk", "\xC4\xE3\xBA\xC3", "你好"},
      {"gb18030", "\xC4\xE3\x81\x30\x81\x30\xA6\xD9", "你\u0080\uFE10"},
      {"big5", "\xA7\x41\xA6\x6E\x88\x62", "你好\u00CA\u0304"},
      {"euc-kr", "\xBE\xC8\xB3\xE7\x8C\x63", "안녕똠"},
      {"utf-16le",
       "\xFF\xFE\x3D\xD8\x00\xDE"
       "a\0"s,
       "😀a"},
      {"utf-16be", "\0a\x04\x1F"s, "aП"},
      {"utf-16be", "\0a\xD8"s, "a\uFFFD"},
      {"x-user-defined", "a\x80\xFF", "a\uF780\uF7FF"},
      {"replacement", "anything", "\uFFFD"},
      {"replacement", "", ""},
      {"no such encoding", "Bücher", "Bücher"},
  };
  for (const auto& [encoding, bytes, wanted] : cases) {
    INFO(encoding << " " << wanted);
    CHECK(to_utf8(bytes, encoding) == wanted);
  }
}

TEST_CASE("every encoding decodes every byte to valid UTF-8 and keeps ASCII") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (const auto& encoding : all_encodings()) {
    INFO(encoding.name);
    CHECK(is_valid_utf8(to_utf8(bytes + bytes, encoding.name)));
    if (encoding.name == "replacement" || encoding.name.starts_with("utf-16")) continue;
    CHECK(to_utf8("<a href='\\~'>|\x1A\x1C\x7F", encoding.name) == "<a href='\\~'>|\x1A\x1C\x7F");
  }
}

TEST_CASE("UTF-8 is valid or it is not") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("aя€😀"));
  for (const std::string bytes :
       {"\x80", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF"})
    CHECK_FALSE(is_valid_utf8(bytes));
}

TEST_CASE("a meta element names the charset as the prescan of the HTML Standard reads it") {
  const Case cases[] = {
      {"<meta charset=koi8-r>", "koi8-r"},
      {"<META CharSet = \"KOI8-R\" />", "koi8-r"},
      {"<meta/charset=koi8-r/>", "-"},
      {"<meta charset='koi8-r>", "-"},
      {"<meta charset=utf-16>", "utf-8"},
      {"<meta charset=x-user-defined>", "windows-1252"},
      {"<meta charset=nonsense><meta charset=big5>", "big5"},
      {"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"},
      {"<meta content='text/html; charset = \"koi8-r\"' http-equiv=content-type>", "koi8-r"},
      {"<meta content='text/html; charset=koi8-r'>", "-"},
      {"<meta http-equiv=refresh content='charset=koi8-r'>", "-"},
      {"<meta http-equiv=content-type content='charset charset=koi8-r;x'>", "koi8-r"},
      {"<meta http-equiv=content-type content='charset=\"koi8-r'>", "-"},
      {"<meta charset=big5 charset=koi8-r>", "big5"},
      {"<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5"},
      {"<!--><meta charset=koi8-r>", "koi8-r"},
      {"<p title='<meta charset=koi8-r>'><meta charset=big5>", "big5"},
      {"<?php <meta charset=koi8-r> ?><meta charset=big5>", "big5"},
      {"<metadata charset=koi8-r>", "-"},
      {"</meta charset=koi8-r>", "-"},
      {"<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r"},
      {"<?xml version='1.0' encoding='koi8-r'?><meta charset=big5>", "big5"},
      {"<?xml encoding='utf-16'?>", "utf-8"},
      {" <?xml encoding='koi8-r'?>", "-"},
      {"<meta charset=koi8-r", "-"},
      {"", "-"},
  };
  for (const auto& [html, wanted] : cases) {
    INFO(html);
    CHECK(charset_from_meta(html).value_or("-") == wanted);
  }
  const std::string far = "<!--" + std::string(1100, 'x') + "--><meta charset=koi8-r>";
  CHECK(charset_from_meta(far) == std::nullopt);
  CHECK(charset_from_late_meta(far) == "koi8-r");
}

TEST_CASE("the charset of a page is sniffed in the order of browsers") {
  struct Page {
    std::string sentence, bytes, content_type, host, name;
    CharsetSource source;
  };
  const std::string meta = "<meta charset=big5>", russian = "\xCF\xF0\xE8\xE2\xE5\xF2";
  const std::string type = "text/html; charset=koi8-r";
  const Page cases[] = {
      {"BOM first", "\xEF\xBB\xBF" + meta, type, "a.ru", "utf-8", CharsetSource::bom},
      {"BOM of UTF-16", "\xFF\xFE<\0", type, "", "utf-16le", CharsetSource::bom},
      {"then the header", meta, type, "", "koi8-r", CharsetSource::header},
      {"a header that names none", meta, "text/html", "", "big5", CharsetSource::meta},
      {"a header that names nonsense", meta, "text/html;charset=x", "", "big5",
       CharsetSource::meta},
      {"then UTF-8", "Bücher", "text/html", "a.ru", "utf-8", CharsetSource::valid_utf8},
      {"nothing", "", "", "", "utf-8", CharsetSource::valid_utf8},
      {"then a guess", russian, "", "a.de", "windows-1252", CharsetSource::guess},
      {"by a Cyrillic country", russian, "", "a.ru", "windows-1251", CharsetSource::guess},
      {"by a Cyrillic domain", russian, "", "a.xn--p1ai", "windows-1251", CharsetSource::guess},
      {"by the language", "<html lang=\"bg-BG\">" + russian, "", "a.com", "windows-1251",
       CharsetSource::guess},
      {"by another language", "<html lang=\"fr\">" + russian, "", "a.com", "windows-1252",
       CharsetSource::guess},
  };
  for (const auto& [sentence, bytes, content_type, host, name, source] : cases) {
    INFO(sentence);
    const auto charset = sniff_charset(bytes, content_type, host);
    CHECK(charset.name == name);
    CHECK(charset.source == source);
  }
}
