#include "checks/pdf.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "checks/pdf_text.h"
#include "site/gunzip.h"

namespace touchstone {

namespace {

constexpr std::size_t most_streams = 400, most_unpacked = 8u << 20, largest_stream = 1u << 20;
constexpr std::size_t longest_dictionary = 4'096, most_text = 100'000;
constexpr int most_pages = 100'000;

int number_at(std::string_view text) {
  const auto begin = text.find_first_of("0123456789");
  int number = -1;
  if (begin == 0) std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string_view skip_spaces(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

// The number behind "/Count" or "/N"; -1 without one.
int number_behind(std::string_view dictionary, std::string_view key) {
  for (auto at = dictionary.find(key); at != dictionary.npos; at = dictionary.find(key, at + 1)) {
    const int number = number_at(skip_spaces(dictionary.substr(at + key.size())));
    if (number >= 0 && number <= most_pages) return number;
  }
  return -1;
}

// Round a place: from the object's beginning to its end, or as far as a dictionary is long.
std::string_view object_round(std::string_view bytes, std::size_t at) {
  const std::size_t from = at - std::min(at, longest_dictionary);
  const auto before = bytes.substr(from, at - from);
  auto begin = before.rfind(" obj");
  const auto end_before = before.rfind("endobj");
  if (begin == before.npos || (end_before != before.npos && end_before > begin)) {
    begin = end_before == before.npos ? 0 : end_before;
  }
  const auto object = bytes.substr(from + begin, at - from - begin + longest_dictionary);
  return object.substr(0, object.find("endobj", at - from - begin));
}

// The dictionary that holds a place: objects in streams stand one behind the other.
std::string_view dictionary_round(std::string_view bytes, std::size_t at) {
  const std::size_t from = at - std::min(at, longest_dictionary);
  std::size_t begin = at, depth = 0;
  for (; begin > from + 1; --begin) {
    const auto two = bytes.substr(begin - 2, 2);
    if (two == ">>") ++depth, --begin;
    if (two == "<<" && depth-- == 0) break;
    if (two == "<<") --begin;
  }
  std::size_t end = at;
  depth = 1;
  for (; end + 1 < bytes.size() && end < at + longest_dictionary; ++end) {
    const auto two = bytes.substr(end, 2);
    if (two == "<<") ++depth, ++end;
    if (two == ">>" && --depth == 0) break;
    if (two == ">>") ++end;
  }
  return bytes.substr(begin, end - begin);
}

// What stands in the file or in a stream of objects: the root of the pages, the title, the links.
class Reader {
 public:
  explicit Reader(Pdf& pdf) : pdf_(pdf) {}

  void read_objects(std::string_view bytes) {
    count_pages(bytes);
    find_title(bytes);
    for (auto at = bytes.find("/URI"); at != bytes.npos; at = bytes.find("/URI", at + 4)) {
      pdf_.links += skip_spaces(bytes.substr(at + 4, 40)).starts_with('(') ? 1 : 0;
    }
  }

  void read_content(std::string_view content) {
    if (pdf_.text.size() < most_text && content.find("Tj") + 1 + content.find("TJ") + 1 != 0) {
      pdf_text(content, pdf_.text, most_text);
    }
  }

 private:
  // The root of the page tree counts all pages (section 7.7.3.2), its branches count less.
  void count_pages(std::string_view bytes) {
    for (auto at = bytes.find("/Pages"); at != bytes.npos; at = bytes.find("/Pages", at + 6)) {
      if (++looked_at_ > most_looked_at) return;
      const auto before =
          bytes.substr(at - std::min<std::size_t>(at, 8), std::min<std::size_t>(at, 8));
      if (before.find("/Type") == before.npos) continue;
      const int count = number_behind(dictionary_round(bytes, at), "/Count");
      if (count > pdf_.pages.value_or(0)) pdf_.pages = count;
    }
  }

  // Chapters have titles, too; the document's stands beside its producer or its dates.
  void find_title(std::string_view bytes) {
    for (auto at = bytes.find("/Title"); at != bytes.npos; at = bytes.find("/Title", at + 6)) {
      if (pdf_.title || ++looked_at_ > most_looked_at) return;
      const auto dictionary = object_round(bytes, at);
      const bool of_document = dictionary.find("/Producer") != dictionary.npos ||
                               dictionary.find("/CreationDate") != dictionary.npos ||
                               dictionary.find("/Creator") != dictionary.npos;
      if (!of_document) continue;
      pdf_.title = pdf_string(skip_spaces(bytes.substr(at + 6, longest_dictionary)));
    }
  }

  static constexpr std::size_t most_looked_at = 10'000;  // dictionaries of the whole file
  Pdf& pdf_;
  std::size_t looked_at_ = 0;
};

std::string unpacked(std::string_view bytes, std::size_t most) {
  std::string result;
  gunzip(bytes, [&](std::string_view piece) {
    result += piece.substr(0, most - result.size());
    return result.size() < most;
  });
  return result;
}

// Packed streams (section 7.4.4) of objects and of page content; pictures and fonts are left out.
void read_streams(std::string_view bytes, Reader& reader) {
  std::size_t budget = most_unpacked, streams = 0;
  for (auto at = bytes.find("stream"); at != bytes.npos && budget > 0;) {
    if (at >= 3 && bytes.substr(at - 3, 3) == "end") {
      at = bytes.find("stream", at + 6);
      continue;
    }
    if (++streams > most_streams) return;
    std::size_t begin = at + 6;
    if (begin < bytes.size() && bytes[begin] == '\r') ++begin;
    if (begin < bytes.size() && bytes[begin] == '\n') ++begin;
    const std::size_t end = std::min(bytes.find("endstream", begin), bytes.size());
    const std::size_t from = at - std::min<std::size_t>(at, 1'000);
    auto dictionary = bytes.substr(from, at - from);
    const auto object = dictionary.rfind(" obj");
    if (object != dictionary.npos) dictionary.remove_prefix(object);
    const auto has = [&](std::string_view key) { return dictionary.find(key) != dictionary.npos; };
    const auto body = bytes.substr(begin, end - begin);
    at = bytes.find("stream", std::min(end + 9, bytes.size()));
    if (has("/Image") || has("/FontFile") || has("/Length1") || has("/XRef")) continue;
    if (!has("/FlateDecode")) {
      if (!has("/Filter") && !has("/Metadata")) reader.read_content(body);
      continue;
    }
    const std::string content = unpacked(body, std::min(budget, largest_stream));
    budget -= std::min(budget, content.size() + 1);
    if (has("/ObjStm")) {
      reader.read_objects(content);
    } else {
      reader.read_content(content);
    }
  }
}

}  // namespace

std::optional<Pdf> read_pdf(std::string_view bytes) {
  constexpr std::size_t head = 1'024;
  if (bytes.substr(0, head).find("%PDF-") == bytes.npos) return std::nullopt;
  Pdf pdf;
  pdf.encrypted = bytes.find("/Encrypt") != bytes.npos;
  // A linearised file says the number first (annex F.3.3).
  const auto first = bytes.substr(0, head);
  if (const auto at = first.find("/Linearized"); at != first.npos) {
    const int pages = number_behind(first.substr(at), "/N");
    if (pages > 0) pdf.pages = pages;
  }
  Reader reader(pdf);
  const auto known = pdf.pages;
  reader.read_objects(bytes);
  if (pdf.encrypted) {
    pdf.title.reset();
  } else {
    read_streams(bytes, reader);
  }
  if (known) pdf.pages = known;
  return pdf;
}

}  // namespace touchstone
