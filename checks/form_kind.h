#pragma once

// What a form is for, told from its fields, its names and its words. Pure, safe from several
// threads; linear in the form.

#include <string>

#include "site/page.h"

namespace touchstone {

// What a form asks for, by the types and names of its fields.
struct FormQuestions {
  int name = 0, email = 0, phone = 0, message = 0, search = 0, password = 0, file = 0;
  int other = 0;  // further texts and choices

  int all() const { return name + email + phone + message + search + other; }
};

FormQuestions questions_of(const Form& form);
bool is_question(const Field& field);  // neither hidden, nor a button, nor a box to tick

// "contact", "newsletter", "search", "login" or "other".
std::string form_kind(const Form& form);

// A frame or script of the page brings a contact form from elsewhere.
bool has_form_embed(const Page& page);

}  // namespace touchstone
