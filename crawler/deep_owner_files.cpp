#include <algorithm>

#include "crawler/address_key.h"
#include "crawler/deep_owner.h"
#include "site/sitemap.h"

namespace touchstone {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_sleep{500};
constexpr std::size_t robots_bytes = 600u << 10, sitemap_bytes = 50u << 20;
constexpr std::size_t most_sitemaps = 1'000;
constexpr int no_depth = -1;  // no link leads there

}  // namespace

bool DeepOwner::allowed(const Url& url) {
  if (gate_.look_at_host(url) == RobotsGate::Answer::unknown) ask_for_robots(url);
  return url == home_ || gate_.look(url) == RobotsGate::Answer::allowed;
}

void DeepOwner::ask_for_robots(const Url& url) {
  const Url place = RobotsGate::robots_of(url);
  auto answer = fetch(place, robots_bytes);
  for (const auto wait : options_.retry_pauses) {
    gate_.answered(url, answer);
    if (gate_.look_at_host(url) != RobotsGate::Answer::unreachable) break;
    pause(wait);
    answer = fetch(place, robots_bytes);
  }
  gate_.answered(url, answer);
  if (const auto delay = gate_.delay(url)) manners_.keep_apart(*delay);
  if (const auto* robots = gate_.robots(url)) {
    for (const auto& text : robots->sitemaps())
      if (const auto sitemap = place.resolve(text)) plan_sitemap(*sitemap);
  }
}

Fetch DeepOwner::fetch(const Url& url, std::size_t body_limit, const TakePart& take_part) {
  ++totals_.requests;
  Request request{.url = url};
  request.body_limit = body_limit;
  request.stream = request.drop_body = static_cast<bool>(take_part);
  const Ticket ticket = network_.ask(std::move(request));
  for (bool wanted = true; wanted && network_.under_way() > 0 && !interrupted();) {
    for (auto& event : network_.wait(longest_sleep)) {
      if (event.ticket != ticket) continue;
      if (event.kind == Event::Kind::body_part && take_part) {
        wanted = wanted && take_part(event.fetch ? &*event.fetch : nullptr, event.part);
      } else if (event.kind == Event::Kind::fetched) {
        totals_.bytes += event.fetch->wire_bytes;
        return std::move(*event.fetch);
      }
    }
  }
  network_.cancel(ticket);
  return {url, "GET", {}, {}, false, 0, Fault{FaultKind::interrupted, ""}, 1, {}};
}

void DeepOwner::pause(milliseconds at_most) {
  const auto until = now() + at_most;
  while (now() < until && !interrupted()) network_.wait(std::min(longest_sleep, until - now()));
}

void DeepOwner::plan_sitemap(const Url& url) {
  if (sitemaps_.size() == most_sitemaps) return;
  if (std::find(sitemaps_.begin(), sitemaps_.end(), url) == sitemaps_.end())
    sitemaps_.push_back(url);
}

// One after the other, when all that links lead to was asked for: what only a sitemap knows comes
// last.
bool DeepOwner::read_a_sitemap() {
  if (sitemaps_read_ == 0) plan_sitemap(home_.with_path("/sitemap.xml"));
  if (sitemaps_read_ == sitemaps_.size()) return false;
  const Url place = sitemaps_[sitemaps_read_++];
  if (!own_.hold(place.href()) || !allowed(place)) return true;
  pause(std::max(milliseconds(0), manners_.next_turn() - now()));
  // Read as it streams by: a sitemap may be as large as all else that is held together.
  std::optional<SitemapStream> stream;
  const auto take = [&](const Url& url) {
    if (!own_.hold(url.href()) || url.href().size() > longest_address) return;
    if (stream->kind() == Sitemap::Kind::index) return plan_sitemap(url);
    meet(url.href(), address_key(url.href()), nullptr, no_depth, 0);
  };
  file_.begin();
  fetch(place, sitemap_bytes, [&](const Fetch* head, std::string_view part) {
    if (head && head->status() == 200) stream.emplace(head->answered(), take);
    return stream && stream->add(part);
  });
  if (stream) stream->finish();
  file_.commit();
  return true;
}

}  // namespace touchstone
