#include <algorithm>
#include <cctype>
#include <map>

#include "site/spf.h"
#include "suite.h"

namespace touchstone::suites {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// The strings of a TXT record are one text (RFC 7208 section 3.3).
std::string joined(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  std::string text;
  for (const auto& part : value) text += part.get<std::string>();
  return text;
}

// The zone of one scenario, in the suite's own terms: records of the dead type SPF stand for TXT
// records where there are none of these, and "TIMEOUT" is said to all that is not listed.
class Zone {
 public:
  explicit Zone(const nlohmann::json& zone) {
    for (const auto& [name, records] : zone.items()) read(lower(name), records);
  }

  const DnsAnswer* ask(std::string_view name, DnsType type) {
    const std::pair key(std::string(name), type);
    auto found = answers_.find(key);
    if (found == answers_.end()) found = answers_.emplace(key, answer(key.first, type)).first;
    return &found->second;
  }

 private:
  void read(const std::string& name, const nlohmann::json& records) {
    auto& types = names_[name];
    std::vector<std::string> spf;
    bool own_txt = false;
    for (const auto& record : records) {
      if (record.is_string()) {
        silent_[name] = true;
        continue;
      }
      const std::string type = record.begin().key();
      const auto& value = record.begin().value();
      if (type == "SPF") spf.push_back(joined(value));
      if (type == "TXT") own_txt = true;
      if (type == "TXT" && value == "NONE") continue;
      if (type == "MX") {
        types[type].push_back(value[0].get<std::string>() + " " + value[1].get<std::string>());
        if (value[1] == "") types[type].back() += ".";
      } else if (type != "SPF") {
        types[type].push_back(joined(value));
      }
    }
    if (!own_txt && !spf.empty()) types["TXT"] = std::move(spf);
  }

  DnsAnswer answer(std::string name, DnsType type) const {
    const DnsAnswer nothing{name, type, DnsOutcome::no_such_name, {}};
    for (int aliases = 0; aliases < 8; ++aliases) {
      const auto found = names_.find(name);
      if (found == names_.end()) return nothing;
      const auto records = found->second.find(std::string(to_string(type)));
      if (records != found->second.end())
        return {name, type, DnsOutcome::answered, records->second};
      if (silent_.contains(name)) return {name, type, DnsOutcome::undecided, {}};
      const auto alias = found->second.find("CNAME");
      if (alias == found->second.end()) return {name, type, DnsOutcome::no_data, {}};
      name = lower(alias->second.front());
    }
    return nothing;
  }

  std::map<std::string, std::map<std::string, std::vector<std::string>>> names_;
  std::map<std::string, bool> silent_;
  std::map<std::pair<std::string, DnsType>, DnsAnswer> answers_;
};

// The domain that is checked: of the sender, or of the greeting when there is none (section 2.4).
std::string domain_of(const nlohmann::json& test) {
  const auto sender = test.at("mailfrom").get<std::string>();
  if (sender.empty()) return test.at("helo");
  return sender.substr(sender.rfind('@') + 1);
}

std::string names(const std::vector<SpfResult>& results) {
  std::string text;
  for (const auto result : results)
    (text += text.empty() ? "" : ", ") += std::string(to_string(result));
  return text;
}

}  // namespace

Tally spf(const std::string& folder) {
  Tally tally;
  for (const auto& scenario : read_json(folder + "/openspf/rfc7208-tests.json")) {
    Zone zone(scenario.at("zonedata"));
    for (const auto& [name, test] : scenario.at("tests").items()) {
      const auto outcome = evaluate_spf(domain_of(test), [&](std::string_view asked, DnsType type) {
        return zone.ask(asked, type);
      });
      const auto& wanted = test.at("result");
      const auto is_wanted = [&](SpfResult result) {
        const std::string text(to_string(result));
        return wanted.is_array() ? std::count(wanted.begin(), wanted.end(), text) > 0
                                 : wanted == text;
      };
      const bool among = std::any_of(outcome.possible.begin(), outcome.possible.end(), is_wanted);
      if (among && outcome.possible.size() > 1) {
        tally.skip("the sender's address decides between what was found possible", name);
      } else {
        tally.expect(among,
                     name + ": wanted " + wanted.dump() + ", got " + names(outcome.possible));
      }
    }
  }
  return tally;
}

}  // namespace touchstone::suites
