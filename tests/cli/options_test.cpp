#include "cli/options.h"

#include <catch2/catch.hpp>

#include "cli/exit_status.h"
#include "rules/rulebook.h"

namespace touchstone {

namespace {

Options parsed(const std::vector<std::string>& arguments) {
  return std::get<Options>(parse_options(arguments));
}

std::string complaint(const std::vector<std::string>& arguments) {
  try {
    parse_options(arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("audit is the verb when none is named") {
  CHECK(parsed({"https://example.com"}).verb == Verb::audit);
  CHECK(parsed({"audit", "example.com"}).subjects == std::vector<std::string>{"example.com"});
  CHECK(parsed({"replay", "a.warc.gz"}).verb == Verb::replay);
  CHECK(parsed({"explain"}).verb == Verb::explain);
  CHECK(parsed({"rules", "mine.json"}).subjects == std::vector<std::string>{"mine.json"});
}

TEST_CASE("options may stand before and behind the addresses") {
  const Options options =
      parsed({"--format", "json", "a.example", "--timeout", "2.5", "b.example", "--no-store"});
  CHECK(options.format == Format::json);
  CHECK(options.crawl.timeout == std::chrono::milliseconds(2500));
  CHECK(options.subjects == std::vector<std::string>{"a.example", "b.example"});
}

TEST_CASE("options that may be repeated keep their order") {
  const Options options =
      parsed({"a.example", "--header", "X-A: 1", "--header", "X-B:2", "--output", "r.html",
              "--output", "r.json", "--connect-to", "a.example:443:127.0.0.1:8443", "--connect-to",
              "b.example:443:127.0.0.1:8443"});
  REQUIRE(options.crawl.headers.size() == 2);
  CHECK(options.crawl.headers[1] == std::pair<std::string, std::string>("X-B", "2"));
  CHECK(options.outputs[0].format == Format::html);
  CHECK(options.outputs[1].format == Format::json);
  CHECK(options.crawl.connect_to.size() == 2);
  CHECK(options.subjects.size() == 1);
}

TEST_CASE("an address may follow every option that may be repeated") {
  struct Row {
    const char* option;
    const char* value;
  };
  for (const Row& row :
       {Row{"--output", "r.html"}, Row{"--rules", "r.json"}, Row{"--fail-on", "sucks"},
        Row{"--header", "A: b"}, Row{"--resolve", "a.example:443:127.0.0.1"},
        Row{"--connect-to", "a.example:443:127.0.0.1:8443"}}) {
    INFO(row.option);
    CHECK(parsed({row.option, row.value, "a.example"}).subjects ==
          std::vector<std::string>{"a.example"});
  }
}

TEST_CASE("gates are read in the units of the report") {
  const Options options = parsed(
      {"a.example", "--fail-on", "score<6.5", "--fail-on", "coverage<80", "--fail-on", "sucks"});
  REQUIRE(options.gates.size() == 3);
  CHECK(options.gates[0].bound == 65);
  CHECK(options.gates[1].bound == 80);
  CHECK(options.gates[2].kind == Gate::Kind::sucks);
}

TEST_CASE("what is asked wrongly gets one line that says what to do") {
  struct Row {
    std::vector<std::string> arguments;
    const char* part;
  };
  for (const Row& row : {
           Row{{}, "name an address"},
           Row{{"replay"}, "name the capture"},
           Row{{"a.example", "--format", "pdf"}, "text, json, html, md, csv"},
           Row{{"a.example", "--output", "report"}, "the format follows from the ending"},
           Row{{"a.example", "--output", "r.pdf"}, "the format follows from the ending"},
           Row{{"a.example", "--fail-on", "score<11"}, "0 to 10"},
           Row{{"a.example", "--fail-on", "score<x"}, "0 to 10"},
           Row{{"a.example", "--fail-on", "nonsense"}, "use regression, sucks"},
           Row{{"a.example", "--header", "nocolon"}, "Name: value"},
           Row{{"a.example", "--header", "A: b\r\nX: y"}, "Name: value"},
           Row{{"a.example", "--timeout", "-1"}, "--timeout"},
           Row{{"a.example", "--connections", "0"}, "--connections"},
           Row{{"a.example", "--lang", "tlh"}, "reports are written in"},
           Row{{"a.example", "--nonsense"}, "--nonsense"},
           Row{{"a.example", "b.example", "--output", "r.json"}, "one audit each"},
           Row{{"explain", "a", "b"}, "one touchpoint"},
           Row{{"explain", "--format", "html"}, "text, json"},
           Row{{"crawl", "a.example", "--output", "r.json"}, "belongs to an audit"},
           Row{{"rules", "--fail-on", "sucks"}, "belongs to an audit"},
           Row{{"map", "a.json", "--output", "r.sarif"}, ".mm"},
           Row{{"hisory", "a.example"}, "did you mean 'history'?"},
           Row{{"Audit"}, "did you mean 'audit'?"},
           Row{{"expalin", "favicon"}, "did you mean 'explain'?"},
           Row{{"a.example", "--sample"}, "leave the address out"},
           Row{{"a.example", "--state", "x.crawl"}, "add --deep"},
           Row{{"a.example", "--no-store", "--store", "x.db"}, "leave one of them out"},
           Row{{"a.example", "--at-once", "3"}, "--list"},
           Row{{"schedule", "a.example", "--cron", "--github"}, "excludes"},
           Row{{"plan", "a.json", "--checklist", "--format", "csv"}, "md or html"},
           Row{{"a.example", "b.example", "--format", "junit"}, "one audit"},
           Row{{"a.example", "b.example", "--format", "sarif"}, "one audit"},
           Row{{"--list", "-", "--format", "sarif"}, "a list has text"},
           Row{{"due", "--date", "2026-02-30"}, "there is no such day"},
           Row{{"due", "--date", "30.2.2026"}, "write it as 2026-03-01"},
           Row{{"schedule", "a.example", "--at", "25:00"}, "there is no such time"},
           Row{{"a.example", "--user-agent", "a\r\nX: y"}, "control characters"},
           Row{{"a.example", "--timeout", "nan"}, "take a number"},
           Row{{"history"}, "name one company"},
           Row{{"history", "a.example", "--format", "md"}, "text, json, html"},
           Row{{"a.example", "--fail-on", "regression"}, "--baseline last"},
           Row{{"a.example", "--accept", "known.json"}, "--fail-on"},
           Row{{"a.example", "--output", "r.github"}, ".sarif"},
       }) {
    const std::string said = complaint(row.arguments);
    INFO(said);
    CHECK(said.find(row.part) != std::string::npos);
    CHECK(said.find('\n') == std::string::npos);
  }
}

TEST_CASE("help and version are shown, not complained about") {
  CHECK(std::get<Shown>(parse_options({"--help"})).text.find("replay") != std::string::npos);
  CHECK(std::get<Shown>(parse_options({"--version"})).text.rfind("touchstone ", 0) == 0);
  CHECK(std::get<Shown>(parse_options({"replay", "--help"})).text.find("--rules") !=
        std::string::npos);
}

TEST_CASE("the help of a verb offers its own formats and options, in words for people") {
  struct Row {
    const char* verb;
    std::vector<const char*> told, untold;
  };
  for (const Row& row : {
           Row{"audit", {"sarif", "--fail-on", "--deep", "URL"}, {"opml"}},
           Row{"map",
               {"md, mm, opml, mermaid", ".mm", "AUDIT.json"},
               {"sarif", "--company", "--fail-on"}},
           Row{"due", {"text, json", "--date", "--company"}, {"sarif", "--fail-on", "--scorecard"}},
           Row{"explain", {"TOUCHPOINT", "laws"}, {"html", "--fail-on"}},
           Row{"scorecard", {"check FILE", "--template", "reception"}, {"--fail-on"}},
           Row{"crawl", {"--state", "en, es, fa, ru"}, {"--company", "--at-once", "--output"}},
       }) {
    const std::string help = std::get<Shown>(parse_options({row.verb, "--help"})).text;
    INFO(help);
    for (const char* const part : row.told) CHECK(help.find(part) != std::string::npos);
    for (const char* const part : row.untold) CHECK(help.find(part) == std::string::npos);
    for (const char* const machine : {"INT:", ":INT", " INT ", "FLOAT", " in ["})
      CHECK(help.find(machine) == std::string::npos);
  }
}

TEST_CASE("what a verb does not tell is still taken") {
  CHECK(parsed({"map", "a.json", "--quiet", "--no-color", "--company", "c.json"}).quiet);
}

TEST_CASE("languages and formats are taken as people write them") {
  CHECK(parsed({"a.example", "--lang", "RU"}).language == "ru");
  CHECK(parsed({"a.example", "--lang", "es_ES.UTF-8"}).language == "es");
  CHECK(parsed({"a.example", "--format", "JSON"}).format == Format::json);
  CHECK(parsed({"map", "a.json", "--output", "Map.MM"}).outputs[0].format == Format::mm);
}

TEST_CASE("the exit status follows from the audit and its gates") {
  Audit audit;
  audit.score = {68, 94};
  CHECK(status_of(audit, {}) == ExitStatus::held);
  CHECK(status_of(audit, {{Gate::Kind::score, 68, ""}}) == ExitStatus::held);
  CHECK(status_of(audit, {{Gate::Kind::score, 69, ""}}) == ExitStatus::gate_failed);
  CHECK(status_of(audit, {{Gate::Kind::coverage, 95, ""}}) == ExitStatus::gate_failed);
  CHECK(status_of(audit, {{Gate::Kind::sucks, 0, ""}}) == ExitStatus::held);
  audit.touchpoints.emplace_back();
  audit.touchpoints.back().verdict = Verdict::sucks;
  CHECK(status_of(audit, {{Gate::Kind::sucks, 0, ""}}) == ExitStatus::gate_failed);
  audit.score = {std::nullopt, 30};
  CHECK(status_of(audit, {}) == ExitStatus::too_little_seen);
  audit.unreached = true;
  CHECK(status_of(audit, {{Gate::Kind::sucks, 0, ""}}) == ExitStatus::nobody_answered);
}

TEST_CASE("a gate that fails says why") {
  const Rulebook rulebook = load_rulebook();
  Audit audit;
  audit.score = {41, 34};
  for (std::size_t i = 0; i < 5; ++i) {
    audit.touchpoints.emplace_back();
    audit.touchpoints.back().rule = &rulebook.touchpoints[i];
    audit.touchpoints.back().verdict = Verdict::sucks;
    audit.touchpoints.back().points = 12;
  }
  CHECK(told_failures(audit, {{Gate::Kind::score, 65, "score<6.5"}}).front() ==
        "gate failed: --fail-on score<6.5 (4.1)");
  CHECK(told_failures(audit, {{Gate::Kind::coverage, 50, "coverage<50"}}).front() ==
        "gate failed: --fail-on coverage<50 (34 %)");
  const std::string sucks = told_failures(audit, {{Gate::Kind::sucks, 0, "sucks"}}).front();
  CHECK(sucks.find(rulebook.touchpoints[0].title + " 1.2") != std::string::npos);
  CHECK(sucks.find("and 2 more)") != std::string::npos);
}

TEST_CASE("of several statuses the first of 5, 3, 1, 4, 0 counts") {
  using enum ExitStatus;
  CHECK(status_of(std::vector{held, gate_failed, not_written}) == not_written);
  CHECK(status_of(std::vector{gate_failed, nobody_answered}) == nobody_answered);
  CHECK(status_of(std::vector{too_little_seen, gate_failed}) == gate_failed);
  CHECK(status_of(std::vector{held, too_little_seen}) == too_little_seen);
  CHECK(status_of(std::vector<ExitStatus>{}) == held);
}

}  // namespace touchstone
