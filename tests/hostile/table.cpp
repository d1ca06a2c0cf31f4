#include "tests/hostile/table.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <thread>

namespace touchstone {

namespace {

// Pages that give nothing to read must stay a fifth of all at most, and all of them 60.
constexpr std::size_t rows_an_audit = 8;
constexpr int good_pages = 40;
constexpr std::size_t strangers = 20;  // as many as an audit asks
constexpr std::size_t audits_at_once = 4;

// What depends on how busy this machine is.
const std::set<std::string>& of_the_hour() {
  static const std::set<std::string> ids{"server-response-time", "estimated-lcp",
                                         "response-stability", "estimated-fcp"};
  return ids;
}

std::string row_path(std::size_t row) {
  return "/row/" + std::to_string(row) + ".html";
}

ServedAnswer good_page(const std::string& path) {
  return page("<title>Bread " + path + "</title>",
              "<h1>Bread " + path + "</h1><p><a href=\"/\">Home</a> We bake it every night.</p>");
}

// The bakery with many good pages, and links to the rows.
Company big_bakery() {
  Company firm = bakery();
  std::string& home = firm.pages["/"].body;
  for (std::size_t i = 0; i < rows_an_audit; ++i)
    home += "<a href=\"" + row_path(i) + "\">Bread of the day " + std::to_string(i) + "</a> ";
  for (int i = 0; i < good_pages; ++i) {
    const std::string path = "/bread/" + std::to_string(i) + ".html";
    home += "<a href=\"" + path + "\">Bread " + std::to_string(i) + "</a> ";
    firm.pages[path] = good_page(path);
  }
  return firm;
}

// Those of a table that share an audit, each at its path; the pages of the others are good.
using RowsOfAudit = std::vector<const HostileRow*>;

Visited visit_pages(const RowsOfAudit& rows) {
  static const Company firm = big_bakery();
  const RudeServer server([&](Wire& wire, const std::string& target) {
    for (std::size_t i = 0; i < rows_an_audit; ++i) {
      if (!target.starts_with(row_path(i))) continue;
      return i < rows.size() ? rows[i]->behave(wire) : wire.answer(good_page(target));
    }
    wire.answer(firm({"GET", target, "", {}}));
  });
  const bool hangs =
      std::any_of(rows.begin(), rows.end(), [](const auto* row) { return row->hangs; });
  auto arguments = patiently(hangs);
  arguments.push_back("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  return visit_with_program(arguments);
}

bool tells_rows() {
  const char* const tells = std::getenv("TOUCHSTONE_TELL");
  return tells && std::string_view(tells) == "rows";
}

// As few audits as will do, of much the same size; what hangs stays together.
std::vector<RowsOfAudit> shared_out(const std::vector<HostileRow>& rows) {
  std::vector<RowsOfAudit> audits;
  for (const bool hangs : {true, false}) {
    RowsOfAudit some;
    for (const auto& row : rows)
      if (row.hangs == hangs) some.push_back(&row);
    const std::size_t each = tells_rows() ? 1 : rows_an_audit;
    const auto many = (some.size() + each - 1) / each;
    for (std::size_t i = 0; i < many; ++i)
      audits.emplace_back(some.begin() + static_cast<std::ptrdiff_t>(some.size() * i / many),
                          some.begin() + static_cast<std::ptrdiff_t>(some.size() * (i + 1) / many));
  }
  return audits;
}

}  // namespace

std::vector<std::string> patiently(bool hangs, const std::string& name_server) {
  return {"--dns", name_server, "--timeout", hangs ? "8" : "60", "--max-time", "1000"};
}

CrawlOptions patient() {
  CrawlOptions options = hurried();
  options.timeout = std::chrono::seconds(60);
  options.max_time = std::chrono::seconds(1'000);
  return options;
}

std::vector<Visited> at_once(const std::vector<std::function<Visited()>>& jobs) {
  std::vector<Visited> done(jobs.size());
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < std::min(audits_at_once, jobs.size()); ++i) {
    threads.emplace_back([&] {
      for (auto job = next++; job < jobs.size(); job = next++) done[job] = jobs[job]();
    });
  }
  for (auto& thread : threads) thread.join();
  return done;
}

bool is_one_of(const std::string& outcome, const std::string& wanted) {
  return ("|" + wanted + "|").find("|" + outcome + "|") != std::string::npos;
}

void check_visit(const Visited& visited, const Visited& healthy,
                 const std::set<std::string>& touched) {
  CHECK(debts(visited) == std::vector<std::string>{});
  std::vector<std::string> changed;
  for (const auto& [id, outcome] : healthy.outcomes) {
    if (touched.contains(id) || of_the_hour().contains(id)) continue;
    const auto found = visited.outcomes.find(id);
    const std::string now = found == visited.outcomes.end() ? "gone" : found->second;
    if (now != outcome) changed.push_back(id + ": " + outcome + " -> " + now);
  }
  CHECK(changed == std::vector<std::string>{});
}

void tell(const std::string& name, const Visited& visited) {
  if (std::getenv("TOUCHSTONE_TELL"))
    std::printf("%5.1f s %5ld MiB  %s\n", visited.seconds, visited.peak_mib, name.c_str());
}

namespace {

struct Expected {
  std::string name, address, outcome;
};

void check_all(const std::vector<Visited>& visits,
               const std::vector<std::vector<Expected>>& expected, const Visited& healthy,
               const std::set<std::string>& touched) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    std::string names;
    for (const auto& [name, address, outcome] : expected[i]) {
      names += (names.empty() ? "" : "; ") + name;
      const std::string got = visits[i].fetched(address);
      INFO(name << ": " << got);
      CHECK(is_one_of(got, outcome));
    }
    INFO(names);
    tell(names, visits[i]);
    check_visit(visits[i], healthy, touched);
  }
}

// Visits the same site in good health beside the others, unless that was done before.
std::vector<Visited> at_once_beside(std::optional<Visited>& healthy,
                                    const std::function<Visited()>& visit_healthy,
                                    std::vector<std::function<Visited()>> jobs) {
  if (healthy) return at_once(jobs);
  jobs.push_back(visit_healthy);
  auto visits = at_once(jobs);
  healthy = std::move(visits.back());
  visits.pop_back();
  tell("all is well", *healthy);
  CHECK(debts(*healthy) == std::vector<std::string>{});
  return visits;
}

std::string origin_of(const Visited& visited) {
  return visited.recording ? visited.recording->asked.origin() : "";
}

std::string stranger(std::size_t row) {
  return "row" + std::to_string(row) + ".example";
}

// Behind the rows stand good ones. One page of the company takes its time, so that whoever answers
// at all is waited for.
Visited visit_strangers(const std::vector<HostileStranger>& rows, const std::string& scheme,
                        const StrangersWorld& world) {
  constexpr int slow_ms = 8'000;
  const Rudeness good = [](Wire& wire, const std::string&) { wire.answer(good_page("elsewhere")); };
  std::string links = "<a href=\"/slow.html\">Slow bread</a> ";
  auto all = patiently(false, world.name_server);
  if (!world.trusted.empty()) all.insert(all.end(), {"--cacert", world.trusted});
  std::vector<std::unique_ptr<RudeServer>> servers;
  for (std::size_t i = 0; i < strangers; ++i) {
    const bool is_good = i >= rows.size();
    const bool plain = is_good || scheme == "http";
    links += "<a href=\"" + (plain ? "http" : scheme) + "://" + stranger(i) + "/\">A friend</a> ";
    if (!is_good && !rows[i].behave) continue;
    servers.push_back(is_good ? std::make_unique<RudeServer>(good)
                              : std::make_unique<RudeServer>(rows[i].behave, rows[i].manner));
    all.push_back("--connect-to");
    all.push_back(stranger(i) + (plain ? ":80" : ":443") +
                  ":127.0.0.1:" + std::to_string(servers.back()->port()));
  }
  Company firm = bakery();
  firm.pages["/"].body += links;
  const RudeServer server([&](Wire& wire, const std::string& target) {
    const bool slow = target == "/slow.html";
    if (slow && !wire.pause(slow_ms)) return;
    wire.answer(slow ? good_page(target) : firm({"GET", target, "", {}}));
  });
  all.push_back("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  return visit_with_program(all);
}

Visited visit_files(const Company& firm, const std::vector<HostileFile>& rows) {
  const RudeServer server([&](Wire& wire, const std::string& target) {
    for (const auto& row : rows)
      if (target.substr(0, target.find('?')) == row.path) return row.behave(wire);
    wire.answer(firm({"GET", target, "", {}}));
  });
  const bool hangs =
      std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.hangs; });
  auto arguments = patiently(hangs);
  arguments.push_back("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  return visit_with_program(arguments);
}

}  // namespace

void check_pages(const std::vector<HostileRow>& rows, const std::set<std::string>& touched) {
  static std::optional<Visited> healthy;
  const auto audits = shared_out(rows);
  std::vector<std::function<Visited()>> jobs;
  for (const auto& audit : audits) jobs.emplace_back([&audit] { return visit_pages(audit); });
  const auto visits = at_once_beside(
      healthy, [] { return visit_pages({}); }, std::move(jobs));
  std::vector<std::vector<Expected>> expected(audits.size());
  for (std::size_t audit = 0; audit < audits.size(); ++audit)
    for (std::size_t i = 0; i < audits[audit].size(); ++i)
      expected[audit].push_back({audits[audit][i]->name, origin_of(visits[audit]) + row_path(i),
                                 audits[audit][i]->outcome});
  check_all(visits, expected, *healthy, touched);
}

void check_strangers(const std::vector<HostileStranger>& rows, const std::string& scheme,
                     const StrangersWorld& world) {
  static std::optional<Visited> healthy;
  const auto visits = at_once_beside(healthy, [] { return visit_strangers({}, "http", {}); },
                                     {[&] { return visit_strangers(rows, scheme, world); }});
  std::vector<Expected> expected;
  for (std::size_t i = 0; i < rows.size(); ++i)
    expected.push_back({rows[i].name, scheme + "://" + stranger(i) + "/", rows[i].outcome});
  // What the name server says of the company's own mail is no matter of the strangers.
  check_all(visits, {expected}, *healthy, {"external-links", "email-address"});
}

void check_files(const Company& firm, const std::vector<HostileFile>& rows,
                 const std::set<std::string>& touched) {
  std::vector<std::vector<HostileFile>> audits;
  std::map<std::string, std::size_t> met;
  for (const auto& row : rows) {
    const auto audit = met[row.path]++;
    if (audit == audits.size()) audits.emplace_back();
    audits[audit].push_back(row);
  }
  std::optional<Visited> healthy;
  std::vector<std::function<Visited()>> jobs;
  for (const auto& audit : audits)
    jobs.emplace_back([&firm, &audit] { return visit_files(firm, audit); });
  const auto visits = at_once_beside(
      healthy, [&] { return visit_files(firm, {}); }, std::move(jobs));
  std::vector<std::vector<Expected>> expected(audits.size());
  for (std::size_t i = 0; i < audits.size(); ++i)
    for (const auto& row : audits[i])
      expected[i].push_back({row.name, origin_of(visits[i]) + row.path, row.outcome});
  check_all(visits, expected, *healthy, touched);
}

}  // namespace touchstone
