// PDF files.

#include "checks/pdf.h"

#include "checks/pdf_text.h"
#include "site/charset.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  using fuzz::hold;
  const auto text = fuzz::text_of(bytes, size);
  if (const auto pdf = read_pdf(text)) {
    hold(!pdf->pages || *pdf->pages >= 0, "pages are not negative");
    hold(!pdf->title || is_valid_utf8(*pdf->title), "a title is UTF-8");
    hold(pdf->links >= 0, "links are not negative");
  }
  if (const auto string = pdf_string(text)) hold(is_valid_utf8(*string), "a string is UTF-8");
  std::string words;
  pdf_text(text, words, 1'000);
  hold(words.size() <= 1'000, "words keep their limit");
  return 0;
}
