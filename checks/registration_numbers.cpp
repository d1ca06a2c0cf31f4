#include "checks/registration_numbers.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "checks/check_digits.h"
#include "site/embedded.h"
#include "site/http_text.h"
#include "site/lazy_pattern.h"
#include "site/text.h"

namespace touchstone {

namespace {

struct Kind {
  std::string_view name, label;
  std::string number;  // RE2 on folded text; its group is the number
  CheckDigits sound;
};

// So many digits, blanks and signs between them allowed.
std::string digits(int count) {
  return R"(\d(?:[ .\-/]?\d){)" + std::to_string(count - 1) + "}";
}

std::string grouped(const std::string& number) {
  return "(" + number + ")";
}

std::string after(const std::string& prefix, const std::string& number) {
  return prefix + R"([ .\-]?)" + grouped(number);
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{
      {"ru-inn", "inn", grouped(digits(10)), sound_inn},
      {"ru-inn", "inn", grouped(digits(12)), sound_inn},
      {"ru-ogrn", "ogrn", grouped(digits(13)), sound_ogrn},
      {"ru-ogrnip", "ogrn", grouped(digits(15)), sound_ogrn},
      {"ua-edrpou", "edrpou", grouped(digits(8)), sound_edrpou},
      {"pl-nip", "nip", grouped(digits(10)), sound_nip},
      {"cz-ico", "ico", grouped(digits(8)), sound_ico},
      {"de-vat", "vat", after("de", digits(9)), sound_ust_id},
      {"at-vat", "vat", after("at ?u", digits(8)), sound_atu},
      {"fr-vat", "vat", after("fr", "[0-9a-z]{2}[ .]?" + digits(9)), sound_french_vat},
      {"nl-vat", "vat", after("nl", digits(9) + R"([ .]?b[ .]?\d{2})"), sound_dutch_vat},
      {"it-vat", "vat", after("it", digits(11)), sound_luhn},
      {"pl-vat", "vat", after("pl", digits(10)), sound_nip},
      {"es-vat", "vat", after("es", "[0-9a-z][ -]?" + digits(7) + "[ -]?[0-9a-z]"),
       sound_spanish_nif},
      {"pt-vat", "vat", after("pt", digits(9)), sound_portuguese_nif},
      {"cz-vat", "vat", after("cz", digits(8)), sound_ico},
      {"se-vat", "vat", after("se", digits(12)), sound_swedish_vat},
      {"fr-siren", "siren", R"((?:[a-z \-]{2,30} )?)" + grouped(digits(9)), sound_luhn},
      {"fr-siret", "siret", grouped(digits(14)), sound_luhn},
      {"es-nif", "nif", grouped("[a-z][ -]?" + digits(7) + "[ -]?[0-9a-z]"), sound_spanish_nif},
      {"es-nif", "nif", grouped(digits(8) + "[ -]?[a-z]"), sound_spanish_nif},
      {"pt-nif", "nif", grouped(digits(9)), sound_portuguese_nif},
      {"it-piva", "piva", grouped(digits(11)), sound_luhn},
      {"br-cnpj", "cnpj",
       grouped(R"([0-9a-z]{2}\.?[0-9a-z]{3}\.?[0-9a-z]{3}[/ ]?[0-9a-z]{4}[- ]?\d{2})"), sound_cnpj},
      {"nl-kvk", "kvk", grouped(digits(8)), without_check_digit},
      {"se-org", "orgnr", grouped(digits(10)), sound_luhn},
      {"tr-vkn", "vkn", grouped(digits(10)), sound_vkn},
      {"tr-mersis", "mersis", grouped(digits(16)), sound_mersis},
      {"il-company", "il", grouped(digits(9)), sound_luhn},
      {"cn-uscc", "uscc", grouped("[0-9a-hj-npqrtuwxy]{18}"), sound_uscc},
      {"in-gstin", "gstin", grouped(R"(\d{2}[a-z]{5}\d{4}[a-z][0-9a-z]z[0-9a-z])"), sound_gstin},
      {"gb-company", "gb", grouped(R"((?:sc|ni|oc|so|nc|\d{2})\d{6})"), without_check_digit},
      {"ir-national-id", "ir", grouped(digits(11)), sound_iranian_id},
      {"de-register", "hrb", grouped(R"(\d{2,6})"), without_check_digit}};
  return all;
}

// The labels of each kind, folded.
const std::map<std::string, std::vector<std::string>, std::less<>>& labels() {
  static const auto all = [] {
    std::map<std::string, std::vector<std::string>, std::less<>> read;
    for (const auto line : embedded_list("checks/data/registration-labels.txt")) {
      const auto colon = line.find(':');
      auto& words = read[std::string(line.substr(0, colon))];
      for (auto rest = line.substr(colon + 1); !rest.empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        words.push_back(fold(trimmed(rest.substr(0, end))));
        rest.remove_prefix(std::min(rest.size(), end + 1));
      }
    }
    return read;
  }();
  return all;
}

struct Pattern {
  const Kind* kind;
  const std::vector<std::string>* words;
  LazyPattern text;
};

// A label, what people put between, the number; neither within a longer word.
const std::vector<Pattern>& patterns() {
  static const auto all = [] {
    const std::string signs = R"([ .:#,;=()/\-–—*_'"|]{0,6})";
    const std::string between = signs + "(?:no|nr|n|num|numero|number|numer|nummer|№|кпп)?" + signs;
    // Neither side goes on: "732 829 320" is no number of its own in "732 829 320 00074".
    const std::string end = R"((?:$|[^\p{L}\p{N} .\-]|[ .\-](?:$|\P{N})))";
    std::vector<Pattern> read;
    for (const Kind& kind : kinds()) {
      const auto& words = labels().find(kind.label)->second;
      std::string any;
      for (const auto& word : words) (any += any.empty() ? "" : "|") += RE2::QuoteMeta(word);
      read.push_back(
          {&kind, &words,
           LazyPattern(R"((?:^|[^\p{L}\p{N}])(?:)" + any + ")" + between + kind.number + end)});
    }
    return read;
  }();
  return all;
}

std::string bare(std::string_view number) {
  std::string text;
  for (const char c : number) {
    if (c >= '0' && c <= '9') text += c;
    if (c >= 'a' && c <= 'z') text += static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::vector<RegistrationNumber> registration_numbers_in(std::string_view text) {
  constexpr std::size_t most_read = 200'000, most_found = 50;
  const std::string folded = fold(text.substr(0, most_read));
  std::vector<RegistrationNumber> found;
  for (const Pattern& pattern : patterns()) {
    const auto stands = [&](const std::string& word) {
      return folded.find(word) != std::string::npos;
    };
    if (std::none_of(pattern.words->begin(), pattern.words->end(), stands)) continue;
    re2::StringPiece rest(folded);
    std::string match;
    while (found.size() < most_found && RE2::FindAndConsume(&rest, pattern.text.get(), &match)) {
      const std::string number = bare(match);
      RegistrationNumber one{pattern.kind->name, number, pattern.kind->sound(number)};
      if (std::find(found.begin(), found.end(), one) == found.end())
        found.push_back(std::move(one));
    }
  }
  return found;
}

}  // namespace touchstone
