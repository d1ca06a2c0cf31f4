#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rules/company.h"
#include "rules/rule_parser.h"
#include "site/language_tag.h"

namespace touchstone {

namespace {

class CompanyParser {
 public:
  explicit CompanyParser(const Rulebook& rulebook) : touchpoints_(scorecard_starters()) {
    for (const auto& rule : rulebook.touchpoints) touchpoints_.push_back(rule.id);
    for (const auto& rule : rulebook.touchpoints) roles_.push_back(rule.owner);
    std::sort(roles_.begin(), roles_.end());
    roles_.erase(std::unique(roles_.begin(), roles_.end()), roles_.end());
    for (const auto& rule : rulebook.factors) factors_[rule.factor].push_back(rule.value);
  }

  Company parse(const RuleNode& root) const {
    RuleReader reader(root);
    Company company;
    company.known.name = printed(reader, "name");
    company.known.brands = reader.texts("brand_names");
    company.known.countries = codes(reader.list("countries"), true);
    company.known.languages = codes(reader.list("languages"), false);
    company.known.closed_to_search = reader.truth("private", false);
    company.site = address(reader.member("site"));
    company.conductor = reader.text("conductor");
    if (const RuleNode* profile = reader.member("profile")) {
      company.profile = one_of(*profile, profile_names(), "profile");
    }
    company.owners = owners(reader.object("owners"));
    company.importances = importances(reader.object("importances"));
    company.periods = words(reader.object("periods"), period_names(), "period");
    company.stages = words(reader.object("stages"), stage_names(), "stage");
    company.mail = mail(reader.object("mail"));
    reader.list("chains");  // laid over the rulebook already
    company.rivals = rivals(reader.list("rivals"));
    read_factors(reader.object("factors"), company);
    company.horizon = reader.choice<std::string>(
        "horizon", "today", {{"today", "today"}, {"month", "month"}, {"year", "year"}});
    reader.done();
    return company;
  }

 private:
  static std::string one_of(const RuleNode& node, const std::vector<std::string>& names,
                            std::string_view what) {
    RuleReader::want(node, RuleNode::Kind::text);
    if (std::find(names.begin(), names.end(), node.text) == names.end()) {
      node.fail(
          fmt::format("unknown {} \"{}\"{}", what, node.text, did_you_mean(node.text, names)));
    }
    return node.text;
  }

  void need_touchpoint(const RuleNode& at, const std::string& id) const {
    if (std::find(touchpoints_.begin(), touchpoints_.end(), id) != touchpoints_.end()) return;
    at.fail(fmt::format("unknown touchpoint \"{}\"{}", id, did_you_mean(id, touchpoints_)));
  }

  static std::string printed(RuleReader& reader, std::string_view key) {
    const RuleNode* node = reader.member(key);
    std::string text = reader.text(key);
    const bool unprintable = std::any_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
    });
    if (unprintable) node->fail("a character that nobody can print stands in it");
    return text;
  }

  // Two ASCII letters each: "DE" of countries, "de" of languages.
  static std::vector<std::string> codes(const RuleNode* list, bool upper) {
    std::vector<std::string> found;
    if (!list) return found;
    for (const auto& item : list->items) {
      RuleReader::want(item, RuleNode::Kind::text);
      std::string code = item.text;
      for (char& letter : code) {
        const bool small = letter >= 'a' && letter <= 'z', large = letter >= 'A' && letter <= 'Z';
        if (!small && !large) code.clear();
        if (small && upper) letter = static_cast<char>(letter - 'a' + 'A');
        if (large && !upper) letter = static_cast<char>(letter - 'A' + 'a');
      }
      if (code.size() != 2) {
        item.fail(fmt::format("\"{}\": two letters are wanted, as in {}", item.text,
                              upper ? "\"DE\"" : "\"de\""));
      }
      const LanguageTag tag = read_language_tag(upper ? "en-" + code : code);
      if (!tag.valid()) {
        item.fail(fmt::format("\"{}\" is the code of no {}", item.text,
                              upper ? "country (ISO 3166-1)" : "language (ISO 639-1)"));
      }
      found.push_back(std::move(code));
    }
    return found;
  }

  static std::optional<Url> address(const RuleNode* node) {
    if (!node) return std::nullopt;
    RuleReader::want(*node, RuleNode::Kind::text);
    auto url = Url::parse_typed(node->text);
    if (!url) node->fail(fmt::format("\"{}\" is no web address", node->text));
    return url;
  }

  std::map<std::string, std::string> owners(const RuleNode* table) const {
    std::map<std::string, std::string> found;
    if (!table) return found;
    std::vector<std::string> names = roles_;
    names.insert(names.end(), touchpoints_.begin(), touchpoints_.end());
    for (std::size_t i = 0; i < table->keys.size(); ++i) {
      const std::string& key = table->keys[i];
      if (std::find(names.begin(), names.end(), key) == names.end()) {
        table->items[i].fail(
            fmt::format("unknown role or touchpoint \"{}\"{}", key, did_you_mean(key, names)));
      }
      RuleReader::want(table->items[i], RuleNode::Kind::text);
      found[key] = table->items[i].text;
    }
    return found;
  }

  std::map<std::string, ImportanceByHorizon> importances(const RuleNode* table) const {
    std::map<std::string, ImportanceByHorizon> found;
    if (!table) return found;
    RuleReader reader(*table);
    for (std::size_t i = 0; i < table->keys.size(); ++i) {
      const std::string& key = table->keys[i];
      need_touchpoint(table->items[i], key);
      ImportanceByHorizon& wanted = found[key];
      if (table->items[i].kind != RuleNode::Kind::object) {
        wanted.today = reader.number(key, 5, 1, 10);
        continue;
      }
      RuleReader by_horizon(table->items[i]);
      const auto read = [&](std::string_view name) {
        return by_horizon.member(name) ? std::optional(by_horizon.number(name, 5, 1, 10))
                                       : std::nullopt;
      };
      wanted = {read("today"), read("month"), read("year")};
      by_horizon.done();
    }
    return found;
  }

  // One of a few words, by touchpoint.
  std::map<std::string, std::string> words(const RuleNode* table,
                                           const std::vector<std::string>& names,
                                           std::string_view what) const {
    std::map<std::string, std::string> found;
    if (!table) return found;
    for (std::size_t i = 0; i < table->keys.size(); ++i) {
      need_touchpoint(table->items[i], table->keys[i]);
      found[table->keys[i]] = one_of(table->items[i], names, what);
    }
    return found;
  }

  static MailAccount mail(const RuleNode* node) {
    if (!node) return {};
    RuleReader reader(*node);
    MailAccount account{reader.needed_text("server"), reader.needed_text("sender"),
                        reader.text("user"), reader.text("password")};
    reader.done();
    return account;
  }

  std::vector<Rival> rivals(const RuleNode* list) const {
    std::vector<Rival> found;
    if (!list) return found;
    for (const auto& item : list->items) {
      RuleReader reader(item);
      Rival rival;
      rival.name = reader.needed_text("name");
      rival.site = address(reader.member("site"));
      if (const RuleNode* scores = reader.object("scores")) {
        RuleReader points(*scores);
        for (const auto& key : scores->keys) {
          need_touchpoint(*scores->find(key), key);
          rival.scores[key] = points.tenths(key, 0, 100).value_or(0);
        }
      }
      reader.done();
      found.push_back(std::move(rival));
    }
    return found;
  }

  void read_factors(const RuleNode* table, Company& company) const {
    if (!table) return;
    RuleReader reader(*table);
    for (const auto& [factor, values] : factors_) {
      if (factor == "season" || factor == "wish") continue;
      if (const RuleNode* value = reader.member(factor)) {
        company.factors[factor] = one_of(*value, values, factor);
      }
    }
    if (const RuleNode* seasons = reader.list("season")) {
      for (const auto& item : seasons->items) company.seasons.push_back(season(item));
    }
    reader.done();
  }

  Season season(const RuleNode& node) const {
    RuleReader reader(node);
    Season found;
    if (const RuleNode* months = reader.list("months")) {
      for (const auto& month : months->items) {
        RuleReader::want(month, RuleNode::Kind::number);
        if (month.number < 1 || month.number > 12) month.fail("a month is from 1 to 12");
        found.months.push_back(static_cast<int>(month.number));
      }
    }
    if (const RuleNode* touchpoints = reader.list("touchpoints")) {
      found.touchpoints = texts_of(*touchpoints);
      for (const auto& item : touchpoints->items) need_touchpoint(item, item.text);
    }
    reader.done();
    return found;
  }

  std::vector<std::string> touchpoints_, roles_;
  std::map<std::string, std::vector<std::string>> factors_;
};

}  // namespace

Company parse_company(const RuleFile& file, const Rulebook& rulebook) {
  return CompanyParser(rulebook).parse(parse_rule_file(file, false));
}

std::optional<RuleFile> chains_of(const RuleFile& company_file) {
  parse_rule_file(company_file, false);  // tells what is no JSON, with its place
  const auto json = nlohmann::json::parse(company_file.text);
  if (!json.is_object() || !json.contains("chains")) return std::nullopt;
  return RuleFile{company_file.name, nlohmann::json{{"chains", json["chains"]}}.dump()};
}

}  // namespace touchstone
