#!/usr/bin/python3
"""Makes everything go wrong that can go wrong while a command writes, once at every point, and counts what came of it.

AARSRAPPORT=program campaign.py [--only PART …] [--jobs N] [--results FOLDER] [--markdown] [--every N] [--memory-points N]

What must hold after each fault and after the next run stands in scenes.py, the ways of failing in injection.py. Prints a line
per kind of fault; exit status 1 when anything was lost. With --results each line is kept in that folder, and what is kept
there of the same program at the same points is not done again: a campaign that was broken off goes on where it was.
--markdown prints all of it in the end as the table of docs/reliability.md.
"""

import argparse
import collections
import concurrent.futures
import functools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))

import fault_shim
import program
from injection import (HAS_MEMORY_FAULTS, Bench, Tally, address_space, at_allocations, at_calls, disks, file_sizes,
                       temporary_folders)
from program import BAD_JOB, LATE_JOB, SAMPLES, sha256
from scenes import AllScene, CheckScene, CompareScene, ReportScene, TemplateScene, VerifyScene

MORE_JOBS = {"job.csv": "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"}
OTHER_JOBS = {"job.csv": "+J2;B2;V1;ordinaert;01-11-2024;;37;unge\n"}
ANSWERS = "aftale_id;aar;spoergsmaal;svar;bemaerkning\nA1;2024;samarbejde;4;\n"


def without_last_row(text):
    return "".join(text.splitlines(keepends=True)[:-1])


# ---- The kinds of fault ----

def calls(kind, errno="", **more):
    return functools.partial(at_calls, kind=kind, errno=errno, **more)


KILLED = {"killed (kill -9) after a call that writes": calls("kill-all")}
FULL = {"from a call on: no space (ENOSPC)": calls("rest", "ENOSPC")}
MAIN = {**KILLED, **FULL, "one call: I/O error (EIO)": calls("one", "EIO")}
NO_MEMORY = {"no memory from an allocation on": functools.partial(at_allocations, kind="rest")}
RARER = {
    "killed before a call that writes": calls("kill-before"),
    "one call: no space": calls("one", "ENOSPC"),
    "from a call on: I/O error": calls("rest", "EIO"),
    "from a call on: read-only (EROFS)": calls("rest", "EROFS"),
    "a write cut short": calls("short"),
    "the output folder vanishes": calls("vanish"),
}
NAMES = {
    "one call that names or flushes: I/O error": calls("one", "EIO", on="names"),
    "killed after a call that names, where there is no renameat2": calls("kill-after", on="names", env={"NO_RENAMEAT2": "1"}),
}
LIMITS = {
    "no thread can be made (EAGAIN), once": calls("one", "EAGAIN", on="threads"),
    "no thread can be made from one on": calls("rest", "EAGAIN", on="threads"),
    "a limit on the size of files, 0–200 KiB": file_sizes,
    "a disk from the first version's size to 800 KiB more (tmpfs)": disks,
    "a folder for temporary files of 16–400 KiB; reports need none, `efterproev` says so": temporary_folders,
}
MEMORY = {
    **NO_MEMORY,
    "one allocation fails": functools.partial(at_allocations, kind="one"),
    "a limit on memory, 12–171 MiB (`ulimit -v`)": address_space,
}


# ---- What runs ----

def report(command, name, changes, **more):
    """A corrected report."""
    return functools.partial(ReportScene, words=command.split(), report=name, changes=changes, **more)


YEAR = report("aar 2024", "aarsrapport-2024", MORE_JOBS)
YEAR_FIRST = report("aar 2024", "aarsrapport-2024", MORE_JOBS, has_first=False)
SCENES = {
    "halvaar": report("halvaar 2024-2", "halvaarsrapport-2024-2", MORE_JOBS),
    "evaluering": report("evaluering 2024", "evaluering-2024", {"evalueringer.csv": ANSWERS.replace(";4;", ";5;")},
                         base={"evalueringer.csv": ANSWERS}),
    "erfaring": report("erfaring", "erfaring", {"svar.csv": without_last_row}, sample=SAMPLES / "erfaring-17"),
    "effekt": report("effekt", "effekt", {"opfoelgninger.csv": without_last_row}, sample=SAMPLES / "effekt"),
    "sammenlign": functools.partial(CompareScene, changes=MORE_JOBS, other_changes=OTHER_JOBS),
    "tjek": functools.partial(CheckScene, changes={"job.csv": "+" + BAD_JOB}, other_changes={"job.csv": "+" + BAD_JOB + LATE_JOB}),
    "skabeloner": TemplateScene,
}

Part = collections.namedtuple("Part", "command scene faults step", defaults=(1,))
PARTS = {   # those that take longest first
    "aar-rarer": Part("aar", YEAR, RARER),
    "alle": Part("alle", functools.partial(AllScene, changes=MORE_JOBS),
                 {**MAIN, "one of its processes killed after a call": calls("kill-after"), **NO_MEMORY}, 3),
    "aar": Part("aar", YEAR, {**MAIN, **NAMES}),
    "aar-memory": Part("aar", YEAR, MEMORY),
    "aar-first": Part("aar, no version before", YEAR_FIRST, {**KILLED, **FULL}),
    "aar-limits": Part("aar", YEAR, LIMITS),
    **{name: Part(name, scene, {**MAIN, **NO_MEMORY}) for name, scene in SCENES.items()},
    "efterproev": Part("efterproev", VerifyScene, {**KILLED, **FULL, **NO_MEMORY}),
}
COLUMNS = ("old", "new", "partly", "told", "crashed", "lost")


# ---- Results ----

class Results:
    """What has been done with this program at so dense points, a line of JSON each, in a file per part; without a folder in
    memory alone."""

    def __init__(self, folder, points):
        self.folder = pathlib.Path(folder) if folder else None
        self.made = {"program": sha256(pathlib.Path(program.PROGRAM)), **points}
        self.lines = []
        for part in PARTS if folder else ():
            path = self.folder / f"{part}.jsonl"
            lines = map(json.loads, path.read_text(encoding="utf-8").splitlines() if path.exists() else ())
            self.lines += [line for line in lines if line.get("made") == self.made]

    def has(self, part, fault):
        return any((line["part"], line["fault"]) == (part, fault) for line in self.lines)

    def add(self, part, fault, tally, seconds):
        line = {"made": self.made, "part": part, "fault": fault, "seconds": round(seconds), **tally}
        self.lines.append(line)
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)
            with open(self.folder / f"{part}.jsonl", "a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        print(f"{part:<11} {fault:<60.60} {tally['points']:>5} of {tally['of']:<6} "
              + " ".join(f"{tally[name]:>4} {name}" for name in COLUMNS) + f"  {seconds:.0f} s", flush=True)

    def total(self):
        return sum((Tally({key: value for key, value in line.items() if isinstance(value, int)}) for line in self.lines), Tally())

    def say_total(self):
        total = self.total()
        hit = sorted(((count, name[5:]) for name, count in total.items() if name.startswith("call ")), reverse=True)
        print(f"\n{total['points']} points in {total['seconds']} seconds: {total['lost']} lost, {total['crashed']} crashes; the "
              f"old stayed {total['old']} times, the new came {total['new']} times, a part of it {total['partly']} times; "
              f"{total['told']} times status 3 and a reason")
        print("Calls hit: " + ", ".join(f"{name} {count}" for count, name in hit) + ".")

    def say_markdown(self):
        print("| command | fault | points | old stayed | new came | part of it | status 3 and a reason | crashes | lost |")
        print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
        for part in PARTS:
            for line in self.lines:
                if line["part"] == part:
                    cells = " | ".join(str(line.get(name, 0)) for name in COLUMNS)
                    print(f"| {PARTS[part].command} | {line['fault']} | {line['points']} of {line['of']} | {cells} |")


# ---- Running ----

def run_part(name, results, every, memory_points):
    """What of the part has not been done before."""
    part, shim = PARTS[name], fault_shim.FaultShim()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-faults-"))
    try:
        for number, (fault, inject) in enumerate(part.faults.items()):
            is_memory = getattr(inject, "func", inject) in (at_allocations, address_space)
            if results.has(name, fault) or (is_memory and not HAS_MEMORY_FAULTS):
                continue
            scene = part.scene(folder / str(number))
            begun = time.monotonic()
            tally = inject(Bench(scene, shim, folder, every * part.step, memory_points))
            results.add(name, fault, tally, time.monotonic() - begun)
            shutil.rmtree(folder / str(number))
    finally:
        shim.close()
        shutil.rmtree(folder, ignore_errors=True)


def run_side_by_side(names, arguments):
    """Each part in a process of its own, so many at a time."""
    def run_alone(name):
        command = [sys.executable, "-B", __file__, "--only", name, "--results", arguments.results, "--every",
                   str(arguments.every), "--memory-points", str(arguments.memory_points), "--quiet"]
        if subprocess.run(command, check=False).returncode not in (0, 1):
            raise SystemExit(f"{name}: the campaign itself failed")
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        list(pool.map(run_alone, names))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, help="only every so manieth point")
    parser.add_argument("--memory-points", type=int, default=200, help="how many allocations fail, evenly spread")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--jobs", type=int, default=1, help="so many parts at a time")
    parser.add_argument("--results", help="a folder that keeps what has been done")
    parser.add_argument("--markdown", action="store_true", help="print a table in the end")
    parser.add_argument("--quiet", action="store_true", help="no total")
    arguments = parser.parse_args()
    points = {"every": arguments.every, "memory_points": arguments.memory_points}
    names = arguments.only or list(PARTS)
    with tempfile.TemporaryDirectory() as unnamed:
        if arguments.jobs > 1:
            arguments.results = arguments.results or unnamed
            run_side_by_side(names, arguments)
        results = Results(arguments.results, points)
        for name in names if arguments.jobs <= 1 else ():
            run_part(name, results, **points)
    if arguments.markdown:
        results.say_markdown()
    if not arguments.quiet:
        results.say_total()
    sys.exit(1 if results.total()["lost"] else 0)


if __name__ == "__main__":
    main()
