#include "rules/rule_overlay.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/rule_reader.h"

namespace touchstone {

namespace {

std::string id_of(const RuleNode& node) {
  return RuleReader(node).id();
}

std::vector<RuleNode>::iterator find_id(std::vector<RuleNode>& nodes, const std::string& id) {
  return std::find_if(nodes.begin(), nodes.end(), [&](const RuleNode& node) {
    const RuleNode* known = node.find("id");
    return known && known->text == id;
  });
}

bool is_off(const RuleNode& node) {
  const RuleNode* off = node.find("off");
  if (off) RuleReader::want(*off, RuleNode::Kind::truth);
  return off && off->truth;
}

void merge_by_id(std::vector<RuleNode>& known, const RuleNode& node);

// Lists of things with ids are merged thing by thing, small tables entry by entry; every other
// member is replaced as a whole.
void merge_members(RuleNode& known, const RuleNode& over) {
  for (std::size_t i = 0; i < over.keys.size(); ++i) {
    const std::string& key = over.keys[i];
    const RuleNode& value = over.items[i];
    RuleNode* old = known.find(key);
    const bool things = key == "components" || key == "chips";
    const bool table = key == "says" || key == "graded" || key == "absence_by_profile";
    if (value.kind == RuleNode::Kind::null) {
      known.erase(key);
    } else if (things && old && old->kind == RuleNode::Kind::list) {
      RuleReader::want(value, RuleNode::Kind::list);
      for (const auto& item : value.items) merge_by_id(old->items, item);
    } else if (table && old && old->kind == RuleNode::Kind::object &&
               value.kind == RuleNode::Kind::object) {
      merge_members(*old, value);
    } else if (key != "off") {
      known.set(key, value);
    }
  }
}

void merge_by_id(std::vector<RuleNode>& known, const RuleNode& node) {
  const std::string id = id_of(node);
  const auto found = find_id(known, id);
  if (found == known.end()) {
    if (is_off(node)) {
      std::vector<std::string> ids;
      for (const auto& one : known) ids.push_back(one.find("id")->text);
      node.find("off")->fail(
          fmt::format("there is no \"{}\" to switch off{}", id, did_you_mean(id, ids)));
    }
    known.push_back(node);
    known.back().erase("off");
    return;
  }
  if (node.origin->built_in && found->origin->built_in) {
    node.fail(fmt::format("the id \"{}\" is written twice", id));
  }
  if (is_off(node)) {
    known.erase(found);
  } else {
    merge_members(*found, node);
  }
}

void merge_list(std::vector<RuleNode>& known, const RuleNode* list) {
  if (!list) return;
  for (const auto& item : list->items) merge_by_id(known, item);
}

void merge_table(RuleNode& known, const RuleNode* table) {
  if (!table) return;
  if (known.kind == RuleNode::Kind::null) {
    known = *table;
  } else {
    merge_members(known, *table);
  }
}

}  // namespace

void RuleTrees::lay_over(const RuleNode& file) {
  if (file.find("id")) {
    merge_by_id(touchpoints, file);
    return;
  }
  RuleReader reader(file);
  merge_list(groups, reader.list("groups"));
  merge_list(touchpoints, reader.list("touchpoints"));
  merge_list(composites, reader.list("composites"));
  merge_list(chains, reader.list("chains"));
  merge_list(factors, reader.list("factors"));
  merge_table(reactions, reader.object("reactions"));
  merge_table(profile_reasons, reader.object("profile_reasons"));
  dated = reader.text("dated", dated);
  if (file.keys.empty()) file.fail("the file is empty: it needs an \"id\" or \"touchpoints\"");
  reader.done();
}

}  // namespace touchstone
