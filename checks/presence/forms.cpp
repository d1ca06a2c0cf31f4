#include <re2/re2.h>

#include <algorithm>

#include "checks/field_purpose.h"
#include "checks/form_kind.h"
#include "checks/presence.h"
#include "site/embedded.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostForms = 300;

bool means(const std::string& text, const char* pattern) {
  return RE2::PartialMatch(text, pattern);
}

}  // namespace

bool is_question(const Field& field) {
  return purpose_of(field) != FieldPurpose::nothing;
}

FormQuestions questions_of(const Form& form) {
  FormQuestions asked;
  for (const auto& field : form.fields) {
    switch (purpose_of(field)) {
      case FieldPurpose::nothing:
        break;
      case FieldPurpose::name:
        ++asked.name;
        break;
      case FieldPurpose::email:
        ++asked.email;
        break;
      case FieldPurpose::phone:
        ++asked.phone;
        break;
      case FieldPurpose::message:
        ++asked.message;
        break;
      case FieldPurpose::search:
        ++asked.search;
        break;
      case FieldPurpose::password:
        ++asked.password;
        break;
      case FieldPurpose::file:
        ++asked.file;
        break;
      case FieldPurpose::other:
        ++asked.other;
        break;
    }
  }
  return asked;
}

namespace {

std::string names_of(const Form& form) {
  std::string text = form.action;
  for (const auto* attribute : {"id", "class", "name", "role", "aria-label"}) {
    text += " " + form.element.attribute(attribute).value_or("");
  }
  // Hidden fields tell the mailing system what to do; buttons tell the visitor.
  for (const auto& field : form.fields) {
    if (field.type != "hidden" && field.type != "submit") continue;
    text += " " + field.name + " " + field.element.attribute("value").value_or("").substr(0, 100);
  }
  return fold(text);
}

bool is_search(const Form& form, const FormQuestions& asked, const std::string& names) {
  if (asked.message > 0 || asked.phone > 0 || asked.all() > 2) return false;
  if (asked.search > 0 || form.element.attribute("role").value_or("") == "search") return true;
  for (const auto& field : form.fields) {
    if (!is_question(field)) continue;
    if (means(fold(field.name), "^(q|s|query|search|keywords?|words|text|term|find)$")) return true;
  }
  return asked.all() == 1 && asked.email == 0 &&
         means(names, "search|suche|buscar|recherche|poisk");
}

}  // namespace

std::string form_kind(const Form& form) {
  const FormQuestions asked = questions_of(form);
  const std::string names = names_of(form);
  if (asked.password > 0) return "login";
  if (is_search(form, asked, names)) return "search";
  if (asked.all() == 0) return "other";
  if (asked.message > 0) {
    const bool remark = means(names, "comment|review|respond|testimonial|отзыв|guestbook");
    return remark ? "other" : "contact";
  }
  const std::string text = fold(form.element.text());
  const bool news =
      means(names + " " + text, "newsletter|subscri|mc-embedded|mailing|news letter") ||
      match_concept(text, "newsletter") != Match::none;
  if (asked.email > 0 && asked.phone == 0 && (news || asked.all() == asked.email)) {
    return "newsletter";
  }
  if (asked.phone > 0 || (asked.email > 0 && asked.all() >= 2)) return "contact";
  return "other";
}

bool has_form_embed(const Page& page) {
  const auto parts = embedded_list("checks/data/form-embeds.txt");
  for (const auto& resource : page.resources()) {
    if (resource.kind != Resource::Kind::frame && resource.kind != Resource::Kind::script) continue;
    for (const auto part : parts) {
      if (resource.url.href().find(part) != std::string::npos) return true;
    }
  }
  return false;
}

std::vector<FoundForm> find_forms(const Site& site) {
  std::vector<FoundForm> found;
  for (const Page* page : site.pages()) {
    for (const auto& form : page->forms()) {
      if (found.size() >= kMostForms) return found;
      found.push_back({form_kind(form), page->url().href()});
    }
    if (has_form_embed(*page)) found.push_back({"contact", page->url().href()});
  }
  return found;
}

}  // namespace touchstone
