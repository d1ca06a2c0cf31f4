#include "crawler/message.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "crawler/message_forms.h"
#include "tests/crawler/post_box.h"
#include "tests/files.h"

using namespace touchstone;
using Catch::Contains;
using Kind = MessageTarget::Kind;

namespace {

const Time now = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) + std::chrono::hours(9);
const Message message{"Huber: 1 worse", "https://huber.example/\nFavicon: wow -> sucks <& co>\n",
                      R"({"url":"https://huber.example/"})"};

std::string local(const std::string& scheme, const PostBox& box) {
  return scheme + "://127.0.0.1:" + std::to_string(box.port());
}

SendOptions by_mail(const PostBox& box) {
  SendOptions options;
  options.mail = {local("smtp", box), "audit@firm.example", "", ""};
  return options;
}

std::string file_named(const std::string& name) {
  return (std::filesystem::temp_directory_path() /
          ("touchstone_message_" + std::to_string(::getpid()) + name))
      .string();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a target is recognised by how it is written") {
  struct Row {
    std::string typed;
    std::optional<Kind> kind;
    std::string address;
  };
  const auto row = GENERATE(
      Row{"cmd:mail -s hi anna", Kind::shell, "mail -s hi anna"}, Row{"cmd: ", {}, ""},
      Row{"/usr/bin/notify", Kind::program, "/usr/bin/notify"},
      Row{"./notify", Kind::program, "./notify"}, Row{"bin/notify", Kind::program, "bin/notify"},
      Row{"./a@b.example", Kind::program, "./a@b.example"},
      Row{"https://hooks.slack.com/services/T/B/x", Kind::slack,
          "https://hooks.slack.com/services/T/B/x"},
      Row{"https://hooks.slack.com.evil.example/x", Kind::webhook,
          "https://hooks.slack.com.evil.example/x"},
      Row{"http://127.0.0.1:8080/hook", Kind::webhook, "http://127.0.0.1:8080/hook"},
      Row{"anna@firm.example", Kind::email, "anna@firm.example"},
      Row{"mailto:anna+web@firm.example", Kind::email, "anna+web@firm.example"},
      Row{"notify", {}, ""}, Row{"", {}, ""}, Row{"ftp://firm.example/", {}, ""},
      Row{"anna@", {}, ""}, Row{"@firm.example", {}, ""}, Row{"a@b@c", {}, ""},
      Row{"anna@firm.example\r\nBcc: all@firm.example", {}, ""},
      Row{"anna@firm.example>,<eve@evil.example", {}, ""}, Row{"-oX@firm.example", {}, ""});
  INFO(row.typed);
  const auto target = parse_message_target(row.typed);
  REQUIRE(target.has_value() == row.kind.has_value());
  if (!target) return;
  CHECK(target->kind == *row.kind);
  CHECK(target->address == row.address);
}

TEST_CASE("a webhook's secret path is not shown") {
  CHECK(parse_message_target("https://hooks.slack.com/services/T/B/secret")->shown() ==
        "hooks.slack.com");
  CHECK(parse_message_target("anna@firm.example")->shown() == "anna@firm.example");
}

TEST_CASE("a webhook gets the JSON by POST") {
  const PostBox box(PostBox::Kind::http, "204 Done");
  CHECK_FALSE(send_message({Kind::webhook, local("http", box) + "/hook?a=b"}, message, {}, now));
  CHECK_THAT(box.received(), Catch::StartsWith("POST /hook?a=b HTTP/1.1\r\n") &&
                                 Contains("Content-Type: application/json\r\n") &&
                                 Contains("User-Agent: touchstone/") &&
                                 Catch::EndsWith("\r\n\r\n" + message.json));
}

TEST_CASE("Slack gets its text, with the letters that it wants escaped") {
  const PostBox box(PostBox::Kind::http, "200 OK");
  CHECK_FALSE(send_message({Kind::slack, local("http", box)}, message, {}, now));
  const std::string received = box.received();
  const auto body = nlohmann::json::parse(received.substr(received.find("\r\n\r\n") + 4));
  CHECK(body == nlohmann::json{{"text",
                                "https://huber.example/\nFavicon: wow -&gt; sucks &lt;&amp; "
                                "co&gt;\n"}});
}

TEST_CASE("what is too long for Slack ends with a whole line") {
  Message longer = message;
  longer.text.clear();
  for (int i = 0; i < 1'000; ++i) longer.text += "Телефон: вау -> отстой\n";
  const auto text = nlohmann::json::parse(slack_body(longer))["text"].get<std::string>();
  CHECK(text.size() < 4'000);
  CHECK_THAT(text, Catch::EndsWith("отстой\n..."));
}

TEST_CASE("a mail reaches the mail server whole") {
  const PostBox box(PostBox::Kind::smtp, "250 taken");
  Message wide = message;
  wide.subject = "Хубер: стало хуже, и это довольно длинная тема";
  wide.text += ".a line that begins with a dot \nТочка контакта\n";
  CHECK_FALSE(send_message({Kind::email, "anna@firm.example"}, wide, by_mail(box), now));
  const std::string received = box.received();
  CHECK_THAT(received, Contains("MAIL FROM:<audit@firm.example>") &&
                           Contains("RCPT TO:<anna@firm.example>") &&
                           Contains("\r\nDate: Sun, 01 Mar 2026 09:00:00 +0000\r\n") &&
                           Contains("\r\nFrom: touchstone <audit@firm.example>\r\n") &&
                           Contains("\r\nAuto-Submitted: auto-generated\r\n") &&
                           Contains("\r\nhttps://huber.example/\r\n") &&
                           Contains("\r\n..a line that begins with a dot=20\r\n") &&
                           Contains("\r\n=D0=A2=D0=BE=D1=87=D0=BA=D0=B0 =D0=BA"));
  for (const auto& line : lines_of(received)) {
    INFO(line);
    CHECK(line.size() <= 80);
  }
}

TEST_CASE("a subject cannot add a line to the head of a mail") {
  Message sly = message;
  sly.subject = "Huber\r\nBcc: all@firm.example";
  const std::string mail = mail_of(sly, "a@firm.example", "b@firm.example", now);
  CHECK_THAT(mail, !Contains("\nBcc"));
}

TEST_CASE("a mail server that wants a login on this machine gets it") {
  const PostBox box(PostBox::Kind::smtp, "250 taken", true);
  SendOptions options = by_mail(box);
  options.mail.user = "audit";
  options.mail.password = "secret";
  CHECK_FALSE(send_message({Kind::email, "anna@firm.example"}, message, options, now));
  CHECK_THAT(box.received(), Contains("AUTH PLAIN"));
}

TEST_CASE("a target that does not take the message is one line, without secrets") {
  struct Row {
    std::string sentence;
    MessageTarget target;
    SendOptions options;
    std::string why;
  };
  const PostBox refusing(PostBox::Kind::smtp, "554 no such mailbox");
  const PostBox moved(PostBox::Kind::http, "302 Found\r\nLocation: http://127.0.0.1:1/");
  SendOptions nobody;
  nobody.mail = {"file:///etc/passwd", "audit@firm.example", "", ""};
  SendOptions no_sender = by_mail(refusing);
  no_sender.mail.sender = "";
  const std::vector<Row> rows{
      {"a mail that is refused", {Kind::email, "a@firm.example"}, by_mail(refusing), "554"},
      {"no mail server", {Kind::email, "a@firm.example"}, {}, "TOUCHSTONE_SMTP"},
      {"no sender", {Kind::email, "a@firm.example"}, no_sender, "TOUCHSTONE_SMTP_FROM"},
      {"no SMTP", {Kind::email, "a@firm.example"}, nobody, "smtp://"},
      {"a redirect", {Kind::webhook, local("http", moved) + "/secret"}, {}, "it answered 302"},
      {"nobody there", {Kind::webhook, "http://127.0.0.1:1/secret"}, {}, "connect"},
      {"a command that fails", {Kind::shell, "exit 3"}, {}, "status 3"},
      {"a program that is not there", {Kind::program, "/nowhere/x"}, {}, "No such file"}};
  for (const auto& row : rows) {
    INFO(row.sentence);
    const auto why = send_message(row.target, message, row.options, now);
    REQUIRE(why);
    CHECK_THAT(*why, Contains(row.why) && !Contains("secret") && !Contains("\n"));
  }
}

TEST_CASE("a command gets the JSON on its standard input") {
  const std::string path = file_named(".json");
  CHECK_FALSE(send_message({Kind::shell, "cat > '" + path + "'"}, message, {}, now));
  CHECK(content(path) == message.json + "\n");
  std::filesystem::remove(path);
}

TEST_CASE("a program gets it likewise, and no shell reads its path") {
  const std::string program = file_named(" $(touch x);"), path = file_named(".out");
  std::ofstream(program) << "#!/bin/sh\ncat > '" << path << "'\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  CHECK_FALSE(send_message({Kind::program, program}, message, {}, now));
  CHECK(content(path) == message.json + "\n");
  std::filesystem::remove(program);
  std::filesystem::remove(path);
}

TEST_CASE("a command that reads nothing harms nobody, one that does not end is ended") {
  Message large = message;
  large.json = std::string(1u << 20, 'x');
  CHECK_FALSE(send_message({Kind::shell, "true"}, large, {}, now));
  SendOptions hurried;
  hurried.timeout = std::chrono::milliseconds(100);
  const auto why = send_message({Kind::shell, "sleep 60 | sleep 60"}, message, hurried, now);
  REQUIRE(why);
  CHECK_THAT(*why, Contains("did not end"));
}
