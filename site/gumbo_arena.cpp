#include "site/gumbo_arena.h"

#include <gumbo.h>

#include <algorithm>
#include <bit>
#include <functional>

namespace touchstone {

namespace {

constexpr std::size_t chunk_bytes = 256 * 1024;
constexpr std::size_t smallest_block = 16;
constexpr std::size_t vector_limit = 512;  // entries: levels, attributes of a tag

}  // namespace

// Stands before every block.
struct alignas(std::max_align_t) GumboArena::Block {
  std::size_t size;  // as asked for
  Block* next_free;

  std::size_t size_class() const {
    return static_cast<std::size_t>(std::bit_width(std::max(size, smallest_block) - 1));
  }
};

void* GumboArena::allocate(void* arena, std::size_t size) {
  return static_cast<GumboArena*>(arena)->take(size);
}

void GumboArena::release(void* arena, void* pointer) {
  if (!pointer) return;
  auto& self = *static_cast<GumboArena*>(arena);
  Block* const block = static_cast<Block*>(pointer) - 1;
  self.look_at(*block);
  block->next_free = self.free_[block->size_class()];
  self.free_[block->size_class()] = block;
}

void* GumboArena::take(std::size_t size) {
  last_asked_ = size;
  if (size > cap_) give_up(DocumentRefusal::too_large);
  const std::size_t size_class = Block{size, nullptr}.size_class();
  if (Block* const block = free_[size_class]) {
    free_[size_class] = block->next_free;
    block->size = size;
    return block + 1;
  }
  const std::size_t bytes = sizeof(Block) + (std::size_t{1} << size_class);
  if (bytes > left_in_chunk_) {
    const std::size_t chunk = std::max(bytes, chunk_bytes);
    if (used_ + chunk > cap_) give_up(DocumentRefusal::too_large);
    chunks_.push_back({std::unique_ptr<char[]>(new char[chunk]), chunk});
    used_ += chunk;
    next_in_chunk_ = chunks_.back().bytes.get();
    left_in_chunk_ = chunk;
    if (!lowest_ || std::less<>()(next_in_chunk_, lowest_)) lowest_ = next_in_chunk_;
    if (!highest_ || std::less<>()(highest_, next_in_chunk_ + chunk)) {
      highest_ = next_in_chunk_ + chunk;
    }
  }
  auto* const block = new (next_in_chunk_) Block{size, nullptr};
  next_in_chunk_ += bytes;
  left_in_chunk_ -= bytes;
  return block + 1;
}

const GumboArena::Block* GumboArena::block_at(const void* pointer) const {
  const auto* const at = static_cast<const char*>(pointer);
  const std::less<> before;
  if (before(at, lowest_) || !before(at, highest_)) return nullptr;
  const bool ours = std::any_of(chunks_.begin(), chunks_.end(), [&](const Chunk& chunk) {
    return !before(at, chunk.bytes.get() + sizeof(Block)) &&
           before(at, chunk.bytes.get() + chunk.size);
  });
  return ours ? static_cast<const Block*>(pointer) - 1 : nullptr;
}

// A vector that grows asks for twice its size, copies, and gives the full block back. Vectors of
// attributes and of children begin with one place and double; the stack of open elements begins
// with ten, the list of formatting elements with five, so that theirs alone hold nodes and are no
// power of two long. A buffer of text holds no pointers of ours.
void GumboArena::look_at(const Block& full) {
  const std::size_t entries = full.size / sizeof(void*);
  if (entries < vector_limit || last_asked_ != 2 * full.size) return;
  const auto* const pointers = reinterpret_cast<void* const*>(&full + 1);
  for (std::size_t i = 0; i < entries; ++i) {
    const Block* const entry = block_at(pointers[i]);
    if (!entry) continue;
    if (entry->size == sizeof(GumboAttribute)) give_up(DocumentRefusal::too_many_attributes);
    const bool children = std::has_single_bit(entries);
    if (entry->size == sizeof(GumboNode) && !children) give_up(DocumentRefusal::too_deep);
    return;
  }
}

void GumboArena::give_up(DocumentRefusal why) {
  refusal_ = why;
  std::longjmp(way_out_, 1);
}

}  // namespace touchstone
