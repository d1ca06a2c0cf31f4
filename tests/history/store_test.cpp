#include "history/store.h"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "history/inspection_form.h"
#include "history/trend.h"
#include "tests/history/scratch_folder.h"
#include "tests/history/stored_audits.h"

namespace touchstone {

namespace {

Inspection taken_later(std::chrono::hours later,
                       const std::string& asked = "https://example.com/") {
  Inspection inspection = sample_inspection();
  inspection.asked = asked;
  inspection.taken += later;
  return inspection;
}

std::int64_t add(Store& store, const Inspection& inspection) {
  return store.add({inspection, "", ""}, judge(inspection, built_in_rules()));
}

std::string complaint(const std::filesystem::path& file, Store::Use use) {
  try {
    const Store store(file, use);
  } catch (const StoreError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("an audit that was stored is read as it was") {
  const ScratchFolder folder;
  Inspection inspection = sample_inspection();
  inspection.notes = {"a note"};
  inspection.looked["favicon"] = inspection.taken - std::chrono::hours(48);
  const Audit audit = judge(inspection, built_in_rules());
  std::int64_t id = 0;
  {
    Store store(folder / "new" / "folders" / "history.db", Store::Use::write);
    id = store.add({inspection, "{}", "/captures/one.warc.gz"}, audit);
  }
  const Store store(folder / "new" / "folders" / "history.db", Store::Use::read);
  const auto line = store.last("example.com");
  REQUIRE(line);
  CHECK(line->id == id);
  CHECK(line->taken == inspection.taken);
  CHECK(line->capture == "/captures/one.warc.gz");
  CHECK(line->first_rulebook == built_in_rules().version);
  REQUIRE(line->marks);
  CHECK(line->marks->points == audit.score.points);
  CHECK(line->marks->coverage == audit.score.coverage);
  CHECK(line->marks->touchpoints == marks_of(audit).touchpoints);
  const StoredAudit stored = store.load(id);
  CHECK(stored.scorecard == "{}");
  CHECK(stored.inspection.looked == inspection.looked);
  CHECK(marks_of(judge(stored.inspection, built_in_rules())).touchpoints ==
        marks_of(audit).touchpoints);
}

TEST_CASE("lines stand in the order in which the audits were made, each subject for itself") {
  const ScratchFolder folder;
  Store store(folder / "h.db", Store::Use::write);
  add(store, taken_later(std::chrono::hours(2)));
  add(store, taken_later(std::chrono::hours(1)));
  add(store, taken_later(std::chrono::hours(5), "https://www.example.com/shop/"));
  const auto lines = store.lines("example.com");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].taken < lines[1].taken);
  CHECK(store.lines("example.com", "other rules")[0].marks == std::nullopt);
  CHECK(store.last("example.com")->taken == lines[1].taken);
  CHECK_FALSE(store.last("example.org"));
  const auto last = store.last_of_all();
  REQUIRE(last.size() == 2);
  CHECK(last[0].subject == "example.com");
  CHECK(last[0].taken == lines[1].taken);
  CHECK(last[1].subject == "www.example.com/shop/");
  CHECK(store.subjects_like("example.com") == std::vector<std::string>{"example.com"});
  CHECK(store.subjects_like("www.example.com") ==
        std::vector<std::string>{"www.example.com/shop/", "example.com"});
  CHECK(store.subjects_like("example.org").empty());
}

TEST_CASE("the last audit with a score is found behind later ones without one") {
  const ScratchFolder folder;
  Store store(folder / "h.db", Store::Use::write);
  const Inspection seen = taken_later(std::chrono::hours(1));
  Inspection closed = taken_later(std::chrono::hours(2));
  closed.closed = Reason::bot_challenge;
  add(store, seen);
  CHECK(store.last_scored("example.com")->taken == seen.taken);
  store.add({closed, "", ""}, judge(closed, built_in_rules()));
  REQUIRE_FALSE(store.last("example.com")->marks->points);
  CHECK(store.last_scored("example.com")->taken == seen.taken);
  CHECK_FALSE(store.last_scored("example.org"));
}

TEST_CASE("a trend tells what came, went and changed, and keeps no more of its audits") {
  const auto line = [](const std::vector<TouchpointMark>& touchpoints) {
    StoredLine one;
    one.subject = "example.com";
    one.first_rulebook = "r";
    one.marks = Marks{"r", 50, 90, touchpoints};
    return one;
  };
  const auto mark = [](const char* id, int points) {
    return TouchpointMark{id, Status::assessed, points, {}};
  };
  TrendLine trend_line;
  trend_line.add(line({mark("a", 90), mark("b", 90), mark("c", 20)}));
  trend_line.add(line({mark("a", 10), mark("c", 21), mark("d", 90)}));
  trend_line.add(line({mark("d", 90), mark("c", 22), mark("a", 10)}));
  const Trend trend = trend_line.take();
  REQUIRE(trend.points.size() == 3);
  CHECK(trend.points[0].steps.empty());
  std::vector<std::string> ids;
  for (const auto& step : trend.points[1].steps) ids.push_back(step.touchpoint);
  CHECK(ids == std::vector<std::string>{"a", "d", "b"});
  CHECK(trend.points[1].steps[2].after.touchpoint.empty());
  CHECK(trend.points[2].steps.empty());
  CHECK(trend.points[1].sucks == 2);
  CHECK(trend.points[1].line.marks->touchpoints.empty());
  CHECK(trend.latest_changes(5) == std::vector<std::size_t>{1});
  ids.clear();
  for (const auto& step : trend.since_first) ids.push_back(step.touchpoint);
  CHECK(ids == std::vector<std::string>{"d", "a", "b"});
}

TEST_CASE("what was judged anew is remembered beside what was judged first") {
  const ScratchFolder folder;
  Store store(folder / "h.db", Store::Use::write);
  const auto id = add(store, sample_inspection());
  Marks marks = marks_of(judge(sample_inspection(), built_in_rules()));
  marks.rulebook = "newer";
  marks.points = 12;
  store.remember({{id, marks}});
  CHECK(store.lines("example.com", "newer")[0].marks->points == 12);
  CHECK(store.lines("example.com")[0].marks->rulebook == built_in_rules().version);
}

TEST_CASE("a subject is an address as people mean it") {
  struct Row {
    const char* asked;
    const char* subject;
  };
  for (const Row& row :
       {Row{"https://Example.com/", "example.com"}, Row{"http://example.com", "example.com"},
        Row{"example.com:8080", "example.com:8080"},
        Row{"https://example.com/shop/?a=1#top", "example.com/shop/?a=1"},
        Row{"http://[::1]:81/", "[::1]:81"}, Row{"", ""}}) {
    CHECK(subject_of(row.asked) == row.subject);
  }
}

TEST_CASE("notes stay between runs") {
  const ScratchFolder folder;
  Store store(folder / "h.db", Store::Use::write);
  CHECK(store.note("notify/example.com").empty());
  store.set_note("notify/example.com", "1");
  store.set_note("notify/example.com", "2");
  CHECK(store.note("notify/example.com") == "2");
}

TEST_CASE("a file that is no history of ours is refused with one clear line") {
  const ScratchFolder folder;
  std::ofstream(folder / "text.db") << std::string(5000, 'x');
  std::ofstream(folder / "empty.db");
  CHECK_THAT(complaint(folder / "text.db", Store::Use::write),
             Catch::Contains("text.db is no history of touchstone"));
  CHECK_THAT(complaint(folder / "none.db", Store::Use::read), Catch::Contains("no history at"));
  CHECK_THAT(complaint(folder / "empty.db", Store::Use::read), Catch::Contains("is empty"));
  CHECK_THAT(complaint(folder / "text.db" / "below", Store::Use::write),
             Catch::Contains("cannot be opened"));
  CHECK_THAT(complaint((folder / "text.db").parent_path(), Store::Use::write),
             Catch::Contains("is a folder"));
  CHECK_THAT(complaint({}, Store::Use::write), Catch::Contains("--store"));
  CHECK(complaint(folder / "empty.db", Store::Use::write).empty());
}

TEST_CASE("what an older touchstone did not write is as of an audit of nothing") {
  const auto packed = [](const std::string& text) {
    std::string bytes(compressBound(text.size()), '\0');
    uLongf size = bytes.size();
    compress(reinterpret_cast<Bytef*>(bytes.data()), &size,
             reinterpret_cast<const Bytef*>(text.data()), text.size());
    return bytes.substr(0, size);
  };
  const Inspection old = unpack(packed(
      R"({"form": 1, "asked": "https://a.example/", "taken": 7, "counts": [3], "presence": {"map": true},
          "facts": {"urls": [], "touchpoints": {"favicon": {"present": ["k", true]}}}})"));
  CHECK(old.asked == "https://a.example/");
  CHECK(old.pages == 3);
  CHECK(old.requests == 0);
  CHECK(old.presence.map);
  CHECK(old.search_preview.title.empty());
  CHECK(judge(old, built_in_rules()).find("favicon"));
  CHECK_THROWS_AS(unpack(packed(R"({"form": 2})")), FormError);
  CHECK_THROWS_AS(unpack(packed(R"({"form": 1, "counts": "x"})")), FormError);
}

TEST_CASE("an inspection comes back from its bytes, and damaged bytes are told") {
  const std::string bytes = pack(sample_inspection());
  CHECK(pack(unpack(bytes)) == bytes);
  CHECK_THROWS_AS(unpack(bytes.substr(0, bytes.size() / 2)), FormError);
  CHECK_THROWS_AS(unpack("hello"), FormError);
  CHECK_THROWS_AS(unpack(""), FormError);
}

}  // namespace touchstone
