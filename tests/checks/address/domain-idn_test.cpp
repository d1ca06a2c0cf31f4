#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

SampleSite at(const std::string& host, const std::string& html = "<p>Welcome</p>") {
  SampleSite sample("https://" + host + "/");
  sample.page("https://" + host + "/", "<!DOCTYPE html><title>Firm</title>" + html, Role::home);
  return sample;
}

std::string verdict(const SampleSite& sample, const std::string& component) {
  return judged("domain-idn", sample).verdict(component);
}

}  // namespace

TEST_CASE("a name in another script is judged by its letters") {
  struct IdnRow {
    const char *host, *component, *verdict;
  };
  for (const auto& [host, component, wanted] : std::vector<IdnRow>{
           {"müller.de", "valid", "wow"},
           {"пример.рф", "valid", "wow"},
           {"müller.de", "single-script", "wow"},
           {"пример.рф", "single-script", "wow"},
           {"exаmple.com", "single-script", "sucks"},
           {"example.com", "valid", "not applicable"},
           {"example.com", "single-script", "not applicable"},
           {"müller.de", "ascii-twin", "not assessed: no-source"},
       }) {
    INFO(host << " " << component);
    CHECK(verdict(at(host), component) == wanted);
  }
}

TEST_CASE("a code that is no name breaks it") {
  SampleSite sample("https://xn--mller-kva.de/");
  sample.page("https://xn--mller-kva.de/", "<p>Welcome</p>", Role::home);
  CHECK(verdict(sample, "valid") == "wow");
  const auto broken = Url::parse("https://xn--a-ecp.ru/");
  if (broken) CHECK(verdict(at("xn--a-ecp.ru"), "valid") == "sucks");
}

TEST_CASE("both names lead to the site, for good") {
  for (const auto& [status, wanted] :
       std::vector<std::pair<int, std::string>>{{301, "wow"}, {308, "wow"}, {302, "so-so"}}) {
    INFO(status);
    SampleSite sample("https://müller.de/");
    sample.redirect("https://müller.de/", "https://mueller.de/", Role::home, status);
    CHECK(verdict(sample, "ascii-twin") == wanted);
  }
  auto sample = at("müller.de");
  sample.redirect("http://mueller.de/", "https://müller.de/", Role::twin);
  CHECK(verdict(sample, "ascii-twin") == "wow");
  auto alone = at("müller.de");
  alone.fault("http://mueller.de/", Role::twin, FaultKind::name_not_found);
  CHECK(verdict(alone, "ascii-twin") == "so-so");
}

TEST_CASE("a name is shown as people read it") {
  CHECK(verdict(at("müller.de"), "shown-as-text") == "wow");
  CHECK(verdict(at("müller.de", "<p>Visit xn--mller-kva.de</p>"), "shown-as-text") == "sucks");
  auto walled = at("müller.de");
  walled.fetch("https://müller.de/").hops.back().status = 403;
  CHECK(verdict(walled, "shown-as-text") == "not assessed: blocked-403");
}
