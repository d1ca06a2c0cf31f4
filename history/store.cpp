#include "history/store.h"

#include <algorithm>
#include <unordered_map>

#include "history/inspection_form.h"
#include "history/marks.h"
#include "history/schema.h"
#include "history/store_file.h"
#include "site/url.h"

namespace touchstone {

namespace {

constexpr std::string_view www = "www.";

std::string without_www(std::string_view host) {
  return std::string(host.starts_with(www) ? host.substr(www.size()) : host);
}

// "example.com" of "example.com:8080/shop/".
std::string host_of(std::string_view subject) {
  const auto path = subject.find('/');
  const std::string_view authority = subject.substr(0, path);
  const auto port = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
  return std::string(authority.substr(0, port));
}

std::int64_t milliseconds(Time time) {
  return time.time_since_epoch().count();
}

// Every column that a line needs, in this order, the marks under the rulebook that follows; these
// may be NULL.
const std::string line_under =
    "SELECT a.id, a.subject, a.asked, a.host, a.name, a.capture, a.taken, a.rulebook, "
    "m.rulebook, m.points, m.coverage, m.touchpoints FROM audits a LEFT JOIN marks m ON "
    "m.audit = a.id AND m.rulebook = ";

}  // namespace

std::string subject_of(std::string_view asked) {
  const auto url = Url::parse_typed(asked);
  if (!url) return {};
  std::string subject = url->authority();
  if (url->path() != "/" || !url->query().empty()) subject += url->path();
  if (!url->query().empty()) subject += "?" + std::string(url->query());
  return subject;
}

class Store::Database {
 public:
  Database(const std::filesystem::path& path, Use use) : file(path, use) {
    prepare_schema(file, use);
  }

  const std::string& name_of(std::int64_t number) {
    const auto place = static_cast<std::size_t>(number);
    if (place >= names_.size()) read_names();
    if (place >= names_.size() || names_[place].empty()) {
      throw FormError("a touchpoint without a name");
    }
    return names_[place];
  }

  // Within a change. Numbers of touchpoints are given once and never change.
  void put_marks(std::int64_t id, Time taken, const Marks& marks) {
    std::unordered_map<std::string, std::int64_t> numbers;
    StoreQuery known(file, "SELECT name, id FROM touchpoints");
    while (known.step()) numbers[known.text(0)] = known.number(1);
    StoreQuery insert(file, "INSERT INTO touchpoints(name) VALUES (?1)");
    const std::string bytes = pack_marks(marks, taken, [&](const std::string& name) {
      const auto [number, fresh] = numbers.emplace(name, 0);
      if (fresh) {
        insert.bind(1, std::string_view(name)).run();
        number->second = file.last_id();
      }
      return number->second;
    });
    StoreQuery(file, "INSERT OR REPLACE INTO marks VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(1, id)
        .bind(2, std::string_view(marks.rulebook))
        .bind(3, marks.points)
        .bind(4, std::int64_t{marks.coverage})
        .bind_bytes(5, bytes)
        .run();
  }

  StoredLine line_of(const StoreQuery& row) {
    StoredLine line;
    line.id = row.number(0);
    line.subject = row.text(1);
    line.asked = row.text(2);
    line.host = row.text(3);
    line.name = row.text(4);
    line.capture = row.text(5);
    line.taken = Time(std::chrono::milliseconds(row.number(6)));
    line.first_rulebook = row.text(7);
    if (const std::string rulebook = row.text(8); !rulebook.empty()) {
      line.marks = Marks{
          rulebook, row.optional_number(9), static_cast<int>(row.number(10)),
          unpack_marks(row.text(11), line.taken,
                       [&](std::int64_t number) -> const std::string& { return name_of(number); })};
    }
    return line;
  }

  std::vector<StoredLine> lines_of(StoreQuery& query) {
    std::vector<StoredLine> lines;
    while (query.step()) lines.push_back(line_of(query));
    return lines;
  }

  std::optional<StoredLine> first_of(StoreQuery& query) {
    return query.step() ? std::optional(line_of(query)) : std::nullopt;
  }

  [[noreturn]] void damaged(const FormError& error) const {
    throw StoreError("the history " + file.path().string() + " is damaged: " + error.what());
  }

  StoreFile file;

 private:
  void read_names() {
    constexpr std::int64_t most = 0xFFFF;  // what marks can say
    StoreQuery query(file, "SELECT id, name FROM touchpoints WHERE id BETWEEN 0 AND ?1");
    query.bind(1, most);
    while (query.step()) {
      const auto place = static_cast<std::size_t>(query.number(0));
      if (place >= names_.size()) names_.resize(place + 1);
      names_[place] = query.text(1);
    }
  }

  std::vector<std::string> names_;  // by number; empty where there is none
};

Store::Store(const std::filesystem::path& file, Use use)
    : database_(std::make_unique<Database>(file, use)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::int64_t Store::add(const StoredAudit& stored, const Audit& audit) {
  const Inspection& seen = stored.inspection;
  try {
    const std::string facts = pack(seen);
    const Marks marks = marks_of(audit);
    StoreChange change(database_->file);
    StoreQuery(database_->file, "INSERT INTO audits VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(1, std::string_view(subject_of(seen.asked)))
        .bind(2, std::string_view(seen.asked))
        .bind(3, std::string_view(seen.host))
        .bind(4, std::string_view(seen.name))
        .bind(5, milliseconds(seen.taken))
        .bind(6, std::string_view(marks.rulebook))
        .bind(7, std::string_view(stored.capture))
        .run();
    const std::int64_t id = database_->file.last_id();
    StoreQuery(database_->file, "INSERT INTO inspections VALUES (?1, ?2, ?3)")
        .bind(1, id)
        .bind_bytes(2, facts)
        .bind(3, std::string_view(stored.scorecard))
        .run();
    database_->put_marks(id, seen.taken, marks);
    change.commit();
    return id;
  } catch (const FormError& error) {
    database_->damaged(error);
  }
}

StoredAudit Store::load(std::int64_t id) const {
  try {
    StoreQuery query(database_->file,
                     "SELECT i.facts, i.scorecard, a.capture FROM inspections i JOIN audits a ON "
                     "a.id = i.audit WHERE i.audit = ?1");
    query.bind(1, id);
    if (!query.step()) throw FormError("an audit without its facts");
    return {unpack(query.text(0)), query.text(1), query.text(2)};
  } catch (const FormError& error) {
    database_->damaged(error);
  }
}

void Store::each_line(std::string_view subject, std::string_view rulebook,
                      const std::function<void(StoredLine)>& each) const {
  try {
    StoreQuery query(database_->file, line_under +
                                          "CASE ?2 WHEN '' THEN a.rulebook ELSE ?2 END "
                                          "WHERE a.subject = ?1 ORDER BY a.taken, a.id");
    query.bind(1, subject).bind(2, rulebook);
    while (query.step()) each(database_->line_of(query));
  } catch (const FormError& error) {
    database_->damaged(error);
  }
}

std::vector<StoredLine> Store::lines(std::string_view subject, std::string_view rulebook) const {
  std::vector<StoredLine> lines;
  each_line(subject, rulebook, [&](StoredLine line) { lines.push_back(std::move(line)); });
  return lines;
}

std::optional<StoredLine> Store::last(std::string_view subject) const {
  try {
    StoreQuery query(database_->file, line_under +
                                          "a.rulebook WHERE a.subject = ?1 "
                                          "ORDER BY a.taken DESC, a.id DESC LIMIT 1");
    return database_->first_of(query.bind(1, subject));
  } catch (const FormError& error) {
    database_->damaged(error);
  }
}

std::optional<StoredLine> Store::last_scored(std::string_view subject) const {
  try {
    StoreQuery query(database_->file,
                     line_under +
                         "a.rulebook WHERE a.subject = ?1 AND m.points IS NOT NULL "
                         "ORDER BY a.taken DESC, a.id DESC LIMIT 1");
    auto line = database_->first_of(query.bind(1, subject));
    return line ? line : last(subject);
  } catch (const FormError& error) {
    database_->damaged(error);
  }
}

std::vector<StoredLine> Store::last_of_all() const {
  try {
    StoreQuery query(
        database_->file,
        line_under +
            "a.rulebook WHERE a.id IN (SELECT (SELECT id FROM audits one WHERE one.subject = "
            "each.subject ORDER BY one.taken DESC, one.id DESC LIMIT 1) FROM (SELECT DISTINCT "
            "subject FROM audits) each) ORDER BY a.subject");
    return database_->lines_of(query);
  } catch (const FormError& error) {
    database_->damaged(error);
  }
}

std::vector<std::string> Store::subjects_like(std::string_view host) const {
  const std::string meant = subject_of(host);
  const std::string meant_host = without_www(host_of(meant));
  StoreQuery query(database_->file,
                   "SELECT subject, host FROM audits GROUP BY subject, host "
                   "ORDER BY max(taken) DESC, subject");
  std::vector<std::string> found;
  while (query.step()) {
    const std::string subject = query.text(0);
    if (subject == meant) return {subject};
    const bool alike =
        without_www(host_of(subject)) == meant_host || without_www(query.text(1)) == meant_host;
    if (!meant_host.empty() && alike &&
        std::find(found.begin(), found.end(), subject) == found.end()) {
      found.push_back(subject);
    }
  }
  return found;
}

void Store::remember(const std::vector<std::pair<std::int64_t, Marks>>& judged) {
  try {
    StoreChange change(database_->file);
    for (const auto& [id, marks] : judged) {
      StoreQuery query(database_->file, "SELECT taken FROM audits WHERE id = ?1");
      query.bind(1, id);
      if (!query.step()) continue;
      database_->put_marks(id, Time(std::chrono::milliseconds(query.number(0))), marks);
    }
    change.commit();
  } catch (const FormError& error) {
    database_->damaged(error);
  }
}

std::string Store::note(std::string_view key) const {
  StoreQuery query(database_->file, "SELECT text FROM notes WHERE key = ?1");
  query.bind(1, key);
  return query.step() ? query.text(0) : std::string();
}

void Store::set_note(std::string_view key, std::string_view text) {
  StoreChange change(database_->file);
  StoreQuery(database_->file, "INSERT OR REPLACE INTO notes VALUES (?1, ?2)")
      .bind(1, key)
      .bind(2, text)
      .run();
  change.commit();
}

}  // namespace touchstone
