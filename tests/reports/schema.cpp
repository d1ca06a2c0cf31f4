#include "tests/reports/schema.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "site/embedded.h"

namespace touchstone {

std::vector<std::string> schema_violations(const std::string& json, const std::string& file) {
  const auto schema_json = nlohmann::json::parse(embedded_file(file));
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  const auto audit = nlohmann::json::parse(json);
  valijson::Validator validator;
  valijson::ValidationResults results;
  validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(audit), &results);
  std::vector<std::string> violations;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    std::string where;
    for (const auto& part : error.context) where += part;
    violations.push_back(where + ": " + error.description);
  }
  return violations;
}

}  // namespace touchstone
