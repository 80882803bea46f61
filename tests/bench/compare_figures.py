"""How far two noegletal files say the same."""

import csv


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {tuple(row[:5]): row[5].replace(",", ".") for row in list(csv.reader(file, delimiter=";"))[1:]}


def same(one, other):
    if not one or not other:
        return one == other
    try:
        return abs(float(one) - float(other)) <= 2e-6
    except ValueError:
        return one == other


def compare(ours, theirs):
    """(equal, different, only in ours, only in theirs), and examples of what differs."""
    ours, theirs = read(ours), read(theirs)
    both = ours.keys() & theirs.keys()
    different = [key for key in both if not same(ours[key], theirs[key])]
    examples = [(key, ours.get(key), theirs.get(key)) for key in sorted([*different, *(ours.keys() ^ theirs.keys())])]
    return (len(both) - len(different), len(different), len(ours.keys() - both), len(theirs.keys() - both)), examples
