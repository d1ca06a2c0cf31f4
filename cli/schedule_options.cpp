// When and how: --due, --date, --notify, and what the verb schedule takes beside an audit's
// options.

#include <algorithm>
#include <map>

#include "cli/option_groups.h"
#include "cli/option_words.h"
#include "crawler/message_target.h"
#include "history/calendar.h"
#include "reports/layout.h"

namespace touchstone {

namespace {

using Every = ScheduleWish::Every;

const std::map<std::string, Every> rhythms{
    {"daily", Every::daily}, {"weekly", Every::weekly}, {"monthly", Every::monthly}};

TimeOfDay time_of_day(const std::string& text) {
  unsigned hour = 24, minute = 60;
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4)) {
    hour = static_cast<unsigned>(10 * (text[0] - '0') + text[1] - '0');
    minute = static_cast<unsigned>(10 * (text[3] - '0') + text[4] - '0');
  }
  if (hour == 24 && minute == 60) wrong("--at " + printable(text) + ": write it as 06:30");
  if (hour > 23 || minute > 59) {
    wrong("--at " + text + ": there is no such time; 00:00 to 23:59, as in 06:30");
  }
  return {hour, minute};
}

bool is_shaped_as_day(const std::string& text) {
  constexpr std::string_view shape = "0000-00-00";
  return std::equal(text.begin(), text.end(), shape.begin(), shape.end(), [](char c, char wanted) {
    return wanted == '0' ? c >= '0' && c <= '9' : c == wanted;
  });
}

}  // namespace

void add_store_option(CLI::App& app, OptionWords& words) {
  app.add_option("--store", words.store, "the history (in your data folder)")->type_name("FILE");
}

void add_date_option(CLI::App& app, OptionWords& words) {
  app.add_option("--date", words.date, "the day in question (today)")->type_name("YYYY-MM-DD");
}

void add_repeating_options(CLI::App& app, Options& options, OptionWords& words) {
  app.add_flag("--due", options.due, "look only at what is due, and take the rest from before");
  add_date_option(app, words);
  add_repeated(app, "--notify", options.notify,
               "tell a change to cmd:COMMAND, a program, a web address or an e-mail address")
      ->type_name("TARGET");
}

void add_schedule_options(CLI::App& app, ScheduleWish& wish, OptionWords& words) {
  const auto add_form = [&](const std::string& name, ScheduleWish::Form form,
                            const std::string& meaning) {
    return app.add_flag_callback(
        name, [&wish, form] { wish.form = form; }, meaning);
  };
  CLI::Option* const systemd = add_form("--systemd", ScheduleWish::Form::systemd,
                                        "a timer and a service of systemd (the usual one)");
  CLI::Option* const cron = add_form("--cron", ScheduleWish::Form::cron, "a line of a crontab");
  CLI::Option* const github =
      add_form("--github", ScheduleWish::Form::github, "a workflow for GitHub");
  systemd->excludes(cron)->excludes(github);
  cron->excludes(github);
  app.add_option("--every", words.every, "daily (what is due), weekly or monthly (everything)")
      ->type_name("RHYTHM");
  app.add_option("--at", words.at, "the time of day (some time at night)")->type_name("HH:MM");
  app.add_flag("--install", wish.install, "install it; without this word it is only printed");
}

void settle_schedule(Options& options, const OptionWords& words) {
  options.stored = !words.no_store;
  if (!words.store.empty()) options.store = words.store;
  if (!words.date.empty()) {
    if (!parse_day(words.date)) {
      wrong("--date " + printable(words.date) +
            (is_shaped_as_day(words.date) ? ": there is no such day" : ": write it as 2026-03-01"));
    }
    options.date = words.date;
  }
  for (const auto& target : options.notify) {
    if (!parse_message_target(target)) {
      wrong("--notify " + printable(target) +
            ": name cmd:COMMAND, ./program, https://address or name@example.com");
    }
  }
  if (options.due && !options.stored) {
    wrong("--due needs the history, from which the rest is taken; leave --no-store out");
  }
  if (!options.notify.empty() && !options.stored) {
    wrong("--notify tells what changed, which only the history knows; leave --no-store out");
  }
  if (options.date && options.verb != Verb::due && !options.due) wrong("--date belongs to --due");
  if (!words.every.empty()) {
    const auto every = rhythms.find(words.every);
    if (every == rhythms.end())
      wrong("--every " + printable(words.every) + ": use daily, weekly or monthly");
    options.schedule.every = every->second;
  }
  if (!words.at.empty()) options.schedule.at = time_of_day(words.at);
}

std::vector<std::string> carried_words(const std::vector<std::string>& words) {
  static const std::map<std::string, bool> own{{"--systemd", false}, {"--cron", false},
                                               {"--github", false},  {"--install", false},
                                               {"--every", true},    {"--at", true}};
  std::vector<std::string> carried;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto equals = words[i].find('=');
    const auto found = own.find(words[i].substr(0, equals));
    if (found == own.end()) {
      carried.push_back(words[i]);
    } else if (found->second && equals == std::string::npos) {
      ++i;  // its value
    }
  }
  return carried;
}

}  // namespace touchstone
