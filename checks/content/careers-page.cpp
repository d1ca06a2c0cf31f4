#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/phrase_groups.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "site/iso_date.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check careers_page;

namespace {

// Published jobs: those that can still be had, and those whose time has passed.
struct Jobs {
  int open = 0, expired = 0;
  std::vector<Evidence> evidence;
};

Jobs published_jobs(const Site& site) {
  Jobs jobs;
  for (const Page* page : site.pages()) {
    for (const Thing& thing : structured_data_of(*page).things) {
      if (!thing.is_a("JobPosting")) continue;
      const std::string until = collapse_spaces(thing.text("validThrough").value_or(""));
      const auto time = parse_iso_date(until);
      const bool expired = time && *time + std::chrono::days(1) < site.recording().taken;
      (expired ? jobs.expired : jobs.open) += 1;
      if (jobs.evidence.size() < 20) {
        jobs.evidence.push_back({page->url().href(), "JobPosting",
                                 shorten(thing.text("title").value_or("") + " " + until, 100)});
      }
    }
  }
  return jobs;
}

bool is_contact(const Link& link) {
  const std::string scheme = fold(link.href.substr(0, 7));
  return scheme.starts_with("mailto:") || scheme.starts_with("tel:");
}

// In the page's own part, not in the frame that every page has.
void say_contact(Facts& facts, const Page& page) {
  for (const Link& link : page.links()) {
    if (link.region != Region::main || !is_contact(link)) continue;
    facts.say("contact", true, {{page.url().href(), link.element.path(), shorten(link.href, 100)}});
    return;
  }
  static const RE2 address(R"(([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+))");
  std::string printed;
  if (RE2::PartialMatch(content_text(page), address, &printed)) {
    facts.say("contact", true, {{page.url().href(), "visible text", printed}});
    return;
  }
  const auto& forms = page.forms();
  const auto form = std::find_if(forms.begin(), forms.end(), [](const Form& one) {
    return one.region == Region::main && one.fields.size() >= 2;
  });
  say_shown(facts, "contact", form != forms.end(), page,
            form != forms.end()
                ? std::vector<Evidence>{{page.url().href(), form->element.path(), ""}}
                : std::vector<Evidence>{});
}

Facts measure(const Site& site, const Presence&) {
  const ClassPage found = class_page(site, "careers");
  Facts facts;
  if (found.unproven) return all_unknown(careers_page, *found.unproven);
  facts.say("present", found.page || found.dead, {found.evidence()});
  facts.say("dead", found.dead, {found.evidence()}).signals =
      found.visit && found.visit->fetch.attempt > 1 ? 2 : 1;
  if (!found.page) {
    say_unseen(facts, found, {"jobs", "only_expired", "inviting", "contact"});
    return facts;
  }
  Jobs jobs = published_jobs(site);
  facts.say("only_expired", jobs.expired > 0 && jobs.open == 0, jobs.evidence).signals =
      std::max(1, jobs.expired);
  static const PhraseGroups words("checks/data/careers-words.txt");
  const auto kinds = words.named_in(content_text(found));
  const auto named = [&](const char* kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  const bool open = jobs.open > 0 || named("vacancy");
  say_shown(facts, "jobs", open, *found.page,
            jobs.evidence.empty() ? std::vector{found.evidence()} : std::move(jobs.evidence));
  say_shown(facts, "inviting", named("invitation"), *found.page, {found.evidence()});
  say_contact(facts, *found.page);
  return facts;
}

}  // namespace

const Check careers_page{
    "careers-page",
    {{"present", "", "there is a page of jobs, or a link that promises one"},
     {"dead", "", "the link to it leads nowhere"},
     {"jobs", "", "it offers a job, by its words or by structured data"},
     {"only_expired", "", "the time of every published job has passed"},
     {"inviting", "", "it invites to write without a fitting job too"},
     {"contact", "", "an address, a number or a form stands in its main part"}},
    measure};

}  // namespace touchstone::checks
