#pragma once

// A company's promise when it answers: "we reply within 30 minutes", "перезвоним за 15 минут". Pure
// and safe from several threads; linear in the text.

#include <optional>
#include <string>
#include <string_view>

#include "site/site.h"

namespace touchstone {

struct AnswerPromise {
  int minutes = 0;            // a day is 1440, a business day too; the longer end of a span
  bool working_time = false;  // it says to which hours it applies
  std::string sentence;       // folded
  const Page* page = nullptr;
};

// The promise in a text: words of answering or calling back beside a span of time. Absent: none.
std::optional<AnswerPromise> promise_in(std::string_view text);

// The quickest promise of the pages where customers turn to the company: home, contact, the sample
// without terms and policies.
std::optional<AnswerPromise> promise_of(const Site& site);

}  // namespace touchstone
