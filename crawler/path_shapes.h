#pragma once

// Kinds of addresses, and how much of each kind is worth asking. A calendar, a filter or a page
// that counts on makes addresses without end, but all of one shape; a shape that keeps bringing new
// text may go on for ever, one that does not has to wait for all others and ends.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace touchstone {

// "https://a.example/news/2031-05/page-17.html?b=1&a=2" -> "/news/d/s9.html?a&b": folders by name
// as far as they are words, everything else by its kind, the names of the parameters in order.
// `folders` false: these by their kind too.
std::string path_shape(std::string_view href, bool folders = true);

// What the text of a page brought.
enum class Novelty {
  error,  // no page; it leads nowhere
  none,   // a text that was there before, or a redirect
  some,   // the same words with other numbers or in another order
  much,   // runs of words that no page had
};

struct PathShape {
  std::int64_t id = 0;  // from 1
  std::string name, group;
  std::int64_t asked = 0, fresh = 0;  // pages; those of them with much new
  int barren = 0;                     // how long nothing new came: see PathShapes::answered
  bool spent = false;
  bool wide = false;  // one page led to hundreds of it
};

class PathShapes {
 public:
  static constexpr std::size_t most = 4'096;  // further ones count with those of like folders

  // `twin`: another address that differs in case or a final slash alone was met before.
  std::int64_t id_of(std::string_view href, bool twin);

  // `generation`: how many pages of the shape led to it, one by one.
  void answered(std::int64_t id, Novelty novelty, int generation);

  // One page leads to so many of it that others would wait too long behind them.
  void is_wide(std::int64_t id);

  enum class Standing {
    good,      // in the order of discovery
    doubtful,  // when nothing of good standing waits
    spent,     // not any more
  };
  Standing standing(std::int64_t id) const;
  // Of the doubtful ones that with the lowest goes first.
  double cost(std::int64_t id) const;

  const PathShape& shape(std::int64_t id) const { return shapes_[at(id)].shape; }
  std::vector<std::int64_t> take_changed();  // since one asked last
  void restore(PathShape shape);             // in the order of their ids
  std::size_t size() const { return shapes_.size(); }

 private:
  struct Known {
    PathShape shape;
    std::size_t group = 0;
    bool query = false, suspicious = false, changed = false;
  };
  struct Group {
    std::int64_t asked = 0, fresh = 0;
  };
  static std::size_t at(std::int64_t id) { return static_cast<std::size_t>(id - 1); }
  bool is_bad(const Known& known) const;
  std::int64_t allowance(const Known& known) const;
  std::int64_t add(PathShape shape);
  std::size_t group_of(const std::string& name);
  void touch(Known& known);

  std::vector<Known> shapes_;
  std::vector<Group> groups_;
  std::unordered_map<std::string, std::int64_t> ids_;
  std::unordered_map<std::string, std::size_t> group_ids_;
  std::vector<std::int64_t> changed_;
};

}  // namespace touchstone
