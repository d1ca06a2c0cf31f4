#include "cli/address_list.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "cli/errand.h"
#include "reports/layout.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_line = 8'192;

// Without white space at its ends; empty for a comment.
std::string address_in(const std::string& line) {
  std::string text = collapse_spaces(line);
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text = collapse_spaces(text.substr(3));
  return text.starts_with('#') ? std::string() : text;
}

std::uint64_t addresses_in(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return 0;
  std::ifstream file(path, std::ios::binary);
  std::uint64_t count = 0;
  bool fresh = true, told = false;
  for (char byte = 0; file.get(byte);) {
    if (byte == '\n') {
      count += told ? 1 : 0;
      fresh = true;
      told = false;
    } else if (fresh && byte != ' ' && byte != '\t' && byte != '\r') {
      told = byte != '#';
      fresh = false;
    }
  }
  return count + (told ? 1 : 0);
}

}  // namespace

AddressList::AddressList(const std::string& path) : name_(path == "-" ? "standard input" : path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw UsageError(path + " is a folder");
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw UsageError("cannot read " + path);
  if (path != "-") size_ = addresses_in(path);
}

AddressList::~AddressList() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool AddressList::read(std::vector<Job>& jobs, const std::function<void(const std::string&)>& bad) {
  constexpr std::size_t piece = 4'096;  // small: what is read waits in memory
  char bytes[piece];
  const auto got = ::read(descriptor_, bytes, sizeof bytes);
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return true;
  if (got <= 0) {
    if (!waiting_.empty()) take_line(jobs, bad);
    return false;
  }
  for (const char byte : std::string_view(bytes, static_cast<std::size_t>(got))) {
    if (byte == '\n') {
      take_line(jobs, bad);
    } else if (waiting_.size() < longest_line) {
      waiting_ += byte;
    } else {
      too_long_ = true;
    }
  }
  return true;
}

void AddressList::take_line(std::vector<Job>& jobs,
                            const std::function<void(const std::string&)>& bad) {
  const std::string text = address_in(waiting_);
  const bool whole = !too_long_;
  waiting_.clear();
  too_long_ = false;
  ++line_;
  if (text.empty()) return;
  const auto refuse = [&](const std::string& why) {
    if (size_ > 0) --size_;
    bad(name_ + ":" + std::to_string(line_) + ": " + why);
  };
  if (!whole) return refuse("a line of more than 8192 bytes is no address");
  try {
    const Url address = typed_address(text).without_fragment();
    jobs.push_back({line_, address.href(), lane_of(address)});
  } catch (const UsageError& error) {
    refuse(printable(error.what()));
  }
}

}  // namespace touchstone
