#pragma once

// A DeepSummary as JSON and back, as the capture of a deep crawl holds it.

#include <memory>

#include "crawler/capture_json.h"
#include "site/deep_summary.h"

namespace touchstone {

Json json_of(const DeepSummary& summary);

// Throws std::runtime_error or nlohmann::json::exception on what json_of does not write.
DeepSummary deep_summary_from(const Json& json);

}  // namespace touchstone
