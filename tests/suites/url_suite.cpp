#include "site/public_suffix.h"
#include "site/url.h"
#include "suite.h"

namespace touchstone::suites {
namespace {

bool is_http(const std::string& href) {
  return href.starts_with("http:") || href.starts_with("https:");
}

// "" where the member is missing or null.
std::string text_of(const nlohmann::json& object, const char* member) {
  const auto found = object.find(member);
  return found == object.end() || !found->is_string() ? "" : found->get<std::string>();
}

std::optional<Url> parse(const std::string& input, const std::string& base) {
  if (base.empty()) return Url::parse(input);
  const auto parsed = Url::parse(base);
  return parsed ? parsed->resolve(input) : Url::parse(input);
}

}  // namespace

Tally whatwg_url(const std::string& folder) {
  Tally tally;
  for (const auto& test : read_json(folder + "/whatwg-url/urltestdata.json")) {
    if (!test.is_object()) continue;
    const auto input = text_of(test, "input"), base = text_of(test, "base"),
               href = text_of(test, "href");
    const bool refused = test.contains("failure");
    if (refused ? !is_http(base) && !is_http(input) : !is_http(base) && !is_http(href)) {
      tally.skip("neither the base nor the result is http or https");
      continue;
    }
    const auto url = parse(input, base);
    // Another scheme's address is none of ours, so that a refusal is right.
    const auto wanted = refused || !is_http(href) ? std::nullopt : std::optional(href);
    const auto got = url ? std::optional(url->href()) : std::nullopt;
    bool holds = got == wanted;
    if (holds && wanted) {
      const auto search = text_of(test, "search"), hash = text_of(test, "hash");
      holds = url->host() == text_of(test, "hostname") &&
              url->path() == text_of(test, "pathname") &&
              url->query() == (search.empty() ? search : search.substr(1)) &&
              url->fragment() == (hash.empty() ? hash : hash.substr(1)) &&
              url->authority() == text_of(test, "host") && Url::parse(url->href()) == url;
    }
    tally.expect(holds, shown(input) + " on " + shown(base) + ": wanted " + shown(wanted) +
                            ", got " + shown(got));
  }
  return tally;
}

Tally whatwg_to_ascii(const std::string& folder) {
  Tally tally;
  for (const auto& test : read_json(folder + "/whatwg-url/toascii.json")) {
    if (!test.is_object()) continue;
    const auto input = text_of(test, "input");
    const auto wanted =
        test["output"].is_null() ? std::nullopt : std::optional(text_of(test, "output"));
    const auto got = host_to_ascii(input);
    tally.expect(got == wanted, shown(input) + ": wanted " + shown(wanted) + ", got " + shown(got));
  }
  return tally;
}

Tally public_suffixes(const std::string& folder) {
  Tally tally;
  const auto suite = read_json(folder + "/publicsuffix/cases.json");
  for (const auto& test : suite.at("cases")) {
    const auto host = test[0].is_null() ? std::string() : test[0].get<std::string>();
    const auto wanted =
        test[1].is_null() ? std::nullopt : host_to_ascii(test[1].get<std::string>());
    const auto ascii = host_to_ascii(host);
    const auto got = ascii ? registrable_domain(*ascii) : std::nullopt;
    tally.expect(got == wanted, shown(host) + ": wanted " + shown(wanted) + ", got " + shown(got));
  }
  return tally;
}

}  // namespace touchstone::suites
