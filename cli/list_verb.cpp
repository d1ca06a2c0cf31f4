#include "cli/list_verb.h"

#include <cstdio>
#include <memory>
#include <ostream>
#include <set>
#include <sstream>

#include "cli/address_list.h"
#include "cli/crawl_verb.h"
#include "cli/desk.h"
#include "cli/looks.h"
#include "cli/results_file.h"
#include "crawler/crawl.h"
#include "crawler/side_by_side.h"
#include "reports/json.h"
#include "reports/layout.h"
#include "reports/listed.h"
#include "reports/tally.h"

namespace touchstone {

namespace {

// Lines that are told at the end, kept on disk, so that memory does not grow with the list.
class Later {
 public:
  Later() : file_(std::tmpfile()) {}

  void add(const std::string& line) {
    if (file_) std::fwrite(line.data(), 1, line.size(), file_.get());
  }

  void tell(std::ostream& out) {
    if (!file_) return;
    std::rewind(file_.get());
    char bytes[4096];
    while (const auto read = std::fread(bytes, 1, sizeof bytes, file_.get())) {
      out.write(bytes, static_cast<std::streamsize>(read));
    }
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

class ListVerb {
 public:
  explicit ListVerb(const Errand& errand)
      : errand_(errand),
        wishes_(errand.options),
        desk_(errand.options, wishes_, errand.say, errand.err),
        list_(*errand.options.list) {
    const auto known = [this](const ToldAudit& told) {
      const auto& gates = errand_.options.gates;
      statuses_.insert(status_of(told, gates, desk_.gates.accepted()));
      remember(listed(told, errand_.say));
    };
    for (const auto& output : errand.options.outputs) {
      results_.push_back(std::make_unique<ResultsFile>(output.path, errand.options.resume, known));
    }
    resumed_ = done_;
    desk_.keeping.check();
  }

  ExitStatus run() {
    open_network(errand_.options.crawl, *Url::parse("http://localhost/"));  // throws what is wrong
    if (resumed_ > 0) {
      say(errand_.say("listed.resumed", {{"n", static_cast<std::int64_t>(resumed_)}}));
    }
    if (as_table()) {
      errand_.out << listed_head(format(), errand_.say, width());
      later_.tell(errand_.out);
    }
    JobHooks hooks;
    hooks.input = list_.descriptor();
    hooks.more = [this](std::vector<Job>& jobs) { return more(jobs); };
    hooks.run = [this](const Job& job, const TellProgress& tell) { return inspect(job, tell); };
    hooks.ended = [this](const Job& job, std::optional<std::string> result) {
      take(job, std::move(result));
    };
    hooks.progress = [this](const std::vector<JobUnderWay>& under_way) { show(under_way); };
    hooks.interrupted = &errand_.interrupted;
    run_side_by_side(errand_.options.at_once ? *errand_.options.at_once : usual_jobs_at_once(),
                     hooks);
    errand_.progress.clear();
    return end();
  }

 private:
  Format format() const { return errand_.options.format; }
  int width() const { return errand_.style.width; }
  bool as_table() const { return format() == Format::csv || format() == Format::md; }

  void say(const std::string& line) {
    errand_.progress.clear();
    if (!errand_.options.quiet) errand_.err << "touchstone: " << line << "\n";
  }

  // Whatever is no address or audited already is passed over.
  bool more(std::vector<Job>& jobs) {
    if (!errand_.out) return false;  // nobody reads any more
    std::vector<Job> read;
    const bool goes_on = list_.read(read, [this](const std::string& what) {
      errand_.progress.clear();
      errand_.err << "touchstone: " << what << "\n";
    });
    for (auto& job : read) {
      ++found_;
      if (!results_.empty() && results_.front()->holds(job.what)) continue;
      jobs.push_back(std::move(job));
    }
    return goes_on;
  }

  // In a child process, which opens the history for itself and leaves what is told to the parent.
  std::string inspect(const Job& job, const TellProgress& tell) {
    std::ostringstream unheard;
    Desk desk(errand_.options, wishes_, errand_.say, unheard);
    const Url address = *Url::parse(job.what);
    const auto crawl_once = [&](const Url& url) { return crawled(url, tell); };
    return pack(look_at(address, errand_.options, desk, crawl_once, errand_.interrupted));
  }

  Recording crawled(const Url& address, const TellProgress& tell) const {
    const auto network = open_network(errand_.options.crawl, address);
    CrawlHooks hooks;
    hooks.interrupted = &errand_.interrupted;
    hooks.progress = [&](const Progress& progress) { tell(in_words(progress, errand_.say)); };
    Recording recording = crawl(address, errand_.options.crawl, *network, hooks);
    if (errand_.options.deep && errand_.interrupted == 0) {
      add_deep_crawl(recording, errand_.options, hooks);
    }
    const int requests = static_cast<int>(recording.requests);
    tell({errand_.say("progress.measuring", {{"what", address.href()}}), requests, requests});
    return recording;
  }

  void take(const Job& job, std::optional<std::string> result) {
    errand_.progress.clear();
    if (!result) {
      errand_.err << "touchstone: " << job.what << ": our own mistake, its audit ended\n";
      statuses_.insert(ExitStatus::not_written);
      return;
    }
    const Looks looks = unpack_looks(*result);
    if (looks.nothing_due) {
      say(told_nothing_due(looks));
      tell(job, wishes_.judge(looks.seen), std::nullopt);
    } else {
      const Held held = hold(looks, desk_);
      if (!desk_.keeping.keep({looks.seen, wishes_.scorecard_text(), ""}, held.audit)) {
        statuses_.insert(ExitStatus::not_written);
      }
      tell(job, held.audit, held.changes);
      desk_.telling.after(held.audit, held.news, desk_.gates.accepted());
    }
    desk_.keeping.rest();
  }

  void tell(const Job& job, const Audit& audit, const std::optional<Changes>& changes) {
    const Changes* since = changes ? &*changes : nullptr;
    const auto& gates = errand_.options.gates;
    const Acceptance& accepted = desk_.gates.accepted();
    statuses_.insert(status_of(audit, gates, since, accepted));
    for (const auto& failure : told_failures(audit, gates, since, accepted)) {
      errand_.err << "touchstone: " << job.what << ": " << failure << "\n";
    }
    const std::string line = write_json(audit, false, {since, &accepted});
    for (auto& file : results_) {
      if (!file->add(line)) statuses_.insert(ExitStatus::not_written);
    }
    const ListedCompany company = listed(read_told_audit(line, job.what), errand_.say);
    remember(company);
    tell(company, line);
    if (!delivered(errand_.out)) statuses_.insert(ExitStatus::not_written);
  }

  void remember(const ListedCompany& company) {
    ++done_;
    totals_.add(company);
    later_.add(listed_row(company, as_table() ? format() : Format::text, errand_.say, width()));
  }

  void tell(const ListedCompany& company, const std::string& line) {
    if (format() == Format::json) errand_.out << line;
    if (as_table()) errand_.out << listed_row(company, format(), errand_.say, width());
    if (format() == Format::text) {
      const std::string number = list_.size() > 0
                                     ? std::to_string(done_) + "/" + std::to_string(list_.size())
                                     : std::to_string(done_);
      errand_.out << number << "  " << company.host << "  "
                  << (company.points ? listed_score(company) : company.status) << "\n";
    }
    errand_.out << std::flush;
  }

  std::string listed_score(const ListedCompany& company) const {
    return errand_.say.points(company.points) + " " +
           errand_.say("verdict." + std::string(to_string(*company.verdict)));
  }

  void show(const std::vector<JobUnderWay>& under_way) {
    Progress progress;
    progress.answered = static_cast<int>(done_);
    progress.asked = static_cast<int>(list_.size());
    progress.doing =
        errand_.say("progress.list", {{"n", static_cast<std::int64_t>(under_way.size())}});
    for (const auto& one : under_way) {
      if (!one.progress.doing.empty()) progress.doing += "; " + one.progress.doing;
    }
    errand_.progress.show(progress);
  }

  ExitStatus end() {
    const bool heard = found_ > 0 || done_ > 0 || errand_.interrupted > 0;
    if (!heard) throw UsageError("there is no address in the list");
    if (errand_.interrupted > 0) {
      errand_.err << "touchstone: interrupted; "
                  << (results_.empty() ? "what was audited until then is told"
                                       : "--resume goes on from here")
                  << "\n";
    }
    const bool apart = format() == Format::json;
    std::ostream& where = apart ? errand_.err : errand_.out;
    if (format() == Format::csv || (apart && errand_.options.quiet)) return status();
    if (!as_table()) {
      where << "\n" << listed_head(Format::text, errand_.say, width());
      later_.tell(where);
    }
    where << "\n" << totals_.tell(errand_.say) << "\n" << std::flush;
    return status();
  }

  ExitStatus status() const {
    return status_of(std::vector<ExitStatus>(statuses_.begin(), statuses_.end()));
  }

  const Errand& errand_;
  Wishes wishes_;
  Desk desk_;
  AddressList list_;
  std::vector<std::unique_ptr<ResultsFile>> results_;
  Later later_;
  ListedTotals totals_;
  std::uint64_t found_ = 0, done_ = 0, resumed_ = 0;
  std::set<ExitStatus> statuses_;
};

}  // namespace

ExitStatus audit_list(const Errand& errand) {
  return ListVerb(errand).run();
}

}  // namespace touchstone
