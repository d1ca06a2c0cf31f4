#include "cli/compare_verb.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/compared_subjects.h"
#include "cli/crawl_verb.h"
#include "cli/wishes.h"
#include "crawler/crawl.h"
#include "crawler/side_by_side.h"
#include "history/inspection_form.h"
#include "reports/compared.h"
#include "reports/json.h"
#include "site/media_type.h"
#include "site/text.h"

namespace touchstone {

namespace {

class CompareVerb {
 public:
  explicit CompareVerb(const Errand& errand)
      : errand_(errand),
        wishes_(errand.options),
        subjects_(compared_subjects(errand.options, wishes_.company())) {}

  ExitStatus run() {
    if (subjects_.size() < 2 && scored_alone().empty()) {
      throw UsageError(
          "name our company and at least one rival, as in `touchstone compare ours.example "
          "theirs.example`, or rivals in the company file");
    }
    look();
    judge();
    return write();
  }

 private:
  // Crawls and measures what is not yet, side by side.
  void look() {
    std::vector<Job> jobs;
    for (std::size_t side = 0; side < subjects_.size(); ++side) {
      const ComparedSubject& one = subjects_[side];
      if (one.address) {
        open_network(options_for(side), *one.address);  // throws for an option that is unusable
        jobs.push_back({side, one.address->href(), lane_of(*one.address)});
      } else if (one.recording) {
        jobs.push_back({side, one.asked, one.asked + "#" + std::to_string(side)});
      }
    }
    std::size_t done = 0;
    const std::size_t all = jobs.size();
    JobHooks hooks;
    hooks.more = [&](std::vector<Job>& more) {
      more = std::exchange(jobs, {});
      return false;
    };
    hooks.run = [this](const Job& job, const TellProgress& tell) { return inspect(job, tell); };
    hooks.ended = [&](const Job& job, std::optional<std::string> result) {
      ++done;
      if (result) subjects_[job.number].inspection = unpack(*result);
    };
    hooks.progress = [&](const std::vector<JobUnderWay>& under_way) { show(under_way, done, all); };
    hooks.interrupted = &errand_.interrupted;
    hooks.drains = true;  // who was not asked yet is told to be so
    run_side_by_side(errand_.options.at_once ? *errand_.options.at_once : usual_jobs_at_once(),
                     hooks);
    errand_.progress.clear();
    if (errand_.interrupted > 0) {
      errand_.err << "touchstone: interrupted; what was seen until then is compared\n";
    }
  }

  void show(const std::vector<JobUnderWay>& under_way, std::size_t done, std::size_t all) {
    for (const auto& one : under_way) progress_[one.job->number] = one.progress;
    Progress sum;
    for (const auto& [side, one] : progress_) {
      sum.answered += one.answered;
      sum.asked += one.asked;
    }
    sum.doing = errand_.say("progress.compare", {{"done", static_cast<std::int64_t>(done)},
                                                 {"all", static_cast<std::int64_t>(all)}});
    for (const auto& one : under_way) {
      if (one.progress.doing.empty()) continue;
      sum.doing += ": " + one.progress.doing;
      break;
    }
    errand_.progress.show(sum);
  }

  // What the user wants to be sent goes to our company alone.
  CrawlOptions options_for(std::size_t side) const {
    CrawlOptions options = errand_.options.crawl;
    if (side > 0) options.headers.clear();
    return options;
  }

  // In a child process.
  std::string inspect(const Job& job, const TellProgress& tell) {
    ComparedSubject& subject = subjects_[job.number];
    if (subject.recording) return inspected(std::move(*subject.recording), job.number);
    const CrawlOptions options = options_for(job.number);
    const auto network = open_network(options, *subject.address);
    CrawlHooks hooks;
    hooks.interrupted = &errand_.interrupted;
    hooks.progress = [&](const Progress& progress) { tell(in_words(progress, errand_.say)); };
    Recording recording = crawl(*subject.address, options, *network, hooks);
    if (errand_.options.deep && errand_.interrupted == 0) add_whole_site(recording, job, hooks);
    const int requests = static_cast<int>(recording.requests);
    tell({errand_.say("progress.measuring", {{"what", job.what}}), requests, requests});
    return inspected(std::move(recording), job.number);
  }

  void add_whole_site(Recording& recording, const Job& job, const CrawlHooks& hooks) const {
    Options options = errand_.options;
    if (job.number > 0) options.deep_crawl.headers.clear();
    add_deep_crawl(recording, options, hooks);
  }

  std::string inspected(Recording recording, std::size_t side) const {
    return pack(wishes_.inspect(std::move(recording), errand_.interrupted, side == 0));
  }

  void judge() {
    for (std::size_t side = 0; side < subjects_.size(); ++side) {
      sides_.push_back(contender(subjects_[side], side));
      if (side == 0) profile_ = sides_.front().audit.profile;
    }
    add_scores();
  }

  Contender contender(const ComparedSubject& subject, std::size_t side) {
    Contender one;
    one.source = subject.source();
    if (subject.told) {
      one.audit = *subject.told;
      return one;
    }
    if (!subject.inspection) {  // its process died
      if (subject.address) one.audit.host = subject.address->host();
      one.audit.name = one.audit.host.empty() ? subject.asked : one.audit.host;
      one.audit.asked = subject.asked;
      one.audit.reason = "internal-error";
      statuses_.push_back(ExitStatus::too_little_seen);
      return one;
    }
    const Audit audit = side == 0 || profile_.empty()
                            ? wishes_.judge(*subject.inspection)
                            : wishes_.judge_rival(*subject.inspection, profile_);
    statuses_.push_back(status_of(audit, {}));
    one.audit = read_told_audit(write_json(audit), subject.asked);
    return one;
  }

  // Rivals that are known by what people gave them.
  std::vector<Rival> scored_alone() const {
    std::vector<Rival> alone;
    for (const auto& rival : wishes_.company().rivals) {
      if (!rival.site && !rival.scores.empty()) alone.push_back(rival);
    }
    return alone;
  }

  static bool is_of(const Rival& rival, const Contender& side) {
    if (!rival.site) return fold(rival.name) == fold(side.audit.name);
    const auto addresses = {Url::parse(side.audit.asked), Url::parse(side.audit.answered)};
    return std::any_of(addresses.begin(), addresses.end(), [&](const std::optional<Url>& one) {
      return one && lane_of(*one) == lane_of(*rival.site);
    });
  }

  void add_scores() {
    for (const auto& rival : wishes_.company().rivals) {
      const auto side = std::find_if(sides_.begin() + 1, sides_.end(),
                                     [&](const Contender& one) { return is_of(rival, one); });
      if (side != sides_.end()) {
        side->scores = rival.scores;
      } else if (!rival.site && !rival.scores.empty()) {
        Contender people;
        people.audit.name = rival.name;
        people.source = "people";
        people.scores = rival.scores;
        sides_.push_back(std::move(people));
      }
    }
  }

  ExitStatus write() {
    const auto taken = parse_rfc3339(sides_.front().audit.taken);
    const Rulebook& rulebook = taken ? wishes_.tailored(*taken) : wishes_.rulebook();
    const Comparison comparison = compare(std::move(sides_), rulebook);
    const auto told = [&](Format format, const TextStyle& style) {
      return write_comparison(comparison, rulebook, format, errand_.say, style);
    };
    TextStyle plain = errand_.style;
    plain.color = false;
    for (const auto& output : errand_.options.outputs) {
      if (!write_text_file(output.path, told(output.format, plain), errand_.err)) {
        statuses_.push_back(ExitStatus::not_written);
      }
    }
    errand_.out << told(errand_.options.format, errand_.style) << std::flush;
    if (!delivered(errand_.out)) {
      errand_.err << "touchstone: cannot write to standard output\n";
      statuses_.push_back(ExitStatus::not_written);
    }
    return status_of(statuses_);
  }

  const Errand& errand_;
  Wishes wishes_;
  std::vector<ComparedSubject> subjects_;
  std::map<std::uint64_t, Progress> progress_;  // by side
  std::string profile_;                         // of our company
  std::vector<Contender> sides_;
  std::vector<ExitStatus> statuses_;
};

}  // namespace

ExitStatus compare_companies(const Errand& errand) {
  return CompareVerb(errand).run();
}

}  // namespace touchstone
