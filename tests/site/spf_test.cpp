#include "site/spf.h"

#include <catch2/catch.hpp>
#include <map>

using namespace touchstone;

namespace {

using Records = std::map<std::pair<std::string, DnsType>, std::vector<std::string>>;

// Of a world in which a.com has the record and nothing else exists but `others`.
SpfOutcome outcome_of(std::string record, Records others = {}) {
  others[{"a.com", DnsType::txt}].push_back(std::move(record));
  std::map<std::pair<std::string, DnsType>, DnsAnswer> asked;
  return evaluate_spf("a.com", [&](std::string_view name, DnsType type) {
    const std::pair key(std::string(name), type);
    const auto found = others.find(key);
    const auto outcome = found == others.end() ? DnsOutcome::no_such_name : DnsOutcome::answered;
    return &asked
                .try_emplace(key, DnsAnswer{key.first, type, outcome,
                                            found == others.end() ? std::vector<std::string>{}
                                                                  : found->second})
                .first->second;
  });
}

std::string result_of(std::string record, Records others = {}) {
  return std::string(to_string(outcome_of(std::move(record), std::move(others)).result));
}

Records txt(std::string name, std::string record) {
  return {{{std::move(name), DnsType::txt}, {std::move(record)}}};
}

}  // namespace

TEST_CASE("what nobody named gets what the record's end says (RFC 7208 section 4.7)") {
  CHECK(result_of("v=spf1 ip4:192.0.2.0/24 -all") == "fail");
  CHECK(result_of("V=SPF1 ip6:2001:db8::/32 ~ALL") == "softfail");
  CHECK(result_of("v=spf1 ?all") == "neutral");
  CHECK(result_of("v=spf1") == "neutral");
  CHECK(result_of("v=spf1 all") == "pass");
  CHECK(result_of("v=spf10 -all") == "none");
  CHECK(result_of("google-site-verification=1") == "none");
}

TEST_CASE("a record against the grammar is an error as a whole (section 4.6)") {
  for (const char* record : {"v=spf1 -all moo",
                             "v=spf1 ip4:1.2.3.256 -all",
                             "v=spf1 ip4:1.2.3.4/33",
                             "v=spf1 ip4:1.2.3",
                             "v=spf1 ip4:1.2.3.4/01",
                             "v=spf1 ip6:2001:db8::/129",
                             "v=spf1 ip4",
                             "v=spf1 include",
                             "v=spf1 include:",
                             "v=spf1 include:b.com/24",
                             "v=spf1 a:b.com:80",
                             "v=spf1 a:b.123",
                             "v=spf1 a/24/64",
                             "v=spf1 ptr/0",
                             "v=spf1 all:x",
                             "v=spf1 exists",
                             "v=spf1 redirect:b.com",
                             "v=spf1 redirect=b.com redirect=b.com",
                             "v=spf1 exp=b.com exp=b.com",
                             "v=spf1 -all x=%y",
                             "v=spf1 a:%{x}.b.com",
                             "v=spf1 a:%{c}.b.com",
                             "v=spf1 a:b.com\tmx",
                             "v=spf1 =all",
                             "v=spf1 a:b\xC3\xBC.com",
                             "v=spf1 +",
                             "v=spf1 ip4:1.2.3.4, -all"}) {
    INFO(record);
    const auto outcome = outcome_of(record);
    CHECK(outcome.result == SpfResult::permerror);
    CHECK(outcome.problem == SpfProblem::syntax);
    CHECK(outcome.problem_at == "a.com");
  }
  for (const char* record :
       {"v=spf1  ip4:1.2.3.4/0  -all ", "v=spf1 moo=%{l}/x ~all", "v=spf1 a/24//64 -all",
        "v=spf1 mx//0 -all", "v=spf1 ?ptr ~all", "v=spf1 a:x.xn--p1ai exp=%{o}._e.a.com -all"}) {
    INFO(record);
    CHECK(outcome_of(record).problem == SpfProblem::nothing);
  }
}

TEST_CASE("two records are as bad as none (section 4.5)") {
  const auto outcome = outcome_of("v=spf1 -all", txt("a.com", "v=spf1 ~all"));
  CHECK(outcome.problem == SpfProblem::several_records);
  CHECK(outcome.records.size() == 2);
}

TEST_CASE("include asks whether another record passes, redirect takes its place") {
  CHECK(result_of("v=spf1 include:b.com ~all", txt("b.com", "v=spf1 ip4:1.2.3.4 -all")) ==
        "softfail");
  CHECK(result_of("v=spf1 ?include:b.com -all", txt("b.com", "v=spf1 +all")) == "neutral");
  CHECK(result_of("v=spf1 redirect=b.com", txt("b.com", "v=spf1 -all")) == "fail");
  CHECK(result_of("v=spf1 ~all redirect=b.com", txt("b.com", "v=spf1 +all")) == "softfail");
  CHECK(result_of("v=spf1 redirect=_spf.%{d2}", txt("_spf.a.com", "v=spf1 -all")) == "fail");
  CHECK(result_of("v=spf1 redirect=%{o1r}.b.com", txt("a.b.com", "v=spf1 a -all")) == "fail");
  for (const char* record : {"v=spf1 include:b.com -all", "v=spf1 redirect=b.com"}) {
    INFO(record);
    CHECK(outcome_of(record).problem == SpfProblem::lost_target);
  }
  const auto outcome = outcome_of("v=spf1 include:b.com -all", txt("b.com", "v=spf1 moo"));
  CHECK(outcome.problem == SpfProblem::syntax);
  CHECK(outcome.problem_at == "b.com");
  CHECK(outcome.problem_term == "moo");
}

TEST_CASE("a receiver looks up ten names and bears two empty answers (section 4.6.4)") {
  std::string ten = "v=spf1", eleven;
  for (int i = 0; i < 10; ++i) ten += " exists:%{i}.b.com";
  eleven = ten + " ptr -all";
  CHECK(result_of(ten + " -all") == "fail");
  CHECK(outcome_of(ten).lookups == 10);
  CHECK(outcome_of(eleven).problem == SpfProblem::many_lookups);
  CHECK(outcome_of("v=spf1 include:a.com -all").problem == SpfProblem::many_lookups);
  CHECK(outcome_of("v=spf1 redirect=a.com").problem == SpfProblem::many_lookups);

  CHECK(result_of("v=spf1 a:x.b.com mx:y.b.com -all") == "fail");
  CHECK(outcome_of("v=spf1 a:x.b.com mx:y.b.com a:z.b.com -all").problem == SpfProblem::many_voids);
  Records hosts;
  for (int i = 0; i < 11; ++i)
    hosts[{"b.com", DnsType::mx}].push_back("1 mx" + std::to_string(i) + ".b.com");
  CHECK(outcome_of("v=spf1 mx:b.com -all", hosts).problem == SpfProblem::many_mx);
}

TEST_CASE("what depends on the sender stays open") {
  CHECK(outcome_of("v=spf1 ip4:1.2.3.4 -all").possible ==
        std::vector{SpfResult::pass, SpfResult::fail});
  CHECK(outcome_of("v=spf1 include:%{i}.b.com -all").possible ==
        std::vector{SpfResult::pass, SpfResult::fail});
  CHECK(outcome_of("v=spf1 mx -all", {{{"a.com", DnsType::mx}, {"0 ."}}}).possible ==
        std::vector{SpfResult::fail});
}

TEST_CASE("a record names what must be asked for it") {
  using Questions = std::vector<DnsQuestion>;
  CHECK(names_needed("v=spf1 include:B.com a mx:c.com exists:d.com ip4:1.2.3.4 ptr -all",
                     "a.com") == Questions{{"b.com", DnsType::txt},
                                           {"a.com", DnsType::a},
                                           {"a.com", DnsType::aaaa},
                                           {"c.com", DnsType::mx},
                                           {"d.com", DnsType::a}});
  CHECK(names_needed("v=spf1 redirect=_spf.%{d}", "a.com") ==
        Questions{{"_spf.a.com", DnsType::txt}});
  CHECK(names_needed("v=spf1 include:%{i}.b.com exp=x.com -all", "a.com").empty());
  CHECK(names_needed("no record", "a.com").empty());
  std::string many = "v=spf1";
  for (int i = 0; i < 1'000; ++i) many += " a:h" + std::to_string(i) + ".b.com";
  CHECK(names_needed(many, "a.com").size() == 20);
}

TEST_CASE("what is no domain has no record (section 4.3)") {
  const auto nobody = [](std::string_view, DnsType) -> const DnsAnswer* { return nullptr; };
  for (const std::string& name : {std::string("com"), std::string("a..com"), std::string(),
                                  "x." + std::string(64, 'a') + ".com"}) {
    INFO(name);
    CHECK(evaluate_spf(name, nobody).result == SpfResult::none);
    CHECK(evaluate_spf(name, nobody).unasked.empty());
  }
}
