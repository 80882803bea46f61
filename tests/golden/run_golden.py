#!/usr/bin/env python3
"""Runs golden cases: folders that hold a command, the data it reads, and what must come of it.

    run_golden.py [--update] PROGRAM [CASE …]       all cases when none is named

A case folder holds
    command          arguments of aarsrapport, a line a run; they run in the case folder, with an output folder. Lines
                     between may change what stands in that: `remove NAME`, `append NAME TEXT`, or
                     `replace NAME WORD WORD`
    data/            the data folder
    data-from        instead of it: a folder of this repository, such as samples/slagelse
    expected.diag    what it says on stderr: findings, counts per code, the account of rows
    expected.status  the last run's exit status; 0 when the file is missing
    expected.txt     what it says on stdout, where the case is about that
    section          of what it says there only the section with this title; its figures then are not compared
    expected.csv     the noegletal file that it writes, where it writes one
    expected.paper   the case paper that it writes, where the case is about that; its figures then are not
    expected.structure  the tags of the PDF that it writes, with their text, as pdfinfo -struct-text prints them, where the
                     case is about that; its figures then are not
    same-as          names a case whose expected.csv must come out here too: the same data in another form
    expand           `file mark count`: the mark in that file stands for count letters, to keep cases small

--update writes the expectations anew; read the difference before you commit it.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def prepare(case, place):
    """A copy of the case, so that nothing is written beside the originals."""
    copy = place / case.name
    shutil.copytree(case, copy, symlinks=True)
    if (case / "data-from").exists():
        shutil.copytree(HERE.parents[1] / (case / "data-from").read_text().strip(), copy / "data")
    for line in (case / "expand").read_text().splitlines() if (case / "expand").exists() else []:
        name, mark, count = line.split()
        path = copy / name
        path.write_bytes(path.read_bytes().replace(mark.encode(), b"x" * int(count)))
    return copy


def structure(report):
    return subprocess.run(["pdfinfo", "-struct-text", "-enc", "UTF-8", report], capture_output=True, check=True).stdout


def section_of(text, title):
    """From the title, underlined, to the next one."""
    lines = text.decode("utf-8").splitlines(keepends=True)
    titles = [i for i, line in enumerate(lines[1:]) if line.startswith("==") and len(line) == len(lines[i])]
    first = next(i for i in titles if lines[i].strip() == title)
    last = next((i for i in titles if i > first), len(lines))
    return "".join(lines[first:last]).encode("utf-8")


def change_output(output, words):
    """Whether the line was one that changes what stands in the output folder."""
    path = output / words[1]
    if words[0] == "remove":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif words[0] == "append":
        path.write_bytes(path.read_bytes() + " ".join(words[2:]).encode())
    elif words[0] == "replace":
        path.write_bytes(path.read_bytes().replace(words[2].encode(), words[3].encode()))
    return words[0] in ("remove", "append", "replace")


def run(program, case, place):
    """Everything that can be compared, by the name of the file that holds the expectation."""
    output = place / "output"
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    folder = prepare(case, place)
    stdout = stderr = b""
    for arguments in (case / "command").read_text().splitlines():
        if change_output(output, arguments.split()):
            continue
        words = [program, *arguments.split(), "-o", str(output)]
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True)
        stdout += done.stdout
        stderr += done.stderr
    if (case / "section").exists():
        stdout = section_of(stdout, (case / "section").read_text().strip())
    figures = sorted(output.glob("*/noegletal-*.csv"))
    reports = sorted(output.glob("*/*.pdf"))
    papers = sorted(output.glob("*/sagsfremstilling-*.txt"))
    return {
        "expected.diag": stderr.replace(str(output).encode(), b"OUTPUT"),
        "expected.status": b"%d\n" % done.returncode,
        "expected.txt": stdout.replace(str(output).encode(), b"OUTPUT"),
        "expected.csv": figures[0].read_bytes() if figures else b"",
        "expected.paper": papers[0].read_bytes() if papers else b"",
        "expected.structure": structure(reports[0]) if reports and (case / "expected.structure").exists() else b"",
    }


def expectation(case, name):
    """None: the case says nothing about it."""
    if name == "expected.csv" and (case / "same-as").exists():
        return (HERE / (case / "same-as").read_text().strip() / name).read_bytes()
    if (case / name).exists():
        return (case / name).read_bytes()
    return {"expected.diag": b"", "expected.status": b"0\n"}.get(name)


def show_difference(name, wanted, got):
    print(f"--- {name}")
    sys.stdout.flush()
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / word for word in ("expected", "got")]
        for path, data in zip(paths, (wanted, got)):
            path.write_bytes(data)
        subprocess.run(["diff", "-a", "-u", *paths])


def check(program, case):
    with tempfile.TemporaryDirectory(prefix="golden-") as place:
        got = run(program, case, pathlib.Path(place))
    good = True
    for name, data in got.items():
        wanted = expectation(case, name)
        if wanted is not None and wanted != data:
            good = False
            print(f"{case.name}: {name} differs")
            show_difference(name, wanted, data)
    return good


def update(program, case):
    with tempfile.TemporaryDirectory(prefix="golden-") as place:
        got = run(program, case, pathlib.Path(place))
    keep = {"expected.diag": got["expected.diag"], "expected.status": got["expected.status"]}
    if (case / "expected.txt").exists() or "--tekst" in (case / "command").read_text():
        keep["expected.txt"] = got["expected.txt"]
    if (case / "expected.structure").exists():
        keep["expected.structure"] = got["expected.structure"]
    elif (case / "expected.paper").exists():
        keep["expected.paper"] = got["expected.paper"]
    elif got["expected.csv"] and not (case / "same-as").exists() and not (case / "section").exists():
        keep["expected.csv"] = got["expected.csv"]
    for name, data in keep.items():
        (case / name).write_bytes(data)
    if got["expected.status"] == b"0\n":
        (case / "expected.status").unlink()
    return True


def main():
    words = [word for word in sys.argv[1:] if word != "--update"]
    program = str(pathlib.Path(words[0]).resolve())
    cases = [HERE / name for name in words[1:]] or sorted(path.parent for path in HERE.glob("*/command"))
    act = update if "--update" in sys.argv else check
    results = [act(program, case) for case in cases]
    print(f"{sum(results)} of {len(results)} cases as expected" if act is check else f"{len(results)} cases written")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
