#pragma once

// The encodings of the WHATWG Encoding Standard with their labels. For site/charset*.cpp alone.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct Encoding {
  std::string name;       // lower case
  std::string converter;  // ICU's name; "-": the program decodes it itself
  std::vector<std::string> labels;
};

const std::vector<Encoding>& all_encodings();

// By any label, in any case, with white space round it; null for what is no label.
const Encoding* find_encoding(std::string_view label);

}  // namespace touchstone
