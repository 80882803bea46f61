#!/usr/bin/python3
"""The effect calculation as a report: its numbers are those of noegletal-effekt.csv, every rate is printed as it stands
in the data, its sentences say what the figures say, and PDF and workbook keep the rules of the other reports.
"""

import csv
import decimal
import io
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import check_workbook
from check_pdf import PdfCheck
from check_workbook import Workbook
from program import SAMPLES, parse_value, plain, read_figures, run

DATA = SAMPLES / "effekt"
BASE = "Forventet"
NUMBER = re.compile(r"−?\d{1,3}(?:\.\d{3})*(?:,\d+)?")

SCENARIO_ROWS = {"Investering, kr.": "investering", "Betalinger for resultater, kr.": "betalinger",
                 "Betalinger til virksomheder, kr.": "betalinger_virksomhed", "Besparelse, kr.": "besparelse",
                 "Netto, kr.": "netto", "Netto pr. deltager, kr.": "netto_pr_deltager", "Afkast": "afkast",
                 "Tilbagebetalt i måned": "tilbagebetalt_maaned"}
GROUP_COLUMNS = {"Forløb": "forloeb", "Positive": "positive", "Investering": "investering", "Betalinger": "betalinger",
                 "Besparelse": "besparelse", "Netto": "netto", "Netto pr. deltager": "netto_pr_deltager",
                 "Afkast": "afkast", "Tilbagebetalt i måned": "tilbagebetalt_maaned"}
FLOW_COLUMNS = {"Investering, kr.": "investering", "Betalinger for resultater, kr.": "betalinger",
                "Betalinger til virksomheder, kr.": "betalinger_virksomhed", "Besparelse, kr.": "besparelse",
                "Netto, kr.": "netto", "Netto fra måned 0, kr.": "kumuleret"}
INPUTS = {"Ydelsen": "ydelse", "Andel af ydelsen, der spares": "besparelse", "Statens andel af ydelsen": "statens_andel",
          "Ekstra kommuneskat": "skat", "Frafald": "frafald", "Horisont": "horisont", "Diskontering": "diskontering",
          "Betalinger for resultater": "betalinger", "Investering": "investering"}
RESULTS = {"Træning gennemført": "traening_gennemfoert", "Nået til praktik": "praktik",
           "Udfald: Ordinært job": "udfald:ordinaert_job", "Udfald: Fleksjob": "udfald:fleksjob",
           "Udfald: Uddannelse": "udfald:uddannelse", "Fastholdt i 6 måneder": "fastholdt_6",
           "Fastholdt i 12 måneder": "fastholdt_12", "Virksomhed: ansat i mindst 180 dage": "virksomhed_ansat",
           "Virksomhed: flere ansatte": "virksomhed_vaekst"}


def rows_of(name):
    text = (DATA / f"{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


class EffectReport(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        outcome = run("effekt", "--data", DATA, "-o", cls.folder)
        assert outcome.status == 0, outcome.stderr
        cls.report = cls.folder / "effekt"
        cls.book = Workbook(cls.report / "effekt.xlsx")
        cls.figures = read_figures(cls.report / "noegletal-effekt.csv")
        cls.text = " ".join(plain(run("effekt", "--data", DATA, "--tekst").stdout).split())

    def figure(self, name, code=BASE, period="", agreement="", group=""):
        return parse_value(self.figures[(f"effekt.{name}", period, agreement, group, code)][0])

    def compare(self, cell, expected, place):
        if expected is None:
            self.assertNotIsInstance(cell, (int, float), place)
        else:
            self.assertAlmostEqual(decimal.Decimal(cell), expected, 5, place)

    def table(self, sheet):
        """(heading, label, cell) of every cell below and right of the headings, notes off."""
        rows = self.book.rows(sheet)
        headings = [re.sub(r" \[note \d+\]", "", str(heading)) for heading in rows[0]]
        for row in rows[1:]:
            for heading, cell in list(zip(headings, row))[1:]:
                yield heading, row[0], cell

    def test_scenarios_side_by_side_are_the_figures(self):
        for scenario, label, cell in self.table("Scenarier"):
            if label in SCENARIO_ROWS:
                self.compare(cell, self.figure(SCENARIO_ROWS[label], scenario), (scenario, label))
            elif label == "Selvfinansierende":
                self.assertEqual(cell, "ja" if self.figure("netto", scenario) >= 0 else "nej")
            else:
                self.assertEqual(label, "Horisont i måneder")

    def test_the_flow_of_money_is_the_figures(self):
        for heading, label, cell in self.table("Pengestrøm"):
            period = "" if label == "I alt" else f"m{int(label.split()[1]):03d}"
            if heading == "Betalinger til virksomheder, kr." and period:
                saved, *others = (self.figure(name, period=period)
                                  for name in ("besparelse", "investering", "betalinger", "netto"))
                self.compare(cell, saved - sum(others), (heading, label))
            elif (period, heading) != ("", "Netto fra måned 0, kr."):
                self.compare(cell, self.figure(FLOW_COLUMNS[heading], period=period), (heading, label))
        count = 0
        for scenario, label, cell in self.table("Netto fra måned 0"):
            period = f"m{int(label.split()[1]):03d}"
            known = ("effekt.kumuleret", period, "", "", scenario) in self.figures
            self.compare(cell, self.figure("kumuleret", scenario, period) if known else None, (scenario, label))
            count += known
        self.assertEqual(count, 37 + 37 + 49)

    def test_groups_side_by_side_are_the_figures(self):
        agreements = {row["navn"]: row["aftale_id"] for row in rows_of("aftaler")}
        groups = {"Kontanthjælp": "kontanthjaelp", "Integration": "integration", "Unge": "unge"}
        where = {"Aftaler": lambda label: {"agreement": agreements[label]},
                 "Målgrupper": lambda label: {"group": groups[label]},
                 "Klynger": lambda label: {"code": f"{BASE}:{label}"}}
        for sheet, dimension in where.items():
            for heading, label, cell in self.table(sheet):
                if heading in GROUP_COLUMNS:
                    self.compare(cell, self.figure(GROUP_COLUMNS[heading], **dimension(label)), (sheet, heading, label))
                else:
                    self.assertEqual(heading, "Selvfinansierende")
                    self.assertEqual(cell, "ja" if self.figure("netto", **dimension(label)) >= 0 else "nej")

    def test_results_are_the_figures(self):
        for heading, label, cell in self.table("Resultater"):
            if heading != "Betaling for ét, kr.":
                name = "resultater" if heading == "Betalte resultater" else "betaling"
                self.compare(cell, self.figure(name, f"{BASE}:{RESULTS[label]}"), (heading, label))

    def test_fixed_prices_are_held_against_payments(self):
        agreements = {row["navn"]: row["aftale_id"] for row in rows_of("aftaler")}
        for heading, label, cell in self.table("Fast pris"):
            key = {"agreement": agreements.get(label, "")}
            fixed, difference = self.figure("fastpris", **key), self.figure("fastpris_forskel", **key)
            expected = {"Forløb": self.figure("fastpris_forloeb", **key), "Fast pris, kr.": fixed,
                        "Betaling for resultater, kr.": fixed - difference, "Forskel, kr.": difference}
            if heading in expected:
                self.compare(cell, expected[heading], (heading, label))

    def test_the_tornado_is_the_figures_widest_first(self):
        rows = self.book.rows("Følsomhed")[1:]
        widths = []
        for label, down, up, base in rows:
            self.compare(down, self.figure("foelsomhed", f"{BASE}:{INPUTS[label]}:ned"), label)
            self.compare(up, self.figure("foelsomhed", f"{BASE}:{INPUTS[label]}:op"), label)
            self.compare(base, self.figure("netto"), label)
            widths.append(abs(down - up))
        self.assertEqual(widths, sorted(widths, reverse=True))
        self.assertEqual({row[0] for row in rows}, set(INPUTS))

    def test_every_rate_is_printed_as_it_stands_in_the_data(self):
        for name in ("satser", "refusion", "virkning", "betalinger", "investering", "scenarier"):
            for row in rows_of(name):
                for column, cell in row.items():
                    for number in NUMBER.findall(cell) if column not in ("gyldig_fra", "dato", "post") else ():
                        is_money = column in ("ydelse", "skat", "beloeb")
                        exact = number if is_money or "," not in number else number.rstrip("0")
                        self.assertIn(f" {exact} ", f"{self.text} ", (name, column))

    def test_it_says_that_it_is_a_simulation(self):
        self.assertIn("Dette er en simulering", self.text)
        self.assertIn("Simulering af betaling for resultater", self.text)
        pages = subprocess.run(["pdftotext", "-layout", self.report / "effekt.pdf", "-"], capture_output=True, check=True,
                               encoding="utf-8").stdout.split("\f")[:-1]
        self.assertEqual([number for number, page in enumerate(pages, 1) if "simulering" not in page.lower()], [])

    def test_the_answer_says_what_the_figures_say(self):
        month = self.figure("tilbagebetalt_maaned")
        self.assertIn(f"Ja, i scenariet »{BASE}«", self.text)
        self.assertIn(f"Pengene er tilbagebetalt i måned {month},", self.text)
        self.assertIn("Indsatsen er selvfinansierende", self.text)
        self.assertIn("1 forløb begynder senere og er ikke med", self.text)

    def test_the_account_of_rows_tells_which_are_not_used(self):
        courses, follow_ups = len(rows_of("forloeb")), len(rows_of("opfoelgninger"))
        self.assertIn(f"Den bruger {courses - 1} af {courses} forløb og {follow_ups - 1} af {follow_ups} opfølgninger",
                      self.text)
        self.assertNotIn("Alle rækker i filerne er talt med", self.text)

    def test_what_each_result_takes_is_said(self):
        for result in ("Træning gennemført", "Nået til praktik", "Udfald", "Fastholdt i 6 eller 12 måneder",
                       "Virksomhed, ansat i mindst 180 dage", "Virksomhed, flere ansatte"):
            self.assertIn(f"- {result}: ", self.text)

    def test_pdf_and_workbook_keep_the_rules(self):
        self.assertEqual(dict(PdfCheck(self.report / "effekt.pdf").check()), {})
        self.assertEqual(check_workbook.faults(self.report / "effekt.xlsx"), [])
        self.assertEqual(sorted(path.name for path in self.report.iterdir()),
                         ["effekt.pdf", "effekt.xlsx", "koersel.json", "noegletal-effekt.csv"])

    def test_libreoffice_recalculates_every_formula_to_the_same_value(self):
        with tempfile.TemporaryDirectory() as folder:
            others = check_workbook.all_recalculated([self.report / "effekt.xlsx"], folder)
            if others is None:
                self.skipTest("LibreOffice is not installed")
            wrong, count = check_workbook.formula_faults(self.report / "effekt.xlsx", others[0])
            self.assertEqual(wrong, [])
            self.assertGreater(count, 5)


if __name__ == "__main__":
    unittest.main()
