#include <fmt/format.h>

#include "rules/rule_parser.h"

namespace touchstone {

namespace {

ChainLinkRule parse_link(const RuleNode& node) {
  RuleReader reader(node);
  ChainLinkRule link;
  const RuleNode* any_of = reader.list("any_of");
  const std::string touchpoint = reader.text("touchpoint");
  if (touchpoint.empty() == (any_of == nullptr)) {
    node.fail("a link has either \"touchpoint\" or \"any_of\"");
  }
  if (any_of) {
    link.any_of = texts_of(*any_of);
    if (link.any_of.empty()) any_of->fail("an empty list leads nowhere");
  } else {
    link.any_of = {touchpoint};
  }
  link.role = reader.choice<std::string>(
      "role", "intermediate",
      {{"start", "start"}, {"intermediate", "intermediate"}, {"final", "final"}});
  constexpr int most = 1'000'000'000;
  if (reader.member("visitors")) link.visitors = reader.number("visitors", 0, 0, most);
  reader.done();
  return link;
}

// exactly one start, and it is the first; a final one, and it is the last.
void check_roles(const RuleNode& node, const ChainRule& chain) {
  const auto& links = chain.links;
  if (links.size() < 2) node.fail(fmt::format("chain \"{}\" needs two links at least", chain.id));
  for (std::size_t i = 0; i < links.size(); ++i) {
    if ((links[i].role == "start") != (i == 0)) {
      node.fail(fmt::format("chain \"{}\" needs exactly one \"start\", its first link", chain.id));
    }
    if ((links[i].role == "final") != (i + 1 == links.size())) {
      node.fail(fmt::format("chain \"{}\" needs exactly one \"final\", its last link", chain.id));
    }
  }
}

// What leads customers to the start of a chain; the last three say no more than where it runs.
const std::vector<std::string>& channel_names() {
  static const std::vector<std::string> names{"search",   "text-ad", "banner", "print",   "social",
                                              "referral", "mail",    "online", "offline", "mixed"};
  return names;
}

}  // namespace

GroupRule parse_group(const RuleNode& node) {
  RuleReader reader(node);
  GroupRule group;
  group.id = reader.id();
  group.title = reader.needed_text("title");
  group.period = reader.word("period", "monthly", period_names());
  group.order = reader.texts("order");
  reader.done();
  return group;
}

CompositeRule parse_composite(const RuleNode& node) {
  RuleReader reader(node);
  CompositeRule composite;
  composite.id = reader.id();
  composite.title = reader.needed_text("title");
  composite.members = reader.texts("members");
  composite.importance = reader.number("importance", 0, 0, 10);
  reader.done();
  if (composite.members.empty()) node.fail("\"members\" is missing");
  return composite;
}

ChainRule parse_chain(const RuleNode& node) {
  RuleReader reader(node);
  ChainRule chain;
  chain.id = reader.id();
  chain.title = reader.needed_text("title");
  chain.importance = reader.number("importance", 5, 1, 10);
  chain.channel = reader.word("channel", "", channel_names());
  chain.next_chain = reader.text("next_chain");
  if (const RuleNode* links = reader.list("links")) {
    for (const auto& item : links->items) chain.links.push_back(parse_link(item));
  }
  reader.done();
  check_roles(node, chain);
  return chain;
}

}  // namespace touchstone
