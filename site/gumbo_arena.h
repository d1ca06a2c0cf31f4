#pragma once

// The memory of one Gumbo parse: handed out in blocks of powers of two, taken back for use again,
// freed all at once, so that Gumbo's recursive destructor is never needed. Over the cap the parse
// ends by a jump, because Gumbo 0.10 does not look whether an allocation failed.

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <vector>

namespace touchstone {

class GumboArena {
 public:
  explicit GumboArena(std::size_t cap) : cap_(cap) {}

  // Where the parse goes on when the cap is reached; set it with setjmp before parsing.
  std::jmp_buf& out_of_memory() { return out_of_memory_; }

  static void* allocate(void* arena, std::size_t size);
  static void release(void* arena, void* block);

 private:
  struct Block;
  void* take(std::size_t size_class);

  std::size_t cap_, used_ = 0, left_in_chunk_ = 0;
  char* next_in_chunk_ = nullptr;
  std::vector<std::unique_ptr<char[]>> chunks_;
  Block* free_[48] = {};
  std::jmp_buf out_of_memory_;
};

}  // namespace touchstone
