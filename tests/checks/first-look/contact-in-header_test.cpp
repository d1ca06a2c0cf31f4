#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

void nothing(SampleSite&) {}

std::string filler() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "<p>We bake bread every night from organic flour.</p>";
  return text;
}

std::string page_of(const std::string& header, const std::string& footer) {
  return "<html lang=en><body><header>" + header + "</header><main><h1>Bread</h1>" + filler() +
         "</main><footer>" + footer + "</footer></body></html>";
}

const std::string call = "<a href='tel:+49301'>Call</a>",
                  mail = "<a href='mailto:a@example.com'>Mail</a>";

// Home and some further pages, each with that frame.
auto framed(std::vector<std::pair<std::string, std::string>> frames) {
  return [frames](SampleSite& sample) {
    sample.remove(contact);
    sample.fetch(home, Role::home).body = page_of(frames[0].first, frames[0].second);
    for (std::size_t i = 1; i < frames.size(); ++i) {
      sample.page(home + "p" + std::to_string(i), page_of(frames[i].first, frames[i].second));
    }
  };
}

auto shell() {
  return [](SampleSite& sample) {
    sample.remove(contact);
    sample.fetch(home, Role::home).body =
        "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
  };
}

}  // namespace

TEST_CASE("what stands in the place of the header is the header, however short the page") {
  const auto page = [](const std::string& below) {
    return "<html lang=en><body><div><div><p>logo</p><p>030 12345678</p></div></div><div>" + below +
           "</div></body></html>";
  };
  SampleSite sample = SampleSite::perfect();
  sample.remove(contact);
  sample.fetch(home, Role::home).body = page(filler());
  sample.page(home + "short", page("<p>Here we are.</p>"));
  Presence presence;
  Phone phone;
  phone.printed = "030 12345678";
  presence.phones = {phone};
  CHECK(judged("contact-in-header", sample, presence).verdict("share") == "wow");
}

TEST_CASE("every verdict of contacts in the header can be reached") {
  hold_rows(
      "contact-in-header",
      {
          {"on all pages", nothing, "share", "wow"},
          {"in the footer alone", framed({{"", call}, {"", call}}), "share", "wow"},
          {"on two of three", framed({{call, ""}, {call, ""}, {"", ""}}), "share", "so-so"},
          {"on one of two", framed({{call, ""}, {"", ""}}), "share", "sucks"},
          {"nowhere", framed({{"", ""}, {"", ""}}), "share", "sucks"},
          {"the policy has none",
           [](SampleSite& s) {
             framed({{call, ""}})(s);
             s.page(home + "privacy/",
                    "<html lang=en><title>Privacy policy</title><body><h1>Privacy policy</h1>" +
                        filler() + "</body></html>");
           },
           "share", "wow"},
          {"the checkout has none",
           [](SampleSite& s) {
             framed({{call, ""}, {call, ""}})(s);
             s.page(home + "cart/",
                    "<html lang=en><title>Cart</title><body><h1>Shopping cart</h1>" + filler() +
                        "</body></html>");
           },
           "share", "wow"},
          {"a shell", shell(), "share", "not assessed: js-rendered"},

          {"at the top", nothing, "header", "wow"},
          {"a contact link at the top", framed({{"<a href='/contact/'>Contact</a>", ""}}), "header",
           "wow"},
          {"only below", framed({{"", call}, {"", call}}), "header", "so-so"},
          {"a shell that hides it", shell(), "header", "not assessed: js-rendered"},

          {"the same order", framed({{call + mail, ""}, {call + mail, ""}}), "same-order", "wow"},
          {"one way more", framed({{call + mail, ""}, {mail, ""}}), "same-order", "wow"},
          {"another order", framed({{call + mail, ""}, {mail + call, ""}}), "same-order", "so-so"},
          {"one page alone", framed({{call, ""}}), "same-order", "not applicable"},
      });
}

TEST_CASE("a number that stands in the header as text is a way to reach the company") {
  SampleSite sample = SampleSite::perfect();
  framed({{"<p>030 / 123 456 78</p>", ""}, {"<p>030 12345678</p>", ""}})(sample);
  Presence presence;
  presence.phones.emplace_back();
  presence.phones.back().printed = "030 12345678";
  const JudgedSample result = judged("contact-in-header", sample, presence);
  CHECK(result.verdict("share") == "wow");
  CHECK(result.verdict("header") == "wow");
}

TEST_CASE("a number among the first words of a page stands at its top") {
  SampleSite sample = SampleSite::perfect();
  framed({{"", ""}})(sample);
  sample.fetch("https://example.com/").body =
      "<html lang=en><title>Bread</title><body><p>Huber</p><p>030 12345678</p>"
      "<p>We bake bread.</p><p>And rolls.</p></body></html>";
  Presence presence;
  presence.phones.emplace_back();
  presence.phones.back().printed = "030 12345678";
  CHECK(judged("contact-in-header", sample, presence).verdict("header") == "wow");
}

TEST_CASE("contacts nowhere are missing") {
  SampleSite sample = SampleSite::perfect();
  framed({{"", ""}, {"", ""}})(sample);
  CHECK(judged("contact-in-header", sample).touchpoint.status == Status::missing);
}
