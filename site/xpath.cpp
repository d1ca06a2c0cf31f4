#include "site/xpath.h"

#include <fmt/format.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <re2/re2.h>

#include <map>

namespace touchstone {

namespace {

constexpr unsigned long operation_limit = 5'000'000;
constexpr std::size_t patterns_kept = 64;

const xmlChar* xml(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}
std::string from_xml(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : std::string();
}

// What a running expression carries: patterns compiled once, the last complaint of libxml2.
struct Session {
  std::map<std::string, RE2, std::less<>> patterns;
  std::string complaint;

  const RE2& pattern(const std::string& text) {
    if (patterns.size() >= patterns_kept) patterns.clear();
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(4 << 20);
    return patterns.try_emplace(text, text, options).first->second;
  }
};

// matches(text, re2)
void xpath_matches(xmlXPathParserContext* parser, int arguments) {
  if (arguments != 2) {
    xmlXPathErr(parser, XPATH_INVALID_ARITY);
    return;
  }
  xmlChar* const pattern = xmlXPathPopString(parser);
  xmlChar* const text = xmlXPathPopString(parser);
  bool found = false;
  if (!xmlXPathCheckError(parser)) {
    const RE2& regex = static_cast<Session*>(parser->context->userData)->pattern(from_xml(pattern));
    found = regex.ok() && RE2::PartialMatch(from_xml(text), regex);
  }
  xmlFree(pattern);
  xmlFree(text);
  xmlXPathReturnBoolean(parser, found);
}

void keep_complaint(void* session, xmlErrorPtr error) {
  if (error && error->message) static_cast<Session*>(session)->complaint = error->message;
}

struct Context {
  explicit Context(xmlDoc* tree) : context(xmlXPathNewContext(tree)) {
    context->opLimit = operation_limit;
    context->userData = &session;
    context->error = keep_complaint;  // never to stderr
    xmlXPathRegisterFunc(context, reinterpret_cast<const xmlChar*>("matches"), xpath_matches);
  }
  ~Context() { xmlXPathFreeContext(context); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  Session session;
  xmlXPathContext* context;
};

void say_nothing(void*, const char*, ...) {}

// Some complaints of libxml2 pass by the context's handler: silent while this lives.
class Silence {
 public:
  Silence() : handler_(xmlGenericError), context_(xmlGenericErrorContext) {
    xmlSetGenericErrorFunc(nullptr, say_nothing);
  }
  ~Silence() { xmlSetGenericErrorFunc(context_, handler_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  xmlGenericErrorFunc handler_;
  void* context_;
};

struct Delete {
  void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
  void operator()(xmlXPathCompExpr* expression) const { xmlXPathFreeCompExpr(expression); }
};

XPathValue nodes_of(const xmlNodeSet* nodes) {
  std::vector<Element> elements;
  std::vector<std::string> texts;
  for (int i = 0; nodes && i < nodes->nodeNr; ++i) {
    xmlNode* const node = nodes->nodeTab[i];
    if (node->type == XML_ELEMENT_NODE) {
      elements.push_back(ElementAccess::at(node));
    } else if (node->type != XML_DOCUMENT_NODE && node->type != XML_NAMESPACE_DECL) {
      xmlChar* const text = xmlNodeGetContent(node);
      texts.push_back(from_xml(text));
      xmlFree(text);
    }
  }
  if (elements.empty() && !texts.empty()) return texts;
  return elements;
}

std::optional<XPathValue> value_of(const xmlXPathObject& object) {
  switch (object.type) {
    case XPATH_NODESET:
      return nodes_of(object.nodesetval);
    case XPATH_BOOLEAN:
      return object.boolval != 0;
    case XPATH_NUMBER:
      return object.floatval;
    case XPATH_STRING:
      return std::vector<std::string>{from_xml(object.stringval)};
    default:
      return std::nullopt;
  }
}

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}
bool is_name_part(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

// The first function called that nobody knows; libxml2 itself only notices when a predicate runs.
std::optional<std::string> unknown_function(xmlXPathContext* context, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'' || text[at] == '"') {
      at = std::min(text.find(text[at], at + 1), text.size() - 1) + 1;
      continue;
    }
    if (!is_name_start(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_name_part(text[end])) ++end;
    // An axis ("child::node()") ends in "::"; what is called stands after it.
    std::string name = text.substr(at, end - at);
    if (const auto axis = name.rfind("::"); axis != std::string::npos) name.erase(0, axis + 2);
    at = end;
    while (end < text.size() && text[end] == ' ') ++end;
    if (end == text.size() || text[end] != '(' || name.empty()) continue;
    const bool node_test =
        name == "text" || name == "node" || name == "comment" || name == "processing-instruction";
    const bool operation = name == "and" || name == "or" || name == "div" || name == "mod";
    if (!node_test && !operation && !xmlXPathFunctionLookup(context, xml(name))) return name;
  }
  return std::nullopt;
}

}  // namespace

struct XPath::State : Context {
  using Context::Context;
};

XPath::XPath(_xmlDoc* tree) : state_(std::make_unique<State>(tree)) {}
XPath::~XPath() = default;

std::optional<XPathValue> XPath::evaluate(void* node, const std::string& expression) {
  const Silence silence;
  xmlXPathContext* const context = state_->context;
  context->opCount = 0;
  context->node = static_cast<xmlNode*>(node);
  const std::unique_ptr<xmlXPathCompExpr, Delete> compiled_expression(
      xmlXPathCtxtCompile(context, xml(expression)));
  if (!compiled_expression) return std::nullopt;
  context->opCount = 0;
  const std::unique_ptr<xmlXPathObject, Delete> object(
      xmlXPathCompiledEval(compiled_expression.get(), context));
  if (!object) return std::nullopt;
  if (object->type == XPATH_NODESET && object->nodesetval) {
    xmlXPathNodeSetSort(object->nodesetval);
  }
  return value_of(*object);
}

std::optional<std::string> xpath_error(const std::string& xpath) {
  if (xpath.find('\0') != std::string::npos) return "a NUL character in the expression";
  const Silence silence;
  const Context scratch(nullptr);
  const std::unique_ptr<xmlXPathCompExpr, Delete> expression(
      xmlXPathCtxtCompile(scratch.context, xml(xpath)));
  if (!expression) {
    const auto& complaint = scratch.session.complaint;
    if (complaint.empty()) return "not an XPath 1.0 expression";
    return complaint.substr(0, complaint.find_last_not_of('\n') + 1);
  }
  if (const auto name = unknown_function(scratch.context, xpath)) {
    return fmt::format("unknown function {}()", *name);
  }
  return std::nullopt;
}

}  // namespace touchstone
