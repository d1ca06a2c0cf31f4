#include <catch2/catch.hpp>

TEST_CASE("the house stands") { SUCCEED(); }
