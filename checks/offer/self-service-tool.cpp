#include <re2/re2.h>

#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/durations.h"
#include "checks/phrase_groups.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check self_service_tool;

namespace {

constexpr std::size_t longest_name = 60, most_links = 5'000;

const PhraseGroups& tools() {
  static const PhraseGroups words("checks/data/tool-words.txt");
  return words;
}

// A link that names a tool, or the page itself where a heading names one above its fields.
struct Tool {
  const Page* page = nullptr;  // where it stands, or the link to it
  const Link* link = nullptr;
  Evidence evidence;
  int clicks = 0;
  Element element;  // the heading or the link; none for a line of text
};

// What stands round a heading or a link: its box while that is small, or what follows it.
std::string text_round(const Element& element) {
  constexpr std::size_t longest = 800;
  constexpr int levels = 3, following = 4;
  std::string text;
  Element box = element;
  for (int level = 0; level < levels && box; ++level) {
    if (box.name() == "main" || box.name() == "body") break;
    const std::string read = visible_text(box, longest + 1);
    if (read.size() > longest) break;
    text = read;
    box = box.parent();
  }
  int looked_at = 0;
  for (const Element& next : element.find("following-sibling::*")) {
    const auto name = next.name();
    if (name == "h1" || name == "h2" || name == "h3" || ++looked_at > following) break;
    text += "\n" + visible_text(next, longest);
  }
  return text;
}

bool has_inputs(const Page& page) {
  std::size_t fields = 0;
  for (const Form& form : page.forms()) {
    for (const Field& field : form.fields) {
      fields += field.type != "hidden" && field.type != "submit" && field.type != "search";
    }
  }
  return fields >= 2;
}

// "in 5 minutes", "3 simple steps", "4 вопроса", with the words beside it; absent: none is said.
std::optional<std::string> effort_in(const std::string& text) {
  static const RE2 effort(
      "(?i)((?:\\pL+\\s){0,3}[0-9]{1,2}\\s?(?:-\\s?[0-9]{1,2}\\s?)?(?:\\pL+ "
      ")?(?:min|sec|step|question|click|минут|мин\\b|"
      "секунд|шаг|вопрос|клик|хвилин|крок|питан|paso|pregunta|دقیقه|مرحله|سوال|schritt|frage|klick|"
      "étape|"
      "passo|etapa|pergunta|minut|domand|krok|pytan|adım|soru|dakika|دقيقة|دقائق|خطوات|أسئلة|分|步|"
      "秒|ステップ|"
      "問|분|단계|질문|stap|vragen|otáz|steg|fråg|דקות|שלבים|שאלות|मिनट|चरण)\\pL*)");
  std::string said;
  if (!RE2::PartialMatch(ascii_digits(text), effort, &said)) return std::nullopt;
  return shorten(said, 100);
}

// A line beside fields that promises prices and says what asking takes: "Find out prices by
// tomorrow, it takes 5 minutes".
std::optional<Tool> quote_on(const Site& site, const Page& page) {
  constexpr std::size_t longest_line = 300;
  const std::string& text = page.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, std::min(end - begin, longest_line + 1));
    begin = end + 1;
    if (line.size() > longest_line || !tools().names("quote", line) || !effort_in(line)) continue;
    return Tool{
        &page, nullptr, {page.url().href(), "text", shorten(line, 200)}, site.depth(page), {}};
  }
  return std::nullopt;
}

std::optional<Tool> tool_on(const Site& site, const Page& page) {
  constexpr std::size_t most_headings = 100;
  if (!page.document()) return std::nullopt;
  if (has_inputs(page)) {
    if (auto quote = quote_on(site, page)) return quote;
    std::size_t looked_at = 0;
    for (const Element& heading : page.document()->find("//h1 | //h2 | //h3")) {
      if (++looked_at > most_headings) break;
      const std::string words = visible_text(heading, 2 * longest_name);
      if (words.size() > longest_name || tools().named_in(words).empty()) continue;
      return Tool{
          &page, nullptr, {page.url().href(), heading.path(), words}, site.depth(page), heading};
    }
  }
  std::size_t looked_at = 0;
  for (const Link& link : page.links()) {
    if (!link.url || link.name().size() > longest_name || ++looked_at > most_links) continue;
    if (tools().named_in(link.name()).empty()) continue;
    return Tool{&page,
                &link,
                {page.url().href(), link.element.path(), shorten(link.name(), 100)},
                site.depth(page) + 1,
                link.element};
  }
  return std::nullopt;
}

// The nearest to home. Articles tell of tools, too.
std::optional<Tool> nearest_tool(const Site& site) {
  std::optional<Tool> nearest;
  for (const Page* page : site.pages()) {
    if (nearest && site.depth(*page) >= nearest->clicks) continue;
    if (site.visit_of(*page).role == Role::guessed) continue;
    const auto classes = classes_of(site, *page);
    if (std::find(classes.begin(), classes.end(), "blog") != classes.end()) continue;
    auto tool = tool_on(site, *page);
    if (tool && (!nearest || tool->clicks < nearest->clicks)) nearest = std::move(tool);
  }
  return nearest;
}

const Page* page_of(const Site& site, const Tool& tool) {
  if (!tool.link) return tool.page;
  const Visit* const visit = site.visit_of(*tool.link->url);
  return visit && visit->fetch.ok() ? site.page(*visit) : nullptr;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(self_service_tool, *why);
  const auto tool = nearest_tool(site);
  Facts facts;
  if (!tool) {
    const auto why =
        site_absence_unproven_because(site, {"prices", "booking", "delivery", "promotions"});
    if (why) {
      return all_unknown(self_service_tool, *why);
    }
    facts = all_not_applicable(self_service_tool);
    facts.say("present", false);
    return facts;
  }
  const std::vector<Evidence> evidence{tool->evidence};
  const Visit* const visit = tool->link ? site.visit_of(*tool->link->url) : nullptr;
  facts.say("present", true, evidence);
  facts.say("dead", visit && leads_nowhere(visit->fetch), evidence);
  facts.say("clicks", tool->clicks, evidence);
  const Page* const page = page_of(site, *tool);
  const Page* said_on = tool->page;
  auto said = effort_in(tool->evidence.excerpt);
  if (!said && tool->element) said = effort_in(text_round(tool->element));
  if (!said && page && page != tool->page) {
    said = effort_in(content_text(*page));
    said_on = page;
  }
  if (said) {
    facts.say("effort", true, {{said_on->url().href(), "text", *said}});
  } else if (!page) {
    facts.unknown("effort", visit ? Reason::no_source : Reason::budget_exhausted, evidence);
  } else {
    say_shown(facts, "effort", false, *page, evidence);
  }
  return facts;
}

}  // namespace

const Check self_service_tool{
    "self-service-tool",
    {{"present", "", "there is a calculator, a configurator, a quiz, a demo or a trial"},
     {"dead", "", "the link to it leads nowhere"},
     {"clicks", "", "clicks from home to it"},
     {"effort", "", "it says how many minutes or steps it takes"}},
    measure};

}  // namespace touchstone::checks
