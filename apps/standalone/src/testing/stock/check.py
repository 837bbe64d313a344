"""What libraries of others make of a bundle: its events are canonical, its leaves make the signed root.

Usage: check.py BUNDLE (the folder of an unpacked bundle of every event) ENTRIES (the entries of the log, as its tiles have them).
"""
import json
import sys
from base64 import b64encode

import rfc8785
from pymerkle import InmemoryTree

bundle, entries = sys.argv[1:]
with open(f"{bundle}/checkpoint", encoding="utf-8") as note:
    _, size, root = note.read().split("\n")[:3]

texts = 0
with open(f"{bundle}/events.jsonl", encoding="utf-8") as lines:
    for line in lines:
        for unit in json.loads(line)["units"]:
            if "text" in unit:
                canonical = rfc8785.dumps(json.loads(unit["text"])).decode()
                assert canonical == unit["text"], unit["text"]
                texts += 1

tree = InmemoryTree(algorithm="sha256")
with open(entries, "rb") as served:
    while length := served.read(2):
        tree.append_entry(served.read(int.from_bytes(length, "big")))
assert tree.get_size() == int(size), tree.get_size()
assert b64encode(tree.get_root()).decode() == root, "another root"
print(f"{texts} texts are canonical, {size} leaves make the root")
