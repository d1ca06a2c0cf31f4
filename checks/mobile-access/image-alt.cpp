#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "checks/accessible_name.h"
#include "checks/check.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/page_places.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check image_alt;

namespace {

constexpr std::size_t enough = 20;            // evidence
constexpr std::size_t most_pictures = 1'000;  // of a page

bool is_picture(const Element& element) {
  const auto name = element.name();
  if (name == "img") return true;
  if (name == "area") return element.has_attribute("href");
  if (name == "svg") return fold(element.attribute("role").value_or("")) == "img";
  return name == "input" && fold(element.attribute("type").value_or("")) == "image";
}

// Counts visitors, shows nothing.
bool is_tracking_pixel(const Element& element) {
  const auto tiny = [&](const char* side) {
    const std::string text = element.attribute(side).value_or("");
    int pixels = -1;
    std::from_chars(text.data(), text.data() + text.size(), pixels);
    return pixels == 0 || pixels == 1;
  };
  return element.name() == "img" && tiny("width") && tiny("height");
}

// A file's name, or a word for any picture.
bool says_nothing(std::string_view text) {
  static const RE2 file(
      R"re((?i)^\S+\.(jpe?g|png|gif|webp|svg|avif|bmp|tiff?)$|^(img|image|dsc|dscn|dscf|pxl|photo|picture|screenshot|bild|foto)[-_ ]?\d[-_\d]*$)re");
  static const std::set<std::string_view> empty = [] {
    const auto list = embedded_list("checks/data/empty-picture-texts.txt");
    return std::set<std::string_view>(list.begin(), list.end());
  }();
  const std::string_view beginning = text.substr(0, 300);
  return RE2::PartialMatch({beginning.data(), beginning.size()}, file) ||
         empty.contains(fold(beginning));
}

bool shows_picture(const Element& link) {
  return !link.find("(.//img | .//svg)[1]").empty();
}

class Count {
 public:
  void add(const Page& page, bool is_home) {
    const AccessibleNames names(*page.document());
    std::size_t looked = 0;
    each_element(*page.document(), [&](const Element& element, const Place& place) {
      if (place.hidden || place.in_head || place.inert || looked >= most_pictures) return;
      if (!is_picture(element) || is_tracking_pixel(element)) return;
      ++looked;
      add_picture(page, element, names);
    });
    for (const Link& link : page.links()) {
      if (linked_ >= most_pictures) break;
      add_link(page, link, is_home, names);
    }
  }

  void say(Facts& facts, std::optional<Reason> unseen) const {
    if (pictures_ == 0) {
      for (const FactSpec& spec : image_alt.facts) {
        if (unseen) {
          facts.unknown(spec.name, *unseen);
        } else {
          facts.not_applicable(spec.name);
        }
      }
      return;
    }
    facts.say("described", 100 * described_ / pictures_, bare_);
    facts.say("undescribed", pictures_ - described_, bare_);
    if (texts_.empty()) {
      facts.not_applicable("empty_texts");
    } else {
      const auto share = static_cast<int>(100 * said_nothing_.size() / texts_.size());
      facts.say("empty_texts", share, empty_).signals =
          std::max(1, static_cast<int>(said_nothing_.size()));
    }
    facts.say("nameless_in_menu", static_cast<int>(in_menu_.size()), in_menu_);
    facts.say("nameless_elsewhere", static_cast<int>(elsewhere_.size()), elsewhere_);
  }

 private:
  static void note(std::vector<Evidence>& list, const Page& page, const Element& element,
                   std::string_view excerpt) {
    if (list.size() < enough) {
      list.push_back({page.url().href(), element.path(), shorten(excerpt, 150)});
    }
  }

  void add_picture(const Page& page, const Element& element, const AccessibleNames& names) {
    ++pictures_;
    const std::string name = names.of(element).text;
    if (name.empty() && !element.has_attribute("alt") && !is_decoration(element)) {
      note(bare_, page, element, element.attribute("src").value_or(""));
      return;
    }
    ++described_;
    if (name.empty()) return;  // decoration, and said so
    texts_.insert(name);
    if (!says_nothing(name) || !said_nothing_.insert(name).second) return;
    note(empty_, page, element, name);
  }

  void add_link(const Page& page, const Link& link, bool is_home, const AccessibleNames& names) {
    if (link.hidden || !link.text.empty() || is_decoration(link.element)) return;
    ++linked_;
    if (!shows_picture(link.element) || !names.of(link.element).text.empty()) return;
    const bool menu = link.region == Region::header || link.region == Region::navigation;
    note(is_home && menu ? in_menu_ : elsewhere_, page, link.element, link.href);
  }

  int pictures_ = 0, described_ = 0;
  std::size_t linked_ = 0;
  std::set<std::string> texts_, said_nothing_;  // the same one on every page counts once
  std::vector<Evidence> bare_, empty_, in_menu_, elsewhere_;
};

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(image_alt, *why);
  Count count;
  for (const Page* page : site.sample()) {
    if (page->document()) count.add(*page, page == site.home());
  }
  Facts facts;
  count.say(facts, absence_unproven_because(*site.home()));
  return facts;
}

}  // namespace

const Check image_alt{
    "image-alt",
    {{"described", "%", "pictures of the sample with an alternative text, empty for decoration"},
     {"undescribed", "", "pictures of the sample without one"},
     {"empty_texts", "%", "different texts that are file names or say only \"image\""},
     {"nameless_in_menu", "", "pictures without any name that are links in the home page's header"},
     {"nameless_elsewhere", "", "such links elsewhere in the sample"}},
    measure};

}  // namespace touchstone::checks
