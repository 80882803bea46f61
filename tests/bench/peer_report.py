#!/usr/bin/env python3
"""The årsrapport as a Python programmer would write it: pandas, XlsxWriter and reportlab.

    peer_report.py YEAR DATA OUTPUT [--tables-only]

Counts the tables of the program's årsrapport from the same CSV files, and writes the same three kinds of file:
a workbook with one formatted table a sheet and native charts, a PDF with the same tables, charts and an outline, and
the same figures as CSV (peer_figures.py; not with --tables-only). What it leaves out is to its own advantage: it checks no row, tags nothing, has no goals among the figures, has no table of
contents (which takes reportlab a second pass), and writes to the final place at once.
"""

import configparser
import datetime as dt
import pathlib
import sys

import numpy as np
import pandas as pd
import xlsxwriter
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (BaseDocTemplate, Frame, KeepTogether, PageBreak, PageTemplate, Paragraph, Spacer, Table,
                                TableStyle)

import peer_figures

FONTS = "/usr/share/fonts/truetype/liberation2/LiberationSans-%s.ttf"
POSITIVE = ["uddannelse", "ordinaert_job", "fleksjob", "smaajob", "loentilskud"]
STEPS = ["motivation", "afklaring", "praktik", "lille_job", "flere_timer"]
OUTCOMES = [*POSITIVE, "praktik", "nyt_forloeb", "stoppet", "fraflyttet", "foertidspension", "andet", "uoplyst"]
JOB_TYPES = ["fleksjob", "deltidsjob", "smaajob", "ordinaert", "loentilskud"]
GROUPS = ["ressourceforloeb", "kontanthjaelp", "fleksjob", "integration", "unge", "sygedagpenge", "jobafklaring",
          "ledighedsydelse", "stu", "foertidspension", "anden"]
ENTERPRISE_TYPES = ["virksomhed", "initiativ", "forening", "fond", "in_house"]
CAUSES = ["alkohol", "misbrug", "privatliv", "helbred", "egen_beslutning", "virksomhed", "andet"]
HEADINGS = colors.HexColor("#1F4E79")
SHADE = colors.HexColor("#E8EEF4")
PALETTE = ["#1F4E79", "#C55A11", "#7F9DB9", "#F2B179", "#3B3B3B"]
COUNT, SHARE, DECIMAL, DATE, TEXT = "count", "share", "decimal", "date", "text"
FORMATS = {COUNT: "#,##0", SHARE: "0 %", DECIMAL: "#,##0.0", DATE: "dd-mm-yyyy", TEXT: "@"}


class Sheet:
    """One table of the report with its notes and, perhaps, a chart."""

    def __init__(self, name, title, frame, formats, notes=(), total=False, chart=None):
        self.name, self.title, self.frame, self.formats = name, title, frame, formats
        self.notes, self.total, self.chart = notes, total, chart


class Data:
    """The tables of a data folder, typed."""

    def __init__(self, folder):
        dates = {"forloeb": ["start", "slut"], "job": ["start", "slut"], "opfoelgninger": ["dato"],
                 "aftaler": ["start", "slut"], "virksomheder": ["start", "slut"]}
        tables = {}
        for table, columns in dates.items():
            frame = pd.read_csv(folder / f"{table}.csv", sep=";", decimal=",")
            for column in columns:
                frame[column] = pd.to_datetime(frame[column], format="%d-%m-%Y")
            tables[table] = frame
        self.courses, self.jobs, self.follow_ups = tables["forloeb"], tables["job"], tables["opfoelgninger"]
        self.agreements, self.enterprises = tables["aftaler"], tables["virksomheder"]
        self.goals = pd.read_csv(folder / "maal.csv", sep=";")
        self.settings = configparser.ConfigParser()
        self.settings.read(folder / "rapport.ini", encoding="utf-8")
        order = {step: index for index, step in enumerate(STEPS)}
        courses = self.courses
        courses["udfald"] = courses["udfald"].where(courses["udfald"].notna() | courses["slut"].isna(), "uoplyst")
        courses["positiv"] = courses["udfald"].isin(POSITIVE)
        courses["skridt"] = np.sign(courses["trin_slut"].map(order) - courses["trin_start"].map(order))
        courses["aendring"] = courses["timer_slut"] - courses["timer_start"]


class Year:
    def __init__(self, year):
        self.name, self.first, self.last = year, pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)

    def holds(self, column):
        return column.between(self.first, self.last)

    def at_end(self, frame):
        return (frame["start"] <= self.last) & (frame["slut"].isna() | (frame["slut"] > self.last))


def counted(frame, column, order):
    """How many rows have each code, in the list's order; codes that do not occur are left out."""
    counts = frame[column].value_counts().reindex(order, fill_value=0)
    return counts[counts > 0]


def by_year(years, rows):
    """A table with a row per name and a column per year; `rows` is name -> one value per year."""
    return pd.DataFrame([[name, *values] for name, values in rows.items()],
                        columns=["Nøgletal", *(str(year.name) for year in years)])


def codes_by_year(years, frames, column, order):
    counts = pd.DataFrame({str(year.name): frame[column].value_counts() for year, frame in zip(years, frames)})
    counts = counts.reindex(order).fillna(0).astype(int)
    counts = counts[counts.sum(axis=1) > 0]
    counts.loc["I alt"] = counts.sum()
    return counts.rename_axis("Type").reset_index()


def goals_table(data, year, new_jobs):
    rows = []
    ended = data.courses[year.holds(data.courses["slut"])]
    three = data.enterprises[year.at_end(data.enterprises)]
    three = three[(three[["bundlinje_social", "bundlinje_lokal", "bundlinje_oekonomisk"]] == "ja").all(axis=1)]
    for goal in data.goals.itertuples():
        if not goal.fra_aar <= year.name <= goal.til_aar:
            continue
        day = None
        if goal.noegle == "job.nye":
            starts = new_jobs[new_jobs["jobtype"].isin(goal.kode.split("|"))]["start"].sort_values()
            value = len(starts)
            if value >= goal.maal:
                day = starts.iloc[int(goal.maal) - 1]
        elif goal.noegle == "forloeb.progression":
            value = int((ended["skridt"] > 0).sum())
        else:
            value = len(three)
            if value >= goal.maal:
                day = three["start"].sort_values().iloc[int(goal.maal) - 1]
        target = None if pd.isna(goal.maal) else goal.maal
        status = "uden mål" if target is None else "nået" if value >= target else "ikke nået"
        rows.append([goal.navn, value, target, value / target if target else None, status, day])
    return pd.DataFrame(rows, columns=["Mål", "Resultat", "Måltal", "Opfyldelse", "Status", "Nået den"])


def retention(data, year):
    """Per course that ended well and was followed up 180–365 days later within the year: is its status still good?"""
    ended = data.courses[data.courses["positiv"] & (data.courses["slut"] <= year.last)]
    meetings = data.follow_ups[year.holds(data.follow_ups["dato"]) & data.follow_ups["status"].notna()]
    both = meetings.merge(ended[["forloeb_id", "aftale_id", "slut"]], on="forloeb_id")
    days = (both["dato"] - both["slut"]).dt.days
    latest = both[days.between(180, 365)].sort_values("dato", kind="stable").drop_duplicates("forloeb_id", keep="last")
    return latest.assign(godt=latest["status"].isin(POSITIVE))


def cards_table(data, year, before):
    rows = []
    values = []
    for period in (year, before):
        courses = data.courses
        active = courses[(courses["start"] <= period.last) & (courses["slut"].isna() | (courses["slut"] >= period.first))]
        ended = courses[period.holds(courses["slut"])]
        kept = retention(data, period)["godt"]
        values.append([period.holds(data.jobs["start"]).sum(), active["borger_id"].nunique(), len(ended),
                       ended["positiv"].mean(), kept.mean() if len(kept) else None,
                       period.at_end(data.enterprises).sum()])
    names = ["Nye job, alle typer", "Borgere i forløb", "Afsluttede forløb", "Effekt af afsluttede forløb",
             "Fastholdelse efter et halvt til et helt år", "Virksomheder og initiativer ved årets udgang"]
    for name, now, then in zip(names, *values):
        rows.append([name, now, then, now - then])
    return pd.DataFrame(rows, columns=["Nøgletal", str(year.name), str(before.name), "Ændring"])


def jobs_by_type(years, frames, norm):
    rows = []
    for year, frame in zip(years, frames):
        counts = frame["jobtype"].value_counts().reindex(JOB_TYPES, fill_value=0)
        rows.append([str(year.name), *counts.iloc[:4], counts.iloc[:4].sum(), norm, counts.iloc[4]])
    return pd.DataFrame(rows, columns=["År", "Fleksjob", "Deltidsjob", "Småjob", "Ordinært job", "I alt", "Årsnorm",
                                       "Tæller ikke med i årsnormen"])


def running_count(frame, norm):
    months = frame["start"].dt.month
    all_types = months.value_counts().reindex(range(1, 13), fill_value=0).cumsum()
    within = months[frame["jobtype"] != "loentilskud"].value_counts().reindex(range(1, 13), fill_value=0).cumsum()
    names = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
             "december"]
    return pd.DataFrame({"Til og med": names, "Job, der tæller med i årsnormen": within.values, "Årsnorm": norm,
                         "Nye job, alle typer": all_types.values})


def job_figures(data, years, frames):
    ordered = data.jobs.sort_values("start", kind="stable")
    number = ordered.groupby("borger_id").cumcount()
    earlier = ordered.groupby("borger_id")["virksomhed_id"].shift()
    ordered = ordered.assign(naeste=number > 0, anden=(number > 0) & (earlier != ordered["virksomhed_id"]))
    rows = {
        "Nye job, alle typer": [len(frame) for frame in frames],
        "Borgere i nye job": [frame["borger_id"].nunique() for frame in frames],
        "Borgerens første job": [(~ordered[year.holds(ordered["start"])]["naeste"]).sum() for year in years],
        "Borgerens næste job": [ordered[year.holds(ordered["start"])]["naeste"].sum() for year in years],
        "Heraf i en anden virksomhed": [ordered[year.holds(ordered["start"])]["anden"].sum() for year in years],
        "Virksomheder med nye job": [frame["virksomhed_id"].nunique() for frame in frames],
        "Job i in-house løsninger": [(frame["in_house"] == "ja").sum() for frame in frames],
        "Job efter CSR-aftaler": [(frame["csr"] == "ja").sum() for frame in frames],
        "Timer pr. uge i nye job": [frame["timer"].sum() for frame in frames],
        "Årsværk i nye job": [frame["timer"].sum() / 37 for frame in frames],
        "Job i gang ved årets udgang": [year.at_end(data.jobs).sum() for year in years],
    }
    return by_year(years, rows)


def hours_bands(years, frames):
    labels = ["0–5", "5–10", "10–20", "20–30", "30 og derover"]
    banded = [frame.assign(baand=pd.cut(frame["timer"], [0, 5, 10, 20, 30, 61], right=False, labels=labels))
              for frame in frames]
    return codes_by_year(years, banded, "baand", labels)


def overview(data, year):
    """The agreements side by side."""
    courses = data.courses
    ended = courses[year.holds(courses["slut"])]
    groups = ended.groupby("aftale_id")
    kept = retention(data, year).groupby("aftale_id")["godt"].mean()
    table = data.agreements.set_index("aftale_id")[["navn", "pladser"]]
    clipped = (courses["slut"].fillna(year.last).clip(upper=year.last) - courses["start"].clip(lower=year.first)).dt.days + 1
    days = clipped.clip(lower=0).groupby(courses["aftale_id"]).sum()
    table["brug"] = days / (table["pladser"] * ((year.last - year.first).days + 1))
    table["startede"] = courses[year.holds(courses["start"])].groupby("aftale_id").size()
    table["afsluttede"] = groups.size()
    table["effekt"] = groups["positiv"].mean()
    for name, sign in (("frem", 1), ("samme", 0), ("tilbage", -1)):
        table[name] = (ended["skridt"] == sign).groupby(ended["aftale_id"]).sum()
    table["timer"] = groups["aendring"].mean()
    table["fastholdelse"] = kept
    for column in ("startede", "afsluttede", "frem", "samme", "tilbage"):
        table[column] = table[column].fillna(0).astype(int)
    table.insert(0, "aftale", table.index + " " + table.pop("navn"))
    total = ["Alle aftaler", None, None, table["startede"].sum(), len(ended), ended["positiv"].mean(), table["frem"].sum(),
             table["samme"].sum(), table["tilbage"].sum(), ended["aendring"].mean(), retention(data, year)["godt"].mean()]
    table.loc[""] = total
    table.columns = ["Aftale", "Pladser", "Brug af pladser", "Startede forløb", "Afsluttede forløb", "Effekt", "Frem",
                     "Samme trin", "Tilbage", "Ændring, timer pr. uge", "Fastholdelse"]
    return table.reset_index(drop=True)


def value_chain(data, year):
    ended = data.courses[year.holds(data.courses["slut"])]
    matrix = pd.crosstab(ended["trin_start"], ended["trin_slut"]).reindex(index=STEPS, columns=STEPS, fill_value=0)
    matrix["I alt"] = matrix.sum(axis=1)
    matrix.loc["I alt"] = matrix.sum()
    return matrix.rename_axis("Trin ved start").reset_index()


def outcome_tables(data, year, before):
    """Per agreement its facts in sentences and its outcomes as a table."""
    ended = data.courses[year.holds(data.courses["slut"])]
    then = data.courses[before.holds(data.courses["slut"])]
    now_counts = pd.crosstab(ended["aftale_id"], ended["udfald"])
    then_counts = pd.crosstab(then["aftale_id"], then["udfald"])
    meetings = data.follow_ups[year.holds(data.follow_ups["dato"]) & data.follow_ups["status"].notna()]
    both = meetings.merge(data.courses[["forloeb_id", "aftale_id", "slut"]], on="forloeb_id")
    both = both[both["dato"] > both["slut"]].sort_values("dato", kind="stable")
    latest = both.drop_duplicates("forloeb_id", keep="last")
    after_counts = pd.crosstab(latest["aftale_id"], latest["status"])
    stops = pd.crosstab(ended["aftale_id"], ended["aarsag"])
    started = data.courses[year.holds(data.courses["start"])].groupby("aftale_id").size()
    running = data.courses[year.at_end(data.courses)].groupby("aftale_id").size()
    for agreement in data.agreements.itertuples():
        key = agreement.aftale_id
        frames = [counts.loc[key].reindex(OUTCOMES, fill_value=0) if key in counts.index
                  else pd.Series(0, index=OUTCOMES) for counts in (now_counts, then_counts, after_counts)]
        table = pd.DataFrame({"Afsluttet": frames[0], "Før": frames[1], "Efter": frames[2]})
        table = table[table.sum(axis=1) > 0]
        number = int(table["Afsluttet"].sum())
        table.insert(0, "Positivt", ["ja" if code in POSITIVE else "nej" for code in table.index])
        table.insert(2, "Andel", table["Afsluttet"] / number if number else None)
        table.loc["I alt"] = ["", number, 1.0 if number else None, table["Før"].sum(), table["Efter"].sum()]
        table = table.rename_axis("Udfald").reset_index()
        table.columns = ["Udfald", "Positivt", f"Afsluttet {year.name}", f"Andel {year.name}", f"Afsluttet {before.name}",
                         f"Efter forløbet, status {year.name}"]
        good = int(frames[0][POSITIVE].sum())
        causes = stops.loc[key].reindex(CAUSES).dropna() if key in stops.index else pd.Series(dtype=int)
        text = (f"Samarbejdsaftale siden {agreement.start:%d-%m-%Y}; {agreement.pladser} pladser. Der begyndte "
                f"{started.get(key, 0)} forløb i {year.name}, og {number} blev afsluttet; ved årets udgang var "
                f"{running.get(key, 0)} i gang. Effekten var {good / number if number else 0:.0%}: {good} af {number} forløb "
                "endte med et positivt udfald. Stoppet undervejs: "
                + ", ".join(f"{cause} {int(count)}" for cause, count in causes[causes > 0].items()) + ".")
        yield agreement, text, table


def enterprises_by_year(data, years, goal):
    frame = data.enterprises
    three = (frame[["bundlinje_social", "bundlinje_lokal", "bundlinje_oekonomisk"]] == "ja").all(axis=1)
    rows = [[str(year.name), year.holds(frame["start"]).sum(), year.holds(frame["slut"]).sum(), year.at_end(frame).sum(),
             (year.at_end(frame) & three).sum(), goal] for year in years]
    return pd.DataFrame(rows, columns=["År", "Åbnet", "Lukket", "Ved årets udgang", "Heraf med tre bundlinjer", "Mål"])


def enterprise_marks(data, years):
    frame = data.enterprises
    three = (frame[["bundlinje_social", "bundlinje_lokal", "bundlinje_oekonomisk"]] == "ja").all(axis=1)
    young = frame["start"] >= pd.Timestamp(2022, 1, 1)
    return by_year(years, {
        "Arbejder med tre bundlinjer": [(year.at_end(frame) & three).sum() for year in years],
        "Første generation": [(year.at_end(frame) & ~young).sum() for year in years],
        "Anden generation": [(year.at_end(frame) & young).sum() for year in years],
        "På vej": [((frame["status"] == "paa_vej") & ~(frame["start"] <= year.last)).sum() for year in years],
    })


def enterprise_list(data, year):
    frame = data.enterprises[year.at_end(data.enterprises)].sort_values("navn")
    lines = np.where((frame[["bundlinje_social", "bundlinje_lokal", "bundlinje_oekonomisk"]] == "ja").all(axis=1),
                     "alle tre", "social, lokal")
    return pd.DataFrame({"Navn": frame["navn"], "Type": frame["type"], "Branche": "–", "Begyndt": frame["start"],
                         "Registreret": None, "Bundlinjer": lines}).reset_index(drop=True)


def files_table(data):
    rows = [[name, len(frame), len(frame), 0, 0] for name, frame in
            (("aftaler.csv", data.agreements), ("forloeb.csv", data.courses), ("job.csv", data.jobs),
             ("maal.csv", data.goals), ("opfoelgninger.csv", data.follow_ups), ("virksomheder.csv", data.enterprises))]
    rows.append(["I alt", *(sum(row[column] for row in rows) for column in range(1, 5))])
    return pd.DataFrame(rows, columns=["Fil", "Rækker", "Talt med", "Udeladt", "Tomme"])


def how_table():
    """As long as the program's own table of how each figure is counted."""
    names = [f"Nøgletal {number}" for number in range(1, 69)]
    return pd.DataFrame({"Nøgletal": names, "Sådan er det talt":
                         "Forløb med slutdato i perioden, hvor begge trin er kendt, fordelt på udfald; tomme er uoplyst.",
                         "Navn i nøgletalsfilen": "forloeb.afsluttede"})


def compose(data, number):
    """The report's chapters: (title, [heading, text or Sheet, …])."""
    year, before = Year(number), Year(number - 1)
    years = [Year(each) for each in range(2021, number + 1)]
    frames = [data.jobs[each.holds(data.jobs["start"])] for each in years]
    new_jobs = frames[-1]
    goal = data.goals.set_index("maal_id")["maal"]
    goals, cards = goals_table(data, year, new_jobs), cards_table(data, year, before)
    types = jobs_by_type(years, frames, goal["aarsnorm"])
    open_by_year = enterprises_by_year(data, years, goal["tre_bundlinjer_40"])
    yearly = [TEXT] + [COUNT] * len(years)
    first = [f"{row.Mål}: {row.Resultat}, {row.Status}." for row in goals.itertuples()]
    agreements = []
    for index, (agreement, text, table) in enumerate(outcome_tables(data, year, before), 1):
        agreements += [f"{agreement.aftale_id} {agreement.navn}", text,
                       Sheet(f"Udfald aftale {index}", f"{agreement.aftale_id}: udfald af forløbene, {number}", table,
                             [TEXT, TEXT, COUNT, SHARE, COUNT, COUNT], ["Positivt udfald efter kodelisten."], True)]
    return [
        ("Året på én side", [Sheet("Mål", "Strategiens mål", goals, [TEXT, COUNT, COUNT, SHARE, TEXT, DATE]), " ".join(first),
                             Sheet("Nøgletal", "Seks nøgletal", cards, [TEXT, DECIMAL, DECIMAL, DECIMAL])]),
        ("Beskæftigelse", [
            f"{new_jobs['borger_id'].nunique()} borgere fik tilsammen {len(new_jobs)} job i {number}.",
            Sheet("Job pr. år", "Nye job pr. år", types, [TEXT] + [COUNT] * 7, ["Løntilskud tæller ikke med."],
                  chart=("stacked", [1, 2, 3, 4], 6)),
            Sheet("Job gennem året", "Nye job lagt sammen måned for måned", running_count(new_jobs, goal["aarsnorm"]),
                  [TEXT] + [COUNT] * 3, chart=("lines", [1, 3], 2)),
            Sheet("Jobbene i tal", "De nye job i tal", job_figures(data, years, frames), [TEXT] + [DECIMAL] * len(years)),
            Sheet("Timer pr. uge", "Nye job efter timer pr. uge", hours_bands(years, frames), yearly, total=True),
            Sheet("Job efter målgruppe", "Nye job efter målgruppe", codes_by_year(years, frames, "maalgruppe", GROUPS), yearly,
                  total=True),
            Sheet("Job efter virksomhedstype", "Nye job efter virksomhedens type",
                  codes_by_year(years, [frame.merge(data.enterprises[["virksomhed_id", "type"]], on="virksomhed_id")
                                        for frame in frames], "type", ENTERPRISE_TYPES), yearly, total=True)]),
        ("Progression", [
            f"Der begyndte {year.holds(data.courses['start']).sum()} forløb i {number}.",
            Sheet("Aftalerne i overblik", "Samarbejdsaftalerne i overblik", overview(data, year),
                  [TEXT, COUNT, SHARE, COUNT, COUNT, SHARE, COUNT, COUNT, COUNT, DECIMAL, SHARE],
                  ["Andel af de afsluttede forløb med positivt udfald."], True),
            Sheet("Værdikæden", "Fra trin ved start til trin ved slut", value_chain(data, year), [TEXT] + [COUNT] * 6,
                  total=True),
            *agreements]),
        ("Virksomheder og initiativer", [
            f"Ved årets udgang var der {year.at_end(data.enterprises).sum()} virksomheder og initiativer.",
            Sheet("Virksomheder pr. år", "Virksomheder og initiativer pr. år", open_by_year, [TEXT] + [COUNT] * 5,
                  chart=("columns", [4], 5)),
            Sheet("Virksomheder efter type", "Ved årets udgang efter type",
                  codes_by_year(years, [data.enterprises[each.at_end(data.enterprises)] for each in years], "type",
                                ENTERPRISE_TYPES), yearly, total=True),
            Sheet("Virksomhedernes kendetegn", "Kendetegn", enterprise_marks(data, years), yearly),
            Sheet("Virksomhedsliste", "Åbne ved årets udgang", enterprise_list(data, year),
                  [TEXT, TEXT, TEXT, DATE, DATE, TEXT])]),
        ("Metode og data", [
            Sheet("Filer", "Filerne i datamappen og deres rækker", files_table(data), [TEXT] + [COUNT] * 4, total=True),
            Sheet("Sådan er tallene talt", "Sådan er hvert nøgletal talt", how_table(), [TEXT] * 3)]),
    ]


def sheets_of(chapters):
    return [item for _, items in chapters for item in items if isinstance(item, Sheet)]


# ---- The workbook ----

def write_workbook(path, chapters, title):
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": title, "author": "Socialøkonomisk enhed"})
        styles = {name: book.add_format({"num_format": code, "font_size": 11}) for name, code in FORMATS.items()}
        heads = {"title": book.add_format({"bold": True, "font_size": 16, "font_color": "#1F4E79"}),
                 "header": book.add_format({"bold": True, "bg_color": "#E8EEF4", "text_wrap": True, "bottom": 1}),
                 "total": {name: book.add_format({"num_format": code, "bold": True, "top": 1})
                           for name, code in FORMATS.items()}}
        cover = book.add_worksheet("Forside")
        cover.write("A1", title, heads["title"])
        contents = book.add_worksheet("Indhold")
        contents.write("A1", "Indhold", heads["title"])
        for index, sheet in enumerate(sheets_of(chapters), 1):
            write_sheet(book, sheet, index, styles, heads)
            contents.write_url(index, 0, f"internal:'{sheet.name}'!A1", string=sheet.title)


def write_sheet(book, sheet, index, styles, heads):
    page = book.add_worksheet(sheet.name)
    page.write(0, 0, sheet.title, heads["title"])
    page.write(1, 0, "Dette ark indeholder én tabel. INTERN")
    for row, note in enumerate(sheet.notes, 2):
        page.write(row, 0, note)
    top = 3 + len(sheet.notes)
    frame = sheet.frame
    last = top + len(frame)
    widths = [max(len(str(name)), *(len(shown(value, kind)) for value in frame.iloc[:, column]))
              if len(frame) else len(name)
              for column, (name, kind) in enumerate(zip(frame.columns, sheet.formats))]
    for column, (kind, width) in enumerate(zip(sheet.formats, widths)):
        page.set_column(column, column, min(width + 2, 60))
        for row, value in enumerate(frame.iloc[:, column]):
            style = heads["total"][kind] if sheet.total and row == len(frame) - 1 else styles[kind]
            write_cell(page, top + 1 + row, column, value, kind, style)
    page.add_table(top, 0, last, len(frame.columns) - 1, {
        "name": f"tabel{index}", "autofilter": False, "style": "Table Style Light 1",
        "columns": [{"header": str(name), "header_format": heads["header"]} for name in frame.columns]})
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    if sheet.chart:
        add_workbook_chart(book, page, sheet, top, last)


def write_cell(page, row, column, value, kind, style):
    if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        page.write_string(row, column, "[x]", style)
    elif kind == TEXT:
        page.write_string(row, column, str(value), style)
    elif kind == DATE:
        page.write_datetime(row, column, value, style)
    else:
        page.write_number(row, column, float(value), style)


def add_workbook_chart(book, page, sheet, top, last):
    kind, columns, goal = sheet.chart
    chart = book.add_chart({"type": "line"} if kind == "lines"
                           else {"type": "column", **({"subtype": "stacked"} if kind == "stacked" else {})})
    line = book.add_chart({"type": "line"})
    for column, owner in [*((column, chart) for column in columns), (goal, chart if kind == "lines" else line)]:
        owner.add_series({"name": [sheet.name, top, column], "categories": [sheet.name, top + 1, 0, last, 0],
                          "values": [sheet.name, top + 1, column, last, column]})
    if kind != "lines":
        chart.combine(line)
    chart.set_title({"name": sheet.title})
    chart.set_y_axis({"name": "Antal"})
    page.insert_chart(last + 2, 0, chart)


# ---- The PDF ----

def shown(value, kind):
    """A value as Danish text."""
    if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return "–"
    if kind == TEXT:
        return str(value)
    if kind == DATE:
        return value.strftime("%d-%m-%Y")
    if kind == SHARE:
        return f"{value * 100:.0f} %"
    digits = f"{float(value):,.{1 if kind == DECIMAL else 0}f}"
    return digits.translate(str.maketrans(",.", ".,"))


class Report(BaseDocTemplate):
    """A page with header and footer, and an outline entry for each heading."""

    def __init__(self, path, title):
        super().__init__(str(path), pagesize=A4, title=title, author="Socialøkonomisk enhed", leftMargin=62, rightMargin=62,
                         topMargin=70, bottomMargin=70)
        frame = Frame(self.leftMargin, self.bottomMargin, self.width, self.height, id="body")
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self.decorate))
        self.report_title, self.marks = title, 0

    def decorate(self, canvas, _):
        canvas.setFont("Sans", 8)
        canvas.drawString(62, A4[1] - 45, self.report_title)
        canvas.drawRightString(A4[0] - 62, A4[1] - 45, "INTERN")
        canvas.drawRightString(A4[0] - 62, 40, f"Side {canvas.getPageNumber()}")

    def afterFlowable(self, flowable):
        if isinstance(flowable, Paragraph) and flowable.style.name in ("h1", "h2"):
            self.marks += 1
            self.canv.bookmarkPage(f"m{self.marks}")
            self.canv.addOutlineEntry(flowable.getPlainText(), f"m{self.marks}", int(flowable.style.name[1]) - 1)


def paragraph_styles():
    body = ParagraphStyle("body", fontName="Sans", fontSize=10, leading=14, spaceAfter=7)
    return {"body": body, "h1": ParagraphStyle("h1", body, fontName="Sans-Bold", fontSize=20, leading=28, textColor=HEADINGS),
            "h2": ParagraphStyle("h2", body, fontName="Sans-Bold", fontSize=13, leading=21, textColor=HEADINGS, spaceBefore=7),
            "caption": ParagraphStyle("caption", body, fontName="Sans-Bold"),
            "cell": ParagraphStyle("cell", body, fontSize=9, leading=11, spaceAfter=0),
            "note": ParagraphStyle("note", body, fontSize=8, leading=11)}


def pdf_table(sheet, styles, width):
    frame = sheet.frame
    wraps = [kind == TEXT and frame.iloc[:, column].astype(str).str.len().max() > 24
             for column, kind in enumerate(sheet.formats)]
    rows = [[Paragraph(str(name), styles["cell"]) for name in frame.columns]]
    for row in frame.itertuples(index=False):
        rows.append([Paragraph(shown(value, kind), styles["cell"]) if wrap else shown(value, kind)
                     for value, kind, wrap in zip(row, sheet.formats, wraps)])
    shares = [3.0 if wrap else 1.4 if kind == TEXT else 1.0 for kind, wrap in zip(sheet.formats, wraps)]
    look = [("FONT", (0, 0), (-1, -1), "Sans", 9), ("BACKGROUND", (0, 0), (-1, 0), SHADE),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.lightgrey), ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *(("ALIGN", (column, 1), (column, -1), "RIGHT") for column, kind in enumerate(sheet.formats) if kind != TEXT)]
    if sheet.total:
        look += [("FONT", (0, -1), (-1, -1), "Sans-Bold", 9), ("LINEABOVE", (0, -1), (-1, -1), 1, colors.black)]
    return Table(rows, [width * share / sum(shares) for share in shares], repeatRows=1, style=TableStyle(look))


def pdf_chart(sheet, width):
    kind, columns, goal = sheet.chart
    drawing = Drawing(width, 200)
    chart = HorizontalLineChart() if kind == "lines" else VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 30, 30, width - 40, 150
    series = [*columns, goal] if kind == "lines" else columns
    chart.data = [tuple(float(value) for value in sheet.frame.iloc[:, column]) for column in series]
    chart.categoryAxis.categoryNames = [str(name) for name in sheet.frame.iloc[:, 0]]
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = "Sans"
    chart.valueAxis.valueMin = 0
    if kind == "stacked":
        chart.categoryAxis.style = "stacked"
    for index in range(len(series)):
        colour = colors.HexColor(PALETTE[index % len(PALETTE)])
        if kind == "lines":
            chart.lines[index].strokeColor = colour
        else:
            chart.bars[index].fillColor = colour
    drawing.add(chart)
    return drawing


def write_pdf(path, chapters, title):
    pdfmetrics.registerFont(TTFont("Sans", FONTS % "Regular"))
    pdfmetrics.registerFont(TTFont("Sans-Bold", FONTS % "Bold"))
    styles = paragraph_styles()
    report = Report(path, title)
    story = [Spacer(1, 200), Paragraph(title, styles["h1"]), Paragraph("Strategi for socialøkonomi", styles["body"])]
    for chapter, items in chapters:
        story += [PageBreak(), Paragraph(chapter, styles["h1"])]
        for item in items:
            if isinstance(item, Sheet):
                story += [KeepTogether([Paragraph(item.title, styles["caption"]), pdf_table(item, styles, report.width)])]
                story += [Paragraph(note, styles["note"]) for note in item.notes]
                if item.chart:
                    story.append(pdf_chart(item, report.width))
                story.append(Spacer(1, 12))
            else:
                story.append(Paragraph(item, styles["h2" if len(item) < 60 and not item.endswith(".") else "body"]))
    report.build(story)


def main():
    year, folder, output = int(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    output.mkdir(parents=True, exist_ok=True)
    title = f"Årsrapport for socialøkonomi {year}"
    data = Data(folder)
    chapters = compose(data, year)
    write_workbook(output / f"aarsrapport-{year}.xlsx", chapters, title)
    write_pdf(output / f"aarsrapport-{year}.pdf", chapters, title)
    if "--tables-only" not in sys.argv:
        years = [Year(each) for each in range(2021, year + 1)]
        peer_figures.write_figures(output / f"noegletal-{year}.csv", data, years, POSITIVE)


if __name__ == "__main__":
    main()
