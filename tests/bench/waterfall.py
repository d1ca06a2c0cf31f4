#!/usr/bin/env python3
"""When each request of an audit began and ended, in round trips: waterfall.py CAPTURE.warc.gz RTT_MS

One line a request in the order of the start: start, end, a bar, connection (D look-up, C connect,
T TLS, each where it took time), role, status, address. The last lines say when the plan's nine
requests and the whole visit were answered.
"""
import gzip
import json
import re
import sys

NINE = ("home", "robots", "sitemap", "root-icon", "missing", "entry", "contact")


def visits_of(path):
    """The metadata of each visit, and that of the recording."""
    data = gzip.open(path).read()
    recording, visits = None, []
    for block in re.findall(rb"\r\n\r\n(\{.*?\})\r\n\r\n", data):
        try:
            record = json.loads(block)
        except ValueError:
            continue
        if record.get("format", "").startswith("touchstone-capture"):
            recording = record
        elif "role" in record and "fetch" in record:
            visits.append(record)
    return recording, visits


def main():
    path, rtt = sys.argv[1], float(sys.argv[2])
    recording, visits = visits_of(path)
    home = next((visit["fetch"] for visit in visits if visit["role"] == "home"), None)
    rows = []
    contact = False
    for visit in visits:
        fetch = visit["fetch"]
        hops = fetch["hops"]
        if not hops:
            continue
        # An entry that leads home takes home's answer for its own, and asks for the rest alone.
        joined = home["hops"] if visit["role"] == "entry" and home and hops[-len(home["hops"]):] == home["hops"] else []
        hops = hops[:len(hops) - len(joined)] or hops
        start = (fetch["when"] - recording["taken"]) / rtt
        spent = sum(hop["timing"]["total"] for hop in hops) / 1000 / rtt
        first = hops[0]["timing"]
        opened = "".join(sign for sign, key in (("D", "name_lookup"), ("C", "connect"), ("T", "tls"))
                         if first[key] > 200)
        role = visit["role"]
        if role == "page" and not contact and "contact" in fetch["asked"]:
            contact, role = True, "contact"
        rows.append((start, start + spent, opened, role, hops[-1]["status"], len(hops),
                     fetch["wire_bytes"], fetch["asked"]))
    rows.sort()
    width = 48
    last = max(end for _, end, *_ in rows)
    for start, end, opened, role, status, hops, wire, url in rows:
        left, right = round(start / last * width), max(1, round((end - start) / last * width))
        bar = (" " * left + "#" * right)[:width].ljust(width)
        many = f" {hops} hops" if hops > 1 else ""
        print(f"{start:6.2f} {end:6.2f} |{bar}| {opened:3} {role:15} {status} {wire:7} {url}{many}")
    own = sys.argv[3] if len(sys.argv) > 3 else re.sub(r"^https?://|[:/].*", "", recording["asked"])
    places = 6  # questions to one host at once
    work = sum(end - start for start, end, _, role, *_, url in rows
               if role != "timing" and re.match(rf"https?://{re.escape(own)}[:/]", url))
    timing = [(start, end) for start, end, _, role, *_ in rows if role == "timing"]
    samples = timing[-1][1] - timing[0][0] if timing else 0
    print(f"with {places} questions to {own} at once its answers need {work / places:.2f} round trips, "
          f"the samples of timing {samples:.2f} more")
    nine = [end for _, end, _, role, *_ in rows if role in NINE]
    print(f"{len(nine)} requests of the plan answered after {max(nine):.2f} round trips; "
          f"all {len(rows)} after {last:.2f}; the visit took {recording['elapsed_ms'] / rtt:.2f}")


if __name__ == "__main__":
    main()
