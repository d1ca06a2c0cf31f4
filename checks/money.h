#pragma once

// Amounts of money in a text, as prices are printed in twenty languages: "1 299,00 €", "$19.99",
// "от 1500 руб.", "۱۲۰٬۰۰۰ تومان", "CHF 1'200.-". Pure and safe from several threads; linear.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct Amount {
  std::size_t begin = 0, end = 0;  // bytes of the text, sign and number
  std::int64_t hundredths = 0;     // 129900 for "1 299,00 €"
  std::string currency;  // ISO 4217; empty where several share the sign ($, kr, ¥, ریال)
};

// In the order of the text; not more than `most`.
std::vector<Amount> amounts_in(std::string_view text, std::size_t most = 1'000);

}  // namespace touchstone
