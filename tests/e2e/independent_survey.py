"""The figures of the survey counted a second time, from the files alone: noegletal-erfaring.csv as bytes.

Another language and another structure: everything is sets of municipalities. Reads data that is as the templates say,
in UTF-8, and does not look for faults.
"""

import csv
import io
import pathlib
import re
from fractions import Fraction

ROUNDS = ["start", "midtvejs", "slut"]
MEASURES = ["en_indgang", "indkoeb", "sparring", "intern_gruppe", "priser", "netvaerk", "faellesskaber", "partnerskab",
            "opsoegende", "orlov"]
STATUSES = {"ja": "ja", "delvist": "delvist", "nej": "nej"}
STATED = ["virksomheder", "registrerede", "nye", "paa_vej"]
MISSING = "ikke_besvaret"


def fold(text):
    for old, new in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), (" ", "_"), ("-", "_"), (".", "_")):
        text = text.lower().replace(old, new)
    return text


def rows_of(folder, name):
    path = pathlib.Path(folder) / f"{name}.csv"
    if not path.exists():
        return []
    text = path.read_bytes().decode("utf-8-sig")
    table = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") if any(cell.strip() for cell in row)]
    heads = [fold(cell.strip()) for cell in table[0]]
    return [{head: cell.strip() for head, cell in zip(heads, row + [""] * len(heads))} for row in table[1:]]


def number(text):
    return Fraction(text.replace(".", "").replace(",", ".")) if "," in text or text.count(".") == 0 or \
        re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text) else Fraction(text)


def code_lists(folder):
    """list -> [(code, folded name)] in order; `raekkefoelge`, else the place among the list's rows."""
    lists = {}
    for row in rows_of(folder, "koder"):
        codes = lists.setdefault(fold(row["liste"]), [])
        order = int(row.get("raekkefoelge") or len(codes) + 1)
        codes.append((order, fold(row["kode"]), fold(row["navn"])))
    return {name: [code[1:] for code in sorted(codes, key=lambda code: code[0])] for name, codes in lists.items()}


class Survey:
    def __init__(self, folder):
        self.lists = code_lists(folder)
        self.rounds = [code for code, _ in self.lists.get("runde", [(code, code) for code in ROUNDS])]
        self.municipalities = rows_of(folder, "kommuner")
        self.questions = rows_of(folder, "spoergsmaal")
        self.measures = rows_of(folder, "tiltag")
        everybody = {fold(row["kommune"]) for row in self.municipalities}
        refused = {fold(row["kommune"]) for row in self.municipalities
                   if row.get("spurgt", "").lower() in ("nej", "n", "0", "false", "falsk")}
        self.asked = everybody - refused
        self.cells = {(row["spoergsmaal_id"], self.code_in("runde", row["runde"], ROUNDS), fold(row["kommune"])): row["svar"]
                      for row in rows_of(folder, "svar")}
        self.found = {}

    def code_in(self, name, text, default=()):
        codes = self.lists.get(fold(name), [(code, code) for code in default])
        folded = fold(text)
        return next(code for code, of_name in codes if folded in (code, of_name))

    def written(self, column, text):
        """A name as it is written first in kommuner.csv."""
        return next(row[column] for row in self.municipalities if fold(row[column]) == fold(text))

    def put(self, key, period, code, value, unit="antal"):
        self.found[key, period, "", "", code] = (value, unit)

    def answers(self, question, round_):
        """municipality -> what it answered, of those that did; None: not asked in the round."""
        mine = {who: text for (key, when, who), text in self.cells.items() if (key, when) == (question, round_)}
        return {who: text for who, text in mine.items() if text} if mine else None

    def codes_of(self, question, text):
        parts = [text] if question["type"] == "skala" else [part for part in text.split("|") if part.strip()]
        return {self.code_in(question["skala"], part.strip()) for part in parts}

    def count_codes(self, question, by_round):
        key = question["spoergsmaal_id"]
        chosen = {when: [self.codes_of(question, text) for text in given.values()] for when, given in by_round.items()}
        for code, _ in self.lists[fold(question["skala"])]:
            name = f"{key}:{code}"
            counts = {when: sum(code in codes for codes in all_codes) for when, all_codes in chosen.items()}
            for when, count in counts.items():
                self.put("survey.antal", when, name, count)
                if len(chosen[when]) >= 20:
                    self.put("survey.andel", when, name, Fraction(count, len(chosen[when])), "andel")
            self.put("survey.antal", "", name, sum(counts.values()))
            if len(counts) > 1:
                in_order = [counts[when] for when in self.rounds if when in counts]
                self.put("survey.aendring", "", name, in_order[-1] - in_order[0])

    def count_numbers(self, key, when, values):
        values = sorted(values)
        half = len(values) // 2
        self.put("survey.sum", when, key, sum(values))
        self.put("survey.middel", when, key, sum(values) / len(values) if values else None)
        self.put("survey.median", when, key, (values[half] + values[~half]) / 2 if values else None)
        self.put("survey.mindst", when, key, values[0] if values else None)
        self.put("survey.stoerst", when, key, values[-1] if values else None)

    def count_question(self, question):
        key = question["spoergsmaal_id"]
        by_round = {when: given for when in self.rounds if (given := self.answers(key, when)) is not None}
        for when, given in by_round.items():
            self.put("survey.n", when, key, len(given))
            self.put("survey.antal", when, f"{key}:{MISSING}", len(self.asked - set(given)))
        self.put("survey.n", "", key, sum(map(len, by_round.values())))
        self.put("survey.antal", "", f"{key}:{MISSING}", sum(len(self.asked - set(given)) for given in by_round.values()))
        if question["type"] in ("skala", "flervalg"):
            self.count_codes(question, by_round)
        if question["type"] == "tal":
            for when, given in by_round.items():
                self.count_numbers(key, when, map(number, given.values()))
            self.count_numbers(key, "", (number(text) for given in by_round.values() for text in given.values()))

    def count_measures(self):
        for measure in MEASURES if self.measures else []:
            said = {fold(row["kommune"]): fold(row["status"]) for row in self.measures if fold(row["tiltag"]) == measure}
            for status in STATUSES:
                self.put("tiltag.antal", "", f"{measure}:{status}", sum(each == status for each in said.values()))
            self.put("tiltag.antal", "", f"{measure}:{MISSING}", len(self.asked - set(said)))

    def count_municipalities(self):
        for column in STATED:
            said = {row["kommune"]: int(number(row[column])) for row in self.municipalities if row.get(column)}
            for name, value in said.items():
                self.put(f"kommune.{column}", "", self.written("kommune", name), value)
            self.put(f"kommune.{column}", "", "", sum(said.values()) if said else None)
            self.put("kommune.oplyst", "", column, len(said))
        clusters = {}
        for row in self.municipalities:
            if row.get("klynge"):
                clusters.setdefault(fold(row["klynge"]), []).append(row)
        places = lambda rows: sum(int(number(row["pladser"])) for row in rows if row.get("pladser"))
        for rows in clusters.values():
            name = self.written("klynge", rows[0]["klynge"])
            self.put("kommune.pladser", "", name, places(rows))
            self.put("kommune.antal", "", name, len(rows))
        self.put("kommune.pladser", "", "", places(self.municipalities))

    def count(self):
        for question in self.questions:
            self.count_question(question)
        self.count_measures()
        self.count_municipalities()
        return self.found


def written_value(value):
    """At most six decimals, half away from zero."""
    if value is None:
        return ""
    millionths = abs(Fraction(value)) * 10**6
    rounded = int(millionths + Fraction(1, 2))
    whole, rest = divmod(rounded, 10**6)
    decimals = f"{rest:06}".rstrip("0")
    sign = "-" if value < 0 and rounded else ""
    return f"{sign}{whole}" + (f",{decimals}" if decimals else "")


def field(text):
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ';"\n') else text


def figures(folder):
    found = Survey(folder).count()
    lines = ["noegle;periode;aftale;maalgruppe;kode;vaerdi;enhed"]
    for key in sorted(found, key=lambda key: tuple(part.encode() for part in key)):
        value, unit = found[key]
        lines.append(";".join(map(field, [*key, written_value(value), unit])))
    return ("\ufeff" + "".join(line + "\r\n" for line in lines)).encode()
