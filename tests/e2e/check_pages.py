#!/usr/bin/python3
"""Checks how the words of a PDF stand: inside their page, and none over another.

Usage: check_pages.py FILE.pdf...      Prints the words that do not; exit status 1 when there are any.

pdftotext tells the box of every word; a word's box is as high as its type, so that two lines that are set solid do not
overlap, and words that do are hard to read.
"""

import collections
import re
import subprocess
import sys

MARGIN = 20        # points to the edge of the page: nothing is meant to stand nearer
SIDE_BY_SIDE = 1.0  # points that boxes may overlap by across, as kerning does
CLOSE_LINES = 0.3   # of the lower box that boxes may overlap by downwards: raised note marks do

Word = collections.namedtuple("Word", "left top right bottom text")
Page = collections.namedtuple("Page", "width height words")


def read_pages(path):
    text = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for part in text.split("<page ")[1:]:
        width, height = (float(number) for number in re.match(r'width="([\d.]+)" height="([\d.]+)"', part).groups())
        words = [Word(*map(float, found[:4]), found[4]) for found in re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', part)]
        pages.append(Page(width, height, words))
    return pages


def outside(page):
    return [word for word in page.words if word.left < MARGIN or word.top < MARGIN or
            word.right > page.width - MARGIN or word.bottom > page.height - MARGIN]


def overlap(a, b):
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > SIDE_BY_SIDE and down > CLOSE_LINES * min(a.bottom - a.top, b.bottom - b.top)


def over_each_other(page):
    words = sorted(page.words, key=lambda word: word.top)
    found = []
    for i, word in enumerate(words):
        for other in words[i + 1:]:
            if other.top >= word.bottom:
                break
            if overlap(word, other):
                found.append((word, other))
    return found


def check(path):
    """What stands wrong, as lines that name the page."""
    faults = []
    for number, page in enumerate(read_pages(path), 1):
        faults += [f"side {number}: {word.text!r} outside the page" for word in outside(page)]
        faults += [f"side {number}: {a.text!r} over {b.text!r}" for a, b in over_each_other(page)]
    return faults


def main(paths):
    status = 0
    for path in paths:
        for fault in check(path):
            print(f"{path}: {fault}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
