#include "tests/reports/sample_audit.h"

#include <array>
#include <stdexcept>

#include "site/media_type.h"

namespace touchstone {

namespace {

const TouchpointRule& rule_of(const std::string& id) {
  static const std::vector<TouchpointRule> rules = [] {
    std::vector<TouchpointRule> made;
    const std::array<std::array<const char*, 3>, 4> rows{{
        {"favicon", "icon", "Favicon"},
        {"page-title", "search", "Title"},
        {"phone-number", "contact", "Phone number"},
        {"not-found-page", "errors", "The 404 page"},
    }};
    for (const auto& [name, group, title] : rows) {
      TouchpointRule rule;
      rule.id = name;
      rule.group = group;
      rule.title = title;
      rule.period = "monthly";
      rule.positions = {"find"};
      rule.experience = "Recognises the firm.";
      rule.remedy = "Draw a better one.";
      rule.effort = "S";
      rule.kind = "interface";
      rule.term = "short";
      rule.owner = "webmaster";
      made.push_back(std::move(rule));
    }
    return made;
  }();
  for (const auto& rule : rules) {
    if (rule.id == id) return rule;
  }
  throw std::logic_error("no rule " + id);
}

Touchpoint touchpoint(const std::string& id, Status status, std::optional<int> points) {
  Touchpoint made;
  made.rule = &rule_of(id);
  made.status = status;
  made.points = points;
  if (points) made.verdict = verdict_of(*points);
  if (made.verdict == Verdict::wow) made.wow_kind = "standard";
  return made;
}

Judgement judgement(const std::string& id, int points, const std::string& says) {
  Judgement made;
  made.id = id;
  made.title = "Found";
  made.status = Status::assessed;
  made.points = points;
  made.verdict = verdict_of(points);
  made.value = Value(std::int64_t{180});
  made.unit = "px";
  made.threshold = ">= 48 px";
  made.says = says;
  if (points < 80) made.fix = "Make it bigger.";
  made.gain = 100 - points;
  made.evidence = {{"https://shop.example/", "/html/head/title", "<script>alert(1)</script>"}};
  return made;
}

}  // namespace

Audit sample_audit() {
  static const ChainRule chain_rule = [] {
    ChainRule rule;
    rule.id = "search-to-contact";
    rule.title = "From the search to the first call";
    rule.importance = 9;
    return rule;
  }();
  Audit audit;
  audit.asked = "https://shop.example/";
  audit.answered = "https://www.shop.example/";
  audit.host = "www.shop.example";
  audit.name = "<script>alert('Müller & Co')</script>\x1b[31m";
  audit.taken = *parse_rfc3339("2026-02-11T09:00:00Z");
  audit.elapsed_ms = 812;
  audit.rulebook = "2026.11-test";
  audit.score = {68, 94};
  audit.profile = "local";
  audit.profile_why = "an address and hours were found";
  audit.first_impression = {71, 100};
  audit.groups = {{"icon", "Favicon and identity", {95, 100}},
                  {"search", "In search results", {55, 100}},
                  {"contact", "Ways to reach a human", {20, 50}},
                  {"errors", "When something goes wrong", {std::nullopt, 0}}};
  audit.composites = {{"search-result", "Seen in search", {70, 100}, {"page-title", "favicon"}}};
  audit.touchpoints = {touchpoint("favicon", Status::assessed, 95),
                       touchpoint("page-title", Status::assessed, 55),
                       touchpoint("phone-number", Status::missing, 0),
                       touchpoint("not-found-page", Status::not_assessed, std::nullopt)};
  audit.touchpoints[0].components = {judgement("favicon.size", 95, "The icon is 180 px wide.")};
  audit.touchpoints[1].components = {
      judgement("page-title.length", 50, "The title is \x1b[2Jlong | and * winding.")};
  audit.touchpoints[3].reason = Reason::bot_challenge;
  Chain chain;
  chain.rule = &chain_rule;
  chain.state = ChainState::broken;
  chain.points = 0;
  chain.broken_at = "phone-number";
  chain.links = {{"favicon", "start", 95, Verdict::wow, false, true},
                 {"phone-number", "intermediate", 0, Verdict::sucks, true, true},
                 {"page-title", "final", 55, Verdict::so_so, false, false}};
  audit.chains = {chain};
  audit.plan = {
      {"phone-number", "Print the number | and link it.", "sales", "2026-02-18", 80, 900, "S", ""}};
  audit.presence.languages = {"de", "en"};
  audit.presence.contact_page = "https://www.shop.example/kontakt#form";
  audit.presence.clicks_to_contact = 1;
  Phone phone;
  phone.e164 = "+49301234567";
  phone.printed = "030 / 123 45 67";
  phone.url = "https://www.shop.example/kontakt";
  audit.presence.phones = {phone};
  audit.presence.social = {{"linkedin", "javascript:alert(1)", "https://www.shop.example/"}};
  audit.presence.missing_page = MissingPage{404, "hard", true};
  audit.speed.first_byte_ms = 80;
  audit.pages = 24;
  audit.requests = 61;
  audit.bytes = 1843200;
  audit.blocked = BlockedBy{"Cloudflare", 403};
  audit.notes = {"budget of 120 requests reached"};
  return audit;
}

}  // namespace touchstone
