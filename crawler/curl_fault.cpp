#include "crawler/curl_fault.h"

#include <curl/curl.h>

#include <cerrno>

namespace touchstone {

namespace {

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
