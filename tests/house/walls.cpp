#include "tests/house/walls.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace touchstone::house {

namespace {

using Rooms = std::set<std::string>;

const Rooms everywhere{"site", "crawler", "checks", "rules", "reports", "history", "cli", "tests"};

// What each room may see of the others.
const std::map<std::string, Rooms> may_include{
    {"site", {"site"}},
    {"crawler", {"crawler", "site"}},
    {"checks", {"checks", "site"}},
    {"rules", {"rules", "checks", "site"}},
    {"reports", {"reports", "history", "rules", "checks", "site"}},
    {"history", {"history", "rules", "checks", "site"}},
    {"cli", {"cli", "history", "reports", "rules", "checks", "crawler", "site"}},
    {"tests", everywhere},
};

struct Library {
  std::string prefix;       // of its headers
  Rooms rooms;              // that may touch it; tests may touch everything
  int sources = 0;          // .cpp files of one room that may include it; 0: as many as want
  bool in_headers = false;  // its types are values of the language, as it were
};

const std::vector<Library> libraries{
    {"gumbo.h", {"site"}, 2},
    // libxml2 holds the tree, answers XPath and reads sitemaps and mind maps.
    {"libxml/", {"site"}, 5},
    {"libpsl.h", {"site"}, 1},
    {"cld2/", {"site"}, 1},
    {"unicode/", {"site", "checks", "reports"}},
    {"emmintrin.h", {"site"}, 1},  // sixteen bytes of text at a time
    // Exchanges, their loop and their faults; messages, which are no part of a crawl.
    {"curl/", {"crawler"}, 4},
    {"ares.h", {"crawler"}, 1},
    {"openssl/", {"crawler"}, 3},
    // Captures and answers in the crawler, packed sitemaps in site, PNG checksums in the checks.
    {"zlib.h", {"site", "crawler", "checks", "history"}, 4},
    {"sqlite3.h", {"crawler", "history"}, 2},
    {"phonenumbers/", {"checks"}, 2},
    {"re2/", {"site", "checks", "rules", "crawler"}},
    {"nlohmann/", {"site", "crawler", "checks", "rules", "reports", "history", "cli"}},
    {"fmt/", everywhere},
    {"CLI/", {"cli"}},
    {"catch2/", {}},
    {"valijson/", {}},
};

// Threads, clocks and sockets live in the crawler alone; cli meets the terminal and its signals.
const std::map<std::string, Rooms> system_headers{
    {"thread", {"crawler"}},
    {"condition_variable", {"crawler"}},
    {"future", {"crawler"}},
    {"semaphore", {"crawler"}},
    {"stop_token", {"crawler"}},
    {"barrier", {"crawler"}},
    {"latch", {"crawler"}},
    {"mutex", {"crawler", "site"}},  // a lock round a value built once is no thread
    {"shared_mutex", {"crawler"}},
    {"pthread.h", {"crawler"}},
    {"atomic", {"crawler", "cli"}},
    {"ctime", {"crawler"}},
    {"time.h", {"crawler"}},
    {"sys/resource.h", {"crawler"}},
    {"sys/time.h", {"crawler"}},
    {"sys/socket.h", {"crawler"}},
    {"sys/un.h", {"crawler"}},
    {"sys/epoll.h", {"crawler"}},
    {"sys/select.h", {"crawler"}},
    {"netdb.h", {"crawler"}},
    {"netinet/in.h", {"crawler"}},
    {"netinet/tcp.h", {"crawler"}},
    {"arpa/inet.h", {"crawler"}},
    {"arpa/nameser.h", {"crawler"}},
    {"ifaddrs.h", {"crawler"}},
    {"poll.h", {"crawler"}},
    {"sys/prctl.h", {"crawler"}},
    {"spawn.h", {"crawler"}},
    {"unistd.h", {"crawler", "cli"}},
    {"filesystem", {"crawler", "history", "cli"}},
    {"fstream", {"crawler", "history", "cli"}},
};

std::string names_of(const Rooms& rooms) {
  std::string names;
  for (const auto& room : rooms) names += (names.empty() ? "" : ", ") + room;
  return names.empty() ? "no room" : names;
}

const Library* library_of(const std::string& header) {
  for (const auto& library : libraries) {
    if (header.starts_with(library.prefix)) return &library;
  }
  return nullptr;
}

// The standard library's headers, and those of the system that hold types alone.
bool is_plain(const std::string& header) {
  static const Rooms harmless{"sys/file.h", "sys/ioctl.h", "sys/stat.h", "sys/types.h",
                              "sys/wait.h", "signal.h",    "fcntl.h",    "errno.h"};
  return header.find('.') == std::string::npos || harmless.contains(header);
}

std::optional<std::string> complaint_of(const Include& include) {
  const std::string room = room_of(include.file);
  const std::string start = include.file + " includes " + include.header + ": ";
  const auto own = may_include.find(room);
  if (own == may_include.end()) return start + "this file stands in no room; give it one";
  if (include.quoted) {
    const std::string other = room_of(include.header);
    if (room == "tests" && !everywhere.contains(other)) return std::nullopt;  // a neighbour's name
    if (own->second.contains(other)) return std::nullopt;
    return start + room + " may see " + names_of(own->second) +
           " only; let what it needs travel as a value, or move it to the room whose noun it "
           "serves";
  }
  if (room == "tests") return std::nullopt;
  if (const auto system = system_headers.find(include.header); system != system_headers.end()) {
    if (system->second.contains(room)) return std::nullopt;
    return start + "threads, clocks, sockets and files are for " + names_of(system->second) +
           "; take the time or the bytes as a parameter";
  }
  if (const Library* library = library_of(include.header)) {
    if (library->rooms.contains(room)) return std::nullopt;
    return start + "this library is for " + names_of(library->rooms) +
           "; ask that room for a value, or change the table in tests/house/walls.cpp with a "
           "reason";
  }
  if (is_plain(include.header)) return std::nullopt;
  return start +
         "this library is not in the table in tests/house/walls.cpp; add it with the rooms "
         "that may touch it";
}

const Library* limited_library_of(const Include& include) {
  const Library* library = include.quoted ? nullptr : library_of(include.header);
  return library && library->sources > 0 && room_of(include.file) != "tests" ? library : nullptr;
}

// The header that another room reads through.
std::optional<std::string> reader_elsewhere(const std::vector<Include>& includes,
                                            const std::string& header) {
  for (const auto& include : includes) {
    if (!include.quoted || include.header != header) continue;
    const std::string room = room_of(include.file);
    if (room != "tests" && room != room_of(header)) return include.file;
  }
  return std::nullopt;
}

// A C library has one owner or two in a room, and its types stay behind the room's wall.
void check_libraries(const std::vector<Include>& includes, std::vector<std::string>& complaints) {
  std::map<std::string, Rooms> sources;  // by library and room
  for (const auto& include : includes) {
    const Library* library = limited_library_of(include);
    if (!library) continue;
    const std::string start = include.file + " includes " + include.header + ": ";
    if (include.file.ends_with(".h")) {
      if (const auto reader = reader_elsewhere(includes, include.file)) {
        complaints.push_back(start + "the library's types go through the wall to " + *reader +
                             "; wrap them in a .cpp");
      }
      continue;
    }
    const std::string room = room_of(include.file);
    auto& files = sources[library->prefix + " in " + room];
    files.insert(include.file);
    if (static_cast<int>(files.size()) == library->sources + 1) {
      complaints.push_back(start + room + " has " + std::to_string(library->sources) +
                           " such files already (" + names_of(files) +
                           "); give the library one owner");
    }
  }
}

}  // namespace

std::vector<std::string> broken_walls(const std::vector<Include>& includes) {
  std::vector<std::string> complaints;
  for (const auto& include : includes) {
    if (auto complaint = complaint_of(include)) complaints.push_back(std::move(*complaint));
  }
  check_libraries(includes, complaints);
  return complaints;
}

}  // namespace touchstone::house
