#pragma once

// Words of the command line made into values. Every function throws UsageError.

#include <string>
#include <utility>

#include "cli/options.h"

namespace touchstone {

[[noreturn]] void wrong(const std::string& what);

// The format of that name, if the verb can write it; its usual one when the name is empty.
Format format_of(Verb verb, const std::string& name);

// The format follows from the ending.
Output output_of(Verb verb, const std::string& path);

// What the verb can write, as people list it: "text, json, html"; ".txt .json .html".
std::string format_names(Verb verb);
std::string output_endings(Verb verb);

// The language of the report: "ru" of "ru", "RU", "ru_RU.UTF-8".
std::string language_of(const std::string& text);

// "score<6.5" -> 65 decipoints, "coverage<80" -> 80 percent.
Gate gate_of(const std::string& text);

// "Name: value".
std::pair<std::string, std::string> header_of(const std::string& text);

}  // namespace touchstone
