#pragma once

// HTTP header fields in the order received, names lower-cased, repeats kept (RFC 9110 section 5).

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone {

class Headers {
 public:
  void add(std::string_view name, std::string_view value);  // trims white space round the value

  // The first value of that name; absent when the field is not there. Names compare lower-case.
  std::optional<std::string_view> get(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;
  bool has(std::string_view name) const { return get(name).has_value(); }

  const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }
  bool empty() const { return fields_.empty(); }

  friend bool operator==(const Headers&, const Headers&) = default;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace touchstone
