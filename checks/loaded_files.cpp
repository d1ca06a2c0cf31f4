#include "checks/loaded_files.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "checks/characters.h"
#include "checks/stylesheet.h"

namespace touchstone {

namespace {

using Kind = Resource::Kind;

// The last look at each address, whoever asked: a second look follows its first.
std::unordered_map<std::string, const Visit*> looks_at(const Site& site) {
  std::unordered_map<std::string, const Visit*> looks;
  for (const Visit& visit : site.recording().visits) {
    if (!keeps_body(visit.role) && visit.role != Role::entry) continue;
    looks[visit.fetch.asked.without_fragment().href()] = &visit;
  }
  return looks;
}

// Each character of the page once, sorted: what its fonts must have.
std::u32string letters_of(const Page& page) {
  constexpr std::size_t enough_text = 20'000;  // bytes, to know a page's scripts
  std::u32string letters = characters(std::string_view(page.text()).substr(0, enough_text));
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

class Collector {
 public:
  explicit Collector(const Site& site)
      : site_(site), page_(*site.home()), looks_(looks_at(site)), letters_(letters_of(page_)) {}

  std::vector<LoadedFile> collect() {
    for (const Resource& resource : page_.resources()) add_of_page(resource);
    const std::size_t of_page = files_.size();
    for (std::size_t i = 0; i < of_page; ++i) {
      const LoadedFile sheet = files_[i];
      if (sheet.kind == Kind::stylesheet && sheet.visit && sheet.visit->fetch.ok()) {
        add_of_style(sheet.visit->fetch.body, sheet.visit->fetch.answered(), sheet.blocking);
      }
    }
    if (page_.document()) {
      for (const Element& style : page_.document()->find("//style")) {
        add_of_style(style.text(), page_.base(), true);
      }
    }
    return std::move(files_);
  }

 private:
  void add_of_page(const Resource& resource) {
    // Pictures far below the fold come when the customer scrolls; some three are near it.
    constexpr int lazy_pictures_near_the_fold = 3;
    const bool lazy_picture = resource.lazy && resource.kind == Kind::image;
    if (lazy_picture && ++lazy_pictures_ > lazy_pictures_near_the_fold) return;
    add({resource.kind,
         resource.url.without_fragment(),
         &resource,
         resource.blocking,
         resource.lazy,
         nullptr,
         {},
         0});
  }

  void add_of_style(std::string_view css, const Url& base, bool blocking) {
    const Stylesheet sheet = read_stylesheet(css);
    for (const std::string& import : sheet.imports) {
      add_named(Kind::stylesheet, import, base, blocking);
    }
    for (const std::string& image : sheet.images) add_named(Kind::image, image, base, false);
    for (const FontFace& face : sheet.fonts) {
      if (needed_for(face, letters_)) add_named(Kind::font, chosen_source(face), base, false);
    }
  }

  void add_named(Kind kind, const std::string& reference, const Url& base, bool blocking) {
    if (reference.empty()) return;
    if (const auto url = base.resolve(reference)) {
      add({kind, url->without_fragment(), nullptr, blocking, false, nullptr, {}, 0});
    }
  }

  void add(LoadedFile file) {
    const auto [known, is_new] = place_.try_emplace(file.url.href(), files_.size());
    if (!is_new) {
      LoadedFile& before = files_[known->second];
      before.blocking = before.blocking || file.blocking;
      if (before.kind == Kind::preload) {
        before.kind = file.kind;
        before.resource = file.resource;
      }
      return;
    }
    look_up(file);
    files_.push_back(std::move(file));
  }

  void look_up(LoadedFile& file) const {
    const auto look = looks_.find(file.url.href());
    if (look == looks_.end()) {
      // The crawl records what its budget left out; this it had no cause to ask for.
      file.unseen =
          site_.recording().foreign ? Reason::not_captured : Reason::insufficient_evidence;
      return;
    }
    file.visit = look->second;
    file.unseen = unreadable_because(file.visit->fetch);
    if (!file.unseen && !file.visit->fetch.fault) file.bytes = file.visit->fetch.wire_bytes;
  }

  const Site& site_;
  const Page& page_;
  std::unordered_map<std::string, const Visit*> looks_;
  std::u32string letters_;
  std::unordered_map<std::string, std::size_t> place_;
  std::vector<LoadedFile> files_;
  int lazy_pictures_ = 0;
};

}  // namespace

std::vector<LoadedFile> loaded_files(const Site& site) {
  return site.home() ? Collector(site).collect() : std::vector<LoadedFile>{};
}

bool may_weigh(const Site& site, const LoadedFile& file) {
  if (!file.unseen || file.kind == Kind::frame) return false;
  switch (*file.unseen) {
    case Reason::budget_exhausted:
    case Reason::interrupted:
    case Reason::not_captured:
    case Reason::rate_limited:
    case Reason::truncated:
      return true;
    case Reason::robots_disallowed:
    case Reason::robots_unreachable:
      return site.is_own(file.url);
    default:
      return false;
  }
}

std::optional<Reason> home_unreadable_because(const Site& site) {
  if (const auto closed = site.closed_because()) return closed;
  const Page* home = site.home();
  if (!home) return site.recording().foreign ? Reason::not_captured : Reason::insufficient_evidence;
  return home->reason();
}

}  // namespace touchstone
