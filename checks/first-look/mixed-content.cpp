#include <algorithm>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/http_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check mixed_content;

namespace {

using Kind = Resource::Kind;

// What a browser blocks, as it could change the page (W3C Mixed Content, section 3.2).
bool is_active(Kind kind) {
  return kind == Kind::script || kind == Kind::stylesheet || kind == Kind::frame ||
         kind == Kind::font;
}

bool asks_for_upgrade(std::string_view policy) {
  return lower_ascii(policy).find("upgrade-insecure-requests") != std::string::npos;
}

// The page tells the browser to ask by https for what is written http: files, frames and forms
// (W3C Upgrade Insecure Requests, section 3.2).
bool is_upgraded(const Page& page) {
  for (const auto& [name, value] : page.fetch().headers().fields()) {
    if (name == "content-security-policy" && asks_for_upgrade(value)) return true;
  }
  for (const Element& meta : page.document()->find("//meta[@http-equiv]")) {
    if (lower_ascii(*meta.attribute("http-equiv")) == "content-security-policy" &&
        asks_for_upgrade(meta.attribute("content").value_or(""))) {
      return true;
    }
  }
  return false;
}

// What was found of one kind, and whether the browser mends every piece of it.
struct Insecure {
  int count = 0;
  bool all_upgraded = true;
  std::vector<Evidence> evidence;

  void add(const Page& page, const Element& element, const std::string& address, bool upgraded) {
    constexpr std::size_t enough = 20;
    ++count;
    all_upgraded = all_upgraded && upgraded;
    if (evidence.size() < enough) {
      evidence.push_back({page.url().href(), element.path(), shorten(address, 200)});
    }
  }

  void say(Facts& facts, std::string_view name, std::optional<Reason> unproven) const {
    if (count == 0 && unproven) {
      facts.unknown(name, *unproven);
    } else {
      facts.say(name, count, evidence);
    }
  }
};

struct Findings {
  Insecure active, passive, forms;
};

// Pictures in srcset and films that begin at a click are files of the page as well.
void look_at_pictures(const Page& page, bool upgraded, Insecure& passive) {
  for (const Element& element : page.document()->find("//*[@srcset] | //source[@src] | "
                                                      "//video[@src] | //audio[@src]")) {
    for (const char* name : {"srcset", "src"}) {
      if (std::string_view(name) == "src" && element.name() == "img") continue;
      const std::string value = collapse_spaces(element.attribute(name).value_or(""));
      const std::string lower = lower_ascii(value);
      if (lower.starts_with("http://") || lower.find(" http://") != std::string::npos ||
          lower.find(",http://") != std::string::npos) {
        passive.add(page, element, value, upgraded);
      }
    }
  }
}

void look_at(const Page& page, Findings& found) {
  const bool upgraded = is_upgraded(page);
  for (const Resource& resource : page.resources()) {
    if (resource.url.is_https() || resource.kind == Kind::preload) continue;
    const auto name = resource.element.name();
    if (name == "video" || name == "audio" || name == "source") {
      if (resource.kind != Kind::poster) continue;
    }
    Insecure& kind = is_active(resource.kind) ? found.active : found.passive;
    kind.add(page, resource.element, resource.url.href(), upgraded);
  }
  look_at_pictures(page, upgraded, found.passive);
  for (const Form& form : page.forms()) {
    const auto target = page.base().resolve(form.action);
    if (form.action.empty() || !target || target->is_https()) continue;
    found.forms.add(page, form.element, target->href(), upgraded);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(mixed_content, *why);
  Findings found;
  bool any = false;
  for (const Page* page : site.sample()) {
    if (!page->document() || !page->url().is_https()) continue;
    any = true;
    look_at(*page, found);
  }
  if (!any) return all_not_applicable(mixed_content);
  const auto unproven = absence_unproven_because(*site.home());
  Facts facts;
  found.active.say(facts, "active", unproven);
  found.passive.say(facts, "passive", unproven);
  found.forms.say(facts, "forms", unproven);
  facts.say("active_upgraded", found.active.count > 0 && found.active.all_upgraded);
  facts.say("forms_upgraded", found.forms.count > 0 && found.forms.all_upgraded);
  return facts;
}

}  // namespace

const Check mixed_content{
    "mixed-content",
    {{"active", "", "scripts, styles, fonts and frames by http on https pages of the sample"},
     {"active_upgraded", "", "the pages tell browsers to ask for all of these by https"},
     {"passive", "", "pictures, sounds and films by http on https pages of the sample"},
     {"forms", "", "forms of https pages of the sample that send by http"},
     {"forms_upgraded", "", "the pages tell browsers to send all of these by https"}},
    measure};

}  // namespace touchstone::checks
