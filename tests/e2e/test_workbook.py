#!/usr/bin/python3
"""The report's workbook: accessible, the same numbers as noegletal.csv, formulas that LibreOffice agrees with."""

import csv
import decimal
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
from program import SAMPLES, ProgramTest, parse_value, read_figures, run, write_folder

YEAR = "aarsrapport-2024"
NO_VALUE = "[x]"
ROUNDED = decimal.Decimal("0.0000005")  # noegletal.csv has six decimals

JOB_FACTS = {
    "Nye job, alle typer": "job.nye",
    "Borgere i nye job": "job.personer",
    "Virksomheder med nye job": "job.virksomheder",
    "Job i in-house løsninger": "job.in_house",
    "Job efter CSR-aftaler": "job.csr",
    "Timer pr. uge i nye job": "job.timer",
    "Årsværk i nye job": "job.aarsvaerk",
    "Job i gang ved årets udgang": "job.aktive_ultimo",
}
KEY_FIGURES = {
    "Nye job, alle typer": "job.nye",
    "Borgere i forløb": "forloeb.personer",
    "Afsluttede forløb": "forloeb.afsluttede",
    "Effekt af afsluttede forløb": "forloeb.effekt",
    "Fastholdelse efter et halvt til et helt år": "forloeb.fastholdelse",
    "Virksomheder og initiativer ved årets udgang": "virksomhed.aktive_ultimo",
}
ENTERPRISE_FACTS = {
    "Arbejder med tre bundlinjer": ("virksomhed.tre_bundlinjer", ""),
    "Registrerede socialøkonomiske virksomheder": ("virksomhed.registrerede", ""),
    "Første generation": ("virksomhed.generation", "1"),
    "Anden generation": ("virksomhed.generation", "2"),
    "Uden for kommunen": ("virksomhed.udenfor", ""),
    "På vej": ("virksomhed.paa_vej", ""),
}
ENTERPRISE_YEARS = {
    "Åbnet": "virksomhed.nye",
    "Lukket": "virksomhed.lukkede",
    "Ved årets udgang": "virksomhed.aktive_ultimo",
    "Heraf med tre bundlinjer": "virksomhed.tre_bundlinjer",
}
AGREEMENT_COLUMNS = {
    "Brugt": ("forloeb.pladser_udnyttelse", ""),
    "Startet": ("forloeb.startede", ""),
    "Afsluttet": ("forloeb.afsluttede", ""),
    "Effekt": ("forloeb.effekt", ""),
    "Frem": ("forloeb.progression", "frem"),
    "Samme": ("forloeb.progression", "uaendret"),
    "Tilbage": ("forloeb.progression", "tilbage"),
    "Timer pr. uge": ("forloeb.timer_aendring", ""),
    "Fastholdt": ("forloeb.fastholdelse", ""),
}
OUTCOME_COLUMNS = {
    "Afsluttet 2024": ("forloeb.udfald", "2024"),
    "Andel 2024": ("forloeb.udfald_andel", "2024"),
    "Afsluttet 2023": ("forloeb.udfald", "2023"),
    "Status efter, 2024": ("forloeb.status_efter", "2024"),
}
GOALS = {
    "Mindst 30 job om året": "aarsnorm",
    "Borgere, der er kommet et trin frem i værdikæden": "progression",
    "40 virksomheder og initiativer med tre bundlinjer": "tre_bundlinjer_40",
}
GOAL_COLUMNS = {"Resultat": "vaerdi", "Måltal": "maal", "Opfyldelse": "opfyldelse"}
SLAGELSE_MODEL = {
    "Borgerens første job": "job.foerste",
    "Borgerens næste job": "job.naeste",
    "Heraf i en anden virksomhed": "job.naeste_anden",
}
BOTTOM_LINES = {
    "Borgere i forløb": "forloeb.personer",
    "Borgere i nye job": "job.personer",
    "Nye job, alle typer": "job.nye",
    "Effekt af afsluttede forløb": "forloeb.effekt",
    "Fastholdelse efter et halvt til et helt år": "forloeb.fastholdelse",
    "Virksomheder og initiativer": "virksomhed.aktive_ultimo",
    "Heraf med tre bundlinjer": "virksomhed.tre_bundlinjer",
    "Prøvehandlinger med en lokal partner": "proevehandling.lokal_partner",
    "Lokale indkøb i kr.": "indkoeb.beloeb",
    "Virksomheder, der er købt hos": "indkoeb.virksomheder",
    "Årsværk i nye job": "job.aarsvaerk",
    "Ansatte fra kanten af arbejdsmarkedet": "virksomhed.ansatte_kant",
    "Andel ansatte fra kanten": "virksomhed.kant_andel",
    "Virksomheder med mindst 30 % ansatte fra kanten": "virksomhed.kant_30",
    "Bevilget til ansøgninger i kr.": "fundraising.bevilget",
}
FUNDRAISING = {
    "Ansøgninger": "fundraising.ansoegninger",
    "Ansøgt beløb i kr.": "fundraising.ansoegt",
    "Bevillinger": "fundraising.bevillinger",
    "Bevilget beløb i kr.": "fundraising.bevilget",
    "Andel imødekommet": "fundraising.succesrate",
    "Givere": "fundraising.givere",
    "Heraf givere, der også har givet tidligere": "fundraising.gengangere",
}
FUNDRAISING_COLUMNS = {
    "Ansøgninger": "fundraising.ansoegninger",
    "Ansøgt i kr.": "fundraising.ansoegt",
    "Bevillinger": "fundraising.bevillinger",
    "Bevilget i kr.": "fundraising.bevilget",
}
PURCHASES = {
    "Beløb i kr.": "indkoeb.beloeb",
    "Heraf på reserverede kontrakter": "indkoeb.reserveret",
    "Antal indkøb": "indkoeb.antal",
    "Virksomheder, der er købt hos": "indkoeb.virksomheder",
}
TRIALS = {
    "Sat i gang i året": "proevehandling.igangsatte",
    "I gang i året, på tværs af sektorer": "proevehandling.tvaersektorielle",
    "I gang i året, med en lokal partner": "proevehandling.lokal_partner",
}
SECTORS = {"Privat": "privat", "Offentlig": "offentlig", "Civilsamfund": "civil"}
MONTHS = ["Januar", "Februar", "Marts", "April", "Maj", "Juni", "Juli", "August", "September", "Oktober", "November",
          "December"]


def code_names(folder):
    """(list, Danish name) -> code, from the templates that the program writes."""
    assert run("skabeloner", folder).status == 0
    rows = csv.reader(io.StringIO((folder / "koder.csv").read_text(encoding="utf-8-sig")), delimiter=";")
    return {(row[0], row[2]): row[1] for row in rows}


class SampleWorkbook(unittest.TestCase):
    """One run of the sample report, read by all tests of a class."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        outcome = run("aar", "2024", "--data", SAMPLES / "slagelse", "-o", cls.folder)
        assert outcome.status == 0, outcome.stderr
        cls.path = cls.folder / YEAR / f"{YEAR}.xlsx"
        cls.figures = read_figures(cls.folder / YEAR / "noegletal-2024.csv")
        cls.codes = code_names(cls.folder / "templates")
        cls.book = Workbook(cls.path)


class YearWorkbook(SampleWorkbook):
    def test_it_keeps_every_rule_of_accessible_spreadsheets(self):
        self.assertEqual(check_workbook.faults(self.path), [])

    def test_it_holds_charts_formulas_and_notes(self):
        charts = [chart for position in range(len(self.book.sheets()))
                  for chart in check_workbook.charts_of(self.book, position)]
        self.assertGreaterEqual(len(charts), 3)
        self.assertGreater(len(self.book.rows("Noter")), 5)

    def test_libreoffice_recalculates_every_formula_to_the_same_value(self):
        with tempfile.TemporaryDirectory() as folder:
            other = check_workbook.recalculated(self.path, folder)
            if other is None:
                self.skipTest("LibreOffice is not installed")
            wrong, count = check_workbook.formula_faults(self.path, other)
        self.assertEqual(wrong, [])
        self.assertGreater(count, 50)

    def figure(self, noegle, periode, aftale="", maalgruppe="", kode=""):
        """The value in noegletal.csv; a count by code that is zero has no row, nor a mean of no answers."""
        found = self.figures.get((noegle, str(periode), aftale, maalgruppe, kode))
        if found is None:
            return decimal.Decimal(0) if (kode or maalgruppe) and noegle != "evaluering.svar" else None
        return parse_value(found[0])

    def compare(self, sheet, row, column, key):
        """A cell against the figure with that key; marks it as compared."""
        rows = self.book.rows(sheet)
        cell = rows[row][rows[0].index(column)]
        expected = self.figure(*key)
        place = f"{sheet}, {rows[row][0]}, {column}: {key}"
        if expected is None:
            self.assertEqual(cell, NO_VALUE, place)
        else:
            self.assertIsInstance(cell, (int, float), place)
            self.assertLessEqual(abs(decimal.Decimal(cell) - expected), ROUNDED, place)
        self.compared.add((sheet, row, column))

    def compare_table(self, sheet, key_of):
        """Every cell that `key_of(label, column)` has a key for."""
        rows = self.book.rows(sheet)
        for row in range(1, len(rows)):
            for column in rows[0][1:]:
                key = key_of(rows[row][0], column)
                if key:
                    self.compare(sheet, row, column, key)

    def compare_years_by_code(self, sheet, noegle, code_list):
        self.compare_table(sheet, lambda label, year: (noegle, year, "", "", "" if label == "I alt" else
                                                       self.codes[code_list, label]))

    def compare_jobs(self):
        def by_type(label, column):
            codes = {"Tæller ikke med i årsnormen": "loentilskud", "Fleksjob": "fleksjob", "Deltidsjob": "deltidsjob",
                     "Småjob": "smaajob", "Ordinært job": "ordinaert"}
            return ("job.nye", label, "", "", codes[column]) if column in codes else None

        def by_hours(label, year):
            if label == "I alt":
                return ("job.nye", year)
            band = "30+" if label == "30 timer eller mere" else label.removesuffix(" timer").replace("–", "-")
            return ("job.timebaand", year, "", "", band)

        def by_target_group(label, year):
            return ("job.nye", year, "", "" if label == "I alt" else self.codes["maalgruppe", label])

        def by_month(label, column):
            month = f"{MONTHS.index(label) + 1:02}"
            return ("job.akkumuleret", 2024, "", "", month) if column == "Nye job, alle typer" else None

        def by_enterprise_type(label, year):
            if label == "I alt":
                return ("job.nye", year)
            return ("job.virksomhedstype", year, "", "", self.codes["virksomhedstype", label])

        self.compare_table("Job pr. år", by_type)
        self.compare_table("Job gennem året", by_month)
        self.compare_table("Jobbene i tal", lambda label, year: (JOB_FACTS[label], year))
        self.compare_table("Timer pr. uge", by_hours)
        self.compare_table("Job efter målgruppe", by_target_group)
        self.compare_table("Job efter virksomhedstype", by_enterprise_type)

    def compare_agreements(self):
        def overview(label, column):
            agreement = "" if label == "Alle aftaler" else label.split()[0]
            if column not in AGREEMENT_COLUMNS or (not agreement and column == "Brugt"):
                return None
            return (AGREEMENT_COLUMNS[column][0], 2024, agreement, "", AGREEMENT_COLUMNS[column][1])

        def value_chain(label, column):
            step = column.removeprefix("Slut: ").capitalize()
            if "I alt" in (label, column):
                return None
            return ("forloeb.vaerdikaede", 2024, "", "", f"{self.codes['trin', label]}>{self.codes['trin', step]}")

        self.compare_table("Aftalerne i overblik", overview)
        self.compare_table("Værdikæden", value_chain)
        for sheet in (name for name in self.book.formulas.sheetnames if name.startswith("Udfald")):
            agreement = "" if "alle" in sheet else sheet.removeprefix("Udfald ")
            self.compare_table(sheet, lambda label, column, agreement=agreement: (
                OUTCOME_COLUMNS[column][0], OUTCOME_COLUMNS[column][1], agreement, "",
                self.codes["udfald", label]) if column in OUTCOME_COLUMNS and label != "I alt" else None)

    def compare_answers(self):
        columns = {"Svar i alt": ("evaluering.antal", 2024), "Snit 2024": ("evaluering.svar", 2024),
                   "Snit 2023": ("evaluering.svar", 2023)}
        for sheet in (name for name in self.book.formulas.sheetnames if name.startswith("Spørgsmål ")):
            agreement = sheet.removeprefix("Spørgsmål ")
            self.compare_table(sheet, lambda label, column, agreement=agreement: (
                *columns[column], agreement, "", self.codes["evalueringsspoergsmaal", label.split(". ", 1)[1]])
                if column in columns else None)

    def compare_enterprises(self):
        self.compare_years_by_code("Virksomheder efter type", "virksomhed.aktive_ultimo", "virksomhedstype")
        self.compare_table("Virksomheder pr. år", lambda year, column: (ENTERPRISE_YEARS[column], year)
                           if column in ENTERPRISE_YEARS else None)
        self.compare_table("Virksomhedernes kendetegn", lambda label, year: (
            ENTERPRISE_FACTS[label][0], year, "", "", ENTERPRISE_FACTS[label][1]))

    def compare_efforts(self):
        def by_model(label, column):
            model = "" if label == "I alt" else self.codes["fundraisingmodel", label]
            return (FUNDRAISING_COLUMNS[column], 2024, "", "", model)

        self.compare_table("Slagelse-modellen", lambda label, year: (SLAGELSE_MODEL[label], year))
        for line in ("Den sociale bundlinje", "Den lokale bundlinje", "Den økonomiske bundlinje"):
            self.compare_table(line, lambda label, column: (BOTTOM_LINES[label], column)
                               if column in ("2023", "2024") else None)
        self.compare_table("Mosaikøkonomi", lambda year, column: (
            "virksomhed.indtaegt_andel", year, "", "", SECTORS[column]))
        self.compare_table("Fundraising", lambda label, year: (FUNDRAISING[label], year))
        self.compare_table("Fundraising efter model", by_model)
        self.compare_table("Lokale indkøb", lambda label, year: (PURCHASES[label], year))
        self.compare_table("Indkøb efter forvaltning", lambda label, year: (
            "indkoeb.beloeb", year, "", "", "" if label == "I alt" else label))
        self.compare_table("Prøvehandlinger pr. år", lambda label, year: (TRIALS[label], year))
        self.compare_table("Prøvehandlinger efter status", lambda label, column: (
            "proevehandling.status", 2024, "", "", self.codes["proevehandlingsstatus", label])
            if label != "I alt" else None)
        self.compare_table("Verdensmål", lambda label, year: (
            "proevehandling.verdensmaal", year, "", "", label.split(":")[0].removeprefix("Mål ")))

    def compare_goals(self):
        self.compare_table("Mål", lambda label, column: (f"maal.{GOALS[label]}.{GOAL_COLUMNS[column]}", 2024)
                           if column in GOAL_COLUMNS else None)
        self.compare_table("Nøgletal", lambda label, column: (KEY_FIGURES[label], column)
                           if column in ("2023", "2024") else None)

    def numbers_not_compared(self):
        """Sheet and column of number cells that no figure was found for; formulas are checked by recalculation."""
        left = set()
        for sheet in self.book.table_sheets():
            first, last, columns = self.book.table(sheet)
            headings = self.book.rows(sheet.title)[0]
            for row in range(first + 1, last + 1):
                for column in range(2, columns + 1):
                    place = (sheet.title, row - first, headings[column - 1])
                    if sheet.cell(row, column).data_type in ("n", "d") and place not in self.compared:
                        left.add((place[0], place[2]))
        return left

    def test_every_number_is_the_figure_in_noegletal_csv(self):
        self.compared = set()
        self.compare_jobs()
        self.compare_agreements()
        self.compare_answers()
        self.compare_enterprises()
        self.compare_efforts()
        self.compare_goals()
        self.assertGreater(len(self.compared), 500)
        # These are facts of the data folder, not figures: norms, places, dates, and what was read.
        self.assertEqual(self.numbers_not_compared(), {
            ("Job pr. år", "Årsnorm"), ("Job gennem året", "Årsnorm"),
            ("Job gennem året", "Job, der tæller med i årsnormen"), ("Aftalerne i overblik", "Pladser"),
            ("Virksomheder pr. år", "Mål"), ("Virksomhederne", "Begyndt"), ("Virksomhederne", "Registreret"),
            ("Ansøgninger", "Indsendt"), ("Ansøgninger", "Ansøgt i kr."), ("Ansøgninger", "Bevilget i kr."),
            ("Indkøbsaftaler", "Fra"), ("Indkøbsaftaler", "Til"), ("Prøvehandlinger", "Begyndt"),
            ("Filer", "Rækker"), ("Filer", "Talt med"), ("Filer", "Udeladt"), ("Filer", "Tomme"),
            ("Fund i data", "Antal")})

    def test_the_running_count_ends_at_the_goals_value(self):
        last = self.book.rows("Job gennem året")[-1]
        self.assertEqual(last[0], "December")
        self.assertEqual(last[1], self.figure("maal.aarsnorm.vaerdi", 2024))
        self.assertEqual(last[2], self.figure("maal.aarsnorm.maal", 2024))


def rewritten(source, target, member, change):
    """A copy of a workbook with one member changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            content = old.read(item).decode("utf-8") if item.filename == member else old.read(item)
            new.writestr(item.filename, change(content) if item.filename == member else content)
    return target


class TheChecker(SampleWorkbook):
    """The rules of check_workbook.py fail on a workbook that breaks them."""

    def broken(self, change):
        """The names of the rules that fail after a change to the workbook, made by openpyxl."""
        book = openpyxl.load_workbook(self.path)
        change(book)
        path = self.folder / "broken.xlsx"
        book.save(path)
        return {fault.split(":")[0] for fault in check_workbook.faults(path)}

    def test_it_sees_what_breaks_a_rule(self):
        # openpyxl loses alternative texts, so the rule on charts always fails on its workbooks.
        changes = {
            "nothing_hidden_or_merged": lambda book: book["Filer"].merge_cells("A1:B1"),
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
