#!/usr/bin/env python3
"""Verify an exported record without conceptdiff: verify-record.py FILE [HEAD ...]

Checks what docs/record.md lays down, save the rights of members and signatures
(for those see there: ssh-keygen). HEAD is a hash noted in the minutes.
Standard library only.
"""
import hashlib
import json
import sys


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    """RFC 8785 for what a record holds: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def anchors(value):
    """Every anchor in what an entry says."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for v in value.values():
            yield from anchors(v)
    elif isinstance(value, list):
        for v in value:
            yield from anchors(v)


def verify(path, heads):
    with open(path, encoding="utf-8", newline="\n") as f:
        lines = [json.loads(line) for line in f]
    header, entries = lines[0], [x for x in lines[1:] if "entry" in x]
    if header.get("conceptdiff") != "record" or header.get("format") != 1:
        sys.exit("not a record in format 1")
    seq, named = {}, set()
    for line in sorted(entries, key=lambda x: x["entry"]["seq"]):
        entry, hash_ = line["entry"], line["hash"]
        where = f"entry {entry['seq']} ({hash_[:12]})"
        if sha256(canonical(entry)) != hash_:
            sys.exit(f"{where}: altered")
        if hash_ in seq:
            sys.exit(f"{where}: stands twice")
        for before in entry["before"]:
            if before not in seq:
                sys.exit(f"{where}: the entry before it, {before[:12]}, is missing")
        if entry["seq"] != 1 + max([seq[b] for b in entry["before"]], default=0):
            sys.exit(f"{where}: wrong sequence")
        for a in anchors(entry["says"]):
            if sha256(a["quote"].encode()) != a["digest"] and not a["quote"].endswith(" […]"):
                sys.exit(f"{where}: the quotation of {a['address']} was altered")
        seq[hash_] = entry["seq"]
        named.update(entry["before"])
    tips = sorted(set(seq) - named)
    if len(entries) != header["entries"] or tips != header["tips"]:
        sys.exit("cut short, or entries were taken out")
    for head in heads:
        if head not in seq:
            sys.exit(f"no entry has the hash {head}")
    print(f"{len(entries)} entries verify" + (", each noted head among them" if heads else ""))
    for tip in tips:
        print(f"head: {tip}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    verify(sys.argv[1], sys.argv[2:])
