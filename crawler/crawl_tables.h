#pragma once

// The database of a crawl file with its tables, made where they lack.

#include <string>

#include "crawler/crawl_database.h"

namespace touchstone {

class CrawlTables : public CrawlDatabase {
 public:
  // Refuses a database that is no crawl file of this form: std::runtime_error with one line.
  explicit CrawlTables(const std::string& path);
};

}  // namespace touchstone
