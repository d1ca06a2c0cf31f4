#include "cli/option_groups.h"

namespace touchstone {

namespace {

// Within the bounds, which CLI11 would tell as "INT in [1 - 64]".
template <class Number>
void add_number(CLI::App& app, const std::string& name, Number& value, double least, double most,
                const std::string& unit, const std::string& meaning) {
  app.add_option(name, value, meaning)
      ->type_name(unit)
      ->check(CLI::Range(least, most).description(""));
}

}  // namespace

void add_crawl_options(CLI::App& app, Options& options, OptionWords& words) {
  CrawlOptions& crawl = options.crawl;
  app.add_flag("--sample", options.sample, "audit the sample company that ships with the program");
  app.add_flag("--no-site", options.no_site,
               "the company has no site: judge what people scored (--scorecard) alone");
  app.add_option("--capture", words.capture, "store everything received")
      ->type_name("FILE.warc.gz");
  add_number(app, "--max-pages", crawl.max_pages, 1, 1'000'000, "N",
             "how many pages are read at most");
  add_number(app, "--connections", crawl.connections, 1, 64, "N",
             "connections to one host (6; of a whole site 4, with --rate 0 16)");
  add_repeated(app, "--connect-to", crawl.connect_to, "ask HOST2 for HOST1, as in curl")
      ->type_name("HOST1:PORT1:HOST2:PORT2");
  add_repeated(app, "--resolve", crawl.resolve, "take ADDR for HOST, as in curl")
      ->type_name("HOST:PORT:ADDR");
  app.add_option("--dns", crawl.dns_server, "the name server to ask")->type_name("ADDR:PORT");
  app.add_option("--cacert", crawl.ca_file, "trust the certificates in FILE")->type_name("FILE");
  app.add_option("--user-agent", crawl.user_agent, "who we say we are")->type_name("TEXT");
  add_repeated(app, "--header", words.headers,
               "sent to the company's own host only; may be repeated")
      ->type_name("'K: V'");
  if (options.verb != Verb::crawl) {
    add_number(app, "--at-once", options.at_once, 1, 256, "N",
               "companies of a list or comparison looked at side by side (4 a core)");
  }
  app.add_option("--proxy", crawl.proxy, "ask through a proxy, as in curl")->type_name("URL");
  add_number(app, "--timeout", words.timeout, 0.1, 3'600, "SECONDS", "for one request (20)");
  add_number(
      app, "--max-time", words.max_time, 0.1, 86'400, "SECONDS",
      options.verb == Verb::crawl ? "for the whole crawl (no limit)" : "for the whole audit (120)");
  add_number(app, "--rate", crawl.rate, 0, 1'000, "N", "requests a second and host (0: no limit)");
  app.add_flag("--allow-private", crawl.allow_private,
               "let requests go to private and loopback addresses that you did not name");
  app.add_flag("--look-alikes", crawl.look_alikes,
               "also ask for a few names that people may type in place of the domain");
  if (options.verb != Verb::crawl)
    app.add_flag("--deep", options.deep, "also visit every page of the site");
  app.add_option("--state", options.state,
                 "the file of a deep crawl; one that was interrupted goes on where it was")
      ->type_name("FILE");
  app.add_flag("--no-store", words.no_store, "keep nothing of this audit in the history");
}

void settle_deep_crawl(const CLI::App& app, Options& options) {
  options.deep_crawl = options.crawl;
  if (!app.get_option_no_throw("--rate")) return;  // of a verb that asks nobody
  constexpr int polite = 4, unlimited = 16, pages = 10'000;
  constexpr double rate = 10;
  CrawlOptions& deep = options.deep_crawl;
  if (app.count("--rate") == 0) deep.rate = rate;
  if (app.count("--connections") == 0) deep.connections = deep.rate == 0 ? unlimited : polite;
  if (app.count("--max-pages") == 0) deep.max_pages = pages;
  if (app.count("--max-time") == 0) deep.max_time = std::chrono::milliseconds(0);
}

}  // namespace touchstone
