#include "crawler/sample_company.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "site/embedded.h"

namespace touchstone {

namespace {

constexpr std::string_view folder = "cli/sample";

struct Kind {
  std::string_view ending, content_type;
  bool text = true;
};

const Kind& kind_of(std::string_view path) {
  static constexpr Kind kinds[] = {{".html", "text/html; charset=utf-8"},
                                   {".css", "text/css; charset=utf-8"},
                                   {".svg", "image/svg+xml"},
                                   {".webmanifest", "application/manifest+json"},
                                   {".txt", "text/plain; charset=utf-8"},
                                   {".xml", "application/xml"},
                                   {".png", "image/png", false},
                                   {".ico", "image/x-icon", false},
                                   {"", "application/octet-stream", false}};
  return *std::find_if(std::begin(kinds), std::end(kinds),
                       [&](const Kind& kind) { return path.ends_with(kind.ending); });
}

const EmbeddedFile* file_at(std::string_view path) {
  static const std::vector<EmbeddedFile> files = embedded_below("cli/sample/");
  const std::string wanted = std::string(folder) + std::string(path);
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const EmbeddedFile& file) { return file.path == wanted; });
  return found == files.end() ? nullptr : &*found;
}

std::string with_origin(std::string_view text, const std::string& host) {
  constexpr std::string_view placeholder = "{origin}";
  std::string out;
  while (true) {
    const std::size_t at = text.find(placeholder);
    out += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    out += "http://" + host;
    text.remove_prefix(at + placeholder.size());
  }
}

ServedAnswer answer_with(const EmbeddedFile& file, int status, const std::string& host) {
  const Kind& kind = kind_of(file.path);
  ServedAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", std::string(kind.content_type)}};
  if (status == 200) answer.headers.emplace_back("Cache-Control", "max-age=600");
  answer.body = kind.text ? with_origin(file.bytes, host) : std::string(file.bytes);
  return answer;
}

}  // namespace

ServedAnswer sample_company(const ServedRequest& request) {
  const std::string path = request.target.substr(0, request.target.find('?'));
  const std::string index = path + (path.ends_with('/') ? "index.html" : "/index.html");
  if (const EmbeddedFile* file = file_at(path)) return answer_with(*file, 200, request.host);
  if (const EmbeddedFile* file = file_at(index)) {
    if (path.ends_with('/')) return answer_with(*file, 200, request.host);
    ServedAnswer answer;
    answer.status = 301;
    answer.headers = {{"Location", path + "/"}};
    return answer;
  }
  return answer_with(*file_at("/404.html"), 404, request.host);
}

}  // namespace touchstone
