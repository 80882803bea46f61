#!/usr/bin/python3
"""The command line as its user meets it: exit statuses, messages, help, and which files a run touches."""

import json
import os
import pathlib
import re
import resource
import shutil
import stat
import subprocess
import unittest

import openpyxl

import program
import test_samples
from program import (BAD_JOB, LATE_JOB, ROOT, SAMPLES, ProgramTest, names, run, run_on_terminal, tree,
                     write_folder)

COMMANDS = ("aar", "halvaar", "evaluering", "erfaring", "effekt", "alle", "forklar", "efterproev", "sammenlign", "tjek", "skabeloner")
REPORT_FILES = ("aarsrapport-2024.pdf", "aarsrapport-2024.xlsx", "aftaler-2024.xlsx", "datagrundlag-2024.xlsx",
                "koersel.json", "noegletal-2024.csv", "sagsfremstilling-2024.txt")


class WrongUsage(ProgramTest):
    """Status 2: a sentence on stderr that names the mistake, nothing on stdout, and no file."""

    def refused(self, *arguments):
        outcome = run(*arguments, cwd=self.folder)
        self.assert_outcome(outcome, 2)
        self.assertEqual(outcome.stdout, "")
        self.assertEqual(tree(self.folder), {})
        return outcome.stderr

    def test_without_a_command_the_help_is_shown(self):
        shown = self.refused()
        for command in COMMANDS:
            self.assertRegex(shown, rf"(?m)^  {command}\b")

    def test_each_mistake_is_named(self):
        data = ("--data", SAMPLES / "slagelse")
        cases = [
            (["rapport"], "»rapport« er ikke en kommando."),
            ([""], "»« er ikke en kommando."),
            (["--tekst"], "»--tekst« er ikke en kommando."),
            (["aar"], "Kommandoen aar mangler et år, for eksempel 2024."),
            (["aar", "--data", "x"], "Kommandoen aar mangler et år, for eksempel 2024."),
            (["aar", "2024"], "Skriv, hvor data ligger: --data MAPPE."),
            (["tjek"], "Skriv, hvor data ligger: --data MAPPE."),
            (["tjek", "2024", *data], "»2024« er ét ord for meget."),
            (["aar", "2024", "2025", *data], "»2025« er ét ord for meget."),
            (["aar", "24", *data], "»24« er ikke et år. Skriv det som 2024."),
            (["aar", "2024-1", *data], "»2024-1« er ikke et år. Skriv det som 2024."),
            (["aar", "20x4", *data], "»20x4« er ikke et år. Skriv det som 2024."),
            (["aar", "", *data], "»« er ikke et år. Skriv det som 2024."),
            (["aar", "1899", *data], "»1899« er ikke et år. Skriv det som 2024."),
            (["aar", "2024", "--data"], "Valget --data mangler sin værdi."),
            (["aar", "2024", "--data="], "--data mangler navnet på en mappe."),
            (["aar", "2024", *data, "-o"], "Valget --output mangler sin værdi."),
            (["aar", "2024", *data, "--output="], "--output mangler navnet på en mappe."),
            (["aar", "2024", *data, "--skaering", "1"], "Kommandoen aar har ikke valget »--skaering«."),
            (["halvaar", "2024-1", *data, "--skaering", "1"], "Kommandoen halvaar har ikke valget »--skaering«."),
            (["halvaar"], "Kommandoen halvaar mangler et halvår, for eksempel 2024-1."),
            (["halvaar", "2024-1"], "Skriv, hvor data ligger: --data MAPPE."),
            (["halvaar", "2024", *data], "»2024« er ikke et halvår. Skriv det som 2024-1 eller 2024-2."),
            (["halvaar", "2024-0", *data], "»2024-0« er ikke et halvår. Skriv det som 2024-1 eller 2024-2."),
            (["halvaar", "2024-3", *data], "»2024-3« er ikke et halvår. Skriv det som 2024-1 eller 2024-2."),
            (["halvaar", "2024-12", *data], "»2024-12« er ikke et halvår. Skriv det som 2024-1 eller 2024-2."),
            (["evaluering", *data], "Kommandoen evaluering mangler et år, for eksempel 2024."),
            (["evaluering", "2024-1", *data], "»2024-1« er ikke et år. Skriv det som 2024."),
            (["evaluering", "2024", *data, "--skaering"], "Valget --skaering mangler sin værdi."),
            (["evaluering", "2024", *data, "--skaering", "30-02-2024"],
             "»30-02-2024« er ikke en dato. Skriv den som 31-01-2025."),
            (["aar", "2024", *data, "--aftale"], "Valget --aftale mangler sin værdi."),
            (["aar", "2024", *data, "--aftale="], "--aftale mangler aftalens nummer."),
            (["tjek", *data, "--aftale", "SA-01"], "Kommandoen tjek har ikke valget »--aftale«."),
            (["aar", "2024", *data, "-x"], "Kommandoen aar har ikke valget »-x«."),
            (["aar", "2024", *data, "-"], "Kommandoen aar har ikke valget »-«."),
            (["tjek", *data, "--tekst"], "Kommandoen tjek har ikke valget »--tekst«."),
            (["skabeloner"], "Kommandoen skabeloner mangler navnet på en mappe."),
            (["skabeloner", "x", "-o", "y"], "Kommandoen skabeloner har ikke valget »-o«."),
            (["forklar", *data], "Kommandoen forklar mangler nøglen til et tal, for eksempel forloeb.effekt."),
            (["forklar", "forloeb.effekt", *data],
             "Skriv også perioden: et år som 2024 eller et halvår som 2024-1."),
            (["forklar", "forloeb.effekt", "aftale=SA-01", *data],
             "Skriv også perioden: et år som 2024 eller et halvår som 2024-1."),
            *[(["forklar", "effekt.netto", *period, *data],
               "effekt.netto er et tal fra effektberegningen. Dets rækker kan forklar ikke vise; den rapport, som "
               "kommandoen effekt skriver, siger, hvordan det er regnet.")
              for period in ([], ["2024"], ["m012"])],
            (["forklar", "forloeb.effekt", "2024-3", *data],
             "»2024-3« er ikke en periode. Skriv den som 2024, 2024-1 eller 2024-2."),
            (["forklar", "forloeb.effekt", "2024", "2023", *data], "»2023« er ét ord for meget."),
            (["forklar", "forloeb.effekt", "2024", "aftale=", *data], "aftale= mangler sin værdi."),
            (["forklar", "forloeb.effekt", "2024", "kode=a", "kode=b", *data], "kode står to gange."),
            (["forklar", "forloeb.effekt", "2024", "aar=2024", *data],
             "»aar=2024«: der kan stå aftale=, maalgruppe= og kode=."),
            (["forklar", "forloeb.effekt", "2024"], "Skriv, hvor data ligger: --data MAPPE."),
            (["forklar", "forloeb.effekt", "2024", *data, "--tekst"],
             "Kommandoen forklar har ikke valget »--tekst«."),
            (["aar", "2024", *data, "--tekst=ja"], "Valget --tekst skal stå alene."),
            (["aar", "2024", *data, "--dato", "31-02-2025"], "»31-02-2025« er ikke en dato. Skriv den som 31-01-2025."),
            (["aar", "2024", *data, "--dato=i går"], "»i går« er ikke en dato. Skriv den som 31-01-2025."),
            (["aar", "2024", *data, "--color", "rød"], "--color kan være auto, always eller never, ikke »rød«."),
            (["aar", "2024", *data, "--udgave", "hemmelig"],
             "--udgave kan være intern eller offentlig, ikke »hemmelig«."),
        ]
        for arguments, sentence in cases:
            with self.subTest(arguments=arguments):
                self.assertEqual(self.refused(*arguments), f"aarsrapport: {sentence}\nHjælp: aarsrapport --help\n")

    def test_an_agreement_that_is_not_in_the_data(self):
        for wrong in ("SA-99", "sa-01", "SA-01 ", "x" * 10_000):
            shown = self.refused("aar", "2024", "--data", SAMPLES / "slagelse", "--aftale", wrong)
            begins = f"aarsrapport: »{wrong}« er ikke en aftale i aftaler.csv. Aftalerne hedder: SA-01,"
            self.assertTrue(shown.startswith(begins), shown)

    def test_the_public_edition_does_not_exist_yet(self):
        for form in (("--udgave", "offentlig"), ("--udgave=offentlig",)):
            shown = self.refused("aar", "2024", "--data", SAMPLES / "slagelse", "--output", "output", *form)
            self.assertIn("Den offentlige udgave findes endnu ikke", shown)

    def test_a_very_long_word_does_no_harm(self):
        for arguments in (["x" * 100_000], ["aar", "9" * 100_000], ["aar", "2024", "--" + "x" * 100_000]):
            self.assertTrue(self.refused(*arguments).startswith("aarsrapport: "))

    def test_a_word_that_is_not_utf_8_does_no_harm(self):
        outcome = run(b"\xff\xfe".decode("utf-8", "surrogateescape"), cwd=self.folder, text=False)
        self.assertEqual(outcome.status, 2)


class Help(ProgramTest):
    def test_each_command_explains_itself_in_danish(self):
        for command in COMMANDS:
            for option in ("--help", "-h"):
                outcome = self.assert_outcome(run(command, option), 0)
                self.assertEqual(outcome.stderr, "")
                self.assertTrue(outcome.stdout.startswith(f"Brug: aarsrapport {command}"), outcome.stdout)
                self.assertIn("\nValg:\n", outcome.stdout)
                self.assertIn("Vis denne hjælp", outcome.stdout)
                self.assertNotRegex(outcome.stdout, r"(?i)\b(usage|options?|show|write)\b")

    def test_general_help_lists_every_command(self):
        for option in ("--help", "-h"):
            outcome = self.assert_outcome(run(option), 0)
            self.assertEqual(outcome.stderr, "")
            self.assertEqual(sorted(re.findall(r"(?m)^  (\w+)", outcome.stdout)), sorted(COMMANDS))

    def test_help_fits_a_terminal_of_100_columns(self):
        for arguments in (["--help"], *([command, "--help"] for command in COMMANDS)):
            for line in run(*arguments).stdout.splitlines():
                self.assertLessEqual(len(line), 110, line)

    def test_the_version_is_the_projects(self):
        version = re.search(r"project\(aarsrapport VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        for arguments in (["--version"], ["-V"], ["aar", "-V"], ["tjek", "--version"]):
            outcome = self.assert_outcome(run(*arguments), 0)
            self.assertEqual((outcome.stdout, outcome.stderr), (f"aarsrapport {version}\n", ""))


class Report(ProgramTest):
    """A run that succeeds: what it names, what it writes, and what it leaves alone."""

    def test_stdout_names_exactly_the_files_written(self):
        write_folder(self.data)
        outcome = self.run_year()
        named = outcome.stdout.splitlines()
        self.assertEqual(sorted(named), sorted(f"{self.output}/aarsrapport-2024/{name}" for name in REPORT_FILES))
        self.assertEqual(sorted(tree(self.output)), ["aarsrapport-2024/", *(f"aarsrapport-2024/{name}"
                                                                            for name in REPORT_FILES)])
        self.assertEqual(outcome.stderr, "")

    def test_a_list_of_findings_is_named_too(self):
        write_folder(self.data, {"job.csv": "+" + LATE_JOB})
        outcome = self.run_year()
        named = {str(pathlib.Path(name).relative_to(self.output)) for name in outcome.stdout.splitlines()}
        self.assertEqual(named, {name for name in tree(self.output) if not name.endswith("/")})
        self.assertIn("W206", outcome.stderr)

    def test_without_output_the_folder_is_output_here(self):
        write_folder(self.data)
        outcome = self.assert_outcome(run("aar", "2024", "--data", "data", cwd=self.folder), 0)
        self.assertEqual(sorted(outcome.stdout.splitlines()), sorted(f"output/aarsrapport-2024/{name}"
                                                                     for name in REPORT_FILES))

    def test_options_may_stand_anywhere_and_in_both_forms(self):
        write_folder(self.data)
        for arguments in ((f"--data={self.data}", f"--output={self.output}", "2024"),
                          ("-o", self.output, "2024", "--data", self.data),
                          ("--data", self.data, "--output", self.output, "--udgave", "intern", "--", "2024")):
            self.assert_outcome(run("aar", *arguments), 0)

    def test_missing_output_folders_are_made(self):
        write_folder(self.data)
        deep = self.folder / "a" / "b"
        self.assert_outcome(run("aar", "2024", "--data", self.data, "-o", deep), 0)
        self.assertTrue((deep / "aarsrapport-2024" / "koersel.json").is_file())

    def test_the_data_folder_is_not_touched(self):
        write_folder(self.data)
        before = {path: path.stat() for path in self.data.iterdir()}
        self.run_year()
        after = {path: path.stat() for path in self.data.iterdir()}
        self.assertEqual({path: (s.st_mtime_ns, s.st_size, s.st_ino) for path, s in before.items()},
                         {path: (s.st_mtime_ns, s.st_size, s.st_ino) for path, s in after.items()})

    def test_a_new_run_takes_the_place_of_the_old(self):
        write_folder(self.data)
        self.run_year()
        old = tree(self.output)
        write_folder(self.data, {"job.csv": "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"})
        self.run_year()
        new = tree(self.output)
        kept = {name: digest for name, digest in new.items() if ".version-1/" in name}
        self.assertEqual(new.keys() - kept.keys() - {"aarsrapport-2024/rettelser-2024.xlsx"}, old.keys())
        self.assertEqual({name.replace(".version-1/", "/"): digest for name, digest in kept.items()}, old)
        self.assertNotEqual(old["aarsrapport-2024/noegletal-2024.csv"], new["aarsrapport-2024/noegletal-2024.csv"])

    def test_files_are_not_writable_by_others(self):
        write_folder(self.data)
        self.run_year(umask=0o022)
        for path in self.output.rglob("*"):
            self.assertFalse(path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH), path)
            self.assertTrue(path.stat().st_mode & stat.S_IRUSR, path)

    def test_litter_of_a_run_that_died_is_cleared(self):
        write_folder(self.data)
        self.run_year()
        clean = tree(self.output)
        with subprocess.Popen([program.PROGRAM, "aar", "2024", "--data", str(self.data), "-o", str(self.output)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as dying:
            dying.kill()
        self.run_year()
        self.assertEqual(tree(self.output).keys(), clean.keys())

    def test_each_report_has_its_folder_and_files(self):
        for command, period, name in (("halvaar", "2024-1", "halvaarsrapport-2024-1"),
                                      ("evaluering", "2024", "evaluering-2024")):
            outcome = self.assert_outcome(run(command, period, "--data", SAMPLES / "slagelse", "-o", self.output), 0)
            files = [f"{name}.pdf", f"{name}.xlsx", f"aftaler-{period}.xlsx", f"sagsfremstilling-{period}.txt",
                     f"datagrundlag-{period}.xlsx", f"noegletal-{period}.csv", "koersel.json"]
            self.assertEqual(sorted(os.listdir(self.output / name)), sorted(files))
            self.assertLessEqual({f"{self.output}/{name}/{file}" for file in files}, set(outcome.stdout.splitlines()))

    def test_one_agreement_gets_a_workbook_alone(self):
        write_folder(self.data)
        outcome = self.run_year("--aftale", "A1")
        folder = "aarsrapport-2024-aftale-A1"
        self.assertEqual(outcome.stdout.splitlines(),
                         [f"{self.output}/{folder}/{name}" for name in (f"{folder}.xlsx", "koersel.json")])
        self.assertEqual(sorted(tree(self.output)), [f"{folder}/", f"{folder}/{folder}.xlsx", f"{folder}/koersel.json"])
        shown = self.run_year("--aftale", "A1", "--tekst").stdout
        self.assertTrue(shown.startswith("Fortroligt – kun til aftaleparten\n"), shown)

    def test_an_agreements_identifier_leads_to_no_other_folder(self):
        identifier = "../x/A?"
        write_folder(self.data, {"aftaler.csv": f"+{identifier};Aftale 2;V1;samarbejdsaftale;01-01-2022;;10\n"})
        self.run_year("--aftale", identifier)
        self.assertEqual(names(self.output), ["aarsrapport-2024-aftale-_2E_2E_2Fx_2FA_3F"])
        self.assertEqual(sorted(os.listdir(self.folder)), ["data", "output"])

    def test_no_two_agreements_share_a_folder(self):
        identifiers = ("A/9", "A_9", "A_2F9")
        write_folder(self.data, {"aftaler.csv": "+" + "".join(
            f"{identifier};Aftale;V1;samarbejdsaftale;01-01-2022;;10\n" for identifier in identifiers)})
        for identifier in identifiers:
            self.run_year("--aftale", identifier)
        self.assertEqual(names(self.output),
                         [f"aarsrapport-2024-aftale-{name}" for name in ("A_2F9", "A_5F2F9", "A_5F9")])

    def test_an_evaluation_counts_to_the_day_asked_for(self):
        numbers = []
        for day in ((), ("--skaering", "31-12-2022"), ("--skaering=28-02-2023",)):
            outcome = run("evaluering", "2023", "--data", SAMPLES / "slagelse", "-o", self.output, *day)
            self.assert_outcome(outcome, 0)
            figures = program.read_figures(self.output / "evaluering-2023" / "noegletal-2023.csv")
            numbers.append(int(figures["forloeb.afsluttede_ialt", "2023", "SA-01", "", ""][0]))
        self.assertLess(numbers[1], numbers[0])
        self.assertEqual(numbers[2], numbers[0])

    def test_a_chapter_without_a_text_is_left_out_with_a_note_that_names_the_file(self):
        write_folder(self.data, {"tekster/indledning.md": None, "tekster/laeringer.md": None})
        outcome = self.run_year("--tekst", "-v")
        self.assertEqual(re.findall(r"(?m)^N451: .*$", outcome.stderr),
                         [f"N451: Der er ingen tekst til kapitlet »{title}«: filen tekster/{name}.md mangler."
                          for title, name in (("Indledning", "indledning"), ("Erfaringer og læring", "laeringer"))])
        self.assertNotRegex(outcome.stdout, r"(?m)^Indledning$")
        self.assertNotIn("N451", self.run_year("--tekst", "-q").stderr)
        self.run_year()
        listed = openpyxl.load_workbook(self.output / "tjek" / "fejlliste.xlsx")
        cells = [cell for sheet in listed.worksheets for row in sheet.iter_rows(values_only=True) for cell in row]
        self.assertTrue(any("filen tekster/indledning.md mangler" in str(cell) for cell in cells), cells)

    def test_text_goes_to_stdout_and_writes_no_report(self):
        write_folder(self.data)
        outcome = self.run_year("--tekst")
        self.assertIn("Årsrapport", outcome.stdout)
        self.assertIn("INTERN", outcome.stdout)
        self.assertIn("Prøveby", outcome.stdout)
        self.assertFalse((self.output / "aarsrapport-2024").exists())

    def test_text_lines_are_at_most_100_columns(self):
        outcome = run("aar", "2024", "--data", SAMPLES / "slagelse", "-o", self.output, "--tekst")
        self.assert_outcome(outcome, 0)
        for line in outcome.stdout.splitlines():
            self.assertLessEqual(len(line), 100, line)
            self.assertEqual(line, line.rstrip())


class Manifest(ProgramTest):
    """koersel.json tells exactly what went in and what came out."""

    def manifest(self, folder=None):
        path = (folder or self.output) / "aarsrapport-2024" / "koersel.json"
        return json.loads(path.read_text(encoding="utf-8"))

    def test_inputs_and_outputs_are_there_with_size_and_checksum(self):
        data = SAMPLES / "slagelse"
        self.assert_outcome(run("aar", "2024", "--data", data, "-o", self.output), 0)
        manifest = self.manifest()
        self.assertEqual(sorted(item["fil"] for item in manifest["input"]),
                         sorted(name for name in program.tree(data) if not name.endswith("/")))
        report = self.output / "aarsrapport-2024"
        self.assertEqual(sorted(item["fil"] for item in manifest["output"]),
                         sorted(set(os.listdir(report)) - {"koersel.json"}))
        for folder, items in ((data, manifest["input"]), (report, manifest["output"])):
            for item in items:
                self.assertEqual(item["byte"], (folder / item["fil"]).stat().st_size, item)
                self.assertEqual(item["sha256"], program.sha256(folder / item["fil"]), item)

    def test_rows_add_up_and_are_all_there(self):
        data = SAMPLES / "slagelse"
        self.assert_outcome(run("aar", "2024", "--data", data, "-o", self.output), 0)
        tables = [item for item in self.manifest()["input"] if item["fil"].endswith(".csv")]
        self.assertGreaterEqual(len(tables), 7)
        for item in tables:
            self.assertEqual(item["raekker"], item["talt_med"] + item["udeladt"] + item["tomme"], item)
            self.assertEqual(item["talt_med"], len(test_samples.rows_of(data / item["fil"])), item)

    def test_what_was_asked_for_is_there(self):
        write_folder(self.data)
        self.run_year("--dato", "31-01-2025")
        manifest = self.manifest()
        self.assertEqual((manifest["program"], manifest["rapport"], manifest["periode"], manifest["udgave"]),
                         ("aarsrapport", "aarsrapport-2024", "2024", "intern"))
        self.assertEqual(manifest["dato"], "31-01-2025")
        self.assertEqual(manifest["valg"]["--dato"], "31-01-2025")
        self.assertEqual(manifest["valg"]["--udelad-fejl"], "nej")
        self.assertEqual(manifest["fund"], [])
        self.assertRegex(manifest["tidspunkt"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_rows_left_out_are_told(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB + ";;;;;;;\n"})
        self.run_year("--udelad-fejl")
        manifest = self.manifest()
        jobs = next(item for item in manifest["input"] if item["fil"] == "job.csv")
        self.assertEqual((jobs["raekker"], jobs["talt_med"], jobs["udeladt"], jobs["tomme"]), (3, 1, 1, 1))
        self.assertEqual(manifest["fund"], [{"kode": "E213", "niveau": "fejl", "antal": 1}])
        self.assertEqual(manifest["valg"]["--udelad-fejl"], "ja")


class ErrorsInData(ProgramTest):
    """Status 1: nothing is written but the list of findings, and an older report stays as it is."""

    def test_no_report_is_written(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        outcome = self.run_year(status=1)
        self.assertEqual(sorted(tree(self.output)), ["tjek/", "tjek/fejlliste.xlsx"])
        self.assertIn("E213", outcome.stderr)
        self.assertIn("job.csv", outcome.stderr)
        self.assertIn("Der er fejl i data, så der er ikke skrevet nogen rapport.", outcome.stderr)
        self.assertIn(f"{self.output}/tjek/fejlliste.xlsx", outcome.stderr)
        self.assertIn("--udelad-fejl", outcome.stderr)

    def test_an_older_report_stays_byte_for_byte(self):
        write_folder(self.data)
        self.run_year()
        report = self.output / "aarsrapport-2024"
        before = tree(report), {path.name: path.stat().st_mtime_ns for path in report.iterdir()}
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        self.run_year(status=1)
        self.assertEqual((tree(report), {path.name: path.stat().st_mtime_ns for path in report.iterdir()}), before)

    def test_no_text_is_shown_either(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        self.assertEqual(self.run_year("--tekst", status=1).stdout, "")

    def test_bad_rows_may_be_left_out(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        outcome = self.run_year("--udelad-fejl")
        self.assertIn("E213", outcome.stderr)
        self.assertEqual(sorted(os.listdir(self.output / "aarsrapport-2024")), sorted(REPORT_FILES))
        self.assertTrue((self.output / "tjek" / "fejlliste.xlsx").is_file())
        figures = program.read_figures(self.output / "aarsrapport-2024" / "noegletal-2024.csv")
        self.assertEqual(figures["job.nye", "2024", "", "", ""], ("1", "antal"))

    def test_the_report_says_how_many_rows_were_left_out(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB + BAD_JOB.replace("J2", "J4")})
        self.assertRegex(self.run_year("--udelad-fejl", "--tekst").stdout, r"\b2 rækker\b[^.]*\budelad")
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        self.assertRegex(self.run_year("--udelad-fejl", "--tekst").stdout, r"(?i)\b(1|én|en) række\b[^.]*\budelad")

    def test_rows_that_refer_to_a_left_out_row_follow_it(self):
        write_folder(self.data, {"virksomheder.csv": "+V2;To;virksomhed;aktiv;;;ja;ja;ja\n",
                                 "job.csv": "+J2;B2;V2;fleksjob;01-11-2024;;12;unge\n"})
        outcome = self.run_year("--udelad-fejl")
        self.assertIn("E308", outcome.stderr)
        self.assertIn("E303", outcome.stderr)
        figures = program.read_figures(self.output / "aarsrapport-2024" / "noegletal-2024.csv")
        self.assertEqual(figures["job.nye", "2024", "", "", ""], ("1", "antal"))

    def test_errors_of_a_whole_file_stop_even_then(self):
        cases = {"E103": {"job.csv": "job_id;borger_id\nJ1;B1\n"},
                 "E402": {"rapport.ini": "+[data]\nudtraeksdato = 13-01-2025\n"},
                 "E421": {"maal.csv": "+m2;Mål;aarlig;job.findes_ikke;;1;2022;2025\n"},
                 "E228": {"maal.csv": "+m2;Mål;aarlig;job.nye;;1;to;2025\n"},
                 "E202": {"koder.csv": "liste;kode;navn;raekkefoelge\nmaalgruppe;unge;Unge;x\n"},
                 "E101": {"forloeb.csv": None}}
        for code, changes in cases.items():
            with self.subTest(code=code):
                shutil.rmtree(self.data, ignore_errors=True)
                write_folder(self.data, changes)
                self.assertIn(code, self.run_year("--udelad-fejl", status=1).stderr)
                self.assertFalse((self.output / "aarsrapport-2024").exists())

    def test_a_missing_table_names_the_report_and_the_template(self):
        for table in ("forloeb", "job", "aftaler", "virksomheder", "maal"):
            shutil.rmtree(self.data, ignore_errors=True)
            write_folder(self.data, {f"{table}.csv": None})
            shown = self.run_year(status=1).stderr
            self.assertRegex(shown, rf"E101.*{table}\.csv")
            self.assertIn("årsrapporten", shown)

    def test_a_missing_rapport_ini_stops_the_report_but_not_the_check(self):
        write_folder(self.data, {"rapport.ini": None})
        self.assertIn("rapport.ini", self.run_year(status=1).stderr)
        self.assert_outcome(run("tjek", "--data", self.data, "-o", self.output), 0)

    def test_a_list_that_no_longer_holds_is_removed(self):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        self.run_year(status=1)
        self.assertTrue((self.output / "tjek" / "fejlliste.xlsx").is_file())
        write_folder(self.data)
        self.run_year()
        self.assertFalse((self.output / "tjek").exists())


class Check(ProgramTest):
    """`tjek` reads everything, writes only the list of findings, and ends 1 on errors alone."""

    def check(self, changes, *more, status):
        write_folder(self.data, changes)
        outcome = run("tjek", "--data", self.data, "-o", self.output, *more)
        return self.assert_outcome(outcome, status)

    def test_clean_data(self):
        outcome = self.check(None, status=0)
        self.assertEqual(outcome.stdout, "")
        self.assertIn("Ingen fejl, advarsler eller bemærkninger.", outcome.stderr)
        self.assertFalse(self.output.exists() and tree(self.output))

    def test_warnings_end_with_0_and_errors_with_1(self):
        for row, status, code in ((LATE_JOB, 0, "W206"), (BAD_JOB, 1, "E213")):
            outcome = self.check({"job.csv": "+" + row}, status=status)
            self.assertIn(code, outcome.stderr)
            self.assertEqual(outcome.stdout, f"{self.output}/tjek/fejlliste.xlsx\n")
            self.assertEqual(sorted(tree(self.output)), ["tjek/", "tjek/fejlliste.xlsx"])

    def test_a_finding_names_code_file_line_and_column_together(self):
        shown = self.check({"job.csv": "+" + BAD_JOB}, status=1).stderr
        first = shown.splitlines()[0]
        for word in ("E213", "job.csv", "3", "start", "31-02-2024"):
            self.assertIn(word, first)

    def test_rows_are_accounted_for_per_file(self):
        shown = self.check({"job.csv": "+" + BAD_JOB + ";;;;;;;\n"}, status=1).stderr
        self.assertRegex(shown, r"(?m)^  job\.csv +3 +[12] +[01] +1$")
        self.assertRegex(shown, r"(?m)^  forloeb\.csv +2 +2 +0 +0$")

    def test_at_most_50_findings_are_shown_and_all_are_counted(self):
        rows = "".join(BAD_JOB.replace("J2", f"K{row}") for row in range(70))
        shown = self.check({"job.csv": "+" + rows}, status=1).stderr
        self.assertEqual(len(re.findall(r"(?m)^.*E213.*31-02-2024.*$", shown)), 50)
        self.assertIn("… og 20 mere", shown)
        self.assertRegex(shown, r"E213 +70 +fejl")

    def test_any_one_table_will_do(self):
        for table in ("job", "forloeb", "aftaler", "virksomheder", "maal", "opfoelgninger"):
            only = {name: None for name in program.SMALL_FOLDER if name != f"{table}.csv"}
            if table == "opfoelgninger":
                only["opfoelgninger.csv"] = "forloeb_id;dato;moede_holdt;status\nF1;01-10-2024;ja;\n"
            shutil.rmtree(self.data, ignore_errors=True)
            shown = self.check(only, status=0).stderr
            if table in ("job", "forloeb", "aftaler", "opfoelgninger"):
                self.assertIn("N322", shown)

    def test_quiet_shows_errors_alone(self):
        shown = self.check({"job.csv": "+" + LATE_JOB + BAD_JOB}, "-q", status=1).stderr
        self.assertIn("E213", shown)
        self.assertNotIn("W206", shown)
        self.assertNotIn("Regnskab", shown)

    def test_quiet_and_clean_is_silent(self):
        outcome = self.check(None, "--quiet", status=0)
        self.assertEqual((outcome.stdout, outcome.stderr), ("", ""))


class Colour(ProgramTest):
    def shown(self, *more, env=None):
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        outcome = run("tjek", "--data", self.data, "-o", self.output, *more, env=env)
        return self.assert_outcome(outcome, 1).stderr

    def on_terminal(self, env=None):
        """The same with stderr on a terminal."""
        write_folder(self.data, {"job.csv": "+" + BAD_JOB})
        return self.tjek_on_terminal(self.data, env, 1)

    def tjek_on_terminal(self, data, env, expected):
        """What a terminal that stderr goes to is sent."""
        outcome = run_on_terminal("tjek", "--data", data, "-o", self.output, env=env)
        return self.assert_outcome(outcome, expected).stderr

    def test_a_large_file_shows_a_bar_on_a_terminal_and_nothing_in_a_pipe(self):
        large = self.data / "stor"
        subprocess.run(["/usr/bin/python3", "-B", ROOT / "tools/make_bulk.py", "165000", large], check=True)
        shown = self.tjek_on_terminal(large, None, 0)
        self.assertRegex(shown, r"\r  Læser forloeb\.csv  \[#+\.*\]  50 %")
        self.assertIn("\r\033[K", shown)
        self.assertNotIn("Læser", run("tjek", "--data", large, "-o", self.output).stderr)

    def test_a_pipe_gets_no_colours_unless_asked_for(self):
        self.assertNotIn("\033", self.shown())
        self.assertNotIn("\033", self.shown("--color", "never"))
        self.assertIn("\033[31m", self.shown("--color=always"))

    def test_a_terminal_gets_colours_unless_no_color_is_set(self):
        self.assertIn("\033[31m", self.on_terminal())
        self.assertIn("\033[31m", self.on_terminal({"NO_COLOR": ""}))
        self.assertNotIn("\033", self.on_terminal({"NO_COLOR": "1"}))

    def test_what_stops_a_run_is_red_on_a_terminal(self):
        outcome = run_on_terminal("tjek", "--data", self.folder / "mangler")
        self.assertEqual(outcome.status, 3)
        self.assertRegex(outcome.stderr, r"\033\[31maarsrapport: .*mangler.*\033\[0m")

    def test_a_pipe_gets_no_progress_bar(self):
        self.assertNotIn("\r", self.shown())


class Failures(ProgramTest):
    """Status 3: one Danish sentence that names the thing."""

    def assert_fails(self, outcome, *words):
        self.assert_outcome(outcome, 3)
        self.assertEqual(outcome.stdout, "")
        for word in words:
            self.assertIn(str(word), outcome.stderr)
        self.assertTrue(outcome.stderr.splitlines()[-1].startswith("aarsrapport: "), outcome.stderr)

    def run_as_nobody(self, *arguments):
        """Root may read and write everything, so another user runs a copy of the program that it can reach."""
        copy = self.folder / "aarsrapport"
        shutil.copy(program.PROGRAM, copy)
        copy.chmod(0o755)
        return run(*arguments, path=copy, user=65534, group=65534, cwd="/")


class Unreadable(Failures):
    """What a run reads."""

    def test_no_data_folder(self):
        for command in (["aar", "2024"], ["halvaar", "2024-1"], ["evaluering", "2024"], ["tjek"]):
            outcome = run(*command, "--data", self.folder / "findes-ikke", "-o", self.output)
            self.assert_fails(outcome, "findes-ikke")
            self.assertFalse(self.output.exists())

    def test_a_file_for_a_data_folder(self):
        (self.folder / "data").write_text("x")
        self.assert_fails(run("tjek", "--data", self.data, "-o", self.output), self.data)

    def test_something_else_in_a_files_place(self):
        def link(path):
            path.symlink_to(SAMPLES / "slagelse" / "job-jobcenter.csv")
        for make in (link, pathlib.Path.mkdir, os.mkfifo):
            shutil.rmtree(self.data, ignore_errors=True)
            write_folder(self.data, {"job.csv": None})
            make(self.data / "job.csv")
            with self.subTest(make=make.__name__):
                self.assert_fails(run("aar", "2024", "--data", self.data, "-o", self.output, timeout=60), "job.csv")
                self.assertFalse((self.output / "aarsrapport-2024").exists())

    def test_the_data_folder_itself_may_be_a_link(self):
        write_folder(self.folder / "real")
        self.data.symlink_to(self.folder / "real")
        self.run_year()

    def test_a_file_that_may_not_be_read(self):
        write_folder(self.data)
        (self.data / "job.csv").chmod(0)
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            outcome = self.run_as_nobody("tjek", "--data", self.data, "-o", self.output)
        else:
            outcome = run("tjek", "--data", self.data, "-o", self.output)
        self.assert_fails(outcome, "job.csv")


class Unwritable(Failures):
    """What a run writes; what stood there before stays."""

    def test_a_file_in_the_output_folders_place(self):
        write_folder(self.data)
        self.output.write_text("x")
        self.assert_fails(self.run_year(status=3), self.output)
        self.assertEqual(self.output.read_text(), "x")

    def test_a_file_in_the_report_folders_place_is_not_lost(self):
        write_folder(self.data)
        self.output.mkdir()
        (self.output / "aarsrapport-2024").write_text("x")
        self.assert_fails(self.run_year(status=3), "aarsrapport-2024")
        self.assertEqual((self.output / "aarsrapport-2024").read_text(), "x")
        self.assertEqual(names(self.output), ["aarsrapport-2024"])

    def test_a_folder_that_may_not_be_written(self):
        write_folder(self.data)
        self.output.mkdir(mode=0o555)
        self.folder.chmod(0o755)
        arguments = ("aar", "2024", "--data", self.data, "-o", self.output)
        outcome = self.run_as_nobody(*arguments) if os.geteuid() == 0 else run(*arguments)
        self.assert_fails(outcome, self.output)
        self.assertEqual(tree(self.output), {})

    def small_disk(self, kibibytes):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", disk],
                                 capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("needs the right to mount a small disk")
        self.addCleanup(subprocess.run, ["umount", disk], check=False)
        return disk

    def test_a_full_disk(self):
        write_folder(self.data)
        disk = self.small_disk(4096)
        self.assert_outcome(run("aar", "2024", "--data", self.data, "-o", disk), 0)
        before = tree(disk)
        write_folder(self.data, {"job.csv": "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"})
        for free in (0, 4, 8, 16, 32, 64):
            self.fill(disk, free)
            outcome = run("aar", "2024", "--data", self.data, "-o", disk)
            (disk / "fill").unlink()
            self.assert_fails(outcome)
            self.assertEqual(tree(disk), before, f"{free} KiB free")

    def fill(self, disk, free):
        """Leaves `free` KiB of the disk."""
        with open(disk / "fill", "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
            file.truncate(file.tell() - free * 1024)

    def test_a_limit_on_file_size(self):
        """The same without the right to mount: every write past the limit fails."""
        write_folder(self.data)
        self.run_year()
        before = tree(self.output)
        write_folder(self.data, {"job.csv": "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"})
        for limit in (0, 512, 4096, 20_000):
            outcome = run("aar", "2024", "--data", self.data, "-o", self.output,
                          limits=lambda size=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
            self.assert_fails(outcome)
            self.assertEqual(tree(self.output), before, limit)

    def test_too_little_memory(self):
        """Whatever the moment at which memory runs out, the older report stays; the next run clears what is left."""
        write_folder(self.data)
        if self.with_memory(256).status != 0:
            self.skipTest("a build with sanitizers needs more address space than can be limited here")
        before = tree(self.output)
        shutil.copytree(self.output, self.folder / "before")
        write_folder(self.data, {"job.csv": "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"})
        statuses = set()
        for mebibytes in (*range(10, 32), *range(32, 80, 4)):
            outcome = self.with_memory(mebibytes)
            statuses.add(outcome.status)
            self.assertIn(outcome.status, (0, 3, 127), outcome.stderr)   # 127: not even the libraries could be loaded
            if outcome.status == 3:
                self.assertTrue(outcome.stderr.splitlines()[-1].startswith("aarsrapport: "), outcome.stderr)
            if outcome.status == 0:
                shutil.rmtree(self.output)
                shutil.copytree(self.folder / "before", self.output)
            after = tree(self.output)
            self.assertEqual({name: after.get(name) for name in before}, before)
        self.assertIn(3, statuses)
        self.run_year()
        self.assertEqual(names(self.output), ["aarsrapport-2024", "aarsrapport-2024.version-1"])

    def with_memory(self, mebibytes):
        size = mebibytes * 2**20
        return run("aar", "2024", "--data", self.data, "-o", self.output,
                   limits=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))

    def test_text_to_a_reader_that_leaves_is_no_fault(self):
        reader, writer = os.pipe()
        process = subprocess.Popen([program.PROGRAM, "aar", "2024", "--data", str(SAMPLES / "slagelse"), "--tekst", "-o",
                                    str(self.output)], stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        os.read(reader, 10)
        os.close(reader)
        _, stderr = process.communicate()
        self.assertEqual(process.returncode, 0)
        self.assertNotIn("standard-output", stderr.decode())

    def test_text_to_a_full_device(self):
        write_folder(self.data)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([program.PROGRAM, "aar", "2024", "--data", str(self.data), "--tekst", "-o",
                                   str(self.output)], stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE,
                                  check=False)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.stderr.decode(), "aarsrapport: Kan ikke skrive til standard-output.\n")


class Templates(ProgramTest):
    expected = ROOT / "input-templates"

    def test_they_are_the_ones_that_the_project_shows(self):
        outcome = self.assert_outcome(run("skabeloner", self.output), 0)
        self.assertEqual(outcome.stderr, "")
        self.assertEqual(sorted(outcome.stdout.splitlines()),
                         sorted(f"{self.output}/{name}" for name in os.listdir(self.output)))
        self.assertEqual(tree(self.output), tree(self.expected))

    def test_a_file_that_is_there_is_never_overwritten(self):
        self.output.mkdir()
        (self.output / "job.csv").write_text("mine\n")
        outcome = self.assert_outcome(run("skabeloner", self.output), 0)
        self.assertEqual((self.output / "job.csv").read_text(), "mine\n")
        self.assertIn(f"{self.output}/job.csv var der i forvejen og er ikke rørt.", outcome.stderr)
        self.assertNotIn("job.csv", outcome.stdout)
        self.assertEqual(tree(self.output).keys(), tree(self.expected).keys())

    def test_a_second_time_changes_nothing(self):
        run("skabeloner", self.output)
        before = {path: path.stat().st_ino for path in self.output.iterdir()}
        outcome = self.assert_outcome(run("skabeloner", self.output), 0)
        self.assertEqual(outcome.stdout, "")
        self.assertEqual({path: path.stat().st_ino for path in self.output.iterdir()}, before)

    def test_the_empty_templates_lack_only_the_settings(self):
        self.assert_outcome(run("skabeloner", self.data), 0)
        outcome = self.assert_outcome(run("tjek", "--data", self.data, "-o", self.output), 1)
        self.assertEqual(set(re.findall(r"(?m)^([EWN]\d{3}) rapport\.ini: ", outcome.stderr)), {"E404"})
        self.assertEqual(set(re.findall(r"(?m)^[EWN]\d{3} (\S+?):", outcome.stderr)), {"rapport.ini"})

    def test_the_settings_can_be_filled_in_with_their_examples(self):
        self.assert_outcome(run("skabeloner", self.data), 0)
        settings = self.data / "rapport.ini"
        text = settings.read_text(encoding="utf-8")
        filled = re.sub(r"(?m)^(;   for eksempel: (.*)\n)(\w+) =$", r"\1\3 = \2", text)
        self.assertGreater(filled.count(" = "), text.count(" = ") + 5)
        settings.write_text(filled, encoding="utf-8")
        outcome = self.assert_outcome(run("tjek", "--data", self.data, "-o", self.output), 0)
        self.assertIn("Ingen fejl, advarsler eller bemærkninger.", outcome.stderr)
        self.run_year()   # a report on nothing: figures are 0 or –

    def test_a_file_in_the_folders_place(self):
        self.output.write_text("x")
        outcome = self.assert_outcome(run("skabeloner", self.output), 3)
        self.assertIn(str(self.output), outcome.stderr)


if __name__ == "__main__":
    unittest.main()
