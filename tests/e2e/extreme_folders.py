"""Data folders at the edges of what a report meets: none or very many agreements, one year or twelve, names of one
letter or eighty, texts of no words or of thousands. Invented; the same settings give the same bytes."""

import dataclasses
import datetime as dt
import random

from program import SMALL_FOLDER

YEAR = 2024  # that the reports are for
LONG_NAME = "Fællesskabet for bæredygtig håndværksproduktion og grønt arbejdsliv ved Åmosens kant nr. "
LONG_WORD = "Arbejdsmarkedsfastholdelseskonsulentuddannelsesforberedelse"
WORDS = ("aftalen", "giver", "deltagerne", "et", "fast", "holdepunkt", "i", "hverdagen", "og", "samarbejdet", "med",
         "virksomhederne", "er", "blevet", "tættere", "siden", "sidste", "år", "fordi", "alle", "ved", "hvem", "de",
         "skal", "ringe", "til", "når", "noget", "bliver", "svært", "på", "CSR-virksomheden", "uddannelses\u00adparathed")
TARGET_GROUPS = ("ressourceforloeb", "kontanthjaelp", "fleksjob", "integration", "unge", "jobafklaring", "stu")
STEPS = ("motivation", "afklaring", "praktik", "lille_job", "flere_timer")
OUTCOMES = ("uddannelse", "ordinaert_job", "fleksjob", "smaajob", "praktik", "nyt_forloeb", "stoppet", "fraflyttet", "andet",
            "uoplyst")
QUESTIONS = ("i_brug", "plan", "ejerskab", "opfoelgning", "sagsbehandler", "effekt", "overblik", "samarbejde")
EFFORTS = ("csr", "fundraising", "boligomraader", "maalgruppe", "lokale_indkoeb", "in_house", "civilsamfund",
           "proevehandlinger", "verdensmaal", "trends")
JOB_TYPES = ("fleksjob", "deltidsjob", "smaajob", "ordinaert")


@dataclasses.dataclass(frozen=True)
class Extreme:
    agreements: int = 8
    years: int = 4         # of courses and jobs before the report's
    name: int = 30         # letters in the name of an agreement, an enterprise, a goal
    cover: bool = False    # long names of everything on the cover
    words: int = 12        # in each free text
    long_words: bool = False
    courses: int = 12      # an agreement each year
    remarks: int = 1       # to every question of the evaluation of an agreement
    goals: int = 3


class Maker:
    def __init__(self, extreme):
        self.extreme = extreme
        self.chance = random.Random("aarsrapport extremes").random

    def below(self, limit):
        return int(self.chance() * limit)

    def pick(self, things):
        return things[self.below(len(things))]

    def name(self, number):
        letters = LONG_NAME + str(number)
        if self.extreme.name < 4:
            return chr(ord("A") + number % 26)[:self.extreme.name]
        return letters[len(letters) - self.extreme.name:] if self.extreme.name < len(letters) else letters

    def text(self, words=None):
        chosen = [self.pick(WORDS) for _ in range(self.extreme.words if words is None else words)]
        if self.extreme.long_words and chosen:
            chosen[len(chosen) // 2] = LONG_WORD * 4
        return " ".join(chosen)

    def day(self, year):
        return dt.date(year, 1, 1) + dt.timedelta(days=self.below(360))

    def years(self):
        return range(YEAR - self.extreme.years + 1, YEAR + 1)


def written(day):
    return day.strftime("%d-%m-%Y")


def lines(header, rows):
    return "\n".join([header, *(";".join(map(str, row)) for row in rows)]) + "\n"


def agreements(maker):
    return lines("aftale_id;navn;virksomhed_id;type;start;slut;pladser;positive_udfald",
                 [(f"A{i}", maker.name(i), f"V{i}", "samarbejdsaftale", "01-01-2012", "", 10, "fleksjob|uddannelse")
                  for i in range(1, maker.extreme.agreements + 1)])


def enterprises(maker):
    return lines("virksomhed_id;navn;type;status;start;slut;bundlinje_social;bundlinje_lokal;bundlinje_oekonomisk",
                 [(f"V{i}", maker.name(i), "virksomhed", "aktiv", "01-01-2012", "", "ja", "ja", "ja")
                  for i in range(1, max(maker.extreme.agreements, 1) + 1)])


def courses(maker):
    rows = []
    for agreement in range(1, maker.extreme.agreements + 1):
        for year in maker.years():
            for _ in range(maker.extreme.courses):
                start, step = maker.day(year), maker.below(4)
                end = start + dt.timedelta(days=30 + maker.below(300))
                over = end < dt.date(2025, 1, 1)
                outcome = maker.pick(OUTCOMES) if over else ""
                rows.append((f"F{len(rows) + 1}", f"B{len(rows) + 1}", f"A{agreement}", maker.pick(TARGET_GROUPS),
                             written(start), written(end) if over else "", STEPS[step], STEPS[step + 1] if over else "",
                             maker.below(6), maker.below(30) if over else "", "ja", "ja", outcome,
                             "helbred" if outcome == "stoppet" else ""))
    return lines("forloeb_id;borger_id;aftale_id;maalgruppe;start;slut;trin_start;trin_slut;timer_start;timer_slut;plan;"
                 "ejerskab;udfald;aarsag", rows)


def jobs(maker):
    rows = []
    for year in maker.years() if maker.extreme.courses else ():
        for _ in range(20):
            rows.append((f"J{len(rows) + 1}", f"C{len(rows) + 1}", "V1", maker.pick(JOB_TYPES), written(maker.day(year)), "",
                         1 + maker.below(30), maker.pick(TARGET_GROUPS)))
    return lines("job_id;borger_id;virksomhed_id;jobtype;start;slut;timer;maalgruppe", rows)


def goals(maker):
    return lines("maal_id;navn;type;noegle;kode;maal;fra_aar;til_aar",
                 [(f"m{i}", maker.name(i), "aarlig", "job.nye", "fleksjob|deltidsjob", 10 + i, YEAR - 2, YEAR + 1)
                  for i in range(1, maker.extreme.goals + 1)])


def statuses(maker):
    return lines("periode;aftale_id;status;statustekst;laering;udvikling",
                 [(YEAR, f"A{i}", maker.pick(("groen", "gul", "roed")), maker.text() or "–", maker.text(), maker.text())
                  for i in range(1, maker.extreme.agreements + 1)])


def efforts(maker):
    return lines("periode;indsats;status;statustekst;lykkedes;ikke_som_forventet;skaevt;uventet;laering;korrektion;anbefaling",
                 [(YEAR, effort, maker.pick(("groen", "gul", "roed")), maker.text() or "–", *(maker.text() for _ in range(6)))
                  for effort in EFFORTS])


def evaluations(maker):
    rows = []
    for agreement in range(1, maker.extreme.agreements + 1):
        for question in QUESTIONS:
            for _ in range(maker.extreme.remarks):
                rows.append((f"A{agreement}", YEAR, question, 1 + maker.below(5), maker.text(), f"11-03-{YEAR}",
                             maker.pick(("sagsbehandler", "deltager", "virksomhed"))))
    return lines("aftale_id;aar;spoergsmaal;svar;bemaerkning;dato;besvaret_af", rows)


def settings(maker):
    """rapport.ini, whose lines are at most 190 bytes."""
    text = SMALL_FOLDER["rapport.ini"]
    if not maker.extreme.cover:
        return text
    long = LONG_NAME + "1"
    for short in ("Prøveby", "Socialøkonomisk enhed", "Socialudvalget", "Strategi 2022-2025"):
        text = text.replace(short, long)
    committees = [f"\n[udvalg.{i}]\nnavn = {long}\nmoededato = {i:02}-03-2025\nperiode = {YEAR}\n" for i in range(2, 7)]
    return text.replace("Årsrapport for socialøkonomi", "Årsrapport for " + long) + "".join(committees)


def write_extreme(folder, extreme):
    maker = Maker(extreme)
    chapter = "\n\n".join([maker.text(), "- " + maker.text(), "1. " + maker.text()]) + "\n"
    files = dict(SMALL_FOLDER)
    files |= {"rapport.ini": settings(maker), "aftaler.csv": agreements(maker), "virksomheder.csv": enterprises(maker),
              "forloeb.csv": courses(maker), "job.csv": jobs(maker), "maal.csv": goals(maker),
              "aftalestatus.csv": statuses(maker), "indsatser.csv": efforts(maker), "evalueringer.csv": evaluations(maker)}
    files |= {f"tekster/{name}.md": chapter for name in ("indledning", "vaerdiskabelse", "laeringer", "evaluering", "halvaar")}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


# name: (settings, the reports that are made from it)
YEARLY, HALF_YEARLY, EVALUATION = ("aar", str(YEAR)), ("halvaar", f"{YEAR}-1"), ("evaluering", str(YEAR))
EXTREMES = {
    "no agreements": (Extreme(agreements=0, courses=0, words=0, goals=0), (YEARLY, HALF_YEARLY, EVALUATION)),
    "one year": (Extreme(years=1), (YEARLY, HALF_YEARLY, EVALUATION)),
    "twelve years": (Extreme(years=12, courses=4), (YEARLY, HALF_YEARLY, EVALUATION)),
    "sixty agreements": (Extreme(agreements=60), (YEARLY, HALF_YEARLY, EVALUATION)),
    "names of a letter": (Extreme(name=1), (YEARLY, EVALUATION)),
    "names of eighty letters": (Extreme(name=80, goals=10), (YEARLY, HALF_YEARLY, EVALUATION)),
    "long names on the cover": (Extreme(cover=True), (YEARLY, HALF_YEARLY, EVALUATION)),
    "ten goals": (Extreme(goals=10, name=40), (YEARLY, HALF_YEARLY)),
    "no words": (Extreme(words=0), (YEARLY, HALF_YEARLY, EVALUATION)),
    "very many words": (Extreme(words=1500), (YEARLY,)),
    "words wider than the line": (Extreme(long_words=True, words=30), (YEARLY, HALF_YEARLY, EVALUATION)),
    "three hundred pages": (Extreme(agreements=60, words=34, remarks=6), (EVALUATION,)),
}
