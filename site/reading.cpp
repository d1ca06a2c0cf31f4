#include "site/reading.h"

#include <algorithm>
#include <array>

#include "site/page_places.h"
#include "site/page_text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::array<std::string_view, 21> kNeverRead{
    "audio",   "canvas",   "datalist", "desc",     "head",     "iframe", "metadata",
    "noembed", "noframes", "noscript", "object",   "optgroup", "option", "script",
    "select",  "style",    "svg",      "template", "textarea", "title",  "video"};
constexpr std::array<std::string_view, 4> kCode{"code", "kbd", "pre", "samp"};

template <std::size_t n>
bool one_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_cell(const Element& element) {
  return element.name() == "td" || element.name() == "th";
}

// What holds for an element and for all below it.
struct Surroundings {
  Element element;
  Place place;
  bool unread = false, code = false;
};

class Writer {
 public:
  std::string text;
  std::vector<TextPiece> pieces;

  void break_line() {
    space_ = false;
    while (!text.empty() && text.back() == '\t') text.pop_back();
    if (!text.empty() && text.back() != '\n') text += '\n';
  }

  void set_off_cell() {
    space_ = false;
    if (!text.empty() && text.back() != '\n' && text.back() != '\t') text += '\t';
  }

  void say(std::string_view content, const Surroundings& here) {
    bool begun = false;
    for (const char c : content) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        space_ = !text.empty() && text.back() != '\n' && text.back() != '\t';
        continue;
      }
      if (space_) text += ' ';
      space_ = false;
      if (!begun) {
        pieces.push_back(
            {text.size(), here.element, here.place.region, here.place.hidden, here.code});
      }
      begun = true;
      text += c;
    }
  }

 private:
  bool space_ = false;
};

}  // namespace

Reading::Reading(const Page& page) : page_(&page) {
  const Document* document = page.document();
  if (!document) return;
  std::vector<Place> places;
  each_element(*document, [&](const Element&, const Place& place) { places.push_back(place); });
  Writer writer;
  std::size_t index = 0;
  std::vector<Surroundings> open(1);
  walk(document->root(), [&](const Step& step) {
    if (step.kind == Step::Kind::text) {
      if (!open.back().unread) writer.say(step.text, open.back());
      return Walk::into;
    }
    if (step.kind == Step::Kind::leave) open.pop_back();
    if (step.kind == Step::Kind::enter) {
      const auto name = step.element.name();
      const Surroundings& above = open.back();
      open.push_back({step.element, places[index++], above.unread || one_of(kNeverRead, name),
                      above.code || one_of(kCode, name)});
    }
    if (is_cell(step.element)) {
      writer.set_off_cell();
    } else if (is_block(step.element)) {
      writer.break_line();
    }
    return Walk::into;
  });
  text_ = std::move(writer.text);
  pieces_ = std::move(writer.pieces);
}

const TextPiece* Reading::at(std::size_t offset) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), offset,
      [](std::size_t wanted, const TextPiece& piece) { return wanted < piece.begin; });
  if (after != pieces_.begin()) return &*std::prev(after);
  return pieces_.empty() ? nullptr : &pieces_.front();
}

void Reading::blank(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < std::min(end, text_.size()); ++at) {
    if (text_[at] != '\n' && text_[at] != '\t') text_[at] = ' ';
  }
}

Element enclosing(Element element, std::string_view name) {
  while (element && element.name() != name) element = element.parent();
  return element;
}

}  // namespace touchstone
