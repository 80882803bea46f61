#!/usr/bin/python3
"""The year and the half-year stand on one page, whatever the year and however long the goals' names, with their lines."""

import re
import shutil
import subprocess
import unittest

import pikepdf
from pikepdf import Dictionary, Name

from check_pdf import PdfCheck
from program import SAMPLES, ProgramTest, run

TAIL = " i tæt samarbejde mellem kommunen, de lokale virksomheder og foreningslivet"


def pages_of(path):
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def figures_on(path, page):
    """Alternative texts of the figures of a page, in the order of the file."""
    with pikepdf.open(path) as pdf:
        place = pdf.pages[page].obj.objgen
        return [str(thing.Alt) for thing in pdf.objects if isinstance(thing, Dictionary)
                and thing.get("/S") == Name.Figure and thing.get("/Pg").objgen == place]


class PageOneTest(ProgramTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(SAMPLES / "slagelse", self.data)

    def lengthen_goals(self):
        """Names of 80 letters, the most that a goal is thought to need."""
        path = self.data / "maal.csv"
        header, first, *rows = path.read_text(encoding="utf-8-sig").splitlines()
        changed = []
        for row in rows:
            cells = row.split(";")
            cells[1] = (cells[1] + TAIL)[:80]
            changed.append(";".join(cells))
        path.write_text("\n".join([header, first, *changed]) + "\n", encoding="utf-8-sig")

    def report(self, command, period):
        self.assert_outcome(run(command, period, "--data", self.data, "-o", self.output, "--quiet"), 0)
        return next(self.output.glob(f"*rapport-{period}/*rapport-{period}.pdf"))

    def assert_one_page(self, path, title):
        pages = pages_of(path)
        self.assertIn(title, pages[2])
        self.assertIn("Seks nøgletal", pages[2])
        self.assertRegex(pages[2], "Virksomheder og initiativer (ved|pr)")
        self.assertIn("\nIndledning\n", pages[3])
        self.assertEqual(list(PdfCheck(path).check()), [])

    def test_every_year_stands_on_one_page(self):
        for year in range(2018, 2026):
            with self.subTest(year):
                self.assert_one_page(self.report("aar", year), "Året på én side")

    def test_goals_with_long_names_stand_on_one_page(self):
        self.lengthen_goals()
        for year in (2018, 2020, 2025):
            with self.subTest(year):
                self.assert_one_page(self.report("aar", year), "Året på én side")
        for half in ("2019-2", "2024-1"):
            with self.subTest(half):
                self.assert_one_page(self.report("halvaar", half), "Halvåret på én side")

    def test_each_card_has_a_line_that_says_what_the_workbook_says(self):
        path = self.report("aar", 2024)
        lines = [text for text in figures_on(path, 2) if text.startswith("Kurve")]
        self.assertEqual(len(lines), 6)
        self.assertEqual(lines[0], "Kurve: 2021: 27, 2022: 35, 2023: 41, 2024: 32.")
        for line in lines:
            self.assertEqual(re.findall(r"(\d{4}): ", line), ["2021", "2022", "2023", "2024"])

    def test_the_first_year_of_a_strategy_has_too_few_years_for_a_line(self):
        self.assertEqual([text for text in figures_on(self.report("aar", 2022), 2) if text.startswith("Kurve")], [])


if __name__ == "__main__":
    unittest.main()
