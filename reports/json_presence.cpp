#include "reports/json_parts.h"

namespace touchstone {

namespace {

Json json_phone(const Phone& phone) {
  return {{"e164", json_or_null(phone.e164)},
          {"printed", json_or_null(phone.printed)},
          {"tel_link", phone.tel_link},
          {"url", phone.url}};
}

Json json_email(const Email& email) {
  return {{"address", email.address}, {"mailto", email.mailto}, {"url", email.url}};
}

Json json_network_link(const NetworkLink& link) {
  return {{"network", link.network}, {"url", link.url}};
}

Json json_icon(const Icon& icon) {
  const bool measured = icon.width > 0 && icon.height > 0;
  return {{"url", icon.url},
          {"source", icon.source},
          {"width", measured ? Json(icon.width) : Json(nullptr)},
          {"height", measured ? Json(icon.height) : Json(nullptr)},
          {"format", icon.format.empty() ? Json(nullptr) : Json(icon.format)},
          {"resolves", icon.resolves}};
}

Json json_missing_page(const std::optional<MissingPage>& page) {
  if (!page) return nullptr;
  return {{"status", page->status}, {"kind", page->kind}, {"branded", page->branded}};
}

Json json_speed(const Audit::Speed& speed) {
  return {{"first_byte_ms", json_or_null(speed.first_byte_ms)},
          {"bytes", json_or_null(speed.bytes)},
          {"requests", json_or_null(speed.requests)},
          {"fcp_ms", json_or_null(speed.fcp_ms)},
          {"lcp_ms", json_or_null(speed.lcp_ms)}};
}

}  // namespace

Json json_presence(const Presence& presence, const Audit::Speed& speed) {
  return {{"languages", presence.languages},
          {"contact",
           {{"page", json_or_null(presence.contact_page)},
            {"clicks_from_home", json_or_null(presence.clicks_to_contact)}}},
          {"phones", json_list(presence.phones, json_phone)},
          {"emails", json_list(presence.emails, json_email)},
          {"addresses", json_list(presence.addresses,
                                  [](const PostalAddress& address) {
                                    return Json{{"text", address.text}, {"url", address.url}};
                                  })},
          {"opening_hours", presence.opening_hours},
          {"map", presence.map},
          {"forms", json_list(presence.forms,
                              [](const FoundForm& form) {
                                return Json{{"kind", form.kind}, {"url", form.url}};
                              })},
          {"messengers", json_list(presence.messengers, json_network_link)},
          {"social", json_list(presence.social, json_network_link)},
          {"icons", json_list(presence.icons, json_icon)},
          {"missing_page", json_missing_page(presence.missing_page)},
          {"speed", json_speed(speed)}};
}

}  // namespace touchstone
