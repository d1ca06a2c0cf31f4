#pragma once

// A small company on a FakeNetwork, whole in every part, and short ways to read a Recording.

#include <string>
#include <vector>

#include "crawler/crawl.h"
#include "tests/crawler/fake_network.h"

namespace touchstone {

// https://firm.example/ with contact, about and one deeper page.
FakeNetwork small_company();

Recording visit(FakeNetwork& network, const CrawlOptions& options = {},
                const std::string& start = "https://firm.example/", const CrawlHooks& hooks = {});

std::vector<const Visit*> visits(const Recording& recording, Role role);
// The last visit of an address; null when there is none.
const Visit* visit_of(const Recording& recording, const std::string& url);
std::vector<const Visit*> visits_of(const Recording& recording, const std::string& url);

}  // namespace touchstone
