#include <re2/re2.h>

#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/linked_files.h"
#include "checks/pdf.h"
#include "checks/phrase_groups.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check commercial_offer_file;

namespace {

struct OfferFile {
  LinkedFile file;
  bool presentation = false;  // read at leisure; an offer is decided on at once
};

// The first whose link or name promises an offer or a presentation; one that was read before one
// that was not.
std::optional<OfferFile> offer_file(const Site& site) {
  static const PhraseGroups words("checks/data/offer-file-words.txt");
  std::optional<OfferFile> found;
  for (const LinkedFile& file : linked_files(site)) {
    if (file.ending != "pdf" || file.dead()) continue;
    std::string name = file.name();
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    auto kinds = words.named_in(file.link->name());
    if (kinds.empty()) kinds = words.named_in(name);
    if (kinds.empty()) continue;
    if (found && (file.unseen || !found->file.unseen)) continue;
    found = OfferFile{file, kinds.front() == "presentation"};
    if (!file.unseen) break;
  }
  return found;
}

bool shows_contact(const std::string& text) {
  static const RE2 contact(
      "[\\w.+-]{1,64}@[\\w-]{1,63}\\.[A-Za-z]|https?://|www\\.|"
      "(?:\\+|\\b0)[0-9][0-9 ()./-]{6,18}[0-9]");
  return RE2::PartialMatch(text, contact);
}

int figures_in(const std::string& text) {
  static const RE2 figure("[0-9]+(?:[.,][0-9]+)*");
  constexpr int enough = 100;
  re2::StringPiece rest(text);
  int figures = 0;
  while (figures < enough && RE2::FindAndConsume(&rest, figure)) ++figures;
  return figures;
}

void say_pages(Facts& facts, const OfferFile& offer, const Pdf& pdf, Reason unseen) {
  const std::vector<Evidence> evidence{offer.file.evidence()};
  if (pdf.pages) {
    facts.say("pages", *pdf.pages, evidence);
  } else {
    facts.unknown("pages", unseen, evidence);
  }
  facts.say("presentation", offer.presentation, evidence);
  facts.say("one_page", !offer.presentation && pdf.pages == 1, evidence);
}

// Words that are drawn as pictures, or in codes of a font, cannot be read.
void say_words(Facts& facts, const OfferFile& offer, const Pdf& pdf, Reason unseen) {
  constexpr std::size_t least = 200;  // bytes that tell that the words can be read
  const std::vector<Evidence> evidence{offer.file.evidence()};
  const bool readable = pdf.text.size() >= least && unseen != Reason::truncated;
  const bool contact = pdf.links > 0 || shows_contact(pdf.text);
  const int figures = figures_in(pdf.text);
  if (contact || readable) {
    facts.say("contact", contact, evidence);
  } else {
    facts.unknown("contact", unseen, evidence);
  }
  if (figures >= 3 || readable) {
    facts.say("figures", figures, evidence);
  } else {
    facts.unknown("figures", unseen, evidence);
  }
}

void say_title(Facts& facts, const OfferFile& offer, const Pdf& pdf, Reason unseen) {
  static const RE2 left_over(
      "(?i)^\\s*(?:microsoft (?:word|powerpoint|excel)\\s*-|untitled|unbenannt|без названия|"
      "документ\\s*\\d|document\\s*\\d|powerpoint.?pr|слайд \\d|slide \\d|presentation\\s*\\d)");
  const std::string title = collapse_spaces(pdf.title.value_or(""));
  const std::vector<Evidence> evidence{{offer.file.url.href(), "PDF Title", shorten(title, 100)}};
  if (title.empty() && (pdf.encrypted || unseen == Reason::truncated)) {
    facts.unknown("titled", unseen, evidence);
    facts.unknown("left_over_title", unseen, evidence);
    return;
  }
  facts.say("titled", !title.empty(), evidence);
  facts.say("left_over_title", RE2::PartialMatch(title, left_over), evidence);
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(commercial_offer_file, *why);
  const auto offer = offer_file(site);
  Facts facts;
  if (!offer) {
    const auto why = site_absence_unproven_because(
        site, {"about", "prices", "press", "cases", "delivery", "terms"});
    if (why) {
      return all_unknown(commercial_offer_file, *why);
    }
    facts = all_not_applicable(commercial_offer_file);
    facts.say("present", false);
    return facts;
  }
  const Visit* const visit = offer->file.visit;
  const auto pdf = visit ? read_pdf(visit->fetch.body) : std::nullopt;
  if (!pdf) {
    facts = all_unknown(commercial_offer_file, offer->file.unseen.value_or(Reason::no_source));
  } else {
    const Reason unseen = visit->fetch.truncated ? Reason::truncated : Reason::no_source;
    say_pages(facts, *offer, *pdf, unseen);
    say_words(facts, *offer, *pdf, unseen);
    say_title(facts, *offer, *pdf, unseen);
  }
  facts.say("present", true, {offer->file.evidence()});
  return facts;
}

}  // namespace

const Check commercial_offer_file{
    "commercial-offer-file",
    {{"present", "", "an offer or a presentation can be had as a file"},
     {"presentation", "", "it is a presentation, not an offer"},
     {"pages", "", "its pages"},
     {"one_page", "", "it is an offer on one page"},
     {"contact", "", "it holds a number, an address of mail or a link"},
     {"figures", "", "numbers in its words"},
     {"titled", "", "it says its title to the reader's program"},
     {"left_over_title", "", "that title was left by the program that wrote it"}},
    measure};

}  // namespace touchstone::checks
