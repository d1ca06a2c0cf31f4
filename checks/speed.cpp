#include "checks/speed.h"

#include <algorithm>

#include "checks/paint.h"

namespace touchstone {

namespace {

// One round trip is what TCP needed to connect, on the last hop that connected afresh.
std::int64_t round_trip_of(const Fetch& fetch) {
  for (auto hop = fetch.hops.rbegin(); hop != fetch.hops.rend(); ++hop) {
    if (hop->timing.connect > 0) {
      return std::max<std::int64_t>(0, hop->timing.connect - hop->timing.name_lookup);
    }
  }
  return 0;
}

std::optional<TimingSample> sample_of(const Fetch& fetch) {
  if (!fetch.ok() || fetch.first_byte_us() <= 0) return std::nullopt;
  const Timing& last = fetch.hops.back().timing;
  TimingSample sample;
  sample.first_byte = fetch.first_byte_us();
  sample.round_trip = round_trip_of(fetch);
  sample.server_wait =
      std::max<std::int64_t>(0, last.first_byte - last.pretransfer - sample.round_trip);
  return sample;
}

}  // namespace

std::vector<TimingSample> timing_samples(const Site& site) {
  std::vector<TimingSample> samples;
  for (const Visit* visit : site.visits(Role::timing)) {
    if (const auto sample = sample_of(visit->fetch)) samples.push_back(*sample);
  }
  // Of many samples the first one is left out, because it warms the server's caches; of a quick
  // audit's three it would leave two, which have no middle. Their median passes over one slow start
  // as well.
  constexpr std::size_t needed_for_a_middle = 3;
  if (samples.size() > needed_for_a_middle) samples.erase(samples.begin());
  if (samples.empty()) {
    const Visit* home = site.visit(Role::home);
    if (home) {
      if (const auto sample = sample_of(home->fetch)) samples.push_back(*sample);
    }
  }
  return samples;
}

std::optional<std::int64_t> median(std::vector<std::int64_t> values) {
  if (values.empty()) return std::nullopt;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Weight weigh(const Site& site, const std::vector<LoadedFile>& files) {
  Weight weight;
  if (const Page* home = site.home()) {
    weight.html = home->fetch().wire_bytes;
    if (home->fetch().truncated) weight.total_unknown = Reason::truncated;
  }
  weight.total = weight.html;
  for (const LoadedFile& file : files) {
    if (file.kind == Resource::Kind::frame) continue;
    const bool script = file.kind == Resource::Kind::script;
    weight.total += file.bytes;
    if (script) weight.scripts += file.bytes;
    if (file.unseen) weight.every_file_seen = false;
    if (may_weigh(site, file)) {
      if (!weight.total_unknown) weight.total_unknown = file.unseen;
      if (script && !weight.scripts_unknown) weight.scripts_unknown = file.unseen;
    }
  }
  return weight;
}

std::int64_t kibibytes(std::int64_t bytes) {
  return (bytes + 512) / 1024;
}

std::int64_t milliseconds(std::int64_t microseconds) {
  return (microseconds + 500) / 1000;
}

Speed measure_speed(const Site& site) {
  Speed speed;
  std::vector<std::int64_t> first_bytes;
  for (const TimingSample& sample : timing_samples(site)) first_bytes.push_back(sample.first_byte);
  if (const auto middle = median(first_bytes)) speed.first_byte_ms = milliseconds(*middle);
  if (!site.home()) return speed;
  const auto files = loaded_files(site);
  speed.bytes = weigh(site, files).total;
  speed.requests = static_cast<std::int64_t>(files.size()) + 1;
  if (home_unreadable_because(site)) return speed;
  if (const Paint paint = paint_of(site, files); paint.inputs) {
    speed.fcp_ms = first_paint_ms(*paint.inputs);
    speed.lcp_ms = largest_paint_ms(*paint.inputs);
  }
  return speed;
}

}  // namespace touchstone
