#include "cli/street.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <utility>

#include "cli/compare_verb.h"
#include "cli/crawl_verb.h"
#include "cli/desk.h"
#include "cli/due_verb.h"
#include "cli/errand.h"
#include "cli/history_verb.h"
#include "cli/list_verb.h"
#include "cli/looks.h"
#include "cli/overwriting.h"
#include "cli/progress_line.h"
#include "cli/quoted.h"
#include "cli/schedule_verb.h"
#include "cli/scorecard_verb.h"
#include "cli/told_verbs.h"
#include "cli/writable.h"
#include "crawler/capture.h"
#include "crawler/crawl.h"
#include "crawler/local_server.h"
#include "crawler/machine.h"
#include "crawler/sample_company.h"
#include "reports/json.h"
#include "reports/layout.h"

namespace touchstone {

namespace {

// What brings the same audit again; empty where there are several. Headers and proxies may be
// secrets, and are left out.
std::string command_of(const Options& options) {
  if (options.subjects.size() > 1) return {};
  std::vector<std::string> words{"touchstone"};
  if (options.verb == Verb::replay) words.emplace_back("replay");
  if (options.sample) words.emplace_back("--sample");
  for (const auto& subject : options.subjects) words.push_back(subject);
  if (options.language != "en") words.insert(words.end(), {"--lang", options.language});
  return shell_line(words);
}

class Street {
 public:
  Street(const Options& options, const Terminal& terminal, std::ostream& out, std::ostream& err,
         const std::atomic<int>& interrupted)
      : options_(options),
        out_(out),
        err_(err),
        interrupted_(interrupted),
        say_(options.language),
        progress_(err, options.progress && terminal.err_is_terminal, terminal.width) {
    style_.width = terminal.width;
    style_.color = options.color && !terminal.no_color && terminal.out_is_terminal;
    style_.detailed = options.verbose;
    style_.command = command_of(options);
  }

  ExitStatus walk() {
    check_overwriting(options_);
    check_writable(options_);
    if (const auto fault = fault_of_company_file_left_out(options_)) {
      err_ << "touchstone: left out: " << printable(*fault) << "\n";
    }
    switch (options_.verb) {
      case Verb::audit:
        if (options_.list) return audit_list(errand());
        if (options_.no_site) return audit_without_site();
        return options_.sample ? audit_sample() : audit_addresses();
      case Verb::crawl:
        return crawl_site();
      case Verb::replay:
        return replay();
      case Verb::compare:
        return compare_companies(errand());
      case Verb::history:
        return show([this](const Options& options) { return told_history(options, say_, style_); });
      case Verb::explain:
      case Verb::rules:
        return show(
            [this](const Options& options) { return told_rulebook(options, say_, style_); });
      case Verb::scorecard:
        return show([this](const Options& options) { return scorecard(options); });
      case Verb::map:
        return show([this](const Options& options) { return told_map(options, say_); });
      case Verb::due:
        return show([this](const Options& options) { return due_list(options, say_, style_); });
      case Verb::schedule:
        return schedule(options_, out_, err_);
      case Verb::plan:
        return show(
            [this](const Options& options) { return told_plan(options, say_, style_.width); });
    }
    return ExitStatus::held;
  }

 private:
  ExitStatus crawl_site() {
    CrawlHooks hooks;
    hooks.interrupted = &interrupted_;
    hooks.progress = [this](const Progress& progress) { progress_.show(in_words(progress, say_)); };
    const CrawlTold told = crawl_whole(options_, hooks, say_);
    progress_.clear();
    const ExitStatus shown = show([&](const Options&) { return told.text; });
    return shown == ExitStatus::held ? told.status : shown;
  }

  ExitStatus audit_addresses() {
    std::vector<Url> addresses = typed_addresses(options_.subjects);
    Wishes wishes(options_);
    Desk desk(options_, wishes, say_, err_);
    desk.keeping.check();
    const auto& ours = wishes.company().site;
    if (addresses.empty() && ours) addresses.push_back(*ours);
    if (addresses.empty()) {
      throw UsageError(
          "name the address to audit, as in `touchstone https://example.com`; see --help");
    }
    std::vector<ExitStatus> statuses;
    for (const auto& address : addresses) {
      statuses.push_back(audit(address, desk));
      if (interrupted_ > 0 || !out_) break;
    }
    return status_of(statuses);
  }

  ExitStatus audit_without_site() {
    Wishes wishes(options_);
    Desk desk(options_, wishes, say_, err_);
    desk.keeping.check();
    const Audit audit = desk.wishes.audit_without_site(machine_time());
    const bool written = report(audit, {nullptr, &desk.gates.accepted()});
    const ExitStatus status = desk.gates.status_of(audit, std::nullopt);
    return written ? status : ExitStatus::not_written;
  }

  ExitStatus audit_sample() {
    Wishes wishes(options_);
    Desk desk(options_, wishes, say_, err_);
    desk.keeping.check();
    const LocalServer server(sample_company);
    return audit(*Url::parse(server.origin() + "/"), desk);
  }

  Recording crawl_once(const Url& address) {
    const auto network = open_network(options_.crawl, address);
    CrawlHooks hooks;
    hooks.interrupted = &interrupted_;
    hooks.progress = [this](const Progress& progress) { progress_.show(in_words(progress, say_)); };
    Recording recording = crawl(address, options_.crawl, *network, hooks);
    if (options_.deep && interrupted_ == 0) add_deep_crawl(recording, options_, hooks);
    progress_.clear();
    tell_interruption();
    return recording;
  }

  // Once, whether it came while crawling or while judging.
  void tell_interruption() {
    if (interrupted_ == 0 || std::exchange(told_interruption_, true)) return;
    err_ << "touchstone: interrupted; what was seen until then is judged\n";
  }

  ExitStatus audit(const Url& address, Desk& desk) {
    tell_left_out(address, desk);
    const Looks looks = look_at(
        address, options_, desk, [this](const Url& url) { return crawl_once(url); }, interrupted_);
    tell_interruption();
    if (looks.nothing_due) return tell_again(looks, desk);
    const Held held = hold(looks, desk);
    const ExitStatus status = finish(looks, held, desk);
    desk.telling.after(held.audit, held.news, desk.gates.accepted());
    return status;
  }

  // Nothing is due: the last audit stands, and nobody is asked.
  ExitStatus tell_again(const Looks& looks, Desk& desk) {
    const Audit audit = desk.wishes.judge(looks.seen);
    err_ << "touchstone: " << told_nothing_due(looks) << "\n";
    const bool written = report(audit, {nullptr, &desk.gates.accepted()});
    const ExitStatus status = desk.gates.status_of(audit, std::nullopt);
    return written ? status : ExitStatus::not_written;
  }

  // Stores the capture that was asked for; false when it could not be written.
  bool keep_capture(const Looks& looks) {
    if (!looks.recording) return true;
    try {
      save_capture(*looks.recording, *options_.capture);
      return true;
    } catch (const CaptureError& error) {
      err_ << "touchstone: " << error.what() << "\n";
      return false;
    }
  }

  ExitStatus replay() {
    Wishes wishes(options_);
    Desk desk(options_, wishes, say_, err_);
    desk.keeping.check();
    std::vector<ExitStatus> statuses;
    for (const auto& path : options_.subjects) {
      Recording recording = load_capture(path);
      tell_left_out(recording.asked, desk);
      Looks looks;
      looks.seen = wishes.inspect(std::move(recording), interrupted_);
      tell_interruption();
      Held held{wishes.judge(looks.seen), std::nullopt, std::nullopt};
      held.changes = desk.gates.changes_of(held.audit);
      statuses.push_back(finish(looks, held, desk, path));
    }
    return status_of(statuses);
  }

  // `capture`: the file that the audit was read from; empty when it was made here.
  ExitStatus finish(const Looks& looks, const Held& held, Desk& desk,
                    const std::string& capture = {}) {
    const auto& [audit, changes, news] = held;
    bool written = keep_capture(looks);
    const std::string link = capture.empty() && written ? options_.capture.value_or("") : capture;
    written =
        desk.keeping.keep({looks.seen, desk.wishes.scorecard_text(), absolute_path(link)}, audit) &&
        written;
    written = report(audit, {changes ? &*changes : nullptr, &desk.gates.accepted()}) && written;
    const ExitStatus status = desk.gates.status_of(audit, changes);
    return written && !desk.keeping.failed() ? status : ExitStatus::not_written;
  }

  void tell_left_out(const Url& address, const Desk& desk) {
    const std::string line = desk.wishes.left_out(address);
    if (!line.empty()) err_ << "touchstone: " << printable(line) << "\n";
  }

  static std::string absolute_path(const std::string& path) {
    std::error_code error;
    return path.empty() ? path : std::filesystem::absolute(path, error).string();
  }

  bool report(const Audit& audit, const Beside& beside) {
    bool written = true;
    for (const auto& output : options_.outputs) {
      const std::string text = write_report(audit, output.format, say_, plain(), beside);
      written = write_text_file(output.path, text, err_) && written;
    }
    out_ << write_report(audit, options_.format, say_, style_, beside) << std::flush;
    if (!delivered(out_)) {
      err_ << "touchstone: cannot write to standard output\n";
      written = false;
    }
    return written;
  }

  // A file is read by anybody: no colours, an ordinary width.
  TextStyle plain() const {
    TextStyle style = style_;
    style.color = false;
    return style;
  }

  std::string scorecard(const Options& options) const {
    const bool fresh = options.subjects.front() == "new";
    return fresh ? scorecard_to_fill_in(options) : scorecard_summary(options, say_);
  }

  Errand errand() { return {options_, say_, style_, out_, err_, progress_, interrupted_}; }

  // What `tell` tells in the format of its options, into each file and to standard output.
  ExitStatus show(const std::function<std::string(const Options&)>& tell) {
    bool written = true;
    for (const auto& output : options_.outputs) {
      Options into_file = options_;
      into_file.format = output.format;
      written = write_text_file(output.path, tell(into_file), err_) && written;
    }
    out_ << tell(options_) << std::flush;
    return delivered(out_) && written ? ExitStatus::held : ExitStatus::not_written;
  }

  const Options& options_;
  std::ostream& out_;
  std::ostream& err_;
  const std::atomic<int>& interrupted_;
  const Phrases say_;
  ProgressLine progress_;
  TextStyle style_;
  bool told_interruption_ = false;
};

}  // namespace

ExitStatus walk(const Options& options, const Terminal& terminal, std::ostream& out,
                std::ostream& err, const std::atomic<int>& interrupted) {
  return Street(options, terminal, out, err, interrupted).walk();
}

}  // namespace touchstone
