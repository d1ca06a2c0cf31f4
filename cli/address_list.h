#pragma once

// The addresses of a list: a file or standard input, one a line; blank lines and what begins with
// "#" are no addresses. Read as it comes, so that a list may be longer than memory.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "crawler/side_by_side.h"

namespace touchstone {

class AddressList {
 public:
  // `path`: "-" is standard input. Throws UsageError when it cannot be read.
  explicit AddressList(const std::string& path);
  ~AddressList();
  AddressList(const AddressList&) = delete;
  AddressList& operator=(const AddressList&) = delete;

  int descriptor() const { return descriptor_; }

  // Reads a piece; adds a job for each whole line that is an address, tells `bad` of each other
  // one: the line's number and what is wrong. False at the end.
  bool read(std::vector<Job>& jobs, const std::function<void(const std::string&)>& bad);

  // How many addresses a file seems to hold; 0 where that cannot be known beforehand.
  std::uint64_t size() const { return size_; }

 private:
  void take_line(std::vector<Job>& jobs, const std::function<void(const std::string&)>& bad);

  std::string name_;
  int descriptor_ = -1;
  std::uint64_t line_ = 0, size_ = 0;
  std::string waiting_;  // a line that is not whole yet
  bool too_long_ = false;
};

}  // namespace touchstone
