#include "checks/presence/phone_text.h"

#include <re2/re2.h>

#include <algorithm>

#include "checks/presence/phone_shape.h"

namespace touchstone {

namespace {

constexpr std::size_t kFewestDigits = 7, kMostDigits = 15;  // ITU-T E.164: at most 15
constexpr std::size_t kContextBytes = 60;
constexpr std::size_t kLabelReach = 40;        // bytes between a label's line and its number
constexpr std::size_t kMostGlyphsInRun = 160;  // lists of numbers, not tables of data
constexpr std::size_t kMostKnown = 20'000;

bool is_digit(char look) {
  return look >= '0' && look <= '9';
}

bool is_separator(char look) {
  return look == ' ' || look == '-' || look == '.' || look == '/' || look == '(' || look == ')';
}

std::string_view tail(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t cut = text.size() - bytes;
  while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) ++cut;
  return text.substr(cut);
}

}  // namespace

// Glyphs [first, last) of a line.
struct PhoneText::Run {
  const std::vector<Glyph>* glyphs = nullptr;
  std::string_view line, before;
  std::size_t first = 0, last = 0;
  NumberLabel label;

  char look(std::size_t i) const { return (*glyphs)[i].look; }
  char look_before(std::size_t steps = 1) const {
    return first >= steps ? look(first - steps) : ' ';
  }
  char look_after(std::size_t steps = 0) const {
    return last + steps < glyphs->size() ? look(last + steps) : ' ';
  }
  std::size_t begin() const { return (*glyphs)[first].begin; }
  std::size_t end() const { return (*glyphs)[last - 1].end; }
  std::string looks() const {
    std::string text;
    for (std::size_t i = first; i < last; ++i) text += look(i);
    return text;
  }
  std::string_view printed() const { return line.substr(begin(), end() - begin()); }

  // The same line from digit to digit (or a bracket or "+" that belongs to it).
  Run part(std::size_t from, std::size_t to) const {
    Run run = *this;
    while (from < to && !is_digit(look(from)) && look(from) != '+' && look(from) != '(') ++from;
    while (to > from && !is_digit(look(to - 1)) && look(to - 1) != '+') --to;
    run.first = from;
    run.last = to;
    return run;
  }
};

namespace {

// What stands directly before or after says that the digits belong to something larger.
template <typename Run>
bool part_of_something(const Run& run) {
  const char before = run.look_before(), before_that = run.look_before(2);
  const bool labelled = run.label.kind == NumberLabel::Kind::phone;
  if (before == 'a' && !labelled) return true;
  if ((before == '/' || before == '.' || before == '-' || before == ',' || before == ':') &&
      (is_digit(before_that) || (before_that == 'a' && !labelled))) {
    return true;
  }
  if (before == '/' && !labelled) return true;
  if (std::string_view("#_=@&%$*").find(before) != std::string_view::npos) return true;
  if (before == ' ' && before_that == '$') return true;
  const char after = run.look_after(), after_that = run.look_after(1);
  if (after == '@' || after == '%' || after == '$' || after == '_' || after == '=') return true;
  if (after == ' ' && after_that == '$') return true;
  if ((after == ':' || after == ',') && is_digit(after_that)) return true;
  return false;
}

// Letters that follow: an extension, a unit or currency, or an identifier that goes on.
enum class Tail { nothing, extension, unit };
Tail tail_of(std::string_view rest) {
  static const RE2 extension(
      R"((?i)^[ ,;(]{0,3}(?:ext|extn|extension|x|доб|вн|внутр|w|wew|int|poste|interno|anexo|ramal)"
      R"(|dahili|داخلی|linka|kl|内線|分機|分机|내선)[.:]{0,2}[ ]{0,2}\d{1,6})");
  static const RE2 unit(
      R"((?i)^[ ]?(?:руб|грн|zł|kč|kr|tl|try|usd|eur|rub|uah|pln|czk|sek|inr|brl|chf|irr|aed|)"
      R"(元|円|원|万|만|年|月|号|تومان|ریال|درهم|ريال|ש"ח|km|kg|км|кг|м2|m2|m²|м²|шт|px|mb|gb)"
      R"((?:[^\pL]|$)|[ ]?(?:元|円|원|万|만|年|月|号|%)))");
  if (RE2::PartialMatch(rest, extension)) return Tail::extension;
  if (RE2::PartialMatch(rest, unit)) return Tail::unit;
  return Tail::nothing;
}

}  // namespace

std::optional<DialledNumber> PhoneText::dial_anywhere(const std::string& text) const {
  const std::string digits = digits_in(text);
  if (text.find('+') != std::string::npos) {
    if (auto number = dial(text, "")) return number;
    // "+8 902 ..." and "+01 34 ...": a national number behind a plus that does not belong there.
    for (const auto& region : regions_) {
      if (auto number = dial(digits, region); number && number->region == region) return number;
    }
    return std::nullopt;
  }
  for (const auto& region : regions_) {
    if (auto number = dial(text, region)) return number;
  }
  if (digits.starts_with("00") && digits.size() > 9) return dial("+" + digits.substr(2), "");
  return std::nullopt;
}

const std::optional<DialledNumber>& PhoneText::dialled(const std::string& text) {
  if (known_.size() > kMostKnown) known_.clear();
  static const std::optional<DialledNumber> none;
  if (const auto known = known_.find(text); known != known_.end()) return known->second;
  if (--trials_left_ < 0) return none;
  return known_.emplace(text, dial_anywhere(text)).first->second;
}

bool PhoneText::convincing(const Run& run, const DialledNumber& number, PhonePlace place) const {
  const std::string looks = run.looks();
  if (place == PhonePlace::link || run.label.kind == NumberLabel::Kind::phone) return true;
  if (looks.find('+') != std::string::npos) return true;
  if (run.label.kind != NumberLabel::Kind::none) return false;
  const std::string digits = digits_in(looks);
  const bool prefixed = digits.size() > number.national.size() || !number.national_prefix;
  const bool one_block = digits.size() == looks.size();
  if (!prefixed && !written_whole(looks, number.region)) return false;
  if (place == PhonePlace::contact) return true;
  return !one_block && !regions_.empty() && number.region == regions_.front() &&
         grouped_as_usual(looks, number.region);
}

std::optional<TextNumber> PhoneText::accept(const Run& run, PhonePlace place) {
  const std::string looks = run.looks();
  const std::size_t digits = digits_in(looks).size();
  const bool in_link = place == PhonePlace::link;
  if (digits > kMostDigits || digits < (in_link ? 3 : kFewestDigits)) return std::nullopt;
  const bool plus = looks.find('+') != std::string::npos;
  if (!in_link) {
    if (part_of_something(run) || looks_like_something_else(looks)) return std::nullopt;
    if (run.label.kind == NumberLabel::Kind::fax) return std::nullopt;
    if (run.label.kind == NumberLabel::Kind::other && !plus) return std::nullopt;
    const auto tail_kind = tail_of(run.line.substr(run.end(), 40));
    if (tail_kind == Tail::unit && !plus) return std::nullopt;
    if (run.look_after() == 'a' && tail_kind != Tail::extension) return std::nullopt;
  }
  TextNumber found{run.begin(), run.end(), std::string(run.printed()), std::nullopt, ""};
  if (looks.back() == '+' && looks.find('+') == looks.size() - 1) {
    found.dialled = dialled(turned_round(looks));
  } else {
    found.dialled = dialled(looks);
  }
  if (found.dialled) {
    if (!convincing(run, *found.dialled, place)) return std::nullopt;
    remember_area(looks, *found.dialled);
    return found;
  }
  if (in_link) return found;
  return std::nullopt;
}

void PhoneText::remember_area(const std::string& looks, const DialledNumber& number) {
  // Only where the area code is set off in brackets is it clear what the local part is.
  const auto close = looks.rfind(')');
  if (close == std::string::npos) return;
  const auto local = digits_in(std::string_view(looks).substr(close));
  if (local.size() < 5 || local.size() > 8 || local.size() >= number.national.size()) return;
  area_ = Area{number.e164.substr(0, number.e164.size() - local.size()), local.size()};
  lines_since_area_ = 0;
}

std::optional<TextNumber> PhoneText::accept_local(const Run& run) {
  static const RE2 local(R"(\d{2,3}-\d{2}-\d{2}|\d{3}[- ]\d{3,4}|\d{4}-\d{4})");
  if (!area_ || run.label.kind == NumberLabel::Kind::other || part_of_something(run)) {
    return std::nullopt;
  }
  const std::string looks = run.looks();
  const std::string digits = digits_in(looks);
  if (digits.size() != area_->local_digits || !RE2::FullMatch(looks, local)) return std::nullopt;
  const auto& number = dialled(area_->e164_prefix + digits);
  if (!number) return std::nullopt;
  lines_since_area_ = 0;
  return TextNumber{run.begin(), run.end(), std::string(run.printed()), number, ""};
}

// The whole row first; else its parts, cut where people set numbers apart.
void PhoneText::search(const Run& run, PhonePlace place, int depth,
                       std::vector<TextNumber>& numbers) {
  if (run.last <= run.first) return;
  if (auto found = accept(run, place)) {
    numbers.push_back(std::move(*found));
    return;
  }
  if (auto found = accept_local(run)) {
    numbers.push_back(std::move(*found));
    return;
  }
  const std::string looks = run.looks();
  if (depth > 6 || digits_in(looks).size() < 2 * 5) return;
  if (trials_left_ < 0) return;
  for (const std::string_view cut : {" / ", " - ", "/", "(", ". ", " . ", ".", " "}) {
    const auto digits = digits_in(looks).size();
    // A space alone sets two numbers apart only when they are too long for one.
    if ((cut == " " || cut == ".") && digits <= kMostDigits) continue;
    for (auto at = looks.find(cut, 1); at != std::string::npos; at = looks.find(cut, at + 1)) {
      const Run left = run.part(run.first, run.first + at);
      const Run right = run.part(run.first + at, run.last);
      if (left.last <= left.first || right.last <= right.first) continue;
      if (digits_in(left.looks()).size() < 5 || digits_in(right.looks()).size() < 5) continue;
      auto found = accept(left, place);
      if (!found) found = accept_local(left);
      if (!found) continue;
      numbers.push_back(std::move(*found));
      Run rest = right;
      if (rest.label.kind == NumberLabel::Kind::none) rest.label = left.label;
      search(rest, place, depth + 1, numbers);
      return;
    }
  }
}

std::vector<TextNumber> PhoneText::find(std::string_view line, std::string_view before,
                                        PhonePlace place) {
  std::vector<TextNumber> numbers;
  if (area_ && ++lines_since_area_ > 3) area_.reset();
  if (!has_digit(line)) return numbers;
  const auto glyphs = glyphs_of(line);
  NumberLabel carried;          // "Tel. 030 123 456, 030 123 457": the label holds on
  std::size_t carried_end = 0;  // glyph
  for (std::size_t i = 0; i < glyphs.size();) {
    const char look = glyphs[i].look;
    if (!is_digit(look) && look != '+' && look != '(') {
      ++i;
      continue;
    }
    std::size_t last_digit = i, end = i, digits = 0, separators = 0;
    for (; end < glyphs.size() && end - i < kMostGlyphsInRun; ++end) {
      const char now = glyphs[end].look;
      if (is_digit(now)) {
        ++digits;
        separators = 0;
        last_digit = end;
      } else if (now == '+') {
        if (digits > 0) break;
      } else if (!is_separator(now) || ++separators > 4) {
        break;
      }
    }
    if (digits == 0) {
      ++i;
      continue;
    }
    Run run{&glyphs, line, before, i, last_digit + 1, {}};
    // A "+" behind the digits with nothing to follow belongs to a number shown in reverse.
    if (run.look_after() == '+' && !is_digit(run.look_after(1)) && run.look_after(1) != ' ' &&
        glyphs[i].look != '+') {
      ++run.last;
    } else if (run.look_after() == '+' && run.look_after(1) == ' ' &&
               !is_digit(run.look_after(2)) && glyphs[i].look != '+') {
      ++run.last;
    }
    if (digits >= 5 || place == PhonePlace::link) {
      if (--runs_left_ < 0 || trials_left_ < 0) break;
      const auto here = tail(line.substr(0, run.begin()), kContextBytes);
      std::string context(here);
      if (here.size() < kLabelReach) context = std::string(tail(before, 40)) + " " + context;
      run.label = label_of(context);
      if (run.label.kind == NumberLabel::Kind::none && carried.kind != NumberLabel::Kind::none &&
          i - carried_end < 12) {
        run.label = carried;
      }
      const auto count = numbers.size();
      search(run, place, 0, numbers);
      if (numbers.size() > count) {
        numbers[count].whom = whom_of(here);
        carried = run.label;
        carried_end = run.last;
      }
    }
    i = std::max(run.last, i + 1);
  }
  return numbers;
}

}  // namespace touchstone
