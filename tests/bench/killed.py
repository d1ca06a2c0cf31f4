#!/usr/bin/env python3
"""killed.py PROGRAM ADDRESS [KILLS=100] [CONNECTIONS=16]

Kills a crawl of ADDRESS with SIGKILL at a random instant, lets the same command go on, and compares what it
knows in the end with an uninterrupted crawl: addresses, states, statuses, titles and texts.
"""
import os, random, signal, sqlite3, subprocess, sys, tempfile, time

program, address = sys.argv[1:3]
kills = int(sys.argv[3]) if len(sys.argv) > 3 else 100
connections = sys.argv[4] if len(sys.argv) > 4 else "16"


def command(state):
    return [program, "crawl", address, "--rate", "0", "--connections", connections, "--state", state, "--format", "json"]


def run(state, kill_after=None):
    child = subprocess.Popen(command(state), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        child.wait(kill_after)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
        return False
    return True


def known(state):
    file = sqlite3.connect(state)
    return sorted(file.execute("SELECT url, state, status, is_page, title, text_hash, links IS NULL "
                               "FROM address LEFT JOIN page USING(id)"))


def answered(state):
    try:
        return sqlite3.connect(state).execute("SELECT count(*) FROM page").fetchone()[0]
    except sqlite3.Error:
        return 0


with tempfile.TemporaryDirectory() as folder:
    whole = os.path.join(folder, "whole")
    began = time.monotonic()
    run(whole)
    lasts, wanted = time.monotonic() - began, known(whole)
    same = cut = 0
    instants = []
    for number in range(kills):
        state = os.path.join(folder, f"killed-{number}")
        cut += not run(state, random.random() * lasts)
        instants.append(answered(state))
        run(state)
        same += known(state) == wanted
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(state + ending):
                os.remove(state + ending)
    print(f"{kills} crawls of {len(wanted)} addresses, {cut} killed with {min(instants)} to {max(instants)} "
          f"answers written; {same} ended like the uninterrupted one")
    sys.exit(same != kills)
