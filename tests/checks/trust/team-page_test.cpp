#include <catch2/catch.hpp>

#include "checks/cards.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", team = home + "team/";

std::string filler() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "<p>We bake bread every night from organic flour.</p>";
  return text;
}

std::string person(const std::string& name, bool photo, bool contact) {
  return "<div>" + std::string(photo ? "<img src='/" + name.substr(0, 3) + ".jpg' alt=x>" : "") +
         "<h3>" + name + "</h3><p>bakes</p>" +
         (contact ? "<a href='mailto:a@example.com'>Write</a>" : "") + "</div>";
}

auto page(std::string content) {
  return [content](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "</nav>", "<a href='/team/'>Our team</a></nav>");
    sample.page(team, "<html lang=en><title>Our team</title><body><main><h1>Our team</h1>" +
                          content + filler() + "</main></body></html>");
  };
}

auto people(int count, int photos, int contacts) {
  const std::vector<std::string> names{"Anna Huber", "Иван Петров", "José García", "Eva de Vries",
                                       "Ola Nowak"};
  std::string html;
  for (int i = 0; i < count; ++i) html += person(names[i], i < photos, i < contacts);
  return page(html);
}

void none(SampleSite&) {}

void unread(SampleSite& sample) {
  swap_text(sample.fetch(home).body, "</nav>", "<a href='/team/'>Our team</a></nav>");
  sample.fault(team, Role::page, FaultKind::timeout);
}

}  // namespace

TEST_CASE("every verdict of the team can be reached") {
  hold_rows("team-page", {
                             {"three people", people(3, 3, 3), "people", "wow"},
                             {"one", people(1, 1, 1), "people", "so-so"},
                             {"nobody", page("<h2>Our promise to you</h2>"), "people", "sucks"},
                             {"no page", none, "people", "not applicable"},
                             {"unread", unread, "people", "not assessed: timeout"},

                             {"all with photo", people(5, 5, 0), "photos", "wow"},
                             {"some with photo", people(5, 3, 0), "photos", "so-so"},
                             {"nobody", page(""), "photos", "not applicable"},
                             {"unread", unread, "photos", "not assessed: timeout"},

                             {"all can be reached", people(4, 4, 4), "contact", "wow"},
                             {"one can be reached", people(4, 4, 1), "contact", "so-so"},
                             {"nobody", page(""), "contact", "not applicable"},
                             {"unread", unread, "contact", "not assessed: timeout"},
                         });
}

TEST_CASE("names of people are told from other words") {
  for (const char* name : {"Anna Huber", "Иван Петров", "Eva de Vries", "علی رضایی", "山田太郎"}) {
    INFO(name);
    CHECK(may_be_person(name));
  }
  for (const char* other :
       {"We bake bread", "Bread", "Opening hours: 9", "Our 3 Bakers", "What customers say"}) {
    INFO(other);
    CHECK_FALSE(may_be_person(other));
  }
}
