#pragma once

// The pages of the sample company: a bakery named "Example".

#include <string>

namespace touchstone {

std::string sample_home(const std::string& host);
std::string sample_contact(const std::string& host);
std::string sample_missing(const std::string& host);
std::string sample_style();

}  // namespace touchstone
