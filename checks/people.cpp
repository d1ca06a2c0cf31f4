#include "checks/people.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "checks/structured_data.h"
#include "site/page_class.h"
#include "site/phrase_list.h"
#include "site/reading.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostPeople = 30, kMostLines = 4'000, kLongestRole = 90;
constexpr std::size_t kLinesToRole = 2, kLinesToContact = 5;

struct Line {
  std::string text;
  std::size_t offset = 0;
};

std::vector<Line> lines_of(const Reading& reading) {
  std::vector<Line> lines;
  const std::string_view text = reading.text();
  for (std::size_t begin = 0; begin < text.size() && lines.size() < kMostLines;) {
    const auto end = std::min(text.find_first_of("\n\t", begin), text.size());
    const TextPiece* const piece = reading.at(begin);
    // Menus and footers name pages and streets.
    if (end > begin && piece && piece->region == Region::main) {
      lines.push_back(
          {std::string(text.substr(begin, std::min<std::size_t>(end - begin, 300))), begin});
    }
    begin = end + 1;
  }
  return lines;
}

bool tells_role(const std::string& line) {
  return line.size() <= kLongestRole &&
         has_listed_phrase(fold(line), "checks/data/person-roles.txt");
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
      if (looks_like_name(lines[i].text)) {
        add_named(page, reading, lines, i);
      } else if (people.roles.size() < kMostPeople && lines[i].text.size() <= 50 &&
                 tells_role(lines[i].text) && near(lines, i, 0, 2, tells_contact) < lines.size()) {
        people.roles.push_back({page.url().href(), "text", lines[i].text});
      }
    }
  }

 private:
  std::set<std::string> known_;

  void add_named(const Page& page, const Reading& reading, const std::vector<Line>& lines,
                 std::size_t at) {
    const auto role = near(lines, at, 1, kLinesToRole, tells_role);
    if (role == lines.size() || !known_.insert(fold(lines[at].text)).second) return;
    const Element element = reading.at(lines[at].offset)->element;
    NamedPerson person;
    person.evidence = {page.url().href(), element.path(), lines[at].text + ", " + lines[role].text};
    // Up to the next name: what stands behind it is the other's.
    for (std::size_t i = at + 1; i < lines.size() && i <= at + kLinesToContact; ++i) {
      if (looks_like_name(lines[i].text)) break;
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
