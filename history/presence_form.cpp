#include "history/presence_form.h"

namespace touchstone {

namespace {

using Json = nlohmann::json;

template <typename Items, typename Write>
Json list_of(const Items& items, Write write) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(write(item));
  return list;
}

Json json_of(const Phone& phone) {
  return Json::array({json_of_optional(phone.e164), json_of_optional(phone.printed), phone.tel_link,
                      phone.tel_href, phone.url});
}

Phone phone_from(const Json& json) {
  Phone phone;
  phone.e164 = optional_from<std::string>(json.at(0));
  phone.printed = optional_from<std::string>(json.at(1));
  phone.tel_link = json.at(2).get<bool>();
  phone.tel_href = json.at(3).get<std::string>();
  phone.url = json.at(4).get<std::string>();
  return phone;
}

Email email_from(const Json& json) {
  Email email;
  email.address = json.at(0).get<std::string>();
  email.mailto = json.at(1).get<bool>();
  email.url = json.at(2).get<std::string>();
  return email;
}

Json json_of(const NetworkLink& link) {
  return Json::array({link.network, link.url, link.page});
}

std::vector<NetworkLink> links_from(const Json& json) {
  std::vector<NetworkLink> links;
  for (const auto& one : json) {
    links.push_back(
        {one.at(0).get<std::string>(), one.at(1).get<std::string>(), one.at(2).get<std::string>()});
  }
  return links;
}

Json json_of(const Icon& icon) {
  return Json::array({icon.url, icon.source, icon.rel, icon.width, icon.height, icon.format,
                      icon.resolves, icon.decodes});
}

Icon icon_from(const Json& json) {
  Icon icon;
  icon.url = json.at(0).get<std::string>();
  icon.source = json.at(1).get<std::string>();
  icon.rel = json.at(2).get<std::string>();
  icon.width = json.at(3).get<int>();
  icon.height = json.at(4).get<int>();
  icon.format = json.at(5).get<std::string>();
  icon.resolves = json.at(6).get<bool>();
  icon.decodes = json.at(7).get<bool>();
  return icon;
}

Json json_of(const std::optional<MissingPage>& page) {
  return page ? Json::array({page->status, page->kind, page->branded}) : Json(nullptr);
}

}  // namespace

Json json_of(const Presence& presence) {
  const auto write = [](const auto& item) { return json_of(item); };
  return {{"languages", presence.languages},
          {"contact", json_of_optional(presence.contact_page)},
          {"clicks", json_of_optional(presence.clicks_to_contact)},
          {"phones", list_of(presence.phones, write)},
          {"emails", list_of(presence.emails,
                             [](const Email& email) {
                               return Json::array({email.address, email.mailto, email.url});
                             })},
          {"addresses", list_of(presence.addresses,
                                [](const PostalAddress& address) {
                                  return Json::array({address.text, address.url});
                                })},
          {"hours", presence.opening_hours},
          {"map", presence.map},
          {"forms", list_of(presence.forms,
                            [](const FoundForm& form) {
                              return Json::array({form.kind, form.url});
                            })},
          {"messengers", list_of(presence.messengers, write)},
          {"social", list_of(presence.social, write)},
          {"icons", list_of(presence.icons, write)},
          {"missing", json_of(presence.missing_page)}};
}

Presence presence_from(const Json& json) {
  Presence presence;
  presence.languages = json.at("languages").get<std::vector<std::string>>();
  presence.contact_page = optional_from<std::string>(json.at("contact"));
  presence.clicks_to_contact = optional_from<int>(json.at("clicks"));
  for (const auto& one : json.at("phones")) presence.phones.push_back(phone_from(one));
  for (const auto& one : json.at("emails")) presence.emails.push_back(email_from(one));
  for (const auto& one : json.at("addresses")) {
    presence.addresses.push_back({one.at(0).get<std::string>(), one.at(1).get<std::string>()});
  }
  presence.opening_hours = json.at("hours").get<bool>();
  presence.map = json.at("map").get<bool>();
  for (const auto& one : json.at("forms")) {
    presence.forms.push_back({one.at(0).get<std::string>(), one.at(1).get<std::string>()});
  }
  presence.messengers = links_from(json.at("messengers"));
  presence.social = links_from(json.at("social"));
  for (const auto& one : json.at("icons")) presence.icons.push_back(icon_from(one));
  if (const Json& page = json.at("missing"); !page.is_null()) {
    presence.missing_page =
        MissingPage{page.at(0).get<int>(), page.at(1).get<std::string>(), page.at(2).get<bool>()};
  }
  return presence;
}

}  // namespace touchstone
