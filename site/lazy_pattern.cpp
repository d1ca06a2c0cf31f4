#include "site/lazy_pattern.h"

#include <re2/re2.h>

#include <mutex>
#include <utility>

namespace touchstone {

struct LazyPattern::State {
  std::string expression;
  std::once_flag once;
  std::unique_ptr<re2::RE2> compiled;
};

LazyPattern::LazyPattern(std::string expression) : state_(std::make_unique<State>()) {
  state_->expression = std::move(expression);
}

LazyPattern::LazyPattern(LazyPattern&&) noexcept = default;
LazyPattern::~LazyPattern() = default;

const re2::RE2& LazyPattern::get() const {
  std::call_once(state_->once,
                 [&] { state_->compiled = std::make_unique<re2::RE2>(state_->expression); });
  return *state_->compiled;
}

}  // namespace touchstone
