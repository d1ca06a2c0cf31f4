#include <re2/re2.h>

#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/linked_files.h"
#include "checks/unseen.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check downloads;

namespace {

constexpr std::size_t enough = 20;

void note(std::vector<Evidence>& evidence, const LinkedFile& file) {
  if (evidence.size() < enough) evidence.push_back(file.evidence());
}

// The words of the link, and those round it in the same block: "Catalogue (PDF, 2 MB)".
bool is_announced(const LinkedFile& file) {
  static const RE2 size("(?i)[0-9]\\s?(?:[kmgкм][bбo]|kbyte|mbyte|кбайт|мбайт|mo\\b|ko\\b)");
  static const RE2 format("(?i)\\b(?:pdf|docx?|xlsx?|pptx?|zip|rar|odt|ods|rtf|csv)\\b");
  constexpr std::size_t longest = 300;
  std::string words = file.link->name();
  const Element parent = file.link->element.parent();
  if (parent && parent.name() != "body") words += " " + visible_text(parent, longest);
  const std::string ascii = ascii_digits(words);
  return RE2::PartialMatch(ascii, size) && RE2::PartialMatch(ascii, format);
}

// "doc1_final(2).pdf", "scan0001.pdf", "3f2a9c81d0b7.pdf", "untitled.pdf"
bool has_odd_name(const LinkedFile& file) {
  static const RE2 odd(
      "(?i)^(?:doc(?:ument)?|file|scan|img|image|untitled|new|unbenannt|документ|новый|без имени|"
      "copy of|копия)[ _-]*\\(?\\d*\\)?(?:[ _-]|\\.|$)|\\(\\d+\\)|final|\\bcopy\\b|копия|"
      "^[0-9a-f]{10,}\\.|^[0-9a-f]{8}-[0-9a-f]{4}-|^\\d{6,}\\.");
  return RE2::PartialMatch(file.name(), odd);
}

// What the server said of each file; the first reason where it could not be asked.
void say_answers(Facts& facts, const std::vector<LinkedFile>& files) {
  std::size_t asked = 0;
  std::optional<Reason> unseen;
  std::vector<Evidence> broken;
  std::optional<std::int64_t> largest;
  Evidence largest_at;
  for (const LinkedFile& file : files) {
    if (file.unseen) {
      if (!unseen) unseen = file.unseen;
      continue;
    }
    ++asked;
    if (file.dead() || file.wrong_type()) broken.push_back(file.evidence());
    const auto size = file.size();
    if (!size || (largest && *size <= *largest)) continue;
    largest = size;
    largest_at = file.evidence();
  }
  if (asked == 0) {
    for (const char* name : {"broken", "broken_share", "largest"}) {
      facts.unknown(name, unseen.value_or(Reason::no_source));
    }
    return;
  }
  const auto share = (100 * broken.size() + asked / 2) / asked;
  facts.say("broken_share", share);
  if (broken.size() > enough) broken.resize(enough);
  facts.say("broken", broken.size(), broken);
  if (largest) {
    facts.say("largest", *largest / 1024, {largest_at});
  } else {
    facts.unknown("largest", Reason::no_source);
  }
}

void say_links(Facts& facts, const std::vector<LinkedFile>& files) {
  std::size_t announced = 0;
  std::vector<Evidence> silent, odd;
  for (const LinkedFile& file : files) {
    if (is_announced(file)) {
      ++announced;
    } else {
      note(silent, file);
    }
    if (has_odd_name(file)) note(odd, file);
  }
  facts.say("announced", (100 * announced + files.size() / 2) / files.size(), silent);
  const auto number = odd.size();
  facts.say("odd_names", number, std::move(odd));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(downloads, *why);
  const auto files = linked_files(site);
  if (files.empty()) {
    if (const auto why = site_absence_unproven_because(site)) {
      return all_unknown(downloads, *why);
    }
    Facts facts = all_not_applicable(downloads);
    facts.say("present", false);
    return facts;
  }
  Facts facts;
  facts.say("present", true, {files.front().evidence()});
  say_answers(facts, files);
  say_links(facts, files);
  return facts;
}

}  // namespace

const Check downloads{"downloads",
                      {{"present", "", "pages offer files to take away"},
                       {"broken", "", "files that are not there, or are no such file"},
                       {"broken_share", "%", "of the files asked for"},
                       {"largest", "KiB", "size of the largest file"},
                       {"announced", "%", "links that say the format and the size"},
                       {"odd_names", "", "files with names that say nothing"}},
                      measure};

}  // namespace touchstone::checks
