#include "site/open_elements.h"

namespace touchstone {

namespace {

std::uint32_t hash_of(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) {
    const auto lower = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    hash = (hash ^ static_cast<unsigned char>(lower)) * 16777619u;
  }
  return hash;
}

bool has_trait(Tag tag, std::uint32_t traits) {
  return (traits_of(tag) & traits) != 0;
}

bool is_cell(Tag tag) {
  return tag == Tag::td || tag == Tag::th;
}

bool is_row_group(Tag tag) {
  return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot;
}

bool is_of_table(Tag tag) {
  return is_cell(tag) || is_row_group(tag) || tag == Tag::tr || tag == Tag::table ||
         tag == Tag::caption;
}

// What may stand in a <noscript> of the head (section 13.2.6.4.5); all else ends both.
bool is_of_head(Tag tag, bool in_noscript) {
  switch (tag) {
    case Tag::basefont:
    case Tag::bgsound:
    case Tag::link:
    case Tag::meta:
    case Tag::noframes:
    case Tag::style:
    case Tag::html:
      return true;
    case Tag::base:
    case Tag::head:
    case Tag::noscript:
    case Tag::script:
    case Tag::template_:
    case Tag::title:
      return !in_noscript;
    default:
      return false;
  }
}

}  // namespace

void OpenElements::begin_body() {
  if (has(Tag::template_)) return;
  in_body_ = true;
  pop_to(find(Tag::noscript, 0, 0));
  pop_to(find(Tag::head, 0, 0));
}

OpenElements::Opened OpenElements::open(Tag tag, std::string_view name, bool self_closing,
                                        bool hides) {
  if (reads_foreign()) {
    if (open_foreign(tag, name, self_closing, hides)) return {true, false};
  }
  if (has(Tag::select) && !use_in_select(tag)) return {false, true};
  if ((in_body_ || head_ended_) && (tag == Tag::html || tag == Tag::head)) {
    return {tag == Tag::html, true};  // its attributes count
  }
  const bool behind_head = head_ended_ && tag == Tag::noscript;
  if (!in_body_ && (behind_head || !is_of_head(tag, has(Tag::noscript)))) begin_body();
  if (tag == Tag::form) {
    if (in_form_ && !has(Tag::template_)) return {false, true};
    in_form_ = true;
  }
  const bool foreign = tag == Tag::svg || tag == Tag::math;
  end_implied(tag);
  const bool stays = !has_trait(tag, trait::is_void) && !(foreign && self_closing);
  const std::uint32_t key = tag == Tag::other && stays ? hash_of(name) : 0;
  if (stays) push({tag, foreign, key}, hides);
  return {true, !foreign};
}

// What a <select> takes; all else in it is left out, and some of it ends the list.
bool OpenElements::use_in_select(Tag tag) {
  switch (tag) {
    case Tag::option:
    case Tag::optgroup:
    case Tag::script:
    case Tag::template_:
      return true;
    case Tag::input:
    case Tag::keygen:
    case Tag::textarea:
      pop_to(find(Tag::select, 0, 0));
      return true;
    case Tag::select:
      pop_to(find(Tag::select, 0, 0));
      return false;
    default:
      if (!is_of_table(tag) || !has(Tag::table)) return false;
      pop_to(find(Tag::select, 0, 0));
      return true;
  }
}

bool OpenElements::reads_foreign() const {
  return !elements_.empty() && elements_.back().foreign &&
         !has_trait(elements_.back().tag, trait::integration);
}

// False where the tag ends the foreign content.
bool OpenElements::open_foreign(Tag tag, std::string_view name, bool self_closing, bool hides) {
  if (has_trait(tag, trait::breakout)) {
    leave_foreign();
    return false;
  }
  if (!self_closing) push({tag, true, tag == Tag::other ? hash_of(name) : 0}, hides);
  return true;
}

void OpenElements::leave_foreign() {
  while (reads_foreign()) pop_to(elements_.size() - 1);
}

// The innermost open element of that name, unless one with `barrier` stands before it.
std::size_t OpenElements::find(Tag tag, std::uint32_t name, std::uint32_t barrier) const {
  if (!has(tag)) return none;
  for (std::size_t i = elements_.size(); i-- > 0;) {
    const Element& element = elements_[i];
    if (element.tag == tag && element.name == name) return i;
    if (has_trait(element.tag, barrier)) return none;
  }
  return none;
}

void OpenElements::pop_to(std::size_t index) {
  if (index == none) return;
  while (elements_.size() > index) {
    --count_[static_cast<std::size_t>(elements_.back().tag)];
    elements_.pop_back();
  }
  if (hidden_from_ >= elements_.size()) hidden_from_ = none;
}

void OpenElements::remove(std::size_t index) {
  --count_[static_cast<std::size_t>(elements_[index].tag)];
  elements_.erase(elements_.begin() + static_cast<std::ptrdiff_t>(index));
  if (hidden_from_ == none) return;
  if (hidden_from_ == index || hidden_from_ >= elements_.size()) {
    hidden_from_ = none;
  } else if (hidden_from_ > index) {
    --hidden_from_;
  }
}

void OpenElements::push(Element element, bool hides) {
  if (elements_.size() >= deepest) return;
  if (hides && hidden_from_ == none) hidden_from_ = elements_.size();
  ++count_[static_cast<std::size_t>(element.tag)];
  elements_.push_back(element);
}

void OpenElements::end_list_item(Tag first, Tag second) {
  if (!has(first) && !has(second)) return;
  for (std::size_t i = elements_.size(); i-- > 0;) {
    const Tag tag = elements_[i].tag;
    if (tag == first || tag == second) return pop_to(i);
    const bool passed = tag == Tag::address || tag == Tag::div || tag == Tag::p;
    if (has_trait(tag, trait::special) && !passed) return;
  }
}

void OpenElements::end_implied(Tag tag) {
  if (elements_.empty() || !has_trait(tag, trait::ends_others)) return;
  if (tag == Tag::li) end_list_item(Tag::li, Tag::li);
  if (tag == Tag::dd || tag == Tag::dt) end_list_item(Tag::dd, Tag::dt);
  if (has_trait(tag, trait::ends_p)) {
    const auto p = find(Tag::p, 0, trait::scope);
    const auto button = find(Tag::button, 0, trait::scope);
    if (p != none && (button == none || button < p)) pop_to(p);
  }
  if (elements_.empty()) return;
  const Tag last = elements_.back().tag;
  if (has_trait(tag, trait::heading) && has_trait(last, trait::heading)) {
    return pop_to(elements_.size() - 1);
  }
  if (tag == Tag::option || tag == Tag::optgroup) {
    if (last == Tag::option) pop_to(elements_.size() - 1);
    return;
  }
  if (tag == Tag::button) return pop_to(find(Tag::button, 0, trait::scope));
  if (tag == Tag::a) {
    const auto link = find(Tag::a, 0, trait::scope);
    if (link != none) remove(link);
    return;
  }
  const bool in_row_group = tag == Tag::tr || is_row_group(tag);
  if (!is_cell(tag) && !in_row_group) return;
  for (std::size_t i = elements_.size(); i-- > 0;) {
    const Tag open = elements_[i].tag;
    if (open == Tag::table || open == Tag::template_ || open == Tag::tr || is_row_group(open)) {
      if (open == Tag::tr && in_row_group) continue;
      if (is_row_group(open) && is_row_group(tag)) return pop_to(i);
      return pop_to(i + 1);
    }
  }
}

// Whether a list of choices takes the end tag; those of the table round it end the list.
bool OpenElements::ends_in_select(Tag tag) {
  if (is_of_table(tag) && find(tag, 0, 0) != none) {
    pop_to(find(Tag::select, 0, 0));
    return true;
  }
  return tag == Tag::select || tag == Tag::option || tag == Tag::optgroup ||
         tag == Tag::template_ || tag == Tag::script;
}

bool OpenElements::close(Tag tag, std::string_view name) {
  if (tag == Tag::body || tag == Tag::html) return false;  // what follows still is of the body
  if (has(Tag::select) && !ends_in_select(tag)) return false;
  if (tag == Tag::br || (tag == Tag::p && !has(Tag::p))) return true;
  if (tag == Tag::form) in_form_ = false;
  if (tag == Tag::head) head_ended_ = true;
  const std::uint32_t key = tag == Tag::other ? hash_of(name) : 0;
  if (!elements_.empty() && elements_.back().tag == tag && elements_.back().name == key) {
    pop_to(elements_.size() - 1);
    return true;
  }
  if (has_trait(tag, trait::formatting)) {
    const auto found = find(tag, key, trait::scope);
    if (found == none) return false;
    remove(found);
    return true;
  }
  const bool is_special = has_trait(tag, trait::special);
  const std::uint32_t barrier = is_of_table(tag) || tag == Tag::template_ ? 0
                                : is_special                              ? trait::scope
                                                                          : trait::special;
  if (has_trait(tag, trait::heading)) {
    for (std::size_t i = elements_.size(); i-- > 0;) {
      if (has_trait(elements_[i].tag, trait::heading)) {
        pop_to(i);
        return true;
      }
      if (has_trait(elements_[i].tag, trait::scope)) return false;
    }
    return false;
  }
  const auto found = find(tag, key, barrier);
  if (found == none) return false;
  pop_to(found);
  return true;
}

}  // namespace touchstone
