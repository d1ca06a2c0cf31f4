#include "crawler/crawl_database.h"

#include <sqlite3.h>

#include <stdexcept>

#include "crawler/deep_crawl.h"

namespace touchstone {
namespace {

// What SQLite says of a schema that it cannot read has no code of its own.
bool is_damaged(int code, std::string_view what) {
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || what.starts_with("malformed");
}

[[noreturn]] void fail(sqlite3* database) {
  const char* const file = sqlite3_db_filename(database, "main");
  const std::string name = file && *file ? std::string("'") + file + "'" : "the crawl file";
  const std::string what = sqlite3_errmsg(database);
  const int code = sqlite3_errcode(database) & 0xff;
  if (is_damaged(code, what)) {
    throw std::runtime_error(name + " is damaged (" + what +
                             "); name another file with --state, or remove it to begin anew");
  }
  if (code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY) {
    throw CrawlNotStored(name + ": " + what + "; make room, and crawl again to go on from there");
  }
  throw std::runtime_error(name + ": " + what);
}

void check(sqlite3_stmt* statement, int code) {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(statement));
}

}  // namespace

CrawlStatement::CrawlStatement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
    fail(database);
  statement_.reset(made);
}

void CrawlStatement::Deleter::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

CrawlStatement& CrawlStatement::bind(int place, std::int64_t value) {
  check(statement_.get(), sqlite3_bind_int64(statement_.get(), place, value));
  return *this;
}

CrawlStatement& CrawlStatement::bind(int place, std::string_view text) {
  check(statement_.get(), sqlite3_bind_text(statement_.get(), place, text.data() ? text.data() : "",
                                            static_cast<int>(text.size()), SQLITE_STATIC));
  return *this;
}

CrawlStatement& CrawlStatement::bind_bytes(int place, std::string_view bytes) {
  check(statement_.get(),
        sqlite3_bind_blob(statement_.get(), place, bytes.data() ? bytes.data() : "",
                          static_cast<int>(bytes.size()), SQLITE_STATIC));
  return *this;
}

CrawlStatement& CrawlStatement::bind_null(int place) {
  check(statement_.get(), sqlite3_bind_null(statement_.get(), place));
  return *this;
}

bool CrawlStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* const database = sqlite3_db_handle(statement_.get());
  sqlite3_reset(statement_.get());
  fail(database);
}

void CrawlStatement::run() {
  while (step()) {
  }
  reset();
}

void CrawlStatement::reset() {
  sqlite3_reset(statement_.get());
}

std::int64_t CrawlStatement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view CrawlStatement::text(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_.get(), column);
  if (!bytes) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool CrawlStatement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

CrawlDatabase::CrawlDatabase(const std::string& path) : path_(path) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(
      path.c_str(), &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  database_.reset(opened);
  if (!opened) throw std::runtime_error("'" + path + "': no memory");
  if (code != SQLITE_OK)
    throw std::runtime_error("cannot open '" + path + "': " + sqlite3_errmsg(opened));
  sqlite3_busy_timeout(opened, 2'000);
}

void CrawlDatabase::execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(database_.get());
}

std::int64_t CrawlDatabase::last_id() const {
  return sqlite3_last_insert_rowid(database_.get());
}

int CrawlDatabase::changes() const {
  return sqlite3_changes(database_.get());
}

void CrawlDatabase::Deleter::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

}  // namespace touchstone
