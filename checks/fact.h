#pragma once

// A named measurement of one touchpoint, with where it was read. Facts have no opinion: what they
// are worth to a customer is said by the rules.
//
//   Facts facts;
//   facts.say("largest_side", 180, {{icon.href(), "PNG header", "180x180"}});
//   facts.absent("svg");
//   facts.unknown("not_default", Reason::blocked_403);

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "site/reason.h"

namespace touchstone {

// Where it was read. `place`: an XPath, a header's name, "DNS MX", "TLS certificate". `excerpt`: at
// most some 200 characters of the web's text, unescaped.
struct Evidence {
  std::string url, place, excerpt;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// Units are those of the Check's FactSpec: ms, bytes, KiB, px, percent, or none.
using Value = std::variant<bool, std::int64_t, std::string>;
std::string to_string(const Value& value);  // "true", "180", the text

struct Fact {
  enum class State {
    known,           // `value` holds
    absent,          // looked for where it should be, and provably not there
    unknown,         // could not be seen; `why` says the reason
    not_applicable,  // makes no sense for this company
  };
  std::string name;
  State state = State::absent;
  Value value = false;
  std::optional<Reason> why;  // set when unknown
  std::vector<Evidence> evidence;
  // How many independent looks or signals say so. A heuristic rule (confidence "m") may call a
  // fact bad only from two on.
  int signals = 1;
};

// The facts of one touchpoint, by name. Saying a name again replaces the fact.
class Facts {
 public:
  Fact& say(std::string_view name, Value value, std::vector<Evidence> evidence = {});
  // Truths stay truths, and every other integer becomes the one kind of number.
  template <std::integral Number>
  Fact& say(std::string_view name, Number value, std::vector<Evidence> evidence = {}) {
    using Kept = std::conditional_t<std::is_same_v<Number, bool>, bool, std::int64_t>;
    return say(name, Value(static_cast<Kept>(value)), std::move(evidence));
  }
  Fact& say(std::string_view name, const char* value, std::vector<Evidence> evidence = {}) {
    return say(name, Value(std::string(value)), std::move(evidence));
  }
  Fact& absent(std::string_view name, std::vector<Evidence> evidence = {});
  Fact& unknown(std::string_view name, Reason why, std::vector<Evidence> evidence = {});
  Fact& not_applicable(std::string_view name);

  const Fact* find(std::string_view name) const;  // null: the check did not speak of it
  const std::map<std::string, Fact, std::less<>>& all() const { return facts_; }

 private:
  Fact& put(std::string_view name);
  std::map<std::string, Fact, std::less<>> facts_;
};

}  // namespace touchstone
