"""Payment by results worked out a second time, from the rules alone: every flow is one entry of a ledger, and
every figure a sum over entries that match. Amounts are fractions; only powers of years that are not whole are
decimal numbers, of eighty digits.
"""

import collections
import csv
import datetime
import decimal
import fractions
import io
import pathlib

Fraction = fractions.Fraction
decimal.getcontext().prec = 80

POSITIVE = {"uddannelse", "ordinaert_job", "fleksjob", "smaajob", "loentilskud"}
STEPS = ["motivation", "afklaring", "praktik", "lille_job", "flere_timer"]
INPUTS = ["ydelse", "besparelse", "statens_andel", "skat", "frafald", "horisont", "diskontering", "betalinger",
          "investering"]

Course = collections.namedtuple("Course", "key citizen agreement group start end outcome positive steps")
Entry = collections.namedtuple("Entry", "kind course month ore what")
"""kind: investering, betalinger, besparelse or virksomhed; course: index, None for enterprises."""


def day(text):
    text = text.strip()
    if not text:
        return None
    if text[4:5] == "-":
        return datetime.date.fromisoformat(text)
    return datetime.date(int(text[6:]), int(text[3:5]), int(text[:2]))


def number(text):
    text = text.replace("%", "").replace("kr.", "").strip()
    return Fraction(text.replace(".", "").replace(",", ".")) if text else None


def read(folder, name):
    """The rows of a table, or None when there is no such file."""
    path = pathlib.Path(folder) / f"{name}.csv"
    if not path.exists():
        return None
    text = path.read_bytes().decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    return [{key: (value or "").strip() for key, value in row.items()} for row in rows]


def months(later, earlier):
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def month_start(start, month):
    total = start.year * 12 + start.month - 1 + month
    return datetime.date(total // 12, total % 12 + 1, 1)


def to_ore(kroner, growth, month):
    """kroner × growth^(−month/12) in øre, half away from zero."""
    ore = kroner * 100
    if growth == 1 or month % 12 == 0:
        exact = ore / growth ** (month // 12)
        return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    base = decimal.Decimal(growth.numerator) / decimal.Decimal(growth.denominator)
    value = decimal.Decimal(ore.numerator) / decimal.Decimal(ore.denominator)
    value *= base ** (decimal.Decimal(-month) / decimal.Decimal(12))
    value = value.quantize(decimal.Decimal(1).scaleb(-40))
    return int(value.quantize(decimal.Decimal(1), rounding=decimal.ROUND_HALF_UP))


class Model:
    """A data folder, as it was on the day of the settlement."""

    def __init__(self, folder):
        self.agreements = {row["aftale_id"]: row for row in read(folder, "aftaler")}
        self.rates = read(folder, "satser")
        self.refunds = read(folder, "refusion")
        self.savings = {row["udfald"]: row for row in read(folder, "virkning")}
        self.payments = read(folder, "betalinger") or []
        self.posts = read(folder, "investering") or []
        self.scenarios = read(folder, "scenarier")
        self.accelerator = read(folder, "accelerator")
        self.jobs = read(folder, "job") or []
        rows = read(folder, "forloeb")
        follow_ups = read(folder, "opfoelgninger") or []
        self.day = self.settlement(folder, rows, follow_ups)
        self.courses = [self.course(row) for row in rows if day(row["start"]) <= self.day]
        self.statuses = collections.defaultdict(list)
        for row in follow_ups:
            if row["status"] and day(row["dato"]) <= self.day:
                self.statuses[row["forloeb_id"]].append((day(row["dato"]), row["status"]))

    @staticmethod
    def settlement(folder, rows, follow_ups):
        path = pathlib.Path(folder) / "rapport.ini"
        if path.exists():
            for line in path.read_text(encoding="utf-8-sig").splitlines():
                if line.strip().startswith("opgoerelsesdato"):
                    return day(line.split("=")[1])
        days = [day(row[column]) for row in rows for column in ("start", "slut")]
        days += [day(row["dato"]) for row in follow_ups]
        return max(each for each in days if each)

    def is_positive(self, agreement, outcome):
        own = self.agreements[agreement].get("positive_udfald", "")
        return outcome in (own.split("|") if own else POSITIVE)

    def course(self, row):
        end = day(row["slut"])
        end = end if end and end <= self.day else None
        outcome = (row["udfald"] or "uoplyst") if end else None
        positive = bool(end) and self.is_positive(row["aftale_id"], outcome)
        return Course(row["forloeb_id"], row["borger_id"], row["aftale_id"], row["maalgruppe"], day(row["start"]),
                      end, outcome, positive, (row["trin_start"], row["trin_slut"]))

    # ---- results ----

    def days_of_results(self, course):
        """Result → the day on which the course reached it."""
        reached = {}
        training = course.start + datetime.timedelta(days=179)
        if training <= (course.end or self.day):
            reached["traening_gennemfoert"] = training
        if course.end is None:
            return reached
        before, after = course.steps
        third = STEPS.index("praktik")
        if after and STEPS.index(after) >= third and not (before and STEPS.index(before) >= third):
            reached["praktik"] = course.end
        reached["udfald:" + course.outcome] = course.end
        if course.positive:
            for at, status in sorted(self.statuses[course.key], key=lambda pair: pair[0]):
                if at <= course.end:
                    continue
                if not self.is_positive(course.agreement, status):
                    break
                for name, days in (("fastholdt_6", 180), ("fastholdt_12", 360)):
                    if (at - course.end).days >= days:
                        reached.setdefault(name, at)
        return reached

    def enterprise_results(self):
        """(result, month) of every result of an enterprise."""
        for row in self.accelerator or []:
            start, end = day(row["start"]), day(row["slut"])
            for job in self.jobs:
                begun, left = day(job["start"]), day(job["slut"])
                full = begun + datetime.timedelta(days=179)
                if (job["virksomhed_id"] == row["virksomhed_id"] and start <= begun <= end
                        and full <= min(left or self.day, self.day)):
                    yield "virksomhed_ansat", months(full, start)
            if int(row["ansatte_slut"]) > int(row["ansatte_start"]) and end <= self.day:
                yield "virksomhed_vaekst", months(end, start)

    # ---- savings ----

    def last_month(self, index):
        """The last month in which a positive course may save: that of the citizen's next success."""
        course = self.courses[index]
        later = [(each.end, place) for place, each in enumerate(self.courses)
                 if each.positive and each.citizen == course.citizen and (each.end, place) > (course.end, index)]
        return months(min(later)[0], course.start) if later else 10**6

    def benefit(self, group, at):
        rows = [row for row in self.rates if row["maalgruppe"] == group and day(row["gyldig_fra"]) <= at]
        return number(max(rows, key=lambda row: day(row["gyldig_fra"]))["ydelse"])

    def state_share(self, week):
        for row in self.refunds:
            if int(row["uge_fra"]) <= week and (not row["uge_til"] or week <= int(row["uge_til"])):
                return number(row["statens_andel"])
        raise ValueError(week)

    # ---- one simulation ----

    def simulate(self, scenario, changed=None, factor=Fraction(1)):
        """(horizon, entries) of a scenario, with one input multiplied."""
        def amount(name, text):
            return (number(text) or 0) * (factor if name == changed else 1)

        def share(name, value):
            return Fraction(min(value * (factor if name == changed else 1), 100)) / 100

        horizon = Fraction(scenario["horisont"].replace(".", "")) * (factor if changed == "horisont" else 1)
        horizon = int((2 * horizon + 1) // 2)
        keeps = 1 - share("frafald", number(scenario["frafald"]))
        growth = 1 + share("diskontering", number(scenario.get("diskontering", "")) or 0)
        entries = []
        for post in self.posts:
            kroner = amount("investering", post["beloeb"])
            if post["pr"] == "forloeb":
                entries += [Entry("investering", i, 0, to_ore(kroner, growth, 0), post["post"])
                            for i in range(len(self.courses))]
                continue
            month = 0
            if post.get("dato"):
                month = max(0, months(day(post["dato"]), min(each.start for each in self.courses)))
            each, odd = divmod(to_ore(kroner, growth, month), len(self.courses))
            entries += [Entry("investering", i, month, each + (i < odd), post["post"])
                        for i in range(len(self.courses))]
        prices = {row["resultat"]: amount("betalinger", row["beloeb"]) for row in self.payments}
        for i, course in enumerate(self.courses):
            for result, at in self.days_of_results(course).items():
                if result in prices:
                    month = months(at, course.start)
                    entries.append(Entry("betalinger", i, month, to_ore(prices[result], growth, month), result))
            if not course.positive:
                continue
            ended = months(course.end, course.start)
            for month in range(ended + 1, min(horizon, self.last_month(i)) + 1):
                at = month_start(course.start, month)
                state = share("statens_andel", self.state_share((at - course.start).days // 7 + 1))
                row = self.savings[course.outcome]
                kroner = (self.benefit(course.group, at) * (factor if changed == "ydelse" else 1)
                          * share("besparelse", number(row["besparelse"])) * (1 - state)
                          + amount("skat", row.get("skat", "")))
                kroner *= keeps ** (month - ended)
                entries.append(Entry("besparelse", i, month, to_ore(kroner, growth, month), None))
        for result, month in self.enterprise_results():
            if result in prices:
                entries.append(Entry("virksomhed", None, month, to_ore(prices[result], growth, month), result))
        return horizon, [entry for entry in entries if entry.month <= horizon]


def net(entry):
    return entry.ore if entry.kind == "besparelse" else -entry.ore


def total(entries, kind):
    return sum(entry.ore for entry in entries if entry.kind == kind)


def first_repaid(entries, horizon):
    by_month = collections.Counter()
    for entry in entries:
        by_month[entry.month] += net(entry)
    so_far, cumulated = 0, []
    for month in range(horizon + 1):
        so_far += by_month[month]
        cumulated.append(so_far)
    for month in range(horizon + 1):
        if min(cumulated[month:]) >= 0:
            return month
    return None


def written(value):
    """As in noegletal.csv."""
    if value is None:
        return ""
    scaled = abs(Fraction(value)) * 10**6
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = f"{whole // 10**6},{whole % 10**6:06d}".rstrip("0").rstrip(",")
    return "-" + digits if value < 0 and whole else digits


def figures(folder):
    """noegletal-effekt.csv, byte for byte."""
    model = Model(folder)
    rows = []

    def add(name, value, unit, period="", agreement="", group="", code=""):
        rows.append((name, period, agreement, group, code, written(value), unit))

    def add_group(entries, horizon, members, code, agreement="", group="", everything=False):
        where = {"agreement": agreement, "group": group, "code": code}
        chosen = [model.courses[i] for i in members]
        if not everything:
            entries = [entry for entry in entries if entry.course in members]
        citizens = {course.citizen for course in chosen}
        result = sum(map(net, entries))
        spent = -sum(net(entry) for entry in entries if entry.kind != "besparelse")
        add("effekt.forloeb", len(chosen), "antal", **where)
        add("effekt.deltagere", len(citizens), "antal", **where)
        add("effekt.positive", sum(course.positive for course in chosen), "antal", **where)
        for kind in ("investering", "betalinger", "besparelse"):
            add("effekt." + kind, Fraction(total(entries, kind), 100), "kr", **where)
        add("effekt.netto", Fraction(result, 100), "kr", **where)
        add("effekt.netto_pr_deltager", Fraction(result, 100 * len(citizens)) if citizens else None, "kr", **where)
        add("effekt.tilbagebetalt_maaned", first_repaid(entries, horizon), "maaned", **where)
        add("effekt.afkast", Fraction(result, spent) if spent else None, "andel", **where)
        fixed = {i for i in members if model.agreements[model.courses[i].agreement].get("pris_pr_forloeb")}
        price = sum((number(model.agreements[model.courses[i].agreement]["pris_pr_forloeb"]) for i in fixed),
                    Fraction(0))
        paid = total([entry for entry in entries if entry.course in fixed], "betalinger")
        add("effekt.fastpris_forloeb", len(fixed), "antal", **where)
        add("effekt.fastpris", price, "kr", **where)
        add("effekt.fastpris_forskel", price - Fraction(paid, 100) if fixed else None, "kr", **where)

    everybody = set(range(len(model.courses)))
    for scenario in model.scenarios:
        name = scenario["scenarie"]
        horizon, entries = model.simulate(scenario)
        add_group(entries, horizon, everybody, name, everything=True)
        if model.accelerator is not None:
            add("effekt.betalinger_virksomhed", Fraction(total(entries, "virksomhed"), 100), "kr", code=name)
        for key in {course.agreement for course in model.courses}:
            add_group(entries, horizon, {i for i in everybody if model.courses[i].agreement == key}, name,
                      agreement=key)
        for key in {course.group for course in model.courses}:
            add_group(entries, horizon, {i for i in everybody if model.courses[i].group == key}, name, group=key)
        cluster_of = {key: row.get("klynge", "") for key, row in model.agreements.items()}
        for key in {cluster_of[course.agreement] for course in model.courses} - {""}:
            add_group(entries, horizon,
                      {i for i in everybody if cluster_of[model.courses[i].agreement] == key}, f"{name}:{key}")
        so_far = 0
        for month in range(horizon + 1):
            here = [entry for entry in entries if entry.month == month]
            so_far += sum(map(net, here))
            period = f"m{month:03d}"
            for kind in ("investering", "betalinger", "besparelse"):
                add("effekt." + kind, Fraction(total(here, kind), 100), "kr", period, code=name)
            add("effekt.netto", Fraction(sum(map(net, here)), 100), "kr", period, code=name)
            add("effekt.kumuleret", Fraction(so_far, 100), "kr", period, code=name)
        for payment in model.payments:
            paid = [entry for entry in entries if entry.what == payment["resultat"]
                    and entry.kind in ("betalinger", "virksomhed")]
            code = f"{name}:{payment['resultat']}"
            add("effekt.resultater", len(paid), "antal", code=code)
            add("effekt.betaling", Fraction(sum(entry.ore for entry in paid), 100), "kr", code=code)
    base = model.scenarios[0]
    for changed in INPUTS:
        for way, factor in (("ned", Fraction(4, 5)), ("op", Fraction(6, 5))):
            horizon, entries = model.simulate(base, changed, factor)
            add("effekt.foelsomhed", Fraction(sum(map(net, entries)), 100), "kr",
                code=f"{base['scenarie']}:{changed}:{way}")
    rows.sort(key=lambda row: tuple(cell.encode() for cell in row[:5]))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow("noegle periode aftale maalgruppe kode vaerdi enhed".split())
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
