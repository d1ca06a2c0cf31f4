#include "checks/colour.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>

#include "site/embedded.h"

namespace touchstone {

namespace {

std::optional<int> hex_number(std::string_view digits) {
  int number = 0;
  const auto end = digits.data() + digits.size();
  const auto [read, error] = std::from_chars(digits.data(), end, number, 16);
  return error == std::errc() && read == end ? std::optional(number) : std::nullopt;
}

std::optional<Colour> hex_colour(std::string_view digits) {
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (!is_short && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  std::string full;
  for (const char digit : digits) full += std::string(is_short ? 2 : 1, digit);
  if (full.size() == 8 && full.substr(6) != "ff") return std::nullopt;
  const auto number = hex_number(full.substr(0, 6));
  if (!number) return std::nullopt;
  return Colour{*number >> 16, (*number >> 8) & 255, *number & 255};
}

const std::map<std::string_view, Colour>& named_colours() {
  static const std::map<std::string_view, Colour> colours = [] {
    std::map<std::string_view, Colour> read;
    for (const std::string_view line : embedded_list("checks/data/colour-names.txt")) {
      const auto space = line.find(' ');
      read[line.substr(0, space)] = hex_colour(line.substr(space + 1)).value_or(Colour{});
    }
    return read;
  }();
  return colours;
}

int channel(double value) {
  return static_cast<int>(std::lround(std::clamp(value, 0.0, 255.0)));
}

// CSS Color Module Level 4, section 7.1. Hue in degrees, the others in percent.
Colour hsl_colour(double hue, double saturation, double lightness) {
  const double light = std::clamp(lightness / 100, 0.0, 1.0);
  const double spread = std::clamp(saturation / 100, 0.0, 1.0) * std::min(light, 1 - light);
  const auto part = [&](double n) {
    const double k = std::fmod(std::fmod(n + hue / 30, 12) + 12, 12);
    return channel(255 * (light - spread * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
  };
  return {part(0), part(8), part(4)};
}

double luminance_of(const Colour& colour) {
  const auto linear = [](int value) {
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> plain_colour(std::string_view css_value) {
  static const RE2 function(
      R"re((rgb|hsl)a?\(\s*(-?\d{1,6}(?:\.\d{0,6})?)(%|deg)?[\s,]+(\d{1,6}(?:\.\d{0,6})?)%?[\s,]+(\d{1,6}(?:\.\d{0,6})?)%?\s*(?:[,/]\s*(?:1|1\.0+|100%)\s*)?\))re");
  if (css_value.starts_with('#')) return hex_colour(css_value.substr(1));
  if (const auto named = named_colours().find(css_value); named != named_colours().end()) {
    return named->second;
  }
  std::string name, unit;
  double first = 0, second = 0, third = 0;
  if (!RE2::FullMatch({css_value.data(), css_value.size()}, function, &name, &first, &unit, &second,
                      &third)) {
    return std::nullopt;
  }
  if (name == "hsl") return hsl_colour(first, second, third);
  const auto part = [&](double value) { return channel(unit == "%" ? value * 255 / 100 : value); };
  return Colour{part(first), part(second), part(third)};
}

int contrast_of(const Colour& text, const Colour& ground) {
  const auto [dark, bright] = std::minmax({luminance_of(text), luminance_of(ground)});
  return static_cast<int>(100 * (bright + 0.05) / (dark + 0.05));
}

}  // namespace touchstone
