#include "checks/form_fields.h"

#include <re2/re2.h>

#include <set>

#include "checks/form_kind.h"
#include "site/page_places.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostFields = 200;

// Steps that open later and traps for robots are hidden by their own markup.
bool shows(const Field& field, const Form& form) {
  static const RE2 none(R"((?i)display\s*:\s*none)");
  const Element& own = field.element;
  if (own.has_attribute("hidden")) return false;
  if (RE2::PartialMatch(own.attribute("style").value_or(""), none)) return false;
  for (Element at = own.parent(); at && !(at == form.element); at = at.parent()) {
    if (hides_itself(at)) return false;
  }
  return true;
}

bool names_privacy(const Link& link, const std::string& language) {
  return match_concept(link.name(), "privacy", language) != Match::none ||
         (link.url && match_slug(link.url->path(), "privacy") != Match::none);
}

// What stays on this machine goes through no net (W3C Secure Contexts, section 3.1).
bool is_open(const Url& url) {
  const auto host = url.host();
  const bool stays_here =
      host == "localhost" || host == "[::1]" || (url.host_is_ip() && host.starts_with("127."));
  return !url.is_https() && !stays_here;
}

}  // namespace

std::vector<const Field*> visible_fields(const Form& form) {
  std::vector<const Field*> fields;
  std::set<std::string> groups;
  for (const Field& field : form.fields) {
    if (fields.size() == kMostFields) break;
    const bool choice = field.type == "radio" && groups.insert(field.name).second;
    if ((is_question(field) || choice) && shows(field, form)) fields.push_back(&field);
  }
  return fields;
}

bool sends_openly(const Form& form, const Page& page) {
  if (is_open(page.url())) return true;
  const auto target = page.base().resolve(form.action);
  return !form.action.empty() && target && is_open(*target);
}

const Link* privacy_link_beside(const Form& form, const Page& page) {
  const std::string language = page.language();
  for (const Link& link : page.links())
    if (link.region == form.region && names_privacy(link, language)) return &link;
  return nullptr;
}

}  // namespace touchstone
