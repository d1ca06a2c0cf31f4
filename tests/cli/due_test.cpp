// What is due, looked at alone, and told to those who want to know: the program itself, on
// 127.0.0.1.

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "history/calendar.h"
#include "tests/cli/fixture.h"
#include "tests/cli/run_program.h"
#include "tests/reports/schema.h"

using namespace touchstone;
using Catch::Contains;
using nlohmann::json;

namespace {

// A bakery whose icon may go.
struct Shop {
  Company firm = bakery();
  std::atomic<bool> without_icon{false};
  LocalServer server{[this](const ServedRequest& request) {
    const bool icon = request.target.find("icon") != std::string::npos;
    return icon && without_icon ? answer("text/plain", "gone", 404) : firm(request);
  }};
  std::string store = scratch("due" + std::to_string(server.port()) + ".db");

  Ran audit(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"audit", server.origin() + "/", "--store", store, "--format",
                                       "json",  "--timeout",           "2"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
  }

  Ran due(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"due", "--store", store, "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
  }
};

std::string day_after(const json& audit, int days) {
  const auto taken = parse_day(audit["taken"].get<std::string>().substr(0, 10));
  return to_text(*taken + std::chrono::days(days));
}

std::vector<json> messages_in(const std::string& path) {
  std::vector<json> messages;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) messages.push_back(json::parse(line));
  return messages;
}

const json& touchpoint(const json& audit, const std::string& id) {
  for (const auto& one : audit["touchpoints"]) {
    if (one["id"] == id) return one;
  }
  throw std::runtime_error("no touchpoint " + id);
}

}  // namespace

TEST_CASE("only what is due is looked at, the rest is as it was seen before") {
  Shop shop;
  const Ran first = shop.audit();
  INFO(first.err);
  REQUIRE(first.status == 0);
  const json before = json::parse(first.out);
  const auto asked = shop.server.log().size();

  const Ran nothing = shop.audit({"--due"});
  CHECK(nothing.status == 0);
  CHECK_THAT(nothing.err, Contains("nothing was requested"));
  CHECK(shop.server.log().size() == asked);
  CHECK(json::parse(nothing.out)["touchpoints"] == before["touchpoints"]);

  shop.without_icon = true;
  const std::string tomorrow = day_after(before, 1);
  const Ran due = shop.due({"127.0.0.1", "--date", tomorrow});
  INFO(due.err);
  REQUIRE(due.status == 0);
  std::set<std::string> listed;
  const json found = json::parse(due.out)["subjects"][0]["due"];
  for (const auto& one : found) {
    listed.insert(one["id"].get<std::string>());
    CHECK(one["period"] == "daily");
  }
  CHECK(listed.contains("site-availability"));

  const Ran second = shop.audit({"--due", "--date", tomorrow});
  REQUIRE(second.status == 0);
  CHECK(shop.server.log().size() > asked);
  CHECK(schema_violations(second.out) == std::vector<std::string>{});
  const json after = json::parse(second.out);
  for (const auto& one : after["touchpoints"]) {
    INFO(one["id"]);
    if (one["status"] == "not-assessed") continue;  // nobody ever saw it
    CHECK(one.contains("looked") == !listed.contains(one["id"].get<std::string>()));
  }
  // The icon was not due, so that nobody noticed.
  CHECK(touchpoint(after, "favicon")["score"] == touchpoint(before, "favicon")["score"]);

  const Ran third = shop.audit({"--due", "--date", day_after(before, 100)});
  CHECK(json::parse(third.out)["touchpoints"] != before["touchpoints"]);
  CHECK(touchpoint(json::parse(third.out), "favicon")["score"] !=
        touchpoint(before, "favicon")["score"]);
}

TEST_CASE("a change is told once, its recovery once, and a target that fails loses no audit") {
  Shop shop;
  const std::string inbox = scratch("inbox");
  const std::vector<std::string> told{"--notify", "cmd:cat >> '" + inbox + "'", "--notify",
                                      "http://127.0.0.1:1/secret"};
  REQUIRE(shop.audit(told).status == 0);
  CHECK_FALSE(std::filesystem::exists(inbox));
  shop.without_icon = true;
  const Ran worse = shop.audit(told);
  CHECK(worse.status == 0);
  CHECK_THAT(worse.err, Contains("--notify 127.0.0.1: ") && !Contains("secret"));
  CHECK(shop.audit(told).status == 0);
  auto messages = messages_in(inbox);
  REQUIRE(messages.size() == 1);
  CHECK(messages[0]["kind"] == "change");
  CHECK(messages[0]["url"] == shop.server.origin() + "/");
  const auto& change = messages[0]["worse"][0];
  CHECK(change["touchpoint"] == "favicon");
  CHECK(change["old"] != change["new"]);
  CHECK_THAT(messages[0]["text"].get<std::string>(), Contains(shop.server.origin()));

  shop.without_icon = false;
  shop.audit(told);
  shop.audit(told);
  messages = messages_in(inbox);
  REQUIRE(messages.size() == 2);
  CHECK(messages[1]["worse"].empty());
  CHECK(messages[1]["recovered"][0]["touchpoint"] == "favicon");
}

TEST_CASE("a company of which nothing is stored is said, and none at all is no mistake") {
  Shop shop;
  const Ran all = run_program({"due", "--store", shop.store});
  CHECK(all.status == 0);
  CHECK_THAT(all.out, Contains("No audit is stored yet"));
  const Ran one = shop.due({"nobody.example"});
  CHECK(one.status == 2);
  CHECK_THAT(one.err, Contains("nobody.example"));
}
