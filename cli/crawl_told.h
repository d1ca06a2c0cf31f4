#pragma once

// What a deep crawl tells, as text and as JSON (the contract's members first).

#include <string>

#include "crawler/deep_crawl.h"
#include "reports/phrases.h"

namespace touchstone {

std::string crawl_as_json(const DeepCrawled& crawled);
std::string crawl_as_text(const DeepCrawled& crawled, const Phrases& say);

}  // namespace touchstone
