#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace touchstone {

// The owner of one of libcurl's lists of strings.
class CurlList {
 public:
  CurlList() = default;
  explicit CurlList(curl_slist* owned) : list_(owned) {}
  explicit CurlList(const std::string& line) {
    if (!line.empty()) add(line);
  }

  void add(const std::string& line) {
    if (curl_slist* longer = curl_slist_append(list_.get(), line.c_str())) {
      static_cast<void>(list_.release());  // `longer` owns it now
      list_.reset(longer);
    }
  }
  curl_slist* get() const { return list_.get(); }

 private:
  struct Deleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  std::unique_ptr<curl_slist, Deleter> list_;
};

}  // namespace touchstone
