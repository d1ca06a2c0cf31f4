#include "checks/form_fields.h"

#include <catch2/catch.hpp>

#include "tests/checks/sample_site.h"

using namespace touchstone;

TEST_CASE("what is written goes openly through the net only where it leaves the machine by http") {
  struct Row {
    const char *page, *action;
    bool openly;
  };
  const auto row =
      GENERATE(Row{"https://firm.example/", "/send", false},
               Row{"https://firm.example/", "http://firm.example/send", true},
               Row{"http://firm.example/", "/send", true},
               Row{"http://127.0.0.1:8080/", "/send", false}, Row{"http://localhost/", "", false},
               Row{"http://localhost/", "http://firm.example/send", true},
               Row{"http://127.firm.example/", "/send", true});
  CAPTURE(row.page, row.action);
  SampleSite sample(row.page);
  sample.page(row.page, "<form action='" + std::string(row.action) + "'><input name=a></form>",
              Role::home);
  const Site site = sample.site();
  REQUIRE(site.home()->forms().size() == 1);
  CHECK(sends_openly(site.home()->forms()[0], *site.home()) == row.openly);
}
