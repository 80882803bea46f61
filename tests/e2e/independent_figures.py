"""A second implementation of the figures, for comparison with the program's noegletal-<period>.csv.

Written from the definitions of the figures, not from the program: it filters lists again and again and follows
goals day by day, without any regard to speed. It reads a folder of sound data (what the program would call an
error is not looked for) and knows only the Python standard library.

    independent_figures.py FOLDER PERIOD > noegletal.csv
    independent_figures.py FOLDER evaluering YEAR [CUTOFF, yyyy-mm-dd] > noegletal.csv
"""

import calendar
import configparser
import csv
import datetime
import fractions
import io
import pathlib
import re
import sys
import unicodedata

F = fractions.Fraction
DAY = datetime.timedelta(days=1)

# The built-in code lists, in order; a name stands only where it does not fold to the code.
CODES = {
    "maalgruppe": "ressourceforloeb kontanthjaelp fleksjob integration unge sygedagpenge jobafklaring ledighedsydelse "
                  "stu foertidspension anden=anden_maalgruppe",
    "trin": "motivation afklaring praktik lille_job flere_timer",
    "udfald": "uddannelse ordinaert_job fleksjob smaajob loentilskud praktik nyt_forloeb stoppet fraflyttet "
              "foertidspension andet uoplyst",
    "aarsag": "alkohol misbrug privatliv helbred egen_beslutning virksomhed=forhold_i_virksomheden andet",
    "jobtype": "fleksjob deltidsjob smaajob ordinaert=ordinaert_job loentilskud",
    "aftaletype": "samarbejdsaftale indkoebsaftale partnerskab csr=csr_aftale in_house=in_house_loesning",
    "virksomhedstype": "virksomhed initiativ forening fond in_house=in_house_loesning",
    "virksomhedsstatus": "aktiv paa_vej lukket",
    "evalueringsspoergsmaal": "i_brug plan ejerskab opfoelgning sagsbehandler effekt overblik samarbejde",
    "indsats": "csr fundraising boligomraader maalgruppe=bredere_maalgruppe lokale_indkoeb "
               "in_house=in_house_loesninger civilsamfund proevehandlinger verdensmaal trends",
    "anbefalingsstatus": "stillet vedtaget aendret afvist gennemfoert",
    "fundraisingmodel": "no_cure_no_pay=no_cure,_no_pay egen=egen_ansoegning kommune=kommunens_ansoegning",
    "proevehandlingsstatus": "ide i_gang afsluttet skaleret stoppet",
    "sektor": "offentlig privat civilsamfund",
    "indikator": "livsmestring afklaring robusthed arbejdsidentitet arbejdsevne",
    "statusfarve": "groen gul roed",
    "maaltype": "aarlig=aarligt_maal slut=slutmaal milepael",
}
POSITIVE = {"uddannelse", "ordinaert_job", "fleksjob", "smaajob", "loentilskud"}

REAL_DATES = {"start", "slut", "dato", "registreret", "opnaaet_dato", "indsendt", "afgjort"}
NUMBERS = {"timer_start", "timer_slut", "timer", "pladser", "ansatte", "ansatte_kant", "indtaegt_privat",
           "indtaegt_offentlig", "indtaegt_civil", "maal", "fra_aar", "til_aar", "aar", "svar", "ansoegt", "bevilget", "beloeb", "vaerdi"}
YES_NO = {"plan", "ejerskab", "moede_holdt", "in_house", "csr", "bundlinje_social", "bundlinje_lokal",
          "bundlinje_oekonomisk", "lokal_partner", "reserveret"}
CODED = {  # table and column -> list
    ("forloeb", "maalgruppe"): "maalgruppe", ("forloeb", "trin_start"): "trin", ("forloeb", "trin_slut"): "trin",
    ("forloeb", "udfald"): "udfald", ("forloeb", "aarsag"): "aarsag", ("job", "jobtype"): "jobtype",
    ("job", "maalgruppe"): "maalgruppe", ("opfoelgninger", "status"): "udfald", ("aftaler", "type"): "aftaletype",
    ("virksomheder", "type"): "virksomhedstype", ("virksomheder", "status"): "virksomhedsstatus",
    ("maal", "type"): "maaltype", ("evalueringer", "spoergsmaal"): "evalueringsspoergsmaal",
    ("indsatser", "indsats"): "indsats", ("indsatser", "status"): "statusfarve",
    ("anbefalinger", "status"): "anbefalingsstatus", ("fundraising", "model"): "fundraisingmodel",
    ("proevehandlinger", "status"): "proevehandlingsstatus", ("progression", "indikator"): "indikator",
}


def fold(text):
    text = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[ .\-]", "_", text)


# ---- Reading -------------------------------------------------------------------------------------------------

def decode(data):
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8")
    if data.startswith(b"\xff\xfe") or data.startswith(b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def read_rows(path):
    text = unicodedata.normalize("NFC", decode(path.read_bytes()))
    separator = None
    first, _, rest = text.partition("\n")
    if first.strip().startswith("sep="):
        separator, text = first.strip()[4:], rest
    header = text.splitlines()[0]
    separator = separator or max(";,\t", key=header.count)
    rows = [[cell.strip(" \t\r\n\u00a0") for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    names = [fold(name) for name in rows[0]]
    for row in rows[1:]:
        if any(row):
            yield {name: cell for name, cell in zip(names, row + [""] * len(names)) if name}


def read_date(text):
    if not text:
        return None
    numbers = [int(part) for part in re.split(r"[-./]", re.split(r"[ T]", text)[0])]
    return datetime.date(*numbers) if numbers[0] > 31 else datetime.date(*reversed(numbers))


def read_number(text):
    text = re.sub(r"(kr\.?|DKK|%)$", "", text, flags=re.I).strip(" \u00a0")
    if not text:
        return None
    if "," in text or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text):
        text = text.replace(".", "").replace(",", ".")
    return F(text)


def read_yes_no(text):
    return {"": None}.get(text, text.lower() in {"ja", "j", "x", "true", "sand", "1"})


class Codes:
    def __init__(self, folder):
        self.lists = {name: [code.partition("=")[0] for code in codes.split()] for name, codes in CODES.items()}
        self.names = {(name, code.partition("=")[2] or code.partition("=")[0]): code.partition("=")[0]
                      for name, codes in CODES.items() for code in codes.split()}
        self.positive = set(POSITIVE)
        if (folder / "koder.csv").exists():
            self.replace(list(read_rows(folder / "koder.csv")))

    def replace(self, rows):
        for name in {fold(row["liste"]) for row in rows}:
            own = [row for row in rows if fold(row["liste"]) == name]
            own.sort(key=lambda row: int(row.get("raekkefoelge") or own.index(row) + 1))
            self.lists[name] = [row["kode"] for row in own]
            self.names.update({(name, fold(row["navn"])): row["kode"] for row in own})
            if name == "udfald":
                self.positive = {row["kode"] for row in own if read_yes_no(row.get("positiv", ""))}

    def find(self, name, text):
        if not text:
            return None
        for code in self.lists[name]:
            if fold(code) == fold(text):
                return code
        return self.names[name, fold(text)]


def read_table(folder, name, codes):
    paths = [folder / (name + ".csv")] if (folder / (name + ".csv")).exists() else []
    paths += sorted(folder.glob(name + "-*.csv"))
    rows = []
    for path in sorted(paths):
        for cells in read_rows(path):
            row = Row(cells)
            for column, text in cells.items():
                if column in REAL_DATES:
                    row[column] = read_date(text)
                elif column in NUMBERS:
                    row[column] = read_number(text)
                elif column in YES_NO:
                    row[column] = read_yes_no(text)
                elif (name, column) in CODED:
                    row[column] = codes.find(CODED[name, column], text)
            rows.append(row)
    return rows


class Row(dict):
    """A row whose missing columns are not stated."""

    def __getattr__(self, name):
        return self.get(name)


class Data:
    def __init__(self, folder):
        self.codes = Codes(folder)
        self.courses = read_table(folder, "forloeb", self.codes)
        self.jobs = read_table(folder, "job", self.codes)
        self.follow_ups = read_table(folder, "opfoelgninger", self.codes)
        self.agreements = read_table(folder, "aftaler", self.codes)
        self.enterprises = read_table(folder, "virksomheder", self.codes)
        self.goals = read_table(folder, "maal", self.codes)
        self.answers = read_table(folder, "evalueringer", self.codes)
        self.efforts = read_table(folder, "indsatser", self.codes)
        self.recommendations = read_table(folder, "anbefalinger", self.codes)
        self.applications = read_table(folder, "fundraising", self.codes)
        self.trials = read_table(folder, "proevehandlinger", self.codes)
        self.purchases = read_table(folder, "indkoeb", self.codes)
        self.readings = read_table(folder, "progression", self.codes)
        self.settings = configparser.ConfigParser(interpolation=None, strict=False, comment_prefixes=("#", ";"))
        self.settings.read_string(decode((folder / "rapport.ini").read_bytes()))
        self.link()

    def link(self):
        by_agreement = {row.aftale_id: row for row in self.agreements}
        by_enterprise = {row.virksomhed_id: row for row in self.enterprises}
        by_course = {row.forloeb_id: row for row in self.courses}
        for course in self.courses:
            course["aftale"] = by_agreement[course.aftale_id]
            course["udfald"] = course.udfald or "uoplyst"
            course["opfoelgninger"] = []
        for meeting in self.follow_ups:
            meeting["forloeb"] = by_course[meeting.forloeb_id]
            meeting["forloeb"].opfoelgninger.append(meeting)
        for reading in self.readings:
            reading["aftale_id"] = by_course[reading.forloeb_id].aftale_id
        for trial in self.trials:
            trial["sektorer"] = {self.codes.find("sektor", one.strip())
                                 for one in (trial.sektorer or "").split("|") if one.strip()}
            trial["verdensmaal"] = {one.strip() for one in (trial.verdensmaal or "").split("|") if one.strip()}
        for application in self.applications:
            application["giver"] = re.sub(r"\s", "", application.giver).lower()
        earlier = {}
        for job in sorted(self.jobs, key=lambda job: job.start):
            job["virksomhed"] = by_enterprise[job.virksomhed_id]
            job["foer"] = earlier.get(job.borger_id)
            earlier[job.borger_id] = job

    def positive(self, course, outcome):
        own = [self.codes.find("udfald", code.strip())
               for code in (course.aftale.positive_udfald or "").split("|") if code.strip()]
        return outcome in (own or self.codes.positive)

    def strategy(self, year):
        for section in self.settings.sections():
            if re.fullmatch(r"strategi(\.\d+)?", section):
                one = self.settings[section]
                if int(one["fra"]) <= year <= int(one["til"]):
                    return one
        return None


# ---- Periods -------------------------------------------------------------------------------------------------

class Period:
    def __init__(self, name):
        self.name = name
        self.year = int(name[:4])
        self.half = int(name[5:] or 0)
        self.p0 = datetime.date(self.year, 7 if self.half == 2 else 1, 1)
        self.p1 = datetime.date(self.year, 6, 30) if self.half == 1 else datetime.date(self.year, 12, 31)


def periods_of(data, report):
    strategy = data.strategy(report.year)
    first = int(strategy["fra"]) - 1 if strategy else report.year - 5
    names = {report.name}
    names |= {str(year) for year in range(first, report.year + 1) if datetime.date(year, 12, 31) <= report.p1}
    if report.half:
        names.add(f"{report.year - 1}-{report.half}")
    return [Period(name) for name in names]


def extract_date(data):
    return read_date(data.settings.get("data", "udtraeksdato", fallback=""))


def counted_periods(data, report):
    """The periods with their last days drawn back to the date of an early extract."""
    extract = extract_date(data)
    for period in periods_of(data, report):
        if extract and extract < report.p1 and extract < period.p1:
            period.p1 = max(extract, period.p0 - DAY)
        yield period


# ---- Counting ------------------------------------------------------------------------------------------------

def share(part, whole):
    return F(part) / F(whole) if whole else None


def median(values):
    values = sorted(values)
    if not values:
        return None
    return F(values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def runs_at_end(row, p1):
    return row.start is not None and row.start <= p1 and (row.slut is None or row.slut > p1)


def by_code(rows, codes, code_of):
    return {code: F(sum(code_of(row) == code for row in rows)) for code in codes}


def days_shared(p0, p1, *spells):
    first = max([p0] + [row.start for row in spells])
    last = min([p1] + [row.slut for row in spells if row.slut])
    return max(0, (last - first).days + 1)


def direction(data, course):
    if not course.trin_start or not course.trin_slut:
        return "uoplyst"
    order = data.codes.lists["trin"].index
    way = order(course.trin_slut) - order(course.trin_start)
    return "frem" if way > 0 else "tilbage" if way < 0 else "uaendret"


def latest_status(course, p0, p1, from_day, to_day):
    found = [meeting for meeting in course.opfoelgninger
             if meeting.status and p0 <= meeting.dato <= p1 and from_day <= (meeting.dato - course.slut).days <= to_day]
    return max(enumerate(found), key=lambda pair: (pair[1].dato, pair[0]))[1].status if found else None


def course_figures(data, rows, follow_ups, p0, p1):
    """name -> value, or name -> {code: value}."""
    codes = data.codes.lists
    ended = [row for row in rows if row.slut and p0 <= row.slut <= p1]
    active = [row for row in rows if p0 <= p1 and row.start <= p1 and (not row.slut or row.slut >= p0)]
    outcomes = by_code(ended, codes["udfald"], lambda row: row.udfald)
    positive = [row for row in ended if data.positive(row, row.udfald)]
    steps = [row for row in ended if row.trin_start and row.trin_slut]
    ways = by_code(ended, ["frem", "uaendret", "tilbage", "uoplyst"], lambda row: direction(data, row))
    changes = [row.timer_slut - row.timer_start for row in ended
               if row.timer_start is not None and row.timer_slut is not None]
    planned = [row for row in active if row.plan is not None]
    owned = [row for row in active if row.plan and row.ejerskab is not None]
    meetings = [row for row in follow_ups if p0 <= row.dato <= p1]
    closed = [row for row in rows if row.slut]
    later = [latest_status(row, p0, p1, 1, 10 ** 6) for row in closed]
    retained = [(row, latest_status(row, p0, p1, 180, 365)) for row in closed
                if row.slut <= p1 and data.positive(row, row.udfald)]
    retained = [(row, status) for row, status in retained if status]
    return {
        "igang_primo": sum(row.start < p0 and (not row.slut or row.slut >= p0) for row in rows),
        "startede": sum(p0 <= row.start <= p1 for row in rows),
        "afsluttede": len(ended),
        "igang_ultimo": sum(runs_at_end(row, p1) for row in rows),
        "aktive": len(active),
        "personer": len({row.borger_id for row in active}),
        "udfald": outcomes,
        "udfald_andel": {code: share(number, len(ended)) for code, number in outcomes.items()},
        "positive": len(positive),
        "effekt": share(len(positive), len(ended)),
        "afbrud": by_code([row for row in ended if row.udfald == "stoppet"], codes["aarsag"],
                          lambda row: row.aarsag or "andet"),
        "progression": ways,
        "progression_andel": {way: share(ways[way], len(steps)) for way in ["frem", "uaendret", "tilbage"]},
        "vaerdikaede": by_code(steps, [f"{a}>{b}" for a in codes["trin"] for b in codes["trin"]],
                               lambda row: f"{row.trin_start}>{row.trin_slut}"),
        "timer_aendring": share(sum(changes), len(changes)),
        "timer_aendring_median": median(changes),
        "loennede_timer": sum(not row.timer_start and (row.timer_slut or 0) > 0 for row in ended),
        "varighed": median([(row.slut - row.start).days + 1 for row in ended]),
        "plan_andel": share(sum(row.plan for row in planned), len(planned)),
        "ejerskab_andel": share(sum(row.ejerskab for row in owned), len(owned)),
        "opfoelgningsmoeder": sum(bool(row.moede_holdt) for row in meetings),
        "opfoelgning_andel": share(sum(bool(row.moede_holdt) for row in meetings), len(meetings)),
        "status_efter": {code: F(later.count(code)) for code in codes["udfald"]},
        "fastholdelse": share(sum(data.positive(row, status) for row, status in retained), len(retained)),
    }


BANDS = [("0-5", 0, 5), ("5-10", 5, 10), ("10-20", 10, 20), ("20-30", 20, 30), ("30+", 30, 10 ** 6)]


def job_figures(data, rows, p0, p1):
    new = [row for row in rows if p0 <= row.start <= p1]
    return {
        "nye": len(new),
        "personer": len({row.borger_id for row in new}),
        "aktive_ultimo": sum(runs_at_end(row, p1) for row in rows),
        "timer": sum(row.timer for row in new),
        "aarsvaerk": F(sum(row.timer for row in new)) / 37,
        "timebaand": {name: sum(low <= row.timer < high for row in new) for name, low, high in BANDS},
        "in_house": sum(bool(row.in_house) for row in new),
        "csr": sum(bool(row.csr) for row in new),
        "virksomheder": len({row.virksomhed_id for row in new}),
    }


def job_figures_for_all(data, rows, p0, p1):
    new = [row for row in rows if p0 <= row.start <= p1]
    later = [row for row in new if row.foer]
    types = data.codes.lists["jobtype"]
    parts = {kind: job_figures(data, [row for row in rows if row.jobtype == kind], p0, p1) for kind in types}
    figures = {name: {kind: parts[kind][name] for kind in types}
               for name in ["nye", "personer", "aktive_ultimo", "timer", "aarsvaerk"]}
    figures["virksomhedstype"] = by_code(new, data.codes.lists["virksomhedstype"], lambda row: row.virksomhed.type)
    figures["foerste"] = len(new) - len(later)
    figures["naeste"] = len(later)
    figures["naeste_anden"] = sum(row.foer.virksomhed_id != row.virksomhed_id for row in later)
    return figures


def cumulated_jobs(data, period):
    months = {}
    for month in range(1, 13):
        end = datetime.date(period.year, month, calendar.monthrange(period.year, month)[1])
        if end <= period.p1:
            months[f"{month:02}"] = sum(datetime.date(period.year, 1, 1) <= row.start <= end for row in data.jobs)
    return months


def municipality(name):
    return fold(re.sub(r"\s+[Kk]ommune$", "", name))


def enterprise_figures(data, year, p0, p1):
    rows = data.enterprises
    types = data.codes.lists["virksomhedstype"]
    active = [row for row in rows if runs_at_end(row, p1)]
    new = [row for row in rows if row.start and p0 <= row.start <= p1]
    closed = [row for row in rows if row.slut and p0 <= row.slut <= p1]
    known = [row for row in active if row.ansatte and row.ansatte_kant is not None]
    strategy = data.strategy(year)
    second = read_date(strategy.get("generation_2_fra", "") if strategy else "") or datetime.date(2022, 1, 1)
    incomes = {sector: sum(row["indtaegt_" + sector] or 0 for row in active if "indtaegt_" + sector in row)
               for sector in ["privat", "offentlig", "civil"]}
    home = municipality(data.settings["kommune"]["navn"])
    return {
        "aktive_ultimo": {"": len(active), **by_code(active, types, lambda row: row.type)},
        "nye": {"": len(new), **by_code(new, types, lambda row: row.type)},
        "lukkede": {"": len(closed), **by_code(closed, types, lambda row: row.type)},
        "paa_vej": sum(row.status == "paa_vej" and (not row.start or row.start > p1) for row in rows),
        "registrerede": sum(row.registreret is not None and row.registreret <= p1 for row in active),
        "tre_bundlinjer": sum(bool(row.bundlinje_social and row.bundlinje_lokal and row.bundlinje_oekonomisk)
                              for row in active),
        "generation": {"1": sum(row.start < second for row in active), "2": sum(row.start >= second for row in active)},
        "ansatte": sum(row.ansatte or 0 for row in active),
        "ansatte_kant": sum(row.ansatte_kant or 0 for row in active),
        "kant_andel": share(sum(row.ansatte_kant for row in known), sum(row.ansatte for row in known)),
        "kant_30": sum(row.ansatte_kant >= F(3, 10) * row.ansatte for row in known),
        "indtaegt_andel": {sector: share(income, sum(incomes.values())) for sector, income in incomes.items()},
        "udenfor": sum(bool(row.kommune) and municipality(row.kommune) != home for row in active),
    }


def agreement_figures(data, p0, p1):
    rows = data.agreements
    types = data.codes.lists["aftaletype"]
    parts = {"aktive_ultimo": [row for row in rows if runs_at_end(row, p1)],
             "nye": [row for row in rows if p0 <= row.start <= p1],
             "ophoerte": [row for row in rows if row.slut and p0 <= row.slut <= p1]}
    return {name: {"": len(part), **by_code(part, types, lambda row: row.type)} for name, part in parts.items()}


# ---- Evaluation, fundraising, trial actions, purchases, efforts ------------------------------------------------

def answer_figures(answers, year):
    """By question, only where somebody answered."""
    found = {"svar": {}, "antal": {}, "fordeling": {}}
    for question in {row.spoergsmaal for row in answers}:
        given = [row.svar for row in answers if row.spoergsmaal == question and row.aar == year and row.svar is not None]
        if given:
            found["svar"][question] = sum(given) / len(given)
            found["antal"][question] = len(given)
            found["fordeling"].update({f"{question}:{answer}": given.count(answer) for answer in range(1, 6)})
    return found


def application_figures(data, p0, p1):
    rows = data.applications
    models = data.codes.lists["fundraisingmodel"]
    sent = [row for row in rows if p0 <= row.indsendt <= p1]
    decided = [row for row in rows if row.afgjort and p0 <= row.afgjort <= p1]
    grants = [row for row in decided if row.bevilget and row.bevilget > 0]
    before = {row.giver for row in rows if row.afgjort and row.afgjort < p0 and row.bevilget and row.bevilget > 0}

    def by_model(part, value):
        return {"": F(sum(value(row) for row in part)),
                **{model: F(sum(value(row) for row in part if row.model == model)) for model in models}}

    return {
        "ansoegninger": by_model(sent, lambda row: 1),
        "ansoegt": by_model(sent, lambda row: row.ansoegt),
        "bevillinger": by_model(grants, lambda row: 1),
        "bevilget": by_model(grants, lambda row: row.bevilget),
        "succesrate": share(len(grants), len(decided)),
        "givere": len({row.giver for row in grants}),
        "gengangere": len({row.giver for row in grants} & before),
    }


def trial_figures(data, p0, p1):
    running = [row for row in data.trials if p0 <= p1 and row.start <= p1 and (not row.slut or row.slut >= p0)]
    return {
        "igangsatte": sum(p0 <= row.start <= p1 for row in data.trials),
        "status": by_code(running, data.codes.lists["proevehandlingsstatus"], lambda row: row.status),
        "tvaersektorielle": sum(len(row.sektorer) >= 2 for row in running),
        "lokal_partner": sum(bool(row.lokal_partner) for row in running),
        "verdensmaal": {str(goal): F(sum(str(goal) in row.verdensmaal for row in running)) for goal in range(1, 18)},
    }


def purchase_figures(data, p0, p1):
    rows = [row for row in data.purchases if p0 <= row.dato <= p1]
    amounts = {"": F(0)}
    for department in {row.forvaltning for row in data.purchases}:
        amounts[department] = F(sum(row.beloeb for row in rows if row.forvaltning == department))
    amounts[""] = F(sum(row.beloeb for row in rows))
    return {"beloeb": amounts, "antal": len(rows), "virksomheder": len({row.virksomhed_id for row in rows}),
            "reserveret": F(sum(row.beloeb for row in rows if row.reserveret))}


def recommendation_figures(data, first_year, last_year):
    statuses = data.codes.lists["anbefalingsstatus"]
    return {name: by_code([row for row in data.recommendations if first_year <= row.aar + later <= last_year],
                          statuses, lambda row: row.status)
            for name, later in [("antal", 0), ("sidste_aar", 1)]}


def reading_figures(readings, p0, p1):
    """By indicator: courses with two readings or more until p1, the latest within the period, and their mean change."""
    changes = {}
    for course, indicator in {(row.forloeb_id, row.indikator) for row in readings}:
        series = [row for row in readings if (row.forloeb_id, row.indikator) == (course, indicator) and row.dato <= p1]
        series.sort(key=lambda row: row.dato)
        if len(series) >= 2 and series[-1].dato >= p0:
            changes.setdefault(indicator, []).append(series[-1].vaerdi - series[0].vaerdi)
    return {"forloeb": {indicator: len(all_of_it) for indicator, all_of_it in changes.items()},
            "aendring": {indicator: sum(all_of_it) / len(all_of_it) for indicator, all_of_it in changes.items()}}


def effort_figures(data, period):
    return {"status": {row.indsats: row.status for row in data.efforts if row.periode == period.name}}


# ---- Goals ---------------------------------------------------------------------------------------------------

def figures_for_all(data, subject, year, p0, p1):
    """(name, code) -> value, with zeros, of one subject in a window of time."""
    parts = {
        "forloeb": lambda: [course_figures(data, data.courses, data.follow_ups, p0, p1)],
        "job": lambda: [job_figures(data, data.jobs, p0, p1), job_figures_for_all(data, data.jobs, p0, p1)],
        "virksomhed": lambda: [enterprise_figures(data, year, p0, p1)],
        "aftale": lambda: [agreement_figures(data, p0, p1)],
        "fundraising": lambda: [application_figures(data, p0, p1)],
        "proevehandling": lambda: [trial_figures(data, p0, p1)],
        "indkoeb": lambda: [purchase_figures(data, p0, p1)],
        "anbefaling": lambda: [recommendation_figures(data, p0.year, p1.year)],
    }
    return {(name, code): number for figures in parts[subject]() for name, value in figures.items()
            for code, number in (value.items() if isinstance(value, dict) else [("", value)])}


LISTS_OF_FIGURES = {
    "forloeb.udfald": "udfald", "forloeb.udfald_andel": "udfald", "forloeb.afbrud": "aarsag",
    "forloeb.status_efter": "udfald", "job.nye": "jobtype", "job.personer": "jobtype", "job.aktive_ultimo": "jobtype",
    "job.timer": "jobtype", "job.aarsvaerk": "jobtype", "job.virksomhedstype": "virksomhedstype",
    "virksomhed.aktive_ultimo": "virksomhedstype", "virksomhed.nye": "virksomhedstype",
    "virksomhed.lukkede": "virksomhedstype", "aftale.aktive_ultimo": "aftaletype", "aftale.nye": "aftaletype",
    "aftale.ophoerte": "aftaletype", "fundraising.ansoegninger": "fundraisingmodel",
    "fundraising.ansoegt": "fundraisingmodel", "fundraising.bevillinger": "fundraisingmodel",
    "fundraising.bevilget": "fundraisingmodel", "proevehandling.status": "proevehandlingsstatus",
    "anbefaling.antal": "anbefalingsstatus",
}


def codes_of_goal(data, goal):
    codes = {part.strip() for part in (goal.kode or "").split("|")}
    if goal.noegle in LISTS_OF_FIGURES:
        codes = {data.codes.find(LISTS_OF_FIGURES[goal.noegle], code) or "" for code in codes}
    return codes


class Goal:
    """A yearly or a final goal, judged on a day."""

    def __init__(self, data, goal, year, judged_at):
        self.data, self.row, self.year, self.judged_at = data, goal, year, judged_at
        self.yearly = goal.type == "aarlig"
        self.codes = codes_of_goal(data, goal)
        self.begin = datetime.date(year if self.yearly else int(goal.fra_aar), 1, 1)
        self.end = datetime.date(int(goal.til_aar), 12, 31)
        self.year_end = datetime.date(year, 12, 31)
        self.scaled = unit_of(goal.noegle) not in ("andel", "timer", "dage")
        self.value = self.value_on(judged_at)

    def value_on(self, day):
        subject, _, name = self.row.noegle.partition(".")
        figures = figures_for_all(self.data, subject, self.year, self.begin, day)
        parts = [figures[name, code] for code in self.codes]
        return None if None in parts else sum(parts)

    def is_stock(self):
        """Counted at the end of a period, not over it."""
        return re.search(r"ultimo|igang_primo|virksomhed\.(?!nye|lukkede)", self.row.noegle)

    def reached(self):
        return self.value is not None and self.value >= self.row.maal

    def date(self):
        if not self.reached() or self.row.maal <= 0:
            return None
        return self.date_of_row() if self.yearly else self.date_of_level()

    def date_of_row(self):
        """The start of the n-th row, where the figure is a count of rows by their start."""
        code = {"job.nye": lambda row: row.jobtype, "job.virksomhedstype": lambda row: row.virksomhed.type,
                "job.timebaand": lambda row: next(name for name, low, high in BANDS if low <= row.timer < high),
                "job.in_house": lambda row: "" if row.in_house else None,
                "job.csr": lambda row: "" if row.csr else None,
                "job.foerste": lambda row: None if row.foer else "",
                "job.naeste": lambda row: "" if row.foer else None,
                "job.naeste_anden": lambda row: "" if row.foer and row.foer.virksomhed_id != row.virksomhed_id else None,
                "virksomhed.nye": lambda row: row.type, "aftale.nye": lambda row: row.type,
                "fundraising.ansoegninger": lambda row: row.model, "proevehandling.igangsatte": lambda row: "",
                "forloeb.startede": lambda row: ""}.get(self.row.noegle)
        if not code:
            return None
        rows = {"job": self.data.jobs, "virksomhed": self.data.enterprises, "aftale": self.data.agreements,
                "forloeb": self.data.courses, "fundraising": self.data.applications,
                "proevehandling": self.data.trials}[self.row.noegle.partition(".")[0]]
        begins = "indsendt" if "fundraising" in self.row.noegle else "start"
        starts = sorted(row[begins] for row in rows if row[begins] and self.begin <= row[begins] <= self.judged_at and
                        (code(row) in self.codes or (self.codes == {""} and code(row))))
        return starts[-(-self.row.maal // 1) - 1]

    def date_of_level(self):
        """The first day of the unbroken row of days, up to now, on which the level was reached."""
        if not self.scaled or self.row.noegle.startswith("anbefaling."):
            return None  # recommendations have a year, and no day
        since, day = self.judged_at, self.judged_at
        rows = self.data.enterprises + self.data.agreements + self.data.jobs + self.data.courses
        earliest = min(row.start for row in rows if row.start) if self.is_stock() else self.begin
        while day >= earliest and self.value_on(day) >= self.row.maal:
            since, day = day, day - DAY
        return since

    def status(self):
        if self.reached():
            early = not self.yearly and self.scaled and (self.date() or self.judged_at) < self.end
            return "naaet_foer_tid" if early else "naaet"
        if self.judged_at >= (self.year_end if self.yearly else self.end):
            return "ikke_naaet"
        if not self.scaled:
            return "bagud"
        return "paa_vej" if self.value >= self.expected() else "bagud"

    def expected(self):
        before = self.begin - DAY
        if self.yearly:
            return self.row.maal * F((self.judged_at - before).days, (self.year_end - before).days)
        start = self.value_on(before) if self.is_stock() else 0
        return start + (self.row.maal - start) * F((self.judged_at - before).days, (self.end - before).days)

    def figures(self):
        if self.row.maal is None:
            return {"vaerdi": self.value, "status": "uden_maal"}
        found = {"vaerdi": self.value, "maal": self.row.maal, "status": self.status(), "dato": self.date(),
                 "opfyldelse": None if self.value is None else share(self.value, self.row.maal)}
        if self.yearly and self.scaled and self.judged_at < self.year_end:
            gone = (self.judged_at - self.begin).days + 1
            found["prognose"] = self.value * share((self.year_end - self.begin).days + 1, gone) if gone else None
        return found


def milestone_figures(goal, judged_at):
    end = datetime.date(int(goal.til_aar), 12, 31)
    if goal.opnaaet_dato and goal.opnaaet_dato <= judged_at:
        return {"dato": goal.opnaaet_dato, "status": "naaet_foer_tid" if goal.opnaaet_dato < end else "naaet"}
    return {"dato": None, "status": "ikke_naaet" if judged_at >= end else "paa_vej"}


def goal_figures(data, report):
    extract = extract_date(data)
    judged_at = extract if extract and extract < report.p1 else report.p1
    judged_at = max(judged_at, datetime.date(report.year, 1, 1) - DAY)
    for goal in data.goals:
        if goal.fra_aar <= report.year <= goal.til_aar:
            if goal.type == "milepael":
                figures = milestone_figures(goal, judged_at)
            else:
                figures = Goal(data, goal, report.year, judged_at).figures()
            for name, value in figures.items():
                yield goal, name, value


# ---- Writing -------------------------------------------------------------------------------------------------

def unit_of(name):
    key = name.partition(".")[2]
    if key.endswith("_andel") or key in ("effekt", "effekt_ialt", "fastholdelse", "pladser_udnyttelse", "succesrate"):
        return "andel"
    if key in ("ansoegt", "bevilget", "beloeb", "reserveret"):
        return "kr"
    if name == "indsats.status":
        return "status"
    if key.startswith("timer_") or name == "job.timer":
        return "timer"
    return "dage" if key == "varighed" else "antal"


ALWAYS = {"forloeb.progression", "forloeb.progression_andel", "job.timebaand", "virksomhed.generation",
          "job.akkumuleret", "virksomhed.indtaegt_andel", "progression.aendring"}


def written(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    millionths, rest = divmod(abs(F(value)) * 10 ** 6, 1)
    millionths = int(millionths) + (rest >= F(1, 2))
    sign = "-" if value < 0 and millionths else ""
    whole, fraction = divmod(millionths, 10 ** 6)
    return (sign + str(whole) + "," + f"{fraction:06}").rstrip("0").rstrip(",")


class Table:
    def __init__(self):
        self.rows = []

    def add(self, subject, figures, period, agreement="", group=""):
        for name, value in figures.items():
            name = f"{subject}.{name}"
            for code, number in (value.items() if isinstance(value, dict) else [("", value)]):
                if code == "" or name in ALWAYS or number:
                    self.rows.append((name, period, agreement, group, code, written(number), unit_of(name)))

    def add_goal(self, goal, name, value, period):
        units = {"opfyldelse": "andel", "status": "status", "dato": "dato"}
        unit = units.get(name) or unit_of(goal.noegle)
        self.rows.append((f"maal.{goal.maal_id}.{name}", period, "", "", "", written(value), unit))

    def text(self):
        lines = ["noegle;periode;aftale;maalgruppe;kode;vaerdi;enhed"]
        for row in sorted(self.rows, key=lambda row: [field.encode() for field in row[:5]]):
            lines.append(";".join('"' + field.replace('"', '""') + '"' if re.search('[;"\r\n]', field) else field
                                  for field in row))
        return "\ufeff" + "".join(line + "\r\n" for line in lines)


def add_courses(table, data, period):
    agreements = [row.aftale_id for row in data.agreements]
    groups = {row.maalgruppe for row in data.courses}
    pairs = {(row.aftale_id, row.maalgruppe) for row in data.courses}
    keys = [("", "")] + [(one, "") for one in agreements] + [("", one) for one in groups] + sorted(pairs)
    courses = {key: [] for key in keys}
    follow_ups = {key: [] for key in keys}
    for row in data.courses:
        for key in {("", ""), (row.aftale_id, ""), ("", row.maalgruppe), (row.aftale_id, row.maalgruppe)}:
            courses[key].append(row)
            follow_ups[key] += row.opfoelgninger
    for key in keys:
        table.add("forloeb", course_figures(data, courses[key], follow_ups[key], period.p0, period.p1), period.name,
                  *key)
    for agreement in data.agreements:
        days = days_shared(period.p0, period.p1, agreement)
        if agreement.pladser is not None and days:
            used = sum(days_shared(period.p0, period.p1, agreement, row) for row in data.courses
                       if row.aftale_id == agreement.aftale_id)
            table.add("forloeb", {"pladser_udnyttelse": share(used, agreement.pladser * days)}, period.name,
                      agreement.aftale_id)


def add_jobs(table, data, period):
    table.add("job", job_figures(data, data.jobs, period.p0, period.p1), period.name)
    table.add("job", job_figures_for_all(data, data.jobs, period.p0, period.p1), period.name)
    table.add("job", {"akkumuleret": cumulated_jobs(data, period)}, period.name)
    for agreement in data.agreements:
        rows = [row for row in data.jobs if row.aftale_id == agreement.aftale_id]
        table.add("job", job_figures(data, rows, period.p0, period.p1), period.name, agreement.aftale_id)
    for group in {row.maalgruppe for row in data.jobs}:
        rows = [row for row in data.jobs if row.maalgruppe == group]
        table.add("job", job_figures(data, rows, period.p0, period.p1), period.name, group=group)


def add_by_agreement(table, subject, data, period, rows, figures_of):
    """For all, and per agreement."""
    table.add(subject, figures_of(rows), period.name)
    for agreement in data.agreements:
        own = [row for row in rows if row.aftale_id == agreement.aftale_id]
        table.add(subject, figures_of(own), period.name, agreement.aftale_id)


def add_answers(table, data, period):
    add_by_agreement(table, "evaluering", data, period, data.answers, lambda rows: answer_figures(rows, period.year))


def add_efforts(table, data, report, period):
    add_answers(table, data, period)
    add_by_agreement(table, "progression", data, period, data.readings,
                     lambda rows: reading_figures(rows, period.p0, period.p1))
    table.add("fundraising", application_figures(data, period.p0, period.p1), period.name)
    table.add("proevehandling", trial_figures(data, period.p0, period.p1), period.name)
    table.add("indkoeb", purchase_figures(data, period.p0, period.p1), period.name)
    table.add("anbefaling", recommendation_figures(data, period.year, period.year), period.name)
    if period.name == report.name or (report.half == 2 and period.name == str(report.year)):
        table.add("indsats", effort_figures(data, period), period.name)


def noegletal(folder, name):
    """The text of noegletal-<name>.csv for a data folder."""
    data = Data(pathlib.Path(folder))
    report = Period(name)
    table = Table()
    for period in counted_periods(data, report):
        add_courses(table, data, period)
        add_jobs(table, data, period)
        table.add("virksomhed", enterprise_figures(data, report.year, period.p0, period.p1), period.name)
        table.add("aftale", agreement_figures(data, period.p0, period.p1), period.name)
        add_efforts(table, data, report, period)
    for goal, key, value in goal_figures(data, report):
        table.add_goal(goal, key, value, report.name)
        if report.half == 2:
            table.add_goal(goal, key, value, str(report.year))
    return table.text()


def figures_so_far(data, agreement, last_day):
    ended = [row for row in data.courses
             if row.aftale_id == agreement.aftale_id and row.slut and row.slut <= last_day]
    stopped = [row for row in ended if row.udfald == "stoppet"]
    positive = sum(data.positive(row, row.udfald) for row in ended)
    return {"afsluttede_ialt": len(ended), "positive_ialt": positive, "effekt_ialt": share(positive, len(ended)),
            "udfald_ialt": by_code(ended, data.codes.lists["udfald"], lambda row: row.udfald),
            "afbrud_ialt": by_code(stopped, data.codes.lists["aarsag"], lambda row: row.aarsag or "andet")}


def noegletal_of_evaluation(folder, year, cutoff=None):
    """The same of the spring evaluation of a year; without a cutoff up to the last day of February."""
    data = Data(pathlib.Path(folder))
    last_day = cutoff or datetime.date(year, 3, 1) - DAY
    before, after = Period(str(year - 1)), Period(str(year))
    extract = extract_date(data)
    if extract:
        last_day = min(last_day, extract)
        before.p1 = min(before.p1, max(extract, before.p0 - DAY))
    table = Table()
    add_courses(table, data, before)
    add_answers(table, data, before)
    add_answers(table, data, after)
    for agreement in data.agreements:
        table.add("forloeb", figures_so_far(data, agreement, last_day), after.name, agreement.aftale_id)
    return table.text()


def main(arguments):
    if arguments[1] == "evaluering":
        cutoff = datetime.date.fromisoformat(arguments[3]) if len(arguments) > 3 else None
        return noegletal_of_evaluation(arguments[0], int(arguments[2]), cutoff)
    return noegletal(arguments[0], arguments[1])


if __name__ == "__main__":
    sys.stdout.buffer.write(main(sys.argv[1:]).encode("utf-8"))
