#include "checks/questions.h"

#include <re2/re2.h>

#include <algorithm>

#include "checks/structured_data.h"
#include "site/reading.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_question = 300;  // bytes
constexpr std::size_t most_questions = 1'000;

bool asks(std::string_view line) {
  return line.size() <= longest_question &&
         (line.ends_with("?") || line.ends_with("？") || line.ends_with("؟"));
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool is_heading(const Element& element) {
  const auto name = element.name();
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// What a line of the page is, by the nearest elements round it.
struct Line {
  bool question = false, heading = false, leads_on = false;
};

Line line_of(const TextPiece& piece, const std::string& text) {
  constexpr int levels_climbed = 8;
  Line line;
  line.question = asks(text);
  Element at = piece.element;
  for (int level = 0; level < levels_climbed && at; ++level, at = at.parent()) {
    if (at.name() == "summary" || at.name() == "dt") line.question = true;
    line.heading = line.heading || is_heading(at);
    if (at.name() != "a") continue;
    const std::string href = at.attribute("href").value_or("#");
    line.leads_on = !href.starts_with('#') && !href.starts_with("javascript:");
  }
  return line;
}

Questions on_page(const Page& page) {
  Questions found;
  const Reading reading(page);
  const std::string& text = reading.text();
  bool answering = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = collapse_spaces(std::string_view(text).substr(begin, end - begin));
    const auto first = text.find_first_not_of(" \t", begin);
    const TextPiece* piece = reading.at(first < end ? first : begin);
    begin = end + 1;
    if (line.empty() || !piece) continue;
    if (piece->region != Region::main) {
      answering = false;
      continue;
    }
    const Line kind = line_of(*piece, line);
    if (kind.question && static_cast<std::size_t>(found.number) < most_questions) {
      if (++found.number == 1) {
        found.first = {page.url().href(), piece->element.path(), shorten(line, 100)};
      }
      found.leading_on += kind.leads_on ? 1 : 0;
      answering = !kind.leads_on;
      if (answering) found.answers.push_back(0);
    } else if (kind.heading) {
      answering = false;
    } else if (answering) {
      found.answers.back() += characters(line);
    }
  }
  return found;
}

}  // namespace

Questions questions_on(const Page& page) {
  if (!page.document()) return {};
  Questions found = on_page(page);
  Questions told;
  for (const Thing& thing : structured_data_of(page).things) {
    if (thing.is_a("Question")) ++told.number;
    if (!thing.is_a("Answer")) continue;
    std::string answer = thing.text("text").value_or("");
    static const RE2 tag("<[^>]*>");
    RE2::GlobalReplace(&answer, tag, "");
    told.answers.push_back(characters(collapse_spaces(answer)));
  }
  if (told.number > found.number) {
    told.first = found.first.url.empty() ? Evidence{page.url().href(), "schema.org Question", ""}
                                         : found.first;
    told.leading_on = 0;
    std::swap(found, told);
  }
  found.structured = found.structured || told.number > 0;
  return found;
}

}  // namespace touchstone
