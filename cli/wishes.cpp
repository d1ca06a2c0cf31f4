#include "cli/wishes.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/errand.h"
#include "rules/translation.h"
#include "rules/without_site.h"

namespace touchstone {

namespace {

constexpr std::uintmax_t mebibyte = 1u << 20;  // a JSON tree takes up to 40 times its file
constexpr std::uintmax_t typed_bytes = mebibyte, told_bytes = 8 * mebibyte;

std::optional<RuleFile> company_file(const Options& options) {
  std::error_code error;
  if (options.company) return RuleFile{*options.company, read_file(*options.company)};
  if (fault_of_company_file_left_out(options)) return std::nullopt;
  if (!std::filesystem::is_regular_file(usual_company_file, error)) return std::nullopt;
  return RuleFile{usual_company_file, read_file(usual_company_file)};
}

std::optional<RuleFile> scorecard_file(const Options& options) {
  if (!options.scorecard) return std::nullopt;
  return RuleFile{*options.scorecard, read_file(*options.scorecard)};
}

// Not more than a byte beyond `most`, whatever the file says of its size: it may be a pipe.
std::string read_up_to(const std::string& path, std::uintmax_t most) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw UsageError(path + " is a folder");
  std::ifstream file(path, std::ios::binary);
  std::string text(most + 1, '\0');
  if (!file) throw UsageError("cannot read " + path);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) throw UsageError("cannot read " + path);
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > most) {
    throw UsageError(path + " is larger than " + std::to_string(most / mebibyte) +
                     " MiB; such a file is written by nobody");
  }
  return text;
}

int month_of(Time time) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  return static_cast<int>(static_cast<unsigned>(date.month()));
}

}  // namespace

std::string read_file(const std::string& path) {
  return read_up_to(path, typed_bytes);
}

std::string read_audit_file(const std::string& path) {
  return read_up_to(path, told_bytes);
}

std::optional<std::string> fault_of_company_file_left_out(const Options& options) {
  const bool needless = options.verb == Verb::explain || options.verb == Verb::due;
  if (!needless || options.company) return std::nullopt;
  Options strict;
  try {
    const Wishes tried(strict);
  } catch (const RuleError& error) {
    return error.what();
  } catch (const UsageError& error) {
    return error.what();
  }
  return std::nullopt;
}

Wishes::Wishes(const Options& options)
    : Wishes(options, scorecard_file(options), company_file(options)) {}

Wishes::Wishes(const Options& options, const RuleFile& scorecard)
    : Wishes(options, scorecard, company_file(options)) {}

Wishes::Wishes(const Options& options, const std::optional<RuleFile>& scorecard,
               const std::optional<RuleFile>& about)
    : asked_(options), language_(options.language) {
  std::vector<RuleFile> files;
  for (const auto& path : options.rule_files) files.push_back({path, read_file(path)});
  // Whoever has no scorecard yet may name what one would hold.
  std::vector<std::string> scored = scorecard_starters();
  if (scorecard) {
    scorecard_text_ = scorecard->text;
    scorecard_ = parse_scorecard(*scorecard, load_rulebook(files));
    for (const auto& entry : scorecard_.entries) scored.push_back(entry.rule.id);
  }
  if (about) {
    if (const auto chains = chains_of(*about)) files.push_back(*chains);
  }
  rulebook_ = with_scorecard(load_rulebook(files, scored), scorecard_);
  if (about) company_ = parse_company(*about, rulebook_);
  if (about) company_file_ = about->name;
  rulebook_ = translated(std::move(rulebook_), language_);
}

bool Wishes::is_ours(const Url& asked) const {
  return !company_.site || lane_of(*company_.site) == lane_of(asked);
}

std::string Wishes::left_out(const Url& asked) const {
  if (is_ours(asked)) return {};
  return company_file_ + " is about " + std::string(company_.site->host()) + " and left out for " +
         std::string(asked.host());
}

Wishes& Wishes::without_company() const {
  if (!without_company_) {
    std::optional<RuleFile> scorecard;
    if (!scorecard_text_.empty()) scorecard = RuleFile{"the scorecard", scorecard_text_};
    without_company_.reset(new Wishes(asked_, scorecard, std::nullopt));
  }
  return *without_company_;
}

const Tailored& Wishes::suit_of(Time when) {
  auto& suit = tailored_[month_of(when)];
  if (!suit) suit = std::make_unique<const Tailored>(tailor(rulebook_, company_, month_of(when)));
  return *suit;
}

const Rulebook& Wishes::tailored(Time when) {
  return suit_of(when).rulebook;
}

Inspection Wishes::inspect(Recording recording, const std::atomic<int>& interrupted,
                           bool ours) const {
  if (!is_ours(recording.asked)) {
    return without_company().inspect(std::move(recording), interrupted, false);
  }
  if (ours) recording.known = company_.known;
  const int before = interrupted;
  return touchstone::inspect(Site(std::move(recording)), rulebook_,
                             [&] { return interrupted == before; });
}

std::optional<Profile> Wishes::stated_profile() const {
  if (!company_.profile) return std::nullopt;
  return Profile{*company_.profile, false, "stated", ""};
}

Audit Wishes::audit_without_site(Time taken) {
  const Tailored& suit = suit_of(taken);
  without_site_.rulebook = translated(rulebook_without_site(suit.rulebook), language_);
  without_site_.scorecard = scorecard_without_site(scorecard_);
  Audit audit = judge_without_site(company_.known.name, taken, without_site_.rulebook,
                                   stated_profile().value_or(Profile{"local", true, "no-site", ""}),
                                   without_site_.scorecard);
  for (const auto& change : suit.changes) {
    if (audit.find(change.touchpoint)) audit.emphases.push_back(change);
  }
  if (!company_file_.empty()) audit.conductor = company_.conductor;
  return audit;
}

Audit Wishes::judge(const Inspection& inspection) {
  const auto asked = Url::parse(inspection.asked);
  if (asked && !is_ours(*asked)) return without_company().judge(inspection);
  const Tailored& suit = suit_of(inspection.taken);
  Audit audit = touchstone::judge(inspection, suit.rulebook, stated_profile(), scorecard_);
  audit.emphases = suit.changes;
  if (!company_file_.empty()) audit.conductor = company_.conductor;
  return audit;
}

Audit Wishes::judge_rival(const Inspection& inspection, const std::string& profile) {
  return touchstone::judge(inspection, tailored(inspection.taken),
                           Profile{profile, false, "rival", ""});
}

}  // namespace touchstone
