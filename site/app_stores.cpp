#include "site/app_stores.h"

#include <re2/re2.h>

#include <memory>

#include "site/embedded.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongestAddress = 2'000;

struct StoreForm {
  std::string store, host;
  std::unique_ptr<RE2> rest;
};

std::vector<StoreForm> read_forms() {
  std::vector<StoreForm> forms;
  for (const auto line : embedded_list("site/data/app-stores.txt")) {
    const auto first = line.find(' '), second = line.find(' ', first + 1);
    forms.push_back({std::string(line.substr(0, first)),
                     std::string(line.substr(first + 1, second - first - 1)),
                     std::make_unique<RE2>(std::string(line.substr(second + 1)))});
  }
  return forms;
}

}  // namespace

std::vector<std::string> app_stores_of(const Url& url) {
  static const auto forms = read_forms();
  std::vector<std::string> stores;
  if (url.href().size() > kLongestAddress) return stores;
  for (const StoreForm& form : forms) {
    if (!host_within(url.host(), form.host)) continue;
    std::string rest(url.path());
    if (!url.query().empty()) rest += "?" + std::string(url.query());
    if (!url.fragment().empty()) rest += "#" + std::string(url.fragment());
    if (RE2::PartialMatch(rest, *form.rest)) stores.push_back(form.store);
  }
  return stores;
}

}  // namespace touchstone
