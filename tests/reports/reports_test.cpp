#include <catch2/catch.hpp>

#include "reports/escape.h"
#include "reports/html.h"
#include "reports/layout.h"
#include "reports/markdown.h"
#include "reports/tally.h"
#include "reports/text.h"
#include "tests/reports/sample_audit.h"

namespace touchstone {

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

const Phrases english("en");

}  // namespace

TEST_CASE("a terminal report lets no escape sequence of the web through") {
  CHECK_FALSE(has(write_text(sample_audit(), english, {80, false, true}), "\x1b"));
}

TEST_CASE("a terminal report colours only where colours are wanted") {
  CHECK(has(write_text(sample_audit(), english, {80, true, false}), "\x1b[3"));
}

TEST_CASE("a terminal report keeps to the width except for words that are longer") {
  for (const int width : {40, 60, 80, 120}) {
    for (const auto& line : lines_of(write_text(sample_audit(), english, {width, false, false}))) {
      INFO(line);
      const bool one_word = has(line, "https://");
      CHECK((columns(line) <= width || one_word));
    }
  }
}

TEST_CASE("the verdict stands in the first screen of a terminal report") {
  const auto lines = lines_of(write_text(sample_audit(), english, {80, false, false}));
  std::string first;
  for (std::size_t i = 0; i < 8; ++i) first += lines[i] + "\n";
  CHECK(has(first, "6.8  so-so"));
  CHECK(has(first, "1 wow, 1 so-so, 1 missing, 1 not assessed"));
}

TEST_CASE("a report without a score says why") {
  Audit audit = sample_audit();
  audit.score = {std::nullopt, 30};
  CHECK(has(write_text(audit, english, {}), "Not enough could be seen to give a score: 30 %"));
  audit.closed = Reason::parked;
  CHECK(has(write_text(audit, english, {}), "the domain is parked; check the address"));
  CHECK(has(write_html(audit, english), "the domain is parked; check the address"));
  CHECK(has(write_markdown(audit, english), "the domain is parked; check the address"));
}

TEST_CASE("a site that could not be reached is told by what ended the request") {
  Audit audit = sample_audit();
  audit.score = {std::nullopt, 0};
  for (int kind = 0; kind <= static_cast<int>(FaultKind::not_captured); ++kind) {
    audit.fault = static_cast<FaultKind>(kind);
    CHECK(has(write_markdown(audit, english), "No score: "));
  }
  audit.fault = FaultKind::refused;
  CHECK(has(write_text(audit, english, {}), "the server of this address refused the connection"));
}

TEST_CASE("a company without a name and a site is called by words") {
  Audit audit = sample_audit();
  audit.name.clear();
  audit.host.clear();
  audit.asked.clear();
  audit.answered.clear();
  CHECK(write_text(audit, english, {80, false, false}).starts_with("Your company\n"));
  CHECK(has(write_html(audit, english), "<h1>Your company</h1>"));
  CHECK(write_markdown(audit, english).starts_with("# Your company\n\n"));
}

TEST_CASE("every reason and status has its words") {
  for (int reason = 0; reason <= static_cast<int>(Reason::interrupted); ++reason) {
    CHECK_FALSE(tell_reason(static_cast<Reason>(reason), english).empty());
  }
}

TEST_CASE("an HTML report escapes what the web wrote") {
  const std::string html = write_html(sample_audit(), english);
  CHECK_FALSE(has(html, "<script"));
  CHECK(has(html, "&lt;script&gt;alert(&#39;Müller &amp; Co&#39;)"));
  CHECK_FALSE(has(html, "href=\"javascript:"));
}

TEST_CASE("an HTML report asks for nothing from the network") {
  const std::string html = write_html(sample_audit(), english);
  for (const char* part : {"<link", "<script", "<img src=\"http", "@import", "url("}) {
    INFO(part);
    CHECK_FALSE(has(html, part));
  }
  CHECK(has(html, "default-src 'none'"));
}

TEST_CASE("an HTML report names verdicts in words, not by colour alone") {
  const std::string html = write_html(sample_audit(), english);
  CHECK(has(html, ">wow</span>"));
  CHECK(has(html, ">missing</span>"));
  CHECK(has(html, ">not assessed</span>"));
}

TEST_CASE("text for Markdown cannot leave its cell or become markup") {
  struct Row {
    const char* text;
    const char* escaped;
  };
  for (const Row& row :
       {Row{"a|b", "a\\|b"}, Row{"[x](y)", "\\[x\\]\\(y\\)"}, Row{"<b>", "\\<b\\>"},
        Row{"a\nb", "a b"}, Row{"https://x", "https\\://x"}, Row{"`c`", "\\`c\\`"}}) {
    CHECK(markdown_escaped(row.text) == row.escaped);
  }
}

TEST_CASE("every row of a Markdown table has as many cells as its head") {
  std::size_t pipes = 0;
  for (const auto& line : lines_of(write_markdown(sample_audit(), english))) {
    if (line.empty() || line[0] != '|') {
      pipes = 0;
      continue;
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++count;
    }
    if (pipes == 0) pipes = count;
    INFO(line);
    CHECK(count == pipes);
  }
}

TEST_CASE("printable text holds no control and no bidi override") {
  CHECK(printable("a\x1b[31mb") == "a [31mb");
  CHECK(printable("user\xE2\x80\xAEgpj.exe") == "user gpj.exe");
  CHECK(printable("tab\tand\r\nlines") == "tab and lines");
}

TEST_CASE("wrapped text breaks at spaces and counts wide characters twice") {
  CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("日本 会社", 5) == std::vector<std::string>{"日本", "会社"});
  CHECK(wrapped("unbreakable", 4) == std::vector<std::string>{"unbreakable"});
}

}  // namespace touchstone
