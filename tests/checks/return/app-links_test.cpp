#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string apple_url = "https://apps.apple.com/de/app/example/id1",
                  google_url = "https://play.google.com/store/apps/details?id=com.example",
                  apple = "<a href=\"" + apple_url + "\">App Store</a>",
                  google = "<a href=\"" + google_url + "\">Google Play</a>",
                  site_file = "apple-app-site-association", asset_file = "assetlinks.json";

Break stored(const std::string& name, const std::string& body, int status = 200) {
  return [=](SampleSite& sample) {
    const auto url = "https://example.com/.well-known/" + name;
    sample.answer(url, Role::well_known, "application/json", body).hops.back().status = status;
    sample.visit(url, Role::well_known).note = name;
  };
}

Break dead_store(int status) {
  return all_of({on_home(apple), [=](SampleSite& sample) {
                   sample.page(apple_url, "", Role::link).hops.back().status = status;
                 }});
}

}  // namespace

TEST_CASE("every verdict on the app can be reached") {
  hold_contact_rows(
      "app-links",
      {
          {"both stores", on_home(apple + google), "store", "wow"},
          {"one store", on_home(google), "store", "so-so"},
          {"the tag for Safari",
           on(kHome, "<head>", "<head><meta name=apple-itunes-app content=\"app-id=1\">"), "store",
           "so-so"},
          {"no app in the store", dead_store(404), "store", "sucks"},
          {"a store that refuses", dead_store(403), "store", "so-so"},
          {"no app", nothing, "store", "not applicable"},

          {"both files",
           all_of({on_home(apple + google), stored(site_file, "{}"), stored(asset_file, "[]")}),
           "association", "wow"},
          {"no file", all_of({on_home(apple), stored(site_file, "", 404)}), "association", "so-so"},
          {"one of two",
           all_of({on_home(apple + google), stored(site_file, "{}"), stored(asset_file, "", 404)}),
           "association", "so-so"},
          {"a page in its place", all_of({on_home(apple), stored(site_file, "<html>Hello</html>")}),
           "association", "so-so"},
          {"no JSON", all_of({on_home(apple), stored(site_file, "{ applinks")}), "association",
           "sucks"},
          {"not asked", on_home(apple), "association", "not assessed: no-source"},
      });
}

TEST_CASE("a company without an app lacks nothing") {
  CHECK(judged_after("app-links", nothing).touchpoint.status == Status::absent);
}
