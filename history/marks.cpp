// What an audit was judged to be, and its form in the file: five bytes a touchpoint.

#include "history/marks.h"

namespace touchstone {

namespace {

constexpr unsigned char no_points = 255, looked_before = 0x80;

void put(std::string& bytes, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::uint64_t take(std::string_view& bytes, std::size_t size) {
  if (bytes.size() < size) throw FormError("marks that end too early");
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  bytes.remove_prefix(size);
  return number;
}

}  // namespace

Marks marks_of(const Audit& audit) {
  Marks marks{audit.rulebook, audit.score.points, audit.score.coverage, {}};
  for (const auto& one : audit.touchpoints) {
    marks.touchpoints.push_back(
        {one.rule->id, one.status, one.points, one.looked.value_or(audit.taken)});
  }
  return marks;
}

std::string pack_marks(const Marks& marks, Time taken,
                       const std::function<std::int64_t(const std::string&)>& number_of) {
  std::string bytes;
  for (const auto& mark : marks.touchpoints) {
    const bool before = mark.looked != taken;
    put(bytes, static_cast<std::uint64_t>(number_of(mark.touchpoint)), 2);
    put(bytes, static_cast<unsigned>(mark.status) | (before ? looked_before : 0u), 1);
    put(bytes, mark.points ? static_cast<unsigned>(*mark.points) : no_points, 1);
    if (before) put(bytes, static_cast<std::uint64_t>(mark.looked.time_since_epoch().count()), 8);
  }
  return bytes;
}

std::vector<TouchpointMark> unpack_marks(
    std::string_view bytes, Time taken,
    const std::function<const std::string&(std::int64_t)>& name_of) {
  std::vector<TouchpointMark> marks;
  while (!bytes.empty()) {
    TouchpointMark mark;
    mark.touchpoint = name_of(static_cast<std::int64_t>(take(bytes, 2)));
    const auto status = take(bytes, 1), points = take(bytes, 1);
    mark.looked = taken;
    if (status & looked_before) {
      mark.looked = Time(std::chrono::milliseconds(static_cast<std::int64_t>(take(bytes, 8))));
    }
    const auto plain = status & ~std::uint64_t{looked_before};
    if (plain > static_cast<unsigned>(Status::not_applicable)) throw FormError("no such status");
    mark.status = static_cast<Status>(plain);
    if (points <= 100) mark.points = static_cast<int>(points);
    marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace touchstone
