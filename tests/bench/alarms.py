#!/usr/bin/env python3
"""Does an alarm mean something? Audits the sample company on loopback through the real program.

    tests/bench/alarms.py PROGRAM noise [RUNS] [SIDE_BY_SIDE]
    tests/bench/alarms.py PROGRAM changes

noise: RUNS audits while 2 % of all requests end in a reset, a 503 or a late answer, each held
against the last stored one (--baseline last --fail-on regression). Counts the false alarms, and the
audits whose coverage is within 2 points of the clean run. SIDE_BY_SIDE audits run at once, each with
a history and a server of its own.

changes: 50 real changes of 10 kinds, one after another: each must be found at the next audit, and
the audit after that must find nothing.
"""
import concurrent.futures
import json
import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROOT = pathlib.Path(__file__).resolve().parents[2] / "cli" / "sample"
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml",
         ".png": "image/png", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8",
         ".xml": "application/xml", ".webmanifest": "application/manifest+json"}


class Site:
    """The sample company's files in memory, to be changed; `noise`: the share of bad answers."""

    def __init__(self, seed=1):
        self.files = {"/" + str(path.relative_to(ROOT)): path.read_bytes()
                      for path in ROOT.rglob("*") if path.is_file()}
        self.missing_status, self.noise, self.delay = 404, 0.0, 0.0
        self.chance, self.lock = random.Random(seed), threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                site.answer(self)

            do_HEAD = do_GET

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request):
        with self.lock:
            bad = self.chance.random() < self.noise
            kind = self.chance.choice(("reset", "503", "late"))
        if bad and kind == "reset":
            request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                          b"\1\0\0\0\0\0\0\0")
            request.close_connection = True
            request.connection.close()
            return
        if bad and kind == "503":
            return self.send(request, 503, "text/plain", b"try again")
        if bad:
            time.sleep(3)
        if self.delay:
            time.sleep(self.delay)
        path = request.path.split("?")[0]
        name = path + "index.html" if path.endswith("/") else path
        body = self.files.get(name)
        status = 200 if body is not None else self.missing_status
        if body is None:
            name, body = "/404.html", self.files["/404.html"]
        body = body.replace(b"{origin}", self.url.rstrip("/").encode())
        self.send(request, status, TYPES.get(pathlib.Path(name).suffix, "text/plain"), body)

    def send(self, request, status, kind, body):
        try:
            request.send_response(status)
            request.send_header("Content-Type", kind)
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            if request.command == "GET":
                request.wfile.write(body)
        except OSError:
            pass


def audit(program, url, store, *more):
    ran = subprocess.run([program, url, "--format", "json", "--store", store, "--rate", "0", *more],
                         capture_output=True, text=True, check=False)
    if ran.returncode not in (0, 1):
        sys.exit(f"status {ran.returncode}: {ran.stderr}")
    return ran.returncode, json.loads(ran.stdout)


GATES = ("--baseline", "last", "--fail-on", "regression")


def noise_lane(program, folder, lane, runs, results):
    site = Site(seed=lane)
    store = f"{folder}/lane{lane}.db"
    _, clean = audit(program, site.url, store)
    site.noise = 0.02
    for _ in range(runs):
        status, noisy = audit(program, site.url, store, *GATES)
        worse = [one["touchpoint"] for one in noisy.get("changes", {}).get("items", [])
                 if one["counts"]]
        results.append((status, abs(noisy["coverage"] - clean["coverage"]), worse))


def noise(program, runs=200, lanes=8):
    results = []
    with tempfile.TemporaryDirectory() as folder:
        threads = [threading.Thread(target=noise_lane, args=(
            program, folder, lane, (runs + lane) // lanes, results)) for lane in range(lanes)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    alarms = [worse for status, _, worse in results if status == 1]
    close = sum(1 for _, apart, _ in results if apart <= 0.0201)
    print(f"{len(results)} audits: {len(alarms)} false alarms {alarms}, "
          f"{close} with coverage within 2 points")


def replaced(name, old, new):
    def change(site):
        if old.encode() not in site.files[name]:
            sys.exit(f"{name} has no {old!r}")
        site.files[name] = site.files[name].replace(old.encode(), new.encode())
    return change


def without(name):
    return lambda site: site.files.pop(name)


def everywhere(old, new):
    def change(site):
        for name in [one for one in site.files if one.endswith(".html")]:
            site.files[name] = site.files[name].replace(old.encode(), new.encode())
    return change


def put(name, text):
    def change(site):
        site.files[name] = text.encode()
    return change


def missing_status(status):
    def change(site):
        site.missing_status = status
    return change


HOME, CONTACT, NOT_FOUND, DE = "/index.html", "/contact/index.html", "/404.html", "/de/index.html"
TITLE = ("<title>Bicycle repairs while you wait in Berlin-Wedding | Halden &amp; Daughter</title>",
         "<title>Contact, opening hours and the way to us | Halden &amp; Daughter</title>")
VIEWPORT = "width=device-width, initial-scale=1, maximum-scale=1"
DESCRIPTION = '<meta name="description" content="Two generations, one workshop: punctures mended'

# Ten kinds, five changes of each, every one of the untouched site: the touchpoint that must be named.
KINDS = {
    "icon": [("favicon", everywhere('rel="icon"', 'rel="nothing"')),
             ("favicon", put("/favicon.ico", "no picture")),
             ("favicon", without("/touch-icon.png")),
             ("web-manifest", without("/site.webmanifest")),
             ("web-manifest", put("/site.webmanifest", "{"))],
    "404 page": [("not-found-page", missing_status(200)),
                 ("not-found-page", put(NOT_FOUND, "<h1>404 Not Found</h1><hr>nginx")),
                 ("not-found-page", put(NOT_FOUND, "")),
                 ("not-found-page", replaced(NOT_FOUND, "<nav>", "<!--")),
                 ("not-found-page", missing_status(500))],
    "title": [("page-title", replaced(HOME, TITLE[0], "")),
              ("page-title", replaced(HOME, TITLE[0], "<title>Home</title>")),
              ("page-title", replaced(HOME, TITLE[0], "<title>" + "word " * 60 + "</title>")),
              ("page-title", replaced(CONTACT, TITLE[1], TITLE[0])),
              ("page-title", replaced(CONTACT, TITLE[1], ""))],
    "description": [("meta-snippet", replaced(HOME, DESCRIPTION, '<meta name="x" content="')),
                    ("meta-snippet", replaced(HOME, f"{DESCRIPTION} in 20 minutes, wheels built by hand, old steel", '<meta name="description" content="Old')),
                    ("meta-snippet", replaced(HOME, 'name="description"', 'name="descriptoin"')),
                    ("meta-snippet", replaced(HOME, "bicycles brought back to life. Berlin-Wedding.", "life " * 90)),
                    ("meta-snippet", replaced(HOME, '<meta name="description"', '<meta data-name="description"'))],
    "viewport": [("mobile-viewport", replaced(HOME, f'content="{VIEWPORT}"', 'content="width=1200"')),
                 ("mobile-viewport", replaced(HOME, f'<meta name="viewport" content="{VIEWPORT}">', "")),
                 ("mobile-viewport", everywhere(VIEWPORT, "width=980")),
                 ("mobile-viewport", everywhere(f'<meta name="viewport" content="{VIEWPORT}">', "")),
                 ("mobile-viewport", replaced(HOME, VIEWPORT, "initial-scale=0.1, width=2000"))],
    "phone": [("phone-number", everywhere("030 23125 047", "later")),
              ("phone-number", everywhere("tel:", "sms:")),
              ("phone-number", replaced(CONTACT, "tel:03023125047", "tel:03023125999")),
              ("phone-number", replaced(CONTACT, "tel:03023125047", "tel:12")),
              ("phone-number", everywhere('<p class="call">Phone: 030 23125 047</p>', ""))],
    "form": [("form-labels", replaced(CONTACT, '<label for="name">Your name</label>', "")),
             ("form-labels", replaced(CONTACT, '<label for="phone">Your phone number</label>', "")),
             ("form-labels", replaced(CONTACT, '<label for="message">What does it do that it should not?</label>', "")),
             ("contact-form", replaced(CONTACT, "<form", "<div")),
             ("contact-form", replaced(CONTACT, "<button>Send</button>", "<input name='town' required><input name='street' required><input name='birthday' required><input name='fax' required><input name='mobile' required><input name='title' required><button>Send</button>"))],
    "pictures": [("image-alt", replaced(HOME, 'alt="A green town bicycle with a basket, leaning on its stand"', "")),
                 ("image-alt", replaced(HOME, 'alt="A green town bicycle with a basket, leaning on its stand"', 'alt="bicycle.svg"')),
                 ("image-alt", everywhere('alt="Halden &amp; Daughter, home"', "")),
                 ("request-count", without("/bicycle.svg")),
                 ("image-alt", everywhere('alt="Halden &amp; Daughter, home"', 'alt=""'))],
    "links and words": [("broken-links", replaced(HOME, "</main>", '<a href="/gone/">Gone</a></main>')),
                        ("broken-links", replaced(CONTACT, "</main>", '<a href="/gone.html">Gone</a></main>')),
                        ("placeholder-content", replaced(HOME, "</main>", "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p></main>")),
                        ("home-headline", replaced(HOME, "<h1>We mend what rolls</h1>", "")),
                        ("page-language", replaced(HOME, '<html lang="en">', "<html>"))],
    "search engines": [("indexability", replaced(HOME, "<title>", '<meta name="robots" content="noindex"><title>')),
                       ("sitemap-xml", without("/sitemap.xml")),
                       ("sitemap-xml", put("/sitemap.xml", "<urlset")),
                       ("share-card", everywhere('property="og:', 'data-og="')),
                       ("hreflang", replaced(HOME, 'hreflang="de" href="{origin}/de/"', 'hreflang="xx-yy" href="{origin}/nowhere/"'))],
}


def try_change(program, folder, name, touchpoint, change):
    site = Site()
    store = f"{folder}/{name}.db"
    audit(program, site.url, store)
    change(site)
    _, after = audit(program, site.url, store, *GATES)
    _, again = audit(program, site.url, store, *GATES)
    site.server.shutdown()
    named = {one["touchpoint"]: one["kind"] for one in after["changes"]["items"]}
    repeated = [one["touchpoint"] for one in again["changes"]["items"]]
    if touchpoint not in named or repeated:
        print(f"{name}: wanted {touchpoint}, named {named}, then {repeated}", flush=True)
    beside = sum(1 for one in after["changes"]["items"]
                 if one["counts"] and one["touchpoint"] != touchpoint)
    return touchpoint in named, not repeated, beside


def changes(program, side_by_side=8):
    rows = [(f"{kind} {place + 1}", touchpoint, change) for kind, changes in KINDS.items()
            for place, (touchpoint, change) in enumerate(changes)]
    with tempfile.TemporaryDirectory() as folder:
        with concurrent.futures.ThreadPoolExecutor(side_by_side) as pool:
            results = list(pool.map(lambda row: try_change(program, folder, *row), rows))
    found, once, beside = (sum(column) for column in zip(*results))
    print(f"{len(results)} changes: {found} found at the next audit, {once} told once only; "
          f"{beside} other touchpoints that they spoil too were named")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if sys.argv[2] == "noise":
        noise(sys.argv[1], *(int(number) for number in sys.argv[3:]))
    else:
        changes(sys.argv[1])
