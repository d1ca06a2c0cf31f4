#include "site/robots.h"
#include "suite.h"

namespace touchstone::suites {
namespace {

// {"latin1_bytes": "..."} holds bytes, one a code point; the suite's own way for what is no UTF-8.
std::string bytes_of(const nlohmann::json& json) {
  if (json.is_string()) return json.get<std::string>();
  std::string bytes;
  const auto text = json.at("latin1_bytes").get<std::string>();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    bytes += byte < 0x80
                 ? text[i]
                 : static_cast<char>(byte << 6 | (static_cast<unsigned char>(text[++i]) & 63));
  }
  return bytes;
}

// What a parse report says under that name, as text.
std::string reported(const Robots& robots, const std::string& name) {
  if (name == "valid_directives") return std::to_string(robots.valid_directives());
  if (name == "unknown_directives") return std::to_string(robots.unknown_directives());
  if (name == "last_line_seen") return std::to_string(robots.last_directive_line());
  if (name == "sitemap" && robots.sitemaps().size() == 1) return robots.sitemaps()[0];
  return "nothing";
}

std::string excerpt(const std::string& text) {
  return shown(text.substr(0, 300));
}

}  // namespace

Tally robots(const std::string& folder) {
  Tally tally;
  const auto suite = read_json(folder + "/robotstxt/cases.json");
  for (const auto& test : suite.at("allowed")) {
    const auto text = bytes_of(test.at("robots")), agent = bytes_of(test.at("user_agent")),
               url = bytes_of(test.at("url"));
    const bool wanted = test.at("allowed");
    tally.expect(Robots::parse(text).allows_path(agent, robots_path(url)) == wanted,
                 test.at("test").get<std::string>() + ": " + excerpt(text) + " for " +
                     shown(agent) + " at " + excerpt(url) + ": wanted " +
                     (wanted ? "allowed" : "disallowed"));
  }
  for (const auto& test : suite.at("parse_reports")) {
    const auto text = bytes_of(test.at("robots"));
    const auto robots = Robots::parse(text);
    for (const auto& [name, wanted] : test.at("expect").items()) {
      const auto got = reported(robots, name);
      tally.expect(got == wanted, excerpt(text) + ": " + name + " wanted " +
                                      wanted.get<std::string>() + ", got " + got);
    }
  }
  for (const auto& test : suite.at("valid_user_agent")) {
    const auto agent = test.at("user_agent").get<std::string>();
    tally.expect(is_product_token(agent) == test.at("valid").get<bool>(), shown(agent));
  }
  for (const auto& test : suite.at("path_params_query")) {
    const auto url = test.at("url").get<std::string>();
    tally.expect(robots_path(url) == test.at("path"), shown(url) + ": got " + robots_path(url));
  }
  for (const auto& test : suite.at("escape_pattern")) {
    const auto pattern = test.at("pattern").get<std::string>();
    tally.expect(normalise_pattern(pattern) == test.at("escaped"), shown(pattern));
  }
  return tally;
}

}  // namespace touchstone::suites
