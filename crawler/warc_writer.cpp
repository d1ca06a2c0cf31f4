#include "crawler/warc_writer.h"

#include <zlib.h>

#include <memory>
#include <stdexcept>

namespace touchstone {
namespace {

std::string one_line(std::string_view value) {
  std::string out(value);
  for (char& c : out)
    if (c == '\r' || c == '\n' || c == '\0') c = ' ';
  return out;
}

void append_gzip_member(std::string& out, std::string& record) {
  z_stream stream{};
  constexpr int gzip_window = 16 + MAX_WBITS, memory = 8;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, memory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot compress");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, deflateEnd);
  gz_header header{};
  constexpr int unknown_system = 255;  // RFC 1952: the bytes do not depend on the machine
  header.os = unknown_system;
  deflateSetHeader(&stream, &header);
  const std::size_t begin = out.size();
  out.resize(begin + deflateBound(&stream, record.size()));
  stream.next_in = reinterpret_cast<Bytef*>(record.data());
  stream.avail_in = static_cast<uInt>(record.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data() + begin);
  stream.avail_out = static_cast<uInt>(out.size() - begin);
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib cannot compress");
  out.resize(begin + stream.total_out);
}

}  // namespace

std::string WarcWriter::add(WarcRecord record) {
  std::string fields;
  for (const auto& [name, value] : record.fields) fields += name + ": " + one_line(value) + "\r\n";
  // The number keeps two equal records apart.
  const std::string id = warc_id(std::to_string(count_++) + "\n" + fields + "\n" + record.block);
  std::string bytes = "WARC/1.1\r\n" + fields;
  bytes += "WARC-Record-ID: " + id + "\r\n";
  bytes += "WARC-Block-Digest: " + warc_digest(record.block) + "\r\n";
  bytes += "Content-Length: " + std::to_string(record.block.size()) + "\r\n\r\n";
  bytes += record.block;
  bytes += "\r\n\r\n";
  append_gzip_member(bytes_, bytes);
  return id;
}

}  // namespace touchstone
