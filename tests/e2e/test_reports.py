#!/usr/bin/python3
"""Every report of every year and half-year of the sample comes out, and its words say what its figures say.

The words are read from the PDF. What they should say is put together here a second time, from noegletal.csv, maal.csv
and the texts: a sentence passes only when one of the forms below, filled with the report's own figures, is that sentence.
"""

import csv
import datetime
import decimal
import functools
import io
import itertools
import pathlib
import re
import subprocess
import tempfile
import unittest

from program import SAMPLES, ProgramTest, danish, parse_value, plain, read_figures, run

DATA = SAMPLES / "slagelse"
YEARS = range(2018, 2026)
KINDS = {"aar": "aarsrapport", "halvaar": "halvaarsrapport", "evaluering": "evaluering"}
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()

PERIODS = [(command, period)
           for year in YEARS
           for command, period in (("aar", f"{year}"), ("halvaar", f"{year}-1"), ("halvaar", f"{year}-2"),
                                   ("evaluering", f"{year}"))]


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
        """The text of the PDF, a line of the page a line."""
        pdf = self.folder / f"{self.name}.pdf"
        return plain(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout)

    @functools.cached_property
    def words(self):
        """The same without blanks, and without what stands at the head and the foot of each page."""
        return re.sub(r"\s", "", self.text)

    def value(self, noegle, period=None, kode=""):
        row = self.rows.get((noegle, period or self.period, "", "", kode))
        return parse_value(row[0]) if row and row[0] else decimal.Decimal(0) if kode else None

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


# ---- What sentences may say ----

def goals():
    text = (DATA / "maal.csv").read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            decoded = text.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    rows = csv.reader(io.StringIO(re.sub(r"\Asep=;\r?\n", "", decoded)), delimiter=";")
    names = [re.sub(r"[ .-]", "_", name.lower()).replace("å", "aa").replace("ø", "oe") for name in next(rows)]
    return [dict(zip(names, row)) for row in rows if any(row)]


def day_text(date, year):
    return f"{date.day}. {MONTHS[date.month - 1]}" + ("" if date.year == year else f" {date.year}")


def with_noun(number, one, many):
    return f"{danish(decimal.Decimal(number))} {one if number == 1 else many}"


def change_text(now, before, when):
    if now == before:
        return [f"lige så mange som {when}", f"det samme som {when}"]
    word = ("flere", "mere") if now > before else ("færre", "mindre")
    number = danish(abs(now - before))
    return [f"{number} {word[1] if abs(now - before) == 1 and now > before else word[0]} end {when}"]


def pace_text(missing, months):
    pace = (missing / months).quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP)
    return danish(pace) if pace == pace.to_integral_value() else danish(pace, 1)


class Words:
    """The words of a report's period, and of the one that it is compared with."""

    def __init__(self, report, whole_year):
        half = 0 if whole_year else report.half
        self.period = f"{report.year}-{half}" if half else f"{report.year}"
        self.before = f"{report.year - 1}-{half}" if half else f"{report.year - 1}"
        name = {0: "", 1: "første halvår ", 2: "andet halvår "}[half]
        self.during = f"i {name}{report.year}"
        self.during_before = f"i {name}{report.year - 1}"
        self.at_end = "ved halvårets udgang" if report.half == 1 else "ved årets udgang"
        self.at_end_before = f"ved udgangen af {name if half == 1 else ''}{report.year - 1}"


def series_texts(report, values):
    """What may be said of the highest and lowest year, after a blank; nothing too."""
    known = {year: value for year, value in values.items() if value is not None}
    while known and known[min(known)] == 0:
        del known[min(known)]
    if len(known) < 3 or len(set(known.values())) == 1:
        return [""]

    def years_of(value):
        years = [str(year) for year in sorted(known) if known[year] == value]
        return " og ".join([", ".join(years[:-1]), years[-1]]) if len(years) > 1 else years[0]
    high, low = max(known.values()), min(known.values())
    span = f"i årene {min(known)}–{max(known)}"
    mine = known.get(report.year)
    if mine == high and years_of(high) == str(report.year):
        return [f" Det er det højeste antal {span}; det laveste var {danish(low)} i {years_of(low)}."]
    if mine == low and years_of(low) == str(report.year):
        return [f" Det er det laveste antal {span}; det højeste var {danish(high)} i {years_of(high)}."]
    return [f" I årene {span[8:]} var det højeste antal {danish(high)} i {years_of(high)} og det laveste {danish(low)} "
            f"i {years_of(low)}."]


def years_counted(report):
    return sorted({int(period) for _, period, *_ in report.rows if re.fullmatch(r"\d{4}", period)})


def figure_of_goal(report, goal, period):
    codes = [code.strip() for code in goal["kode"].split("|") if code.strip()]
    if not codes:
        return report.value(goal["noegle"], period)
    return sum(report.value(goal["noegle"], period, code) for code in codes)


def goal_sentences(report):
    for goal in goals():
        if not int(goal["fra_aar"]) <= report.year <= int(goal["til_aar"]):
            continue
        identity = f"maal.{goal['maal_id']}"
        if goal["type"] == "milepael":
            yield from milestone_sentences(report, goal, identity)
        elif report.value(f"{identity}.maal") is not None:
            yield from number_sentences(report, goal, identity)
        else:
            yield from progression_sentences(report)


def milestone_sentences(report, goal, identity):
    date = report.rows[f"{identity}.dato", report.period, "", "", ""][0]
    if not date:
        yield f"Målet »{goal['navn']}« er ikke nået endnu; fristen er udgangen af {goal['til_aar']}."
        return
    day = datetime.date.fromisoformat(date)
    days = (datetime.date(int(goal["til_aar"]), 12, 31) - day).days
    yield (f"Målet »{goal['navn']}« blev nået før tid, den {day_text(day, report.year)}, "
           f"{with_noun(days, 'dag', 'dage')} før fristen.")


def number_sentences(report, goal, identity):
    words = Words(report, whole_year=goal["type"] == "aarlig" and report.half == 2)
    value, target = report.value(f"{identity}.vaerdi"), report.value(f"{identity}.maal")
    before = figure_of_goal(report, goal, words.before)
    months_a_year = 6 if report.half == 1 else 0
    months = months_a_year + (12 * (int(goal["til_aar"]) - report.year) if goal["type"] == "slut" else 0)
    missing = target - value
    date = report.rows[f"{identity}.dato", report.period, "", "", ""][0]
    day = datetime.date.fromisoformat(date) if date else None
    pace = pace_text(missing, months) if months else ""
    series = [""]
    if goal["type"] == "aarlig" and report.half != 1:
        series = series_texts(report, {year: figure_of_goal(report, goal, str(year)) for year in years_counted(report)})
    rest = " resten af året" if goal["type"] == "aarlig" else ""
    need = f"Der mangler {danish(missing)}, og det kræver {pace} om måneden{rest}."
    if goal["type"] == "slut":
        yield from stock_sentences(report, goal, words, value, target, before, day, need)
    elif goal["noegle"] == "job.nye":
        forecast = report.value(f"{identity}.prognose")
        outlook = f" I samme takt bliver det til {danish(forecast)} job i hele året." if forecast else ""
        yield from norm_sentences(words, value, target, before, day, need, outlook, series)
    else:
        span = f"{danish(target)}–{goal['maal_til']}" if goal["maal_til"] else danish(target)
        yield from plain_sentences(report, goal, words, value, span, before, day, need)


def norm_sentences(words, value, target, before, day, need, outlook, series):
    for change, tail in itertools.product(change_text(value, before, words.during_before), series):
        if day:
            yield (f"Årsnormen på {danish(target)} job blev nået den {day_text(day, day.year)}; {words.at_end} var der skabt "
                   f"{danish(value)} job, {change}.{tail}")
        else:
            yield (f"Årsnormen på {danish(target)} job blev ikke nået: Der blev skabt {danish(value)} job {words.during}, "
                   f"{change}. Der manglede {danish(target - value)} job.{tail}")
        for standing in ("på vej mod", "bagud i forhold til"):
            yield (f"{words.at_end.capitalize()} var der skabt {danish(value)} job, {change}. Det er {standing} årsnormen på "
                   f"{danish(target)} job: {need}{outlook}")


def stock_sentences(report, goal, words, value, target, before, day, need):
    lines = " med tre bundlinjer" if goal["noegle"] == "virksomhed.tre_bundlinjer" else ""
    end = goal["til_aar"]
    for change in change_text(value, before, words.at_end_before):
        if day:
            days = (datetime.date(int(end), 12, 31) - day).days
            yield (f"Målet om {danish(target)} virksomheder og initiativer{lines} ved udgangen af {end} blev nået før tid, den "
                   f"{day_text(day, report.year)}, {with_noun(days, 'dag', 'dage')} før fristen; {words.at_end} var der "
                   f"{danish(value)}, {change}.")
        for standing in ("på vej mod", "bagud i forhold til en jævn stigning mod"):
            yield (f"{words.at_end.capitalize()} var der {danish(value)} virksomheder og initiativer{lines}, {change}. Det er "
                   f"{standing} målet om {danish(target)} ved udgangen af {end}: {need}")


def plain_sentences(report, goal, words, value, span, before, day, need):
    for change in change_text(value, before, words.during_before):
        result = f"Resultatet {words.during} var {danish(value)}, {change}; målet er {span}."
        if day:
            yield f"Målet »{goal['navn']}« blev nået den {day_text(day, report.year)}: {result}"
        yield f"Målet »{goal['navn']}« blev ikke nået: {result}"
        yield f"Målet »{goal['navn']}« er på vej: {result} {need}"
        yield f"Målet »{goal['navn']}« er bagud: {result} {need}"


def progression_sentences(report):
    for words in (Words(report, whole_year=False), Words(report, whole_year=True)):
        ended, forward = (report.value("forloeb.afsluttede", words.period),
                          report.value("forloeb.progression", words.period, "frem"))
        ended_before, forward_before = (report.value("forloeb.afsluttede", words.before),
                                        report.value("forloeb.progression", words.before, "frem"))
        if ended is None or ended_before is None:
            continue
        yield (f"Ud af {danish(ended)} forløb, der blev afsluttet {words.during}, endte {danish(forward)} længere fremme i "
               f"værdikæden, end de begyndte; {words.during_before} var det {danish(forward_before)} af "
               f"{danish(ended_before)}.")


def points_text(now, before, when):
    points = ((now - before) * 100).quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP)
    if points == 0:
        return [f"det samme som {when}", f"lige så højt som {when}"]
    return [f"{danish(abs(points))} procentpoint {'højere' if points > 0 else 'lavere'} end {when}"]


def share_text(value):
    return danish((value * 100).quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP)) + " %"


def result_sentences(report):
    words = Words(report, whole_year=False)
    effect, effect_before = (report.value("forloeb.effekt", period) for period in (words.period, words.before))
    if effect is not None and effect_before is not None:
        for points in points_text(effect, effect_before, words.during_before):
            yield (f"Effekten af forløbene var {share_text(effect)}, {points}: "
                   f"{danish(report.value('forloeb.positive'))} af {danish(report.value('forloeb.afsluttede'))} forløb endte "
                   "med et positivt udfald.")
    kept, kept_before = (report.value("forloeb.fastholdelse", period) for period in (words.period, words.before))
    if kept is not None and kept_before is not None:
        for points in points_text(kept, kept_before, words.during_before):
            yield ("Af de borgere, der er fulgt op på et halvt til et helt år efter et positivt udfald, havde "
                   f"{share_text(kept)} stadig et positivt udfald, {points}.")
    open_now, open_before = (report.value("virksomhed.aktive_ultimo", period) for period in (words.period, words.before))
    came, closed = report.value("virksomhed.nye"), report.value("virksomhed.lukkede")
    gone = danish(closed) if closed else "ingen"
    for change in change_text(open_now, open_before, words.at_end_before):
        yield (f"{words.at_end.capitalize()} var der {danish(open_now)} virksomheder og initiativer, {change}: {danish(came)} kom "
               f"til, og {gone} lukkede.")
    yield f"Der kom {danish(came)} virksomheder og initiativer til {words.during}, og {gone} lukkede."
    series = [""]
    if not report.half:
        series = series_texts(report, {year: report.value("job.nye", str(year)) for year in years_counted(report)})
    for change, tail in itertools.product(change_text(report.value("job.nye"), report.value("job.nye", words.before),
                                                      words.during_before), series):
        yield f"Der blev skabt {danish(report.value('job.nye'))} job {words.during}, {change}.{tail}"
    persons = report.value("forloeb.personer")
    for change in change_text(persons, report.value("forloeb.personer", words.before), words.during_before):
        yield f"Der var {danish(persons)} borgere i forløb {words.during}, {change}."
    yield f"Ingen strategi dækker {report.year}, så {'halvåret' if report.half else 'året'} er opgjort uden mål."


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


def paragraphs(text):
    """The text's blocks without the marks of Markdown and without blanks."""
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)", text):
        words = re.sub(r"^\s*(?:#+|[-*+]|\d+\.|>)\s+", "", block.strip(), flags=re.MULTILINE)
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words)
        words = re.sub(r"\s", "", re.sub(r"[*`]", "", words))
        if words:
            yield words


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
                possible = {plain(sentence) for sentence in itertools.chain(goal_sentences(report), result_sentences(report))}
                sentences = report.status_sentences()
                self.assertGreaterEqual(len(sentences), 3)
                for sentence in sentences:
                    self.assertTrue(sentence in possible, f"no form gives: {sentence}")
                    count += 1
        self.assertGreater(count, 80)

    def test_every_text_says_what_the_figures_say(self):
        placeholders = 0
        for (command, period), report in REPORTS.items():
            for chapter in chapters_of(command, period):
                text = chapter_text(period, chapter)
                placeholders += len(PLACEHOLDER.findall(text))
                for words in paragraphs(plain(filled(report, text))):
                    with self.subTest(report=report.name, chapter=chapter):
                        self.assertTrue(words in report.words, f"not in the PDF: {words}")
        self.assertGreater(placeholders, 40)


if __name__ == "__main__":
    unittest.main()
