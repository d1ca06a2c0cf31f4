#pragma once

// What a crawl noted of itself, in the language of the report. Captures keep these notes in
// English; a note that no phrase "crawl-note..." knows stays as it is.

#include <string>

#include "reports/phrases.h"

namespace touchstone {

std::string tell_crawl_note(const std::string& note, const Phrases& say);

}  // namespace touchstone
