#include "cli/option_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <vector>

#include "reports/layout.h"
#include "reports/phrases.h"
#include "site/text.h"

namespace touchstone {

namespace {

const std::map<std::string, Format> formats{
    {"text", Format::text},   {"json", Format::json},       {"html", Format::html},
    {"md", Format::md},       {"csv", Format::csv},         {"mm", Format::mm},
    {"opml", Format::opml},   {"mermaid", Format::mermaid}, {"junit", Format::junit},
    {"sarif", Format::sarif}, {"github", Format::github},   {"svg", Format::svg}};

// What each verb can write; its first format is the one that nobody asks for.
const std::map<Verb, std::vector<std::string>> formats_of{
    {Verb::audit, {"text", "json", "html", "md", "csv", "junit", "sarif", "github"}},
    {Verb::replay, {"text", "json", "html", "md", "csv", "junit", "sarif", "github"}},
    {Verb::history, {"text", "json", "html"}},
    {Verb::crawl, {"text", "json"}},
    {Verb::compare, {"text", "json", "html", "md", "csv"}},
    {Verb::explain, {"text", "json"}},
    {Verb::rules, {"text", "json"}},
    {Verb::scorecard, {"json"}},
    {Verb::map, {"md", "mm", "opml", "mermaid", "html", "svg"}},
    {Verb::plan, {"text", "json", "md", "csv", "html"}},
    {Verb::due, {"text", "json"}},
    // The format is the audit's.
    {Verb::schedule, {"text", "json", "html", "md", "csv", "junit", "sarif", "github"}}};

// Of a file in that format; empty: it is not written into files.
std::string ending_of(const std::string& format) {
  static const std::map<std::string, std::string> others{
      {"text", "txt"}, {"junit", "xml"}, {"mermaid", "mmd"}, {"github", ""}};
  const auto other = others.find(format);
  return other == others.end() ? format : other->second;
}

}  // namespace

void wrong(const std::string& what) {
  throw UsageError(what);
}

Format format_of(Verb verb, const std::string& name) {
  const auto& known = formats_of.at(verb);
  const std::string format = name.empty() ? known.front() : fold(name);
  if (std::find(known.begin(), known.end(), format) == known.end()) {
    wrong("--format " + printable(name) + ": this verb has " + format_names(verb));
  }
  return formats.at(format);
}

std::string format_names(Verb verb) {
  std::string names;
  for (const auto& one : formats_of.at(verb)) names += (names.empty() ? "" : ", ") + one;
  return names;
}

std::string output_endings(Verb verb) {
  std::string endings;
  for (const auto& one : formats_of.at(verb)) {
    const auto ending = ending_of(one);
    if (!ending.empty()) endings += (endings.empty() ? "." : " .") + ending;
  }
  return endings;
}

Output output_of(Verb verb, const std::string& path) {
  const auto dot = path.rfind('.');
  const std::string ending = dot == std::string::npos ? "" : fold(path.substr(dot + 1));
  const bool named = path.size() > ending.size() + 1;
  for (const auto& one : formats_of.at(verb)) {
    const bool lines = one == "json" && ending == "jsonl";
    if (named && !ending.empty() && (ending_of(one) == ending || lines)) {
      return {path, formats.at(one)};
    }
  }
  wrong("--output " + printable(path) + ": the format follows from the ending; use one of " +
        output_endings(verb));
}

std::string language_of(const std::string& text) {
  const std::string language = fold(text.substr(0, text.find_first_of("_-.")));
  const auto languages = Phrases::languages();
  if (std::find(languages.begin(), languages.end(), language) != languages.end()) return language;
  std::string known;
  for (const auto& one : languages) known += (known.empty() ? "" : ", ") + one;
  wrong("--lang " + printable(text) + ": reports are written in " + known);
}

Gate gate_of(const std::string& text) {
  if (text == "sucks") return {Gate::Kind::sucks, 0, text};
  if (text == "regression") return {Gate::Kind::regression, 0, text};
  const auto less = text.find('<');
  const std::string name = text.substr(0, less);
  double bound = -1;
  if (less != std::string::npos) {
    const char* begin = text.c_str() + less + 1;
    const char* end = text.c_str() + text.size();
    const auto read = std::from_chars(begin, end, bound);
    if (read.ec != std::errc{} || read.ptr != end) bound = -1;
  }
  if (name == "score" && bound >= 0 && bound <= 10) {
    return {Gate::Kind::score, static_cast<int>(std::lround(bound * 10)), text};
  }
  if (name == "coverage" && bound >= 0 && bound <= 100) {
    return {Gate::Kind::coverage, static_cast<int>(std::lround(bound)), text};
  }
  wrong("--fail-on " + text +
        ": use regression, sucks, score<N (0 to 10) or coverage<N (0 to 100)");
}

std::pair<std::string, std::string> header_of(const std::string& text) {
  const auto colon = text.find(':');
  if (colon == 0 || colon == std::string::npos || text.find_first_of("\r\n") != std::string::npos) {
    wrong("--header '" + printable(text) + "': write it as 'Name: value'");
  }
  const auto begin = text.find_first_not_of(' ', colon + 1);
  return {text.substr(0, colon), begin == std::string::npos ? "" : text.substr(begin)};
}

}  // namespace touchstone
