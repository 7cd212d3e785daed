#!/usr/bin/env python3
"""Rebuild both texts from comparisons: rebuild-texts.py COMPARISON.json ...

Does what docs/json.md says under «Rebuilding the texts», and prints for each file one
JSON object: the text of every clause of either side, by its address.
"""
import json
import sys


def rebuild(comparison):
    texts = {"old": {}, "new": {}}
    for change in comparison["changes"]:
        words = {"old": "", "new": ""}
        for edit in change["edits"]:
            op = edit["op"]
            if op in ("keep", "delete") or op == "move" and "to" in edit:
                words["old"] += edit.get("old_text", edit["text"])
            if op in ("keep", "insert") or op == "move" and "from" in edit:
                words["new"] += edit["text"]
        for side, text in words.items():
            lines = text.split("\n")
            for clause in change[side + "_clauses"]:
                n = len(clause["lines"])
                texts[side][clause["address"]], lines = "\n".join(lines[:n]), lines[n:]
            assert lines in ([], [""]), change["id"] + ": words beyond the lines of its clauses"
    return texts


if __name__ == "__main__":
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as f:
            print(json.dumps(rebuild(json.load(f)), ensure_ascii=False))
