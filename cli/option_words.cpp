#include "cli/option_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <vector>

#include "reports/layout.h"

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

}  // namespace

void wrong(const std::string& what) {
  throw UsageError(what);
}

Format format_of(Verb verb, const std::string& name) {
  const auto& known = formats_of.at(verb);
  const std::string format = name.empty() ? known.front() : name;
  if (std::find(known.begin(), known.end(), format) == known.end()) {
    std::string names;
    for (const auto& one : known) names += (names.empty() ? "" : ", ") + one;
    wrong("--format " + format + ": this verb has " + names);
  }
  return formats.at(format);
}

Output output_of(const std::string& path) {
  const auto dot = path.rfind('.');
  const std::string ending = dot == std::string::npos ? "" : path.substr(dot + 1);
  static const std::map<std::string, std::string> others{
      {"txt", "text"}, {"jsonl", "json"}, {"xml", "junit"}};
  const auto other = others.find(ending);
  const auto found = formats.find(other == others.end() ? ending : other->second);
  const auto& known = formats_of.at(Verb::audit);
  const bool writable = found != formats.end() && ending != "junit" && ending != "github" &&
                        std::find(known.begin(), known.end(), found->first) != known.end();
  if (!writable || path.size() == ending.size() + 1) {
    wrong(
        "--output " + path +
        ": the format follows from the ending; use .json, .html, .md, .csv, .xml, .sarif or .txt");
  }
  return {path, found->second};
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
