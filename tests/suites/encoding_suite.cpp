#include <algorithm>
#include <filesystem>

#include "site/charset.h"
#include "suite.h"

namespace touchstone::suites {
namespace {

struct Case {
  std::string bytes, encoding;
};

// "#data", the bytes, "#encoding", the name, an empty line; and again.
std::vector<Case> cases_of(const std::string& text) {
  constexpr std::string_view data = "#data\n", encoding = "\n#encoding\n";
  std::vector<Case> cases;
  for (auto at = text.find(data); at != text.npos; at = text.find(data, at)) {
    const auto begin = at + data.size();
    const auto end = text.find(encoding, begin - 1);
    if (end == text.npos) break;
    const auto name = end + encoding.size();
    at = std::min(text.find('\n', name), text.size());
    cases.push_back(
        {text.substr(begin, end < begin ? 0 : end - begin), text.substr(name, at - name)});
  }
  return cases;
}

}  // namespace

Tally html5lib_encodings(const std::string& folder) {
  Tally tally;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder + "/html5lib-tests/encoding")) {
    if (entry.path().extension() != ".dat") continue;
    for (const auto& [bytes, label] : cases_of(read_bytes(entry.path()))) {
      if (entry.path().parent_path().filename() == "scripted") {
        tally.skip("needs a script to run");
        continue;
      }
      auto [name, source] = sniff_charset(bytes, "", "");
      // The suite's pages without a declaration are windows-1252, the locale's; ours may be UTF-8.
      if (source == CharsetSource::valid_utf8) name = "windows-1252";
      const auto wanted = encoding_for_label(label);
      tally.expect(wanted && *wanted == name, entry.path().filename().string() + " " +
                                                  shown(bytes.substr(0, 200)) + ": wanted " +
                                                  label + ", got " + name);
    }
  }
  return tally;
}

}  // namespace touchstone::suites
