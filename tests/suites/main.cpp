#include <cstdio>
#include <exception>

#include "suite.h"

namespace {

using namespace touchstone::suites;

struct Suite {
  const char* name;
  Tally (*measure)(const std::string& folder);
};

constexpr Suite all_suites[] = {
    {"whatwg-url/urltestdata", whatwg_url}, {"whatwg-url/toascii", whatwg_to_ascii},
    {"publicsuffix", public_suffixes},      {"html5lib-tests/encoding", html5lib_encodings},
    {"wpt-mimesniff", media_types},         {"link-header", link_headers},
    {"curl-tests/dates", http_dates},       {"robotstxt", robots},
    {"libphonenumber", phone_numbers},      {"python-phonenumbers", phone_texts},
    {"openspf/rfc7208-tests", spf},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: suites FOLDER\n");
    return 2;
  }
  bool all_hold = true;
  for (const auto& suite : all_suites) {
    try {
      const Tally tally = suite.measure(argv[1]);
      tally.print(suite.name);
      all_hold = all_hold && tally.holds();
    } catch (const std::exception& error) {
      std::printf("%s: %s\n", suite.name, error.what());
      all_hold = false;
    }
  }
  return all_hold ? 0 : 1;
}
