#include "site/xml_tree.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("a small XML file is read as a tree of elements and attributes") {
  const auto root = read_xml("<?xml version='1.0'?><a x='1 &amp; 2'>text<b/><c y='ü'><d/></c></a>");
  REQUIRE(root);
  CHECK(root->name == "a");
  CHECK(root->attribute("x") == "1 & 2");
  CHECK(root->attribute("none").empty());
  REQUIRE(root->children.size() == 2);
  CHECK(root->child("c")->children[0].name == "d");
  CHECK_FALSE(root->child("d"));
}

TEST_CASE("what is no XML, or would not end, is refused") {
  std::string deep, many = "<a>";
  for (int i = 0; i < 200; ++i) deep += "<a>";
  for (int i = 0; i < 200; ++i) deep += "</a>";
  for (int i = 0; i < 30'000; ++i) many += "<b/>";
  for (const auto& bytes :
       {std::string(), std::string("{}"), std::string("<a>"), std::string("<a></b>"), deep,
        many + "</a>", std::string("<!DOCTYPE a [<!ENTITY b 'c'>]><a x='&b;'/>"),
        std::string("<\0a\0/\0>\0", 8)}) {
    CAPTURE(bytes.substr(0, 40));
    CHECK_FALSE(read_xml(bytes));
  }
}
