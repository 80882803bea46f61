#!/usr/bin/python3
"""Makes every report of every extreme folder and checks its PDF; by hand, as it takes minutes.

Usage: run_extremes.py PROGRAM [NAME...]      Exit status 1 when a report fails or a PDF is at fault.

A PDF must keep PDF/UA-1 and PDF/A-2a (check_pdf.py), be whole (qpdf --check), and have no word outside its page or over
another (check_pages.py). The time of each run is printed, and judged by who reads it.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

if len(sys.argv) > 1:
    os.environ["AARSRAPPORT"] = sys.argv[1]

import check_pages
from check_pdf import PdfCheck
from extreme_folders import EXTREMES, write_extreme
from program import run


def faults_of(path):
    faults = [f"{rule}: {len(places)} times" for rule, places in PdfCheck(path).check().items()]
    whole = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    if whole.returncode != 0:
        faults.append("qpdf: " + whole.stderr.strip())
    return faults + check_pages.check(path)


def check_report(name, data, report, output):
    begun = time.perf_counter()
    done = run(*report, "--data", data, "--output", output)
    seconds = time.perf_counter() - begun
    if done.status != 0:
        print(f"{name}: {' '.join(report)}: status {done.status}\n{done.stderr}")
        return False
    path = max(output.rglob("*.pdf"), key=lambda file: file.stat().st_mtime)
    faults = faults_of(path)
    pages = len(check_pages.read_pages(path))
    print(f"{name}: {' '.join(report)}: {pages} pages, {path.stat().st_size / 1000:.0f} kB, {seconds:.2f} s")
    for fault in faults[:20]:
        print(f"    {fault}")
    return not faults


def main(names):
    good = True
    for name in names or EXTREMES:
        with tempfile.TemporaryDirectory() as folder:
            extreme, reports = EXTREMES[name]
            data = write_extreme(pathlib.Path(folder, "data"), extreme)
            for number, report in enumerate(reports):
                good = check_report(name, data, report, pathlib.Path(folder, str(number))) and good
    return 0 if good else 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    sys.exit(main(sys.argv[2:]))
