#include "site/site.h"

#include <catch2/catch.hpp>

#include "site/page_class.h"

using namespace touchstone;

namespace {

const std::string words = [] {
  std::string all = "<p>";
  for (int i = 0; i < 40; ++i) all += "We repair bicycles of every make. ";
  return all;
}();

Url url_of(const std::string& path) {
  return *Url::parse("https://www.example.com" + path);
}

// Paths and bodies; the first is home.
class Company {
 public:
  Company& shows(const std::string& path, const std::string& body, int depth = 1,
                 Role role = Role::page, int status = 200) {
    Fetch fetch{url_of(path), "GET", {}, {}, false, 0, {}, 1, {}};
    Hop hop{url_of(path), status, {}, {}, {}, {}, {}};
    hop.headers.add("content-type", "text/html; charset=utf-8");
    fetch.hops.push_back(hop);
    fetch.body = body;
    const bool first = recording_.visits.empty();
    recording_.visits.push_back(
        {first ? Role::home : role, fetch, first ? 0 : depth, std::nullopt, ""});
    return *this;
  }
  Site site() const { return Site(recording_); }

 private:
  Recording recording_{.asked = url_of("/"), .visits = {}, .dns = {}, .notes = {}, .seed = {}};
};

std::string path_of(const Page* page) {
  return page ? std::string(page->url().path()) : "none";
}

const std::string contacts = "<a href=tel:+4930123456>+49 30 123456</a><a href=mailto:a@b.de>m</a>";

}  // namespace

TEST_CASE("a site gives its pages by role, address and number") {
  const Site site = Company()
                        .shows("/", words + "<a href=/a>A</a>")
                        .shows("/a", words)
                        .shows("/a", words)
                        .shows("/gone", words, 1, Role::page, 404)
                        .shows("/deep", words, 3)
                        .site();
  CHECK(path_of(site.home()) == "/");
  CHECK(site.pages().size() == 3);
  CHECK(site.sample().size() == 3);
  CHECK(path_of(site.sample().back()) == "/deep");
  CHECK(site.depth(*site.sample().back()) == 3);
  CHECK(site.visit_of(url_of("/gone#x"))->fetch.status() == 404);
  CHECK_FALSE(site.visit_of(url_of("/never")));
  CHECK(site.visits(Role::page).size() == 4);
  CHECK(site.is_own(*Url::parse("http://shop.example.com/")));
  CHECK_FALSE(site.is_own(*Url::parse("https://example.org/")));
  CHECK_FALSE(site.closed_because());
}

TEST_CASE("one page under the address with and without the ending of its file is one page") {
  const std::string title = "<title>Prices</title>";
  const Site site = Company()
                        .shows("/", words)
                        .shows("/index.html", words)
                        .shows("/price", title + words, 1, Role::guessed)
                        .shows("/price.html", title + words)
                        .shows("/price.php", "<title>Other prices</title>" + words)
                        .shows("/news/price", title + words)
                        .site();
  std::string paths;
  for (const Page* page : site.pages()) paths += path_of(page) + " ";
  CHECK(paths == "/ /price.html /price.php /news/price ");
}

TEST_CASE("a site that keeps us out is closed, with the reason") {
  const Site blocked = Company().shows("/", "<h1>Forbidden</h1>", 0, Role::home, 403).site();
  CHECK(blocked.closed_because() == Reason::blocked_403);
  CHECK(blocked.blocked()->status == 403);
  CHECK(blocked.pages().empty());
  const Site shell = Company().shows("/", "<div id=app></div><script src=a.js></script>").site();
  CHECK_FALSE(shell.closed_because());
  CHECK(shell.pages().size() == 1);
  for (const char* empty : {"<html></html>", "<meta http-equiv=refresh content='0;url=/'>"})
    CHECK(Company().shows("/", empty).site().closed_because() == Reason::no_source);
  for (const char* little : {"<p>Soon.</p>", "<img src=a.png>", "<a href=/en/></a>"})
    CHECK_FALSE(Company().shows("/", little).site().closed_because());
}

TEST_CASE("the contact page is found by its links, address, title or content") {
  const auto contact_page = [](const std::string& link, const std::string& path,
                               const std::string& page) {
    return path_of(page_of_class(
        Company().shows("/", words + link).shows(path, words + page).site(), "contact"));
  };
  CHECK(contact_page("<nav><a href=/x>Contact us</a></nav>", "/x", contacts) == "/x");
  CHECK(contact_page("<a href=/kontakt>?</a>", "/kontakt", contacts) == "/kontakt");
  CHECK(contact_page("<a href=/x>Kontakt</a>", "/x", "<h1>Kontakt</h1>") == "/x");
  CHECK(contact_page("<a href=/x>here</a>", "/x", "nothing") == "none");
}

TEST_CASE("contact lenses and the contacts in a privacy policy are no contact page") {
  const Site site =
      Company()
          .shows("/", words +
                          "<main><a href=/shop/contact-lenses>Contact lenses</a>"
                          "<a href=/privacy>Privacy policy</a></main>")
          .shows("/shop/contact-lenses", "<title>Contact lenses</title>" + words)
          .shows("/privacy", "<title>Privacy policy</title><h2>Contact</h2>" + words + contacts)
          .site();
  CHECK(path_of(page_of_class(site, "contact")) == "none");
  CHECK(path_of(page_of_class(site, "privacy")) == "/privacy");
}

TEST_CASE("an imprint with phone and e-mail is the contact page where there is no other") {
  const std::string home = words + "<footer><a href=/impressum>Impressum</a></footer>";
  const std::string imprint = "<title>Impressum</title><h1>Impressum</h1>" + words;
  CHECK(path_of(
            page_of_class(Company().shows("/", home).shows("/impressum", imprint + contacts).site(),
                          "contact")) == "/impressum");
  CHECK(path_of(page_of_class(Company().shows("/", home).shows("/impressum", imprint).site(),
                              "contact")) == "none");
}

TEST_CASE("of two pages of a class the nearer is the one, a guessed page comes last") {
  const std::string contact = "<h1>Contact</h1>" + words + contacts;
  const Site site = Company()
                        .shows("/", words)
                        .shows("/contact", contact, 0, Role::guessed)
                        .shows("/de/kontakt", contact, 2)
                        .shows("/en/contact-us", contact, 1)
                        .site();
  CHECK(path_of(page_of_class(site, "contact")) == "/en/contact-us");
}

TEST_CASE("where every address answers, a guessed path proves nothing") {
  const auto found = [](Role role) {
    return path_of(page_of_class(Company()
                                     .shows("/", words)
                                     .shows("/x1", words, 0, Role::missing)
                                     .shows("/contact", words + contacts, 0, role)
                                     .site(),
                                 "contact"));
  };
  CHECK(found(Role::guessed) == "none");
  CHECK(found(Role::page) == "/contact");
}

TEST_CASE("a section of a one-page site serves as its contact page") {
  const auto section = [](const std::string& body) {
    const Site site = Company().shows("/", words + body).site();
    const auto found = contact_section(site);
    return found ? found->anchor + " " + std::string(found->element.name()) : "none";
  };
  CHECK(section("<section id=contact><h2>Write</h2>" + contacts + "</section>") ==
        "contact section");
  CHECK(section("<section id=s7><h2>Contact us</h2>" + contacts + "</section>") == "s7 section");
  CHECK(section("<nav><a href=#order>Contact</a></nav><div id=order>" + contacts + "</div>") ==
        "order div");
  CHECK(section("<a name=contacts></a><div>" + contacts + "</div>") == "contacts div");
  CHECK(section("<section id=contact>" + words + "</section>") == "none");
  CHECK(section("<h2>Bicycles</h2>" + contacts) == "none");
}
