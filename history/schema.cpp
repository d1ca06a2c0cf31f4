#include "history/schema.h"

#include <iterator>

namespace touchstone {

namespace {

constexpr std::int64_t our_mark = 0x546F7563;  // "Touc"

// Each brings a file from the version of its place to the next; the first makes an empty one ours.
// What was released is never changed: a further step is added.
constexpr const char* steps[] = {
    R"(PRAGMA application_id = 1416590691;
       CREATE TABLE touchpoints(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
       CREATE TABLE audits(id INTEGER PRIMARY KEY, subject TEXT NOT NULL, asked TEXT NOT NULL,
                           host TEXT NOT NULL, name TEXT NOT NULL, taken INTEGER NOT NULL,
                           rulebook TEXT NOT NULL, capture TEXT NOT NULL);
       CREATE INDEX audits_in_time ON audits(subject, taken);
       CREATE TABLE marks(audit INTEGER NOT NULL, rulebook TEXT NOT NULL, points INTEGER,
                          coverage INTEGER NOT NULL, touchpoints BLOB NOT NULL,
                          PRIMARY KEY(audit, rulebook)) WITHOUT ROWID;
       CREATE TABLE inspections(audit INTEGER PRIMARY KEY, facts BLOB NOT NULL,
                                scorecard TEXT NOT NULL);
       CREATE TABLE notes(key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
       PRAGMA user_version = 1;)",
};
constexpr auto newest = static_cast<std::int64_t>(std::size(steps));
static_assert(our_mark == 1416590691, "the mark stands in the first step too");

std::int64_t pragma(const StoreFile& file, const char* sql) {
  StoreQuery query(file, sql);
  return query.step() ? query.number(0) : 0;
}

std::int64_t version_of(const StoreFile& file) {
  return pragma(file, "PRAGMA user_version");
}

bool is_empty(const StoreFile& file) {
  return pragma(file, "SELECT count(*) FROM sqlite_master") == 0;
}

// The version that the file has; StoreError where it is not for us.
std::int64_t recognised_version(const StoreFile& file) {
  const std::string name = file.path().string();
  const std::int64_t mark = pragma(file, "PRAGMA application_id");
  if (mark != our_mark && !(mark == 0 && is_empty(file))) {
    throw StoreError(name + " is no history of touchstone; name another file with --store");
  }
  const std::int64_t version = version_of(file);
  if (version > newest) {
    throw StoreError("the history " + name + " was written by a newer touchstone (schema " +
                     std::to_string(version) + ", this one knows " + std::to_string(newest) +
                     "); update touchstone, or name another file with --store");
  }
  return version;
}

}  // namespace

void prepare_schema(const StoreFile& file, Store::Use use) {
  if (recognised_version(file) == newest) return;
  if (use == Store::Use::read && version_of(file) == 0) {
    throw StoreError("the history " + file.path().string() + " is empty: nothing was stored yet");
  }
  StoreChange change(file);
  // Another process may have been faster.
  for (std::int64_t version = recognised_version(file); version < newest; ++version) {
    file.execute(steps[version]);
  }
  change.commit();
}

}  // namespace touchstone
