#include "site/registration.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "site/http_text.h"
#include "site/media_type.h"

namespace touchstone {
namespace {

constexpr std::size_t most = 50;  // events and statuses

std::string text_of(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// RFC 3339, as section 4.5 asks; fractions of a second are of no matter.
std::optional<Time> date_of(std::string text) {
  const auto dot = text.find('.');
  if (dot != text.npos)
    text.erase(dot, std::min(text.find_first_not_of("0123456789", dot + 1), text.size()) - dot);
  return parse_rfc3339(text);
}

}  // namespace

bool Registration::has_status(std::string_view status) const {
  return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

std::optional<Registration> read_registration(std::string_view json) {
  const auto object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object() || lower_ascii(text_of(object, "objectClassName")) != "domain") return {};
  Registration result;
  std::size_t looked_at = 0;
  if (object.contains("events") && object["events"].is_array())
    for (const auto& event : object["events"])
      if (++looked_at <= most && event.is_object() && text_of(event, "eventAction") == "expiration")
        result.expires = date_of(text_of(event, "eventDate"));
  if (object.contains("status") && object["status"].is_array())
    for (const auto& status : object["status"])
      if (status.is_string() && result.statuses.size() < most)
        result.statuses.push_back(lower_ascii(status.get<std::string>()));
  return result;
}

}  // namespace touchstone
