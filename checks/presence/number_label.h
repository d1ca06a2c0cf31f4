#pragma once

// What the words before a number say of it: a telephone, or something that only looks like one.
// Words: checks/data/phone-labels.txt and checks/data/number-labels.txt.

#include <string>
#include <string_view>

namespace touchstone {

struct NumberLabel {
  enum class Kind { none, phone, fax, other };  // other: account, tax, order, article, ...
  Kind kind = Kind::none;
  std::string text;  // the word, folded; empty where none
};

// The nearest such word in the text before a number; `context` is some 60 bytes of it.
NumberLabel label_of(std::string_view context);

// Whom one reaches at the number, in the words before it: "Sales". The words for telephone alone
// ("Tel.:") say nothing of it; then empty.
std::string whom_of(std::string_view context);

}  // namespace touchstone
