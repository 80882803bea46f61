#!/usr/bin/python3
"""The same report for several municipalities at once, and the municipalities side by side."""

import json
import subprocess
import unittest

import openpyxl

import fault_shim
import program
from program import BAD_JOB, LATE_JOB, SMALL_FOLDER, ProgramTest, read_figures, run, run_on_terminal, write_folder

FOLDERS = {"slagelse": "Slagelse", "oeer/aeroe": "Ærø", "aabenraa": "Aabenraa"}
MUNICIPALITIES = {"Slagelse": ("0330", "80000", 3), "Ærø": ("0492", "6000", 3), "Aabenraa": ("0580", None, 5)}

ANSWERS = "aftale_id;aar;spoergsmaal;svar;bemaerkning\nA1;2024;samarbejde;4;\n"


def settings(name, code, inhabitants):
    text = SMALL_FOLDER["rapport.ini"].replace("navn = Prøveby", f"navn = {name}", 1).replace("0330", code, 1)
    return text.replace("[udvalg]", f"indbyggere = {inhabitants}\n\n[udvalg]", 1) if inhabitants else text


def jobs(count):
    return "+" + "".join(f"X{i};B{i};V1;fleksjob;0{i + 1}-11-2024;;12;unge\n" for i in range(count))


def rows_of(sheet, heading):
    """The rows of the sheet's table, as dictionaries by heading."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(i for i, row in enumerate(rows) if row[0] == heading)
    return [dict(zip(rows[top], row)) for row in rows[top + 1:] if row[0] is not None]


class AllReports(ProgramTest):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "kommuner"
        for folder, name in FOLDERS.items():
            code, inhabitants, count = MUNICIPALITIES[name]
            write_folder(self.data / folder, {"rapport.ini": settings(name, code, inhabitants),
                                              "job.csv": jobs(count)})
        self.output = self.folder / "ud"

    def all(self, *arguments, report=("aar", "2024"), **more):
        return run("alle", *report, "--data", self.data, "-o", self.output, *arguments, **more)

    def table(self, sheet, heading="Kommune"):
        book = openpyxl.load_workbook(self.output / "sammenligning-aarsrapport-2024" / "sammenligning.xlsx",
                                      data_only=True)
        return rows_of(book[sheet], heading)

    def test_every_data_folder_has_its_own_report_where_it_lies_below_the_output_folder(self):
        done = self.all()
        self.assertEqual(done.status, 0, done.stderr)
        for folder in FOLDERS:
            alone = self.folder / "alene" / folder
            run("aar", "2024", "--data", self.data / folder, "-o", alone)
            for file in ("noegletal-2024.csv", "aarsrapport-2024.pdf", "aarsrapport-2024.xlsx"):
                self.assertEqual((self.output / folder / "aarsrapport-2024" / file).read_bytes(),
                                 (alone / "aarsrapport-2024" / file).read_bytes(), f"{folder}/{file}")

    def test_the_files_are_named_folder_by_folder_whatever_came_first(self):
        done = self.all()
        named = [line.removeprefix(f"{self.output}/").split("/aarsrapport-2024/")[0]
                 for line in done.stdout.splitlines() if line.endswith("koersel.json")]
        self.assertEqual(named, ["aabenraa", "oeer/aeroe", "slagelse",
                                 "sammenligning-aarsrapport-2024/koersel.json"])

    def test_municipalities_are_ranked_by_what_they_have_per_inhabitant(self):
        self.all()
        ranked = self.table("Job")
        self.assertEqual([row["Kommune"] for row in ranked], ["Ærø Kommune", "Slagelse Kommune",
                                                              "Aabenraa Kommune", "Alle"])
        self.assertEqual([row["Plads"] for row in ranked[:2]], [1, 2])
        self.assertAlmostEqual(ranked[0]["Job pr. 10.000 indbyggere"], 4 * 10000 / 6000)
        self.assertAlmostEqual(ranked[1]["Job pr. 10.000 indbyggere"], 4 * 10000 / 80000)
        self.assertEqual(ranked[2]["Job pr. 10.000 indbyggere"], "[x]", "no inhabitants are stated")

    def test_the_overview_is_in_the_order_of_the_alphabet_with_regions(self):
        self.all()
        overview = self.table("Overblik")
        self.assertEqual([(row["Kommune"].removesuffix(" [note 1]"), row["Region"]) for row in overview],
                         [("Slagelse Kommune", "Region Sjælland"), ("Ærø Kommune", "Region Syddanmark"),
                          ("Aabenraa Kommune", "Region Syddanmark")])

    def test_the_numbers_are_those_of_each_municipalitys_own_figures_file(self):
        self.all()
        by_name = {row["Kommune"]: row for row in self.table("Job")}
        for folder, name in FOLDERS.items():
            figures = read_figures(self.output / folder / "aarsrapport-2024" / "noegletal-2024.csv")
            self.assertEqual(str(by_name[f"{name} Kommune"]["Nye job"]),
                             figures["job.nye", "2024", "", "", ""][0])

    def test_a_fault_in_one_folder_stops_no_other(self):
        write_folder(self.data / "slagelse", {"job.csv": "+" + BAD_JOB,
                                              "rapport.ini": settings("Slagelse", "0330", "80000")})
        done = self.all()
        self.assertEqual(done.status, 1)
        self.assertIn("1 fejl i data", done.stderr)
        self.assertTrue((self.output / "slagelse" / "tjek" / "fejlliste.xlsx").exists())
        self.assertFalse((self.output / "slagelse" / "aarsrapport-2024").exists())
        self.assertEqual(len(self.table("Overblik")), 2)
        self.assertEqual(self.table("Uden rapport"), [{"Kommune": "Slagelse Kommune", "Mappe": "slagelse",
                                                       "Hvorfor": "1 fejl i data"}])

    def test_a_folder_that_cannot_be_written_is_told_of_with_its_own_words(self):
        (self.output / "aabenraa").mkdir(parents=True)
        (self.output / "aabenraa" / "aarsrapport-2024").write_text("i vejen")
        done = self.all()
        self.assertEqual(done.status, 3)
        self.assertIn("\naabenraa:\n", done.stderr)
        self.assertTrue((self.output / "slagelse" / "aarsrapport-2024").is_dir())

    def test_a_run_that_is_killed_is_told_of_and_the_others_are_written(self):
        shim = fault_shim.FaultShim()
        self.addCleanup(shim.close)
        done = self.all("-q", env=shim.environment("names", at=1, kind="kill-after"))
        self.assertEqual(done.status, 3)
        self.assertRegex(done.stderr, r"\A\n\S+:\naarsrapport: Kørslen blev afbrudt \(signal 9\)\. Kør igen\.\n\Z")
        self.assertEqual(len(self.table("Overblik")), 2)
        self.assertEqual(self.table("Uden rapport")[0]["Hvorfor"], "Programmet blev afbrudt (signal 9)")
        self.assertEqual(self.all().status, 0)

    def test_a_second_run_of_the_same_changes_nothing(self):
        self.all()
        before = {path: path.read_bytes() for path in self.output.rglob("*") if path.is_file()}
        done = self.all()
        self.assertEqual(done.status, 0)
        self.assertEqual(done.stderr.count("Uændret siden version 1"), 4)
        self.assertEqual({path: path.read_bytes() for path in self.output.rglob("*") if path.is_file()}, before)

    def test_a_corrected_folder_makes_a_new_version_of_its_report_and_of_the_comparison(self):
        self.all()
        write_folder(self.data / "slagelse", {"job.csv": jobs(6),
                                              "rapport.ini": settings("Slagelse", "0330", "80000")})
        done = self.all("--begrundelse", "Tre job manglede")
        self.assertEqual(done.status, 0, done.stderr)
        self.assertTrue((self.output / "slagelse" / "aarsrapport-2024.version-1").is_dir())
        self.assertFalse((self.output / "aabenraa" / "aarsrapport-2024.version-1").exists())
        self.assertTrue((self.output / "sammenligning-aarsrapport-2024.version-1").is_dir())
        by_name = {row["Kommune"]: row for row in self.table("Job")}
        self.assertEqual(by_name["Slagelse Kommune"]["Nye job"], 7)

    def test_hidden_folders_and_links_are_not_data_folders(self):
        write_folder(self.data / ".gemt")
        (self.data / "genvej").symlink_to(self.data / "slagelse")
        done = self.all()
        self.assertNotIn("gemt", done.stderr)
        self.assertNotIn("genvej", done.stderr)

    def test_a_folder_without_data_folders_is_refused(self):
        (self.folder / "tom").mkdir()
        done = run("alle", "aar", "2024", "--data", self.folder / "tom", "-o", self.output)
        self.assertEqual(done.status, 3)
        self.assertIn("rapport.ini", done.stderr)

    def test_a_data_folder_in_its_place_is_told_of(self):
        done = run("alle", "aar", "2024", "--data", self.data / "slagelse", "-o", self.output)
        self.assertEqual(done.status, 3)
        self.assertIn("er selv en datamappe", done.stderr)

    def test_when_all_fail_no_comparison_is_written_and_it_is_said(self):
        for folder in FOLDERS:
            write_folder(self.data / folder, {"job.csv": "+" + BAD_JOB})
        done = self.all()
        self.assertEqual(done.status, 1)
        self.assertIn("ikke skrevet en ny sammenligning", done.stderr)
        self.assertFalse((self.output / "sammenligning-aarsrapport-2024").exists())

    def test_half_years_and_evaluations_can_be_compared_too(self):
        for folder in FOLDERS:
            (self.data / folder / "evalueringer.csv").write_text(ANSWERS)
        for report in (("halvaar", "2024-2"), ("evaluering", "2024")):
            done = self.all(report=report)
            self.assertEqual(done.status, 0, done.stderr)
        for name in ("halvaarsrapport-2024-2", "evaluering-2024"):
            record = json.loads((self.output / f"sammenligning-{name}" / "koersel.json").read_text("utf-8"))
            self.assertEqual([output["fil"] for output in record["output"]],
                             ["sammenligning.pdf", "sammenligning.xlsx"])
            self.assertEqual(len(record["input"]), 3)

    def test_the_comparison_is_a_sound_pdf(self):
        self.all()
        pdf = self.output / "sammenligning-aarsrapport-2024" / "sammenligning.pdf"
        subprocess.run(["qpdf", "--check", pdf], check=True, capture_output=True)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
        self.assertIn("Flest nye job pr. 10.000 indbyggere har Ærø Kommune: 6,7.", " ".join(text.split()))

    def test_a_terminal_sees_how_far_it_has_come_and_then_the_summary_alone(self):
        outcome = run_on_terminal("alle", "aar", "2024", "--data", self.data, "-o", self.output)
        self.assertEqual(outcome.status, 0, outcome.stderr)
        self.assertRegex(outcome.stderr, r"\r  \[#+\.+\] 1 af 3\r  \[#+\.+\] 2 af 3\r\033\[K")

    def test_a_run_that_cannot_begin_is_told_of(self):
        done = run("--nofile=7", program.PROGRAM, "alle", "aar", "2024", "--data", self.data, "-o", self.output,
                   path="prlimit")
        self.assertEqual(done.status, 3)
        self.assertIn("Kan ikke begynde på »slagelse«", done.stderr)
        self.assertFalse((self.output / "slagelse").exists())

    def test_quiet_says_nothing_and_loud_says_all(self):
        write_folder(self.data / "slagelse", {"job.csv": "+" + LATE_JOB})
        self.assertEqual(self.all("-q").stderr, "")
        loud = self.all("-v").stderr
        self.assertIn("\nslagelse:\n", loud)
        self.assertIn("W206", loud)
        for folder in FOLDERS:
            write_folder(self.data / folder, {"job.csv": "+" + BAD_JOB})
        self.assertEqual(self.all("-q").stderr, "")

    def test_a_comparison_that_cannot_be_written_is_a_fault_and_the_reports_stand(self):
        comparison = self.output / "sammenligning-aarsrapport-2024"
        lock = self.output / ".sammenligning-aarsrapport-2024.laas"
        self.output.mkdir()
        comparison.write_text("i vejen")
        done = self.all()
        self.assertEqual(done.status, 3)
        self.assertIn("aarsrapport: Kan ikke lægge rapporten på plads", done.stderr)
        self.assertEqual(comparison.read_text(), "i vejen")
        self.assertTrue((self.output / "slagelse" / "aarsrapport-2024").is_dir())
        comparison.unlink()
        lock.mkdir()
        done = self.all()
        self.assertEqual(done.status, 3)
        self.assertIn(f"aarsrapport: Kan ikke skrive »{lock}«: der ligger en mappe med det navn.", done.stderr)
        self.assertEqual(done.stderr.count("Uændret siden version 1"), 3)

    def test_a_folder_that_is_not_there_is_a_fault(self):
        done = run("alle", "aar", "2024", "--data", self.folder / "mangler", "-o", self.output)
        self.assertEqual(done.status, 3)
        self.assertIn("Kan ikke læse mappen", done.stderr)

    def test_only_a_file_makes_a_data_folder_and_none_is_looked_for_very_deep(self):
        (self.data / "ingen" / "rapport.ini").mkdir(parents=True)
        write_folder(self.data.joinpath(*"abcdefghijklmnopqrstuvwxyzæøåABCDEFG"))
        done = self.all()
        self.assertEqual(done.status, 0, done.stderr)
        self.assertNotIn("ingen", done.stderr)
        self.assertNotIn("a/b/c", done.stderr)

    def test_words_that_are_not_a_report_and_a_period_are_refused(self):
        for words, says in ((("alle",), "en rapport"), (("alle", "tjek", "2024"), "»tjek« er ikke en rapport"),
                            (("alle", "mumle", "2024"), "»mumle« er ikke en rapport"),
                            (("alle", "aar"), "alle aar 2024."), (("alle", "halvaar"), "alle halvaar 2024-1."), (("alle", "aar", "2024-1"), "er ikke et år"),
                            (("alle", "aar", "2024", "mere"), "ét ord for meget"),
                            (("alle", "aar", "2024", "--tekst"), "--tekst"),
                            (("alle", "aar", "2024", "--skaering", "01-03-2024"), "--skaering")):
            with self.subTest(words):
                done = run(*words, "--data", self.data)
                self.assertEqual(done.status, 2)
                self.assertIn(says, done.stderr)


if __name__ == "__main__":
    unittest.main()
