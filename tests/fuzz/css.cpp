// Style sheets.

#include "checks/style_rules.h"
#include "crawler/css_links.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto css = fuzz::text_of(bytes, size);
  const auto links = links_in_css(css);
  fuzz::hold(links.size() <= 200, "links are bounded");
  for (const auto& link : links) fuzz::hold(!link.reference.empty(), "a link names a file");
  each_style_rule(css, [&](const StyleRule& rule) {
    fuzz::hold(rule.declarations.size() <= css.size(), "a rule stands in its sheet");
    is_for_every_screen(rule);
    is_for_print(rule);
    selects_type(rule.selectors, "body");
    each_declaration(rule.declarations, [](const std::string& property, const std::string&) {
      fuzz::hold(!property.empty(), "a property has a name");
    });
  });
  return 0;
}
