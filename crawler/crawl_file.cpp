#include "crawler/crawl_file.h"

#include <cstring>
#include <utility>

#include "crawler/crawl_lock.h"
#include "crawler/crawl_summary.h"
#include "crawler/crawl_tables.h"

namespace touchstone {
namespace {

constexpr std::string_view add_sql =
    "INSERT INTO address(url, key, state, depth, generation, hops, found_on, shape) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr std::string_view write_sql =
    "INSERT OR REPLACE INTO page VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
    "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, "
    "?32, ?33, ?34, ?35, ?36, ?37)";
constexpr const char* address_columns =
    "SELECT id, url, key, depth, generation, hops, found_on, shape FROM address ";

FoundAddress address_in(const CrawlStatement& row) {
  return {.id = row.number(0),
          .url = std::string(row.text(1)),
          .key = static_cast<std::uint64_t>(row.number(2)),
          .depth = static_cast<int>(row.number(3)),
          .generation = static_cast<int>(row.number(4)),
          .hops = static_cast<int>(row.number(5)),
          .found_on = row.number(6),
          .shape = row.number(7)};
}

void bind_time(CrawlStatement& statement, int place, const std::optional<Time>& time) {
  if (!time) {
    statement.bind_null(place);
  } else {
    statement.bind(place, std::int64_t{time->time_since_epoch().count()});
  }
}

}  // namespace

struct CrawlFile::State {
  explicit State(const std::string& path) : lock(path), database(path) {}

  CrawlLock lock;
  CrawlTables database;
  bool again = false;  // addresses of a former crawl may be there
  bool open = false;   // between begin and commit
  CrawlStatement begin{database.prepare("BEGIN IMMEDIATE")};
  CrawlStatement commit{database.prepare("COMMIT")};
  CrawlStatement say{database.prepare("INSERT OR REPLACE INTO said VALUES(?1, ?2)")};
  CrawlStatement said{database.prepare("SELECT value FROM said WHERE name = ?1")};
  CrawlStatement add{database.prepare(add_sql)};
  CrawlStatement former{database.prepare("SELECT id FROM address WHERE key = ?1 AND state = 4")};
  CrawlStatement forget{database.prepare("DELETE FROM address WHERE id = ?1")};
  CrawlStatement move_page{database.prepare("UPDATE page SET id = ?2 WHERE id = ?1")};
  CrawlStatement knows{database.prepare("SELECT 1 FROM address WHERE key = ?1 AND state <> 4")};
  CrawlStatement set_state{database.prepare("UPDATE address SET state = ?2 WHERE id = ?1")};
  CrawlStatement write{database.prepare(write_sql)};
  CrawlStatement write_shape{
      database.prepare("INSERT OR REPLACE INTO shape VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")};
  CrawlStatement waiting{database.prepare(std::string(address_columns) +
                                          "WHERE state = 0 AND id > ?1 ORDER BY id LIMIT ?2")};
  CrawlStatement waiting_of_shape{
      database.prepare(std::string(address_columns) +
                       "WHERE state = 0 AND shape = ?3 AND id > ?1 ORDER BY id LIMIT ?2")};
  CrawlStatement validators{
      database.prepare("SELECT etag, last_modified FROM page WHERE id = ?1 AND status = 200")};
  CrawlStatement confirm{database.prepare("UPDATE page SET fetched = ?2 WHERE id = ?1")};
  CrawlStatement url_of{database.prepare("SELECT url FROM address WHERE key = ?1")};
  CrawlStatement links{database.prepare("SELECT links FROM page WHERE id = ?1")};
};

CrawlFile::CrawlFile(const std::string& path) : state_(std::make_unique<State>(path)) {
  auto index = state_->database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'by_key'");
  state_->again = index.step();
}

CrawlFile::~CrawlFile() = default;

void CrawlFile::begin() {
  if (!std::exchange(state_->open, true)) state_->begin.run();
}

void CrawlFile::commit() {
  if (std::exchange(state_->open, false)) state_->commit.run();
}

std::optional<std::string> CrawlFile::said(const std::string& name) {
  std::optional<std::string> value;
  if (state_->said.bind(1, name).step()) value = state_->said.text(0);
  state_->said.reset();
  return value;
}

void CrawlFile::say(const std::string& name, const std::string& value) {
  state_->say.bind(1, name).bind(2, value).run();
}

std::int64_t CrawlFile::add(const FoundAddress& address) {
  std::int64_t former = 0;
  if (state_->again) {
    state_->former.bind(1, static_cast<std::int64_t>(address.key));
    if (state_->former.step()) former = state_->former.number(0);
    state_->former.reset();
  }
  if (former != 0) state_->forget.bind(1, former).run();
  state_->add.bind(1, address.url)
      .bind(2, static_cast<std::int64_t>(address.key))
      .bind(3, std::int64_t{static_cast<int>(address.state)})
      .bind(4, std::int64_t{address.depth})
      .bind(5, std::int64_t{address.generation})
      .bind(6, std::int64_t{address.hops})
      .bind(7, address.found_on)
      .bind(8, address.shape)
      .run();
  const auto id = state_->database.last_id();
  // Ids are in the order of discovery of this crawl; what is known of a page goes with it.
  if (former != 0) state_->move_page.bind(1, former).bind(2, id).run();
  return id;
}

bool CrawlFile::knows(std::uint64_t key) {
  const bool known = state_->knows.bind(1, static_cast<std::int64_t>(key)).step();
  state_->knows.reset();
  return known;
}

void CrawlFile::each_key(const std::function<void(std::uint64_t)>& take) {
  auto keys = state_->database.prepare("SELECT key FROM address WHERE state <> 4");
  while (keys.step()) take(static_cast<std::uint64_t>(keys.number(0)));
}

std::vector<FoundAddress> CrawlFile::waiting(std::int64_t after, std::int64_t shape, int most) {
  std::vector<FoundAddress> found;
  auto& statement = shape == 0 ? state_->waiting : state_->waiting_of_shape;
  statement.bind(1, after).bind(2, std::int64_t{most});
  if (shape != 0) statement.bind(3, shape);
  while (statement.step()) found.push_back(address_in(statement));
  statement.reset();
  return found;
}

std::int64_t CrawlFile::count(AddressState state) {
  auto statement = state_->database.prepare("SELECT count(*) FROM address WHERE state = ?1");
  statement.bind(1, std::int64_t{static_cast<int>(state)}).step();
  return statement.number(0);
}

void CrawlFile::leave_out(std::int64_t shape) {
  state_->database.prepare("UPDATE address SET state = 2 WHERE state = 0 AND shape = ?1")
      .bind(1, shape)
      .run();
}

void CrawlFile::set_state(std::int64_t id, AddressState state) {
  state_->set_state.bind(1, id).bind(2, std::int64_t{static_cast<int>(state)}).run();
}

void CrawlFile::write(const FoundAddress& address, const PageAnswer& answer,
                      const std::optional<std::string>& leads_to) {
  static const PageSummary nothing;
  const PageSummary& page = answer.page ? *answer.page : nothing;
  auto& row = state_->write;
  const auto text = [&](int place, std::string_view value) {
    value.empty() ? row.bind_null(place) : row.bind(place, value);
  };
  row.bind(1, address.id).bind(2, std::int64_t{answer.when.time_since_epoch().count()});
  row.bind(3, std::int64_t{answer.status});
  text(4, answer.fault ? to_string(answer.fault->kind) : "");
  text(5, leads_to ? std::string_view(*leads_to) : "");
  text(6, answer.headers.get("content-type").value_or(""));
  text(7, answer.headers.get("etag").value_or(""));
  text(8, answer.headers.get("last-modified").value_or(""));
  row.bind(9, answer.wire_bytes).bind(10, std::int64_t{answer.page.has_value()});
  text(11, page.title);
  text(12, page.description);
  text(13, page.h1);
  row.bind(14, std::int64_t{page.h1_count});
  text(15, page.canonical ? std::string_view(*page.canonical) : "");
  row.bind(16, std::int64_t{page.noindex}).bind(17, std::int64_t{page.nofollow});
  text(18, page.declared_language);
  text(19, page.language);
  text(20, page.charset);
  row.bind(21, page.text_characters).bind(22, page.words);
  row.bind(23, static_cast<std::int64_t>(page.text_hash));
  bind_time(row, 24, page.modified);
  bind_time(row, 25, page.newest_date);
  row.bind(26, std::int64_t{page.images}).bind(27, std::int64_t{page.images_without_alt});
  row.bind(28, std::int64_t{page.forms}).bind(29, std::int64_t{page.phone_links});
  row.bind(30, std::int64_t{page.mail_links}).bind(31, std::int64_t{page.insecure_files});
  text(32, page.generator);
  text(33, page.left_over);
  row.bind(34, std::int64_t{page.has_title}).bind(35, std::int64_t{page.has_description});
  row.bind(36, std::int64_t{page.truncated});
  std::string keys(answer.links.size() * sizeof(std::uint64_t), '\0');
  for (std::size_t i = 0; i < answer.links.size(); ++i)
    std::memcpy(keys.data() + i * sizeof(std::uint64_t), &answer.links[i].key,
                sizeof(std::uint64_t));
  row.bind_bytes(37, keys);
  row.run();
  set_state(address.id, AddressState::answered);
}

void CrawlFile::confirm(std::int64_t id, Time when) {
  state_->confirm.bind(1, id).bind(2, std::int64_t{when.time_since_epoch().count()}).run();
  set_state(id, AddressState::answered);
}

CrawlFile::Validators CrawlFile::validators(std::int64_t id) {
  Validators found;
  auto& statement = state_->validators;
  if (statement.bind(1, id).step())
    found = {std::string(statement.text(0)), std::string(statement.text(1))};
  statement.reset();
  return found;
}

std::vector<std::uint64_t> CrawlFile::links_of(std::int64_t id) {
  std::vector<std::uint64_t> keys;
  if (state_->links.bind(1, id).step()) {
    const auto bytes = state_->links.text(0);
    keys.resize(bytes.size() / sizeof(std::uint64_t));
    if (!keys.empty()) std::memcpy(keys.data(), bytes.data(), keys.size() * sizeof(std::uint64_t));
  }
  state_->links.reset();
  return keys;
}

std::vector<PathShape> CrawlFile::shapes() {
  std::vector<PathShape> all;
  auto rows = state_->database.prepare("SELECT * FROM shape ORDER BY id");
  while (rows.step()) {
    PathShape shape;
    shape.id = rows.number(0);
    shape.name = rows.text(1);
    shape.group = rows.text(2);
    shape.asked = rows.number(3);
    shape.fresh = rows.number(4);
    shape.barren = static_cast<int>(rows.number(5));
    shape.spent = rows.number(6) != 0;
    shape.wide = rows.number(7) != 0;
    all.push_back(std::move(shape));
  }
  return all;
}

void CrawlFile::write(const PathShape& shape) {
  state_->write_shape.bind(1, shape.id)
      .bind(2, shape.name)
      .bind(3, shape.group)
      .bind(4, shape.asked)
      .bind(5, shape.fresh)
      .bind(6, std::int64_t{shape.barren})
      .bind(7, std::int64_t{shape.spent})
      .bind(8, std::int64_t{shape.wide})
      .run();
}

void CrawlFile::each_text(const std::function<void(std::uint64_t)>& take) {
  auto rows = state_->database.prepare("SELECT text_hash FROM page WHERE is_page");
  while (rows.step()) take(static_cast<std::uint64_t>(rows.number(0)));
}

std::optional<std::string> CrawlFile::url_of(std::uint64_t key) {
  std::optional<std::string> url;
  if (state_->url_of.bind(1, static_cast<std::int64_t>(key)).step()) url = state_->url_of.text(0);
  state_->url_of.reset();
  return url;
}

DeepSummary CrawlFile::summary(bool complete) {
  return summarise(state_->database, complete);
}

void CrawlFile::begin_again() {
  state_->database.execute("CREATE INDEX IF NOT EXISTS by_key ON address(key)");
  state_->database.execute("UPDATE address SET state = 4");
  state_->again = true;
}

void CrawlFile::forget_former() {
  state_->database.execute("DELETE FROM page WHERE id IN (SELECT id FROM address WHERE state = 4)");
  state_->database.execute("DELETE FROM address WHERE state = 4");
}

}  // namespace touchstone
