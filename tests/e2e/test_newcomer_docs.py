#!/usr/bin/python3
"""Every command line that README.md and the guide show can be typed as it stands.

The lines of ```sh blocks are run in order in a copy of the project's data folders, with the program that is being
tested in the place where the documents say it is. Lines that build, install or clone are left out: they are what
brought the program here.
"""

import pathlib
import re
import shlex
import shutil
import subprocess
import unittest

import program
from program import ROOT, ProgramTest

DOCUMENTS = ("README.md", "docs/vejledning.md")
BUILT = "build/release/aarsrapport"
SETS_UP = re.compile(r"^(tools/(run-sample|run-tests|make-|install-)|\.ci/|git |sudo |apt|cmake |ctest |cd )")


def command_lines(document):
    """The lines of the document's ```sh blocks, without comments; a line that ends in \\ goes on in the next."""
    text = (ROOT / document).read_text(encoding="utf-8")
    lines = []
    for block in re.findall(r"(?ms)^```sh\n(.*?)^```", text):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words:
                lines.append(words)
    return lines


class Documents(ProgramTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "samples", self.folder / "samples")
        place = self.folder / BUILT
        place.parent.mkdir(parents=True)
        place.symlink_to(pathlib.Path(program.PROGRAM).resolve())

    def test_the_readme_has_two_commands_and_their_scripts_are_there(self):
        set_up = [words[0] for words in command_lines("README.md") if SETS_UP.match(" ".join(words))]
        self.assertEqual(set_up, ["tools/run-sample", "tools/run-tests"])
        for script in set_up:
            self.assertTrue((ROOT / script).stat().st_mode & 0o100, script)
            checked = subprocess.run(["sh", "-n", ROOT / script], capture_output=True, check=False)
            self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_every_other_command_line_works(self):
        for document in DOCUMENTS:
            tried = 0
            for words in command_lines(document):
                if SETS_UP.match(" ".join(words)):
                    continue
                with self.subTest(document=document, command=" ".join(words)):
                    self.assertEqual(words[0], BUILT)
                    done = subprocess.run(words, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                                          text=True, check=False)
                    differs = words[1] == "sammenlign"   # which is what its examples show
                    self.assertEqual(done.returncode, 1 if differs else 0, done.stderr)
                    tried += 1
            self.assertGreaterEqual(tried, 3, document)

    def test_files_that_the_documents_link_to_are_there(self):
        for document in (*DOCUMENTS, "CONTRIBUTING.md", "docs/architecture.md", "samples/README.md"):
            path = ROOT / document
            if not path.exists():
                continue
            for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
                self.assertTrue((path.parent / target).exists(), f"{document}: {target}")

    def test_the_example_of_a_finding_has_the_programs_form(self):
        """The guide quotes one line of `tjek`; a fault of that kind gives that line."""
        text = (ROOT / "docs/vejledning.md").read_text(encoding="utf-8")
        quoted = re.search(r"(?m)^    (E213 (\S+\.csv):(\d+) (\w+): .*»(.*)«.*)$", text)
        self.assertIsNotNone(quoted)
        file, line, column, value = quoted.group(2), int(quoted.group(3)), quoted.group(4), quoted.group(5)
        header, row = program.SMALL_FOLDER[file].splitlines()[:2]
        cells = row.split(";")
        rows = [";".join([f"X{number}", *cells[1:]]) for number in range(line - 2)]
        cells[header.split(";").index(column)] = value
        program.write_folder(self.data, {file: "\n".join([header, *rows, ";".join(cells)]) + "\n"})
        shown = self.assert_outcome(program.run("tjek", "--data", self.data, "-o", self.output), 1).stderr
        self.assertIn(quoted.group(1), shown.splitlines())


if __name__ == "__main__":
    unittest.main()
