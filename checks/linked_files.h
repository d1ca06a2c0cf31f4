#pragma once

// The files that a company's pages offer to take away: PDF, office documents, archives. Pure and
// safe from several threads; linear in the links of the pages read.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct LinkedFile {
  Url url;
  std::string ending;            // of the path, lower case: "pdf"
  const Link* link = nullptr;    // the first that leads there
  const Page* page = nullptr;    // where it stands
  const Visit* visit = nullptr;  // what was answered; null: not asked
  std::optional<Reason> unseen;  // why nothing is known of it; absent: answered, or dead

  std::string name() const;                  // of the file, percent-decoded: "Price list 2026.pdf"
  std::optional<std::int64_t> size() const;  // in bytes, as the server says or as received
  bool dead() const;                         // answered that it is not there
  bool wrong_type() const;  // a page, or another kind of file, answers behind its ending
  Evidence evidence() const;
};

// Each address once, in the order of the pages; not more than `most`.
std::vector<LinkedFile> linked_files(const Site& site, std::size_t most = 200);

}  // namespace touchstone
