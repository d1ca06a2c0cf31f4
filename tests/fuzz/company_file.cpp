// Company files and scorecards: each is taken or refused with one line.

#include "rules/company.h"
#include "rules/scorecard.h"
#include "tests/fuzz/fuzz.h"
#include "tests/rules/rule_files.h"

namespace touchstone {
namespace {

template <typename Use>
void take_or_refuse(const Use& use) {
  try {
    use();
  } catch (const RuleError& error) {
    const std::string what = error.what();
    fuzz::hold(!what.empty() && what.find('\n') == what.npos, "what is wrong is one line");
  }
}

}  // namespace
}  // namespace touchstone

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  static const auto rulebook = test::load(std::vector<RuleFile>{});
  const RuleFile file{"typed.json", std::string(fuzz::text_of(bytes, size))};
  take_or_refuse([&] { tailor(rulebook, parse_company(file, rulebook), 11); });
  take_or_refuse([&] { chains_of(file); });
  take_or_refuse([&] {
    const auto scorecard = parse_scorecard(file, rulebook);
    const auto whole = with_scorecard(rulebook, scorecard);
    for (const auto& entry : scorecard.entries)
      fuzz::hold(whole.find(entry.rule.id), "what people scored is a touchpoint");
  });
  return 0;
}
