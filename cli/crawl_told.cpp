#include "cli/crawl_told.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "reports/layout.h"
#include "site/media_type.h"

namespace touchstone {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_lines = 10;  // of one list, for people

double pages_per_second(const DeepTotals& totals) {
  if (totals.elapsed_ms == 0) return 0;
  const double seconds = static_cast<double>(totals.elapsed_ms) / 1'000;
  return std::round(static_cast<double>(totals.pages_of_run) / seconds * 10) / 10;
}

Json broken_as_json(const std::vector<DeepSummary::BrokenLink>& links) {
  Json list = Json::array();
  for (const auto& link : links)
    list.push_back({{"url", link.url},
                    {"status", link.status},
                    {"fault", link.fault.empty() ? Json() : Json(link.fault)},
                    {"pages", link.pages},
                    {"found_on", link.found_on}});
  return list;
}

Json repeated_as_json(const std::vector<DeepSummary::Repeated>& texts) {
  Json list = Json::array();
  for (const auto& one : texts)
    list.push_back({{"text", one.text}, {"pages", one.pages}, {"examples", one.examples}});
  return list;
}

Json summary_as_json(const DeepSummary& summary) {
  Json languages = Json::array(), depths = Json::array(), statuses = Json::array();
  for (const auto& one : summary.languages)
    languages.push_back(
        {{"language", one.language.empty() ? Json() : Json(one.language)}, {"pages", one.pages}});
  for (const auto& one : summary.depths)
    depths.push_back({{"clicks", one.depth < 0 ? Json() : Json(one.depth)}, {"pages", one.pages}});
  for (const auto& one : summary.statuses)
    statuses.push_back({{"status", one.status}, {"addresses", one.addresses}});
  return {
      {"pages", summary.pages},
      {"complete", summary.complete},
      {"statuses", statuses},
      {"broken_addresses", summary.broken_addresses},
      {"broken", broken_as_json(summary.broken)},
      {"untitled", summary.untitled},
      {"pages_with_repeated_title", summary.pages_with_repeated_title},
      {"repeated_titles", repeated_as_json(summary.repeated_titles)},
      {"duplicate_pages", summary.duplicate_pages},
      {"duplicates", repeated_as_json(summary.duplicates)},
      {"languages", languages},
      {"newest_date", summary.newest_date ? Json(format_rfc3339(*summary.newest_date)) : Json()},
      {"depths", depths},
      {"orphans", summary.orphans}};
}

class CrawlText {
 public:
  CrawlText(const DeepCrawled& crawled, const Phrases& say)
      : totals_(crawled.totals), summary_(crawled.summary), say_(say) {}

  std::string tell() {
    tell_totals();
    tell_broken();
    tell_repeated();
    tell_shares();
    if (!totals_.stopped_by.empty())
      line("crawl.stopped." + totals_.stopped_by, {{"why", printable(totals_.why)}});
    return text_;
  }

 private:
  void line(std::string_view key, const std::vector<PhraseArgument>& arguments) {
    text_ += say_(key, arguments) + "\n";
  }
  void line_where(std::string_view key, std::int64_t n) {
    if (n > 0) line(key, {{"n", n}});
  }

  void tell_totals() {
    line("crawl.pages", {{"n", totals_.pages}, {"requests", totals_.requests}});
    line("crawl.speed", {{"seconds", (totals_.elapsed_ms + 999) / 1000},
                         {"rate", static_cast<std::int64_t>(pages_per_second(totals_))},
                         {"mebibytes", totals_.bytes >> 20}});
    if (totals_.resumed) line("crawl.resumed", {});
    line_where("crawl.unchanged", totals_.unchanged);
    line_where("crawl.left-out", totals_.left_out);
    line_where("crawl.forbidden", totals_.forbidden);
  }

  void tell_broken() {
    line_where("crawl.broken", summary_.broken_addresses);
    for (std::size_t i = 0; i < std::min(summary_.broken.size(), most_lines); ++i) {
      const auto& link = summary_.broken[i];
      const std::string what = link.status > 0 ? std::to_string(link.status) : link.fault;
      text_ += "  " + what + "  " + printable(link.url) + "\n       " +
               say_("crawl.stands-on", {{"n", link.pages}, {"url", printable(link.found_on)}}) +
               "\n";
    }
  }

  void tell_repeated() {
    line_where("crawl.repeated-titles", summary_.pages_with_repeated_title);
    for (std::size_t i = 0; i < std::min(summary_.repeated_titles.size(), most_lines); ++i) {
      const auto& one = summary_.repeated_titles[i];
      text_ += "  " + std::to_string(one.pages) + "  " + printable(one.text) + "\n";
    }
    line_where("crawl.untitled", summary_.untitled);
    line_where("crawl.duplicates", summary_.duplicate_pages);
  }

  void tell_shares() {
    std::string languages;
    for (std::size_t i = 0; i < std::min(summary_.languages.size(), most_lines); ++i) {
      const auto& one = summary_.languages[i];
      languages += (languages.empty() ? "" : say_("separator.list")) +
                   (one.language.empty() ? "?" : printable(one.language)) + " " +
                   std::to_string(one.pages);
    }
    if (!languages.empty()) line("crawl.languages", {{"list", languages}});
    if (summary_.newest_date)
      line("crawl.newest", {{"date", say_.date(format_rfc3339(*summary_.newest_date))},
                            {"url", printable(summary_.newest_page)}});
  }

  const DeepTotals& totals_;
  const DeepSummary& summary_;
  const Phrases& say_;
  std::string text_;
};

}  // namespace

std::string crawl_as_json(const DeepCrawled& crawled) {
  const DeepTotals& totals = crawled.totals;
  const Json json{{"pages", totals.pages},
                  {"requests", totals.requests},
                  {"bytes", totals.bytes},
                  {"elapsed_ms", totals.elapsed_ms},
                  {"pages_per_second", pages_per_second(totals)},
                  {"peak_rss_bytes", totals.peak_rss_bytes},
                  {"resumed", totals.resumed},
                  {"stopped_by", totals.stopped_by.empty() ? Json() : Json(totals.stopped_by)},
                  {"unchanged", totals.unchanged},
                  {"left_out", totals.left_out},
                  {"forbidden", totals.forbidden},
                  {"summary", summary_as_json(crawled.summary)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string crawl_as_text(const DeepCrawled& crawled, const Phrases& say) {
  return CrawlText(crawled, say).tell();
}

}  // namespace touchstone
