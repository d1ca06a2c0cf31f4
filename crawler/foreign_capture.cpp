#include "crawler/foreign_capture.h"

#include <algorithm>

#include "crawler/http_message.h"
#include "site/http_text.h"
#include "site/media_type.h"

namespace touchstone {
namespace {

constexpr std::size_t body_limit = 5u << 20;  // as Request::body_limit
constexpr int most_hops = 20;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string essence_of(const Hop& hop) {
  const auto type = parse_media_type(hop.headers.get("content-type").value_or(""));
  return type ? type->essence : "";
}

bool looks_like_html(std::string_view body) {
  const auto start = lower_ascii(body.substr(0, 512));
  return start.find("<!doctype html") != start.npos || start.find("<html") != start.npos;
}

// A role that the address alone tells; these answers are no pages, whatever they hold.
std::optional<Role> role_of_path(std::string_view path) {
  if (path == "/robots.txt") return Role::robots;
  if (path == "/favicon.ico") return Role::root_icon;
  if (path.ends_with(".webmanifest") || path.ends_with("/manifest.json")) return Role::manifest;
  if (path.find("sitemap") != path.npos && (path.ends_with(".xml") || path.ends_with(".xml.gz")))
    return Role::sitemap;
  return std::nullopt;
}

Role role_of(const Fetch& fetch, bool home_seen) {
  if (const auto role = role_of_path(fetch.asked.path())) return *role;
  if (fetch.hops.empty()) return Role::resource;
  const auto essence = essence_of(fetch.hops.back());
  if (essence == "text/html" || essence == "application/xhtml+xml" ||
      (essence.empty() && looks_like_html(fetch.body))) {
    return home_seen || is_redirect(fetch.status()) ? Role::page : Role::home;
  }
  const auto path = fetch.asked.path();
  const auto file = path.substr(path.rfind('/') + 1);
  if (essence.starts_with("image/") && file.find("icon") != file.npos) return Role::icon;
  return Role::resource;
}

}  // namespace

void ForeignCapture::take(WarcRecord record) {
  if (record.type() == "request") return take_request(record);
  if (record.type() == "response" || record.type() == "revisit") take_response(record);
}

// Requests may stand before or behind their answers; they matter for methods other than GET.
void ForeignCapture::take_request(const WarcRecord& record) {
  const std::string method =
      record.block.substr(0, std::min<std::size_t>(record.block.find(' '), 16));
  methods_.emplace(record.id(), method);
  if (const auto answer = record.get("WARC-Concurrent-To")) methods_.emplace(*answer, method);
}

void ForeignCapture::take_response(const WarcRecord& record) {
  const auto url = Url::parse(record.target());
  if (!url) return;
  auto message = parse_http_message(record.block, body_limit);
  if (!message) return;
  const auto method_of = [&](std::string_view id) {
    const auto found = methods_.find(std::string(id));
    return found == methods_.end() ? "" : found->second;
  };
  Exchange exchange{.hop = {.url = url->without_fragment(),
                            .headers = std::move(message->headers),
                            .timing = {},
                            .http_version = std::move(message->http_version),
                            .address = std::string(record.get("WARC-IP-Address").value_or("")),
                            .certificate = {}},
                    .body = std::move(message->body),
                    .fault = {}};
  exchange.hop.status = message->status;
  exchange.truncated = !message->whole || record.get("WARC-Truncated");
  exchange.wire_bytes = message->wire_bytes;
  auto method = method_of(record.id());
  if (method.empty()) method = method_of(record.get("WARC-Concurrent-To").value_or(""));
  if (!method.empty()) exchange.method = method;
  if (exchange.method != "GET" && exchange.method != "HEAD") return;
  if (exchange.method == "HEAD") exchange.truncated = false;
  if (!message->decoded)
    exchange.fault = {FaultKind::not_captured, "stored in a content coding that is not read"};
  if (record.type() == "revisit" && exchange.body.empty())
    exchange.fault = {FaultKind::not_captured, "a revisit record, its body stands elsewhere"};
  exchange.when = parse_rfc3339(record.get("WARC-Date").value_or("")).value_or(Time{});
  first_ = std::min(first_.value_or(exchange.when), exchange.when);
  last_ = std::max(last_.value_or(exchange.when), exchange.when);
  unused_[exchange.hop.url.href()].insert(exchanges_.size());
  exchanges_.push_back(std::move(exchange));
}

// The answer that a redirect led to: rather one that came behind it.
std::optional<std::size_t> ForeignCapture::answer_to(const Url& url, std::size_t after) const {
  const auto found = unused_.find(url.without_fragment().href());
  if (found == unused_.end() || found->second.empty()) return std::nullopt;
  const auto next = found->second.upper_bound(after);
  return next == found->second.end() ? *found->second.begin() : *next;
}

Fetch ForeignCapture::chain_from(std::size_t first) {
  Fetch fetch{.asked = exchanges_[first].hop.url, .hops = {}, .body = {}, .fault = {}};
  fetch.when = exchanges_[first].when;
  for (std::optional<std::size_t> at = first; at;) {
    auto& exchange = exchanges_[*at];
    unused_[exchange.hop.url.href()].erase(*at);
    exchange.used = true;
    fetch.method = exchange.method;
    fetch.body = std::move(exchange.body);
    fetch.truncated = exchange.truncated;
    fetch.wire_bytes = exchange.wire_bytes;
    fetch.fault = exchange.fault;
    fetch.hops.push_back(std::move(exchange.hop));
    const auto& hop = fetch.hops.back();
    const auto location = hop.headers.get("location");
    if (!is_redirect(hop.status) || !location) break;
    const auto target = hop.url.resolve(*location);
    if (!target) {
      fetch.fault = {FaultKind::bad_redirect, std::string(*location)};
      break;
    }
    if (fetch.hops.size() > most_hops) {
      fetch.fault = {FaultKind::too_many_redirects, ""};
      break;
    }
    at = answer_to(*target, *at);
    if (!at) fetch.fault = {FaultKind::not_captured, "the redirect's target: " + target->href()};
  }
  return fetch;
}

std::optional<Recording> ForeignCapture::release() {
  if (exchanges_.empty()) return std::nullopt;
  std::vector<Visit> visits;
  std::optional<std::size_t> home;
  std::int64_t bytes = 0;
  for (const auto& exchange : exchanges_) bytes += exchange.wire_bytes;
  const auto requests = static_cast<std::int64_t>(exchanges_.size());
  for (std::size_t i = 0; i < exchanges_.size(); ++i) {
    if (exchanges_[i].used) continue;
    auto fetch = chain_from(i);
    const auto role = role_of(fetch, home.has_value());
    if (role == Role::home) home = visits.size();
    visits.push_back({.role = role,
                      .fetch = std::move(fetch),
                      .depth = role == Role::page ? 1 : 0,
                      .found_on = {},
                      .note = role == Role::icon        ? "link"
                              : role == Role::root_icon ? "default"
                                                        : ""});
  }
  // Without a page the first answer is what the company showed.
  if (!home) {
    home = 0;
    visits[0].role = Role::home;
  }
  Recording recording{
      .asked = visits[*home].fetch.asked, .visits = {}, .dns = {}, .notes = {}, .seed = {}};
  recording.visits = std::move(visits);
  recording.taken = *first_;
  recording.elapsed_ms = (*last_ - *first_).count();
  recording.requests = requests;
  recording.bytes = bytes;
  recording.foreign = true;
  recording.complete = false;
  return recording;
}

}  // namespace touchstone
