"""What a chart's description may say: its title, the ends or extremes of what it draws, and the goal that it stands against."""

import itertools
import re

from program import danish, plain
from sentences_agreements import is_covered, is_shown
from sentences_data import DATA_SET, code_names
from sentences_words import MONTHS, figure_of_goal, goals, years_counted

SECTORS = {"Privat": "privat", "Offentlig": "offentlig", "Civilsamfund": "civil"}


def chart_descriptions(printed):
    """Those of a report printed by `--tekst`, each on one line."""
    for block in re.split(r"\n\s*\n", plain(printed)):
        if block.startswith("Figur: "):
            yield " ".join(line.strip() for line in block.split("\n")[1:])


def goal_of(report, kind, begin):
    return next((goal for goal in goals() if goal["type"] == kind and goal["noegle"].startswith(begin)
                 and int(goal["fra_aar"]) <= report.year <= int(goal["til_aar"])), None)


def against(goal, word):
    return f"; {word}: {goal['maal']}." if goal else "."


def share(value):
    return f"{danish(value * 100, 1)} %"


def extremes(values, said=danish):
    """højest 41 i 2019, lavest 24 i 2021: any of the years that share it."""
    high, low = ([year for year, value in values.items() if value == extreme]
                 for extreme in (max(values.values()), min(values.values())))
    for best, worst in itertools.product(high, low):
        yield f"højest {said(values[best])} i {best}, lavest {said(values[worst])} i {worst}"


def way(values):
    first, last = min(values), max(values)
    return f"fra {danish(values[first])} i {first} til {danish(values[last])} i {last}"


def possible_descriptions(report):
    if report.command == "evaluering":
        yield from answers_on_the_scale(report)
        yield outcomes_in_groups(report)
        return
    years = years_counted(report)
    span = f"{years[0]}–{years[-1]}"
    norm = goal_of(report, "aarlig", "job.nye")
    counted = ", der tæller med i årsnormen" if norm else ""
    jobs = {year: figure_of_goal(report, norm, str(year)) if norm else report.value("job.nye", str(year)) for year in years}
    for extreme in extremes(jobs):
        yield f"Stablet søjlediagram: Nye job pr. år{counted}, {span}. I alt {extreme}{against(norm, 'årsnorm')}"
    yield from jobs_through_the_year(report, norm)
    goal = goal_of(report, "slut", "virksomhed.")
    open_ones, three_lines = ({year: report.value(noegle, str(year)) for year in years}
                              for noegle in ("virksomhed.aktive_ultimo", "virksomhed.tre_bundlinjer"))
    title = f"Kurvediagram: Virksomheder og initiativer ved årets udgang, {span}."
    if None not in three_lines.values():
        yield f"{title} F{way(open_ones)[1:]}{against(goal, 'mål')}"
        yield f"{title} Ved årets udgang: {way(open_ones)}; Heraf med tre bundlinjer: {way(three_lines)}{against(goal, 'mål')}"
    yield from income(report, years, span)
    if report.command == "aar":
        yield effect_by_year(report, years, span)


def jobs_through_the_year(report, norm):
    last = 6 if report.half == 1 else 12
    codes = norm["kode"].split("|") if norm else None
    counts = [sum(job.start.year == report.year and job.start.month <= month and (not codes or job.jobtype in codes)
                  for job in DATA_SET.jobs) for month in (1, last)]
    title = "Job gennem året mod årsnormen" if norm else "Nye job gennem året"
    period = f"{report.half}. halvår {report.year}" if report.half == 1 else f"{report.year}"
    yield (f"Kurvediagram: {title}, {period}. Fra {counts[0]} i januar til {counts[1]} i {MONTHS[last - 1]}"
           f"{against(norm, 'årsnorm')}")


def income(report, years, span):
    shares = [list(extremes({year: report.value("virksomhed.indtaegt_andel", str(year), sector) for year in years}, share))
              for sector in SECTORS.values()]
    for each in itertools.product(*shares):
        said = "; ".join(f"{name}: {extreme}" for name, extreme in zip(SECTORS, each))
        yield f"Stablet søjlediagram: Mosaikøkonomien: indtægter efter sektor, {span}. {said}."


BARS = "Liggende søjlediagram, hvor hver søjle viser 100 %:"


def largest_parts(parts, total):
    """flest »4« og »5, i høj grad« (5 af 12)"""
    highest = max(parts.values())
    return f"flest {' og '.join(f'»{name}«' for name, part in parts.items() if part == highest)} ({danish(highest)} af {danish(total)})"


def answers_on_the_scale(report):
    steps = {"1": "1, slet ikke", "2": "2", "3": "3", "4": "4", "5": "5, i høj grad"}
    names = code_names("evalueringsspoergsmaal")

    def bar(number, code, name, year):
        parts = {said: report.value("evaluering.fordeling", f"{year}", f"{code}:{step}") for step, said in steps.items()}
        told = largest_parts(parts, sum(parts.values())) if any(parts.values()) else "ingen svar"
        return f"{number}. {name} ({year}): {told}"

    for years in ((report.year, report.year - 1), (report.year,)):
        bars = [bar(number, code, name, year) for number, (code, name) in enumerate(names.items(), 1) for year in years]
        title = f"Svarene på spørgsmålene, evalueringen {' og '.join(map(str, years))}"
        yield f"{BARS} {title}. {'; '.join(bars)}."


def outcomes_in_groups(report):
    bars = []
    answered = {row.aftale_id for row in DATA_SET.answers if row.aar == report.year}
    for row in (row for row in DATA_SET.agreements if is_covered(report, row, answered)):
        ended, positive = (report.value(f"forloeb.{name}_ialt", aftale=row.aftale_id) for name in ("afsluttede", "positive"))
        stopped = report.value("forloeb.udfald_ialt", kode="stoppet", aftale=row.aftale_id)
        parts = {"Positivt udfald": positive, "Andet udfald": ended - positive - stopped, "Stoppet": stopped}
        bars.append(f"{row.aftale_id} {row.navn}: {largest_parts(parts, ended) if ended else 'ingen afsluttede forløb'}")
    return f"{BARS} Hvordan aftalernes forløb er endt. {'; '.join(bars)}."


def effect_by_year(report, years, span):
    """SA-01 Gartneriet: fra 29 % i 2021 til 38 % i 2024; …"""
    told = []
    for row in (row for row in DATA_SET.agreements if is_shown(report, row)):
        effects = {}
        for year in years:
            ended = report.value("forloeb.afsluttede", str(year), aftale=row.aftale_id)
            if ended:
                effect = report.value("forloeb.effekt", str(year), aftale=row.aftale_id)
                effects[year] = f"{danish(effect * 100, 1 if ended >= 100 else 0)} %"
        first, last = (min(effects), max(effects)) if effects else (None, None)
        said = "ingen afsluttede forløb" if not effects else f"{effects[last]} i {last}"
        told.append(f"{row.aftale_id} {row.navn}: {f'fra {effects[first]} i {first} til ' if first != last else ''}{said}")
    return f"Små søjlediagrammer på samme skala: Effekten pr. aftale, {span}. {'; '.join(told)}."
