#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/scheduled.h"
#include "tests/cli/shell.h"

using namespace touchstone;
using Catch::Contains;

TEST_CASE("the workflow is YAML, runs the words as they were, and holds no secrets") {
  const ScheduledRun run =
      run_of({"https://firm.example/?a=${{ github.token }}", "--notify",
              "https://hooks.slack.com/services/T/B/secret", "--notify=anna@firm.example",
              "--header", "Authorization: secret", "--company", "it's.json"});
  const std::string workflow = github_workflow(run);
  CHECK_THAT(workflow, !Contains("secret\"") && !Contains("T/B") && !Contains("Authorization") &&
                           !Contains("anna") && Contains("TOUCHSTONE_SMTP_FROM: "));
  if (!at_hand("python3") || output_of("python3 -c 'import yaml' 2>&1") != "") return;
  const std::string path = written("touchstone.yml", workflow);
  const auto read = nlohmann::json::parse(
      output_of("python3 -c 'import json,sys,yaml; print(json.dumps({str(k): v for k, v in "
                "yaml.safe_load(open(sys.argv[1])).items()}))' '" +
                path + "'"));
  const auto steps = read["jobs"]["audit"]["steps"];
  CHECK(steps[2]["with"]["repository"] == "${{ vars.TOUCHSTONE_REPOSITORY }}");
  CHECK(steps[5]["run"] == ".touchstone/program/dev install");
  CHECK(steps[6]["run"] ==
        "touchstone audit 'https://firm.example/?a=${{ '${{' }} github.token }}' --notify "
        "\"$TOUCHSTONE_SECRET_1\" --notify=\"$TOUCHSTONE_SECRET_2\" --header "
        "\"$TOUCHSTONE_SECRET_3\" --company 'it'\\''s.json' --due --quiet --store "
        ".touchstone/history.db\n");
  CHECK(steps[6]["env"]["TOUCHSTONE_SECRET_3"] == "${{ secrets.TOUCHSTONE_SECRET_3 }}");
  CHECK(steps[7]["if"] == "always()");
}

TEST_CASE("no schedule names a repository or a page that nobody of us owns") {
  const ScheduledRun run = run_of({"https://firm.example/"});
  const SystemdUnits units = systemd_units(run);
  for (const auto& text : {github_workflow(run), units.service, units.timer, cron_line(run)}) {
    CHECK_THAT(text, !Contains("touchstone-audit") && !Contains("github.com/"));
  }
}

TEST_CASE("a workflow that does not know whose program it runs ends before it runs one") {
  const std::string workflow = github_workflow(run_of({"https://firm.example/"}));
  const auto begin = workflow.find("          if [ -z"), end = workflow.find("        env:", begin);
  REQUIRE(end != std::string::npos);
  const std::string script = written("settled.sh", workflow.substr(begin, end - begin));
  int status = 0;
  CHECK_THAT(
      output_of("REPOSITORY= sh '" + script + "'", &status),
      Contains("::error::Set the repository variable TOUCHSTONE_REPOSITORY to the owner/name"));
  CHECK(status != 0);
  CHECK(output_of("REPOSITORY=firm/touchstone sh '" + script + "'", &status).empty());
  CHECK(status == 0);
}
