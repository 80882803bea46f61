#!/usr/bin/env python3
"""Write a large, valid data folder for measuring speed.

    tools/make_bulk.py ROWS DIR

`forloeb.csv` gets ROWS course rows of about 110 bytes under 60 agreements; the other tables grow with it up to
the size of a large municipality (120 enterprises, at most 2,500 jobs and 10,000 follow-up meetings). The same
ROWS gives the same bytes. Rows are put together from a stock of ready-made ends, so that ten million take
seconds, and written in pieces, so that memory stays small.
"""

import datetime as dt
import itertools
import pathlib
import random
import sys

AGREEMENTS, ENTERPRISES = 60, 120
MOST_JOBS, MOST_FOLLOW_UPS = 2_500, 10_000
STOCK = 20_011   # ready-made row ends; a prime, so that they do not fall into step with anything
PIECE = 50_000   # rows to a write
CITIZENS_PER_COURSE = 0.9
FIRST_START, LAST_START, LAST_DAY = dt.date(2020, 1, 6), dt.date(2025, 12, 15), dt.date(2025, 12, 31)

TARGET_GROUPS = ("ressourceforloeb", "kontanthjaelp", "kontanthjaelp", "fleksjob", "integration", "unge", "jobafklaring",
                 "ledighedsydelse", "stu", "foertidspension")
STEPS = ("motivation", "afklaring", "praktik", "lille_job", "flere_timer")
OUTCOMES = ("uddannelse", "ordinaert_job", "fleksjob", "smaajob", "loentilskud", "praktik", "nyt_forloeb", "stoppet",
            "stoppet", "fraflyttet", "foertidspension", "andet", "uoplyst")
CAUSES = ("alkohol", "misbrug", "privatliv", "helbred", "egen_beslutning", "virksomhed", "andet")
JOB_TYPES = ("fleksjob", "fleksjob", "deltidsjob", "smaajob", "ordinaert", "loentilskud")

COURSE_HEADER = ("forloeb_id;borger_id;aftale_id;maalgruppe;start;slut;trin_start;trin_slut;timer_start;timer_slut;plan;"
                 "ejerskab;udfald;aarsag")

REPORT_INI = """\
[kommune]
navn = Slagelse
kode = 0330
afdeling = Socialøkonomisk enhed

[udvalg]
navn = Social- og Beskæftigelsesudvalget
moededato = 02-03-2026

[strategi]
navn = Strategi for socialøkonomi 2022-2025
fra = 2022
til = 2025

[rapport]
titel = Årsrapport for socialøkonomi
forfatter = Socialøkonomisk enhed
kontakt = socialoekonomi@eksempel.dk

[data]
udtraeksdato = 12-01-2026
"""
GOALS = """\
maal_id;navn;type;noegle;kode;maal;fra_aar;til_aar
aarsnorm;Mindst 30 job om året;aarlig;job.nye;fleksjob|deltidsjob|smaajob|ordinaert;30;2022;2025
progression;Et trin frem i værdikæden;aarlig;forloeb.progression;frem;;2022;2025
tre_bundlinjer_40;40 med tre bundlinjer;slut;virksomhed.tre_bundlinjer;;40;2022;2025
"""


class Chance:
    """Repeatable chance from `random()` alone, whose sequence Python keeps between versions."""

    def __init__(self, subject):
        self.random = random.Random("aarsrapport bulk, " + subject).random

    def below(self, limit):
        return int(self.random() * limit)

    def pick(self, items):
        return items[self.below(len(items))]

    def day(self, low, high):
        return low + dt.timedelta(days=self.below((high - low).days + 1))


def written(day):
    return day.strftime("%d-%m-%Y") if day else ""


def hours(chance, highest):
    return f"{chance.below(2 * highest + 1) / 2:g}".replace(".", ",")


def course_end(chance):
    """Everything in a course row from the agreement on."""
    start = chance.day(FIRST_START, LAST_START)
    end = start + dt.timedelta(days=20 + chance.below(340))
    step = chance.below(4)
    cells = [f"SA-{1 + chance.below(AGREEMENTS):02}", chance.pick(TARGET_GROUPS), written(start)]
    plan = chance.pick(("ja", "ja", "ja", "nej", ""))
    owns = chance.pick(("ja", "ja", "nej")) if plan == "ja" else ""
    if end > LAST_DAY:
        return ";".join(cells + ["", STEPS[step], "", hours(chance, 6), "", plan, owns, "", ""])
    outcome = chance.pick(OUTCOMES)
    later = STEPS[min(max(step + chance.below(4) - 1, 0), 4)]
    cause = chance.pick(CAUSES) if outcome == "stoppet" else ""
    return ";".join(cells + [written(end), STEPS[step], later, hours(chance, 6), hours(chance, 20), plan, owns, outcome, cause])


def write_courses(path, rows):
    chance = Chance("courses")
    ends = [course_end(chance) for _ in range(STOCK)]
    citizens = max(int(rows * CITIZENS_PER_COURSE), 1)
    tails = itertools.cycle(ends)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(COURSE_HEADER + "\n")
        for first in range(1, rows + 1, PIECE):
            numbers = range(first, min(first + PIECE, rows + 1))
            file.write("".join(["F%08d;borger-%08d;%s\n" % (number, number % citizens + 1, next(tails)) for number in numbers]))
    return ends


def write_lines(path, header, lines):
    path.write_bytes(("\n".join([header, *lines]) + "\n").encode("utf-8"))


def write_jobs(path, number):
    chance, lines = Chance("jobs"), []
    for row in range(1, number + 1):
        start = chance.day(FIRST_START, LAST_START)
        end = start + dt.timedelta(days=90 + chance.below(900))
        lines.append(";".join([
            f"J{row:06}", f"borger-{1 + chance.below(4 * number):08}", f"V{1 + chance.below(ENTERPRISES):03}",
            f"SA-{1 + chance.below(AGREEMENTS):02}" if chance.random() < 0.4 else "", chance.pick(JOB_TYPES), written(start),
            written(end) if end <= LAST_DAY else "", hours(chance, 37), chance.pick(TARGET_GROUPS),
            chance.pick(("ja", "nej", "nej")), chance.pick(("ja", "nej", "nej", "nej"))]))
    write_lines(path, "job_id;borger_id;virksomhed_id;aftale_id;jobtype;start;slut;timer;maalgruppe;in_house;csr", lines)


def write_follow_ups(path, number, ends):
    """One meeting a course, three months or eight months after its start."""
    chance, lines = Chance("follow-ups"), []
    for row in range(1, number + 1):
        cells = ends[(row - 1) % STOCK].split(";")
        start = dt.datetime.strptime(cells[2], "%d-%m-%Y").date()
        day = min(start + dt.timedelta(days=chance.pick((90, 240, 420))), LAST_DAY)
        status = chance.pick(OUTCOMES) if cells[3] else ""
        lines.append(f"F{row:08};{written(day)};{chance.pick(('ja', 'ja', 'ja', 'nej'))};{status}")
    write_lines(path, "forloeb_id;dato;moede_holdt;status", lines)


def write_enterprises(path):
    chance, lines = Chance("enterprises"), []
    for row in range(1, ENTERPRISES + 1):
        staff = 1 + chance.below(40)
        start = chance.day(dt.date(2014, 8, 1), dt.date(2019, 12, 31))
        lines.append(";".join([
            f"V{row:03}", f"Værksted nr. {row}", chance.pick(("virksomhed", "virksomhed", "initiativ", "forening")), "aktiv",
            written(start), "", "ja", "ja", chance.pick(("ja", "ja", "ja", "nej")), str(staff), str(chance.below(staff + 1))]))
    write_lines(path, "virksomhed_id;navn;type;status;start;slut;bundlinje_social;bundlinje_lokal;bundlinje_oekonomisk;"
                "ansatte;ansatte_kant", lines)


def write_agreements(path):
    lines = [f"SA-{row:02};Samarbejdsaftale nr. {row};V{row:03};samarbejdsaftale;01-01-2020;;{10 + row % 20}"
             for row in range(1, AGREEMENTS + 1)]
    write_lines(path, "aftale_id;navn;virksomhed_id;type;start;slut;pladser", lines)


def write_folder(rows, folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rapport.ini").write_bytes(REPORT_INI.encode("utf-8"))
    (folder / "maal.csv").write_bytes(GOALS.encode("utf-8"))
    ends = write_courses(folder / "forloeb.csv", rows)
    write_jobs(folder / "job.csv", min(rows // 4, MOST_JOBS))
    write_follow_ups(folder / "opfoelgninger.csv", min(rows, MOST_FOLLOW_UPS), ends)
    write_enterprises(folder / "virksomheder.csv")
    write_agreements(folder / "aftaler.csv")


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__.strip())
    write_folder(int(sys.argv[1]), pathlib.Path(sys.argv[2]))


if __name__ == "__main__":
    main()
