#!/usr/bin/python3
"""noegletal-<period>.csv, byte for byte as a second implementation of the figures' definitions writes it."""

import datetime
import re
import shutil
import unittest

from independent_figures import noegletal, noegletal_of_evaluation
from program import SAMPLES, ProgramTest, run


# Goals about grants, trial actions, purchases and recommendations: what they are about, codes, target.
GOALS = [
    ("aarlig", "fundraising.ansoegninger", "", 5), ("aarlig", "fundraising.ansoegninger", "egen|kommune", 2),
    ("aarlig", "fundraising.bevilget", "", 400000), ("aarlig", "fundraising.succesrate", "", "0,4"),
    ("aarlig", "proevehandling.igangsatte", "", 4), ("aarlig", "proevehandling.status", "afsluttet|skaleret", 3),
    ("aarlig", "indkoeb.beloeb", "", 900000), ("aarlig", "indkoeb.antal", "", 1000),
    ("aarlig", "anbefaling.antal", "gennemfoert", 1),
    ("slut", "fundraising.ansoegt", "", 2000000), ("slut", "fundraising.bevillinger", "no_cure_no_pay", 5),
    ("slut", "fundraising.givere", "", 6), ("slut", "fundraising.gengangere", "", 2),
    ("slut", "fundraising.bevilget", "", 99000000), ("slut", "fundraising.succesrate", "", "0,9"),
    ("slut", "proevehandling.tvaersektorielle", "", 5), ("slut", "proevehandling.lokal_partner", "", 5),
    ("slut", "proevehandling.verdensmaal", "8|17", 8), ("slut", "indkoeb.beloeb", "", "1500000,50"),
    ("slut", "indkoeb.virksomheder", "", 5), ("slut", "indkoeb.reserveret", "", 200000),
    ("slut", "anbefaling.antal", "vedtaget|gennemfoert", 4),
]

FOLDERS = {"aar": "aarsrapport", "halvaar": "halvaarsrapport", "evaluering": "evaluering"}
YEARS = range(2018, 2026)


class IndependentFigures(ProgramTest):
    def written(self, command, period, data, *options):
        outcome = run(command, period, "--data", data, "--output", self.output, *options)
        self.assert_outcome(outcome, 0)
        folder = self.output / f"{FOLDERS[command]}-{period}"
        return (folder / f"noegletal-{period}.csv").read_bytes()

    def assert_same(self, written, expected):
        if written != expected.encode():
            self.assertEqual(written.decode("utf-8").splitlines(), expected.splitlines())
        self.assertEqual(written, expected.encode())

    def compare(self, data, period, command="aar"):
        self.assert_same(self.written(command, period, data), noegletal(data, str(period)))

    def compare_evaluation(self, data, year, *options, cutoff=None):
        self.assert_same(self.written("evaluering", year, data, *options),
                         noegletal_of_evaluation(data, year, cutoff))

    def copy_with_extract_date(self):
        """A copy of the sample, and a function that gives it another udtraeksdato."""
        data = self.folder / "data"
        shutil.copytree(SAMPLES / "slagelse", data)
        settings = (data / "rapport.ini").read_text(encoding="utf-8")

        def set_day(day):
            early = re.sub("udtraeksdato = .*", "udtraeksdato = " + day, settings)
            self.assertNotEqual(early, settings)
            (data / "rapport.ini").write_text(early, encoding="utf-8")

        return data, set_day

    def test_every_year_with_and_without_a_strategy_gives_the_same_file(self):
        for year in YEARS:
            with self.subTest(year=year):
                self.compare(SAMPLES / "slagelse", year)

    def test_every_half_year_gives_the_same_file(self):
        for year in YEARS:
            for half in (1, 2):
                with self.subTest(year=year, half=half):
                    self.compare(SAMPLES / "slagelse", f"{year}-{half}", "halvaar")

    def test_every_evaluation_gives_the_same_file(self):
        for year in YEARS:
            with self.subTest(year=year):
                self.compare_evaluation(SAMPLES / "slagelse", year)

    def test_another_cutoff_gives_the_same_file(self):
        self.compare_evaluation(SAMPLES / "slagelse", 2024, "--skaering", "31-12-2023",
                                cutoff=datetime.date(2023, 12, 31))

    def test_goals_about_the_efforts_give_the_same_file(self):
        data = self.folder / "data"
        shutil.copytree(SAMPLES / "slagelse", data, ignore=shutil.ignore_patterns("tekster"))
        lines = ["maal_id;navn;type;noegle;kode;maal;fra_aar;til_aar"]
        lines += [f"m{i};Mål {i};{kind};{figure};{codes};{target};2022;2025"
                  for i, (kind, figure, codes, target) in enumerate(GOALS)]
        (data / "maal.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.compare(data, 2025)
        self.compare(data, "2024-1", "halvaar")

    def test_the_agreements_have_come_to_what_the_status_of_2017_says(self):
        """The status of 2017: of the first agreement 50 % positive and 30 % stopped, of the second 70 % positive."""
        rows = [row.split(";") for row in self.written("evaluering", 2017, SAMPLES / "slagelse").decode().split("\r\n")]
        found = {(row[0], row[2], row[4]): row[5] for row in rows if row[0].endswith("_ialt") and row[1] == "2017"}
        self.assertEqual(found["forloeb.effekt_ialt", "SA-01", ""], "0,5")
        self.assertEqual(found["forloeb.effekt_ialt", "SA-02", ""], "0,7")
        stopped = int(found["forloeb.udfald_ialt", "SA-01", "stoppet"])
        self.assertEqual(stopped / int(found["forloeb.afsluttede_ialt", "SA-01", ""]), 0.3)

    def test_the_corrected_data_give_the_same_file(self):
        self.compare(SAMPLES / "slagelse-rettet", 2024)

    def test_an_extract_from_within_or_before_the_year_gives_the_same_file(self):
        data, set_day = self.copy_with_extract_date()
        for day in ("31-03-2024", "15-08-2024", "31-12-2023", "15-11-2023"):
            with self.subTest(day=day):
                set_day(day)
                self.compare(data, 2024)

    def test_an_extract_from_within_the_half_year_gives_the_same_file(self):
        data, set_day = self.copy_with_extract_date()
        for day, period in (("15-05-2024", "2024-1"), ("15-08-2024", "2024-2"), ("15-05-2024", "2024-2")):
            with self.subTest(day=day, period=period):
                set_day(day)
                self.compare(data, period, "halvaar")

    def test_an_extract_from_before_the_cutoff_gives_the_same_file(self):
        data, set_day = self.copy_with_extract_date()
        for day in ("31-01-2024", "15-11-2023"):
            with self.subTest(day=day):
                set_day(day)
                self.compare_evaluation(data, 2024)

if __name__ == "__main__":
    unittest.main()
