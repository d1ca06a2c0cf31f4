#include <algorithm>
#include <set>

#include "checks/brand.h"
#include "checks/check.h"
#include "checks/headline.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check home_headline;

namespace {

Evidence seen(const Page& page, const Headline& headline) {
  return {page.url().href(), headline.element ? headline.element.path() : "",
          shorten(headline.text.empty() ? headline.alt : headline.text, 200)};
}

// A paragraph that could say it in place of a headline, near the top of the page.
bool has_text_block(const Page& page) {
  constexpr std::size_t top = 1'500, block = 40;
  std::size_t read = 0;
  const std::string& text = page.text();
  for (std::size_t begin = 0; begin < text.size() && read < top;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t length = grapheme_count(std::string_view(text).substr(begin, end - begin));
    if (length >= block) return true;
    read += length;
    begin = end + 1;
  }
  return false;
}

void say_heading(Facts& facts, const Page& home, const Headline& headline) {
  const char* kind = !headline.text.empty() ? "text" : headline.found() ? "image" : "none";
  // Two looks agree where there is neither a heading nor a paragraph.
  facts.say("heading", kind, {seen(home, headline)}).signals = 2;
  facts.say("text_block", has_text_block(home));
}

void say_length(Facts& facts, const Page& home, const Headline& headline) {
  const bool cjk = mostly_cjk(headline.text);
  facts.say("cjk", cjk);
  facts.say("characters", static_cast<int>(grapheme_count(headline.text)), {seen(home, headline)});
  facts.say("words", static_cast<int>(words(headline.text).size()), {seen(home, headline)});
}

bool is_greeting(const std::vector<std::string>& telling) {
  const auto list = embedded_list("checks/data/greetings.txt");
  std::set<std::string> greetings;
  for (const std::string_view word : list) greetings.insert(fold(word));
  return std::all_of(telling.begin(), telling.end(),
                     [&](const std::string& word) { return greetings.contains(word); });
}

// What stands right below the headline often says what the headline leaves out: the next line that
// shows and is no menu; empty: none.
std::string line_below(const Headline& headline) {
  constexpr int levels_climbed = 4;
  constexpr std::size_t longest = 200;
  Element box = headline.element;
  for (int level = 0; level < levels_climbed && box && box.name() != "body"; ++level) {
    for (const Element& next : box.find("following-sibling::*[position() <= 3]")) {
      if (hides_itself(next) || next.name() == "nav") continue;
      const std::string text = visible_text(next, longest);
      if (!text.empty()) return text.substr(0, text.find('\n'));
    }
    box = box.parent();
  }
  return {};
}

// Says what the search result said too, and more than hello.
void say_meaning(Facts& facts, const Site& site, const Headline& headline) {
  const Page& home = *site.home();
  const auto brands = brand_names(site);
  const std::string said = headline.text + "\n" + line_below(headline);
  const auto telling = telling_words(home, said, brands);
  auto around = telling_words(home, home.title(), brands);
  for (auto& word : telling_words(home, home.meta("description").value_or(""), brands)) {
    around.push_back(std::move(word));
  }
  const auto shared = std::count_if(telling.begin(), telling.end(), [&](const std::string& word) {
    return std::any_of(around.begin(), around.end(),
                       [&](const std::string& other) { return same_root(word, other); });
  });
  // That no telling word is left and that none is shared with the title are two looks.
  facts.say("greeting", is_greeting(telling), {seen(home, headline)}).signals = shared == 0 ? 2 : 1;
  facts.say("shared_words", static_cast<int>(shared), {seen(home, headline)});
}

// The headline and what stands right below it.
std::string text_near(const Page& home, const Headline& headline) {
  constexpr std::size_t near = 600;
  const std::string folded = fold(home.text());
  const std::size_t at = folded.find(fold(headline.text));
  return folded.substr(at == std::string::npos ? 0 : at, near);
}

bool names_place(const Page& home, const std::string& near) {
  const auto things = things_of(home);
  return std::any_of(things.begin(), things.end(), [&](const Thing& thing) {
    const auto place = thing.text("addressLocality");
    if (!place || place->empty()) return false;
    const auto parts = words(near);
    const std::string wanted = fold(*place);
    return contains_phrase(near, wanted) ||
           std::any_of(parts.begin(), parts.end(),
                       [&](const std::string& word) { return same_root(word, wanted); });
  });
}

void say_proof(Facts& facts, const Page& home, const Headline& headline) {
  const std::string near = text_near(home, headline);
  const bool figure = near.find_first_of("0123456789") != std::string::npos;
  facts.say("proof",
            figure || match_folded(near, "guarantee", home.language()) != Match::none ||
                names_place(home, near),
            {seen(home, headline)});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(home_headline, *why);
  const Page& home = *site.home();
  const Headline headline = headline_of(home);
  if (headline.text.empty()) {
    if (const auto why = absence_unproven_because(home)) return all_unknown(home_headline, *why);
  }
  Facts facts;
  say_heading(facts, home, headline);
  if (headline.text.empty()) {
    for (const char* name : {"cjk", "characters", "words", "greeting", "shared_words", "proof"}) {
      facts.not_applicable(name);
    }
    return facts;
  }
  say_length(facts, home, headline);
  say_meaning(facts, site, headline);
  say_proof(facts, home, headline);
  return facts;
}

}  // namespace

const Check home_headline{
    "home-headline",
    {{"heading", "", "what the headline of the home page is: text, image, none"},
     {"text_block", "", "a paragraph of 40 characters or more stands at the top of the page"},
     {"cjk", "", "the headline is Chinese, Japanese or Korean"},
     {"characters", "", "the headline's length"},
     {"words", "", "the headline's words"},
     {"greeting", "", "headline and the line below it say no more than hello and the name"},
     {"shared_words", "", "telling words that those two share with title or description"},
     {"proof", "", "a figure, a guarantee or the place stands in or right below the headline"}},
    measure};

}  // namespace touchstone::checks
