#pragma once

// The model of the largest contentful paint: no browser, only measured
// bytes and the server's wait, on the slow phone line that Lighthouse simulates. Always an
// estimate.

#include <cstdint>
#include <optional>
#include <vector>

#include "checks/speed.h"

namespace touchstone {

// What the model knows of a page. Bytes as transferred, times in milliseconds.
struct PaintInputs {
  bool https = true;
  bool tls13 = true;
  int redirects_same_host = 0, redirects_new_host = 0;
  std::int64_t server_wait = 0;
  std::int64_t html = 0;
  std::int64_t blocking = 0;          // stylesheets and scripts that the first paint waits for
  std::int64_t blocking_scripts = 0;  // of these, scripts
  bool any_blocking = false, blocking_elsewhere = false;
  enum class Candidate { text, eager_image, late_image } candidate = Candidate::text;
  std::int64_t image = 0;
  bool image_elsewhere = false;
};

std::int64_t first_paint_ms(const PaintInputs& inputs);    // text appears
std::int64_t largest_paint_ms(const PaintInputs& inputs);  // the candidate appears

// The picture that is probably the largest thing on the first screen: the first one in <main> (or
// <body>) that is at least 300 x 150 by its attributes or its own size, among the first ten, or a
// video's poster. Null: it is text.
const LoadedFile* hero_of(const Site& site, const std::vector<LoadedFile>& files);

struct Paint {
  std::optional<PaintInputs> inputs;  // absent: not to be estimated, `why` says the reason
  std::optional<Reason> why;
  const LoadedFile* hero = nullptr;  // into the files given
};
Paint paint_of(const Site& site, const std::vector<LoadedFile>& files);

}  // namespace touchstone
