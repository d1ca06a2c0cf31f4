#include "tests/checks/offer_pages.h"

namespace touchstone {

namespace {

std::string document(const std::string& name, const std::string& content) {
  return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + name +
         "</title></head><body><header><a href=\"/\">Example</a><nav><a "
         "href=\"/contact/\">Contact</a>"
         "</nav></header><main><h1>" +
         name + "</h1>" + content +
         "</main><footer><p>Example, Bergmannstr. 12, 10961 Berlin, "
         "Germany</p></footer></body></html>";
}

std::string link_to(const std::string& path, const std::string& name) {
  return "<a href=\"" + path + "\">" + name + "</a>";
}

std::string absolute(const std::string& path) {
  return home + path.substr(1);
}

std::function<void(SampleSite&)> answering(int status, const std::string& path,
                                           const std::string& name) {
  return [=](SampleSite& sample) {
    link_home(sample, "nav", link_to(path, name));
    sample.page(absolute(path), document("No", "")).hops.back().status = status;
  };
}

}  // namespace

void link_home(SampleSite& sample, const std::string& tag, const std::string& html) {
  swap_text(sample.fetch(home).body, "</" + tag + ">", html + "</" + tag + ">");
}

void add_page(SampleSite& sample, const std::string& tag, const std::string& path,
              const std::string& name, const std::string& content) {
  link_home(sample, tag, link_to(path, name));
  sample.page(absolute(path), document(name, content));
}

void add_guess(SampleSite& sample, const std::string& path, const std::string& name,
               const std::string& content) {
  sample.page(absolute(path), document(name, content), Role::guessed);
}

void add_shell(SampleSite& sample, const std::string& path, const std::string& name) {
  link_home(sample, "nav", link_to(path, name));
  sample.page(absolute(path), "<html lang=\"en\"><head><title>" + name +
                                  "</title><script src=\"/app.js\"></script></head><body>"
                                  "<div id=\"root\"></div></body></html>");
}

std::function<void(SampleSite&)> dead_link(const std::string& path, const std::string& name) {
  return answering(404, path, name);
}

std::function<void(SampleSite&)> walled_link(const std::string& path, const std::string& name) {
  return answering(403, path, name);
}

}  // namespace touchstone
