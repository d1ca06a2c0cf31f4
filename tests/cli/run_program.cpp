#include "tests/cli/run_program.h"
#include "tests/files.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace touchstone {

namespace {

class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "touchstone-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char character : word) text += character == '\'' ? "'\\''" : std::string(1, character);
  return text + "'";
}

}  // namespace

std::string scratch(const std::string& name) {
  static const Scratch folder;
  return (folder.path() / name).string();
}

Ran run_program(const std::vector<std::string>& arguments) {
  // Nobody's own history is touched.
  std::string command =
      "XDG_DATA_HOME=" + quoted(scratch("data")) + " " + quoted(TOUCHSTONE_PROGRAM);
  for (const auto& argument : arguments) command += " " + quoted(argument);
  const std::string out = scratch("out"), err = scratch("err");
  command += " >" + quoted(out) + " 2>" + quoted(err) + " </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(out), content(err)};
}

std::string file(const std::string& name, const std::string& text) {
  const std::string path = scratch(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace touchstone
