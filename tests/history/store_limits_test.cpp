// A history that is full, of a newer program, of somebody else, or damaged.

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "history/store.h"
#include "tests/history/scratch_folder.h"

namespace touchstone {

namespace {

void run_sql(const std::filesystem::path& file, const char* sql) {
  sqlite3* opened = nullptr;
  sqlite3_open(file.c_str(), &opened);
  CHECK(sqlite3_exec(opened, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(opened);
}

std::string complaint(const std::filesystem::path& file) {
  try {
    const Store store(file, Store::Use::write);
    store.lines("example.com");
    if (const auto last = store.last("example.com")) store.load(last->id);
  } catch (const StoreError& error) {
    return error.what();
  }
  return "nothing";
}

Inspection seen(std::size_t notes) {
  Inspection inspection;
  inspection.asked = "https://example.com/";
  for (std::size_t i = 0; i < notes; ++i) {
    inspection.notes.push_back(std::to_string(i * 7919 % 100'003));
  }
  return inspection;
}

Audit judged() {
  Audit audit;
  audit.rulebook = "r";
  return audit;
}

}  // namespace

TEST_CASE("a history of a newer touchstone is refused, and stays as it is") {
  const ScratchFolder folder;
  { const Store store(folder / "h.db", Store::Use::write); }
  run_sql(folder / "h.db", "PRAGMA user_version = 99");
  CHECK_THAT(complaint(folder / "h.db"),
             Catch::Contains("newer touchstone") && Catch::Contains("schema 99"));
}

TEST_CASE("a database of somebody else is refused") {
  const ScratchFolder folder;
  run_sql(folder / "h.db", "CREATE TABLE bookmarks(url TEXT)");
  CHECK_THAT(complaint(folder / "h.db"), Catch::Contains("is no history of touchstone"));
}

TEST_CASE("damaged rows are told in one line") {
  const ScratchFolder folder;
  for (const char* damage :
       {"UPDATE inspections SET facts = x'00'", "UPDATE marks SET touchpoints = x'00'",
        "UPDATE marks SET touchpoints = x'FFFF0000'", "DELETE FROM inspections"}) {
    {
      Store store(folder / "h.db", Store::Use::write);
      store.add({seen(1), "", ""}, judged());
    }
    CHECK(complaint(folder / "h.db") == "nothing");
    run_sql(folder / "h.db", damage);
    CHECK_THAT(complaint(folder / "h.db"), Catch::Contains("is damaged"));
    std::filesystem::remove(folder / "h.db");
  }
}

TEST_CASE("a file that was cut is told in one line") {
  const ScratchFolder folder;
  {
    Store store(folder / "h.db", Store::Use::write);
    for (int i = 0; i < 20; ++i) store.add({seen(100), "", ""}, judged());
  }
  std::filesystem::resize_file(folder / "h.db", std::filesystem::file_size(folder / "h.db") / 2);
  CHECK_THAT(complaint(folder / "h.db"), Catch::Contains("history"));
}

TEST_CASE("where the file may not grow the audit is not stored, and nothing else is lost") {
  const ScratchFolder folder;
  {
    Store store(folder / "h.db", Store::Use::write);
    store.add({seen(1), "", ""}, judged());
  }
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlim_t room = std::filesystem::file_size(folder / "h.db") + 4096;
    const rlimit limit{room, room};
    setrlimit(RLIMIT_FSIZE, &limit);
    try {
      Store store(folder / "h.db", Store::Use::write);
      store.add({seen(5'000), "", ""}, judged());
    } catch (const StoreError&) {
      _exit(7);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 7);
  const Store store(folder / "h.db", Store::Use::read);
  CHECK(store.lines("example.com").size() == 1);
}

}  // namespace touchstone
