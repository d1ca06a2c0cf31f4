#include "reports/message.h"

#include <fmt/format.h>

#include "history/calendar.h"
#include "reports/json_parts.h"
#include "reports/layout.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

std::string day_text(Time time, const Phrases& say) {
  return say.date(to_text(std::chrono::floor<std::chrono::days>(time)));
}

std::string name_of(const NoticeFrame& frame) {
  return frame.name.empty() ? frame.host : frame.name;
}

// "wow", "missing"; how many of ten behind it.
std::string stand_text(const Stand& stand, const Phrases& say) {
  const bool verdict =
      stand.outcome == "wow" || stand.outcome == "so-so" || stand.outcome == "sucks";
  const std::string word = say((verdict ? "verdict." : "status.") + stand.outcome);
  return stand.points ? fmt::format("{} ({})", word, say.points(stand.points)) : word;
}

std::string from_to(const std::string& from, const std::string& to, const Phrases& say) {
  return say("message.from-to", {{"from", from}, {"to", to}});
}

class NoticeText {
 public:
  NoticeText(const Notice& notice, const NoticeFrame& frame, const Phrases& say)
      : notice_(notice), frame_(frame), say_(say) {}

  std::string write() {
    line(name_of(frame_) + ": " + frame_.url);
    line(day_text(frame_.taken, say_));
    if (frame_.points_before && frame_.points && frame_.points_before != frame_.points) {
      line(say_("message.score",
                {{"from", say_.points(frame_.points_before)}, {"to", say_.points(frame_.points)}}));
    }
    list("message.worse", notice_.worse);
    list("message.recovered", notice_.recovered);
    gates("message.gates-failing", notice_.failing);
    gates("message.gates-held", notice_.held_again);
    list("message.lasting", notice_.lasting);
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += printable(text) + "\n"; }
  void detail(const std::string& text) { text_ += "  " + printable(text) + "\n"; }

  void list(std::string_view heading, const Problems& problems) {
    if (problems.empty()) return;
    text_ += "\n" + say_(heading) + "\n";
    for (const auto& one : problems) {
      line("- " + one.title + ": " +
           from_to(stand_text(one.before, say_), stand_text(one.now, say_), say_));
      if (!one.part_title.empty() && one.before.value != one.now.value) {
        const std::string nothing = say_("message.nothing");
        detail(one.part_title + ": " +
               from_to(one.before.value.empty() ? nothing : one.before.value,
                       one.now.value.empty() ? nothing : one.now.value, say_));
      }
      if (one.since != frame_.taken) {
        detail(say_("message.since", {{"date", day_text(one.since, say_)}}));
      }
      if (!one.url.empty()) detail(one.url);
    }
  }

  void gates(std::string_view heading, const std::vector<std::string>& names) {
    if (names.empty()) return;
    text_ += "\n" + say_(heading) + "\n";
    for (const auto& name : names) {
      line("- " + (name == unreached_gate ? say_("message.unreached") : name));
    }
  }

  const Notice& notice_;
  const NoticeFrame& frame_;
  const Phrases& say_;
  std::string text_;
};

Json json_stand(const Stand& stand) {
  return {{"outcome", stand.outcome},
          {"score", json_points(stand.points)},
          {"value", stand.value.empty() ? Json(nullptr) : Json(stand.value)}};
}

Json json_problem(const Problem& one) {
  return {{"touchpoint", one.touchpoint},
          {"title", one.title},
          {"component", one.part.empty() ? Json(nullptr) : Json(one.part)},
          {"old", json_stand(one.before)},
          {"new", json_stand(one.now)},
          {"says", one.says},
          {"url", one.url.empty() ? Json(nullptr) : Json(one.url)},
          {"since", to_text(std::chrono::floor<std::chrono::days>(one.since))}};
}

}  // namespace

std::string notice_subject(const Notice& notice, const NoticeFrame& frame, const Phrases& say) {
  std::vector<std::string> parts;
  const auto count = [&](std::string_view key, std::size_t number) {
    if (number > 0) parts.push_back(say(key, {{"n", static_cast<std::int64_t>(number)}}));
  };
  if (notice.reminder) parts.push_back(say("message.reminder"));
  count("message.worse-count", notice.worse.size());
  count("message.recovered-count", notice.recovered.size());
  count("message.gates-count",
        notice.reminder ? notice.failing.size() : notice.newly_failing.size());
  count("message.gates-held-count", notice.held_again.size());
  if (notice.reminder) count("message.lasting-count", notice.lasting.size());
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : say("separator.list")) + part;
  return printable(name_of(frame) + ": " + text);
}

std::string notice_text(const Notice& notice, const NoticeFrame& frame, const Phrases& say) {
  return NoticeText(notice, frame, say).write();
}

std::string notice_json(const Notice& notice, const NoticeFrame& frame, const Phrases& say) {
  const Json message{
      {"format", "touchstone-message/1"},
      {"kind", notice.reminder ? "reminder" : "change"},
      {"url", frame.url},
      {"host", frame.host},
      {"name", frame.name},
      {"taken", format_rfc3339(frame.taken)},
      {"score", {{"old", json_points(frame.points_before)}, {"new", json_points(frame.points)}}},
      {"worse", json_list(notice.worse, json_problem)},
      {"recovered", json_list(notice.recovered, json_problem)},
      {"lasting", json_list(notice.lasting, json_problem)},
      {"gates",
       {{"failing", notice.failing},
        {"newly_failing", notice.newly_failing},
        {"held_again", notice.held_again}}},
      {"subject", notice_subject(notice, frame, say)},
      {"text", notice_text(notice, frame, say)}};
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace touchstone
