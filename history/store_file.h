#pragma once

// The SQLite file under the store: one owner of the connection, one of each statement. Private to
// the history; everything throws StoreError with a line that names the file.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "history/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace touchstone {

class StoreFile;

// One statement: parameters from 1, columns from 0.
class StoreQuery {
 public:
  StoreQuery(const StoreFile& file, const std::string& sql);

  StoreQuery& bind(int at, std::int64_t number);
  StoreQuery& bind(int at, std::optional<int> number);
  StoreQuery& bind(int at, std::string_view text);
  StoreQuery& bind_bytes(int at, std::string_view bytes);

  bool step();  // false: no further row
  void run();   // to its end, and ready to be bound again

  std::int64_t number(int column) const;
  std::optional<int> optional_number(int column) const;
  std::string text(int column) const;  // or bytes

 private:
  struct Finish {
    void operator()(sqlite3_stmt* statement) const;
  };
  const StoreFile& file_;
  std::unique_ptr<sqlite3_stmt, Finish> statement_;
};

class StoreFile {
 public:
  StoreFile(const std::filesystem::path& path, Store::Use use);

  void execute(const char* sql) const;
  std::int64_t last_id() const;
  // What the result code of SQLite means for the user, as one line.
  [[noreturn]] void fail(int code) const;
  const std::filesystem::path& path() const { return path_; }
  sqlite3* handle() const { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> connection_;
};

// Holds the file for writing from its start; what was not committed at its end did not happen.
class StoreChange {
 public:
  explicit StoreChange(const StoreFile& file);
  ~StoreChange();
  StoreChange(const StoreChange&) = delete;
  StoreChange& operator=(const StoreChange&) = delete;
  void commit();

 private:
  const StoreFile& file_;
  bool open_ = true;
};

}  // namespace touchstone
