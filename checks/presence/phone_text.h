#pragma once

// Telephone numbers in running text: candidates by their look, then judged by what
// stands before them, where they stand and the numbering plans of the likely countries.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/presence/dialling.h"
#include "checks/presence/glyphs.h"
#include "checks/presence/number_label.h"

namespace touchstone {

// How far a place can be trusted to print telephone numbers.
enum class PhonePlace {
  text,     // running text: only a label, a "+" or the usual national form convinces
  contact,  // header, footer or contact page: a valid national number suffices
  link,     // the text of a tel: link: whatever looks like a number
};

struct TextNumber {
  std::size_t begin = 0, end = 0;        // bytes in the line; an extension is not part of it
  std::string printed;                   // as it stands there
  std::optional<DialledNumber> dialled;  // absent: no valid number, yet printed as one
  std::string whom;                      // "sales"; mostly empty
};

// Remembers what it has seen, so an object serves one thread.
class PhoneText {
 public:
  // `regions`: where the company is at home, likeliest first.
  explicit PhoneText(std::vector<std::string> regions) : regions_(std::move(regions)) {}

  // The numbers in one line of text. `before`: the end of the line above, where a label may stand;
  // a local number takes the area code of the one before it. Linear in the line.
  std::vector<TextNumber> find(std::string_view line, std::string_view before, PhonePlace place);

  // A valid number, by its "+" or of one of the likely regions. `text`: ASCII, as people dial it.
  const std::optional<DialledNumber>& dialled(const std::string& text);

  // At most so many different rows of digits are tried until the next call: hostile pages consist
  // of them, and every trial costs some microseconds.
  void begin_page() { trials_left_ = kMostTrials; }

 private:
  struct Run;  // a row of digits and separators in a line
  struct Area {
    std::string e164_prefix;  // "+7812"
    std::size_t local_digits = 0;
  };

  std::optional<DialledNumber> dial_anywhere(const std::string& text) const;
  std::optional<TextNumber> accept(const Run& run, PhonePlace place);
  std::optional<TextNumber> accept_local(const Run& run);
  void search(const Run& run, PhonePlace place, int depth, std::vector<TextNumber>& numbers);
  bool convincing(const Run& run, const DialledNumber& number, PhonePlace place) const;
  void remember_area(const std::string& looks, const DialledNumber& number);

  static constexpr int kMostTrials = 2'000, kMostRuns = 5'000;

  std::vector<std::string> regions_;
  int trials_left_ = kMostTrials, runs_left_ = kMostRuns;
  std::unordered_map<std::string, std::optional<DialledNumber>> known_;
  std::optional<Area> area_;
  int lines_since_area_ = 0;
};

}  // namespace touchstone
