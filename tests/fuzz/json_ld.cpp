// JSON that sites publish: JSON-LD, web app manifests, RDAP.

#include "checks/json_ld.h"

#include "checks/web_manifest.h"
#include "crawler/discovery.h"
#include "site/registration.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  using fuzz::hold;
  const std::string text(fuzz::text_of(bytes, size));
  std::vector<Thing> things;
  BrokenBlock broken;
  const bool sound = read_json_ld(text, things, broken);
  hold(things.size() <= kMostThings, "things are bounded");
  hold(sound || (broken.line >= 1 && broken.column >= 1), "what is broken has a place");
  for (const auto& thing : things) {
    for (const auto& [name, place] : thing.parts)
      hold(place < things.size(), "a part is one of the things");
    is_organization(thing);
    is_local_business(thing);
  }
  const auto url = *Url::parse("https://firm.example/manifest.json");
  const Fetch fetch{.asked = url, .hops = {}, .body = text, .fault = {}};
  hold(icons_of_manifest(fetch).size() <= 12, "icons are bounded");
  start_of_manifest(fetch);
  if (const auto manifest = read_manifest(text))
    hold(manifest->icons.size() <= 12, "icons are bounded");
  read_registration(text);
  return 0;
}
