#include <algorithm>

#include "checks/check.h"
#include "site/http_text.h"
#include "site/iso_date.h"
#include "site/media_type.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check security_txt;

namespace {

// RFC 9116 section 2: lines "name: value", of which comments and a signature are none.
struct SecurityFile {
  std::string contact, thanks;
  std::optional<Time> expires;
  std::string expires_text;
};

SecurityFile parse(std::string_view text) {
  SecurityFile file;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const auto colon = line.find(':');
    if (colon == line.npos || line.starts_with('#')) continue;
    const std::string name = lower_ascii(trimmed(line.substr(0, colon)));
    const auto value = trimmed(line.substr(colon + 1));
    if (name == "contact" && file.contact.empty()) file.contact = value;
    if (name == "acknowledgments" || name == "acknowledgements") file.thanks = value;
    if (name != "expires" || file.expires) continue;
    file.expires_text = value;
    file.expires = parse_iso_date(value);
  }
  return file;
}

struct Served {
  const Visit* visit = nullptr;  // null: there is none
  bool usual = false;            // at /.well-known/
  std::optional<Reason> unseen;
};

bool is_html(const Fetch& fetch) {
  const auto type = parse_media_type(fetch.headers().get("content-type").value_or(""));
  if (type && type->essence == "text/html") return true;
  return lower_ascii(trimmed(fetch.body).substr(0, 14)).starts_with("<!doctype html") ||
         lower_ascii(trimmed(fetch.body).substr(0, 5)).starts_with("<html");
}

// A page in the file's place says that there is none, unless the file's lines stand in it.
bool is_there(const Fetch& fetch) {
  return fetch.ok() && (!is_html(fetch) || !parse(fetch.body).contact.empty());
}

Served served(const Site& site) {
  const Visit* const usual = site.visit(Role::well_known, "security.txt");
  const Visit* const legacy = site.visit(Role::well_known, "security.txt legacy");
  for (const Visit* visit : {usual, legacy}) {
    if (visit && is_there(visit->fetch)) return {visit, visit == usual, {}};
  }
  const auto unasked = site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
  if (!usual) return {nullptr, false, unasked};
  for (const Visit* visit : {usual, legacy}) {
    const auto why = visit ? unreadable_because(visit->fetch) : std::nullopt;
    if (why) return {nullptr, false, why};
  }
  // What answers every address with a page would answer this one so, too.
  if (!legacy && !usual->fetch.ok()) return {nullptr, false, unasked};
  return {};
}

void say_fields(Facts& facts, const Fetch& fetch, Time now) {
  const SecurityFile file = parse(fetch.body);
  const std::string url = fetch.answered().href();
  facts.say("contact", !file.contact.empty(), {{url, "Contact", shorten(file.contact, 200)}});
  const std::vector<Evidence> at{{url, "Expires", shorten(file.expires_text, 100)}};
  if (file.expires) {
    const auto left = std::chrono::floor<std::chrono::days>(*file.expires - now).count();
    facts.say("days_left", static_cast<std::int64_t>(left), at);
  } else {
    facts.absent("days_left", at);
  }
  facts.say("thanks", !file.thanks.empty(), {{url, "Acknowledgments", shorten(file.thanks, 200)}});
}

void say_service(Facts& facts, const Served& found) {
  const Fetch& fetch = found.visit->fetch;
  const auto type = parse_media_type(fetch.headers().get("content-type").value_or(""));
  const std::string url = fetch.answered().href();
  const std::string text = type ? type->essence : "";
  facts.say("html", is_html(fetch), {{url, "content-type", text}});
  facts.say("plain_text", text == "text/plain", {{url, "content-type", text}});
  facts.say("usual_place", found.usual, {{url, "", ""}});
  facts.say("https", fetch.answered().is_https(), {{url, "", ""}});
}

Facts measure(const Site& site, const Presence&) {
  if (site.closed_because() == Reason::parked) return all_unknown(security_txt, Reason::parked);
  const Served found = served(site);
  if (found.unseen) return all_unknown(security_txt, *found.unseen);
  Facts facts = all_not_applicable(security_txt);
  facts.say("present", found.visit != nullptr);
  if (!found.visit) return facts;
  say_fields(facts, found.visit->fetch, site.recording().taken);
  say_service(facts, found);
  return facts;
}

}  // namespace

const Check security_txt{
    "security-txt",
    {{"present", "", "there is a security.txt"},
     {"contact", "", "it says whom to write to"},
     {"days_left", "days", "until it expires; negative: expired; absent: it does not say"},
     {"thanks", "", "it leads to a page that thanks those who reported something"},
     {"html", "", "it is served as a page"},
     {"plain_text", "", "it is served as plain text"},
     {"usual_place", "", "it stands below /.well-known/"},
     {"https", "", "it is served over https"}},
    measure};

}  // namespace touchstone::checks
