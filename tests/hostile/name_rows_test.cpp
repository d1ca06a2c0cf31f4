// A domain name system that is silent, wrong or hostile.

#include <catch2/catch.hpp>

#include "tests/crawler/name_server.h"
#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

constexpr int type_a = 1, type_ns = 2, type_cname = 5, type_mx = 15, type_txt = 16, type_aaaa = 28;
constexpr int server_failed = 2, no_such_name = 3, refused = 5;

struct NameRow {
  const char* name;
  const char* outcome;
  std::function<NameAnswer(int type)> answer;
};

NameAnswer only_a(int type, const std::string& rdata) {
  if (type != type_a) return {};
  return {.records = {{type_a, rdata}}};
}

}  // namespace

TEST_CASE("strangers whose names deceive change nothing but the links to them", "[table]") {
  const std::vector<NameRow> names{
      {"no answer", "name-undecided|timeout", [](int) { return NameAnswer{.silent = true}; }},
      {"a server that fails", "name-undecided",
       [](int) { return NameAnswer{.code = server_failed}; }},
      {"a server that refuses", "name-undecided", [](int) { return NameAnswer{.code = refused}; }},
      {"a name that does not exist", "name-not-found|unreachable",
       [](int) { return NameAnswer{.code = no_such_name}; }},
      {"a name without an address", "no-address|unreachable", [](int) { return NameAnswer{}; }},
      {"noise", "name-undecided",
       [](int) { return NameAnswer{.garbage = std::string(300, '\xff')}; }},
      {"a name that points at itself", "name-undecided",
       [](int) { return NameAnswer{.garbage = std::string("\xc0\x0c\0\x01\0\x01", 6)}; }},
      {"an alias of itself", "no-address|name-undecided",
       [](int) {
         return NameAnswer{.records = {{type_cname, std::string("\xc0\x0c", 2)}}};
       }},
      {"an alias of nobody", "no-address|name-undecided|unreachable",
       [](int) {
         return NameAnswer{.records = {{type_cname, wire::name("nobody.example")}}};
       }},
      {"an address of three bytes", "no-address|name-undecided",
       [](int type) { return only_a(type, "\x7f\x01\x01"); }},
      {"an address of the machine itself", "forbidden-address",
       [](int type) { return only_a(type, wire::a("127.0.0.1")); }},
      {"an address of the cloud's metadata", "forbidden-address",
       [](int type) { return only_a(type, wire::a("169.254.169.254")); }},
      {"an address that hides another in it", "forbidden-address|no-address",
       [](int type) {
         if (type != type_aaaa) return NameAnswer{};
         return NameAnswer{.records = {{type_aaaa, wire::aaaa("::ffff:127.0.0.1")}}};
       }},
      {"200 addresses of the home network", "forbidden-address|name-undecided",
       [](int type) {
         NameAnswer many;
         if (type == type_a) many.records.assign(200, {type_a, wire::a("192.168.0.1")});
         return many;
       }},
  };
  const NameServer server([&](const std::string& name, int type) -> NameAnswer {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (name == "row" + std::to_string(i) + ".example") return names[i].answer(type);
    return {.code = no_such_name};
  });
  std::vector<HostileStranger> rows;
  for (const auto& row : names) rows.push_back({row.name, row.outcome, nullptr, {}});
  check_strangers(rows, "http", {.name_server = server.address()});
}

TEST_CASE("a company whose name server deceives is judged by its pages all the same", "[table]") {
  struct Row {
    const char* name;
    std::function<NameAnswer(const std::string& name, int type)> answer;
  };
  const auto spf = [](const std::string& text) {
    return NameAnswer{.records = {{type_txt, wire::strings({text})}}};
  };
  const Row rows[] = {
      {"noise to every question",
       [](const std::string&, int) { return NameAnswer{.garbage = std::string(200, '\xc0')}; }},
      {"silence to every question",
       [](const std::string&, int) { return NameAnswer{.silent = true}; }},
      {"an SPF record that includes itself",
       [&](const std::string&, int type) {
         return type == type_txt ? spf("v=spf1 include:firm.example -all") : NameAnswer{};
       }},
      {"SPF records without an end",
       [&](const std::string& name, int type) {
         if (type != type_txt || name.size() > 200) return NameAnswer{};
         return spf("v=spf1 include:a." + name + " include:b." + name + " -all");
       }},
      {"100 mail servers of one name each",
       [](const std::string&, int type) {
         NameAnswer many;
         for (int i = 0; type == type_mx && i < 100; ++i)
           many.records.push_back(
               {type_mx, wire::number16(1) + wire::name("m" + std::to_string(i) + ".example")});
         return many;
       }},
      {"name servers that steer a terminal",
       [](const std::string&, int type) {
         if (type == type_txt)
           return NameAnswer{.records = {{type_txt, wire::strings({"\x1b[2J\x07\xff\xfe"})}}};
         if (type == type_ns)
           return NameAnswer{.records = {{type_ns, wire::name("\x1b[2J.example")}}};
         return NameAnswer{};
       }},
  };
  const LocalServer web(bakery());
  std::vector<std::unique_ptr<NameServer>> servers;
  std::vector<std::function<Visited()>> jobs;
  const auto job = [&](std::function<NameAnswer(const std::string&, int)> answer) {
    servers.push_back(std::make_unique<NameServer>(std::move(answer)));
    jobs.emplace_back([&web, address = servers.back()->address()] {
      auto arguments = patiently(false, address);
      arguments.insert(arguments.end(),
                       {"--connect-to", "firm.example:80:127.0.0.1:" + std::to_string(web.port()),
                        "http://firm.example/"});
      return visit_with_program(arguments);
    });
  };
  job([](const std::string&, int) { return NameAnswer{}; });
  for (const auto& row : rows) job(row.answer);
  const auto visits = at_once(jobs);
  for (std::size_t i = 1; i < visits.size(); ++i) {
    INFO(rows[i - 1].name);
    tell(rows[i - 1].name, visits[i]);
    CHECK(visits[i].fetched("http://firm.example/") == "200");
    check_visit(
        visits[i], visits.front(),
        {"canonical-host", "email-address", "email-bimi", "email-dkim", "email-dmarc", "email-mx",
         "email-spf", "email-transport", "tls-certificate", "webmaster-verification"});
  }
}

}  // namespace touchstone
