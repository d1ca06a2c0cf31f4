#include <algorithm>
#include <charconv>
#include <chrono>
#include <unordered_map>

#include "checks/check.h"
#include "checks/loaded_files.h"
#include "site/http_text.h"
#include "site/media_type.h"

namespace touchstone::checks {

extern const Check caching;

namespace {

using std::chrono::seconds;

constexpr seconds a_week = std::chrono::days(7);

// The value of a directive: "" where it has none; absent where it does not stand there.
std::optional<std::string> directive(const Headers& headers, std::string_view name) {
  for (const std::string_view field : headers.all("cache-control")) {
    for (std::size_t at = 0; at < field.size();) {
      const auto end = std::min(field.find(',', at), field.size());
      const auto item = trimmed(field.substr(at, end - at));
      const auto equals = std::min(item.find('='), item.size());
      if (lower_ascii(trimmed(item.substr(0, equals))) == name) {
        std::string value(trimmed(item.substr(std::min(equals + 1, item.size()))));
        std::erase(value, '"');
        return value;
      }
      at = end + 1;
    }
  }
  return std::nullopt;
}

// How long a browser may use the answer without asking (RFC 9111 section 4.2.1), heuristics left
// out; a number too large to read is forever.
seconds lifetime(const Fetch& fetch) {
  const Headers& headers = fetch.headers();
  if (directive(headers, "no-store") || directive(headers, "no-cache")) return seconds(0);
  if (const auto age = directive(headers, "max-age")) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(age->data(), age->data() + age->size(), value);
    if (error == std::errc::result_out_of_range) return a_week;
    return seconds(std::max<std::int64_t>(value, 0));
  }
  const auto field = headers.get("expires");
  const auto expires = field ? parse_http_date(*field) : std::nullopt;
  if (!expires) return seconds(0);
  const auto dated = headers.get("date");
  const Time date = (dated ? parse_http_date(*dated) : std::nullopt).value_or(fetch.when);
  return std::chrono::duration_cast<seconds>(*expires - date);
}

// Files that do not change with the visitor: not the page itself, and not what strangers send.
bool is_static(const Site& site, const LoadedFile& file) {
  return file.kind != Resource::Kind::frame && file.visit && !file.unseen &&
         file.visit->fetch.ok() && site.is_own(file.visit->fetch.answered());
}

std::string caching_fields(const Headers& headers) {
  std::string text;
  for (const auto* name : {"cache-control", "expires", "etag", "last-modified"}) {
    const auto value = headers.get(name);
    if (value) text += (text.empty() ? "" : "; ") + std::string(name) + ": " + std::string(*value);
  }
  return text.empty() ? "no field about keeping" : text.substr(0, 200);
}

void say_lifetimes(Facts& facts, const std::vector<const Fetch*>& files) {
  std::size_t kept = 0;
  std::vector<Evidence> evidence;
  for (const Fetch* file : files) {
    if (lifetime(*file) >= a_week) {
      ++kept;
    } else if (evidence.size() < 20) {
      evidence.push_back(
          {file->answered().href(), "cache-control", caching_fields(file->headers())});
    }
  }
  facts.say("kept_for_a_week", static_cast<int>(100 * kept / files.size()), std::move(evidence));
}

// The second answer has what the first had, though we said that we have it.
bool is_same(const Fetch& first, const Fetch& again) {
  for (const auto* name : {"etag", "last-modified"}) {
    const auto a = first.headers().get(name), b = again.headers().get(name);
    if (a && b) return *a == *b;
  }
  return !again.body.empty() && again.body == first.body;
}

// A file asked again with what it named itself by: "not modified" saves all its bytes.
void say_asked_again(Facts& facts, const Site& site, const std::vector<const Fetch*>& files) {
  const bool named = std::any_of(files.begin(), files.end(), [](const Fetch* file) {
    return file->headers().has("etag") || file->headers().has("last-modified");
  });
  facts.say("validators", named,
            {{files.front()->answered().href(), "etag, last-modified",
              caching_fields(files.front()->headers())}});
  std::unordered_map<std::string, const Fetch*> first;
  for (const Fetch* file : files) {
    first[file->asked.href()] = file;
    first[file->answered().href()] = file;
  }
  int unchanged = 0, sent_again = 0;
  std::vector<Evidence> evidence;
  for (const Visit* visit : site.visits(Role::revalidation)) {
    const auto known = first.find(visit->fetch.asked.href());
    const int status = visit->fetch.status();
    if (visit->fetch.fault || known == first.end()) continue;
    unchanged += status == 304 ? 1 : 0;
    sent_again += status == 200 && is_same(*known->second, visit->fetch) ? 1 : 0;
    evidence.push_back({visit->fetch.asked.href(), "status", std::to_string(status)});
  }
  if (unchanged + sent_again > 0 || !named) {
    facts.say("unchanged", unchanged, std::move(evidence));
  } else {
    facts.unknown("unchanged",
                  site.recording().foreign ? Reason::not_captured : Reason::insufficient_evidence);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_unreadable_because(site)) return all_unknown(caching, *why);
  std::vector<const Fetch*> files;
  std::optional<Reason> unseen;
  for (const LoadedFile& file : loaded_files(site)) {
    if (site.is_own(file.url) && file.kind != Resource::Kind::frame && file.unseen) {
      unseen = file.unseen;
    }
    if (is_static(site, file)) files.push_back(&file.visit->fetch);
  }
  if (files.empty()) return unseen ? all_unknown(caching, *unseen) : all_not_applicable(caching);
  Facts facts;
  say_lifetimes(facts, files);
  say_asked_again(facts, site, files);
  return facts;
}

}  // namespace

const Check caching{
    "caching",
    {{"kept_for_a_week", "%", "of the site's own files, those a browser may keep for seven days"},
     {"validators", "", "files have an ETag or Last-Modified to ask again by"},
     {"unchanged", "", "files asked again that were answered \"not modified\""}},
    measure};

}  // namespace touchstone::checks
