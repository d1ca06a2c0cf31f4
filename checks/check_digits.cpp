#include "checks/check_digits.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace touchstone {

namespace {

bool all_digits(std::string_view number, std::size_t length) {
  return number.size() == length &&
         std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int digit(std::string_view number, std::size_t at) {
  return number[at] - '0';
}

// Of the characters from the first on, each by its weight; letters count on from "0" as in ASCII.
int weighted(std::string_view number, std::initializer_list<int> weights) {
  int sum = 0;
  std::size_t at = 0;
  for (const int weight : weights) sum += weight * digit(number, at++);
  return sum;
}

// The number that the first digits make, in remainders of a small one.
int remainder_of(std::string_view number, std::size_t digits, int divisor) {
  int remainder = 0;
  for (std::size_t at = 0; at < digits; ++at)
    remainder = (remainder * 10 + digit(number, at)) % divisor;
  return remainder;
}

// The sum of a product's own digits, for products under 100.
int crossed(int product) {
  return product / 10 + product % 10;
}

// Turkey's number of citizens, which the register uses for sole traders.
bool sound_tckn(std::string_view number) {
  if (!all_digits(number, 11) || number[0] == '0') return false;
  int odd = 0, even = 0;
  for (std::size_t at = 0; at < 9; ++at) (at % 2 == 0 ? odd : even) += digit(number, at);
  const int tenth = ((7 * odd - even) % 10 + 10) % 10;
  return tenth == digit(number, 9) && (odd + even + tenth) % 10 == digit(number, 10);
}

}  // namespace

bool sound_luhn(std::string_view number) {
  if (!all_digits(number, number.size()) || number.empty()) return false;
  int sum = 0;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const bool doubled = (number.size() - at) % 2 == 0;
    sum += doubled ? crossed(2 * digit(number, at)) : digit(number, at);
  }
  return sum % 10 == 0;
}

bool sound_inn(std::string_view number) {
  if (all_digits(number, 10))
    return weighted(number, {2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digit(number, 9);
  return all_digits(number, 12) &&
         weighted(number, {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digit(number, 10) &&
         weighted(number, {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digit(number, 11);
}

bool sound_ogrn(std::string_view number) {
  if (all_digits(number, 13)) return remainder_of(number, 12, 11) % 10 == digit(number, 12);
  return all_digits(number, 15) && remainder_of(number, 14, 13) % 10 == digit(number, 14);
}

bool sound_edrpou(std::string_view number) {
  if (!all_digits(number, 8)) return false;
  const bool middle = number >= "30000000" && number <= "60000000";
  int check =
      (middle ? weighted(number, {7, 1, 2, 3, 4, 5, 6}) : weighted(number, {1, 2, 3, 4, 5, 6, 7})) %
      11;
  if (check == 10) {
    check = (middle ? weighted(number, {9, 3, 4, 5, 6, 7, 8})
                    : weighted(number, {3, 4, 5, 6, 7, 8, 9})) %
            11 % 10;
  }
  return check == digit(number, 7);
}

bool sound_nip(std::string_view number) {
  return all_digits(number, 10) &&
         weighted(number, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == digit(number, 9);
}

bool sound_ico(std::string_view number) {
  return all_digits(number, 8) &&
         (11 - weighted(number, {8, 7, 6, 5, 4, 3, 2}) % 11) % 10 == digit(number, 7);
}

// ISO 7064, MOD 11,10.
bool sound_ust_id(std::string_view number) {
  if (!all_digits(number, 9)) return false;
  int product = 10;
  for (std::size_t at = 0; at < 8; ++at) {
    const int sum = (digit(number, at) + product) % 10;
    product = 2 * (sum == 0 ? 10 : sum) % 11;
  }
  return (11 - product) % 10 == digit(number, 8);
}

bool sound_atu(std::string_view number) {
  if (!all_digits(number, 8)) return false;
  int sum = 4;
  for (std::size_t at = 0; at < 7; ++at)
    sum += at % 2 == 0 ? digit(number, at) : crossed(2 * digit(number, at));
  return (10 - sum % 10) % 10 == digit(number, 7);
}

bool sound_french_vat(std::string_view number) {
  if (number.size() != 11 || !sound_luhn(number.substr(2))) return false;
  const auto key = number.substr(0, 2);
  if (!all_digits(key, 2)) return true;  // keys with a letter follow no published rule
  const int siren = remainder_of(number.substr(2), 9, 97);
  return (12 + 3 * siren) % 97 == remainder_of(key, 2, 100);
}

// Firms: the ninth digit by weights; sole traders since 2020: ISO 7064 MOD 97-10 over the whole.
bool sound_dutch_vat(std::string_view number) {
  if (number.size() != 12 || number[9] != 'B' || !all_digits(number.substr(0, 9), 9) ||
      !all_digits(number.substr(10), 2))
    return false;
  if (weighted(number, {9, 8, 7, 6, 5, 4, 3, 2}) % 11 == digit(number, 8)) return true;
  const std::string_view country = "2321", letter = "11";  // "NL", "B"
  int remainder = 0;
  for (const auto part : {country, number.substr(0, 9), letter, number.substr(10)})
    for (const char c : part) remainder = (remainder * 10 + (c - '0')) % 97;
  return remainder == 1;
}

bool sound_swedish_vat(std::string_view number) {
  return all_digits(number, 12) && number.ends_with("01") && sound_luhn(number.substr(0, 10));
}

bool sound_spanish_nif(std::string_view number) {
  if (number.size() != 9 || !all_digits(number.substr(1, 7), 7)) return false;
  constexpr std::string_view people = "TRWAGMYFPDXBNJZSQVHLCKE", firms = "JABCDEFGHI";
  const char first = number[0], last = number[8];
  const auto foreigner = std::string_view("XYZ").find(first);
  if (foreigner != std::string_view::npos || (first >= '0' && first <= '9')) {
    const int begin =
        foreigner != std::string_view::npos ? static_cast<int>(foreigner) : digit(number, 0);
    int rest = begin;
    for (std::size_t at = 1; at < 8; ++at) rest = (rest * 10 + digit(number, at)) % 23;
    return last == people[static_cast<std::size_t>(rest)];
  }
  int sum = 0;
  for (std::size_t at = 1; at < 8; ++at)
    sum += at % 2 == 1 ? crossed(2 * digit(number, at)) : digit(number, at);
  const int check = (10 - sum % 10) % 10;
  return last == '0' + check || last == firms[static_cast<std::size_t>(check)];
}

bool sound_portuguese_nif(std::string_view number) {
  if (!all_digits(number, 9)) return false;
  const int check = 11 - weighted(number, {9, 8, 7, 6, 5, 4, 3, 2}) % 11;
  return (check >= 10 ? 0 : check) == digit(number, 8);
}

bool sound_cnpj(std::string_view number) {
  if (number.size() != 14 || !all_digits(number.substr(12), 2)) return false;
  const auto check = [](int sum) { return sum % 11 < 2 ? 0 : 11 - sum % 11; };
  return check(weighted(number, {5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2})) == digit(number, 12) &&
         check(weighted(number, {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2})) == digit(number, 13);
}

bool sound_vkn(std::string_view number) {
  if (!all_digits(number, 10)) return false;
  int sum = 0;
  for (std::size_t at = 0; at < 9; ++at) {
    const int power = 9 - static_cast<int>(at);
    const int shifted = (digit(number, at) + power) % 10;
    const int scaled = shifted * (1 << power) % 9;
    sum += shifted != 0 && scaled == 0 ? 9 : scaled;
  }
  return (10 - sum % 10) % 10 == digit(number, 9);
}

// The number of the taxpayer in eleven digits, then five of the branch.
bool sound_mersis(std::string_view number) {
  if (!all_digits(number, 16)) return false;
  return number[0] == '0' ? sound_vkn(number.substr(1, 10)) : sound_tckn(number.substr(0, 11));
}

bool sound_uscc(std::string_view number) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  if (number.size() != 18) return false;
  std::size_t sum = 0, weight = 1;
  for (std::size_t at = 0; at < 17; ++at) {
    const auto value = alphabet.find(number[at]);
    if (value == alphabet.npos) return false;
    sum += value * weight;
    weight = weight * 3 % 31;
  }
  return alphabet[(31 - sum % 31) % 31] == number[17];
}

bool sound_gstin(std::string_view number) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  if (number.size() != 15) return false;
  std::size_t sum = 0;
  for (std::size_t at = 0; at < 14; ++at) {
    const auto value = alphabet.find(number[at]);
    if (value == alphabet.npos) return false;
    const auto product = value * (at % 2 == 0 ? 1 : 2);
    sum += product / 36 + product % 36;
  }
  return alphabet[(36 - sum % 36) % 36] == number[14];
}

bool sound_iranian_id(std::string_view number) {
  if (!all_digits(number, 11)) return false;
  constexpr int weights[] = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};
  const int shift = digit(number, 9) + 2;
  int sum = 0;
  for (std::size_t at = 0; at < 10; ++at) sum += (digit(number, at) + shift) * weights[at];
  return sum % 11 % 10 == digit(number, 10);
}

bool without_check_digit(std::string_view) {
  return true;
}

}  // namespace touchstone
