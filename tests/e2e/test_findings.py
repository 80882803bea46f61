#!/usr/bin/python3
"""What is found in the samples: nothing in the clean ones, exactly the documented faults in the faulty one."""

import csv
import io
import re
import shutil
import unittest

import openpyxl

from program import ROOT, SAMPLES, ProgramTest, finding_kinds, run, write_folder, BAD_JOB

GOLDEN = ROOT / "tests" / "golden"


def expected_faults():
    """(file, line, column, code, only with --udelad-fejl) of samples/fejl."""
    text = (SAMPLES / "fejl-ventet.csv").read_text(encoding="utf-8-sig")
    return [(row["fil"], int(row["linje"]), row["kolonne"], row["kode"], row["kun_med_udelad_fejl"] == "ja")
            for row in csv.DictReader(io.StringIO(text), delimiter=";")]


def listed_findings(path):
    """The rows of fejlliste.xlsx as {heading: cell}, each with the file that its sheet's title names."""
    found = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        header = next((index for index, row in enumerate(rows) if "Kode" in row and "Linje" in row), None)
        if header is None:
            continue
        names = rows[header]
        file = re.sub(r"^Fundet i ", "", rows[0][0])
        for row in rows[header + 1:]:
            found.append({"Fil": file, **{name: cell for name, cell in zip(names, row) if name}})
    return found


def fold(text):
    for old, new in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), (" ", "_"), ("-", "_"), (".", "_")):
        text = text.lower().replace(old, new)
    return text


class Samples(ProgramTest):
    def check(self, data, *more):
        """The outcome of `tjek`, and the findings of its list."""
        outcome = run("tjek", "--data", data, "-o", self.output, *more)
        path = self.output / "tjek" / "fejlliste.xlsx"
        return outcome, listed_findings(path) if path.exists() else []

    def test_the_clean_sets_give_neither_errors_nor_warnings(self):
        for name in ("slagelse", "slagelse-rettet"):
            outcome, found = self.check(SAMPLES / name)
            self.assert_outcome(outcome, 0)
            self.assertEqual([row for row in found if not row["Kode"].startswith("N")], [])
            self.assertNotRegex(outcome.stderr, r"(?m)^[EW]\d{3} ")

    def assert_faults(self, found, expected):
        scopes = {code: scope for code, (_, _, scope) in finding_kinds().items()}
        listed = sorted((row["Fil"], row["Linje"] or 0, fold(row["Kolonnenavn"] or ""), row["Kode"]) for row in found
                        if not row["Kode"].startswith("N") and scopes[row["Kode"]] != "RUN")
        self.assertEqual(listed, sorted(expected))

    def test_the_faulty_set_gives_exactly_the_documented_findings(self):
        outcome, found = self.check(SAMPLES / "fejl")
        self.assert_outcome(outcome, 1)
        self.assert_faults(found, [row[:4] for row in expected_faults() if not row[4]])

    def test_leaving_rows_out_adds_what_refers_to_them(self):
        outcome = run("aar", "2024", "--data", SAMPLES / "fejl", "-o", self.output, "--udelad-fejl")
        self.assert_outcome(outcome, 1)   # maal.csv has a fault, and goals cannot be left out
        self.assert_faults(listed_findings(self.output / "tjek" / "fejlliste.xlsx"),
                           [row[:4] for row in expected_faults()])

    def test_without_the_bad_goal_the_faulty_set_can_be_reported(self):
        shutil.copytree(SAMPLES / "fejl", self.data)
        goals = self.data / "maal.csv"
        lines = goals.read_bytes().splitlines(keepends=True)
        bad = {line for file, line, _, code, _ in expected_faults() if file == "maal.csv"}
        goals.write_bytes(b"".join(line for number, line in enumerate(lines, 1) if number not in bad))
        self.run_year("--udelad-fejl")
        self.assert_faults(listed_findings(self.output / "tjek" / "fejlliste.xlsx"),
                           [row[:4] for row in expected_faults() if row[0] != "maal.csv"])

    def test_every_finding_has_what_is_wrong_and_what_to_do(self):
        _, found = self.check(SAMPLES / "fejl")
        for row in found:
            self.assertTrue(row["Hvad er galt"].endswith("."), row)
            self.assertTrue(row["Hvad skal der gøres"].endswith("."), row)
            self.assertNotRegex(row["Hvad er galt"] + row["Hvad skal der gøres"], r"[{}]", row)
            self.assertTrue(row["Kolonne"] or not row["Kolonnenavn"], row)

    def test_a_cpr_number_is_shown_nowhere(self):
        outcome, _ = self.check(SAMPLES / "fejl", "-v")
        self.assertIn("******-****", outcome.stderr)
        for digits in ("311257-5005", "3112575005", "5005"):
            self.assertNotIn(digits, outcome.stdout + outcome.stderr)
        book = openpyxl.load_workbook(self.output / "tjek" / "fejlliste.xlsx")
        cells = [str(cell) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row]
        self.assertFalse([cell for cell in cells if "5005" in cell])

    def test_the_value_is_listed_as_read(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        _, found = self.check(self.data)
        self.assertEqual([(row["Linje"], row["Kolonne"], row["Kolonnenavn"], row["Værdi"], row["Kode"]) for row in found],
                         [(3, "E", "start", "31-02-2024", "E213")])


class Completeness(unittest.TestCase):
    # A fault of the program, which a unit test of the stage compare makes.
    SHOWN_ELSEWHERE = {"W503"}

    def test_every_kind_of_finding_has_a_sample_or_a_golden_case(self):
        shown = {row[3] for row in expected_faults()} | self.SHOWN_ELSEWHERE
        for path in GOLDEN.glob("*/expected.diag"):
            shown |= set(re.findall(r"\b[EWN]\d{3}\b", path.read_text(encoding="utf-8")))
        kinds = finding_kinds()
        self.assertGreater(len(kinds), 50)
        missing = [f"{code} {kinds[code][0]}" for code in sorted(set(kinds) - shown)]
        self.assertEqual(missing, [], "no sample and no golden case gives these")
        self.assertEqual(sorted(shown - set(kinds)), [], "these are expected, but diag.def does not have them")

    def test_codes_and_identifiers_are_unique_and_agree_with_their_level(self):
        text = (ROOT / "src/base/diag.def").read_text(encoding="utf-8")
        kinds = finding_kinds()
        self.assertEqual(len(kinds), len(re.findall(r"(?m)^FINDING\(", text)))
        self.assertEqual(len({name for name, _, _ in kinds.values()}), len(kinds))
        for code, (_, level, _) in kinds.items():
            self.assertEqual({"E": "ERROR", "W": "WARNING", "N": "NOTE"}[code[0]], level, code)


if __name__ == "__main__":
    unittest.main()
