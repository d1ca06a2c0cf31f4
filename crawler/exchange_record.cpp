#include "crawler/exchange_record.h"

#include <curl/curl.h>

#include <cerrno>

#include "crawler/curl_list.h"

namespace touchstone {

namespace {

std::int64_t number(CURL* easy, CURLINFO which) {
  curl_off_t value = 0;
  curl_easy_getinfo(easy, which, &value);
  return value;
}

FaultKind connect_fault(long os_error) {
  switch (os_error) {
    case ECONNREFUSED:
      return FaultKind::refused;
    case ETIMEDOUT:
      return FaultKind::timeout;
    default:
      return FaultKind::unreachable;
  }
}

bool says(const CurlFailure& failure, std::string_view words) {
  return failure.text.find(words) != std::string::npos;
}

// A handshake that the network cut says nothing of the certificate.
FaultKind handshake_fault(const CurlFailure& failure) {
  const bool cut = failure.os_error == ECONNRESET || says(failure, "SSL_ERROR_SYSCALL") ||
                   says(failure, "Connection reset") || says(failure, "unexpected eof");
  return cut ? FaultKind::unreachable : FaultKind::tls;
}

FaultKind kind_of(const CurlFailure& failure) {
  switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return FaultKind::name_undecided;
    case CURLE_COULDNT_CONNECT:
      return connect_fault(failure.os_error);
    case CURLE_PROXY:
      return FaultKind::unreachable;
    case CURLE_OPERATION_TIMEDOUT:
      return FaultKind::timeout;
    case CURLE_SSL_CONNECT_ERROR:
      return handshake_fault(failure);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CACERT_BADFILE:
      return FaultKind::tls;
    case CURLE_OUT_OF_MEMORY:
      return FaultKind::too_large;  // libcurl's cap of one header line
    case CURLE_RECV_ERROR:
      if (says(failure, "response headers")) return FaultKind::too_large;
      [[fallthrough]];
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return failure.answered ? FaultKind::protocol : FaultKind::unreachable;
    default:
      return FaultKind::protocol;
  }
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

std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  if (text.size() > 300) text.resize(300);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

Fault fault_of(const CurlFailure& failure) {
  const char* const usual = curl_easy_strerror(static_cast<CURLcode>(failure.code));
  return {kind_of(failure), one_line(failure.text.empty() ? usual : failure.text)};
}

}  // namespace touchstone
