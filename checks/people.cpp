#include "checks/people.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "checks/structured_data.h"
#include "site/embedded.h"
#include "site/page_class.h"
#include "site/reading.h"
#include "site/text.h"
#include "site/vocabulary.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostPeople = 30, kMostLines = 4'000, kLongestRole = 90, kLongestName = 160;
constexpr std::size_t kLinesToRole = 2, kLinesToContact = 5;

struct Line {
  std::string text;
  std::size_t offset = 0;
  bool in_main = false;  // menus and footers name pages and streets
};

std::vector<Line> lines_of(const Reading& reading) {
  std::vector<Line> lines;
  const std::string_view text = reading.text();
  for (std::size_t begin = 0; begin < text.size() && lines.size() < kMostLines;) {
    const auto end = std::min(text.find_first_of("\n\t", begin), text.size());
    const TextPiece* const piece = reading.at(begin);
    if (end > begin && piece) {
      lines.push_back({std::string(text.substr(begin, std::min<std::size_t>(end - begin, 300))),
                       begin, piece->region == Region::main});
    }
    begin = end + 1;
  }
  return lines;
}

using Phrases = std::set<std::string, std::less<>>;

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i == begin ? "" : " ") + words[i];
  return text;
}

Phrases phrases_of(std::string_view path) {
  Phrases phrases;
  for (const auto line : embedded_list(path)) {
    const auto parts = words(fold(line));
    phrases.insert(joined(parts, 0, parts.size()));
  }
  return phrases;
}

// Jobs of people, without what may be a department.
const Phrases& jobs() {
  static const Phrases known = phrases_of("checks/data/person-roles.txt");
  return known;
}

const Phrases& departments() {
  static const Phrases known = phrases_of("checks/data/departments.txt");
  return known;
}

// One of the phrases stands at the beginning or the end.
bool borders_on(const Phrases& phrases, const std::vector<std::string>& words) {
  constexpr std::size_t longest = 4;
  for (std::size_t count = 1; count <= std::min(longest, words.size()); ++count) {
    if (phrases.contains(joined(words, 0, count))) return true;
    if (phrases.contains(joined(words, words.size() - count, words.size()))) return true;
  }
  return false;
}

// "Sales manager", "Head of Marketing, Example": a job, not a sentence in which such a word stands.
bool tells_role(const std::string& line) {
  constexpr std::size_t most_words = 6;
  static const RE2 label(R"(^\pL)"), sentence(R"([.!?…]\s*$)");
  if (line.size() > kLongestRole || !RE2::PartialMatch(line, label)) return false;
  std::size_t count = 0;
  bool told = false;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find_first_of(",;|/()", begin), line.size());
    const auto part = words(fold(line.substr(begin, end - begin)));
    count += part.size();
    told = told || (part.size() <= most_words &&
                    (borders_on(jobs(), part) || borders_on(departments(), part)));
    begin = end + 1;
  }
  return told && (count <= 3 || !RE2::PartialMatch(line, sentence));
}

// A heading or a job that is written with capitals, as names are.
bool is_title_of_something(std::string_view line, std::string_view language) {
  const std::string folded = fold(line);
  const auto parts = words(folded);
  if (borders_on(jobs(), parts) || borders_on(departments(), parts)) return true;
  const auto idle = word_list("stop-words", language), english = word_list("stop-words", "en");
  const auto is_idle = [&](const std::string& word) {
    return word.size() > 2 && (std::find(idle.begin(), idle.end(), word) != idle.end() ||
                               std::find(english.begin(), english.end(), word) != english.end());
  };
  if (std::any_of(parts.begin(), parts.end(), is_idle)) return true;
  const auto& classes = page_classes();
  return std::any_of(classes.begin(), classes.end(), [&](const std::string& one) {
    return match_folded(folded, one) != Match::none;
  });
}

// The name in a line that tells the job as well: "Anna Huber, Sales manager", "Director: Ali Aziz",
// "Anna Huber notary". Empty when there is none.
std::string name_beside_job(const std::string& line) {
  static const RE2 apart(R"(^([^,;:|–—-]{2,60})(?:[,;:|]| [–—-]) ?([^,;:|–—]{2,60})$)"),
      behind(R"(^(\p{Lu}\S+(?: \p{Lu}\S+){1,2}) (\p{Ll}[^,;:|–—]{2,40})$)");
  std::string first, second;
  const std::string text = collapse_spaces(line);
  const auto is_job = [](const std::string& part) {
    return jobs().contains(joined(words(fold(part)), 0, words(part).size()));
  };
  if (RE2::FullMatch(text, apart, &first, &second)) {
    if (is_job(second) && looks_like_name(first)) return first;
    if (is_job(first) && looks_like_name(second)) return second;
  }
  if (RE2::FullMatch(text, behind, &first, &second) && is_job(second) && looks_like_name(first))
    return first;
  return {};
}

// The name behind the sign of a person or a form of address. Empty when there is none.
std::string name_behind_sign(const std::string& line) {
  static const RE2 sign(
      R"(^(?:[👤👩👨🧑][^\pL]*|(?:Herr|Frau|Mr\.?|Mrs\.?|Ms\.?|Sr\.?|Sra\.?|Dr\.?|Pan|Pani|Mme|Señor|Señora) )(\p{Lu}.*)$)");
  std::string name;
  return RE2::FullMatch(line, sign, &name) && looks_like_name(name) ? name : std::string();
}

bool tells_contact(const std::string& line) {
  static const RE2 way(R"((?i)[\pL\d._-]@[\pL\d]|\(at\)|\+?\d[\d ()./-]{6,}\d|whatsapp|telegram)");
  return RE2::PartialMatch(ascii_digits(line), way);
}

// The first line near `at` for which `holds` is true; the number of lines when there is none.
template <typename Holds>
std::size_t near(const std::vector<Line>& lines, std::size_t at, std::size_t back,
                 std::size_t ahead, const Holds& holds) {
  const std::size_t last = std::min(lines.size(), at + ahead + 1);
  for (std::size_t i = at > back ? at - back : 0; i < last; ++i) {
    if (i != at && holds(lines[i].text)) return i;
  }
  return lines.size();
}

// Pictures stand in the same card: few levels up, among few elements.
bool has_photo(const Element& name) {
  constexpr int kLevels = 3, kLargestCard = 60;  // elements
  Element card = name;
  for (int level = 0; level < kLevels && card.parent() && card.parent().name() != "body"; ++level) {
    card = card.parent();
    int elements = 0;
    bool found = false;
    walk(card, [&](const Step& step) {
      if (step.kind != Step::Kind::enter) return Walk::into;
      found = found || step.element.name() == "img";
      return found || ++elements > kLargestCard ? Walk::stop : Walk::into;
    });
    if (found) return true;
  }
  return false;
}

class Finder {
 public:
  People people;

  void read(const Page& page) {
    read_data(page);
    const Reading reading(page);
    const auto lines = lines_of(reading);
    for (std::size_t i = 0; i < lines.size() && people.named.size() < kMostPeople; ++i) {
      const std::string& text = lines[i].text;
      if (const std::string name = name_at(page, lines, i); !name.empty()) {
        add_named(page, reading, lines, i, name);
      } else if (lines[i].in_main && people.roles.size() < kMostPeople && text.size() <= 50 &&
                 tells_role(text) && near(lines, i, 0, 2, tells_contact) < lines.size()) {
        people.roles.push_back({page.url().href(), "text", text});
      }
    }
  }

 private:
  std::set<std::string> known_;

  // The name of a person that the line tells, with the job in the line or near it, or with a sign
  // of a person and a way to reach them. Empty when there is none.
  static std::string name_at(const Page& page, const std::vector<Line>& lines, std::size_t at) {
    const std::string& text = lines[at].text;
    if (text.size() > kLongestName) return {};
    if (const std::string name = name_behind_sign(text);
        !name.empty() && near(lines, at, 0, 2, tells_contact) < lines.size())
      return name;
    if (!lines[at].in_main) return {};
    if (std::string name = name_beside_job(text);
        !name.empty() && !is_title_of_something(name, page.language()))
      return name;
    const bool named =
        looks_like_name(text) && near(lines, at, 1, kLinesToRole, tells_role) < lines.size();
    return named && !is_title_of_something(text, page.language()) ? text : std::string();
  }

  void add_named(const Page& page, const Reading& reading, const std::vector<Line>& lines,
                 std::size_t at, const std::string& name) {
    if (!known_.insert(fold(name)).second) return;
    const Element element = reading.at(lines[at].offset)->element;
    const auto role = near(lines, at, 1, kLinesToRole, tells_role);
    NamedPerson person;
    person.evidence = {
        page.url().href(), element.path(),
        lines[at].text +
            (role < lines.size() && name == lines[at].text ? ", " + lines[role].text : "")};
    // Up to the next name: what stands behind it is the other's.
    for (std::size_t i = at + 1; i < lines.size() && i <= at + kLinesToContact; ++i) {
      if (looks_like_name(lines[i].text) || !name_at(page, lines, i).empty()) break;
      person.direct = person.direct || tells_contact(lines[i].text);
    }
    person.photo = has_photo(element);
    people.named.push_back(std::move(person));
  }

  void read_data(const Page& page) {
    for (const Thing& thing : structured_data_of(page).things) {
      if (people.named.size() == kMostPeople) return;
      const bool person = thing.is_a("Person") && thing.text("jobTitle").has_value();
      const bool contact = thing.is_a("ContactPoint") && thing.text("name").has_value();
      const auto name = thing.text("name");
      if ((!person && !contact) || !name || !known_.insert(fold(*name)).second) continue;
      people.named.push_back({{page.url().href(), "structured data", shorten(*name, 100)},
                              thing.has("telephone") || thing.has("email"),
                              thing.has("image")});
    }
  }
};

}  // namespace

bool looks_like_name(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  static const RE2 title(
      R"(^(?:(?:Dr|Prof|Dipl|Ing|Mr|Mrs|Ms|Herr|Frau|Sr|Sra|Dott|Mgr|Bc)\.?(?:-Ing\.)? )*)"),
      name(R"(^\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?: (?:\p{Lu}\.|von|van|de|da|del|der|al|bin))*)"
           R"((?: \p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?){1,2}$)"),
      persian(
          R"(^(?:آقای|خانم|مهندس|دکتر|سرکار خانم|جناب آقای|السيد|السيدة|الدكتور|المهندس) \pL+(?: \pL+){0,3}$)");
  if (line.empty() || line.size() > kLongest * 2) return false;
  std::string text = collapse_spaces(line);
  RE2::Replace(&text, title, "");
  return RE2::PartialMatch(text, name) || RE2::PartialMatch(text, persian);
}

People find_people(const Site& site) {
  std::vector<const Page*> pages;
  for (const char* const name : {"contact", "team", "about"}) {
    const Page* const page = page_of_class(site, name);
    if (page && std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
  }
  if (site.home() && std::find(pages.begin(), pages.end(), site.home()) == pages.end()) {
    pages.push_back(site.home());
  }
  Finder finder;
  for (const Page* page : pages) {
    if (page->document()) finder.read(*page);
  }
  return std::move(finder.people);
}

}  // namespace touchstone
