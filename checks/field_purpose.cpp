#include "checks/field_purpose.h"

#include <re2/re2.h>

#include "site/text.h"

namespace touchstone {

namespace {

std::string described(const Field& field) {
  std::string text = field.name + " " + field.label;
  for (const auto* attribute : {"id", "placeholder", "autocomplete"}) {
    text += " " + field.element.attribute(attribute).value_or("");
  }
  return fold(text);
}

bool asks_nothing(const Field& field) {
  for (const auto* type : {"hidden", "submit", "button", "image", "reset", "checkbox", "radio"}) {
    if (field.type == type) return true;
  }
  return false;
}

}  // namespace

FieldPurpose purpose_of(const Field& field) {
  static const RE2 email(
      "e-?mail|почт|correo|courriel|ایمیل|البريد|邮箱|メール|이메일|דוא|אימייל|ईमेल|e-?posta");
  static const RE2 phone(
      "phone|tel\\b|telefon|телефон|teléfono|telefone|telefono|mobil|handy|whatsapp|celular|تلفن|"
      "هاتف|شماره|موبایل|جوال|电话|手机|電話|전화|연락처|טלפון|फोन|फ़ोन|puhelin");
  static const RE2 name(
      "name|имя|фио|ім'?я|nombre|nom\\b|prenom|nome|imie|nazwisko|jmeno|namn|naam|isim|\\bad\\b|"
      "adiniz|نام|الاسم|اسم|姓名|お名前|氏名|이름|성함|שם|नाम|vorname");
  static const RE2 message(
      "message|comment|nachricht|сообщени|вопрос|коммент|повідомл|mensaje|mensagem|messaggio|"
      "wiadomo|zprav|mesaj|پیام|رسالة|留言|お問い合わせ|문의|הודעה|संदेश");
  if (asks_nothing(field)) return FieldPurpose::nothing;
  if (field.type == "password") return FieldPurpose::password;
  if (field.type == "file") return FieldPurpose::file;
  if (field.type == "textarea") return FieldPurpose::message;
  if (field.type == "search") return FieldPurpose::search;
  const std::string text = described(field);
  if (field.type == "email" || RE2::PartialMatch(text, email)) return FieldPurpose::email;
  if (field.type == "tel" || RE2::PartialMatch(text, phone)) return FieldPurpose::phone;
  if (RE2::PartialMatch(text, name)) return FieldPurpose::name;
  if (RE2::PartialMatch(text, message)) return FieldPurpose::message;
  return FieldPurpose::other;
}

}  // namespace touchstone
