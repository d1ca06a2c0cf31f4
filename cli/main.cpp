#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/errand.h"
#include "cli/street.h"
#include "cli/writable.h"
#include "crawler/deep_crawl.h"
#include "reports/layout.h"

namespace {

std::atomic<int> interrupted{0};

// The first interruption judges what is there; the second ends the program.
extern "C" void on_interrupt(int) {
  if (interrupted.fetch_add(1) > 0) _exit(static_cast<int>(touchstone::ExitStatus::interrupted));
}

touchstone::Terminal terminal_of_this_process() {
  touchstone::Terminal terminal;
  terminal.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  terminal.err_is_terminal = isatty(STDERR_FILENO) != 0;
  const char* no_color = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  const bool dumb = kind && std::string_view(kind) == "dumb";
  terminal.no_color = (no_color && *no_color) || dumb;
  if (dumb) terminal.err_is_terminal = false;  // it cannot go back on a line
  winsize size{};
  const char* asked = std::getenv("COLUMNS");
  if (asked && std::atoi(asked) > 0) {
    terminal.width = std::atoi(asked);
  } else if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = size.ws_col;
  }
  terminal.width = std::clamp(terminal.width, 40, 120);
  return terminal;
}

int run(int argc, char** argv) {
  const auto parsed = touchstone::parse_options(std::vector<std::string>(argv + 1, argv + argc));
  if (const auto* shown = std::get_if<touchstone::Shown>(&parsed)) {
    std::cout << shown->text << std::flush;
    return touchstone::delivered(std::cout) ? 0
                                            : static_cast<int>(touchstone::ExitStatus::not_written);
  }
  return static_cast<int>(touchstone::walk(std::get<touchstone::Options>(parsed),
                                           terminal_of_this_process(), std::cout, std::cerr,
                                           interrupted));
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const touchstone::NotWritable& error) {
    std::cerr << "touchstone: " << touchstone::printable(error.what()) << "\n";
    return static_cast<int>(touchstone::ExitStatus::not_written);
  } catch (const touchstone::CrawlNotStored& error) {
    std::cerr << "touchstone: " << touchstone::printable(error.what()) << "\n";
    return static_cast<int>(touchstone::ExitStatus::not_written);
  } catch (const std::exception& error) {
    std::cerr << "touchstone: " << touchstone::printable(error.what()) << "\n";
    return static_cast<int>(touchstone::ExitStatus::asked_wrongly);
  }
}
