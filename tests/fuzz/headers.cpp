// The head of an answer as a server sends it, the answer as a file holds it, and the grammars of
// the fields that we read.

#include "crawler/answer_head.h"
#include "crawler/content_codings.h"
#include "crawler/http_message.h"
#include "crawler/retry.h"
#include "site/media_type.h"
#include "tests/fuzz/fuzz.h"

namespace touchstone {
namespace {

using fuzz::hold;
constexpr std::size_t body_limit = 64 << 10;

void read_fields(const Headers& headers) {
  only_unknown_codings(headers);
  const auto pause = retry_after(headers, Time{std::chrono::milliseconds(1'790'000'000'000)});
  hold(!pause || pause->count() >= 0, "a pause is not negative");
  for (const auto& [name, value] : headers.fields()) {
    hold(headers.has(name), "a field is found by its name");
    if (const auto type = parse_media_type(value)) {
      const auto again = parse_media_type(type->serialized());
      hold(again && again->serialized() == type->serialized(), "a media type's text is the type");
    }
    for (const auto& link : parse_link_header(value)) link.has_rel("icon");
  }
}

}  // namespace
}  // namespace touchstone

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto text = fuzz::text_of(bytes, size);
  AnswerHead head;
  for (auto rest = text; !rest.empty() && !head.complete();) {
    const auto [line, further] = fuzz::split_line(rest);
    if (!head.take(rest.substr(0, rest.size() - further.size()))) break;
    rest = further;
  }
  read_fields(head.headers());
  if (const auto message = parse_http_message(text, body_limit)) {
    fuzz::hold(message->body.size() <= body_limit, "a body keeps its limit");
    fuzz::hold(message->decoded || message->body.empty(), "what cannot be undone is not shown");
    read_fields(message->headers);
  }
  return 0;
}
