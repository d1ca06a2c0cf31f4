#pragma once

// One record of a WARC file (ISO 28500, version 1.1): named fields and a block of bytes.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone {

struct WarcRecord {
  // In their order, names as written; Content-Length and the digests are the writer's.
  std::vector<std::pair<std::string, std::string>> fields;
  std::string block;

  void set(std::string_view name, std::string_view value) { fields.emplace_back(name, value); }
  // The first value of that name in any case; absent when it is not there.
  std::optional<std::string_view> get(std::string_view name) const;
  std::string_view type() const { return get("WARC-Type").value_or(""); }
  // WARC-Target-URI without the angle brackets that wget puts round it.
  std::string_view target() const;
  // A record id: "<urn:uuid:...>".
  std::string_view id() const { return get("WARC-Record-ID").value_or(""); }
};

// "sha1:" and the base 32 digest of RFC 4648, as WARC files say it.
std::string warc_digest(std::string_view bytes);

// A record id that follows from what is in the record, so that the same record has the same id.
std::string warc_id(std::string_view content);

}  // namespace touchstone
