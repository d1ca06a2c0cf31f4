#include "site/page.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

Fetch answer(std::string body, std::string type = "text/html; charset=utf-8", int status = 200) {
  const Url url = *Url::parse("https://www.example.com/dir/page");
  Fetch fetch{url, "GET", {}, {}, false, 0, {}, 1, {}};
  Hop hop{url, status, {}, {}, {}, {}, {}};
  if (!type.empty()) hop.headers.add("Content-Type", type);
  fetch.hops.push_back(hop);
  fetch.body = std::move(body);
  return fetch;
}

std::string text_of(const std::string& body) {
  const Fetch fetch = answer("<!doctype html><title>t</title><body>" + body);
  return Page::read(fetch)->text();
}

std::string many(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("only HTML is read as a page") {
  CHECK(Page::read(answer("<p>x")));
  CHECK(Page::read(answer("<p>x", "application/xhtml+xml")));
  CHECK(Page::read(answer("  <!DOCTYPE html><p>x", "")));
  CHECK_FALSE(Page::read(answer("<p>x", "")));
  CHECK_FALSE(Page::read(answer("<p>x", "text/plain")));
  CHECK_FALSE(Page::read(answer("")));
}

TEST_CASE("visible text is what people read, a line for each block") {
  CHECK(text_of("<h1>A  b</h1><p>c <b>d</b>e</p>f<br>g") == "A b\nc de\nf\ng");
  CHECK(text_of("a<script>no</script><style>no</style><noscript>no</noscript>"
                "<template>no</template><p hidden>no</p><p style='color:red; display : none'>no</p>"
                "<textarea>no</textarea><select><option>no</select>z") == "az");
  CHECK(text_of("<table><tr><td>Tel</td><td>12</td></tr><tr><td>x</td></tr></table>") ==
        "Tel 12\nx");
  CHECK(text_of("<svg><title>no</title><text>yes</text></svg>") == "yes");
}

TEST_CASE("a link knows its address, name and region") {
  const Fetch fetch = answer(
      "<base href='/other/'><header><a href='a'>Home</a></header>"
      "<nav><a href='tel:+1'>Call</a></nav>"
      "<main><a href=' b c '><img alt='Pic'></a><a href='#'>top</a>"
      "<article><header><a href=in>In</a></header></article></main>"
      "<footer><a href='https://x.example/' title='X' rel='me'><svg></svg></a></footer>"
      "<div hidden><a href=secret>S</a></div>");
  const auto read = Page::read(fetch);
  const Page& page = *read;
  const auto& links = page.links();
  REQUIRE(links.size() == 7);
  CHECK(links[0].url->href() == "https://www.example.com/other/a");
  CHECK(links[0].region == Region::header);
  CHECK_FALSE(links[1].url);
  CHECK(links[1].region == Region::navigation);
  CHECK(links[2].name() == "Pic");
  CHECK(links[2].url->href() == "https://www.example.com/other/b%20c");
  CHECK_FALSE(links[3].url);
  CHECK(links[4].region == Region::main);
  CHECK(links[5].name() == "X");
  CHECK(links[5].region == Region::footer);
  CHECK(links[6].hidden);
  CHECK(page.internal_links() == 3);
}

TEST_CASE("a form lists its fields with what they are called") {
  const Fetch fetch = answer(
      "<form method=POST action=send><label for=m>Mail</label><input id=m type=EMAIL name=mail>"
      "<label>Words <textarea name=t></textarea></label><input placeholder=Name>"
      "<select aria-label=City></select></form>");
  const auto read = Page::read(fetch);
  const Page& page = *read;
  REQUIRE(page.forms().size() == 1);
  const Form& form = page.forms()[0];
  CHECK(form.method == "post");
  CHECK(form.action == "send");
  REQUIRE(form.fields.size() == 4);
  CHECK(form.fields[0].type == "email");
  CHECK(form.fields[0].label == "Mail");
  CHECK(form.fields[1].label == "Words");
  CHECK(form.fields[2].label == "Name");
  CHECK(form.fields[3].type == "select");
}

TEST_CASE("resources are what a browser with scripts asks for") {
  const Fetch fetch = answer(
      "<head><link rel=stylesheet href=a.css><link rel=stylesheet href=p.css media=print>"
      "<script src=a.js></script><script src=b.js defer></script>"
      "<script type=application/json src=no.js></script>"
      "<noscript><link rel=stylesheet href=no.css></noscript>"
      "<link rel=preload as=font href=f.woff2></head>"
      "<img src=i.png loading=lazy><img srcset='s1.png 1x, s2.png 2x'><img src='data:x'>"
      "<video poster=v.jpg></video><iframe src=//maps.example/></iframe><script src=c.js></script>"
      "<img src=i.png>");
  const auto read = Page::read(fetch);
  const Page& page = *read;
  std::vector<std::string> seen;
  for (const Resource& one : page.resources()) {
    const auto path = std::string(one.url.path());
    seen.push_back(std::string(to_string(one.kind)) + " " + path.substr(path.rfind('/') + 1) +
                   (one.blocking ? " blocking" : "") + (one.lazy ? " lazy" : ""));
  }
  CHECK(seen == std::vector<std::string>{"stylesheet a.css blocking", "stylesheet p.css",
                                         "script a.js blocking", "script b.js", "font f.woff2",
                                         "image i.png lazy", "image s1.png", "poster v.jpg",
                                         "frame ", "script c.js"});
}

TEST_CASE("the head is read: title, meta, JSON-LD") {
  const Fetch fetch = answer(
      "<title> A \n title </title><meta name=description content=D><meta property='og:title' "
      "content=O><script type='application/ld+json'>{\"a\":1}</script>"
      "<svg><title>no</title></svg>");
  const auto read = Page::read(fetch);
  const Page& page = *read;
  CHECK(page.title() == "A title");
  CHECK(page.meta("description") == "D");
  CHECK(page.meta("og:title") == "O");
  CHECK_FALSE(page.meta("robots"));
  CHECK(page.json_ld() == std::vector<std::string>{"{\"a\":1}"});
}

TEST_CASE("the language is that of the text where it contradicts the declaration") {
  const std::string german =
      many("Wir freuen uns auf Ihren Besuch in unserem Geschäft in der Innenstadt. ", 8);
  const auto language = [](const std::string& lang, const std::string& text) {
    const Fetch fetch = answer("<html lang='" + lang + "'><body>" + text);
    return Page::read(fetch)->language();
  };
  CHECK(language("de-AT", german) == "de");
  CHECK(language("", german) == "de");
  CHECK(language("en", german) == "de");
  CHECK(language("en", "kurz") == "en");
  CHECK(language("", "kurz") == "");
}

TEST_CASE("a page is trusted when it shows enough and nothing stands between") {
  const std::string words = many("A sentence of plain words. ", 40);
  const auto judged = [](const std::string& body, int status = 200) {
    const Fetch fetch = answer(body, "text/html", status);
    const auto page = Page::read(fetch);
    return std::pair(page->trust(), page->reason());
  };
  using Judged = std::pair<Trust, std::optional<Reason>>;
  CHECK(judged(words) == Judged{Trust::full, std::nullopt});
  CHECK(judged("short") == Judged{Trust::none, std::nullopt});
  CHECK(judged(words, 404) == Judged{Trust::none, std::nullopt});
  CHECK(judged(words, 403) == Judged{Trust::none, Reason::blocked_403});
  CHECK(judged("<div id=root></div><script src=a.js></script>") ==
        Judged{Trust::partial, Reason::js_rendered});
  CHECK(judged("<div id=__next>" + words + "</div><script src=a.js></script>") ==
        Judged{Trust::full, std::nullopt});
  CHECK(judged("<form><input type=password></form>") == Judged{Trust::none, Reason::login_wall});
  CHECK(judged(many("<div>", 600)) == Judged{Trust::none, Reason::too_deep});
}

TEST_CASE("the text before an element is that of its own section") {
  const Fetch fetch = answer(
      "<p>far</p><section><h2>Call us</h2><p>Phone:<script>x</script> <a href=tel:1>1</a></p>"
      "</section>");
  const auto read = Page::read(fetch);
  const Page& page = *read;
  CHECK(text_before(page.links()[0].element, 100) == "Call us Phone:");
  CHECK(text_before(page.links()[0].element, 6) == "Phone:");
}
