#include <catch2/catch.hpp>

#include "tests/checks/images.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", picture = home + "bread.png";

auto shaped(std::string bytes) {
  return [bytes](SampleSite& sample) { sample.fetch(picture).body = bytes; };
}

auto answered(int status) {
  return [status](SampleSite& sample) { sample.fetch(picture).hops.back().status = status; };
}

// `page` is written in place of the picture's address.
auto declared(std::string address) {
  return [address](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "og:image\" content=\"" + picture,
              "og:image\" content=\"" + address);
  };
}

auto weighing(std::int64_t kib) {
  return [kib](SampleSite& sample) { sample.fetch(picture).wire_bytes = kib * 1'024; };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the preview's picture can be reached") {
  hold_rows("share-image",
            {
                {"there", nothing, "loads", "wow"},
                {"by a relative address", declared("/bread.png"), "loads", "wow"},
                {"by its other name",
                 [](SampleSite& s) {
                   swap_text(s.fetch(home).body, "\"og:image\"", "\"twitter:image\"");
                 },
                 "loads", "wow"},
                {"gone", answered(404), "loads", "sucks"},
                {"a web page", shaped("<!DOCTYPE html><html></html>"), "loads", "sucks"},
                {"cut short", shaped(sample_png(1200, 630).substr(0, 20)), "loads", "sucks"},
                {"cut by our own limit",
                 [](SampleSite& s) {
                   s.fetch(picture).body = sample_png(1200, 630).substr(0, 60);
                   s.fetch(picture).truncated = true;
                 },
                 "loads", "wow"},
                {"in the tag itself", declared("data:image/png;base64,AAAA"), "loads", "sucks"},
                {"without encryption",
                 [](SampleSite& s) {
                   declared("http://example.com/bread.png")(s);
                   s.answer("http://example.com/bread.png", Role::picture, "image/png",
                            sample_png(1200, 630));
                 },
                 "loads", "so-so"},
                {"by a redirect",
                 [](SampleSite& s) {
                   declared(home + "old.png")(s);
                   s.redirect(home + "old.png", home + "new.png", Role::picture).body =
                       sample_png(1200, 630);
                 },
                 "loads", "so-so"},
                {"of another page, gone",
                 [](SampleSite& s) {
                   swap_text(s.fetch(home + "contact/").body, "<title>",
                             "<meta property=\"og:image\" content=\"/other.png\"><title>");
                   s.answer(home + "other.png", Role::picture, "image/png", "").hops.back().status =
                       404;
                 },
                 "loads", "sucks"},
                {"kept from us", answered(403), "loads", "not assessed: blocked-403"},
                {"never asked", [](SampleSite& s) { s.remove(picture); }, "loads",
                 "not assessed: budget-exhausted"},

                {"large", nothing, "size", "wow"},
                {"not quite wide", shaped(sample_png(1199, 630)), "size", "so-so"},
                {"not quite high", shaped(sample_png(1200, 629)), "size", "so-so"},
                {"just shown", shaped(sample_png(200, 200)), "size", "so-so"},
                {"too narrow", shaped(sample_png(199, 300)), "size", "sucks"},
                {"too low", shaped(sample_png(1200, 199)), "size", "sucks"},
                {"without pixels", shaped(images::svg()), "size", "not applicable"},

                {"the shape of a preview", nothing, "ratio", "wow"},
                {"a little off", shaped(sample_png(1200, 600)), "ratio", "wow"},
                {"a square", shaped(sample_png(1200, 1200)), "ratio", "so-so"},
                {"a banner", shaped(sample_png(1500, 500)), "ratio", "so-so"},

                {"light", nothing, "bytes", "wow"},
                {"one MiB", weighing(1'024), "bytes", "wow"},
                {"more", weighing(1'025), "bytes", "so-so"},
                {"eight MiB", weighing(8'192), "bytes", "so-so"},
                {"more than previews load", weighing(8'193), "bytes", "sucks"},

                {"PNG", nothing, "format", "wow"},
                {"JPEG", shaped(images::jpeg(1200, 630)), "format", "wow"},
                {"WebP", shaped(images::webp_lossy(1200, 630)), "format", "wow"},
                {"GIF", shaped(images::gif(1200, 630)), "format", "so-so"},
                {"AVIF", shaped(images::avif(1200, 630)), "format", "so-so"},
                {"SVG", shaped(images::svg()), "format", "sucks"},
            });
}

TEST_CASE("a preview without a picture lacks one") {
  SampleSite sample = SampleSite::perfect();
  swap_text(sample.fetch(home).body, "\"og:image\"", "\"og:icon\"");
  CHECK(judged("share-image", sample).touchpoint.status == Status::missing);
}
