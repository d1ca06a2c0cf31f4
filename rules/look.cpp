// Facts that rules of users read by data instead of code (rules/README.md, "Looks").

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "rules/judge.h"
#include "site/page_class.h"

namespace touchstone {

namespace {

constexpr std::size_t most_finds = 1000, longest_excerpt = 200, longest_text = 2000;

// One place where a look reads.
struct Source {
  const Fetch* fetch = nullptr;
  const Page* page = nullptr;  // null: no HTML
};

struct Find {
  std::string text, place;
  const Fetch* fetch = nullptr;
};

// What a look found; or why it could not look.
struct Sight {
  std::vector<Find> finds;
  std::optional<Reason> unseen;  // a source that could not be read for what is not there
  bool looked = false;           // at least one source was read
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
    re2::StringPiece rest(body);
    re2::StringPiece match;
    while (sight.finds.size() < most_finds &&
           pattern_->Match(rest, 0, rest.size(), RE2::UNANCHORED, &match, 1)) {
      sight.finds.push_back(
          {cut({match.data(), match.size()}, longest_text), "body", source.fetch});
      const std::size_t end = static_cast<std::size_t>(match.data() - rest.data()) + match.size();
      if (match.empty() && end == rest.size()) break;
      rest.remove_prefix(match.empty() ? end + 1 : end);
    }
  }

  // Absence counts from a page in full alone (catalogue section 3.2).
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
        if (sight.finds.size() >= most_finds) break;
        keep(element.text(), element.path(), source, sight);
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

  void keep(std::string_view text, const std::string& place, const Source& source,
            Sight& sight) const {
    if (sight.finds.size() >= most_finds) return;
    if (pattern_ && !RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern_)) {
      return;
    }
    sight.finds.push_back({cut(text, longest_text), place, source.fetch});
  }

  const Look& look_;
  std::optional<RE2> pattern_;
};

std::optional<std::int64_t> first_number(const std::string& text) {
  static const RE2 digits(R"((-?\d{1,15}))");
  std::int64_t number = 0;
  if (!RE2::PartialMatch(text, digits, &number)) return std::nullopt;
  return number;
}

std::vector<Evidence> evidence_of(const Sight& sight) {
  constexpr std::size_t enough = 5;
  std::vector<Evidence> evidence;
  for (const auto& find : sight.finds) {
    if (evidence.size() == enough) break;
    evidence.push_back(
        {find.fetch->answered().href(), find.place, cut(find.text, longest_excerpt)});
  }
  return evidence;
}

void say_fact(const std::string& name, const Look& look, const Sight& sight, Facts& facts) {
  if (sight.finds.empty()) {
    if (sight.unseen || !sight.looked) {
      facts.unknown(name, sight.unseen.value_or(Reason::insufficient_evidence));
    } else if (look.take == Look::Take::exists) {
      facts.say(name, Value(false));
    } else if (look.take == Look::Take::count) {
      facts.say(name, 0);
    } else {
      facts.absent(name);
    }
    return;
  }
  const std::string& text = sight.finds.front().text;
  auto evidence = evidence_of(sight);
  switch (look.take) {
    case Look::Take::exists:
      facts.say(name, Value(true), std::move(evidence));
      break;
    case Look::Take::count:
      facts.say(name, Value(static_cast<std::int64_t>(sight.finds.size())), std::move(evidence));
      break;
    case Look::Take::text:
      facts.say(name, Value(text), std::move(evidence));
      break;
    case Look::Take::length:
      facts.say(name, Value(static_cast<std::int64_t>(text.size())), std::move(evidence));
      break;
    case Look::Take::number:
      if (const auto number = first_number(text)) {
        facts.say(name, Value(*number), std::move(evidence));
      } else {
        facts.absent(name, std::move(evidence));
      }
      break;
  }
}

Facts& facts_of(const std::string& touchpoint, std::vector<Measured>& measured) {
  for (auto& one : measured) {
    if (one.touchpoint == touchpoint) return one.facts;
  }
  measured.push_back({touchpoint, {}});
  return measured.back().facts;
}

}  // namespace

void add_looks(const Rulebook& rulebook, const Site& site, std::vector<Measured>& measured) {
  for (const auto& rule : rulebook.touchpoints) {
    for (const auto& component : rule.components) {
      if (!component.look) continue;
      Sight sight;
      const Looker looker(*component.look);
      for (const auto& source : sources_of(site, component.look->where)) {
        looker.read(source, sight);
      }
      say_fact(component.fact, *component.look, sight, facts_of(rule.id, measured));
    }
  }
}

}  // namespace touchstone
