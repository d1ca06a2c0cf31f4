// Ways to a human where a careless reader misses them.

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/cli/fixture.h"

namespace touchstone {

namespace {

std::string phones(const Audit& audit) {
  std::string text;
  for (const auto& phone : audit.presence.phones) text += phone.e164.value_or("?") + " ";
  return text;
}

bool has_email(const Audit& audit, const std::string& address) {
  return std::any_of(audit.presence.emails.begin(), audit.presence.emails.end(),
                     [&](const Email& one) { return one.address == address; });
}

// A company of one page, in which nothing else answers.
Company one_page(ServedAnswer home) {
  Company firm = bakery();
  firm.pages = {{"/", std::move(home)}};
  firm.otherwise = page("<title>Not found</title>", "<h1>Not found</h1>", 404);
  return firm;
}

const std::string kStory =
    "<p>We bake rye and wheat bread every night from organic flour and sell it warm in the "
    "morning. Two bakers, one oven, and a queue down to the corner on Saturdays. Come early, and "
    "bring your own bag.</p>";

}  // namespace

TEST_CASE("the contact section of a one-page site is its contact page") {
  const Audit audit = audit_of(one_page(
      page("<title>Bakery Flour: sourdough bread</title>",
           "<nav><a href=\"#bread\">Bread</a> <a href=\"#contact\">Contact</a></nav>"
           "<section id=\"bread\"><h2>Bread</h2>" +
               kStory + "</section><section id=\"contact\"><h2>Contact</h2>" +
               "<p>Phone: <a href=\"tel:+493012345678\">030 12345678</a></p>"
               "<p>E-mail: <a href=\"mailto:hello@firm.example\">hello@firm.example</a></p>"
               "<p>Bergmannstr. 12, 10961 Berlin, Germany</p>"
               "<p>Open Tuesday to Saturday, 7:00 to 18:00</p>"
               "<form method=\"post\"><label>Name <input name=\"name\"></label><label>E-mail "
               "<input type=\"email\" name=\"email\"></label><label>Message <textarea "
               "name=\"message\"></textarea></label><button>Send</button></form></section>")));
  REQUIRE(audit.presence.contact_page);
  CHECK(audit.presence.contact_page->ends_with("/#contact"));
  CHECK(audit.presence.clicks_to_contact == 1);
  CHECK(outcome(audit, "contact-page") == "wow");
}

TEST_CASE("contact data in the footer alone can be reached") {
  const Audit audit = audit_of(
      one_page(page("<title>Bakery Flour: sourdough bread</title>",
                    "<main><h1>Bread</h1>" + kStory +
                        "</main><footer><p>Bakery Flour, Bergmannstr. 12, 10961 Berlin, "
                        "Germany</p><p>Phone: +49 30 12345678, e-mail: hello@firm.example</p>"
                        "</footer>")));
  CHECK(phones(audit) == "+493012345678 ");
  CHECK(has_email(audit, "hello@firm.example"));
  CHECK(outcome(audit, "contact-discoverability") != "sucks");
  CHECK(outcome(audit, "phone-number") != "missing");
  CHECK(outcome(audit, "email-address") != "missing");
}

TEST_CASE("a phone number in Persian digits on a page from right to left is one") {
  constexpr const char* home = R"(<!doctype html>
<html lang="fa" dir="rtl"><head><title>نانوایی گندم: نان تازه در تهران</title>
<meta name="viewport" content="width=device-width"></head><body>
<nav><a href="/faq">سوال‌های متداول</a> <a href="#contact">تماس با ما</a></nav>
<p>ما هر شب نان تازه می‌پزیم و صبح‌ها آن را گرم می‌فروشیم. به نانوایی ما بیایید.
نان خود را انتخاب کنید. همه نان‌های ما از آرد ارگانیک پخته می‌شود.</p>
<section id="contact"><h2>تماس با ما</h2><p>تلفن: ۰۲۱-۸۸۷۷۶۶۵۵</p>
<p>خیابان ولیعصر، تهران، ایران</p></section></body></html>)";
  constexpr const char* questions = R"(<!doctype html>
<html lang="fa" dir="rtl"><head><title>سوال‌های متداول</title></head><body>
<h1>سوال‌های متداول</h1>
<h2>نان چه ساعتی آماده است؟</h2><p>هر روز صبح از ساعت هفت نان تازه داریم و تا ظهر می‌فروشیم.</p>
<h2>آیا سفارش هم می‌گیرید؟</h2><p>بله، یک روز پیش تلفن کنید تا نان شما را کنار بگذاریم.</p>
<h2>نان بدون گندم دارید؟</h2><p>بله، نان ذرت و نان برنج را هر پنج‌شنبه می‌پزیم.</p>
</body></html>)";
  Company firm = one_page(answer("text/html; charset=utf-8", home));
  firm.pages["/faq"] = answer("text/html; charset=utf-8", questions);
  const Audit audit = audit_of(firm);
  CHECK(phones(audit) == "+982188776655 ");
  CHECK(outcome(audit, "text-direction") == "wow");
  CHECK(outcome(audit, "faq.number") == "so-so");
  CHECK(audit.presence.languages == std::vector<std::string>{"fa"});
  CHECK(outcome(audit, "phone-number") != "missing");
  CHECK(outcome(audit, "contact-page") != "missing");
}

TEST_CASE("a page in windows-1251 that only its own meta names is read in Russian") {
  // "Пекарня Мука: свежий хлеб в Москве", "Контакты", "Телефон", ...: one byte a letter.
  const std::string title =
      "\xcf\xe5\xea\xe0\xf0\xed\xff \xcc\xf3\xea\xe0: \xf1\xe2\xe5\xe6\xe8"
      "\xe9 \xf5\xeb\xe5\xe1 \xe2 \xcc\xee\xf1\xea\xe2\xe5";
  const std::string contacts = "\xca\xee\xed\xf2\xe0\xea\xf2\xfb";
  const std::string phone = "\xd2\xe5\xeb\xe5\xf4\xee\xed";
  const std::string story =
      "\xcc\xfb \xef\xe5\xf7\xb8\xec \xf5\xeb\xe5\xe1 \xea\xe0\xe6\xe4\xf3\xfe "
      "\xed\xee\xf7\xfc \xe8 \xef\xf0\xee\xe4\xe0\xb8\xec \xe5\xe3\xee "
      "\xf3\xf2\xf0\xee\xec, \xef\xf0\xe8\xf5\xee\xe4\xe8\xf2\xe5 \xea \xed\xe0\xec "
      "\xe7\xe0 \xf0\xe6\xe0\xed\xfb\xec \xf5\xeb\xe5\xe1\xee\xec \xe8 \xe7\xe0 "
      "\xe1\xf3\xeb\xea\xe0\xec\xe8. \xcd\xe0\xf8\xe0 \xef\xe5\xea\xe0\xf0\xed\xff "
      "\xf0\xe0\xe1\xee\xf2\xe0\xe5\xf2 \xf1 \xe2\xf2\xee\xf0\xed\xe8\xea\xe0 \xef\xee "
      "\xf1\xf3\xe1\xe1\xee\xf2\xf3, \xe0 \xe2 "
      "\xe2\xee\xf1\xea\xf0\xe5\xf1\xe5\xed\xfc\xe5 \xec\xfb "
      "\xee\xf2\xe4\xfb\xf5\xe0\xe5\xec \xe2\xec\xe5\xf1\xf2\xe5 \xf1 "
      "\xef\xe5\xf7\xfc\xfe \xe8 \xed\xe0\xf8\xe8\xec\xe8 \xe4\xe5\xf2\xfc\xec\xe8.";
  const auto russian = [&](const std::string& body) {
    return answer("text/html", "<html><head><meta charset=\"windows-1251\"><title>" + title +
                                   "</title></head><body>" + body + "<p>" + story + " " + story +
                                   "</p></body></html>");
  };
  Company firm = one_page(russian("<a href=\"/k\">" + contacts + "</a>"));
  firm.pages["/k"] = russian("<h1>" + contacts + "</h1><p>" + phone + ": 8 (495) 123-45-67</p>");
  const Audit audit = audit_of(firm);
  CHECK(audit.presence.languages == std::vector<std::string>{"ru"});
  REQUIRE(audit.presence.contact_page);
  CHECK(audit.presence.contact_page->ends_with("/k"));
  CHECK(phones(audit) == "+74951234567 ");
}

}  // namespace touchstone
