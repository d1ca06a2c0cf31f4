#pragma once

// One SQLite database and its statements, each with one owner. Errors throw std::runtime_error with
// one line that names the file; CrawlNotStored where there is no room or right to write. One
// thread.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace touchstone {

class CrawlStatement {
 public:
  CrawlStatement(sqlite3* database, std::string_view sql);

  // Parameters count from 1. Text and bytes must live until the next reset.
  CrawlStatement& bind(int place, std::int64_t value);
  CrawlStatement& bind(int place, std::string_view text);
  CrawlStatement& bind_bytes(int place, std::string_view bytes);
  CrawlStatement& bind_null(int place);

  bool step();  // true: a row is there
  void run();   // to the end; ready for the next binding
  void reset();

  // Columns count from 0. Views live until the next step.
  std::int64_t number(int column) const;
  std::string_view text(int column) const;
  bool is_null(int column) const;

 private:
  struct Deleter {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Deleter> statement_;
};

class CrawlDatabase {
 public:
  // An empty path: a database in a file that has no name and goes with its owner.
  explicit CrawlDatabase(const std::string& path);

  void execute(const std::string& sql);
  CrawlStatement prepare(std::string_view sql) { return {database_.get(), sql}; }
  std::int64_t last_id() const;
  int changes() const;

 private:
  struct Deleter {
    void operator()(sqlite3* database) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Deleter> database_;
};

}  // namespace touchstone
