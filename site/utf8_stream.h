#pragma once

// The bytes of a page as UTF-8 while they arrive: site/charset.h for a stream. A page in UTF-8 is
// handed on at once; of another the bytes are kept until they are all there. For site/ alone.

#include <functional>
#include <string>
#include <string_view>

#include "site/charset.h"

namespace touchstone {

class Utf8Stream {
 public:
  // Gets valid UTF-8, whole characters, without a byte order mark; lives for the call alone.
  using Use = std::function<void(std::string_view)>;

  // `content_type` as for sniff_charset.
  Utf8Stream(std::string content_type, std::string host);

  void take(std::string_view bytes, const Use& use);
  void finish(const Use& use);
  const Charset& charset() const { return charset_; }  // known when finished

 private:
  enum class Mode { undecided, utf8, kept };

  void decide(std::string_view bytes);
  void pass(std::string_view bytes, const Use& use);

  std::string content_type_, host_;
  Mode mode_ = Mode::undecided;
  Charset charset_;
  std::string kept_;  // undecided: the beginning; UTF-8: a torn character; else everything
};

}  // namespace touchstone
