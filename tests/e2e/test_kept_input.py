#!/usr/bin/python3
"""What a version was made of is kept in .tilstand for its owner alone, and the next version is compared with it."""

import os
import shutil
import stat
import subprocess
import unittest

from program import KEPT, PROGRAM, ProgramTest, run, sha256, tree, write_folder

NAME = "aarsrapport-2024"
MORE_JOBS = "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"


class KeptInput(ProgramTest):
    def setUp(self):
        super().setUp()
        write_folder(self.data)
        self.run_year()
        self.kept = self.output / KEPT / NAME

    def second_version(self, **kwargs):
        write_folder(self.data, {"job.csv": MORE_JOBS})
        return self.run_year(**kwargs)

    def assert_figures_alone(self, outcome, why):
        """The report is written, says why the rows are not there, and which figures moved all the same."""
        self.assertRegex(outcome.stderr, f"W504: Rapporten kan ikke vise, hvilke rækker der er ændret siden version 1: {why}")
        shown = self.run_year("--tekst", "--begrundelse", "Igen").stdout
        self.assertRegex(shown, r"(?m)^Ændringer siden seneste kørsel$")
        self.assertRegex(shown, r"(?m)^Nye job +1 +2 ")
        self.assertNotIn("hele rækken", shown)

    def test_it_is_the_data_folder_for_the_owner_alone(self):
        copy = self.kept / "version-1"
        self.assertEqual(tree(copy), tree(self.data))
        for path in [self.output / KEPT, self.kept, copy, *copy.rglob("*")]:
            wanted = 0o700 if path.is_dir() else 0o600
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), wanted, path)

    def test_files_that_have_not_changed_are_kept_once(self):
        self.second_version()
        first, second = self.kept / "version-1", self.kept / "version-2"
        self.assertTrue(os.path.samefile(first / "forloeb.csv", second / "forloeb.csv"))
        self.assertFalse(os.path.samefile(first / "job.csv", second / "job.csv"))
        self.assertEqual(tree(second), tree(self.data))

    def test_the_next_version_names_the_row(self):
        self.assertNotIn("W504", self.second_version().stderr)
        shown = self.run_year("--tekst").stdout
        self.assertRegex(shown, r"(?m)^ +1 +job\.csv +3 +tilføjet +hele rækken")

    def test_without_it_the_figures_are_compared(self):
        shutil.rmtree(self.output / KEPT)
        self.assert_figures_alone(self.second_version(), "Dens data er ikke gemt")

    def test_a_kept_file_that_was_touched_is_not_believed(self):
        (self.kept / "version-1" / "job.csv").write_text("job_id\n", encoding="utf-8")
        self.assert_figures_alone(self.second_version(), "Dens data i mappen .tilstand er ikke, som de var")
        self.assertEqual(tree(self.kept / "version-2"), tree(self.data))
        shutil.rmtree(self.output / NAME)
        (self.output / f"{NAME}.version-1").rename(self.output / NAME)
        (self.kept / "version-1" / "job.csv").write_text("job_id\n", encoding="utf-8")
        self.assertIn("Rækkerne bag version 1 kan ikke vises: Dens data i mappen .tilstand er ikke, som de var, da den blev lavet.",
                      " ".join(self.run_year("--tekst").stdout.split()))

    def test_a_file_that_was_put_beside_them_is_not_believed(self):
        shutil.copy(self.data / "job.csv", self.kept / "version-1" / "job-mere.csv")
        self.assert_figures_alone(self.second_version(), "Dens data i mappen .tilstand er ikke, som de var")

    def test_a_version_without_its_manifest_is_told_of(self):
        (self.output / NAME / "koersel.json").write_text("{", encoding="utf-8")
        said = self.second_version().stderr
        for finding in ("W504: Rapporten kan ikke vise, hvilke rækker der er ændret siden version 1: ",
                        "W505: Version 1 er ikke med, hvor rapporten viser tallene i alle versioner: "):
            self.assertIn(finding + "Dens koersel.json kan ikke læses.", said)
        (self.output / NAME / "koersel.json").write_text("{", encoding="utf-8")
        shutil.rmtree(self.output / f"{NAME}.version-1")
        shown = " ".join(self.run_year("--tekst").stdout.split())
        self.assertIn("Dette er version 2, der træder i stedet for version 1. Tallene i version 1 er der ikke mere eller kan "
                      "ikke læses, så det kan ikke vises, hvad der er ændret. Dens koersel.json kan ikke læses.", shown)
        self.assertIn("W504 advarsel Rapporten kan ikke vise, hvilke rækker der er ændret siden version 1: Dens ",
                      shown)

    def test_what_no_version_was_made_of_is_removed_at_the_next_run(self):
        self.second_version()
        shutil.rmtree(self.output / f"{NAME}.version-1")
        (self.kept / "under-arbejde").mkdir()
        self.assertIn("Uændret siden version 2", self.run_year().stderr)
        self.assertEqual(os.listdir(self.kept), ["version-2"])

    def test_what_is_kept_of_another_report_is_left(self):
        self.assert_outcome(run("halvaar", "2024-1", "--data", self.data, "-o", self.output), 0)
        shutil.rmtree(self.output / NAME)
        self.assert_outcome(run("halvaar", "2024-1", "--data", self.data, "-o", self.output), 0)
        self.assertEqual(sorted(os.listdir(self.output / KEPT)), [NAME, "halvaarsrapport-2024-1"])

    def test_what_is_kept_of_a_report_that_is_gone_is_told_and_left(self):
        self.assertNotIn("Bemærk", self.second_version().stderr)
        checked = run("tjek", "--data", self.data, "-o", self.output).stderr
        self.assertIn(f"{NAME}: 2 versioner, 0,0 MB\n", checked)
        for folder in (NAME, f"{NAME}.version-1"):
            shutil.rmtree(self.output / folder)
        outcome = self.run_year(year=2023)
        self.assertIn(f"Bemærk: Data bag {NAME} (2 versioner, 0,0 MB) er stadig gemt, men rapporten er der ikke mere.",
                      outcome.stderr)
        self.assertNotIn("Data bag aarsrapport-2023", outcome.stderr)
        self.assertTrue((self.kept / "version-1").exists())
        checked = run("tjek", "--data", self.data, "-o", self.output).stderr
        self.assertIn(f"{NAME}: 2 versioner, 0,0 MB; rapporten er der ikke mere\n", checked)
        self.assertEqual(run("tjek", "--data", self.data, "-o", self.output, "-q").stderr, "")

    def elsewhere(self):
        """A folder of somebody's with files that no run may touch, which must be as it was at the end."""
        beside = self.folder / "andre"
        (beside / NAME / "version-7").mkdir(parents=True)
        (beside / NAME / "version-7" / "fil").write_text("x")
        (beside / "version-7").mkdir()
        (beside / "version-7" / "fil").write_text("x")
        before = tree(beside)
        self.addCleanup(lambda: self.assertEqual(tree(beside), before))
        return beside

    def test_a_link_among_them_is_left_and_not_followed(self):
        (self.kept / "version-9").symlink_to(self.elsewhere())
        self.run_year()
        self.assertEqual(sorted(os.listdir(self.kept)), ["version-1", "version-9"])

    def test_a_link_in_its_place_is_a_fault_and_nothing_behind_it_is_touched(self):
        for place in (self.kept, self.output / KEPT):
            with self.subTest(place=place.name):
                shutil.rmtree(place)
                place.symlink_to(self.elsewhere() if place == self.kept else self.folder / "andre")
                before = tree(self.output)
                outcome = self.second_version(status=3)
                self.assertIn(f"»{place}« er en genvej (symbolsk lænke) og ikke en mappe.", outcome.stderr)
                self.assertEqual(tree(self.output), before)

    def test_a_reader_of_the_report_alone_keeps_nothing(self):
        before = {path: sha256(path) for path in self.output.rglob("*") if path.is_file()}
        write_folder(self.data, {"job.csv": MORE_JOBS})
        self.run_year("--tekst")
        self.assertEqual({path: sha256(path) for path in self.output.rglob("*") if path.is_file()}, before)

    def test_nothing_is_kept_for_one_agreements_workbook(self):
        for changes in ({}, {"job.csv": MORE_JOBS}):
            write_folder(self.data, changes)
            self.assertNotIn("W504", self.run_year("--aftale", "A1").stderr)
        self.assertTrue((self.output / f"{NAME}-aftale-A1.version-1").exists())
        self.assertEqual(os.listdir(self.output / KEPT), [NAME])

    def test_an_unchanged_rerun_keeps_again_what_was_lost(self):
        shutil.rmtree(self.output / KEPT)
        before = tree(self.output)
        self.assertIn("Uændret siden version 1", self.run_year().stderr)
        self.assertEqual(tree(self.kept / "version-1"), tree(self.data))
        self.assertEqual(tree(self.output), before)
        self.assertNotIn("W504", self.second_version().stderr)

    def test_an_unchanged_rerun_tells_that_it_could_not_keep_it_again(self):
        shutil.rmtree(self.output / KEPT)
        (self.output / KEPT).symlink_to(self.elsewhere())
        outcome = self.run_year()
        self.assertIn("Uændret siden version 1", outcome.stderr)
        self.assertIn(f"Bemærk: Data bag version 1 blev ikke gemt igen. »{self.output / KEPT}« er en genvej", outcome.stderr)
        self.assertNotIn("Bemærk", self.run_year("--quiet").stderr)

    @unittest.skipUnless(os.geteuid() == 0, "needs another user")
    def test_another_users_is_named_as_that(self):
        program = shutil.copy(PROGRAM, self.folder)
        self.folder.chmod(0o755)
        self.output.chmod(0o777)
        write_folder(self.data, {"job.csv": MORE_JOBS})
        before = tree(self.output / NAME), tree(self.kept)
        command = [program, "aar", "2024", "--data", self.data, "-o", self.output]
        ask = {"user": 65534, "group": 65534, "cwd": "/", "capture_output": True, "encoding": "utf-8", "check": False}
        written = subprocess.run(command, **ask)
        self.assertEqual(written.returncode, 3, written.stderr)
        self.assertIn(f"Mappen »{self.output / KEPT}« er en anden brugers, og du må ikke skrive i den. "
                      "Lad den bruger lave rapporten, eller vælg en anden mappe med --output.", written.stderr)
        shown = subprocess.run([*command, "--tekst"], **ask)
        self.assertIn("Dens data i mappen .tilstand må ikke læses af dig", shown.stderr)
        self.assertEqual((tree(self.output / NAME), tree(self.kept)), before)

    def test_it_cannot_be_written(self):
        shutil.rmtree(self.output / KEPT)
        (self.output / KEPT).write_text("i vejen")
        before = tree(self.output)
        outcome = self.second_version(status=3)
        self.assertIn(f"»{self.output}/{KEPT}«", outcome.stderr)
        self.assertEqual(tree(self.output), before)


if __name__ == "__main__":
    unittest.main()
