#pragma once

// Files that the build puts inside the program: data lists, vocabularies, rules, the sample
// company, report styles. CMake lists them (cmake/embed.cmake); paths are those of the source tree.
// Safe from several threads.

#include <string_view>
#include <vector>

namespace touchstone {

struct EmbeddedFile {
  std::string_view path;   // "rules/icon/favicon.json"
  std::string_view bytes;  // lives as long as the program
};

// Every embedded file, sorted by path.
const std::vector<EmbeddedFile>& embedded_files();

// The bytes of one file. A path that was not embedded is a mistake of ours: std::logic_error.
std::string_view embedded_file(std::string_view path);

// The files below a folder ("rules/"), sorted by path.
std::vector<EmbeddedFile> embedded_below(std::string_view folder);

// The lines of an embedded list (*.txt): one item a line, trimmed; blank lines and lines that
// begin with "#" are left out.
std::vector<std::string_view> embedded_list(std::string_view path);

}  // namespace touchstone
