#include "crawler/crawl_summary.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace touchstone {
namespace {

constexpr std::int64_t most_broken = 100'000;
constexpr int most_examples = 3;

// Pages as a search engine takes them: answered well, not marked noindex, not a copy of another.
// The crawl is over: what its cache held is room for sorting.
constexpr const char* views = R"(
PRAGMA cache_size = -1024;
PRAGMA shrink_memory;
DROP VIEW IF EXISTS temp.indexed;
CREATE TEMP VIEW indexed AS
  SELECT page.id AS id, title, description FROM page JOIN address USING(id)
  WHERE is_page AND status = 200 AND NOT coalesce(noindex, 0)
    AND (canonical IS NULL OR canonical = url);
)";

std::int64_t number_of(CrawlDatabase& file, const std::string& sql) {
  auto row = file.prepare(sql);
  return row.step() ? row.number(0) : 0;
}

std::vector<std::string> texts_of(CrawlDatabase& file, const std::string& sql) {
  std::vector<std::string> texts;
  auto rows = file.prepare(sql);
  while (rows.step()) texts.emplace_back(rows.text(0));
  return texts;
}

std::string limit() {
  return " LIMIT " + std::to_string(DeepSummary::most_listed);
}

// A text that several rows of `table` share, with addresses that have it.
std::vector<DeepSummary::Repeated> repeated(CrawlDatabase& file, const std::string& table,
                                            const std::string& column) {
  std::vector<DeepSummary::Repeated> all;
  auto rows = file.prepare("SELECT " + column + ", count(*) AS n FROM " + table + " WHERE " +
                           column + " IS NOT NULL AND " + column + " <> 0 GROUP BY " + column +
                           " HAVING n > 1 ORDER BY n DESC, min(id)" + limit());
  auto examples = file.prepare("SELECT url FROM " + table + " JOIN address USING(id) WHERE " +
                               column + " = ?1 ORDER BY id LIMIT " + std::to_string(most_examples));
  const bool is_text = column != "text_hash";
  while (rows.step()) {
    DeepSummary::Repeated& one = all.emplace_back();
    if (is_text) one.text = rows.text(0);
    one.pages = rows.number(1);
    is_text ? examples.bind(1, std::string_view(one.text)) : examples.bind(1, rows.number(0));
    while (examples.step()) one.examples.emplace_back(examples.text(0));
    examples.reset();
  }
  return all;
}

struct Broken {
  std::int64_t id = 0, pages = 0, found_on = 0;
  std::uint64_t clicks = 0;  // to `found_on`
};

// Every page's links are read once, in the order in which they lie on the disk: sorting them by the
// depth of their pages would copy most of the file.
std::unordered_map<std::int64_t, Broken> count_broken(CrawlDatabase& file) {
  std::unordered_map<std::int64_t, Broken> broken;  // by key
  auto targets = file.prepare(
      "SELECT key, id FROM address JOIN page USING(id) WHERE status = 0 OR status >= 400 LIMIT " +
      std::to_string(most_broken));
  while (targets.step()) broken[targets.number(0)].id = targets.number(1);
  if (broken.empty()) return broken;
  auto pages = file.prepare(
      "SELECT id, depth, links FROM page JOIN address USING(id) WHERE is_page ORDER BY id");
  while (pages.step()) {
    const auto id = pages.number(0);
    const auto clicks = static_cast<std::uint64_t>(pages.number(1));  // -1, no way: very many
    const auto bytes = pages.text(2);
    for (std::size_t at = 0; at + sizeof(std::int64_t) <= bytes.size();
         at += sizeof(std::int64_t)) {
      std::int64_t key = 0;
      std::memcpy(&key, bytes.data() + at, sizeof key);
      const auto found = broken.find(key);
      if (found == broken.end()) continue;
      Broken& one = found->second;
      if (++one.pages > 1 && one.clicks <= clicks) continue;
      one.found_on = id;
      one.clicks = clicks;
    }
  }
  return broken;
}

void tell_broken(CrawlDatabase& file, DeepSummary& summary) {
  std::vector<Broken> linked;
  for (const auto& [key, one] : count_broken(file))
    if (one.pages > 0) linked.push_back(one);
  summary.broken_addresses = static_cast<std::int64_t>(linked.size());
  std::sort(linked.begin(), linked.end(), [](const Broken& a, const Broken& b) {
    return a.pages != b.pages ? a.pages > b.pages : a.id < b.id;
  });
  auto target =
      file.prepare("SELECT url, status, fault FROM address JOIN page USING(id) WHERE id = ?1");
  auto place = file.prepare("SELECT url FROM address WHERE id = ?1");
  for (const auto& one : linked) {
    target.bind(1, one.id);
    place.bind(1, one.found_on);
    if (!target.step() || !place.step()) break;
    DeepSummary::BrokenLink told{.url = std::string(target.text(0)),
                                 .status = static_cast<int>(target.number(1)),
                                 .fault = std::string(target.text(2)),
                                 .pages = one.pages,
                                 .found_on = std::string(place.text(0))};
    target.reset();
    place.reset();
    const bool server = told.status >= 500;
    if (server && summary.errors.size() < DeepSummary::most_listed) summary.errors.push_back(told);
    if (summary.broken.size() < DeepSummary::most_listed) summary.broken.push_back(std::move(told));
    if (summary.broken.size() == DeepSummary::most_listed &&
        summary.errors.size() == DeepSummary::most_listed)
      break;
  }
}

void tell_texts(CrawlDatabase& file, DeepSummary& summary) {
  const auto shared = [&](const std::string& table, const std::string& column) {
    return number_of(file, "SELECT total(n) FROM (SELECT count(*) AS n FROM " + table + " WHERE " +
                               column + " IS NOT NULL GROUP BY " + column + " HAVING n > 1)");
  };
  summary.titled = number_of(file, "SELECT count(title) FROM indexed");
  summary.untitled = number_of(file, "SELECT count(*) FROM indexed WHERE title IS NULL");
  summary.pages_with_repeated_title = shared("indexed", "title");
  summary.repeated_titles = repeated(file, "indexed", "title");
  summary.untitled_pages = texts_of(
      file,
      "SELECT url FROM indexed JOIN address USING(id) WHERE title IS NULL ORDER BY id" + limit());
  summary.described = number_of(file, "SELECT count(description) FROM indexed");
  summary.undescribed = number_of(file, "SELECT count(*) FROM indexed WHERE description IS NULL");
  summary.pages_with_repeated_description = shared("indexed", "description");
  summary.repeated_descriptions = repeated(file, "indexed", "description");
  const std::string read = "(SELECT id, text_hash FROM page WHERE is_page AND status = 200)";
  summary.duplicate_pages =
      number_of(file, "SELECT total(n - 1) FROM (SELECT count(*) AS n FROM " + read +
                          " WHERE text_hash <> 0 GROUP BY text_hash HAVING n > 1)");
  summary.duplicates = repeated(file, read, "text_hash");
}

void tell_counts(CrawlDatabase& file, DeepSummary& summary) {
  const std::string read = " FROM page JOIN address USING(id) WHERE is_page AND status = 200";
  const auto count = [&](const std::string& what) {
    return number_of(file, "SELECT count(*)" + read + " AND " + what);
  };
  summary.pages = count("1");
  summary.addresses = number_of(file, "SELECT count(*) FROM page");
  summary.server_errors = number_of(file, "SELECT count(*) FROM page WHERE status >= 500");
  summary.links_checked =
      number_of(file, "SELECT count(*) FROM page JOIN address USING(id) WHERE depth > 0");
  summary.noindex_pages = count("noindex");
  summary.canonical_elsewhere = count("canonical <> url");
  summary.undeclared_language = count("declared_language IS NULL");
  summary.orphans = count("depth < 0");
  summary.images = number_of(file, "SELECT total(images)" + read);
  summary.images_without_alt = number_of(file, "SELECT total(images_without_alt)" + read);
  summary.pages_without_h1 = count("h1_count = 0");
  summary.pages_with_several_h1 = count("h1_count > 1");
  summary.pages_with_insecure_files = count("insecure_files > 0");
  const auto insecure =
      texts_of(file, "SELECT url" + read + " AND insecure_files > 0 ORDER BY id LIMIT 1");
  if (!insecure.empty()) summary.insecure_page = insecure.front();
  summary.left_over_pages = count("left_over IS NOT NULL");
  auto left = file.prepare("SELECT left_over, url" + read +
                           " AND left_over IS NOT NULL ORDER BY id" + limit());
  while (left.step())
    summary.left_overs.push_back({std::string(left.text(0)), std::string(left.text(1))});
}

void tell_shares(CrawlDatabase& file, DeepSummary& summary) {
  auto statuses = file.prepare("SELECT status, count(*) FROM page GROUP BY status ORDER BY status");
  while (statuses.step())
    summary.statuses.push_back({static_cast<int>(statuses.number(0)), statuses.number(1)});
  const std::string read = " FROM page JOIN address USING(id) WHERE is_page AND status = 200";
  auto languages = file.prepare("SELECT language, count(*) AS n" + read +
                                " GROUP BY language ORDER BY n DESC, language" + limit());
  while (languages.step())
    summary.languages.push_back({std::string(languages.text(0)), languages.number(1)});
  auto depths =
      file.prepare("SELECT depth, count(*)" + read + " GROUP BY depth ORDER BY depth" + limit());
  while (depths.step())
    summary.depths.push_back({static_cast<int>(depths.number(0)), depths.number(1)});
}

// Dates in the future are slips of the pen: they say nothing of freshness.
void tell_freshness(CrawlDatabase& file, DeepSummary& summary) {
  const std::string read =
      " FROM page JOIN address USING(id) WHERE is_page AND status = 200 AND newest_date <= fetched";
  summary.dated_pages = number_of(file, "SELECT count(*)" + read);
  auto newest =
      file.prepare("SELECT newest_date, url" + read + " ORDER BY newest_date DESC, id LIMIT 1");
  if (!newest.step()) return;
  summary.newest_date = Time(std::chrono::milliseconds(newest.number(0)));
  summary.newest_page = newest.text(1);
}

}  // namespace

DeepSummary summarise(CrawlDatabase& file, bool complete) {
  DeepSummary summary;
  summary.complete = complete;
  file.execute(views);
  tell_counts(file, summary);
  tell_shares(file, summary);
  tell_texts(file, summary);
  tell_freshness(file, summary);
  tell_broken(file, summary);
  return summary;
}

}  // namespace touchstone
