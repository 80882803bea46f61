#!/usr/bin/python3
"""Coverage of lines and branches by stage, from gcovr's JSON; exit status 1 when a floor is not reached.

coverage_by_stage.py FILE.json
"""

import collections
import json
import pathlib
import sys

STAGES = ("base", "domain", "input", "figures", "compare", "document", "protect", "layout", "render", "publish", "main",
          "all")

# Of branches, in per cent. What the municipality relies on most has the higher one.
FLOORS = {"all": 90, "input": 95, "figures": 95, "protect": 95, "publish": 95}


def stage_of(path):
    parts = pathlib.PurePath(path).parts
    return parts[1] if len(parts) > 2 else "main"


def count(files):
    """Stage → [lines, of these run, branches, of these taken]."""
    counts = collections.defaultdict(lambda: [0, 0, 0, 0])
    for file in files:
        lines = [line for line in file["lines"] if not line.get("gcovr/noncode")]
        branches = [branch for line in lines for branch in line["branches"]]
        found = (len(lines), sum(line["count"] > 0 for line in lines),
                 len(branches), sum(branch["count"] > 0 for branch in branches))
        for stage in (stage_of(file["file"]), "all"):
            counts[stage] = [a + b for a, b in zip(counts[stage], found)]
    return counts


def percent(taken, total):
    return 100 * taken / total if total else 100.0


def main(path):
    counts = count(json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["files"])
    low = []
    print(f"{'stage':10} {'lines':>7} {'run':>7} {'branches':>9} {'taken':>7}  at least")
    for stage in STAGES:
        lines, run, branches, taken = counts[stage]
        floor = FLOORS.get(stage)
        print(f"{stage:10} {lines:7} {percent(run, lines):6.1f}% {branches:9} {percent(taken, branches):6.1f}%"
              + (f"{floor:8}%" if floor else ""))
        if floor and percent(taken, branches) < floor:
            low.append(stage)
    if low:
        print(f"coverage: branches below what is asked for: {', '.join(low)}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
