#!/usr/bin/env python3
"""The figures of `erfaring` against a second count in Python, byte for byte: the sample, a case with every kind of
question, and random folders."""

import pathlib
import random
import unittest

from independent_survey import MEASURES, figures
from program import ROOT, SAMPLES, ProgramTest, run

FOLDERS = 10
LISTS = {"grad": ["lav", "nogen", "hoej"], "lang": [f"k{i}" for i in range(14)], "typer": ["a", "b", "c", "d"]}
ROUNDS = ["start", "midtvejs", "slut"]
NUMBERS = ["0", "1", "2", "3", "12,5", "1.250", "1.250,75", "-4", "0,000001", "7"]


class Folder:
    """A data folder without faults, from a seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        count = self.chance.choice([1, 3, 8, 19, 20, 21, 30])
        self.names = [f"Kommune {i:02}" for i in range(count)]
        self.refused = {name for name in self.names[1:] if self.chance.random() < 0.15}
        self.asked = [name for name in self.names if name not in self.refused]
        self.questions = [(f"Q{i}", self.chance.choice(["skala", "skala", "flervalg", "tal", "tekst"]))
                          for i in range(self.chance.randint(1, 8))]
        self.scales = {key: self.chance.choice(list(LISTS)) if kind in ("skala", "flervalg") else ""
                       for key, kind in self.questions}

    def maybe(self, text, likely=0.5):
        return text if self.chance.random() < likely else ""

    def spelled(self, name):
        """Names match like codes."""
        return self.chance.choice([name, name.lower(), name.replace(" ", "-"), name.upper().replace(" ", "_")])

    def municipality_rows(self):
        for name in self.names:
            registered = self.chance.randint(0, 4)
            stated = [self.maybe(str(registered + self.chance.randint(0, 3))), self.maybe(str(registered)),
                      self.maybe("2"), self.maybe("0", 0.2)]
            clusters = self.chance.sample(["Nord", "Syd", "Øst", ""], self.chance.choice([1, 1, 1, 2]))
            for place, cluster in enumerate(clusters):
                yield [name if not place else self.spelled(name), cluster, self.maybe(str(self.chance.randint(0, 5))),
                       *(stated if not place else ["", "", "", ""]), "nej" if name in self.refused else self.maybe("ja")]

    def answer(self, key, kind):
        if self.chance.random() < 0.15:
            return ""
        if kind == "tal":
            return self.chance.choice(NUMBERS)
        if kind == "tekst":
            return self.chance.choice(["Ja; måske", 'Det "bedste"', "Intet", "0"])
        codes = LISTS[self.scales[key]]
        if kind == "skala":
            return self.chance.choice(codes).upper()
        return "|".join(self.chance.sample(codes, self.chance.randint(1, len(codes))))

    def answer_rows(self):
        for key, kind in self.questions:
            for when in self.chance.sample(ROUNDS, self.chance.choice([0, 1, 1, 2, 3])):
                rows = [[self.spelled(name), key, when, self.answer(key, kind)] for name in self.asked
                        if self.chance.random() < 0.95]
                self.chance.shuffle(rows)
                yield from rows

    def measure_rows(self):
        for name in self.asked if self.chance.random() < 0.7 else []:
            for measure in MEASURES:
                if self.chance.random() < 0.6:
                    yield [name, measure, self.chance.choice(["ja", "delvist", "nej", "Delvist"]), ""]

    def write(self, folder):
        def table(name, header, rows):
            cells = [['"' + cell.replace('"', '""') + '"' if ";" in cell or '"' in cell else cell for cell in row]
                     for row in rows]
            text = "\n".join([header, *(";".join(row) for row in cells)]) + "\n"
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")

        folder.mkdir()
        table("kommuner", "kommune;klynge;pladser;virksomheder;registrerede;nye;paa_vej;spurgt", self.valid_rows())
        table("spoergsmaal", "spoergsmaal_id;tekst;type;skala;raekkefoelge",
              ([key, f"Spørgsmål {key}?", kind, self.scales[key], self.maybe(str(self.chance.randint(1, 3)))]
               for key, kind in self.questions))
        table("svar", "kommune;spoergsmaal_id;runde;svar", self.answer_rows())
        table("tiltag", "kommune;tiltag;status;eksempel", self.measure_rows())
        table("koder", "liste;kode;navn", ([name, code, f"Svar {code}"] for name, codes in LISTS.items() for code in codes))
        return folder

    def valid_rows(self):
        """No more registered enterprises than enterprises."""
        for row in self.municipality_rows():
            if row[3] and row[4] and int(row[4]) > int(row[3]):
                row[4] = row[3]
            yield row


class IndependentSurvey(ProgramTest):
    def compare(self, data):
        outcome = run("erfaring", "--data", data, "--output", self.output, "--dato", "2015-12-01")
        self.assert_outcome(outcome, 0)
        got = (self.output / "erfaring" / "noegletal-erfaring.csv").read_bytes()
        wanted = figures(data)
        if got != wanted:
            self.assertEqual(got.decode().splitlines(), wanted.decode().splitlines(), pathlib.Path(data).name)
        self.assertEqual(got, wanted)

    def test_the_sample(self):
        self.compare(SAMPLES / "erfaring-17")

    def test_every_kind_of_question(self):
        self.compare(ROOT / "tests" / "golden" / "survey-every-kind" / "data")

    def test_random_folders(self):
        for seed in range(FOLDERS):
            with self.subTest(seed=seed):
                self.compare(Folder(seed).write(self.folder / f"data-{seed}"))


if __name__ == "__main__":
    unittest.main()
