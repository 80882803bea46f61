#!/usr/bin/python3
"""The PDF keeps PDF/UA-1 and PDF/A-2a, and the checker that says so notices each rule being broken.

check_pdf.py reads every report that the samples give. Then one report is damaged in one place at a time, and the
checker must name the rule that was broken, not merely some rule.
"""

import io
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import pikepdf
from pikepdf import Array, Dictionary, Name

import check_workbook
from check_pdf import AREAS, PdfCheck
from program import SAMPLES, SMALL_FOLDER, ProgramTest, run, write_folder


def elements(pdf, role):
    """The structure elements of a role, in the order of the file."""
    return [thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/S") == Name("/" + role)
            and "/P" in thing]


def fonts(pdf):
    return [thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/Subtype") == Name.Type0]


def links(pdf):
    return [thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/Subtype") == Name.Link]


def change_content(pdf, old, new, page=None):
    """Replaces the first place where a page's operators say `old`."""
    for candidate in pdf.pages if page is None else [pdf.pages[page]]:
        content = candidate.obj.Contents.read_bytes()
        if old in content:
            candidate.obj.Contents.write(content.replace(old, new, 1))
            return
    raise AssertionError(f"no page says {old!r}")


def change_metadata(pdf, old, new):
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet, old
    pdf.Root.Metadata.write(packet.replace(old, new))


def rename(element, role):
    element.S = Name("/" + role)


def swap_first_two(array):
    array[0], array[1] = array[1], array[0]


def move_heading_down(pdf):
    """The first H2 becomes H3, so that H3 follows H1."""
    rename(elements(pdf, "H2")[0], "H3")


def drop_cell(pdf):
    row = elements(pdf, "TR")[3]
    del row.K[len(row.K) - 1]


def second_head(pdf):
    table = elements(pdf, "Table")[0]
    table.K.append(pdf.make_indirect(Dictionary(S=Name.THead, P=table, K=Array([]))))


def span_over_neighbour(pdf):
    """A cell of the first row grows down, the one below and to the left of it to the right."""
    rows = next(body for body in elements(pdf, "TBody") if len(body.K) > 1).K
    rows[0].K[1]["/A"] = Dictionary(O=Name.Table, RowSpan=2)
    rows[1].K[0]["/A"] = Dictionary(O=Name.Table, ColSpan=2, Scope=Name.Row)


def share_identity(pdf):
    first, second = elements(pdf, "Note")[:2]
    second.ID = first.ID


def wrong_parent(pdf):
    first, second = elements(pdf, "P")[:2]
    first.P = second


def swap_in_parent_tree(pdf):
    tree = pdf.Root.StructTreeRoot.ParentTree
    swap_first_two(tree.Kids[0].Nums[5])


def drop_unicode(pdf):
    for font in fonts(pdf):
        del font["/ToUnicode"]


def empty_glyph_map(pdf):
    below = fonts(pdf)[0].DescendantFonts[0]
    size = len(below.CIDToGIDMap.read_bytes())
    below.CIDToGIDMap.write(bytes(size))


def widen(pdf):
    below = fonts(pdf)[0].DescendantFonts[0]
    for i, entry in enumerate(below.W):
        if isinstance(entry, Array):
            below.W[i] = Array([float(width) + 50 for width in entry])


def long_string(pdf):
    elements(pdf, "Figure")[0].Alt = pikepdf.String("x" * 40000)


def lead_astray(pdf):
    numbered = [link for link in links(pdf) if "side" in str(link.Contents)]
    numbered[0].Dest[0] = pdf.pages[-1].obj


def swap_bookmarks(pdf):
    first = pdf.Root.Outlines.First
    first.SE, first.Next.SE = first.Next.SE, first.SE


def cut_profile(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-8])


def delete(path):
    def change(pdf):
        *way, last = path.split(".")
        thing = pdf.Root
        for step in way:
            thing = thing["/" + step]
        del thing["/" + last]
    return change


# What is broken: (area that sees it, rule, how)
DAMAGES = {
    "not marked": ("catalogue", "UA 6.2-1", delete("MarkInfo")),
    "suspects": ("catalogue", "UA 7.1-4", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True)),
    "file name as title": ("catalogue", "UA 7.1-10", delete("ViewerPreferences.DisplayDocTitle")),
    "no structure": ("catalogue", "UA 7.1-11", delete("StructTreeRoot")),
    "no language": ("catalogue", "UA 7.2-29", delete("Lang")),
    "no metadata": ("catalogue", "UA 7.1-8", delete("Metadata")),
    "no output intent": ("catalogue", "A 6.2.3-1", delete("OutputIntents")),
    "profile cut": ("catalogue", "A 6.2.3-2", cut_profile),
    "no title": ("catalogue", "UA 7.1-9", lambda pdf: change_metadata(pdf, b"dc:title", b"dc:other")),
    "no UA part": ("catalogue", "UA 5-1", lambda pdf: change_metadata(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>7")),
    "other A part": ("catalogue", "A 6.6.4-1", lambda pdf: change_metadata(pdf, b"<pdfaid:part>2", b"<pdfaid:part>9")),
    "other level": ("catalogue", "A 6.6.4-2",
                    lambda pdf: change_metadata(pdf, b"conformance>A<", b"conformance>Q<")),
    "schema not declared": ("catalogue", "A 6.6.2.3.1-1",
                            lambda pdf: change_metadata(pdf, b"namespaceURI>http://www.aiim.org/pdfua",
                                                        b"namespaceURI>http://www.aiim.org/other")),
    "title differs": ("catalogue", "info: same as XMP", lambda pdf: pdf.docinfo.__setitem__("/Title", "Noget andet")),
    "no identity": ("file", "A 6.1.3-1", lambda pdf: None),
    "long string": ("file", "A 6.1.13-3", long_string),
    "script": ("file", "A 6.5.1-1", lambda pdf: links(pdf)[0].__setitem__("/A", Dictionary(S=Name.JavaScript))),
    "unknown role": ("tree", "UA 7.1-5", lambda pdf: rename(elements(pdf, "P")[0], "Paragraf")),
    "wrong parent": ("tree", "UA 7.1-12", wrong_parent),
    "row outside table": ("tree", "UA 7.2-4", lambda pdf: rename(elements(pdf, "P")[0], "TR")),
    "body outside table": ("tree", "UA 7.2-6", lambda pdf: rename(elements(pdf, "P")[0], "TBody")),
    "cell outside row": ("tree", "UA 7.2-9", lambda pdf: rename(elements(pdf, "P")[0], "TD")),
    "item outside list": ("tree", "UA 7.2-17", lambda pdf: rename(elements(pdf, "P")[0], "LI")),
    "paragraph in table": ("tree", "UA 7.2-3", lambda pdf: rename(elements(pdf, "TBody")[0], "P")),
    "paragraph in row": ("tree", "UA 7.2-10", lambda pdf: rename(elements(pdf, "TD")[0], "P")),
    "paragraph in list": ("tree", "UA 7.2-19", lambda pdf: rename(elements(pdf, "LI")[0], "P")),
    "paragraph in item": ("tree", "UA 7.2-20", lambda pdf: rename(elements(pdf, "LBody")[0], "P")),
    "paragraph in contents": ("tree", "UA 7.2-27", lambda pdf: rename(elements(pdf, "TOCI")[0], "P")),
    "no alternative": ("tree", "UA 7.3-1", lambda pdf: elements(pdf, "Figure")[0].__delitem__("/Alt")),
    "no box": ("tree", "tree: figure has a box", lambda pdf: elements(pdf, "Figure")[0].__delitem__("/A")),
    "level skipped": ("tree", "UA 7.4.2-1", move_heading_down),
    "note without ID": ("tree", "UA 7.9-1", lambda pdf: elements(pdf, "Note")[0].__delitem__("/ID")),
    "notes share ID": ("tree", "UA 7.9-2", share_identity),
    "ID not listed": ("tree", "tree: every ID in IDTree", delete("StructTreeRoot.IDTree")),
    "no scope": ("tables", "UA 7.5-1", lambda pdf: elements(pdf, "TH")[0].__delitem__("/A")),
    "cell missing": ("tables", "UA 7.2-42", drop_cell),
    "two headers": ("tables", "UA 7.2-11", second_head),
    "no body": ("tables", "UA 7.2-14", lambda pdf: rename(elements(pdf, "TBody")[0], "TFoot")),
    "caption in the middle": ("tables", "UA 7.2-16", lambda pdf: swap_first_two(elements(pdf, "Table")[0].K)),
    "cells overlap": ("tables", "UA 7.2-15", span_over_neighbour),
    "unmarked text": ("content", "UA 7.1-3",
                      lambda pdf: change_content(pdf, b"/H1 <</MCID 0>> BDC", b"/Span <<>> BDC", 2)),
    "text in artifact": ("content", "UA 7.1-2",
                         lambda pdf: change_content(pdf, b"/H1 <</MCID 0>> BDC", b"/Artifact BMC /H1 <</MCID 0>> BDC", 2)),
    "artifact in text": ("content", "UA 7.1-1",
                         lambda pdf: change_content(pdf, b"/H1 <</MCID 0>> BDC", b"/H1 <</MCID 0>> BDC /Artifact BMC", 2)),
    "mark not closed": ("content", "content: BDC and EMC in pairs", lambda pdf: change_content(pdf, b"EMC\n", b"")),
    "id used twice": ("content", "content: ids differ on a page",
                      lambda pdf: change_content(pdf, b"<</MCID 1>>", b"<</MCID 0>>", 2)),
    "id not in tree": ("content", "content: in the tree",
                       lambda pdf: change_content(pdf, b"<</MCID 1>>", b"<</MCID 9999>>", 2)),
    "other tag": ("content", "content: tag is the element's",
                  lambda pdf: change_content(pdf, b"/H1 <</MCID 0>>", b"/P <</MCID 0>>", 2)),
    "parent tree swapped": ("content", "content: ParentTree agrees", swap_in_parent_tree),
    "state not restored": ("content", "content: q and Q in pairs", lambda pdf: change_content(pdf, b"BT ", b"q BT ")),
    "no tab order": ("links", "UA 7.18.3-1", lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs")),
    "link untold": ("links", "UA 7.18.5-2", lambda pdf: links(pdf)[0].__delitem__("/Contents")),
    "link outside Link": ("links", "UA 7.18.5-1", lambda pdf: rename(elements(pdf, "Link")[0], "Span")),
    "link not printed": ("links", "A 6.3.2-1", lambda pdf: links(pdf)[0].__setitem__("/F", 0)),
    "link astray": ("links", "links: lead to the page they name", lead_astray),
    "bookmarks swapped": ("outline", "outline: in the order of the headings", swap_bookmarks),
    "heading without bookmark": ("outline", "outline: one bookmark a heading",
                                 lambda pdf: rename(elements(pdf, "P")[0], "H2")),
    "no ToUnicode": ("fonts", "UA 7.21.7-1", drop_unicode),
    "no glyphs": ("fonts", "UA 7.21.8-1", empty_glyph_map),
    "wrong widths": ("fonts", "UA 7.21.5-1", widen),
    "not embedded": ("fonts", "UA 7.21.4.1-1",
                     lambda pdf: fonts(pdf)[0].DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2")),
    "other name": ("fonts", "A 6.2.11.2-1", lambda pdf: fonts(pdf)[0].__setitem__("/BaseFont", Name("/Anden"))),
    "descriptor cut": ("fonts", "fonts: descriptor is whole",
                       lambda pdf: fonts(pdf)[0].DescendantFonts[0].FontDescriptor.__delitem__("/CapHeight")),
}


TEXT = """# En overskrift

Et afsnit med *kursiv*, **fed**, `kode` og et [link](https://www.retsinformation.dk/eli/lta/2014/711) til loven og
et til [en tabel](#{table}), og en meget lang adresse: <https://www.eksempel.dk/{long}>.

> Et citat, som er langt nok til at fylde mere end én linje, når det står i rapporten med indrykning i begge sider.
>
> Og et afsnit mere med et [link](mailto:enheden@eksempel.dk).

## Under overskriften

1. Først et punkt
   - med et punkt i
     - og et i det
       1. og et nummer i det,
   - og et til
2. og så et punkt med **[fed tekst og link](https://www.eksempel.dk/a?b=c&d=e)**
10. og det sidste{figure}.

- Én liste til

  med et afsnit i punktet

### Endnu et niveau

{long} {long}
"""
CHAPTERS = ("indledning", "vaerdiskabelse", "beskaeftigelse", "progression", "virksomheder", "indsatser", "laeringer",
            "anbefalinger", "metode", "halvaar", "evaluering", "sagsfremstilling")
LONG_NAME = "Det Store Fælles Værksted for Træ, Tekstil, Cykler, Have og Køkken i Prøveby"
EVALUATIONS = "aftale_id;aar;spoergsmaal;svar;bemaerkning;dato;besvaret_af\n"
WITHOUT_TEXTS = {name: None for name in SMALL_FOLDER if name.startswith("tekster/")}


def many_agreements():
    """60 agreements and enterprises with names of about 80 characters, each with a course, answers and remarks."""
    rows = range(2, 62)
    answers = "".join(f"A{row};{year};{question};{1 + (row + year) % 5};»{LONG_NAME}« om nr. {row}.;01-03-{year};borger\n"
                      for row in rows for year in (2023, 2024) for question in ("i_brug", "plan", "samarbejde"))
    status = "".join(f"2024;A{row};{('groen', 'gul', 'roed')[row % 3]};{'Det går. ' * 60};{'Lært. ' * 40};Som før.\n"
                     for row in rows)
    return {
        "virksomheder.csv": "+" + "".join(f"V{row};{row:02} {LONG_NAME};initiativ;aktiv;01-01-2020;;ja;ja;ja\n"
                                          for row in rows),
        "aftaler.csv": "+" + "".join(f"A{row};{row:02} {LONG_NAME};V{row};samarbejdsaftale;01-01-2022;;10\n"
                                     for row in rows),
        "forloeb.csv": "+" + "".join(f"K{row};C{row};A{row};unge;01-02-2024;01-09-2024;motivation;praktik;0;6;ja;ja;uddannelse;\n"
                                     for row in rows),
        "evalueringer.csv": EVALUATIONS + answers,
        "aftalestatus.csv": "periode;aftale_id;status;statustekst;laering;udvikling\n" + status,
    }


def texts(long):
    """A text for each chapter; those that an evaluation has too can tell of no jobs."""
    figure = ", hvor der var {{job.nye}} nye job"
    shared = ("metode", "evaluering", "sagsfremstilling")
    return {f"tekster/{chapter}.md": TEXT.format(long=long, figure="" if chapter in shared else figure,
                                                      table="maal" if chapter in ("halvaar", "anbefalinger") else "filer")
            for chapter in CHAPTERS}


# name -> (changes to the small folder, the reports to write of it)
EXTREMES = {
    "no texts": (WITHOUT_TEXTS, (("aar", "2024"), ("halvaar", "2024-1"), ("halvaar", "2024-2"))),
    "links, quotations and nested lists": (
        {**texts("ord" * 12), "evalueringer.csv": EVALUATIONS + "A1;2024;plan;4;God.;01-03-2024;borger\n"},
        (("aar", "2024"), ("halvaar", "2024-2"), ("evaluering", "2024"))),
    "words longer than a line": (texts("ord" * 200), (("aar", "2024"),)),
    "nothing but headers": (
        {**WITHOUT_TEXTS,
         **{name: text.split("\n", 1)[0] + "\n" for name, text in SMALL_FOLDER.items() if name.endswith(".csv")},
         "evalueringer.csv": EVALUATIONS},
        (("aar", "2024"), ("halvaar", "2024-1"), ("evaluering", "2024"))),
    "one answer": ({**WITHOUT_TEXTS, "evalueringer.csv": EVALUATIONS + "A1;2024;plan;1;;;\n"}, (("evaluering", "2024"),)),
    "60 agreements": (many_agreements(), (("aar", "2024"), ("halvaar", "2024-2"), ("evaluering", "2024"))),
}
NAMES = {"aar": "aarsrapport", "halvaar": "halvaarsrapport", "evaluering": "evaluering"}


class Extremes(ProgramTest):
    """Data folders with next to nothing in them, and with more than any municipality has."""

    def test_every_report_keeps_every_rule(self):
        for number, (extreme, (changes, reports)) in enumerate(EXTREMES.items()):
            data = write_folder(self.folder / f"data{number}", changes)
            for command, period in reports:
                with self.subTest(extreme, report=f"{command} {period}"):
                    outcome = run(command, period, "--data", data, "--output", self.folder / f"output{number}")
                    self.assertEqual(outcome.status, 0, outcome.stderr)
                    folder = self.folder / f"output{number}" / f"{NAMES[command]}-{period}"
                    self.assertEqual(dict(PdfCheck(folder / f"{folder.name}.pdf").check()), {})
                    if extreme != "60 agreements":
                        self.assertEqual(check_workbook.faults(folder / f"{folder.name}.xlsx"), [])


    def test_texts_come_with_their_links_lists_and_quotations(self):
        changes, _ = EXTREMES["links, quotations and nested lists"]
        write_folder(self.data, changes)
        self.run_year()
        with pikepdf.open(self.output / "aarsrapport-2024/aarsrapport-2024.pdf") as pdf:
            targets = [str(link.A.URI) for link in links(pdf) if "/A" in link and "/URI" in link.A]
            for address in ("https://www.retsinformation.dk/eli/lta/2014/711", "https://www.eksempel.dk/a?b=c&d=e",
                            "mailto:enheden@eksempel.dk"):
                self.assertIn(address, targets)
            inner = [item for item in elements(pdf, "L") if item.P.S in (Name.LBody, Name.LI)]
            self.assertGreaterEqual(len(inner), 3)
            self.assertGreaterEqual(len(elements(pdf, "BlockQuote")), 1)


class PdfAccessibility(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        outcome = run("aar", "2024", "--data", SAMPLES / "slagelse", "--output", cls.folder / "en")
        assert outcome.status == 0, outcome.stderr
        cls.report = cls.folder / "en/aarsrapport-2024/aarsrapport-2024.pdf"
        outcome = run("aar", "2024", "--data", write_folder(cls.folder / "data"), "--output", cls.folder / "lille")
        assert outcome.status == 0, outcome.stderr
        cls.small = cls.folder / "lille/aarsrapport-2024/aarsrapport-2024.pdf"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def broken(self, raw, areas):
        path = self.folder / "skadet.pdf"
        path.write_bytes(raw)
        return PdfCheck(path).check(areas)

    def test_the_report_keeps_every_rule(self):
        self.assertEqual(dict(PdfCheck(self.report).check()), {})

    def test_reports_of_other_years_and_of_corrected_data_keep_every_rule(self):
        for sample, year in (("slagelse", "2016"), ("slagelse", "2019"), ("slagelse-rettet", "2024")):
            output = self.folder / (sample + year)
            outcome = run("aar", year, "--data", SAMPLES / sample, "--output", output)
            self.assertEqual(outcome.status, 0, outcome.stderr)
            self.assertEqual(dict(PdfCheck(output / f"aarsrapport-{year}/aarsrapport-{year}.pdf").check()), {}, (sample, year))

    def test_half_years_and_evaluations_keep_every_rule(self):
        for command, period in (("halvaar", "2018-1"), ("halvaar", "2024-2"), ("evaluering", "2024")):
            outcome = run(command, period, "--data", SAMPLES / "slagelse", "--output", self.folder / "andre")
            self.assertEqual(outcome.status, 0, outcome.stderr)
            name = f"{NAMES[command]}-{period}"
            self.assertEqual(dict(PdfCheck(self.folder / "andre" / name / f"{name}.pdf").check()), {}, name)

    def test_qpdf_and_poppler_find_nothing_to_say(self):
        checked = subprocess.run(["qpdf", "--check", self.report], capture_output=True, text=True, check=False)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""))
        read = subprocess.run(["pdftotext", self.report, "-"], capture_output=True, text=True, check=True)
        self.assertEqual(read.stderr, "")
        told = subprocess.run(["pdfinfo", self.report], capture_output=True, text=True, check=True).stdout
        self.assertRegex(told, r"Tagged: +yes")

    def test_every_page_says_which_edition_it_is(self):
        text = subprocess.run(["pdftotext", self.report, "-"], capture_output=True, text=True, check=True).stdout
        pages = text.split("\f")[:-1]
        self.assertEqual(len(pages), len(pikepdf.open(self.report).pages))
        for number, page in enumerate(pages, 1):
            self.assertIn("INTERN", page, number)
            if number > 1:
                self.assertIn(f"side {number} af {len(pages)}", page)

    def test_the_checker_names_the_rule_that_is_broken(self):
        for name, (area, rule, change) in DAMAGES.items():
            with self.subTest(name):
                self.assertIn(area, AREAS)
                pdf = pikepdf.open(self.small)
                change(pdf)
                if name == "no identity":
                    raw = self.small.read_bytes().replace(b"/ID[", b"/XX[")
                else:
                    copy = io.BytesIO()
                    pdf.save(copy, object_stream_mode=pikepdf.ObjectStreamMode.disable)
                    raw = copy.getvalue()
                self.assertIn(rule, self.broken(raw, [area]))

    def test_the_checker_finds_nothing_in_a_file_that_is_only_saved_again(self):
        copy = io.BytesIO()
        pikepdf.open(self.small).save(copy)
        self.assertEqual(dict(self.broken(copy.getvalue(), AREAS)), {})

    def test_the_checker_reads_the_frame_of_the_file(self):
        raw = self.small.read_bytes()
        for rule, damaged in (("UA 6.1-1", raw.replace(b"%PDF-1.7", b"%PDF-2.0", 1)),
                              ("A 6.1.2-2", raw[:9] + b"%abcdefgh"[:raw.index(b"\n", 9) - 9] + raw[raw.index(b"\n", 9):]),
                              ("A 6.1.3-3", raw + b"mere")):
            self.assertIn(rule, self.broken(damaged, ["file"]))


if __name__ == "__main__":
    unittest.main()
