#pragma once

// Audits at rest: one SQLite file, for years. What is kept of an audit is what judging needs of it
// (rules/inspection.h, with every piece of evidence) and what it was judged to be, so that a line
// of scores is read quickly and an old audit can be judged again under today's rules.
//
//   Store store(usual_store_path(), Store::Use::write);
//   store.add({inspection, "", capture}, audit);
//   if (const auto last = store.last(subject_of(inspection.asked))) {
//     const Audit before = judge(store.load(last->id).inspection, rulebook);
//   }
//
// Several processes may write at once, and each may be killed at any instant: what add() returned
// from is in the file, whatever happens next; what it did not return from is there whole or not at
// all. A rollback journal is used and every commit reaches the disk, so that the file alone is the
// history and may be copied. Who finds the file busy waits up to half a minute. One object belongs
// to one thread.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/inspection.h"

namespace touchstone {

// What is wrong with the file, and what to do, in one line: it cannot be opened, is no history, was
// written by a newer touchstone, is damaged, or the disk is full.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What is audited again and again under one name: "www.example.com", "example.com/shop/",
// "127.0.0.1:8080", from an address as asked, whether by http or https. Empty for what is none.
std::string subject_of(std::string_view asked);

struct StoredAudit {
  Inspection inspection;
  std::string scorecard;  // the text of the file that people scored; empty without
  std::string capture;    // the absolute path of the capture; empty without
};

// A touchpoint as it was judged.
struct TouchpointMark {
  std::string touchpoint;
  Status status = Status::not_assessed;
  std::optional<int> points;  // decipoints
  Time looked{};              // when: the audit's `taken`, or before where only what was due was
                              // looked at

  friend bool operator==(const TouchpointMark&, const TouchpointMark&) = default;
};

// What an audit was judged to be under one rulebook.
struct Marks {
  std::string rulebook;  // version
  std::optional<int> points;
  int coverage = 0;  // percent
  std::vector<TouchpointMark> touchpoints;
};
Marks marks_of(const Audit& audit);

// An audit in the line of those of its subject.
struct StoredLine {
  std::int64_t id = 0;
  std::string subject, asked, host, name, capture;
  Time taken{};
  std::string first_rulebook;  // under which it was judged when it was made
  std::optional<Marks> marks;  // absent: not judged yet under the rulebook that was asked for
};

class Store {
 public:
  enum class Use {
    read,   // the file must be there; nothing is written
    write,  // the file and its folders are made at need, an older schema is brought up to date
  };
  // Throws StoreError, as does every function below.
  Store(const std::filesystem::path& file, Use use);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Safe on the disk when it returns; the audit's id.
  std::int64_t add(const StoredAudit& stored, const Audit& audit);
  StoredAudit load(std::int64_t id) const;

  // The audits of a subject, oldest first, as they were judged under that version of the rules;
  // under the rules of their own day when `rulebook` is empty.
  std::vector<StoredLine> lines(std::string_view subject, std::string_view rulebook = {}) const;
  // The same one by one, so that memory does not grow with their number. `each` may load.
  void each_line(std::string_view subject, std::string_view rulebook,
                 const std::function<void(StoredLine)>& each) const;
  // The last one by `taken` of which a score could be given, else the last one; under the rules of
  // its day.
  std::optional<StoredLine> last_scored(std::string_view subject) const;
  // The last one by `taken`, under the rules of its day.
  std::optional<StoredLine> last(std::string_view subject) const;
  // The last one of every subject, by subject.
  std::vector<StoredLine> last_of_all() const;
  // Subjects that somebody may mean by a host or address: itself; else all at this host, asked or
  // answered, with or without "www.", the latest audited first.
  std::vector<std::string> subjects_like(std::string_view host) const;

  // Keeps how audits were judged anew, by id, all or none of them; what was judged under the same
  // version before is replaced.
  void remember(const std::vector<std::pair<std::int64_t, Marks>>& judged);

  // Small texts that stay between runs: what was notified last, and the like. Keys are free:
  // "notify/<subject>". An empty text is as good as none.
  std::string note(std::string_view key) const;
  void set_note(std::string_view key, std::string_view text);

 private:
  class Database;
  std::unique_ptr<Database> database_;
};

}  // namespace touchstone
