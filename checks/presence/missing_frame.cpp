#include "checks/presence/missing_frame.h"

#include <algorithm>
#include <set>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

using Addresses = std::set<std::string_view>;

Addresses files(const Page& page, Resource::Kind kind) {
  Addresses found;
  for (const Resource& resource : page.resources()) {
    if (resource.kind == kind) found.insert(resource.url.href());
  }
  return found;
}

std::ptrdiff_t count_shared(const Addresses& a, const Addresses& b) {
  return std::count_if(a.begin(), a.end(),
                       [&](std::string_view address) { return b.count(address) > 0; });
}

bool is_search_field(const Field& field) {
  static const auto names = embedded_list("site/data/search-fields.txt");
  if (field.type == "search") return true;
  return field.type == "text" &&
         std::find(names.begin(), names.end(), fold(field.name)) != names.end();
}

}  // namespace

int shared_frame(const Page& page, const Page& home) {
  Addresses frame, here;
  for (const Link& link : home.links()) {
    if (link.region != Region::main && link.url && !link.hidden) frame.insert(link.url->href());
  }
  for (const Link& link : page.links()) {
    if (link.url) here.insert(link.url->href());
  }
  return frame.empty() ? 0 : static_cast<int>(100 * count_shared(frame, here) / std::ssize(frame));
}

bool has_landmarks(const Page& page) {
  return page.document() && page.document()->first(
                                "//header | //nav | //footer | "
                                "//*[@role='banner' or @role='navigation' or @role='contentinfo']");
}

bool share_any(const Page& page, const Page& home, Resource::Kind kind) {
  return count_shared(files(page, kind), files(home, kind)) > 0;
}

bool has_own_media(const Page& page, const Page& home) {
  if (page.document() && page.document()->first("//canvas | //video")) return true;
  const Addresses here = files(page, Resource::Kind::image);
  return count_shared(here, files(home, Resource::Kind::image)) < std::ssize(here);
}

bool is_search_form(const Form& form) {
  return std::any_of(form.fields.begin(), form.fields.end(), is_search_field);
}

bool has_search(const Page& page) {
  return std::any_of(page.forms().begin(), page.forms().end(), is_search_form) ||
         (page.document() &&
          page.document()->first("//input[@type='search'] | //*[@role='search']"));
}

}  // namespace touchstone
