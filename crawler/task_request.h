#pragma once

// How a question of the plan is put to the network.

#include <cstddef>

#include "crawler/network.h"
#include "crawler/task.h"

namespace touchstone {

// `body_limit`: bytes that the answer may keep at most.
Request request_for(const Task& task, std::size_t body_limit);

}  // namespace touchstone
