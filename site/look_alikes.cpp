#include "site/look_alikes.h"

#include <algorithm>
#include <sstream>

#include "site/embedded.h"
#include "site/public_suffix.h"
#include "site/url.h"

namespace touchstone {
namespace {

constexpr std::size_t most = 8;

// How a letter with a mark is written without it, or the other way round.
constexpr std::pair<std::string_view, std::string_view> spellings[] = {
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"å", "aa"}, {"ø", "oe"},
    {"é", "e"},  {"è", "e"},  {"ñ", "n"},  {"ç", "c"},  {"ł", "l"},  {"ı", "i"}};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string without_marks(std::string label) {
  for (const auto& [marked, plain] : spellings) label = replaced(std::move(label), marked, plain);
  return label;
}

// "mueller" -> "müller"; only the pairs that are seldom anything else.
std::string with_marks(std::string label) {
  for (std::size_t i = 0; i < 3; ++i)
    label = replaced(std::move(label), spellings[i].second, spellings[i].first);
  return label;
}

class Names {
 public:
  explicit Names(std::string own) : own_(std::move(own)) {}

  void add(const std::string& label, std::string_view zone) {
    const auto ascii = host_to_ascii(label + "." + std::string(zone));
    if (!ascii || *ascii == own_ || names_.size() == most) return;
    if (registrable_domain(*ascii) != ascii) return;
    if (std::find(names_.begin(), names_.end(), *ascii) == names_.end()) names_.push_back(*ascii);
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::string own_;
  std::vector<std::string> names_;
};

std::vector<std::string> zones_of(const std::string& language) {
  for (const auto line : embedded_list("site/data/language-zones.txt")) {
    std::istringstream parts{std::string(line)};
    std::string name;
    parts >> name;
    if (name != language) continue;
    std::vector<std::string> zones;
    for (std::string zone; parts >> zone;) zones.push_back(zone);
    return zones;
  }
  return {};
}

}  // namespace

std::vector<std::string> look_alikes_of(std::string_view host,
                                        const std::vector<std::string>& languages) {
  const auto domain = registrable_domain(host);
  if (!domain) return {};
  const auto zone = public_suffix(host);
  const auto label = host_to_unicode(domain->substr(0, domain->size() - zone.size() - 1));
  Names names(*domain);
  names.add(without_marks(label), zone);
  names.add(replaced(label, "-", ""), zone);
  names.add(label, "com");
  for (const auto& language : languages) {
    if (language == "de") names.add(with_marks(label), zone);
    for (const auto& other : zones_of(language)) names.add(label, other);
  }
  names.add(label, "net");
  names.add(label, "org");
  return names.take();
}

}  // namespace touchstone
