#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

struct Shown {
  std::string tag;  // attributes beside src
  int width = 800;  // of the file
  std::int64_t kib = 50;
};

// These pictures in place of the sample's own.
auto pictures(std::vector<Shown> list) {
  return [list](SampleSite& s) {
    std::string html;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string name = "p" + std::to_string(i) + ".png";
      html += "<img src='/" + name + "' " + list[i].tag + ">";
      s.answer(home + name, Role::resource, "image/png", sample_png(list[i].width, 10)).wire_bytes =
          list[i].kib * 1024;
    }
    std::string& body = s.fetch(home).body;
    const auto begin = body.find("<img"), end = body.find('>', begin);
    body.replace(begin, end + 1 - begin, html);
  };
}

auto many(std::size_t count, const Shown& one) {
  return pictures(std::vector<Shown>(count, one));
}

auto four(std::string first, std::string fourth) {
  return pictures({{first}, {}, {}, {fourth}});
}

const std::string sizes = "srcset='/a-400.png 400w, /a-800.png 800w'";

}  // namespace

TEST_CASE("every verdict on pictures can be reached") {
  hold_rows(
      "image-efficiency",
      {
          {"old formats", pictures({{}}), "format", "so-so"},
          {"offered as WebP", pictures({{"srcset='/a.webp 800w'"}}), "format", "wow"},
          {"two thirds of the weight", pictures({{"srcset='/a.webp 1w'", 800, 60}, {"", 800, 40}}),
           "format", "so-so"},
          {"by a picture element",
           [](SampleSite& s) {
             pictures({{}})(s);
             std::string& body = s.fetch(home).body;
             swap_text(body, "<img src='/p0.png' >",
                       "<picture><source type='image/avif' srcset='/p.avif'><img "
                       "src='/p0.png'></picture>");
           },
           "format", "wow"},
          {"logos alone", pictures({{"", 100, 5}}), "format", "not applicable"},
          {"nobody looked", [](SampleSite& s) { s.remove(home + "bread.png"); }, "format",
           "not assessed: insufficient-evidence"},
          {"no picture", [](SampleSite& s) { swap_text(s.fetch(home).body, "<img", "<p"); },
           "format", "not applicable"},

          {"fitting", pictures({{}}), "oversize", "wow"},
          {"a mebibyte", pictures({{"", 800, 1024}}), "oversize", "wow"},
          {"one heavy", pictures({{"", 800, 1025}}), "oversize", "so-so"},
          {"three heavy", many(3, {"", 800, 1025}), "oversize", "sucks"},
          {"shrunk by the page", pictures({{"width=400", 3000}}), "oversize", "so-so"},
          {"wide and shown so", pictures({{"width=1600", 3000}}), "oversize", "wow"},

          {"few", pictures({{}, {}}), "lazy", "wow"},
          {"the fourth waits", four("", "loading=lazy"), "lazy", "wow"},
          {"the fourth is in the hands of a script", four("", "data-src='/x.png'"), "lazy", "wow"},
          {"the fourth comes at once", four("", ""), "lazy", "so-so"},
          {"the first waits", four("loading=lazy", "loading=lazy"), "lazy", "so-so"},

          {"several sizes", pictures({{sizes}}), "responsive", "wow"},
          {"half of them", pictures({{sizes}, {}}), "responsive", "wow"},
          {"a third of them", pictures({{sizes}, {}, {}}), "responsive", "so-so"},
          {"narrow ones", pictures({{"", 600}}), "responsive", "not applicable"},
          {"one that did not come",
           [](SampleSite& s) {
             pictures({{"width=800"}})(s);
             s.fetch(home + "p0.png").hops.back().status = 404;
           },
           "responsive", "not applicable"},
      });
}
