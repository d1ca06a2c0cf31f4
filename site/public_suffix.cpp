#include "site/public_suffix.h"

#include <libpsl.h>

#include <memory>

#include "site/host.h"

namespace touchstone {
namespace {

struct PslFree {
  void operator()(psl_ctx_t* list) const { psl_free(list); }
};

// The system's list or the one built into libpsl, whichever is newer.
const psl_ctx_t* suffix_list() {
  static const std::unique_ptr<psl_ctx_t, PslFree> latest(psl_latest(nullptr));
  return latest ? latest.get() : psl_builtin();
}

bool has_no_suffix(std::string_view host) {
  return host.empty() || host.starts_with('.') || host.starts_with('[') || host == "localhost" ||
         ends_in_number(host);
}

std::string without_last_dot(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return std::string(host);
}

}  // namespace

std::string public_suffix(std::string_view host) {
  const std::string name = without_last_dot(host);
  if (has_no_suffix(name)) return {};
  const char* suffix = psl_unregistrable_domain(suffix_list(), name.c_str());
  return suffix ? suffix : std::string();
}

std::optional<std::string> registrable_domain(std::string_view host) {
  const std::string name = without_last_dot(host);
  if (has_no_suffix(name)) return std::nullopt;
  const char* domain = psl_registrable_domain(suffix_list(), name.c_str());
  if (!domain) return std::nullopt;
  return domain;
}

bool same_company_host(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto domain = registrable_domain(a);
  return domain && domain == registrable_domain(b);
}

bool host_within(std::string_view host, std::string_view suffix) {
  if (host == suffix) return true;
  return !suffix.empty() && host.size() > suffix.size() && host.ends_with(suffix) &&
         host[host.size() - suffix.size() - 1] == '.';
}

}  // namespace touchstone
