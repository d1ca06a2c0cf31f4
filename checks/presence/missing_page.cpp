#include "checks/presence/missing_page.h"

#include <algorithm>
#include <set>

#include "checks/obstacle_at.h"
#include "checks/presence/missing_frame.h"
#include "checks/presence/shingles.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

// Under these a page has nothing of its own; the rule of `own-page` says the same to people, and
// a test holds the two together.
constexpr std::size_t bare_text = 200;
constexpr int same_page_percent = 90;

bool same_place(const Url& a, const Url& b) {
  return a.without_fragment() == b.without_fragment();
}

// A redirect that keeps the probe's name only tidies the address (scheme, host, slash, ending).
bool keeps_name(const Url& asked, const Url& answered) {
  std::string_view name = asked.path();
  name.remove_prefix(name.rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  return !name.empty() && answered.path().find(name) != std::string_view::npos;
}

bool repeats_home(const Site& site, const Page& page) {
  const Page* home = site.home();
  if (!home) return false;
  return home->html() == page.html() ||
         shingle_similarity(home->text(), page.text()) >= same_page_percent;
}

std::string kind_of_success(const Site& site, const Visit& visit, const Page* page) {
  const Url& answered = visit.fetch.answered();
  if (same_place(answered, site.home_url())) return "home";
  if (page && repeats_home(site, *page)) return "home";
  return keeps_name(visit.fetch.asked, answered) ? "soft" : "redirect";
}

bool server_failed(const Visit& visit) {
  return !visit.fetch.fault && visit.fetch.status() >= 500;
}

Probe read_probe(const Site& site, const Visit& visit, bool failed_twice) {
  Probe probe;
  probe.visit = &visit;
  const int status = visit.fetch.status();
  if (const auto obstacle = obstacle_at(site, visit)) {
    probe.unknown_because = obstacle->reason;
    return probe;
  }
  probe.page = site.page(visit);
  if (status == 404 || status == 410) {
    probe.kind = "hard";
  } else if (visit.fetch.ok()) {
    probe.kind = kind_of_success(site, visit, probe.page);
  } else if (server_failed(visit) && !failed_twice) {
    probe.unknown_because = Reason::insufficient_evidence;
  } else {
    probe.kind = "error";
  }
  return probe;
}

std::vector<Probe> read_probes(const Site& site) {
  constexpr Role roles[] = {Role::missing, Role::missing_nested, Role::missing_typed};
  std::size_t failures = 0;
  for (const Role role : roles) {
    const auto visits = site.visits(role);
    failures += static_cast<std::size_t>(std::count_if(
        visits.begin(), visits.end(), [](const Visit* visit) { return server_failed(*visit); }));
  }
  std::vector<Probe> probes;
  for (const Role role : roles) {
    if (const Visit* visit = site.visit(role)) {
      probes.push_back(read_probe(site, *visit, failures >= 2));
    }
  }
  return probes;
}

// A wrong success weighs more than a failure, and that more than a right answer.
int gravity(const Probe& probe) {
  if (probe.unknown_because) return 0;
  if (probe.kind == "hard") return 1;
  return probe.kind == "error" ? 2 : 3;
}

const Probe* decisive(const std::vector<Probe>& probes) {
  const Probe* worst = nullptr;
  for (const Probe& probe : probes) {
    if (gravity(probe) > (worst ? gravity(*worst) : 0)) worst = &probe;
  }
  return worst;
}

std::vector<const Link*> links_into_site(const Site& site, const Page& page) {
  std::vector<const Link*> links;
  std::set<std::string_view> seen;
  for (const Link& link : page.links()) {
    if (link.hidden || !link.url || !site.is_own(*link.url)) continue;
    if (same_place(*link.url, page.url()) || !seen.insert(link.url->href()).second) continue;
    links.push_back(&link);
  }
  return links;
}

std::string without_spaces(std::string_view html) {
  std::string out;
  for (const char c : html) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// The list holds signs in the visible text, and signs in the source that begin with "<".
std::string find_server_default(const std::string& text, std::string_view source) {
  const std::string folded = fold(text), dense = without_spaces(source);
  for (const std::string_view sign : embedded_list("checks/data/server-error-pages.txt")) {
    const bool found = sign.starts_with('<') ? dense.find(without_spaces(sign)) != std::string::npos
                                             : folded.find(fold(sign)) != std::string::npos;
    if (found) return std::string(sign);
  }
  return {};
}

// The company's own application, which says by script what is missing.
bool is_shell_of(const Site& site, const Page* page) {
  const Page* home = site.home();
  return page && home && page->reason() == Reason::js_rendered &&
         share_any(*page, *home, Resource::Kind::script);
}

void read_shown(const Site& site, MissingLook& look) {
  const Fetch& fetch = look.shown->visit->fetch;
  const Page* page = look.shown->page;
  const std::string_view source = page ? std::string_view(page->html()) : fetch.body;
  look.text = page ? page->text() : collapse_spaces(source.substr(0, 4096));
  if (page) look.links = links_into_site(site, *page);
  look.server_default = find_server_default(look.text, source);
  // A server's own page has no way into the site; with one it is a company's that says the same.
  if (!look.links.empty()) look.server_default.clear();
  const bool bare = look.links.empty() && grapheme_count(look.text) < bare_text;
  look.summary.branded = look.server_default.empty() && (!bare || is_shell_of(site, page));
}

}  // namespace

std::optional<MissingLook> look_at_missing(const Site& site) {
  std::optional<MissingLook> look(std::in_place);
  look->probes = read_probes(site);
  if (look->probes.empty()) return std::nullopt;
  look->shown = decisive(look->probes);
  const Probe& probe = look->shown ? *look->shown : look->probes.front();
  look->summary.status = probe.visit->fetch.status();
  look->summary.kind = look->shown ? probe.kind : "error";
  if (look->shown) {
    read_shown(site, *look);
  } else {
    look->unknown_because = probe.unknown_because;
  }
  return look;
}

bool is_home_again(const MissingLook& look) {
  return look.summary.kind == "home" || look.summary.kind == "redirect";
}

std::optional<MissingPage> find_missing_page(const Site& site) {
  const auto look = look_at_missing(site);
  return look ? std::optional(look->summary) : std::nullopt;
}

}  // namespace touchstone
