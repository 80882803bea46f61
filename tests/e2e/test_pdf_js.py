#!/usr/bin/python3
"""A second reader, pdf.js, finds the structure of the report: headings, tables, figures with their words."""

import json
import pathlib
import shutil
import subprocess
import unittest

import pikepdf
from pikepdf import Dictionary, Name

from program import ROOT, SAMPLES, ProgramTest, run

READER = pathlib.Path("/usr/share/javascript/pdf/build")  # of the Debian package libjs-pdf
WANTED = "needs the Debian packages nodejs and libjs-pdf"


def nodes(tree):
    yield tree
    for child in tree["children"]:
        if isinstance(child, dict):
            yield from nodes(child)


def words(tree):
    return "".join(child if isinstance(child, str) else words(child) for child in tree["children"])


def one_line(text):
    return " ".join(text.replace("\u00a0", " ").split())


@unittest.skipUnless(shutil.which("node") and (READER / "pdf.js").exists(), WANTED)
class PdfJs(ProgramTest):
    def read(self, *command):
        outcome = run(*command, "--data", SAMPLES / "slagelse", "-o", self.output)
        self.assert_outcome(outcome, 0)
        path = max(self.output.glob("*/*.pdf"), key=lambda file: file.stat().st_mtime_ns)
        script = ROOT / "tests" / "e2e" / "read_structure.js"
        printed = subprocess.run(["node", script, READER, path], check=True, capture_output=True, text=True).stdout
        return path, json.loads(printed)

    def test_headings_tables_and_figures_are_found_with_their_words(self):
        for command in (("aar", "2024"), ("evaluering", "2025")):
            with self.subTest(command=command):
                path, read = self.read(*command)
                found = [node for page in read["pages"] for node in nodes(page)]
                self.assertTrue(read["mark"]["Marked"])
                self.assertEqual([one_line(words(node)) for node in found if node["role"] in ("H1", "H2", "H3")],
                                 [one_line(title) for title in read["outline"]])
                with pikepdf.open(path) as pdf:
                    alts = sorted(str(thing.Alt) for thing in pdf.objects
                                  if isinstance(thing, Dictionary) and thing.get("/S") == Name.Figure)
                self.assertEqual(sorted(node["alt"] for node in found if node["role"] == "Figure"), alts)
                self.assertGreater(len(alts), 2)
                for node in found:
                    if node["role"] in ("Caption", "TH"):
                        self.assertTrue(words(node).strip(), node["role"])


if __name__ == "__main__":
    unittest.main()
