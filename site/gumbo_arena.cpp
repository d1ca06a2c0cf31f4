#include "site/gumbo_arena.h"

#include <algorithm>
#include <bit>

namespace touchstone {

namespace {
constexpr std::size_t chunk_bytes = 256 * 1024;
}

// Stands before every block: its size class while it is in use, the next free one when it is not.
struct alignas(std::max_align_t) GumboArena::Block {
  std::size_t size_class;
  Block* next_free;
};

void* GumboArena::allocate(void* arena, std::size_t size) {
  const auto size_class =
      static_cast<std::size_t>(std::bit_width(std::max<std::size_t>(size, 16) - 1));
  return static_cast<GumboArena*>(arena)->take(size_class);
}

void GumboArena::release(void* arena, void* block) {
  if (!block) return;
  auto* const header = static_cast<Block*>(block) - 1;
  auto*& free = static_cast<GumboArena*>(arena)->free_[header->size_class];
  header->next_free = free;
  free = header;
}

void* GumboArena::take(std::size_t size_class) {
  if (size_class < std::size(free_) && free_[size_class]) {
    Block* const block = free_[size_class];
    free_[size_class] = block->next_free;
    return block + 1;
  }
  const std::size_t bytes =
      sizeof(Block) + (size_class < std::size(free_) ? std::size_t{1} << size_class : cap_);
  if (bytes > left_in_chunk_) {
    const std::size_t chunk = std::max(bytes, chunk_bytes);
    if (used_ + chunk > cap_) std::longjmp(out_of_memory_, 1);
    chunks_.emplace_back(new char[chunk]);
    used_ += chunk;
    next_in_chunk_ = chunks_.back().get();
    left_in_chunk_ = chunk;
  }
  auto* const block = new (next_in_chunk_) Block{size_class, nullptr};
  next_in_chunk_ += bytes;
  left_in_chunk_ -= bytes;
  return block + 1;
}

}  // namespace touchstone
