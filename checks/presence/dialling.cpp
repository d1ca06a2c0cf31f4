#include "checks/presence/dialling.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

namespace touchstone {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;

// The library copes with more, but nothing longer is a number.
constexpr std::size_t kLongest = 60;

const PhoneNumberUtil& plans() {
  return *PhoneNumberUtil::GetInstance();
}

std::string digits_of(const std::string& text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

bool matches(const std::string& text, const std::string& region,
             PhoneNumberMatcher::Leniency leniency) {
  if (text.size() > kLongest) return false;
  PhoneNumberMatcher matcher(plans(), text, region, leniency, 2);
  PhoneNumberMatch match;
  return matcher.HasNext() && matcher.Next(&match) &&
         match.end() - match.start() >= static_cast<int>(text.size()) - 1;
}

}  // namespace

std::optional<DialledNumber> dial(std::string_view text, std::string_view region) {
  if (text.size() > kLongest) return std::nullopt;
  PhoneNumber number;
  const std::string from = region.empty() ? "ZZ" : std::string(region);
  if (plans().Parse(std::string(text), from, &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
    return std::nullopt;
  }
  if (!plans().IsValidNumber(number)) return std::nullopt;
  DialledNumber dialled;
  number.clear_extension();
  plans().Format(number, PhoneNumberUtil::E164, &dialled.e164);
  plans().GetRegionCodeForNumber(number, &dialled.region);
  plans().GetNationalSignificantNumber(number, &dialled.national);
  dialled.toll_free = plans().GetNumberType(number) == PhoneNumberUtil::TOLL_FREE;
  std::string national;
  plans().Format(number, PhoneNumberUtil::NATIONAL, &national);
  dialled.national_prefix = digits_of(national).size() > dialled.national.size();
  return dialled;
}

bool written_whole(const std::string& text, const std::string& region) {
  return matches(text, region, PhoneNumberMatcher::VALID);
}

bool grouped_as_usual(const std::string& text, const std::string& region) {
  return matches(text, region, PhoneNumberMatcher::STRICT_GROUPING);
}

bool is_region(std::string_view region) {
  return plans().GetCountryCodeForRegion(std::string(region)) != 0;
}

}  // namespace touchstone
