#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

void add_file(SampleSite& sample, const std::string& name, const std::string& words,
              const std::string& body = "%PDF-1.7", int kib = 100) {
  link_home(sample, "main", "<p><a href=\"/" + name + "\">" + words + "</a></p>");
  auto& fetch = sample.answer(home + name, Role::document, "application/pdf", body);
  SampleSite::set_header(fetch, "content-length", std::to_string(kib * 1024));
}

auto file(std::string name, std::string words = "Catalogue (PDF, 2 MB)",
          std::string body = "%PDF-1.7", int kib = 100) {
  return [=](SampleSite& sample) { add_file(sample, name, words, body, kib); };
}

// One of so many files is not there.
auto one_dead_of(int files) {
  return [files](SampleSite& sample) {
    for (int i = 0; i < files; ++i)
      add_file(sample, "bread-" + std::to_string(i) + ".pdf", "Bread");
    sample.fetch(home + "bread-0.pdf").hops.back().status = 404;
  };
}

const std::string good = "example-catalogue-2026.pdf";

}  // namespace

TEST_CASE("every verdict on files can be reached") {
  hold_rows("downloads",
            {
                {"it opens", file(good), "alive", "wow"},
                {"a packed document", file("terms.docx", "Terms", "PK\x03\x04"), "alive", "wow"},
                {"one dead of eleven", one_dead_of(11), "alive", "so-so"},
                {"one dead of five", one_dead_of(5), "alive", "sucks"},
                {"a page behind .pdf", file(good, "Catalogue", "<!DOCTYPE html><title>No</title>"),
                 "alive", "sucks"},
                {"nobody asked for it",
                 [](SampleSite& s) { link_home(s, "main", "<a href=\"/a.pdf\">Catalogue</a>"); },
                 "alive", "not assessed: budget-exhausted"},
                {"a server that keeps us out",
                 [](SampleSite& s) {
                   add_file(s, good, "Catalogue");
                   s.fetch(home + good).hops.back().status = 403;
                 },
                 "alive", "not assessed: blocked-403"},
                {"none", [](SampleSite&) {}, "alive", "not applicable"},

                {"format and size", file(good), "announced", "wow"},
                {"size in Russian", file(good, "Каталог (PDF, 2 МБ)"), "announced", "wow"},
                {"neither", file(good, "Catalogue"), "announced", "so-so"},

                {"light", file(good), "weight", "wow"},
                {"six megabytes", file(good, "Catalogue", "%PDF-", 6 * 1024), "weight", "so-so"},
                {"over twenty", file(good, "Catalogue", "%PDF-", 21 * 1024), "weight", "sucks"},

                {"a name that speaks", file(good), "name", "wow"},
                {"a draft", file("doc1_final(2).pdf"), "name", "so-so"},
                {"a scan", file("scan0001.pdf"), "name", "so-so"},
                {"a number", file("3f2a9c81d0b7.pdf"), "name", "so-so"},
            });
}
