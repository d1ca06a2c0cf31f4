#include <algorithm>
#include <set>

#include "checks/check.h"
#include "site/embedded.h"
#include "site/media_type.h"

namespace touchstone::checks {

extern const Check compression;

namespace {

// Below one TCP segment nothing is won (Lighthouse leaves such files out).
constexpr std::size_t kWorthCompressing = 1'400;

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

// The codings that compress, of RFC 9110 section 8.4.1, RFC 7932 and RFC 8878; "" for none.
std::string coding_of(const Fetch& fetch) {
  const auto field = fetch.headers().get("content-encoding");
  const std::string coding = field ? lowered(*field) : "";
  return coding == "identity" ? "" : coding;
}

bool is_text(const Fetch& fetch) {
  const auto field = fetch.headers().get("content-type");
  const auto type = field ? parse_media_type(*field) : std::nullopt;
  if (!type) return false;
  const auto list = embedded_list("checks/data/text-types.txt");
  return type->essence.starts_with("text/") || type->essence.ends_with("+json") ||
         type->essence.ends_with("+xml") ||
         std::find(list.begin(), list.end(), type->essence) != list.end();
}

bool is_judged(const Site& site, const Visit& visit) {
  const Fetch& fetch = visit.fetch;
  return keeps_body(visit.role) && fetch.ok() && fetch.method == "GET" &&
         site.is_own(fetch.answered()) && fetch.body.size() >= kWorthCompressing && is_text(fetch);
}

void say_share(const Site& site, Facts& facts) {
  std::size_t all = 0, compressed = 0;
  std::vector<Evidence> evidence;
  std::set<std::string> counted;
  for (const Visit& visit : site.recording().visits) {
    const std::string& address = visit.fetch.answered().href();
    if (!is_judged(site, visit) || !counted.insert(address).second) continue;
    all += visit.fetch.body.size();
    if (!coding_of(visit.fetch).empty()) {
      compressed += visit.fetch.body.size();
    } else if (evidence.size() < 10) {
      evidence.push_back(
          {address, "content-encoding", std::to_string(visit.fetch.body.size()) + " bytes, none"});
    }
  }
  if (all == 0) {
    facts.not_applicable("share");
    return;
  }
  facts.say("share", static_cast<std::int64_t>(compressed * 100 / all), std::move(evidence));
}

// Another tool may not have said that it takes compressed answers (wget does not): then plain ones
// say nothing of the server.
bool compresses_anything(const Site& site) {
  const auto& visits = site.recording().visits;
  return std::any_of(visits.begin(), visits.end(), [&](const Visit& visit) {
    return is_judged(site, visit) && !coding_of(visit.fetch).empty();
  });
}

void say_coding(const Fetch& home, Facts& facts) {
  const std::string coding = coding_of(home);
  const std::vector<Evidence> read{{home.answered().href(), "content-encoding", coding}};
  if (coding.empty() && home.body.size() < kWorthCompressing) {
    facts.not_applicable("html_coding");
  } else if (coding.empty()) {
    facts.absent("html_coding", read);
  } else {
    facts.say("html_coding", coding, read);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto closed = site.closed_because()) return all_unknown(compression, *closed);
  if (!site.home()) {
    return all_unknown(compression, site.recording().foreign ? Reason::not_captured
                                                             : Reason::insufficient_evidence);
  }
  if (site.recording().foreign && !compresses_anything(site)) {
    return all_unknown(compression, Reason::not_captured);
  }
  Facts facts;
  say_share(site, facts);
  say_coding(site.home()->fetch(), facts);
  return facts;
}

}  // namespace

const Check compression{"compression",
                        {{"share", "%", "share of the site's text that travels compressed"},
                         {"html_coding", "", "how the home page is compressed"}},
                        measure};

}  // namespace touchstone::checks
