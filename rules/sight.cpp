#include "rules/sight.h"

#include <re2/re2.h>

#include <algorithm>

#include "site/page_class.h"
#include "site/reason.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t most_finds = 1000, most_described = 5, longest_text = 2000;
// Nested elements say the same text again and again: a page's worth of it eight times is enough.
constexpr std::size_t most_bytes = std::size_t{16} << 20;

// One place where a look reads.
struct Source {
  const Fetch* fetch = nullptr;
  const Page* page = nullptr;  // null: no HTML
};

Source source_of(const Visit* visit, const Site& site) {
  return visit ? Source{&visit->fetch, site.page(*visit)} : Source{};
}

std::vector<Source> sources_of(const Site& site, Look::Where where) {
  std::vector<Source> sources;
  switch (where) {
    case Look::Where::home:
      sources.push_back(source_of(site.visit(Role::home), site));
      break;
    case Look::Where::missing:
      sources.push_back(source_of(site.visit(Role::missing), site));
      break;
    case Look::Where::robots:
      sources.push_back(source_of(site.visit(Role::robots), site));
      break;
    case Look::Where::contact:
      if (const Page* page = page_of_class(site, "contact")) {
        sources.push_back({&page->fetch(), page});
      }
      break;
    case Look::Where::all:
      for (const Page* page : site.pages()) sources.push_back({&page->fetch(), page});
      break;
  }
  std::erase_if(sources, [](const Source& source) { return !source.fetch; });
  return sources;
}

// A text without valid UTF-8 or of a page's size helps nobody; the pattern sees it whole.
std::string cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most));
}

class Looker {
 public:
  explicit Looker(const Look& look) : look_(look) {
    if (!look.pattern.empty()) pattern_.emplace(look.pattern, RE2::Quiet);
  }

  void read(const Source& source, Sight& sight) const {
    if (const auto reason = unreadable_because(*source.fetch)) {
      sight.unseen = reason;
      return;
    }
    switch (look_.of) {
      case Look::Of::header:
        read_header(source, sight);
        break;
      case Look::Of::body:
        read_body(source, sight);
        break;
      case Look::Of::xpath:
        read_tree(source, sight);
        break;
    }
  }

 private:
  void read_header(const Source& source, Sight& sight) const {
    sight.looked = true;
    for (const auto value : source.fetch->headers().all(look_.expression)) {
      keep(value, look_.expression, source, sight);
    }
  }

  void read_body(const Source& source, Sight& sight) const {
    sight.looked = true;
    if (source.fetch->truncated) sight.unseen = Reason::truncated;
    const std::string& body = source.page ? source.page->html() : source.fetch->body;
    if (!pattern_) {
      if (!body.empty()) keep(body, "body", source, sight);
      return;
    }
    const re2::StringPiece all(body);
    re2::StringPiece match;
    std::size_t at = 0;
    while (!is_full(sight) && at <= all.size() &&
           pattern_->Match(all, at, all.size(), RE2::UNANCHORED, &match, 1)) {
      add({match.data(), match.size()}, "body", source, sight);
      at = static_cast<std::size_t>(match.data() - all.data()) + match.size() + match.empty();
    }
  }

  // Absence counts from a page in full alone.
  void read_tree(const Source& source, Sight& sight) const {
    if (!source.page) return;
    if (const auto reason = source.page->reason()) sight.unseen = reason;
    if (!source.page->document()) return;
    const auto value = source.page->document()->evaluate(look_.expression);
    if (!value) {
      sight.unseen = Reason::too_deep;  // the operation limit was reached
      return;
    }
    sight.looked = true;
    if (const auto* elements = std::get_if<std::vector<Element>>(&*value)) {
      for (const auto& element : *elements) {
        if (is_full(sight)) break;
        // Without a pattern the later ones only count.
        const bool counts = !pattern_ && sight.finds.size() >= most_described;
        keep(counts ? "" : element.text(), counts ? "" : element.path(), source, sight);
      }
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&*value)) {
      for (const auto& text : *texts) keep(text, look_.expression, source, sight);
    } else if (const auto* number = std::get_if<double>(&*value)) {
      keep_number(*number, source, sight);
    } else if (std::get<bool>(*value)) {
      keep("true", look_.expression, source, sight);
    }
  }

  void keep_number(double number, const Source& source, Sight& sight) const {
    constexpr double limit = 1e15;
    if (!(number > -limit && number < limit)) return;  // not a number, or none that counts
    keep(std::to_string(static_cast<std::int64_t>(number)), look_.expression, source, sight);
  }

  static bool is_full(Sight& sight) {
    if (sight.bytes >= most_bytes) sight.unseen = Reason::truncated;
    return sight.finds.size() >= most_finds || sight.bytes >= most_bytes;
  }

  void keep(std::string_view text, const std::string& place, const Source& source,
            Sight& sight) const {
    if (is_full(sight)) return;
    sight.bytes += text.size();
    if (pattern_ && !RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern_)) {
      return;
    }
    add(text, place, source, sight);
  }

  void add(std::string_view text, const std::string& place, const Source& source,
           Sight& sight) const {
    const bool measures = look_.take == Look::Take::length && sight.finds.empty();
    sight.finds.push_back(
        {cut(text, longest_text), place, source.fetch, measures ? grapheme_count(text) : 0});
  }

  const Look& look_;
  std::optional<RE2> pattern_;
};

}  // namespace

Sight look_at(const Site& site, const Look& look) {
  Sight sight;
  const Looker looker(look);
  for (const auto& source : sources_of(site, look.where)) looker.read(source, sight);
  return sight;
}

}  // namespace touchstone
