#include "checks/accessible_name.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("elements are called as screen readers call them") {
  struct Row {
    std::string html, name;
    NamedBy by;
  };
  const std::vector<Row> rows{
      {"<a x href=/>Our <b>bread</b></a>", "Our bread", NamedBy::content},
      {"<a x href=/><img alt='Our bread' src=b></a>", "Our bread", NamedBy::content},
      {"<a x href=/><svg><title>Bread</title></svg></a>", "Bread", NamedBy::content},
      {"<a x href=/><i aria-hidden=true>q</i></a>", "", NamedBy::nothing},
      {"<a x href=/ title=Bread><i></i></a>", "Bread", NamedBy::title},
      {"<a x href=/ aria-label=Bread>more</a>", "Bread", NamedBy::aria_label},
      {"<a x href=/ aria-labelledby='b a' aria-label=no>more</a><p id=a>bread</p><p id=b>Our</p>",
       "Our bread", NamedBy::reference},
      {"<a x href=/ aria-labelledby=gone>more</a>", "more", NamedBy::content},
      {"<img x src=b alt='  Three  loaves '>", "Three loaves", NamedBy::alternative},
      {"<img x src=b alt=''>", "", NamedBy::nothing},
      {"<svg x><title>Bread</title></svg>", "Bread", NamedBy::alternative},
      {"<label for=f>Name</label><input x id=f placeholder=no>", "Name", NamedBy::label},
      {"<label>Name <input x></label>", "Name", NamedBy::label},
      {"<input x placeholder=Name>", "Name", NamedBy::placeholder},
      {"<input x placeholder=no title=Name>", "Name", NamedBy::title},
      {"<input x type=submit value=Send>", "Send", NamedBy::content},
      {"<input x type=image src=b alt=Send>", "Send", NamedBy::alternative},
      {"<label>Size <select x><option>one<option>two</select></label>", "Size", NamedBy::label},
      {"<button x><span hidden>no</span>Send</button>", "Send", NamedBy::content},
  };
  for (const Row& row : rows) {
    INFO(row.html);
    auto parsed = Document::parse("<body>" + row.html);
    const auto& document = std::get<Document>(parsed);
    const auto element = document.first("//*[@x]");
    REQUIRE(element);
    const AccessibleName name = AccessibleNames(document).of(*element);
    CHECK(name.text == row.name);
    CHECK(name.by == row.by);
  }
}

TEST_CASE("what is decoration is told apart") {
  auto parsed = Document::parse(
      "<body><img role=none><img role=Presentation><img aria-hidden=true>"
      "<img alt=x>");
  std::vector<bool> seen;
  for (const Element& image : std::get<Document>(parsed).find("//img")) {
    seen.push_back(is_decoration(image));
  }
  CHECK(seen == std::vector<bool>{true, true, true, false});
}
