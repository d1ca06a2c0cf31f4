#include "cli/option_groups.h"

namespace touchstone {

void add_crawl_options(CLI::App& app, Options& options, OptionWords& words) {
  CrawlOptions& crawl = options.crawl;
  app.add_flag("--sample", options.sample, "audit the sample company that ships with the program");
  app.add_flag("--no-site", options.no_site,
               "the company has no site: judge what people scored (--scorecard) alone");
  app.add_option("--capture", words.capture, "store everything received")
      ->type_name("FILE.warc.gz");
  app.add_option("--max-pages", crawl.max_pages, "how many pages are read at most")
      ->check(CLI::Range(1, 1'000'000));
  app.add_option("--connections", crawl.connections,
                 "connections to one host (6; of a whole site 4, with --rate 0 16)")
      ->check(CLI::Range(1, 64));
  add_repeated(app, "--connect-to", crawl.connect_to, "as in curl")
      ->type_name("HOST1:PORT1:HOST2:PORT2");
  add_repeated(app, "--resolve", crawl.resolve, "as in curl")->type_name("HOST:PORT:ADDR");
  app.add_option("--dns", crawl.dns_server, "the name server to ask")->type_name("ADDR:PORT");
  app.add_option("--cacert", crawl.ca_file, "trust the certificates in FILE")->type_name("FILE");
  app.add_option("--user-agent", crawl.user_agent, "who we say we are");
  add_repeated(app, "--header", words.headers,
               "sent to the company's own host only; may be repeated")
      ->type_name("'K: V'");
  app.add_option("--at-once", options.at_once, "companies looked at side by side (4 a core)")
      ->check(CLI::Range(1, 256));
  app.add_option("--proxy", crawl.proxy, "as in curl")->type_name("URL");
  app.add_option("--timeout", words.timeout, "seconds for one request (20)")
      ->check(CLI::Range(0.1, 3600.0));
  app.add_option("--max-time", words.max_time, "seconds for the whole audit (120)")
      ->check(CLI::Range(0.1, 86400.0));
  app.add_option("--rate", crawl.rate, "requests a second and host (0: no limit)")
      ->check(CLI::Range(0.0, 1000.0));
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
