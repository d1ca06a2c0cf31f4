// Everything wrong with a rule file is told in one line: file, place, what, what was meant.

#include <catch2/catch.hpp>

#include "tests/rules/rule_files.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

// What loading says is wrong; empty when nothing is.
std::string complaint(const std::string& overlay) {
  try {
    load(overlay);
    return "";
  } catch (const RuleError& error) {
    return error.what();
  }
}

struct Row {
  std::string overlay, complaint;
};

// A component of the sign with one member written anew.
std::string size_with(const std::string& member) {
  return R"({"id": "sign", "components": [{"id": "size", )" + member + "}]}";
}

std::string look_with(const std::string& look) {
  return R"({"id": "sign", "components": [{"id": "new", "title": "New", "look": {)" + look +
         R"(}, "cases": [{"verdict": "wow"}], "says": {"wow": "Yes."}}]})";
}

std::string chain_with(const std::string& links) {
  return R"({"chains": [{"id": "mine", "title": "Mine", "links": [)" + links + "]}]}";
}

}  // namespace

TEST_CASE("what is no JSON is told with line and column") {
  const auto row = GENERATE(Row{"", "mine.json:1:1: this is no JSON: "},
                            Row{"{\n  \"id\": }", "mine.json:2:9: this is"},
                            Row{"{\"id\": \"sign\",}", "mine.json:1:15: this is no JSON: "},
                            Row{"{} {}", "mine.json:1:4: this is no JSON: "},
                            Row{"{\"id\": \"\xff\"}", "mine.json:1:9: this is no JSON: "},
                            Row{"[1e999]", "mine.json:1:6: this is no JSON: number overflow"});
  CAPTURE(row.overlay);
  CHECK_THAT(complaint(row.overlay), Catch::StartsWith(row.complaint));
}

TEST_CASE("a file's shape is told when it is wrong") {
  const auto row =
      GENERATE(Row{"[]", "mine.json: /: an object is wanted here, not a list"},
               Row{"3", "mine.json: /: an object is wanted here, not a whole number"},
               Row{"{}", "mine.json: /: the file is empty: it needs an \"id\" or \"touchpoints\""},
               Row{R"({"chanis": []})",
                   "mine.json: /chanis: unknown key \"chanis\"; did you mean \"chains\"?"},
               Row{R"({"id": "sign", "title": "A", "title": "B"})",
                   "mine.json: /: the key \"title\" is written twice"},
               Row{R"({"id": "sign", "a/b~c": 1})", "mine.json: /a~1b~0c: unknown key \"a/b~c\""},
               Row{R"({"touchpoints": {}})",
                   "mine.json: /touchpoints: a list is wanted here, not an object"},
               Row{R"({"touchpoints": [{}]})", "mine.json: /touchpoints/0: \"id\" is missing"},
               Row{R"({"touchpoints": [{"id": "Sign!"}]})",
                   "mine.json: /touchpoints/0/id: \"Sign!\": an id has lower-case letters, digits, "
                   "\"-\" and "
                   "\"_\""},
               Row{std::string(40, '[') + std::string(40, ']'), "nested deeper than any rule"});
  CAPTURE(row.overlay);
  CHECK_THAT(complaint(row.overlay), Catch::Contains(row.complaint));
}

TEST_CASE("a touchpoint's members are told when they are wrong") {
  const auto row = GENERATE(
      Row{R"({"id": "sign", "wieght": 1})", "mine.json: /wieght: unknown key \"wieght\""},
      Row{R"({"id": "sign", "importence": 1})",
          "mine.json: /importence: unknown key \"importence\"; did you mean \"importance\"?"},
      Row{R"({"id": "sign", "importance": 11})", "mine.json: /importance: 11 is not from 1 to 10"},
      Row{R"({"id": "sign", "importance": 0})", "mine.json: /importance: 0 is not from 1 to 10"},
      Row{R"({"id": "sign", "importance": 5.5})",
          "mine.json: /importance: a whole number is wanted here, not a number with a fraction"},
      Row{R"({"id": "sign", "importance": "5"})",
          "mine.json: /importance: a whole number is wanted here, not a text"},
      Row{R"({"id": "sign", "importance": 99999999999999999999})",
          "mine.json: /importance: a whole number is wanted here, not a number with a fraction"},
      Row{R"({"id": "sign", "period": "montly"})",
          "mine.json: /period: unknown word \"montly\"; did you mean \"monthly\"?"},
      Row{R"({"id": "sign", "effort": "XL"})",
          "mine.json: /effort: unknown word \"XL\"; did you mean \"L\"?"},
      Row{R"({"id": "sign", "positions": ["find", "finding"]})",
          "mine.json: /positions/1: unknown word \"finding\"; known are: find, arrive, look, "
          "trust, "
          "contact, return"},
      Row{R"({"id": "sign", "absence_by_profile": {"shopp": "optional"}})",
          "mine.json: /absence_by_profile/shopp: unknown profile \"shopp\"; did you mean "
          "\"shop\"?"},
      Row{R"({"id": "sign", "absence": "never"})",
          "rules/street/sign.json: /missing: \"absence\" says \"never\""},
      Row{R"({"id": "sign", "group": "streat"})",
          "mine.json: /group: unknown group \"streat\"; did you mean \"street\"?"},
      Row{R"({"id": "sign", "title": ""})", "mine.json: /title: an empty text says nothing"},
      Row{R"({"id": "sign", "hygiene": "no"})",
          "mine.json: /hygiene: true or false is wanted here, not a text"},
      Row{R"({"id": "sing", "off": true})",
          "mine.json: /off: there is no \"sing\" to switch off; did you mean \"sign\"?"},
      Row{R"({"id": "sign", "off": 1})",
          "mine.json: /off: true or false is wanted here, not a whole number"},
      Row{R"({"id": "sign", "needs": ["dor"]})",
          "mine.json: /needs/0: unknown touchpoint \"dor\"; did you mean \"door\"?"},
      Row{R"({"id": "sign", "missing": {}})",
          "mine.json: /missing: no condition is written; leave this out"},
      Row{R"({"id": "sign", "chips": [{"id": "new", "title": "New"}]})",
          "mine.json: /chips/0: \"when\" is missing"},
      Row{R"({"id": "sign", "components": null})",
          "rules/street/sign.json: /: a touchpoint without components cannot be judged"},
      Row{R"({"id": "new", "group": "inside", "tite": "New"})",
          "mine.json: /tite: unknown key \"tite\"; did you mean \"title\"?"},
      Row{R"({"id": "new", "group": "inside", "title": "New", "components": [
            {"id": "a", "title": "A", "fact": "lit", "cases": [{"verdict": "wow"}],
             "says": {"wow": "Yes."}}]})",
          "mine.json: /components/0/fact: unknown fact \"lit\""});
  CAPTURE(row.overlay);
  CHECK_THAT(complaint(row.overlay), Catch::StartsWith(row.complaint));
}

TEST_CASE("a component's members are told when they are wrong") {
  const auto row = GENERATE(
      Row{size_with(R"("weigth": 2)"),
          "mine.json: /components/0/weigth: unknown key \"weigth\"; did you mean \"weight\"?"},
      Row{size_with(R"("weight": 0)"), "mine.json: /components/0/weight: 0 is not from 1 to 10"},
      Row{size_with(R"("severity": "mayor")"),
          "mine.json: /components/0/severity: unknown word \"mayor\"; did you mean \"major\"?"},
      Row{size_with(R"("fact": "heigth")"),
          "mine.json: /components/0/fact: unknown fact \"heigth\"; did you mean \"height\"?"},
      Row{size_with(R"("cases": [{"verdict": "wow", "when": {"hight": "> 3"}}])"),
          "mine.json: /components/0/cases/0/when/hight: unknown fact \"hight\"; did you mean "
          "\"height\"?"},
      Row{size_with(R"("cases": [{"verdict": "soso"}])"),
          "mine.json: /components/0/cases/0/verdict: unknown word \"soso\"; did you mean "
          "\"so-so\"?"},
      Row{size_with(R"("cases": [{"when": {"lit": true}}])"),
          "mine.json: /components/0/cases/0: \"verdict\" is missing"},
      Row{size_with(R"("cases": [{"verdict": "wow"}, {"verdict": "sucks"}])"),
          "mine.json: /components/0/cases/1: is never read: the case before it has no \"when\""},
      Row{size_with(R"("cases": [{"verdict": "wow", "when": {"height": "=> 3"}}])"),
          "mine.json: /components/0/cases/0/when/height: \"=> 3\" is no condition; write \"< 16\""},
      Row{size_with(R"("cases": [{"verdict": "wow", "when": {"height": "9..3"}}])"),
          "mine.json: /components/0/cases/0/when/height: the range \"9..3\" is empty; did you mean "
          "\"3..9\"?"},
      Row{size_with(
              R"("cases": [{"verdict": "wow", "when": {"height": "> 99999999999999999999"}}])"),
          "mine.json: /components/0/cases/0/when/height: \"> 99999999999999999999\" is no "
          "condition"},
      Row{size_with(R"("cases": [{"verdict": "wow", "when": {"words": []}}])"),
          "mine.json: /components/0/cases/0/when/words: an empty list never holds"},
      Row{size_with(R"("cases": [{"verdict": "wow", "when": {"words": [1]}}])"),
          "mine.json: /components/0/cases/0/when/words/0: a text is wanted here, not a whole "
          "number"},
      Row{size_with(R"("cases": [{"verdict": "wow", "when": {}}])"),
          "mine.json: /components/0/cases/0/when: no condition is written; leave this out"},
      Row{size_with(R"("cases": [])"),
          "rules/street/sign.json: /components/0: neither \"cases\" nor \"graded\""},
      Row{size_with(R"("says": {"sucks": null})"),
          "rules/street/sign.json: /components/0: the verdict \"sucks\" can be reached and has no "
          "sentence in \"says\""},
      Row{size_with(R"("says": {"so_so": "Hm."})"),
          "mine.json: /components/0/says/so_so: unknown key \"so_so\"; did you mean \"so-so\"?"},
      Row{size_with(R"("says": {"wow": "It is {hight} high."})"),
          "mine.json: /components/0/says/wow: unknown fact \"hight\"; did you mean \"height\"?"},
      Row{size_with(R"("fix": null)"), "rules/street/sign.json: /components/0: \"fix\" is missing"},
      Row{size_with(R"("graded": {"best": 1, "good": 2, "poor": 3, "worst": 4})"),
          "mine.json: /components/0/graded: is never read: the last case has no \"when\""},
      Row{size_with(R"("cases": null, "graded": {"best": 1, "good": 3, "poor": 2, "worst": 4})"),
          "mine.json: /components/0/graded: best, good, poor and worst must rise all the way or "
          "fall "
          "all the way, not 1, 3, 2, 4"},
      Row{size_with(R"("cases": null, "graded": {"best": 1, "good": 3, "poor": 5})"),
          "mine.json: /components/0/graded: \"worst\" is missing"},
      Row{size_with(R"("cases": null, "graded": {"best": "1", "good": 3, "poor": 5, "worst": 6})"),
          "mine.json: /components/0/graded/best: a whole number is wanted here, not a text"});
  CAPTURE(row.overlay);
  CHECK_THAT(complaint(row.overlay), Catch::StartsWith(row.complaint));
}

TEST_CASE("a look is told when it cannot look") {
  const auto row = GENERATE(
      Row{look_with(R"("xpath": "//a[")"),
          "mine.json: /components/0/look/xpath: bad XPath \"//a[\": "},
      Row{look_with(R"x("xpath": "//a[frobnicate(.)]")x"),
          "mine.json: /components/0/look/xpath: bad XPath \"//a[frobnicate(.)]\": "},
      Row{look_with(R"x("body": true, "pattern": "(?=a)")x"),
          "mine.json: /components/0/look/pattern: bad regular expression \"(?=a)\": "},
      Row{look_with(R"("body": true, "header": "server")"),
          "mine.json: /components/0/look: a look reads exactly one of"},
      Row{look_with(R"("pattern": "a")"),
          "mine.json: /components/0/look: a look reads exactly one of"},
      Row{look_with(R"("where": "robots", "xpath": "//a")"),
          "mine.json: /components/0/look/xpath: robots.txt is no HTML; read its \"body\""},
      Row{look_with(R"("where": "hom", "body": true)"),
          "mine.json: /components/0/look/where: unknown word \"hom\"; did you mean \"home\"?"},
      Row{look_with(R"("take": "exist", "body": true)"),
          "mine.json: /components/0/look/take: unknown word \"exist\"; did you mean \"exists\"?"},
      Row{R"({"id": "sign", "components": [{"id": "lit", "title": "Lit", "look": {"body": true},
            "cases": [{"verdict": "wow"}], "says": {"wow": "Yes."}}]})",
          "mine.json: /components/0/look: the fact \"lit\" is measured already"});
  CAPTURE(row.overlay);
  CHECK_THAT(complaint(row.overlay), Catch::StartsWith(row.complaint));
}

TEST_CASE("a chain is told when it leads nowhere") {
  const std::string start = R"({"touchpoint": "sign", "role": "start"})";
  const std::string final = R"({"touchpoint": "door", "role": "final"})";
  const auto row = GENERATE_COPY(
      Row{chain_with(start), "mine.json: /chains/0: chain \"mine\" needs two links at least"},
      Row{chain_with(start + R"(, {"touchpoint": "door"})"),
          "mine.json: /chains/0: chain \"mine\" needs exactly one \"final\", its last link"},
      Row{chain_with(R"({"touchpoint": "sign"}, )" + final),
          "mine.json: /chains/0: chain \"mine\" needs exactly one \"start\", its first link"},
      Row{chain_with(start + ", " + start + ", " + final),
          "mine.json: /chains/0: chain \"mine\" needs exactly one \"start\", its first link"},
      Row{chain_with(start + ", " + final + ", " + final),
          "mine.json: /chains/0: chain \"mine\" needs exactly one \"final\", its last link"},
      Row{chain_with(start + R"(, {"touchpoint": "dorr", "role": "final"})"),
          "mine.json: /chains/0/links/1/touchpoint: unknown touchpoint \"dorr\"; did you mean "
          "\"door\"?"},
      Row{chain_with(start + R"(, {"any_of": ["door", "frnt"], "role": "final"})"),
          "mine.json: /chains/0/links/1/any_of/1: unknown touchpoint \"frnt\"; did you mean "
          "\"front\"?"},
      Row{chain_with(start + R"(, {"any_of": [], "role": "final"})"),
          "mine.json: /chains/0/links/1/any_of: an empty list leads nowhere"},
      Row{chain_with(start + R"(, {"role": "final"})"),
          "mine.json: /chains/0/links/1: a link has either \"touchpoint\" or \"any_of\""},
      Row{R"({"chains": [{"id": "walk-in", "next_chain": "walk-on"}]})",
          "mine.json: /chains/0/next_chain: unknown chain \"walk-on\"; did you mean \"walk-in\"?"},
      Row{R"({"chains": [{"id": "walkin", "off": true}]})",
          "mine.json: /chains/0/off: there is no \"walkin\" to switch off; did you mean "
          "\"walk-in\"?"},
      Row{R"({"composites": [{"id": "mine", "title": "Mine", "members": ["sing"]}]})",
          "mine.json: /composites/0/members/0: unknown touchpoint \"sing\"; did you mean "
          "\"sign\"?"});
  CAPTURE(row.overlay);
  CHECK_THAT(complaint(row.overlay), Catch::StartsWith(row.complaint));
}

TEST_CASE("the same id in two files of the program is a mistake of ours") {
  CHECK_THROWS_WITH(build_rulebook({groups_file, sign_file, sign_file}, {}, {&sign_check}),
                    "rules/street/sign.json: /: the id \"sign\" is written twice");
}

TEST_CASE("what only a person sees needs its criteria in words and no fact") {
  const auto row =
      GENERATE(Row{R"("says": {"wow": "It shines."})",
                   "\"says\" needs a sentence for wow and one for sucks"},
               Row{R"("fact": "width", "says": {"wow": "It shines.", "sucks": "It is broken."})",
                   "unknown key \"fact\""},
               Row{R"("says": {"wow": "It shines.", "sucks": "It is broken."})", ""});
  CAPTURE(row.overlay);
  const std::string said = complaint(
      R"({"id": "sign", "components": [{"id": "glow", "title": "Glow", "source": "manual", )" +
      row.overlay + "}]}");
  CHECK_THAT(said, Catch::Contains(row.complaint));
  CHECK(said.empty() == row.complaint.empty());
}
