#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check humans_txt;

namespace {

// A page of the site in the file's place is no file.
bool is_text(const Site& site, const Visit& visit) {
  if (!visit.fetch.ok() || site.page(visit) || Page::read(visit.fetch)) return false;
  return visit.fetch.body.find('\0') == std::string::npos;
}

bool is_of_template(const std::string& folded) {
  for (const std::string_view mark : embedded_list("checks/data/humans-templates.txt")) {
    if (folded.find(mark) != std::string::npos) return true;
  }
  return false;
}

// Lines that tell of somebody: no headings, dates or names of techniques, and no sample text.
int own_lines(std::string_view text, std::vector<Evidence>& evidence, const std::string& url) {
  constexpr int most = 200;
  static const RE2 technical(
      "^(/\\*.*\\*/|last ?update.*|standards.*|components.*|software.*|language.*|doctype.*|ide.*|"
      "tools.*)$");
  int own = 0;
  for (std::size_t at = 0, line = 0; at < text.size() && line < most; ++line) {
    const auto end = std::min(text.find('\n', at), text.size());
    const std::string folded = collapse_spaces(fold(text.substr(at, end - at)));
    at = end + 1;
    if (letter_count(folded) < 3 || RE2::FullMatch(folded, technical) || is_of_template(folded)) {
      continue;
    }
    ++own;
    if (evidence.size() < 3) {
      evidence.push_back({url, "line " + std::to_string(line + 1), shorten(folded, 100)});
    }
  }
  return own;
}

Facts measure(const Site& site, const Presence&) {
  const Visit* visit = site.visit(Role::well_known, "humans.txt");
  if (!visit) {
    return all_unknown(humans_txt, site.closed_because().value_or(site.recording().foreign
                                                                      ? Reason::not_captured
                                                                      : Reason::budget_exhausted));
  }
  if (const auto why = unreadable_because(visit->fetch)) return all_unknown(humans_txt, *why);
  Facts facts;
  const std::string url = visit->fetch.asked.href();
  if (!is_text(site, *visit)) {
    facts.say("present", false, {{url, "status", std::to_string(visit->fetch.status())}});
    facts.not_applicable("own_lines");
    return facts;
  }
  std::vector<Evidence> evidence;
  const int own = own_lines(std::string_view(visit->fetch.body).substr(0, 20'000), evidence, url);
  facts.say("present", true, {{url, "text", ""}});
  facts.say("own_lines", own, std::move(evidence));
  return facts;
}

}  // namespace

const Check humans_txt{"humans-txt",
                       {{"present", "", "there is a text at /humans.txt"},
                        {"own_lines", "", "its lines that tell of somebody, without sample text"}},
                       measure};

}  // namespace touchstone::checks
