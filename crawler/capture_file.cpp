#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "crawler/capture.h"

namespace touchstone {
namespace {

namespace fs = std::filesystem;

struct FileClose {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileClose>;

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw CaptureError(path + ": " + what + ": " + std::strerror(errno));
}

// `named` is the path that the user gave, for the message.
void write_file(const std::string& bytes, const std::string& path, const std::string& named) {
  File file(std::fopen(path.c_str(), "wb"));
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
      std::fclose(file.release()) != 0)
    fail(named, "cannot be written");
}

}  // namespace

void save_capture(const Recording& recording, const std::string& path) {
  const auto bytes = encode_capture(recording);
  std::error_code error;
  const auto status = fs::status(path, error);
  // A pipe or device is written to, not replaced.
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_file(bytes, path, path);
  const std::string part = path + ".part";
  try {
    write_file(bytes, part, path);
  } catch (const CaptureError&) {
    fs::remove(part, error);
    throw;
  }
  if (std::rename(part.c_str(), path.c_str()) != 0) {
    const int why = errno;
    fs::remove(part, error);
    errno = why;
    fail(path, "cannot be written");
  }
}

Recording load_capture(const std::string& path) {
  constexpr std::size_t most = std::size_t{1} << 30;
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) fail(path, "cannot be read");
  std::string bytes;
  std::string piece(std::size_t{1} << 20, '\0');
  while (const auto size = std::fread(piece.data(), 1, piece.size(), file.get())) {
    bytes.append(piece, 0, size);
    if (bytes.size() > most) throw CaptureError(path + ": larger than 1 GiB");
  }
  if (std::ferror(file.get())) fail(path, "cannot be read");
  return decode_capture(bytes, path);
}

}  // namespace touchstone
