#include <algorithm>
#include <unordered_map>

#include "checks/presence/email_address.h"
#include "checks/presence/finders.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostEmails = 500;

class EmailList {
 public:
  explicit EmailList(const Site& site) : host_(site.host()) {}
  std::vector<Email> emails;

  void read(const PageSource& source) {
    read_links(source);
    read_lines(source);
    read_cloudflare(source);
    for (const auto& form : source.page().forms()) {
      if (const auto mailto = parse_mailto(form.action)) {
        for (const auto& address : mailto->addresses) {
          entry(address, source, form.region, form.element.path());
        }
      }
    }
    for (const auto& thing : source.things) {
      for (const auto& [name, value] : thing.texts) {
        if (name == "email") read_linked_data(value, source);
      }
    }
  }

 private:
  std::string host_;
  std::unordered_map<std::string, std::size_t> index_;  // by the address in lower case

  Email* entry(const std::string& address, const PageSource& source, Region region,
               const std::string& place) {
    std::string key = address;
    for (char& c : key) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (const auto known = index_.find(key); known != index_.end()) return &emails[known->second];
    const std::string domain = key.substr(key.find('@') + 1);
    const bool unwanted = is_sample_address(key) && !same_company_host(host_, domain);
    if (unwanted || emails.size() >= kMostEmails) return nullptr;
    index_.emplace(key, emails.size());
    Email email;
    email.address = address;
    email.url = source.url();
    email.region = region;
    email.place = place;
    emails.push_back(std::move(email));
    return &emails.back();
  }

  void read_links(const PageSource& source) {
    for (const auto& link : source.page().links()) {
      const auto mailto = parse_mailto(link.href);
      if (!mailto || source.is_of_others(link.element)) continue;
      for (const auto& address : mailto->addresses) {
        Email* email = entry(address, source, link.region, link.element.path());
        if (!email) continue;
        // One sound link makes the address clickable, whatever others look like.
        if (!email->mailto || (email->broken_mailto && !mailto->broken)) {
          email->href = link.href;
          email->broken_mailto = mailto->broken;
        }
        email->mailto = true;
      }
    }
  }

  void read_lines(const PageSource& source) {
    const std::string_view text = source.reading.text();
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find_first_of("\n\t", begin), text.size());
      const auto line = text.substr(begin, end - begin);
      if (line.find_first_of("@([{<\xC2") != std::string_view::npos ||
          line.find(" at ") != line.npos) {
        read_line(source, begin, end);
      }
      begin = end + 1;
    }
  }

  // "<b>E-mail</b><i>info@firm.de</i>" reads as one word: the seam of two elements is marked.
  void read_line(const PageSource& source, std::size_t begin, std::size_t end) {
    const std::string_view text = source.reading.text();
    const auto& pieces = source.reading.pieces();
    std::string line;
    auto piece = std::lower_bound(
        pieces.begin(), pieces.end(), begin + 1,
        [](const TextPiece& one, std::size_t offset) { return one.begin < offset; });
    for (std::size_t at = begin; at < end;) {
      const auto next = piece == pieces.end() ? end : std::min(piece->begin, end);
      line += text.substr(at, next - at);
      if (next < end) line += kSeam;
      at = next;
      if (piece != pieces.end()) ++piece;
    }
    std::size_t counted = 0, seams = 0;  // addresses come in order: no seam is counted twice
    for (const auto& found : addresses_in(line)) {
      for (; counted < found.begin; ++counted) seams += line[counted] == kSeam;
      const TextPiece* where = source.reading.at(begin + found.begin - seams);
      if (!where || where->code) continue;
      Email* email = entry(found.address, source, where->region, where->element.path());
      if (email && found.spelled && !email->mailto) email->obfuscated = true;
    }
  }

  // https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/
  void read_cloudflare(const PageSource& source) {
    const Document* document = source.page().document();
    if (!document || source.page().html().find("email-protection") == std::string::npos) return;
    for (const auto& element : document->find("//*[@data-cfemail]")) {
      add_hidden(element.attribute("data-cfemail").value_or(""), source, element);
    }
    for (const auto& link : source.page().links()) {
      const auto code = link.href.find("/cdn-cgi/l/email-protection#");
      if (code == std::string::npos) continue;
      add_hidden(std::string_view(link.href).substr(link.href.find('#') + 1), source, link.element);
    }
  }

  void add_hidden(std::string_view code, const PageSource& source, const Element& element) {
    const auto text = decode_cloudflare(code);
    const auto address = text ? normalised_address(text->substr(0, text->find('?'))) : std::nullopt;
    if (!address) return;
    Email* email = entry(*address, source, Region::main, element.path());
    if (email && !email->mailto) email->obfuscated = true;
  }

  void read_linked_data(std::string_view value, const PageSource& source) {
    if (const auto mailto = parse_mailto(value)) {
      for (const auto& address : mailto->addresses) {
        entry(address, source, Region::footer, "JSON-LD email");
      }
    } else if (const auto address = normalised_address(value)) {
      entry(*address, source, Region::footer, "JSON-LD email");
    }
  }
};

}  // namespace

std::vector<Email> find_emails(const Site& site, const PageSources& sources) {
  EmailList list(site);
  for (const auto& source : sources) list.read(source);
  return list.emails;
}

std::vector<Email> find_emails(const Site& site) {
  return find_emails(site, read_sources(site));
}

}  // namespace touchstone
