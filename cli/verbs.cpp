#include "cli/verbs.h"

#include <algorithm>
#include <map>

#include "rules/nearest.h"
#include "site/text.h"

namespace touchstone {

namespace {

const std::vector<std::string> of_rulebook{"--scorecard", "--fail-on", "--quiet", "--verbose",
                                           "--no-progress"};
const std::vector<std::string> of_file{"--rules", "--company", "--scorecard", "--fail-on",
                                       "--quiet", "--verbose", "--no-color",  "--no-progress"};

const std::map<Verb, VerbWords> verbs{
    {Verb::audit,
     {"audit",
      "Audits each address.",
      "URL",
      "the addresses; without one, that of the company file",
      {}}},
    {Verb::crawl,
     {"crawl",
      "Visits every page of a site, and counts.",
      "URL",
      "where the site begins",
      {"--output", "--rules", "--company", "--scorecard", "--fail-on", "--verbose", "--no-color"}}},
    {Verb::replay,
     {"replay",
      "Judges stored captures again, without network.",
      "CAPTURE",
      "files that --capture wrote, or other WARC files",
      {}}},
    {Verb::compare,
     {"compare",
      "Holds us against our rivals, touchpoint by touchpoint.",
      "SUBJECT",
      "ours first: an address, a capture, an audit in JSON, or last:HOST of the history; those "
      "that "
      "lack are taken from the company file",
      {"--fail-on"}}},
    {Verb::history,
     {"history", "Shows the stored audits of a company and what changed between them.", "HOST",
      "whose audits", of_rulebook}},
    {Verb::explain,
     {"explain", "Says what a touchpoint is, what wow and sucks mean in numbers, and what to do.",
      "TOUCHPOINT", "its id, or `laws`, or `verdicts`; without one, all are listed", of_rulebook}},
    {Verb::rules,
     {"rules", "Validates rule files and shows the rulebook that results.", "FILE",
      "rule files, laid over the default in this order", of_rulebook}},
    {Verb::scorecard,
     {"scorecard",
      "Writes the file for the touchpoints that no crawler sees, or checks it.",
      "WHAT",
      "`new`, with an audit in JSON or a mind map to begin from if you like; or `check FILE`",
      {"--format", "--company", "--fail-on", "--quiet", "--verbose", "--no-color",
       "--no-progress"}}},
    {Verb::map,
     {"map", "Draws the touchpoints of an audit as a mind map.", "AUDIT.json",
      "an audit in JSON, or a mind map that you changed (.mm)", of_file}},
    {Verb::plan,
     {"plan", "Says what to do, who, by when.", "AUDIT.json", "an audit in JSON", of_file}},
    {Verb::due,
     {"due", "Lists which touchpoints are due for their next audit.", "HOST",
      "whose touchpoints; without one, those of all companies of the history", of_rulebook}},
    {Verb::schedule,
     {"schedule",
      "Prints, or installs, what runs audits regularly.",
      "URL",
      "the addresses to audit; the options of an audit may follow",
      {}}}};

}  // namespace

const VerbWords& words_of(Verb verb) {
  return verbs.at(verb);
}

std::optional<Verb> verb_named(const std::string& word) {
  for (const auto& [verb, words] : verbs) {
    if (words.name == word) return verb;
  }
  return std::nullopt;
}

std::string verb_meant(const std::string& word) {
  const bool name = std::all_of(word.begin(), word.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  if (!name) return {};
  std::vector<std::string> names;
  for (const auto& [verb, words] : verbs) names.push_back(words.name);
  return nearest(fold(word), names);
}

std::string overview() {
  return "touchstone fetches what customers meet of a company online and says, touchpoint by\n"
         "touchpoint, wow, so-so or sucks, why, and what to do.\n\n"
         "  touchstone [audit] URL...        audit each\n"
         "  touchstone crawl URL             visit every page of a site, and count\n"
         "  touchstone replay CAPTURE...     judge a stored capture again, without network\n"
         "  touchstone compare OURS RIVAL... us and our rivals, touchpoint by touchpoint\n"
         "  touchstone history HOST          the stored audits of a company and what changed\n"
         "  touchstone explain [TOUCHPOINT]  what it is, what wow and sucks mean in numbers, what "
         "to do\n"
         "  touchstone rules [FILE...]       validate rule files and show the rulebook that "
         "results\n"
         "  touchstone scorecard new [AUDIT.json]  the file for touchpoints that no crawler sees\n"
         "  touchstone scorecard check FILE        whether such a file is sound, and what it "
         "lacks\n"
         "  touchstone plan AUDIT.json       what to do, who, by when; --all, --checklist, "
         "--worksheet, "
         "--brainstorm, --walk\n"
         "  touchstone map AUDIT.json        the touchpoints as a mind map: md, mm, opml, mermaid, "
         "html, svg\n"
         "  touchstone due [HOST]            which touchpoints are due for their next audit\n"
         "  touchstone schedule URL...       what runs audits regularly: systemd, cron or "
         "GitHub\n\n"
         "`touchstone VERB --help` lists the options of a verb.\n";
}

}  // namespace touchstone
