#pragma once

// An Audit for a person at a terminal: the verdict first, one screen of summary, then every
// touchpoint. Nothing from the web reaches the terminal unescaped.

#include <string>

#include "reports/beside.h"
#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

struct TextStyle {
  int width = 80;         // columns
  bool color = false;     // ANSI colours
  bool detailed = false;  // every component with its evidence (--verbose)
  std::string command{};  // that was given, but for its secrets; empty: to audit what was asked
};

std::string write_text(const Audit& audit, const Phrases& say, const TextStyle& style,
                       const Beside& beside = {});

}  // namespace touchstone
