#pragma once

// The verbs, as people type them and as --help tells them. Private to the command line.

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"

namespace touchstone {

struct VerbWords {
  std::string name;     // "audit"
  std::string purpose;  // "audit each address"
  std::string subject;  // what follows, in a word: "URL"
  std::string meaning;  // of the subjects
  // Shared options that mean nothing to the verb: taken, because scripts may say them everywhere,
  // and not told.
  std::vector<std::string> untold;
};
const VerbWords& words_of(Verb verb);

// Absent: no verb has this name.
std::optional<Verb> verb_named(const std::string& word);

// The verb that was probably meant by a word that is neither a verb nor looks like an address;
// empty: none.
std::string verb_meant(const std::string& word);

// What `touchstone --help` prints.
std::string overview();

}  // namespace touchstone
