// The whole street on the sample company, from a network out of a map to the bytes of each report.
// `./dev golden` rewrites the files of tests/golden; read the diff before you commit it.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "crawler/crawl.h"
#include "crawler/sample_company.h"
#include "reports/compared.h"
#include "reports/json.h"
#include "reports/write.h"
#include "rules/judge.h"
#include "rules/translation.h"
#include "site/embedded.h"
#include "tests/crawler/fake_network.h"
#include "tests/files.h"

namespace touchstone {

namespace {

const std::string host = "www.halden.example";
const std::string origin = "https://" + host;

FakeAnswer answered(const std::string& path) {
  ServedRequest request;
  request.method = "GET";
  request.target = path;
  request.host = host;
  const ServedAnswer served = sample_company(request);
  FakeAnswer answer;
  answer.status = served.status;
  answer.body = served.body;
  answer.headers = served.headers;
  return answer;
}

// The sample company as if it lived on the web: https on www, the other entries lead there.
FakeNetwork sample_world() {
  FakeNetwork network;
  network.otherwise = answered("/no-such-page");
  const std::string folder = "cli/sample";
  for (const auto& file : embedded_below(folder + "/")) {
    std::string path(file.path.substr(folder.size()));
    if (const auto index = path.rfind("index.html"); index != std::string::npos) {
      path.erase(index);
    }
    network.world[origin + path] = {answered(path)};
  }
  // Advertisements add parameters that no page knows; it is the home page all the same.
  for (const char* query :
       {"utm_source=audit&utm_medium=test&utm_campaign=x", "yclid=1", "gclid=1"}) {
    network.world[origin + "/?" + query] = {answered("/")};
  }
  for (const char* entry :
       {"http://www.halden.example/", "http://halden.example/", "https://halden.example/"}) {
    network.world[entry] = {moved(origin + "/")};
  }
  for (const DnsType type : {DnsType::a, DnsType::ns, DnsType::mx, DnsType::txt}) {
    DnsAnswer answer{"halden.example", type, DnsOutcome::answered, {}};
    if (type == DnsType::a) answer.records = {"192.0.2.10"};
    if (type == DnsType::ns) answer.records = {"ns1.halden.example"};
    if (type == DnsType::mx) answer.records = {"10 mail.halden.example"};
    if (type == DnsType::txt) answer.records = {"v=spf1 mx -all"};
    network.names[{"halden.example", type}] = answer;
  }
  return network;
}

void hold_to_golden(const std::string& name, const std::string& report) {
  const auto path = std::filesystem::path(TOUCHSTONE_SOURCE_DIR) / "tests" / "golden" / name;
  const char* wish = std::getenv("TOUCHSTONE_GOLDEN");
  if (wish && std::string(wish) == "update") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << report;
  }
  INFO("the report of the sample company changed; if it should, run ./dev golden: " << name);
  CHECK((report == content(path)));
}

}  // namespace

TEST_CASE("the reports of the sample company are the golden ones") {
  FakeNetwork network = sample_world();
  const Site site(crawl(*Url::parse(origin + "/"), CrawlOptions{}, network));
  Rulebook rulebook = load_rulebook();
  rulebook.version = "golden";  // a changed rule shows where it changes a report, not everywhere
  const Audit audit = audit_site(site, rulebook);
  const Phrases say("en");
  hold_to_golden("sample.txt", write_report(audit, Format::text, say, {80, false, true}));
  hold_to_golden("sample.md", write_report(audit, Format::md, say, {}));
  hold_to_golden("sample.html", write_report(audit, Format::html, say, {}));
  hold_to_golden("sample.json", write_json(audit, true));
}

TEST_CASE("the sample company's reports in other languages are the golden ones") {
  FakeNetwork network = sample_world();
  const Site site(crawl(*Url::parse(origin + "/"), CrawlOptions{}, network));
  for (const std::string language : {"ru", "es", "fa"}) {
    Rulebook rulebook = translated(load_rulebook(), language);
    rulebook.version = "golden";
    const Audit audit = audit_site(site, rulebook);
    const Phrases say(language);
    hold_to_golden("sample." + language + ".txt",
                   write_report(audit, Format::text, say, {80, false, false}));
    hold_to_golden("sample." + language + ".html", write_report(audit, Format::html, say, {}));
  }
}

TEST_CASE("the comparison of the sample company with a poorer one is the golden one") {
  FakeNetwork ours = sample_world(), theirs = sample_world();
  for (auto& [url, answers] : theirs.world) {
    for (auto& one : answers) {
      for (const char* word : {"rel=\"icon\"", "name=\"description\"", "property=\"og:"}) {
        for (auto at = one.body.find(word); at != std::string::npos; at = one.body.find(word)) {
          one.body.replace(at, std::string(word).size(), "x=\"");
        }
      }
    }
  }
  const Recording sides[]{crawl(*Url::parse(origin + "/"), CrawlOptions{}, ours),
                          crawl(*Url::parse(origin + "/"), CrawlOptions{}, theirs)};
  for (const std::string language : {"en", "fa"}) {
    Rulebook rulebook = translated(load_rulebook(), language);
    rulebook.version = "golden";
    std::vector<Contender> contenders;
    for (const auto& side : sides) {
      const std::string json = write_json(audit_site(Site(side), rulebook));
      contenders.push_back({read_told_audit(json, "golden"), "capture"});
    }
    const Comparison comparison = compare(std::move(contenders), rulebook);
    const Phrases say(language);
    const std::string name = language == "en" ? "comparison" : "comparison." + language;
    hold_to_golden(name + ".txt", comparison_text(comparison, rulebook, say, {80, false, false}));
    hold_to_golden(name + ".html", comparison_html(comparison, rulebook, say));
  }
}

TEST_CASE("ten judgements of one crawl are one audit, byte for byte") {
  FakeNetwork network = sample_world();
  const Recording recording = crawl(*Url::parse(origin + "/"), CrawlOptions{}, network);
  const Rulebook rulebook = load_rulebook();
  const std::string first = write_json(audit_site(Site(recording), rulebook));
  for (int again = 1; again < 10; ++again) {
    if (write_json(audit_site(Site(recording), rulebook)) != first) FAIL("differs at " << again);
  }
}

}  // namespace touchstone
