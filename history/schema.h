#pragma once

// The tables of the history and how older files come to them. The schema's version stands in
// SQLite's user_version, and touchstone's mark in application_id.

#include "history/store_file.h"

namespace touchstone {

// Makes the tables in a new file, brings an older one up to date, refuses a newer one and what is
// no history. Throws StoreError.
void prepare_schema(const StoreFile& file, Store::Use use);

}  // namespace touchstone
