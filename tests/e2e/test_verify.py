#!/usr/bin/python3
"""efterproev: every output against the manifest, every input against the manifest, and the report made again."""

import json
import shutil
import unittest

from program import BAD_JOB, SAMPLES, SMALL_FOLDER, ProgramTest, names, run, tree, write_folder

NAME = "aarsrapport-2024"
MORE_JOBS = "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"
ALL_GOOD = "Alt er, som det skal være.\n"


class VerifyTest(ProgramTest):
    def setUp(self):
        super().setUp()
        write_folder(self.data)
        self.run_year()
        self.report = self.output / NAME
        self.temporary = self.folder / "midlertidig"
        self.temporary.mkdir()

    def verify(self, *more, status=0, report=None, data=True):
        """The outcome's lines; the report, the data and the folder for temporary files are as before."""
        before = tree(self.folder)
        options = ["--data", self.data] if data else []
        outcome = run("efterproev", report or self.report, *options, *more, env={"TMPDIR": str(self.temporary)})
        self.assert_outcome(outcome, status)
        self.assertEqual(tree(self.folder), before)
        return outcome.stdout.splitlines() if status != 3 else outcome.stderr

    def flip(self, path):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    def outputs(self):
        return sorted(path.name for path in self.report.iterdir() if path.name != "koersel.json")


class Outputs(VerifyTest):
    def test_a_report_as_it_was_written(self):
        self.assertEqual(self.verify(data=False), [f"{NAME}, version 1, dateret 12-01-2025",
                                                   "Rapportens filer er, som de blev skrevet: 6.", ALL_GOOD.strip()])
        self.assertEqual(self.verify("-q", data=False), [])

    def test_one_byte_of_each_output(self):
        for name in self.outputs():
            content = (self.report / name).read_bytes()
            self.flip(self.report / name)
            lines = self.verify("-q", data=False, status=1)
            self.assertEqual(lines, [f"Ændret: {name}", "Én ting er ikke, som den skal være."])
            (self.report / name).write_bytes(content)
        self.verify(data=False)

    def test_missing_and_surplus_files(self):
        names = self.outputs()
        (self.report / names[0]).unlink()
        (self.report / names[1]).unlink()
        (self.report / names[1]).mkdir()
        (self.report / names[2]).write_bytes((self.report / names[2]).read_bytes() + b"x")
        (self.report / "egen.txt").write_text("egen")
        (self.report / "mappe").mkdir()
        self.assertEqual(self.verify("-q", data=False, status=1), [
            f"Mangler: {names[0]}", f"Ændret: {names[1]}", f"Ændret: {names[2]}", "Hører ikke til rapporten: egen.txt",
            "Hører ikke til rapporten: mappe", "5 ting er ikke, som de skal være."])

    def test_a_link_in_place_of_an_output_is_a_change(self):
        name = self.outputs()[0]
        shutil.move(self.report / name, self.folder / name)
        (self.report / name).symlink_to(self.folder / name)
        self.assertIn(f"Ændret: {name}", self.verify(data=False, status=1))

    def test_a_workbook_that_is_open_is_no_surplus(self):
        for lock in (f"~${NAME}.xlsx", ".~lock.aftaler-2024.xlsx#"):
            (self.report / lock).write_text("")
        self.assertEqual(self.verify()[-1], ALL_GOOD.strip())

    def test_what_is_no_report_cannot_be_verified(self):
        self.assertIn("Der er ingen rapport i", self.verify(report=self.data, status=3))
        self.assertIn("Der er ingen rapport i", self.verify(report=self.folder / "findes-ikke", status=3))
        for text in ("", "{}", (self.report / "koersel.json").read_text(encoding="utf-8")[:-3]):
            (self.report / "koersel.json").write_text(text, encoding="utf-8")
            self.assertIn("filen er ikke, som programmet har skrevet den", self.verify(status=3))

    def test_names_in_a_manifest_are_not_believed(self):
        text = (self.report / "koersel.json").read_text(encoding="utf-8")
        for name in ("../aarsrapport-2024.pdf", "/etc/passwd"):
            changed = text.replace('"aarsrapport-2024.pdf"', json.dumps(name))
            (self.report / "koersel.json").write_text(changed, encoding="utf-8")
            self.verify(status=3)
        for old, new in (('"rapport": "aarsrapport-2024"', '"rapport": "../aarsrapport-2024"'),
                         ('"rapport": "aarsrapport-2024"', '"rapport": "ukendt"'),
                         ('"periode": "2024"', '"periode": "i går"'), ('"--dato": ""', '"--dato": "x"'),
                         ('"--dato": ""', '"--andet": ""'), ('"--udelad-fejl": "nej"', '"--udelad-fejl": "måske"'),
                         ('"dato": "12-01-2025"', '"dato": "32-13-2025"')):
            self.assertIn(old, text)
            (self.report / "koersel.json").write_text(text.replace(old, new), encoding="utf-8")
            self.assertIn("kan ikke laves igen", self.verify(status=3))
        (self.report / "koersel.json").write_text(text.replace('"periode": "2024"', '"periode": "2023"'), encoding="utf-8")
        self.assertIn("Rapporten kan ikke laves igen: dens navn passer ikke til dens valg.", self.verify(status=1))

    def test_usage(self):
        self.assert_outcome(run("efterproev"), 2)
        self.assert_outcome(run("efterproev", self.report, self.report), 2)
        self.assert_outcome(run("efterproev", self.report, "--output", self.folder), 2)


    def test_a_manifest_that_was_tidied_by_hand_is_not_the_same(self):
        path = self.report / "koersel.json"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.rstrip("\n"), encoding="utf-8")
        self.assertEqual(self.verify("-q", status=1), ["Bliver anderledes: koersel.json", "Én ting er ikke, som den skal være."])
        path.write_text(text.replace('"dato": "12-01-2025"', '"dato": ""'), encoding="utf-8")
        self.assertEqual(self.verify(data=False)[0], f"{NAME}, version 1")


class Inputs(VerifyTest):
    def test_each_input_is_compared(self):
        for name in sorted(SMALL_FOLDER):
            self.flip(self.data / name)
            lines = self.verify(status=1)
            self.assertIn(f"Data er ændret: {name}", lines)
            self.assertIn("Rapporten er ikke lavet igen, for data er ikke de samme.", lines)
            write_folder(self.data)
        self.verify()
        write_folder(self.data, {"job.csv": MORE_JOBS})
        self.assertIn("Data er ændret: job.csv", self.verify(status=1))

    def test_missing_and_new_inputs(self):
        (self.data / "maal.csv").rename(self.data / "maal-2.csv")
        lines = self.verify(status=1)
        self.assertIn("Data mangler: maal.csv", lines)
        self.assertIn("Data er nye: maal-2.csv", lines)

    def test_a_data_folder_that_is_not_there(self):
        self.assert_outcome(run("efterproev", self.report, "--data", self.folder / "findes-ikke"), 3)


class Rerun(VerifyTest):
    def assert_same(self, report=None, data=None):
        lines = self.verify(*(["--data", data] if data else []), report=report)
        self.assertTrue(any(line.startswith("Lavet igen bliver alle filer de samme, byte for byte: ") for line in lines))
        self.assertEqual(lines[-1], ALL_GOOD.strip())

    def test_every_option_is_taken_from_the_manifest(self):
        self.assert_same()
        for more, env in ((["--dato", "01-02-2025"], {}), (["--begrundelse", "Igen"], {}), (["--udelad-fejl"], {}),
                          ([], {"SOURCE_DATE_EPOCH": "1738368000"})):
            self.run_year(*more, env=env)
            self.assert_same()
        self.run_year("--aftale", "A1")
        self.assert_same(self.output / f"{NAME}-aftale-A1")

    def test_every_version_is_made_again_with_what_it_took_the_place_of(self):
        folders = [self.data]
        for number in (2, 3):
            jobs = "".join(f"K{i};B2;V1;fleksjob;01-11-2024;;12;unge\n" for i in range(number))
            folders.append(write_folder(self.folder / f"data-{number}", {"job.csv": "+" + jobs}))
            self.assert_outcome(run("aar", 2024, "--data", folders[-1], "-o", self.output, "--begrundelse", str(number)), 0)
        self.assert_same(self.output / f"{NAME}.version-1", folders[0])
        self.assert_same(self.output / f"{NAME}.version-2", folders[1])
        self.assert_same(self.report, folders[2])
        self.assertIn("rettelser-2024.xlsx", self.outputs())

    def assert_incomplete(self, why, *lines):
        outcome = run("efterproev", self.report, "--data", self.data, env={"TMPDIR": str(self.temporary)})
        self.assert_outcome(outcome, 3)
        self.assertIn(f"Kan ikke laves helt igen: {why}.", outcome.stderr)
        self.assertEqual(set(lines) - set(outcome.stdout.splitlines()), set())
        for word in ("Mangler:", "Bliver anderledes", "ikke, som de", ALL_GOOD.strip(), "Lavet igen"):
            self.assertNotIn(word, outcome.stdout)

    def test_a_version_whose_predecessor_is_gone_cannot_be_made_again_in_full(self):
        write_folder(self.data, {"job.csv": "+K1;B2;V1;fleksjob;01-11-2024;;12;unge\n"})
        self.run_year()
        kept, first = self.output / ".tilstand", self.output / f"{NAME}.version-1"
        shutil.move(kept, self.folder / "gemt")
        self.assert_incomplete("version 1 er der, men dens data i .tilstand mangler", f"Kan ikke efterprøves: {NAME}.pdf")
        shutil.move(self.folder / "gemt", kept)
        self.assert_same()
        self.flip(first / "noegletal-2024.csv")
        self.assert_incomplete("version 1 er ikke, som den blev skrevet")
        shutil.rmtree(first)
        self.assert_incomplete("version 1 mangler", "Kan ikke efterprøves: rettelser-2024.xlsx")
        self.flip(self.report / f"{NAME}.pdf")
        lines = self.verify(status=1)
        self.assertIn(f"Ændret: {NAME}.pdf", lines)
        self.assertEqual(lines[-2:], ["Kan ikke laves helt igen: version 1 mangler.", "Én ting er ikke, som den skal være."])

    def test_rows_that_were_left_out(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        self.run_year("--udelad-fejl")
        self.assert_same()

    def test_other_reports(self):
        for command, period, more in (("halvaar", "2024-1", []), ("evaluering", "2024", ["--skaering", "01-01-2024"])):
            self.assert_outcome(run(command, period, "--data", SAMPLES / "slagelse", "-o", self.output, *more), 0)
        self.assert_same(self.output / "halvaarsrapport-2024-1", SAMPLES / "slagelse")
        self.assert_same(self.output / "evaluering-2024", SAMPLES / "slagelse")
        for command, data in (("erfaring", SAMPLES / "erfaring-17"), ("effekt", SAMPLES / "effekt")):
            self.assert_outcome(run(command, "--data", data, "-o", self.output), 0)
            self.assert_same(self.output / command, data)

    def test_a_comparison_of_municipalities_is_made_of_reports(self):
        municipalities = SAMPLES / "kommuner"
        self.assert_outcome(run("alle", "aar", "2024", "--data", municipalities, "-o", self.output, "-q"), 0)
        folder = self.output / "sammenligning-aarsrapport-2024"
        self.assertEqual(self.verify(report=folder, data=False)[-1], ALL_GOOD.strip())
        outcome = run("efterproev", folder, "--data", municipalities)
        self.assertEqual(outcome.status, 3)
        self.assertIn("En sammenligning af kommuner bliver lavet af kommunernes rapporter", outcome.stderr)
        self.assert_same(self.output / "kommune-01" / NAME, municipalities / "kommune-01")

    def test_a_manifest_that_lies_is_found_out(self):
        """Somebody changes an output and its checksum: only making the report again shows it."""
        manifest = json.loads((self.report / "koersel.json").read_text(encoding="utf-8"))
        text = (self.report / "koersel.json").read_text(encoding="utf-8")
        name, other = manifest["output"][-1], manifest["output"][0]
        shutil.copyfile(self.report / other["fil"], self.report / name["fil"])
        text = text.replace(name["sha256"], other["sha256"]).replace(f'"byte": {name["byte"]},', f'"byte": {other["byte"]},')
        (self.report / "koersel.json").write_text(text, encoding="utf-8")
        self.assertEqual(self.verify(data=False)[-1], ALL_GOOD.strip())
        lines = self.verify("-q", status=1)
        self.assertEqual(lines, [f"Bliver anderledes: {name['fil']}", "Bliver anderledes: koersel.json",
                                 "2 ting er ikke, som de skal være."])

    def test_another_program_version_is_said(self):
        path = self.report / "koersel.json"
        text = path.read_text(encoding="utf-8")
        own = json.loads(text)["programversion"]
        path.write_text(text.replace(f'"programversion": "{own}"', '"programversion": "0.0.9"'), encoding="utf-8")
        lines = self.verify(status=1)
        self.assertIn(f"Skrevet af programmets version 0.0.9; dette er version {own}.", lines)
        self.assertIn("Bliver anderledes: koersel.json", lines)

    def test_a_folder_for_temporary_files_that_cannot_be_used(self):
        (self.folder / "fil").write_text("")
        outcome = run("efterproev", self.report, "--data", self.data, env={"TMPDIR": str(self.folder / "fil")})
        self.assert_outcome(outcome, 3)
        self.assertIn(str(self.folder / "fil"), outcome.stderr)
        self.assertEqual(names(self.output), [NAME])


if __name__ == "__main__":
    unittest.main()
