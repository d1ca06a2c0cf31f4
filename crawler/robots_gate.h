#pragma once

// Which addresses the hosts let us ask for, each by its own robots.txt (RFC 9309 section 2.3).

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "site/fetch.h"
#include "site/robots.h"

namespace touchstone {

class RobotsGate {
 public:
  enum class Answer {
    unknown,  // the host's robots.txt was not asked for
    asked,    // it is on its way
    allowed,
    disallowed,
    unreachable,  // it could not be read: nothing may be asked (section 2.3.1.4)
  };
  Answer look(const Url& url) const;
  // The same without its rules, and so for little: `allowed` where they are known.
  Answer look_at_host(const Url& url) const;

  // Where the rules for an address stand. http and https of one host share theirs.
  static Url robots_of(const Url& url) { return url.with_path("/robots.txt"); }

  void asked(const Url& url);
  // `fetch`: the last answer to robots_of(url).
  void answered(const Url& url, const Fetch& fetch);

  // Crawl-delay for us; absent when the host wants none.
  std::optional<std::chrono::milliseconds> delay(const Url& url) const;
  // The rules of the host; null while they are not known or could not be read.
  const Robots* robots(const Url& url) const;

 private:
  struct Host {
    Answer answer = Answer::asked;  // asked, allowed or unreachable
    Robots robots;
  };
  std::map<std::string, Host> hosts_;  // by authority
};

}  // namespace touchstone
