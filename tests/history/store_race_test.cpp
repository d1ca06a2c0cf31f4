// Several processes write to one history at once, and each is killed at some instant.

#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "history/store.h"
#include "tests/history/scratch_folder.h"

namespace touchstone {

namespace {

struct Writer {
  pid_t process = 0;
  int reports = -1;  // what it says is stored
  int left = 0;      // reports until it is killed
};

Audit empty_audit() {
  Audit audit;
  audit.rulebook = "r";
  return audit;
}

// Stores audits for ever, and reports each by its id.
[[noreturn]] void write_for_ever(const std::filesystem::path& file, int out) {
  Inspection seen;
  seen.asked = "https://example.com/";
  try {
    Store store(file, Store::Use::write);
    for (;;) {
      const std::int64_t id = store.add({seen, "", ""}, empty_audit());
      if (write(out, &id, sizeof id) != sizeof id) _exit(1);
    }
  } catch (const std::exception&) {
    _exit(2);
  }
}

Writer start(const std::filesystem::path& file, int reports_to_live) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t process = fork();
  if (process == 0) {
    close(ends[0]);
    write_for_ever(file, ends[1]);
  }
  close(ends[1]);
  return {process, ends[0], reports_to_live};
}

// Everything that a dead writer still had in its pipe counts too.
void bury(Writer& writer, std::set<std::int64_t>& reported) {
  kill(writer.process, SIGKILL);
  int status = 0;
  waitpid(writer.process, &status, 0);
  CHECK(WIFSIGNALED(status));
  std::int64_t id = 0;
  while (read(writer.reports, &id, sizeof id) == sizeof id) reported.insert(id);
  close(writer.reports);
}

std::string integrity(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  sqlite3_open(file.c_str(), &opened);
  std::string answer;
  const auto take = [](void* into, int, char** columns, char**) {
    *static_cast<std::string*>(into) += columns[0];
    return 0;
  };
  sqlite3_exec(opened, "PRAGMA integrity_check", take, &answer, nullptr);
  sqlite3_close(opened);
  return answer;
}

}  // namespace

TEST_CASE("of eight writers that are killed at random nothing is lost that was reported") {
  const ScratchFolder folder;
  const auto file = folder / "history.db";
  std::mt19937 chance(5);
  std::uniform_int_distribution<int> life(1, 4);
  std::vector<Writer> writers;
  for (int i = 0; i < 8; ++i) writers.push_back(start(file, life(chance)));
  std::set<std::int64_t> reported;
  for (int deaths = 0; deaths < 12;) {
    std::vector<pollfd> ends;
    for (const auto& one : writers) ends.push_back({one.reports, POLLIN, 0});
    REQUIRE(poll(ends.data(), ends.size(), 60'000) > 0);
    for (std::size_t i = 0; i < writers.size(); ++i) {
      std::int64_t id = 0;
      if (!(ends[i].revents & POLLIN)) continue;
      REQUIRE(read(writers[i].reports, &id, sizeof id) == sizeof id);
      reported.insert(id);
      if (--writers[i].left > 0) continue;
      bury(writers[i], reported);
      writers[i] = start(file, life(chance));
      ++deaths;
    }
  }
  for (auto& one : writers) bury(one, reported);
  CHECK(integrity(file) == "ok");
  const Store store(file, Store::Use::read);
  std::set<std::int64_t> stored;
  for (const auto& line : store.lines("example.com")) stored.insert(line.id);
  CHECK(std::includes(stored.begin(), stored.end(), reported.begin(), reported.end()));
  CHECK(reported.size() >= 12);
  for (const auto id : stored) CHECK(store.load(id).inspection.asked == "https://example.com/");
}

}  // namespace touchstone
