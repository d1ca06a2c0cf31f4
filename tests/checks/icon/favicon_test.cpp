#include <catch2/catch.hpp>

#include "tests/checks/images.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string icon = home + "icon-180.png", root = home + "favicon.ico";
const std::string rel_icon =
    "<link rel=\"icon\" type=\"image/png\" sizes=\"180x180\" href=\"/icon-180.png\">";
const std::string rel_touch =
    "<link rel=\"apple-touch-icon\" sizes=\"180x180\" href=\"/icon-180.png\">";

void undeclare(SampleSite& sample) {
  swap_text(sample.fetch(home).body, rel_icon, "");
  swap_text(sample.fetch(home).body, rel_touch, "");
  sample.remove(icon);
}

void without_icons(SampleSite& sample) {
  undeclare(sample);
  sample.fetch(root).hops.back().status = 404;
  sample.fetch(root).body = "not here";
}

// The only icon left is what /favicon.ico delivers.
auto only_root(std::string bytes) {
  return [bytes](SampleSite& sample) {
    undeclare(sample);
    sample.fetch(root).body = bytes;
  };
}

// The only icon left is declared with rel=icon.
auto only_declared(std::string bytes) {
  return [bytes](SampleSite& sample) {
    swap_text(sample.fetch(home).body, rel_touch, "");
    sample.fetch(root).hops.back().status = 404;
    sample.fetch(icon).body = bytes;
  };
}

auto declare(std::string href) {
  return [href](SampleSite& sample) {
    swap_text(sample.fetch(home).body, rel_icon, "<link rel='icon' href=\"" + href + "\">");
    swap_text(sample.fetch(home).body, rel_touch, "");
  };
}

std::string in_data_url(std::string svg) {
  swap_text(svg, "\"", "%22");
  return "data:image/svg+xml," + svg;
}

auto robots(std::string text, int status = 200) {
  return [text, status](SampleSite& sample) {
    sample.fetch(home + "robots.txt").body = text;
    sample.fetch(home + "robots.txt").hops.back().status = status;
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the favicon can be reached") {
  hold_rows(
      "favicon",
      {
          {"declared", nothing, "found", "wow"},
          {"a data: URL", declare(in_data_url(images::svg())), "found", "wow"},
          {"only /favicon.ico", undeclare, "found", "so-so"},
          {"only a touch icon", [](SampleSite& s) { swap_text(s.fetch(home).body, rel_icon, ""); },
           "found", "so-so"},
          {"declared, but gone",
           [](SampleSite& s) {
             s.fetch(icon).hops.back().status = 404;
             s.fetch(root).hops.back().status = 404;
           },
           "found", "sucks"},
          {"refused to us alone", [](SampleSite& s) { s.fetch(icon).hops.back().status = 403; },
           "found", "not assessed: blocked-403"},

          {"all are whole", nothing, "decodes", "wow"},
          {"one declared is HTML",
           [](SampleSite& s) {
             swap_text(s.fetch(home).body, rel_touch,
                       "<link rel='apple-touch-icon' href='/t.png'>");
             s.answer(home + "t.png", Role::icon, "text/html", "<html></html>");
           },
           "decodes", "so-so"},
          {"the only one is cut", only_declared(images::png(32, 32).substr(0, 40)), "decodes",
           "sucks"},
          {"refused to us alone", [](SampleSite& s) { s.fetch(icon).hops.back().status = 403; },
           "decodes", "not assessed: blocked-403"},

          {"180 pixels", nothing, "size", "wow"},
          {"48 pixels", only_root(images::png(48, 48)), "size", "wow"},
          {"47 pixels", only_root(images::png(47, 47)), "size", "so-so"},
          {"16 pixels", only_root(images::ico(16)), "size", "so-so"},
          {"15 pixels", only_root(images::png(15, 15)), "size", "sucks"},
          {"an SVG", only_declared(images::svg()), "size", "wow"},

          {"square", nothing, "square", "wow"},
          {"sides differ by a tenth", only_declared(images::png(100, 90)), "square", "so-so"},
          {"sides differ by more", only_declared(images::png(100, 89)), "square", "sucks"},
          {"a wide vector", only_declared(images::svg("viewBox='0 0 200 60'")), "square", "sucks"},

          {"PNG and touch icon and ICO",
           [](SampleSite& s) { s.fetch(root).body = images::ico(32); }, "set", "wow"},
          {"PNG and touch icon", nothing, "set", "so-so"},
          {"a small PNG alone", only_root(images::png(32, 32)), "set", "so-so"},

          {"light", only_declared(images::png(32, 32)), "bytes", "wow"},
          {"15 KiB",
           [](SampleSite& s) {
             only_declared(images::png(32, 32))(s);
             s.fetch(icon).body.resize(15 * 1024, ' ');
           },
           "bytes", "wow"},
          {"one byte more",
           [](SampleSite& s) {
             only_declared(images::png(32, 32))(s);
             s.fetch(icon).body.resize(15 * 1024 + 1, ' ');
           },
           "bytes", "so-so"},
          {"over 100 KiB",
           [](SampleSite& s) {
             only_declared(images::png(32, 32))(s);
             s.fetch(icon).body.resize(100 * 1024 + 1, ' ');
           },
           "bytes", "sucks"},

          {"unknown is no default", nothing, "not-default", "wow"},
          {"WordPress sends /favicon.ico on to its own",
           [](SampleSite& s) {
             undeclare(s);
             s.remove(root);
             s.redirect(root, home + "wp-includes/images/w-logo-blue-white-bg.png", Role::root_icon,
                        302)
                 .body = images::png(64, 64);
           },
           "not-default", "sucks"},
          {"a path that a system uses, and nothing else that says so",
           [](SampleSite& s) {
             declare("/misc/favicon.ico")(s);
             s.answer(home + "misc/favicon.ico", Role::icon, "image/x-icon", images::ico(32));
           },
           "not-default", "so-so"},
          {"the same, and the page names the system",
           [](SampleSite& s) {
             declare("/misc/favicon.ico")(s);
             s.answer(home + "misc/favicon.ico", Role::icon, "image/x-icon", images::ico(32));
             swap_text(s.fetch(home).body, "<title>",
                       "<meta name=\"generator\" content=\"Drupal 10\"><title>");
           },
           "not-default", "sucks"},

          {"allowed", nothing, "crawlable", "wow"},
          {"no robots.txt", robots("", 404), "crawlable", "wow"},
          {"closed to image crawlers", robots("User-agent: Googlebot-Image\nDisallow: /\n"),
           "crawlable", "sucks"},
          {"the icon is closed to all", robots("User-agent: *\nDisallow: /*.png\n"), "crawlable",
           "sucks"},
          {"an icon of another host",
           [](SampleSite& s) {
             declare("https://cdn.example.net/i.png")(s);
             s.answer("https://cdn.example.net/i.png", Role::icon, "image/png",
                      images::png(64, 64));
           },
           "crawlable", "not assessed: no-source"},
      });
}

TEST_CASE("a site without any icon lacks its favicon") {
  SampleSite sample = SampleSite::perfect();
  without_icons(sample);
  CHECK(judged("favicon", sample).touchpoint.status == Status::missing);
  sample.fetch(root).hops.back().status = 200;
  sample.fetch(root).body = "<!DOCTYPE html><title>Not found</title>";
  CHECK(judged("favicon", sample).touchpoint.status == Status::missing);
  sample.fetch(root).body.clear();
  CHECK(judged("favicon", sample).touchpoint.status == Status::missing);
}

TEST_CASE("an icon that a script may put in is not assessed") {
  SampleSite sample = SampleSite::perfect();
  without_icons(sample);
  sample.fetch(home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body></html>";
  const Touchpoint touchpoint = judged("favicon", sample).touchpoint;
  CHECK(touchpoint.status == Status::not_assessed);
  CHECK(touchpoint.reason == Reason::js_rendered);
}

TEST_CASE("icons are listed with where they come from") {
  SampleSite sample = SampleSite::perfect();
  sample.answer(home + "icon-512.png", Role::icon, "image/png", images::png(512, 512));
  sample.visit(home + "icon-512.png", Role::icon).note = "manifest";
  const auto icons = find_icons(sample.site());
  REQUIRE(icons.size() == 4);
  CHECK(icons[0].rel == "icon");
  CHECK(icons[1].rel == "apple-touch-icon");
  CHECK(icons[2].source == "manifest");
  CHECK(icons[2].width == 512);
  CHECK(icons[3].source == "default");
  for (const Icon& one : icons) CHECK(one.resolves);
}

TEST_CASE("an icon adapted to the dark and one in a single sign are chips") {
  SampleSite sample = SampleSite::perfect();
  only_declared(images::svg("viewBox='0 0 9 9'",
                            "<style>@media (prefers-color-scheme:dark){*{fill:red}}</style>"))(
      sample);
  CHECK(judged("favicon", sample).touchpoint.chips == std::vector<std::string>{"dark-icon"});
  sample = SampleSite::perfect();
  declare(in_data_url(images::svg("viewBox='0 0 100 100'", "<text y='.9em'>🥐</text>")))(sample);
  CHECK(judged("favicon", sample).touchpoint.chips == std::vector<std::string>{"emoji-icon"});
}
