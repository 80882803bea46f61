#!/usr/bin/python3
"""Every number of every table in the workbooks is the figure in noegletal.csv that its row and column stand for."""

import datetime
import decimal
import pathlib
import tempfile
import unittest

import openpyxl

import table_figures
from check_workbook import MARKER, Workbook
from program import SAMPLES, ProgramTest, run
from table_figures import FACT, TableFigures, Unknown

# Every report of the sample: (command, period) -> its name
REPORTS = {(command, period): f"{name}-{period}"
           for year in range(2018, 2026)
           for command, period, name in (("aar", f"{year}", "aarsrapport"), ("halvaar", f"{year}-1", "halvaarsrapport"),
                                         ("halvaar", f"{year}-2", "halvaarsrapport"), ("evaluering", f"{year}", "evaluering"))}
# noegletal.csv has six decimals; a change in percentage points is a hundred times the difference of two of its values
EXACT = decimal.Decimal("0.000002")
EXACT_POINTS = decimal.Decimal("0.0002")
SYMBOLS = ("[x]", "[z]")
# What opens a table on the sheet of an agreement: the first cell of its header, and the name it has in table_figures
PARTS = {"Nøgletal": "Resultater", "Udfald": "Udfald", "Årsag": "Årsager", "Spørgsmål": "Spørgsmål"}


def setUpModule():
    """One run for each report, one for the code lists."""
    place = tempfile.TemporaryDirectory(prefix="aarsrapport-test-")
    unittest.addModuleCleanup(place.cleanup)
    Numbers.place = pathlib.Path(place.name)
    Numbers.codes = table_figures.code_names(Numbers.place / "skabeloner")
    for command, period in REPORTS:
        outcome = run(command, period, "--data", SAMPLES / "slagelse", "-o", Numbers.place)
        assert outcome.status == 0, outcome.stderr


class Numbers(ProgramTest):
    place = codes = None

    def for_each_report(self, check):
        for (command, period), name in REPORTS.items():
            folder = self.place / name
            with self.subTest(name):
                check(command, folder, TableFigures(folder, period, self.codes))

    def compare(self, figures, sheet, label, heading, cell, labels=()):
        """The cell against the figure; returns whether it is a number that comes from one."""
        place = f"{sheet}, {label}, {heading}"
        try:
            expected = figures.expected(sheet, label, heading, labels)
        except Unknown as unknown:
            self.fail(f"{place}: {unknown} has no comparison in table_figures.py")
        if expected is FACT:
            return False
        if isinstance(expected, str) or expected is None:
            self.assertIn(cell, (expected,) if expected else (None, *SYMBOLS), place)
            return False
        self.assertIsInstance(cell, (int, float), f"{place}: expected {expected}")
        near = EXACT_POINTS if heading == "Ændring" else EXACT
        self.assertLessEqual(abs(decimal.Decimal(cell) - expected), near, f"{place}: expected {expected}")
        return True

    def compare_table(self, figures, sheet, rows):
        """Every cell of the rows below the first that is a number or has no value."""
        count = 0
        if rows[0][1] == "År":  # a row is named by both
            rows = [[row[0] if row is rows[0] else f"{row[0]}, {row[1]}", *row[2:]] for row in rows]
        labels = [row[0] for row in rows[1:]]
        for row in rows[1:]:
            for heading, cell in zip(rows[0][1:], row[1:]):
                if cell is None or cell in SYMBOLS or isinstance(cell, (int, float, datetime.datetime)):
                    count += self.compare(figures, sheet, row[0], heading, cell, labels)
        return count


class ReportBooks(Numbers):
    def test_every_number_is_the_figure_in_noegletal_csv(self):
        least = {"aar": 600, "halvaar": 120, "evaluering": 200}

        def check(command, folder, figures):
            book = Workbook(folder / f"{folder.name}.xlsx")
            count = sum(self.compare_table(figures, sheet.title, book.rows(sheet.title)) for sheet in book.table_sheets())
            self.assertGreater(count, least[command])

        self.for_each_report(check)

    def test_the_running_count_ends_at_the_goals_value(self):
        for name, period in (("aarsrapport-2024", "2024"), ("halvaarsrapport-2024-2", "2024-2")):
            figures = TableFigures(self.place / name, period, self.codes)
            last = Workbook(self.place / name / f"{name}.xlsx").rows("Job gennem året")[-1]
            self.assertEqual(last[:3], ["December", figures.figure("maal.aarsnorm.vaerdi"),
                                        figures.figure("maal.aarsnorm.maal")])

    def test_a_table_that_nothing_is_known_of_is_not_passed_over(self):
        figures = TableFigures(self.place / "aarsrapport-2024", "2024", self.codes)
        for sheet, label, heading in (("Ny tabel", "Nye job", "2024"), ("Nøgletal", "Nyt nøgletal", "2024"),
                                      ("Aftalerne i overblik", "Alle aftaler", "Ny kolonne")):
            self.assertRaises(Unknown, figures.expected, sheet, label, heading)
        with self.assertRaises(AssertionError):
            self.compare(figures, "Nøgletal", "Nye job, alle typer", "2024", 31)


class AgreementBooks(Numbers):
    """The workbook of the agreements: tables of all of them, and of each agreement its tables below one another."""

    def parts(self, sheet):
        """Name and rows of each table on an agreement's sheet; a table ends where a row is empty or is one cell wide."""
        part, found = None, []
        for cells in sheet.iter_rows(values_only=True):
            filled = [cell for cell in cells if cell is not None]
            if len(filled) < 2:
                part = None
                self.assertFalse([cell for cell in filled if isinstance(cell, (int, float))], sheet.title)
            elif part is None:
                headings = [MARKER.sub("", cell or "").strip() for cell in cells]
                part = [headings]
                found.append((self.name_of(sheet.title, headings[0]), part))
            else:
                width = len([heading for heading in part[0] if heading])
                self.assertFalse([cell for cell in cells[width:] if cell is not None], sheet.title)
                part.append([MARKER.sub("", str(cells[0])).strip(), *cells[1:width]])
        return [(name, [part[0][:len(part[-1])], *part[1:]]) for name, part in found]

    def name_of(self, title, heading):
        """The name that the table has in table_figures."""
        if heading == "Aftale":
            return title
        self.assertIn(heading, PARTS, f"{title}: a table that has no comparison here")
        return f"{PARTS[heading]} {title.split()[0]}"

    def overview(self, sheet):
        """The overview's rows from its header on; the total's row is told by »Alle aftaler« in its second cell."""
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        first = next(index for index, row in enumerate(rows) if row[0] == "Aftale")
        for row in rows[first + 1:]:
            if row[1] == "Alle aftaler":
                row[0] = "Alle aftaler"
        return rows[first:]

    def test_every_number_is_the_figure_in_noegletal_csv(self):
        def check(command, folder, figures):
            book = openpyxl.load_workbook(folder / f"aftaler-{figures.period}.xlsx", data_only=True)
            count = 0
            for sheet in book.worksheets:
                if sheet.title == "Overblik":
                    count += self.compare_table(figures, "Overblik", self.overview(sheet))
                else:
                    for name, rows in self.parts(sheet):
                        count += self.compare_table(figures, name, rows)
            self.assertGreater(count, 100, command)

        self.for_each_report(check)


if __name__ == "__main__":
    unittest.main()
