#pragma once

// What a child process says to its parent over a pipe: progress now and then, its result once.

#include <optional>
#include <string>
#include <string_view>

#include "crawler/crawl.h"

namespace touchstone {

// The child's end. Blocks while the pipe is full; an end that nobody reads swallows what is said.
class ChildVoice {
 public:
  explicit ChildVoice(int pipe) : pipe_(pipe) {}

  void tell(const Progress& progress);
  void result(std::string_view bytes);

 private:
  void say(char kind, std::string_view bytes);
  int pipe_;
};

// The parent's end: takes bytes in pieces of any size.
class ChildEar {
 public:
  // False when they are nothing that a ChildVoice says.
  bool hear(std::string_view bytes);

  const Progress& progress() const { return progress_; }
  std::optional<std::string> take_result() { return std::move(result_); }

 private:
  bool take(char kind, std::string_view bytes);

  std::string waiting_;
  Progress progress_;
  std::optional<std::string> result_;
};

}  // namespace touchstone
