#pragma once

// A regular expression (RE2) that is compiled when it is first needed: long alternatives cost
// milliseconds each, and most pages need few of them. Safe to use from several threads.

#include <memory>
#include <string>

namespace re2 {
class RE2;
}

namespace touchstone {

class LazyPattern {
 public:
  explicit LazyPattern(std::string expression);
  LazyPattern(LazyPattern&&) noexcept;
  ~LazyPattern();

  const re2::RE2& get() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
