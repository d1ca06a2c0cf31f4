#include "checks/messenger_link.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "checks/presence/dialling.h"
#include "checks/presence/phone_shape.h"
#include "site/embedded.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongestAddress = 2'000;

struct Mistake {
  std::string network;
  std::unique_ptr<RE2> address;
};

const std::vector<Mistake>& mistakes() {
  static const auto all = [] {
    std::vector<Mistake> read;
    for (const auto line : embedded_list("checks/data/messenger-mistakes.txt")) {
      const auto cut = line.find(' ');
      read.push_back({std::string(line.substr(0, cut)),
                      std::make_unique<RE2>(std::string(line.substr(cut + 1)))});
    }
    return read;
  }();
  return all;
}

std::string mistaken_network(const std::string& folded) {
  for (const Mistake& mistake : mistakes()) {
    if (RE2::PartialMatch(folded, *mistake.address)) return mistake.network;
  }
  return {};
}

bool leads_to_group(const std::string& address) {
  static const auto groups = [] {
    std::vector<std::unique_ptr<RE2>> read;
    for (const auto line : embedded_list("checks/data/messenger-groups.txt")) {
      read.push_back(std::make_unique<RE2>("(?i)" + std::string(line)));
    }
    return read;
  }();
  return std::any_of(groups.begin(), groups.end(),
                     [&](const auto& group) { return RE2::PartialMatch(address, *group); });
}

// The number that the link names; empty where it goes by a name.
std::string number_in(const std::string& address) {
  static const RE2 number(R"((?i)(?:wa\.me/|[?&](?:phone|number)=)([\d\s()+%.-]{3,40}))");
  std::string found;
  RE2::PartialMatch(address, number, &found);
  return found;
}

// Messengers want all digits with the country code and nothing else (https://faq.whatsapp.com).
bool sound_number(const std::string& number) {
  const std::string digits = digits_in(number);
  return number.find(' ') == std::string::npos && digits.front() != '0' &&
         dial("+" + digits, "").has_value();
}

bool has_message(const std::string& address) {
  static const RE2 message(R"((?i)[?&](?:text|body|draft)=[^&#]*[^&#\s])");
  return RE2::PartialMatch(address, message);
}

}  // namespace

std::optional<MessengerLink> messenger_link(const Link& link) {
  const std::string& written = link.url ? link.url->href() : link.href;
  // Most links are none: one cheap look spares the others.
  static const RE2 perhaps(
      R"((?i)wa\.me|whatsapp|t\.me|telegram|^tg:|viber|m\.me|line\.me|zalo\.me|vk\.me)");
  if (written.size() > kLongestAddress) return std::nullopt;
  MessengerLink talk;
  talk.network = messenger_of(link);
  if (talk.network.empty() && !RE2::PartialMatch(written, perhaps)) return std::nullopt;
  const std::string address = percent_decode(written);
  const std::string mistaken = mistaken_network(fold(address));
  talk.prefilled = has_message(address);
  if (talk.network.empty()) {
    // A text without an addressee is there to share the page.
    if (mistaken.empty() || talk.prefilled) return std::nullopt;
    talk.network = mistaken;
    talk.kind = MessengerLink::Kind::broken;
    return talk;
  }
  const std::string number = number_in(address);
  const bool numbered = !digits_in(number).empty();
  if (leads_to_group(written)) {
    talk.kind = MessengerLink::Kind::group;
  } else if (numbered ? !sound_number(number) : !mistaken.empty()) {
    talk.kind = MessengerLink::Kind::broken;
  }
  return talk;
}

}  // namespace touchstone
