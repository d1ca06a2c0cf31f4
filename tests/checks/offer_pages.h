#pragma once

// Further pages of the sample company, for the tests of touchpoints that ask for the page of a
// class.

#include <functional>
#include <string>

#include "tests/checks/judged.h"

namespace touchstone {

inline const std::string home = "https://example.com/";

// A page with that name and content, linked from home in "nav", "main" or "footer" by that name.
void add_page(SampleSite& sample, const std::string& tag, const std::string& path,
              const std::string& name, const std::string& content);
void add_guess(SampleSite& sample, const std::string& path, const std::string& name,
               const std::string& content);
void add_shell(SampleSite& sample, const std::string& path, const std::string& name);
void link_home(SampleSite& sample, const std::string& tag, const std::string& html);

// A link in the menu that leads to a 404, or that answers 403.
std::function<void(SampleSite&)> dead_link(const std::string& path, const std::string& name);
std::function<void(SampleSite&)> walled_link(const std::string& path, const std::string& name);

}  // namespace touchstone
