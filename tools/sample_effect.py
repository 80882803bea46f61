"""The sample of payment by results: two clusters of growth partnerships, as the project description of 2019 has them.

Citizens are trained for six months, ten hours a week, and then placed in an enterprise for six months; enterprises
are in the accelerator for the same twelve months. Rates and amounts are round numbers of nobody's.
"""

import datetime as dt

from sample_forms import csv_bytes, dashed, hours, iso, kroner

DAY_OF_SETTLEMENT = dt.date(2022, 6, 30)

# Key, agreement, citizen, target group, start, end, step at the start and the end, paid hours at the end, outcome,
# cause of a stop. A year is six months of training and six of placement; those who stop, stop before.
COURSES = [
    ("VF-01", "VP-01", "B01", "kontanthjaelp", "2020-01-06", "2021-01-05", "motivation", "flere_timer", 20, "ordinaert_job", ""),
    ("VF-02", "VP-01", "B02", "kontanthjaelp", "2020-01-06", "2021-01-05", "afklaring", "lille_job", 8, "fleksjob", ""),
    ("VF-03", "VP-01", "B03", "integration", "2020-01-06", "2021-01-05", "motivation", "flere_timer", 25, "ordinaert_job", ""),
    ("VF-04", "VP-01", "B04", "kontanthjaelp", "2020-01-13", "2020-04-17", "motivation", "motivation", 0, "stoppet", "helbred"),
    ("VF-05", "VP-01", "B05", "unge", "2020-01-13", "2020-12-18", "afklaring", "praktik", 0, "uddannelse", ""),
    ("VF-06", "VP-02", "B06", "kontanthjaelp", "2020-02-03", "2021-02-02", "motivation", "lille_job", 5, "smaajob", ""),
    ("VF-07", "VP-02", "B07", "kontanthjaelp", "2020-02-03", "2021-02-02", "motivation", "praktik", 0, "nyt_forloeb", ""),
    ("VF-08", "VP-02", "B08", "integration", "2020-02-03", "2021-02-02", "afklaring", "flere_timer", 30, "ordinaert_job", ""),
    ("VF-09", "VP-02", "B09", "kontanthjaelp", "2020-02-10", "2020-09-30", "afklaring", "afklaring", 0, "fraflyttet", ""),
    ("VF-10", "VP-03", "B10", "kontanthjaelp", "2021-01-04", "2022-01-03", "motivation", "flere_timer", 20, "ordinaert_job", ""),
    ("VF-11", "VP-03", "B11", "kontanthjaelp", "2021-01-04", "2022-01-03", "motivation", "lille_job", 10, "fleksjob", ""),
    ("VF-12", "VP-03", "B12", "unge", "2021-01-04", "2021-12-17", "afklaring", "praktik", 0, "uddannelse", ""),
    ("VF-13", "VP-03", "B13", "kontanthjaelp", "2021-01-11", "2021-05-28", "motivation", "afklaring", 0, "stoppet", "privatliv"),
    ("VF-14", "VP-03", "B06", "kontanthjaelp", "2021-06-01", "2022-05-31", "lille_job", "flere_timer", 20, "ordinaert_job", ""),
    ("VF-15", "VP-04", "B15", "integration", "2021-02-01", "2022-01-31", "motivation", "flere_timer", 25, "ordinaert_job", ""),
    ("VF-16", "VP-04", "B16", "kontanthjaelp", "2021-02-01", "2022-01-31", "motivation", "praktik", 0, "nyt_forloeb", ""),
    ("VF-17", "VP-04", "B17", "kontanthjaelp", "2021-02-01", "2022-01-31", "afklaring", "lille_job", 12, "fleksjob", ""),
    ("VF-18", "VP-04", "B18", "kontanthjaelp", "2022-02-07", "", "motivation", "", None, "", ""),
    ("VF-19", "VP-04", "B19", "unge", "2022-08-01", "", "motivation", "", None, "", ""),
]

# Course, day, held, where the citizen was then.
FOLLOW_UPS = [
    ("VF-01", "2021-03-02", "ja", "ordinaert_job"), ("VF-01", "2021-07-06", "ja", "ordinaert_job"),
    ("VF-01", "2022-01-11", "ja", "ordinaert_job"), ("VF-02", "2021-07-08", "ja", "fleksjob"),
    ("VF-02", "2022-01-13", "nej", "fleksjob"), ("VF-03", "2021-03-04", "ja", "ordinaert_job"),
    ("VF-03", "2021-08-17", "ja", "andet"), ("VF-03", "2022-01-20", "ja", "ordinaert_job"),
    ("VF-05", "2021-06-22", "ja", "uddannelse"), ("VF-05", "2021-12-20", "ja", "uddannelse"),
    ("VF-06", "2021-04-20", "ja", "smaajob"), ("VF-07", "2021-08-03", "ja", "praktik"),
    ("VF-08", "2021-08-10", "ja", "ordinaert_job"), ("VF-08", "2022-02-15", "ja", "ordinaert_job"),
    ("VF-10", "2022-03-08", "ja", "ordinaert_job"), ("VF-11", "2022-03-10", "ja", "fleksjob"),
    ("VF-12", "2022-06-20", "ja", "uddannelse"), ("VF-15", "2022-04-05", "ja", "ordinaert_job"),
    ("VF-17", "2022-04-07", "ja", "fleksjob"), ("VF-10", "2022-08-16", "ja", "ordinaert_job"),
]

ENTERPRISES = [("V01", "Havnens Værksted", "2016-03-01"), ("V02", "Kvarterkøkkenet", "2017-05-15"),
               ("V03", "Genbrugssnedkeren", "2015-09-01"), ("V04", "Grønne Gårde", "2018-02-01"),
               ("V05", "Cykelhjulet", "2018-10-01"), ("V06", "Linned og Lys", "2014-04-01")]

AGREEMENTS = [("VP-01", "Vækstpartnerskab 1: Havnens Værksted", "V01", "2020-01-01", 5, 48_000, "Klynge 1-2019"),
              ("VP-02", "Vækstpartnerskab 2: Kvarterkøkkenet", "V02", "2020-01-01", 4, None, "Klynge 1-2019"),
              ("VP-03", "Vækstpartnerskab 3: Genbrugssnedkeren", "V03", "2021-01-01", 5, 48_000, "Klynge 2-2020"),
              ("VP-04", "Vækstpartnerskab 4: Grønne Gårde", "V04", "2021-01-01", 4, None, "Klynge 2-2020")]

# Enterprise, start, end, staff and turnover before and after.
ACCELERATOR = [("V01", "2020-01-06", "2021-01-05", 8, 11, 3_200_000, 4_100_000),
               ("V05", "2020-01-06", "2021-01-05", 4, 4, 1_450_000, 1_520_000),
               ("V03", "2021-01-04", "2022-01-03", 6, 9, 2_050_000, 2_900_000),
               ("V04", "2021-01-04", "2022-01-03", 10, 9, None, None)]

# Key, citizen, enterprise, type, start, end, hours, target group.
JOBS = [("VJ-1", "B01", "V01", "ordinaert", "2021-01-04", "", 20, "kontanthjaelp"),
        ("VJ-2", "B02", "V01", "fleksjob", "2020-12-14", "", 8, "kontanthjaelp"),
        ("VJ-3", "B06", "V05", "smaajob", "2020-11-02", "2021-03-31", 5, "kontanthjaelp"),
        ("VJ-4", "B03", "V05", "ordinaert", "2020-10-19", "2021-08-15", 25, "integration"),
        ("VJ-5", "B10", "V03", "ordinaert", "2021-12-13", "", 20, "kontanthjaelp"),
        ("VJ-6", "B11", "V03", "fleksjob", "2021-11-29", "", 10, "kontanthjaelp"),
        ("VJ-7", "B15", "V04", "ordinaert", "2022-02-01", "", 25, "integration")]

RATES = [("kontanthjaelp", dt.date(2020, 1, 1), 11_500), ("kontanthjaelp", dt.date(2021, 1, 1), 11_700),
         ("kontanthjaelp", dt.date(2022, 1, 1), 11_850), ("kontanthjaelp", dt.date(2023, 1, 1), 12_100),
         ("unge", dt.date(2020, 1, 1), 7_400), ("unge", dt.date(2022, 1, 1), 7_650),
         ("integration", dt.date(2020, 1, 1), 6_400), ("integration", dt.date(2022, 1, 1), 6_600)]

# The state's part of a benefit by its length, in force since 4 January 2016.
REFUNDS = [(1, 4, "80 %"), (5, 26, "40 %"), (27, 52, "30 %"), (53, "", "20 %")]

SAVINGS = [("ordinaert_job", "100 %", "1.800 kr."), ("fleksjob", "60 %", "750,50 kr."), ("uddannelse", "100 %", ""),
           ("smaajob", "40 %", ""), ("loentilskud", "20 %", "")]

PAYMENTS = [("traening_gennemfoert", 6_000), ("praktik", 8_000), ("udfald:ordinaert_job", 30_000),
            ("udfald:fleksjob", 20_000), ("udfald:uddannelse", 20_000), ("fastholdt_6", 10_000),
            ("fastholdt_12", 10_000), ("virksomhed_ansat", 10_000), ("virksomhed_vaekst", 25_000)]

POSTS = [("Arbejdsmarkedstræning, 26 uger à 10 timer", "9.100", "forloeb", ""),
         ("Virksomhedsindslusning, 6 måneder", "7.500", "forloeb", ""),
         ("Opstartslejr for virksomheder", "60.000", "program", "18-11-2019"),
         ("Socialt acceleratorforløb, klynge 1", "90.000", "program", ""),
         ("Socialt acceleratorforløb, klynge 2", "90.000", "program", "04-01-2021"),
         ("Seks måneders opfølgning", "24.999,95", "program", "04-07-2022")]

SCENARIOS = [("Forventet", "1,5 %", 36, "3,5 %"), ("Forsigtigt", "4 %", 36, "3,5 %"), ("Højt udbytte", "0,5 %", 48, "3,5 %")]

SETTINGS = """\
; Hvem rapporten er til. Datoer som dd-mm-åååå.
[kommune]
navn = Slagelse
kode = 0330
afdeling = Socialøkonomisk enhed, Center for Arbejdsmarked og Integration

[udvalg]
navn = Social- og Beskæftigelsesudvalget
moededato = 05-09-2022

[strategi]
navn = Strategi for socialøkonomi 2022-2025: Det handler om mennesker
fra = 2022
til = 2025

[rapport]
titel = Årsrapport for socialøkonomi
forfatter = Socialøkonomisk enhed
kontakt = socialoekonomi@eksempel.dk

[data]
udtraeksdato = 17-08-2022

[effekt]
opgoerelsesdato = {day}
"""


def read_day(text):
    return dt.date.fromisoformat(text) if text else None


def course_rows():
    for key, agreement, citizen, group, start, end, before, after, paid, outcome, cause in COURSES:
        yield [key, citizen, agreement, group, dashed(read_day(start)), dashed(read_day(end)), before, after, "0",
               hours(paid), "ja", "ja" if end else "", outcome, cause]


def enterprise_rows():
    for key, name, start in ENTERPRISES:
        yield [key, name, "virksomhed", "aktiv", start, "", "ja", "ja", "ja"]


def agreement_rows():
    for key, name, enterprise, start, places, price, cluster in AGREEMENTS:
        yield [key, name, enterprise, "partnerskab", start, "", places, kroner(price) if price else "", cluster]


def accelerator_rows():
    for enterprise, start, end, before, after, turnover_before, turnover_after in ACCELERATOR:
        yield [enterprise, start, end, before, after, kroner(turnover_before) if turnover_before else "",
               kroner(turnover_after) if turnover_after else ""]


def effect_folder():
    """The files of samples/effekt."""
    def table(header, rows, **form):
        return csv_bytes(header.split(), list(rows), **{"encoding": "utf-8-sig", **form})

    return {
        "rapport.ini": SETTINGS.format(day=dashed(DAY_OF_SETTLEMENT)).encode(),
        "forloeb.csv": table("forloeb_id borger_id aftale_id maalgruppe start slut trin_start trin_slut timer_start "
                             "timer_slut plan ejerskab udfald aarsag", course_rows()),
        "opfoelgninger.csv": table("forloeb_id dato moede_holdt status", FOLLOW_UPS),
        "virksomheder.csv": table("virksomhed_id navn type status start slut bundlinje_social bundlinje_lokal "
                                  "bundlinje_oekonomisk", enterprise_rows()),
        "aftaler.csv": table("aftale_id navn virksomhed_id type start slut pladser pris_pr_forloeb klynge",
                             agreement_rows()),
        "job.csv": table("job_id borger_id virksomhed_id jobtype start slut timer maalgruppe", JOBS),
        "accelerator.csv": table("virksomhed_id start slut ansatte_start ansatte_slut omsaetning_start "
                                 "omsaetning_slut", accelerator_rows()),
        "satser.csv": table("maalgruppe gyldig_fra ydelse", [(group, iso(day), kroner(amount))
                                                             for group, day, amount in RATES]),
        "refusion.csv": table("uge_fra uge_til statens_andel", REFUNDS),
        "virkning.csv": table("udfald besparelse skat", SAVINGS),
        "betalinger.csv": table("resultat beloeb", [(result, kroner(amount)) for result, amount in PAYMENTS]),
        "investering.csv": table("post beloeb pr dato", POSTS),
        "scenarier.csv": table("scenarie frafald horisont diskontering", SCENARIOS),
    }
