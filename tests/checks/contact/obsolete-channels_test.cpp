#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

TEST_CASE("every verdict of the dead channels can be reached") {
  hold_contact_rows(
      "obsolete-channels",
      {
          {"none", nothing, "dead", "wow"},
          {"one link", on_contact("<a href=\"skype:example?call\">Skype</a>"), "dead", "so-so"},
          {"one account as text", on_contact("<p>ICQ: 123-456-789</p>"), "dead", "so-so"},
          {"a script of a closed service",
           on_home("<script src=\"https://s7.addthis.com/js/300/addthis_widget.js\"></script>"),
           "dead", "so-so"},
          {"two", on_contact("<a href=\"https://plus.google.com/1\">G+</a><p>Skype: bakery</p>"),
           "dead", "sucks"},
          {"the same twice",
           on_contact("<a href=\"skype:example?call\">Skype</a><p>Skype: bakery</p>"), "dead",
           "so-so"},
          {"a fax in the header", on(kHome, "</header>", "<p>Fax: 030 12345679</p></header>"),
           "dead", "so-so"},
          {"a fax and a closed service",
           on_contact("<p>Fax: 030 12345679</p><p>ICQ: 123-456-789</p>"), "dead", "so-so"},
          {"a fax on the contact page", on_contact("<p>Fax: 030 12345679</p>"), "dead", "wow"},
          {"a story about it", on_home("<p>How Skype lost its users to others</p>"), "dead", "wow"},
          {"a shell that a script fills",
           [](SampleSite& s) {
             s.fetch(kHome).body =
                 "<html><head><script src='/app.js'></script></head><body><div "
                 "id='root'></div></body></html>";
           },
           "dead", "not assessed: js-rendered"},
      });
}
