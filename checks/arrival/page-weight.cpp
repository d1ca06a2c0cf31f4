#include <algorithm>

#include "checks/check.h"
#include "checks/speed.h"

namespace touchstone::checks {

extern const Check page_weight;

namespace {

// The heaviest files first: what to work on.
std::vector<Evidence> heaviest(std::vector<LoadedFile> files, const Url& home, std::int64_t html,
                               bool scripts_only) {
  constexpr std::size_t shown = 5;
  std::vector<Evidence> evidence;
  if (!scripts_only) {
    evidence.push_back({home.href(), "transfer size", std::to_string(kibibytes(html)) + " KiB"});
  }
  std::erase_if(files, [&](const LoadedFile& file) {
    return file.bytes == 0 || (scripts_only && file.kind != Resource::Kind::script);
  });
  std::stable_sort(files.begin(), files.end(),
                   [](const LoadedFile& a, const LoadedFile& b) { return a.bytes > b.bytes; });
  for (const LoadedFile& file : files) {
    if (evidence.size() == shown) break;
    evidence.push_back(
        {file.url.href(), "transfer size", std::to_string(kibibytes(file.bytes)) + " KiB"});
  }
  return evidence;
}

void say_or_not(Facts& facts, std::string_view name, std::int64_t bytes,
                const std::optional<Reason>& unknown, int signals, std::vector<Evidence> evidence) {
  if (unknown) {
    facts.unknown(name, *unknown, std::move(evidence));
  } else {
    facts.say(name, kibibytes(bytes), std::move(evidence)).signals = signals;
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_unreadable_because(site)) return all_unknown(page_weight, *why);
  const auto files = loaded_files(site);
  const Weight weight = weigh(site, files);
  const Url& home = site.home()->url();
  const auto all = heaviest(files, home, weight.html, false);
  // Each file was weighed by itself: one wrong size leaves the others.
  const int signals = 1 + static_cast<int>(files.size());

  Facts facts;
  say_or_not(facts, "total", weight.total, weight.total_unknown, signals, all);
  facts.say("total_seen", kibibytes(weight.total), all).signals = signals;
  say_or_not(facts, "scripts", weight.scripts, weight.scripts_unknown, signals,
             heaviest(files, home, weight.html, true));
  facts.say("cut_short", weight.total_unknown.has_value());
  facts.say("complete", weight.every_file_seen && !weight.total_unknown);
  const Fetch& fetch = site.home()->fetch();
  if (fetch.truncated) {
    facts.unknown("html", Reason::truncated);
  } else {
    facts.say("html", kibibytes(weight.html),
              {{home.href(), "transfer size", std::to_string(weight.html) + " bytes"}});
  }
  return facts;
}

}  // namespace

const Check page_weight{
    "page-weight",
    {{"total", "KiB", "the home page with all its files, as transferred; at least"},
     {"total_seen", "KiB", "what of it was weighed, files left out for the budget not counted"},
     {"html", "KiB", "the home page's HTML alone, as transferred"},
     {"scripts", "KiB", "all its scripts, as transferred; at least"},
     {"cut_short", "", "files were left unweighed because the audit did not get to them"},
     {"complete", "", "every file was weighed"}},
    measure};

}  // namespace touchstone::checks
