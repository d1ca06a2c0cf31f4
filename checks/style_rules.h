#pragma once

// The rules of a stylesheet, one after the other, without a cascade: one linear pass that tolerates
// anything (CSS Syntax Level 3). Pure, safe from several threads.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct StyleRule {
  std::string_view media;         // the query right round it, as written; empty: for every screen
  std::string_view selectors;     // "body, .page p"
  std::string_view declarations;  // "color: #222; margin: 0", nested rules among them
};

// Fonts, key frames and the like are left out.
void each_style_rule(std::string_view css, const std::function<void(const StyleRule&)>& use);

// Each declaration in its order, lower case and without "!important".
void each_declaration(
    std::string_view declarations,
    const std::function<void(const std::string& property, const std::string& value)>& use);

// The value of a property that the declarations give last.
std::optional<std::string> declared_value(std::string_view declarations, std::string_view property);

// One of the selectors is exactly this type selector: "body".
bool selects_type(std::string_view selectors, std::string_view type);

// The rule is for screens of every size.
bool is_for_every_screen(const StyleRule& rule);
bool is_for_print(const StyleRule& rule);

// The rules that a page loads in its order: stylesheets with what they import, and its own style
// elements. `place` has no excerpt. Why some were not seen; absent when all were.
std::optional<Reason> each_rule_of(
    const Site& site, const Page& page,
    const std::function<void(const StyleRule&, const Evidence& place)>& use);

}  // namespace touchstone
