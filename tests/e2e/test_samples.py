#!/usr/bin/env python3
"""The sample data agree with the figures they are documented to have.

Reads the committed files with Python's csv module alone, and shares no code with their generator; the
last class runs the generator and compares its files with the committed ones byte for byte.
"""

import collections
import csv
import datetime as dt
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
NEVER = dt.date(9999, 12, 31)
COUNTED_JOBS = {"fleksjob", "deltidsjob", "smaajob", "ordinaert"}
POSITIVE = {"uddannelse", "ordinaert_job", "fleksjob", "smaajob", "loentilskud"}
LISTS = {
    "maalgruppe": {"ressourceforloeb", "kontanthjaelp", "fleksjob", "integration", "unge", "sygedagpenge", "jobafklaring",
                   "ledighedsydelse", "stu", "foertidspension", "anden", ""},
    "trin": {"motivation", "afklaring", "praktik", "lille_job", "flere_timer", ""},
    "udfald": POSITIVE | {"praktik", "nyt_forloeb", "stoppet", "fraflyttet", "foertidspension", "andet", "uoplyst", ""},
    "aarsag": {"alkohol", "misbrug", "privatliv", "helbred", "egen_beslutning", "virksomhed", "andet", ""},
    "jobtype": COUNTED_JOBS | {"loentilskud"},
    "aftaletype": {"samarbejdsaftale", "indkoebsaftale", "partnerskab", "csr", "in_house"},
    "virksomhedstype": {"virksomhed", "initiativ", "forening", "fond", "in_house"},
    "virksomhedsstatus": {"aktiv", "paa_vej", "lukket"},
    "evalueringsspoergsmaal": {"i_brug", "plan", "ejerskab", "opfoelgning", "sagsbehandler", "effekt", "overblik",
                               "samarbejde"},
    "indsats": {"csr", "fundraising", "boligomraader", "maalgruppe", "lokale_indkoeb", "in_house", "civilsamfund",
                "proevehandlinger", "verdensmaal", "trends"},
    "statusfarve": {"groen", "gul", "roed"},
    "anbefalingsstatus": {"stillet", "vedtaget", "aendret", "afvist", "gennemfoert"},
    "fundraisingmodel": {"no_cure_no_pay", "egen", "kommune"},
    "proevehandlingsstatus": {"ide", "i_gang", "afsluttet", "skaleret", "stoppet"},
    "sektor": {"offentlig", "privat", "civilsamfund"},
    "verdensmaal": {str(goal) for goal in range(1, 18)},
    "indikator": {"livsmestring", "afklaring", "robusthed", "arbejdsidentitet", "arbejdsevne"},
    "vurderet_af": {"borger", "sagsbehandler"},
}
FIRST_EFFORTS = {"csr", "fundraising", "boligomraader", "maalgruppe", "lokale_indkoeb"}
PERIODS = {f"{year}{half}" for year in range(2018, 2026) for half in ("", "-1", "-2")}


def fold(text):
    """Headers and codes are equal after folding."""
    text = text.strip().lower()
    for old, new in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), (" ", "_"), ("-", "_"), (".", "_")):
        text = text.replace(old, new)
    return text


def decode(content):
    """UTF-16 and UTF-8 by their marks, else UTF-8, else Windows-1252."""
    if content.startswith(b"\xff\xfe"):
        return content[2:].decode("utf-16-le")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def files_in(folder):
    """All files of a folder and the folders in it."""
    return [path for path in folder.rglob("*") if path.is_file()]


def rows_of(path):
    """The rows of one file as folded header -> trimmed cell."""
    text = decode(path.read_bytes())
    if text.startswith("sep="):
        text = text.split("\n", 1)[1]
    header_line = text.split("\n", 1)[0]
    separator = max(";,\t", key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    header = [fold(name) for name in next(reader)]
    rows = [[cell.strip() for cell in row] for row in reader]
    assert all(len(row) == len(header) for row in rows), path
    return [dict(zip(header, row)) for row in rows if any(row)]


def day(text):
    """The date forms of the samples; an empty cell means still running."""
    text = text.split(" ")[0]
    if not text:
        return NEVER
    for pattern, order in ((r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", (3, 2, 1)), (r"(\d{4})-(\d\d)-(\d\d)", (1, 2, 3))):
        match = re.fullmatch(pattern, text)
        if match:
            return dt.date(*(int(match.group(index)) for index in order))
    raise ValueError(text)


def number(text):
    return float(text.replace(" kr.", "").replace(".", "").replace(",", "."))


def yes(text):
    return {"ja": True, "sand": True, "1": True, "x": True, "nej": False, "falsk": False, "0": False, "": None}[fold(text)]


class Folder:
    """One data folder, read and typed."""

    def __init__(self, name):
        path = SAMPLES / name
        self.courses = rows_of(path / "forloeb.csv")
        self.jobs = [row for file in sorted(path.glob("job-*.csv")) for row in rows_of(file)]
        self.follow_ups = rows_of(path / "opfoelgninger.csv")
        self.agreements = rows_of(path / "aftaler.csv")
        self.enterprises = rows_of(path / "virksomheder.csv")
        self.goals = rows_of(path / "maal.csv")
        self.evaluations = rows_of(path / "evalueringer.csv")
        self.agreement_statuses = rows_of(path / "aftalestatus.csv")
        self.effort_statuses = rows_of(path / "indsatser.csv")
        self.recommendations = rows_of(path / "anbefalinger.csv")
        self.applications = rows_of(path / "fundraising.csv")
        self.trials = rows_of(path / "proevehandlinger.csv")
        self.purchases = rows_of(path / "indkoeb.csv")
        self.readings = rows_of(path / "progression.csv")
        for row in self.trials:
            row["s"], row["e"] = day(row["start"]), day(row["slut"])
        for table in (self.courses, self.jobs, self.agreements, self.enterprises):
            for row in table:
                row["s"] = day(row["start"])
                row["e"] = day(row["slut"])


def in_year(date, year):
    return date.year == year


def active_on(rows, date):
    return [row for row in rows if row["s"] <= date < row["e"]]


def three_bottom_lines(row):
    return all(yes(row[name]) for name in ("bundlinje_social", "bundlinje_lokal", "bundlinje_oekonomisk"))


def first_day_held(rows, level):
    """The first day from which at least `level` of the rows are active until the end of the data."""
    dates = sorted({row["s"] for row in rows} | {row["e"] for row in rows})
    held = None
    for date in (date for date in dates if date <= dt.date(2025, 12, 31)):
        if len(active_on(rows, date)) < level:
            held = None
        elif held is None:
            held = date
    return held


def yearly_figures(folder, year):
    """Every column of samples/parametre.csv, counted from the rows."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    active = active_on(folder.enterprises, last)
    jobs = [row for row in folder.jobs if in_year(row["s"], year)]
    counted = [row for row in jobs if fold(row["jobtype"]) in COUNTED_JOBS]
    kinds = collections.Counter(fold(row["jobtype"]) for row in jobs)
    return {
        "år": year,
        "virksomheder_primo": len(active_on(folder.enterprises, first - dt.timedelta(days=1))),
        "nye": sum(in_year(row["s"], year) for row in folder.enterprises),
        "lukkede": sum(in_year(row["e"], year) for row in folder.enterprises),
        "virksomheder_ultimo": len(active),
        "heraf_tre_bundlinjer": sum(map(three_bottom_lines, active)),
        "job_1_halvår": sum(row["s"].month <= 6 for row in counted),
        "job_2_halvår": sum(row["s"].month > 6 for row in counted),
        "job_i_alt": len(counted),
        "fleksjob": kinds["fleksjob"],
        "småjob_deltidsjob": kinds["smaajob"] + kinds["deltidsjob"],
        "ordinære": kinds["ordinaert"],
        "løntilskud_ikke_talt": kinds["loentilskud"],
        "aktive_aftaler": len(active_on(folder.agreements, last)),
        "forløb_startet": sum(in_year(row["s"], year) for row in folder.courses),
        "forløb_afsluttet": sum(in_year(row["e"], year) for row in folder.courses),
        "job_akkumuleret": sum(row["s"] <= last and fold(row["jobtype"]) in COUNTED_JOBS for row in folder.jobs),
    }


def documented_figures():
    text = (SAMPLES / "parametre.csv").read_text(encoding="utf-8-sig")
    return [{name: int(cell) for name, cell in row.items()} for row in csv.DictReader(io.StringIO(text), delimiter=";")]


def outcomes(folder, agreement, last_day=dt.date(2025, 12, 31), first_day=dt.date(2014, 1, 1)):
    return collections.Counter(fold(row["udfald"]) for row in folder.courses
                               if row["aftale_id"] == agreement and first_day <= row["e"] <= last_day)


class CleanSet(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Folder("slagelse")

    def test_each_year_agrees_with_the_documented_parameters(self):
        documented = documented_figures()
        self.assertEqual([row["år"] for row in documented], list(range(2014, 2026)))
        for row in documented:
            self.assertEqual(yearly_figures(self.folder, row["år"]), row)

    def test_agreement_1_had_half_positive_and_three_in_ten_stopped_by_february_2017(self):
        result = outcomes(self.folder, "SA-01", dt.date(2017, 2, 28))
        self.assertEqual(result, {"uddannelse": 3, "ordinaert_job": 3, "fleksjob": 4, "stoppet": 6, "andet": 4})
        causes = collections.Counter(fold(row["aarsag"]) for row in self.folder.courses if row["aftale_id"] == "SA-01"
                                     and row["e"] <= dt.date(2017, 2, 28) and row["aarsag"])
        self.assertEqual(causes, {"misbrug": 3, "alkohol": 2, "privatliv": 1})
        self.assertEqual(self.positive_list("SA-01"), {"uddannelse", "ordinaert_job", "fleksjob"})

    def test_agreement_2_had_seven_in_ten_positive_by_february_2017(self):
        result = outcomes(self.folder, "SA-02", dt.date(2017, 2, 28))
        self.assertEqual(result, {"uddannelse": 4, "ordinaert_job": 2, "loentilskud": 3, "fleksjob": 5, "stoppet": 2,
                                  "andet": 4})
        self.assertEqual(self.positive_list("SA-02"), {"uddannelse", "ordinaert_job", "loentilskud", "fleksjob"})

    def positive_list(self, agreement):
        row = next(row for row in self.folder.agreements if row["aftale_id"] == agreement)
        return {fold(code) for code in row["positive_udfald"].split("|")}

    def test_agreement_3_is_the_purchase_for_two_persons(self):
        self.assertEqual(outcomes(self.folder, "SA-03"), {"uddannelse": 1, "fraflyttet": 1})

    def test_small_agreements_have_none_three_and_five_ended_courses(self):
        for year, expected in ((2024, {"SA-08": 0, "SA-07": 3, "SA-06": 5}), (2025, {"SA-09": 0, "SA-08": 3, "SA-07": 5})):
            for agreement, number_ended in expected.items():
                span = dt.date(year, 12, 31), dt.date(year, 1, 1)
                self.assertEqual(sum(outcomes(self.folder, agreement, *span).values()), number_ended, agreement)

    def test_one_agreement_succeeds_with_everybody(self):
        for year, ended in ((2024, 7), (2025, 8)):
            result = outcomes(self.folder, "SA-05", dt.date(year, 12, 31), dt.date(year, 1, 1))
            self.assertEqual(sum(result.values()), ended)
            self.assertLessEqual(set(result), self.positive_list("SA-05"))

    def test_one_agreement_ended_in_2020(self):
        self.assertEqual([row["aftale_id"] for row in self.folder.agreements if in_year(row["e"], 2020)], ["CSR-01"])

    def test_courses_run_over_new_year(self):
        for year in range(2015, 2026):
            self.assertTrue(active_on(self.folder.courses, dt.date(year, 12, 31)))

    def test_twenty_five_enterprises_are_reached_on_14_august_2019(self):
        self.assertEqual(first_day_held(self.folder.enterprises, 25), dt.date(2019, 8, 14))

    def test_forty_are_passed_in_the_second_quarter_of_2025(self):
        self.assertLess(len(active_on(self.folder.enterprises, dt.date(2025, 3, 31))), 40)
        self.assertGreater(len(active_on(self.folder.enterprises, dt.date(2025, 6, 30))), 40)

    def test_forty_with_three_bottom_lines_are_reached_on_18_november_2025(self):
        rows = [row for row in self.folder.enterprises if three_bottom_lines(row)]
        self.assertEqual(first_day_held(rows, 40), dt.date(2025, 11, 18))

    def test_the_job_goal_of_2018_to_2020_is_reached_twice_and_then_missed(self):
        kinds = {"fleksjob", "deltidsjob", "smaajob"}
        reached = [sum(in_year(row["s"], year) and fold(row["jobtype"]) in kinds for row in self.folder.jobs) >= 30
                   for year in (2018, 2019, 2020)]
        self.assertEqual(reached, [True, True, False])

    def test_two_in_house_solutions_open_in_2018(self):
        kinds = [fold(row["type"]) for row in self.folder.enterprises if in_year(row["s"], 2018)]
        self.assertEqual(kinds.count("in_house"), 2)

    def test_the_prize_is_a_milestone_of_20_november_2018(self):
        prize = next(row for row in self.folder.goals if row["type"] == "milepael")
        self.assertEqual(day(prize["opnaaet_dato"]), dt.date(2018, 11, 20))

    def test_retention_can_be_counted_in_every_year_from_2016(self):
        ends = {row["forloeb_id"]: row for row in self.folder.courses}
        years = collections.Counter()
        for row in self.folder.follow_ups:
            course = ends[row["forloeb_id"]]
            late = 180 <= (day(row["dato"]) - course["e"]).days <= 365 if course["e"] != NEVER else False
            if late and row["status"] and fold(course["udfald"]) in POSITIVE:
                years[day(row["dato"]).year] += 1
        for year in range(2016, 2026):
            self.assertGreaterEqual(years[year], 3, year)

    def test_kinds_of_the_active_enterprises(self):
        kinds = collections.Counter(fold(row["type"]) for row in active_on(self.folder.enterprises, dt.date(2025, 12, 31)))
        self.assertEqual(kinds, {"virksomhed": 26, "initiativ": 8, "in_house": 2, "forening": 5})


class WholeCycle(unittest.TestCase):
    """The facts that the tables of the whole reporting cycle are made to agree with."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Folder("slagelse")
        cls.enterprises = {row["virksomhed_id"]: row for row in cls.folder.enterprises}

    def test_three_purchase_agreements_lie_in_the_municipality_and_one_in_jylland(self):
        active = active_on(self.folder.agreements, dt.date(2025, 12, 31))
        places = [self.enterprises[row["virksomhed_id"]]["kommune"] for row in active
                  if fold(row["type"]) == "indkoebsaftale"]
        self.assertEqual(sorted(places), ["Slagelse", "Slagelse", "Slagelse", "Vejle"])

    def test_every_agreement_in_force_in_spring_is_evaluated_but_for_one_that_had_just_begun(self):
        answered = {(row["aftale_id"], int(row["aar"])) for row in self.folder.evaluations}
        for year in range(2016, 2026):
            in_force = {row["aftale_id"] for row in active_on(self.folder.agreements, dt.date(year, 3, 15))}
            missing = in_force - {agreement for agreement, of in answered if of == year}
            unused = {"SA-03"} if year >= 2020 else set()
            self.assertEqual(missing - unused, {"SA-04"} if year == 2020 else set(), year)

    def test_one_agreement_has_a_single_answer_and_the_others_three_to_eight_a_question(self):
        counts = collections.Counter((row["aftale_id"], row["aar"], fold(row["spoergsmaal"]))
                                     for row in self.folder.evaluations if row["svar"])
        single = {key: number for key, number in counts.items() if key[:2] == ("SA-07", "2024")}
        self.assertEqual(list(single.values()), [1])
        for key, number in counts.items():
            if key not in single:
                self.assertTrue(3 <= number <= 8, key)

    def test_an_answer_or_a_remark_stands_in_every_row(self):
        for row in self.folder.evaluations:
            self.assertTrue(row["svar"] or row["bemaerkning"], row)
        self.assertTrue(any(not row["svar"] for row in self.folder.evaluations))

    def test_every_year_and_half_year_has_its_efforts(self):
        told = collections.defaultdict(set)
        for row in self.folder.effort_statuses:
            told[row["periode"]].add(fold(row["indsats"]))
        self.assertEqual(set(told), PERIODS)
        for period, efforts in told.items():
            self.assertEqual(efforts, LISTS["indsats"] if period >= "2022" else FIRST_EFFORTS, period)

    def test_every_year_tells_of_all_that_the_strategy_asks_for(self):
        for year in range(2018, 2026):
            rows = [row for row in self.folder.effort_statuses if row["periode"] == str(year)]
            for column in ("lykkedes", "ikke_som_forventet", "skaevt", "uventet", "laering", "korrektion"):
                self.assertTrue(any(row[column] for row in rows), (year, column))
        self.assertTrue(any("COVID-19" in row["statustekst"] for row in self.folder.effort_statuses))
        told = (SAMPLES / "slagelse" / "tekster" / "2020" / "laeringer.md").read_text(encoding="utf-8")
        self.assertIn("COVID-19", told)
        self.assertIn("23 job mod 30", told)

    def test_texts_have_more_than_one_paragraph_in_some_cells(self):
        for rows in (self.folder.agreement_statuses, self.folder.effort_statuses):
            self.assertTrue(any("\n" in row["statustekst"] for row in rows))

    def test_three_to_five_recommendations_a_year_and_what_became_of_them(self):
        years = collections.Counter(int(row["aar"]) for row in self.folder.recommendations)
        self.assertEqual(set(years), set(range(2018, 2026)))
        for year, number_given in years.items():
            self.assertTrue(3 <= number_given <= 5, year)
        for row in self.folder.recommendations:
            self.assertEqual(bool(row["opfoelgning"]), fold(row["status"]) != "stillet", row)
        self.assertEqual({fold(row["status"]) for row in self.folder.recommendations}, LISTS["anbefalingsstatus"])
        self.assertEqual({fold(row["status"]) for row in self.folder.recommendations if row["aar"] == "2025"}, {"stillet"})

    def test_six_to_fourteen_applications_a_year_of_which_two_in_five_are_granted(self):
        sent = collections.Counter(day(row["indsendt"]).year for row in self.folder.applications)
        for year in range(2015, 2026):
            self.assertTrue(6 <= sent[year] <= 14, year)
            decided = [row for row in self.folder.applications if row["afgjort"] and in_year(day(row["afgjort"]), year)]
            share = sum(map(is_granted, decided)) / len(decided)
            self.assertTrue(0.35 <= share <= 0.45, (year, share))

    def test_about_a_fifth_of_the_donors_give_again(self):
        grants = collections.Counter(row["giver"] for row in self.folder.applications if is_granted(row))
        share = sum(number_given > 1 for number_given in grants.values()) / len(grants)
        self.assertTrue(0.15 <= share <= 0.25, share)

    def test_one_grant_of_ten_million_goes_outside_the_municipality(self):
        amounts = sorted(number(row["ansoegt"]) for row in self.folder.applications)
        self.assertEqual(amounts[-1], 10_000_000)
        self.assertTrue(15_000 <= amounts[0] and amounts[-2] <= 1_250_000)
        outlier = next(row for row in self.folder.applications if is_granted(row) and number(row["bevilget"]) == 10_000_000)
        self.assertEqual(self.enterprises[outlier["virksomhed_id"]]["kommune"], "Vejle")

    def test_all_fundraising_models_occur(self):
        self.assertEqual({fold(row["model"]) for row in self.folder.applications}, LISTS["fundraisingmodel"])

    def test_thirty_six_trials_had_begun_by_16_december_2020_two_with_a_local_partner(self):
        begun = [row for row in self.folder.trials if row["s"] <= dt.date(2020, 12, 16)]
        self.assertEqual(len({row["titel"] for row in begun}), 36)
        self.assertEqual(len(begun), 36)
        self.assertEqual(sum(yes(row["lokal_partner"]) for row in begun), 2)

    def test_trials_have_the_four_un_goals_of_the_strategy(self):
        goals = {goal for row in self.folder.trials for goal in row["verdensmaal"].split("|")}
        self.assertEqual(goals, {"4", "8", "15", "17"})

    def test_several_departments_buy_and_some_contracts_are_reserved(self):
        for year in range(2018, 2026):
            rows = [row for row in self.folder.purchases if in_year(day(row["dato"]), year)]
            self.assertGreaterEqual(len({row["forvaltning"] for row in rows}), 3, year)
        self.assertTrue(any(yes(row["reserveret"]) for row in self.folder.purchases))

    def test_some_courses_have_several_readings_of_an_indicator(self):
        counts = collections.Counter((row["forloeb_id"], row["indikator"]) for row in self.folder.readings)
        self.assertGreater(sum(times > 1 for times in counts.values()), 50)

    def test_the_goals_are_those_of_both_strategies(self):
        spans = {row["maal_id"]: (row["maal"], row["maal_til"], row["fra_aar"], row["til_aar"]) for row in self.folder.goals}
        self.assertEqual(spans, {
            "virksomheder_25": ("25", "", "2018", "2020"), "pris": ("", "", "2018", "2020"),
            "job_30": ("30", "", "2018", "2020"), "in_house": ("2", "3", "2018", "2020"),
            "aarsnorm": ("30", "", "2022", "2025"), "progression": ("", "", "2022", "2025"),
            "tre_bundlinjer_40": ("40", "", "2022", "2025")})


def is_granted(row):
    return row["bevilget"] not in ("", "0")


class Rules:
    """What the program checks; the clean sets must pass with neither error nor warning."""

    name = ""

    def setUp(self):
        self.folder = Folder(self.name)

    def test_keys_are_unique(self):
        for table, key in (("courses", "forloeb_id"), ("jobs", "job_id"), ("agreements", "aftale_id"),
                           ("enterprises", "virksomhed_id"), ("goals", "maal_id"), ("applications", "ansoegning_id"),
                           ("trials", "id"), ("agreement_statuses", "periode aftale_id"),
                           ("effort_statuses", "periode indsats"), ("recommendations", "aar nr")):
            keys = [tuple(row[name] for name in key.split()) for row in getattr(self.folder, table)]
            self.assertEqual(len(keys), len(set(keys)), table)

    def test_the_tables_of_the_whole_cycle_refer_to_rows_that_are_there(self):
        agreements = {row["aftale_id"] for row in self.folder.agreements}
        enterprises = {row["virksomhed_id"]: row for row in self.folder.enterprises}
        courses = {row["forloeb_id"]: row for row in self.folder.courses}
        for row in self.folder.evaluations + self.folder.agreement_statuses:
            self.assertIn(row["aftale_id"], agreements)
        for row in self.folder.applications:
            self.assertIn(row["virksomhed_id"], {"", *enterprises})
        for row in self.folder.purchases:
            owner = enterprises[row["virksomhed_id"]]
            self.assertTrue(owner["s"] <= day(row["dato"]) <= owner["e"], row)
        for row in self.folder.readings:
            self.assertTrue(courses[row["forloeb_id"]]["s"] <= day(row["dato"]), row)

    def test_ratings_periods_and_decisions_can_be_read(self):
        for rows, column in ((self.folder.evaluations, "svar"), (self.folder.readings, "vaerdi")):
            self.assertLessEqual({row[column] for row in rows}, {"", "1", "2", "3", "4", "5"})
        for row in self.folder.agreement_statuses + self.folder.effort_statuses:
            self.assertIn(row["periode"], PERIODS)
        for row in self.folder.applications:
            self.assertLessEqual(day(row["indsendt"]), day(row["afgjort"]))
            self.assertTrue(row["afgjort"] or not is_granted(row), row)

    def test_rows_lie_inside_the_life_of_what_they_refer_to(self):
        agreements = {row["aftale_id"]: row for row in self.folder.agreements}
        enterprises = {row["virksomhed_id"]: row for row in self.folder.enterprises}
        self.assert_inside(self.folder.courses, agreements, "aftale_id")
        self.assert_inside(self.folder.jobs, enterprises, "virksomhed_id")
        self.assert_inside(self.folder.agreements, enterprises, "virksomhed_id")
        for row in self.folder.jobs:
            self.assertIn(row.get("aftale_id", ""), {"", *agreements})

    def assert_inside(self, rows, owners, column):
        for row in rows:
            owner = owners[row[column]]
            self.assertLessEqual(owner["s"], row["s"], row)
            if row["e"] != NEVER:
                self.assertLess(row["s"], row["e"], row)
                self.assertLessEqual(row["e"], owner["e"], row)
            elif column == "virksomhed_id":
                self.assertEqual(owner["e"], NEVER, row)

    def test_codes_are_in_their_lists(self):
        for rows, columns in ((self.folder.courses, {"maalgruppe": "maalgruppe", "trin_start": "trin", "trin_slut": "trin",
                                                      "udfald": "udfald", "aarsag": "aarsag"}),
                              (self.folder.jobs, {"jobtype": "jobtype", "maalgruppe": "maalgruppe"}),
                              (self.folder.agreements, {"type": "aftaletype", "maalgruppe": "maalgruppe"}),
                              (self.folder.enterprises, {"type": "virksomhedstype", "status": "virksomhedsstatus"}),
                              (self.folder.follow_ups, {"status": "udfald"}),
                              (self.folder.evaluations, {"spoergsmaal": "evalueringsspoergsmaal"}),
                              (self.folder.effort_statuses, {"indsats": "indsats", "status": "statusfarve"}),
                              (self.folder.recommendations, {"status": "anbefalingsstatus"}),
                              (self.folder.applications, {"model": "fundraisingmodel"}),
                              (self.folder.trials, {"status": "proevehandlingsstatus", "sektorer": "sektor",
                                                    "verdensmaal": "verdensmaal"}),
                              (self.folder.readings, {"indikator": "indikator", "vurderet_af": "vurderet_af"})):
            for row in rows:
                for column, name in columns.items():
                    for code in row[column].split("|"):
                        self.assertIn(fold(code), LISTS[name])
        for row in self.folder.agreement_statuses:
            self.assertIn(fold(row["status"]), LISTS["statusfarve"] | {""})
        for row in self.folder.recommendations:
            self.assertIn(fold(row["indsats"]), LISTS["indsats"] | {""})

    def test_an_outcome_stands_on_closed_courses_and_only_there(self):
        for row in self.folder.courses:
            self.assertEqual(bool(row["udfald"]), row["e"] != NEVER, row)
            self.assertEqual(bool(row["aarsag"]), fold(row["udfald"]) == "stoppet", row)

    def test_hours_and_yes_no_can_be_read(self):
        for row in self.folder.courses:
            for column in ("timer_start", "timer_slut"):
                if row[column]:
                    self.assertTrue(0 <= number(row[column]) <= 60)
            yes(row["plan"]), yes(row["ejerskab"])
        for row in self.folder.jobs:
            self.assertTrue(0 < number(row["timer"]) <= 37)

    def test_enterprises_state_their_life_and_staff(self):
        for row in self.folder.enterprises:
            status = fold(row["status"])
            self.assertEqual(row["e"] != NEVER, status == "lukket", row)
            if status == "aktiv":
                self.assertNotEqual(row["s"], NEVER, row)
            if row["ansatte"]:
                self.assertLessEqual(int(row["ansatte_kant"]), int(row["ansatte"]))
            if row["cvr"]:
                self.assertEqual(sum(int(d) * w for d, w in zip(row["cvr"], (2, 7, 6, 5, 4, 3, 2, 1))) % 11, 0)

    def test_follow_ups_belong_to_courses_and_lie_in_the_data_period(self):
        courses = {row["forloeb_id"]: row for row in self.folder.courses}
        for row in self.folder.follow_ups:
            self.assertLessEqual(courses[row["forloeb_id"]]["s"], day(row["dato"]))
            self.assertLessEqual(day(row["dato"]), dt.date(2025, 12, 31))

    def test_a_citizen_has_one_course_at_a_time(self):
        ends = {}
        for row in sorted(self.folder.courses, key=lambda row: row["s"]):
            self.assertLess(ends.get(row["borger_id"], dt.date.min), row["s"])
            ends[row["borger_id"]] = row["e"]

    def test_no_cell_looks_like_a_civil_registration_number(self):
        for path in files_in(SAMPLES / self.name):
            if path.suffix == ".png":
                continue
            text = decode(path.read_bytes())
            self.assertIsNone(re.search(r"(?<!\d)\d{6}[-\u2010-\u2015\u2212]?\s?\d{4}(?!\d)", text), path.name)

    def test_the_folder_is_small(self):
        self.assertLess(sum(path.stat().st_size for path in files_in(SAMPLES / self.name)), 400_000)


class CleanSetFollowsTheRules(Rules, unittest.TestCase):
    name = "slagelse"


class CorrectedSetFollowsTheRules(Rules, unittest.TestCase):
    name = "slagelse-rettet"


class CorrectedSet(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.before, cls.after = Folder("slagelse"), Folder("slagelse-rettet")

    def test_only_the_late_job_moves_the_yearly_figures(self):
        for documented in documented_figures():
            expected = dict(documented)
            if expected["år"] == 2024:
                for column in ("job_2_halvår", "job_i_alt", "småjob_deltidsjob"):
                    expected[column] += 1
            if expected["år"] >= 2024:
                expected["job_akkumuleret"] += 1
            self.assertEqual(yearly_figures(self.after, expected["år"]), expected)

    def test_the_thirtieth_job_of_2024_began_on_16_december(self):
        starts = sorted(row["s"] for row in self.after.jobs
                        if in_year(row["s"], 2024) and fold(row["jobtype"]) in COUNTED_JOBS)
        self.assertEqual((len(starts), starts[29]), (30, dt.date(2024, 12, 16)))

    def test_four_rows_differ_and_no_other(self):
        def changed(name):
            return sum(old != new for old, new in zip(getattr(self.before, name), getattr(self.after, name)))

        self.assertEqual((changed("courses"), changed("follow_ups"), changed("agreements"), changed("enterprises")),
                         (1, 1, 0, 0))
        jobs = [{row["job_id"]: row for row in folder.jobs} for folder in (self.before, self.after)]
        self.assertEqual(len(set(jobs[1]) - set(jobs[0])), 1)
        self.assertEqual(sum(row != jobs[1][key] for key, row in jobs[0].items()), 1)


class Forms(unittest.TestCase):
    """The clean set shows the file forms that real exports have."""

    def content(self, name):
        return (SAMPLES / "slagelse" / name).read_bytes()

    def test_encodings(self):
        self.assertTrue(self.content("forloeb.csv").startswith(b"\xef\xbb\xbf"))
        self.assertTrue(self.content("virksomheder.csv").startswith(b"\xff\xfe"))
        self.content("opfoelgninger.csv").decode("utf-8")
        self.assertTrue(self.content("indsatser.csv").startswith(b"\xff\xfe"))
        for name in ("aftaler.csv", "job-virksomheder.csv", "aftalestatus.csv", "fundraising.csv", "indkoeb.csv"):
            with self.assertRaises(UnicodeDecodeError):
                self.content(name).decode("utf-8")

    def test_separators_and_line_ends(self):
        self.assertTrue(self.content("maal.csv").startswith(b"sep=;\r\n"))
        self.assertNotIn(b"\r", self.content("opfoelgninger.csv"))
        self.assertIn(b";;;;;;;;\r\n", self.content("job-virksomheder.csv"))
        self.assertIn("\t", decode(self.content("virksomheder.csv")).split("\n", 1)[0])
        self.assertTrue(self.content("anbefalinger.csv").startswith(b"\xef\xbb\xbfsep=;\r\n"))
        self.assertIn(b",titel,start,", self.content("proevehandlinger.csv"))

    def test_cells_have_line_breaks_of_both_kinds(self):
        self.assertTrue(re.search(r'"[^";]*\.\r\n[^";]*"', decode(self.content("aftalestatus.csv"))))
        self.assertTrue(re.search(r'"[^"\t]*\.\n[^"\t]*"', decode(self.content("indsatser.csv"))))

    def test_one_text_is_as_an_editor_on_windows_leaves_it(self):
        text = self.content("tekster/halvaar.md")
        self.assertTrue(text.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(text.count(b"\n"), text.count(b"\r\n"))


class Faults(unittest.TestCase):
    """samples/fejl-ventet.csv names the findings that samples/fejl must give."""

    # A cell of more than a mebibyte has its own test: the folder is to stay small. The tables of the survey and of
    # the effect calculation have golden cases of their own.
    NOT_IN_THE_FOLDER = {"E115", "E241", "E242", "E243", "E244", "E317", "E318", "E319", "E320", "E325", "E326", "E327",
                         "E328", "E331", "E332", "E333"}

    @classmethod
    def setUpClass(cls):
        text = (SAMPLES / "fejl-ventet.csv").read_text(encoding="utf-8-sig")
        cls.expected = list(csv.DictReader(io.StringIO(text), delimiter=";"))

    def test_every_finding_of_a_row_is_expected_at_least_once(self):
        listed = (ROOT / "src" / "base" / "diag.def").read_text(encoding="utf-8")
        row_codes = set(re.findall(r'^FINDING\(\w+, "([EWN]\d+)", \w+, ROW,', listed, re.MULTILINE))
        self.assertTrue(row_codes)
        self.assertEqual({row["kode"] for row in self.expected}, row_codes - self.NOT_IN_THE_FOLDER)

    def test_the_expected_lines_and_columns_are_there(self):
        for row in self.expected:
            lines = re.split("\r\n|\n", decode((SAMPLES / "fejl" / row["fil"]).read_bytes()))
            self.assertLess(int(row["linje"]), len(lines))
            self.assertIn(row["kolonne"], {"", *lines[0].split(";")})

    def test_the_only_civil_registration_number_is_the_one_for_tests(self):
        for path in (SAMPLES / "fejl").iterdir():
            found = set(re.findall(r"\d{6}-?\d{4}", decode(path.read_bytes())))
            self.assertLessEqual(found, {"311257-5005", "3112575005", "3112575006", "9999999999"}, path.name)


class Generator(unittest.TestCase):
    def test_the_committed_files_are_what_the_generator_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, str(ROOT / "tools" / "make_samples.py"), folder], check=True)
            written = self.files_of(pathlib.Path(folder))
        committed = self.files_of(SAMPLES)
        committed.pop("README.md", None)
        self.assertEqual(sorted(committed), sorted(written))
        for name, content in written.items():
            self.assertTrue(content == committed[name], f"{name} differs: run tools/make_samples.py")

    @staticmethod
    def files_of(folder):
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    unittest.main()
