// How often the scanner and the tree say different things of a page.
// scanner_differences [-v] PATHS_FILE: one path of an HTML file a line ("-": standard input).

#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "../site/summary_differences.h"

using namespace touchstone;

namespace {

Fetch fetch_of(const std::string& path) {
  const Url url = Url::parse("https://www.example.com/")->with_path(path);
  Fetch fetch{url, "GET", {}, {}, false, 0, {}, 1, {}};
  Hop hop{url, 200, {}, {}, {}, {}, {}};
  hop.headers.add("Content-Type", "text/html");
  fetch.hops.push_back(hop);
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  fetch.body = bytes.str();
  return fetch;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t most = 400;
  return text.size() > most ? text.substr(0, most) + "..." : text;
}

}  // namespace

int main(int argc, char** argv) {
  const bool verbose = argc > 2 && std::string(argv[1]) == "-v";
  if (argc < 2 + verbose) {
    std::cerr << "usage: scanner_differences [-v] PATHS_FILE\n";
    return 2;
  }
  const std::string list = argv[1 + verbose];
  std::ifstream file;
  if (list != "-") file.open(list);
  std::istream& paths = list == "-" ? std::cin : file;
  std::map<std::string, int> counts;
  int pages = 0, different = 0;
  for (std::string path; std::getline(paths, path);) {
    const auto differences = summary_differences(fetch_of(path));
    ++pages;
    different += !differences.empty();
    for (const Difference& difference : differences) {
      ++counts[difference.what];
      fmt::print("{}: {}\n", path, difference.what);
      if (verbose) {
        fmt::print("  scanner: {}\n  tree:    {}\n", shortened(difference.scanner),
                   shortened(difference.tree));
      }
    }
  }
  fmt::print("{} pages, {} with a difference\n", pages, different);
  for (const auto& [what, count] : counts) fmt::print("  {:<22}{:>7}\n", what, count);
}
