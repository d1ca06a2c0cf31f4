#pragma once

// Addresses that no page names: the ways in that people type, pages that cannot exist, and the
// places where pages of a class usually stand.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/url.h"

namespace touchstone {

// The ways into the site, http and https, with and without "www." where the host is the registrable
// domain or its www; of another subdomain only the two schemes. Empty for IP addresses, localhost
// and ports of one's own.
std::vector<Url> entries_of(const Url& start);

// 16 hex digits from the seed and the host: nobody has a page of that name, and a repeated audit
// asks for the same one.
std::string probe_token(std::string_view seed, std::string_view host);

// "/leistungen/" of "/leistungen/bad.html"; absent when the path has no directory.
std::optional<std::string> first_directory(const Url& url);

// The ending of a page's name, lower case, without dot: "html"; empty when it has none.
std::string extension_of(const Url& url);

// An address that does something when it is asked for: fills a cart, logs somebody out.
bool acts_on_site(const Url& url);

// An address that looks like a page, not like a picture, a document or a program to download.
bool may_be_page(const Url& url);

// What pages of one kind have in common: host, folder with all numbers as one, names of the query.
std::string kind_of(const Url& url);
constexpr int enough_of_kind = 10;  // so many tell what the others are

// At most six usual paths of the pages of a class, in the site's languages and English.
std::vector<std::string> usual_paths(const std::string& page_class,
                                     const std::vector<std::string>& languages,
                                     const std::string& extension);

}  // namespace touchstone
