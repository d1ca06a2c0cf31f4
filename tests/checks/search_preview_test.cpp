#include "checks/search_preview.h"

#include <catch2/catch.hpp>

#include "tests/checks/sample_site.h"

using namespace touchstone;

namespace {

SearchPreview preview_of(const std::string& head) {
  SampleSite sample("https://firm.test/");
  sample.page("https://firm.test/",
              "<html lang='en'><head>" + head + "</head><body><main><p>" + std::string(700, 'x') +
                  "</p></main>",
              Role::home);
  return preview_in_search(sample.site());
}

}  // namespace

TEST_CASE("a search result shows the title and the description as far as they fit") {
  const SearchPreview whole = preview_of(
      "<title>Bread for Berlin</title><meta name=description content='Baked at night.'>");
  CHECK(whole.title == "Bread for Berlin");
  CHECK(whole.snippet == "Baked at night.");
  CHECK(whole.address == "firm.test");
  CHECK(whole.name == "firm.test");
  CHECK_FALSE(whole.title_cut);
  const SearchPreview cut = preview_of(
      "<meta property='og:site_name' content='Firm'><title>One two three four five six seven eight "
      "nine ten eleven twelve thirteen</title>");
  CHECK(cut.name == "Firm");
  CHECK(cut.title == "One two three four five six seven eight nine ten eleven …");
  CHECK(cut.title_cut);
  CHECK(cut.snippet.empty());
}

TEST_CASE("East Asian letters are twice as wide, and no title is the address") {
  std::string wide;
  for (int i = 0; i < 40; ++i) wide += "漢";
  const SearchPreview preview = preview_of("<title>" + wide + "</title>");
  CHECK(preview.title_cut);
  CHECK(preview.title.size() < wide.size());
  CHECK(preview_of("").title == "firm.test");
}

TEST_CASE("the icon stands beside the result as a picture of its own") {
  const SearchPreview preview = preview_in_search(SampleSite::perfect().site());
  CHECK_FALSE(preview.icon.empty());
  CHECK(preview.icon_data.starts_with("data:image/"));
}
