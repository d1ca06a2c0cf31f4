#include "site/iso_date.h"

#include <catch2/catch.hpp>

#include "site/media_type.h"

using namespace touchstone;

TEST_CASE("dates of ISO 8601 are read to the moment, and nothing else is") {
  struct Row {
    const char* text;
    const char* moment;  // "": none
  };
  for (const auto& [text, moment] : std::vector<Row>{
           {"2026", "2026-01-01T00:00:00Z"},
           {"2026-03", "2026-03-01T00:00:00Z"},
           {"2026-03-09", "2026-03-09T00:00:00Z"},
           {"20260309", "2026-03-09T00:00:00Z"},
           {"2026-03-09T12:30", "2026-03-09T12:30:00Z"},
           {"2026-03-09 12:30:45", "2026-03-09T12:30:45Z"},
           {"2026-03-09T12:30:45.123Z", "2026-03-09T12:30:45Z"},
           {"2026-03-09T12:30:45+01:00", "2026-03-09T11:30:45Z"},
           {"2026-03-09T12:30:45-0330", "2026-03-09T16:00:45Z"},
           {"20260309T123045Z", "2026-03-09T12:30:45Z"},
           {"2024-02-29", "2024-02-29T00:00:00Z"},
           {"2025-02-29", ""},
           {"2026-13-01", ""},
           {"2026-03-09T25:00", ""},
           {"2026-03T12:00", ""},
           {"09.03.2026", ""},
           {"9 March 2026", ""},
           {"2026-3-9", ""},
           {"1772000000", ""},
           {"", ""},
           {"T", ""},
       }) {
    INFO(text);
    const auto read = parse_iso_date(text);
    CHECK((read ? format_rfc3339(*read) : "") == moment);
  }
}
