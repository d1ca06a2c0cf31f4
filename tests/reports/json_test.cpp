#include "reports/json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/reports/sample_audit.h"
#include "tests/reports/schema.h"

namespace touchstone {

TEST_CASE("the JSON audit satisfies the schema that ships with the program") {
  CHECK(schema_violations(write_json(sample_audit())) == std::vector<std::string>{});
}

TEST_CASE("the schema refuses an audit that breaks the contract") {
  auto json = nlohmann::json::parse(write_json(sample_audit()));
  SECTION("a score over ten") {
    json["score"] = 10.1;
  }
  SECTION("a verdict that is none") {
    json["touchpoints"][0]["verdict"] = "great";
  }
  SECTION("a key that is missing") {
    json.erase("plan");
  }
  SECTION("a time that is no RFC 3339") {
    json["taken"] = "yesterday";
  }
  CHECK_FALSE(schema_violations(json.dump()).empty());
}

TEST_CASE("scores are numbers with one decimal and coverage is a share") {
  const auto json = nlohmann::json::parse(write_json(sample_audit()));
  CHECK(json["score"] == 6.8);
  CHECK(json["coverage"] == 0.94);
  CHECK(json["touchpoints"][3]["score"].is_null());
  CHECK(json["touchpoints"][3]["reason"] == "bot-challenge");
  CHECK(json["chains"][0]["broken_at"] == "phone-number");
  CHECK(json["presence"]["phones"][0]["tel_link"] == false);
}

TEST_CASE("the same audit gives the same bytes in the order of the contract") {
  const std::string text = write_json(sample_audit());
  CHECK(text == write_json(sample_audit()));
  CHECK(text.rfind("{\"format\":\"touchstone-audit/1\",\"generator\":", 0) == 0);
  CHECK(text.find('\n') == text.size() - 1);
}

TEST_CASE("an audit without a score says null, not zero") {
  Audit audit = sample_audit();
  audit.score = {std::nullopt, 30};
  const auto json = nlohmann::json::parse(write_json(audit));
  CHECK(json["score"].is_null());
  CHECK(json["verdict"].is_null());
}

TEST_CASE("bytes that are no UTF-8 do not break the JSON") {
  Audit audit = sample_audit();
  audit.name = "caf\xE9";
  CHECK(nlohmann::json::parse(write_json(audit))["subject"]["name"] == "caf\xEF\xBF\xBD");
}

}  // namespace touchstone
