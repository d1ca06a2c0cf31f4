#include "rules/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace touchstone {

RuleReader::RuleReader(const RuleNode& object) : object_(object) {
  want(object, RuleNode::Kind::object);
}

void RuleReader::want(const RuleNode& node, RuleNode::Kind kind) {
  if (node.kind == kind) return;
  node.fail(fmt::format("{} is wanted here, not {}", to_string(kind), to_string(node.kind)));
}

const RuleNode* RuleReader::member(std::string_view key) {
  asked_.emplace_back(key);
  const RuleNode* found = object_.find(key);
  return found && found->kind != RuleNode::Kind::null ? found : nullptr;
}

const RuleNode* RuleReader::member_of(std::string_view key, RuleNode::Kind kind) {
  const RuleNode* found = member(key);
  if (found) want(*found, kind);
  return found;
}

const RuleNode* RuleReader::object(std::string_view key) {
  return member_of(key, RuleNode::Kind::object);
}

const RuleNode* RuleReader::list(std::string_view key) {
  return member_of(key, RuleNode::Kind::list);
}

std::string RuleReader::text(std::string_view key, std::string_view otherwise) {
  const RuleNode* found = member_of(key, RuleNode::Kind::text);
  return found ? found->text : std::string(otherwise);
}

std::string RuleReader::needed_text(std::string_view key) {
  const RuleNode* found = member_of(key, RuleNode::Kind::text);
  // A misspelt key is the likelier mistake, so it is told first.
  if (!found) {
    for (const auto& written : object_.keys) {
      if (nearest(written, {std::string(key)}) == key) {
        object_.find(written)->fail(
            fmt::format("unknown key \"{}\"; did you mean \"{}\"?", written, key));
      }
    }
    object_.fail(fmt::format("\"{}\" is missing", key));
  }
  if (found->text.empty()) found->fail("an empty text says nothing");
  return found->text;
}

std::string RuleReader::id() {
  const std::string id = needed_text("id");
  if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != std::string::npos) {
    object_.find("id")->fail(
        fmt::format("\"{}\": an id has lower-case letters, digits, \"-\" and \"_\"", id));
  }
  return id;
}

int RuleReader::number(std::string_view key, int otherwise, int least, int most) {
  const RuleNode* found = member_of(key, RuleNode::Kind::number);
  if (!found) return otherwise;
  if (found->number < least || found->number > most) {
    found->fail(fmt::format("{} is not from {} to {}", found->number, least, most));
  }
  return static_cast<int>(found->number);
}

std::optional<int> RuleReader::tenths(std::string_view key, int least, int most) {
  const RuleNode* found = member(key);
  return found ? std::optional(tenths_of(*found, least, most)) : std::nullopt;
}

int RuleReader::tenths_of(const RuleNode& node, int least, int most) {
  std::int64_t value = node.number;
  if (node.kind == RuleNode::Kind::fraction) {
    double written = 0;
    const char* end = node.text.data() + node.text.size();
    const auto read = std::from_chars(node.text.data(), end, written);
    const bool near_enough = read.ec == std::errc{} && std::abs(written) <= most;
    value = near_enough ? std::llround(written * 10) : most + 1;
    if (near_enough && std::abs(static_cast<double>(value) - written * 10) > 1e-6) {
      node.fail(fmt::format("{} has more than one decimal", node.text));
    }
  } else if (node.kind == RuleNode::Kind::number) {
    value = value < -most || value > most ? most + 1 : value * 10;
  } else {
    node.fail(fmt::format("a number from {} to {} is wanted here, such as 3.9, not {}", least / 10,
                          most / 10, to_string(node.kind)));
  }
  if (value < least || value > most) {
    const std::string shown = node.text.empty() ? std::to_string(node.number) : node.text;
    node.fail(fmt::format("{} is not from {} to {}", shown, least / 10, most / 10));
  }
  return static_cast<int>(value);
}

bool RuleReader::truth(std::string_view key, bool otherwise) {
  const RuleNode* found = member_of(key, RuleNode::Kind::truth);
  return found ? found->truth : otherwise;
}

std::vector<std::string> RuleReader::texts(std::string_view key) {
  const RuleNode* found = list(key);
  return found ? texts_of(*found) : std::vector<std::string>{};
}

std::string RuleReader::word(std::string_view key, std::string_view otherwise,
                             const std::vector<std::string>& words) {
  Choices<std::string> choices;
  for (const auto& one : words) choices.emplace_back(one, one);
  return choice(key, std::string(otherwise), choices);
}

void RuleReader::done() const {
  for (std::size_t i = 0; i < object_.keys.size(); ++i) {
    const std::string& key = object_.keys[i];
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    object_.items[i].fail(fmt::format("unknown key \"{}\"{}", key, did_you_mean(key, asked_)));
  }
}

std::vector<std::string> texts_of(const RuleNode& list) {
  std::vector<std::string> texts;
  for (const auto& item : list.items) {
    RuleReader::want(item, RuleNode::Kind::text);
    texts.push_back(item.text);
  }
  return texts;
}

}  // namespace touchstone
