#include "tests/checks/sample_pages.h"

#include <string_view>

namespace touchstone {

namespace {

// "HOST" in a page is the host of the sample.
std::string with_host(std::string_view page, const std::string& host) {
  std::string text;
  while (true) {
    const auto at = page.find("HOST");
    text += page.substr(0, at);
    if (at == std::string_view::npos) return text;
    text += host;
    page.remove_prefix(at + 4);
  }
}

std::string framed(std::string_view head, std::string_view main) {
  std::string page = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/png" sizes="180x180" href="/icon-180.png">
<link rel="apple-touch-icon" sizes="180x180" href="/icon-180.png">
<link rel="stylesheet" href="/style.css">
<script src="/script.js" defer></script>
)";
  page += head;
  page += R"(</head>
<body>
<header><a href="/">Example</a>
<nav><a href="/">Home</a> <a href="/bread/">Our bread</a> <a href="/cakes/">Cakes</a>
<a href="/about/">About us</a> <a href="/contact/">Contact</a></nav>
<a href="tel:+493012345678">030 12345678</a></header>
<main>
)";
  page += main;
  page += R"(</main>
<footer>
<address>Example, Bergmannstr. 12, 10961 Berlin, Germany</address>
<p>Phone: <a href="tel:+493012345678">030 12345678</a></p>
<p>E-mail: <a href="mailto:hello@HOST">hello@HOST</a></p>
<p><a href="/contact/">Contact</a> <a href="/legal/">Legal notice</a> <a href="/privacy/">Privacy</a></p>
</footer>
</body>
</html>
)";
  return page;
}

}  // namespace

std::string sample_home(const std::string& host) {
  return with_host(framed(R"(<title>Example: sourdough bakery in Berlin Kreuzberg</title>
<meta name="description" content="Sourdough bread, rolls and cakes, baked by hand every night from organic flour. Open from Tuesday to Saturday in Berlin Kreuzberg.">
<link rel="canonical" href="https://HOST/">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Example">
<meta property="og:title" content="Example: sourdough bakery in Berlin Kreuzberg">
<meta property="og:description" content="Sourdough bread, rolls and cakes, baked by hand every night from organic flour.">
<meta property="og:url" content="https://HOST/">
<meta property="og:image" content="https://HOST/bread.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="Three loaves of sourdough bread">
<meta property="og:locale" content="en_GB">
<meta name="twitter:card" content="summary_large_image">
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Bakery", "name": "Example", "url": "https://HOST/",
 "telephone": "+49 30 12345678", "email": "hello@HOST",
 "address": {"@type": "PostalAddress", "streetAddress": "Bergmannstr. 12", "postalCode": "10961",
             "addressLocality": "Berlin", "addressCountry": "DE"}}
</script>
)",
                          R"(<h1>Sourdough bread, baked by hand in Kreuzberg</h1>
<img src="/bread.png" width="1200" height="630" alt="Three loaves of sourdough bread">
<p>We are a small bakery in Berlin. Every night we bake sourdough bread, rolls and cakes from organic
flour that a mill in Brandenburg grinds for us. Our dough rests for a whole day, because time gives
bread its taste and keeps it fresh for longer.</p>
<p>Come in from Tuesday to Saturday between seven in the morning and six in the evening, or order by
phone until noon and take your bread home the next day. Cafes and restaurants in the neighbourhood
get our bread by bicycle before they open their doors.</p>
<p>Birthday cakes, wedding cakes and bread for your party are baked to order. Tell us what you have
in mind: we like to talk about bread, and we answer on the same day.</p>
<p><a href="/bread/">See our bread</a> <a href="/cakes/">Order a cake</a></p>
)"),
                   host);
}

std::string sample_contact(const std::string& host) {
  return with_host(framed(R"(<title>Contact and opening hours - Example, Berlin</title>
<meta name="description" content="Phone, e-mail, address and opening hours of the bakery Example in Berlin Kreuzberg, and a form for cakes and larger orders.">
<link rel="canonical" href="https://HOST/contact/">
)",
                          R"(<h1>Contact</h1>
<p>Call us, write to us, or come in and smell the bread. We answer every message on the same working
day, and orders that reach us before noon are ready the next morning.</p>
<p>Phone: <a href="tel:+493012345678">030 12345678</a></p>
<p>E-mail: <a href="mailto:hello@HOST">hello@HOST</a></p>
<h2>Address</h2>
<p>Example, Bergmannstr. 12, 10961 Berlin, Germany. The underground station Gneisenaustrasse is
three minutes away, and there is room for your bicycle in front of the door.</p>
<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=13.38,52.48,13.40,52.49" width="600" height="400" title="Map"></iframe>
<h2>Opening hours</h2>
<p>Tuesday to Saturday 7:00 - 18:00</p>
<h2>Write to us</h2>
<form action="/contact/send" method="post">
<label for="name">Your name</label> <input id="name" name="name" autocomplete="name">
<label for="mail">Your e-mail</label> <input id="mail" name="email" type="email">
<label for="text">Your message</label> <textarea id="text" name="message"></textarea>
<button>Send</button>
</form>
)"),
                   host);
}

std::string sample_missing(const std::string& host) {
  return with_host(framed(R"(<title>Page not found - Example</title>
)",
                          R"(<h1>Page not found</h1>
<p>Sorry, this page has gone or never existed. These ways lead on:</p>
<form action="/search" role="search"><label for="q">Search</label> <input id="q" name="q" type="search"></form>
<ul><li><a href="/">Home</a></li><li><a href="/bread/">Our bread</a></li><li><a href="/cakes/">Cakes</a></li>
<li><a href="/contact/">Contact</a></li></ul>
<p>Or call us: <a href="tel:+493012345678">030 12345678</a></p>
)"),
                   host);
}

std::string sample_style() {
  std::string style = "body { font-family: Georgia, serif; color: #222; }\n";
  for (int i = 0; i < 60; ++i) {
    style += ".step-" + std::to_string(i) + " { margin-left: " + std::to_string(i) + "px; }\n";
  }
  return style;
}

}  // namespace touchstone
