// What the rules make of facts whose measuring is tested beside their checks.

#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

Value number(std::int64_t value) {
  return value;
}
Value text(const char* value) {
  return std::string(value);
}

}  // namespace

TEST_CASE("the share of runs that answered is judged") {
  hold_fact_rows("site-availability", {{"history", {{"runs_ok", number(100)}}, "wow"},
                                       {"history", {{"runs_ok", number(99)}}, "so-so"},
                                       {"history", {{"runs_ok", number(95)}}, "so-so"},
                                       {"history", {{"runs_ok", number(94)}}, "sucks"}});
}

TEST_CASE("the way to the contacts is judged by words, place and language") {
  hold_fact_rows("contact-discoverability",
                 {{"link-text", {{"link_text", text("guessed")}}, "sucks"},
                  {"place", {{"framed", number(94)}}, "so-so"},
                  {"language", {{"own_language", false}}, "sucks"}});
}

TEST_CASE("the contact page is judged by its kind, its elements, its words and its speed") {
  hold_fact_rows("contact-page",
                 {{"exists", {{"kind", text("none")}}, "sucks"},
                  {"exists", {{"kind", text("section")}}, "so-so"},
                  {"completeness",
                   {{"elements", number(5)}, {"premises", true}, {"image_contacts", number(0)}},
                   "so-so"},
                  {"completeness",
                   {{"elements", number(2)}, {"premises", true}, {"image_contacts", number(0)}},
                   "sucks"},
                  {"completeness",
                   {{"elements", number(1)}, {"premises", false}, {"image_contacts", number(1)}},
                   "so-so"},
                  {"inviting", {{"invites", false}}, "so-so"},
                  {"speed", {{"first_byte", number(801)}}, "so-so"},
                  {"speed", {{"first_byte", number(1801)}}, "sucks"}});
}

TEST_CASE("the phone is judged by where it stands and how it is written") {
  hold_fact_rows(
      "phone-number",
      {{"reachable", {{"reach", text("contact")}}, "so-so"},
       {"reachable", {{"reach", text("page")}}, "so-so"},
       {"reachable", {{"reach", text("deep")}}, "sucks"},
       {"international", {{"short_numbers", number(1)}, {"national_links", number(0)}}, "sucks"},
       {"grouped", {{"blocks", number(1)}}, "so-so"},
       {"consistent",
        {{"contradictions", number(1)}, {"call_tracking", true}, {"unlabelled", number(0)}},
        "so-so"},
       {"consistent",
        {{"contradictions", number(1)}, {"call_tracking", false}, {"unlabelled", number(0)}},
        "sucks"},
       {"consistent",
        {{"contradictions", number(0)}, {"call_tracking", false}, {"unlabelled", number(4)}},
        "so-so"}});
}

TEST_CASE("the e-mail address is judged by domain, mail servers, link and mailbox") {
  hold_fact_rows("email-address",
                 {{"own-domain", {{"domain", text("foreign")}}, "so-so"},
                  {"accepts-mail", {{"way", text("none")}, {"route", text("mx")}}, "sucks"},
                  {"accepts-mail", {{"way", text("mail")}, {"route", text("none")}}, "sucks"},
                  {"accepts-mail", {{"way", text("mail")}, {"route", text("address")}}, "so-so"},
                  {"clickable", {{"broken", number(1)}, {"linked", number(0)}}, "sucks"},
                  {"clickable",
                   {{"broken", number(0)}, {"shown_otherwise", number(0)}, {"linked", number(0)}},
                   "so-so"},
                  {"human", {{"mailbox", text("deaf")}}, "sucks"},
                  {"human", {{"mailbox", text("generic")}}, "so-so"}});
}
