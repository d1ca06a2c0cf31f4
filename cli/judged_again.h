#pragma once

// Stored audits under the rules of today, each with what people had scored then.
//
//   JudgedAgain again(options, wishes);
//   const Audit before = again.judge(store.load(id));

#include <map>
#include <memory>
#include <string>

#include "cli/wishes.h"
#include "history/store.h"

namespace touchstone {

class JudgedAgain {
 public:
  // `today` judges what was stored without a scorecard, and what has one that the rules of today no
  // longer understand. It must outlive this.
  JudgedAgain(const Options& options, Wishes& today) : options_(options), today_(today) {}

  Audit judge(const StoredAudit& stored);  // points into this object, or into `today`

 private:
  Wishes& wishes_of(const std::string& scorecard);

  const Options& options_;
  Wishes& today_;
  std::map<std::string, std::unique_ptr<Wishes>> of_their_day_;  // by text; null: of today
};

}  // namespace touchstone
