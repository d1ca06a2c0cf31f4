#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

auto on_home(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home, Role::home).body, "<h1>", html + "<h1>");
  };
}

auto upgraded(std::string html, bool by_header) {
  return [html, by_header](SampleSite& sample) {
    on_home(html)(sample);
    Fetch& fetch = sample.fetch(home, Role::home);
    if (by_header) {
      SampleSite::set_header(fetch, "content-security-policy",
                             "default-src 'self'; Upgrade-Insecure-Requests");
    } else {
      swap_text(fetch.body, "<title>",
                "<meta http-equiv=Content-Security-Policy content=upgrade-insecure-requests>"
                "<title>");
    }
  };
}

void nothing(SampleSite&) {}

void shell(SampleSite& sample) {
  sample.remove(contact);
  sample.fetch(home, Role::home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

}  // namespace

TEST_CASE("every verdict of mixed content can be reached") {
  const std::string script = "<script src='http://cdn.example/x.js'></script>";
  const std::string form = "<form action='http://example.com/send'><input name=a></form>";
  hold_rows(
      "mixed-content",
      {
          {"none", nothing, "active", "wow"},
          {"a script", on_home(script), "active", "sucks"},
          {"a stylesheet", on_home("<link rel=stylesheet href='http://cdn.example/x.css'>"),
           "active", "sucks"},
          {"a frame", on_home("<iframe src='http://maps.example/'></iframe>"), "active", "sucks"},
          {"an object", on_home("<object data='http://a.example/x.swf'></object>"), "active",
           "sucks"},
          {"a plain link", on_home("<a href='http://other.example/'>x</a>"), "active", "wow"},
          {"upgraded by a header", upgraded(script, true), "active", "so-so"},
          {"upgraded by the page", upgraded(script, false), "active", "so-so"},
          {"on another page",
           [&](SampleSite& s) { swap_text(s.fetch(contact).body, "<h1>", script + "<h1>"); },
           "active", "sucks"},
          {"a shell", shell, "active", "not assessed: js-rendered"},
          {"a site without https",
           [](SampleSite& s) {
             const std::string html = s.fetch(home, Role::home).body;
             s = SampleSite("http://example.com/");
             s.page("http://example.com/", html, Role::home);
           },
           "active", "not applicable"},

          {"none", nothing, "passive", "wow"},
          {"a picture", on_home("<img src='http://a.example/x.png' alt=x>"), "passive", "so-so"},
          {"a picture for large screens",
           on_home("<img src='/x.png' srcset='/x.png 1x, http://a.example/y.png 2x' alt=x>"),
           "passive", "so-so"},
          {"a film", on_home("<video><source src='http://a.example/x.mp4'></video>"), "passive",
           "so-so"},
          {"a poster", on_home("<video poster='http://a.example/x.jpg'></video>"), "passive",
           "so-so"},
          {"a shell", shell, "passive", "not assessed: js-rendered"},

          {"none", nothing, "forms", "wow"},
          {"a form", on_home(form), "forms", "sucks"},
          {"an upgraded form", upgraded(form, true), "forms", "so-so"},
          {"a form without action", on_home("<form><input name=a></form>"), "forms", "wow"},
          {"a shell", shell, "forms", "not assessed: js-rendered"},
      });
}
