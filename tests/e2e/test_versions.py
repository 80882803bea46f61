#!/usr/bin/python3
"""A rerun keeps every older version, makes none when nothing has changed, and loses none when it dies at any point."""

import json
import os
import pty
import re
import select
import shutil
import subprocess
import unittest
import warnings

import openpyxl

import fault_shim
import program
from program import KEPT, LATE_JOB, SAMPLES, SMALL_FOLDER, ProgramTest, names, run, sha256, tree, write_folder

NAME = "aarsrapport-2024"
MORE_JOBS = "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"


def setUpModule():
    global SHIM
    SHIM = fault_shim.FaultShim()


def tearDownModule():
    SHIM.close()


def points_up_to(count):
    """Every point; every seventh in a build with sanitizers, which takes seconds to start."""
    return range(1, count + 1, 7 if fault_shim.HAS_SANITIZERS else 1)


class VersionTest(ProgramTest):
    def setUp(self):
        super().setUp()
        write_folder(self.data)
        self.report = self.output / NAME

    def version(self, number):
        return self.output / f"{NAME}.version-{number}"

    def names(self):
        """What stands in the output folder, hidden ones too, but for the list of findings and what is kept."""
        return sorted(set(names(self.output)) - {"tjek"})

    def manifest(self, folder=None):
        return json.loads(((folder or self.report) / "koersel.json").read_text(encoding="utf-8"))

    def assert_input_is_kept(self, name=NAME):
        """What every version that stands was made of is kept as its manifest has it, and nothing else is."""
        kept = self.output / KEPT / name
        folders = [path for path in self.output.iterdir() if path.name == name or path.name.startswith(f"{name}.version-")]
        manifests = [self.manifest(path) for path in folders if (path / "koersel.json").exists()]
        self.assertEqual(sorted(os.listdir(kept)), sorted(f"version-{manifest['version']}" for manifest in manifests))
        for manifest in manifests:
            copy = kept / f"version-{manifest['version']}"
            self.assertEqual({path: digest for path, digest in tree(copy).items() if digest},
                             {entry["fil"]: entry["sha256"] for entry in manifest["input"]})

    def assert_whole(self, folder, version=None):
        """Every output is there as the folder's own manifest has it."""
        manifest = self.manifest(folder)
        for output in manifest["output"]:
            self.assertEqual(sha256(folder / output["fil"]), output["sha256"], f"{folder}: {output['fil']}")
        if version is not None:
            self.assertEqual(manifest["version"], version)

    def words_of(self, path):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")   # extensions that openpyxl does not know
            book = openpyxl.load_workbook(path)
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
                         if cell.value is not None).replace("\u00a0", " ")

    def change_data(self, more=MORE_JOBS):
        write_folder(self.data, {"job.csv": more})


class Unchanged(VersionTest):
    def assert_unchanged(self, *more, version=1, **kwargs):
        before = tree(self.output)
        times = {path: path.stat().st_mtime_ns for path in [self.output, *self.output.rglob("*")]}
        outcome = self.run_year(*more, **kwargs)
        self.assertEqual(outcome.stdout, "")
        self.assertIn(f"Uændret siden version {version}: {self.report}\n", outcome.stderr)
        self.assertEqual(tree(self.output), before)
        self.assertEqual({path: path.stat().st_mtime_ns for path in [self.output, *self.output.rglob("*")]}, times)

    def assert_new(self, version, *more, **kwargs):
        outcome = self.run_year(*more, **kwargs)
        self.assertNotIn("Uændret", outcome.stderr)
        self.assertIn(f"Version {version} er skrevet. Den forrige ligger i {self.version(version - 1)}\n", outcome.stderr)
        self.assert_whole(self.report, version)

    def test_a_rerun_with_nothing_changed_writes_nothing(self):
        self.run_year()
        self.assert_unchanged()
        self.change_data()
        self.assert_new(2)
        self.assert_unchanged(version=2)

    def test_a_rerun_with_nothing_changed_clears_what_a_run_that_died_left_of_the_list(self):
        self.change_data("+" + LATE_JOB)
        self.run_year()
        left = self.output / "tjek" / ".fejlliste.under-arbejde-abc123"
        (left / ".midlertidig").mkdir(parents=True)
        self.assertIn("Uændret siden version 1", self.run_year().stderr)
        self.assertEqual(os.listdir(self.output / "tjek"), ["fejlliste.xlsx"])

    def test_a_rerun_with_findings_leaves_their_list(self):
        self.change_data("+" + LATE_JOB)
        self.run_year()
        (self.output / "tjek" / "egen.txt").write_text("egen")
        self.assert_unchanged()
        self.change_data("+" + LATE_JOB.replace("12.5", "13.5"))
        self.assert_new(2)
        self.assertTrue((self.output / "tjek" / "egen.txt").is_file())

    def test_what_does_not_decide_the_outputs_is_no_change(self):
        self.run_year("--begrundelse", "Den første")
        (self.report / "egen.txt").write_text("egen")
        shutil.copytree(self.data, self.folder / "copy")
        for path in self.data.rglob("*"):
            os.utime(path, (0, 0))
        self.assert_unchanged()
        self.assert_unchanged("-v")
        self.assert_unchanged("--begrundelse", "Den første")
        self.assert_unchanged("--data", self.folder / "copy", env={"TZ": "Pacific/Kiritimati"})

    def test_quiet_says_nothing(self):
        self.run_year()
        outcome = self.run_year("-q")
        self.assertEqual((outcome.stdout, outcome.stderr), ("", ""))

    def test_what_decides_them_is_a_change(self):
        self.run_year()
        for version, more in enumerate((["--udelad-fejl"], ["--dato", "01-02-2025"], ["--begrundelse", "Igen"]), 2):
            self.assert_new(version, *more)
        self.assert_new(5, env={"SOURCE_DATE_EPOCH": "1738368000"})
        (self.data / "tekster" / "indledning.md").write_text("Om et andet år.\n", encoding="utf-8")
        self.assert_new(6)
        (self.data / "job-2.csv").write_text(SMALL_FOLDER["job.csv"].replace("J1;", "J9;"), encoding="utf-8")
        self.assert_new(7)
        (self.data / "jobb.csv").write_text("a;b\n", encoding="utf-8")   # not read, but the report counts it
        self.assert_new(8)
        (self.data / "jobb.csv").unlink()
        self.assert_new(9)
        self.assertEqual(self.names(), sorted([NAME, *(f"{NAME}.version-{n}" for n in range(1, 9))]))
        for number in range(1, 9):
            self.assert_whole(self.version(number), number)

    def test_outputs_that_are_not_as_they_were_written_are_a_change(self):
        self.run_year()
        for version, name in enumerate(sorted(self.manifest()["output"], key=lambda output: output["fil"]), 2):
            path = self.report / name["fil"]
            content = path.read_bytes()
            if version % 2:
                path.unlink()
            else:
                path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
            self.assert_new(version)
            self.assertEqual((self.version(version - 1) / name["fil"]).exists(), version % 2 == 0)

    def test_a_manifest_that_lists_fewer_outputs_is_not_believed(self):
        self.run_year()
        manifest = self.manifest()
        manifest["output"] = manifest["output"][:1]
        (self.report / "koersel.json").write_text(json.dumps(manifest), encoding="utf-8")
        self.assert_new(2)


class Kept(VersionTest):
    def test_three_versions_and_what_the_user_put_beside_them(self):
        for number in (1, 2, 3):
            self.change_data("+" + "".join(f"K{i};B2;V1;fleksjob;01-11-2024;;12;unge\n" for i in range(number)))
            self.run_year()
            self.assert_whole(self.report, number)
            (self.report / f"noter-{number}.txt").write_text(f"til version {number}")
            (self.report / "mappe").mkdir()
        self.assertEqual(self.names(), [NAME, f"{NAME}.version-1", f"{NAME}.version-2"])
        for number in (1, 2):
            self.assert_whole(self.version(number), number)
            self.assertEqual((self.version(number) / f"noter-{number}.txt").read_text(), f"til version {number}")
            self.assertTrue((self.version(number) / "mappe").is_dir())

    def test_the_same_history_gives_the_same_bytes(self):
        trees = []
        for place in ("a", "b"):
            self.output = self.folder / place
            for more in ({}, {"job.csv": MORE_JOBS}):
                write_folder(self.data, more)
                self.run_year("--begrundelse", "Et job manglede", env={"TZ": "UTC" if place == "a" else "XYZ-14:30"})
            trees.append({name: digest for name, digest in tree(self.output).items() if "koersel.json" not in name})
        self.assertEqual(trees[0], trees[1])

    def test_a_version_that_was_deleted_is_not_made_again(self):
        for number in (1, 2, 3):
            self.run_year("--begrundelse", str(number))
        shutil.rmtree(self.version(2))
        self.run_year("--begrundelse", "4")
        self.assertEqual(self.names(), [NAME, f"{NAME}.version-1", f"{NAME}.version-3"])
        self.assert_whole(self.report, 4)
        shutil.rmtree(self.report)
        self.run_year()
        self.assert_whole(self.report, 4)
        shutil.rmtree(self.version(1))
        self.run_year("--begrundelse", "5")
        self.assertEqual(self.names(), [NAME, f"{NAME}.version-3", f"{NAME}.version-4"])

    def test_a_broken_manifest(self):
        for text in ("", "{", "[]", "null", '{"version": 7}', '{"version": 1e99}', "\0" * 1000, "[" * 100000):
            shutil.rmtree(self.output, ignore_errors=True)
            self.run_year()
            (self.report / "koersel.json").write_text(text, encoding="utf-8")
            self.run_year()
            self.assertEqual((self.version(1) / "koersel.json").read_text(encoding="utf-8"), text)
            self.assertEqual(self.names(), [NAME, f"{NAME}.version-1"])
            self.assert_whole(self.report, 2)

    def test_a_folder_that_is_the_users_own(self):
        self.report.mkdir(parents=True)
        (self.report / "egen.txt").write_text("egen")
        self.run_year()
        self.assertEqual((self.version(1) / "egen.txt").read_text(), "egen")
        self.assert_whole(self.report, 2)

    def test_a_version_folder_of_the_users_own_is_not_overwritten(self):
        self.run_year()
        self.version(1).mkdir()
        (self.version(1) / "egen.txt").write_text("egen")
        self.change_data()
        self.run_year()
        self.assertEqual(os.listdir(self.version(1)), ["egen.txt"])
        self.assert_whole(self.version(2), 1)
        self.assert_whole(self.report, 3)

    def test_one_agreement_has_versions_of_its_own(self):
        name = f"{NAME}-aftale-A1"
        self.run_year()
        self.run_year("--aftale", "A1")
        self.assertIn("Uændret siden version 1", self.run_year("--aftale", "A1").stderr)
        self.change_data()
        self.run_year("--aftale", "A1", "--begrundelse", "Et job kom til")
        self.assertEqual(self.names(), sorted([NAME, name, f"{name}.version-1"]))
        manifest = self.manifest(self.output / name)
        self.assertEqual((manifest["version"], manifest["begrundelse"]), (2, "Et job kom til"))
        sheet = self.words_of(self.output / name / f"{name}.xlsx")
        self.assertIn("Version 2, rettet den 12. januar 2025", sheet)
        self.assertIn("Begrundelse: Et job kom til", sheet)

    def test_other_reports_have_versions_too(self):
        for command, period, name in (("halvaar", "2024-1", "halvaarsrapport-2024-1"),
                                      ("evaluering", "2024", "evaluering-2024")):
            for reason in ("en", "to"):
                self.assert_outcome(run(command, period, "--data", SAMPLES / "slagelse", "-o", self.output,
                                        "--begrundelse", reason), 0)
            self.assert_whole(self.output / name, 2)
            self.assert_whole(self.output / f"{name}.version-1", 1)

    def test_data_errors_and_text_touch_nothing(self):
        self.run_year()
        before = tree(self.output)
        self.change_data()
        self.assertIn("Version 2, rettet den", self.run_year("--tekst").stdout.replace("\u00a0", " "))
        self.assertEqual(tree(self.output), before)
        self.change_data("+" + program.BAD_JOB)
        self.run_year(status=1)
        self.assertEqual({name: digest for name, digest in tree(self.output).items() if "tjek" not in name}, before)


class Cover(VersionTest):
    def pdf_front(self):
        done = subprocess.run(["pdftotext", "-l", "1", "-layout", self.report / f"{NAME}.pdf", "-"], capture_output=True,
                              text=True, check=True)
        return done.stdout.replace("\u00a0", " ")

    def test_the_first_version_says_nothing_of_versions(self):
        self.run_year("--begrundelse", "Uden virkning")
        text = self.run_year("--tekst").stdout
        for words in (self.pdf_front(), self.words_of(self.report / f"{NAME}.xlsx"), text):
            self.assertNotIn("ersion 1", words)
            self.assertNotIn("rettet den", words)
            self.assertNotIn("Uden virkning", words)

    def test_the_second_says_its_date_and_reason_in_every_format(self):
        self.run_year()
        self.change_data()
        self.run_year("--begrundelse", "Et job fra november manglede", "--dato", "01-02-2025")
        text = self.run_year("--tekst", "--dato", "01-02-2025").stdout.replace("\u00a0", " ")
        agreements = self.words_of(self.report / "aftaler-2024.xlsx")
        self.assertIn("Version 2, rettet den 1. februar 2025", agreements)
        self.assertNotIn("manglede", agreements)   # its sheets go to partners
        for words in (self.pdf_front(), self.words_of(self.report / f"{NAME}.xlsx"), text):
            self.assertIn("Version 2, rettet den 1. februar 2025", words)
            self.assertIn("Begrundelse: Et job fra november manglede", words)
        self.assertEqual(self.manifest()["begrundelse"], "Et job fra november manglede")
        self.change_data(MORE_JOBS + LATE_JOB)
        self.run_year()
        self.assertIn("Version 3, rettet den 12. januar 2025", self.pdf_front())
        self.assertNotIn("Begrundelse", self.pdf_front())

    def test_a_reason_that_cannot_be_used_is_refused(self):
        for reason, why in (("Borger 311257-5005 var med to gange", "CPR-nummer"), ("3112575005", "CPR-nummer"),
                            ("31 12 57 5005", "CPR-nummer"), ("Den 31.12.57-5005", "CPR-nummer"),
                            ("en\nto", "én linje"), ("x" * 301, "300 tegn"), (b"\xe6\xf8", "UTF-8")):
            outcome = run("aar", "2024", "--data", self.data, "-o", self.output, "--begrundelse",
                          os.fsdecode(reason) if isinstance(reason, bytes) else reason)
            self.assert_outcome(outcome, 2)
            self.assertIn(why, outcome.stderr)
            self.assertNotRegex(outcome.stderr, "31.?12")
        self.assertFalse(self.output.exists())

    def test_a_reason_that_names_a_citizen_of_the_data_is_refused(self):
        self.change_data("+J2;B00691;V1;fleksjob;01-11-2024;;12;unge\n")
        for word, *more in (("B00691",), ("B00691", "--tekst"), ("b00691",), ("B 00691",), ("b-00691",)):
            outcome = run("aar", "2024", "--data", self.data, "-o", self.output, "--begrundelse", f"({word}) manglede", *more)
            self.assert_outcome(outcome, 2)
            self.assertIn("Begrundelsen nævner en borger, som har pseudonymet »B00691« i data.", outcome.stderr)
        self.assertFalse((self.output / NAME).exists())
        self.run_year("--begrundelse", "B00692 og 00691 er ingen i data")

    def test_a_long_reason_with_signs_of_its_own(self):
        self.run_year()
        reason = "=\"æøå\" \\ & <b> " + "ord " * 60 + "slut"
        self.run_year("--begrundelse", reason)
        self.assertEqual(self.manifest()["begrundelse"], reason)
        self.assertIn("slut", self.pdf_front())
        self.assertIn("Uændret siden version 2", self.run_year("--begrundelse", reason).stderr)

    def on_terminal(self, answers, *more):
        """The run with a terminal for input and messages; the answers are typed when it asks."""
        master, slave = pty.openpty()
        process = subprocess.Popen([program.PROGRAM, "aar", "2024", "--data", self.data, "-o", self.output, *more],
                                   stdin=slave, stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        shown, answers = b"", list(answers)
        while True:
            ready, _, _ = select.select([master], [], [], 60)
            try:
                piece = os.read(master, 4096) if ready else b""
            except OSError:
                piece = b""
            if not piece:
                break
            shown += piece
            if shown.count("ingen begrundelse): ".encode()) > shown.count(b"@") and answers:
                os.write(master, answers.pop(0).encode() + b"\n")
                shown += b"@"
        os.close(master)
        self.assertEqual(process.wait(), 0, shown)
        return shown.decode("utf-8")

    def test_a_terminal_is_asked_when_there_is_an_older_version(self):
        self.assertNotIn("Hvorfor", self.on_terminal([]))
        self.assertNotIn("Hvorfor", self.on_terminal([]))
        self.change_data()
        shown = self.on_terminal(["311257-5005", "æ" * 1500, "Et job manglede"])
        self.assertEqual(shown.count("Hvorfor laves rapporten igen?"), 3)
        self.assertIn("højst være på 300 tegn", shown)
        self.assertIn("CPR-nummer", shown)
        self.assertEqual(self.manifest()["begrundelse"], "Et job manglede")
        self.change_data(MORE_JOBS + LATE_JOB)
        self.on_terminal([""])
        self.assertEqual((self.manifest()["version"], self.manifest()["begrundelse"]), (3, ""))
        self.change_data(MORE_JOBS)
        self.on_terminal(["\x04"])  # the end of what is typed
        self.assertEqual((self.manifest()["version"], self.manifest()["begrundelse"]), (4, ""))
        self.assertNotIn("Hvorfor", self.on_terminal([], "--begrundelse", "Givet"))
        self.assertEqual(self.manifest()["begrundelse"], "Givet")


class Faults(VersionTest):
    def setUp(self):
        super().setUp()
        self.run_year()
        (self.report / "egen.txt").write_text("egen")
        self.first = tree(self.report)

    def assert_first_is_kept(self):
        """The first version is there, whole, with the user's file, in exactly one place."""
        places = [path for path in self.output.iterdir() if path.is_dir() and tree(path) == self.first]
        self.assertEqual(len(places), 1, sorted(tree(self.output)))
        return places[0]

    def with_shim(self, env=None, **plan):
        """The run with the plan for calls that change names or flush to disk."""
        return run("aar", "2024", "--data", self.data, "-o", self.output,
                   env={**SHIM.environment("names", **plan), **(env or {})})

    def points(self, env):
        """How many points a run has that makes version 2; the output folder is as before afterwards."""
        count = self.folder / "count"
        saved = self.folder / "saved"
        shutil.copytree(self.output, saved)
        self.assert_outcome(self.with_shim(env, count=count), 0)
        shutil.rmtree(self.output)
        return int(count.read_text()), saved

    def kill_everywhere(self, kind, env=None):
        env = env or {}
        self.change_data()
        count, saved = self.points(env)
        self.assertGreater(count, 20)
        recovered = 0
        for point in points_up_to(count):
            shutil.rmtree(self.output, ignore_errors=True)
            shutil.copytree(saved, self.output, symlinks=True)
            outcome = self.with_shim(env, at=point, kind=kind)
            if outcome.status == 0:   # threads make the number of calls before the last ones vary
                continue
            self.assertEqual(outcome.status, -9, outcome.stderr)
            self.assert_first_is_kept()
            if self.report.exists():
                self.assert_whole(self.report)
            else:
                self.assertIn("NO_RENAMEAT2", env)
            again = self.run_year()
            self.assertEqual([name for name in self.names() if name.startswith(".")], [], point)
            self.assertEqual(self.assert_first_is_kept(), self.version(1), point)
            self.assertEqual(self.names(), [NAME, f"{NAME}.version-1"], point)
            self.assert_input_is_kept()
            self.assert_whole(self.report, 2)
            recovered += "Uændret" in again.stderr
            self.assertIn("Uændret", self.run_year().stderr)
        return recovered

    def test_killed_before_every_call(self):
        self.assertGreaterEqual(self.kill_everywhere("kill-before"), 1)

    def test_killed_after_every_call(self):
        self.assertGreaterEqual(self.kill_everywhere("kill-after"), 1)

    def test_killed_where_names_cannot_be_exchanged(self):
        self.kill_everywhere("kill-after", {"NO_RENAMEAT2": "1"})

    def test_killed_before_there_is_a_first_version(self):
        count = self.folder / "count"
        shutil.rmtree(self.output)
        self.assert_outcome(self.with_shim(count=count), 0)
        for point in points_up_to(int(count.read_text())):
            shutil.rmtree(self.output, ignore_errors=True)
            self.with_shim(at=point, kind="kill-after")
            self.run_year()
            self.assertEqual(self.names(), [NAME], point)
            self.assert_input_is_kept()
            self.assert_whole(self.report, 1)

    def test_a_file_system_that_cannot_exchange_names(self):
        self.change_data()
        self.assert_outcome(self.with_shim({"NO_RENAMEAT2": "1"}), 0)
        self.assertEqual(self.assert_first_is_kept(), self.version(1))
        self.assert_whole(self.report, 2)
        self.assertEqual(self.names(), [NAME, f"{NAME}.version-1"])

    def test_an_output_folder_that_can_only_be_read(self):
        if os.getuid() == 0:
            prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            if not shutil.which("setpriv"):
                self.skipTest("needs setpriv")
            self.folder.chmod(0o755)
        else:
            prefix = []
        self.output.chmod(0o555)
        self.addCleanup(self.output.chmod, 0o755)
        command = [*prefix, program.PROGRAM, "aar", "2024", "--data", self.data, "-o", self.output]
        same = subprocess.run(command, capture_output=True, text=True, check=False)
        if "Permission denied" in same.stderr and prefix:
            self.skipTest("the program is where another user cannot start it")
        self.assertEqual(same.returncode, 0, same.stderr)
        self.assertIn("Uændret siden version 1", same.stderr)
        self.change_data()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(f"Kan ikke skrive i mappen »{self.output}«", done.stderr)
        self.assertEqual(self.assert_first_is_kept(), self.report)
        self.assertEqual(self.names(), [NAME])

    def test_two_runs_at_once(self):
        self.change_data()
        master, slave = pty.openpty()   # the first waits at its question, and holds the report
        first = subprocess.Popen([program.PROGRAM, "aar", "2024", "--data", self.data, "-o", self.output],
                                 stdin=slave, stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        shown = b""
        while b"begrundelse): " not in shown:
            shown += os.read(master, 4096)
        second = self.run_year(status=3)
        self.assertIn(f"er ved at blive skrevet af en anden kørsel (proces {first.pid})", second.stderr)
        self.assert_outcome(run("halvaar", "2024-1", "--data", self.data, "-o", self.output), 0)
        os.write(master, b"Den venter\n")
        self.assertEqual(first.wait(), 0)
        os.close(master)
        self.assert_whole(self.report, 2)
        self.assertIn("Uændret siden version 2", self.run_year().stderr)

    def test_many_runs_at_once_lose_nothing(self):
        self.change_data()
        runs = [subprocess.Popen([program.PROGRAM, "aar", "2024", "--data", self.data, "-o", self.output,
                                  "--begrundelse", f"Nummer {i}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE) for i in range(6)]
        written = 0
        for process in runs:
            _, stderr = process.communicate()
            self.assertIn(process.returncode, (0, 3), stderr)
            written += process.returncode == 0
            if process.returncode == 3:
                self.assertIn("af en anden kørsel", stderr.decode())
        self.assertGreaterEqual(written, 1)
        self.assertEqual(self.names(), [NAME, *(f"{NAME}.version-{n}" for n in range(1, written + 1))])
        for number in range(1, written + 1):
            self.assert_whole(self.version(number), number)
        self.assert_whole(self.report, written + 1)
        self.assert_input_is_kept()

    def test_what_is_no_folder_in_the_reports_place_stays_and_nothing_is_begun(self):
        self.run_year()
        shutil.move(self.report, self.folder / "andet")
        self.change_data()
        before = tree(self.output / KEPT)
        for make, why in ((lambda: self.report.write_text("min"), "der ligger en fil, hvor der skulle være en mappe. Flyt filen"),
                          (lambda: self.report.symlink_to(self.folder / "andet"), "der er en genvej (et link) med det navn.")):
            make()
            outcome = run("aar", "2024", "--data", self.data, "-o", self.output)
            self.assert_outcome(outcome, 3)
            self.assertIn(f"Kan ikke lægge rapporten på plads som »{self.report}«: {why}", outcome.stderr)
            self.assertEqual((tree(self.output / KEPT), self.names()), (before, [NAME]))
            self.report.unlink()

    def test_a_link_in_the_locks_place_is_named(self):
        lock = self.output / f".{NAME}.laas"
        lock.symlink_to(self.folder / "andet")
        outcome = run("aar", "2024", "--data", self.data, "-o", self.output)
        self.assert_outcome(outcome, 3)
        self.assertIn(f"Kan ikke skrive »{lock}«: der er en genvej (et link) med det navn. Flyt eller slet genvejen", outcome.stderr)

    def test_a_file_in_an_older_versions_place_is_no_version(self):
        self.run_year()
        self.version(1).write_text("min")
        for reason in ("En grund", "En anden"):
            outcome = self.run_year("--begrundelse", reason)
            self.assertNotIn("W505", outcome.stderr)
            shown = " ".join(self.run_year("--tekst", "--begrundelse", f"{reason} til").stdout.split())
            self.assertIn("for begrundelsens skyld", shown)
        self.assertEqual(self.names(), [NAME, f"{NAME}.version-1", f"{NAME}.version-2", f"{NAME}.version-3"])
        self.assert_outcome(run("efterproev", self.report, "--data", self.data), 0)

    def test_a_workbook_that_is_open_elsewhere_is_explained(self):
        for lock in (f"~${NAME}.xlsx", ".~lock.aftaler-2024.xlsx#"):
            (self.report / lock).write_text("")
            self.change_data("+" + f"K{len(lock)};B2;V1;fleksjob;01-11-2024;;12;unge\n")
            outcome = self.run_year()
            book = re.sub(r"^~\$|^\.~lock\.|#$", "", lock)
            self.assertIn(f"Bemærk: »{book}« ser ud til at være åben i et andet program.", outcome.stderr)
        self.assertEqual(len(self.names()), 3)


if __name__ == "__main__":
    unittest.main()
