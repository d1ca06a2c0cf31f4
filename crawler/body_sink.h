#pragma once

// Where the decoded bytes of a body go: kept up to a cap, counted, handed on as they come. A
// decompression bomb ends at the cap, because the bytes behind it are never asked for.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace touchstone {

class BodySink {
 public:
  using Part = std::function<void(std::string_view)>;  // may be empty

  BodySink(std::size_t limit, bool keep, Part part);

  // False: the limit is reached, the rest is not wanted. Bytes over the limit are cut.
  bool take(std::string_view bytes);
  void let_go() { full_ = true; }  // by the taker of a part: no more is wanted

  bool full() const { return full_; }
  std::size_t taken() const { return taken_; }  // decoded bytes, at most the limit
  std::string release() { return std::move(kept_); }

 private:
  std::size_t limit_;
  bool keep_;
  Part part_;
  std::size_t taken_ = 0;
  bool full_ = false;
  std::string kept_;
};

}  // namespace touchstone
