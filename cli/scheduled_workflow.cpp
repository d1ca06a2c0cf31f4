#include <fmt/format.h>

#include <algorithm>

#include "cli/quoted.h"
#include "cli/scheduled.h"
#include "crawler/message_target.h"

namespace touchstone {

namespace {

// The command of a workflow. What is nobody's business (where messages go, header fields, proxies)
// stands in the repository's secrets, not in a file of it.
class WorkflowCommand {
 public:
  explicit WorkflowCommand(const std::vector<std::string>& words) {
    std::string option;  // whose value the next word is
    for (const auto& word : words) {
      const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
      if (equals != std::string::npos) {
        const std::string name = word.substr(0, equals);
        line_ += " " + name + "=" + value(name, word.substr(equals + 1));
      } else {
        line_ += " " + value(option, word);
      }
      option = word;
    }
    const bool stores = std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return word == "--no-store" || word == "--store" || word.starts_with("--store=");
    });
    if (!stores) line_ += " --store .touchstone/history.db";
    if (!mails_) return;
    for (const char* name : {"", "_FROM", "_USER", "_PASSWORD"}) {
      secrets_.push_back(std::string("TOUCHSTONE_SMTP") + name);
    }
  }

  const std::string& line() const { return line_; }
  const std::vector<std::string>& secrets() const { return secrets_; }

 private:
  std::string value(const std::string& option, const std::string& word) {
    const auto target = option == "--notify" ? parse_message_target(word) : std::nullopt;
    if (target && target->kind == MessageTarget::Kind::email) mails_ = true;
    if (option != "--notify" && option != "--header" && option != "--proxy") {
      return shell_quoted(word);
    }
    secrets_.push_back(fmt::format("TOUCHSTONE_SECRET_{}", secrets_.size() + 1));
    return "\"$" + secrets_.back() + "\"";
  }

  std::string line_ = "touchstone";
  std::vector<std::string> secrets_;
  bool mails_ = false;
};

std::string environment_of(const std::vector<std::string>& secrets) {
  std::string lines;
  for (const auto& name : secrets) {
    lines += fmt::format("          {0}: ${{{{ secrets.{0} }}}}\n", name);
  }
  return lines.empty() ? "" : "        env:\n" + lines;
}

constexpr const char* head =
    "# Written by `touchstone schedule --github`. What stands under `env` of the step Audit is to\n"
    "# be given as secrets of the repository: the targets of messages, header fields, the mail\n"
    "# server. The variable TOUCHSTONE_REPOSITORY of the repository names where the program's "
    "source\n"
    "# lies that you trust (owner/name), TOUCHSTONE_COMMIT its commit: whoever can change what "
    "lies\n"
    "# there runs in this workflow.\n"
    "name: touchstone\n"
    "on:\n"
    "  schedule:\n"
    "    - cron: '{}'\n"
    "  workflow_dispatch:\n"
    "permissions:\n"
    "  contents: read\n"
    "concurrency: touchstone\n"
    "jobs:\n"
    "  audit:\n"
    "    runs-on: ubuntu-latest\n"
    "    container: debian:12\n"
    "    timeout-minutes: 120\n"
    "    steps:\n"
    "      - name: Is it settled which program runs?\n"
    "        run: |\n"
    "          if [ -z \"$REPOSITORY\" ]; then\n"
    "            echo '::error::Set the repository variable TOUCHSTONE_REPOSITORY to the "
    "owner/name "
    "of the repository that holds the source of touchstone'\n"
    "            exit 1\n"
    "          fi\n"
    "        env:\n"
    "          REPOSITORY: ${{{{ vars.TOUCHSTONE_REPOSITORY }}}}\n"
    "      - uses: actions/checkout@v4\n"
    "      - uses: actions/checkout@v4\n"
    "        with:\n"
    "          repository: ${{{{ vars.TOUCHSTONE_REPOSITORY }}}}\n"
    "          ref: ${{{{ vars.TOUCHSTONE_COMMIT }}}}\n"
    "          persist-credentials: false\n"
    "          path: .touchstone/program\n"
    "      - uses: actions/cache/restore@v4\n"
    "        with:\n"
    "          path: .touchstone/history.db\n"
    "          key: touchstone-history-${{{{ github.run_id }}}}\n"
    "          restore-keys: touchstone-history-\n"
    "      - run: apt-get update && apt-get install -y --no-install-recommends ca-certificates\n"
    "      - run: .touchstone/program/dev install\n"
    "      - name: Audit\n";

// The history is kept whatever the gates say, so that each change is told once.
constexpr const char* tail =
    "      - if: always()\n"
    "        uses: actions/cache/save@v4\n"
    "        with:\n"
    "          path: .touchstone/history.db\n"
    "          key: touchstone-history-${{ github.run_id }}\n";

}  // namespace

std::string github_workflow(const ScheduledRun& run) {
  const WorkflowCommand command(run.words);
  return fmt::format(head, cron_time(run)) + environment_of(command.secrets()) +
         "        run: |\n          " + workflow_escaped(command.line()) + "\n" + tail;
}

}  // namespace touchstone
