#include "crawler/path_shapes.h"

#include <algorithm>

#include "crawler/ascii.h"

namespace touchstone {
namespace {

constexpr std::size_t longest_word = 24, most_segments = 8, most_parameters = 6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool all(std::string_view text, bool (*is)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is);
}

// "2031-05", "2031_5_17"
bool is_date(std::string_view text) {
  if (text.size() < 6 || text.size() > 10 || !all(text.substr(0, 4), is_digit)) return false;
  return std::all_of(text.begin() + 4, text.end(),
                     [](char c) { return is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_id(std::string_view text) {
  const bool digits = std::any_of(text.begin(), text.end(), is_digit);
  const bool hex = std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '-';
  });
  if (digits && hex && text.size() >= 8) return true;
  return digits && text.size() >= 20 && text.find_first_of("-_.+%") == text.npos;
}

// What a segment is made of.
std::string_view kind_of(std::string_view segment) {
  if (segment.empty()) return "";
  if (all(segment, is_digit)) return "9";
  if (is_date(segment)) return "d";
  if (is_id(segment)) return "h";
  const bool digits = std::any_of(segment.begin(), segment.end(), is_digit);
  const bool word = std::all_of(segment.begin(), segment.end(),
                                [](char c) { return is_letter(c) || is_digit(c); }) &&
                    segment.size() <= longest_word;
  if (word) return digits ? "w9" : "w";
  return digits ? "s9" : "s";
}

// ".html" of "a.html"; empty when there is none.
std::string_view extension_of(std::string_view segment) {
  const auto dot = segment.rfind('.');
  if (dot == segment.npos || dot == 0) return {};
  const auto extension = segment.substr(dot);
  const bool usual = extension.size() >= 3 && extension.size() <= 6 &&
                     all(extension.substr(1), [](char c) { return is_letter(c) || is_digit(c); });
  return usual && !all(extension.substr(1), is_digit) ? extension : std::string_view();
}

std::string query_shape(std::string_view query) {
  std::vector<std::string> names;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    auto name = query.substr(0, std::min(query.find('='), end));
    query.remove_prefix(std::min(end + 1, query.size()));
    while (name.starts_with("amp;")) name.remove_prefix(4);
    if (!name.empty())
      names.push_back(is_id(name) ? "h" : ascii_lower(name.substr(0, longest_word)));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (names.size() > most_parameters) names.resize(most_parameters);
  std::string shape;
  for (const auto& name : names) shape += (shape.empty() ? "?" : "&") + name;
  return shape;
}

constexpr std::string_view twins = "~";  // before the name of the shape of those who have one

bool is_suspicious(std::string_view name) {
  return name.starts_with(twins) || name.find("/@") != name.npos || name.find("/*") != name.npos;
}

// What circles may circle in any way, and parameters come in any number of combinations.
std::string group_of_shape(std::string name) {
  if (is_suspicious(name)) return "/@";
  name.resize(std::min(name.find('?'), name.size() - 1) + 1);
  return name;
}

}  // namespace

std::string path_shape(std::string_view href, bool folders) {
  const auto authority = href.find("://");
  auto path = href.substr(href.find('/', authority == href.npos ? 0 : authority + 3));
  const auto mark = std::min(path.find('?'), path.size());
  const auto query = path.substr(std::min(mark + 1, path.size()));
  path = path.substr(0, mark);
  std::string shape;
  std::vector<std::string_view> met;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    const bool last = end == path.size();
    path.remove_prefix(end);
    // A name that comes again is a path that runs in a circle: however often, it is one shape.
    if (std::find(met.begin(), met.end(), segment) != met.end()) {
      if (!shape.ends_with("/@")) shape += "/@";
      continue;
    }
    if (met.size() == most_segments) return shape + "/*";
    met.push_back(segment);
    const auto extension = last ? extension_of(segment) : std::string_view();
    const auto stem = segment.substr(0, segment.size() - extension.size());
    const auto kind = kind_of(stem);
    const bool named = folders && !last && kind == "w" && met.size() <= 2;
    shape += '/';
    shape += named ? ascii_lower(stem) : std::string(kind);
    shape += ascii_lower(extension);
  }
  return shape + query_shape(query);
}

std::size_t PathShapes::group_of(const std::string& name) {
  const auto [found, is_new] = group_ids_.try_emplace(name, groups_.size());
  if (is_new) groups_.emplace_back();
  return found->second;
}

std::int64_t PathShapes::add(PathShape shape) {
  Known known;
  known.group = group_of(shape.group);
  known.query = shape.name.find('?') != std::string::npos;
  known.suspicious = is_suspicious(shape.name);
  shape.id = static_cast<std::int64_t>(shapes_.size()) + 1;
  ids_[shape.name] = shape.id;
  known.shape = std::move(shape);
  touch(known);
  shapes_.push_back(std::move(known));
  return shapes_.back().shape.id;
}

void PathShapes::touch(Known& known) {
  if (!std::exchange(known.changed, true)) changed_.push_back(known.shape.id);
}

std::int64_t PathShapes::id_of(std::string_view href, bool twin) {
  const std::string before(twin ? twins : "");
  std::string name = before + path_shape(href);
  if (const auto known = ids_.find(name); known != ids_.end()) return known->second;
  std::string group = before + group_of_shape(path_shape(href, false));
  if (shapes_.size() >= most) {
    name = group_ids_.contains(group) ? group : before + "/*";
    if (const auto known = ids_.find(name); known != ids_.end()) return known->second;
  }
  PathShape shape;
  shape.name = std::move(name);
  shape.group = std::move(group);
  return add(std::move(shape));
}

// So many of a group were asked in vain that what is like them has to wait.
bool PathShapes::is_bad(const Known& known) const {
  const Group& group = groups_[known.group];
  const std::int64_t enough = known.query || known.suspicious ? 24 : 60;
  return group.asked >= enough && group.fresh * 5 < group.asked;
}

std::int64_t PathShapes::allowance(const Known& known) const {
  constexpr std::int64_t of_paths = 50, of_queries = 12, of_suspicious = 4;
  if (known.shape.wide) return of_paths;
  if (known.suspicious) return (is_bad(known) ? 0 : of_suspicious) + known.shape.fresh / 2;
  if (known.query) return (is_bad(known) ? 0 : of_queries) + known.shape.fresh / 2;
  return (is_bad(known) ? 0 : of_paths) + known.shape.fresh * 3;
}

void PathShapes::answered(std::int64_t id, Novelty novelty, int generation) {
  // What each answer without much new adds to the barrenness of its shape, and where that ends.
  constexpr int for_none = 4, for_some = 1, for_long_chain = 2, long_chain = 8;
  constexpr int end_of_paths = 600, end_of_queries = 200, end_of_suspicious = 60;
  Known& known = shapes_[at(id)];
  Group& group = groups_[known.group];
  ++known.shape.asked;
  ++group.asked;
  if (novelty == Novelty::much) {
    ++known.shape.fresh;
    ++group.fresh;
    known.shape.barren = 0;
  } else if (novelty != Novelty::error) {
    known.shape.barren += novelty == Novelty::none  ? for_none
                          : generation > long_chain ? for_long_chain
                                                    : for_some;
  }
  const int end = known.suspicious ? end_of_suspicious
                  : known.query    ? end_of_queries
                                   : end_of_paths;
  known.shape.spent = known.shape.barren >= end;
  touch(known);
}

void PathShapes::is_wide(std::int64_t id) {
  Known& known = shapes_[at(id)];
  known.shape.wide = true;
  touch(known);
}

PathShapes::Standing PathShapes::standing(std::int64_t id) const {
  const Known& known = shapes_[at(id)];
  if (known.shape.spent) return Standing::spent;
  return known.shape.asked < allowance(known) ? Standing::good : Standing::doubtful;
}

double PathShapes::cost(std::int64_t id) const {
  const Known& known = shapes_[at(id)];
  const Group& group = groups_[known.group];
  const bool plain = !known.suspicious && !known.query && !known.shape.wide;
  const auto asked = is_bad(known) ? group.asked : known.shape.asked;
  const auto fresh = is_bad(known) ? group.fresh : known.shape.fresh;
  const double weight = known.suspicious ? 6 : known.query ? 3 : 1;
  return weight * static_cast<double>(asked + 1 - (plain ? 3 * fresh : 0));
}

std::vector<std::int64_t> PathShapes::take_changed() {
  for (const auto id : changed_) shapes_[at(id)].changed = false;
  return std::exchange(changed_, {});
}

void PathShapes::restore(PathShape shape) {
  Group& group = groups_[group_of(shape.group)];
  group.asked += shape.asked;
  group.fresh += shape.fresh;
  add(std::move(shape));
}

}  // namespace touchstone
