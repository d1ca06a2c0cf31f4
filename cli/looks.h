#pragma once

// Looking at one company as far as the options want it: at what is due, and again where a
// regression would decide something, so that it counts only when two looks saw it.
//
//   const Looks looks = look_at(address, options, desk, crawl);
//   const Held held = hold(looks, desk);

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/desk.h"
#include "history/calendar.h"

namespace touchstone {

struct Looks {
  Inspection seen;                     // by the last look, or stored where nothing was due
  std::optional<Inspection> first;     // by the one before, where there were two
  std::optional<Recording> recording;  // of the last look, where a capture is wanted
  bool nothing_due = false;            // nobody was asked
  std::optional<Day> next;             // then: the day on which something is due again
};

using CrawlOnce = std::function<Recording(const Url&)>;
// Throws what `crawl` throws.
Looks look_at(const Url& address, const Options& options, Desk& desk, const CrawlOnce& crawl,
              const std::atomic<int>& interrupted);

// "nothing of https://a.example/ is due before 2026-03-01; nothing was requested"
std::string told_nothing_due(const Looks& looks);

// The looks without their recording as bytes, for another process, and back. Throws FormError.
std::string pack(const Looks& looks);
Looks unpack_looks(std::string_view bytes);

// An audit held against the baseline (`changes`) and against the last stored one (`news`).
struct Held {
  Audit audit;  // points into the desk's wishes
  std::optional<Changes> changes, news;
};
// To be asked before the audit itself is stored.
Held hold(const Looks& looks, Desk& desk);

}  // namespace touchstone
