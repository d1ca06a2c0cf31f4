#include "site/page_scanner.h"

#include <catch2/catch.hpp>

#include "summary_differences.h"

using namespace touchstone;

namespace {

Fetch answer(std::string body, std::string type = "text/html; charset=utf-8") {
  const Url url = *Url::parse("https://www.example.com/dir/page?q=1");
  Fetch fetch{url, "GET", {}, {}, false, 0, {}, 1, {}};
  Hop hop{url, 200, {}, {}, {}, {}, {}};
  hop.headers.add("Content-Type", type);
  fetch.hops.push_back(hop);
  fetch.body = std::move(body);
  return fetch;
}

std::string told(const PageSummary& summary) {
  std::string all = summary.title + "|" + summary.description + "|" + summary.h1 + "|" +
                    summary.declared_language + "|" + std::to_string(summary.text_characters) +
                    "|" + std::to_string(summary.words) + "|" + std::to_string(summary.text_hash);
  for (const SummaryLink& link : summary.links) {
    all += "\n" + std::string(summary.links.address(link));
    all += link.nofollow ? " nofollow" : "";
    all += link.hidden ? " hidden" : "";
  }
  return all;
}

PageSummary scan_in_two(const Fetch& fetch, std::size_t cut) {
  PageScanner scanner(fetch.answered(), "text/html; charset=utf-8");
  scanner.take(std::string(fetch.body, 0, cut));
  scanner.take(std::string(fetch.body, cut));
  return scanner.finish();
}

// Markup that has misled readers of tags. The scanner must say what the tree says, and the same
// however the bytes arrive.
struct Hard {
  const char* name;
  std::string html;
};

const std::vector<Hard>& hard_pages() {
  static const std::vector<Hard> pages{
      {"an ordinary page",
       "<!doctype html><html lang='de'><head><title>A &amp; B</title><meta name=description "
       "content='One &quot;two&quot;'></head><body><h1>Top <b>bold</b></h1><p>Text<br>more "
       "<a href='/x'>x</a> <a rel='nofollow me' href=\"y?a=1&amp;b=2#z\">y</a></p></body></html>"},
      {"comments of all ends",
       "a<!-- <a href=no1> --><a href=1></a><!--> <a href=2></a><!---> <a href=3></a><!-- x --!>"
       "<a href=4></a><!-- -- > <a href=no2> --><a href=5></a><!----><a href=6></a><!--->-->b"},
      {"bogus comments",
       "<?php echo '<a href=no>' ?><a href=1></a></ <a href=no2>x<a href=2></a><!x <a href=no3>>y"
       "</><a href=3></a><!DOCTYPE \"><a href=4></a>"},
      {"a script that speaks of tags",
       "<script>var a = '<a href=no>'; if (a < b && c > d) x();</script><a href=1>one</a>"},
      {"a script that is escaped twice",
       "<script><!-- <script> </script> <a href=no></a> --></script><a href=1></a>"
       "<script><!-- </script><a href=2></a><script><!--><a href=no2></script><a href=3></a>"
       "<script>x<!--y--><script>z</script><a href=4></a>"},
      {"scripts with ends that are none",
       "<script></scriptx><a href=no></ script><a href=no></SCRIPT x='>'><a href=1></a>"
       "<script></script/><a href=2></a>"},
      {"styles and their like are no markup",
       "<style><a href=no></style><xmp><a href=no></xmp><iframe><a href=no></iframe><noembed><a "
       "href=no></noembed><noframes><a href=no></noframes><textarea><a href=no></textarea><a "
       "href=1></a>"},
      {"a title holds no tags",
       "<title>A <b>B</b> &lt;i&gt; </title ><a href=1></a><title>C</title>"},
      {"a title in a picture is no title",
       "<svg><title>No<a href=in></a></title></svg><title>Yes</title>"},
      {"what a picture takes for content",
       "<svg><style><a href=1></a></style><script><a href=2></a></script></svg><a href=3></a>"},
      {"markup that ends a picture", "<svg><g><p>text<a href=1></a><style><a href=no></style>"},
      {"HTML within a picture",
       "<svg><foreignObject><style><a href=no></style><a href=1></a></foreignObject><a "
       "xlink:href=no></a><a href=2></a></svg>"},
      {"a character data section", "<p><![CDATA[ <a href=1></a> ]]> x"},
      {"attributes of all forms",
       "<a href=un/quoted/>1</a><a href='single \"'>2</a><a\nhref\n=\n\"double\"\n>3</a><a "
       "HREF=UP>4</a><a href=first href=second>5</a><a href>6</a><a href=>7</a><a "
       "title='>' href=8>8</a><a x=\"'\" href='9'y=z>9</a><a/href=10>10</a><a =href=no href=11>"},
      {"references in addresses",
       "<a href='?a&amp;b&copy=1&copy;2&notit;&#47;x&#x2F;y&lt&#128;&#0;&nosuch;&amp'>x</a>"},
      {"references in text",
       "a&nbsp;b&amp;c&mdash;d &lt;e&gt; &nosuch; &copy2 &#8212; &#x20; &#9 f &notin; &notit; &"},
      {"spaces of all kinds",
       "a \xC2\xA0 b\xE2\x80\x83"
       "c\xE3\x80\x80"
       "d\xE2\x80\x8B"
       "e\tf\n\ng"},
      {"a base that comes late",
       "<a href=one></a><base target=x><base href='/other/'><base href='/no/'><a href=two></a>"},
      {"links in templates and noscript count",
       "<template><a href=1>t</a></template><noscript><a href=2>n</a></noscript>z"},
      {"noscript in the head and in the body",
       "<head><noscript><link><style>no</style><meta></noscript><noscript><a href=1>yes</a>"
       "</noscript><noscript>no<a href=2></a></noscript>"},
      {"noscript behind the head",
       "<head><title>t</title></head><noscript>no<a href=1></a></noscript>z"},
      {"a head that comes twice",
       "<html><head><title>A</title></head><!doctype html><html "
       "lang=fr><head><title>B</title><style>"
       "no</style></head><body>text<h1>H</h1></body></html>"},
      {"a head behind text", "text<html lang=en><head><title>A</title>more</head><body>end"},
      {"a first headline that does not show", "<div hidden><h1>A</h1></div><h1>B</h1>"},
      {"text ends a noscript of the head", "<noscript>yes<a href=1></a></noscript>z"},
      {"a link in a link", "<a href=1>one<a href=2>two</a>three</a>"},
      {"a list of choices takes no links",
       "<select><a href=no><option>a<option>b<optgroup><option>c</select><a href=1>z</a>"
       "<select><option>x<input><a href=2>"},
      {"a list of choices that is never closed",
       "<div><select><option>a</div><a href=no></a><p>b</p></select><a href=1></a><table><tr><td>"
       "<select><option>x</td><td><a href=2></a></table><select></option><b>c"},
      {"what hides",
       "<p hidden>no<a href=1></a></p>a<div style='display:none'><div>no</div>no</div>b"
       "<dialog>no</dialog><dialog open>c</dialog><input type=hidden hidden>d"},
      {"what hides and is never closed",
       "<section><div hidden>no<p>no</section>yes<ul><li hidden>no<li>yes</ul><p hidden>no<div>yes"
       "</div><table><tr><td hidden>no<td>yes<tr hidden><td>no<tr><td>yes</table>z"},
      {"misnested formatting", "<b>one<i>two</b>three</i><p><b>x</p>y</b>z"},
      {"ends without beginnings", "</p>a</div>b</br>c</a>d</td>e</h1>f"},
      {"images and forms",
       "<img><img alt><img alt=''><form><form><input></form><form></form><image src=x>"},
      {"all after the end", "<body>a</body>b</html>c<a href=1></a>"},
      {"a less-than sign alone", "1 < 2 <3 <a href=1></a> <= x <"},
      {"a page that ends within a tag", "<a href=1></a><a href='2"},
      {"a page that ends within a comment", "<a href=1></a><!-- <a href=2></a>"},
      {"a page that ends within a script", "<a href=1></a><script><a href=2></a>"},
      {"a page that ends within its title", "<title>So <b>"},
      {"everything after plaintext", "<a href=1></a><plaintext><a href=2></a></plaintext>"},
      {"letters of many scripts",
       "<title>Заголовок</title><p>Привет, мир</p><a href='/путь?в=г'>日本語　テキスト</a> "
       "\xF0\x9F\x98\x80"},
      {"no UTF-8 where it was promised",
       "<title>a\xFF"
       "b\xC3</title><p>\xE2\x82<a href='\xFFx'>c"},
      {"a byte order mark between wrong bytes", "<p>a\xFF\xEF\xBB\xBF\xFFz"},
      {"addresses that lead nowhere",
       "<a href='#'>a</a><a href='#x'>b</a><a href='tel:+49 30'>c</a><a "
       "href='MAILTO:a@b.c'>d</a><a "
       "href='javascript:void(0)'>e</a><a href='http://[bad'>f</a><a "
       "href='//other.example'>g</a><a "
       "href='HTTPS://WWW.EXAMPLE.com:443/a/./b/../c'>h</a><a href=''>i</a><a href='  k l\n "
       "'>k</a>"},
  };
  return pages;
}

}  // namespace

TEST_CASE("the scanner says of a page what its tree says") {
  for (const Hard& page : hard_pages()) {
    INFO(page.name);
    for (const Difference& difference : summary_differences(answer(page.html))) {
      UNSCOPED_INFO(difference.what << "\n  scanner: " << difference.scanner
                                    << "\n  tree:    " << difference.tree);
      CHECK(difference.what.empty());
    }
  }
}

TEST_CASE("the scanner says the same however the bytes arrive") {
  for (const Hard& page : hard_pages()) {
    INFO(page.name);
    const Fetch fetch = answer(page.html);
    const std::string whole = told(scan(fetch));
    for (std::size_t cut = 0; cut < page.html.size(); ++cut) {
      REQUIRE(told(scan_in_two(fetch, cut)) == whole);
    }
    CHECK(told(scan(fetch, 1)) == whole);
  }
}

// The beginning of a page is kept until it has said its encoding.
TEST_CASE("the scanner says the same wherever a page is cut behind its beginning") {
  const std::string beginning = "<!--" + std::string(1024, ' ') + "-->";
  for (const Hard& page : hard_pages()) {
    INFO(page.name);
    const Fetch fetch = answer(beginning + page.html);
    const std::string whole = told(scan(fetch));
    for (std::size_t cut = beginning.size(); cut < fetch.body.size(); ++cut) {
      REQUIRE(told(scan_in_two(fetch, cut)) == whole);
    }
  }
}
