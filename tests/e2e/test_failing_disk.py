#!/usr/bin/python3
"""A disk that fails, once, somewhere in each command: no crash, a word of it, and every report that stands is whole.

tests/faults goes through every point of writing a report; here are the other commands, and every kind of reading.
"""

import json
import shutil
import unittest

import fault_shim
from program import KEPT, ProgramTest, run, sha256, write_folder

NAME = "aarsrapport-2024"
MORE_JOBS = "+J2;B2;V1;fleksjob;01-11-2024;;12;unge\n"
LATE_JOB = "+J3;B2;V1;fleksjob;01-11-2024;;12.5;unge\n"
DONE, DIFFERENT, FAULT = 0, 1, 3


class FailingDisk(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.shim = fault_shim.FaultShim()
        cls.addClassCleanup(cls.shim.close)

    def setUp(self):
        super().setUp()
        self.saved = self.folder / "før"
        write_folder(self.data)

    def save(self):
        """From now on each run begins with the output folder as it is."""
        shutil.copytree(self.output, self.saved, symlinks=True)

    def restore(self):
        shutil.rmtree(self.output, ignore_errors=True)
        if self.saved.exists():
            shutil.copytree(self.saved, self.output, symlinks=True)

    def assert_whole(self, where):
        """Every report folder below the output holds what its koersel.json says."""
        for manifest in self.output.rglob("koersel.json"):
            if KEPT in manifest.parts or any(part.startswith(".") for part in manifest.relative_to(self.output).parts):
                continue
            for output in json.loads(manifest.read_text("utf-8"))["output"]:
                self.assertEqual(sha256(manifest.parent / output["fil"]), output["sha256"], (where, output["fil"]))

    def fail_at(self, command, on, at, kind):
        """The call at that point fails, or all from there on; False: there are not so many."""
        log = self.folder / "log"
        log.unlink(missing_ok=True)
        self.restore()
        outcome = run(*command, env=self.shim.environment(on, at=at, kind=kind, errno="EIO", log=log))
        where = (command[0], on, at, kind, log.read_text() if log.exists() else "", outcome.stderr)
        self.assertIn(outcome.status, (DONE, DIFFERENT, FAULT), where)
        if outcome.status == FAULT:
            self.assertRegex(outcome.stderr, r"(?m)^aarsrapport: \S|Kan ikke|Kunne ikke", where)
        self.assert_whole(where)
        return log.exists()

    def fail_everywhere(self, *command, on, every=1, kind="one"):
        """One in `every` calls, and the first of them all."""
        at = 1
        while self.fail_at(command, on, at, kind):
            at += every
        self.assertGreater(at, every, f"{command[0]} makes no call of {on}")
        self.restore()
        self.assertIn(run(*command).status, (DONE, DIFFERENT), "without a failure it goes well")

    def test_templates(self):
        for on, every, kind in (("names", 5, "one"), ("names", 9, "rest"), ("files", 23, "one"), ("reads", 1, "one")):
            self.fail_everywhere("skabeloner", self.output, on=on, every=every, kind=kind)

    def test_the_list_of_findings(self):
        write_folder(self.data, {"job.csv": LATE_JOB})
        for on, every in (("names", 1), ("files", 11), ("reads", 5)):
            self.fail_everywhere("tjek", "--data", self.data, "-o", self.output, on=on, every=every)

    def test_verification(self):
        self.run_year()
        self.save()
        self.fail_everywhere("efterproev", self.output / NAME, on="reads")
        self.fail_everywhere("efterproev", self.output / NAME, "--data", self.data, on="reads", every=211)
        self.fail_everywhere("efterproev", self.output / NAME, "--data", self.data, on="names", every=19)

    def test_two_data_folders_compared(self):
        other = write_folder(self.folder / "rettet", {"job.csv": MORE_JOBS})
        for on, every in (("names", 2), ("files", 13), ("reads", 7)):
            self.fail_everywhere("sammenlign", self.data, other, "-o", self.output, on=on, every=every)

    def test_two_versions_compared(self):
        self.run_year()
        write_folder(self.data, {"job.csv": MORE_JOBS})
        self.run_year()
        self.save()
        self.fail_everywhere("sammenlign", self.output / f"{NAME}.version-1", self.output / NAME, "-o", self.output,
                             on="reads", every=13)

    def test_a_rerun(self):
        self.run_year()
        write_folder(self.data, {"job.csv": MORE_JOBS})
        self.save()
        self.fail_everywhere("aar", "2024", "--data", self.data, "-o", self.output, on="reads", every=61)

    def test_several_municipalities(self):
        folders = self.folder / "kommuner"
        write_folder(folders / "a")
        write_folder(folders / "b/c")
        command = ("alle", "aar", "2024", "--data", folders, "-o", self.output)
        for on, every in (("names", 11), ("reads", 97)):
            self.fail_everywhere(*command, on=on, every=every)


if __name__ == "__main__":
    unittest.main()
