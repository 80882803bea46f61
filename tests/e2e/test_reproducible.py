#!/usr/bin/python3
"""The same data, options and date give the same bytes, wherever, whenever and in whatever language they are run."""

import datetime
import json
import os
import shutil
import subprocess
import time
import unittest

import fault_shim
from program import SAMPLES, ProgramTest, run, write_folder

YEAR = "aarsrapport-2024"
DATA = SAMPLES / "slagelse"


def setUpModule():
    global SHIM
    SHIM = fault_shim.FaultShim()


def tearDownModule():
    SHIM.close()


def danish_locale(folder):
    """A folder for LOCPATH with da_DK.UTF-8 in it, made when the system has none; None when that cannot be done."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    if "da_DK.utf8" in listed:
        return ""
    if not shutil.which("localedef"):
        return None
    made = subprocess.run(["localedef", "-i", "da_DK", "-f", "UTF-8", folder / "da_DK.UTF-8"], capture_output=True,
                          check=False)
    return str(folder) if made.returncode == 0 else None


def without_time(manifest):
    """koersel.json without the one thing in it that may differ."""
    content = json.loads(manifest)
    content.pop("tidspunkt")
    return content


def contents(folder):
    """File name -> bytes of a report; the manifest without its time."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    files["koersel.json"] = without_time(files["koersel.json"])
    return files


class SameBytes(ProgramTest):
    def setUp(self):
        super().setUp()
        self.first = self.report("first")

    def report(self, name, *more, data=DATA, cwd=None, env=None, output=None):
        place = output or self.folder / name
        clean = {"TZ": "UTC", "LC_ALL": "C", **(env or {})}
        outcome = run("aar", "2024", "--data", data, "-o", place, *more, cwd=cwd, env=clean)
        self.assert_outcome(outcome, 0)
        return contents(self.folder / name / YEAR)

    def assert_same(self, other):
        self.assertEqual(sorted(other), sorted(self.first))
        for name, content in self.first.items():
            self.assertTrue(other[name] == content, f"{name} differs")

    def test_a_second_run_a_second_later(self):
        self.assertEqual(len(self.first), 7)
        time.sleep(2.1)   # two seconds is what a ZIP file tells apart; so that a time of the day in any file would show
        self.assert_same(self.report("second"))

    def test_hours_and_years_later_by_the_clock(self):
        for hours in (7, 24 * 400, -24 * 3000):
            place = self.folder / f"after {hours}"
            clock = {**SHIM.environment("none"), "CLOCK_AHEAD": str(hours * 3600), "TZ": "America/Adak"}
            self.assert_same(self.report(place.name, env=clock))
            said = json.loads((place / YEAR / "koersel.json").read_text(encoding="utf-8"))["tidspunkt"]
            apart = datetime.datetime.fromisoformat(said) - datetime.datetime.now(datetime.timezone.utc)
            self.assertLess(abs(apart - datetime.timedelta(hours=hours)), datetime.timedelta(minutes=10))

    def test_other_rights_for_new_files(self):
        for mask in (0o000, 0o077):
            before = os.umask(mask)
            try:
                self.assert_same(self.report(f"mask {mask}"))
            finally:
                os.umask(before)

    def test_over_the_first(self):
        self.assert_same(self.report("first"))

    def test_relative_paths_from_another_folder(self):
        os.symlink(SAMPLES, self.folder / "samples")
        self.assert_same(self.report("second", data="samples/slagelse/", cwd=self.folder, output="./second"))

    def test_a_copy_of_the_data_with_other_times(self):
        shutil.copytree(DATA, self.folder / "copy", copy_function=shutil.copyfile)
        self.assert_same(self.report("second", data=self.folder / "copy"))

    def test_other_time_zones(self):
        for zone in ("Pacific/Kiritimati", "America/Adak", "XYZ-14:30"):
            self.assert_same(self.report("second", env={"TZ": zone}))

    def test_a_danish_locale(self):
        folder = danish_locale(self.folder)
        if folder is None:
            self.skipTest("needs localedef and the source of da_DK")
        env = {"LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8", **({"LOCPATH": folder} if folder else {})}
        shown = subprocess.run(["locale", "decimal_point"], env={**os.environ, **env}, capture_output=True, text=True,
                               check=True).stdout
        self.assertEqual(shown.strip(), ",")
        self.assert_same(self.report("second", env=env))
        texts = {run("aar", "2024", "--data", DATA, "-o", self.output, "--tekst", env=language).stdout
                 for language in (env, {"LC_ALL": "C"})}
        self.assertEqual(len(texts), 1)

    def test_a_temporary_folder_elsewhere_or_nowhere(self):
        for place in (self.folder, self.folder / "findes-ikke"):
            self.assert_same(self.report("second", env={"TMPDIR": str(place)}))

    def test_memory_with_other_contents(self):
        self.assert_same(self.report("second", env={"MALLOC_PERTURB_": "85"}))

    def test_list_of_findings(self):
        lists = []
        for name, zone in (("a", "UTC"), ("b", "Pacific/Kiritimati")):
            run("tjek", "--data", SAMPLES / "fejl", "-o", self.folder / name, env={"TZ": zone})
            lists.append((self.folder / name / "tjek" / "fejlliste.xlsx").read_bytes())
            time.sleep(2.1)
        self.assertTrue(lists[0] == lists[1])

    def test_templates(self):
        trees = []
        for name, zone in (("a", "UTC"), ("b", "Pacific/Kiritimati")):
            self.assert_outcome(run("skabeloner", self.folder / name, env={"TZ": zone}), 0)
            trees.append({path.name: path.read_bytes() for path in (self.folder / name).iterdir()})
            time.sleep(2.1)
        self.assertTrue(trees[0] == trees[1])


class EveryReport(ProgramTest):
    """The three reports and a partner's workbook, in a place, a time zone and a language as different as can be."""

    def tree_of(self, name, data, env, cwd=None):
        """Relative path -> bytes of everything that the four runs write, manifests without their time."""
        output = self.folder / name
        for command in (("aar", "2019"), ("halvaar", "2024-1"), ("halvaar", "2024-2"), ("evaluering", "2024"),
                        ("aar", "2024", "--aftale", "SA-01"), ("evaluering", "2024", "--aftale", "SA-01")):
            outcome = run(*command, "--data", data, "-o", output, cwd=cwd, env=env)
            self.assert_outcome(outcome, 0)
        found = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}
        return {name: without_time(content) if name.endswith("koersel.json") else content for name, content in found.items()}

    def test_they_are_the_same_elsewhere(self):
        first = self.tree_of("first", DATA, {"TZ": "UTC", "LC_ALL": "C"})
        self.assertGreater(len(first), 25)
        time.sleep(2.1)
        shutil.copytree(DATA, self.folder / "copy", copy_function=shutil.copyfile)
        folder = danish_locale(self.folder)
        danish = {"LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8", **({"LOCPATH": folder} if folder else {})}
        second = self.tree_of("second", "copy", {"TZ": "Pacific/Kiritimati", "MALLOC_PERTURB_": "85", **danish}, self.folder)
        self.assertEqual(sorted(second), sorted(first))
        for name, content in first.items():
            self.assertTrue(second[name] == content, f"{name} differs")


class DocumentDate(ProgramTest):
    """--dato, else SOURCE_DATE_EPOCH, else the extract's date, else the latest date in the data."""

    def date(self, *more, env=None):
        clean = {"SOURCE_DATE_EPOCH": "", **(env or {})}
        self.run_year(*more, env=clean)
        manifest = json.loads((self.output / YEAR / "koersel.json").read_text(encoding="utf-8"))
        pdf = subprocess.run(["pdfinfo", "-isodates", self.output / YEAR / f"{YEAR}.pdf"], capture_output=True, text=True,
                             check=True).stdout
        day, month, year = manifest["dato"].split("-")
        self.assertIn(f"CreationDate:    {year}-{month}-{day}", pdf)
        return manifest["dato"]

    def test_each_source_in_its_turn(self):
        epoch = {"SOURCE_DATE_EPOCH": "1738368000"}   # 1 February 2025
        write_folder(self.data)
        self.assertEqual(self.date("--dato", "31-01-2025", env=epoch), "31-01-2025")
        self.assertEqual(self.date(env=epoch), "01-02-2025")
        self.assertEqual(self.date(), "12-01-2025")
        for nonsense in ("x", "1738368000x", "-5"):
            self.assertEqual(self.date(env={"SOURCE_DATE_EPOCH": nonsense}), "12-01-2025")
        text = (self.data / "rapport.ini").read_text(encoding="utf-8")
        (self.data / "rapport.ini").write_text(text.replace("[data]\nudtraeksdato = 12-01-2025\n", ""), encoding="utf-8")
        self.assertEqual(self.date(), "01-10-2024")

    def test_the_date_is_taken_in_every_form_that_data_may_have(self):
        write_folder(self.data)
        for form in ("31-01-2025", "31.01.2025", "31/1/2025", "2025-01-31"):
            self.assertEqual(self.date("--dato", form), "31-01-2025")


if __name__ == "__main__":
    unittest.main()
