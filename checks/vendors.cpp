#include "checks/vendors.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "checks/characters.h"
#include "checks/vendor_list.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

using By = VendorSign::By;

constexpr std::size_t most_excerpt = 200;

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_';
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Code or markup of a service, not data that a script carries along.
bool is_data(std::string_view type) {
  return fold(type).find("json") != std::string::npos;
}

class Signs {
 public:
  Signs(const Page& page, std::string_view list) : page_(page), list_(list) {}

  void read(const Element& element) {
    const auto name = element.name();
    if (name == "script") read_script(element);
    if (name == "noscript") read_code(element, element.text(), By::noscript, false);
    if (name == "iframe" || name == "frame" || name == "embed") read_source(element, By::frame);
    if (name == "object") add_address(element, "data", By::frame, false);
    if (name == "img" || name == "source") read_source(element, By::picture);
    if (name == "link") read_link(element);
    if (name == "form") add_address(element, "action", By::form, false);
    read_marks(element);
    if (list_.has_words()) read_words(element);
  }

  void read_links() {
    for (const Link& link : page_.links()) {
      if (link.url) add(list_.of(*link.url), link.element, By::link, false, link.url->href());
    }
  }

  std::vector<VendorSign> take() { return std::move(signs_); }

 private:
  void add(std::string_view vendor, const Element& element, By by, bool held,
           std::string_view excerpt) {
    if (vendor.empty()) return;
    const auto [known, is_new] = place_.try_emplace(vendor, signs_.size());
    if (!is_new && (held || !signs_[known->second].held)) return;
    VendorSign sign{std::string(vendor),
                    by,
                    held,
                    {page_.url().href(), element.path(), shorten(excerpt, most_excerpt)},
                    1};
    if (is_new) {
      signs_.push_back(std::move(sign));
    } else {
      signs_[known->second] = std::move(sign);
    }
  }

  bool add_address(const Element& element, std::string_view attribute, By by, bool held) {
    const auto reference = element.attribute(attribute);
    if (!reference) return false;
    const auto url = page_.base().resolve(*reference);
    if (url) add(list_.of(*url), element, by, held, url->href());
    return url.has_value();
  }

  // What waits for consent keeps its address where browsers do not look; lazy pictures and frames
  // do so too and load by themselves.
  void read_source(const Element& element, By by) {
    add_address(element, "src", by, false);
    add_address(element, "data-src", by, by == By::script);
  }

  void read_script(const Element& script) {
    const std::string type = script.attribute("type").value_or("");
    if (is_data(type)) return;
    const bool held = fold(type) == "text/plain";
    if (add_address(script, "src", By::script, held)) return;
    if (add_address(script, "data-src", By::script, true)) return;
    read_code(script, script.text(), By::code, held);
  }

  void read_link(const Element& link) {
    const std::string rel = fold(link.attribute("rel").value_or(""));
    if (rel == "stylesheet" || rel == "preload" || rel == "modulepreload") {
      add_address(link, "href", By::style, false);
    }
  }

  void read_code(const Element& element, const std::string& code, By by, bool held) {
    for (auto at = code.find("/"); at != std::string::npos; at = code.find("/", at)) {
      const auto begin = code.find_first_not_of("\\/", at);
      if (begin == std::string::npos) break;
      auto end = begin;
      while (end < code.size() && is_host_character(code[end])) ++end;
      if (begin - at >= 2 && end - begin <= 253) {
        add(list_.of_address_at(code, begin, end), element, by, held,
            whole_characters(std::string_view(code).substr(begin, most_excerpt)));
      }
      at = end;
    }
    for (const auto* texts : {&list_.codes(), &list_.paths()}) {
      for (const auto& [vendor, text] : *texts) {
        const auto at = code.find(text);
        if (at == std::string::npos) continue;
        add(vendor, element, by, held,
            whole_characters(std::string_view(code).substr(at, most_excerpt)));
      }
    }
  }

  void read_marks(const Element& element) {
    for (const auto* attribute : {"id", "class"}) {
      const auto value = element.attribute(attribute);
      if (!value) continue;
      for (std::size_t at = 0; at < value->size();) {
        auto end = at;
        while (end < value->size() && !is_space((*value)[end])) ++end;
        const auto word = std::string_view(*value).substr(at, end - at);
        if (!word.empty()) add(list_.of_mark(word), element, By::mark, false, word);
        at = end + 1;
      }
    }
  }

  void read_words(const Element& element) {
    const auto name = element.name();
    if (name != "img" && name != "svg" && name != "use" && name != "i" && name != "input") return;
    for (const auto* attribute : {"alt", "title", "aria-label"}) {
      const auto value = element.attribute(attribute);
      if (value) add(list_.of_words(*value), element, By::name, false, *value);
    }
    for (const auto* attribute : {"src", "data-src", "href", "xlink:href"}) {
      const auto value = element.attribute(attribute);
      if (!value || value->starts_with("data:")) continue;
      const std::string_view path = std::string_view(*value).substr(0, value->find('?'));
      const auto file = path.substr(path.find_last_of("/#") + 1);
      add(list_.of_words(file), element, By::name, false, file);
    }
  }

  const Page& page_;
  VendorList list_;
  std::vector<VendorSign> signs_;
  std::unordered_map<std::string_view, std::size_t> place_;
};

// The pages' signs in one list, counted.
std::vector<VendorSign> join(
    const Site& site, const std::function<std::vector<VendorSign>(const Page& page)>& signs_of) {
  std::vector<VendorSign> all;
  for (const Page* page : site.sample()) {
    for (VendorSign& sign : signs_of(*page)) {
      const auto known = std::find_if(
          all.begin(), all.end(), [&](const VendorSign& one) { return one.vendor == sign.vendor; });
      if (known == all.end()) {
        all.push_back(std::move(sign));
      } else {
        const int pages = known->pages + 1;
        if (known->held && !sign.held) *known = std::move(sign);
        known->pages = pages;
      }
    }
  }
  return all;
}

}  // namespace

std::vector<VendorSign> vendors_on(const Page& page, std::string_view list) {
  Signs signs(page, list);
  if (!page.document()) return {};
  walk(page.document()->root(), [&](const Step& step) {
    if (step.kind == Step::Kind::enter) signs.read(step.element);
    return Walk::into;
  });
  return signs.take();
}

std::vector<VendorSign> vendors_on(const Site& site, std::string_view list) {
  return join(site, [&](const Page& page) { return vendors_on(page, list); });
}

std::vector<VendorSign> vendors_linked_on(const Page& page, std::string_view list) {
  Signs signs(page, list);
  signs.read_links();
  return signs.take();
}

std::vector<VendorSign> vendors_linked_on(const Site& site, std::string_view list) {
  return join(site, [&](const Page& page) { return vendors_linked_on(page, list); });
}

std::string vendor_of(const Url& url, std::string_view list) {
  return std::string(VendorList(list).of(url));
}

}  // namespace touchstone
