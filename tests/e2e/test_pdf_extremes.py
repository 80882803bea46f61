#!/usr/bin/python3
"""Reports at the edges: their PDFs are whole and accessible, and no word stands outside its page or over another.

A part of what run_extremes.py does for every extreme and report (`cmake --build … --target extremes`).
"""

import pathlib
import subprocess
import tempfile
import unittest

import check_pages
from check_pages import Page, Word
from check_pdf import PdfCheck
from extreme_folders import EVALUATION, EXTREMES, HALF_YEARLY, YEARLY, write_extreme
from program import run


class ExtremesTest(unittest.TestCase):
    def pdf_of(self, name, report):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        data = write_extreme(pathlib.Path(folder.name, "data"), EXTREMES[name][0])
        done = run(*report, "--data", data, "--output", folder.name)
        self.assertEqual(done.status, 0, done.stderr)
        return next(pathlib.Path(folder.name).rglob("*.pdf"))

    @staticmethod
    def words(page):
        """In the order of the page, without the line at its top."""
        return [word.text for word in page.words if word.top > 60]

    def assert_sound(self, path):
        self.assertEqual(check_pages.check(path), [])
        self.assertEqual(dict(PdfCheck(path).check()), {})
        whole = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        self.assertEqual(whole.returncode, 0, whole.stderr)

    def test_a_year_without_agreements(self):
        self.assert_sound(self.pdf_of("no agreements", YEARLY))

    def test_an_evaluation_of_nothing(self):
        self.assert_sound(self.pdf_of("no agreements", EVALUATION))

    def test_twelve_years(self):
        self.assert_sound(self.pdf_of("twelve years", HALF_YEARLY))

    def test_ten_goals_with_names_of_eighty_letters(self):
        self.assert_sound(self.pdf_of("names of eighty letters", HALF_YEARLY))

    def test_long_names_on_the_cover(self):
        self.assert_sound(self.pdf_of("long names on the cover", HALF_YEARLY))

    def test_page_one_of_ten_such_goals_is_one_page(self):
        pages = check_pages.read_pages(self.pdf_of("names of eighty letters", YEARLY))
        self.assertEqual(self.words(pages[2])[:1], ["Året"])
        self.assertIn("Nøgletal", self.words(pages[2]))
        self.assertEqual(self.words(pages[3])[:1], ["Indledning"])

    def test_words_wider_than_the_line(self):
        self.assert_sound(self.pdf_of("words wider than the line", HALF_YEARLY))

    def test_sixty_agreements_stand_side_by_side(self):
        path = self.pdf_of("sixty agreements", EVALUATION)
        self.assertEqual(check_pages.check(path), [])
        self.assertGreater(len(check_pages.read_pages(path)), 100)


class CheckPagesTest(unittest.TestCase):
    """The check of the pages sees what it is there for."""

    def faults(self, *words):
        page = Page(595, 842, list(words))
        return len(check_pages.outside(page)) + len(check_pages.over_each_other(page))

    def test_words_beside_and_below_each_other_are_well(self):
        self.assertEqual(self.faults(Word(62, 100, 90, 110, "to"), Word(93, 100, 120, 110, "ord"),
                                     Word(62, 111, 90, 121, "linjen"), Word(89.5, 96, 93, 101, "1")), 0)

    def test_a_word_over_another_is_found(self):
        self.assertEqual(self.faults(Word(62, 100, 90, 110, "to"), Word(80, 103, 120, 113, "ord")), 1)

    def test_a_word_that_leaves_the_page_is_found(self):
        self.assertEqual(self.faults(Word(540, 100, 598, 110, "ud")), 1)
        self.assertEqual(self.faults(Word(62, 830, 90, 840, "ned")), 1)


if __name__ == "__main__":
    unittest.main()
