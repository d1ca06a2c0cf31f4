#pragma once

// Url::resolve for the many links of a page: what most of them are, an ordinary path on the same
// host, is put together by hand; all else goes the long way. The result is always that of
// Url::resolve, without fragment. One thread at a time.

#include <string>
#include <string_view>

#include "site/url.h"

namespace touchstone {

class LinkResolver {
 public:
  explicit LinkResolver(Url base);
  LinkResolver(const LinkResolver&) = delete;
  LinkResolver& operator=(const LinkResolver&) = delete;

  // Appends the address; false, and nothing appended, where Url::resolve has none. `same_origin`:
  // of the base.
  bool append(std::string_view reference, std::string& out, bool& same_origin);

 private:
  bool append_ordinary(std::string_view reference, std::string& out) const;

  Url base_;
  std::string origin_, page_;       // of the base; the base without its fragment
  std::string_view path_, folder_;  // of the base; its path to the last "/"
};

}  // namespace touchstone
