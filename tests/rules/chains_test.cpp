// Chains: roles, states, falls, breaks.

#include <catch2/catch.hpp>

#include "rules/chains.h"
#include "tests/rules/company.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

constexpr int unseen = -1;

// A chain of links a, b, c, ... with these points; -1: not assessed.
struct Judged {
  Company company;
  std::vector<Chain> chains;
  std::vector<std::string> dropped;

  explicit Judged(const std::vector<int>& points) {
    std::vector<std::string> links;
    for (std::size_t i = 0; i < points.size(); ++i) {
      links.emplace_back(1, static_cast<char>('a' + i));
      company.add(links.back(), 5, points[i] == unseen ? std::nullopt : std::optional(points[i]));
    }
    company.chain("chain", 7, links);
    judge();
  }
  explicit Judged(Company made) : company(std::move(made)) { judge(); }

  void judge() { chains = judge_chains(company.rulebook, company.touchpoints, {}, dropped); }
};

}  // namespace

TEST_CASE("a chain has a state, points and the place where it breaks") {
  struct Row {
    std::vector<int> links;
    ChainState state;
    std::optional<int> points;
    std::string broken_at;
  };
  const auto row = GENERATE(
      Row{{90, 80, 95}, ChainState::golden, 80, ""}, Row{{90, 79, 95}, ChainState::strong, 79, ""},
      Row{{90, 60, 95}, ChainState::strong, 60, ""}, Row{{90, 59, 95}, ChainState::weak, 59, ""},
      Row{{90, 40, 95}, ChainState::weak, 40, ""}, Row{{90, 39, 95}, ChainState::broken, 39, "b"},
      Row{{90, 39, 5}, ChainState::broken, 39, "b"}, Row{{5, 39, 5}, ChainState::broken, 5, "a"},
      Row{{90, unseen, 95}, ChainState::unproven, 90, ""},
      Row{{90, unseen, 50}, ChainState::unproven, 50, ""},
      Row{{90, 10, unseen}, ChainState::broken, 10, "b"},
      Row{{90, unseen, 10}, ChainState::broken, 10, "c"},
      Row{{unseen, unseen, unseen}, ChainState::unproven, std::nullopt, ""});
  const Judged judged(row.links);
  REQUIRE(judged.chains.size() == 1);
  const Chain& chain = judged.chains[0];
  CHECK(chain.state == row.state);
  CHECK(chain.points == row.points);
  CHECK(chain.broken_at.value_or("") == row.broken_at);
}

TEST_CASE("behind a break nobody arrives, yet the links keep their verdicts") {
  const Judged judged({90, 10, 95});
  const auto& links = judged.chains[0].links;
  CHECK(links[0].reached);
  CHECK(links[1].reached);
  CHECK_FALSE(links[2].reached);
  CHECK(links[2].verdict == Verdict::wow);
}

TEST_CASE("a link thirty points under the best before it disappoints") {
  struct Row {
    std::vector<int> links;
    std::vector<bool> drops;
  };
  const auto row = GENERATE(
      Row{{90, 90, 55}, {false, false, true}}, Row{{90, 80, 70}, {false, false, false}},
      Row{{90, 60, 61}, {false, true, false}}, Row{{90, unseen, 60}, {false, false, true}});
  const Judged judged(row.links);
  std::vector<bool> drops;
  for (const auto& link : judged.chains[0].links) drops.push_back(link.drop);
  CHECK(drops == row.drops);
}

TEST_CASE("a way of contact far under the link before it is an imbalance") {
  Company company;
  company.add("banner", 5, 90);
  company.add("phone", 9, 55).positions = {"contact"};
  company.add("page", 9, 90).positions = {"contact"};
  company.add("end", 9, 50);
  company.chain("chain", 7, {"banner", "phone", "page", "end"});
  const Judged judged(std::move(company));
  const auto& links = judged.chains[0].links;
  CHECK_FALSE(links[0].imbalance);
  CHECK(links[1].imbalance);
  CHECK_FALSE(links[2].imbalance);
  CHECK_FALSE(links[3].imbalance);  // no way of contact
}

TEST_CASE("the customer takes the best of several ways") {
  struct Row {
    int phone, form;
    std::string taken;
    std::optional<int> points;
  };
  const auto row =
      GENERATE(Row{50, 90, "form", 90}, Row{90, 50, "phone", 90}, Row{50, 50, "phone", 50},
               Row{unseen, 50, "form", 50}, Row{unseen, 20, "phone", std::nullopt},
               Row{20, unseen, "form", std::nullopt}, Row{unseen, unseen, "phone", std::nullopt});
  Company company;
  company.add("start", 5, 90);
  company.add("phone", 9, row.phone == unseen ? std::nullopt : std::optional(row.phone));
  company.add("form", 9, row.form == unseen ? std::nullopt : std::optional(row.form));
  company.chain("chain", 7, {"start", "phone|form"});
  const Judged judged(std::move(company));
  CHECK(judged.chains[0].links[1].touchpoint == row.taken);
  CHECK(judged.chains[0].links[1].points == row.points);
}

TEST_CASE("links with nothing to judge are named where they stand") {
  Company company;
  company.add("a", 5, 90);
  company.add("b", 5, 90);
  company.chain("chain", 7, {"not-built", "a", "nor-this", "b"});
  company.rulebook.chains[0].links[2].title = "Call centre";
  const Judged judged(std::move(company));
  const auto& left_out = judged.chains[0].left_out;
  REQUIRE(left_out.size() == 2);
  CHECK(left_out[0].title == "not-built");
  CHECK(left_out[0].before == 0);
  CHECK(left_out[1].title == "Call centre");
  CHECK(left_out[1].before == 1);
}

TEST_CASE("counted customers give each link its conversion, over links that nobody counted") {
  Company company;
  for (const char* id : {"a", "b", "c", "d"}) company.add(id, 5, 90);
  company.chain("chain", 7, {"a", "b", "c", "d"});
  auto& links = company.rulebook.chains[0].links;
  links[0].visitors = 1000;
  links[1].visitors = 400;
  links[3].visitors = 40;
  const Judged judged(std::move(company));
  const Chain& chain = judged.chains[0];
  CHECK_FALSE(chain.links[0].conversion);
  CHECK(chain.links[1].conversion == 400);
  CHECK_FALSE(chain.links[2].conversion);
  CHECK(chain.links[3].conversion == 100);
  REQUIRE(weakest_conversion(chain));
  CHECK(weakest_conversion(chain)->touchpoint == "d");
}

TEST_CASE("what is not built does not exist, and a chain needs two links that do") {
  Company company;
  company.add("a", 5, 90);
  company.add("b", 5, 90);
  company.chain("two", 7, {"a", "not-built", "b"});
  company.chain("one", 7, {"a", "not-built", "nor-this"});
  company.chain("no-end", 7, {"a", "b", "not-built"});
  const Judged judged(std::move(company));
  REQUIRE(judged.chains.size() == 2);
  CHECK(judged.chains[0].rule->id == "two");
  CHECK(judged.chains[0].links.size() == 2);
  CHECK(judged.chains[0].state == ChainState::golden);
  CHECK(judged.chains[1].state == ChainState::strong);  // golden needs its final chord
  CHECK_FALSE(judged.chains[1].final_chord);
  CHECK(judged.dropped.empty());
}

TEST_CASE("a chain of which less than two links apply to the company is dropped and named") {
  Company company;
  company.add("a", 5, 90);
  company.add("b", 5, std::nullopt, Status::not_applicable);
  company.add("c", 5, std::nullopt, Status::absent);
  company.chain("chain", 7, {"a", "b", "c"});
  const Judged judged(std::move(company));
  CHECK(judged.chains.empty());
  CHECK(judged.dropped == std::vector<std::string>{"chain"});
}

TEST_CASE("a missing required touchpoint breaks a chain, an expected one does not") {
  Company company;
  company.add("a", 5, 90);
  company.add("b", 5, 40, Status::missing);
  company.add("c", 5, 0, Status::missing);
  company.chain("expected", 7, {"a", "b"});
  company.chain("required", 7, {"a", "c"});
  const Judged judged(std::move(company));
  CHECK(judged.chains[0].state == ChainState::weak);
  CHECK(judged.chains[1].state == ChainState::broken);
}

TEST_CASE("a composite may be a link") {
  Company company;
  company.add("a", 5, 90);
  company.chain("chain", 7, {"a", "mail"});
  Composite mail{"mail", "Mail", {70, 100}, {"spf", "dkim"}};
  std::vector<std::string> dropped;
  const auto chains = judge_chains(company.rulebook, company.touchpoints, {mail}, dropped);
  REQUIRE(chains.size() == 1);
  CHECK(chains[0].links[1].points == 70);
}

TEST_CASE("the chain index weighs the assessed chains by importance") {
  Company company;
  company.add("a", 5, 40);
  company.add("b", 5, 37);
  company.add("c", 5, 85);
  company.add("d", 5, std::nullopt);
  company.chain("nine", 9, {"c", "a"});
  company.chain("five", 5, {"b", "c"});
  company.chain("unseen", 10, {"d", "c"});  // one link assessed: not counted
  const Judged judged(std::move(company));
  CHECK(chain_index(judged.chains) == 39);
  CHECK_FALSE(chain_index({}));
}
