#!/usr/bin/python3
"""noegletal-effekt.csv, byte for byte as a second implementation of the simulation's rules writes it."""

import datetime
import random
import unittest

from independent_effect import figures
from program import SAMPLES, ProgramTest, run

OUTCOMES = ["ordinaert_job", "fleksjob", "uddannelse", "smaajob", "loentilskud", "praktik", "stoppet", "andet",
            "fraflyttet", ""]
STEPS = ["", "motivation", "afklaring", "praktik", "lille_job", "flere_timer"]
GROUPS = ["kontanthjaelp", "unge", "fleksjob"]
RESULTS = ["traening_gennemfoert", "praktik", "udfald:ordinaert_job", "udfald:fleksjob", "udfald:stoppet",
           "udfald:uoplyst", "fastholdt_6", "fastholdt_12", "virksomhed_ansat", "virksomhed_vaekst"]
# Rates whose powers are whole at some months (21 % and 69 % a year at half years) or give ties, and others.
PERCENTS = ["0", "1", "1,5", "2,25 %", "3,333333", "10 %", "12,5", "50", "100 %"]
DISCOUNTS = ["", "0", "2", "3,5 %", "21 %", "69", "4,125", "100"]
AMOUNTS = ["0", "0,01", "0,05", "1", "999,99", "12.000", "14.203,55", "20000", "33.333,33"]
FOLDERS = 50


class Folder:
    """A random data folder, small, with every rule's edges close at hand."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.first = datetime.date(2021, self.chance.randint(1, 12), self.chance.randint(1, 28))
        self.agreements = [f"A{i}" for i in range(self.chance.randint(1, 4))]
        self.courses = []

    def pick(self, choices):
        return self.chance.choice(choices)

    def near(self, day, spread):
        return day + datetime.timedelta(days=self.chance.randint(0, spread))

    def table(self, folder, name, head, rows):
        text = "\n".join([head, *(";".join(map(str, row)) for row in rows)]) + "\n"
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")

    def write_agreements(self, folder):
        self.table(folder, "virksomheder", "virksomhed_id;navn;type;status;start;slut;bundlinje_social;"
                   "bundlinje_lokal;bundlinje_oekonomisk",
                   [(f"V{i}", f"Virksomhed {i}", "virksomhed", "aktiv", "2015-01-01", "", "ja", "ja", "ja")
                    for i in range(3)])
        self.table(folder, "aftaler", "aftale_id;navn;virksomhed_id;type;start;slut;pris_pr_forloeb;"
                   "positive_udfald;klynge",
                   [(key, f"Aftale {key}", "V1", "samarbejdsaftale", "2015-01-01", "",
                     self.pick(["", "", "18.000", "12.345,67"]),
                     self.pick(["", "", "ordinaert_job|fleksjob", "praktik|uddannelse", "uoplyst|smaajob"]),
                     self.pick(["", "Klynge 1", "Klynge 2"])) for key in self.agreements])

    def write_courses(self, folder):
        rows = []
        for i in range(self.chance.randint(1, 25)):
            start = self.near(self.first, 500)
            end = self.pick([None, start, *(self.near(start, spread) for spread in (5, 179, 181, 400, 400, 700))])
            self.courses.append((f"F{i:02d}", start, end))
            rows.append((f"F{i:02d}", f"B{self.chance.randint(0, 12)}", self.pick(self.agreements),
                         self.pick(GROUPS), start, end or "", self.pick(STEPS), self.pick(STEPS), "", "", "", "",
                         self.pick(OUTCOMES) if end else "", ""))
        self.table(folder, "forloeb", "forloeb_id;borger_id;aftale_id;maalgruppe;start;slut;trin_start;trin_slut;"
                   "timer_start;timer_slut;plan;ejerskab;udfald;aarsag", rows)

    def write_follow_ups(self, folder):
        rows = []
        for key, start, end in self.courses:
            for _ in range(self.chance.randint(0, 4)):
                about = (end or start) + datetime.timedelta(days=self.pick([-5, 0, 1, 90, 179, 180, 359, 360, 500]))
                rows.append((key, about, self.pick(["ja", "nej"]), self.pick(OUTCOMES[:7] + [""])))
        self.chance.shuffle(rows)
        self.table(folder, "opfoelgninger", "forloeb_id;dato;moede_holdt;status", rows)

    def write_rates(self, folder):
        rows = {(group, "2000-01-01"): self.pick(AMOUNTS) for group in GROUPS}
        for _ in range(self.chance.randint(0, 5)):
            rows[(self.pick(GROUPS), self.near(self.first, 900))] = self.pick(AMOUNTS)
        self.table(folder, "satser", "maalgruppe;gyldig_fra;ydelse",
                   [(group, day, amount) for (group, day), amount in rows.items()])
        weeks = sorted(self.chance.sample(range(2, 120), self.chance.randint(0, 4)))
        ends = [week - 1 for week in weeks] + [""]
        rows = [(first, last, self.pick(PERCENTS)) for first, last in zip([1, *weeks], ends)]
        self.chance.shuffle(rows)
        self.table(folder, "refusion", "uge_fra;uge_til;statens_andel", rows)
        self.table(folder, "virkning", "udfald;besparelse;skat",
                   [(code, self.pick(PERCENTS), self.pick(["", *AMOUNTS])) for code in OUTCOMES[:-1] + ["uoplyst"]])

    def write_money(self, folder):
        chosen = self.chance.sample(RESULTS, self.chance.randint(0, len(RESULTS)))
        if chosen or self.chance.random() < 0.5:
            self.table(folder, "betalinger", "resultat;beloeb", [(code, self.pick(AMOUNTS)) for code in chosen])
        posts = []
        for i in range(self.chance.randint(0, 4)):
            per = self.pick(["forloeb", "program"])
            date = self.pick(["", self.near(self.first, 900), "2019-05-01"]) if per == "program" else ""
            posts.append((f"Post {i}", self.pick(AMOUNTS), per, date))
        if posts:
            self.table(folder, "investering", "post;beloeb;pr;dato", posts)
        self.table(folder, "scenarier", "scenarie;frafald;horisont;diskontering",
                   [(name, self.pick(PERCENTS[:6]), self.chance.randint(1, 48), self.pick(DISCOUNTS))
                    for name in ["Forventet", "Forsigtigt", "Håb"][:self.chance.randint(1, 3)]])

    def write_enterprises(self, folder):
        if self.chance.random() < 0.3:
            self.table(folder, "job", "job_id;borger_id;virksomhed_id;jobtype;start;slut;timer;maalgruppe", [])
            return
        spans = [(f"V{i}", self.near(self.first, 200)) for i in range(self.chance.randint(0, 3))]
        self.table(folder, "accelerator", "virksomhed_id;start;slut;ansatte_start;ansatte_slut",
                   [(key, start, self.near(start, 400), 5, self.pick([4, 5, 6])) for key, start in spans])
        jobs = []
        for i in range(self.chance.randint(0, 12)):
            start = self.near(self.first, 700)
            end = self.pick(["", start + datetime.timedelta(days=178), start + datetime.timedelta(days=179)])
            jobs.append((f"J{i}", f"B{i}", self.pick(["V0", "V1", "V2"]), "ordinaert", start, end, "20", "unge"))
        self.table(folder, "job", "job_id;borger_id;virksomhed_id;jobtype;start;slut;timer;maalgruppe", jobs)

    def write(self, folder):
        folder.mkdir()
        self.write_agreements(folder)
        self.write_courses(folder)
        self.write_follow_ups(folder)
        self.write_rates(folder)
        self.write_money(folder)
        self.write_enterprises(folder)
        if self.chance.random() < 0.6:
            day = max(self.near(self.first, 900), min(start for _, start, _ in self.courses))
            (folder / "rapport.ini").write_text(f"[effekt]\nopgoerelsesdato = {day}\n", encoding="utf-8")
        return folder


class IndependentEffect(ProgramTest):
    def compare(self, data):
        output = self.folder / f"output-{data.name}"
        outcome = run("effekt", "--data", data, "--output", output, "--dato", "2025-01-01")
        self.assert_outcome(outcome, 0)
        got = (output / "effekt" / "noegletal-effekt.csv").read_bytes()
        wanted = figures(data)
        if got != wanted:
            self.assertEqual(got.decode().splitlines(), wanted.decode().splitlines(), data.name)
        self.assertEqual(got, wanted)

    def test_the_sample(self):
        self.compare(SAMPLES / "effekt")

    def test_random_folders(self):
        for seed in range(FOLDERS):
            with self.subTest(seed=seed):
                self.compare(Folder(seed).write(self.folder / f"data-{seed}"))


if __name__ == "__main__":
    unittest.main()
