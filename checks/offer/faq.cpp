#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/controls.h"
#include "checks/questions.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/link_list.h"
#include "site/page_class.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check faq;

namespace {

constexpr std::size_t most_headings = 100, longest_heading = 120;

bool has_heading_of_faq(const Page& page) {
  if (!page.document()) return false;
  std::size_t looked_at = 0;
  for (const Element& heading : page.document()->find("//h2 | //h3")) {
    if (++looked_at > most_headings) break;
    const std::string text = visible_text(heading, longest_heading);
    if (match_concept(text, "faq", page.language()) == Match::equals) return true;
  }
  return false;
}

// Questions and answers as a part of another page, an article not among them.
const Page* page_with_answers(const Site& site) {
  constexpr int enough = 3;
  for (const Page* page : site.pages()) {
    const auto classes = classes_of(site, *page);
    if (std::find(classes.begin(), classes.end(), "blog") != classes.end()) continue;
    if (has_heading_of_faq(*page) && questions_on(*page).number >= enough) return page;
  }
  return nullptr;
}

void say_answers(Facts& facts, const Page& page, Questions questions) {
  auto& lengths = questions.answers;
  if (questions.number == 0) {
    facts.not_applicable("answer_length");
  } else if (lengths.empty()) {
    facts.unknown("answer_length", Reason::no_source, {questions.first});
  } else {
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    // Answers that a script brings on a click are not on the page yet.
    if (*middle == 0) {
      facts.unknown("answer_length", absence_unproven_because(page).value_or(Reason::js_rendered),
                    {questions.first});
    } else {
      facts.say("answer_length", *middle, {questions.first}).signals = lengths.size() >= 3 ? 2 : 1;
    }
  }
}

bool shows_film(const Page& page) {
  return std::any_of(page.resources().begin(), page.resources().end(), [](const Resource& one) {
    return one.kind == Resource::Kind::frame &&
           is_in_link_list(one.url, "checks/data/film-hosts.txt");
  });
}

// Help centres lead on to their answers: no question on the first page is no sign of none.
bool leads_on(const Page& page) {
  constexpr int many = 10;
  return std::count_if(page.links().begin(), page.links().end(),
                       [](const Link& link) { return link.region == Region::main; }) >= many;
}

Facts measure(const Site& site, const Presence&) {
  ClassPage found = class_page(site, "faq");
  if (!found.page && !found.dead && site.home()) {
    if (const Page* page = page_with_answers(site)) {
      found = {};
      found.page = page;
    }
  }
  Facts facts;
  say_class_page(facts, found);
  if (!found.page) {
    say_unseen(facts, found, {"questions", "answer_length", "exit", "film"});
    return facts;
  }
  const Page& page = *found.page;
  const Questions questions = questions_on(page);
  const auto why = absence_unproven_because(page);
  if (questions.number == 0 && why) {
    facts.unknown("questions", *why, {found.evidence()});
  } else {
    Evidence evidence = questions.number > 0 ? questions.first : found.evidence();
    facts.say("questions", questions.number, {evidence}).signals = leads_on(page) ? 1 : 2;
  }
  say_answers(facts, page, questions);
  const Controls controls = controls_of(page);
  const bool asks = !controls.ask.empty() || !vendors_on(page, "chat").empty();
  say_shown(facts, "exit", asks, page, controls.ask);
  facts.say("film", shows_film(page));
  return facts;
}

}  // namespace

const Check faq{"faq",
                {{"present", "", "there is a page or a part of one with questions and answers"},
                 {"dead", "", "the link to it leads nowhere"},
                 {"questions", "", "questions on it"},
                 {"answer_length", "characters", "length of the answer in the middle of all"},
                 {"exit", "", "a way to ask what is not answered stands on it"},
                 {"film", "", "a film stands on it"}},
                measure};

}  // namespace touchstone::checks
