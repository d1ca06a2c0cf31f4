#pragma once

// Small images made of bytes, for the tests of what reads them.

#include <cstdint>
#include <string>

namespace touchstone::images {

std::string little(std::uint64_t value, int bytes);
std::string big(std::uint64_t value, int bytes);

std::string png(std::uint32_t width, std::uint32_t height);  // header sound, pixels a stub
std::string gif(std::uint32_t width, std::uint32_t height);
std::string jpeg(std::uint32_t width, std::uint32_t height);
std::string bmp(std::uint32_t width, std::uint32_t height);
std::string ico(const std::string& picture, std::uint32_t pictures = 1);
std::string ico(std::uint32_t side);  // holds a bitmap
std::string webp_lossy(std::uint32_t width, std::uint32_t height);
std::string webp_lossless(std::uint32_t width, std::uint32_t height);
std::string webp_extended(std::uint32_t width, std::uint32_t height);
std::string avif(std::uint32_t width, std::uint32_t height);
std::string svg(const std::string& attributes = "viewBox=\"0 0 32 32\"",
                const std::string& content = "<path d=\"M0 0h32v32z\"/>");

}  // namespace touchstone::images
