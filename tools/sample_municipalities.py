"""Three small municipalities for the reports that are made for several at once.

They are invented, and called Kommune 01 to 03: one of them states no inhabitants, and one has so few ended courses
that its effect is told with reservation.
"""

import datetime as dt
from dataclasses import dataclass

from sample_chance import Chance, to_workday
from sample_forms import csv_bytes, dashed, hours

FIRST_DAY, LAST_DAY = dt.date(2023, 1, 1), dt.date(2024, 12, 31)
QUESTIONS = ("i_brug", "plan", "ejerskab", "opfoelgning", "sagsbehandler", "effekt", "overblik", "samarbejde")
OUTCOMES = {"fleksjob": 4, "ordinaert_job": 2, "uddannelse": 2, "praktik": 3, "stoppet": 5, "andet": 2}
CAUSES = {"helbred": 4, "privatliv": 2, "egen_beslutning": 2, "virksomhed": 1}
JOB_TYPES = {"fleksjob": 5, "smaajob": 3, "ordinaert": 1}
GROUPS = {"kontanthjaelp": 4, "ressourceforloeb": 3, "unge": 2}


@dataclass
class Municipality:
    number: int
    inhabitants: int  # 0: not stated
    enterprises: int
    courses: int
    jobs: int

    @property
    def name(self):
        return f"Kommune {self.number:02}"


MUNICIPALITIES = (Municipality(1, 62000, 14, 70, 26), Municipality(2, 21500, 7, 26, 11), Municipality(3, 0, 18, 92, 34))


def settings(municipality):
    inhabitants = f"indbyggere = {municipality.inhabitants}\n" if municipality.inhabitants else ""
    return (f"[kommune]\nnavn = {municipality.name}\nkode = {990 + municipality.number}\nafdeling = Socialøkonomisk enhed\n{inhabitants}\n"
            "[udvalg]\nnavn = Beskæftigelsesudvalget\nmoededato = 10-03-2025\nperiode = 2024\n\n"
            "[strategi]\nnavn = Strategi for socialøkonomi 2023-2026\nfra = 2023\ntil = 2026\n\n"
            "[rapport]\ntitel = Årsrapport for socialøkonomi\nforfatter = Socialøkonomisk enhed\n"
            f"kontakt = kommune{municipality.number:02}@eksempel.dk\n\n"
            "[data]\nudtraeksdato = 15-01-2025\n").encode("utf-8")


def enterprises(municipality):
    header = ["virksomhed_id", "navn", "type", "status", "start", "slut", "bundlinje_social", "bundlinje_lokal",
              "bundlinje_oekonomisk"]
    rows = [[f"V{i:02}", f"Værksted {municipality.number}-{i:02}", "virksomhed", "aktiv",
             dashed(dt.date(2018 + i % 6, 1 + i % 12, 1)), "", "ja", "ja", "ja" if i % 3 else "nej"]
            for i in range(1, municipality.enterprises + 1)]
    return csv_bytes(header, rows)


def agreements(municipality):
    header = ["aftale_id", "navn", "virksomhed_id", "type", "start", "slut", "pladser"]
    rows = [[f"A{i}", f"Aftale {i} med Værksted {municipality.number}-{i:02}", f"V{i:02}", "samarbejdsaftale",
             "01-01-2023", "", str(6 * i)] for i in (1, 2)]
    return csv_bytes(header, rows)


def courses(municipality, chance):
    header = ["forloeb_id", "borger_id", "aftale_id", "maalgruppe", "start", "slut", "trin_start", "trin_slut",
              "timer_start", "timer_slut", "plan", "ejerskab", "udfald", "aarsag"]
    rows = []
    for i in range(1, municipality.courses + 1):
        start = chance.workday(FIRST_DAY, LAST_DAY)
        end = to_workday(start + dt.timedelta(days=chance.whole(60, 320)), FIRST_DAY, dt.date(2025, 12, 31))
        end = end if end <= LAST_DAY else None
        outcome = chance.weighted(OUTCOMES) if end else ""
        rows.append([f"F{i:03}", f"B{i:03}", f"A{1 + i % 2}", chance.weighted(GROUPS), dashed(start), dashed(end),
                     "motivation", "praktik" if end else "", "0", hours(chance.whole(0, 12)) if end else "",
                     "ja" if chance.share(0.8) else "nej", "ja" if chance.share(0.6) else "nej", outcome,
                     chance.weighted(CAUSES) if outcome == "stoppet" else ""])
    return csv_bytes(header, rows)


def jobs(municipality, chance):
    header = ["job_id", "borger_id", "virksomhed_id", "jobtype", "start", "slut", "timer", "maalgruppe"]
    rows = [[f"J{i:03}", f"B{200 + i:03}", f"V{chance.whole(1, 6):02}", chance.weighted(JOB_TYPES),
             dashed(chance.workday(dt.date(2024, 1, 1), LAST_DAY)), "", hours(chance.whole(4, 20)),
             chance.weighted(GROUPS)] for i in range(1, municipality.jobs + 1)]
    return csv_bytes(header, rows)


def goals(municipality):
    header = ["maal_id", "navn", "type", "noegle", "kode", "maal", "fra_aar", "til_aar"]
    return csv_bytes(header, [["job", f"Mindst {municipality.jobs - 2} job om året", "aarlig", "job.nye",
                               "fleksjob|smaajob|ordinaert", str(municipality.jobs - 2), "2023", "2026"]])


def evaluations(chance):
    header = ["aftale_id", "aar", "spoergsmaal", "svar", "bemaerkning"]
    rows = [[agreement, "2024", question, str(chance.whole(2, 5)), ""]
            for agreement in ("A1", "A2") for question in QUESTIONS]
    return csv_bytes(header, rows)


def municipality_files(municipality):
    chance = Chance(municipality.name)
    return {
        "rapport.ini": settings(municipality),
        "virksomheder.csv": enterprises(municipality),
        "aftaler.csv": agreements(municipality),
        "forloeb.csv": courses(municipality, chance),
        "job.csv": jobs(municipality, chance),
        "maal.csv": goals(municipality),
        "evalueringer.csv": evaluations(chance),
        "tekster/indledning.md": "Kommunen arbejder med socialøkonomiske virksomheder som arbejdsgivere.\n".encode(),
        "tekster/vaerdiskabelse.md": "Virksomhederne skaber job til borgere på kanten af arbejdsmarkedet.\n".encode(),
        "tekster/laeringer.md": "Tæt opfølgning i de første uger betyder mest.\n".encode(),
        "tekster/sagsfremstilling.md": "Udvalget får forelagt årets resultater.\n".encode(),
    }


def municipality_folders():
    """The folders' names and files."""
    return {f"kommune-{municipality.number:02}": municipality_files(municipality) for municipality in MUNICIPALITIES}
