#include "checks/pdf.h"

#include <zlib.h>

#include <catch2/catch.hpp>

#include "checks/pdf_text.h"

using namespace touchstone;

namespace {

std::string packed(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string bytes(size, '\0');
  compress(reinterpret_cast<Bytef*>(bytes.data()), &size,
           reinterpret_cast<const Bytef*>(text.data()), text.size());
  bytes.resize(size);
  return bytes;
}

const std::string head = "%PDF-1.7\n";

}  // namespace

TEST_CASE("the pages of a PDF are counted by the root of their tree") {
  CHECK_FALSE(read_pdf("<html>"));
  CHECK_FALSE(read_pdf(head)->pages);
  CHECK(read_pdf(head + "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 3>> endobj "
                        "3 0 obj <</Type/Pages/Count 2/Parent 2 0 R>> endobj")
            ->pages == 3);
  CHECK(read_pdf(head + "1 0 obj <</Linearized 1/L 9/H [1 2]/N 12/T 5>> endobj")->pages == 12);
  const std::string objects =
      packed("2 0 3 40 <</Type/Catalog/Pages 3 0 R>><</Type/Pages/Count 7>>");
  CHECK(read_pdf(head + "5 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\r\n" + objects +
                 "\nendstream endobj")
            ->pages == 7);
}

TEST_CASE("title, text and links of a PDF") {
  const std::string content = packed(
      "BT /F1 12 Tf 72 700 Td [(Sour) -20 (dough) -300 (bread)] TJ 0 -14 Td (12 \\(twelve\\)) Tj "
      "ET");
  const auto pdf = read_pdf(
      head +
      "1 0 obj <</Title (Chapter one)>> endobj 2 0 obj <</Title <FEFF00420072006F0074> "
      "/Producer (x)>> endobj 3 0 obj <</A <</S /URI /URI (mailto:a@example.com)>>>> endobj "
      "4 0 obj <</Filter /FlateDecode>> stream\n" +
      content + "\nendstream endobj");
  REQUIRE(pdf);
  CHECK(pdf->title == "Brot");
  CHECK(pdf->text == "Sourdough bread\n12 (twelve)");
  CHECK(pdf->links == 1);
  const auto closed = read_pdf(head +
                               "2 0 obj <</Title (abc)/Producer (x)>> endobj trailer "
                               "<</Encrypt 9 0 R>>");
  CHECK(closed->encrypted);
  CHECK_FALSE(closed->title);
}

TEST_CASE("a hostile PDF costs no more than its bounds") {
  const std::string bomb = packed(std::string(50'000'000, '('));
  std::string streams = head;
  for (int i = 0; i < 500; ++i) {
    streams += "1 0 obj <</Filter/FlateDecode>> stream\n" + bomb + "\nendstream endobj ";
  }
  CHECK(read_pdf(streams)->text.size() <= 110'000);
  std::string same;
  for (int i = 0; i < 50'000; ++i) same += "/Type/Pages<<(/Title(stream<<";
  CHECK_FALSE(read_pdf(head + same)->pages);
  CHECK(read_pdf(head + "<</Type/Pages/Count 99999999999999999999>>")->pages == std::nullopt);
  std::string words;
  pdf_text("(Bread) Tj (" + std::string(3'000, 'a') + ") Tj", words, 1'000);
  CHECK(words == "Bread");
  CHECK(pdf_string("<EFBBBF41FF>") == "A\xEF\xBF\xBD");
}
