#!/usr/bin/python3
"""The case paper of every report of the samples: its form, and words that say what the figures file says."""

import re
import tempfile
import unittest
from pathlib import Path

from program import SAMPLES, ProgramTest, danish, parse_value, plain, read_figures, run

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
    """What one run wrote: the case paper and the figures."""

    def __init__(self, command, period, output):
        self.outcome = run(command, period, "--data", SAMPLES / "slagelse", "-o", output)
        folder = next(Path(output).glob(f"*-{period}"))
        self.figures = read_figures(folder / f"noegletal-{period}.csv")
        self.paper = (folder / f"sagsfremstilling-{period}.txt").read_text(encoding="utf-8")

    def number(self, name, period, agreement="", code=""):
        return parse_value(self.figures[name, period, agreement, "", code][0])


class CasePaper(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.written = {}
        for command, period in reports():
            output = Path(cls.place.name) / command / period
            cls.written[command, period] = Written(command, period, output)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def for_each(self, check):
        for (command, period), written in self.written.items():
            with self.subTest(f"{command} {period}"):
                check(written, command, period)

    def test_it_has_its_headings_in_order_and_is_one_line_a_paragraph(self):
        def check(written, _command, _period):
            self.assert_outcome(written.outcome, 0)
            lines = written.paper.split("\n")
            self.assertEqual(lines[0], "Udkast til sagsfremstilling – intern")
            self.assertEqual([line for line in lines if line in HEADINGS], list(HEADINGS))
            self.assertNotIn("INTERN", written.paper)
            self.assertNotIn("\r", written.paper)
            self.assertNotIn("\n\n\n\n", written.paper)
            self.assertFalse([line for line in lines if line != line.rstrip()])

        self.for_each(check)

    def test_it_marks_few_places_to_be_written(self):
        def check(written, _command, _period):
            marks = [line for line in written.paper.split("\n") if TO_WRITE in line]
            self.assertTrue(4 <= len(marks) <= 9, marks)

        self.for_each(check)

    def test_it_says_what_the_figures_file_says(self):
        always = (("fundraising.ansoegninger", "Der blev indsendt {} ansøgninger"),
                  ("fundraising.givere", "Bevillingerne kom fra {} givere"),
                  ("indkoeb.antal", "De {} indkøb blev gjort"))
        of_year = (("forloeb.afsluttede", " af {} forløb endte med et positivt udfald"),)

        def check(written, command, period):
            paper = folded(written.paper)
            for name, words in (always if command != "evaluering" else ()) + (of_year if command == "aar" else ()):
                if written.number(name, period) > 1:
                    self.assertIn(words.format(danish(written.number(name, period))), paper)

        self.for_each(check)

    def test_of_an_evaluation_it_says_what_came_of_each_agreement(self):
        def check(written, command, period):
            if command != "evaluering":
                return
            for agreement in re.findall(r"(?m)^- (SA-\d\d|CSR-\d\d) ", written.paper):
                line = plain(re.search(rf"(?m)^- {agreement} .*$", written.paper)[0])
                ended, good = (written.number(name, period, agreement)
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
                number = written.number("anbefaling.antal", period[:4], code="stillet")
                motion = written.paper.split("\nIndstilling\n")[1]
                self.assertEqual(len(re.findall(r"(?m)^\d+\. ", motion)), number + 1)

        self.for_each(check)


if __name__ == "__main__":
    unittest.main()
