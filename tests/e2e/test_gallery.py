#!/usr/bin/python3
"""The gallery in docs/gallery shows every section and every sheet that the sample reports have, and is small."""

import re
import unittest

import openpyxl
import pikepdf

from program import ROOT, SAMPLES, ProgramTest, run

GALLERY = ROOT / "docs" / "gallery"
LARGEST = 2_000_000  # bytes, all pictures together
REPORTS = (("aar", "2024", "--data", "slagelse"), ("halvaar", "2024-1", "--data", "slagelse"),
           ("evaluering", "2025", "--data", "slagelse"), ("erfaring", "--data", "erfaring-17"),
           ("effekt", "--data", "effekt"))


class Gallery(ProgramTest):
    def setUp(self):
        super().setUp()
        self.text = (GALLERY / "README.md").read_text(encoding="utf-8")
        for words in REPORTS:
            self.assert_outcome(run(*words[:-1], SAMPLES / words[-1], "-o", self.output), 0)

    def test_every_picture_is_shown_and_every_picture_that_is_shown_is_there(self):
        shown = re.findall(r"\]\(([^)]+\.png)\)", self.text)
        self.assertEqual(sorted(shown), sorted(path.name for path in GALLERY.glob("*.png")))
        self.assertLess(sum(path.stat().st_size for path in GALLERY.glob("*.png")), LARGEST)

    def test_every_section_is_on_a_page_that_is_shown(self):
        for path in self.output.glob("*/*.pdf"):
            with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
                for title in (str(item.title) for item in outline.root):
                    self.assertRegex(self.text, rf"Side \d+: (?:[^|]* · )?{re.escape(title)}", path.name)

    def test_every_sheet_is_shown(self):
        for path in self.output.glob("*/*.xlsx"):
            if path.name.startswith(("datagrundlag-", "aftaler-")):
                continue
            for sheet in openpyxl.load_workbook(path, read_only=True).sheetnames:
                pattern = re.sub(r"\\? [A-Z]+\\-\d+", r" [A-Z]+-\\d+", re.escape(sheet))
                self.assertRegex(self.text, rf"<br>{pattern} \|", path.name)


if __name__ == "__main__":
    unittest.main()
