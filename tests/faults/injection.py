"""The ways of making things go wrong, each at every point of a scene: a function of a bench that returns what came of them.

A bench is a scene with the library that makes calls fail and with how dense the points are to be.
"""

import collections
import contextlib
import os
import pathlib
import resource
import shutil
import subprocess
import sys

import fault_shim
from scenes import Loss, VerifyScene, require

Tally = collections.Counter   # points, of, old, new, partly, told, crashed, lost; "call <name>": how many were hit


class Bench:
    def __init__(self, scene, shim, folder, every, memory_points):
        self.scene, self.shim, self.folder = scene, shim, pathlib.Path(folder)
        self.every, self.memory_points = every, memory_points

    def one(self, tally, what, env=None, limits=None, kill=False):
        """A fault, and the next run."""
        scene = self.scene
        scene.restore()
        with self.losses(tally, what):
            outcome = scene.run(env=env, limits=limits)
            state, crashed = scene.check(outcome, kill)
            scene.check_next()
            note(tally, state, crashed, outcome.status)

    @contextlib.contextmanager
    def losses(self, tally, what):
        try:
            yield
        except Loss as loss:
            print(f"LOSS {what}: {loss}", file=sys.stderr, flush=True)
            tally.update(("points", "lost"))


def note(tally, state, crashed, status):
    tally.update({"points": 1, state: 1, "crashed": int(crashed), "told": int(status == 3)})


# ---- At calls ----

def count_calls(bench, on, env):
    path = bench.folder / "count"
    bench.scene.restore()
    outcome = bench.scene.run(env={**bench.shim.environment(on, count=path), **env})
    require(outcome.status == bench.scene.DONE, f"without a fault: {outcome}")
    return int(path.read_text())


def at_calls(bench, on="files", env=None, points=None, **plan):
    """At every call, or at so many points of them."""
    scene, env = bench.scene, env or {}
    of = count_calls(bench, on, env)
    tally = Tally(of=of)
    step = max(1, -(-of // points)) if points else bench.every
    log = bench.folder / "call"
    for at in range(1, of + 1, step):
        log.unlink(missing_ok=True)
        shim = bench.shim.environment(on, at=at, folder=scene.output, log=log, **plan)
        bench.one(tally, f"{plan}, {on} call {at}", env={**shim, **env}, kill=plan["kind"].startswith("kill"))
        tally["call " + (log.read_text() if log.exists() else "not reached")] += 1
    return tally


def at_allocations(bench, **plan):
    return at_calls(bench, "memory", points=bench.memory_points, errno="ENOMEM", **plan)


# ---- Limits of the kernel ----

def address_space(bench):
    """The limit that `ulimit -v` sets, from where the program cannot start to where it has enough."""
    sizes = range(12, 172, bench.every * 4)
    tally = Tally(of=len(sizes))
    for mebibytes in sizes:
        limit = mebibytes << 20

        def limits(limit=limit):
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        bench.scene.restore()
        if bench.scene.run(limits=limits).status != 127:   # else the libraries cannot be loaded: the program has not begun
            bench.one(tally, f"{mebibytes} MiB", limits=limits)
    return tally


def file_sizes(bench):
    sizes = range(0, 200 << 10, bench.every * (2 << 10))
    tally = Tally(of=len(sizes))
    for size in sizes:
        bench.one(tally, f"files of {size} bytes at most",
                  limits=lambda size=size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    return tally


# ---- Small disks ----

@contextlib.contextmanager
def small_disk(place, kibibytes):
    """A disk of that size mounted at the place; None where that is not allowed."""
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", place], capture_output=True,
                             check=False).returncode == 0
    if not mounted:
        print("small disks: skipped, mounting one needs the right to")
    try:
        yield place if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", place], check=True)


def disks(bench):
    """Full disks of many sizes, from one that holds little more than the first version. The next run is made where there is
    room: on the full disk it would fail in the same way."""
    scene = bench.scene
    first = sum(-(-path.stat().st_size // 4096) * 4 for path in scene.saved.rglob("*") if path.is_file()) + 8
    sizes = range(first, first + 800, bench.every * 4)
    tally, roomy = Tally(of=len(sizes)), bench.folder / "roomy"
    for kibibytes in sizes:
        with small_disk(bench.folder / "disk", kibibytes) as disk, bench.losses(tally, f"a disk of {kibibytes} KiB"):
            if not disk:
                return tally
            scene.move_output(disk / "output")
            scene.restore()
            outcome = scene.run()
            state, crashed = scene.check(outcome, False)
            shutil.rmtree(roomy, ignore_errors=True)
            shutil.copytree(scene.output, roomy)
            scene.move_output(roomy)
            scene.check_next()
            note(tally, state, crashed, outcome.status)
    return tally


def temporary_folders(bench):
    """A report needs none; efterproev says that it has no room."""
    verify = VerifyScene(bench.folder / "verified")
    sizes = range(16, 400, bench.every * 32)
    tally = Tally(of=len(sizes))
    for kibibytes in sizes:
        with small_disk(bench.folder / "disk", kibibytes) as disk, \
                bench.losses(tally, f"a temporary folder of {kibibytes} KiB"):
            if not disk:
                return tally
            bench.scene.restore()
            outcome = bench.scene.run(env={"TMPDIR": str(disk)})
            state, crashed = bench.scene.check(outcome, False)
            require(state == "new" and not os.listdir(disk), f"a report needs no temporary folder: {outcome}")
            verify.temporary = disk
            verified = verify.run()
            verify.check(verified, False)
            require(not os.listdir(disk), f"efterproev left something: {verified}")
            note(tally, state, crashed, verified.status)
    return tally


HAS_MEMORY_FAULTS = not fault_shim.HAS_SANITIZERS   # sanitizers have a malloc of their own
