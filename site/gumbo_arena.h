#pragma once

// The memory of one Gumbo parse, and the guard against pages that would keep Gumbo busy for ever.
//
// Memory is handed out in blocks of powers of two, taken back for use again and freed all at once,
// so that Gumbo's recursive destructor is never needed.
//
// Gumbo is quadratic in the length of its stack of open elements, of its list of formatting
// elements and of a tag's attributes. Only Gumbo knows what a page makes of them ("<b></x>" closes
// nothing, "<p>" opens formatting again), so the guard watches Gumbo itself: each of the three is a
// vector, and a vector that grows comes by here when its old, full block is given back.

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "site/document.h"

namespace touchstone {

class GumboArena {
 public:
  explicit GumboArena(std::size_t cap) : cap_(cap) {}

  // Where the parse goes on when it is given up, because Gumbo 0.10 does not look whether an
  // allocation failed; set it with setjmp before parsing, then ask refusal().
  std::jmp_buf& way_out() { return way_out_; }
  std::optional<DocumentRefusal> refusal() const { return refusal_; }
  [[noreturn]] void give_up(DocumentRefusal why);

  static void* allocate(void* arena, std::size_t size);
  static void release(void* arena, void* block);

 private:
  struct Block;
  void* take(std::size_t size);
  void look_at(const Block& full);
  const Block* block_at(const void* pointer) const;  // null: not ours

  std::size_t cap_, used_ = 0, left_in_chunk_ = 0, last_asked_ = 0;
  char* next_in_chunk_ = nullptr;
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<Chunk> chunks_;
  const char *lowest_ = nullptr, *highest_ = nullptr;
  Block* free_[48] = {};
  std::optional<DocumentRefusal> refusal_;
  std::jmp_buf way_out_;
};

}  // namespace touchstone
