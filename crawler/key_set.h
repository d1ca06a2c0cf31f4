#pragma once

// A set of 64-bit keys in one flat table: eight bytes a key and a little air. It stops growing at
// its limit and says so; what is added later is not remembered.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace touchstone {

class KeySet {
 public:
  explicit KeySet(std::size_t most) : most_(most), table_(1024) {}

  bool holds(std::uint64_t key) const { return table_[find(key)] != 0; }

  // True: it was not there.
  bool insert(std::uint64_t key) {
    const auto place = find(key);
    if (table_[place] != 0) return false;
    if (full()) return true;
    table_[place] = named(key);
    if (++size_ * 4 > table_.size() * 3) grow();
    return true;
  }

  std::size_t size() const { return size_; }
  bool full() const { return size_ >= most_; }

 private:
  static std::uint64_t named(std::uint64_t key) { return key == 0 ? 1 : key; }  // 0: a free place

  std::size_t find(std::uint64_t key) const {
    key = named(key);
    std::size_t place = static_cast<std::size_t>(key) & (table_.size() - 1);
    while (table_[place] != 0 && table_[place] != key) place = (place + 1) & (table_.size() - 1);
    return place;
  }

  void grow() {
    std::vector<std::uint64_t> old(table_.size() * 2);
    old.swap(table_);
    for (const auto key : old)
      if (key != 0) table_[find(key)] = key;
  }

  std::size_t most_, size_ = 0;
  std::vector<std::uint64_t> table_;
};

}  // namespace touchstone
