#!/usr/bin/python3
"""The words of every report of the samples, as --tekst shows them: no sentence has the marks of words put together wrongly."""

import re
import unittest

from program import SAMPLES, ProgramTest, plain, run

YEARS = range(2018, 2026)
REPORTS = [(sample, command, period)
           for sample in ("slagelse", "slagelse-rettet")
           for year in (YEARS if sample == "slagelse" else (2024,))
           for command, period in (("aar", f"{year}"), ("halvaar", f"{year}-1"), ("halvaar", f"{year}-2"),
                                   ("evaluering", f"{year}"))]

# What no paragraph of prose may hold: name -> pattern, in text whose no-break spaces are plain ones.
MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
SINGULAR = "borger|virksomhed|aftale|dag|række|måned|ansøgning|bevilling|giver|anbefaling|indsats|prøvehandling"
PLURAL = ("borgere|virksomheder|aftaler|dage|rækker|måneder|ansøgninger|bevillinger|givere|anbefalinger|indsatser"
          "|prøvehandlinger|forløb blev afsluttede|indkøb er")
FAULTS = {
    "doubled blank": r"\S  +\S",
    "blank before a mark": r" [,.;:!?](?![\w.])",
    "doubled mark": r"(?<!\.)\.\.(?!\.)|,,|;;|::|,\.|(?<! kr)\.,|;\.|:\.(?!\w)",
    "placeholder left": r"\{\{|\}\}|\{\d\}|%[ds]\b|\(null\)|\bnan\b|\binf\b",
    "empty quotation": r"»\s*«|\(\s*\)|\[\s*\]",
    "blank inside quotation": r"» | «",
    "word twice": r"\b(?!bla\b)(\w{2,}) \1\b",
    "one with a plural": rf"(?<![\d.,–-])1 (?:{PLURAL})\b",
    "many with a singular": rf"(?<![\d.,–-])(?:[02-9]|\d\d+) (?:{SINGULAR})\b(?! eller)",
    "small letter after a full stop": rf"(?<=[a-zæøå]{{3}}\. )(?<!mio\. )(?!(?:{MONTHS}|halvår)\b)[a-zæøå]",
}


def paragraphs(text):
    """Paragraphs and list items, each on one line; tables, headings and lines of one word are left out."""
    for block in re.split(r"\n\s*\n", plain(text)):
        lines = block.split("\n")
        if any(re.fullmatch(r"[-=·]{3,}", line.strip()) for line in lines) or re.search(r"\S {2,}\S", block):
            continue
        for item in re.split(r"\n(?=- |\d+\. |\[\d+\] )", block):
            yield re.sub(r"\s*\n\s*", " ", item.strip())


def faults(text):
    return [(name, paragraph) for paragraph in paragraphs(text) for name, pattern in FAULTS.items()
            if re.search(pattern, paragraph)]


class Words(ProgramTest):
    def test_no_sentence_is_put_together_wrongly(self):
        for sample, command, period in REPORTS:
            with self.subTest(sample=sample, command=command, period=period):
                outcome = run(command, period, "--data", SAMPLES / sample, "--tekst", "-o", self.output)
                self.assert_outcome(outcome, 0)
                self.assertGreater(len(list(paragraphs(outcome.stdout))), 20)
                self.assertEqual(faults(outcome.stdout), [])

    def test_no_sentence_of_a_case_paper_is_put_together_wrongly(self):
        for command, period in (("aar", "2018"), ("aar", "2024"), ("halvaar", "2024-1"), ("halvaar", "2024-2"),
                                ("evaluering", "2024")):
            with self.subTest(command=command, period=period):
                self.assert_outcome(run(command, period, "--data", SAMPLES / "slagelse", "-o", self.output), 0)
                paper = next(self.output.glob(f"*/sagsfremstilling-{period}.txt"))
                self.assertEqual(faults(paper.read_text(encoding="utf-8")), [])
                paper.unlink()

    def test_each_pattern_finds_its_fault(self):
        wrong = {"doubled blank": "Der var  2.", "blank before a mark": "Der var 2 , og", "doubled mark": "Slut..",
                 "placeholder left": "Der var {{job.nye}}.", "empty quotation": "Målet »« er", "word twice": "det er er så",
                 "blank inside quotation": "Målet » nye job«", "one with a plural": "Der var 1 borgere.",
                 "many with a singular": "Der var 12 borger.", "small letter after a full stop": "Det var alt. den er"}
        self.assertEqual(wrong.keys(), FAULTS.keys())
        for name, text in wrong.items():
            self.assertRegex(text, FAULTS[name], name)


if __name__ == "__main__":
    unittest.main()
