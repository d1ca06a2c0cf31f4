#include "checks/linked_files.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "checks/class_page.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t links_looked_at = 50'000;

// What the first bytes of each kind of file are.
struct Kind {
  std::string_view ending;
  std::string_view signature;
};
constexpr std::string_view zip = "PK", compound = "\xD0\xCF\x11\xE0";
constexpr Kind kinds[] = {
    {"pdf", "%PDF-"},  {"doc", compound}, {"docx", zip}, {"xls", compound},    {"xlsx", zip},
    {"ppt", compound}, {"pptx", zip},     {"odt", zip},  {"ods", zip},         {"zip", zip},
    {"rar", "Rar!"},   {"rtf", "{\\rtf"}, {"csv", {}},   {"7z", "7z\xBC\xAF"},
};

const Kind* kind_of(std::string_view ending) {
  const auto* const found = std::find_if(std::begin(kinds), std::end(kinds),
                                         [&](const Kind& kind) { return kind.ending == ending; });
  return found == std::end(kinds) ? nullptr : found;
}

std::string ending_of(const Url& url) {
  const auto path = url.path();
  const auto dot = path.rfind('.');
  if (dot == path.npos || path.size() - dot > 6) return {};
  return fold(path.substr(dot + 1));
}

// An HTML page begins so, behind blanks and a byte order mark.
bool begins_as_page(std::string_view body) {
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  const auto begin = body.find_first_not_of(" \t\r\n");
  if (begin == body.npos) return false;
  const std::string first = fold(body.substr(begin, 14));
  return first.starts_with("<!doctype html") || first.starts_with("<html");
}

// An old program's ".doc" may be RTF or HTML within a file, a ".xls" a table of texts: only a page
// is surely wrong there. PDF readers look for the header in the first 1024 bytes (ISO 32000-1,
// annex H.3.4.1).
bool fits(const Kind& kind, std::string_view body) {
  if (kind.ending == "pdf") return body.substr(0, 1024).find(kind.signature) != body.npos;
  if (kind.signature == zip) return body.starts_with(zip);
  return !begins_as_page(body);
}

}  // namespace

std::string LinkedFile::name() const {
  const auto path = url.path();
  return percent_decode(path.substr(path.rfind('/') + 1));
}

std::optional<std::int64_t> LinkedFile::size() const {
  if (!visit || !visit->fetch.ok()) return std::nullopt;
  for (const char* field : {"content-range", "content-length"}) {
    const auto values = visit->fetch.headers().all(field);
    if (values.empty()) continue;
    std::string_view text = values.front();
    text.remove_prefix(text.rfind('/') + 1);  // "bytes 0-1023/146515" (RFC 9110 section 14.4)
    std::int64_t bytes = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), bytes);
    if (read.ec == std::errc() && bytes > 0) return bytes;
  }
  const auto received = static_cast<std::int64_t>(visit->fetch.body.size());
  if (received == 0 || visit->fetch.truncated) return std::nullopt;
  return received;
}

bool LinkedFile::dead() const {
  return visit && leads_nowhere(visit->fetch);
}

bool LinkedFile::wrong_type() const {
  if (!visit || !visit->fetch.ok()) return false;
  const std::string& body = visit->fetch.body;
  if (!body.empty()) return !fits(*kind_of(ending), body);
  const auto types = visit->fetch.headers().all("content-type");
  return !types.empty() && fold(types.front()).starts_with("text/html");
}

Evidence LinkedFile::evidence() const {
  return {url.href(), link->element.path(), shorten(link->name(), 100)};
}

std::vector<LinkedFile> linked_files(const Site& site, std::size_t most) {
  std::vector<LinkedFile> files;
  std::unordered_set<std::string> seen;
  std::size_t looked_at = 0;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      if (!link.url || ++looked_at > links_looked_at) continue;
      const std::string ending = ending_of(*link.url);
      if (!kind_of(ending) || !seen.insert(link.url->without_fragment().href()).second) continue;
      if (files.size() == most) return files;
      LinkedFile file{*link.url, ending, &link, page, site.visit_of(*link.url), {}};
      if (!file.visit) {
        file.unseen = Reason::budget_exhausted;
      } else if (!file.dead()) {
        file.unseen = unreadable_because(file.visit->fetch);
      }
      files.push_back(std::move(file));
    }
  }
  return files;
}

}  // namespace touchstone
