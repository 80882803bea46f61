"""Measuring whole processes: time on the clock and of the processors, largest resident memory; in turn, with medians."""

import collections
import os
import shutil
import statistics
import subprocess
import tempfile
import time

Measured = collections.namedtuple("Measured", "seconds processor mebibytes")


def run(command):
    """One run of the command, which must succeed: what it took."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            raise SystemExit(f"{command[0]} ended with {process.returncode}:\n{errors.read().decode()[-2000:]}")
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def run_fresh(command, output):
    """One run of the command, with nothing in the folder that it writes to: a rerun without a change does no work."""
    if output in command:
        shutil.rmtree(output, ignore_errors=True)
    return run(command)


def in_turn(commands, rounds, output=None):
    """Runs every command once a round, so that what slows the machine slows all; name -> list of Measured."""
    for command in commands.values():
        run_fresh(command, output)   # warms the file cache
    results = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            results[name].append(run_fresh(command, output))
    return results


def median(results):
    return Measured(statistics.median(one.seconds for one in results), statistics.median(one.processor for one in results),
                    max(one.mebibytes for one in results))


def print_table(results, base):
    """A line per command; ratios are to `base`, above 1 when slower than it. The time of the processors counts all
    threads and no waiting for the disk, and is the steadier of the two on a busy machine."""
    print(f"  {'':42} {'median':>9} {'lowest':>9} {'ratio':>6} {'processors':>11} {'ratio':>6} {'memory':>9}")
    reference = median(results[base])
    for name, runs in results.items():
        middle = median(runs)
        lowest = min(one.seconds for one in runs)
        print(f"  {name:42} {middle.seconds:7.3f} s {lowest:7.3f} s {middle.seconds / reference.seconds:6.2f} "
              f"{middle.processor:9.3f} s {middle.processor / reference.processor:6.2f} {middle.mebibytes:5.0f} MiB")
