#include "checks/rich_media.h"

#include <re2/re2.h>

#include <algorithm>

#include "checks/content_pictures.h"
#include "site/embedded.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t enough = 20;

bool is_at(std::string_view host, std::string_view list) {
  const auto hosts = embedded_list(list);
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](std::string_view one) { return host_within(host, one); });
}

void add(std::vector<Evidence>& list, const Page& page, const Element& at, std::string_view text) {
  if (list.size() < enough) list.push_back({page.url().href(), at.path(), shorten(text, 200)});
}

// Frames, and what scripts put in their place at a click.
void see_frames(const Page& page, RichMedia& media) {
  constexpr std::size_t most = 200;
  const auto frames = page.document()->find(
      "//iframe | //embed | //lite-youtube | //lite-vimeo | //*[@data-video-url]");
  for (std::size_t i = 0; i < std::min(frames.size(), most); ++i) {
    const Element& frame = frames[i];
    if (frame.name().starts_with("lite-")) {
      add(media.films, page, frame, frame.name());
      continue;
    }
    for (const char* name : {"src", "data-src", "data-lazy-src", "data-video-url"}) {
      const auto url = page.base().resolve(frame.attribute(name).value_or(""));
      if (!url || url->path().size() < 2) continue;
      if (is_at(url->host(), "checks/data/film-hosts.txt")) {
        add(media.films, page, frame, url->href());
      } else if (is_at(url->host(), "checks/data/tour-hosts.txt")) {
        add(media.tours, page, frame, url->href());
      } else {
        continue;
      }
      break;
    }
  }
}

// A film without sound that begins by itself, over and over, is wallpaper.
bool decorates(const Element& film) {
  return film.has_attribute("autoplay") &&
         (film.has_attribute("muted") || film.has_attribute("loop"));
}

void see_own_films(const Page& page, RichMedia& media) {
  constexpr std::size_t most = 50;
  const auto films = page.document()->find("//video");
  for (std::size_t i = 0; i < std::min(films.size(), most); ++i) {
    if (decorates(films[i])) continue;
    bool captions = false, source = films[i].has_attribute("src");
    for (const Element& child : films[i].children()) {
      source = source || child.name() == "source";
      if (child.name() != "track") continue;
      const std::string kind = fold(child.attribute("kind").value_or("subtitles"));
      captions = captions || kind == "captions" || kind == "subtitles";
    }
    if (!source) continue;
    add(media.films, page, films[i], "video");
    ++media.own_films;
    media.captioned += captions ? 1 : 0;
  }
}

void see_pictures(const Page& page, RichMedia& media) {
  static const RE2 gallery("galler|fancybox|lightbox|carousel|slider|swiper|album|portfolio|slide");
  static const RE2 chart(
      "infogra|инфограф|інфограф|diagram|диаграмм|schaubild|grafik|اینفوگراف|إنفوجراف|信息图|"
      "インフォグラ|인포그래픽|price-scheme");
  std::vector<Evidence> together;
  for (const ContentPicture& picture : content_pictures(page, page.document()->body())) {
    ++media.pictures;
    const auto url = Url::parse(picture.address);
    const bool stock = url && is_at(url->host(), "checks/data/stock-hosts.txt");
    if (stock) add(media.stock, page, picture.element, picture.address);
    if (RE2::PartialMatch(picture.words, chart)) {
      add(media.charts, page, picture.element, picture.address);
    } else if (!stock && (RE2::PartialMatch(picture.words, gallery) ||
                          picture.element.parent().name() == "figure")) {
      add(together, page, picture.element, picture.address);
    }
  }
  constexpr std::size_t least = 4;
  if (together.size() >= least) media.gallery = std::move(together);
}

// Drawn charts: a canvas or drawing that its name calls so.
void see_charts(const Page& page, RichMedia& media) {
  static const RE2 chart("(?i)chart|diagram|infogra|graph");
  constexpr std::size_t most = 500;
  const auto drawings = page.document()->find("//svg[@class or @id] | //canvas[@class or @id]");
  for (std::size_t i = 0; i < std::min(drawings.size(), most); ++i) {
    const std::string name = drawings[i].attribute("class").value_or("") + " " +
                             drawings[i].attribute("id").value_or("");
    if (RE2::PartialMatch(name, chart)) add(media.charts, page, drawings[i], name);
  }
}

}  // namespace

RichMedia rich_media_of(const Page& page) {
  RichMedia media;
  if (!page.document()) return media;
  see_frames(page, media);
  see_own_films(page, media);
  see_pictures(page, media);
  see_charts(page, media);
  return media;
}

}  // namespace touchstone
