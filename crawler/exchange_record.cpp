#include "crawler/exchange_record.h"

#include <curl/curl.h>

#include "crawler/curl_list.h"

namespace touchstone {

namespace {

std::int64_t number(CURL* easy, CURLINFO which) {
  curl_off_t value = 0;
  curl_easy_getinfo(easy, which, &value);
  return value;
}

}  // namespace

Timing timing_of(void* easy, std::chrono::microseconds name_lookup) {
  const auto since_start = [&](CURLINFO which) {
    const auto value = number(easy, which);
    return value > 0 ? value + std::int64_t{name_lookup.count()} : 0;
  };
  Timing timing;
  long connects = 0;
  curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
  if (connects > 0) {
    timing.name_lookup = since_start(CURLINFO_NAMELOOKUP_TIME_T);
    timing.connect = since_start(CURLINFO_CONNECT_TIME_T);
    timing.tls = since_start(CURLINFO_APPCONNECT_TIME_T);
  }
  timing.pretransfer = since_start(CURLINFO_PRETRANSFER_TIME_T);
  timing.first_byte = since_start(CURLINFO_STARTTRANSFER_TIME_T);
  timing.total = since_start(CURLINFO_TOTAL_TIME_T);
  return timing;
}

std::int64_t wire_bytes_of(void* easy) {
  return number(easy, CURLINFO_SIZE_DOWNLOAD_T);
}

std::string cookies_of(void* easy) {
  curl_slist* list = nullptr;
  curl_easy_getinfo(easy, CURLINFO_COOKIELIST, &list);
  const CurlList owned(list);
  std::string lines;
  for (const curl_slist* each = list; each; each = each->next) {
    lines += each->data;
    lines += '\n';
  }
  return lines;
}

}  // namespace touchstone
