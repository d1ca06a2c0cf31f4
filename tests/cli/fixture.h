#pragma once

// A made-up company on 127.0.0.1, audited over real sockets from the first request to the reports.
//
//   Company firm = bakery();
//   firm.pages["/"] = page("<title>Bakery</title>", "<h1>Bread</h1>");
//   CHECK(outcome(audit_of(firm), "page-title") == "sucks");

#include <map>
#include <string>
#include <vector>

#include "crawler/crawl.h"
#include "crawler/local_server.h"
#include "rules/judge.h"

namespace touchstone {

// Answers by path; what is not there is `otherwise`. Safe from several threads.
struct Company {
  std::map<std::string, ServedAnswer> pages{};
  ServedAnswer otherwise{};

  ServedAnswer operator()(const ServedRequest& request) const;
};

ServedAnswer answer(const std::string& content_type, std::string body, int status = 200);
// An English page in UTF-8 for phones, with that in its head and its body.
ServedAnswer page(const std::string& head, const std::string& body, int status = 200);

// A small company that is whole: home, contact page, about page, own 404 page, icon, robots.txt.
Company bakery();

// As patient as a user who is in a hurry: seconds for each request, no pause before another try.
CrawlOptions hurried();
// The same for http://firm.example/ at that port; its name server says what `dns_server` says.
CrawlOptions hurried_at_firm(const std::string& dns_server, std::uint16_t port);

// Crawled, judged by the built-in rules, and told in every format, which must succeed.
Audit audit_at(const std::string& address, const CrawlOptions& options);
Audit audit_of(LocalServer::Handler company, const CrawlOptions& options = hurried());

// A verdict ("wow", "so-so", "sucks"), "missing", "absent", "not-applicable", or the reason why it
// was not assessed ("bot-challenge"). Of a touchpoint or a component ("not-found-page.status").
std::string outcome(const Audit& audit, const std::string& id);
// The touchpoints with the verdict sucks, missing ones included.
std::vector<std::string> sucking(const Audit& audit);
// Touchpoints that were judged in any way.
std::vector<std::string> judged(const Audit& audit);

}  // namespace touchstone
