#include "rules/wording.h"

namespace touchstone {

namespace {

// The digit that stands at that place of "0123456789" in another script; all take as many bytes.
std::string_view digit_of(std::string_view digits, char ascii) {
  const std::size_t width = digits.size() / 10;
  return digits.substr(static_cast<std::size_t>(ascii - '0') * width, width);
}

}  // namespace

std::string Wording::operator()(std::string_view english) const {
  const auto found = words_.find(english);
  return found == words_.end() ? std::string(english) : found->second;
}

std::string Wording::number(std::int64_t number) const {
  constexpr std::size_t group = 3, least = 5;
  const auto separator = words_.find("digit-group");
  const auto digits = words_.find("digits");
  const std::string plain = std::to_string(number);
  const std::size_t sign = number < 0;
  const bool grouped = plain.size() - sign >= least;
  std::string written;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (grouped && i > sign && (plain.size() - i) % group == 0) {
      written += separator == words_.end() ? "," : separator->second;
    }
    const bool other_digit = i >= sign && digits != words_.end();
    written += other_digit ? digit_of(digits->second, plain[i]) : std::string_view(&plain[i], 1);
  }
  return written;
}

}  // namespace touchstone
