#!/usr/bin/env python3
"""Many companies from one list: wall time beside the sum of single audits, memory, and a kill between.

    tests/bench/many.py PROGRAM [COMPANIES] [DELAY_MS]

Serves the sample company as COMPANIES (200) addresses of 127/8, each answer DELAY_MS (20) late. Audits twenty
of them one by one, then all from one list, then all once more with a SIGKILL in the middle and --resume.
"""
import collections
import json
import multiprocessing
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROOT = pathlib.Path(__file__).resolve().parents[2] / "cli" / "sample"
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml",
         ".png": "image/png", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8",
         ".xml": "application/xml", ".webmanifest": "application/manifest+json"}
SINGLES = 20


def serve(port, delay):
    files = {"/" + str(path.relative_to(ROOT)): path.read_bytes()
             for path in ROOT.rglob("*") if path.is_file()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self):
            time.sleep(delay)
            path = self.path.split("?")[0]
            name = path + "index.html" if path.endswith("/") else path
            status = 200 if name in files else 404
            name = name if name in files else "/404.html"
            body = files[name].replace(b"{origin}", b"http://" + self.headers["Host"].encode())
            try:
                self.send_response(status)
                self.send_header("Content-Type", TYPES.get(pathlib.Path(name).suffix, "text/plain"))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body if self.command == "GET" else b"")
            except OSError:
                pass

        do_HEAD = do_GET

        def log_message(self, *_):
            pass

    ThreadingHTTPServer.request_queue_size = 1024
    server = ThreadingHTTPServer(("0.0.0.0", port), Handler)
    server.daemon_threads = True
    server.serve_forever()


def timed(command, **more):
    began = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, **more)
    return time.monotonic() - began


def addresses_in(results):
    lines = pathlib.Path(results).read_text().splitlines()
    return collections.Counter(json.loads(line)["subject"]["asked"] for line in lines)


def main(program, companies=200, delay_ms=20):
    port = random.randrange(20000, 60000)
    server = multiprocessing.Process(target=serve, args=(port, delay_ms / 1000), daemon=True)
    server.start()
    time.sleep(0.5)
    urls = [f"http://127.1.{n // 200}.{n % 200 + 1}:{port}/" for n in range(companies)]
    with tempfile.TemporaryDirectory() as folder:
        listed, once, twice = (os.path.join(folder, name) for name in ("list", "once.jsonl", "twice.jsonl"))
        pathlib.Path(listed).write_text("\n".join(urls) + "\n")
        common = ["--rate", "0", "--dns", "127.0.0.1:9"]
        singles = [timed([program, url, *common, "--no-store", "--format", "json"]) for url in urls[:SINGLES]]
        single = sorted(singles)[SINGLES // 2]
        all_of_them = [program, "--list", listed, *common, "--store", os.path.join(folder, "h.db")]
        whole = timed(all_of_them + ["--output", once])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        found = addresses_in(once)
        print(f"{companies} companies, answers {delay_ms} ms late: {whole:.1f} s from one list; one alone "
              f"{single:.2f} s, all one by one {single * companies:.0f} s; at most {peak} MiB; "
              f"{len(found)} results, {sum(found.values()) - len(found)} repeated")

        child = subprocess.Popen(all_of_them + ["--output", twice], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        time.sleep(whole * random.uniform(0.3, 0.7))
        child.send_signal(signal.SIGKILL)
        child.wait()
        kept = pathlib.Path(twice).read_text().split("\n")
        whole_lines = [line for line in kept[:-1] if line]
        rest = timed(all_of_them + ["--output", twice, "--resume"])
        found = addresses_in(twice)
        same = pathlib.Path(twice).read_text().split("\n")[:len(whole_lines)] == whole_lines
        print(f"killed with {len(whole_lines)} written, gone on for {rest:.1f} s: {len(found)} results, "
              f"{sum(found.values()) - len(found)} repeated, those written before kept byte for byte: {same}")
    server.terminate()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *(int(number) for number in sys.argv[2:]))
