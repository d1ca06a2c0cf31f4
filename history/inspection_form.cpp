#include "history/inspection_form.h"

#include <zlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "history/facts_form.h"
#include "history/presence_form.h"
#include "site/gunzip.h"

namespace touchstone {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_bytes = 64u << 20;  // unpacked; far more than any audit has
constexpr int form_version = 1;

Json json_of(Time time) {
  return time.time_since_epoch().count();
}

Time time_from(const Json& json) {
  return Time(std::chrono::milliseconds(json.get<std::int64_t>()));
}

template <typename Named>
Json json_of_named(const std::optional<Named>& value) {
  return value ? Json(std::string(to_string(*value))) : Json(nullptr);
}

Json json_of(const Audit::Speed& speed) {
  return Json::array({json_of_optional(speed.first_byte_ms), json_of_optional(speed.bytes),
                      json_of_optional(speed.requests), json_of_optional(speed.fcp_ms),
                      json_of_optional(speed.lcp_ms)});
}

Audit::Speed speed_from(const Json& json) {
  const auto part = [&](std::size_t at) { return optional_from<std::int64_t>(json.at(at)); };
  return {part(0), part(1), part(2), part(3), part(4)};
}

Json json_of(const std::map<std::string, Time, std::less<>>& looked) {
  Json json = Json::object();
  for (const auto& [touchpoint, time] : looked) json[touchpoint] = json_of(time);
  return json;
}

// Without the bytes of the icon, which a store need not keep.
Json json_of(const SearchPreview& preview) {
  return Json::array({preview.name, preview.address, preview.title, preview.snippet,
                      preview.title_cut, preview.snippet_cut, preview.icon});
}

SearchPreview preview_from(const Json& json) {
  const auto text = [&](std::size_t at) { return json.at(at).get<std::string>(); };
  return {text(0), text(1), text(2), text(3), json.at(4).get<bool>(), json.at(5).get<bool>(),
          text(6), ""};
}

Json json_of(const Inspection& seen) {
  Json blocked = nullptr;
  if (seen.blocked) blocked = Json::array({seen.blocked->by, seen.blocked->status});
  return {{"form", form_version},
          {"asked", seen.asked},
          {"answered", seen.answered},
          {"host", seen.host},
          {"name", seen.name},
          {"taken", json_of(seen.taken)},
          {"elapsed_ms", seen.elapsed_ms},
          {"closed", json_of_named(seen.closed)},
          {"blocked", std::move(blocked)},
          {"counts", Json::array({seen.pages, seen.requests, seen.bytes})},
          {"notes", seen.notes},
          {"unreached", seen.unreached},
          {"home_unanswered", seen.home_unanswered},
          {"fault", json_of_named(seen.fault)},
          {"speed", json_of(seen.speed)},
          {"presence", json_of(seen.presence)},
          {"preview", json_of(seen.search_preview)},
          {"profile", Json::array({seen.profile.id, seen.profile.guessed, seen.profile.why,
                                   seen.profile.where})},
          {"looked", json_of(seen.looked)},
          {"facts", json_of(seen.measured)}};
}

// What an older touchstone did not write is as it would be of an audit of nothing.
void complete(Json& json, const Json& usual) {
  if (json.is_object() && usual.is_object()) {
    for (const auto& [name, value] : usual.items()) {
      const auto [place, fresh] = json.emplace(name, value);
      if (!fresh) complete(*place, value);
    }
  } else if (json.is_array() && usual.is_array()) {
    for (std::size_t i = json.size(); i < usual.size(); ++i) json.push_back(usual[i]);
  }
}

Inspection inspection_from(const Json& json) {
  if (json.at("form").get<int>() != form_version) throw FormError("of a form that is not known");
  Inspection seen;
  seen.asked = json.at("asked").get<std::string>();
  seen.answered = json.at("answered").get<std::string>();
  seen.host = json.at("host").get<std::string>();
  seen.name = json.at("name").get<std::string>();
  seen.taken = time_from(json.at("taken"));
  seen.elapsed_ms = json.at("elapsed_ms").get<std::int64_t>();
  if (const auto closed = optional_from<std::string>(json.at("closed"))) {
    seen.closed = reason_from(*closed);
  }
  if (const Json& blocked = json.at("blocked"); !blocked.is_null()) {
    seen.blocked = BlockedBy{blocked.at(0).get<std::string>(), blocked.at(1).get<int>()};
  }
  const Json& counts = json.at("counts");
  seen.pages = counts.at(0).get<std::int64_t>();
  seen.requests = counts.at(1).get<std::int64_t>();
  seen.bytes = counts.at(2).get<std::int64_t>();
  seen.notes = json.at("notes").get<std::vector<std::string>>();
  seen.unreached = json.at("unreached").get<bool>();
  seen.home_unanswered = json.at("home_unanswered").get<bool>();
  if (const auto fault = optional_from<std::string>(json.at("fault"))) {
    seen.fault = fault_kind_from(*fault);
  }
  seen.speed = speed_from(json.at("speed"));
  seen.presence = presence_from(json.at("presence"));
  seen.search_preview = preview_from(json.at("preview"));
  const Json& profile = json.at("profile");
  seen.profile = {profile.at(0).get<std::string>(), profile.at(1).get<bool>(),
                  profile.at(2).get<std::string>(), profile.at(3).get<std::string>()};
  for (const auto& [touchpoint, time] : json.at("looked").items()) {
    seen.looked.emplace(touchpoint, time_from(time));
  }
  seen.measured = measured_from(json.at("facts"));
  return seen;
}

std::string deflated(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string packed(size, '\0');
  const auto* bytes = reinterpret_cast<const Bytef*>(text.data());
  auto* room = reinterpret_cast<Bytef*>(packed.data());
  if (compress2(room, &size, bytes, text.size(), Z_BEST_COMPRESSION) != Z_OK) {
    throw FormError("not packed");
  }
  packed.resize(size);
  return packed;
}

std::string inflated(std::string_view bytes) {
  std::string text;
  const bool whole = gunzip(bytes, [&](std::string_view piece) {
    text += piece;
    return text.size() <= most_bytes;
  });
  if (!whole || text.size() > most_bytes) throw FormError("damaged");
  return text;
}

// What the rules of today ask and the checks of that day did not say.
void add_unknown(Inspection& seen) {
  for (const Check* check : all_checks()) {
    auto found = std::find_if(seen.measured.begin(), seen.measured.end(), [&](const Measured& one) {
      return one.touchpoint == check->touchpoint;
    });
    if (found == seen.measured.end()) {
      found = seen.measured.insert(seen.measured.end(), {std::string(check->touchpoint), {}});
    }
    for (const auto& fact : check->facts) {
      if (!found->facts.find(fact.name)) found->facts.unknown(fact.name, Reason::not_captured);
    }
  }
}

}  // namespace

std::string pack(const Inspection& inspection) {
  return deflated(json_of(inspection).dump(-1, ' ', false, Json::error_handler_t::replace));
}

Inspection unpack(std::string_view bytes) {
  const std::string text = inflated(bytes);
  try {
    Json json = Json::parse(text);
    complete(json, json_of(Inspection{}));
    Inspection seen = inspection_from(json);
    add_unknown(seen);
    return seen;
  } catch (const std::exception& error) {
    throw FormError(error.what());
  }
}

}  // namespace touchstone
