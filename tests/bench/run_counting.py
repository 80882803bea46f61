#!/usr/bin/python3
"""Reading, checking and counting a large forloeb.csv, against libcsv with empty callbacks on the same file.

    run_counting.py PROGRAM PEER_READ [ROWS …]      1,000,000 and 10,000,000 rows unless told otherwise
"""

import pathlib
import subprocess
import sys
import tempfile

import measure

ROOT = pathlib.Path(__file__).resolve().parents[2]
EMPTY = "libcsv, empty callbacks"


def measure_rows(program, peer_read, rows, place):
    data = place / f"data-{rows}"
    subprocess.run([sys.executable, ROOT / "tools/make_bulk.py", str(rows), data], check=True)
    courses = data / "forloeb.csv"
    commands = {
        EMPTY: [peer_read, courses],
        "tjek: read and check": [program, "tjek", "-q", "--data", data, "-o", place / "out"],
        "aar --tekst: read, check, count, compose": [program, "aar", 2024, "--tekst", "--data", data, "-o", place / "out"],
        "aar: the whole run": [program, "aar", 2024, "--data", data, "-o", place / "out"],
    }
    results = measure.in_turn(commands, 5 if rows <= 1_000_000 else 3, place / "out")
    print(f"{rows} course rows, {courses.stat().st_size / 2**20:.0f} MiB:")
    measure.print_table(results, EMPTY)
    for path in data.iterdir():
        path.unlink()


def main():
    program, peer_read = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    sizes = [int(word) for word in sys.argv[3:]] or [1_000_000, 10_000_000]
    with tempfile.TemporaryDirectory(prefix="aarsrapport-bench-") as place:
        for rows in sizes:
            measure_rows(program, peer_read, rows, pathlib.Path(place))


if __name__ == "__main__":
    main()
