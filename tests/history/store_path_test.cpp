#include "history/store_path.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

namespace touchstone {

TEST_CASE("the history lies in the user's data folder") {
  struct Row {
    const char* data_home;
    const char* home;
    const char* path;
  };
  for (const Row& row : {
           Row{"/data", "/home/ann", "/data/touchstone/history.db"},
           Row{"", "/home/ann", "/home/ann/.local/share/touchstone/history.db"},
           Row{"relative", "/home/ann", "/home/ann/.local/share/touchstone/history.db"},
           Row{"", "", ""},
       }) {
    setenv("XDG_DATA_HOME", row.data_home, 1);
    setenv("HOME", row.home, 1);
    CHECK(usual_store_path() == row.path);
  }
}

}  // namespace touchstone
