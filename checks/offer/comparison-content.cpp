#include <re2/re2.h>

#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/phrase_list.h"
#include "site/reading.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check comparison_content;

namespace {

constexpr std::size_t longest_heading = 100;

// What stands below a heading that promises to compare.
struct Proof {
  Evidence evidence;
  int arguments = 0, figures = 0;
};

int rank_of_heading(const Element& element) {
  constexpr int levels_climbed = 6;
  Element at = element;
  for (int level = 0; level < levels_climbed && at; ++level, at = at.parent()) {
    const auto name = at.name();
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      return name[1] - '0';
  }
  return 0;
}

bool has_figure(const std::string& line) {
  static const RE2 figure("[0-9]");
  return RE2::PartialMatch(ascii_digits(line), figure);
}

// Arguments are the headings below the one that promises; without any, the lines of three words or
// more; in a table its rows.
void add_line(Proof& proof, const std::string& line, int rank, bool& headed, int& lines) {
  constexpr int most = 100;
  if (rank > 0 && !headed) {
    headed = true;
    proof.arguments = 0;
  }
  const bool argument = headed ? rank > 0 : words(line).size() >= 3 || mostly_cjk(line);
  proof.arguments += argument && proof.arguments < most ? 1 : 0;
  proof.figures += has_figure(line) && proof.figures < most ? 1 : 0;
  ++lines;
}

std::optional<Proof> proof_on(const Page& page) {
  if (!page.document()) return std::nullopt;
  constexpr int most_lines = 60;
  const Reading reading(page);
  const std::string& text = reading.text();
  std::optional<Proof> best, proof;
  int below = 0, lines = 0;
  bool headed = false;
  const auto close = [&] {
    if (proof && (!best || std::min(proof->arguments, 3) + std::min(proof->figures, 1) >
                               std::min(best->arguments, 3) + std::min(best->figures, 1))) {
      best = proof;
    }
    proof.reset();
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = collapse_spaces(std::string_view(text).substr(begin, end - begin));
    const auto first = text.find_first_not_of(" \t", begin);
    const TextPiece* const piece = reading.at(first < end ? first : begin);
    begin = end + 1;
    if (line.empty() || !piece) continue;
    if (piece->region != Region::main) {
      close();
      continue;
    }
    const int rank = rank_of_heading(piece->element);
    if (proof && ((rank > 0 && rank <= below) || lines > most_lines)) close();
    if (proof) {
      add_line(*proof, line, rank, headed, lines);
    } else if (rank > 0 && line.size() <= longest_heading &&
               has_listed_phrase(fold(line), "checks/data/why-us-words.txt")) {
      proof = Proof{{page.url().href(), piece->element.path(), shorten(line, 100)}, 0, 0};
      below = rank;
      lines = 0;
      headed = false;
    }
  }
  close();
  return best;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(comparison_content, *why);
  std::optional<Proof> best;
  for (const Page* page : site.pages()) {
    const auto classes = classes_of(site, *page);
    if (std::find(classes.begin(), classes.end(), "careers") != classes.end()) continue;
    const auto proof = proof_on(*page);
    if (proof && (!best || proof->arguments > best->arguments)) best = proof;
  }
  Facts facts;
  if (best) {
    facts.say("present", true, {best->evidence});
    facts.say("arguments", best->arguments, {best->evidence});
    facts.say("figures", best->figures, {best->evidence});
    return facts;
  }
  const auto why = site_absence_unproven_because(site, {"about", "prices", "faq", "cases", "blog"});
  if (why) {
    return all_unknown(comparison_content, *why);
  }
  facts = all_not_applicable(comparison_content);
  facts.say("present", false);
  return facts;
}

}  // namespace

const Check comparison_content{
    "comparison-content",
    {{"present", "", "a heading promises to say why to choose this company"},
     {"arguments", "", "arguments below it"},
     {"figures", "", "of their lines with a number"}},
    measure};

}  // namespace touchstone::checks
