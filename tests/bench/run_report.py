#!/usr/bin/python3
"""A whole årsrapport from 10,000 course rows, against pandas + XlsxWriter + reportlab doing the same tables.

    run_report.py PROGRAM [ROUNDS]
"""

import pathlib
import subprocess
import sys
import tempfile

import compare_figures
import measure

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ROWS, YEAR = 10_000, 2024


def describe(folder):
    """What each wrote, so that one can see that it is the same work."""
    name = f"aarsrapport-{YEAR}"
    pages = subprocess.run(["pdfinfo", folder / f"{name}.pdf"], capture_output=True, text=True, check=True).stdout
    pages = next(line.split()[1] for line in pages.splitlines() if line.startswith("Pages:"))
    listed = subprocess.run(["unzip", "-Z1", folder / f"{name}.xlsx"], capture_output=True, text=True, check=True).stdout
    sheets, charts = listed.count("xl/worksheets/sheet"), listed.count("xl/charts/chart")
    return f"{pages} pages, {sheets} sheets, {charts} native charts"


def compare(ours, theirs):
    """Two ways to the same figures: where both have one, it must be the same."""
    name = f"noegletal-{YEAR}.csv"
    (equal, different, ours_only, theirs_only), examples = compare_figures.compare(ours / name, theirs / name)
    print(f"  figures: {equal} the same in both, {different} different, {ours_only} only in the program's (goals), "
          f"{theirs_only} only in Python's")
    if different or theirs_only:
        raise SystemExit("\n".join(map(str, examples[:20])))


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory(prefix="aarsrapport-bench-") as place:
        place = pathlib.Path(place)
        data = place / "data"
        subprocess.run([sys.executable, ROOT / "tools/make_bulk.py", str(ROWS), data], check=True)
        commands = {
            "aarsrapport": [program, "aar", YEAR, "--data", data, "-o", place / "program"],
            "pandas + XlsxWriter + reportlab": [sys.executable, "-B", HERE / "peer_report.py", YEAR, data, place / "peer"],
            "the same Python, tables but no figure file": [sys.executable, "-B", HERE / "peer_report.py", YEAR, data,
                                                           place / "peer", "--tables-only"],
            "the same Python, its imports alone": [sys.executable, "-B", "-c",
                                                   "import pandas, xlsxwriter, reportlab.platypus"],
        }
        results = measure.in_turn(commands, rounds, place / "program")
        print(f"A whole årsrapport, {ROWS} course rows, {rounds} rounds:")
        measure.print_table(results, "aarsrapport")
        print(f"  aarsrapport: {describe(place / 'program' / f'aarsrapport-{YEAR}')}")
        print(f"  Python:      {describe(place / 'peer')}")
        compare(place / "program" / f"aarsrapport-{YEAR}", place / "peer")


if __name__ == "__main__":
    main()
