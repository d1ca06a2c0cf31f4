#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

Break feedback_page(const std::string& html, int status = 200) {
  return [html, status](SampleSite& sample) {
    swap_text(sample.fetch(kHome).body, "</footer>",
              "<a href=\"/feedback/\">Feedback</a></footer>");
    std::string page = sample.fetch(kContact).body;
    swap_text(page, "<h1>Contact</h1>", "<h1>Feedback</h1>" + html);
    sample.page(kHome + "feedback/", page).hops.back().status = status;
  };
}

const Break without_form = on(kContact, "<form action=\"/contact/send\" method=\"post\">", "<div>");

}  // namespace

TEST_CASE("every verdict of the way to complain can be reached") {
  hold_contact_rows(
      "feedback-way",
      {
          {"a page with a name", feedback_page("<p>Jana Huber, managing director</p>"), "found",
           "wow"},
          {"a page without one", feedback_page("<p>Tell us</p>"), "found", "so-so"},
          {"the general form", nothing, "found", "so-so"},
          {"a dead link", feedback_page("", 404), "found", "sucks"},
          {"no way", without_form, "found", "not applicable"},
          {"none seen, and not all seen", all_of({without_form, cut_short}), "found",
           "not assessed: budget-exhausted"},

          {"a link to review",
           on_home("<a href=\"https://search.google.com/local/writereview?placeid=x\">Google</a>"),
           "review-link", "wow"},
          {"words to review", on_home("<a href=\"/reviews/new\">Write a review</a>"), "review-link",
           "wow"},
          {"no link to review", nothing, "review-link", "so-so"},
          {"a page cut short", [](SampleSite& s) { s.fetch(kHome).truncated = true; },
           "review-link", "not assessed: truncated"},
      });
}

TEST_CASE("no way to complain is missing") {
  CHECK(judged_after("feedback-way", without_form).touchpoint.status == Status::missing);
}
