#include "cli/history_file.h"

#include "history/store_path.h"

namespace touchstone {

std::filesystem::path history_file(const Options& options) {
  if (options.store) return *options.store;
  const auto usual = usual_store_path();
  if (usual.empty())
    throw UsageError("no home folder is known; name the history with --store FILE");
  return usual;
}

}  // namespace touchstone
