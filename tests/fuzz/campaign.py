#!/usr/bin/python3
"""Runs the fuzz targets, each a given number of times, and prints how many runs there were and what was found.

campaign.py FOLDER [--runs N] [--corpus DIR] [TARGET…]    FOLDER has the programs (build/fuzz/tests/fuzz)

Seeds are the samples, the golden cases and what is kept in tests/fuzz/corpus. With --corpus what is learnt stays in
DIR/<target> for the next time. A target that finds something leaves the input in the current folder: exit status 1.
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PIECE = 800   # bytes of a seed: enough for a header and some rows, and quick
TABLE_NUMBERS = 24   # at least as many as there are tables

Target = collections.namedtuple("Target", "seeds most")


def files(*patterns):
    return [path for pattern in patterns for path in sorted(ROOT.glob(pattern)) if path.is_file()]


def plain(*patterns):
    """The files themselves."""
    return [path.read_bytes()[:PIECE] for path in files(*patterns)]


def tables():
    """Files of tables, each with every byte before it that may say which table it is: fuzzing keeps those that tell
    most. The sample has every table; the golden cases have their faults."""
    found = [path.read_bytes()[:PIECE] for path in files("samples/slagelse/*.csv", "tests/golden/cycle-*/data/*.csv")]
    return [bytes([number]) + content for content in found for number in range(TABLE_NUMBERS)]


def cells():
    """Every distinct cell of the golden cases."""
    return sorted({cell for path in files("tests/golden/*/data/*.csv")
                   for cell in re.split(rb"[;\r\n]", path.read_bytes()) if cell})


def placeholders():
    return sorted({found for path in files("samples/*/tekster/**/*.md", "tests/golden/*/data/tekster/**/*.md")
                   for found in re.findall(rb"\{\{(.*?)\}\}", path.read_bytes())})


TARGETS = {
    "folder": Target(lambda: [], 256),
    "table": Target(tables, PIECE + 1),
    "values": Target(cells, 64),
    "codes": Target(lambda: plain("tests/golden/*/data/koder.csv", "input-templates/koder.csv"), PIECE),
    "settings": Target(lambda: plain("samples/*/rapport.ini", "tests/golden/*/data/rapport.ini"), PIECE),
    "narrative": Target(lambda: [b"\0" + text for text in plain("samples/*/tekster/**/*.md",
                                                               "tests/golden/*/data/tekster/**/*.md")], PIECE),
    "placeholder": Target(placeholders, 160),
    "logo": Target(lambda: [path.read_bytes() for path in files("samples/*/*.png", "tests/golden/*/data/*.png")], 8192),
    "manifest": Target(lambda: [], 4 * PIECE),
    "printed_figures": Target(lambda: [], PIECE),
}


def write_seeds(target, folder):
    folder.mkdir(parents=True, exist_ok=True)
    kept = [path.read_bytes() for path in files(f"tests/fuzz/corpus/{target}/*")]
    for number, content in enumerate(TARGETS[target].seeds() + kept):
        (folder / f"seed-{number:04}").write_bytes(content)


def fuzz(program, target, corpus, runs, seed):
    """The number of runs, and whether nothing was found."""
    command = [program, f"-runs={runs}", f"-max_len={TARGETS[target].most}", "-entropic=0", f"-seed={seed}",
               "-rss_limit_mb=4096", "-timeout=60", f"-artifact_prefix=fuzz-{target}-", corpus]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    text = done.stdout.decode("utf-8", "replace")
    found = re.search(r"^Done (\d+) runs", text, re.M)
    if done.returncode != 0 or not found:
        print(text[-6000:], file=sys.stderr)
    return int(found.group(1)) if found else 0, done.returncode == 0 and found is not None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    arguments = parser.parse_intermixed_args()
    folder = arguments.folder.resolve()
    built = [name for name in TARGETS if (folder / f"fuzz_{name}").exists()]
    good = True
    with tempfile.TemporaryDirectory(prefix="aarsrapport-fuzz-") as temporary:
        for target in arguments.targets or built:
            corpus = (arguments.corpus or pathlib.Path(temporary)) / target
            write_seeds(target, corpus)
            runs, clean = fuzz(folder / f"fuzz_{target}", target, corpus, arguments.runs, arguments.seed)
            print(f"fuzz_{target:<16} {runs:>9} runs  {'nothing found' if clean else 'FOUND SOMETHING'}", flush=True)
            good = good and clean
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
