#include "crawler/child_pipe.h"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace touchstone {

namespace {

constexpr char progress_kind = 'p', result_kind = 'r';
constexpr std::uint32_t longest = 1u << 30;
constexpr std::size_t head = 1 + sizeof(std::uint32_t);  // kind, length in the machine's order

// "12 60 reading https://...": takes a number and the blank behind it.
bool take_number(std::string_view& text, int& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto used = static_cast<std::size_t>(read.ptr - text.data());
  if (read.ec != std::errc{} || used >= text.size() || text[used] != ' ') return false;
  text.remove_prefix(used + 1);
  return true;
}

}  // namespace

void ChildVoice::tell(const Progress& progress) {
  say(progress_kind, std::to_string(progress.answered) + " " + std::to_string(progress.asked) +
                         " " + progress.doing);
}

void ChildVoice::result(std::string_view bytes) {
  say(result_kind, bytes);
}

void ChildVoice::say(char kind, std::string_view bytes) {
  const auto length = static_cast<std::uint32_t>(bytes.size());
  std::string message(head, kind);
  std::memcpy(message.data() + 1, &length, sizeof length);
  message += bytes;
  for (std::size_t at = 0; at < message.size();) {
    const auto written = ::write(pipe_, message.data() + at, message.size() - at);
    if (written < 0 && errno != EINTR) return;
    if (written > 0) at += static_cast<std::size_t>(written);
  }
}

bool ChildEar::hear(std::string_view bytes) {
  waiting_ += bytes;
  std::size_t at = 0;
  while (waiting_.size() - at >= head) {
    std::uint32_t length = 0;
    std::memcpy(&length, waiting_.data() + at + 1, sizeof length);
    if (length > longest) return false;
    if (waiting_.size() - at - head < length) break;
    if (!take(waiting_[at], std::string_view(waiting_).substr(at + head, length))) return false;
    at += head + length;
  }
  waiting_.erase(0, at);
  return true;
}

bool ChildEar::take(char kind, std::string_view bytes) {
  if (kind == result_kind) {
    result_ = std::string(bytes);
    return true;
  }
  Progress progress;
  if (kind != progress_kind || !take_number(bytes, progress.answered) ||
      !take_number(bytes, progress.asked)) {
    return false;
  }
  progress.doing = bytes;
  progress_ = std::move(progress);
  return true;
}

}  // namespace touchstone
