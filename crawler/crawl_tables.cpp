#include "crawler/crawl_tables.h"

#include <stdexcept>

namespace touchstone {
namespace {

// Ids of databases that are crawl files ("tsCF"), and the form of their tables.
constexpr int application_id = 0x74734346, form = 1;

constexpr const char* settings = R"(
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA wal_autocheckpoint = 512;
PRAGMA journal_size_limit = 16777216;
PRAGMA cache_size = -4096;
PRAGMA temp_store = FILE;
)";

constexpr const char* tables = R"(
CREATE TABLE said(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE address(
  id INTEGER PRIMARY KEY, url TEXT NOT NULL, key INTEGER NOT NULL, state INTEGER NOT NULL,
  depth INTEGER NOT NULL, generation INTEGER NOT NULL, hops INTEGER NOT NULL,
  found_on INTEGER NOT NULL, shape INTEGER NOT NULL);
CREATE INDEX waiting ON address(shape, id) WHERE state = 0;
CREATE TABLE shape(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, asked INTEGER NOT NULL,
  fresh INTEGER NOT NULL, barren INTEGER NOT NULL, spent INTEGER NOT NULL, wide INTEGER NOT NULL);
CREATE TABLE page(
  id INTEGER PRIMARY KEY, fetched INTEGER NOT NULL, status INTEGER NOT NULL, fault TEXT,
  leads_to TEXT, type TEXT, etag TEXT, last_modified TEXT, wire_bytes INTEGER NOT NULL,
  is_page INTEGER NOT NULL, title TEXT, description TEXT, h1 TEXT, h1_count INTEGER,
  canonical TEXT, noindex INTEGER, nofollow INTEGER, declared_language TEXT, language TEXT,
  charset TEXT, text_characters INTEGER, words INTEGER, text_hash INTEGER, modified INTEGER,
  newest_date INTEGER, images INTEGER, images_without_alt INTEGER, forms INTEGER,
  phone_links INTEGER, mail_links INTEGER, insecure_files INTEGER, generator TEXT, left_over TEXT,
  has_title INTEGER, has_description INTEGER, truncated INTEGER, links BLOB);
)";

}  // namespace

CrawlTables::CrawlTables(const std::string& path) : CrawlDatabase(path) {
  const auto number = [this](const char* sql) {
    auto statement = prepare(sql);
    return statement.step() ? statement.number(0) : 0;
  };
  const auto objects = number("SELECT count(*) FROM sqlite_master");
  if (objects > 0 && number("PRAGMA application_id") != application_id)
    throw std::runtime_error("'" + path + "' is no crawl file; name another one with --state");
  if (objects > 0 && number("PRAGMA user_version") != form)
    throw std::runtime_error("'" + path + "' was written by another version; name another file");
  // What no name has, nobody reads again.
  execute(path.empty() ? "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF" : settings);
  if (objects == 0) {
    execute("BEGIN;" + std::string(tables) +
            "PRAGMA application_id = " + std::to_string(application_id) +
            "; PRAGMA user_version = " + std::to_string(form) + "; COMMIT;");
  }
}

}  // namespace touchstone
