#include "checks/style_rules.h"
#include "checks/stylesheet.h"
#include "site/text.h"

namespace touchstone {

namespace {

using Use = std::function<void(const StyleRule&, const Evidence&)>;

constexpr std::size_t most_sheets = 200;

class Reader {
 public:
  Reader(const Site& site, const Page& page, const Use& use)
      : site_(site), page_(page), use_(use) {}

  std::optional<Reason> read() {
    if (!page_.document()) return page_.reason().value_or(Reason::too_deep);
    for (const Element& element : page_.document()->find("//style | //link[@rel and @href]")) {
      if (element.name() == "style") {
        read_css(element.text(), page_.base(), media_of(element),
                 {page_.url().href(), element.path(), ""}, true);
      } else if (is_stylesheet(element)) {
        if (const auto url = page_.base().resolve(*element.attribute("href"))) {
          read_file(*url, media_of(element), true);
        }
      }
    }
    return unseen_;
  }

 private:
  static bool is_stylesheet(const Element& link) {
    const std::string rel = " " + collapse_spaces(fold(*link.attribute("rel"))) + " ";
    return rel.find(" stylesheet ") != std::string::npos && !link.has_attribute("disabled") &&
           rel.find(" alternate ") == std::string::npos;
  }

  // A sheet that a script turns on for all once it came is no print sheet.
  static std::string media_of(const Element& element) {
    const bool turned_on =
        fold(element.attribute("onload").value_or("")).find("media") != std::string::npos;
    return turned_on ? std::string() : collapse_spaces(element.attribute("media").value_or(""));
  }

  void read_file(const Url& url, const std::string& media, bool with_imports) {
    if (++sheets_ > most_sheets) return;
    const Visit* visit = site_.visit_of(url.without_fragment());
    if (!visit) {
      unseen_ = site_.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
    } else if (const auto why = unreadable_because(visit->fetch)) {
      unseen_ = why;
    } else if (visit->fetch.ok()) {
      if (visit->fetch.truncated) unseen_ = Reason::truncated;
      read_css(visit->fetch.body, visit->fetch.answered(), media, {url.href(), "", ""},
               with_imports);
    }
  }

  void read_css(std::string_view css, const Url& base, const std::string& media,
                const Evidence& place, bool with_imports) {
    if (with_imports) {
      for (const std::string& import : read_stylesheet(css).imports) {
        if (const auto url = base.resolve(import)) read_file(*url, media, false);
      }
    }
    each_style_rule(css, [&](StyleRule rule) {
      const bool narrowed = !media.empty() && is_for_every_screen(rule);
      if (narrowed) rule.media = media;
      use_(rule, place);
    });
  }

  const Site& site_;
  const Page& page_;
  const Use& use_;
  std::optional<Reason> unseen_;
  std::size_t sheets_ = 0;
};

}  // namespace

std::optional<Reason> each_rule_of(const Site& site, const Page& page, const Use& use) {
  return Reader(site, page, use).read();
}

}  // namespace touchstone
