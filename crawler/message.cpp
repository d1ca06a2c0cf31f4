#include "crawler/message.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "crawler/curl_list.h"
#include "crawler/exchange_record.h"
#include "crawler/message_command.h"
#include "crawler/message_forms.h"
#include "crawler/request_headers.h"
#include "site/url.h"

namespace touchstone {

namespace {

constexpr long connect_timeout_ms = 10'000;

struct EasyCloser {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

// What of a text libcurl has not yet taken.
struct Upload {
  std::string_view rest;

  static std::size_t read(char* buffer, std::size_t size, std::size_t count, void* self) {
    auto& upload = *static_cast<Upload*>(self);
    const auto taken = upload.rest.substr(0, size * count);
    taken.copy(buffer, taken.size());
    upload.rest.remove_prefix(taken.size());
    return taken.size();
  }
};

// What the target says is not ours to show: it may repeat secrets.
std::size_t forget(char*, std::size_t size, std::size_t count, void*) {
  return size * count;
}

// One transfer with all that lasts as long as it does.
class Transmission {
 public:
  Transmission(const SendOptions& options, const std::string& protocols) : easy_(ready()) {
    set(CURLOPT_ERRORBUFFER, error_);
    set(CURLOPT_PROTOCOLS_STR, protocols.c_str());
    set(CURLOPT_FOLLOWLOCATION, 0L);  // the user named one address
    set(CURLOPT_WRITEFUNCTION, &forget);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.timeout.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, connect_timeout_ms);
    set(CURLOPT_PROXY, "");
    if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str());
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(easy_.get(), option, value) != CURLE_OK) {
      throw std::runtime_error("libcurl refuses option " + std::to_string(option));
    }
  }

  // Absent: it was done, and the answer's status was a good one.
  std::optional<std::string> run() {
    const CURLcode code = curl_easy_perform(easy_.get());
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status >= 300) return fmt::format("it answered {}", status);
    if (code != CURLE_OK) return fault_of({.code = code, .text = error_}).detail;
    return std::nullopt;
  }

 private:
  static CURL* ready() {
    static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL* const easy = global == CURLE_OK ? curl_easy_init() : nullptr;
    if (!easy) throw std::runtime_error("libcurl could not be started");
    return easy;
  }

  std::unique_ptr<CURL, EasyCloser> easy_;
  char error_[CURL_ERROR_SIZE] = "";
};

std::optional<std::string> post(const std::string& url, const std::string& body,
                                const SendOptions& options) {
  Transmission transmission(options, "http,https");
  const std::string agent = user_agent(options.user_agent);
  CurlList headers("Content-Type: application/json");
  headers.add("Expect:");  // no wait for 100 Continue
  if (!options.proxy.empty()) transmission.set(CURLOPT_PROXY, options.proxy.c_str());
  transmission.set(CURLOPT_URL, url.c_str());
  transmission.set(CURLOPT_USERAGENT, agent.c_str());
  transmission.set(CURLOPT_HTTPHEADER, headers.get());
  transmission.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  transmission.set(CURLOPT_POSTFIELDS, body.c_str());
  return transmission.run();
}

bool is_this_machine(const std::string& url) {
  const auto rest = url.substr(url.find("://") + 3);
  const auto host = rest.substr(0, rest.find_first_of(":/"));
  return host == "127.0.0.1" || host == "localhost" || rest.starts_with("[::1]");
}

std::optional<std::string> mail(const std::string& to, const Message& message,
                                const SendOptions& options, Time now) {
  const MailServer& server = options.mail;
  if (server.url.empty()) return "no mail server is named (TOUCHSTONE_SMTP)";
  if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://")) {
    return "the mail server is to be written as smtp://HOST:PORT or smtps://HOST:PORT";
  }
  if (!is_mailbox(server.sender)) {
    return "the sender of mails is no mail address (TOUCHSTONE_SMTP_FROM)";
  }
  Transmission transmission(options, "smtp,smtps");
  const std::string bytes = mail_of(message, server.sender, to, now);
  Upload upload{bytes};
  const CurlList recipients("<" + to + ">");
  const std::string from = "<" + server.sender + ">";
  const bool secret = !server.user.empty() && !is_this_machine(server.url);
  transmission.set(CURLOPT_URL, server.url.c_str());
  transmission.set(CURLOPT_USE_SSL, static_cast<long>(secret ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  transmission.set(CURLOPT_MAIL_FROM, from.c_str());
  transmission.set(CURLOPT_MAIL_RCPT, recipients.get());
  transmission.set(CURLOPT_UPLOAD, 1L);
  transmission.set(CURLOPT_READFUNCTION, &Upload::read);
  transmission.set(CURLOPT_READDATA, &upload);
  if (!server.user.empty()) {
    transmission.set(CURLOPT_USERNAME, server.user.c_str());
    transmission.set(CURLOPT_PASSWORD, server.password.c_str());
  }
  return transmission.run();
}

}  // namespace

std::optional<std::string> send_message(const MessageTarget& target, const Message& message,
                                        const SendOptions& options, Time now) {
  using Kind = MessageTarget::Kind;
  try {
    switch (target.kind) {
      case Kind::shell:
      case Kind::program:
        return run_with_input(target.address, target.kind == Kind::shell, message.json + "\n",
                              options.timeout);
      case Kind::slack:
        return post(target.address, slack_body(message), options);
      case Kind::webhook:
        return post(target.address, message.json, options);
      case Kind::email:
        return mail(target.address, message, options, now);
    }
  } catch (const std::exception& error) {
    return std::string(error.what());
  }
  return "unknown kind of target";
}

}  // namespace touchstone
