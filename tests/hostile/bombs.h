#pragma once

// Few bytes that become many.

#include <string>

namespace touchstone {

std::string gzip_bomb(std::size_t mebibytes);  // a page of spaces
std::string zstd_bomb();                       // 50 MiB
std::string brotli_bomb();                     // 60 MiB
std::string stars(int rules);                  // a robots.txt, no two of whose rules are alike
std::string repeated(const std::string& text, std::size_t times);

}  // namespace touchstone
