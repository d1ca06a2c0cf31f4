#pragma once

// The data of standards and libraries, held against the program's parts. The data does not belong
// to the project; whoever has it runs `suites FOLDER`.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace touchstone::suites {

// What a suite found.
class Tally {
 public:
  // One case. `what` says the case, what was wanted and what came; kept when it does not hold.
  void expect(bool holds, const std::string& what);
  // A case that does not concern the program, with why; its name where cases have one.
  void skip(const std::string& reason, const std::string& name = {}) {
    skipped_[reason].push_back(name);
  }

  bool holds() const { return failures_.empty() && total_ > 0; }
  void print(std::string_view suite) const;

 private:
  int total_ = 0;
  std::vector<std::string> failures_;
  std::map<std::string, std::vector<std::string>> skipped_;
};

// "null" or the text in quotes with control characters escaped, for failures.
std::string shown(const std::string& text);
template <typename Optional>
std::string shown(const Optional& text) {
  return text ? shown(std::string(*text)) : "null";
}

// Throw std::runtime_error with the file's name.
std::string read_bytes(const std::string& path);
nlohmann::json read_json(const std::string& path);

// Each takes the folder of all suites.
Tally whatwg_url(const std::string& folder);
Tally whatwg_to_ascii(const std::string& folder);
Tally public_suffixes(const std::string& folder);
Tally html5lib_encodings(const std::string& folder);
Tally media_types(const std::string& folder);
Tally link_headers(const std::string& folder);
Tally http_dates(const std::string& folder);
Tally robots(const std::string& folder);
Tally phone_numbers(const std::string& folder);
Tally phone_texts(const std::string& folder);
Tally spf(const std::string& folder);

}  // namespace touchstone::suites
