// The whole street from a site to its audit.

#include <catch2/catch.hpp>

#include "rules/company_name.h"
#include "rules/judge.h"
#include "rules/scores.h"
#include "tests/checks/sample_site.h"

using namespace touchstone;

namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = load_rulebook();
  return rulebook;
}

// What is said of each component that is worse than that.
std::vector<std::string> worse_than(const Audit& audit, int points) {
  std::vector<std::string> said;
  for (const auto& touchpoint : audit.touchpoints) {
    for (const auto& one : touchpoint.components) {
      if (one.points && *one.points < points) said.push_back(one.id + ": " + one.says);
    }
  }
  return said;
}

std::vector<std::string> unseen(const Audit& audit) {
  std::vector<std::string> ids;
  for (const auto& touchpoint : audit.touchpoints) {
    if (touchpoint.status == Status::not_assessed) ids.push_back(touchpoint.rule->id);
  }
  return ids;
}

}  // namespace

TEST_CASE("nothing on the perfect site sucks, and what is there is wow") {
  SampleSite sample = SampleSite::perfect();
  for (Visit& visit : sample.recording().visits) {
    if (visit.role != Role::resource) continue;
    SampleSite::set_header(visit.fetch, "cache-control", "max-age=31536000, immutable");
  }
  const Site site = sample.site();
  const Audit audit = audit_site(site, rules());
  CHECK(worse_than(audit, 40) == std::vector<std::string>{});
  REQUIRE(audit.score.points);
  // Reviews, prices or a shop are no part of it: what is missing is left out of this mean.
  const Score there = score_of(audit.touchpoints, [](const Touchpoint& one) {
    return one.status == Status::assessed || one.status == Status::not_assessed;
  });
  REQUIRE(there.points);
  CHECK(*there.points >= 80);
  // What the sample brings no evidence of, and nothing else.
  CHECK(unseen(audit) ==
        std::vector<std::string>{"domain-expiry", "sitemap-xml", "layout-third-party", "email-spf",
                                 "email-dkim", "email-dmarc", "email-bimi", "email-transport",
                                 "privacy-policy", "external-reviews", "about-page", "security-txt",
                                 "product-page", "thank-you-page", "humans-txt",
                                 "translation-quality", "webmaster-verification",
                                 "ad-landing-resilience", "brand-search-result"});
  CHECK(audit.name == "Example");
  CHECK(audit.host == "example.com");
  CHECK(audit.rulebook == rules().version);
  CHECK_FALSE(audit.closed);
}

TEST_CASE("the same facts under the same rules make the same audit") {
  const Site site = SampleSite::perfect().site();
  const Audit first = audit_site(site, rules()), second = audit_site(site, rules());
  REQUIRE(first.touchpoints.size() == second.touchpoints.size());
  for (std::size_t i = 0; i < first.touchpoints.size(); ++i) {
    CHECK(first.touchpoints[i].rule == second.touchpoints[i].rule);
    CHECK(first.touchpoints[i].points == second.touchpoints[i].points);
  }
  CHECK(first.score.points == second.score.points);
}

TEST_CASE("every judgement that was made says something, and what to do unless it is wow") {
  const auto broken = GENERATE(as<std::string>{}, "", "no icon", "no title", "no contact");
  SampleSite sample = SampleSite::perfect();
  if (broken == "no icon") sample.remove(Role::icon);
  if (broken == "no title") sample.fetch("https://example.com/").body = "<p>hello";
  const Audit audit = audit_site(sample.site(), rules());
  for (const auto& touchpoint : audit.touchpoints) {
    for (const auto& one : touchpoint.components) {
      CAPTURE(one.id, one.says);
      CHECK_FALSE(one.threshold.empty());
      CHECK((one.status != Status::not_assessed || one.reason.has_value()));
      if (!one.points) continue;
      CHECK_FALSE(one.says.empty());
      CHECK(one.says.find('{') == std::string::npos);
      CHECK(one.fix.empty() == (one.verdict == Verdict::wow));
    }
  }
}

TEST_CASE("a parked address keeps the verdict on its name alone") {
  SampleSite sample("https://parked.example/");
  sample.page("https://parked.example/",
              "<title>parked.example</title><h1>This domain is for sale</h1>", Role::home);
  sample.dns("parked.example", DnsType::ns, DnsOutcome::answered,
             {"ns1.sedoparking.com", "ns2.sedoparking.com"});
  const Audit audit = audit_site(sample.site(), rules());
  REQUIRE(audit.closed == Reason::parked);
  CHECK_FALSE(audit.score.points);
  for (const auto& touchpoint : audit.touchpoints) {
    CAPTURE(touchpoint.rule->id);
    if (touchpoint.rule->lexical) {
      CHECK(touchpoint.points.has_value());
    } else {
      CHECK(touchpoint.reason == Reason::parked);
      CHECK_FALSE(touchpoint.verdict);
    }
  }
}

TEST_CASE("a challenged site gets no score and nothing on it sucks") {
  SampleSite sample;
  sample.page("https://example.com/", "<title>Just a moment...</title>", Role::home)
      .hops.back()
      .status = 403;
  SampleSite::set_header(sample.fetch("https://example.com/"), "cf-mitigated", "challenge");
  const Audit audit = audit_site(sample.site(), rules());
  CHECK(audit.closed == Reason::bot_challenge);
  CHECK_FALSE(audit.score.points);
  CHECK_FALSE(audit.score.verdict());
  for (const auto& touchpoint : audit.touchpoints) {
    CAPTURE(touchpoint.rule->id);
    CHECK(touchpoint.verdict != Verdict::sucks);
  }
}

TEST_CASE("while no customer comes in, the plan holds nothing else") {
  auto sample = SampleSite::perfect();
  sample.remove(Role::robots);
  sample.page("https://example.com/robots.txt", "", Role::robots).hops.back().status = 404;
  sample.fetch("https://example.com/", Role::home).hops.back().status = 404;
  const Audit audit = audit_site(sample.site(), rules());
  CHECK(audit.find("robots-txt")->status == Status::missing);
  REQUIRE(audit.plan.size() == 1);
  CHECK(audit.plan.front().touchpoint == "site-availability");
}

TEST_CASE("a host that nobody can reach gets no score") {
  const auto kind =
      GENERATE(FaultKind::name_not_found, FaultKind::refused, FaultKind::timeout, FaultKind::tls);
  SampleSite sample;
  sample.fault("https://example.com/", Role::home, kind);
  const Audit audit = audit_site(sample.site(), rules());
  CHECK_FALSE(audit.score.points);
  CHECK_FALSE(audit.first_impression.points);
  CHECK(audit.name == "example.com");
}

TEST_CASE("the company is called as its domain, not as the first words of its title") {
  SampleSite sample("https://huber-brot.example/");
  sample.page("https://huber-brot.example/",
              "<title>Fresh bread in Berlin | Huber Brot</title><p>Hi", Role::home);
  CHECK(company_name(sample.site()) == "Huber Brot");
}

TEST_CASE("a profile is guessed with a reason") {
  Presence presence;
  const Site site = SampleSite::perfect().site();
  presence.addresses = {{"Example Street 1, 10115 Berlin", "https://example.com/"}};
  presence.opening_hours = true;
  CHECK(guess_profile(site, presence).id == "local");
  presence.opening_hours = false;
  CHECK(guess_profile(site, presence).id == "general");
  presence.map = true;
  CHECK(guess_profile(site, presence).id == "local");
  presence.map = false;
  CHECK(guess_profile(site, presence).guessed);
  CHECK_FALSE(guess_profile(site, presence).why.empty());
  SampleSite shop;
  shop.page("https://example.com/", "<p>Tea</p><a href='/cart'>Cart</a>", Role::home);
  CHECK(guess_profile(shop.site(), {}).id == "shop");
}

TEST_CASE("hours, maps and the words of a home page tell the kind of company") {
  struct Row {
    const char* about;
    std::string html;
    bool hours, map;
    const char* profile;
  };
  const Row rows[] = {
      {"hours and a phone number", "<p>Bread", true, false, "local"},
      {"a map and a phone number", "<p>Bread", false, true, "local"},
      {"a phone number alone", "<p>Bread", false, false, "general"},
      {"a holding with a map",
       "<title>A business group</title><p>From manufacturing to energy</p><nav>Our companies",
       false, true, "b2b"},
      {"a forwarder", "<p>We support importers, exporters and manufacturers with customs clearance",
       false, false, "b2b"},
      {"one in Japanese", "<p>OEM</p><p>貴社の営業を可視化します", true, false, "b2b"},
      {"one such word alone", "<p>Bread for manufacturers", false, true, "local"},
      {"a shop that sells wholesale, too", "<p>Wholesale, for companies<a href='/cart'>Cart</a>",
       false, false, "shop"},
  };
  for (const Row& row : rows) {
    INFO(row.about);
    SampleSite sample;
    sample.page("https://example.com/", "<html lang=en>" + row.html, Role::home);
    Presence presence;
    presence.phones.emplace_back();
    presence.opening_hours = row.hours;
    presence.map = row.map;
    CHECK(guess_profile(sample.site(), presence).id == row.profile);
  }
}
