#include "site/page_resources.h"

#include <string>
#include <unordered_map>

#include "site/page_places.h"
#include "site/text.h"

namespace touchstone {

namespace {

using Kind = Resource::Kind;

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string lower_attribute(const Element& element, std::string_view name) {
  return collapse_spaces(lower(element.attribute(name).value_or("")));
}

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

// The first candidate of a srcset, for browsers that know no src.
std::string first_candidate(std::string_view srcset) {
  const auto begin = srcset.find_first_not_of(" \t\n\r\f,");
  if (begin == std::string_view::npos) return {};
  auto end = srcset.find_first_of(" \t\n\r\f", begin);
  if (end == std::string_view::npos) end = srcset.size();
  while (end > begin && srcset[end - 1] == ',') --end;
  return std::string(srcset.substr(begin, end - begin));
}

// A classic script or a module; nomodule is for browsers of the past, other types are data.
bool is_run(const Element& script) {
  if (script.has_attribute("nomodule")) return false;
  const auto type = lower_attribute(script, "type");
  return type.empty() || type == "module" || type.find("javascript") != std::string::npos ||
         type.find("ecmascript") != std::string::npos;
}

class Reader {
 public:
  explicit Reader(const Url& base) : base_(base) {}

  void read(const Element& element, const Place& place) {
    const auto name = element.name();
    if (name == "link") read_link(element);
    if (name == "script") read_script(element, place);
    if (name == "img") read_image(element);
    if (name == "input" && lower_attribute(element, "type") == "image") {
      add(Kind::image, element, element.attribute("src"));
    }
    if (name == "video") add(Kind::poster, element, element.attribute("poster"));
    if (name == "video" || name == "audio") read_media(element);
    if (name == "iframe" || name == "frame" || name == "embed") {
      add(Kind::frame, element, element.attribute("src"));
    }
    if (name == "object") add(Kind::frame, element, element.attribute("data"));
  }

  std::vector<Resource> take() { return std::move(resources_); }

 private:
  void add(Kind kind, const Element& element, const std::optional<std::string>& reference,
           bool blocking = false) {
    if (!reference || collapse_spaces(*reference).empty()) return;
    const auto url = base_.resolve(*reference);
    if (!url) return;
    const bool lazy = lower_attribute(element, "loading") == "lazy";
    const Resource found{kind, url->without_fragment(), element, blocking, lazy};
    const auto [known, is_new] = place_.try_emplace(found.url.href(), resources_.size());
    if (is_new) return resources_.push_back(found);
    // A preload only announces what is used further down.
    Resource& before = resources_[known->second];
    if (before.element.name() == "link" && before.kind != Kind::stylesheet) before = found;
  }

  void read_link(const Element& link) {
    const auto rel = lower_attribute(link, "rel");
    if (has_word(rel, "stylesheet")) {
      if (has_word(rel, "alternate") || link.has_attribute("disabled")) return;
      const auto media = lower_attribute(link, "media");
      add(Kind::stylesheet, link, link.attribute("href"), media != "print");
    } else if (has_word(rel, "preload")) {
      const bool font = lower_attribute(link, "as") == "font";
      add(font ? Kind::font : Kind::preload, link, link.attribute("href"));
    } else if (has_word(rel, "modulepreload")) {
      add(Kind::preload, link, link.attribute("href"));
    }
  }

  void read_script(const Element& script, const Place& place) {
    if (!is_run(script)) return;
    const bool waits = script.has_attribute("async") || script.has_attribute("defer") ||
                       lower_attribute(script, "type") == "module";
    add(Kind::script, script, script.attribute("src"), place.in_head && !waits);
  }

  void read_image(const Element& image) {
    const auto src = image.attribute("src");
    if (src && base_.resolve(*src)) return add(Kind::image, image, src);
    add(Kind::image, image, first_candidate(image.attribute("srcset").value_or("")));
  }

  void read_media(const Element& media) {
    const bool plays = media.has_attribute("autoplay");
    if (!plays && lower_attribute(media, "preload") != "auto") return;
    add(Kind::other, media, media.attribute("src"));
    for (const Element& child : media.children()) {
      if (child.name() != "source" || !child.has_attribute("src")) continue;
      return add(Kind::other, child, child.attribute("src"));
    }
  }

  const Url& base_;
  std::unordered_map<std::string, std::size_t> place_;
  std::vector<Resource> resources_;
};

}  // namespace

std::vector<Resource> read_resources(const Document& document, const Url& base) {
  Reader reader(base);
  each_element(document, [&](const Element& element, const Place& place) {
    if (!place.inert) reader.read(element, place);
  });
  return reader.take();
}

}  // namespace touchstone
