#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", german = home + "de/", french = home + "fr/";

std::string declared(std::string tag, std::string url) {
  return "<link rel=alternate hreflang=\"" + tag + "\" href=\"" + url + "\">";
}

const std::string itself = declared("en", home), to_german = declared("de", german),
                  to_french = declared("fr", french), fallback = declared("x-default", home);

auto on_home(std::string links) {
  return [links](SampleSite& s) { swap_text(s.fetch(home).body, "</head>", links + "</head>"); };
}

void add_version(SampleSite& sample, const std::string& url, const std::string& links) {
  sample.page(url, "<html><head>" + links + "</head><body><p>x</p></body></html>");
}

// Home declares three versions; the others say what is given.
auto versions(std::string of_german, std::string of_french) {
  return [of_german, of_french](SampleSite& sample) {
    on_home(itself + to_german + to_french + fallback)(sample);
    add_version(sample, german, of_german);
    add_version(sample, french, of_french);
  };
}

auto codes(std::string links) {
  return [links](SampleSite& sample) {
    on_home(links)(sample);
    add_version(sample, german, itself);
  };
}

}  // namespace

TEST_CASE("every verdict of the declared versions can be reached") {
  hold_rows(
      "hreflang",
      {
          {"all return", versions(itself, itself), "mutual", "wow"},
          {"one of two", versions(itself, ""), "mutual", "sucks"},
          {"one of six",
           [](SampleSite& sample) {
             std::string links = itself;
             for (const std::string code : {"de", "fr", "es", "it", "pl", "nl"}) {
               links += declared(code, home + code + "/");
               add_version(sample, home + code + "/", code == "nl" ? "" : itself);
             }
             on_home(links)(sample);
           },
           "mutual", "so-so"},
          {"dead",
           [](SampleSite& s) {
             versions(itself, itself)(s);
             s.fetch(french).hops.back().status = 404;
           },
           "mutual", "sucks"},
          {"not asked", on_home(itself + to_german), "mutual", "not assessed: budget-exhausted"},
          {"only itself", on_home(itself + fallback), "mutual", "not applicable"},
          {"by a header field",
           [](SampleSite& s) {
             SampleSite::set_header(
                 s.fetch(home), "link",
                 "</x,y>; rel=preload, <" + german + ">; rel=\"alternate\"; hreflang=\"de\"");
             add_version(s, german, itself);
           },
           "mutual", "wow"},

          {"sound", versions(itself, itself), "codes", "wow"},
          {"a region", codes(itself + declared("de-AT", german)), "codes", "wow"},
          {"no such country", codes(itself + declared("en-UK", german)), "codes", "sucks"},
          {"a country alone", codes(itself + declared("us", german)), "codes", "sucks"},
          {"without itself", codes(to_german), "codes", "so-so"},

          {"a fallback", versions(itself, itself), "default", "wow"},
          {"none", codes(itself + to_german), "default", "so-so"},
      });
}

TEST_CASE("a site in one language declares nothing") {
  const JudgedSample found = judged("hreflang", SampleSite::perfect());
  CHECK(found.verdict("mutual") == "not applicable");
  CHECK(found.touchpoint.status == Status::not_applicable);
}

TEST_CASE("versions that a sitemap declares are not assessed") {
  SampleSite sample = SampleSite::perfect();
  sample.answer(home + "sitemap.xml", Role::sitemap, "application/xml",
                "<urlset><xhtml:link rel='alternate' hreflang='de' href='/de/'/></urlset>");
  CHECK(judged("hreflang", sample).verdict("codes") == "not assessed: insufficient-evidence");
}

TEST_CASE("two languages without a declaration are a gap") {
  SampleSite sample = SampleSite::perfect();
  const std::string text =
      "<p>Wir backen jede Nacht Brot in einer kleinen Backstube. Der Teig ruht einen ganzen Tag, "
      "denn Zeit gibt dem Brot seinen Geschmack und haelt es laenger frisch. Kommen Sie von "
      "Dienstag bis Samstag zwischen sieben Uhr morgens und sechs Uhr abends vorbei, oder "
      "bestellen Sie telefonisch bis zum Mittag und holen Sie Ihr Brot am naechsten Tag ab.</p>";
  for (const std::string path : {"de/", "de/brot/"}) {
    sample.page(home + path, "<html lang=de><body>" + text + text + text + "</body></html>");
  }
  CHECK(judged("hreflang", sample).touchpoint.status == Status::missing);
}
