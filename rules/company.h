#pragma once

// The company file (touchstone.json): what we know of a company and want of its audit. A value;
// README.md shows one.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/audit.h"
#include "site/known_company.h"
#include "site/url.h"

namespace touchstone {

// How much a touchpoint matters today, in a month, in a year (1 to 10); absent: as the rules say.
struct ImportanceByHorizon {
  std::optional<int> today, month, year;
};

struct Rival {
  std::string name;
  std::optional<Url> site;            // absent: known by its manual scores alone
  std::map<std::string, int> scores;  // decipoints that people gave, by touchpoint
};

// The server that takes e-mail for us, and who we are there; see crawler/message.h.
struct MailAccount {
  std::string server, sender, user, password;
};

// A part of the year in which some touchpoints matter more.
struct Season {
  std::vector<int> months;  // 1 to 12
  std::vector<std::string> touchpoints;
};

struct Company {
  KnownCompany known;
  std::optional<Url> site;
  std::string conductor;                      // who keeps the whole together
  std::optional<std::string> profile;         // absent: guessed
  std::map<std::string, std::string> owners;  // a name, by role ("webmaster") or touchpoint
  std::map<std::string, ImportanceByHorizon> importances;
  std::map<std::string, std::string> periods;
  std::map<std::string, std::string> stages;  // of life, by touchpoint: "decline"
  MailAccount mail;
  std::vector<Rival> rivals;
  std::map<std::string, std::string> factors;  // "competition": "high"; see rules/factors.json
  std::vector<Season> seasons;
  std::string horizon = "today";  // today, month, year
};

// Throws RuleError for what is wrong, an unknown key with its path and what was probably meant.
// Names of touchpoints are held against the rulebook, which has the users' files laid over.
Company parse_company(const RuleFile& file, const Rulebook& rulebook);

// The chains of a company file, for load_rulebook; absent when it has none. Throws RuleError.
std::optional<RuleFile> chains_of(const RuleFile& company_file);

struct Tailored {
  Rulebook rulebook;
  std::vector<Emphasis> changes;
};

// The rulebook as this company wants it in that month: importances, periods, owners.
Tailored tailor(Rulebook rulebook, const Company& company, int month);

}  // namespace touchstone
