#!/usr/bin/python3
"""sammenlign: what differs between two reports or two folders of data; 0 when nothing does, 1 when something does."""

import re
import shutil
import unittest

import openpyxl

from program import KEPT, SAMPLES, SMALL_FOLDER, ProgramTest, run, tree, write_folder

NAME = "aarsrapport-2024"
MORE_JOBS = "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"


class CompareTest(ProgramTest):
    def compare(self, old, new, *more, status=1):
        return self.assert_outcome(run("sammenlign", old, new, "-o", self.output, *more), status)

    def book(self, name):
        return openpyxl.load_workbook(self.output / "sammenligning" / f"sammenligning-{name}.xlsx")


class Data(CompareTest):
    def setUp(self):
        super().setUp()
        self.old = write_folder(self.folder / "før")
        write_folder(self.data, {"job.csv": MORE_JOBS})

    def test_the_correction_of_the_sample_is_told(self):
        outcome = self.compare(SAMPLES / "slagelse", SAMPLES / "slagelse-rettet", "--periode", "2024")
        self.assertIn("Målet »Mindst 30 job om året« er vendt fra ikke nået til nået", outcome.stdout)
        self.assertRegex(outcome.stdout, r"(?m)^ +\d +job-virksomheder\.csv +85 +tilføjet +hele rækken")
        self.assertRegex(outcome.stdout, r"(?m)^ +\d +opfoelgninger\.csv +1218 +rettet +moede_holdt +ja +nej +8 tal$")
        path = f"{self.output}/sammenligning/sammenligning-slagelse-slagelse-rettet.xlsx"
        self.assertEqual(outcome.stdout.splitlines()[-1], path)
        self.assertGreater(len(self.book("slagelse-slagelse-rettet").sheetnames), 2)

    def test_the_other_way_round_the_row_is_gone(self):
        outcome = self.compare(self.data, self.old)
        self.assertRegex(outcome.stdout, r"(?m)^ +1 +job\.csv +3 +fjernet +hele rækken")
        self.assertRegex(outcome.stdout, r"(?m)^Nye job +2 +1 ")

    def test_equal_folders(self):
        outcome = self.compare(self.data, write_folder(self.folder / "kopi", {"job.csv": MORE_JOBS}), status=0)
        self.assertEqual((outcome.stdout, outcome.stderr), ("Der er ingen forskel.\n", ""))
        self.assertFalse(self.output.exists())
        self.assertEqual(self.compare(self.data, self.data, "-q", status=0).stdout, "")

    def test_quiet_names_the_workbook_alone(self):
        path = f"{self.output}/sammenligning/sammenligning-før-data.xlsx"
        self.assertEqual(self.compare(self.old, self.data, "-q").stdout, path + "\n")

    def test_the_same_rows_in_another_form_are_equal(self):
        jobs = (self.data / "job.csv").read_text(encoding="utf-8").splitlines()
        other = write_folder(self.folder / "kopi", {"job.csv": "\r\n".join([jobs[0], jobs[2], jobs[1], ""])})
        self.assertEqual(self.compare(self.data, other, status=0).stdout, "Der er ingen forskel.\n")

    def test_a_text_that_differs_is_a_difference(self):
        other = write_folder(self.folder / "kopi", {"job.csv": MORE_JOBS, "tekster/2024/laeringer.md": "Nyt.\n"})
        outcome = self.compare(self.data, other)
        self.assertEqual(outcome.stdout, "Filen »tekster/2024/laeringer.md« er ny.\nRækkerne og tallene er de samme.\n")
        self.assertIn("er der ikke mere", self.compare(other, self.data).stdout)

    def test_the_period_may_be_chosen(self):
        shown = self.compare(self.old, self.data).stdout
        self.assertIn("Sammenligning af datamapper 2024\n", shown)
        self.assertNotIn("Årsrapport", shown)
        shown = self.compare(self.old, self.data, "--periode", "2024-1").stdout
        self.assertRegex(shown, r"Sammenligning af datamapper 1\.\s+halvår\s+2024\n")
        self.assertNotRegex(shown, r"(?m)^Nye job ")
        outcome = self.compare(self.old, self.data, "--periode", "maj", status=2)
        self.assertIn("»maj« er ikke en periode", outcome.stderr)

    def test_the_year_is_the_latest_one_that_is_over(self):
        for day, year in (("30-12-2025", 2024), ("31-12-2025", 2025)):
            for folder in (self.old, self.data):
                settings = folder / "rapport.ini"
                text = re.sub("udtraeksdato = .*", f"udtraeksdato = {day}", settings.read_text(encoding="utf-8"))
                settings.write_text(text, encoding="utf-8")
            self.assertIn(f"Sammenligning af datamapper {year}\n", self.compare(self.old, self.data).stdout)

    def test_the_help_says_once_how_it_ends(self):
        shown = self.assert_outcome(run("sammenlign", "--help"), 0).stdout
        self.assertEqual(shown.count("Slutter med"), 1)
        self.assertIn("Slutter med 0, når der ingen forskel er, 1, når der er, 2 ved forkert brug", shown)
        self.assertNotIn("Hvor rapporten lægges", shown)

    def test_data_with_errors_are_not_compared(self):
        bad = write_folder(self.folder / "fejl", {"job.csv": "+J2;B2;V1;fleksjob;31-02-2024;;12;unge\n"})
        outcome = self.compare(self.old, bad, status=3)
        self.assertIn(f"Se dem med: aarsrapport tjek --data {bad}", outcome.stderr)
        self.assertEqual(self.compare(self.old, bad, "--udelad-fejl", status=0).stdout, "Der er ingen forskel.\n")

    def test_settings_that_are_others_are_a_difference(self):
        other = write_folder(self.folder / "kopi", {
            "job.csv": MORE_JOBS, "rapport.ini": SMALL_FOLDER["rapport.ini"].replace("forfatter = Enheden", "forfatter = En anden")})
        self.assertEqual(self.compare(self.data, other).stdout,
                         "Filen »rapport.ini« er ændret.\nRækkerne og tallene er de samme.\n")
        self.assertEqual(self.compare(self.data, other, "-q").stdout, "Filen »rapport.ini« er ændret.\n")

    def test_the_workbook_is_named_after_the_folders_whatever_they_are_called(self):
        for folder, name in ((f"{self.old}///", "før"), (self.folder / "før rettelsen (1)", "før_rettelsen__1_"), (".", "mappe")):
            write_folder(self.folder / "før rettelsen (1)")
            self.assert_outcome(run("sammenlign", folder, self.data, "-o", self.output, cwd=self.old), 1)
            self.assertTrue((self.output / "sammenligning" / f"sammenligning-{name}-data.xlsx").exists(), name)

    def test_without_a_date_in_the_data_the_period_must_be_given(self):
        tables = {name: text.splitlines()[0] + "\n" for name, text in SMALL_FOLDER.items() if name.endswith(".csv")}
        settings = re.sub("udtraeksdato = .*\n", "", SMALL_FOLDER["rapport.ini"])
        old = write_folder(self.folder / "tom", {**tables, "rapport.ini": settings})
        new = write_folder(self.folder / "tom2", {**tables, "rapport.ini": settings + "\n"})
        outcome = self.compare(old, new, status=2)
        self.assertIn("Der er ingen datoer i data. Skriv perioden med --periode.", outcome.stderr)
        self.assertIn("Filen »rapport.ini« er ændret.", self.compare(old, new, "--periode", "2024").stdout)

    def test_the_latest_date_in_the_data_stands_in_for_that_of_the_extract(self):
        settings = re.sub("udtraeksdato = .*\n", "", SMALL_FOLDER["rapport.ini"])
        for folder, jobs in ((self.old, SMALL_FOLDER["job.csv"]), (self.data, MORE_JOBS.replace("01-11-2024", "31-12-2024"))):
            write_folder(folder, {"rapport.ini": settings, "job.csv": jobs})
        self.assertIn("Sammenligning af datamapper 2024\n", self.compare(self.old, self.data).stdout)
        self.assertIn("Sammenligning af datamapper 2023\n", self.compare(self.data, self.old).stdout)

    def test_a_workbook_that_cannot_be_written_is_a_fault(self):
        self.output.write_text("")
        self.assertIn("aarsrapport: Kan ikke oprette mappen", self.compare(self.old, self.data, status=3).stderr)

    def test_what_cannot_be_compared_is_wrong_usage(self):
        self.assertIn("Der er ingen mappe", self.compare(self.old / "job.csv", self.data, status=3).stderr)
        self.assert_outcome(run("sammenlign"), 2)
        self.assertIn("Skriv også den mappe", self.compare_one(self.old).stderr)
        self.assert_outcome(run("sammenlign", self.old, self.data, self.data), 2)
        self.assertIn("Der er ingen mappe", self.compare(self.old, self.folder / "mangler", status=3).stderr)
        self.assert_outcome(run("sammenlign", "--data", self.data, self.old, self.data), 2)

    def compare_one(self, folder):
        return self.assert_outcome(run("sammenlign", folder), 2)


class Reports(CompareTest):
    def setUp(self):
        super().setUp()
        write_folder(self.data)
        self.run_year()
        write_folder(self.data, {"job.csv": MORE_JOBS})
        self.run_year()
        self.old, self.new = self.output / f"{NAME}.version-1", self.output / NAME

    def test_two_versions(self):
        outcome = self.compare(self.old, self.new)
        self.assertRegex(outcome.stdout, r"(?m)^ +1 +job\.csv +3 +tilføjet +hele rækken")
        self.assertRegex(outcome.stdout, r"(?m)^Nye job +1 +2 ")
        self.assertIn("Rækker", " ".join(self.book(f"{NAME}.version-1-{NAME}").sheetnames))

    def test_nothing_but_the_workbook_is_written(self):
        before = tree(self.output), tree(self.output / KEPT)
        self.compare(self.old, self.new)
        shutil.rmtree(self.output / "sammenligning")
        self.assertEqual((tree(self.output), tree(self.output / KEPT)), before)

    def test_a_version_and_itself(self):
        self.assertEqual(self.compare(self.new, f"{self.new}/", status=0).stdout, "Der er ingen forskel.\n")

    def test_neither_version_is_said_to_take_the_others_place(self):
        self.run_year("--dato", "01-02-2025", "--begrundelse", "Ny dato")
        for old, new, versions in ((self.old, self.new, (1, 3)), (self.new, self.old, (3, 1))):
            shown = self.compare(old, new).stdout
            self.assertIn("Version {} er holdt op mod version {}. Begrundelse for version 3: Ny dato.".format(*versions), " ".join(shown.split()))
            self.assertNotIn("træder i stedet", shown)

    def copy(self):
        copy = self.output / "kopi"
        shutil.copytree(self.new, copy)
        return copy

    def test_a_file_that_was_changed_afterwards_is_a_difference(self):
        copy = self.copy()
        with open(copy / f"{NAME}.pdf", "ab") as file:
            file.write(b"x")
        (copy / "aftaler-2024.xlsx").unlink()
        for outcome in (self.compare(self.new, copy), self.compare(copy, self.new)):
            self.assertEqual(outcome.stdout.splitlines(), [
                f"Filen »{NAME}.pdf« i »{copy}« er ændret, efter at rapporten blev skrevet.",
                f"Filen »aftaler-2024.xlsx« i »{copy}« mangler.", "Rækkerne og tallene er de samme."])

    def test_figures_that_were_edited_afterwards_are_told_one_by_one(self):
        copy = self.copy()
        figures = copy / "noegletal-2024.csv"
        text = figures.read_bytes()
        self.assertIn(b"job.nye;2024;;;;2;", text)
        figures.write_bytes(text.replace(b"job.nye;2024;;;;2;", b"job.nye;2024;;;;7;"))
        changed = f"Filen »noegletal-2024.csv« i »{copy}« er ændret, efter at rapporten blev skrevet."
        self.assertEqual(self.compare(self.new, copy).stdout.splitlines(),
                         [changed, "job.nye;2024;;;: 2 -> 7", "Rækkerne er de samme."])
        self.assertEqual(self.compare(copy, self.new).stdout.splitlines(),
                         [changed, "job.nye;2024;;;: 7 -> 2", "Rækkerne er de samme."])
        self.assertIn("job.nye;2024;;;: 1 -> 7\n", self.compare(self.old, copy).stdout)
        shutil.rmtree(self.output / KEPT)
        outcome = self.compare(self.new, copy)
        self.assertIn(changed, outcome.stdout)
        self.assertRegex(outcome.stdout, r"(?m)^Nye job +2024 +2 +7 +\+5$")
        figures.write_bytes(re.sub(rb"job\.nye;2024;;;;2;.*\r\n", b"", text))
        for old, new, before, after in ((self.new, copy, "2", "findes ikke"), (copy, self.new, "findes ikke", "2")):
            self.assertRegex(self.compare(old, new).stdout, rf"(?m)^Nye job +2024 +{before} +{after}$")
        figures.write_bytes(b"x")
        self.assertIn("Hverken dens nøgletal eller dens data kan læses", self.compare(self.new, copy, status=3).stderr)

    def test_versions_that_differ_in_how_they_were_made(self):
        self.run_year("--dato", "01-02-2025", "--begrundelse", "Ny dato")
        self.assertEqual(self.compare(self.output / f"{NAME}.version-2", self.new).stdout.splitlines(), [
            "Datoen: 12-01-2025 -> 01-02-2025", "Begrundelsen: ikke angivet -> Ny dato",
            "Valget --dato: ikke angivet -> 01-02-2025", "Rækkerne og tallene er de samme."])

    def test_without_the_older_ones_rows_its_figures_are_compared(self):
        shutil.rmtree(self.output / KEPT / NAME / "version-1")
        outcome = self.compare(self.old, self.new)
        self.assertRegex(outcome.stdout, r"(?m)^Nye job +1 +2 ")
        self.assertNotIn("hele rækken", outcome.stdout)

    def test_without_any_rows_what_was_printed_is_compared(self):
        shutil.rmtree(self.output / KEPT)
        outcome = self.compare(self.old, self.new)
        shown = " ".join(outcome.stdout.split())
        for said in ("Version 1 er holdt op mod version 2.", "23 tal er forskellige.",
                     "Rækkerne er ikke sammenlignet.", "job.csv ændret"):
            self.assertIn(said, shown)
        self.assertRegex(outcome.stdout, r"(?m)^Nye job +2024 +1 +2 +\+1$")
        lost = " ".join(f"Om »{folder}«: Dens data er ikke gemt i mappen .tilstand." for folder in (self.old, self.new))
        self.assertEqual(outcome.stderr, f"Kun de skrevne nøgletal kan sammenlignes. {lost} Skriv --data to gange, med hver "
                                         "sin mappe: de data, de blev lavet af.\n")
        book = self.book(f"{NAME}.version-1-{NAME}")
        self.assertEqual(book.sheetnames[-2:], ["Kørsel", "Nøgletal"])
        cells = [tuple(cell for cell in row if cell is not None) for row in book["Nøgletal"].iter_rows(values_only=True)]
        self.assertIn(("Nye job", "2024", 1, 2, 1), cells)
        self.assertEqual(self.compare(self.new, self.new, status=0).stdout, "Der er ingen forskel på nøgletallene.\n")

    def test_without_any_rows_inputs_that_came_and_went_are_told(self):
        (self.data / "maal.csv").rename(self.data / "maal-2.csv")
        write_folder(self.data, {"job.csv": MORE_JOBS + MORE_JOBS[1:].replace("J2", "J3"), "maal.csv": None})
        self.run_year()
        shutil.rmtree(self.output / KEPT)
        shown = " ".join(self.compare(self.output / f"{NAME}.version-2", self.new).stdout.split())
        for said in ("maal-2.csv kommet til", "maal.csv faldet bort"):
            self.assertIn(said, shown)
        quiet = self.compare(self.output / f"{NAME}.version-2", self.new, "-q").stdout
        self.assertEqual(quiet, f"{self.output}/sammenligning/sammenligning-{NAME}.version-2-{NAME}.xlsx\n")
        self.assertEqual(self.compare(self.new, self.new, "-q", status=0).stdout, "")
        shutil.rmtree(self.output / "sammenligning")
        (self.output / "sammenligning").write_text("")
        self.compare(self.output / f"{NAME}.version-2", self.new, status=3)

    def test_figures_without_rows_that_are_the_same(self):
        self.run_year("--begrundelse", "Igen")
        shutil.rmtree(self.output / KEPT / NAME / "version-2")
        outcome = self.compare(self.output / f"{NAME}.version-2", self.new)
        self.assertEqual(outcome.stdout.splitlines(), ["Begrundelsen: ikke angivet -> Igen", "Tallene er de samme."])
        self.assertEqual(outcome.stderr, f"Rækkerne kan ikke sammenlignes. Om »{self.output / NAME}.version-2«: Dens data er ikke "
                                         "gemt i mappen .tilstand. Skriv --data og mappen med de data, den blev lavet af; "
                                         "har de hver sin, så to gange.\n")

    def test_a_report_without_its_figures_and_its_rows_cannot_be_compared(self):
        (self.new / "noegletal-2024.csv").unlink()
        outcome = self.compare(self.old, self.new)
        self.assertIn("noegletal-2024.csv« i", outcome.stdout)
        for kept in (self.output / KEPT / NAME).iterdir():
            shutil.rmtree(kept)
        self.assertIn(f"Rapporten »{self.new}« kan ikke sammenlignes: Hverken", self.compare(self.old, self.new, status=3).stderr)
        self.assertIn(f"Rapporten »{self.new}« kan ikke sammenlignes: Hverken", self.compare(self.new, self.old, status=3).stderr)

    def test_a_report_that_this_program_does_not_know_cannot_be_compared(self):
        for folder in (self.old, self.new):
            text = (folder / "koersel.json").read_text("utf-8")
            (folder / "koersel.json").write_text(text.replace('"--dato"', '"--fremtid"'), encoding="utf-8")
        self.assertIn("nævner en rapport eller et valg, som dette program ikke kender",
                      self.compare(self.old, self.new, status=3).stderr)

    def test_the_data_behind_a_report_may_be_given(self):
        shutil.rmtree(self.output / KEPT / NAME / "version-2")
        outcome = self.compare(self.old, self.new, "--data", self.data)
        self.assertRegex(outcome.stdout, r"(?m)^ +1 +job\.csv +3 +tilføjet +hele rækken")
        write_folder(self.data)
        self.assertIn("Kun de skrevne", self.compare(self.old, self.new, "--data", self.data).stderr)
        self.assertIn("kun, når to rapporter", self.compare(self.data, self.data, "--data", self.data, status=2).stderr)

    def test_the_data_behind_each_report_may_be_given(self):
        shutil.rmtree(self.output / KEPT)
        base = write_folder(self.folder / "før")
        one = self.compare(self.old, self.new, "--data", base).stderr
        self.assertIn(f"Om »{self.new}«: Dens data er ikke gemt i mappen .tilstand, og data i »{base}« kan heller ikke bruges.", one)
        self.assertNotIn(f"Om »{self.old}«", one)
        for first, second in ((base, self.data), (self.data, base)):
            outcome = self.compare(self.old, self.new, "--data", first, "--data", second)
            self.assertRegex(outcome.stdout, r"(?m)^ +1 +job\.csv +3 +tilføjet +hele rækken")
            self.assertEqual(outcome.stderr, "")
        both = self.compare(self.old, self.new, "--data", base, "--data", base).stderr
        self.assertIn(f", og data i »{base}« og »{base}« kan heller ikke bruges.", both)
        three = self.compare(self.old, self.new, *["--data", base] * 3, status=2)
        self.assertIn("--data kan stå højst to gange.", three.stderr)

    def test_without_its_manifest_a_report_cannot_be_compared(self):
        manifest = self.new / "koersel.json"
        text = manifest.read_text("utf-8")
        for broken in (text[:-3], ""):
            manifest.write_text(broken, "utf-8")
            for folders in ((self.old, self.new), (self.new, self.old), (self.new, self.new), (self.new, self.data)):
                self.assertEqual(self.compare(*folders, status=3).stderr, f"aarsrapport: Kan ikke læse »{manifest}«: filen er ikke, "
                                 "som programmet har skrevet den. Rapporten kan ikke sammenlignes.\n")
        manifest.unlink()
        for folders in ((self.old, self.new), (self.new, self.old), (self.new, self.new)):
            self.assertIn(f"Rapporten i »{self.new}« kan ikke sammenlignes: filen koersel.json mangler.",
                          self.compare(*folders, status=3).stderr)

    def test_a_file_that_does_not_belong_to_the_report_is_a_difference(self):
        copy = self.copy()
        (copy / "notat.txt").write_text("Mine noter.")
        (copy / "~$aftaler-2024.xlsx").write_text("")
        for outcome in (self.compare(self.new, copy), self.compare(copy, self.new)):
            self.assertEqual(outcome.stdout.splitlines(), [f"Filen »notat.txt« i »{copy}« hører ikke til rapporten.",
                                                           "Rækkerne og tallene er de samme."])
        (self.new / "notat.txt").write_text("Mine noter.")
        self.compare(self.new, copy, status=0)

    def test_what_cannot_be_compared_with_each_other(self):
        for folders in ((self.new, self.data), (self.data, self.new)):
            self.assertIn(f"»{self.new}« er en rapport, men »{self.data}« er det ikke: Der er ingen koersel.json i den. "
                          "Skriv to af samme slags.", self.compare(*folders, status=2).stderr)
        self.run_year(year=2023)
        other = self.output / "aarsrapport-2023"
        self.assertIn("ikke den samme rapport", self.compare(other, self.new, status=2).stderr)
        self.run_year("--aftale", "A1")
        one = self.output / f"{NAME}-aftale-A1"
        self.assertIn("Regneark for én aftale", self.compare(one, one, status=2).stderr)


if __name__ == "__main__":
    unittest.main()
