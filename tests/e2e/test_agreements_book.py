#!/usr/bin/python3
"""The agreements' workbook: fit to work in, formulas that LibreOffice agrees with, and a partner sees itself alone."""

import csv
import io
import re
import tempfile
import unittest
import zipfile

import check_workbook
from check_workbook import Workbook
from openpyxl.utils import get_column_letter, range_boundaries
from program import SAMPLES, ProgramTest, read_figures, run

REPORTS = (("aar", "2024"), ("halvaar", "2024-1"), ("evaluering", "2024"))
PARTNERS_MARK = "Fortroligt – kun til aftaleparten"
RULES = (check_workbook.whole_archive, check_workbook.cells, check_workbook.looks)


def sample_rows(name, encoding, delimiter):
    text = (SAMPLES / "slagelse" / name).read_text(encoding=encoding)
    return [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)][1:]


def sample_agreements():
    """Of each agreement: identifier, its name, its partner's name."""
    partners = {row[0]: row[1] for row in sample_rows("virksomheder.csv", "utf-16", "\t")}
    return [(row[0].strip(), row[1].strip(), partners.get(row[2].strip(), "").strip())
            for row in sample_rows("aftaler.csv", "windows-1252", ";")]


def members(path):
    """Every part of the workbook as text: name and content."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


class AgreementsBook(ProgramTest):
    def write(self, command, period, *more):
        output = self.output / command
        self.assert_outcome(run(command, period, "--data", SAMPLES / "slagelse", "-o", output, *more), 0)

    def only(self, command, pattern):
        found = sorted((self.output / command).glob(pattern))
        self.assertEqual(len(found), 1, f"{pattern}: {found}")
        return found[0]

    def book_of_all(self, command, period):
        self.write(command, period)
        return self.only(command, f"*/aftaler-{period}.xlsx")

    def test_the_book_is_sound_and_has_a_sheet_for_each_agreement(self):
        for command, period in REPORTS:
            with self.subTest(command):
                book = Workbook(self.book_of_all(command, period))
                self.assertEqual([fault for rule in RULES for fault in rule(book)], [])
                overview = book.rows("Overblik")
                sheets = book.formulas.sheetnames
                for row in overview[1:]:
                    self.assertEqual(sum(name.startswith(f"{row[0]} ") for name in sheets), 1, row[0])
                for sheet in book.sheets():
                    self.assertIn("INTERN", [cell.value for cell in sheet["A"]], sheet.title)
                    self.assertFalse(sheet.merged_cells.ranges)

    def test_the_overview_can_be_filtered_and_its_total_stands_below_the_filter(self):
        path = self.book_of_all("aar", "2024")
        sheet = Workbook(path).formulas["Overblik"]
        table = next(iter(sheet.tables.values()))
        _, first, _, last = range_boundaries(table.ref)
        self.assertTrue(table.autoFilter)
        self.assertEqual(sheet.freeze_panes, f"A{first + 1}")
        self.assertEqual(sheet.cell(last + 1, 1).value, "I alt")
        ended = next(cell.column for cell in sheet[first] if cell.value == "Afsluttet")
        letter = get_column_letter(ended)
        self.assertEqual(sheet.cell(last + 1, ended).value, f"=SUM({letter}{first + 1}:{letter}{last})")
        for row in range(first + 1, last + 1):
            link = sheet.cell(row, 1).hyperlink
            self.assertTrue(link and sheet.cell(row, 1).value in link.location)

    def test_formulas_carry_what_libreoffice_computes(self):
        for command, period in REPORTS:
            with self.subTest(command), tempfile.TemporaryDirectory() as folder:
                path = self.book_of_all(command, period)
                other = check_workbook.recalculated(path, folder)
                if not other:
                    self.skipTest("no LibreOffice")
                wrong, count = check_workbook.formula_faults(path, other)
                self.assertEqual(wrong, [])
                self.assertGreater(count, 50)

    def test_the_sheets_have_the_numbers_of_the_figure_store(self):
        path = self.book_of_all("aar", "2024")
        book = Workbook(path)
        figures = read_figures(path.parent / "noegletal-2024.csv")
        sheet = next(sheet for sheet in book.values.worksheets if sheet.title.startswith("SA-01 "))
        rows = {row[0].value: row for row in sheet.iter_rows() if row[0].value}
        for name, key in (("Startede forløb", "forloeb.startede"), ("Afsluttede forløb", "forloeb.afsluttede"),
                          ("Holdte opfølgningsmøder", "forloeb.opfoelgningsmoeder"), ("Nye job", "job.nye")):
            for column, period in ((1, "2023"), (2, "2024")):
                self.assertEqual(str(rows[name][column].value), figures[key, period, "SA-01", "", ""][0], name)

    def test_a_partner_gets_its_own_agreement_and_nothing_of_the_others(self):
        agreements = sample_agreements()
        self.assertGreater(len(agreements), 5)
        for command, period in REPORTS:
            for identifier, name, partner in agreements[:2]:
                with self.subTest(f"{command} {identifier}"):
                    self.write(command, period, "--aftale", identifier)
                    path = self.only(command, f"*-{period}-aftale-{identifier}/*.xlsx")
                    self.assert_nothing_of_others(path, identifier, agreements)
                    strings = members(path)["xl/sharedStrings.xml"]
                    self.assertIn(name, strings)
                    self.assertIn(partner, strings)

    def assert_nothing_of_others(self, path, identifier, agreements):
        book = Workbook(path)
        self.assertEqual(len(book.sheets()), 1)
        for sheet in book.sheets():
            self.assertIn(PARTNERS_MARK, [cell.value for cell in sheet["A"]])
            self.assertIn(PARTNERS_MARK, sheet.oddHeader.right.text)
        own = next(words for words in agreements if words[0] == identifier)
        for part, text in members(path).items():
            self.assertNotIn(".csv", text, part)
            self.assertNotIn("INTERN<", text, part)
            for words in agreements:
                if words[0] == identifier:
                    continue
                for word in words:
                    if word and word not in own:
                        self.assertIsNone(re.search(re.escape(word), text), f"{part} tells of {words[0]}: {word}")


if __name__ == "__main__":
    unittest.main()
