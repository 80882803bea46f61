"""The tables of the sample folders that the whole reporting cycle needs besides courses, jobs and enterprises.

Spring evaluations, status of agreements and efforts, recommendations, fundraising, trials, local purchasing and
readings of progression. The words are those of sample_words.py; the facts that are asked for are:

- every agreement in force in spring is evaluated from 2016 on, but SA-04 had only just begun in spring 2020 and
  has no answers, and of SA-07 there is one single answer in 2024;
- of the applications decided in a year 35 to 45 % are granted, about a fifth of the givers give again, and the
  only grant above 1.250.000 kr. is one of 10.000.000 kr. to the enterprise outside the municipality;
- 36 different trials had begun by 16-12-2020, two of them with a local partner.
"""

import datetime as dt
from dataclasses import dataclass

import sample_words as words
from sample_chance import Chance, days, to_workday
from sample_forms import csv_bytes, dashed, dotted, iso, kroner, slashed, spoken, thousands

FIRST_YEAR, LAST_YEAR = 2018, 2025
LAST_DAY = dt.date(LAST_YEAR, 12, 31)
QUESTIONS = ("i_brug", "plan", "ejerskab", "opfoelgning", "sagsbehandler", "effekt", "overblik", "samarbejde")
INDICATORS = ("livsmestring", "afklaring", "robusthed", "arbejdsidentitet", "arbejdsevne")
NOT_ANSWERED, ANSWERED_ONCE = {("SA-04", 2020)}, {("SA-07", 2024)}
OUTLIER = ("V013", "Fonden Vendekåben", "Afdeling i Slagelse for unge mænd", dt.date(2017, 10, 2), dt.date(2018, 2, 15),
           10_000_000)


# ---------------------------------------------------------------------------------------------------
# Spring evaluations
# ---------------------------------------------------------------------------------------------------


def in_force(agreement, low, high):
    unused = words.UNUSED_FROM.get(agreement.key)
    return agreement.start <= high and (not agreement.end or agreement.end >= low) and (not unused or low.year < unused)


def evaluations(data):
    """(agreement, year, question, answer or None, remark, day, role) in the order in which they were noted."""
    chance, rows = Chance("evaluations"), []
    for year in range(2016, LAST_YEAR + 1):
        spring = dt.date(year, 3, 1), dt.date(year, 3, 28)
        for agreement in data.agreements:
            if in_force(agreement, *spring) and (agreement.key, year) not in NOT_ANSWERED:
                rows += answers_of(chance, agreement, year, spring)
    return rows


def answers_of(chance, agreement, year, spring):
    if (agreement.key, year) in ANSWERED_ONCE:
        return [(agreement, year, "samarbejde", 4, "", chance.workday(*spring), "virksomhed")]
    roles = ["sagsbehandler", "virksomhed", "deltager"]
    roles += chance.shuffled(["jobkonsulent", "sagsbehandler", "deltager", "deltager", "sagsbehandler"])[:chance.whole(0, 3)]
    level = chance.weighted({3: 60, 4: 40} if year == 2020 else {3: 30, 4: 50, 5: 20})
    others = sum(role != "deltager" for role in roles)
    rows = []
    for role in roles:
        day = chance.workday(*spring)
        for question in QUESTIONS:
            if role == "deltager" and question in ("sagsbehandler", "overblik") and others > 3:
                continue
            rows.append(one_answer(chance, agreement, year, question, level, day, role, len(roles) > 3))
    return rows


def one_answer(chance, agreement, year, question, level, day, role, may_remark_alone):
    """Some remark on the question besides the answer; a few citizens remark and do not answer."""
    harder = 1 if question in ("overblik", "ejerskab") else 0
    answer = min(max(level - harder + chance.weighted({-1: 25, 0: 50, 1: 25}), 1), 5)
    remarks = words.REMARKS[question].get(role, ())
    remark = chance.pick(remarks) if remarks and chance.share(0.09) else ""
    if remark and may_remark_alone and role == "deltager" and question == "effekt":
        answer = None
    return agreement, year, question, answer, remark, day, role


def evaluations_csv(data):
    """A questionnaire's export: UTF-8 with byte order mark, questions as they are shown."""
    header = ["Aftale-id", "År", "Spørgsmål", "Svar", "Bemærkning", "Dato", "Besvaret af"]
    rows = [[agreement.key, year, spoken(question), answer or "", remark, dashed(day), role]
            for agreement, year, question, answer, remark, day, role in evaluations(data)]
    return csv_bytes(header, rows, encoding="utf-8-sig")


# ---------------------------------------------------------------------------------------------------
# Status of agreements and efforts, recommendations
# ---------------------------------------------------------------------------------------------------


def periods():
    """Every year and its two halves: name, first day, last day."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        yield str(year), dt.date(year, 1, 1), dt.date(year, 12, 31)
        yield f"{year}-1", dt.date(year, 1, 1), dt.date(year, 6, 30)
        yield f"{year}-2", dt.date(year, 7, 1), dt.date(year, 12, 31)


def light_of(data, agreement, low, high):
    """By the share of the courses ended in the period that ended well; none ended: no light."""
    ended = [course for course in data.courses if course.agreement is agreement and course.end and low <= course.end <= high]
    if not ended:
        return ""
    share = sum(course.is_positive() for course in ended) / len(ended)
    return "groen" if share >= 0.45 else "gul" if share >= 0.25 else "roed"


def agreement_statuses(data):
    """(period, agreement, light, status, lesson, development)."""
    chance, rows, turn = Chance("agreement status"), [], {}
    for name, low, high in periods():
        for agreement in data.agreements:
            if not in_force(agreement, low, high) or agreement.start > high - days(60):
                continue
            light = light_of(data, agreement, low, high)
            if not light and agreement.start < low:
                light = "gul"
            texts = words.AGREEMENT_TEXTS[light]
            turn[light] = turn.get(light, -1) + 1
            place, task = words.AGREEMENT_PLACES[agreement.key]
            text = texts[turn[light] % len(texts)].format(place=place, task=task)
            whole_year = "-" not in name
            lesson = chance.pick(words.AGREEMENT_LESSONS) if whole_year and light else ""
            development = chance.pick(words.AGREEMENT_DEVELOPMENTS) if whole_year else ""
            special = words.SPECIAL_AGREEMENT_STATUS.get((name, agreement.key), (light, text, lesson, development))
            rows.append((name, agreement.key, *special))
    return rows


def agreement_statuses_csv(data):
    """A spreadsheet of the unit: Windows-1252, and line breaks in cells as Excel for Windows keeps them in an export."""
    header = ["Periode", "Aftale-id", "Status", "Statustekst", "Læring", "Udvikling"]
    rows = [[name, key, spoken(light), text.replace("\n", "\r\n"), lesson, development]
            for name, key, light, text, lesson, development in agreement_statuses(data)]
    return csv_bytes(header, rows, encoding="cp1252", empty_rows=1)


EFFORT_COLUMNS = ("lykkedes", "ikke_som_forventet", "skaevt", "uventet", "laering", "korrektion", "anbefaling")


def half_year(effort, name, light, text, told):
    """The first goes as planned; the second tells what the year did, and if that was not as planned, its first words."""
    own = words.HALF_YEARS[effort][int(name[-1]) - 1]
    if name.endswith("-1"):
        return "groen", own, {}
    kept = {column: told[column] for column in ("lykkedes", "ikke_som_forventet", "korrektion") if column in told}
    return light, own if light == "groen" else own + "\n" + text.split("\n")[0], kept


def effort_statuses():
    """(period, effort, light, status, what else is told)."""
    for name, low, _ in periods():
        for effort, years in words.EFFORTS.items():
            if low.year in years:
                light, text, told = years[low.year]
                if "-" in name:
                    plain = half_year(effort, name, light, text, told)
                    light, text, told = words.SPECIAL_HALF_YEARS.get((effort, name), plain)
                yield name, effort, light, text, told


def effort_statuses_csv():
    """Excel's "Unicode text": UTF-16 with tabs, and line feeds in cells."""
    header = ["Periode", "Indsats", "Status", "Statustekst", "Lykkedes", "Ikke som forventet", "Skævt", "Uventet", "Læring",
              "Korrektion", "Anbefaling"]
    rows = [[name, spoken(effort), spoken(light), text] + [told.get(column, "") for column in EFFORT_COLUMNS]
            for name, effort, light, text, told in effort_statuses()]
    return csv_bytes(header, rows, separator="\t", encoding="utf-16")


def recommendations_csv():
    """Written by hand for Excel, with its line that names the separator."""
    header = ["År", "Nr", "Tekst", "Indsats", "Status", "Opfølgning"]
    rows = []
    for line in words.RECOMMENDATIONS.splitlines():
        year, number, text, effort, status, follow_up = line.split("|")
        rows.append([year, number, text, spoken(effort), spoken(status), follow_up])
    return csv_bytes(header, rows, first_line="sep=;", encoding="utf-8-sig")


# ---------------------------------------------------------------------------------------------------
# Fundraising
# ---------------------------------------------------------------------------------------------------


@dataclass
class Application:
    enterprise: str
    donor: str
    project: str
    submitted: dt.date
    decided: dt.date
    sought: int
    model: str
    granted: int = 0


REPEAT_DONORS = 6
MODELS = {"no_cure_no_pay": 45, "egen": 40, "kommune": 15}


def applications(data):
    """All applications in the order in which they were sent."""
    chance, rows = Chance("fundraising"), []
    enterprise, donor, project, submitted, decided, amount = OUTLIER
    for year in range(2015, LAST_YEAR + 1):
        rows += [one_application(chance, data, year) for _ in range(chance.whole(8, 13))]
    outlier = Application(enterprise, donor, project, submitted, decided, amount, "egen", amount)
    grant(chance, rows, outlier)
    name_donors(chance, rows)
    return sorted(rows + [outlier], key=lambda row: row.submitted)


def one_application(chance, data, year):
    submitted = chance.workday(dt.date(year, 3 if year == 2015 else 1, 10), dt.date(year, 11, 20))
    decided = to_workday(submitted + days(chance.whole(55, 140)), submitted, submitted + days(160))
    model = chance.weighted(MODELS)
    open_now = [e for e in data.enterprises if e.start and e.start <= submitted and (not e.end or e.end > submitted)]
    enterprise = "" if model == "kommune" and chance.share(0.7) else chance.pick(open_now).key
    sought = chance.pick((15, 20, 25, 35, 40, 50, 60, 75, 90, 120, 150, 180, 250, 300, 400, 600, 850, 1250)) * 1000
    return Application(enterprise, "", chance.pick(words.PROJECTS), submitted, decided if decided <= LAST_DAY else None,
                       sought, model)


def grant(chance, rows, outlier):
    """Two in five of those decided in a year get all or part of what they asked for."""
    for year in range(2015, LAST_YEAR + 1):
        decided = [row for row in rows if row.decided and row.decided.year == year]
        extra = outlier.decided.year == year
        number = round(0.4 * (len(decided) + extra)) - extra
        for row in chance.shuffled(decided)[:number]:
            row.granted = row.sought if row.sought <= 40_000 or chance.share(0.4) else row.sought // 10_000 * 5_000


def name_donors(chance, rows):
    """Two of five grants come from the few donors that give again, the others each from a new one; anybody may refuse."""
    donors = words.DONORS.splitlines()
    again, once, given_again = donors[:REPEAT_DONORS], iter(donors[REPEAT_DONORS:]), 0
    granted = sorted((row for row in rows if row.granted), key=lambda row: (row.decided, row.submitted))
    for number, row in enumerate(granted):
        if number % 5 in (2, 4):
            row.donor = again[given_again % REPEAT_DONORS]
            given_again += 1
        else:
            row.donor = next(once)
    for row in rows:
        row.donor = row.donor or chance.pick(donors)


def fundraising_csv(data):
    """A spreadsheet of the unit: Windows-1252, amounts with thousands dots and kr, refusals left empty or 0."""
    header = ["Ansøgning-id", "Virksomhed-id", "Giver", "Projekt", "Indsendt", "Afgjort", "Ansøgt", "Bevilget", "Model"]
    numbers, rows = {}, []
    for row in applications(data):
        number = numbers[row.submitted.year] = numbers.get(row.submitted.year, 0) + 1
        granted = kroner(row.granted) if row.granted else "0" if row.decided and number % 2 else ""
        rows.append([f"AN-{row.submitted.year}-{number:02}", row.enterprise, row.donor, row.project, slashed(row.submitted),
                     slashed(row.decided), kroner(row.sought), granted, spoken(row.model)])
    return csv_bytes(header, rows, encoding="cp1252")


# ---------------------------------------------------------------------------------------------------
# Trials, local purchasing, readings of progression
# ---------------------------------------------------------------------------------------------------


def trials_csv():
    """An extract with commas and bare line feeds."""
    header = ["id", "titel", "start", "slut", "status", "sektorer", "verdensmaal", "lokal_partner"]
    rows = []
    for number, line in enumerate(words.TRIALS.splitlines(), 1):
        title, start, end, status, sectors, goals, partner = line.split("|")
        rows.append([f"PH-{number:02}", title, start, end, status, sectors.replace("+", "|"), goals.replace("+", "|"), partner])
    return csv_bytes(header, rows, separator=",", newline="\n")


def may_reserve(enterprise):
    """At least 30 % of the staff come from the edge of the labour market."""
    return bool(enterprise.employees) and enterprise.edge_employees >= 0.3 * enterprise.employees


def purchases(data):
    """(day, enterprise, department, amount in øre, reserved)."""
    chance, rows = Chance("purchases"), []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for _ in range(8 if year == 2020 else 10 + 2 * (year - FIRST_YEAR)):
            day = chance.workday(dt.date(year, 1, 6), dt.date(year, 12, 20))
            sellers = [e for e in data.enterprises if e.kind != "initiativ" and e.start and e.start <= day
                       and (not e.end or e.end >= day)]
            seller = chance.pick(sellers)
            amount = chance.pick((2450, 4800, 7350, 9900, 12480, 18500, 24000, 36750, 48500, 75000, 96000, 142500)) * 100
            amount += 50 * chance.whole(0, 1) + 100 * chance.whole(0, 400)
            reserved = may_reserve(seller) and amount > 2_000_000 and chance.share(0.2 + 0.05 * (year - FIRST_YEAR))
            rows.append((day, seller.key, chance.pick(words.DEPARTMENTS), amount, reserved))
    return sorted(rows)


def purchases_csv(data):
    """The purchasing system: Windows-1252, dots in dates, øre after a comma."""
    header = ["Dato", "Virksomhed-id", "Forvaltning", "Beløb", "Reserveret"]
    rows = [[dotted(day), seller, department, f"{thousands(amount // 100)},{amount % 100:02}", "Ja" if reserved else "Nej"]
            for day, seller, department, amount, reserved in purchases(data)]
    return csv_bytes(header, rows, encoding="cp1252", empty_rows=1)


def readings(data):
    """(course, day, indicator, value, assessor): every sixth course from 2018 on, two indicators, two or three times."""
    chance, rows = Chance("readings"), []
    for course in data.courses:
        if course.start.year < FIRST_YEAR or not chance.share(1 / 6):
            continue
        last = min(course.end or LAST_DAY, LAST_DAY)
        for indicator in chance.shuffled(INDICATORS)[:2]:
            value, day, assessor = chance.whole(1, 3), course.start + days(7), chance.pick(("borger", "sagsbehandler"))
            while day <= last:
                rows.append((course.key, to_workday(day, course.start, LAST_DAY), indicator, value, assessor))
                day += days(chance.whole(80, 100))
                value = min(max(value + chance.weighted({-1: 12, 0: 38, 1: 45, 2: 5}), 1), 5)
    return sorted(rows, key=lambda row: (row[1], row[0]))


def readings_csv(data):
    """A database extract: plain codes, ISO dates."""
    header = ["forloeb_id", "dato", "indikator", "vaerdi", "vurderet_af"]
    rows = [[course, iso(day), indicator, value, assessor] for course, day, indicator, value, assessor in readings(data)]
    return csv_bytes(header, rows)


def cycle_files(data):
    """The files of one data folder that this module writes, name -> bytes."""
    return {
        "evalueringer.csv": evaluations_csv(data),
        "aftalestatus.csv": agreement_statuses_csv(data),
        "indsatser.csv": effort_statuses_csv(),
        "anbefalinger.csv": recommendations_csv(),
        "fundraising.csv": fundraising_csv(data),
        "proevehandlinger.csv": trials_csv(),
        "indkoeb.csv": purchases_csv(data),
        "progression.csv": readings_csv(data),
    }
