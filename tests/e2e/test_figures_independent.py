#!/usr/bin/python3
"""noegletal-<year>.csv, byte for byte as a second implementation of the figures' definitions writes it."""

import re
import shutil
import unittest

from independent_figures import noegletal
from program import SAMPLES, ProgramTest, run


def write_report(data, year, output):
    outcome = run("aar", year, "--data", data, "--output", output)
    return outcome, output / f"aarsrapport-{year}" / f"noegletal-{year}.csv"


class IndependentFigures(ProgramTest):
    def compare(self, data, year):
        outcome, path = write_report(data, year, self.output)
        self.assert_outcome(outcome, 0)
        written = path.read_bytes().decode("utf-8")
        expected = noegletal(data, str(year))
        if written != expected:
            self.assertEqual(written.splitlines(), expected.splitlines())
        self.assertEqual(written.encode(), expected.encode())

    def test_every_year_with_and_without_a_strategy_gives_the_same_file(self):
        for year in range(2018, 2026):
            with self.subTest(year=year):
                self.compare(SAMPLES / "slagelse", year)

    def test_the_corrected_data_give_the_same_file(self):
        self.compare(SAMPLES / "slagelse-rettet", 2024)

    def test_an_extract_from_within_or_before_the_year_gives_the_same_file(self):
        data = self.folder / "data"
        shutil.copytree(SAMPLES / "slagelse", data)
        settings = (data / "rapport.ini").read_text(encoding="utf-8")
        for day in ("31-03-2024", "15-08-2024", "31-12-2023", "15-11-2023"):
            with self.subTest(day=day):
                early = re.sub("udtraeksdato = .*", "udtraeksdato = " + day, settings)
                self.assertNotEqual(early, settings)
                (data / "rapport.ini").write_text(early, encoding="utf-8")
                self.compare(data, 2024)


if __name__ == "__main__":
    unittest.main()
