#!/usr/bin/python3
"""The PDF says what noegletal.csv says: every number of every table is looked up again.

The tables are read from the PDF's structure tree, the way a screen reader gets them, and each cell is compared with
the figure that its row and column stand for. That mapping is written here a second time, from the headings alone.
"""

import csv
import decimal
import functools
import io
import pathlib
import re
import subprocess
import tempfile
import unittest

import pikepdf

from program import NO_VALUE, SAMPLES, ProgramTest, danish, parse_value, plain, read_figures, run

YEARS = (2024, 2019, 2021, 2025)
DATA = SAMPLES / "slagelse"
MONTHS = ["Januar", "Februar", "Marts", "April", "Maj", "Juni", "Juli", "August", "September", "Oktober", "November",
          "December"]
STATUSES = {"naaet": "nået", "naaet_foer_tid": "nået før tid", "paa_vej": "på vej", "bagud": "bagud",
            "ikke_naaet": "ikke nået", "uden_maal": "uden mål"}
LIGHTS = {"groen": "grøn", "gul": "gul", "roed": "rød"}

# Label -> (noegle, what it is): a share of a figure of rows, or of few; a number with or without a decimal.
BOTTOM_LINES = {
    "Den sociale bundlinje": {
        "Borgere i forløb": ("forloeb.personer", "whole"),
        "Borgere i nye job": ("job.personer", "whole"),
        "Nye job, alle typer": ("job.nye", "whole"),
        "Effekt af afsluttede forløb": ("forloeb.effekt", "forloeb.afsluttede"),
        "Fastholdelse efter et halvt til et helt år": ("forloeb.fastholdelse", "share"),
    },
    "Den lokale bundlinje": {
        "Virksomheder og initiativer": ("virksomhed.aktive_ultimo", "whole"),
        "Heraf med tre bundlinjer": ("virksomhed.tre_bundlinjer", "whole"),
        "Prøvehandlinger med en lokal partner": ("proevehandling.lokal_partner", "whole"),
        "Lokale indkøb i kr.": ("indkoeb.beloeb", "whole"),
        "Virksomheder, der er købt hos": ("indkoeb.virksomheder", "whole"),
    },
    "Den økonomiske bundlinje": {
        "Årsværk i nye job": ("job.aarsvaerk", "decimal"),
        "Ansatte fra kanten af arbejdsmarkedet": ("virksomhed.ansatte_kant", "whole"),
        "Andel ansatte fra kanten": ("virksomhed.kant_andel", "virksomhed.ansatte"),
        "Virksomheder med mindst 30 % ansatte fra kanten": ("virksomhed.kant_30", "whole"),
        "Bevilget til ansøgninger i kr.": ("fundraising.bevilget", "whole"),
    },
}


# ---- The structure tree ----

class Node:
    def __init__(self, kind, text=""):
        self.kind, self.text, self.children = kind, text, []

    def all(self, *kinds):
        """Every node below of these kinds, in reading order."""
        for child in self.children:
            if child.kind in kinds:
                yield child
            yield from child.all(*kinds)

    def words(self):
        """The text of the node and what is below it, but for references to notes."""
        return self.text + "".join(child.words() for child in self.children if child.kind != "Reference")


def structure(path):
    """The tree that pdfinfo -struct-text prints: an indented line per element, its text in quotes."""
    printed = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True).stdout
    root = Node("Root")
    open_nodes = [(-1, root)]
    for line in printed.splitlines():
        content = line.lstrip(" ")
        indent = len(line) - len(content)
        while open_nodes[-1][0] >= indent:
            open_nodes.pop()
        if content.startswith('"'):
            open_nodes[-1][1].children.append(Node("text", content[1:-1]))
        elif content and content[0] != "/" and not content.startswith("Object "):
            node = Node(re.match(r"[A-Za-z0-9]+", content).group())
            open_nodes[-1][1].children.append(node)
            open_nodes.append((indent, node))
    return root


def squeezed(text):
    """Text without blanks, so that where a line was broken makes no difference."""
    return re.sub(r"\s", "", plain(text))


class PdfTable:
    """A table as caption, headings and rows of squeezed cells; parts that go on on the next page are put together."""

    def __init__(self, node):
        self.caption = "".join(caption.words() for caption in node.all("Caption"))
        head = next(node.all("THead"))
        self.headings = [squeezed(cell.words()) for cell in head.all("TH", "TD")]
        self.rows = [[squeezed(cell.words()) for cell in row.all("TH", "TD")]
                     for body in node.all("TBody") for row in body.all("TR")]


# ---- What a cell should say ----

def code_names(folder):
    """liste -> printed name -> code, from the code lists that the program writes."""
    text = (folder / "koder.csv").read_text(encoding="utf-8-sig")
    names = {}
    for row in csv.DictReader(io.StringIO(text), delimiter=";"):
        names.setdefault(row["liste"], {})[squeezed(row["navn"])] = row["kode"]
    return names


class Figures:
    """Looking up what noegletal.csv says, as the PDF would print it, without blanks."""

    def __init__(self, path, year):
        self.rows, self.year = read_figures(path), year

    def value(self, noegle, year=None, aftale="", maalgruppe="", kode=""):
        key = (noegle, str(year or self.year), aftale, maalgruppe, kode)
        if key in self.rows:
            return parse_value(self.rows[key][0])
        return decimal.Decimal(0) if kode or maalgruppe else None

    def count(self, *key, **dimensions):
        return danish(self.value(*key, **dimensions))

    def hours(self, *key, **dimensions):
        return squeezed(danish(self.value(*key, **dimensions), 1))

    def share(self, *key, base=0, **dimensions):
        return share(self.value(*key, **dimensions), base)


def share(value, base=0):
    if value is None:
        return NO_VALUE
    return squeezed(danish(value * 100, 1 if base is not None and base >= 100 else 0) + "%")


def signed(value, places=0):
    return NO_VALUE if value is None else ("+" if value > 0 else "") + danish(value, places)


def each_year(check):
    """A test that makes the check for the report of each year."""
    @functools.wraps(check)
    def test(self):
        for year, report in REPORTS.items():
            with self.subTest(year=year):
                check(self, report)
    return test


class YearReport(ProgramTest):
    """Checks of the reports, which are written once for all tests."""

    def assert_rows(self, table, expected):
        """The table has exactly these rows; None: not looked up here."""
        self.assertEqual([row[0] for row in table.rows], [squeezed(row[0]) for row in expected], table.caption)
        for got, wanted in zip(table.rows, expected):
            self.assertEqual(len(got), len(wanted), (table.caption, got))
            for column, (cell, value) in enumerate(zip(got, wanted)):
                if value is not None:
                    self.assertEqual(cell, squeezed(value), (table.caption, got[0], table.headings[column]))


class Report:
    def __init__(self, output, year):
        outcome = run("aar", year, "--data", DATA, "-o", output)
        assert outcome.status == 0, outcome
        self.year = year
        folder = output / f"aarsrapport-{year}"
        self.pdf = folder / f"aarsrapport-{year}.pdf"
        self.figures = Figures(folder / f"noegletal-{year}.csv", year)
        text = subprocess.run(["pdftotext", "-layout", self.pdf, "-"], capture_output=True, text=True, check=True).stdout
        self.pages = text.split("\f")[:-1]
        self.tree = structure(self.pdf)
        self.tables = self.joined([PdfTable(node) for node in self.tree.all("Table")])
        self.periods = sorted({int(key[1]) for key in self.figures.rows if key[1].isdigit()})

    @staticmethod
    def joined(tables):
        """A long table has a part on each page, whose caption ends in (fortsat)."""
        whole = []
        for table in tables:
            name = re.sub(r",?\s*\(?fortsat\)?$", "", table.caption)
            if whole and name != table.caption and whole[-1].caption == name:
                whole[-1].rows += table.rows
            else:
                whole.append(table)
        return whole

    def table(self, opening):
        found = [table for table in self.tables if squeezed(table.caption).startswith(squeezed(opening))]
        assert len(found) == 1, (opening, [table.caption for table in self.tables])
        return found[0]


class Numbers(YearReport):
    """Table by table."""

    @each_year
    def test_goals(self, report):
        goals = {}
        text = (DATA / "maal.csv").read_text(encoding="utf-8-sig").split("\n", 1)[1]
        for row in csv.DictReader(io.StringIO(text), delimiter=";"):
            goals[squeezed(row["Navn"])] = row
        figures = report.figures
        ids = {key[0].split(".")[1] for key in figures.rows if key[0].startswith("maal.")}
        if not ids:
            self.assertFalse([table for table in report.tables if table.caption.startswith("Strategiens mål")])
            return
        table = report.table("Strategiens mål")
        self.assertEqual({goals[row[0]]["Mål-id"] for row in table.rows}, ids)
        for row in table.rows:
            goal = goals[row[0]]
            name = f"maal.{goal['Mål-id']}"
            status, day = (figures.rows.get((f"{name}.{part}", str(report.year), "", "", ""), ("", ""))[0]
                           for part in ("status", "dato"))
            target = figures.count(f"{name}.maal")
            self.assertEqual(row, [
                row[0], figures.count(f"{name}.vaerdi"),
                f"{target}–{goal['Mål til']}" if goal["Mål til"] else target,
                figures.share(f"{name}.opfyldelse"), squeezed(STATUSES[status]),
                "-".join(reversed(day.split("-"))) if day else NO_VALUE])

    @each_year
    def test_cards(self, report):
        cards = {"Nye job, alle typer": ("job.nye", 0), "Borgere i forløb": ("forloeb.personer", 0),
                 "Afsluttede forløb": ("forloeb.afsluttede", 0), "Effekt af afsluttede forløb": ("forloeb.effekt", 1),
                 "Fastholdelse efter et halvt til et helt år": ("forloeb.fastholdelse", 1),
                 "Virksomheder og initiativer ved årets udgang": ("virksomhed.aktive_ultimo", 0)}
        figures = report.figures
        words = squeezed(report.tree.words())
        for name, (noegle, is_share) in cards.items():
            now, before = figures.value(noegle), figures.value(noegle, report.year - 1)
            change = None if now is None or before is None else now - before
            if is_share:
                shown = share(now), share(before), signed(change and change * 100) + "procentpoint"
            else:
                shown = danish(now), danish(before), signed(change)
            self.assertIn(squeezed(f"{name}{shown[0]}{report.year - 1}:{shown[1]}Ændring:{shown[2]}"), words)

    @each_year
    def test_jobs_by_type(self, report):
        types = NAMES["jobtype"]
        figures, table = report.figures, report.table("Nye job efter type og år")
        self.assertEqual([row[0] for row in table.rows], [str(year) for year in report.periods])
        for row in table.rows:
            year = int(row[0])
            by_type = {types[heading]: cell for heading, cell in zip(table.headings, row) if heading in types}
            self.assertEqual(by_type, {code: figures.count("job.nye", year, kode=code) for code in by_type})
            rest = squeezed("Tæller ikke med i årsnormen")
            if rest in table.headings:
                others = set(types.values()) - set(by_type)
                outside = sum(figures.value("job.nye", year, kode=code) for code in others)
                self.assertEqual(row[table.headings.index(rest)], danish(outside))
                within = figures.value("job.nye", year) - outside
            else:
                within = figures.value("job.nye", year)
            self.assertEqual(row[len(by_type) + 1], danish(within))

    @each_year
    def test_running_count(self, report):
        norms = {2019: "job_30", 2024: "aarsnorm", 2025: "aarsnorm"}
        figures, table = report.figures, report.table("Nye job lagt sammen måned for måned")
        self.assertEqual([row[0] for row in table.rows], MONTHS)
        self.assertEqual([row[-1] for row in table.rows],
                         [figures.count("job.akkumuleret", kode=f"{month:02}") for month in range(1, 13)])
        if report.year in norms:
            self.assertEqual(table.rows[-1][1:3], [figures.count(f"maal.{norms[report.year]}.vaerdi"),
                                                   figures.count(f"maal.{norms[report.year]}.maal")])

    def years_of(self, report, name, show, *key, **dimensions):
        return [name, *(show(*key, year, **dimensions) for year in report.periods)]

    @each_year
    def test_jobs_in_figures(self, report):
        rows = {"Nye job, alle typer": "job.nye", "Borgere i nye job": "job.personer",
                "Virksomheder med nye job": "job.virksomheder", "Job i in-house løsninger": "job.in_house",
                "Job efter CSR-aftaler": "job.csr", "Timer pr. uge i nye job": "job.timer",
                "Årsværk i nye job": "job.aarsvaerk", "Job i gang ved årets udgang": "job.aktive_ultimo"}
        table = report.table("De nye job i tal")
        self.assertEqual(table.headings[1:], [str(year) for year in report.periods])
        self.assert_rows(table, [
            self.years_of(report, name, report.figures.hours if noegle in ("job.timer", "job.aarsvaerk")
                          else report.figures.count, noegle) for name, noegle in rows.items()])

    @each_year
    def test_first_and_next_jobs(self, report):
        rows = {"Borgerens første job": "job.foerste", "Borgerens næste job": "job.naeste",
                "Heraf i en anden virksomhed": "job.naeste_anden"}
        self.assert_rows(report.table("Slagelse-modellen: første og næste job"), [
            self.years_of(report, name, report.figures.count, noegle) for name, noegle in rows.items()])

    @each_year
    def test_hours_bands(self, report):
        bands = {"0–5 timer": "0-5", "5–10 timer": "5-10", "10–20 timer": "10-20", "20–30 timer": "20-30",
                 "30 timer eller mere": "30+"}
        count = report.figures.count
        self.assert_rows(report.table("Nye job efter timer"), [
            *(self.years_of(report, name, count, "job.timebaand", kode=code) for name, code in bands.items()),
            self.years_of(report, "I alt", count, "job.nye")])

    def by_list(self, report, opening, codes, noegle, dimension, total):
        """Every code that occurs in some year has a row, in the list's order, and none else; then the total."""
        count = report.figures.count
        shown = [(name, code) for name, code in codes.items()
                 if any(report.figures.value(noegle, year, **{dimension: code}) for year in report.periods)]
        self.assert_rows(report.table(opening), [
            *(self.years_of(report, name, count, noegle, **{dimension: code}) for name, code in shown),
            self.years_of(report, "I alt", count, total)])

    @each_year
    def test_target_groups_and_types(self, report):
        self.by_list(report, "Nye job efter borgerens målgruppe", NAMES["maalgruppe"], "job.nye", "maalgruppe",
                     "job.nye")
        self.by_list(report, "Nye job efter virksomhedens type", NAMES["virksomhedstype"],
                     "job.virksomhedstype", "kode", "job.nye")
        self.by_list(report, "Virksomheder og initiativer ved årets udgang efter type", NAMES["virksomhedstype"],
                     "virksomhed.aktive_ultimo", "kode", "virksomhed.aktive_ultimo")

    def overview_row(self, figures, aftale):
        count = figures.value("forloeb.afsluttede", aftale=aftale)
        return [figures.count("forloeb.startede", aftale=aftale), figures.count("forloeb.afsluttede", aftale=aftale),
                figures.share("forloeb.effekt", aftale=aftale, base=count),
                *(figures.count("forloeb.progression", aftale=aftale, kode=code)
                  for code in ("frem", "uaendret", "tilbage")),
                figures.hours("forloeb.timer_aendring", aftale=aftale),
                figures.share("forloeb.fastholdelse", aftale=aftale)]

    @each_year
    def test_agreements_side_by_side(self, report):
        figures, table = report.figures, report.table("Samarbejdsaftalerne i overblik")
        agreements = sorted({key[2] for key in figures.rows if key[2]}, key=len, reverse=True)
        self.assertGreater(len(table.rows), 2)
        for row in table.rows[:-1]:
            aftale = next(one for one in agreements if row[0].startswith(one))
            self.assertEqual(row[2], figures.share("forloeb.pladser_udnyttelse", aftale=aftale))
            self.assertEqual(row[3:-1], self.overview_row(figures, aftale))
            self.assertIn(row[-1], ("grøn", "gul", "rød", NO_VALUE))
        self.assertEqual(table.rows[-1], [squeezed("Alle aftaler"), "", "", *self.overview_row(figures, ""), ""])

    @each_year
    def test_answers_about_each_agreement(self, report):
        figures, questions = report.figures, NAMES["evalueringsspoergsmaal"]
        tables = [table for table in report.tables if ": svar på spørgsmålene" in table.caption]
        self.assertGreater(len(tables), 2)
        for table in tables:
            aftale = table.caption.split(":")[0]
            answered = {key[4] for key in figures.rows if key[0] == "evaluering.svar" and key[2] == aftale
                        and key[1] in (str(report.year), str(report.year - 1))}
            self.assertEqual({questions[re.sub(r"^\d+\.", "", row[0])] for row in table.rows}, answered)
            for row in table.rows:
                about = {"aftale": aftale, "kode": questions[re.sub(r"^\d+\.", "", row[0])]}
                years = [figures.rows.get(("evaluering.svar", str(year), about["aftale"], "", about["kode"]))
                         for year in (report.year, report.year - 1)]
                means = [parse_value(year[0]) if year else None for year in years]
                printed = [NO_VALUE if mean is None else squeezed(danish(mean, 1)) for mean in means]
                self.assertEqual(row[1:4], [figures.count("evaluering.antal", **about), *printed], table.caption)
                self.assertEqual(row[4] == NO_VALUE, None in means)

    @each_year
    def test_readings_of_progression(self, report):
        figures, table = report.figures, report.table("Målt progression, alle aftaler")
        self.assertGreater(len(table.rows), 0)
        for row in table.rows:
            for place, year in ((1, report.year), (3, report.year - 1)):
                about = (str(year), "", "", NAMES["indikator"][row[0]])
                count = figures.rows.get(("progression.forloeb", *about))
                mean = figures.rows.get(("progression.aendring", *about)) if count else None
                self.assertEqual(row[place], danish(parse_value(count[0])) if count else "0")
                self.assertEqual(row[place + 1] == NO_VALUE, mean is None)
                if mean:
                    printed = danish(abs(parse_value(mean[0])), 1)
                    self.assertEqual(row[place + 1].lstrip("+-\u2212"), squeezed(printed))

    @each_year
    def test_value_chain(self, report):
        steps = NAMES["trin"]
        figures, table = report.figures, report.table("Fra trin ved start til trin ved slut")
        moves = {(start, end): figures.value("forloeb.vaerdikaede", kode=f"{start}>{end}")
                 for start in steps.values() for end in steps.values()}
        self.assert_rows(table, [
            *([name, *(danish(moves[start, end]) for end in steps.values()),
               danish(decimal.Decimal(sum(moves[start, end] for end in steps.values())))]
              for name, start in steps.items()),
            ["I alt", *(danish(decimal.Decimal(sum(moves[start, end] for start in steps.values())))
                        for end in steps.values()), danish(decimal.Decimal(sum(moves.values())))]])

    @each_year
    def test_outcomes_of_each_agreement(self, report):
        outcomes = NAMES["udfald"]
        figures = report.figures
        tables = [table for table in report.tables if "dfald af forløbene" in table.caption]
        self.assertGreater(len(tables), 2)
        for table in tables:
            aftale = table.caption.split(":")[0] if ":" in table.caption else ""
            ended = figures.value("forloeb.afsluttede", aftale=aftale)
            for row in table.rows[:-1]:
                code = outcomes[row[0]]
                number = figures.value("forloeb.udfald", aftale=aftale, kode=code)
                fraction = figures.value("forloeb.udfald_andel", aftale=aftale, kode=code) if ended else None
                self.assertEqual(row[-4:], [
                    danish(number), share(fraction, ended),
                    figures.count("forloeb.udfald", report.year - 1, aftale=aftale, kode=code),
                    figures.count("forloeb.status_efter", aftale=aftale, kode=code)], (table.caption, row[0]))
            listed = {outcomes[row[0]] for row in table.rows[:-1]}
            for noegle, year in (("udfald", report.year), ("udfald", report.year - 1), ("status_efter", report.year)):
                occurring = {key[4] for key in figures.rows
                             if key[:3] == (f"forloeb.{noegle}", str(year), aftale) and not key[3]}
                self.assertLessEqual(occurring, listed, table.caption)
            self.assertEqual(table.rows[-1][-4], danish(ended))
            self.assertEqual(table.rows[-1][-2], figures.count("forloeb.afsluttede", report.year - 1, aftale=aftale))

    @each_year
    def test_every_agreement_with_ended_courses_has_its_table(self, report):
        shown = {table.caption.split(":")[0] for table in report.tables if ": udfald af" in table.caption}
        for (noegle, year, aftale, group, _), (value, _) in report.figures.rows.items():
            if (noegle, year, group) == ("forloeb.afsluttede", str(report.year), "") and aftale and value != "0":
                self.assertIn(aftale, shown)

    @each_year
    def test_enterprises_by_year(self, report):
        count, table = report.figures.count, report.table("Virksomheder og initiativer, åbnet, lukket")
        self.assertEqual([row[:5] for row in table.rows], [
            [str(year), count("virksomhed.nye", year), count("virksomhed.lukkede", year),
             count("virksomhed.aktive_ultimo", year), count("virksomhed.tre_bundlinjer", year)]
            for year in report.periods])

    @each_year
    def test_marks_of_enterprises(self, report):
        count = report.figures.count
        self.assert_rows(report.table("Kendetegn ved virksomheder"), [
            self.years_of(report, "Arbejder med tre bundlinjer", count, "virksomhed.tre_bundlinjer"),
            self.years_of(report, "Registrerede socialøkonomiske virksomheder", count, "virksomhed.registrerede"),
            self.years_of(report, "Første generation", count, "virksomhed.generation", kode="1"),
            self.years_of(report, "Anden generation", count, "virksomhed.generation", kode="2"),
            self.years_of(report, "Uden for kommunen", count, "virksomhed.udenfor"),
            self.years_of(report, "På vej", count, "virksomhed.paa_vej")])

    @each_year
    def test_bottom_lines(self, report):
        """A figure has a row when it is a share that is known, or not 0 in both years."""
        figures = report.figures
        for name, rows in BOTTOM_LINES.items():
            expected = []
            for label, (noegle, kind) in rows.items():
                now, before = figures.value(noegle), figures.value(noegle, report.year - 1)
                is_share = kind not in ("whole", "decimal")
                base = [figures.value(kind, year) if "." in kind else 0 for year in (report.year, report.year - 1)]
                if not (now or before or is_share and (now, before) != (None, None)):
                    continue
                change = None if now is None or before is None else now - before
                if is_share:
                    places = 1 if base[0] >= 100 else 0
                    points = signed(change and change * 100, places)
                    expected.append([label, share(now, base[0]), share(before, base[1]),
                                     points if change is None else points + "procentpoint"])
                else:
                    places = 1 if kind == "decimal" else 0
                    expected.append([label, danish(now, places), danish(before, places), signed(change, places)])
            self.assert_rows(report.table(name), expected)

    @each_year
    def test_mosaic_economy(self, report):
        sectors = ("privat", "offentlig", "civil")
        self.assert_rows(report.table("Mosaikøkonomien"), [
            [str(year), *(report.figures.share("virksomhed.indtaegt_andel", year, kode=sector, base=100)
                          for sector in sectors)] for year in report.periods])

    @each_year
    def test_fundraising(self, report):
        figures, models = report.figures, NAMES["fundraisingmodel"]
        rows = {"Ansøgninger": "ansoegninger", "Ansøgt beløb i kr.": "ansoegt", "Bevillinger": "bevillinger",
                "Bevilget beløb i kr.": "bevilget", "Andel imødekommet": "succesrate", "Givere": "givere",
                "Heraf givere, der også har givet tidligere": "gengangere"}
        self.assert_rows(report.table("Ansøgninger og bevillinger, "), [
            self.years_of(report, name, figures.share if key == "succesrate" else figures.count, f"fundraising.{key}")
            for name, key in rows.items()])
        columns = ("ansoegninger", "ansoegt", "bevillinger", "bevilget")
        used = {name: code for name, code in models.items()
                if figures.value("fundraising.ansoegninger", kode=code) or figures.value("fundraising.bevillinger", kode=code)}
        self.assert_rows(report.table("Ansøgninger og bevillinger efter model"), [
            [name, *(figures.count(f"fundraising.{column}", kode=code) for column in columns)]
            for name, code in [*used.items(), ("I alt", "")]])
        listed = report.table("Ansøgninger, indsendt eller afgjort").rows
        self.assertEqual(danish(decimal.Decimal(sum(row[2].endswith(str(report.year)) for row in listed))),
                         figures.count("fundraising.ansoegninger"))
        self.assertEqual(danish(decimal.Decimal(sum(row[5] == "bevilget" for row in listed))),
                         figures.count("fundraising.bevillinger"))

    @each_year
    def test_local_purchasing(self, report):
        figures = report.figures
        rows = {"Beløb i kr.": "beloeb", "Heraf på reserverede kontrakter": "reserveret", "Antal indkøb": "antal",
                "Virksomheder, der er købt hos": "virksomheder"}
        self.assert_rows(report.table("Lokale indkøb, "), [
            self.years_of(report, name, figures.count, f"indkoeb.{key}") for name, key in rows.items()])
        departments = sorted({key[4] for key in figures.rows if key[0] == "indkoeb.beloeb" and key[4]})
        table = report.table("Lokale indkøb i kr. efter forvaltning")
        self.assertEqual(sorted(row[0] for row in table.rows[:-1]), sorted(map(squeezed, departments)))
        amounts = {squeezed(name): name for name in departments}
        for row in table.rows:
            self.assertEqual(row[1:], [figures.count("indkoeb.beloeb", year, kode=amounts.get(row[0], ""))
                                       for year in report.periods])
        agreements = report.table("Indkøbsaftaler i kraft").rows
        self.assertEqual(danish(decimal.Decimal(len(agreements))),
                         figures.count("aftale.aktive_ultimo", kode="indkoebsaftale"))

    @each_year
    def test_trial_actions(self, report):
        figures = report.figures
        rows = {"Sat i gang i året": "igangsatte", "I gang i året, på tværs af sektorer": "tvaersektorielle",
                "I gang i året, med en lokal partner": "lokal_partner"}
        self.assert_rows(report.table("Prøvehandlinger, Slagelse"), [
            self.years_of(report, name, figures.count, f"proevehandling.{key}") for name, key in rows.items()])
        statuses = {name: figures.value("proevehandling.status", kode=code)
                    for name, code in NAMES["proevehandlingsstatus"].items()}
        self.assert_rows(report.table("Prøvehandlinger, der var i gang, efter status"), [
            *([name, danish(count)] for name, count in statuses.items() if count),
            ["I alt", danish(decimal.Decimal(sum(statuses.values())))]])
        listed = report.table("Prøvehandlinger, der var i gang, Slagelse").rows
        self.assertEqual(len(listed), sum(statuses.values()))
        goals = sorted({int(key[4]) for key in figures.rows if key[0] == "proevehandling.verdensmaal"})
        table = report.table("Prøvehandlinger i gang efter verdensmål")
        self.assertEqual([row[0].split(":")[0] for row in table.rows], [f"Mål{goal}" for goal in goals])
        for goal, row in zip(goals, table.rows):
            self.assertEqual(row[1:], [figures.count("proevehandling.verdensmaal", year, kode=str(goal))
                                       for year in report.periods])

    @each_year
    def test_efforts_and_recommendations(self, report):
        efforts, statuses = NAMES["indsats"], NAMES["anbefalingsstatus"]
        for name, light, _ in report.table("Indsatsernes status").rows:
            code = report.figures.rows.get(("indsats.status", str(report.year), "", "", efforts[name]))
            self.assertEqual(light, LIGHTS[code[0]] if code else "udenstatus", name)
        for opening, noegle in (("Anbefalinger til udvalget, ", "anbefaling.antal"),
                                (f"Anbefalingerne fra {report.year - 1}", "anbefaling.sidste_aar")):
            rows = report.table(opening).rows
            for name, code in statuses.items():
                self.assertEqual(danish(decimal.Decimal(sum(row[3] == name.lower() for row in rows))),
                                 report.figures.count(noegle, kode=code), (opening, name))

    @each_year
    def test_the_agreements_effect_year_by_year(self, report):
        figures, table = report.figures, report.table("Aftalernes effekt pr. år")
        agreements = sorted({key[2] for key in figures.rows if key[2]}, key=len, reverse=True)
        years = table.headings[1:]
        self.assertEqual(years[-1], str(report.year))
        for row in table.rows:
            aftale = next((one for one in agreements if row[0].startswith(one)), "")
            for year, shown in zip(years, row[1:]):
                ended = figures.value("forloeb.afsluttede", year, aftale=aftale)
                effect = figures.share("forloeb.effekt", year, aftale=aftale, base=ended)
                self.assertEqual(shown, effect, (row[0], year))
        self.assertEqual(table.rows[-1][0], squeezed("Alle aftaler"))

    @each_year
    def test_the_list_of_enterprises_is_as_long_as_their_number(self, report):
        table = report.table("Virksomheder og initiativer, der var åbne")
        self.assertEqual(danish(decimal.Decimal(len(table.rows))), report.figures.count("virksomhed.aktive_ultimo"))

    @each_year
    def test_no_table_is_left_unchecked(self, report):
        """A new table must get its own comparison above."""
        known = ("Strategiens mål", "Nye job efter type og år", "Nye job lagt sammen", "De nye job i tal",
                 "Nye job efter timer", "Nye job efter borgerens målgruppe", "Nye job efter virksomhedens type",
                 "Samarbejdsaftalerne i overblik", "Aftalernes effekt pr. år", "Fra trin ved start", "Virksomheder og initiativer",
                 "Kendetegn ved virksomheder", "Filerne i datamappen", "Fejl, advarsler og bemærkninger",
                 "Sådan er hvert nøgletal talt", "Udfald af forløbene", "Slagelse-modellen", *BOTTOM_LINES,
                 "Mosaikøkonomien", "Ansøgninger", "Lokale indkøb", "Indkøbsaftaler i kraft", "Prøvehandlinger",
                 "Indsatsernes status", "Anbefaling", "Målt progression")
        parts = (": udfald af forløbene", ": svar på spørgsmålene")
        for table in report.tables:
            self.assertTrue(table.caption.startswith(known) or any(part in table.caption for part in parts),
                            table.caption)


class Form(YearReport):
    """What every page and the file as a whole must have."""

    @each_year
    def test_every_page_says_intern_and_its_number(self, report):
        pages = report.pages
        self.assertGreater(len(pages), 8)
        for number, page in enumerate(pages, 1):
            self.assertIn("INTERN", page, f"page {number}")
            if number > 1:
                self.assertRegex(plain(page), rf"(?i)\bside {number} af {len(pages)}\b")

    @each_year
    def test_no_page_is_empty(self, report):
        for number, page in enumerate(report.pages, 1):
            self.assertGreater(len(page.split()), 20, f"page {number}")

    @each_year
    def test_no_value_is_nan_or_a_format_of_c(self, report):
        words = " ".join(report.pages)
        for wrong in ("nan", "inf", "-0", "%d", "%s", "{v}", "{0}", "(null)", "\ufffd"):
            self.assertIsNone(re.search(rf"(?<![\w-]){re.escape(wrong)}(?![\w-])", words), wrong)

    @each_year
    def test_bookmarks_are_the_headings_in_order(self, report):
        headings = [(int(node.kind[1]), squeezed(node.words())) for node in report.tree.all("H1", "H2", "H3")]
        with pikepdf.open(report.pdf) as pdf, pdf.open_outline() as outline:
            self.assertEqual(list(self.marks(outline.root)), headings)

    def marks(self, items, level=1):
        for item in items:
            yield level, squeezed(str(item.title))
            yield from self.marks(item.children, level + 1)

    @each_year
    def test_headings_skip_no_level(self, report):
        levels = [int(node.kind[1]) for node in report.tree.all("H1", "H2", "H3", "H4", "H5", "H6")]
        for before, after in zip([0, *levels], levels):
            self.assertLessEqual(after, before + 1)

    @each_year
    def test_the_contents_name_headings_and_their_pages(self, report):
        pages = [squeezed(page) for page in report.pages]
        entries = [squeezed("".join(text.text for text in entry.all("text"))) for entry in report.tree.all("TOCI")]
        self.assertGreater(len(entries), 8)
        headings = {squeezed(node.words()) for node in report.tree.all("H1", "H2", "H3")}
        for entry in entries:
            heading, page = re.fullmatch(r"(.*?)\.*(\d+)", entry).groups()
            self.assertIn(heading, headings)
            self.assertIn(heading, pages[int(page) - 1])

    @each_year
    def test_words_on_two_lines_are_read_apart(self, report):
        ended = subprocess.run(["pdftotext", "-raw", report.pdf, "-"], capture_output=True, text=True, check=True).stdout
        words = set(re.split(r"\s+", ended))
        for node in report.tree.all("P", "H1", "H2", "H3", "LBody", "Caption", "TH", "TD", "Link"):
            for word in re.findall(r"\S+", node.words()):
                if word not in words:
                    self.assertRegex(word, r"[-/\u00ad]", f"{word} is not a word of the pages: {node.words()}")

    @each_year
    def test_fonts_are_embedded_and_can_be_read_back(self, report):
        listed = subprocess.run(["pdffonts", report.pdf], capture_output=True, text=True, check=True).stdout
        fonts = listed.splitlines()[2:]
        self.assertGreaterEqual(len(fonts), 2)
        for font in fonts:
            self.assertRegex(font, r" yes +yes +yes +\d+ +\d+$")
            self.assertIn("Liberation", font)

    @each_year
    def test_the_file_is_sound(self, report):
        checked = subprocess.run(["qpdf", "--check", report.pdf], capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    @each_year
    def test_properties(self, report):
        shown = subprocess.run(["pdfinfo", report.pdf], capture_output=True, text=True, check=True).stdout
        for pattern in (rf"Title: +\S.*{report.year}", r"Author: +Socialøkonomisk enhed", r"Tagged: +yes",
                        r"Encrypted: +no", r"JavaScript: +no"):
            self.assertRegex(shown, pattern)
        with pikepdf.open(report.pdf) as pdf:
            self.assertEqual(str(pdf.Root.Lang), "da-DK")
            self.assertTrue(pdf.Root.ViewerPreferences.DisplayDocTitle)
            self.assertTrue(pdf.Root.MarkInfo.Marked)

    @each_year
    def test_the_text_report_tells_the_same(self, report):
        """Headings and sentences of --tekst are those of the PDF."""
        outcome = run("aar", report.year, "--data", DATA, "-o", self.output, "--tekst")
        words = squeezed(report.tree.words())
        sentences = re.findall(r"(?m)^- ((?:.+\n)(?:  .+\n)*)", outcome.stdout)
        self.assertGreater(len(sentences), 4)
        for sentence in sentences:
            self.assertIn(squeezed(sentence), words)
        for heading in re.findall(r"(?m)^(\S.*)\n[=\-·]{3,}\n\n", outcome.stdout):
            if not heading.startswith("Årsrapport"):
                self.assertIn(squeezed(heading), words)


REPORTS, NAMES = {}, {}


def setUpModule():
    """One run for each year, and one for the code lists."""
    folder = tempfile.TemporaryDirectory(prefix="aarsrapport-test-")
    unittest.addModuleCleanup(folder.cleanup)
    place = pathlib.Path(folder.name)
    REPORTS.update((year, Report(place, year)) for year in YEARS)
    run("skabeloner", place / "skabeloner")
    NAMES.update(code_names(place / "skabeloner"))


if __name__ == "__main__":
    unittest.main()
