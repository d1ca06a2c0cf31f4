#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string robots = home + "robots.txt";

auto tagged(std::string page, std::string name, std::string content) {
  return [=](SampleSite& sample) {
    swap_text(sample.fetch(page).body, "<title>",
              "<meta name=\"" + name + "\" content=\"" + content + "\"><title>");
  };
}

auto field(std::string page, std::string value) {
  return [=](SampleSite& sample) {
    SampleSite::set_header(sample.fetch(page), "x-robots-tag", value);
  };
}

auto rules(std::string body) {
  return [body](SampleSite& sample) { sample.fetch(robots).body = body; };
}

auto robots_answer(int status) {
  return [status](SampleSite& sample) { sample.fetch(robots).hops.back().status = status; };
}

// So many further pages, each with this tag in its head.
void add_pages(SampleSite& sample, int pages, const std::string& tag) {
  for (int i = 0; i < pages; ++i) {
    std::string html = sample.fetch(home).body;
    swap_text(html, "<link rel=\"canonical\" href=\"" + home + "\">", tag);
    sample.page(home + "bread/" + std::to_string(i), html);
  }
}

auto canonical(std::string target) {
  return [target](SampleSite& sample) {
    swap_text(sample.fetch(contact).body, "<link rel=\"canonical\" href=\"" + contact + "\">",
              target.empty() ? "" : "<link rel=\"canonical\" href=\"" + target + "\">");
  };
}

void about_page(SampleSite& sample) {
  std::string html = sample.fetch(home).body;
  swap_text(html, "<title>Example: sourdough bakery in Berlin Kreuzberg", "<title>About us");
  swap_text(html, "<h1>Sourdough bread, baked by hand in Kreuzberg", "<h1>About us");
  sample.page(home + "about/", html);
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of being findable can be reached") {
  const std::string all = "User-agent: *\nDisallow: ";
  hold_rows(
      "indexability",
      {
          {"open", nothing, "home", "wow"},
          {"no robots.txt", robots_answer(404), "home", "wow"},
          {"nofollow alone", tagged(home, "robots", "index, nofollow"), "home", "wow"},
          {"noindex for another robot", tagged(home, "otherbot", "noindex"), "home", "wow"},
          {"no snippet of the page", field(home, "max-snippet: 0, noarchive"), "home", "wow"},
          {"noindex for another robot by header", field(home, "otherbot: noindex"), "home", "wow"},
          {"noindex", tagged(home, "Robots", "NOINDEX, nofollow"), "home", "sucks"},
          {"none", tagged(home, "robots", "none"), "home", "sucks"},
          {"noindex for one engine", tagged(home, "googlebot", "noindex"), "home", "sucks"},
          {"noindex by header", field(home, "noindex"), "home", "sucks"},
          {"noindex for one engine by header", field(home, "nofollow, bingbot: noindex"), "home",
           "sucks"},
          {"all is disallowed", rules(all + "/\n"), "home", "sucks"},
          {"all is disallowed for one engine", rules("User-agent: YandexBot\nDisallow: /\n"),
           "home", "sucks"},
          {"disallowed for another robot", rules("User-agent: OtherBot\nDisallow: /\n"), "home",
           "wow"},
          {"robots.txt fails", robots_answer(500), "home", "not assessed: robots-unreachable"},
          {"robots.txt is forbidden to us", robots_answer(403), "home",
           "not assessed: blocked-403"},

          {"contact open", nothing, "key-pages", "wow"},
          {"contact noindex", tagged(contact, "robots", "noindex"), "key-pages", "sucks"},
          {"contact disallowed", rules(all + "/contact\n"), "key-pages", "sucks"},
          {"contact disallowed and so not read",
           [=](SampleSite& s) {
             s.remove(contact);
             rules(all + "/contact\n")(s);
           },
           "key-pages", "sucks"},
          {"about noindex",
           [](SampleSite& s) {
             about_page(s);
             tagged(home + "about/", "robots", "noindex")(s);
           },
           "key-pages", "so-so"},
          {"about disallowed", rules(all + "/about\n"), "key-pages", "so-so"},
          {"the cart is disallowed", rules(all + "/cart\n"), "key-pages", "wow"},

          {"each its own", nothing, "canonical", "wow"},
          {"one page without", canonical(""), "canonical", "wow"},
          {"by header",
           [](SampleSite& s) {
             SampleSite::set_header(s.fetch(contact), "link",
                                    "<https://other.example/>; rel=\"canonical\"");
           },
           "canonical", "sucks"},
          {"to another company", canonical("https://other.example/"), "canonical", "sucks"},
          {"to a page that is gone",
           [](SampleSite& s) {
             canonical(home + "gone")(s);
             s.page(home + "gone", "", Role::link).hops.back().status = 404;
           },
           "canonical", "sucks"},
          {"to a page that nobody asked for", canonical(home + "other"), "canonical", "wow"},
          {"one of ten astray",
           [](SampleSite& s) {
             about_page(s);
             add_pages(s, 8, "<link rel=\"canonical\" href=\"" + home + "\">");
             canonical("https://other.example/")(s);
           },
           "canonical", "so-so"},
          {"most pages without", [](SampleSite& s) { add_pages(s, 6, ""); }, "canonical", "so-so"},
      });
}

TEST_CASE("a site that is private on purpose need not be findable") {
  SampleSite sample = SampleSite::perfect();
  tagged(home, "robots", "noindex")(sample);
  CHECK(judged("indexability", sample).verdict("home") == "sucks");
  sample.recording().known.closed_to_search = true;
  CHECK(judged("indexability", sample).touchpoint.status == Status::not_applicable);
}

TEST_CASE("a site without pages of those classes has no key pages to lose") {
  SampleSite sample = SampleSite::perfect();
  sample.remove(contact);
  CHECK(judged("indexability", sample).verdict("key-pages") == "not applicable");
}
