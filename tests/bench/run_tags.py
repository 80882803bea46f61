#!/usr/bin/python3
"""What tags cost a report of about 40 pages: time, and bytes, against the same pages without them.

    run_tags.py BENCH_TAGS [ROUNDS]

Exit status 1 when it takes more than three times as long, or is 500 kB or more.
"""

import pathlib
import subprocess
import sys
import tempfile

MOST_TIMES, MOST_BYTES = 3, 500_000


def pages(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:"))


def main():
    with tempfile.TemporaryDirectory(prefix="aarsrapport-bench-") as place:
        files = [pathlib.Path(place, name) for name in ("tagged.pdf", "untagged.pdf")]
        told = subprocess.run([sys.argv[1], *files, *sys.argv[2:3]], capture_output=True, text=True, check=True).stdout
        times = [float(line) for line in told.split()]
        sizes = [path.stat().st_size for path in files]
        print(f"The tags of a PDF of {pages(files[0])} pages (median processor time):")
        for name, path, time, size in zip(("tagged", "untagged"), files, times, sizes):
            print(f"  {name:10} {time:7.1f} ms {size / 1000:6.0f} kB, {pages(path)} pages")
        ratio = times[0] / times[1]
        print(f"  ratio      {ratio:7.2f}    {sizes[0] / sizes[1]:6.2f}")
    return 0 if ratio <= MOST_TIMES and sizes[0] < MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
