#include <algorithm>
#include <mutex>

#include "crawler/dns_records.h"
#include "tests/crawler/ask.h"
#include "tests/crawler/name_server.h"

using namespace touchstone;

namespace {

constexpr int type_a = 1, type_cname = 5, type_aaaa = 28;

CrawlOptions asking(const NameServer& server) {
  CrawlOptions options;
  options.dns_server = server.address();
  options.timeout = std::chrono::milliseconds(2'000);
  return options;
}

DnsAnswer ask(const NameServer& server, DnsType type, const std::string& name = "Shop.Example.") {
  CurlNetwork network(asking(server), url("http://shop.example/"));
  const Ticket ticket = network.ask_dns(name, type);
  for (auto& event : all_events(network)) {
    if (event.ticket == ticket && event.dns) return *event.dns;
  }
  FAIL("no answer of the name server");
  std::abort();
}

}  // namespace

TEST_CASE("records of every type come in presentation form") {
  struct Case {
    DnsType type;
    std::string bytes, wanted;
  };
  const Case cases[] = {
      {DnsType::a, wire::a("192.0.2.1"), "192.0.2.1"},
      {DnsType::aaaa, wire::aaaa("2001:db8::1"), "2001:db8::1"},
      {DnsType::ns, wire::name("NS1.shop.example"), "ns1.shop.example"},
      {DnsType::mx, wire::number16(10) + wire::name("mail.shop.example"), "10 mail.shop.example"},
      {DnsType::mx, wire::number16(0) + wire::name(""), "0 ."},
      {DnsType::mx, wire::number16(5) + std::string("\x04mail\xc0\x0c", 7), "5 mail.shop.example"},
      {DnsType::txt, wire::strings({"v=spf1 ", "-all"}), "v=spf1 -all"},
      {DnsType::caa, std::string("\0\5issueletsencrypt.org", 22), "0 issue letsencrypt.org"},
      {DnsType::soa,
       wire::name("ns.example") + wire::name("hostmaster.example") +
           std::string("\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0\5", 20),
       "ns.example hostmaster.example 1 2 3 4 5"},
      {DnsType::https,  // alpn h3, h2, then a port, which is left out
       wire::number16(1) + wire::name("") + std::string("\0\1\0\6\2h3\2h2\0\3\0\2\1\273", 16),
       "1 . alpn=h3,h2"},
      {DnsType::https, wire::number16(0) + wire::name("cdn.example"), "0 cdn.example"},
      {DnsType::tlsa, std::string("\3\1\1\xab\x01", 5), "3 1 1 ab01"},
  };
  for (const auto& [type, bytes, wanted] : cases) {
    INFO(wanted);
    const NameServer server([&, kind = type, rdata = bytes](const std::string&, int asked) {
      if (asked != dns_type_number(kind)) return NameAnswer{.code = 4};
      return NameAnswer{.records = {{type_cname, wire::name("other.example")}, {asked, rdata}}};
    });
    const DnsAnswer answer = ask(server, type);
    CHECK(answer.name == "shop.example");
    CHECK(answer.outcome == DnsOutcome::answered);
    CHECK(answer.records == std::vector<std::string>{wanted});
  }
}

TEST_CASE("an alias is told when it is asked for") {
  const NameServer server([](const std::string&, int asked) {
    return NameAnswer{.records = {{asked, wire::name("Mail.Provider.example")}}};
  });
  CHECK(ask(server, DnsType::cname).records == std::vector<std::string>{"mail.provider.example"});
}

TEST_CASE("records that lie about their lengths are garbage or cut, and never read beyond") {
  const std::string header("\0\1\x81\x80\0\0\0\1\0\0\0\0", 12);
  const auto records = [&](DnsType type, const std::string& data) {
    return dns_records(header + wire::name("a.example") + wire::number16(dns_type_number(type)) +
                           wire::number16(1) + std::string(4, '\0') +
                           wire::number16(static_cast<int>(data.size())) + data,
                       type);
  };
  CHECK(records(DnsType::https, wire::number16(1) + wire::name("")) ==
        std::vector<std::string>{"1 ."});
  CHECK(records(DnsType::https,
                wire::number16(1) + wire::name("") + std::string("\0\1\0\3\x9h3", 7)) ==
        std::vector<std::string>{"1 . alpn=h3"});
  CHECK_FALSE(
      records(DnsType::https, wire::number16(1) + wire::name("") + std::string("\0\1\1\0h", 5)));
  CHECK_FALSE(records(DnsType::tlsa, std::string("\3\1", 2)));
  CHECK_FALSE(records(DnsType::cname, std::string("\x30"
                                                  "abc",
                                                  4)));
}

TEST_CASE("only NXDOMAIN and an empty answer prove absence") {
  struct Case {
    const char* name;
    NameAnswer answer;
    DnsOutcome wanted;
  };
  const Case cases[] = {
      {"NXDOMAIN", {.code = 3}, DnsOutcome::no_such_name},
      {"no records", {}, DnsOutcome::no_data},
      {"only a CNAME",
       {.records = {{type_cname, wire::name("other.example")}}},
       DnsOutcome::no_data},
      {"SERVFAIL", {.code = 2}, DnsOutcome::undecided},
      {"REFUSED", {.code = 5}, DnsOutcome::undecided},
      {"garbage", {.garbage = "\xc0\x0c\xc0\x0c"}, DnsOutcome::undecided},
      {"a cut record", {.records = {{15, "\x01"}}}, DnsOutcome::undecided},
  };
  for (const auto& [name, answer, wanted] : cases) {
    INFO(name);
    const NameServer server([&, says = answer](const std::string&, int) { return says; });
    const DnsAnswer got = ask(server, DnsType::mx);
    CHECK(got.outcome == wanted);
    CHECK(got.records.empty());
  }
}

TEST_CASE("a silent name server is asked four times and leaves the question undecided") {
  const NameServer server([](const std::string&, int) { return NameAnswer{.silent = true}; });
  CHECK(ask(server, DnsType::a).outcome == DnsOutcome::undecided);
  CHECK(server.asked() == 4);
}

TEST_CASE("a name server is asked few questions at once, and addresses go before the rest") {
  std::mutex mutex;  // the server answers from a thread of its own
  std::vector<int> types;
  const NameServer server([&](const std::string&, int type) {
    const std::lock_guard lock(mutex);
    types.push_back(type);
    return NameAnswer{.silent = types.size() <= 8};
  });
  CurlNetwork network(asking(server), url("http://shop.example/"));
  for (int i = 0; i < 40; ++i) network.ask_dns("t" + std::to_string(i) + ".example", DnsType::txt);
  for (int i = 0; i < 2; ++i) network.ask_dns("a" + std::to_string(i) + ".example", DnsType::a);
  CHECK(all_events(network).size() == 42);
  const std::lock_guard lock(mutex);
  REQUIRE(types.size() == 50);
  CHECK(std::count(types.begin(), types.begin() + 10, type_a) == 2);
}

TEST_CASE("a hostile DNS message is garbage, not a crash") {
  const std::string header("\0\1\x81\x80\0\0\0\1\0\0\0\0", 12);
  const std::string messages[] = {
      "",
      header.substr(0, 7),
      header,
      header + std::string("\xc0\x0c", 2),                           // points at itself
      header + std::string("\xff\xff", 2),                           // points beyond the end
      header + std::string("\0\0\x0f\0\1\0\0\0\0\xff\xff", 11),      // longer than the message
      header + std::string("\0\0\x0f\0\1\0\0\0\0\0\3\0\1\xc0", 14),  // half a pointer
      header + std::string("\0\0\x10\0\1\0\0\0\0\0\1\x05", 12),      // a string beyond the record
      header + std::string("\0\0\1\0\1\0\0\0\0\0\2ab", 13),          // half an address
  };
  for (const auto& message : messages) {
    for (const DnsType type : {DnsType::a, DnsType::mx, DnsType::txt}) {
      const auto records = dns_records(message, type);
      CHECK((!records || records->empty()));
    }
  }
}

TEST_CASE("a name is resolved by the given name server, A and AAAA") {
  LocalServer site([](const ServedRequest& request) { return ServedAnswer{.body = request.host}; });
  const NameServer server([](const std::string&, int type) {
    if (type == type_a) return NameAnswer{.records = {{type_a, wire::a("127.0.0.1")}}};
    return NameAnswer{};
  });
  CrawlOptions options = asking(server);
  options.allow_private = true;
  const std::string port = std::to_string(site.port());
  const Fetch fetch = touchstone::fetch(get("http://shop.example:" + port + "/"), options);
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.body == "shop.example:" + port);
  CHECK(fetch.hops.at(0).timing.name_lookup > 0);
  CHECK(fetch.hops[0].timing.connect > fetch.hops[0].timing.name_lookup);
}

TEST_CASE("the faults of names are told apart") {
  struct Case {
    const char* wanted;
    NameAnswer a, aaaa;
  };
  const Case cases[] = {
      {"name-not-found", {.code = 3}, {.code = 3}},
      {"no-address", {}, {}},
      {"name-undecided", {.code = 2}, {.code = 2}},
      {"name-undecided", {.code = 2}, {}},
      {"name-undecided", {}, {.code = 5}},
      {"forbidden-address", {.records = {{type_a, wire::a("127.0.0.1")}}}, {}},
      {"forbidden-address", {}, {.records = {{type_aaaa, wire::aaaa("::ffff:10.0.0.1")}}}},
  };
  for (const auto& [wanted, a, aaaa] : cases) {
    INFO(wanted);
    const NameServer server([&, first = a, second = aaaa](const std::string&, int type) {
      return type == type_a ? first : second;
    });
    const Fetch fetch = touchstone::fetch(get("http://shop.example/"), asking(server));
    CHECK(fault_of(fetch) == wanted);
    REQUIRE(fetch.hops.size() == 1);
    CHECK(fetch.hops[0].url == url("http://shop.example/"));
    CHECK(fetch.hops[0].status == 0);
  }
}

TEST_CASE("a name server that never answers ends the request at its timeout") {
  const NameServer server([](const std::string&, int) { return NameAnswer{.silent = true}; });
  CrawlOptions options = asking(server);
  options.timeout = std::chrono::milliseconds(300);
  const auto began = std::chrono::steady_clock::now();
  const Fetch fetch = touchstone::fetch(get("http://shop.example/"), options);
  CHECK(fault_of(fetch) == "name-undecided");
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(2));
}

TEST_CASE("a name server that is silent about AAAA delays nobody for long") {
  LocalServer site([](const ServedRequest&) { return ServedAnswer{}; });
  const NameServer server([](const std::string&, int type) {
    if (type == type_a) return NameAnswer{.records = {{type_a, wire::a("127.0.0.1")}}};
    return NameAnswer{.silent = true};
  });
  CrawlOptions options = asking(server);
  options.timeout = std::chrono::milliseconds(20'000);
  options.allow_private = true;
  const std::string port = std::to_string(site.port());
  const Fetch fetch = touchstone::fetch(get("http://shop.example:" + port + "/"), options);
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.hops.at(0).timing.name_lookup >= 200'000);
  CHECK(fetch.hops[0].timing.name_lookup < 2'000'000);
}

TEST_CASE("requests to one host at one time share a look-up") {
  LocalServer site([](const ServedRequest&) { return ServedAnswer{}; });
  const NameServer server([](const std::string&, int type) {
    if (type == type_a) return NameAnswer{.records = {{type_a, wire::a("127.0.0.1")}}};
    return NameAnswer{};
  });
  CrawlOptions options = asking(server);
  options.allow_private = true;
  const std::string start = "http://shop.example:" + std::to_string(site.port()) + "/";
  CurlNetwork network(options, url(start));
  for (int i = 0; i < 5; ++i) network.ask(get(start));
  all_events(network);
  network.ask(get(start));
  all_events(network);
  CHECK(server.asked() == 2);
  CHECK(site.log().size() == 6);
}
