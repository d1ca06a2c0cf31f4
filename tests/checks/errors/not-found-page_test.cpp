#include <catch2/catch.hpp>

#include "checks/presence/shingles.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string plain = home + "0f3a9c5e7b1d2846", nested = home + "contact/0f3a9c5e7b1d2846";

auto answered(int status) {
  return [status](SampleSite& sample) {
    for (const auto& url : {plain, nested}) sample.fetch(url).hops.back().status = status;
  };
}

auto saying(std::string html) {
  return [html](SampleSite& sample) {
    for (const auto& url : {plain, nested}) sample.fetch(url).body = html;
  };
}

auto swapped(std::string from, std::string to) {
  return [from, to](SampleSite& sample) {
    for (const auto& url : {plain, nested}) swap_text(sample.fetch(url).body, from, to);
  };
}

auto led(std::string target) {
  return [target](SampleSite& sample) {
    const std::string body = sample.fetch(plain).body;
    sample.remove(Role::missing);
    sample.redirect(plain, target, Role::missing).body = body;
  };
}

void home_for_all(SampleSite& sample) {
  answered(200)(sample);
  saying(sample.fetch(home).body)(sample);
}

const std::string nginx =
    "<html><head><title>404 Not Found</title></head><body>\r\n<center><h1>404 Not Found</h1>"
    "</center>\r\n<hr><center>nginx</center></body></html>";
const std::string apache =
    "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL "
    "was not found on this server.</p><hr><address>Apache/2.4.41 (Ubuntu) Server at example.com "
    "Port 443</address></body></html>";
const std::string long_text(300, 'x');

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the 404 page can be reached") {
  hold_rows(
      "not-found-page",
      {
          {"404", nothing, "status", "wow"},
          {"410", answered(410), "status", "wow"},
          {"400", answered(400), "status", "so-so"},
          {"200 with an error page", answered(200), "status", "sucks"},
          {"200 with the start page", home_for_all, "status", "sucks"},
          {"one probe alone answers 200",
           [](SampleSite& s) { s.fetch(nested).hops.back().status = 200; }, "status", "sucks"},
          {"led to the start page", led(home), "status", "sucks"},
          {"led elsewhere", led(home + "sorry/"), "status", "sucks"},
          {"the server breaks, twice", answered(500), "status", "sucks"},
          {"the server broke once",
           [](SampleSite& s) {
             s.remove(Role::missing_nested);
             s.fetch(plain).hops.back().status = 500;
           },
           "status", "not assessed: insufficient-evidence"},
          {"refused", answered(403), "status", "not assessed: blocked-403"},
          {"too often asked", answered(429), "status", "not assessed: rate-limited"},

          {"in the frame of the site", nothing, "own-page", "wow"},
          {"nginx alone", saying(nginx), "own-page", "sucks"},
          {"Apache alone", saying(apache), "own-page", "sucks"},
          {"a host's long page",
           saying("<p>404</p><p>The site configured at this address does not contain the requested "
                  "file.</p><p>" +
                  long_text + "</p>"),
           "own-page", "sucks"},
          {"one line", saying("<h1>Oh no</h1>"), "own-page", "sucks"},
          {"nothing", saying(""), "own-page", "sucks"},
          {"a long text outside the frame", saying("<h1>Oh no</h1><p>" + long_text), "own-page",
           "so-so"},
          {"a line and a link", saying("<h1>Oh no</h1><a href='/'>Home</a>"), "own-page", "so-so"},
          {"the start page again", home_for_all, "own-page", "not applicable"},

          {"in words", nothing, "home-link", "wow"},
          {"by the name of its file", saying("<a href='/index.html'>Back to the bakery</a>"),
           "home-link", "wow"},
          {"the logo alone", saying("<header><a href='/'><img src='/l.png' alt='E'></a></header>"),
           "home-link", "so-so"},
          {"none", saying("<a href='/bread/'>Bread</a>"), "home-link", "sucks"},

          {"five and more", nothing, "navigation", "wow"},
          {"one", saying("<a href='/'>Home</a> <a href='/'>Start</a>"), "navigation", "so-so"},
          {"none", saying("<p>Gone"), "navigation", "sucks"},

          {"a field", nothing, "search", "wow"},
          {"a field by its name", saying("<form><input name='q'></form>"), "search", "wow"},
          {"none anywhere", saying("<p>Gone"), "search", "so-so"},
          {"only elsewhere",
           [](SampleSite& s) {
             saying("<p>Gone")(s);
             swap_text(s.fetch(home).body, "<h1>", "<form><input type='search'></form><h1>");
           },
           "search", "sucks"},

          {"a number in the message", nothing, "contact", "wow"},
          {"in the footer alone",
           saying("<main><p>Gone</main><footer><a href='/contact/'>Contact</a></footer>"),
           "contact", "so-so"},
          {"the server's own", saying(nginx), "contact", "sucks"},

          {"the same", nothing, "language", "wow"},
          {"too short to tell", saying("<h1>Gone</h1>"), "language",
           "not assessed: language-unsupported"},
          {"the server's own", saying(nginx), "language", "sucks"},
          {"another",
           saying("<html lang='de'><p>Leider haben wir die Seite, die Sie suchen, nicht gefunden. "
                  "Vielleicht wurde sie verschoben, oder die Adresse enthält einen Fehler. Hier "
                  "geht es zurück zur Startseite und zu allen unseren Broten und Kuchen.</p>"),
           "language", "sucks"},

          {"a sentence and a way on", nothing, "wording", "wow"},
          {"nothing but the number", saying(nginx), "wording", "so-so"},
          {"a server's version", saying(apache), "wording", "sucks"},
          {"a trace", saying("<pre>Traceback (most recent call last): File main.py</pre>"),
           "wording", "sucks"},
          {"a reproach", swapped("Sorry, this page", "You mistyped the address, this page"),
           "wording", "sucks"},
      });
}

TEST_CASE("a bare page of the server sucks, whether the site has a search or not") {
  SampleSite sample = SampleSite::perfect();
  saying(nginx)(sample);
  CHECK(judged("not-found-page", sample).touchpoint.points == 34);
  swap_text(sample.fetch(home).body, "<h1>", "<form><input type='search'></form><h1>");
  CHECK(judged("not-found-page", sample).touchpoint.points == 31);
}

TEST_CASE("a frame in one language with a message in English mixes two") {
  SampleSite sample = SampleSite::perfect();
  const std::string frame = "<html lang='de'><body><header><a href='/'>Bäckerei</a></header><main>";
  const std::string text =
      "<p>Wir backen jede Nacht Brot und Kuchen aus gutem Mehl, und unsere Kunden holen es sich am "
      "frühen Morgen, wenn der Laden öffnet. Dann ist es noch warm und duftet.</p></main></html>";
  sample.fetch(home).body = frame + "<h1>Brot</h1>" + text;
  saying(frame + "<h1>Page not found</h1>" + text)(sample);
  CHECK(judged("not-found-page", sample).verdict("language") == "so-so");
  saying(frame + "<h1>Seite nicht gefunden</h1>" + text)(sample);
  CHECK(judged("not-found-page", sample).verdict("language") == "wow");
}

TEST_CASE("a soft 404 is bad, and a shell behind it is not judged by its words") {
  SampleSite sample = SampleSite::perfect();
  const std::string shell =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body></html>";
  answered(200)(sample);
  saying(shell)(sample);
  const JudgedSample found = judged("not-found-page", sample);
  CHECK(found.touchpoint.verdict == Verdict::sucks);
  CHECK(found.verdict("own-page") == "not assessed: js-rendered");
}

TEST_CASE("the summary of the missing page says its kind and whose it is") {
  struct Row {
    std::string name;
    std::function<void(SampleSite&)> change;
    int status;
    std::string kind;
    bool branded;
  };
  const Row rows[] = {
      {"own page", nothing, 404, "hard", true},
      {"the server's page", saying(apache), 404, "hard", false},
      {"soft", answered(200), 200, "soft", true},
      {"led home", led(home), 200, "home", true},
      {"home under every address", home_for_all, 200, "home", true},
      {"led elsewhere", led(home + "sorry/"), 200, "redirect", true},
      {"broken", answered(500), 500, "error", true},
      {"refused", answered(403), 403, "error", false},
      {"tidied to another address of the same name",
       [](SampleSite& s) {
         led("https://www.example.com/0f3a9c5e7b1d2846/")(s);
         s.fetch(plain).body = "<p>" + long_text;
         s.fetch(plain).hops.back().status = 404;
       },
       404, "hard", true},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    SampleSite sample = SampleSite::perfect();
    row.change(sample);
    const Site site = sample.site();
    const auto found = find_missing_page(site);
    REQUIRE(found);
    CHECK(found->status == row.status);
    CHECK(found->kind == row.kind);
    CHECK(found->branded == row.branded);
    // `branded` and the component own-page are one judgement.
    const std::string own = judged("not-found-page", sample).verdict("own-page");
    if (own == "wow" || own == "so-so") CHECK(found->branded);
    if (own == "sucks") CHECK_FALSE(found->branded);
  }
  SampleSite unasked = SampleSite::perfect();
  unasked.remove(Role::missing);
  unasked.remove(Role::missing_nested);
  CHECK_FALSE(find_missing_page(unasked.site()));
}

TEST_CASE("the extras of a 404 page are chips") {
  SampleSite sample = SampleSite::perfect();
  swapped("<ul>",
          "<img src='/flat-bread.png' alt=''><a href='mailto:hello@example.com'>Tell us</a>"
          "<ul><li><a href='/rolls/'>Rolls</a></li>")(sample);
  CHECK(judged("not-found-page", sample).touchpoint.chips ==
        std::vector<std::string>{"own-media", "useful-five", "report-it"});
}

TEST_CASE("alike are texts that share their runs of words") {
  const std::string text = "we bake bread and rolls and cakes every night in our small bakery";
  CHECK(shingle_similarity(text, text) == 100);
  CHECK(shingle_similarity(text, "this page has gone or has never been there at all, sorry") == 0);
  CHECK(shingle_similarity(text, text + " in Berlin") >= 80);
  CHECK(shingle_similarity("", "") == 0);
  CHECK(shingle_similarity("Hello", "hello!") == 100);
}
