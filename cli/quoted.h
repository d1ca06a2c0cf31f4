#pragma once

// A word of the command line as other programs' files want it written, so that whatever stands in
// it stays one word and is never run. Words have no control characters.

#include <string>
#include <vector>

namespace touchstone {

// For a POSIX shell (XCU section 2.2.2): as it is where nothing in it could mean something else.
std::string shell_quoted(const std::string& word);
std::string shell_line(const std::vector<std::string>& words);

// For a line of a crontab: "%" would end the command (crontab(5)).
std::string cron_escaped(const std::string& command);

// For ExecStart= (systemd.service(5), "Command lines"), and a value with specifiers alone.
std::string systemd_quoted(const std::string& word);
std::string systemd_escaped(const std::string& value);

// For a text in a GitHub workflow: "${{" would begin an expression, which is replaced before any
// shell sees it.
std::string workflow_escaped(const std::string& text);

}  // namespace touchstone
