#include "site/app_stores.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string apple = "https://apps.apple.com/de/app/example/id123456789",
                  google = "https://play.google.com/store/apps/details?id=com.example",
                  files = kHome + ".well-known/";

std::string badge(const std::string& url) {
  return "<a href=\"" + url + "\">Our app</a>";
}

// A badge for each store, which answers so; 0: nobody asked.
Break badges(const std::vector<std::string>& urls, int status = 200) {
  return [=](SampleSite& sample) {
    std::string html;
    for (const auto& url : urls) {
      html += badge(url);
      if (status != 0) sample.page(url, "", Role::third_party).hops.back().status = status;
    }
    on_home(html)(sample);
  };
}

Break file(const std::string& name, const std::string& body, int status = 200,
           const std::string& type = "application/json") {
  return [=](SampleSite& sample) {
    sample.answer(files + name, Role::well_known, type, body).hops.back().status = status;
    sample.visit(files + name, Role::well_known).note = name;
  };
}

Break ios(const std::string& body, int status = 200) {
  return file("apple-app-site-association", body, status);
}

Break android(const std::string& body, int status = 200) {
  return file("assetlinks.json", body, status);
}

const std::string links = R"({"applinks": {"details": []}})";
const std::string statements =
    R"([{"relation": [], "target": {"namespace": "android_app", "package_name": "com.example"}}])";

Break both(const std::vector<Break>& more) {
  std::vector<Break> breaks{badges({apple, google})};
  breaks.insert(breaks.end(), more.begin(), more.end());
  return all_of(breaks);
}

}  // namespace

TEST_CASE("every verdict on the app can be reached") {
  hold_contact_rows(
      "app-links",
      {
          {"both stores", badges({apple, google}), "store", "wow"},
          {"a store of the country", badges({google, "https://www.rustore.ru/catalog/app/ru.x"}),
           "store", "wow"},
          {"a link that chooses the store", badges({"https://example.onelink.me/abc"}), "store",
           "wow"},
          {"one store", badges({apple}), "store", "so-so"},
          {"a tag for browsers",
           on(kHome, "<title>", "<meta name=apple-itunes-app content=\"app-id=1\"><title>"),
           "store", "so-so"},
          {"no such app", badges({apple, google}, 404), "store", "sucks"},
          {"stores that refuse programs", badges({apple, google}, 403), "store",
           "not assessed: third-party-refused"},
          {"nobody asked", badges({apple, google}, 0), "store", "not assessed: budget-exhausted"},
          {"no app", nothing, "store", "not applicable"},
          {"the store's own page",
           badges({"https://play.google.com/store", "https://apps.apple.com/"}), "store",
           "not applicable"},

          {"both files", both({ios(links), android(statements)}), "association", "wow"},
          {"the one that is needed", all_of({badges({apple}), ios(links), android("", 404)}),
           "association", "wow"},
          {"one of two", both({ios(links), android("", 404)}), "association", "so-so"},
          {"none", both({ios("", 404), android("", 404)}), "association", "so-so"},
          {"a list without an app", both({ios("{}"), android("[]")}), "association", "so-so"},
          {"a page in their place",
           both({file("apple-app-site-association", "<html><body>Hi</body></html>", 200,
                      "text/html"),
                 file("assetlinks.json", "<html><body>Hi</body></html>", 200, "text/html")}),
           "association", "so-so"},
          {"no JSON", both({ios("{applinks:"), android(statements)}), "association", "sucks"},
          {"refused", both({ios("", 403), android(statements)}), "association",
           "not assessed: blocked-403"},
          {"files that nobody asked for", both({}), "association",
           "not assessed: budget-exhausted"},
      });
}

TEST_CASE("an app is an opportunity, where its absence is proven") {
  CHECK(judged_after("app-links", nothing).touchpoint.status == Status::absent);
  CHECK(judged_after("app-links", cut_short).verdict("store") == "not assessed: budget-exhausted");
}

TEST_CASE("stores are known by their addresses") {
  using List = std::vector<std::string>;
  CHECK(app_stores_of(*Url::parse("https://itunes.apple.com/us/album/x/id1")).empty());
  CHECK(app_stores_of(*Url::parse("https://itunes.apple.com/app/id1")) == List{"apple"});
  CHECK(app_stores_of(*Url::parse("https://appgallery.huawei.com/#/app/C1")) == List{"huawei"});
  CHECK(app_stores_of(*Url::parse("https://x.app.link/a")) == List{"apple", "google"});
  CHECK(app_stores_of(*Url::parse("https://notplay.google.com.example/store/apps/x")).empty());
}
