#pragma once

// The company that ships inside the program, so that a first run needs no network: the bicycle
// workshop of cli/sample, good at some touchpoints and bad at others on purpose.

#include "crawler/local_server.h"

namespace touchstone {

// Answers as a plain host of static files does: index.html of a folder, a redirect to its trailing
// slash, 404.html with status 404 for all else. "{origin}" in texts becomes the address that was
// asked. The same request gets the same answer; safe from several threads.
ServedAnswer sample_company(const ServedRequest& request);

}  // namespace touchstone
