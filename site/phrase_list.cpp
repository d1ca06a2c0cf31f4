#include "site/phrase_list.h"

#include <map>
#include <mutex>
#include <string>

#include "site/embedded.h"
#include "site/phrase.h"
#include "site/text.h"

namespace touchstone {

namespace {

const PhraseIndex& index_of(std::string_view embedded_path) {
  static std::mutex mutex;
  static std::map<std::string, PhraseIndex, std::less<>> indexes;
  const std::lock_guard lock(mutex);
  const auto [entry, fresh] = indexes.try_emplace(std::string(embedded_path));
  if (fresh) {
    for (const auto phrase : embedded_list(embedded_path)) entry->second.add(fold(phrase), "");
  }
  return entry->second;
}

}  // namespace

bool has_listed_phrase(std::string_view folded, std::string_view embedded_path) {
  return index_of(embedded_path).found_in(folded, {});
}

}  // namespace touchstone
