#include "site/script_mix.h"

#include <unicode/uspoof.h>

#include <memory>

namespace touchstone {
namespace {

struct CheckerDeleter {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

}  // namespace

bool is_highly_restrictive(std::string_view label) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<USpoofChecker, CheckerDeleter> checker(uspoof_open(&error));
  uspoof_setChecks(checker.get(), USPOOF_RESTRICTION_LEVEL, &error);
  uspoof_setRestrictionLevel(checker.get(), USPOOF_HIGHLY_RESTRICTIVE);
  const auto found = uspoof_checkUTF8(checker.get(), label.data(),
                                      static_cast<std::int32_t>(label.size()), nullptr, &error);
  return U_SUCCESS(error) && found == 0;
}

}  // namespace touchstone
