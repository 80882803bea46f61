#!/usr/bin/python3
"""Pictures of every page of every report of the samples, and of every sheet of the workbooks, with captions.

    tools/make_gallery.py PROGRAM DIR

Runs the program on the samples and writes DIR/*.png and DIR/README.md. A sheet that stands in several workbooks, or once
for each agreement, is shown once. Pages are named by the headings that begin on them, sheets by their names. Needs
poppler-utils, LibreOffice, python3-pikepdf and python3-pil.
"""

import io
import pathlib
import re
import subprocess
import sys
import tempfile

import pikepdf
from PIL import Image

SAMPLES = pathlib.Path(__file__).parent.parent / "samples"
REPORTS = [  # the command, and the workbooks besides the report's own
    (("aar", "2024", "--data", "slagelse"), "Årsrapporten", ("aftaler", "datagrundlag")),
    (("halvaar", "2024-1", "--data", "slagelse"), "Halvårsrapporten", ()),
    (("evaluering", "2025", "--data", "slagelse"), "Evalueringen", ()),
    (("erfaring", "--data", "erfaring-17"), "Erfaringsopsamlingen", ()),
    (("effekt", "--data", "effekt"), "Effekten", ()),
]
PAGE_DPI, PAGE_COLOURS = 50, 20
SHEET_DPI, SHEET_COLOURS = 34, 14
A_ROW = 4


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


def headings_by_page(pdf):
    """page number from 1 -> the titles of the bookmarks that lead to it."""
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        pages = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        found = {}

        def add(items):
            for item in items:
                destination = item.destination if item.destination is not None else item.action.D
                found.setdefault(pages[destination[0].objgen], []).append(str(item.title))
                add(item.children)

        add(outline.root)
        return found, len(document.pages)


def picture(pdf, page, dpi, colours, target):
    raw = run("pdftoppm", "-r", dpi, "-f", page, "-l", page, pdf)
    image = Image.open(io.BytesIO(raw)).quantize(colours, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    image.save(target, "PNG", optimize=True)


def page_pictures(pdf, name, folder):
    headings, count = headings_by_page(pdf)
    for page in range(1, count + 1):
        target = folder / f"{name}-{page:02}.png"
        picture(pdf, page, PAGE_DPI, PAGE_COLOURS, target)
        words = headings.get(page) or ["Forside" if page == 1 else "Indhold" if page == 2 else "fortsat"]
        yield target.name, f"Side {page}: {' · '.join(words)}"


def without_agreement(sheet):
    return re.sub(r"\b[A-Z]+-\d+\b", "", sheet)


def sheet_pictures(workbook, folder, work, shown):
    profile = f"-env:UserInstallation=file://{work}/profile"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, workbook)
    pdf = work / f"{workbook.stem}.pdf"
    for page, sheets in sorted(headings_by_page(pdf)[0].items()):
        if without_agreement(sheets[0]) in shown:
            continue
        shown.add(without_agreement(sheets[0]))
        target = folder / f"{workbook.stem}-ark-{len(shown):02}.png"
        picture(pdf, page, SHEET_DPI, SHEET_COLOURS, target)
        yield target.name, sheets[0]


def table_of(pictures):
    rows = [pictures[i:i + A_ROW] for i in range(0, len(pictures), A_ROW)]
    lines = ["|" + "   |" * A_ROW, "|" + "---|" * A_ROW]
    for row in rows:
        row = row + [("", "")] * (A_ROW - len(row))
        lines.append("| " + " | ".join(f"![{words}]({name})<br>{words}" if name else "" for name, words in row) + " |")
    return "\n".join(lines)


def report(program, words, others, folder, work, shown):
    """Title and pictures of the pages, then of the sheets that were not shown before."""
    run(program, *words[:-1], SAMPLES / words[-1], "--output", work / "output")
    made = max((work / "output").glob("*/*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    yield "Siderne", list(page_pictures(made, made.stem, folder))
    period = made.stem.partition("-")[2]
    for workbook in (made.with_suffix(".xlsx"), *(made.with_name(f"{name}-{period}.xlsx") for name in others)):
        pictures = list(sheet_pictures(workbook, folder, work, shown))
        if pictures:
            yield f"Arkene i {workbook.name}", pictures


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    text = ["# Gallery", "", "Every page of the sample reports, and every sheet of their workbooks; a sheet that several workbooks have,",
            "or that there is one of for each agreement, is shown once. Made by `tools/make-pictures`.", ""]
    shown = set()
    with tempfile.TemporaryDirectory() as work:
        for words, title, others in REPORTS:
            text += [f"## {title}", "", f"`aarsrapport {' '.join(words[:-1])} samples/{words[-1]}`", ""]
            for heading, pictures in report(program, words, others, folder, pathlib.Path(work), shown):
                text += [f"### {heading}", "", table_of(pictures), ""]
    (folder / "README.md").write_text("\n".join(text), encoding="utf-8")


if __name__ == "__main__":
    main()
