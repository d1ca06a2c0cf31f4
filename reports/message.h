#pragma once

// A notice of a change, told: for people in the report's language, for programs in JSON.

#include <optional>
#include <string>

#include "history/message.h"
#include "reports/phrases.h"

namespace touchstone {

// Of which audit.
struct NoticeFrame {
  std::string url, host, name;  // url: as asked; name: the company's, may be empty
  Time taken{};
  std::optional<int> points_before, points;  // decipoints of the company
};

// One line.
std::string notice_subject(const Notice& notice, const NoticeFrame& frame, const Phrases& say);

// Lines that end with "\n": the address, then what changed with its old and its new value.
std::string notice_text(const Notice& notice, const NoticeFrame& frame, const Phrases& say);

// {"format": "touchstone-message/1", "kind": "change" | "reminder", "url", "host", "name", "taken",
//  "score": {"old", "new"}, "worse": [...], "recovered": [...], "lasting": [...],
//  "gates": {"failing": [...], "newly_failing": [...], "held_again": [...]},
//  "subject", "text"}
// A change: {"touchpoint", "title", "component", "old": {"outcome", "score", "value"}, "new":
// {...}, "says", "url", "since"}.
std::string notice_json(const Notice& notice, const NoticeFrame& frame, const Phrases& say);

}  // namespace touchstone
