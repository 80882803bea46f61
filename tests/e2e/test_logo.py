#!/usr/bin/python3
"""The municipality's logo stands on the cover of the report and of its workbook, with its name for those who hear it."""

import io
import json
import unittest
import zipfile

import openpyxl
import pikepdf
from pikepdf import Dictionary, Name

from program import SAMPLES, ProgramTest, sha256


class LogoTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.data = SAMPLES / "slagelse"
        self.run_year("--quiet")
        self.report = self.output / "aarsrapport-2024"

    def test_the_cover_holds_one_picture_as_a_figure_with_its_name(self):
        with pikepdf.open(self.report / "aarsrapport-2024.pdf") as pdf:
            cover = pdf.pages[0].obj
            pictures = [cover.Resources.XObject[name] for name in cover.Resources.XObject.keys()]
            self.assertEqual(len(pictures), 1)
            self.assertEqual(int(pictures[0].Width), 300)
            self.assertFalse("/SMask" in pictures[0])
            names = [str(thing.Alt) for thing in pdf.objects if isinstance(thing, Dictionary)
                     and thing.get("/S") == Name.Figure and thing.get("/Pg") == cover]
            self.assertEqual(names, ["Logo: Slagelse Kommune"])
            self.assertFalse(any("/XObject" in page.obj.Resources for page in pdf.pages[1:]))

    def test_the_workbook_shows_it_on_its_first_sheet(self):
        path = self.report / "aarsrapport-2024.xlsx"
        with zipfile.ZipFile(path) as archive:
            drawings = [name for name in archive.namelist() if name.startswith("xl/media/")]
            self.assertEqual(len(drawings), 1)
            self.assertEqual(archive.read(drawings[0])[:8], b"\x89PNG\r\n\x1a\n")
            self.assertIn(b'descr="Logo: Slagelse Kommune"', archive.read("xl/drawings/drawing1.xml"))
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        self.assertEqual(len(book["Forside"]._images), 1)

    def test_the_run_accounts_for_it(self):
        inputs = json.loads((self.report / "koersel.json").read_text())["input"]
        account = [entry for entry in inputs if entry["fil"] == "logo.png"]
        self.assertEqual([entry["sha256"] for entry in account], [sha256(self.data / "logo.png")])


if __name__ == "__main__":
    unittest.main()
