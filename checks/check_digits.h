#pragma once

// The check digits of companies' registration and tax numbers. Each takes a number without blanks
// and signs, letters in upper case, of the length and characters that its kind has; anything else
// is unsound. Pure and constant in time.

#include <string_view>

namespace touchstone {

using CheckDigits = bool (*)(std::string_view number);

bool sound_luhn(std::string_view number);  // SIREN, SIRET, partita IVA, Swedish and Israeli numbers
bool sound_inn(std::string_view number);   // Russia: 10 digits (firms) or 12 (people)
bool sound_ogrn(std::string_view number);  // Russia: 13 (firms) or 15 (OGRNIP)
bool sound_edrpou(std::string_view number);          // Ukraine: 8
bool sound_nip(std::string_view number);             // Poland: 10
bool sound_ico(std::string_view number);             // Czechia and Slovakia: 8
bool sound_ust_id(std::string_view number);          // Germany: 9 behind "DE"
bool sound_atu(std::string_view number);             // Austria: 8 behind "ATU"
bool sound_french_vat(std::string_view number);      // 2 characters and a SIREN behind "FR"
bool sound_dutch_vat(std::string_view number);       // 9 digits, "B", 2 digits behind "NL"
bool sound_swedish_vat(std::string_view number);     // 10 digits and "01" behind "SE"
bool sound_spanish_nif(std::string_view number);     // DNI, NIE and CIF: 9 characters
bool sound_portuguese_nif(std::string_view number);  // 9
bool sound_cnpj(std::string_view number);            // Brazil: 14; letters since July 2026
bool sound_vkn(std::string_view number);             // Turkey, taxes: 10
bool sound_mersis(std::string_view number);          // Turkey, register: 16
bool sound_uscc(std::string_view number);            // China: 18 characters (GB 32100-2015)
bool sound_gstin(std::string_view number);           // India: 15 characters
bool sound_iranian_id(std::string_view number);      // of legal persons: 11
bool without_check_digit(std::string_view number);   // true: the kind has none

}  // namespace touchstone
