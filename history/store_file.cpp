#include "history/store_file.h"

#include <sqlite3.h>

namespace touchstone {

namespace {

constexpr int patience_ms = 30'000;

// What makes a file safe to read whose schema somebody else may have written.
constexpr const char* manners =
    "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = EXTRA;";

}  // namespace

void StoreFile::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

void StoreQuery::Finish::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

StoreFile::StoreFile(const std::filesystem::path& path, Store::Use use) : path_(path) {
  std::error_code error;
  if (path.empty()) throw StoreError("no place for the history is known; name one with --store");
  if (std::filesystem::is_directory(path, error)) {
    throw StoreError(path.string() + " is a folder; --store wants a file");
  }
  if (use == Store::Use::write && path.has_parent_path()) {
    std::filesystem::create_directories(path.parent_path(), error);
  }
  if (use == Store::Use::read && !std::filesystem::exists(path, error)) {
    throw StoreError("there is no history at " + path.string() +
                     " yet; every audit that is made is stored, or name another with --store");
  }
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (use == Store::Use::write ? SQLITE_OPEN_CREATE : 0);
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
  connection_.reset(opened);
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(opened, patience_ms);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute(manners);
}

void StoreFile::execute(const char* sql) const {
  const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t StoreFile::last_id() const {
  return sqlite3_last_insert_rowid(handle());
}

void StoreFile::fail(int code) const {
  const std::string file = path_.string();
  const std::string detail = sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      throw StoreError(file + " is no history of touchstone; name another file with --store");
    case SQLITE_CORRUPT:
      throw StoreError("the history " + file + " is damaged; restore a copy, or move it away");
    case SQLITE_FULL:
      throw StoreError("the disk is full: the history " + file + " could not be written");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreError("the history " + file + " is in use by another program; try again later");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw StoreError("the history " + file + " cannot be written: it is read-only");
    case SQLITE_CANTOPEN:
      throw StoreError("the history " + file + " cannot be opened; may its folder be written?");
    default:
      throw StoreError("the history " + file + " cannot be used: " + detail);
  }
}

StoreQuery::StoreQuery(const StoreFile& file, const std::string& sql) : file_(file) {
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v2(file.handle(), sql.c_str(), -1, &prepared, nullptr);
  statement_.reset(prepared);
  if (code != SQLITE_OK) file_.fail(code);
}

StoreQuery& StoreQuery::bind(int at, std::int64_t number) {
  const int code = sqlite3_bind_int64(statement_.get(), at, number);
  if (code != SQLITE_OK) file_.fail(code);
  return *this;
}

StoreQuery& StoreQuery::bind(int at, std::optional<int> number) {
  if (number) return bind(at, std::int64_t{*number});
  const int code = sqlite3_bind_null(statement_.get(), at);
  if (code != SQLITE_OK) file_.fail(code);
  return *this;
}

StoreQuery& StoreQuery::bind(int at, std::string_view text) {
  // SQLite takes a null pointer for NULL.
  const int code = sqlite3_bind_text(statement_.get(), at, text.empty() ? "" : text.data(),
                                     static_cast<int>(text.size()), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) file_.fail(code);
  return *this;
}

StoreQuery& StoreQuery::bind_bytes(int at, std::string_view bytes) {
  const int code = sqlite3_bind_blob(statement_.get(), at, bytes.data(),
                                     static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) file_.fail(code);
  return *this;
}

bool StoreQuery::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) file_.fail(code);
  return false;
}

void StoreQuery::run() {
  while (step()) {
  }
  sqlite3_reset(statement_.get());
}

std::int64_t StoreQuery::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::optional<int> StoreQuery::optional_number(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
  return sqlite3_column_int(statement_.get(), column);
}

std::string StoreQuery::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes ? std::string(bytes, size) : std::string();
}

StoreChange::StoreChange(const StoreFile& file) : file_(file) {
  file_.execute("BEGIN IMMEDIATE");
}

StoreChange::~StoreChange() {
  if (open_) sqlite3_exec(file_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void StoreChange::commit() {
  file_.execute("COMMIT");
  open_ = false;
}

}  // namespace touchstone
