#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/sitemap.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check sitemap_xml;

namespace {

constexpr std::size_t kMostEvidence = 20;
constexpr std::size_t kMostFiles = 5;     // read here; each may be large
constexpr std::size_t kFewestPages = 5;   // up to here nobody needs a sitemap
constexpr std::size_t kMostSampled = 20;  // addresses asked

struct SitemapFile {
  const Visit* visit = nullptr;
  Sitemap read;
  bool declared = false;  // by robots.txt or an index, not only at the usual place
  std::optional<Reason> unread;

  bool is_one() const { return visit->fetch.ok() && read.kind != Sitemap::Kind::none; }
  // A file that our own limit cut has no end, and that is no mistake of the company's.
  bool broken() const {
    if (unread || is_one()) return !unread && !read.error.empty() && !visit->fetch.truncated;
    return declared;
  }
  Evidence evidence() const {
    const std::string status = std::to_string(visit->fetch.status());
    return {visit->fetch.answered().href(), is_one() ? "XML" : "status",
            read.error.empty() ? status : shorten(read.error, 200)};
  }
};

std::vector<SitemapFile> sitemap_files(const Site& site) {
  std::vector<SitemapFile> files;
  std::set<std::string> seen;
  for (const Visit* visit : site.visits(Role::sitemap)) {
    if (files.size() == kMostFiles) break;
    const Visit* last = site.visit_of(visit->fetch.asked);
    if (!last || !seen.insert(visit->fetch.asked.href()).second) continue;
    SitemapFile file{last, {}, visit->note != "usual", unreadable_because(last->fetch)};
    if (last->fetch.fault && !file.unread) file.unread = Reason::no_source;
    if (last->fetch.ok()) file.read = read_sitemap(last->fetch.body, last->fetch.answered());
    files.push_back(std::move(file));
  }
  return files;
}

void say_files(Facts& facts, const std::vector<SitemapFile>& files) {
  int broken = 0;
  bool standard = true, within_limits = true;
  std::vector<Evidence> broken_ones, all;
  for (const SitemapFile& file : files) {
    all.push_back(file.evidence());
    if (file.broken()) {
      ++broken;
      broken_ones.push_back(file.evidence());
    }
    const bool xml =
        file.read.kind == Sitemap::Kind::urlset || file.read.kind == Sitemap::Kind::index;
    standard = standard && (!xml || file.read.name_space.find("sitemaps.org/schemas/sitemap") !=
                                        std::string::npos);
    within_limits = within_limits && !file.read.truncated;
  }
  facts.say("broken_files", broken, broken_ones);
  facts.say("standard", standard, all);
  facts.say("within_limits", within_limits, all);
}

// Of the addresses sampled at equal distances, those that were asked: what share answers 200?
void say_alive(Facts& facts, const Site& site, const std::vector<SitemapFile>& files) {
  std::vector<const Visit*> asked = site.visits(Role::sitemap_entry);
  std::vector<const Url*> listed;
  for (const SitemapFile& file : files) {
    if (file.read.kind == Sitemap::Kind::index) continue;
    for (const Url& url : file.read.locations) listed.push_back(&url);
  }
  const std::size_t step = std::max<std::size_t>(1, listed.size() / kMostSampled);
  for (std::size_t i = 0; i < listed.size(); i += step) {
    if (const Visit* visit = site.visit_of(*listed[i])) asked.push_back(visit);
  }
  std::set<std::string> seen;
  int known = 0, alive = 0;
  std::optional<Reason> unseen;
  std::vector<Evidence> dead;
  for (const Visit* visit : asked) {
    const Visit* last = site.visit_of(visit->fetch.asked);
    if (!last || !seen.insert(visit->fetch.asked.href()).second) continue;
    const Fetch& fetch = last->fetch;
    if (const auto why = unreadable_because(fetch)) {
      unseen = why;
      continue;
    }
    ++known;
    alive += fetch.status() == 200 ? 1 : 0;
    if (fetch.status() != 200 && dead.size() < kMostEvidence) {
      dead.push_back({fetch.asked.href(), "status", std::to_string(fetch.status())});
    }
  }
  if (known > 0) {
    facts.say("alive", (100 * alive) / known, std::move(dead));
  } else if (listed.empty()) {
    facts.not_applicable("alive");
  } else {
    facts.unknown("alive", unseen.value_or(Reason::budget_exhausted));
  }
}

void say_age(Facts& facts, const Site& site, const std::vector<SitemapFile>& files) {
  const SitemapFile* newest = nullptr;
  std::size_t entries = 0;
  for (const SitemapFile& file : files) {
    entries += file.read.locations.size();
    if (!file.read.newest) continue;
    if (!newest || *newest->read.newest < *file.read.newest) newest = &file;
  }
  if (!newest) {
    facts.absent("newest",
                 files.empty() ? std::vector<Evidence>{} : std::vector{files.front().evidence()});
    return;
  }
  const auto age =
      std::chrono::floor<std::chrono::days>(site.recording().taken - *newest->read.newest);
  const auto days = std::max<std::int64_t>(0, age.count());
  Fact& fact = facts.say("newest", days, {{newest->evidence().url, "lastmod", ""}});
  fact.signals = entries >= 2 ? 2 : 1;  // several addresses, and none is newer
}

Facts measure(const Site& site, const Presence&) {
  const auto files = sitemap_files(site);
  const bool there = std::any_of(files.begin(), files.end(), [](const SitemapFile& file) {
    return file.declared || file.is_one();
  });
  const auto unread = std::find_if(files.begin(), files.end(),
                                   [](const SitemapFile& file) { return file.unread.has_value(); });
  if (files.empty() || (!there && unread != files.end())) {
    auto why = files.empty() ? site.closed_because() : unread->unread;
    if (!why && site.recording().foreign) why = Reason::not_captured;
    return all_unknown(sitemap_xml, why.value_or(Reason::no_source));
  }
  const bool small = site.recording().complete && site.home() && !home_closed_because(site) &&
                     site.pages().size() <= kFewestPages;
  if (!there && small) return all_not_applicable(sitemap_xml);

  Facts facts;
  if (!there) {
    facts = all_not_applicable(sitemap_xml);
    facts.say("present", false, {files.front().evidence()});
    return facts;
  }
  facts.say("present", true, {files.front().evidence()});
  const bool any_read =
      std::any_of(files.begin(), files.end(), [](const SitemapFile& file) { return !file.unread; });
  if (!any_read) {
    facts = all_unknown(sitemap_xml, *unread->unread);
    facts.say("present", true, {files.front().evidence()});
    return facts;
  }
  say_files(facts, files);
  say_alive(facts, site, files);
  say_age(facts, site, files);
  return facts;
}

}  // namespace

const Check sitemap_xml{
    "sitemap-xml",
    {{"present", "", "a sitemap is declared, or stands at the usual address"},
     {"broken_files", "", "sitemaps that are not there, are web pages or no sound XML"},
     {"standard", "", "the files name the namespace of sitemaps.org"},
     {"within_limits", "", "no file is over 50,000 addresses or 50 MB"},
     {"alive", "%", "sampled addresses of the sitemap that answer 200"},
     {"newest", "days", "since the newest date in the sitemap"}},
    measure};

}  // namespace touchstone::checks
