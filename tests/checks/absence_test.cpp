#include "checks/absence.h"

#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string contact = home + "contact/";

// Home, pages on cakes and prices that were read, and a contact page that refused us.
SampleSite with_closed_contact() {
  auto sample = SampleSite::perfect();
  add_page(sample, "nav", "/cakes/", "Cakes", "");
  add_page(sample, "nav", "/prices/", "Prices", "");
  sample.fetch(contact).hops.back().status = 403;
  for (const char* path : {"contact/", "cakes/", "prices/"}) {
    sample.visit(home + path, Role::page).found_on = Url::parse(home);
  }
  return sample;
}

std::string proof(const SampleSite& sample, std::initializer_list<std::string_view> holders = {}) {
  const Site site = sample.site();
  const auto why = site_absence_unproven_because(site, holders);
  return why ? std::string(to_string(*why)) : "proven";
}

}  // namespace

TEST_CASE("a page that refused us hides what its link promises, and no more") {
  auto sample = with_closed_contact();
  CHECK(proof(sample) == "blocked-403");
  CHECK(proof(sample, {"contact"}) == "blocked-403");
  CHECK(proof(sample, {"privacy"}) == "proven");
  CHECK(proof(sample, {"privacy", "contact"}) == "blocked-403");

  SECTION("a link that promises nothing that we know may lead to anything") {
    sample.remove(contact);
    link_home(sample, "nav", "<a href=\"/more/\">More</a>");
    sample.page(home + "more/", "no").hops.back().status = 403;
    sample.visit(home + "more/", Role::page).found_on = Url::parse(home);
    CHECK(proof(sample, {"privacy"}) == "blocked-403");
  }
  SECTION("where most pages refused us nothing is proven") {
    sample.fetch(home + "cakes/").hops.back().status = 403;
    sample.fetch(home + "prices/").hops.back().status = 403;
    CHECK(proof(sample, {"privacy"}) == "blocked-403");
  }
}

TEST_CASE("a contact page that refused us is no way to win points") {
  const auto status = [](const char* touchpoint) {
    return std::string(to_string(judged(touchpoint, with_closed_contact()).touchpoint.status));
  };
  CHECK(status("contact-page") == "not-assessed");
  CHECK(status("faq") == "missing");
  // Whether the site collects anything, and how one complains, most often stands there.
  CHECK(status("privacy-policy") == "not-assessed");
  CHECK(status("feedback-way") == "not-assessed");
}
