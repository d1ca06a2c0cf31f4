// Not a test of the build: fills a history with as many audits as are wanted, an hour apart, of one
// company, from captures in turn, each with facts of its own, and says how large the file became.
//
//   stored_audits HISTORY COUNT CAPTURE.warc.gz...

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>

#include "crawler/capture.h"
#include "history/store.h"
#include "rules/judge.h"

namespace {

using namespace touchstone;

// Times and counts differ from audit to audit, as they do in the world.
void vary(Inspection& inspection, std::mt19937& chance) {
  std::uniform_int_distribution<int> percent(85, 115), one_in(0, 19);
  for (auto& measured : inspection.measured) {
    Facts varied;
    for (const auto& [name, fact] : measured.facts.all()) {
      const auto* number = std::get_if<std::int64_t>(&fact.value);
      Fact& copy = varied.say(name, fact.value, fact.evidence);
      copy = fact;
      if (number && one_in(chance) == 0) copy.value = *number * percent(chance) / 100;
    }
    measured.facts = varied;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "stored_audits HISTORY COUNT CAPTURE.warc.gz...\n";
    return 2;
  }
  const Rulebook rulebook = load_rulebook();
  std::vector<Inspection> seen;
  for (int i = 3; i < argc; ++i) {
    seen.push_back(inspect(Site(load_capture(argv[i])), rulebook));
  }
  std::mt19937 chance(1);
  Store store(argv[1], Store::Use::write);
  const int count = std::atoi(argv[2]);
  for (int i = 0; i < count; ++i) {
    Inspection inspection = seen[static_cast<std::size_t>(i) % seen.size()];
    inspection.asked = "https://example.com/";
    inspection.taken = seen.front().taken + std::chrono::hours(i);
    vary(inspection, chance);
    store.add({inspection, "", ""}, judge(inspection, rulebook));
  }
  std::cout << count << " audits, "
            << static_cast<double>(std::filesystem::file_size(argv[1])) / 1e6 << " MB\n";
}
