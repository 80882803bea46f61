"""What each number of a report's tables stands for: from sheet, row and column heading to a value of noegletal.csv.

This is the mapping that the program makes when it composes a report, written a second time from the headings alone. A
table or a row that is not known here raises Unknown, so that no new table goes unchecked.
"""

import csv
import decimal
import io
import json
import re

from program import SAMPLES, parse_value, read_figures, run

FACT = object()  # a fact of the data folder, such as a date or a number of places, and no figure
MONTHS = ["Januar", "Februar", "Marts", "April", "Maj", "Juni", "Juli", "August", "September", "Oktober", "November",
          "December"]
WITHOUT_ZERO = {"evaluering.svar"}  # a mean of nothing is no value, where a count of nothing is 0

KEY_FIGURES = {
    "Nye job, alle typer": "job.nye",
    "Borgere i nye job": "job.personer",
    "Borgerens første job": "job.foerste",
    "Borgerens næste job": "job.naeste",
    "Heraf i en anden virksomhed": "job.naeste_anden",
    "Virksomheder med nye job": "job.virksomheder",
    "Job i in-house løsninger": "job.in_house",
    "Job efter CSR-aftaler": "job.csr",
    "Timer pr. uge i nye job": "job.timer",
    "Årsværk i nye job": "job.aarsvaerk",
    "Job i gang ved årets udgang": "job.aktive_ultimo",
    "Borgere i forløb": "forloeb.personer",
    "Afsluttede forløb": "forloeb.afsluttede",
    "Effekt af afsluttede forløb": "forloeb.effekt",
    "Fastholdelse efter et halvt til et helt år": "forloeb.fastholdelse",
    "Virksomheder og initiativer ved årets udgang": "virksomhed.aktive_ultimo",
    "Virksomheder og initiativer ved halvårets udgang": "virksomhed.aktive_ultimo",
    "Virksomheder og initiativer": "virksomhed.aktive_ultimo",
    "Heraf med tre bundlinjer": "virksomhed.tre_bundlinjer",
    "Arbejder med tre bundlinjer": "virksomhed.tre_bundlinjer",
    "Registrerede socialøkonomiske virksomheder": "virksomhed.registrerede",
    "Første generation": ("virksomhed.generation", "1"),
    "Anden generation": ("virksomhed.generation", "2"),
    "Uden for kommunen": "virksomhed.udenfor",
    "På vej": "virksomhed.paa_vej",
    "Ansatte fra kanten af arbejdsmarkedet": "virksomhed.ansatte_kant",
    "Andel ansatte fra kanten": "virksomhed.kant_andel",
    "Virksomheder med mindst 30 % ansatte fra kanten": "virksomhed.kant_30",
    "Ansøgninger": "fundraising.ansoegninger",
    "Ansøgt beløb i kr.": "fundraising.ansoegt",
    "Bevillinger": "fundraising.bevillinger",
    "Bevilget beløb i kr.": "fundraising.bevilget",
    "Bevilget til ansøgninger i kr.": "fundraising.bevilget",
    "Andel imødekommet": "fundraising.succesrate",
    "Givere": "fundraising.givere",
    "Heraf givere, der også har givet tidligere": "fundraising.gengangere",
    "Lokale indkøb i kr.": "indkoeb.beloeb",
    "Beløb i kr.": "indkoeb.beloeb",
    "Heraf på reserverede kontrakter": "indkoeb.reserveret",
    "Antal indkøb": "indkoeb.antal",
    "Virksomheder, der er købt hos": "indkoeb.virksomheder",
    "Sat i gang i året": "proevehandling.igangsatte",
    "I gang i året, på tværs af sektorer": "proevehandling.tvaersektorielle",
    "I gang i året, med en lokal partner": "proevehandling.lokal_partner",
    "Prøvehandlinger med en lokal partner": "proevehandling.lokal_partner",
    # The agreements' sheets use the figures' own names.
    "Pladsudnyttelse": "forloeb.pladser_udnyttelse",
    "Startede forløb": "forloeb.startede",
    "I gang ved periodens slutning": "forloeb.igang_ultimo",
    "Afsluttet med positivt udfald": "forloeb.positive",
    "Effekt": "forloeb.effekt",
    "Længere fremme i værdikæden": ("forloeb.progression", "frem"),
    "På samme trin i værdikæden": ("forloeb.progression", "uaendret"),
    "Længere tilbage i værdikæden": ("forloeb.progression", "tilbage"),
    "Ændring i timer pr. uge, gennemsnit": "forloeb.timer_aendring",
    "Fik lønnede timer": "forloeb.loennede_timer",
    "Varighed i dage, median": "forloeb.varighed",
    "Andel med en plan": "forloeb.plan_andel",
    "Andel med ejerskab til planen": "forloeb.ejerskab_andel",
    "Holdte opfølgningsmøder": "forloeb.opfoelgningsmoeder",
    "Andel opfølgningsmøder holdt": "forloeb.opfoelgning_andel",
    "Fastholdelse": "forloeb.fastholdelse",
    "Nye job": "job.nye",
}
AGREEMENT_COLUMNS = {
    "Brugt": "forloeb.pladser_udnyttelse",
    "Startet": "forloeb.startede",
    "Afsluttet": "forloeb.afsluttede",
    "I gang": "forloeb.igang_ultimo",
    "Positivt udfald": "forloeb.positive",
    "Positivt": "forloeb.positive",
    "Effekt": "forloeb.effekt",
    "Frem": ("forloeb.progression", "frem"),
    "Samme": ("forloeb.progression", "uaendret"),
    "Tilbage": ("forloeb.progression", "tilbage"),
    "Timer pr. uge": "forloeb.timer_aendring",
    "Fastholdt": "forloeb.fastholdelse",
    "Fra": FACT, "Til": FACT, "Pladser": FACT, "Status": FACT, "Navn": FACT, "Aftalepart": FACT, "Type": FACT,
}
EFFECT_COLUMNS = {
    "Afsluttet i alt": "forloeb.afsluttede_ialt",
    "Positivt i alt": "forloeb.positive_ialt",
    "Effekt i alt": "forloeb.effekt_ialt",
    "Stoppet i alt": ("forloeb.udfald_ialt", "stoppet"),
    "Afsluttet": "forloeb.afsluttede",
    "Effekt": "forloeb.effekt",
    "Fastholdt": "forloeb.fastholdelse",
    "Brugt": "forloeb.pladser_udnyttelse",
}
ENTERPRISE_COLUMNS = {
    "Åbnet": "virksomhed.nye",
    "Lukket": "virksomhed.lukkede",
    "Ved årets udgang": "virksomhed.aktive_ultimo",
    "Heraf med tre bundlinjer": "virksomhed.tre_bundlinjer",
}
MODEL_COLUMNS = {
    "Ansøgninger": "fundraising.ansoegninger",
    "Ansøgt i kr.": "fundraising.ansoegt",
    "Bevillinger": "fundraising.bevillinger",
    "Bevilget i kr.": "fundraising.bevilget",
}
QUESTIONS = {"Brug": "i_brug", "Plan": "plan", "Ejerskab": "ejerskab", "Opfølgning": "opfoelgning",
             "Aftalt": "sagsbehandler", "Effekt": "effekt", "Overblik": "overblik", "Samarbejde": "samarbejde"}
SECTORS = {"Privat": "privat", "Offentlig": "offentlig", "Civilsamfund": "civil"}
ROWS_OF_A_FILE = {"Rækker": "raekker", "Talt med": "talt_med", "Udeladt": "udeladt", "Tomme": "tomme"}


class Unknown(Exception):
    """A table, row or column that nothing is known of here."""


def code_names(folder):
    """(list, Danish name) -> code, from the templates that the program writes into the folder."""
    assert run("skabeloner", folder).status == 0
    rows = csv.reader(io.StringIO((folder / "koder.csv").read_text(encoding="utf-8-sig")), delimiter=";")
    return {(row[0], row[2]): row[1] for row in rows}


def sample_goals():
    text = (SAMPLES / "slagelse" / "maal.csv").read_text(encoding="utf-8-sig").split("\n", 1)[1]
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def year_before(period):
    return str(int(period[:4]) - 1) + period[4:]


def period_of(heading):
    """The period that a heading ends in: 2024, 2024-1; None without one."""
    found = re.search(r"(?:([12])\. halvår )?(\d{4})$", heading)
    return found and found.group(2) + (f"-{found.group(1)}" if found.group(1) else "")


class TableFigures:
    """The values that belong in the tables of one report of the sample."""

    def __init__(self, folder, period, codes):
        self.period, self.year, self.codes, self.goals, self.labels = period, period[:4], codes, sample_goals(), ()
        self.rows = read_figures(folder / f"noegletal-{period}.csv")
        self.manifest = json.loads((folder / "koersel.json").read_text(encoding="utf-8"))

    def figure(self, name, period=None, aftale="", maalgruppe="", kode=""):
        """The value in noegletal.csv; a count by code that is zero has no row."""
        found = self.rows.get((name, period or self.period, aftale, maalgruppe, kode))
        if found is None:
            return decimal.Decimal(0) if (kode or maalgruppe) and name not in WITHOUT_ZERO else None
        return parse_value(found[0])

    def named(self, table, label, period=None, aftale=""):
        if label not in table:
            raise Unknown(label)
        if table[label] is FACT:
            return FACT
        name, kode = table[label] if isinstance(table[label], tuple) else (table[label], "")
        return self.figure(name, period, aftale, kode=kode)

    def code(self, code_list, name):
        if (code_list, name) not in self.codes:
            raise Unknown(f"{code_list}: {name}")
        return self.codes[code_list, name]

    def is_share(self, label):
        name = KEY_FIGURES[label]
        return any(key[0] == name and row[1] == "andel" for key, row in self.rows.items())

    def expected(self, sheet, label, heading, labels=()):
        """The value of the cell, None for no value, or FACT; `labels`: those of the table's other rows."""
        self.labels = labels
        for pattern, method in TABLES.items():
            found = re.fullmatch(pattern, sheet)
            if found:
                return method(self, label, heading, *found.groups())
        raise Unknown(f"the table on the sheet {sheet}")

    # ---- Key figures by period ----

    def key_figures(self, label, heading, aftale="", now=None):
        if heading.startswith("I alt til "):
            return self.figure(f"{KEY_FIGURES[label]}_ialt", aftale=aftale)
        if heading != "Ændring":
            return self.named(KEY_FIGURES, label, period_of(heading), aftale)
        now = now or self.period
        values = [self.named(KEY_FIGURES, label, period, aftale) for period in (now, year_before(now))]
        return self.change(*values, 100 if self.is_share(label) else 1)

    @staticmethod
    def change(now, before, scale=1):
        return None if now is None or before is None else (now - before) * scale

    def key_figures_of_year(self, label, heading):
        return self.key_figures(label, heading, now=self.year)

    # ---- Goals ----

    def goal(self, label, heading):
        goal = next((goal for goal in self.goals if goal["Navn"] == label), None)
        if goal is None:
            raise Unknown(label)
        name = f"maal.{goal['Mål-id']}"
        value, target = self.figure(f"{name}.vaerdi"), self.figure(f"{name}.maal")
        if heading == "Måltal" and goal["Mål til"]:
            return f"{target}–{goal['Mål til']}"
        if heading == "Nået den":
            return FACT if self.rows.get((f"{name}.dato", self.period, "", "", ""), ("",))[0] else None
        parts = {"Resultat": "vaerdi", "Måltal": "maal", "Opfyldelse": "opfyldelse", "Prognose for året": "prognose"}
        if heading in parts:
            return self.figure(f"{name}.{parts[heading]}")
        return self.pace(goal, heading, value, target)

    def pace(self, goal, heading, value, target):
        """A month's share of what has come and of what is missing, at the end of a first half-year."""
        to_end = goal["Type"] == "slut"
        months_gone = 6 + (12 * (int(self.year) - int(goal["Fra år"])) if to_end else 0)
        months_left = 6 + (12 * (int(goal["Til år"]) - int(self.year)) if to_end else 0)
        if heading == "Takt pr. måned":
            before = self.figure(goal["Nøgle"], str(int(goal["Fra år"]) - 1)) if to_end else 0
            return None if value is None else (value - before) / months_gone
        if heading == "Krav pr. måned":
            return None if value is None or target is None or value >= target else (target - value) / months_left
        raise Unknown(heading)

    def goal_of(self, year, kind, key):
        """The goal of that kind in the year, for a figure that begins so."""
        return next((goal for goal in self.goals if goal["Type"] == kind and goal["Nøgle"].startswith(key)
                     and int(goal["Fra år"]) <= int(year) <= int(goal["Til år"])), None)

    def target(self, year, kind, key):
        goal = self.goal_of(year, kind, key)
        return decimal.Decimal(goal["Mål"]) if goal else None

    # ---- Jobs ----

    def jobs_by_year(self, label, heading):
        norm = self.goal_of(self.year, "aarlig", "job.nye")
        within = sum(self.figure("job.nye", label, kode=kode) for kode in norm["Kode"].split("|")) if norm else None
        if heading == "Årsnorm":
            return self.target(label, "aarlig", "job.nye")
        if heading == "Job i årsnormen":
            return within
        if heading == "Tæller ikke med i årsnormen":
            return self.figure("job.nye", label) - within
        return self.jobs_of_type(heading, label)

    def jobs_of_type(self, label, heading):
        kode = "" if label == "I alt" else self.code("jobtype", label)
        return self.figure("job.nye", period_of(heading), kode=kode)

    def running_count(self, label, heading):
        if heading == "Årsnorm":
            return self.target(self.year, "aarlig", "job.nye")
        if heading == "Nye job, alle typer":
            month = f"{MONTHS.index(label) + 1:02}"
            coming = self.period.endswith("-1") and month > "06"
            return None if coming else self.figure("job.akkumuleret", kode=month)
        return FACT

    def jobs_by_hours(self, label, year):
        if label == "I alt":
            return self.figure("job.nye", year)
        band = "30+" if label == "30 timer eller mere" else label.removesuffix(" timer").replace("–", "-")
        return self.figure("job.timebaand", year, kode=band)

    def jobs_by_target_group(self, label, year):
        return self.figure("job.nye", year, maalgruppe="" if label == "I alt" else self.code("maalgruppe", label))

    def jobs_by_enterprise_type(self, label, year):
        if label == "I alt":
            return self.figure("job.nye", year)
        return self.figure("job.virksomhedstype", year, kode=self.code("virksomhedstype", label))

    # ---- Agreements ----

    @staticmethod
    def agreement(label):
        return "" if label == "Alle aftaler" else label.split()[0]

    @property
    def courses_period(self):
        """An evaluation tells of the courses of the year before."""
        is_evaluation = self.manifest["rapport"].startswith("evaluering")
        return year_before(self.period) if is_evaluation else self.period

    def agreements(self, label, heading):
        return self.named(AGREEMENT_COLUMNS, heading, self.courses_period, self.agreement(label))

    def effect(self, label, heading):
        period = period_of(heading)
        column = heading.removesuffix(f" {period}")
        if label != "Alle aftaler" or period:
            return self.named(EFFECT_COLUMNS, column, period, self.agreement(label))

        def total(name):
            return sum(self.named(EFFECT_COLUMNS, name, None, self.agreement(other))
                       for other in self.labels if other != label)
        if column != "Effekt i alt":
            return total(column)
        return total("Positivt i alt") / total("Afsluttet i alt")

    def value_chain(self, label, heading):
        steps = [code for (code_list, _), code in self.codes.items() if code_list == "trin"]
        starts = steps if label == "I alt" else [self.code("trin", label)]
        ends = steps if heading == "I alt" else [self.code("trin", heading.removeprefix("Slut: ").capitalize())]
        return sum(self.figure("forloeb.vaerdikaede", kode=f"{start}>{end}") for start in starts for end in ends)

    def readings(self, label, heading):
        """A mean of no courses is no value, and then the courses are 0."""
        name = {"Forløb": "progression.forloeb", "Ændring": "progression.aendring"}.get(heading.split()[0])
        kode, period = self.code("indikator", label), period_of(heading)
        if name is None or period is None:
            raise Unknown(heading)
        read = self.rows.get(("progression.forloeb", period, "", "", kode))
        return self.figure(name, period, kode=kode) if read or name == "progression.forloeb" else None

    def outcomes(self, label, heading, aftale=""):
        if heading == "Positivt":
            return FACT
        so_far = re.fullmatch(r"(Afsluttet|Andel) til \d\d-\d\d-\d{4}", heading)
        period = self.period if so_far else period_of(heading)
        suffix = "_ialt" if so_far else ""
        ended = self.figure(f"forloeb.afsluttede{suffix}", period, aftale)
        if heading.startswith("Status efter"):
            return self.by_outcome("forloeb.status_efter", label, period, aftale)
        number = ended if label == "I alt" else self.by_outcome(f"forloeb.udfald{suffix}", label, period, aftale)
        if heading.startswith("Afsluttet"):
            return number
        if not heading.startswith("Andel"):
            raise Unknown(heading)
        return number / ended if ended else None

    def by_outcome(self, name, label, period, aftale):
        if label == "I alt":
            return sum(parse_value(value) for key, (value, _) in self.rows.items() if key[:4] == (name, period, aftale, ""))
        return self.figure(name, period, aftale, kode=self.code("udfald", label))

    def dropouts(self, label, heading, aftale):
        def number(period, suffix=""):
            if label == "I alt":
                return self.figure(f"forloeb.udfald{suffix}", period, aftale, kode="stoppet")
            return self.figure(f"forloeb.afbrud{suffix}", period, aftale, kode=self.code("aarsag", label))

        if heading.startswith("I alt til "):
            return number(self.period, "_ialt")
        if heading == "Ændring":
            return number(self.period) - number(year_before(self.period))
        return number(period_of(heading))

    def answers(self, label, heading, who):
        aftale = "" if who == "Alle aftaler" else who
        kode = self.code("evalueringsspoergsmaal", re.sub(r"^\d+\. ", "", label))
        if heading == "Ændring":
            return self.change(*(self.figure("evaluering.svar", period, aftale, kode=kode)
                                 for period in (self.period, year_before(self.year))))
        if heading == "Svar":
            return self.figure("evaluering.antal", aftale=aftale, kode=kode)
        if heading.startswith("Snit "):
            year = period_of(heading)
            return self.figure("evaluering.svar", None if year == self.year else year, aftale, kode=kode)
        if re.fullmatch("[1-5]", heading):
            return self.figure("evaluering.fordeling", aftale=aftale, kode=f"{kode}:{heading}")
        raise Unknown(heading)

    def effect_by_year(self, label, heading):
        return self.figure("forloeb.effekt", period_of(heading), self.agreement(label))

    def outcome_groups(self, label, heading):
        aftale = self.agreement(label)
        ended, positive, stopped = (self.figure(f"forloeb.{name}_ialt", aftale=aftale, kode=kode) for name, kode in
                                    (("afsluttede", ""), ("positive", ""), ("udfald", "stoppet")))
        return {"Afsluttet": ended, "Positivt udfald": positive, "Stoppet": stopped, "Andet udfald": ended - positive - stopped}[heading]

    def spread(self, label, heading):
        question, year = re.fullmatch(r"\d+\. (.*), (\d{4})", label).groups()
        kode = self.code("evalueringsspoergsmaal", question)
        if heading == "Svar":
            return self.figure("evaluering.antal", None if int(year) == self.year else year, kode=kode)
        return self.figure("evaluering.fordeling", None if int(year) == self.year else year, kode=f"{kode}:{heading[0]}")

    def mean_answers(self, label, heading):
        aftale = self.agreement(label)
        if heading == "Svar":
            return sum(self.figure("evaluering.antal", aftale=aftale, kode=kode) for kode in QUESTIONS.values())
        if heading not in QUESTIONS:
            raise Unknown(heading)
        return self.figure("evaluering.svar", aftale=aftale, kode=QUESTIONS[heading])

    # ---- Enterprises and efforts ----

    def enterprises_by_year(self, label, heading):
        if heading == "Mål":
            return self.target(label, "slut", "virksomhed.")
        return self.named(ENTERPRISE_COLUMNS, heading, label)

    def enterprises_by_type(self, label, year):
        return self.figure("virksomhed.aktive_ultimo", year, kode="" if label == "I alt" else
                           self.code("virksomhedstype", label))

    def income(self, label, heading):
        if heading not in SECTORS:
            raise Unknown(heading)
        found = self.rows.get(("virksomhed.indtaegt_andel", label, "", "", SECTORS[heading]))
        return parse_value(found[0]) if found else None

    def applications_by_model(self, label, heading):
        if heading not in MODEL_COLUMNS:
            raise Unknown(heading)
        return self.figure(MODEL_COLUMNS[heading], kode="" if label == "I alt" else self.code("fundraisingmodel", label))

    def purchases_by_department(self, label, year):
        return self.figure("indkoeb.beloeb", year, kode="" if label == "I alt" else label)

    def trials_by_status(self, label, _heading):
        if label == "I alt":
            return sum(parse_value(row[0]) for key, row in self.rows.items()
                       if key[:2] == ("proevehandling.status", self.period))
        return self.figure("proevehandling.status", kode=self.code("proevehandlingsstatus", label))

    def trials_by_un_goal(self, label, year):
        return self.figure("proevehandling.verdensmaal", year, kode=re.match(r"Mål (\d+): ", label).group(1))

    # ---- Data ----

    def files(self, label, heading):
        read = [item for item in self.manifest["input"] if item["fil"].endswith(".csv")]
        mine = read if label == "I alt" else [item for item in read if item["fil"] == label]
        if not mine:
            raise Unknown(label)
        return decimal.Decimal(sum(item[ROWS_OF_A_FILE[heading]] for item in mine))

    def findings(self, label, heading):
        assert heading == "Antal"
        return decimal.Decimal(next(item["antal"] for item in self.manifest["fund"] if item["kode"] == label))

    def facts(self, _label, _heading):
        return FACT


TABLES = {
    "Noter|Indhold|Virksomhederne|Aftaleparter|Ansøgninger|Indkøbsaftaler|Prøvehandlinger|Anbefalinger|Sidste års anbefalinger"
    "|Indsatser|Sådan er tallene talt": TableFigures.facts,
    "Nøgletal|Jobbene i tal|Slagelse-modellen|Den (?:sociale|lokale|økonomiske) bundlinje|Virksomhedernes kendetegn"
    "|Fundraising|Lokale indkøb|Prøvehandlinger pr\\. år": TableFigures.key_figures,
    "Nøgletal, hele året": TableFigures.key_figures_of_year,
    "Mål": TableFigures.goal,
    "Job pr\\. år": TableFigures.jobs_by_year,
    "Job efter type": TableFigures.jobs_of_type,
    "Job gennem året": TableFigures.running_count,
    "Timer pr\\. uge": TableFigures.jobs_by_hours,
    "Job efter målgruppe": TableFigures.jobs_by_target_group,
    "Job efter virksomhedstype": TableFigures.jobs_by_enterprise_type,
    "Aftalerne i overblik|Overblik": TableFigures.agreements,
    "Effekt, aftalerne": TableFigures.effect,
    "Værdikæden": TableFigures.value_chain,
    "Målinger": TableFigures.readings,
    "Udfald, alle aftaler": TableFigures.outcomes,
    "Udfald ([A-Z]+-\\d+)": TableFigures.outcomes,
    "Årsager ([A-Z]+-\\d+)": TableFigures.dropouts,
    "Spørgsmål (Alle aftaler|[A-Z]+-\\d+)": TableFigures.answers,
    "Resultater ([A-Z]+-\\d+)": TableFigures.key_figures,
    "Fordeling af svarene": TableFigures.spread,
    "Effekt pr\\. år, aftalerne": TableFigures.effect_by_year,
    "Udfald i grupper, aftalerne": TableFigures.outcome_groups,
    "Svar, aftalerne": TableFigures.mean_answers,
    "Virksomheder pr\\. år": TableFigures.enterprises_by_year,
    "Virksomheder efter type": TableFigures.enterprises_by_type,
    "Mosaikøkonomi": TableFigures.income,
    "Fundraising efter model": TableFigures.applications_by_model,
    "Indkøb efter forvaltning": TableFigures.purchases_by_department,
    "Prøvehandlinger efter status": TableFigures.trials_by_status,
    "Verdensmål": TableFigures.trials_by_un_goal,
    "Filer": TableFigures.files,
    "Fund i data": TableFigures.findings,
}
