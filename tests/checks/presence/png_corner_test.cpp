#include "checks/presence/png_corner.h"

#include <catch2/catch.hpp>

#include "tests/checks/images.h"
#include "tests/checks/sample_site.h"

using namespace touchstone;

TEST_CASE("what is no sound PNG has no clear corner") {
  for (const std::string& bytes :
       {std::string(), std::string("\x89PNG\r\n\x1a\n"), images::png(9, 9), images::jpeg(9, 9),
        std::string(10'000, '\xff'), sample_png(9, 9)}) {
    CHECK_FALSE(has_clear_corner(bytes));
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
      CHECK_FALSE(has_clear_corner(bytes.substr(0, size)));
    }
  }
}
