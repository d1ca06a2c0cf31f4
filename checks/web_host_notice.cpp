#include "checks/web_host_notice.h"

#include <re2/re2.h>

#include <algorithm>

#include "checks/legal_identity.h"
#include "site/embedded.h"
#include "site/page_class.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_label = 80;   // bytes; more is a sentence
constexpr std::size_t longest_entry = 200;  // bytes of a line that speaks of one firm alone
constexpr int lines_below_label = 6;        // a name, an address, a telephone
constexpr std::size_t most_of_section = 4'000;

std::string any_of(std::string_view list) {
  std::string all;
  for (const auto word : embedded_list(list)) {
    (all += all.empty() ? "" : "|") += RE2::QuoteMeta({word.data(), word.size()});
  }
  return "(?:" + all + ")";
}

const std::string& host_word() {
  static const std::string word = any_of("checks/data/web-host-words.txt") + R"([\pL\pM]*)";
  return word;
}

const RE2& by_word() {
  static const RE2 word(R"((?i)(?:^|[^\pL]))" + any_of("checks/data/by-words.txt") +
                        R"((?:[^\pL]|$))");
  return word;
}

// "Hosted by", "Hébergement :", "Hosting is provided by"; captured.
const RE2& named_host() {
  static const RE2 named(R"((?i)(?:^|[^\pL])()" + host_word() +
                         R"([^.:：\n]{0,40}(?:[:：\t]|[^\pL])" +
                         any_of("checks/data/by-words.txt") + R"([^\pL])))");
  return named;
}

// "3. Hébergement", "L'hébergeur du site", "Web hosting:"; not "Publisher and host". A heading may
// say more than a mere label.
bool is_label(std::string_view line, bool heading) {
  static const std::string begin = R"((?i)^[\pN\pP\pZ]*(?:\pL+[ '’\-])?)" + host_word();
  static const RE2 label(begin + R"((?: \pL+){0,2}\s*[:：]?\s*$)"), title(begin);
  const re2::StringPiece text(line.data(), line.size());
  if (line.size() > longest_label) return false;
  if (heading) return RE2::PartialMatch(text, title);
  return RE2::PartialMatch(text, label) && !RE2::PartialMatch(text, by_word());
}

// Where in the line the web host's part begins; the line's size when it has none.
std::size_t begin_of_host(std::string_view line) {
  static const RE2 spoken_of(R"((?i)(?:^|[^\pL])()" + host_word() + ")");
  static const RE2 sentence_begin(R"(\p{Ll}{3}[.!?]\s+(\p{Lu}))");
  const re2::StringPiece text(line.data(), line.size());
  const auto place = [&](const re2::StringPiece& part) {
    return static_cast<std::size_t>(part.data() - text.data());
  };
  re2::StringPiece part, sentence;
  if (RE2::PartialMatch(text, named_host(), &part)) return place(part);
  if (!RE2::PartialMatch(text, spoken_of, &part)) return line.size();
  if (line.size() <= longest_entry) return 0;
  std::size_t begin = 0;
  re2::StringPiece before = text.substr(0, place(part));
  while (RE2::FindAndConsume(&before, sentence_begin, &sentence)) begin = place(sentence);
  return begin;
}

int heading_level(Element element) {
  for (int up = 0; up < 4 && element; ++up, element = element.parent()) {
    const auto name = element.name();
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      return name[1] - '0';
  }
  return 0;
}

// The section of the web host while the lines are read one by one.
struct HostSection {
  bool open = false;
  int level = 0;  // of its heading; 0: a mere label
  int lines = 0;
  std::size_t bytes = 0;

  bool ends_at(int next_level) const {
    if (bytes > most_of_section || (level == 0 && lines > lines_below_label)) return true;
    return next_level > 0 && (level == 0 || next_level <= level);
  }
};

}  // namespace

bool is_notice(const Site& site, const Page& page) {
  if (names_imprint(page.title())) return true;
  const auto classes = classes_of(site, page);
  return std::find(classes.begin(), classes.end(), "privacy") != classes.end();
}

std::vector<Element> silence_web_host(Reading& reading) {
  std::vector<std::pair<std::size_t, std::size_t>> silenced;
  const std::string_view text = reading.text();
  HostSection section;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    const TextPiece* const piece = reading.at(begin);
    const bool main = piece && piece->region == Region::main;
    const int level = piece ? heading_level(piece->element) : 0;
    if (!main || section.ends_at(level)) section.open = false;
    if (main && !section.open && is_label(line, level > 0)) section = {true, level, 0, 0};
    if (section.open) {
      ++section.lines;
      section.bytes += line.size();
    }
    const std::size_t from = section.open ? 0 : main ? begin_of_host(line) : line.size();
    if (from < line.size()) silenced.emplace_back(begin + from, end);
    begin = end + 1;
  }
  std::vector<Element> links;
  auto piece = reading.pieces().begin();
  for (const auto& [begin, end] : silenced) {
    while (piece != reading.pieces().end() && piece->begin < begin) ++piece;
    for (; piece != reading.pieces().end() && piece->begin < end; ++piece) {
      if (const Element link = enclosing(piece->element, "a")) links.push_back(link);
    }
    reading.blank(begin, end);
  }
  return links;
}

}  // namespace touchstone
