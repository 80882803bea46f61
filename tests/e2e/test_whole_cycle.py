#!/usr/bin/python3
"""Every report of every year and half-year of the samples: no errors, no warnings, and words that hold their figures.

The narrative of the samples and the case paper are compared with the figures file of the same run. Nothing here
shares code with the program.
"""

import re
import tempfile
import unittest
from pathlib import Path

from program import SAMPLES, ProgramTest, danish, parse_value, plain, read_figures, run

MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
          "december")
CHAPTERS = {"aar": ("indledning", "vaerdiskabelse", "laeringer", "anbefalinger"), "halvaar": ("halvaar",),
            "evaluering": ("evaluering",)}
HEADINGS = ("Kompetence", "Beslutningstema", "Baggrund", "Retligt grundlag", "Handlemuligheder", "Vurdering",
            "Økonomiske og personalemæssige konsekvenser", "Konsekvenser for andre udvalg", "Indstilling")
TO_WRITE = "[Skrives af sagsbehandler: "


def reports():
    """Command and period of all of them."""
    for year in range(2018, 2026):
        yield "aar", str(year)
        yield "evaluering", str(year)
        for half in (1, 2):
            yield "halvaar", f"{year}-{half}"


def folded(text):
    """On one line, with ordinary blanks."""
    return " ".join(plain(text).split())


class Written:
    """What one run wrote: the report as text, its case paper and its figures."""

    def __init__(self, command, period, data, output):
        arguments = (command, period, "--data", data, "-o", output)
        self.shown = run(*arguments, "--tekst")
        self.done = run(*arguments)
        folder = next(Path(output).glob(f"*-{period}"))
        self.figures = read_figures(folder / f"noegletal-{period}.csv")
        self.paper = (folder / f"sagsfremstilling-{period}.txt").read_text(encoding="utf-8")
        self.text = folded(self.shown.stdout)

    def value(self, name, period, code=""):
        """Value and unit for all agreements and target groups, as written."""
        return self.figures[name, period, "", "", code]

    def number(self, name, period, code=""):
        return parse_value(self.value(name, period, code)[0])

    def printed(self, name, period, code=""):
        """As a sentence prints a count or a day."""
        text, unit = self.value(name, period, code)
        if unit == "dato":
            year, month, day = text.split("-")
            return f"{int(day)}. {MONTHS[int(month) - 1]} {year}"
        return danish(self.number(name, period, code))


class WholeCycle(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.written = {}
        for command, period in reports():
            output = Path(cls.place.name) / command / period
            cls.written[command, period] = Written(command, period, SAMPLES / "slagelse", output)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def for_each(self, check):
        for (command, period), written in self.written.items():
            with self.subTest(f"{command} {period}"):
                check(written, command, period)

    def test_all_come_out_without_errors_or_warnings(self):
        def check(written, _command, _period):
            for outcome in (written.shown, written.done):
                self.assert_outcome(outcome, 0)
                self.assertNotRegex(outcome.stderr, r"(?m)^[EW]\d{3} ")

        self.for_each(check)

    def test_the_unit_s_own_texts_hold_the_figures_of_the_figures_file(self):
        seen = []

        def check(written, command, period):
            for chapter in CHAPTERS[command]:
                for paragraph in self.paragraphs_with_figures(chapter, period):
                    seen.append(self.filled(paragraph, written, period))
                    self.assertIn(seen[-1], written.text)

        self.for_each(check)
        self.assertGreater(len(seen), 32)

    def paragraphs_with_figures(self, chapter, period):
        """Those of the text that the report takes: the period's own, else the one for all."""
        own = SAMPLES / "slagelse" / "tekster" / period / f"{chapter}.md"
        path = own if own.exists() else SAMPLES / "slagelse" / "tekster" / f"{chapter}.md"
        return [text for text in re.split(r"\r?\n\r?\n", path.read_text(encoding="utf-8-sig")) if "{{" in text]

    @staticmethod
    def filled(paragraph, written, period):
        text = re.sub(r"\{\{([\w.]+)\}\}", lambda found: written.printed(found[1], period), paragraph)
        return folded(re.sub(r"\*|^#+ .*$", "", text, flags=re.MULTILINE))

    def test_the_case_paper_has_its_headings_in_order_and_is_one_line_a_paragraph(self):
        def check(written, _command, _period):
            lines = written.paper.split("\n")
            self.assertEqual(lines[0], "Udkast til sagsfremstilling – intern")
            self.assertEqual([line for line in lines if line in HEADINGS], list(HEADINGS))
            self.assertNotIn("INTERN", written.paper)
            self.assertNotIn("\r", written.paper)
            self.assertNotIn("\n\n\n\n", written.paper)
            self.assertFalse([line for line in lines if line != line.rstrip()])

        self.for_each(check)

    def test_the_case_paper_marks_few_places_to_be_written(self):
        def check(written, _command, _period):
            marks = [line for line in written.paper.split("\n") if TO_WRITE in line]
            self.assertTrue(4 <= len(marks) <= 9, marks)

        self.for_each(check)

    def test_the_case_paper_says_what_the_figures_file_says(self):
        always = (("fundraising.ansoegninger", "Der blev indsendt {} ansøgninger"),
                  ("fundraising.givere", "Bevillingerne kom fra {} givere"),
                  ("indkoeb.antal", "De {} indkøb blev gjort"))
        of_year = (("forloeb.afsluttede", " af {} forløb endte med et positivt udfald"),)

        def check(written, command, period):
            paper = folded(written.paper)
            for name, words in (always if command != "evaluering" else ()) + (of_year if command == "aar" else ()):
                if written.number(name, period) > 1:
                    self.assertIn(words.format(written.printed(name, period)), paper)

        self.for_each(check)

    def test_the_case_paper_of_an_evaluation_says_what_came_of_each_agreement(self):
        def check(written, command, period):
            if command != "evaluering":
                return
            for agreement in re.findall(r"(?m)^- (SA-\d\d|CSR-\d\d) ", written.paper):
                line = plain(re.search(rf"(?m)^- {agreement} .*$", written.paper)[0])
                ended, good = (parse_value(written.figures[name, period, agreement, "", ""][0])
                               for name in ("forloeb.afsluttede_ialt", "forloeb.positive_ialt"))
                share = f"{good} af {ended} forløb." if ended else "Ingen forløb er afsluttet endnu."
                share = share.replace("0 af ", "ingen af ") if good == 0 else share
                self.assertTrue(line.endswith(share), line)

        self.for_each(check)

    def test_open_recommendations_make_a_paper_for_decision(self):
        def check(written, command, period):
            is_open = command == "aar" and period in ("2024", "2025") or period in ("2024-2", "2025-2")
            title = written.paper.split("\n")[2]
            self.assertTrue(title.endswith("(B)" if is_open else "(O)"), title)
            if is_open:
                number = written.number("anbefaling.antal", period[:4], "stillet")
                motion = written.paper.split("\nIndstilling\n")[1]
                self.assertEqual(len(re.findall(r"(?m)^\d+\. ", motion)), number + 1)

        self.for_each(check)


if __name__ == "__main__":
    unittest.main()
