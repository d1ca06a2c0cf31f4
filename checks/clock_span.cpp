#include "checks/clock_span.h"

#include <re2/re2.h>

#include <optional>

namespace touchstone {

namespace {

// "9", "9:30", "9.30 Uhr", "9 am", "上午9点30分".
struct Clock {
  re2::StringPiece before, hour, minute, after;

  bool is_evening() const { return is_one_of(before, kEvening) || is_one_of(after, kEvening); }
  bool is_morning() const { return is_one_of(before, kMorning) || is_one_of(after, kMorning); }
  std::optional<int> minutes() const {
    const int hours = number(hour);
    if (hours > 24) return std::nullopt;
    const int twelve = is_evening() && hours < 12    ? 12 * 60
                       : is_morning() && hours == 12 ? -12 * 60
                                                     : 0;
    return hours * 60 + number(minute) + twelve;
  }

 private:
  static constexpr const char* kEvening =
      R"(p\.? ?m\.?|عصر|بعد از ظهر|شب|مساء|م|下午|晚上|午後|오후)";
  static constexpr const char* kMorning = R"(a\.? ?m\.?|صبح|صباحا|ص|上午|早上|午前|오전)";

  static bool is_one_of(const re2::StringPiece& text, const char* words) {
    return !text.empty() && RE2::FullMatch(text, words);
  }
  static int number(const re2::StringPiece& digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
  }
};

const RE2& span_pattern() {
  static const RE2 pattern([] {
    const std::string clock =
        R"((上午|早上|午前|오전|下午|晚上|午後|오후)?\s?(\d{1,2})(?:\s?[:.h時시点]\s?([0-5]\d)(?:分|분)?)?)"
        R"(\s?(?:uhr|hrs?|hs|h|час\pL*|ч|год\pL*|godz\pL*|時|시|点|點|ساعت)?\.?\s?)"
        R"((a\.? ?m\.?|p\.? ?m\.?|صبح|عصر|بعد از ظهر|شب|صباحا|مساء|ص|م)?)";
    const std::string between =
        R"(\s?(?:-|–|—|‒|―|−|~|〜|～|to|until|till|bis|до|по|a|as|ate|al|alle|et|do|tot|til|ila|ile|تا|الى|الي|حتى|حتي|至|到|から|부터|עד)\s?)"
        R"((?:las |les |ore |h |godz\.? |ساعت )?)";
    return R"((?:^|[^\d.,:/]))" + clock + between + clock;
  }());
  return pattern;
}

std::optional<OpenSpan> span_of(const Clock& open, const Clock& close) {
  const auto from = open.minutes(), to = close.minutes();
  if (!from || !to) return std::nullopt;
  OpenSpan span{*from, *to};
  // "9 - 5", "9 - 5 pm": the second half of the day. "18:00 - 2:00" goes past midnight.
  if (span.to <= span.from && span.to < 12 * 60 && close.minute.empty()) span.to += 12 * 60;
  if (span.to <= span.from) span.to += 24 * 60;
  return span;
}

}  // namespace

std::vector<FoundSpan> spans_in(const std::string& folded) {
  std::vector<FoundSpan> found;
  re2::StringPiece rest(folded);
  Clock open, close;
  while (RE2::FindAndConsume(&rest, span_pattern(), &open.before, &open.hour, &open.minute,
                             &open.after, &close.before, &close.hour, &close.minute,
                             &close.after)) {
    const auto span = span_of(open, close);
    const auto begin = static_cast<std::size_t>(open.hour.data() - folded.data());
    const auto end = static_cast<std::size_t>(rest.data() - folded.data());
    if (span) found.push_back({begin, end, *span});
  }
  return found;
}

}  // namespace touchstone
