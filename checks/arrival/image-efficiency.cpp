#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "checks/check.h"
#include "checks/presence/image.h"
#include "checks/speed.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check image_efficiency;

namespace {

constexpr std::int64_t a_logo = 10 * 1024;  // smaller pictures win little
constexpr std::size_t enough = 20;

// A picture of a page as the page asks for it, and what came.
struct Picture {
  const Page* page = nullptr;
  Element element;
  Url url;
  int declared_width = 0;  // 0: not said
  bool late = false;       // loaded when it comes near
  bool choice = false;     // in several sizes
  bool modern = false;     // as WebP, AVIF or SVG, or offered as one of them
  bool lost = false;       // it was asked for, and no picture came
  const Visit* visit = nullptr;
  Image image{};
  std::int64_t bytes = 0;

  int width() const { return image.width > 0 ? image.width : declared_width; }
  bool is_small() const { return visit && bytes < a_logo; }
  Evidence evidence() const {
    return {page->url().href(), element.path(),
            shorten(url.href(), 120) + " " + std::to_string(kibibytes(bytes)) + " KiB, " +
                std::to_string(width()) + " px"};
  }
};

bool names_modern(std::string_view text) {
  return text.find("webp") != std::string_view::npos || text.find("avif") != std::string_view::npos;
}

bool waits(const Element& image) {
  if (fold(image.attribute("loading").value_or("")) == "lazy") return true;
  for (const auto* name : {"data-src", "data-lazy-src", "data-srcset", "data-original"}) {
    if (image.has_attribute(name)) return true;
  }
  return false;
}

// The sources of <picture> speak for the image in it.
void read_sources(const Element& image, Picture& picture) {
  const Element parent = image.parent();
  if (!parent || parent.name() != "picture") return;
  constexpr std::size_t most = 20;
  const auto sources = parent.children();
  for (std::size_t i = 0; i < std::min(sources.size(), most); ++i) {
    if (sources[i].name() != "source") continue;
    picture.choice = true;
    picture.modern = picture.modern || names_modern(sources[i].attribute("type").value_or("")) ||
                     names_modern(sources[i].attribute("srcset").value_or(""));
  }
}

void read_answer(const Site& site, Picture& picture) {
  const Visit* visit = site.visit_of(picture.url);
  if (!visit || !keeps_body(visit->role)) return;
  picture.lost = !visit->fetch.ok();
  if (picture.lost) return;
  picture.visit = visit;
  picture.image = read_image(visit->fetch.body);
  picture.bytes =
      std::max(visit->fetch.wire_bytes, static_cast<std::int64_t>(visit->fetch.body.size()));
  const auto format = picture.image.format;
  picture.modern = picture.modern || format == "webp" || format == "avif" || format == "svg";
}

// Where the picture comes from in the end, when a script loads it late.
std::optional<Url> address_of(const Element& image, const Url& base) {
  for (const auto* name : {"data-src", "data-lazy-src", "data-original", "src"}) {
    const auto reference = image.attribute(name);
    const auto url = reference ? base.resolve(*reference) : std::nullopt;
    if (url) return url->without_fragment();
  }
  return std::nullopt;
}

void read_markup(Picture& picture) {
  const Element& image = picture.element;
  const std::string width = image.attribute("width").value_or("");
  if (width.find('%') == std::string::npos) {
    std::from_chars(width.data(), width.data() + width.size(), picture.declared_width);
  }
  const std::string set =
      image.attribute("srcset").value_or("") + image.attribute("data-srcset").value_or("");
  picture.late = waits(image);
  picture.choice = !set.empty();
  picture.modern = names_modern(set);
  read_sources(image, picture);
}

std::vector<Picture> pictures_of(const Site& site) {
  constexpr std::size_t most_pages = 3, most = 300;
  std::vector<Picture> pictures;
  std::unordered_set<std::string> known;
  for (std::size_t p = 0; p < std::min(site.sample().size(), most_pages); ++p) {
    const Page& page = *site.sample()[p];
    if (!page.document()) continue;
    const auto images = page.document()->find("//img[not(ancestor::noscript)]");
    for (std::size_t i = 0; i < std::min(images.size(), most); ++i) {
      const auto url = address_of(images[i], page.base());
      if (!url || !known.insert(url->href()).second) continue;
      Picture picture{&page, images[i], *url};
      read_markup(picture);
      read_answer(site, picture);
      pictures.push_back(std::move(picture));
    }
  }
  return pictures;
}

void say_bytes(Facts& facts, const std::vector<Picture>& pictures) {
  constexpr std::int64_t a_mebibyte = 1024 * 1024;
  constexpr int wide = 2560, shown_small = 1280;
  std::int64_t all = 0, modern = 0;
  int seen = 0, oversized = 0;
  std::vector<Evidence> old, large;
  for (const Picture& picture : pictures) {
    if (!picture.visit) continue;
    ++seen;
    if (picture.is_small()) continue;
    all += picture.bytes;
    modern += picture.modern ? picture.bytes : 0;
    if (!picture.modern && old.size() < enough) old.push_back(picture.evidence());
    const bool shrunk = picture.image.format != "svg" && picture.image.width > wide &&
                        picture.declared_width > 0 && picture.declared_width <= shown_small;
    if (picture.bytes <= a_mebibyte && !shrunk) continue;
    ++oversized;
    if (large.size() < enough) large.push_back(picture.evidence());
  }
  if (seen == 0) {
    facts.unknown("modern", Reason::insufficient_evidence);
    facts.unknown("oversized", Reason::insufficient_evidence);
    return;
  }
  facts.say("oversized", oversized, std::move(large));
  if (all == 0) {
    facts.not_applicable("modern");
  } else {
    facts.say("modern", 100 * modern / all, std::move(old));
  }
}

// On the home page: the first large picture at once, what stands far below when it is needed.
void say_order(Facts& facts, const Page& home, const std::vector<Picture>& pictures) {
  constexpr int near_the_top = 3, large = 300;
  int met = 0, below = 0, late = 0;
  const Picture* first = nullptr;
  std::vector<Evidence> eager;
  for (const Picture& picture : pictures) {
    if (picture.page != &home || picture.is_small()) continue;
    if (!first && picture.width() >= large) first = &picture;
    if (++met <= near_the_top) continue;
    ++below;
    late += picture.late ? 1 : 0;
    if (!picture.late && eager.size() < enough) eager.push_back(picture.evidence());
  }
  facts.say("first_waits", first && first->late,
            first ? std::vector{first->evidence()} : std::vector<Evidence>{});
  if (below == 0) {
    facts.absent("late");
  } else {
    facts.say("late", 100 * late / below, std::move(eager));
  }
}

void say_choice(Facts& facts, const std::vector<Picture>& pictures) {
  constexpr int wide = 600;
  int all = 0, with_choice = 0;
  std::vector<Evidence> fixed;
  for (const Picture& picture : pictures) {
    if (picture.lost || picture.image.format == "svg" || picture.width() <= wide) continue;
    ++all;
    with_choice += picture.choice ? 1 : 0;
    if (!picture.choice && fixed.size() < enough) fixed.push_back(picture.evidence());
  }
  if (all == 0) {
    facts.not_applicable("with_choice");
  } else {
    facts.say("with_choice", 100 * with_choice / all, std::move(fixed));
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(image_efficiency, *why);
  const auto pictures = pictures_of(site);
  if (pictures.empty()) {
    const auto why = absence_unproven_because(*site.home());
    return why ? all_unknown(image_efficiency, *why) : all_not_applicable(image_efficiency);
  }
  Facts facts;
  say_bytes(facts, pictures);
  say_order(facts, *site.home(), pictures);
  say_choice(facts, pictures);
  return facts;
}

}  // namespace

const Check image_efficiency{
    "image-efficiency",
    {{"modern", "%", "bytes of pictures in, or offered as, WebP, AVIF or SVG"},
     {"oversized", "", "pictures over 1 MiB, or far wider than they are shown"},
     {"first_waits", "", "the first large picture of home is loaded lazily"},
     {"late", "%", "of home's pictures after the third, those that load when they come near"},
     {"with_choice", "%", "of pictures over 600 px wide, those in several sizes"}},
    measure};

}  // namespace touchstone::checks
