// The fuzz targets without a fuzzer, so that every run of the tests holds them:
//
//   fuzz_tests                   the seeds of every target, then its share of mutations
//   fuzz_tests TARGET            one target
//   fuzz_tests TARGET FILE...    these inputs: how a finding is repeated
//   fuzz_tests --growth          whose time grows faster than its input; measures, so it is no test
//
// Before each run the input stands in the file fuzz_input of the current folder: where the program
// dies, that is the one.

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "tests/fuzz/driver/mutation.h"

#define FUZZ_TARGET(noun) extern "C" int fuzz_##noun(const std::uint8_t*, std::size_t);
#include "fuzz_targets.inc"
#undef FUZZ_TARGET

namespace {

namespace fs = std::filesystem;
using touchstone::fuzz::Mutation;
using touchstone::fuzz::words_of;

struct Target {
  std::string noun;
  int (*run)(const std::uint8_t*, std::size_t);
};

const std::vector<Target> targets{
#define FUZZ_TARGET(noun) {#noun, fuzz_##noun},
#include "fuzz_targets.inc"
#undef FUZZ_TARGET
};

const fs::path folder = fs::path(TOUCHSTONE_SOURCE_DIR) / "tests/fuzz";
const fs::path last_input = "fuzz_input";

// A page through all checks costs a hundred times what an address costs.
std::uint64_t mutations_of(const std::string& noun) {
  if (noun == "audit") return 4;
  if (noun == "document" || noun == "phone" || noun == "company_file") return 40;
  return 200;
}

std::string bytes_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return std::move(bytes).str();
}

std::vector<std::string> seeds_of(const std::string& noun) {
  std::vector<fs::path> files;
  if (fs::exists(folder / "seeds" / noun))
    for (const auto& entry : fs::directory_iterator(folder / "seeds" / noun))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) seeds.push_back(bytes_of(file));
  return seeds;
}

void run(const Target& target, const std::string& input) {
  std::ofstream(last_input, std::ios::binary) << input;
  target.run(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

bool test(const Target& target) {
  const auto seeds = seeds_of(target.noun);
  std::cout << target.noun << ": " << seeds.size() << " seeds, " << mutations_of(target.noun)
            << " mutations" << std::endl;
  if (seeds.empty()) {
    std::cout << target.noun << " has no seeds; write some into tests/fuzz/seeds/" << target.noun
              << "\n";
    return false;
  }
  run(target, "");
  for (const auto& seed : seeds) run(target, seed);
  Mutation mutation(seeds, words_of(bytes_of(folder / "words" / (target.noun + ".dict"))));
  for (std::uint64_t number = 1; number <= mutations_of(target.noun); ++number)
    run(target, mutation.input(number));
  return true;
}

double seconds_for(const Target& target, const std::string& input) {
  double best = 1e9;
  for (int turn = 0; turn < 2; ++turn) {
    timespec before{}, after{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
    run(target, input);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
    best = std::min(best, static_cast<double>(after.tv_sec - before.tv_sec) +
                              1e-9 * static_cast<double>(after.tv_nsec - before.tv_nsec));
  }
  return best;
}

// Pieces of seeds many times over: what is linear takes twice as long for twice as much, what is
// quadratic four times.
bool measure_growth(const Target& target) {
  constexpr std::size_t first = 32 << 10, last = 512 << 10;
  constexpr double too_fast = 3, worth_a_look = 0.1;
  bool linear = true;
  for (const auto& seed : seeds_of(target.noun)) {
    for (std::size_t begin = 0; begin < seed.size(); begin += 1 + seed.size() / 12) {
      const auto piece = seed.substr(begin, 1 + seed.size() / (1 + begin % 7));
      double before = 0;
      for (auto size = first; size <= last; size *= 2) {
        auto input = seed.substr(0, begin);
        while (input.size() < size) input += piece;
        const auto time = seconds_for(target, input);
        if (time > worth_a_look && before > worth_a_look / 8 && time > too_fast * before) {
          std::cout << target.noun << ": " << time / before
                    << " times as long for twice as much: " << size << " bytes, " << time
                    << " s, repeats \"" << piece.substr(0, 60) << "\"" << std::endl;
          linear = false;
          break;
        }
        if (time > 4) break;
        before = time;
      }
    }
  }
  return linear;
}

}  // namespace

int main(int argc, char* argv[]) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const bool growth = !words.empty() && words[0] == "--growth";
  const auto wanted = words.size() > std::size_t(growth) ? words[growth] : "";
  bool good = true, known = false;
  for (const auto& target : targets) {
    if (!wanted.empty() && target.noun != wanted) continue;
    known = true;
    if (growth)
      good = measure_growth(target) && good;
    else if (words.size() < 2)
      good = test(target) && good;
    for (std::size_t i = 1; !growth && i < words.size(); ++i) run(target, bytes_of(words[i]));
  }
  fs::remove(last_input);
  if (!known) std::cerr << "no such target; there is a file of that name in " << folder << "\n";
  return good && known ? 0 : 1;
}
