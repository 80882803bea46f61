#!/usr/bin/python3
"""forklar: the value is that of the report's noegletal.csv, and the rows are those of the files."""

import csv
import decimal
import re
import unittest

from program import BAD_JOB, SAMPLES, ProgramTest, run, write_folder

DATA = SAMPLES / "slagelse"
ROW = re.compile(r"^(\S+\.csv) +(\d+)  ", re.M)
COUNTS_ROWS = ("forloeb.startede", "forloeb.afsluttede", "forloeb.positive", "forloeb.udfald", "forloeb.vaerdikaede",
               "forloeb.opfoelgningsmoeder", "forloeb.status_efter", "job.nye", "job.aktive_ultimo", "job.timebaand",
               "virksomhed.aktive_ultimo", "aftale.nye", "evaluering.antal", "fundraising.ansoegninger",
               "proevehandling.status", "indkoeb.antal")


def explain(noegle, periode, *words):
    return run("forklar", noegle, periode, *words, "--data", DATA)


def words_of(row):
    """aftale=, maalgruppe= and kode= of a row of noegletal.csv."""
    return [f"{name}={row[name]}" for name in ("aftale", "maalgruppe", "kode") if row[name]]


def one_of_each(rows):
    """For every figure a row of each way in which it is divided: one from the middle of them."""
    kinds = {}
    for row in rows:
        kind = (row["noegle"], *(bool(row[name]) for name in ("aftale", "maalgruppe", "kode")))
        kinds.setdefault(kind, []).append(row)
    return [of_kind[len(of_kind) // 2] for of_kind in kinds.values()]


class Explain(ProgramTest):
    def figures(self, command, period, folder):
        self.assert_outcome(run(command, period, "--data", DATA, "--output", self.output), 0)
        with open(self.output / f"{folder}-{period}" / f"noegletal-{period}.csv", encoding="utf-8-sig", newline="") as file:
            return [row for row in csv.DictReader(file, delimiter=";") if row["periode"] == period]

    def compare(self, row):
        outcome = explain(row["noegle"], row["periode"], *words_of(row), "-v")
        with self.subTest(**row):
            self.assertEqual((outcome.status, outcome.stderr), (0, ""))
            if row["vaerdi"]:
                self.assertIn(f"I noegletal.csv: {row['vaerdi']}\n", outcome.stdout)
            else:
                self.assertNotIn("I noegletal.csv", outcome.stdout)
            if row["noegle"] in COUNTS_ROWS:
                self.assertEqual(len(ROW.findall(outcome.stdout)), int(row["vaerdi"]))

    def test_the_value_is_that_of_the_yearly_report(self):
        rows = one_of_each(self.figures("aar", "2024", "aarsrapport"))
        self.assertGreater(len(rows), 150)
        for row in rows:
            self.compare(row)

    def test_the_value_is_that_of_the_evaluation(self):
        rows = [row for row in self.figures("evaluering", "2024", "evaluering")
                if row["noegle"].startswith("evaluering.") or row["noegle"].endswith("_ialt")]
        for row in one_of_each(rows):
            self.compare(row)

    def test_the_value_is_that_of_the_half_yearly_report(self):
        for row in one_of_each(self.figures("halvaar", "2023-2", "halvaarsrapport"))[::5]:
            self.compare(row)

    def test_a_row_stands_on_the_line_that_is_named(self):
        outcome = explain("job.nye", "2024", "kode=fleksjob", "-v")
        found = ROW.findall(outcome.stdout)
        self.assertTrue(found)
        for name, line in found:
            text = (DATA / name).read_bytes().decode("cp1252" if "jobcenter" in name else "utf-8", "replace")
            self.assertRegex(text.splitlines()[int(line) - 1].lower(), "fleksjob")

    def test_the_sum_of_what_the_rows_add_is_the_value(self):
        shown = explain("job.timer", "2024", "-v").stdout
        added = [line.split()[-1] for line in shown.splitlines() if ROW.match(line)]
        value = re.search(r"I noegletal\.csv: (\S+)", shown).group(1)
        number = lambda text: decimal.Decimal(text.replace(".", "").replace(",", "."))
        self.assertEqual(sum(map(number, added)), number(value))

    def test_fifty_rows_are_shown_and_all_with_v(self):
        short = explain("forloeb.igang_ultimo", "2024").stdout
        shown = explain("forloeb.igang_ultimo", "2024", "-v").stdout
        value = int(re.search(r"I noegletal\.csv: (\d+)", short).group(1))
        self.assertGreater(value, 50)
        self.assertEqual(len(ROW.findall(short)), 50)
        self.assertIn(f"… og {value - 50} mere; vis alle med -v.", short)
        self.assertEqual(len(ROW.findall(shown)), value)

    def test_nothing_is_written(self):
        outcome = run("forklar", "forloeb.effekt", "2024", "--data", DATA, cwd=self.folder)
        self.assert_outcome(outcome, 0)
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name == "output"], [])

    def test_data_with_errors_explain_nothing_unless_the_rows_are_left_out(self):
        data = self.folder / "data"
        write_folder(data, {"job.csv": "+" + BAD_JOB})
        refused = run("forklar", "job.nye", "2024", "--data", data, "--output", self.output)
        self.assertEqual((refused.status, refused.stdout), (1, ""))
        self.assertIn("E213 job.csv:3", refused.stderr)
        self.assertIn("Der er fejl i data, så tallet kan ikke forklares.", refused.stderr)
        shown = run("forklar", "job.nye", "2024", "--data", data, "--output", self.output, "--udelad-fejl")
        self.assert_outcome(shown, 0)
        self.assertEqual(ROW.findall(shown.stdout), [("job.csv", "2")])


if __name__ == "__main__":
    unittest.main()
