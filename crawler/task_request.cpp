#include "crawler/task_request.h"

#include <algorithm>

namespace touchstone {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds short_patience{8'000};
constexpr std::size_t document_bytes = 1u << 20;  // its kind and size show in less
constexpr std::size_t note_bytes = 256u << 10;    // a text that people or programs write by hand
constexpr std::size_t unread_bytes = 64u << 10;   // of a body that is not kept

// Whether it answers is all that is wanted; where HEAD is not answered well, GET decides.
bool asks_whether_it_answers(Role role) {
  return role == Role::link || role == Role::sitemap_entry;
}

std::size_t most_bytes(const Task& task, std::size_t body_limit) {
  switch (task.role) {
    case Role::document:
      return std::min(body_limit, document_bytes);
    case Role::well_known:
    case Role::mail_policy:
    case Role::registration:
      return std::min(body_limit, note_bytes);
    case Role::link:
    case Role::sitemap_entry:
      return unread_bytes;
    default:
      return body_limit;
  }
}

}  // namespace

Request request_for(const Task& task, std::size_t body_limit) {
  Request request{.url = task.url};
  request.attempt = task.tries() + 1;
  request.body_limit = most_bytes(task, body_limit);
  request.headers = task.headers;
  request.stream = task.role == Role::home;
  const bool handshake = task.role == Role::tls_version;
  const bool unverified = task.role == Role::unverified_tls || handshake;
  request.verify_tls = !unverified;
  // A policy is not where a redirect leads (RFC 8461 section 3.3).
  request.follow_redirects = !unverified && task.note != "mta-sts";
  request.fresh_connection = unverified || task.role == Role::timing;
  request.drop_body = !keeps_body(task.role) && task.role != Role::entry;
  if (handshake) request.tls_version = task.note;
  if (handshake || (asks_whether_it_answers(task.role) && task.tries() == 0))
    request.method = "HEAD";
  if (handshake || (task.foreign && task.role != Role::resource)) request.patience = short_patience;
  return request;
}

}  // namespace touchstone
