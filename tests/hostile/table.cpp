#include "tests/hostile/table.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <thread>

namespace touchstone {

namespace {

constexpr std::size_t rows_an_audit = 7;  // of over fifty pages: far under a fifth
constexpr std::size_t audits_at_once = 4;
constexpr int good_pages = 44;

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

std::string links_to_rows() {
  std::string links;
  for (std::size_t i = 0; i < rows_an_audit; ++i)
    links += "<a href=\"" + row_path(i) + "\">Bread of the day " + std::to_string(i) + "</a> ";
  return links;
}

// `first`: of the rows that this audit meets; all good where there are none.
Visited visit_pages(const std::vector<HostileRow>& rows, std::size_t first) {
  const Company firm = big_bakery(links_to_rows());
  const RudeServer server([&](Wire& wire, const std::string& target) {
    for (std::size_t i = 0; i < rows_an_audit; ++i) {
      if (!target.starts_with(row_path(i))) continue;
      if (first + i < rows.size()) return rows[first + i].behave(wire);
      return wire.answer(good_page(target));
    }
    wire.answer(firm({"GET", target, "", {}}));
  });
  auto arguments = in_a_hurry();
  arguments.push_back("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  return visit_with_program(arguments);
}

}  // namespace

Company big_bakery(const std::string& more) {
  Company firm = bakery();
  std::string links = more;
  for (int i = 0; i < good_pages; ++i) {
    const std::string path = "/bread/" + std::to_string(i) + ".html";
    links += "<a href=\"" + path + "\">Bread " + std::to_string(i) + "</a> ";
    firm.pages[path] = good_page(path);
  }
  firm.pages["/"].body += links;
  return firm;
}

std::vector<std::string> in_a_hurry(const std::string& name_server) {
  return {"--dns", name_server, "--timeout", "8", "--max-time", "300"};
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

// The first visit is the healthy one; the expected of each further one.
void check_all(const std::vector<Visited>& visits,
               const std::vector<std::vector<Expected>>& expected,
               const std::set<std::string>& touched) {
  tell("all is well", visits.front());
  CHECK(debts(visits.front()) == std::vector<std::string>{});
  for (std::size_t i = 1; i < visits.size(); ++i) {
    std::string names;
    for (const auto& [name, address, outcome] : expected[i - 1]) {
      names += (names.empty() ? "" : "; ") + name;
      const std::string got = visits[i].fetched(address);
      INFO(name << ": " << got);
      CHECK(is_one_of(got, outcome));
    }
    INFO(names);
    tell(names, visits[i]);
    check_visit(visits[i], visits.front(), touched);
  }
}

std::string origin_of(const Visited& visited) {
  return visited.recording ? visited.recording->asked.origin() : "";
}

std::string stranger(std::size_t row) {
  return "row" + std::to_string(row) + ".example";
}

Visited visit_strangers(const std::vector<HostileStranger>& rows, const std::string& scheme,
                        const StrangersWorld& world) {
  std::string links;
  auto all = in_a_hurry(world.name_server);
  if (!world.trusted.empty()) all.insert(all.end(), {"--cacert", world.trusted});
  std::vector<std::unique_ptr<RudeServer>> servers;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    links += "<a href=\"" + scheme + "://" + stranger(i) + "/\">A friend</a> ";
    if (!rows[i].behave) continue;
    servers.push_back(std::make_unique<RudeServer>(rows[i].behave, rows[i].manner));
    const std::string port = scheme == "https" ? ":443" : ":80";
    all.push_back("--connect-to");
    all.push_back(stranger(i) + port + ":127.0.0.1:" + std::to_string(servers.back()->port()));
  }
  const LocalServer server(big_bakery(links));
  all.push_back(server.origin() + "/");
  return visit_with_program(all);
}

Visited visit_files(const Company& firm, const std::vector<HostileFile>& rows) {
  const RudeServer server([&](Wire& wire, const std::string& target) {
    for (const auto& row : rows)
      if (target == row.path) return row.behave(wire);
    wire.answer(firm({"GET", target, "", {}}));
  });
  auto arguments = in_a_hurry();
  arguments.push_back("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  return visit_with_program(arguments);
}

}  // namespace

void check_pages(const std::vector<HostileRow>& rows, const std::set<std::string>& touched) {
  std::vector<std::function<Visited()>> jobs{[&] { return visit_pages({}, 0); }};
  for (std::size_t first = 0; first < rows.size(); first += rows_an_audit)
    jobs.emplace_back([&rows, first] { return visit_pages(rows, first); });
  const auto visits = at_once(jobs);
  std::vector<std::vector<Expected>> expected(visits.size() - 1);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto audit = row / rows_an_audit;
    expected[audit].push_back({rows[row].name,
                               origin_of(visits[audit + 1]) + row_path(row % rows_an_audit),
                               rows[row].outcome});
  }
  check_all(visits, expected, touched);
}

void check_strangers(const std::vector<HostileStranger>& rows, const std::string& scheme,
                     const StrangersWorld& world, const std::set<std::string>& touched) {
  // A healthy stranger answers in plain HTTP, whatever the rows do.
  std::vector<HostileStranger> good;
  for (const auto& row : rows)
    good.push_back({row.name, "200",
                    [](Wire& wire, const std::string&) { wire.answer(good_page("of a friend")); }});
  const auto visits =
      at_once({[&] { return visit_strangers(good, "http", {.name_server = world.name_server}); },
               [&] { return visit_strangers(rows, scheme, world); }});
  std::vector<Expected> expected;
  for (std::size_t i = 0; i < rows.size(); ++i)
    expected.push_back({rows[i].name, scheme + "://" + stranger(i) + "/", rows[i].outcome});
  check_all(visits, {expected}, touched);
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
  std::vector<std::function<Visited()>> jobs{[&] { return visit_files(firm, {}); }};
  for (const auto& audit : audits)
    jobs.emplace_back([&firm, &audit] { return visit_files(firm, audit); });
  const auto visits = at_once(jobs);
  std::vector<std::vector<Expected>> expected;
  for (std::size_t i = 0; i < audits.size(); ++i) {
    expected.emplace_back();
    for (const auto& row : audits[i])
      expected.back().push_back({row.name, origin_of(visits[i + 1]) + row.path, row.outcome});
  }
  check_all(visits, expected, touched);
}

}  // namespace touchstone
