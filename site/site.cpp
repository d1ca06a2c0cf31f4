#include "site/site.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include "site/challenge.h"
#include "site/enum_names.h"
#include "site/obstacle.h"
#include "site/page_class.h"
#include "site/page_classes.h"
#include "site/parked.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

constexpr std::size_t further_pages_in_sample = 7;  // beside home, contact and about

constexpr auto role_names = std::to_array<std::string_view>({
    "home",        "page",      "guessed",        "missing",     "missing-nested", "missing-typed",
    "entry",       "root-icon", "icon",           "manifest",    "robots",         "sitemap",
    "resource",    "timing",    "unverified-tls", "well-known",  "feed",           "picture",
    "document",    "link",      "sitemap-entry",  "site-search", "landing",        "revalidation",
    "tls-version", "twin",      "registration",   "mail-policy", "third-party",
});
static_assert(role_names.size() == static_cast<std::size_t>(Role::third_party) + 1);

bool is_read_as_page(Role role) {
  return role == Role::home || role == Role::page || role == Role::guessed ||
         role == Role::missing || role == Role::missing_nested || role == Role::missing_typed ||
         role == Role::site_search;
}
bool is_own_page(Role role) {
  return role == Role::home || role == Role::page || role == Role::guessed;
}

std::string address(const Url& url) {
  return url.without_fragment().href();
}

// Asked for how the site takes it, so that what it answers with is better known from elsewhere.
bool is_a_variant(Role role) {
  return role == Role::landing || role == Role::site_search;
}

// The page shows something of the company, not an obstacle in its place.
bool is_readable(const Page& page) {
  return page.fetch().ok() && !(page.trust() == Trust::none && page.reason());
}

// Obstacles on home that leave a home page to be read all the same.
bool leaves_home_readable(Reason reason) {
  return reason == Reason::js_rendered || reason == Reason::cookie_wall ||
         reason == Reason::login_wall || reason == Reason::truncated;
}

// Neither a word nor a picture nor anything to go on with; what was cut off may show it all.
bool shows_nothing(const Page& page) {
  return page.document() && !page.fetch().truncated && !page.reason() && page.text().empty() &&
         !page.document()->first(
             "//img|//picture|//svg|//video|//iframe|//frame|//object|//embed|//canvas|//form|"
             "//a[@href]");
}

// The address without what servers add for the same file: "/price", "/price.html", "/index.php".
std::string bare_address(const Url& url) {
  static const RE2 file(R"((?i)(?:/(?:index|default|home))?(?:\.(?:html?|php\d?|aspx?|jsp))?/?$)");
  std::string path(url.path());
  RE2::Replace(&path, file, "");
  std::string host(url.host());
  if (host.starts_with("www.")) host.erase(0, 4);
  return host + path + "?" + std::string(url.query());
}

// Of two addresses that differ in the name of the file alone: they show one page.
bool is_copy(const Page& page, const Page& known) {
  return page.title() == known.title() && page.text() == known.text();
}

}  // namespace

std::string_view to_string(Role role) {
  return name_of(role_names, role);
}
std::optional<Role> role_from(std::string_view text) {
  return named<Role>(role_names, text);
}

bool keeps_body(Role role) {
  switch (role) {
    case Role::timing:
    case Role::unverified_tls:
    case Role::entry:
    case Role::tls_version:
    case Role::link:
    case Role::sitemap_entry:
    case Role::revalidation:
      return false;
    default:
      return true;
  }
}

Site::Site(Recording recording) : recording_(std::make_unique<Recording>(std::move(recording))) {
  const auto& visits = recording_->visits;
  const Visit* const home = visit(Role::home);
  home_url_ = home ? home->fetch.answered() : recording_->asked;

  page_of_visit_.resize(visits.size());
  for (std::size_t i = 0; i < visits.size(); ++i) {
    if (is_read_as_page(visits[i].role)) page_of_visit_[i] = Page::read(visits[i].fetch);
  }
  // What was seen last stands; visits without a body only where there is nothing else.
  for (const bool with_body : {false, true}) {
    for (const bool asked : {false, true}) {
      for (std::size_t i = 0; i < visits.size(); ++i) {
        if (keeps_body(visits[i].role) != with_body) continue;
        if (!asked && is_a_variant(visits[i].role)) continue;
        const Fetch& fetch = visits[i].fetch;
        visit_of_address_[address(asked ? fetch.asked : fetch.answered())] = i;
      }
    }
  }
  collect_pages();
  classes_ = std::make_shared<const PageClasses>(class_pages(*this));
  choose_sample();
}

void Site::collect_pages() {
  const auto& visits = recording_->visits;
  std::unordered_map<std::string, std::size_t> last_look;  // a second look replaces the first
  for (std::size_t i = 0; i < visits.size(); ++i) {
    if (is_own_page(visits[i].role)) last_look[address(visits[i].fetch.asked)] = i;
  }
  std::unordered_set<std::string> seen;
  std::unordered_map<std::string, std::size_t> known;  // in pages_, by the bare address
  for (const bool home : {true, false}) {
    for (std::size_t i = 0; i < visits.size(); ++i) {
      const auto& page = page_of_visit_[i];
      if (!page || !is_own_page(visits[i].role) || (visits[i].role == Role::home) != home) continue;
      if (last_look.at(address(visits[i].fetch.asked)) != i) continue;
      if (!is_readable(*page) || !is_own(page->url())) continue;
      if (!seen.insert(address(page->url())).second) continue;
      const auto [first, fresh] = known.emplace(bare_address(page->url()), pages_.size());
      if (fresh || !is_copy(*page, *pages_[first->second])) {
        pages_.push_back(&*page);
      } else if (visit_of(*pages_[first->second]).role == Role::guessed) {
        pages_[first->second] = &*page;
      }
    }
  }
}

void Site::choose_sample() {
  const auto take = [&](const Page* page) {
    const bool taken = std::find(sample_.begin(), sample_.end(), page) != sample_.end();
    if (page && !taken) sample_.push_back(page);
  };
  if (!pages_.empty() && pages_.front() == home()) take(pages_.front());
  take(page_of_class(*this, "contact"));
  take(page_of_class(*this, "about"));

  std::vector<std::tuple<bool, int, Url, const Page*>> further;
  for (const Page* page : pages_) {
    const Visit& seen = visit_of(*page);
    further.emplace_back(seen.role == Role::guessed, seen.depth, page->url(), page);
  }
  std::sort(further.begin(), further.end());
  const std::size_t limit = sample_.size() + further_pages_in_sample;
  for (const auto& [guessed, clicks, url, page] : further) {
    if (sample_.size() < limit) take(page);
  }
}

std::size_t Site::index_of(const Visit& visit) const {
  return static_cast<std::size_t>(&visit - recording_->visits.data());
}

const Visit* Site::visit(Role role) const {
  const auto& visits = recording_->visits;
  const auto last = std::find_if(visits.rbegin(), visits.rend(),
                                 [&](const Visit& one) { return one.role == role; });
  return last == visits.rend() ? nullptr : &*last;
}

const Visit* Site::visit(Role role, std::string_view note) const {
  const auto& visits = recording_->visits;
  const auto last = std::find_if(visits.rbegin(), visits.rend(), [&](const Visit& one) {
    return one.role == role && one.note == note;
  });
  return last == visits.rend() ? nullptr : &*last;
}

std::vector<const Visit*> Site::visits(Role role) const {
  std::vector<const Visit*> found;
  for (const Visit& one : recording_->visits) {
    if (one.role == role) found.push_back(&one);
  }
  return found;
}

const Visit* Site::visit_of(const Url& url) const {
  const auto found = visit_of_address_.find(address(url));
  return found == visit_of_address_.end() ? nullptr : &recording_->visits[found->second];
}

const Page* Site::home() const {
  const Visit* const home = visit(Role::home);
  return home ? page(*home) : nullptr;
}

const Page* Site::page(const Visit& visit) const {
  const auto& page = page_of_visit_.at(index_of(visit));
  return page ? &*page : nullptr;
}

const Visit& Site::visit_of(const Page& page) const {
  const auto& visits = recording_->visits;
  const auto found = std::find_if(visits.begin(), visits.end(), [&](const Visit& visit) {
    return &visit.fetch == &page.fetch();
  });
  return *found;
}

bool Site::is_own(const Url& url) const {
  return same_company_host(url.host(), host());
}

const DnsAnswer* Site::dns(std::string_view name, DnsType type) const {
  const auto& answers = recording_->dns;
  const auto found = std::find_if(answers.begin(), answers.end(), [&](const DnsAnswer& answer) {
    return answer.type == type && answer.name == name;
  });
  return found == answers.end() ? nullptr : &*found;
}

// By the name servers and one sign of the page itself; two signs of the page are the page's reason.
bool Site::is_parked() const {
  const Page* const read = home();
  if (!read || !read->document()) return false;
  const auto domain = registrable_domain(recording_->asked.host());
  const DnsAnswer* const servers = domain ? dns(*domain, DnsType::ns) : nullptr;
  // The page is read for its signs last: this is asked once by every check.
  return servers && is_parking_name_server(servers->records) && parking_signals(*read) > 0;
}

std::optional<Reason> Site::closed_because() const {
  const Visit* const home_visit = visit(Role::home);
  if (is_parked()) return Reason::parked;
  if (!home_visit) return recording_->complete ? Reason::not_captured : Reason::interrupted;
  if (const Page* const read = home()) {
    // An error page in the place of the home page is not the company.
    const int status = home_visit->fetch.status();
    if (status >= 400 && !read->reason()) {
      return status >= 500 ? Reason::unavailable_503 : Reason::no_source;
    }
    if (shows_nothing(*read)) return Reason::no_source;
    const bool open = !read->reason() || leaves_home_readable(*read->reason());
    return open ? std::nullopt : read->reason();
  }
  if (const auto obstacle = obstacle_in(home_visit->fetch)) return obstacle->reason;
  if (home_visit->fetch.status() >= 500) return Reason::unavailable_503;
  // The name does not exist or nobody listens: nothing was published there.
  return Reason::no_source;
}

std::optional<BlockedBy> Site::blocked() const {
  const auto reason = closed_because();
  const Visit* const home_visit = visit(Role::home);
  if (!reason || !home_visit) return std::nullopt;
  const Page* const read = home();
  const auto obstacle = read ? known_obstacle(*read) : obstacle_in(home_visit->fetch);
  const std::string by = obstacle ? obstacle->by : std::string();
  return BlockedBy{by.empty() ? std::string(to_string(*reason)) : by, home_visit->fetch.status()};
}

}  // namespace touchstone
