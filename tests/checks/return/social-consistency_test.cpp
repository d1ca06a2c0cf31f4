#include "checks/social_links.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

Break profiles(const std::vector<std::string>& addresses) {
  std::string html;
  for (const auto& address : addresses) html += "<a href=\"https://" + address + "\">Profile</a>";
  return everywhere("<footer>", "<footer>" + html);
}

}  // namespace

TEST_CASE("every verdict on the names in networks can be reached") {
  const std::string facebook = "www.facebook.com/example", instagram = "instagram.com/example/";
  hold_contact_rows(
      "social-consistency",
      {
          {"one name", profiles({facebook, instagram}), "same", "wow"},
          {"one name, written in different ways",
           profiles({facebook, "instagram.com/exam.ple_de/", "www.tiktok.com/@Example"}), "same",
           "wow"},
          {"two names", profiles({facebook, "instagram.com/bakery_ulm"}), "same", "so-so"},
          {"three names", profiles({facebook, "instagram.com/bakery_ulm", "x.com/breadlovers"}),
           "same", "sucks"},
          {"numbers are no names",
           profiles({facebook, "www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "vk.com/id123"}),
           "same", "not applicable"},

          {"the company's name", profiles({facebook, instagram}), "brand", "wow"},
          {"another name", profiles({facebook, "x.com/breadlovers"}), "brand", "so-so"},
          {"one profile", profiles({facebook}), "brand", "not applicable"},
          {"two accounts in one network",
           profiles({facebook, instagram, "instagram.com/example_cafe"}), "same", "wow"},
          {"none", nothing, "same", "not applicable"},
      });
}

TEST_CASE("the name of an account is read from its address") {
  struct HandleRow {
    const char *address, *handle;
  };
  for (const auto& [address, handle] : std::vector<HandleRow>{
           {"https://www.facebook.com/Example.Bakery/", "examplebakery"},
           {"https://instagram.com/example_de?hl=en", "example"},
           {"https://www.youtube.com/@example", "example"},
           {"https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", ""},
           {"https://www.linkedin.com/company/example-gmbh/", "example"},
           {"https://www.facebook.com/profile.php?id=100", ""},
           {"https://www.facebook.com/Example-Bakery-100063441831086", "examplebakery"},
           {"https://www.youtube.com/@example2400", "example"},
           {"https://vk.com/club123", ""},
           {"https://www.facebook.com/pizzahouse", "pizzahouse"},
           {"https://www.facebook.com/example/about", "example"},
           {"https://www.youtube.com/@example/videos", "example"},
           {"https://www.linkedin.com/company/example/about/", "example"},
           {"https://www.linkedin.com/in/jane-doe/", ""},
           {"https://www.facebook.com/groups/bread", ""},
       }) {
    INFO(address);
    CHECK(handle_of(*Url::parse(address)) == handle);
  }
}
