#include "site/charset.h"
#include "site/media_type.h"
#include "suite.h"

namespace touchstone::suites {
namespace {

// The first value of a parameter; the extended one ("title*") goes before the plain one.
std::optional<std::string> parameter_of(const LinkField& link, const std::string& name) {
  for (const auto& wanted : {name + "*", name})
    for (const auto& [key, value] : link.parameters)
      if (key == wanted) return value;
  return std::nullopt;
}

bool same_links(const std::vector<LinkField>& got, const nlohmann::json& wanted) {
  if (got.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < got.size(); ++i)
    for (const auto& [name, value] : wanted[i].items())
      if (name == "href" ? got[i].target != value : parameter_of(got[i], name) != value)
        return false;
  return true;
}

std::optional<std::string> text_or_null(const nlohmann::json& value) {
  if (value.is_null()) return std::nullopt;
  return value.get<std::string>();
}

}  // namespace

Tally media_types(const std::string& folder) {
  Tally tally;
  const auto suite = read_json(folder + "/wpt-mimesniff/mime-types.json");
  for (const auto& test : suite.at("cases")) {
    if (!test.is_object()) continue;
    const auto input = test.at("input").get<std::string>();
    const auto wanted = text_or_null(test.at("output"));
    const auto type = parse_media_type(input);
    const auto got = type ? std::optional(type->serialized()) : std::nullopt;
    tally.expect(got == wanted, shown(input) + ": wanted " + shown(wanted) + ", got " + shown(got));
    if (!type || !test.contains("encoding")) continue;
    const auto label = type->parameter("charset");
    const auto encoding = label ? encoding_for_label(*label) : std::nullopt;
    const auto named = text_or_null(test.at("encoding"));
    tally.expect(encoding == (named ? encoding_for_label(*named) : std::nullopt),
                 shown(input) + ": wanted encoding " + shown(named) + ", got " + shown(encoding));
  }
  return tally;
}

Tally link_headers(const std::string& folder) {
  Tally tally;
  const auto suite = read_json(folder + "/link-header/cases.json");
  for (const auto& test : suite.at("cases")) {
    const auto header = test.at("header").get<std::string>();
    auto links = parse_link_header(header);
    // "Usable" is a link with a relation.
    std::erase_if(links, [](const LinkField& link) {
      return parameter_of(link, "rel").value_or("").empty();
    });
    tally.expect(same_links(links, test.at("links")), shown(header));
  }
  return tally;
}

Tally http_dates(const std::string& folder) {
  Tally tally;
  const auto suite = read_json(folder + "/curl-tests/dates.json");
  for (const auto& test : suite.at("cases")) {
    const auto input = test.at("input").get<std::string>();
    if (input == "Sun, 06 Nov 2044 08:49:37 GMT" || input == "Thu, 31-Dec-1969 23:59:59 GMT") {
      tally.skip("curl's limits, not the date's: 32-bit time, and -1 being its mark of an error");
      continue;
    }
    const auto time = parse_http_date(input);
    const auto wanted =
        test.at("epoch").is_null() ? std::nullopt : std::optional(test["epoch"].get<long long>());
    const auto got =
        time ? std::optional<long long>(
                   std::chrono::floor<std::chrono::seconds>(*time).time_since_epoch().count())
             : std::nullopt;
    const auto text = [](const std::optional<long long>& epoch) {
      return epoch ? std::to_string(*epoch) : "null";
    };
    tally.expect(got == wanted, shown(input) + ": wanted " + text(wanted) + ", got " + text(got));
  }
  return tally;
}

}  // namespace touchstone::suites
