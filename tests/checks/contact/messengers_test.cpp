#include "checks/messenger_link.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

std::string link(const std::string& href) {
  return "<a href=\"" + href + "\">Write</a>";
}

// On every page.
Break framed(const std::string& hrefs) {
  return everywhere("<footer>", "<footer>" + hrefs);
}

const std::string whatsapp = link("https://wa.me/4915112345678"),
                  telegram = link("https://t.me/example_de");

std::string kind_of(const std::string& href) {
  Link one;
  one.href = href;
  one.url = Url::parse(href);
  const auto talk = messenger_link(one);
  if (!talk) return "none";
  const char* kinds[] = {"chat", "group", "broken"};
  return talk->network + " " + kinds[static_cast<int>(talk->kind)] +
         (talk->prefilled ? " prefilled" : "");
}

}  // namespace

TEST_CASE("messenger links are told apart by what they open") {
  struct Row {
    const char *href, *kind;
  };
  for (const auto& [href, kind] : std::vector<Row>{
           {"https://wa.me/4915112345678", "whatsapp chat"},
           {"https://wa.me/4915112345678?text=Hello", "whatsapp chat prefilled"},
           {"https://wa.me/4915112345678?text=", "whatsapp chat"},
           {"https://wa.me/015112345678", "whatsapp broken"},
           {"https://wa.me/15112345678901", "whatsapp broken"},
           {"https://wa.me/", "whatsapp broken"},
           {"https://wa.me/49%20151%2012345678", "whatsapp broken"},
           {"https://wa.me/?text=Look", "none"},
           {"https://api.whatsapp.com/send?phone=4915112345678", "whatsapp chat"},
           {"https://api.whatsapp.com/send?phone=", "whatsapp broken"},
           {"https://api.whatsapp.com/send?text=Look", "none"},
           {"https://chat.whatsapp.com/AbCdEfGhIjKl", "whatsapp group"},
           {"https://t.me/example_de", "telegram chat"},
           {"https://t.me/+AbCdEfGh", "telegram group"},
           {"https://t.me/joinchat/AbCdEfGh", "telegram group"},
           {"https://t.me/", "telegram broken"},
           {"https://t.me/@example", "telegram broken"},
           {"https://t.me/share/url?url=x&text=Look", "none"},
           {"viber://chat?number=%2B4915112345678", "viber chat"},
           {"viber://chat?number=", "viber broken"},
           {"https://m.me/example", "messenger chat"},
           {"https://m.me/", "messenger broken"},
           {"https://evil-t.me.example/name", "none"},
       }) {
    INFO(href);
    CHECK(kind_of(href) == kind);
  }
}

TEST_CASE("every verdict of the messengers can be reached") {
  hold_contact_rows(
      "messengers",
      {
          {"two of them", framed(whatsapp + telegram), "count", "wow"},
          {"one", framed(whatsapp), "count", "so-so"},
          {"two that hardly anybody uses here",
           framed(link("https://zalo.me/4915112345678") + link("https://line.me/ti/p/example")),
           "count", "so-so"},

          {"sound links", framed(whatsapp), "valid", "wow"},
          {"no country code", framed(link("https://wa.me/015112345678")), "valid", "sucks"},
          {"a group alone", framed(link("https://t.me/+AbCdEfGh")), "valid", "sucks"},
          {"a group beside a chat", framed(link("https://t.me/+AbCdEfGh") + whatsapp), "valid",
           "wow"},

          {"on every page", framed(whatsapp), "placed", "wow"},
          {"on the contact page", on_contact(whatsapp), "placed", "so-so"},

          {"named in words with its number", on_contact("<p>WhatsApp: 0151 12345678</p>"), "count",
           "so-so"},
          {"named in words with its number", on_contact("<p>WhatsApp: 0151 12345678</p>"), "valid",
           "not applicable"},
          {"named alone", on_contact("<p>We do not use Telegram.</p>"), "count", "not applicable"},

          {"none", nothing, "count", "not applicable"},
          {"share buttons alone", framed(link("https://wa.me/?text=Look")), "count",
           "not applicable"},
          {"none seen, and not all seen", cut_short, "count", "not assessed: budget-exhausted"},
      });
}

TEST_CASE("no messenger is missing, and a message written beforehand is a chip") {
  CHECK(judged_after("messengers", nothing).touchpoint.status == Status::missing);
  CHECK(judged_after("messengers", framed(link("https://wa.me/4915112345678?text=Hello")))
            .touchpoint.chips == std::vector<std::string>{"prefilled"});
}
