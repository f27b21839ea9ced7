#!/usr/bin/env python3
"""A program that answers as Readout does, and breaks as tests want it to: BREAK names how."""

import json
import os
import signal
import sys

how = os.environ["BREAK"]
source, sink = sys.stdin.buffer, sys.stdout.buffer


def write(value: object) -> None:
    body = json.dumps(value).encode()
    sink.write(b"%d\n%s\n" % (len(body), body))
    sink.flush()


if how == "silent":
    sys.exit(0)
if how == "model":
    print("readout: stopped: the model is missing: fetch it again", file=sys.stderr)
    sys.exit(1)
if how == "other":
    print("hello, I am something else")
    sys.exit(0)
write({"protocol": 3 if how == "protocol" else 2, "engine": {"version": "0", "model": "0"}})
while head := source.readline():
    article = json.loads(source.read(int(head) + 1))
    if how == "noise":
        # More than a pipe holds.
        sys.stderr.write("x" * 200_000 + "\n")
    if "POISON" in article.get("text", ""):
        print("out of memory, or so", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    write({"id": article["id"], "error": "was read" if how == "steady" else f"read {article.get('text')} by {os.getpid()}"})
