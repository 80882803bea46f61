#!/usr/bin/env python3
"""Write the invented sample data folders under samples/.

    tools/make_samples.py [DIR]        (default: the samples folder of this source tree)

writes, whole and byte for byte the same each time:

    slagelse/         the clean set, 2014-2025, in the mixed file forms of real exports
    effekt/           payment by results: two clusters of growth partnerships (sample_effect.py)
    erfaring-17/      the survey of 17 municipalities, from the counts of its source (sample_survey.py)
    slagelse-rettet/  the same after a late correction: the job goal of 2024 turns from missed to reached
    fejl/             one small folder in which every row-level finding occurs (sample_faults.py)
    fejl-ventet.csv   the findings that fejl/ must give: file, line, column and code
    kommuner/         three small municipalities, for the reports of several at once (sample_municipalities.py)
    parametre.csv     the figures per year that the clean set is built to agree with

Nothing here is about real persons, enterprises or agreements. All numbers that matter are the
parameters below; chance (sample_chance.py) only fills in the rest. This file makes courses, jobs, enterprises and
what hangs on them; sample_cycle.py the tables of the whole reporting cycle, with the words of sample_words.py; the
narrative is in sample_narrative.py.
"""

import argparse
import datetime as dt
import pathlib
from dataclasses import dataclass, field

from sample_chance import Chance, days, read_day, to_workday
from sample_cycle import cycle_files
from sample_effect import effect_folder
from sample_faults import fault_folder
from sample_forms import (csv_bytes, dashed, dotted, hours, iso, iso_with_time, kroner, short, slashed, spoken)
from sample_logo import logo_png
from sample_municipalities import municipality_folders
from sample_narrative import narrative_files
from sample_survey import survey_folder

# ---------------------------------------------------------------------------------------------------
# Parameters
# ---------------------------------------------------------------------------------------------------

FIRST_DAY, LAST_DAY = dt.date(2014, 1, 1), dt.date(2025, 12, 31)

PARAMETERS = """\
år;virksomheder_primo;nye;lukkede;virksomheder_ultimo;heraf_tre_bundlinjer;job_1_halvår;job_2_halvår;job_i_alt;fleksjob;småjob_deltidsjob;ordinære;løntilskud_ikke_talt;aktive_aftaler;forløb_startet;forløb_afsluttet;job_akkumuleret
2014;0;1;0;1;1;0;6;6;6;0;0;0;0;0;0;6
2015;1;4;0;5;4;9;13;22;22;0;0;1;2;24;9;28
2016;5;6;1;10;8;12;14;26;20;4;2;2;2;30;26;54
2017;10;6;1;15;12;15;16;31;23;5;3;3;2;34;31;85
2018;15;6;0;21;17;14;20;34;24;7;3;3;3;41;36;119
2019;21;7;1;27;22;19;22;41;27;10;4;4;4;52;47;160
2020;27;2;3;26;21;11;12;23;14;7;2;2;4;35;40;183
2021;26;2;2;26;22;10;14;24;13;9;2;3;5;44;38;207
2022;26;5;1;30;26;15;17;32;17;11;4;3;6;66;52;239
2023;30;6;2;34;31;18;19;37;19;13;5;4;7;81;70;276
2024;34;5;1;38;36;13;16;29;14;11;4;3;8;88;83;305
2025;38;4;1;41;40;16;18;34;17;12;5;4;9;97;90;339
"""

# Day by which all but the late job of 2024 have started, so that the thirtieth job is the late one.
LAST_JOB_OF_2024 = dt.date(2024, 12, 13)
LATE_JOB_START = dt.date(2024, 12, 16)

# Enterprises: key, name, type, town, line of business, start, end, why it closed. The dates carry the stories:
# 25 are active from 14-08-2019 on, 41 from 16-06-2025, and 40 with all three bottom lines from 18-11-2025.
# A leading "-" before the name: works with two bottom lines only.
ENTERPRISES = """\
V001|Havneløftet|virksomhed|Korsør|Rengøring og service|2014-08-15||
V002|Løvspring Gartneri|virksomhed|Slagelse|Gartneri og grønt|2015-01-05||
V003|Brændegårdens Bageri|virksomhed|Slagelse|Fødevarer og køkken|2015-02-02||
V004|-Sejlmagerens Systue|initiativ|Korsør|Tekstil og design|2015-06-01|2021-03-31|Ildsjælene er flyttet
V005|Lygtebroens Cykelværk|virksomhed|Slagelse|Reparation og genbrug|2015-10-01||
V006|Café "Den Skæve Kop"|virksomhed|Slagelse|Café|2016-01-18||
V007|-Bølgebryderne|initiativ|Korsør|Friluft og maritim værksted|2016-03-01|2023-06-30|Bevillingen udløb
V008|Tredje Tråd Systue|virksomhed|Skælskør|Tekstil og design|2016-04-11|2016-11-30|For få kunder
V009|Brød, Bøger og Billeder|forening|Slagelse|Kultur og café|2016-08-15||
V010|Flintestenens Murerlaug|virksomhed|Slagelse|Byggeri og anlæg|2016-09-01||
V011|Æblegrenens Mosteri|virksomhed|Skælskør|Fødevarer og køkken|2016-11-01||
V012|Skumtoppens Vask og Rul|virksomhed|Slagelse|Vaskeri|2017-01-16||
V013|-Fjordlærkens Pakkeri|virksomhed|Vejle|Pakkeri og lager|2017-02-15||
V014|Klokkeblomstens Have|initiativ|Slagelse|Gartneri og grønt|2017-04-03|2017-12-15|Lånte jord, som blev solgt
V015|Pilehegnets Fletværk|virksomhed|Dalmose|Håndværk|2017-05-15||
V016|Nordvendt Tekstil|virksomhed|Slagelse|Tekstil og design|2017-09-01|2019-04-12|Ejeren gik på pension
V017|Trækronen|initiativ|Slagelse|Skov og natur|2017-11-01||
V018|Kajkantens Lager|in_house|Korsør|Lager hos en transportvirksomhed|2018-03-01||
V019|Vindfløjens IT-værksted|virksomhed|Slagelse|IT og elektronik|2018-04-16||
V020|-Stemmegaflen|forening|Slagelse|Musik og kultur|2018-05-01|2024-09-30|Foreningen er lagt sammen med en anden
V021|Kantinen Tolv|in_house|Slagelse|Køkken hos en produktionsvirksomhed|2018-09-03||
V022|Kystens Genvind|virksomhed|Skælskør|Reparation og genbrug|2018-10-01||
V023|Håndslaget|initiativ|Slagelse|Mentornetværk|2018-11-12||
V024|Mosehusets Frivillige|forening|Slagelse|Nærhjælp|2019-01-07|2020-08-31|Foreningen stoppede sit virke
V025|Ankertovet|virksomhed|Korsør|Rengøring og service|2019-02-01|2020-05-29|Lukkede under COVID-19
V026|-Gulerodsbanden|initiativ|Fuglebjerg|Gartneri og grønt|2019-05-01|2025-09-12|Frivillige manglede
V027|Rutebilens Køkken|virksomhed|Slagelse|Fødevarer og køkken|2019-06-03|2020-10-30|Lukkede under COVID-19
V028|Storkereden|virksomhed|Slagelse|Hotel og overnatning|2019-08-14||
V029|Ålegræsset|initiativ|Agersø|Natur og turisme|2019-10-01||
V030|Grønspættens Træværksted|virksomhed|Slagelse|Håndværk|2019-12-02||
V031|Madkassen|virksomhed|Slagelse|Fødevarer og køkken|2020-06-15||
V032|Lyttebænken|initiativ|Korsør|Nærhjælp|2020-11-02|2021-10-29|Indsatsen er afsluttet
V033|Genklang Hus og Have|virksomhed|Slagelse|Service i boligområder|2021-04-06||
V034|Foreningen for Fælles Fremtid, Håndværk, Hverdagsmestring og Naboskab i Skælskør og Omegn|forening|Skælskør|Boligområde|2021-09-01||
V035|Snedkersvend og Søn|virksomhed|Slagelse|Håndværk|2022-02-01||
V036|Tankstationen Kaffe|virksomhed|Korsør|Café|2022-03-15|2022-12-16|Lejemålet blev opsagt
V037|Sporskiftet|initiativ|Slagelse|Unge og uddannelse|2022-05-02||
V038|Vaskebjørnen Bilpleje|virksomhed|Slagelse|Bilpleje|2022-08-15||
V039|Oldefars Værktøj|virksomhed|Vemmelev|Reparation og genbrug|2022-10-03||
V040|Bi & Blomst|virksomhed|Boeslunde|Gartneri og grønt|2023-01-09||
V041|Natuglens Trykkeri|virksomhed|Slagelse|Grafisk arbejde|2023-02-01|2023-11-30|For få kunder
V042|Nabokøkkenet|forening|Slagelse|Fødevarer og køkken|2023-04-11||
V043|Ramasjang Rengøring|virksomhed|Slagelse|Rengøring og service|2023-05-01||
V044|Fyrtårnets Fællesskab|initiativ|Korsør|Friluft og maritim værksted|2023-08-21||
V045|Krydsfelt|virksomhed|Slagelse|IT og elektronik|2023-10-02||
V046|Sandkornet Strandservice|virksomhed|Skælskør|Natur og turisme|2024-02-01||
V047|Knap og Nap|initiativ|Slagelse|Tekstil og design|2024-04-02||
V048|Regnbuens Rideklub|forening|Slagelse|Fritid og heste|2024-05-15||
V049|Varmestuen Ovnfrisk|virksomhed|Korsør|Fødevarer og køkken|2024-08-19||
V050|Tømrer på Tværs|virksomhed|Slagelse|Byggeri og anlæg|2024-11-01||
V051|Cirkelslutningen|virksomhed|Slagelse|Reparation og genbrug|2025-02-03||
V052|Ro på Omø|initiativ|Omø|Natur og turisme|2025-04-22||
V053|Femte Kvarter|forening|Slagelse|Idræt|2025-06-16||
V054|Højrebenets Løbeværksted|initiativ|Skælskør|Idræt|2025-11-18||
V055|Vinterhaven|initiativ|Slagelse|Gartneri og grønt|||
V056|Det Lille Slagteri|virksomhed|Rude|Fødevarer og køkken|||
V057|Ørnens Udkig|virksomhed|Korsør|Natur og turisme|2027-03-01||
"""
ON_THE_WAY = ("V055", "V056", "V057")
ABROAD = {"V013": "Vejle"}           # the enterprise in Jylland; all others are in Slagelse
REGISTERED_EVERY = 4                 # about a quarter are registered social enterprises
FIRST_CVR = 9990001                  # seven digits; the check digit is added

# Agreements: key, name, enterprise, type, start, end, places, price, what counts as positive, target group.
AGREEMENTS = """\
SA-01|Samarbejdsaftale 1: Afklaring i gartneriet|V002|samarbejdsaftale|2015-02-02||16|28500|uddannelse|ordinaert_job|fleksjob|
SA-02|Samarbejdsaftale 2: Forløb i bageriet|V003|samarbejdsaftale|2015-03-02||20|31250|uddannelse|ordinaert_job|loentilskud|fleksjob|
SA-03|Køb af to forløb for unge mænd|V010|indkoebsaftale|2018-02-01||2|64000||unge
SA-04|Afklaring på værksted|V005|samarbejdsaftale|2020-02-03||14|26750||
SA-05|Unge i køkkenet (forlænget 1. juli 2024)|V031|indkoebsaftale|2021-07-01|2026-06-30|5|42000|uddannelse|ordinaert_job|smaajob|praktik|unge
SA-06|Natur og ro|V017|indkoebsaftale|2022-04-01||6|24900||
SA-07|Pakkeri og lager, forløb i Jylland|V013|indkoebsaftale|2023-08-15||4|38000||
SA-08|Fra kantine til job|V021|in_house|2024-09-02||4||praktik|smaajob|fleksjob|
SA-09|Naboskab i boligområdet|V034|partnerskab|2025-09-01||6|||
CSR-01|CSR-aftale om pakkeopgaver|V012|csr|2019-01-15|2020-09-30|8|||
"""

# Courses per agreement and stretch of time: from, to, started, ended. The sums per year are those of the table.
# Up to 28-02-2017 twenty courses have ended under each of SA-01 and SA-02.
COURSES = {
    "SA-01": [(2015, 12, 5), (2016, 15, 13), ("2017-01-01", "2017-02-28", 3, 2), ("2017-03-01", "2017-12-31", 14, 13),
              (2018, 19, 17), (2019, 19, 18), (2020, 11, 14), (2021, 14, 14), (2022, 22, 19), (2023, 25, 23),
              (2024, 24, 24), (2025, 24, 24)],
    "SA-02": [(2015, 12, 4), (2016, 15, 13), ("2017-01-01", "2017-02-28", 3, 3), ("2017-03-01", "2017-12-31", 14, 13),
              (2018, 20, 17), (2019, 21, 20), (2020, 12, 15), (2021, 15, 15), (2022, 23, 19), (2023, 27, 23),
              (2024, 26, 26), (2025, 26, 25)],
    "SA-03": [("2018-02-01", "2018-05-31", 2, 0), ("2018-06-01", "2018-12-31", 0, 2)],
    "CSR-01": [(2019, 12, 9), ("2020-01-01", "2020-09-30", 3, 6)],
    "SA-04": [(2020, 9, 5), (2021, 11, 8), (2022, 11, 9), (2023, 16, 15), (2024, 19, 18), (2025, 20, 20)],
    "SA-05": [(2021, 4, 1), (2022, 6, 4), (2023, 6, 6), (2024, 7, 7), (2025, 8, 8)],
    "SA-06": [(2022, 4, 1), (2023, 4, 3), (2024, 6, 5), (2025, 6, 5)],
    "SA-07": [(2023, 3, 0), (2024, 3, 3), (2025, 5, 5)],
    "SA-08": [(2024, 3, 0), (2025, 4, 3)],
    "SA-09": [(2025, 4, 0)],
}

# Outcomes that are fixed: (agreement, last day) -> outcomes of all courses ended by then, "stoppet" with its cause.
FIXED_OUTCOMES = {
    ("SA-01", dt.date(2017, 2, 28)): {
        "uddannelse": 3, "ordinaert_job": 3, "fleksjob": 4, "stoppet:misbrug": 3, "stoppet:alkohol": 2,
        "stoppet:privatliv": 1, "andet": 4},
    ("SA-02", dt.date(2017, 2, 28)): {
        "uddannelse": 4, "ordinaert_job": 2, "loentilskud": 3, "fleksjob": 5, "stoppet:helbred": 1,
        "stoppet:egen_beslutning": 1, "andet": 4},
    ("SA-03", LAST_DAY): {"uddannelse": 1, "fraflyttet": 1},
}
ALWAYS_POSITIVE = {("SA-05", 2024), ("SA-05", 2025)}   # the agreement at 100 %

OUTCOME_WEIGHTS = {"uddannelse": 16, "ordinaert_job": 6, "fleksjob": 14, "smaajob": 11, "loentilskud": 4, "praktik": 7,
                   "nyt_forloeb": 9, "stoppet": 17, "fraflyttet": 3, "foertidspension": 5, "andet": 6, "uoplyst": 2}
OUTCOME_WEIGHTS_2020 = dict(OUTCOME_WEIGHTS, uddannelse=9, ordinaert_job=3, smaajob=6, nyt_forloeb=18, stoppet=26)
POSITIVE = ("uddannelse", "ordinaert_job", "fleksjob", "smaajob", "loentilskud")
CAUSE_WEIGHTS = {"helbred": 30, "misbrug": 14, "alkohol": 10, "privatliv": 16, "egen_beslutning": 18, "virksomhed": 6,
                 "andet": 6}
STEPS = ("motivation", "afklaring", "praktik", "lille_job", "flere_timer")

TARGET_GROUPS_2018 = {"ressourceforloeb": 35, "kontanthjaelp": 25, "ledighedsydelse": 13, "fleksjob": 12,
                      "integration": 10, "stu": 2, "unge": 3}
TARGET_GROUPS_2025 = {"kontanthjaelp": 40, "fleksjob": 30, "jobafklaring": 10, "unge": 15, "foertidspension": 5}

SHARE_OF_NEXT_JOBS = 0.45            # of jobs that follow no course, where a citizen is between jobs: about 3 of 10 go on
SHARE_IN_ANOTHER_ENTERPRISE = 0.65   # of next jobs, where the old enterprise is still open

GOALS = """\
virksomheder_25|25 socialøkonomiske virksomheder og initiativer|slut|virksomhed.aktive_ultimo||25||2018|2020|
pris|Den socialøkonomiske pris for kommuner|milepael|||||2018|2020|2018-11-20
job_30|Mindst 30 fleksjob og deltidsjob om året|aarlig|job.nye|fleksjob+deltidsjob+smaajob|30||2018|2020|
in_house|2–3 nye in-house løsninger om året|aarlig|virksomhed.nye|in_house|2|3|2018|2020|
aarsnorm|Mindst 30 job om året|aarlig|job.nye|fleksjob+deltidsjob+smaajob+ordinaert|30||2022|2025|
progression|Borgere, der er kommet et trin frem i værdikæden|aarlig|forloeb.progression|frem|||2022|2025|
tre_bundlinjer_40|40 virksomheder og initiativer med tre bundlinjer|slut|virksomhed.tre_bundlinjer||40||2022|2025|
"""

REPORT_INI = """\
; Hvem rapporten er til. Datoer som dd-mm-åååå.
[kommune]
navn = Slagelse
kode = 0330
afdeling = Socialøkonomisk enhed, Center for Arbejdsmarked og Integration
indbyggere = 79073

[udvalg]
navn = Social- og Beskæftigelsesudvalget
moededato = 03-03-2025
periode = 2024

[udvalg.2]
navn = Erhvervs- og Teknikudvalget
moededato = 10-03-2025
periode = 2024

[udvalg.3]
navn = Social- og Beskæftigelsesudvalget
moededato = 02-03-2026
periode = 2025

[udvalg.4]
navn = Beskæftigelses- og Integrationsudvalget
moededato = 04-02-2019
periode = 2018

[udvalg.5]
navn = Beskæftigelses- og Integrationsudvalget
moededato = 03-02-2020
periode = 2019

[udvalg.6]
navn = Erhvervs- og Teknikudvalget
moededato = 08-02-2021
periode = 2020

[udvalg.7]
navn = Social- og Beskæftigelsesudvalget
moededato = 10-02-2021
periode = 2020

[udvalg.8]
navn = Social- og Beskæftigelsesudvalget
moededato = 02-09-2024
periode = 2024-1

[udvalg.9]
navn = Erhvervs- og Teknikudvalget
moededato = 09-09-2024
periode = 2024-1

[udvalg.10]
navn = Social- og Beskæftigelsesudvalget
moededato = 03-03-2025
periode = 2024-2

[udvalg.11]
navn = Social- og Beskæftigelsesudvalget
moededato = 06-05-2024
periode = evaluering-2024

[udvalg.12]
navn = Beskæftigelses- og Integrationsudvalget
moededato = 02-05-2016
periode = evaluering-2016

[udvalg.13]
navn = Beskæftigelses- og Integrationsudvalget
moededato = 08-05-2017
periode = evaluering-2017

[udvalg.14]
navn = Beskæftigelses- og Integrationsudvalget
moededato = 07-05-2018
periode = evaluering-2018

[udvalg.15]
navn = Beskæftigelses- og Integrationsudvalget
moededato = 06-05-2019
periode = evaluering-2019

[udvalg.16]
navn = Social- og Beskæftigelsesudvalget
moededato = 04-05-2020
periode = evaluering-2020

[udvalg.17]
navn = Social- og Beskæftigelsesudvalget
moededato = 03-05-2021
periode = evaluering-2021

[udvalg.18]
navn = Social- og Beskæftigelsesudvalget
moededato = 02-05-2022
periode = evaluering-2022

[udvalg.19]
navn = Social- og Beskæftigelsesudvalget
moededato = 08-05-2023
periode = evaluering-2023

[udvalg.20]
navn = Social- og Beskæftigelsesudvalget
moededato = 05-05-2025
periode = evaluering-2025

[strategi]
navn = Strategi for socialøkonomi 2022-2025: Det handler om mennesker
fra = 2022
til = 2025
generation_2_fra = 01-01-2022

[strategi.2]
navn = Strategi for socialøkonomi 2018-2020
fra = 2018
til = 2020

[rapport]
titel = Årsrapport for socialøkonomi
forfatter = Socialøkonomisk enhed
kontakt = socialoekonomi@eksempel.dk
logo = logo.png

[data]
udtraeksdato = {extract_date}
"""
EXTRACT_DATE, CORRECTED_EXTRACT_DATE = "12-01-2026", "16-02-2026"

def parameters_by_year():
    """The table PARAMETERS as year -> column -> number."""
    lines = PARAMETERS.splitlines()
    names = lines[0].split(";")
    rows = [dict(zip(names, map(int, line.split(";")))) for line in lines[1:]]
    return {row["år"]: row for row in rows}


# ---------------------------------------------------------------------------------------------------
# Records
# ---------------------------------------------------------------------------------------------------


@dataclass
class Enterprise:
    key: str
    name: str
    kind: str
    town: str
    business: str
    start: dt.date
    end: dt.date
    closing_reason: str
    three_bottom_lines: bool
    cvr: str = ""
    registered: dt.date = None
    employees: int = None
    edge_employees: int = None
    income: tuple = ()

    @property
    def status(self):
        return "paa_vej" if self.key in ON_THE_WAY else "lukket" if self.end else "aktiv"


@dataclass
class Agreement:
    key: str
    name: str
    enterprise: str
    kind: str
    start: dt.date
    end: dt.date
    places: str
    price: str
    positive: tuple
    target_group: str


@dataclass
class Course:
    agreement: Agreement
    start: dt.date
    end: dt.date = None
    early_exit: bool = False
    key: str = ""
    citizen: str = ""
    target_group: str = ""
    outcome: str = ""
    cause: str = ""
    step_start: str = ""
    step_end: str = ""
    hours_start: float = None
    hours_end: float = None
    plan: str = ""
    ownership: str = ""

    def is_positive(self):
        return self.outcome in (self.agreement.positive or POSITIVE)


@dataclass
class Job:
    key: str
    start: dt.date
    kind: str
    citizen: str = ""
    enterprise: Enterprise = None
    agreement: str = ""
    end: dt.date = None
    hours: float = 0
    target_group: str = ""
    csr: bool = False


@dataclass
class FollowUp:
    course: Course
    day: dt.date
    held: bool
    status: str


@dataclass
class DataSet:
    enterprises: list = field(default_factory=list)
    agreements: list = field(default_factory=list)
    courses: list = field(default_factory=list)
    jobs: list = field(default_factory=list)
    follow_ups: list = field(default_factory=list)


# ---------------------------------------------------------------------------------------------------
# Enterprises and agreements
# ---------------------------------------------------------------------------------------------------


def cvr_numbers():
    """Eight-digit numbers that pass the check (weights 2 7 6 5 4 3 2 1, sum divisible by 11)."""
    stem = FIRST_CVR
    while True:
        total = sum(int(digit) * weight for digit, weight in zip(str(stem), (2, 7, 6, 5, 4, 3, 2)))
        check = -total % 11
        if check < 10:
            yield f"{stem}{check}"
        stem += 1


def make_enterprises():
    chance, numbers = Chance("enterprises"), cvr_numbers()
    enterprises = []
    for line in ENTERPRISES.splitlines():
        key, name, kind, town, business, start, end, reason = line.split("|")
        enterprise = Enterprise(key, name.lstrip("-"), kind, town, business, read_day(start), read_day(end), reason,
                                three_bottom_lines=not name.startswith("-"))
        if kind in ("virksomhed", "forening"):
            enterprise.cvr = next(numbers)
        add_size(enterprise, chance)
        enterprises.append(enterprise)
    companies = [e for e in enterprises if e.kind == "virksomhed" and e.status != "paa_vej"]
    for enterprise in companies[1::REGISTERED_EVERY - 1]:
        first = max(enterprise.start + days(60), dt.date(2015, 1, 2))
        enterprise.registered = chance.workday(first, first + days(300))
        if enterprise.registered > min(enterprise.end or LAST_DAY, LAST_DAY):
            enterprise.registered = None
    return enterprises


def add_size(enterprise, chance):
    """Staff and the three sources of income; not everybody has answered, and those on the way have none."""
    size = {"virksomhed": (4, 38), "initiativ": (0, 5), "forening": (1, 8), "in_house": (6, 18)}[enterprise.kind]
    employees, edge_share = chance.whole(*size), 0.15 + 0.7 * chance.random()
    amounts = tuple(1000 * chance.whole(low, high * max(employees, 2)) for low, high in ((40, 210), (0, 95), (0, 40)))
    if enterprise.status == "paa_vej" or chance.share(0.1):
        return
    enterprise.employees, enterprise.edge_employees = employees, round(employees * edge_share)
    enterprise.income = amounts


def make_agreements():
    agreements = []
    for line in AGREEMENTS.splitlines():
        key, name, enterprise, kind, start, end, places, price, *positive, target_group = line.split("|")
        agreements.append(Agreement(key, name, enterprise, kind, read_day(start), read_day(end), places, price,
                                    tuple(filter(None, positive)), target_group))
    return agreements


# ---------------------------------------------------------------------------------------------------
# Courses
# ---------------------------------------------------------------------------------------------------


def stretches(agreement):
    """The stretches of COURSES with real dates, cut to the agreement's life."""
    for *span, started, ended in COURSES[agreement.key]:
        low, high = (f"{span[0]}-01-01", f"{span[0]}-12-31") if len(span) == 1 else span
        yield max(read_day(low), agreement.start), min(read_day(high), agreement.end or LAST_DAY), started, ended


def start_day(chance, low, high):
    """More courses begin after the summer than before it."""
    while True:
        day = chance.workday(low, high)
        if day.month >= 8 or chance.share(0.65):
            return day


def end_day(chance, course, low, high):
    """13 to 52 weeks after the start, most often about 24, and inside low to high."""
    weeks = 13 + 39 * min(chance.random(), chance.random())
    earliest = max(low, course.start + days(91))
    if earliest > high:
        earliest = max(low, course.start + days(28))
    target = course.start + days(round(7 * weeks))
    if target < earliest:
        target = earliest + days(chance.whole(2, 45))
    return to_workday(target, earliest, high)


def run_stretch(chance, agreement, running, low, high, started, ended):
    """Start and end courses in one stretch; returns (ended courses, courses still running)."""
    new = [Course(agreement, start_day(chance, low, high)) for _ in range(started)]
    leavers = [course for course in new if course.start <= high - days(70)]
    leavers = chance.shuffled(leavers)[:round(ended * 0.1)]
    for course in leavers:
        course.early_exit = True
        course.end = to_workday(course.start + days(chance.whole(14, 52)), course.start + days(10), high)
    stayers = [course for course in running + new if not course.early_exit]
    stayers.sort(key=lambda course: (course.start + days(chance.whole(0, 45)), course.start))
    finishers = stayers[:ended - len(leavers)]
    for course in finishers:
        course.end = end_day(chance, course, low, high)
    return leavers + finishers, stayers[len(finishers):]


def make_course_dates(agreement):
    """All courses of one agreement with start, end and outcome."""
    chance, courses, running = Chance("courses " + agreement.key), [], []
    for low, high, started, ended in stretches(agreement):
        done, running = run_stretch(chance, agreement, running, low, high, started, ended)
        courses += done
    set_outcomes(chance, agreement, sorted(courses, key=lambda course: (course.end, course.start)))
    return courses + running


def set_outcomes(chance, agreement, ended):
    """First the fixed outcomes, those who left early being the ones who stopped; chance for the rest."""
    for (key, last_day), outcomes in FIXED_OUTCOMES.items():
        if key == agreement.key:
            first = [course for course in ended if course.end <= last_day]
            assign_fixed(chance, first, outcomes)
            ended = [course for course in ended if course.end > last_day]
    for course in ended:
        course.outcome = draw_outcome(chance, course)
        if course.outcome == "stoppet":
            course.cause = chance.weighted(CAUSE_WEIGHTS)


def assign_fixed(chance, courses, outcomes):
    bag = [outcome for outcome, number in outcomes.items() for _ in range(number)]
    assert len(bag) == len(courses), "a fixed list of outcomes must cover the courses ended by its day"
    bag = sorted(chance.shuffled(bag), key=lambda outcome: not outcome.startswith("stoppet"))
    courses = sorted(chance.shuffled(courses), key=lambda course: not course.early_exit)
    for course, outcome in zip(courses, bag):
        course.outcome, _, course.cause = outcome.partition(":")


def draw_outcome(chance, course):
    if (course.agreement.key, course.end.year) in ALWAYS_POSITIVE:
        return chance.pick(course.agreement.positive)
    if course.early_exit:
        return "fraflyttet" if chance.share(0.12) else "stoppet"
    return chance.weighted(OUTCOME_WEIGHTS_2020 if course.end.year == 2020 else OUTCOME_WEIGHTS)


def make_courses(agreements):
    courses = [course for agreement in agreements for course in make_course_dates(agreement)]
    courses.sort(key=lambda course: (course.start, course.agreement.key))
    chance = Chance("citizens")
    for number, course in enumerate(courses, 1):
        course.key = f"F{number:04}"
        add_progress(chance, course)
    add_citizens(chance, courses)
    return courses


def target_groups_of(year):
    """The mix moves in even steps from that of 2018 to that of 2025."""
    share = min(max((year - 2018) / 7, 0), 1)
    names = list(TARGET_GROUPS_2018) + [name for name in TARGET_GROUPS_2025 if name not in TARGET_GROUPS_2018]
    return {name: (1 - share) * TARGET_GROUPS_2018.get(name, 0) + share * TARGET_GROUPS_2025.get(name, 0)
            for name in names}


def add_citizens(chance, courses):
    """Most courses are a citizen's first; some come back after an end that was not a success."""
    number, latest = 0, {}
    for course in courses:
        back = [old for old in latest.values()
                if old.end and not old.is_positive() and old.outcome != "fraflyttet"
                and course.start - days(500) < old.end < course.start - days(7)]
        if back and chance.share(0.12):
            old = chance.pick(back)
            course.citizen, course.target_group = old.citizen, old.target_group
        else:
            number += 1
            course.citizen = f"B{number:05}"
            course.target_group = course.agreement.target_group or chance.weighted(target_groups_of(course.start.year))
        latest[course.citizen] = course


def add_progress(chance, course):
    """Steps of the value chain, weekly hours, plan and ownership."""
    step = chance.weighted({0: 40, 1: 35, 2: 20, 3: 5})
    hours = chance.weighted({0: 70, 2: 10, 3.5: 8, 5: 8, 7.5: 4})
    move = draw_move(chance, course)
    gain = draw_gain(chance, course)
    course.step_start = "" if chance.share(0.03) else STEPS[step]
    course.hours_start = None if chance.share(0.04) else hours
    course.plan = chance.weighted({"ja": 60 + 2 * (course.start.year - 2014), "nej": 15, "": 5})
    if course.plan == "ja":
        course.ownership = chance.weighted({"ja": 70, "nej": 22, "": 8})
    if course.end and course.outcome != "uoplyst":
        course.step_end = "" if chance.share(0.04) else STEPS[min(max(step + move, 0), 4)]
        course.hours_end = None if chance.share(0.05) else max(hours + gain, 0)


def draw_move(chance, course):
    """Steps forward: successes move on, those who stopped may fall back."""
    if course.outcome in ("fleksjob", "smaajob", "ordinaert_job", "loentilskud"):
        return chance.weighted({1: 30, 2: 45, 3: 25})
    if course.outcome in ("uddannelse", "praktik"):
        return chance.weighted({0: 15, 1: 50, 2: 35})
    if course.outcome == "stoppet":
        return chance.weighted({-1: 30, 0: 55, 1: 15})
    return chance.weighted({-1: 10, 0: 50, 1: 40})


def draw_gain(chance, course):
    if course.outcome in ("fleksjob", "smaajob"):
        return chance.pick((2, 3, 4, 4.5, 6, 7.5, 8, 10, 12))
    if course.outcome in ("ordinaert_job", "loentilskud"):
        return chance.pick((12, 15, 18.5, 20, 25, 30))
    return chance.weighted({0: 70, 1: 10, 2: 8, -2: 12})


# ---------------------------------------------------------------------------------------------------
# Jobs
# ---------------------------------------------------------------------------------------------------

JOB_OF_OUTCOME = {"fleksjob": ("fleksjob",), "smaajob": ("smaajob", "deltidsjob"), "ordinaert_job": ("ordinaert",),
                  "loentilskud": ("loentilskud",)}
HOURS = {"fleksjob": (2, 4, 5, 6, 7.5, 8, 8, 9, 10, 12, 15, 18.5, 20), "smaajob": (2, 3, 3.5, 4, 4, 5, 6, 8, 12),
         "deltidsjob": (10, 12, 15, 18.5, 20, 25), "ordinaert": (20, 25, 30, 32, 37, 37),
         "loentilskud": (25, 30, 37, 37)}


def job_starts(chance, year, row):
    """Kind and first day of every job of a year, in date order."""
    spans = ((dt.date(year, 1, 2), dt.date(year, 6, 30)), (dt.date(year, 7, 1), dt.date(year, 12, 22)))
    if year == 2014:
        spans = (spans[0], (dt.date(2014, 9, 1), spans[1][1]))
    if year == LAST_JOB_OF_2024.year:
        spans = (spans[0], (spans[1][0], LAST_JOB_OF_2024))
    counted = [chance.workday(*span) for span, column in zip(spans, ("job_1_halvår", "job_2_halvår"))
               for _ in range(row[column])]
    small = [chance.weighted({"smaajob": 65, "deltidsjob": 35}) for _ in range(row["småjob_deltidsjob"])]
    kinds = ["fleksjob"] * row["fleksjob"] + small + ["ordinaert"] * row["ordinære"]
    subsidised = [(chance.workday(spans[1][0], spans[1][1]), "loentilskud") for _ in range(row["løntilskud_ikke_talt"])]
    return sorted(list(zip(counted, chance.shuffled(kinds))) + subsidised)


def make_jobs(data):
    chance = Chance("jobs")
    starts = [start for year, row in parameters_by_year().items() for start in job_starts(chance, year, row)]
    unlinked = [course for course in data.courses if course.outcome in JOB_OF_OUTCOME]
    by_key = {enterprise.key: enterprise for enterprise in data.enterprises}
    newcomers = len({course.citizen for course in data.courses})
    latest = {}
    for number, (start, kind) in enumerate(starts, 1):
        job = Job(f"J{number:04}", start, kind, hours=chance.pick(HOURS[kind]))
        course = course_before(chance, job, unlinked)
        before = None if course else job_before(chance, job, latest)
        if course:
            unlinked.remove(course)
            job.citizen, job.target_group, job.agreement = course.citizen, course.target_group, course.agreement.key
        elif before:
            job.citizen, job.target_group = before.citizen, before.target_group
        else:
            newcomers += 1
            job.citizen, job.target_group = f"B{newcomers:05}", chance.weighted(target_groups_of(start.year))
        job.enterprise = choose_enterprise(chance, job, by_key, data.enterprises, course, before)
        job.csr = job.agreement == "CSR-01" or chance.share(0.06)
        end_job(chance, job)
        latest[job.citizen] = job
        data.jobs.append(job)


def course_before(chance, job, unlinked):
    """A course that ended in this kind of job up to four months earlier."""
    fitting = [course for course in unlinked if job.kind in JOB_OF_OUTCOME[course.outcome]
               and job.start - days(120) <= course.end <= job.start]
    return chance.pick(fitting) if fitting and chance.share(0.85) else None


def job_before(chance, job, latest):
    """The Slagelse model: a citizen whose last job ended within the last two years takes the next one."""
    fitting = [old for old in latest.values() if old.end and job.start - days(730) <= old.end < job.start]
    return chance.pick(fitting) if fitting and chance.share(SHARE_OF_NEXT_JOBS) else None


def choose_enterprise(chance, job, by_key, enterprises, course, before):
    """Where the course was, where the last job was, or any other that is open and stays so for a while."""
    open_now = [e for e in enterprises if e.status != "paa_vej" and e.start <= job.start
                and (not e.end or e.end >= job.start + days(60))]
    if course and chance.share(0.6) and by_key[course.agreement.enterprise] in open_now:
        return by_key[course.agreement.enterprise]
    if before and before.enterprise in open_now and not chance.share(SHARE_IN_ANOTHER_ENTERPRISE):
        return before.enterprise
    others = [e for e in open_now if not before or e is not before.enterprise] or open_now
    return chance.pick([e for e in others if e.kind != "initiativ"] or others)


def end_job(chance, job):
    """Some jobs have ended; none outlives its enterprise."""
    lowest, highest = (90, 360) if job.kind == "loentilskud" else (100, 1500)
    end = job.start + days(chance.whole(lowest, highest))
    if job.kind != "loentilskud" and chance.share(0.35):
        end = None
    closing = job.enterprise.end
    if closing and (not end or end > closing):
        end = closing
    job.end = end if end and end <= LAST_DAY else None


# ---------------------------------------------------------------------------------------------------
# Follow-up meetings
# ---------------------------------------------------------------------------------------------------


def make_follow_ups(data):
    chance = Chance("follow-ups")
    for course in data.courses:
        data.follow_ups += meetings_during(chance, course)
        if course.end:
            data.follow_ups += meetings_after(chance, course)
    data.follow_ups.sort(key=lambda meeting: (meeting.day, meeting.course.key))


def meetings_during(chance, course):
    meetings, day = [], course.start + days(chance.whole(28, 60))
    while day <= min(course.end or LAST_DAY, LAST_DAY):
        held = chance.share(0.62 if day.year == 2020 else 0.86)
        meetings.append(FollowUp(course, to_workday(day, course.start, LAST_DAY), held, ""))
        day += days(chance.whole(60, 100))
    return meetings


def meetings_after(chance, course):
    """About three months and about eight months after the end; none for those who moved away."""
    if course.outcome in ("fraflyttet", "uoplyst"):
        return []
    status, meetings = course.outcome, []
    for soonest, latest, likely in ((80, 110, 0.7), (190, 350, 0.75 if course.is_positive() else 0.3)):
        day = course.end + days(chance.whole(soonest, latest))
        status = status_after(chance, status)
        if chance.share(likely) and day <= LAST_DAY:
            meetings.append(FollowUp(course, to_workday(day, course.end, LAST_DAY), chance.share(0.9), status))
    return meetings


def status_after(chance, status):
    """Most are where they were; some have moved on, some have stopped."""
    if status in POSITIVE:
        return chance.weighted({status: 78, "ordinaert_job": 4, "smaajob": 5, "stoppet": 8, "andet": 3, "uoplyst": 2})
    return chance.weighted({status: 62, "fleksjob": 8, "smaajob": 8, "uddannelse": 8, "nyt_forloeb": 10, "andet": 4})


# ---------------------------------------------------------------------------------------------------
# Writing: each file in the form of the system it comes from (sample_forms.py)
# ---------------------------------------------------------------------------------------------------


def courses_csv(data):
    """The jobcenter's case system: UTF-8 with byte order mark, CRLF, codes as they are shown on the screen."""
    header = ["Forløb-id", "Borger-id", "Aftale-id", "Målgruppe", "Start", "Slut", "Trin start", "Trin slut",
              "Timer start", "Timer slut", "Plan", "Ejerskab", "Udfald", "Årsag"]
    rows = [[c.key, c.citizen, c.agreement.key, spoken(c.target_group), dashed(c.start), dashed(c.end),
             spoken(c.step_start), spoken(c.step_end), hours(c.hours_start), hours(c.hours_end), c.plan, c.ownership,
             spoken(c.outcome), spoken(c.cause)] for c in data.courses]
    return csv_bytes(header, rows, encoding="utf-8-sig")


def kept_by_enterprise(job):
    """The enterprises' own spreadsheet has every third of the jobs that came of no agreement."""
    return not job.agreement and int(job.key[1:]) % 3 == 0


def jobcenter_jobs_csv(data):
    """A database extract: plain codes, ISO dates with a time, UTF-8 without byte order mark."""
    header = ["job_id", "borger_id", "virksomhed_id", "aftale_id", "jobtype", "start", "slut", "timer", "maalgruppe",
              "in_house", "csr"]
    rows = [[j.key, j.citizen, j.enterprise.key, j.agreement, j.kind, iso_with_time(j.start), iso_with_time(j.end),
             hours(j.hours), j.target_group, "1" if j.enterprise.kind == "in_house" else "0", "1" if j.csr else "0"]
            for j in data.jobs if not kept_by_enterprise(j)]
    return csv_bytes(header, rows)


def enterprise_jobs_csv(data):
    """A spreadsheet kept by hand: another order of columns, Windows-1252, dots in dates, empty rows at the end."""
    header = ["Job ID", "VIRKSOMHED ID", "Borger ID", "Jobtype", "Målgruppe", "Start", "Slut", "Timer", "In-house"]
    rows = [[j.key, j.enterprise.key, j.citizen, spoken(j.kind), spoken(j.target_group), dotted(j.start), short(j.end),
             f" {hours(j.hours)}", "x" if j.enterprise.kind == "in_house" else ""]
            for j in data.jobs if kept_by_enterprise(j)]
    return csv_bytes(header, rows, encoding="cp1252", empty_rows=3)


def follow_ups_csv(data):
    """An extract with commas and bare line feeds."""
    header = ["forloeb_id", "dato", "moede_holdt", "status"]
    rows = [[m.course.key, iso(m.day), "ja" if m.held else "nej", m.status] for m in data.follow_ups]
    return csv_bytes(header, rows, separator=",", newline="\n")


AGREEMENT_REMARKS = {"SA-01": "Evalueret i marts 2016 og marts 2017", "SA-03": "To forløb;\nrammen kan bruges igen",
                     "SA-05": 'Forlænget med to år den 1. juli 2024, "på samme vilkår"'}


def agreements_csv(data):
    """A spreadsheet of the unit: Windows-1252, slashes in dates, amounts with thousands dots and kr."""
    header = ["Aftale-id", "Navn", "Virksomhed-id", "Type", "Start", "Slut", "Pladser", "Pris pr forløb",
              "Positive udfald", "Målgruppe", "Bemærkning"]
    rows = [[a.key, a.name, a.enterprise, spoken(a.kind), slashed(a.start), slashed(a.end), a.places,
             kroner(int(a.price)) if a.price else "", "|".join(a.positive), spoken(a.target_group),
             AGREEMENT_REMARKS.get(a.key, "")] for a in data.agreements]
    return csv_bytes(header, rows, encoding="cp1252", empty_rows=2)


def enterprises_csv(data):
    """Excel's "Unicode text": UTF-16 with tabs."""
    header = ["Virksomhed ID", "Navn", "CVR", "Type", "Branche", "By", "Status", "Start", "Slut", "Lukkeårsag",
              "Kommune", "Registreret", "Bundlinje social", "Bundlinje lokal", "Bundlinje økonomisk", "Ansatte",
              "Ansatte kant", "Indtægt privat", "Indtægt offentlig", "Indtægt civil"]
    rows = []
    for e in data.enterprises:
        income = [kroner(amount) for amount in e.income] or ["", "", ""]
        staff = ["" if number is None else str(number) for number in (e.employees, e.edge_employees)]
        rows.append([e.key, e.name, e.cvr, spoken(e.kind), e.business, e.town, spoken(e.status), dashed(e.start),
                     dashed(e.end), e.closing_reason, ABROAD.get(e.key, "Slagelse"), dashed(e.registered), "Sand",
                     "Sand", "Sand" if e.three_bottom_lines else "Falsk", *staff, *income])
    return csv_bytes(header, rows, separator="\t", encoding="utf-16")


def goals_csv():
    """Written by hand for Excel, with its line that names the separator."""
    header = ["Mål-id", "Navn", "Type", "Nøgle", "Kode", "Mål", "Mål til", "Fra år", "Til år", "Opnået dato"]
    rows = []
    for line in GOALS.splitlines():
        *cells, reached = line.split("|")
        rows.append([cell.replace("+", "|") for cell in cells] + [dashed(read_day(reached))])
    return csv_bytes(header, rows, first_line="sep=;")


def folder_of(data, extract_date):
    """All files of one data folder, name -> bytes."""
    return {
        "rapport.ini": REPORT_INI.format(extract_date=extract_date).encode("utf-8"),
        "logo.png": logo_png(),
        "forloeb.csv": courses_csv(data),
        "job-jobcenter.csv": jobcenter_jobs_csv(data),
        "job-virksomheder.csv": enterprise_jobs_csv(data),
        "opfoelgninger.csv": follow_ups_csv(data),
        "aftaler.csv": agreements_csv(data),
        "virksomheder.csv": enterprises_csv(data),
        "maal.csv": goals_csv(),
        **cycle_files(data),
        **narrative_files(),
    }


# ---------------------------------------------------------------------------------------------------
# The data sets
# ---------------------------------------------------------------------------------------------------


def make_data_set():
    """The clean set."""
    data = DataSet(enterprises=make_enterprises(), agreements=make_agreements())
    data.courses = make_courses(data.agreements)
    make_jobs(data)
    make_follow_ups(data)
    return data


def make_corrected_set():
    """The clean set as it looked five weeks later.

    - A small job that began on 16-12-2024 had not been registered: it is the thirtieth of that year.
    - One citizen who stopped in 2024 had another cause than first noted.
    - One job of 2023 has fewer hours a week than first noted.
    - One follow-up meeting of 2024 that was noted as held was not.
    """
    data = make_data_set()
    enterprise = next(e for e in data.enterprises if e.key == "V031")
    data.jobs.append(Job(f"J{len(data.jobs) + 1:04}", LATE_JOB_START, "smaajob", late_citizen(data), enterprise, "", None, 6,
                         "unge"))
    stopped = next(c for c in data.courses if c.end and c.end.year == 2024 and c.cause == "helbred")
    stopped.cause = "privatliv"
    job = next(j for j in data.jobs if j.start.year == 2023 and j.kind == "fleksjob" and j.hours > 8)
    job.hours = 7.5
    meeting = next(m for m in data.follow_ups if m.day.year == 2024 and m.held and not m.status)
    meeting.held = False
    return data


def late_citizen(data):
    """A citizen without any other row."""
    numbers = [int(row.citizen[1:]) for row in data.courses + data.jobs]
    return f"B{max(numbers) + 1:05}"


def write_folder(folder, files):
    """Write the files, and remove what an earlier generator left beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.rglob("*"):
        if stale.is_file() and str(stale.relative_to(folder)) not in files:
            stale.unlink()
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def write_samples(root):
    root.mkdir(parents=True, exist_ok=True)
    (root / "parametre.csv").write_bytes(PARAMETERS.replace("\n", "\r\n").encode("utf-8-sig"))
    write_folder(root / "slagelse", folder_of(make_data_set(), EXTRACT_DATE))
    write_folder(root / "slagelse-rettet", folder_of(make_corrected_set(), CORRECTED_EXTRACT_DATE))
    write_folder(root / "effekt", effect_folder())
    write_folder(root / "erfaring-17", survey_folder())
    files, expected = fault_folder()
    write_folder(root / "fejl", files)
    (root / "fejl-ventet.csv").write_bytes(expected)
    for name, municipality in municipality_folders().items():
        write_folder(root / "kommuner" / name, municipality)


def main():
    default = pathlib.Path(__file__).resolve().parent.parent / "samples"
    parser = argparse.ArgumentParser(description="Writes the sample folders anew.")
    parser.add_argument("folder", type=pathlib.Path, nargs="?", default=default, help="where (default: samples/)")
    write_samples(parser.parse_args().folder)


if __name__ == "__main__":
    main()
