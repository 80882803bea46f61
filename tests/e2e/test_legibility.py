#!/usr/bin/python3
"""Words in the reports can be read: their contrast to what is painted behind them, and their size in charts."""

import unittest

import pikepdf

from check_workbook import contrast
from program import SAMPLES, ProgramTest, run

REPORTS = (("aar", "2024", "--data", "slagelse"), ("halvaar", "2024-1", "--data", "slagelse"),
           ("evaluering", "2025", "--data", "slagelse"), ("erfaring", "--data", "erfaring-17"),
           ("effekt", "--data", "effekt"))
LEAST_CONTRAST, LEAST_POINTS = 4.5, 8
WHITE = (255, 255, 255)


class Painter:
    """Follows a page's content: which boxes are painted, and each text with its colour, size, place and tag."""

    def __init__(self, page):
        self.boxes, self.path, self.texts, self.tags = [], [], [], []
        self.state, self.states = {"colour": (0, 0, 0), "size": 0}, []
        for operands, operator in pikepdf.parse_content_stream(page):
            step = getattr(self, f"do_{operator}".replace("*", ""), None)
            if step:
                step(*operands)

    def do_q(self):
        self.states.append(dict(self.state))

    def do_Q(self):
        self.state = self.states.pop()

    def do_rg(self, *parts):
        self.state["colour"] = tuple(round(float(part) * 255) for part in parts)

    def do_g(self, part):
        self.do_rg(part, part, part)

    def do_re(self, *box):
        self.path.append([float(number) for number in box])

    def do_f(self):
        self.boxes += [(box, self.state["colour"]) for box in self.path]
        self.path = []

    def do_S(self):
        self.path = []

    def do_n(self):
        self.path = []

    def do_BDC(self, tag, _):
        self.tags.append(str(tag))

    def do_BMC(self, tag):
        self.tags.append(str(tag))

    def do_EMC(self):
        self.tags.pop()

    def do_Tf(self, _, size):
        self.state["size"] = float(size)

    def do_Td(self, x, y):
        self.place = float(x), float(y)

    def do_TJ(self, _):
        x, y = self.place[0] + 1, self.place[1] + self.state["size"] / 3
        behind = WHITE
        for (left, foot, width, height), colour in self.boxes:
            if min(left, left + width) <= x <= max(left, left + width) and min(foot, foot + height) <= y <= max(foot, foot + height):
                behind = colour
        self.texts.append((self.tags[-1] if self.tags else "", self.state["size"], self.state["colour"], behind))

    do_Tj = do_TJ


def as_hex(colour):
    return "%02X%02X%02X" % colour


class Legibility(ProgramTest):
    def test_words_stand_out_from_what_is_behind_them_and_are_large_enough_in_charts(self):
        in_charts = on_colour = 0
        for words in REPORTS:
            self.assert_outcome(run(*words[:-1], SAMPLES / words[-1], "-o", self.output), 0)
        for path in self.output.glob("*/*.pdf"):
            with pikepdf.open(path) as pdf:
                for number, page in enumerate(pdf.pages, 1):
                    for tag, size, colour, behind in Painter(page).texts:
                        place = f"{path.name}, side {number}, {tag}: {as_hex(colour)} on {as_hex(behind)}, {size} points"
                        self.assertGreaterEqual(contrast(as_hex(colour), as_hex(behind)), LEAST_CONTRAST, place)
                        on_colour += behind != WHITE
                        if tag == "/Figure":
                            in_charts += 1
                            self.assertGreaterEqual(size, LEAST_POINTS, place)
        self.assertGreater(in_charts, 500)
        self.assertGreater(on_colour, 500)


if __name__ == "__main__":
    unittest.main()
