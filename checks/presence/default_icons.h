#pragma once

// Icons that come with a system and say nothing of the company, by checks/data/default-icons.txt.

#include <optional>
#include <string>

#include "checks/presence/icons.h"

namespace touchstone {

struct DefaultIcon {
  std::string system;  // "WordPress"
  int signals = 1;     // 2: the bytes are those of the original, or the page names the system too
};

// Absent when the icon is not known as a default. `home` is asked for its generator.
std::optional<DefaultIcon> default_icon(const FoundIcon& found, const Page& home);

}  // namespace touchstone
