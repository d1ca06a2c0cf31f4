#include "checks/paint.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_set>

#include "checks/presence/image.h"

namespace touchstone {

namespace {

// Lighthouse's slow phone line: 150 ms of round trip, 1.6 Mbit/s.
constexpr std::int64_t kRoundTrip = 150;
constexpr std::int64_t kBytesPerSecond = 204'800;

// DNS and TCP, and TLS with one round trip (1.3) or two (1.2).
std::int64_t connecting_ms(const PaintInputs& in) {
  return kRoundTrip * (!in.https ? 2 : in.tls13 ? 3 : 4);
}

std::int64_t transfer_ms(std::int64_t bytes) {
  return bytes * 1000 / kBytesPerSecond;
}

std::int64_t html_ms(const PaintInputs& in) {
  const std::int64_t connecting = connecting_ms(in);
  return connecting + in.redirects_same_host * kRoundTrip +
         in.redirects_new_host * (connecting + kRoundTrip) + kRoundTrip + in.server_wait +
         transfer_ms(in.html);
}

std::int64_t critical_ms(const PaintInputs& in) {
  return (in.any_blocking ? kRoundTrip : 0) + (in.blocking_elsewhere ? connecting_ms(in) : 0);
}

// A millisecond for each KiB of script that the first paint waits for.
std::int64_t script_ms(const PaintInputs& in) {
  return kibibytes(in.blocking_scripts);
}

// The picture's side by its attribute; 0: not said, or not in pixels.
int declared(const Element& picture, std::string_view side) {
  const auto text = picture.attribute(side);
  int pixels = 0;
  if (!text || text->ends_with('%')) return 0;
  std::from_chars(text->data(), text->data() + text->size(), pixels);
  return pixels;
}

// By its attributes, and where they say nothing by its own pixels.
bool is_hero_sized(const LoadedFile& file) {
  constexpr int least_width = 300, least_height = 150;
  const Element& element = file.resource->element;
  int width = declared(element, "width"), height = declared(element, "height");
  if ((width == 0 || height == 0) && file.visit) {
    const Image image = read_image(file.visit->fetch.body);
    if (width == 0) width = image.width;
    if (height == 0) height = image.height;
  }
  return width >= least_width && height >= least_height;
}

// Nothing was painted: the address is dead.
bool is_dead(const LoadedFile& file) {
  return !file.unseen && file.visit && !file.visit->fetch.ok();
}

bool blocks(const LoadedFile& file) {
  return file.blocking &&
         (file.kind == Resource::Kind::stylesheet || file.kind == Resource::Kind::script);
}

void count_redirects(const Fetch& fetch, PaintInputs& in) {
  for (std::size_t i = 1; i < fetch.hops.size(); ++i) {
    const bool same = fetch.hops[i].url.host() == fetch.hops[i - 1].url.host();
    ++(same ? in.redirects_same_host : in.redirects_new_host);
  }
}

bool speaks_tls13(const Fetch& fetch) {
  const auto& certificate = fetch.hops.back().certificate;
  return !certificate || certificate->protocol.empty() || certificate->protocol == "TLSv1.3";
}

}  // namespace

std::int64_t first_paint_ms(const PaintInputs& in) {
  return html_ms(in) + critical_ms(in) + transfer_ms(in.blocking) + script_ms(in);
}

std::int64_t largest_paint_ms(const PaintInputs& in) {
  if (in.candidate == PaintInputs::Candidate::text) return first_paint_ms(in);
  const std::int64_t reaching = kRoundTrip + (in.image_elsewhere ? connecting_ms(in) : 0);
  if (in.candidate == PaintInputs::Candidate::late_image) {
    return first_paint_ms(in) + reaching + transfer_ms(in.image);
  }
  return html_ms(in) + std::max(critical_ms(in), reaching) + transfer_ms(in.blocking + in.image) +
         script_ms(in);
}

const LoadedFile* hero_of(const Site& site, const std::vector<LoadedFile>& files) {
  const Page* home = site.home();
  if (!home || !home->document()) return nullptr;
  std::unordered_set<const void*> in_main;
  for (const Element& picture : home->document()->find("//main//img | //*[@role='main']//img")) {
    in_main.insert(picture.node());
  }
  constexpr int pictures_looked_at = 10;
  int looked_at = 0;
  const LoadedFile* poster = nullptr;
  for (const LoadedFile& file : files) {
    if (!file.resource || is_dead(file)) continue;
    if (file.kind == Resource::Kind::poster && !poster) poster = &file;
    const Element& element = file.resource->element;
    if (file.kind != Resource::Kind::image || element.name() != "img") continue;
    if (!in_main.empty() && !in_main.contains(element.node())) continue;
    if (++looked_at > pictures_looked_at) break;
    if (is_hero_sized(file)) return &file;
  }
  return poster;
}

Paint paint_of(const Site& site, const std::vector<LoadedFile>& files) {
  Paint paint;
  paint.why = home_unreadable_because(site);
  if (paint.why) return paint;
  const Fetch& fetch = site.home()->fetch();
  std::vector<std::int64_t> waits;
  for (const TimingSample& sample : timing_samples(site)) waits.push_back(sample.server_wait);
  if (waits.empty()) {
    paint.why = Reason::not_captured;
    return paint;
  }
  PaintInputs in;
  in.https = fetch.answered().is_https();
  in.tls13 = speaks_tls13(fetch);
  in.server_wait = milliseconds(*median(waits));
  in.html = fetch.wire_bytes;
  count_redirects(fetch, in);
  const std::string_view home_host = fetch.answered().host();
  for (const LoadedFile& file : files) {
    if (!blocks(file)) continue;
    if (may_weigh(site, file)) paint.why = file.unseen;
    in.any_blocking = true;
    in.blocking_elsewhere = in.blocking_elsewhere || file.url.host() != home_host;
    in.blocking += file.bytes;
    if (file.kind == Resource::Kind::script) in.blocking_scripts += file.bytes;
  }
  paint.hero = hero_of(site, files);
  if (paint.hero) {
    if (paint.hero->unseen) paint.why = paint.hero->unseen;
    in.candidate =
        paint.hero->lazy ? PaintInputs::Candidate::late_image : PaintInputs::Candidate::eager_image;
    in.image = paint.hero->bytes;
    in.image_elsewhere = paint.hero->url.host() != home_host;
  }
  if (!paint.why) paint.inputs = in;
  return paint;
}

}  // namespace touchstone
