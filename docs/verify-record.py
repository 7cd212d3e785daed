#!/usr/bin/env python3
"""Verify an exported record without conceptdiff: verify-record.py FILE [HEAD ...]

Checks what docs/record.md lays down, save the rights of members; signatures by
ssh-keygen, where it is installed. HEAD is a hash noted in the minutes.
Standard library only.
"""
import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile


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


def refers(entry):
    """The digest of the words that an entry is about."""
    says = entry["says"]
    for key in ("on", "from", "old"):
        if key in says:
            return says[key]["digest"]
    return says.get("digest", "")


def armoured(text):
    """Whether a signature is written in its one form, as ssh-keygen writes it."""
    lines = text.split("\n")
    body = base64.b64encode(base64.b64decode("".join(lines[1:-2]), validate=True)).decode()
    wrapped = [body[i:i + 70] for i in range(0, len(body), 70)]
    return lines == ["-----BEGIN SSH SIGNATURE-----", *wrapped, "-----END SSH SIGNATURE-----", ""]


def signature_fits(signature):
    """Whether OpenSSH takes a signature for that of its key under its entry."""
    with tempfile.TemporaryDirectory() as folder:
        signers, text = os.path.join(folder, "signers"), os.path.join(folder, "text")
        for path, content in ((signers, "someone " + signature["key"] + "\n"), (text, signature["text"])):
            with open(path, "w", encoding="utf-8", newline="\n") as f:
                f.write(content)
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "someone", "-n", "conceptdiff-record", "-s", text],
            input=(signature["entry"] + "\n").encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return done.returncode == 0


def verify(path, heads):
    with open(path, encoding="utf-8", newline="\n") as f:
        raw = f.read().split("\n")
    lines = [json.loads(line) for line in raw if line]
    if raw[-1] or [canonical(line).decode() for line in lines] != raw[:-1]:
        sys.exit("altered: a line is not in its one form")
    header, entries = lines[0], [x for x in lines[1:] if "entry" in x]
    signatures = [x["signature"] for x in lines[1:] if "signature" in x]
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
        if entry["refers"] != refers(entry):
            sys.exit(f"{where}: it refers to other words than those it is about")
        for a in anchors(entry["says"]):
            if sha256(a["quote"].encode()) != a["digest"] and not a["quote"].endswith(" […]"):
                sys.exit(f"{where}: the quotation of {a['address']} was altered")
        seq[hash_] = entry["seq"]
        named.update(entry["before"])
    tips = sorted(set(seq) - named)
    if (len(entries), len(signatures), tips) != (header["entries"], header["signatures"], header["tips"]):
        sys.exit("cut short, or entries or signatures were taken out")
    if len(lines) != 1 + len(entries) + len(signatures):
        sys.exit("altered: a line is neither an entry nor a signature")
    checked = shutil.which("ssh-keygen") is not None
    for s in signatures:
        if s["entry"] not in seq or not armoured(s["text"]) or checked and not signature_fits(s):
            sys.exit(f"a signature under {s['entry'][:12]} does not fit")
    for head in heads:
        if head not in seq:
            sys.exit(f"no entry has the hash {head}")
    texts = sum(line["entry"]["kind"] == "revision" for line in entries)
    print(f"{len(entries) - texts} entries verify" + (", each noted head among them" if heads else ""))
    print(f"digests of {texts} stored texts verify")
    if signatures:
        print(f"{len(signatures)} signatures " + ("fit" if checked else "were not checked: ssh-keygen is not installed"))
    for tip in tips:
        print(f"head: {tip}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        verify(sys.argv[1], sys.argv[2:])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as wrong:
        sys.exit(f"not a record, or altered: {wrong!r}")
