#include "site/challenge.h"

#include "site/challenge_signs.h"
#include "site/obstacle.h"
#include "site/parked.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t text_of_a_challenge = 600, text_of_maintenance = 800,
                      text_of_a_block = 1500;  // characters
constexpr std::size_t links_of_a_site = 3;     // internal ones

bool says(const Page& page, std::string_view list) {
  const bool turkish = page.language() == "tr";
  return has_listed_phrase(fold(page.title(), turkish) + "\n" + fold(page.text(), turkish), list);
}

bool is_worded_challenge(const Page& page, const Answer& answer) {
  return answer.characters < text_of_a_challenge && answer.internal_links == 0 &&
         !answer.has_fields && says(page, "site/data/challenge-phrases.txt");
}

bool is_maintenance(const Page& page, const Answer& answer) {
  const int status = page.fetch().status();
  if (status != 503 && status != 200) return false;
  const bool stub =
      answer.characters < text_of_maintenance && answer.internal_links < links_of_a_site;
  if (status == 503 && says(page, "site/data/maintenance-phrases-503.txt")) return true;
  return (stub || status == 503) && says(page, "site/data/maintenance-phrases.txt");
}

bool is_geo_block(const Page& page, const Answer& answer) {
  return answer.characters < text_of_a_block && answer.internal_links < links_of_a_site &&
         says(page, "site/data/geo-block-phrases.txt");
}

}  // namespace

std::optional<Obstacle> obstacle_on(const Page& page) {
  const Answer answer = answer_of(page);
  if (const auto by = challenger(answer)) return Obstacle{Reason::bot_challenge, *by};
  if (page.document()) {
    if (is_worded_challenge(page, answer)) return Obstacle{Reason::bot_challenge, {}};
    if (is_maintenance(page, answer)) return Obstacle{Reason::maintenance, {}};
    if (is_geo_block(page, answer)) return Obstacle{Reason::geo_blocked, {}};
    if (parking_signals(page) >= parking_signals_needed) return Obstacle{Reason::parked, {}};
  }
  if (const auto reason = unreadable_because(page.fetch())) return Obstacle{*reason, {}};
  return std::nullopt;
}

std::optional<Obstacle> known_obstacle(const Page& page) {
  const bool by_itself = page.reason() == Reason::too_deep || page.reason() == Reason::login_wall;
  if (page.trust() != Trust::none || !page.reason() || by_itself) return std::nullopt;
  return Obstacle{*page.reason(), page.blocked_by()};
}

std::optional<Obstacle> obstacle_in(const Fetch& fetch) {
  if (const auto page = Page::read(fetch)) return known_obstacle(*page);
  if (const auto by = challenger(answer_of(fetch))) return Obstacle{Reason::bot_challenge, *by};
  if (const auto reason = unreadable_because(fetch)) return Obstacle{*reason, {}};
  return std::nullopt;
}

}  // namespace touchstone
