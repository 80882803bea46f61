#!/usr/bin/python3
"""Makes everything go wrong that can go wrong while a report is written, once at every point, and counts what came of it.

AARSRAPPORT=program campaign.py [--every N] [--others N] [--memory-points N]

--every: only every so manieth point. --others: of the kinds of fault that differ little from a kill after each call, a full
disk from each call on and an I/O error at each call, only every so manieth of these.

After each fault: the report in place is whole (efterproev says so) and is the old or the new one; the old one is there,
whole, in exactly one place; the status is 0 or 3 (or the kill that was injected); status 3 has a Danish line that says why.
After the next run: nothing hidden is left, and the old one is the first version. Prints a line per kind of fault; exit
status 1 when anything was lost.
"""

import argparse
import collections
import contextlib
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))

import fault_shim
import program
from program import run, tree, write_folder

NAME = "aarsrapport-2024"
MORE_JOBS = "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"
KILLED = -9
IGNORED = {"tjek"}
PARTS = ("files", "threads", "memory", "file_sizes", "disks", "temporary_folder", "verification")

Tally = collections.Counter


class Loss(Exception):
    """Something that must never happen."""


def require(holds, what):
    if not holds:
        raise Loss(what)


@contextlib.contextmanager
def small_disk(place, kibibytes):
    """A disk of that size mounted at the place; None where that is not allowed."""
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", place], capture_output=True,
                             check=False).returncode == 0
    try:
        yield place if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", place], check=True)


class Scene:
    """A data folder, and an output folder as it is before each fault: with a first version that no longer fits the
    data, or empty."""

    def __init__(self, folder, has_first):
        self.data, self.output, self.saved = folder / "data", folder / "output", folder / "saved"
        self.gone = folder / "output.borte"
        self.report = self.output / NAME
        write_folder(self.data)
        self.saved.mkdir()
        self.first = None
        if has_first:
            self.make_first()
        write_folder(self.data, {"job.csv": MORE_JOBS})

    def make_first(self):
        require(self.run().status == 0, "the first version")
        (self.report / "egen.txt").write_text("the user's own")
        self.first = tree(self.report)
        self.saved.rmdir()
        shutil.move(self.output, self.saved)

    def run(self, env=None, limits=None):
        return run("aar", "2024", "--data", self.data, "-o", self.output, "-q", env=env, limits=limits)

    def restore(self):
        shutil.rmtree(self.gone, ignore_errors=True)
        self.output.mkdir(exist_ok=True)
        for entry in self.output.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        for entry in self.saved.iterdir():
            shutil.copytree(entry, self.output / entry.name)

    def come_back(self):
        """Of a folder that was moved away: it is put back, as one does who plugs a drive in again."""
        if self.gone.exists():
            shutil.rmtree(self.output, ignore_errors=True)
            shutil.move(self.gone, self.output)

    def names(self):
        return sorted(set(os.listdir(self.output)) - IGNORED - {program.KEPT})

    def require_first(self):
        """The first version is whole, with the user's file, in exactly one place: returns which."""
        if self.first is None:
            return None
        places = [path for path in self.output.iterdir() if path.is_dir() and tree(path) == self.first]
        require(len(places) == 1, f"the first version stands in {len(places)} places: {sorted(tree(self.output))}")
        return places[0]

    def require_whole(self, folder):
        outcome = run("efterproev", folder, "-q")
        only_own = [line for line in outcome.stdout.splitlines()
                    if line not in ("Hører ikke til rapporten: egen.txt", "Én ting er ikke, som den skal være.")]
        require(outcome.status in (0, 1) and not only_own, f"{folder.name} is not whole: {outcome}")

    def check(self, outcome, kill):
        """What came of a fault: "old" or "new", and whether the process crashed."""
        if self.gone.exists() and self.report.exists() and outcome.status == 0:   # gone at once: it is made anew
            self.require_whole(self.report)
            self.come_back()
            self.require_first()
            return "new", False
        self.come_back()
        crashed = outcome.status < 0 and not (kill and outcome.status == KILLED)
        require(crashed or outcome.status in ((KILLED, 0, 3) if kill else (0, 3)), f"status {outcome.status}: {outcome.stderr}")
        if outcome.status == 3:
            require(re.fullmatch(r"aarsrapport: .*\.\n", outcome.stderr), f"not one line that says why: {outcome.stderr!r}")
        place = self.require_first()
        if self.report.exists():
            self.require_whole(self.report)
        is_new = self.report.exists() and place != self.report
        require(outcome.status != 0 or is_new, f"status 0 and no new report: {outcome.stderr}")
        return "new" if is_new else "old", crashed

    def check_next(self):
        """The next run puts everything right."""
        outcome = self.run()
        require(outcome.status == 0, f"the next run: {outcome}")
        hidden = [name for name in self.names() if name.startswith(".")]
        require(not hidden, f"left behind: {hidden}")
        unfinished = [path for path in (self.output / program.KEPT).rglob("*under-arbejde*")]
        require(not unfinished, f"left behind: {unfinished}")
        self.require_whole(self.report)
        if self.first is not None:
            require(self.require_first().name == f"{NAME}.version-1", "the first version is not version 1")
        for path in self.output.glob(f"{NAME}.version-*"):
            self.require_whole(path)


class Campaign:
    def __init__(self, every, others, memory_points):
        self.every, self.others, self.memory_points = every, others, memory_points
        self.lines, self.losses, self.hit = [], [], Tally()
        self.shim = fault_shim.FaultShim()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-faults-"))
        self.scenes = {}

    def close(self):
        self.shim.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def scene(self, has_first=True):
        if has_first not in self.scenes:
            self.scenes[has_first] = Scene(self.folder / ("again" if has_first else "first"), has_first)
        return self.scenes[has_first]

    def count(self, scene, on, env):
        """How many calls there are."""
        path = self.folder / "count"
        scene.restore()
        outcome = scene.run(env={**self.shim.environment(on, count=path), **env})
        require(outcome.status == 0, f"without a fault: {outcome}")
        return int(path.read_text())

    def one(self, scene, tally, what, env=None, limits=None, kill=False):
        scene.restore()
        try:
            outcome = scene.run(env=env, limits=limits)
            state, crashed = scene.check(outcome, kill)
            scene.check_next()
        except Loss as loss:
            self.lose(tally, what, loss)
            return
        tally["points"] += 1
        tally[state] += 1
        tally["crashes"] += crashed
        tally["status 3"] += outcome.status == 3

    def report(self, name, tally, of):
        line = (f"{name:<54} {tally['points']:>6} of {of:<6} {tally['old']:>6} old {tally['new']:>6} new "
                f"{tally['status 3']:>6} told {tally['crashes']:>5} crashed {tally['losses']:>4} lost")
        print(line, flush=True)
        self.lines.append((tally, line))

    def at_calls(self, name, on, points=None, others=1, has_first=True, env=None, **plan):
        scene, tally = self.scene(has_first), Tally()
        env = env or {}
        of = self.count(scene, on, env)
        step = max(1, -(-of // points)) if points else self.every * others
        kill = plan.get("kind", "").startswith("kill")
        for at in range(1, of + 1, step):
            log = self.folder / "call"
            log.unlink(missing_ok=True)
            shim = self.shim.environment(on, at=at, folder=scene.output, log=log, **plan)
            self.one(scene, tally, f"{name}, call {at}", env={**shim, **env}, kill=kill)
            self.hit[log.read_text() if log.exists() else "not reached"] += 1
        self.report(name, tally, of)

    def files(self):
        for name, kind, error in (("killed after a call", "kill-after", ""),
                                  ("from a call on: no space (ENOSPC)", "rest", "ENOSPC"),
                                  ("one call: I/O error (EIO)", "one", "EIO")):
            self.at_calls(name, "files", kind=kind, errno=error)
        for name, kind, error in (("killed before a call", "kill-before", ""), ("one call: no space", "one", "ENOSPC"),
                                  ("from a call on: I/O error", "rest", "EIO"),
                                  ("from a call on: read-only (EROFS)", "rest", "EROFS"),
                                  ("a write cut short", "short", ""), ("the output folder vanishes", "vanish", "")):
            self.at_calls(name, "files", others=self.others, kind=kind, errno=error)
        self.at_calls("killed after a call, the first version", "files", others=self.others, has_first=False,
                      kind="kill-after")
        self.at_calls("from a call on: no space, the first version", "files", others=self.others, has_first=False,
                      kind="rest", errno="ENOSPC")
        self.at_calls("killed after a call that names, no renameat2", "names", kind="kill-after", env={"NO_RENAMEAT2": "1"})

    def threads(self):
        for kind in ("one", "rest"):
            self.at_calls(f"no thread (EAGAIN), {kind}", "threads", kind=kind, errno="EAGAIN")

    def memory(self):
        if fault_shim.HAS_SANITIZERS:
            print("memory: not under the sanitizers, which have a malloc of their own")
            return
        for kind in ("rest", "one"):
            name = "one allocation fails" if kind == "one" else "no memory from an allocation on"
            self.at_calls(name, "memory", points=self.memory_points, kind=kind, errno="ENOMEM")
        self.address_space()

    def address_space(self):
        """The limit that `ulimit -v` sets, from where the program cannot start to where it has enough."""
        scene, tally = self.scene(), Tally()
        sizes = range(12, 172, self.every * 4)
        for mebibytes in sizes:
            limit = mebibytes << 20
            scene.restore()
            probe = scene.run(limits=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
            if probe.status == 127:   # the libraries cannot be loaded: the program has not begun
                continue
            self.one(scene, tally, f"{mebibytes} MiB", limits=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        self.report("a limit on memory, 12–171 MiB (RLIMIT_AS)", tally, len(sizes))

    def verify(self, scene, temporary, env=None):
        return run("efterproev", scene.report, "--data", self.folder / "verified", "-q",
                   env={"TMPDIR": str(temporary), **(env or {})})

    def verification(self):
        """efterproev touches nothing, and what it leaves when it is killed is gone after the next time."""
        scene, temporary = self.scene(), self.folder / "temporary"
        temporary.mkdir()
        write_folder(self.folder / "verified")
        scene.restore()
        (scene.report / "egen.txt").unlink()
        before, count = tree(scene.output), self.folder / "count"
        outcome = self.verify(scene, temporary, self.shim.environment("files", count=count))
        require(outcome.status == 0, f"without a fault: {outcome}")
        of = int(count.read_text())
        for name, plan in (("efterproev killed after a call", {"kind": "kill-after"}),
                           ("efterproev, from a call on: no space", {"kind": "rest", "errno": "ENOSPC"})):
            tally = Tally()
            for at in range(1, of + 1, self.every * self.others):
                self.verify_once(scene, temporary, before, tally, f"{name}, call {at}",
                                 self.shim.environment("files", at=at, **plan))
            self.report(name, tally, of)

    def verify_once(self, scene, temporary, before, tally, what, env):
        try:
            outcome = self.verify(scene, temporary, env)
            require(outcome.status in (KILLED, 0, 3), f"status {outcome.status}: {outcome}")
            require(outcome.status != 3 or outcome.stderr.startswith("aarsrapport: "), f"no reason given: {outcome}")
            require(tree(scene.output) == before, "the report was touched")
            again = self.verify(scene, temporary)
            require(again.status == 0 and not os.listdir(temporary), f"the next time: {again} {os.listdir(temporary)}")
        except Loss as loss:
            self.lose(tally, what, loss)
            return
        tally.update({"points": 1, "old": 1, "status 3": int(outcome.status == 3)})

    def lose(self, tally, what, loss):
        self.losses.append(f"{what}: {loss}")
        print(f"LOSS {what}: {loss}", file=sys.stderr, flush=True)
        tally["losses"] += 1

    def temporary_folder(self):
        """A report needs none; efterproev says that it has no room."""
        scene, tally = self.scene(), Tally()
        write_folder(self.folder / "verified")
        sizes = range(16, 400, self.every * 32)
        for kibibytes in sizes:
            with small_disk(self.folder / "disk", kibibytes) as disk:
                if not disk:
                    print("full folders for temporary files: skipped, mounting a small disk needs the right to")
                    return
                scene.restore()
                try:
                    outcome = scene.run(env={"TMPDIR": str(disk)})
                    state, crashed = scene.check(outcome, False)
                    require(state == "new" and not os.listdir(disk), f"a report needs no temporary folder: {outcome}")
                    scene.restore()
                    (scene.report / "egen.txt").unlink()
                    verified = self.verify(scene, disk)
                    require(verified.status in (0, 3) and not os.listdir(disk), f"efterproev: {verified}")
                except Loss as loss:
                    self.lose(tally, f"a temporary folder of {kibibytes} KiB", loss)
                    continue
                tally.update({"points": 1, state: 1, "crashes": int(crashed), "status 3": int(verified.status == 3)})
        self.report("a folder for temporary files of 16–400 KiB (tmpfs)", tally, len(sizes))

    def file_sizes(self):
        scene, tally = self.scene(), Tally()
        sizes = range(0, 200 << 10, self.every * (2 << 10))
        for size in sizes:
            self.one(scene, tally, f"files of {size} bytes at most",
                     limits=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        self.report("a limit on the size of files (RLIMIT_FSIZE)", tally, len(sizes))

    def disks(self):
        """Full disks of many sizes, from one that holds nothing more than the first version."""
        scene, tally = self.scene(), Tally()
        first = sum(-(-path.stat().st_size // 4096) * 4 for path in scene.saved.rglob("*") if path.is_file()) + 8
        sizes = range(first, first + 800, self.every * 4)
        for kibibytes in sizes:
            with small_disk(self.folder / "disk", kibibytes) as disk:
                if not disk:
                    print("full disks: skipped, mounting a small disk needs the right to")
                    return
                self.on_disk(scene, disk, tally, kibibytes)
        self.report(f"a disk of {first}–{first + 800} KiB (tmpfs)", tally, len(sizes))

    def on_disk(self, scene, disk, tally, kibibytes):
        inside = Scene.__new__(Scene)
        inside.__dict__.update(scene.__dict__)
        inside.output, inside.gone = disk / "output", disk / "output.borte"
        inside.report = inside.output / NAME
        self.one_on_disk(inside, tally, f"a disk of {kibibytes} KiB")

    def one_on_disk(self, scene, tally, what):
        """The next run is made where there is room: on the full disk it would fail in the same way."""
        scene.restore()
        try:
            outcome = scene.run()
            state, crashed = scene.check(outcome, False)
            roomy = self.folder / "roomy"
            shutil.rmtree(roomy, ignore_errors=True)
            shutil.copytree(scene.output, roomy)
            scene.output, scene.report = roomy, roomy / NAME
            scene.check_next()
        except Loss as loss:
            self.lose(tally, what, loss)
            return
        tally.update({"points": 1, state: 1, "crashes": int(crashed), "status 3": int(outcome.status == 3)})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, help="only every so manieth point")
    parser.add_argument("--others", type=int, default=1)
    parser.add_argument("--memory-points", type=int, default=400, help="how many allocations fail, evenly spread")
    parser.add_argument("--only", help="one of the parts: " + ", ".join(PARTS))
    arguments = parser.parse_args()
    campaign = Campaign(arguments.every, arguments.others, arguments.memory_points)
    try:
        for part in [arguments.only] if arguments.only else PARTS:
            getattr(campaign, part)()
    finally:
        campaign.close()
    print("\ncalls hit: " + ", ".join(f"{name} {count}" for name, count in campaign.hit.most_common()))
    total = sum((tally for tally, _ in campaign.lines), Tally())
    print(f"{total['points']} points injected: {total['losses']} losses, {total['crashes']} crashes; the old report stayed "
          f"{total['old']} times, the new one came {total['new']} times, {total['status 3']} times with status 3 and a reason")
    sys.exit(1 if campaign.losses else 0)


if __name__ == "__main__":
    main()
