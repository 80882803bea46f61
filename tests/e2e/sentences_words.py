"""The words that the forms of sentences are put together from: numbers with nouns, days, periods and comparisons.

They are written a second time here, from the rules in docs/status-sentences.md, and know nothing of the program.
"""

import csv
import datetime
import decimal
import io
import re

from program import SAMPLES, danish

DATA = SAMPLES / "slagelse"
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()


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
    return decimal_text(missing / months)


def decimal_text(value):
    """One decimal; none where the rounded value is whole."""
    rounded = value.quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP)
    return danish(rounded) if rounded == rounded.to_integral_value() else danish(rounded, 1)


class Words:
    """The words of a report's period, and of the one that it is compared with."""

    def __init__(self, report, whole_year):
        half = 0 if whole_year else report.half
        self.is_year = not half
        self.first_day = datetime.date(report.year, 7 if half == 2 else 1, 1)
        self.last_day = datetime.date(report.year, 6, 30) if half == 1 else datetime.date(report.year, 12, 31)
        self.period = f"{report.year}-{half}" if half else f"{report.year}"
        self.before = f"{report.year - 1}-{half}" if half else f"{report.year - 1}"
        name = {0: "", 1: "første halvår ", 2: "andet halvår "}[half]
        self.during = f"i {name}{report.year}"
        self.during_before = f"i {name}{report.year - 1}"
        self.at_end = "ved halvårets udgang" if report.half == 1 else "ved årets udgang"
        self.at_end_before = f"ved udgangen af {name if half == 1 else ''}{report.year - 1}"


def series_text(report, values, what="antal", said=None):
    """What is said of the highest and lowest year, after a blank; nothing when there is nothing to tell apart."""
    said = said or count
    known = {year: value for year, value in values.items() if value is not None}
    while known and known[min(known)] == 0:
        del known[min(known)]
    if len(known) < 3 or len(set(known.values())) == 1:
        return ""

    def years_of(value):
        years = [str(year) for year in sorted(known) if known[year] == value]
        return " og ".join([", ".join(years[:-1]), years[-1]]) if len(years) > 1 else years[0]
    high, low = max(known.values()), min(known.values())
    span = f"i årene {min(known)}–{max(known)}"
    mine = known.get(report.year)
    if mine == high and years_of(high) == str(report.year):
        return f" Det er det højeste {what} {span}; det laveste var {said(low)} i {years_of(low)}."
    if mine == low and years_of(low) == str(report.year):
        return f" Det er det laveste {what} {span}; det højeste var {said(high)} i {years_of(high)}."
    return (f" I årene {span[8:]} var det højeste {what} {said(high)} i {years_of(high)} og det laveste {said(low)} "
            f"i {years_of(low)}.")


def years_counted(report):
    return sorted({int(period) for _, period, *_ in report.rows if re.fullmatch(r"\d{4}", period)})


def figure_of_goal(report, goal, period):
    codes = [code.strip() for code in goal["kode"].split("|") if code.strip()]
    if not codes:
        return report.value(goal["noegle"], period)
    return sum(report.value(goal["noegle"], period, code) for code in codes)


def points_text(now, before, when, places=0):
    points = ((now - before) * 100).quantize(decimal.Decimal(1).scaleb(-places), decimal.ROUND_HALF_UP)
    if points == 0:
        return f"det samme som {when}"
    return f"{danish(abs(points), places)} procentpoint {'højere' if points > 0 else 'lavere'} end {when}"


def share_text(value, base=0):
    """42 %; with a decimal when it is a share of 100 or more."""
    return danish(value * 100, 1 if base >= 100 else 0) + " %"


def count(number, one="", many="", none=""):
    """ingen, 1 borger, 2 borgere: `none` where the noun is another after ingen."""
    number = decimal.Decimal(number)
    noun = one if number == 1 else none or many if number == 0 else many
    return ("ingen" if number == 0 else danish(number)) + (f" {noun}" if noun else "")


def courses(number):
    return count(number, "forløb", "forløb")


def enterprises(number):
    return count(number, "virksomhed eller initiativ", "virksomheder og initiativer", "virksomheder eller initiativer")


def part(some, every, noun=""):
    """2 af 3 forløb, alle 3 forløb, begge forløb."""
    noun = f" {noun}" if noun else ""
    if some == every:
        return f"begge{noun}" if every == 2 else f"alle {danish(every)}{noun}"
    return f"{count(some)} af {danish(every)}{noun}"


def amount(kroner):
    """980 kr., 14.500 kr., 1,2 mio. kr."""
    if kroner.quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP) >= 1_000_000:
        return f"{danish(kroner / 1_000_000, 1)} mio. kr."
    return f"{danish(kroner)} kr."


def full_day(date):
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"


def change_after(now, before, when):
    """", 5 flere end i 2023"": with its comma; nothing when there is nothing to compare."""
    if before is None or now == 0 == before:
        return ""
    if now == before:
        return f", lige så mange som {when}"
    word = "færre" if now < before else "mere" if now - before == 1 else "flere"
    return f", {danish(abs(now - before))} {word} end {when}"


def amount_change_after(now, before, when):
    if not before:
        return ""
    if now == before:
        return f", lige så meget som {when}"
    return f", {amount(abs(now - before))} {'mere' if now > before else 'mindre'} end {when}"


def listed(names):
    """a, b og c"""
    names = list(names)
    return " og ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def lowered(name):
    """As inside a sentence; an abbreviation such as STU keeps its letters."""
    return name if name[1:2].isupper() and name[1:2].isascii() else name[:1].lower() + name[1:]


def raised(text):
    return text[:1].upper() + text[1:]
