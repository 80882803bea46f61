#!/usr/bin/python3
"""The reports' workbooks: accessible, with formulas that LibreOffice agrees with."""

import csv
import io
import pathlib
import re
import shutil
import tempfile
import unittest
import zipfile

import openpyxl

import check_workbook
from check_workbook import Workbook
from program import SAMPLES, ProgramTest, run, write_folder

YEAR = "aarsrapport-2024"
OTHERS = (("aar", "2018", "aarsrapport-2018"), ("aar", "2021", "aarsrapport-2021"),
          ("halvaar", "2024-1", "halvaarsrapport-2024-1"), ("halvaar", "2024-2", "halvaarsrapport-2024-2"),
          ("evaluering", "2024", "evaluering-2024"))


class SampleWorkbook(unittest.TestCase):
    """One run of a report, of the sample when nothing else is said, read by all tests of a class."""

    maxDiff = None
    of_sample = True

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        data = SAMPLES / "slagelse" if cls.of_sample else write_folder(cls.folder / "data")
        outcome = run("aar", "2024", "--data", data, "-o", cls.folder)
        assert outcome.status == 0, outcome.stderr
        cls.path = cls.folder / YEAR / f"{YEAR}.xlsx"
        cls.book = Workbook(cls.path)


class YearWorkbook(SampleWorkbook):
    def test_it_keeps_every_rule_of_accessible_spreadsheets(self):
        self.assertEqual(check_workbook.faults(self.path), [])

    def test_it_holds_charts_formulas_and_notes(self):
        charts = [chart for position in range(len(self.book.sheets()))
                  for chart in check_workbook.charts_of(self.book, position)]
        self.assertGreaterEqual(len(charts), 3)
        self.assertGreater(len(self.book.rows("Noter")), 5)


class EveryReport(SampleWorkbook):
    """The workbooks of the yearly report, of half-years and of an evaluation."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paths = [cls.path]
        for command, period, name in OTHERS:
            outcome = run(command, period, "--data", SAMPLES / "slagelse", "-o", cls.folder)
            assert outcome.status == 0, outcome.stderr
            cls.paths.append(cls.folder / name / f"{name}.xlsx")

    def test_they_keep_every_rule_of_accessible_spreadsheets(self):
        for path in self.paths[1:]:
            with self.subTest(path.name):
                self.assertEqual(check_workbook.faults(path), [])

    def test_books_to_work_in_keep_the_rules_for_such(self):
        written = sorted(self.folder.glob("*/aftaler-*.xlsx"))
        self.assertEqual(len(written), len(self.paths))
        for agreement in ("SA-01", "SA-08"):
            outcome = run("aar", "2024", "--data", SAMPLES / "slagelse", "-o", self.folder, "--aftale", agreement)
            self.assertEqual(outcome.status, 0, outcome.stderr)
            written.append(self.folder / f"{YEAR}-aftale-{agreement}" / f"{YEAR}-aftale-{agreement}.xlsx")
        for path in written:
            with self.subTest(path.parent.name):
                self.assertEqual(check_workbook.faults(path, check_workbook.WORKING_RULES), [])

    def test_libreoffice_recalculates_every_formula_to_the_same_value(self):
        agreements = [self.folder / YEAR / "aftaler-2024.xlsx",
                      self.folder / "halvaarsrapport-2024-1" / "aftaler-2024-1.xlsx"]
        paths = [*self.paths, *agreements]
        with tempfile.TemporaryDirectory() as folder:
            others = check_workbook.all_recalculated(paths, folder)
            if others is None:
                self.skipTest("LibreOffice is not installed")
            for path, other in zip(paths, others):
                with self.subTest(path.name):
                    wrong, count = check_workbook.formula_faults(path, other)
                    self.assertEqual(wrong, [])
                    self.assertGreater(count, 20)


def rewritten(source, target, member, change):
    """A copy of a workbook with one member changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            content = old.read(item).decode("utf-8") if item.filename == member else old.read(item)
            new.writestr(item.filename, change(content) if item.filename == member else content)
    return target


class TheChecker(SampleWorkbook):
    """The rules of check_workbook.py fail on a workbook that breaks them."""

    of_sample = False

    def broken(self, change, source=None, rules=check_workbook.RULES):
        """The names of the rules that fail after a change to the workbook, made by openpyxl."""
        book = openpyxl.load_workbook(source or self.path)
        change(book)
        path = self.folder / "broken.xlsx"
        book.save(path)
        return {fault.split(":")[0] for fault in check_workbook.faults(path, rules)}

    def test_it_sees_what_breaks_a_rule_of_books_to_work_in(self):
        def without_mark(book):
            cell = next(cell for cell in book["Overblik"]["A"] if cell.value == "INTERN")
            cell.value = "intern"

        source = self.folder / YEAR / "aftaler-2024.xlsx"
        changes = {
            "titles_and_marks": without_mark,
            "pages": lambda book: setattr(book["Overblik"].oddHeader.right, "text", "Overblik"),
            "looks": lambda book: setattr(book["Overblik"]["A1"], "font", openpyxl.styles.Font(size=8)),
            "nothing_hidden_or_merged": lambda book: book["Overblik"].merge_cells("A1:B1"),
        }
        for rule, change in changes.items():
            with self.subTest(rule):
                self.assertIn(rule, self.broken(change, source, check_workbook.WORKING_RULES))

    def test_it_sees_what_breaks_a_rule(self):
        # openpyxl loses alternative texts, so the rule on charts always fails on its workbooks.
        changes = {
            "front_sheets": lambda book: book.move_sheet("Noter", 3),
            "nothing_hidden_or_merged": lambda book: book["Filer"].merge_cells("A1:B1"),
            "nothing_frozen_or_filtered": lambda book: setattr(book["Filer"], "freeze_panes", "A2"),
            "titles": lambda book: book["Filer"].__setitem__("A1", None),
            "tables": lambda book: book["Filer"].__setitem__("G3", "noget"),
            "notes": lambda book: book["Filer"].__setitem__("A1", "Filer [note 99]"),
            "cells": lambda book: setattr(book["Filer"]["B6"], "number_format", "0.000"),
            "looks": lambda book: setattr(book["Filer"]["B6"], "font", openpyxl.styles.Font(size=8)),
            "contents": lambda book: book.create_sheet("Uden link"),
            "print_setup": lambda book: setattr(book["Filer"].page_setup, "orientation", "portrait"),
            "properties": lambda book: setattr(book.properties, "title", ""),
            "sheet_names": lambda book: setattr(book["Filer"], "title", "History"),
        }
        for rule, change in changes.items():
            with self.subTest(rule):
                self.assertIn(rule, self.broken(change))

    def test_it_sees_a_formula_that_carries_another_value(self):
        with tempfile.TemporaryDirectory() as folder:
            position = self.book.formulas.sheetnames.index("Filer") + 1
            path = rewritten(self.path, pathlib.Path(folder) / "tampered.xlsx", f"xl/worksheets/sheet{position}.xml",
                             lambda xml: re.sub(r"(<f>SUM\(B.*?</f><v>)\d+", r"\g<1>7", xml))
            other = check_workbook.recalculated(path, folder)
            if other is None:
                self.skipTest("LibreOffice is not installed")
            self.assertEqual(len(check_workbook.formula_faults(path, other)[0]), 1)


class OtherWorkbooks(ProgramTest):
    def test_text_that_looks_like_a_formula_stays_text(self):
        write_folder(self.data, {"virksomheder.csv": "+V2;=1+1;virksomhed;aktiv;01-01-2020;;ja;ja;ja\n"
                                                     "V3;_x0041_ & <b>;initiativ;aktiv;01-01-2020;;ja;ja;ja\n"})
        self.run_year()
        path = self.output / YEAR / f"{YEAR}.xlsx"
        names = [row[0] for row in Workbook(path).rows("Virksomhederne")]
        self.assertIn("=1+1", names)
        self.assertEqual(check_workbook.faults(path), [])
        self.assertIn("_x0041_ & <b>", [name.replace("_x005F_", "_") for name in names])

    def test_a_folder_with_almost_no_data_gives_an_accessible_workbook(self):
        write_folder(self.data)
        self.run_year()
        self.assertEqual(check_workbook.faults(self.output / YEAR / f"{YEAR}.xlsx"), [])

    def test_the_list_of_errors_is_fit_to_work_in(self):
        outcome = run("tjek", "--data", SAMPLES / "fejl", "-o", self.output)
        self.assert_outcome(outcome, 1)
        book = openpyxl.load_workbook(self.output / "tjek" / "fejlliste.xlsx")
        lists = [sheet for sheet in book.worksheets if sheet.tables]
        self.assertGreater(len(lists), 3)
        for sheet in lists:
            table = next(iter(sheet.tables.values()))
            first = int(re.search(r"\d+", table.ref).group())
            self.assertTrue(table.autoFilter, sheet.title)
            self.assertEqual(sheet.freeze_panes, f"A{first + 1}")
            self.assertIn("INTERN", [cell.value for cell in sheet["A"]])

    def test_the_templates_have_the_headers_of_the_csv_files_and_help_in_every_cell(self):
        self.assert_outcome(run("skabeloner", self.output), 0)
        book = openpyxl.load_workbook(self.output / "skabeloner.xlsx")
        for path in self.output.glob("*.csv"):
            if path.stem == "koder":
                continue
            header = path.read_text(encoding="utf-8-sig").strip().split(";")
            sheet = book[path.stem]
            self.assertEqual([cell.value for cell in sheet[1]], header)
            self.assertEqual(sheet.freeze_panes, "A2")
            helped = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
            self.assertEqual(len(helped), len(header))
            for position, name in enumerate(header, start=1):
                letter = openpyxl.utils.get_column_letter(position)
                rule = helped[f"{letter}2:{letter}5001"]
                self.assertEqual(rule.promptTitle, name)
                self.assertTrue(0 < len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32, rule.prompt)

    def test_the_templates_drop_down_lists_hold_the_codes(self):
        self.assert_outcome(run("skabeloner", self.output), 0)
        book = openpyxl.load_workbook(self.output / "skabeloner.xlsx")
        rows = list(csv.reader(io.StringIO((self.output / "koder.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
        rules = {rule.promptTitle: rule for rule in book["forloeb"].data_validations.dataValidation}
        for column, name in (("maalgruppe", "maalgruppe"), ("trin_start", "trin"), ("udfald", "udfald")):
            sheet, cells = rules[column].formula1.split("!")
            listed = [cell.value for row in book[sheet][cells.replace("$", "")] for cell in row]
            self.assertEqual(listed, [row[1] for row in rows if row[0] == name])


if __name__ == "__main__":
    unittest.main()
