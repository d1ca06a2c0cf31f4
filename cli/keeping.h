#pragma once

// The history as the options want it: where audits are stored, and what one is held against.

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cli/judged_again.h"
#include "cli/options.h"
#include "history/changes.h"
#include "history/store.h"

namespace touchstone {

class Keeping {
 public:
  // Opens nothing. `wishes` judges what was stored, and must outlive this.
  Keeping(const Options& options, Wishes& wishes, std::ostream& err);
  ~Keeping();

  // Stores an audit, unless nobody answered at an address of which nothing is stored (a typo is no
  // company), or the options say not to: those of captures and of the sample company
  // only where the user named the file. A usual file that cannot be written is a warning; false for
  // one that the user named, which `err` is told.
  bool keep(const StoredAudit& stored, const Audit& audit);

  // Opens the file that the user named. Throws NotWritable when no audit could be stored in it.
  void check();

  // How the last audit of this address stands under today's rules, passing over those of which no
  // score could be given. Absent where there is none, or none can be read, which `err` is told.
  struct Earlier {
    AuditStanding standing;
    bool judged_again = false;  // the rules were others then
  };
  std::optional<Earlier> last(const std::string& asked);

  // The last audit of this address as it was stored, with or without a score.
  struct Kept {
    StoredLine line;
    Inspection inspection;
  };
  std::optional<Kept> last_kept(const std::string& asked);

  // Store::note and Store::set_note, where there is a file.
  std::string note(const std::string& key);
  void set_note(const std::string& key, const std::string& text);

  // Lets go of the file until it is wanted again: no process may begin while it is open, because
  // SQLite's locks are lost in a child.
  void rest();

  bool failed() const { return failed_; }  // a file that the user named could not be used

 private:
  std::optional<Earlier> read_last(const std::string& asked);
  Store* store(Store::Use use);  // null where it cannot be used
  void complain(const std::string& what);

  const Options& options_;
  JudgedAgain again_;
  std::ostream& err_;
  std::unique_ptr<Store> store_;
  std::optional<std::pair<std::string, std::optional<Earlier>>> last_;  // what last() said, of whom
  bool complained_ = false, failed_ = false;
};

}  // namespace touchstone
