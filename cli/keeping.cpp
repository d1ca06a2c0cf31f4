#include "cli/keeping.h"

#include <ostream>

#include "cli/writable.h"
#include "history/store_path.h"

namespace touchstone {

Keeping::Keeping(const Options& options, Wishes& wishes, std::ostream& err)
    : options_(options), again_(options, wishes), err_(err) {}
Keeping::~Keeping() = default;

void Keeping::complain(const std::string& what) {
  failed_ = failed_ || options_.store.has_value();
  if (complained_) return;
  complained_ = true;
  err_ << "touchstone: " << what << (options_.store ? "" : "; this audit is not stored") << "\n";
}

void Keeping::check() {
  if (!options_.store || !options_.stored) return;
  try {
    const Store opened(*options_.store, Store::Use::write);
  } catch (const StoreError& error) {
    throw NotWritable(error.what());
  }
}

Store* Keeping::store(Store::Use use) {
  if (store_) return store_.get();
  if (complained_) return nullptr;
  try {
    const std::filesystem::path named = options_.store.value_or("");
    store_ = std::make_unique<Store>(options_.store ? named : usual_store_path(), use);
  } catch (const StoreError& error) {
    complain(error.what());
  }
  return store_.get();
}

bool Keeping::keep(const StoredAudit& stored, const Audit& audit) {
  const bool made_here = options_.verb == Verb::audit && !options_.sample;
  if (!options_.stored || (!made_here && !options_.store)) return true;
  last_.reset();
  try {
    Store* const file = store(Store::Use::write);
    const bool known = !audit.unreached || (file && file->last(subject_of(audit.asked)));
    if (file && known) file->add(stored, audit);
  } catch (const StoreError& error) {
    complain(error.what());
  }
  return !failed_;
}

std::optional<Keeping::Earlier> Keeping::last(const std::string& asked) {
  if (!last_ || last_->first != asked) last_.emplace(asked, read_last(asked));
  return last_->second;
}

std::optional<Keeping::Earlier> Keeping::read_last(const std::string& asked) {
  Store* file = store(Store::Use::write);
  if (!file) return std::nullopt;
  try {
    const auto line = file->last_scored(subject_of(asked));
    if (!line) return std::nullopt;
    const Audit before = again_.judge(file->load(line->id));
    return Earlier{standing_of(before), line->first_rulebook != before.rulebook};
  } catch (const StoreError& error) {
    complain(error.what());
    return std::nullopt;
  }
}

std::optional<Keeping::Kept> Keeping::last_kept(const std::string& asked) {
  Store* file = store(Store::Use::write);
  if (!file) return std::nullopt;
  try {
    auto line = file->last(subject_of(asked));
    if (!line) return std::nullopt;
    Inspection inspection = file->load(line->id).inspection;
    return Kept{std::move(*line), std::move(inspection)};
  } catch (const StoreError& error) {
    complain(error.what());
    return std::nullopt;
  }
}

void Keeping::rest() {
  store_.reset();
  last_.reset();
}

std::string Keeping::note(const std::string& key) {
  try {
    const Store* file = store(Store::Use::write);
    return file ? file->note(key) : "";
  } catch (const StoreError& error) {
    complain(error.what());
    return "";
  }
}

void Keeping::set_note(const std::string& key, const std::string& text) {
  try {
    if (Store* file = store(Store::Use::write)) file->set_note(key, text);
  } catch (const StoreError& error) {
    complain(error.what());
  }
}

}  // namespace touchstone
