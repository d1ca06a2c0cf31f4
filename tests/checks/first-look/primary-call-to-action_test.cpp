#include <catch2/catch.hpp>

#include "checks/actions.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

std::string filler(int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i) text += "<p>We bake bread every night from organic flour.</p>";
  return text;
}

std::string finnish() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "<p>Leivomme leipää joka yö luomujauhoista kaupungissa.</p>";
  return text;
}

std::string page_of(const std::string& header, const std::string& above, const std::string& below) {
  return "<html lang=en><body><header>" + header + "</header><main><h1>Bread</h1>" + above +
         filler(40) + below + "</main></body></html>";
}

// A site of one page, or of more with other actions.
auto site(std::string first, std::vector<std::string> others = {}) {
  return [=](SampleSite& sample) {
    sample.remove(contact);
    sample.fetch(home, Role::home).body = first;
    for (std::size_t i = 0; i < others.size(); ++i) {
      sample.page(home + "p" + std::to_string(i), others[i]);
    }
  };
}

const std::string order = "<a href='/order'>Order bread</a>";

auto ordering(int status, FaultKind* fault = nullptr) {
  return [=](SampleSite& sample) {
    site(page_of(order, "", ""))(sample);
    if (fault) {
      sample.fault(home + "order", Role::link, *fault);
    } else {
      sample.page(home + "order", "<title>x</title>", Role::link).hops.back().status = status;
    }
  };
}

std::string verbs(int count) {
  const std::vector<std::string> all{"Buy", "Order", "Book", "Call", "Try", "Start", "Register"};
  std::string html;
  for (int i = 0; i < count; ++i) html += "<button>" + all[i] + " bread</button>";
  return html;
}

void shell(SampleSite& sample) {
  site("<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>")(
      sample);
}

}  // namespace

TEST_CASE("every verdict of the call to action can be reached") {
  FaultKind timeout = FaultKind::timeout;
  const std::string none = page_of("", "", "");
  hold_rows(
      "primary-call-to-action",
      {
          {"in the header", site(page_of(order, "", "")), "present", "wow"},
          {"at the top of the text", site(page_of("", order, "")), "present", "wow"},
          {"a number to call", site(page_of("", "<a href='tel:+491'>030 1</a>", "")), "present",
           "wow"},
          {"behind much indentation",
           site(page_of("", "<p>Bread</p>" + std::string(20'000, ' ') + order, "")), "present",
           "wow"},
          {"at the end", site(page_of("", "", order)), "present", "so-so"},
          {"none", site(none), "present", "sucks"},
          {"a word that only leads on", site(page_of("<a href='/x'>Learn more</a>", "", "")),
           "present", "sucks"},
          {"a language without words",
           site("<html lang=fi><body><h1>Leipä</h1>" + finnish() + "</body></html>"), "present",
           "not assessed: language-unsupported"},
          {"a shell", shell, "present", "not assessed: js-rendered"},

          {"one", site(page_of(order, "", "")), "focus", "wow"},
          {"the same thing often", site(page_of(order + order + order + order, "", "")), "focus",
           "wow"},
          {"seven", site(page_of(verbs(7), "", "")), "focus", "so-so"},
          {"none", site(none), "focus", "not applicable"},

          {"on all pages", site(page_of(order, "", ""), {page_of(order, "", "")}), "repeat", "wow"},
          {"on one of two", site(page_of(order, "", ""), {none}), "repeat", "so-so"},
          {"a shell", shell, "repeat", "not assessed: js-rendered"},

          {"it answers", ordering(200), "works", "wow"},
          {"it is gone", ordering(404), "works", "sucks"},
          {"it is refused", ordering(403), "works", "not assessed: blocked-403"},
          {"it is slow", ordering(0, &timeout), "works", "not assessed: timeout"},
          {"it was not followed", site(page_of(order, "", "")), "works",
           "not assessed: budget-exhausted"},
          {"a part of the page",
           site(page_of("<a href='#order'>Order</a>", "", "<p id=order>x</p>")), "works", "wow"},
          {"a missing part of the page", site(page_of("<a href='#order'>Order</a>", "", "")),
           "works", "sucks"},
          {"a button", site(page_of("<button>Order</button>", "", "")), "works",
           "not assessed: no-source"},
          {"a number alone", site(page_of("<a href='tel:+491'>030 1</a>", "", "")), "works",
           "not applicable"},
      });
}

TEST_CASE("a site that asks for nothing lacks a call to action") {
  SampleSite sample = SampleSite::perfect();
  site(page_of("", "", ""))(sample);
  CHECK(judged("primary-call-to-action", sample).touchpoint.status == Status::missing);
}

TEST_CASE("actions are known in many languages") {
  struct {
    std::string language, text;
    bool acts;
  } const rows[] = {
      {"de", "Jetzt bestellen", true}, {"de", "Mehr erfahren", false},
      {"ru", "Заказать звонок", true}, {"ru", "Подробнее", false},
      {"tr", "Hemen Satın Al", true},  {"ja", "今すぐ購入", true},
      {"fa", "ثبت سفارش", true},       {"en", "Book a table", true},
      {"en", "Bookkeeping", false},    {"fr", "Réserver une table", true},
      {"de", "Book a table", true},    {"en", "Our bread", false},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    SampleSite sample = SampleSite::perfect();
    site("<html lang=" + row.language + "><body><a href='/x'>" + row.text +
         "</a></body></html>")(sample);
    const Site built = sample.site();
    CHECK(actions_of(*built.home(), {}).empty() != row.acts);
  }
}
