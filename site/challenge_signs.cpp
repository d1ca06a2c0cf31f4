#include "site/challenge_signs.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t sparse_text = 600;         // characters
constexpr std::size_t bare_text = 200;           // characters
constexpr std::size_t source_read = 256 * 1024;  // bytes; challenge pages are small

// All that is given must hold.
struct Sign {
  std::string header, value;  // the field is there; its value holds `value`
  std::string cookie;         // a cookie is set whose name begins so
  std::string body, title;    // the source, the title holds this
  std::vector<int> status;    // one of these; empty: any
  bool sparse = false;        // little visible text and hardly a link
  bool bare = false;          // next to no visible text and no link
  bool no_links = false;      // no link to the own site
  bool no_content = false;    // nothing to fill in either
};

struct Vendor {
  std::string by;
  std::vector<Sign> signs;
};

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

Sign read_sign(const nlohmann::json& entry) {
  Sign sign;
  sign.header = entry.value("header", "");
  sign.value = entry.value("value", "");
  sign.cookie = entry.value("cookie", "");
  sign.body = entry.value("body", "");
  sign.title = entry.value("title", "");
  sign.status = entry.value("status", std::vector<int>());
  sign.sparse = entry.value("sparse", false);
  sign.bare = entry.value("bare", false);
  sign.no_links = entry.value("no_links", false);
  sign.no_content = entry.value("no_content", false);
  return sign;
}

const std::vector<Vendor>& vendors() {
  static const std::vector<Vendor> all = [] {
    std::vector<Vendor> read;
    const auto file = nlohmann::json::parse(embedded_file("site/data/challenges.json"));
    for (const auto& entry : file) {
      Vendor& vendor = read.emplace_back();
      vendor.by = entry.at("by").get<std::string>();
      for (const auto& sign : entry.at("signs")) vendor.signs.push_back(read_sign(sign));
    }
    return read;
  }();
  return all;
}

bool sets_cookie(const Headers& headers, std::string_view name_begins) {
  const auto fields = headers.all("set-cookie");
  return std::any_of(fields.begin(), fields.end(),
                     [&](std::string_view field) { return lower(field).starts_with(name_begins); });
}

bool holds(const Sign& sign, const Answer& answer) {
  const Headers& headers = answer.fetch.headers();
  const auto& status = sign.status;
  if (!status.empty() &&
      std::find(status.begin(), status.end(), answer.fetch.status()) == status.end()) {
    return false;
  }
  const bool sparse = answer.characters < sparse_text && answer.internal_links < 3;
  const bool bare = answer.characters < bare_text && answer.internal_links == 0;
  if ((sign.sparse && !sparse) || (sign.bare && !bare)) return false;
  if (sign.no_links && answer.internal_links > 0) return false;
  if (sign.no_content && answer.has_fields) return false;
  if (!sign.header.empty()) {
    const auto value = headers.get(sign.header);
    if (!value || lower(*value).find(sign.value) == std::string::npos) return false;
  }
  if (!sign.cookie.empty() && !sets_cookie(headers, sign.cookie)) return false;
  if (!sign.title.empty() && answer.title.find(sign.title) == std::string::npos) return false;
  return sign.body.empty() || answer.source.find(sign.body) != std::string::npos;
}

}  // namespace

Answer answer_of(const Page& page) {
  Answer answer{page.fetch(),          lower(std::string_view(page.html()).substr(0, source_read)),
                fold(page.title()),    0,
                page.internal_links(), false};
  const std::string& text = page.text();
  answer.characters = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  for (const Form& form : page.forms()) {
    for (const Field& field : form.fields) {
      answer.has_fields = answer.has_fields || (field.type != "hidden" && field.type != "submit");
    }
  }
  return answer;
}

Answer answer_of(const Fetch& fetch) {
  return {fetch, lower(std::string_view(fetch.body).substr(0, source_read)),
          {},    fetch.body.size(),
          0,     false};
}

std::optional<std::string> challenger(const Answer& answer) {
  for (const Vendor& vendor : vendors()) {
    for (const Sign& sign : vendor.signs) {
      if (holds(sign, answer)) return vendor.by;
    }
  }
  return std::nullopt;
}

}  // namespace touchstone
