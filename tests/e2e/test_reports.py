#!/usr/bin/python3
"""Every report of every year and half-year of the sample comes out, and its words say what its figures say.

The words are read from the PDF, and from the same report printed as text, which is checked against the PDF. What they
should say is put together a second time in sentences_*.py, from noegletal.csv, the other CSV files and the texts. A sentence
with a number passes only when one of the forms there, filled with the report's own figures, is that sentence. Whoever
changes a sentence of the program changes its form there.
"""

import datetime
import decimal
import functools
import json
import pathlib
import re
import subprocess
import tempfile
import unittest

from program import ProgramTest, danish, parse_value, plain, read_figures, run
from sentences_agreements import agreement_sentences, evaluation_sentences, light_sentences, results_in_case_paper
from sentences_chapters import chapter_sentences, method_sentences, note_sentences
from sentences_charts import chart_descriptions, possible_descriptions
from sentences_data import code_names, texts_of_the_unit
from sentences_status import shortfall_sentences, status_sentences
from sentences_text import body_paragraphs, unexplained
from sentences_words import DATA, MONTHS

YEARS = range(2018, 2026)
KINDS = {"aar": "aarsrapport", "halvaar": "halvaarsrapport", "evaluering": "evaluering"}

FAMILIES = {"status", "shortfall", "introduction", "enterprise_lead", "employment", "job_norm", "slagelse_model", "progression",
            "openings", "fundraising", "purchases", "trials", "csr_and_in_house", "target_groups", "recommendations", "behind",
            "method", "facts", "flow", "results", "results_so_far", "answers", "remarks", "answers_of_all", "extent",
            "agreement_lights", "notes"}

PERIODS = [(command, period)
           for year in YEARS
           for command, period in (("aar", f"{year}"), ("halvaar", f"{year}-1"), ("halvaar", f"{year}-2"),
                                   ("evaluering", f"{year}"))]


# The foot of a page and the head of the next one.
# The foot of a page, and of the next one the head, which ends in the chapter's name.
PAGE_BREAK = re.compile(r"\s*\n[^\n]+\s+INTERN · side \d+ af \d+\s+(?:[^\n]+ · [^\n]+\n\s*[^\n]+\n)?")
WHERE_A_LINK_LEADS = re.compile(r" \(https?://[^)]*\)")


def squashed(text):
    return re.sub(r"\s", "", text)


class Report:
    """One report's figures and the words of its PDF."""

    def __init__(self, folder, command, period):
        self.command, self.period = command, period
        self.name = f"{KINDS[command]}-{period}"
        self.outcome = run(command, period, "--data", DATA, "-o", folder)
        self.folder = pathlib.Path(folder) / self.name
        self.year = int(period[:4])
        self.half = int(period[5:] or 0)

    @functools.cached_property
    def rows(self):
        return read_figures(self.folder / f"noegletal-{self.period}.csv")

    @functools.cached_property
    def text(self):
        """The text of the PDF, a line of the page a line, without what stands at the head and the foot of each page."""
        pdf = self.folder / f"{self.name}.pdf"
        text = plain(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout)
        return PAGE_BREAK.sub("\n", text)

    @functools.cached_property
    def words(self):
        """The same without blanks."""
        return squashed(self.text)

    @functools.cached_property
    def printed(self):
        return run(self.command, self.period, "--data", DATA, "-o", self.folder.parent, "--tekst").stdout

    @functools.cached_property
    def paragraphs(self):
        """The body text, as `--tekst` prints it."""
        return body_paragraphs(self.printed)

    def value(self, noegle, period=None, kode="", aftale="", maalgruppe=""):
        """None for no value; what is counted by code, agreement or target group has no row where it is zero."""
        row = self.rows.get((noegle, period or self.period, aftale, maalgruppe, kode))
        return parse_value(row[0]) if row and row[0] else decimal.Decimal(0) if kode and not row else None

    def manifest_total(self, what):
        """The sum over the files read: raekker, talt_med, udeladt or tomme."""
        manifest = json.loads((self.folder / "koersel.json").read_text(encoding="utf-8"))
        return sum(file.get(what, 0) for file in manifest["input"])

    def manifest_count(self, what):
        """How many files that is told of."""
        manifest = json.loads((self.folder / "koersel.json").read_text(encoding="utf-8"))
        return sum(what in file for file in manifest["input"])

    def text_value(self, noegle, kode=""):
        return self.rows.get((noegle, self.period, "", "", kode), ("",))[0]

    def status_sentences(self):
        """The items of the list below the heading that opens it."""
        below = self.text.split("\nDet viser tallene\n• ", 1)[1]
        listed = re.split(r"\n\n|\n(?=Bagud er |Ikke nået er |Indsatser, der ikke |Aftaler, der ikke |Seks nøgletal)", below)[0]
        return [" ".join(item.split()) for item in listed.split("\n• ")]


REPORTS = {}


def setUpModule():
    global PLACE
    PLACE = tempfile.TemporaryDirectory()
    for command, period in PERIODS:
        REPORTS[command, period] = Report(PLACE.name, command, period)


def tearDownModule():
    PLACE.cleanup()


# ---- What texts should say ----

PLACEHOLDER = re.compile(r"\{\{\s*([^\s|}]+)([^}]*)\}\}")

CHAPTERS = {"aar": ["indledning", "vaerdiskabelse", "laeringer", "anbefalinger"], "halvaar": ["halvaar"],
            "evaluering": ["evaluering"]}


def chapters_of(command, period):
    """The texts that the report shows; the half-year that ends a year has the recommendations too."""
    return CHAPTERS[command] + (["anbefalinger"] if period.endswith("-2") else [])


def chapter_text(period, chapter):
    for path in (DATA / "tekster" / period / f"{chapter}.md", DATA / "tekster" / f"{chapter}.md"):
        if path.exists():
            return path.read_text(encoding="utf-8-sig")
    return ""


def filled(report, text):
    """The text with each placeholder replaced by what noegletal.csv has, as it is printed."""
    def replace(match):
        noegle, more = match.groups()
        assert not more.strip(), f"a placeholder that this test cannot fill: {match.group()}"
        value, unit = report.rows[noegle, report.period, "", "", ""]
        if unit == "dato":
            date = datetime.date.fromisoformat(value)
            return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"
        return danish(parse_value(value))
    return PLACEHOLDER.sub(replace, text)


def paragraphs(report, text):
    """The text's blocks, filled, without the marks of Markdown and without blanks."""
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)", text):
        words = re.sub(r"^\s*(?:#+|[-*+]|\d+\.|>)\s+", "", block.strip(), flags=re.MULTILINE)
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words)
        words = squashed(plain(filled(report, re.sub(r"[*`]", "", words))))
        if words:
            yield words


def known_sentences(report):
    """What may be said: sentence -> family, of the report, and of each agreement below its heading."""
    if report.command == "evaluering":
        general = method_and_evaluation(report)
        return general, sentences_by_agreement(report)
    general = {sentence: "status" for sentence in status_sentences(report)}
    general.update((sentence, family) for family, sentence in chapter_sentences(report))
    if report.command == "aar":
        return general, sentences_by_agreement(report)
    general.update(method_and_evaluation(report))
    general.update((sentence, family) for family, sentence in light_sentences(report))
    general.update((sentence, "shortfall") for sentence in shortfall_sentences(report))
    return general, {}


def method_and_evaluation(report):
    return {**{sentence: "method" for sentence in method_sentences(report)},
            **{sentence: family for family, sentence in evaluation_sentences(report)}}


def sentences_by_agreement(report):
    return {agreement: {sentence: family for family, sentence in sentences}
            for agreement, sentences in agreement_sentences(report)}


def paragraphs_with_forms(report):
    """Each paragraph of the program's own words, and sentence -> family of what may be said there."""
    general, of_agreements = known_sentences(report)
    notes = {sentence: "notes" for sentence in note_sentences(report)}
    narrative = {words for chapter in chapters_of(report.command, report.period)
                 for words in paragraphs(report, chapter_text(report.period, chapter))}
    for paragraph in report.paragraphs:
        if squashed(paragraph.text) not in narrative:
            forms = {**of_agreements.get(agreement_of(paragraph), general), **notes}
            yield paragraph, {plain(sentence): family for sentence, family in forms.items()}


def case_paper_lines(report):
    """Those from the assessment to the motion, without the marks of lists and names of efforts before the unit's words."""
    paper = (report.folder / f"sagsfremstilling-{report.period}.txt").read_text(encoding="utf-8")
    for line in plain(paper).split("\nVurdering\n")[1].split("\nIndstilling\n")[0].split("\n"):
        if not line.startswith("["):
            yield re.sub(f"^(?:- |(?:{'|'.join(code_names('indsats').values())}): )", "", line)


def agreement_of(paragraph):
    """The agreement whose heading the paragraph stands below; None outside them."""
    found = (re.match(r"((?:SA|CSR)-\d+) ", heading) for heading in paragraph.headings)
    return next((match.group(1) for match in found if match), None)


class Reports(ProgramTest):
    def test_every_report_comes_out_without_errors_or_warnings(self):
        for key, report in REPORTS.items():
            with self.subTest(report=key):
                self.assertEqual(report.outcome.status, 0, report.outcome.stderr)
                self.assertNotRegex(report.outcome.stderr, r"(?m)^[EW]\d{3} ")
                self.assertEqual(sorted(path.name for path in report.folder.iterdir()), sorted([
                    f"{report.name}.pdf", f"{report.name}.xlsx", f"aftaler-{report.period}.xlsx",
                    f"datagrundlag-{report.period}.xlsx", f"sagsfremstilling-{report.period}.txt",
                    f"noegletal-{report.period}.csv", "koersel.json"]))

    def test_every_status_sentence_says_what_the_figures_say(self):
        count = 0
        for (command, period), report in REPORTS.items():
            if command == "evaluering":
                continue
            with self.subTest(report=report.name):
                possible = {plain(sentence) for sentence in status_sentences(report)}
                sentences = report.status_sentences()
                self.assertGreaterEqual(len(sentences), 3)
                for sentence in sentences:
                    self.assertTrue(sentence in possible, f"no form gives: {sentence}")
                    count += 1
        self.assertGreater(count, 80)

    def test_every_sentence_with_a_number_says_what_the_figures_say(self):
        families = set()
        for report in REPORTS.values():
            for paragraph, forms in paragraphs_with_forms(report):
                strange, met = unexplained(paragraph.text, [*forms, *texts_of_the_unit()])
                families.update(forms.get(sentence) for sentence in met)
                with self.subTest(report=report.name, heading=paragraph.headings[-1]):
                    self.assertEqual(strange, [], "no form gives these sentences")
        self.assertEqual(FAMILIES - families, set(), "families that no report says anything of")

    def test_a_number_that_is_one_too_high_makes_a_sentence_that_no_form_gives(self):
        changed = 0
        for report in (REPORTS[key] for key in (("aar", "2024"), ("halvaar", "2024-1"), ("evaluering", "2024"))):
            for paragraph, forms in paragraphs_with_forms(report):
                for sentence in unexplained(paragraph.text, forms)[1]:
                    for number in re.finditer(r"\d+", sentence):
                        wrong = sentence[:number.start()] + str(int(number.group()) + 1) + sentence[number.end():]
                        self.assertNotEqual(unexplained(wrong, forms)[0], [], wrong)
                        changed += 1
        self.assertGreater(changed, 500)

    def test_every_sentence_with_a_number_in_the_case_paper_says_what_the_figures_say(self):
        for report in REPORTS.values():
            known = [*known_sentences(report)[0], *texts_of_the_unit()]
            if report.command == "evaluering":
                known += results_in_case_paper(report)
            elif report.command == "aar":
                known += [sentence for _, sentence in light_sentences(report)]
            for line in case_paper_lines(report):
                with self.subTest(report=report.name):
                    self.assertEqual(unexplained(line, [*map(plain, known)])[0], [], "no form gives these sentences")

    def test_every_description_of_a_chart_says_what_the_figures_say(self):
        count = 0
        for report in REPORTS.values():
            for description in chart_descriptions(report.printed):
                with self.subTest(report=report.name):
                    self.assertIn(description, list(map(plain, possible_descriptions(report))))
                    count += 1
        self.assertGreater(count, 40)

    def test_the_pdf_has_the_paragraphs_that_are_printed_as_text(self):
        for report in REPORTS.values():
            for paragraph in report.paragraphs:
                with self.subTest(report=report.name, heading=paragraph.headings[-1]):
                    words = squashed(WHERE_A_LINK_LEADS.sub("", paragraph.text))
                    self.assertTrue(words in report.words, f"not in the PDF: {paragraph.text}")

    def test_every_text_says_what_the_figures_say(self):
        placeholders = 0
        for (command, period), report in REPORTS.items():
            for chapter in chapters_of(command, period):
                text = chapter_text(period, chapter)
                placeholders += len(PLACEHOLDER.findall(text))
                for words in paragraphs(report, text):
                    with self.subTest(report=report.name, chapter=chapter):
                        self.assertTrue(words in report.words, f"not in the PDF: {words}")
        self.assertGreater(placeholders, 40)


if __name__ == "__main__":
    unittest.main()
