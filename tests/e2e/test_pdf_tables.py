#!/usr/bin/python3
"""The PDF and the workbook of a half-year and of an evaluation have the same tables, cell by cell.

test_workbook_numbers.py compares the workbook with noegletal.csv, so the PDF says what that says. Each number is
formatted here a second time, from the number format of its cell in the workbook.
"""

import datetime
import decimal
import pathlib
import re
import tempfile
import unittest

import pikepdf
from pikepdf import Dictionary, Name

from check_workbook import FRONT, MARKER, Workbook
from program import NO_VALUE, SAMPLES, ProgramTest, danish, run
from test_pdf_report import PdfTable, Report, squeezed, structure

REPORTS = (("halvaar", "2018-1", "halvaarsrapport-2018-1"), ("halvaar", "2024-2", "halvaarsrapport-2024-2"),
           ("evaluering", "2024", "evaluering-2024"))
SYMBOLS = {"[x]": NO_VALUE, "[z]": ""}
LIGHTS = re.compile(r"^[●▲▼■○□◆◇★☆] ")
SIGNED = re.compile(r"\+.*;-.*;.*")
CARDS = "Seksnøgletal"
POINTS = '" procentpoint"'


def printed(cell):
    """What the PDF shows for a cell of the workbook."""
    value, form = cell.value, cell.number_format
    if isinstance(value, datetime.datetime):
        return f"{value:%d-%m-%Y}"
    if not isinstance(value, (int, float)):
        return SYMBOLS.get(value, LIGHTS.sub("", MARKER.sub("", str(value))))
    places = 1 if "0.0" in form else 0
    number = decimal.Decimal(str(value)) * (100 if "%" in form else 1)
    text = danish(number, places) + ("%" if "%" in form else "")
    if SIGNED.fullmatch(form) and re.search("[1-9]", text) and number > 0:
        text = "+" + text
    return text + ("procentpoint" if POINTS in form else "")


def lines_of(path):
    """What the PDF's figures say aloud, without blanks."""
    with pikepdf.open(path) as pdf:
        return [squeezed(str(thing.Alt)) for thing in pdf.objects
                if isinstance(thing, Dictionary) and thing.get("/S") == Name.Figure]


class Tables(ProgramTest):
    def setUp(self):
        super().setUp()
        place = tempfile.TemporaryDirectory(prefix="aarsrapport-test-")
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)

    def of_pdf(self, tree):
        """Caption -> rows, the headings first."""
        tables = Report.joined([PdfTable(node) for node in tree.all("Table")])
        found = {squeezed(table.caption): [table.headings, *table.rows] for table in tables}
        self.assertEqual(len(found), len(tables), "two tables have the same caption")
        return found

    @staticmethod
    def of_workbook(path):
        """The same from the workbook, as the PDF should print it."""
        book = Workbook(path)
        found = {}
        for sheet in book.table_sheets():
            if sheet.title in FRONT:
                continue
            first, last, columns = book.table(sheet)
            values = book.values[sheet.title]
            caption = squeezed(MARKER.sub("", values["A1"].value))
            found[caption] = [[squeezed(printed(values.cell(row, column))) for column in range(1, columns + 1)]
                              for row in range(first, last + 1)]
        return found

    def check_cards(self, tree, in_workbook, lines, in_pdf):
        """Key figures on page one are cards: name, value, the year before and the change, and a line of all years."""
        words = squeezed(tree.words())
        for caption in [caption for caption in in_workbook if caption.startswith(CARDS) and caption not in in_pdf]:
            headings, *rows = in_workbook.pop(caption)
            for name, now, before, change, *back in rows:
                self.assertIn(f"{name}{now}{headings[2]}:{before}Ændring:{change}", words, caption)
                years = [*reversed([*zip(headings[4:], back)]), (headings[2], before), (headings[1], now)]
                if back:
                    self.assertIn("Kurve:" + ",".join(":".join(pair) for pair in years) + ".", lines, caption)

    def test_they_are_the_same_in_pdf_and_workbook(self):
        for command, period, name in REPORTS:
            with self.subTest(name):
                outcome = run(command, period, "--data", SAMPLES / "slagelse", "-o", self.place)
                self.assert_outcome(outcome, 0)
                tree = structure(self.place / name / f"{name}.pdf")
                in_pdf = self.of_pdf(tree)
                in_workbook = self.of_workbook(self.place / name / f"{name}.xlsx")
                self.check_cards(tree, in_workbook, lines_of(self.place / name / f"{name}.pdf"), in_pdf)
                self.assertEqual(sorted(in_pdf), sorted(in_workbook))
                self.assertGreaterEqual(len(in_pdf), 7)
                for caption, rows in in_workbook.items():
                    self.assertEqual(in_pdf[caption], rows, caption)


if __name__ == "__main__":
    unittest.main()
