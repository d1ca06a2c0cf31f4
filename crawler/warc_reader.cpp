#include "crawler/warc_reader.h"

#include <zlib.h>

#include <array>
#include <charconv>
#include <memory>

#include <fmt/format.h>

namespace touchstone {
namespace {

constexpr std::size_t most_decoded = std::size_t{1} << 30, most_head = 64u << 10;

// Where in the file one reads: the byte of the file, and behind it that of the unpacked member.
struct Place {
  const std::string& file;
  std::size_t offset = 0;
  bool packed = false;

  [[noreturn]] void fail(std::size_t at, const std::string& what) const {
    throw CaptureError(told(at, what));
  }
  // A member that is whole has no right to end within a record.
  [[noreturn]] void end_within(std::size_t at, const std::string& what) const {
    if (packed) fail(at, what);
    throw CaptureCutShort(told(at, what));
  }
  std::string told(std::size_t at, const std::string& what) const {
    const auto where = packed ? fmt::format("byte {} (unpacked byte {} from there)", offset, at)
                              : fmt::format("byte {}", offset + at);
    return fmt::format("{}: {}: {}", file, where, what);
  }
};

// The line at the front without its end, taken off.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t";
  const auto begin = text.find_first_not_of(space);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

// A library's message may cite the file: for a terminal it must be short and without controls.
std::string one_line(std::string_view message) {
  constexpr std::size_t longest = 200;
  std::string out(message.substr(0, longest));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f) c = '?';
  return out;
}

class RecordReader {
 public:
  RecordReader(std::string_view bytes, const Place& place) : bytes_(bytes), place_(place) {}

  // False at the end. Records are apart by line ends, of which not every tool writes two.
  bool read(WarcRecord& record) {
    at_ = bytes_.find_first_not_of("\r\n", at_);
    if (at_ == bytes_.npos) return false;
    begin_ = at_;
    record = {};
    read_head(record);
    const auto size = block_size(record);
    record.block = bytes_.substr(at_, size);
    at_ += size;
    return true;
  }

  std::size_t record_begin() const { return begin_; }

 private:
  void read_head(WarcRecord& record) {
    auto text = bytes_.substr(at_, most_head);
    if (!text.starts_with("WARC/")) place_.fail(at_, "no WARC record begins here");
    const auto size = text.size();
    take_line(text);
    while (!text.empty()) {
      const auto before = text;
      const auto line = take_line(text);
      if (line.empty()) {
        at_ += size - text.size();
        return;
      }
      const auto colon = line.find(':');
      if (line[0] == ' ' || line[0] == '\t') {
        if (!record.fields.empty()) record.fields.back().second += " " + std::string(trimmed(line));
      } else if (colon != line.npos) {
        record.set(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
      } else {
        place_.fail(at_ + size - before.size(), "a line of a record's head is no field");
      }
    }
    if (size == most_head) place_.fail(at_, "a record's head is longer than 64 KiB");
    place_.end_within(at_, "the file ends within a record's head");
  }

  std::size_t block_size(const WarcRecord& record) const {
    const auto text = record.get("Content-Length");
    if (!text) place_.fail(at_, "a record does not say its Content-Length");
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), size);
    if (error != std::errc() || end != text->data() + text->size())
      place_.fail(at_, "a record's Content-Length is no number");
    if (size > bytes_.size() - at_)
      place_.end_within(at_, fmt::format("a record says it has {} bytes, but only {} follow", size,
                                         bytes_.size() - at_));
    return size;
  }

  std::string_view bytes_;
  std::size_t at_ = 0, begin_ = 0;
  const Place& place_;
};

void read_records(std::string_view bytes, const Place& place,
                  const std::function<void(WarcRecord)>& take) {
  RecordReader reader(bytes, place);
  for (WarcRecord record; reader.read(record);) {
    try {
      take(std::move(record));
    } catch (const CaptureError&) {
      throw;
    } catch (const std::exception& error) {
      place.fail(reader.record_begin(), one_line(error.what()));
    }
  }
}

// Unpacks member by member.
class MemberReader {
 public:
  MemberReader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  // False at the end of the file; else `member` and its place are filled.
  bool read(std::string& member, std::size_t& offset) {
    // Some tools fill up the end with zeros.
    if (bytes_.find_first_not_of('\0', at_) == bytes_.npos) return false;
    offset = at_;
    member.clear();
    const Place place{name_, at_};
    z_stream stream{};
    constexpr int gzip_window = 16 + MAX_WBITS;
    if (inflateInit2(&stream, gzip_window) != Z_OK) place.fail(0, "zlib cannot unpack");
    const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
    for (int result = Z_OK; result != Z_STREAM_END;) {
      result = unpack_piece(stream, member);
      if (decoded_ > most_decoded) place.fail(0, "unpacks to more than 1 GiB");
      if (result == Z_BUF_ERROR) place.end_within(0, "the file ends within this gzip member");
      if (result != Z_OK && result != Z_STREAM_END) place.fail(0, "damaged gzip member");
    }
    return true;
  }

 private:
  int unpack_piece(z_stream& stream, std::string& member) {
    // zlib counts in 32 bits and does not write to its input.
    constexpr std::size_t most_input = 1u << 30;
    const auto input = bytes_.substr(at_, most_input);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(piece_.data());
    stream.avail_out = static_cast<uInt>(piece_.size());
    const int result = inflate(&stream, Z_NO_FLUSH);
    const auto unpacked = piece_.size() - stream.avail_out;
    member.append(piece_.data(), unpacked);
    decoded_ += unpacked;
    at_ += input.size() - stream.avail_in;
    return result;
  }

  std::string_view bytes_;
  const std::string& name_;
  std::size_t at_ = 0, decoded_ = 0;
  std::array<char, 64u << 10> piece_{};
};

}  // namespace

void read_warc(std::string_view bytes, const std::string& name,
               const std::function<void(WarcRecord)>& take) {
  if (!bytes.starts_with("\x1f\x8b")) {
    const Place start{name};
    if (bytes.size() > most_decoded) start.fail(0, "larger than 1 GiB");
    if (!bytes.starts_with("WARC/")) start.fail(0, "neither a WARC file nor a gzipped one");
    read_records(bytes, start, take);
    return;
  }
  MemberReader members(bytes, name);
  std::string member;
  for (std::size_t offset = 0; members.read(member, offset);)
    read_records(member, Place{name, offset, true}, take);
}

}  // namespace touchstone
