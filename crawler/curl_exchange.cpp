#include "crawler/curl_exchange.h"

#include <curl/curl.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "crawler/answer_head.h"
#include "crawler/content_codings.h"
#include "crawler/curl_list.h"
#include "crawler/dialling.h"
#include "crawler/exchange_record.h"
#include "crawler/redirects.h"
#include "crawler/tls_facts.h"

namespace touchstone {

namespace {

constexpr long connect_timeout_ms = 10'000;
constexpr std::size_t redirect_body_limit = 64 * 1024;  // read so that the connection stays usable

struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

}  // namespace

struct CurlExchange::State {
  enum class Stop { none, body_full, head_too_large, redirect_read, forbidden_address };

  ExchangeSettings settings;
  std::unique_ptr<CURL, EasyDeleter> easy{curl_easy_init()};
  char error[CURL_ERROR_SIZE] = "";
  // Of the hop under way.
  std::optional<HopQuestion> question;
  BodySink* sink = nullptr;
  bool follow_redirects = false, resting = false;
  std::size_t redirect_body = 0;
  CurlList headers, resolve, connect_to;
  AnswerHead head;
  std::optional<Certificate> certificate;
  PresentedCertificate presented;
  Stop stop = Stop::none;

  template <typename Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(easy.get(), option, value) != CURLE_OK) {
      throw std::runtime_error("libcurl refuses option " + std::to_string(option));
    }
  }

  void set_what_stays();
  void set_addresses();
  void set_versions();
  std::optional<Fault> fault(int code);

  static std::size_t on_header(char* bytes, std::size_t, std::size_t size, void* self);
  static std::size_t on_body(char* bytes, std::size_t, std::size_t size, void* self);
  static int on_connected(void* self, char*, char*, int, int);
  static curl_socket_t on_socket(void* self, curlsocktype, curl_sockaddr* address);
  static CURLcode on_tls_context(CURL*, void* context, void* self);
};

std::size_t CurlExchange::State::on_header(char* bytes, std::size_t, std::size_t size, void* self) {
  auto& state = *static_cast<State*>(self);
  if (!state.head.take({bytes, size})) {
    state.stop = Stop::head_too_large;
    return 0;
  }
  if (state.head.complete() && only_unknown_codings(state.head.headers()))
    state.set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  return size;
}

std::size_t CurlExchange::State::on_body(char* bytes, std::size_t, std::size_t size, void* self) {
  auto& state = *static_cast<State*>(self);
  if (state.resting) return CURL_WRITEFUNC_PAUSE;  // the same bytes come again
  if (state.follow_redirects && leads_on(state.head.status(), state.head.headers())) {
    state.redirect_body += size;
    if (state.redirect_body <= redirect_body_limit) return size;
    state.stop = Stop::redirect_read;
    return 0;
  }
  if (state.sink->take({bytes, size})) return size;
  state.stop = Stop::body_full;
  return 0;
}

// Connected, perhaps over a connection that was used before, and about to send the request.
int CurlExchange::State::on_connected(void* self, char*, char*, int, int) {
  auto& state = *static_cast<State*>(self);
  curl_tlssessioninfo* tls = nullptr;
  curl_easy_getinfo(state.easy.get(), CURLINFO_TLS_SSL_PTR, &tls);
  if (state.question->url.is_https() && tls && tls->backend == CURLSSLBACKEND_OPENSSL &&
      tls->internals) {
    state.certificate =
        peer_certificate(tls->internals, state.question->verify_tls,
                         std::string(state.question->url.host()), state.settings.ca_file);
  }
  return CURL_PREREQFUNC_OK;
}

// The second line behind the address guard: what is dialled is what was judged.
curl_socket_t CurlExchange::State::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& state = *static_cast<State*>(self);
  const auto& allowed = state.question->addresses;
  if (state.settings.proxy.empty()) {
    const auto dialled = IpAddress::from(address->addr);
    if (!dialled || std::find(allowed.begin(), allowed.end(), *dialled) == allowed.end()) {
      state.stop = Stop::forbidden_address;
      return CURL_SOCKET_BAD;
    }
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

CURLcode CurlExchange::State::on_tls_context(CURL*, void* context, void* self) {
  const auto& state = *static_cast<State*>(self);
  relax_like_browsers(context);
  watch_verification(context, state.presented);
  if (!state.question->tls_version.empty()) speak_only(context, state.question->tls_version);
  return CURLE_OK;
}

void CurlExchange::State::set_what_stays() {
  // CURLOPT_NOSIGNAL stays off, so that libcurl shields us from the SIGPIPE of OpenSSL's writes.
  set(CURLOPT_ERRORBUFFER, error);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PATH_AS_IS, 1L);  // the Url is normalised already
  set(CURLOPT_ACCEPT_ENCODING, accepted_codings);
  set(CURLOPT_USERAGENT, settings.user_agent.c_str());
  set(CURLOPT_CONNECTTIMEOUT_MS, connect_timeout_ms);
  // Set even when empty: the environment's http_proxy would go round the address guard.
  set(CURLOPT_PROXY, settings.proxy.c_str());
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (!settings.ca_file.empty()) {
    set(CURLOPT_CAINFO, settings.ca_file.c_str());
  } else {
    // libcurl reads the bundle once for all connections only where there is no folder beside it;
    // reading it costs each handshake tens of milliseconds, which would count as the server's.
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  }
  set(CURLOPT_SSL_CTX_FUNCTION, &State::on_tls_context);
  set(CURLOPT_SSL_CTX_DATA, this);
  set(CURLOPT_HEADERFUNCTION, &State::on_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &State::on_body);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_PREREQFUNCTION, &State::on_connected);
  set(CURLOPT_PREREQDATA, this);
  set(CURLOPT_OPENSOCKETFUNCTION, &State::on_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
}

void CurlExchange::State::set_addresses() {
  connect_to = CurlList(connect_to_line(*question));
  resolve = CurlList(resolve_line(*question));
  set(CURLOPT_CONNECT_TO, connect_to.get());
  set(CURLOPT_RESOLVE, resolve.get());
}

// HTTP/2 is not offered beside one version alone: it forbids what is older than 1.2 (RFC 9113
// section 9.2).
void CurlExchange::State::set_versions() {
  const bool any = question->tls_version.empty();
  set(CURLOPT_SSL_SESSIONID_CACHE, any ? 1L : 0L);
  set(CURLOPT_HTTP_VERSION,
      static_cast<long>(any ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
}

std::optional<Fault> CurlExchange::State::fault(int code) {
  switch (stop) {
    case Stop::body_full:
    case Stop::redirect_read:
      return std::nullopt;
    case Stop::head_too_large:
      return Fault{FaultKind::too_large, "the header fields exceed 300 KiB"};
    case Stop::forbidden_address:
      return Fault{FaultKind::forbidden_address, "libcurl dialled an address that was not judged"};
    case Stop::none:
      break;
  }
  if (code == CURLE_OK) return std::nullopt;
  CurlFailure failure;
  failure.code = code;
  curl_easy_getinfo(easy.get(), CURLINFO_OS_ERRNO, &failure.os_error);
  failure.answered = head.status() != 0;
  failure.text = error;
  return fault_of(failure);
}

CurlExchange::CurlExchange(const ExchangeSettings& settings) : state_(std::make_unique<State>()) {
  if (!state_->easy) throw std::runtime_error("libcurl has no memory for a handle");
  state_->settings = settings;
  // A jar of this handle's own, nothing read or stored; a reset would leak a list of cookie files.
  if (settings.keep_cookies) state_->set(CURLOPT_COOKIELIST, "");
}

CurlExchange::~CurlExchange() = default;

void CurlExchange::begin(const HopQuestion& question, BodySink& sink, bool follow_redirects) {
  State& state = *state_;
  // Where a kept connection turns out to be closed libcurl asks again by itself, but without a
  // reset only five times in a handle's life. Cookies and connections outlive it.
  curl_easy_reset(state.easy.get());
  state.set_what_stays();
  state.question = question;
  state.sink = &sink;
  state.follow_redirects = follow_redirects;
  state.resting = false;
  state.redirect_body = 0;
  state.head = {};
  state.certificate.reset();
  state.presented = std::make_shared<std::optional<Certificate>>();
  state.stop = State::Stop::none;
  state.error[0] = '\0';
  state.headers = {};
  for (const auto& line : question.header_lines) state.headers.add(line);
  state.set(CURLOPT_HTTPHEADER, state.headers.get());
  state.set(CURLOPT_URL, question.url.without_fragment().href().c_str());
  if (question.method == "HEAD") state.set(CURLOPT_NOBODY, 1L);
  state.set(CURLOPT_SSL_VERIFYPEER, question.verify_tls ? 1L : 0L);
  state.set(CURLOPT_SSL_VERIFYHOST, question.verify_tls ? 2L : 0L);
  state.set(CURLOPT_FRESH_CONNECT, question.fresh_connection ? 1L : 0L);
  state.set(CURLOPT_FORBID_REUSE, question.fresh_connection ? 1L : 0L);
  // Without TLS only an answer tells libcurl what can be shared: all would wait for a silent page.
  state.set(CURLOPT_PIPEWAIT, question.url.is_https() && !question.fresh_connection ? 1L : 0L);
  state.set(CURLOPT_TIMEOUT_MS, std::max<long>(1, question.time_left.count()));
  state.set_versions();
  state.set_addresses();
}

Hop CurlExchange::hop() const {
  const State& state = *state_;
  Hop hop{.url = state.question->url,
          .headers = {},
          .timing = {},
          .http_version = {},
          .address = {},
          .certificate = {}};
  hop.status = state.head.status();
  hop.headers = state.head.headers();
  hop.http_version = state.head.http_version();
  hop.timing = timing_of(state.easy.get(), state.question->name_lookup);
  const char* address = nullptr;
  curl_easy_getinfo(state.easy.get(), CURLINFO_PRIMARY_IP, &address);
  if (address) hop.address = address;
  hop.certificate = state.certificate;
  return hop;
}

HopAnswer CurlExchange::end(int code) {
  if (code == CURLE_PEER_FAILED_VERIFICATION) state_->certificate = *state_->presented;
  return {hop(), state_->fault(code), wire_bytes_of(state_->easy.get())};
}

std::string CurlExchange::cookies() const {
  return cookies_of(state_->easy.get());
}

void CurlExchange::rest() {
  state_->resting = true;
}

void CurlExchange::go_on() {
  if (std::exchange(state_->resting, false)) curl_easy_pause(state_->easy.get(), CURLPAUSE_CONT);
}

void* CurlExchange::handle() const {
  return state_->easy.get();
}

}  // namespace touchstone
