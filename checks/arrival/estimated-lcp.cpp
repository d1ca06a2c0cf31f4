#include <algorithm>

#include "checks/check.h"
#include "checks/paint.h"
#include "checks/stylesheet.h"

namespace touchstone::checks {

extern const Check estimated_lcp;

namespace {

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

// The browser is told to fetch the hero first: by its own attribute or by a preload.
bool is_preloaded(const Page& home, const LoadedFile& hero) {
  const auto priority = hero.resource->element.attribute("fetchpriority");
  if (priority && lowered(*priority) == "high") return true;
  const auto preloads = home.document()->find("//link[@rel='preload' and @as='image']/@href/..");
  return std::any_of(preloads.begin(), preloads.end(), [&](const Element& link) {
    const auto url = home.base().resolve(*link.attribute("href"));
    return url && url->without_fragment() == hero.url;
  });
}

void say_paint(const Site& site, const std::vector<LoadedFile>& files, Facts& facts) {
  const Paint paint = paint_of(site, files);
  if (!paint.inputs) {
    facts.unknown("lcp", *paint.why);
    facts.unknown("preloaded_hero", *paint.why);
    return;
  }
  const std::string what = paint.hero ? paint.hero->url.href() : "text";
  // Bytes and waiting were measured apart; the rule asks for either to be bad as well.
  facts
      .say("lcp", largest_paint_ms(*paint.inputs),
           {{site.home()->url().href(), "estimate", "largest: " + what}})
      .signals = 2;
  facts.say("preloaded_hero", paint.hero && is_preloaded(*site.home(), *paint.hero));
}

// The element keeps its place while it loads: width and height, or a ratio of its sides.
bool is_sized(const Element& element) {
  const auto side = [&](std::string_view name) {
    const auto value = element.attribute(name);
    return value && !value->empty() && *value != "auto";
  };
  if (side("width") && side("height")) return true;
  const std::string style = lowered(element.attribute("style").value_or(""));
  return style.find("aspect-ratio") != style.npos ||
         ((style.starts_with("width:") || style.find(" width:") != style.npos ||
           style.find(";width:") != style.npos) &&
          (style.starts_with("height:") || style.find(" height:") != style.npos ||
           style.find(";height:") != style.npos));
}

void say_sized(const Page& home, Facts& facts) {
  const auto elements = home.document()->find(
      "//body//*[self::img or self::iframe or self::video]"
      "[not(ancestor::noscript) and not(ancestor::template) and not(@hidden)]");
  std::vector<Evidence> unsized;
  int loose = 0;
  for (const Element& element : elements) {
    if (is_sized(element)) continue;
    ++loose;
    if (unsized.size() < 10) {
      unsized.push_back({home.url().href(), element.path(), element.attribute("src").value_or("")});
    }
  }
  if (elements.empty()) {
    facts.not_applicable("sized");
    return;
  }
  const auto all = static_cast<std::int64_t>(elements.size());
  facts.say("sized", (all - loose) * 100 / all, std::move(unsized)).signals = loose;
}

// Text stays hidden while such a font loads (CSS Fonts Level 4, section 11.1: "auto" is as
// "block").
bool hides_text(const FontFace& face) {
  return !face.sources.empty() && !face.sources.front().starts_with("data:") &&
         face.display != "swap" && face.display != "optional" && face.display != "fallback";
}

void say_fonts(const Page& home, const std::vector<LoadedFile>& files, Facts& facts) {
  std::vector<Evidence> hiding;
  std::optional<Reason> unknown;
  const auto look = [&](std::string_view css, const std::string& url) {
    const auto fonts = read_stylesheet(css).fonts;
    const auto bad = std::find_if(fonts.begin(), fonts.end(), hides_text);
    if (bad != fonts.end()) hiding.push_back({url, "@font-face", bad->sources.front()});
  };
  for (const LoadedFile& file : files) {
    if (file.kind != Resource::Kind::stylesheet) continue;
    if (file.unseen) {
      unknown = file.unseen;
    } else if (file.visit && file.visit->fetch.ok()) {
      look(file.visit->fetch.body, file.url.href());
    }
  }
  for (const Element& style : home.document()->find("//style")) {
    look(style.text(), home.url().href());
  }
  if (!hiding.empty()) {
    facts.say("fonts_hide_text", true, std::move(hiding));
  } else if (unknown) {
    facts.unknown("fonts_hide_text", *unknown);
  } else {
    facts.say("fonts_hide_text", false);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_unreadable_because(site)) return all_unknown(estimated_lcp, *why);
  const Page& home = *site.home();
  if (!home.document()) return all_unknown(estimated_lcp, Reason::too_deep);
  const auto files = loaded_files(site);
  Facts facts;
  say_paint(site, files, facts);
  say_sized(home, facts);
  say_fonts(home, files, facts);
  std::vector<std::int64_t> first_bytes;
  for (const TimingSample& sample : timing_samples(site)) first_bytes.push_back(sample.first_byte);
  if (const auto middle = median(first_bytes)) {
    facts.say("first_byte", milliseconds(*middle));
  } else {
    facts.unknown("first_byte", Reason::not_captured);
  }
  facts.say("weight_seen", kibibytes(weigh(site, files).total));
  return facts;
}

}  // namespace

const Check estimated_lcp{
    "estimated-lcp",
    {{"lcp", "ms", "estimate: until the largest picture or text appears on a slow phone line"},
     {"preloaded_hero", "", "the browser is told to fetch the main picture first"},
     {"sized", "%", "share of pictures, frames and films that keep their place while they load"},
     {"fonts_hide_text", "", "a web font hides text until it has come"},
     {"first_byte", "ms", "from the click to the first byte, as ttfb measures it"},
     {"weight_seen", "KiB", "the page with its files, as page-weight measures it"}},
    measure};

}  // namespace touchstone::checks
