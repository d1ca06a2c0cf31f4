#include "crawler/deep_summary_json.h"

#include <catch2/catch.hpp>

#include "crawler/capture.h"

using namespace touchstone;

TEST_CASE("a capture holds what a deep crawl found") {
  DeepSummary deep;
  deep.pages = 100'000;
  deep.links_checked = 300'000;
  deep.complete = false;
  deep.statuses = {{0, 3}, {200, 99'000}, {404, 7}};
  deep.broken_addresses = 7;
  deep.broken = {{"http://example.com/\xFF", 404, "", 12, "http://example.com/"},
                 {"http://example.com/b", 0, "refused", 1, "http://example.com/c"}};
  deep.errors = {{"http://example.com/d", 500, "", 1, ""}};
  deep.repeated_titles = {{"Shop", 9, {"http://example.com/1", "http://example.com/2"}}};
  deep.untitled_pages = {"http://example.com/3"};
  deep.repeated_descriptions = {{"We bake", 2, {}}};
  deep.duplicates = {{"", 2, {"http://example.com/4"}}};
  deep.languages = {{"de", 90'000}, {"", 10'000}};
  deep.newest_date = Time(std::chrono::milliseconds(1'767'225'600'123));
  deep.newest_page = "http://example.com/5";
  deep.depths = {{-1, 4}, {0, 1}, {1, 60}};
  deep.insecure_page = "http://example.com/6";
  deep.left_overs = {{"lorem ipsum", "http://example.com/7"}};
  Recording recording{.asked = *Url::parse("http://example.com/"),
                      .visits = {},
                      .dns = {},
                      .notes = {},
                      .seed = {}};
  CHECK_FALSE(decode_capture(encode_capture(recording), "a.warc.gz").deep);
  recording.deep = std::make_shared<const DeepSummary>(deep);
  const Recording read = decode_capture(encode_capture(recording), "a.warc.gz");
  REQUIRE(read.deep);
  CHECK(json_of(*read.deep) == json_of(deep));
  CHECK(read.deep->broken[0].url == "http://example.com/\xFF");
  CHECK(read.deep->newest_date == deep.newest_date);
}

TEST_CASE("what is no summary of a crawl is refused") {
  for (const char* change : {R"({"pages": -1})", R"({"pages": "many"})", R"({"broken": 3})",
                             R"({"statuses": [{"status": 200}]})", R"({"newest_date": 1e99})"}) {
    INFO(change);
    Json json = json_of(DeepSummary{});
    json.update(Json::parse(change));
    CHECK_THROWS(deep_summary_from(json));
  }
}
