#pragma once

// Text from the web made harmless in a report. UTF-8 in and out; control characters and bidi
// overrides become spaces first (reports/layout.h).

#include <string>
#include <string_view>

namespace touchstone {

// For HTML text and double-quoted attributes.
std::string html_escaped(std::string_view text);

// For Markdown text and table cells: nothing of it can start a link, a heading, HTML or a cell.
std::string markdown_escaped(std::string_view text);

// "<https://example.com/>", which Markdown links; the escaped text where it is no address.
std::string markdown_link(std::string_view address);

// Valid JSON, with every character that could steer a terminal as \uXXXX; it means the same.
std::string json_escaped(std::string_view json);

// An <a> to an http(s) address, else the escaped text alone. `label` may be empty.
std::string html_link(std::string_view address, std::string_view label = {});

}  // namespace touchstone
