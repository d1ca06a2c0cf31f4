#include <algorithm>
#include <unordered_map>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/media_type.h"
#include "site/robots.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check robots_txt;

namespace {

constexpr std::size_t kMostEvidence = 20;
constexpr std::size_t most_files = 500;  // with an address of their own

// RFC 9309 section 2.3.1.3: any other 4xx means that there are no rules.
bool says_there_is_none(const Fetch& fetch) {
  return fetch.status() >= 400 && fetch.status() < 500;
}

bool begins_as_html(std::string_view body) {
  const std::string start = fold(collapse_spaces(body.substr(0, 2'000)));
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         start.starts_with("<head") || start.starts_with("<script") || start.starts_with("<!--");
}

// Scripts, styles and pictures of the home page on its own host that Googlebot or everybody may
// not load.
void say_blocked_files(Facts& facts, const Site& site, const Robots& robots) {
  const Page* home = site.home();
  if (!home || !home->document()) {
    facts.unknown("blocked_files", home_closed_because(site).value_or(Reason::no_source));
    return;
  }
  const auto is_blocked = [&robots](const Url& url) {
    return !robots.allows("Googlebot", url) || !robots.allows("*", url);
  };
  int blocked = 0;
  std::vector<Evidence> evidence;
  std::unordered_map<std::string, bool> known;
  for (const Resource& resource : home->resources()) {
    const bool shown = resource.kind == Resource::Kind::stylesheet ||
                       resource.kind == Resource::Kind::script ||
                       resource.kind == Resource::Kind::image;
    if (!shown || resource.url.authority() != site.home_url().authority()) continue;
    const auto [found, is_new] = known.try_emplace(resource.url.href());
    if (is_new && known.size() > most_files) break;
    if (is_new) found->second = is_blocked(resource.url);
    if (!found->second) continue;
    ++blocked;
    if (evidence.size() < kMostEvidence) {
      evidence.push_back({resource.url.href(), "robots.txt", resource.element.path()});
    }
  }
  facts.say("blocked_files", blocked, std::move(evidence));
}

bool written_by_a_system(const std::string& folded) {
  for (const auto known : embedded_list("checks/data/robots-comments.txt")) {
    if (folded.find(known) != std::string::npos) return true;
  }
  return false;
}

// Lines for whoever reads robots.txt by hand: comments that are no directives switched off.
void say_greeting(Facts& facts, const Fetch& fetch) {
  constexpr std::size_t looked_at = 20'000, longest_line = 500;
  int lines = 0;
  std::size_t letters = 0;
  Evidence first{fetch.answered().href(), "robots.txt", ""};
  std::string_view rest = std::string_view(fetch.body).substr(0, looked_at);
  while (!rest.empty()) {
    const auto end = rest.find_first_of("\r\n");
    const std::string line = collapse_spaces(rest.substr(0, std::min(end, longest_line)));
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    if (!line.starts_with('#')) continue;
    const std::string folded = fold(line);
    if (Robots::parse(line.substr(1)).valid_directives() > 0 || written_by_a_system(folded)) {
      continue;
    }
    const std::size_t more = letter_count(line);
    if (more == 0 && lines == 0) continue;
    if (first.excerpt.empty()) first.excerpt = shorten(line, 200);
    ++lines;
    letters += more;
  }
  facts.say("greeting_lines", lines, {first});
  facts.say("greeting_letters", static_cast<int>(letters), {first});
}

void say_no_file(Facts& facts) {
  for (const char* name : {"rules", "html", "plain", "kib", "greeting_lines", "greeting_letters"}) {
    facts.not_applicable(name);
  }
}

Facts measure(const Site& site, const Presence&) {
  const Visit* visit = site.visit_of(site.home_url().with_path("/robots.txt"));
  if (!visit) visit = site.visit(Role::robots);
  if (!visit) return all_unknown(robots_txt, site.closed_because().value_or(Reason::no_source));
  const Fetch& fetch = visit->fetch;
  if (const auto why = unreadable_because(fetch)) return all_unknown(robots_txt, *why);
  if (fetch.fault && fetch.hops.empty()) return all_unknown(robots_txt, Reason::no_source);
  const Evidence answer{fetch.answered().href(), "status", std::to_string(fetch.status())};

  Facts facts;
  facts.say("server_error", fetch.status() >= 500, {answer});
  facts.say("present", !says_there_is_none(fetch), {answer});
  if (!fetch.ok()) {
    say_no_file(facts);
    if (fetch.status() >= 500) {
      facts.unknown("blocked_files", Reason::robots_unreachable);
    } else {
      say_blocked_files(facts, site, Robots::parse(""));
    }
    return facts;
  }
  const std::string type(fetch.headers().get("content-type").value_or(""));
  const Robots robots = Robots::parse(fetch.body);
  const auto kib = (static_cast<std::int64_t>(fetch.body.size()) + 1'023) / 1'024;
  facts.say("rules", robots.valid_directives(), {answer});
  facts.say("html", begins_as_html(fetch.body),
            {{answer.url, "body", shorten(collapse_spaces(fetch.body.substr(0, 400)), 100)}});
  const auto media_type = parse_media_type(type);
  facts.say("plain", media_type && media_type->essence == "text/plain",
            {{answer.url, "content-type", shorten(type, 100)}});
  facts.say("kib", kib, {{answer.url, "body", std::to_string(fetch.body.size()) + " bytes"}});
  say_blocked_files(facts, site, robots);
  say_greeting(facts, fetch);
  return facts;
}

}  // namespace

const Check robots_txt{
    "robots-txt",
    {{"present", "", "a robots.txt is there"},
     {"server_error", "", "the server failed when it was asked for robots.txt, twice"},
     {"rules", "", "lines of robots.txt that crawlers understand"},
     {"html", "", "robots.txt is a web page"},
     {"plain", "", "robots.txt is declared as plain text"},
     {"blocked_files", "", "scripts, styles and pictures of home that search engines may not load"},
     {"kib", "KiB", "the size of robots.txt"},
     {"greeting_lines", "", "lines of comment for whoever reads it by hand"},
     {"greeting_letters", "", "letters in those lines"}},
    measure};

}  // namespace touchstone::checks
