#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "checks/accessible_name.h"
#include "checks/check.h"
#include "checks/field_purpose.h"
#include "checks/unseen.h"
#include "site/page_places.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check form_labels;

namespace {

constexpr std::size_t enough = 20;        // evidence
constexpr std::size_t most_fields = 500;  // of the site

// A trap for robots, put out of people's sight by a style, a class or an attribute.
bool is_out_of_sight(const Element& element) {
  static const RE2 style(
      R"re((?i)(left|top|right|text-indent)\s*:\s*-\d{3}|visibility\s*:\s*hidden|opacity\s*:\s*0(;|$|\s))re");
  static const RE2 name(
      R"re((?i)honey|bot[-_]?(check|field|trap)|(^|[\s_-])(hp|hidden|hide|d-none|gotcha|screen-reader-text|visually-hidden|sr-only)([\s_-]|$))re");
  if (hides_itself(element) && element.name() != "textarea") return true;
  if (element.has_attribute("hidden") || element.attribute("aria-hidden") == "true") return true;
  std::string names;
  for (const char* attribute : {"class", "id", "name"}) {
    names += element.attribute(attribute).value_or("") + " ";
  }
  return RE2::PartialMatch(element.attribute("style").value_or(""), style) ||
         RE2::PartialMatch(names, name);
}

bool is_control(const Field& field) {
  for (const auto* type : {"hidden", "submit", "button", "image", "reset"}) {
    if (field.type == type) return false;
  }
  if (is_out_of_sight(field.element)) return false;
  for (Element at = field.element.parent(); at && at.name() != "form"; at = at.parent()) {
    if (is_out_of_sight(at)) return false;
  }
  return field.element.attribute("tabindex") != "-1" || field.element.name() == "select";
}

std::string fingerprint(const Form& form) {
  std::string text = form.action;
  for (const Field& field : form.fields) text += "\n" + field.name + " " + field.type;
  return text;
}

// A search box says what it is by the button beside it.
bool has_named_button(const Form& form, const AccessibleNames& names) {
  const auto buttons = form.element.find(".//button | .//input[@type='submit' or @type='image']");
  return std::any_of(buttons.begin(), buttons.end(),
                     [&](const Element& button) { return !names.of(button).text.empty(); });
}

bool is_search(const Form& form, const Field& field) {
  return purpose_of(field) == FieldPurpose::search ||
         form.element.attribute("role").value_or("") == "search";
}

// The tokens of the HTML Standard (section 4.10.18.7) that fill in what is asked for.
bool fills_in(const std::string& autocomplete, FieldPurpose purpose) {
  const std::string token = autocomplete.substr(autocomplete.find_last_of(' ') + 1);
  static const std::set<std::string_view> names{
      "name", "given-name", "family-name", "additional-name", "nickname", "username"};
  if (purpose == FieldPurpose::name) return names.contains(token);
  if (purpose == FieldPurpose::email) return token == "email" || token == "username";
  return token == "tel" || token.starts_with("tel-");
}

// The phone shows letters only, although an @ or digits are wanted.
bool has_plain_keyboard(const Field& field, FieldPurpose purpose) {
  if (field.element.name() != "input" || field.type != "text") return false;
  const std::string mode = fold(field.element.attribute("inputmode").value_or(""));
  return mode != (purpose == FieldPurpose::email ? "email" : "tel") && mode != "numeric";
}

class Count {
 public:
  void add(const Page& page) {
    const AccessibleNames names(*page.document());
    for (const Form& form : page.forms()) {
      if (!seen_.insert(fingerprint(form)).second) continue;
      for (const Field& field : form.fields) {
        if (looked_ == most_fields) return;
        if (!is_control(field)) continue;
        ++looked_;
        count_name(page, form, field, names);
        count_filling(page, form, field);
      }
    }
  }

  void say(Facts& facts, std::optional<Reason> unseen) const {
    if (looked_ == 0) {
      for (const FactSpec& spec : form_labels.facts) {
        if (unseen) {
          facts.unknown(spec.name, *unseen);
        } else {
          facts.not_applicable(spec.name);
        }
      }
      return;
    }
    const auto fields = static_cast<int>(looked_);
    facts.say("named", 100 * half_points_ / (2 * fields), nameless_);
    facts.say("nameless", static_cast<int>(nameless_count_), nameless_);
    if (asked_.empty()) {
      for (const char* name : {"autofill_off", "autofill_missing"}) facts.not_applicable(name);
    } else {
      facts.say("autofill_off", off_count_, off_);
      constexpr std::size_t wanted = 2;
      const std::size_t due = std::min(wanted, asked_.size());
      facts.say("autofill_missing", due - std::min(due, filled_.size()), not_filled_);
    }
    if (asked_.contains(FieldPurpose::email) || asked_.contains(FieldPurpose::phone)) {
      facts.say("plain_keyboards", plain_count_, plain_);
    } else {
      facts.not_applicable("plain_keyboards");
    }
  }

 private:
  static void note(std::vector<Evidence>& list, const Page& page, const Field& field) {
    if (list.size() == enough) return;
    list.push_back({page.url().href(), field.element.path(), shorten(field.name, 100)});
  }

  void count_name(const Page& page, const Form& form, const Field& field,
                  const AccessibleNames& names) {
    const AccessibleName name = names.of(field.element);
    const bool named = (!name.text.empty() && name.by != NamedBy::placeholder) ||
                       (is_search(form, field) && has_named_button(form, names));
    half_points_ += named ? 2 : name.text.empty() ? 0 : 1;
    if (named) return;
    ++nameless_count_;
    note(nameless_, page, field);
  }

  void count_filling(const Page& page, const Form& form, const Field& field) {
    const FieldPurpose purpose = purpose_of(field);
    if (purpose != FieldPurpose::name && purpose != FieldPurpose::email &&
        purpose != FieldPurpose::phone) {
      return;
    }
    asked_.insert(purpose);
    const auto own = field.element.attribute("autocomplete");
    const std::string autocomplete =
        collapse_spaces(fold(own.value_or(form.element.attribute("autocomplete").value_or(""))));
    if (autocomplete == "off" || autocomplete == "false") {
      ++off_count_;
      note(off_, page, field);
    } else if (fills_in(autocomplete, purpose)) {
      filled_.insert(purpose);
    } else {
      note(not_filled_, page, field);
    }
    if (purpose == FieldPurpose::name || !has_plain_keyboard(field, purpose)) return;
    ++plain_count_;
    note(plain_, page, field);
  }

  std::set<std::string> seen_;  // the same form stands in the footer of every page
  std::size_t looked_ = 0, nameless_count_ = 0;
  int half_points_ = 0, off_count_ = 0, plain_count_ = 0;
  std::set<FieldPurpose> asked_, filled_;
  std::vector<Evidence> nameless_, off_, not_filled_, plain_;
};

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(form_labels, *why);
  Count count;
  for (const Page* page : site.sample()) {
    if (page->document()) count.add(*page);
  }
  Facts facts;
  count.say(facts, absence_unproven_because(*site.home()));
  return facts;
}

}  // namespace

const Check form_labels{
    "form-labels",
    {{"named", "%", "fields with a label, aria-label or title; a placeholder alone counts half"},
     {"nameless", "", "fields without a label, aria-label or title"},
     {"autofill_off", "", "fields for name, e-mail or phone that forbid browsers to fill them in"},
     {"autofill_missing", "", "of two such kinds (or the only one), those without a valid token"},
     {"plain_keyboards", "", "fields for e-mail or phone with the keyboard for any text"}},
    measure};

}  // namespace touchstone::checks
