#include "reports/due.h"

#include <algorithm>
#include <map>
#include <utility>

#include "reports/json_parts.h"
#include "reports/layout.h"

namespace touchstone {

namespace {

std::string head_of(const DueSubject& subject) {
  return subject.name.empty() ? subject.subject : subject.name + " (" + subject.subject + ")";
}

std::string since(const DueTouchpoint& one, const Phrases& say) {
  if (!one.due) return say("due.never");
  return one.overdue_days == 0 ? say("due.today") : say("due.overdue", {{"n", one.overdue_days}});
}

class DueReport {
 public:
  DueReport(const Rulebook& rulebook, const Phrases& say, const TextStyle& style)
      : rulebook_(rulebook), say_(say), style_(style) {}

  std::string write(Day day, const std::vector<DueSubject>& subjects) {
    line(say_("due.title", {{"date", say_.date(to_text(day))}}));
    for (const auto& subject : subjects) tell(subject);
    return std::move(text_);
  }

 private:
  std::string lines(const std::string& text, int indent) const {
    const std::string space(static_cast<std::size_t>(indent), ' ');
    std::string told;
    for (const auto& part : wrapped(printable(text), std::max(30, style_.width - indent))) {
      told += space + part + "\n";
    }
    return told;
  }

  void line(const std::string& text, int indent = 0) { text_ += lines(text, indent); }

  // Of many companies most lines are alike.
  const std::string& lines_of(const DueTouchpoint& one) {
    auto& told = told_[{one.rule, one.due ? one.overdue_days : -1}];
    if (told.empty()) {
      told = lines(say_("due.line", {{"touchpoint", one.rule->title},
                                     {"since", since(one, say_)},
                                     {"who", one.rule->owner}}),
                   4);
    }
    return told;
  }

  void tell(const DueSubject& subject) {
    text_ += "\n";
    line(head_of(subject));
    if (subject.due.empty()) {
      line(subject.next ? say_("due.nothing-before", {{"date", say_.date(to_text(*subject.next))}})
                        : say_("due.nothing"),
           2);
      return;
    }
    line(say_("due.count", {{"n", static_cast<std::int64_t>(subject.due.size())},
                            {"date", say_.date(to_text(subject.last))}}),
         2);
    for (const auto& group : rulebook_.groups) tell(subject, group);
  }

  void tell(const DueSubject& subject, const GroupRule& group) {
    bool begun = false;
    for (const auto& one : subject.due) {
      if (one.rule->group != group.id) continue;
      if (!begun) line(group.title, 2);
      begun = true;
      text_ += lines_of(one);
    }
  }

  const Rulebook& rulebook_;
  const Phrases& say_;
  const TextStyle& style_;
  std::string text_;
  std::map<std::pair<const TouchpointRule*, int>, std::string> told_;  // by days overdue; -1: never
};

Json day_or_null(const std::optional<Day>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}

Json json_due(const DueTouchpoint& one) {
  return {{"id", one.rule->id},          {"title", one.rule->title},
          {"group", one.rule->group},    {"owner", one.rule->owner},
          {"period", one.rule->period},  {"last", day_or_null(one.last)},
          {"due", day_or_null(one.due)}, {"overdue_days", one.overdue_days}};
}

Json json_subject(const DueSubject& subject) {
  return {{"subject", subject.subject},
          {"name", subject.name},
          {"last", to_text(subject.last)},
          {"next", day_or_null(subject.next)},
          {"due", json_list(subject.due, json_due)}};
}

}  // namespace

std::string due_text(Day day, const Rulebook& rulebook, const std::vector<DueSubject>& subjects,
                     const Phrases& say, const TextStyle& style) {
  return DueReport(rulebook, say, style).write(day, subjects);
}

std::string due_json(Day day, const std::vector<DueSubject>& subjects) {
  const Json all{{"format", "touchstone-due/1"},
                 {"date", to_text(day)},
                 {"subjects", json_list(subjects, json_subject)}};
  return json_text(all, true);
}

}  // namespace touchstone
