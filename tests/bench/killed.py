#!/usr/bin/env python3
"""killed.py PROGRAM ADDRESS [KILLS=100] [CONNECTIONS=16] [STATUS]

Kills a crawl of ADDRESS with SIGKILL at a random instant, lets the same command go on, and compares what it
knows in the end with an uninterrupted crawl: addresses, states, statuses, titles and texts. A crawl that ended
before its instant came is begun anew. STATUS: the address of nginx's stub_status of that server; with it the
requests are counted that the interruption cost.
"""
import os, random, signal, sqlite3, subprocess, sys, tempfile, time, urllib.request

program, address = sys.argv[1:3]
kills = int(sys.argv[3]) if len(sys.argv) > 3 else 100
connections = sys.argv[4] if len(sys.argv) > 4 else "16"
status = sys.argv[5] if len(sys.argv) > 5 else None


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


def requests():
    if not status:
        return 0
    return int(urllib.request.urlopen(status, timeout=5).read().split(b"\n")[2].split()[2])


def forget(state):
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(state + ending):
            os.remove(state + ending)


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
    before, began = requests(), time.monotonic()
    run(whole)
    lasts, wanted, asked = time.monotonic() - began, known(whole), requests() - before
    same = 0
    instants, further = [], []
    for number in range(kills):
        state = os.path.join(folder, f"killed-{number}")
        before = requests()
        while run(state, random.random() * lasts):
            forget(state)
            before = requests()
        instants.append(answered(state))
        run(state)
        further.append(requests() - before - asked)
        same += known(state) == wanted
        forget(state)
    print(f"{kills} crawls of {len(wanted)} addresses, each killed, with {min(instants)} to {max(instants)} answers "
          f"written; {same} ended like the uninterrupted one")
    if status:
        print(f"{sorted(further)[kills // 2]} requests more in the middle, {max(further)} at most, of {asked}; "
              f"home and robots.txt are asked again by whoever goes on")
    sys.exit(same != kills)
