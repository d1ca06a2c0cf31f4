#include "site/look_alikes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "site/script_mix.h"
#include "site/url.h"

using namespace touchstone;

TEST_CASE("a domain's look-alikes are a few likely names") {
  const auto has = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const auto baker = look_alikes_of("www.baeckerei-ulm.de", {"de", "en"});
  CHECK(baker.size() <= 8);
  CHECK(has(baker, "baeckereiulm.de"));
  CHECK(has(baker, "baeckerei-ulm.com"));
  CHECK(has(baker, "baeckerei-ulm.at"));
  CHECK(has(baker, *host_to_ascii("bäckerei-ulm.de")));
  CHECK_FALSE(has(baker, "baeckerei-ulm.de"));
  const auto marked = look_alikes_of(*host_to_ascii("müller.de"), {});
  CHECK(marked.front() == "mueller.de");
  CHECK(look_alikes_of("192.0.2.1", {"en"}).empty());
  CHECK(look_alikes_of("localhost", {}).empty());
}

TEST_CASE("names of mixed alphabets are told") {
  for (const auto* name : {"müller", "пример", "example", "例え-shop", "مثال", "пример-24"}) {
    INFO(name);
    CHECK(is_highly_restrictive(name));
  }
  for (const auto* name : {"exаmple", "приmер"}) {
    INFO(name);
    CHECK_FALSE(is_highly_restrictive(name));
  }
}
