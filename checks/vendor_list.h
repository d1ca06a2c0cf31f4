#pragma once

// A list of vendors and their signs, ready to be asked. The files' own first lines say their form.

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "site/url.h"

namespace touchstone {

class VendorList {
 public:
  // "analytics". Views live as long as the program.
  explicit VendorList(std::string_view name);

  using Found = std::string_view;  // the vendor; empty: none

  Found of(const Url& url) const;  // by host or path
  // By a host that begins in `text` at `at` and what follows it.
  Found of_address_at(std::string_view text, std::size_t at, std::size_t host_end) const;
  Found of_mark(std::string_view class_or_id) const;    // one word of the attribute
  Found of_words(std::string_view picture_text) const;  // alt, title or file name

  // Texts that stand in scripts: vendor and text.
  const std::vector<std::pair<Found, std::string_view>>& codes() const { return codes_; }
  const std::vector<std::pair<Found, std::string_view>>& paths() const { return paths_; }
  bool has_words() const { return !names_.empty() || !alone_.empty(); }
  const std::vector<Found>& vendors() const { return vendors_; }

 private:
  struct Place {
    Found vendor;
    std::string_view path;  // the beginning of path and query; empty: any
  };
  void read(std::string_view name, bool included);
  void add(Found vendor, std::string_view kind, std::string_view text);
  Found of_host(std::string_view host, std::string_view rest) const;

  std::unordered_map<std::string_view, std::vector<Place>> hosts_;
  std::unordered_map<std::string_view, Found> marks_;
  std::vector<std::pair<Found, std::string_view>> mark_beginnings_, paths_, codes_;
  std::vector<std::pair<Found, std::string>> names_, alone_;
  std::vector<Found> vendors_, without_;
};

}  // namespace touchstone
