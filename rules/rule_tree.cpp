#include "rules/rule_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace touchstone {

namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest = 32;

// RFC 6901 section 3.
std::string pointer_below(const std::string& pointer, std::string_view key) {
  std::string below = pointer + "/";
  for (const char letter : key) {
    if (letter == '~') {
      below += "~0";
    } else if (letter == '/') {
      below += "~1";
    } else {
      below += letter;
    }
  }
  return below;
}

struct Place {
  std::size_t line = 1, column = 1;
};

Place place_of(std::string_view text, std::size_t offset) {
  Place place;
  for (const char letter : text.substr(0, offset)) {
    if (letter == '\n') {
      ++place.line;
      place.column = 1;
    } else {
      ++place.column;
    }
  }
  return place;
}

// nlohmann/json's words for what it met and wanted, without its own numbering and place.
std::string cause(std::string_view what) {
  const auto dash = what.rfind(" - ");
  if (dash != std::string_view::npos) what = what.substr(dash + 3);
  if (what.starts_with('[')) what.remove_prefix(what.find(']') + 2);  // out_of_range has no dash
  return std::string(what);
}

class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(const RuleFile& file, bool built_in)
      : file_(file), origin_(std::make_shared<const RuleOrigin>(RuleOrigin{file.name, built_in})) {}

  RuleNode take() { return std::move(root_); }

  bool null() override { return put(RuleNode::Kind::null) != nullptr; }
  bool boolean(bool value) override {
    put(RuleNode::Kind::truth)->truth = value;
    return true;
  }
  bool number_integer(number_integer_t value) override {
    put(RuleNode::Kind::number)->number = value;
    return true;
  }
  bool number_unsigned(number_unsigned_t value) override {
    const bool fits = value <= static_cast<number_unsigned_t>(INT64_MAX);
    put(fits ? RuleNode::Kind::number : RuleNode::Kind::fraction)->number =
        fits ? static_cast<std::int64_t>(value) : 0;
    return true;
  }
  bool number_float(number_float_t, const string_t& written) override {
    put(RuleNode::Kind::fraction)->text = written;
    return true;
  }
  bool string(string_t& value) override {
    put(RuleNode::Kind::text)->text = std::move(value);
    return true;
  }
  bool binary(binary_t&) override { return false; }  // JSON text has none

  bool start_object(std::size_t) override { return open(RuleNode::Kind::object); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(RuleNode::Kind::list); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    if (open_.back()->find(value)) {
      open_.back()->fail(fmt::format("the key \"{}\" is written twice", value));
    }
    key_ = std::move(value);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    const Place place = place_of(file_.text, position == 0 ? 0 : position - 1);
    throw RuleError(fmt::format("{}:{}:{}: this is no JSON: {}", file_.name, place.line,
                                place.column, cause(error.what())));
  }

 private:
  RuleNode* put(RuleNode::Kind kind) {
    RuleNode node;
    node.kind = kind;
    node.origin = origin_;
    if (open_.empty()) {
      root_ = std::move(node);
      return &root_;
    }
    RuleNode& parent = *open_.back();
    if (parent.kind == RuleNode::Kind::object) {
      node.pointer = pointer_below(parent.pointer, key_);
      parent.keys.push_back(std::move(key_));
    } else {
      node.pointer = fmt::format("{}/{}", parent.pointer, parent.items.size());
    }
    parent.items.push_back(std::move(node));
    return &parent.items.back();
  }

  // Only the innermost open value grows, so that the pointers to those round it stay good.
  bool open(RuleNode::Kind kind) {
    open_.push_back(put(kind));
    if (open_.size() > deepest) open_.back()->fail("nested deeper than any rule");
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  const RuleFile& file_;
  std::shared_ptr<const RuleOrigin> origin_;
  RuleNode root_;
  std::vector<RuleNode*> open_;
  std::string key_;
};

}  // namespace

const RuleNode* RuleNode::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

RuleNode* RuleNode::find(std::string_view key) {
  return const_cast<RuleNode*>(std::as_const(*this).find(key));
}

void RuleNode::set(const std::string& key, RuleNode value) {
  if (RuleNode* known = find(key)) {
    *known = std::move(value);
    return;
  }
  keys.push_back(key);
  items.push_back(std::move(value));
}

void RuleNode::erase(std::string_view key) {
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) return;
  items.erase(items.begin() + (found - keys.begin()));
  keys.erase(found);
}

void RuleNode::fail(const std::string& what) const {
  throw RuleError(fmt::format("{}: {}: {}", origin ? origin->name : std::string("rules"),
                              pointer.empty() ? std::string("/") : pointer, what));
}

std::string_view to_string(RuleNode::Kind kind) {
  switch (kind) {
    case RuleNode::Kind::null:
      return "null";
    case RuleNode::Kind::truth:
      return "true or false";
    case RuleNode::Kind::number:
      return "a whole number";
    case RuleNode::Kind::fraction:
      return "a number with a fraction";
    case RuleNode::Kind::text:
      return "a text";
    case RuleNode::Kind::list:
      return "a list";
    case RuleNode::Kind::object:
      return "an object";
  }
  return "";
}

RuleNode parse_rule_file(const RuleFile& file, bool built_in) {
  TreeBuilder builder(file, built_in);
  Json::sax_parse(file.text, &builder);
  return builder.take();
}

}  // namespace touchstone
