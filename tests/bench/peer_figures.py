"""The figures of noegletal-<period>.csv with pandas: for all, per agreement, per target group, and crossed.

Vectorised: a period takes one groupby per kind of figure and grouping, not one per agreement.
"""

import numpy as np
import pandas as pd

BOTTOM_LINES = ["bundlinje_social", "bundlinje_lokal", "bundlinje_oekonomisk"]
BANDS, BAND_NAMES = [0, 5, 10, 20, 30, 61], ["0-5", "5-10", "10-20", "20-30", "30+"]
COLUMNS = ["noegle", "periode", "aftale", "maalgruppe", "kode", "vaerdi", "enhed"]
CROSSED = [(False, False), (True, False), (False, True), (True, True)]
PLAIN = CROSSED[:3]


class Store:
    """Pieces of the file, put together at the end."""

    def __init__(self):
        self.pieces = []

    def add(self, noegle, year, values, unit="antal"):
        """`values` is indexed by (aftale, maalgruppe) or (aftale, maalgruppe, kode)."""
        frame = values.rename("vaerdi").reset_index()
        frame.columns = ["aftale", "maalgruppe", *(["kode"] if frame.shape[1] == 4 else []), "vaerdi"]
        if "kode" not in frame:
            frame["kode"] = ""
        frame["noegle"], frame["periode"], frame["enhed"] = noegle, str(year.name), unit
        self.pieces.append(frame)

    def add_one(self, noegle, year, value, unit="antal", kode=""):
        self.pieces.append(pd.DataFrame([[noegle, str(year.name), "", "", kode, value, unit]], columns=COLUMNS))

    def write(self, path):
        whole = pd.concat(self.pieces)[COLUMNS].sort_values(COLUMNS[:5])
        whole["vaerdi"] = whole["vaerdi"].astype(float).round(6)
        whole.to_csv(path, sep=";", decimal=",", index=False, encoding="utf-8-sig", lineterminator="\r\n")


def keyed(frame, agreement, group):
    """The rows with the two dimensions they are grouped by; an empty one stands for all."""
    return frame.assign(a=frame["aftale_id"].fillna("-") if agreement else "", m=frame["maalgruppe"] if group else "")


def keys_of(frame, agreements, agreement, group):
    """Every key that has a row whatever its value."""
    if agreement and group:
        pairs = frame[["aftale_id", "maalgruppe"]].dropna().drop_duplicates()
        return pd.MultiIndex.from_frame(pairs, names=["a", "m"])
    if agreement:
        return pd.MultiIndex.from_product([agreements, [""]], names=["a", "m"])
    if group:
        return pd.MultiIndex.from_product([[""], frame["maalgruppe"].unique()], names=["a", "m"])
    return pd.MultiIndex.from_tuples([("", "")], names=["a", "m"])


def by_code(frame, column):
    return frame.groupby(["a", "m", column]).size()


def course_columns(courses, year):
    """A flag for every count of the period, and what the means and medians are of."""
    start, end = courses["start"], courses["slut"]
    ended = year.holds(end)
    return courses.assign(
        igang_primo=(start < year.first) & (end.isna() | (end >= year.first)), startede=year.holds(start), afsluttede=ended,
        igang_ultimo=(start <= year.last) & (end.isna() | (end > year.last)),
        aktive=(start <= year.last) & (end.isna() | (end >= year.first)), positive=ended & courses["positiv"],
        loennede_timer=ended & (courses["timer_start"].fillna(0) == 0) & (courses["timer_slut"] > 0),
        dage=(end - start).dt.days + 1)


COUNTS = ["igang_primo", "startede", "afsluttede", "igang_ultimo", "aktive", "positive", "loennede_timer"]


def add_courses(store, courses, keys, year):
    counts = courses.groupby(["a", "m"])[COUNTS].sum().reindex(keys, fill_value=0)
    for name in COUNTS:
        store.add(f"forloeb.{name}", year, counts[name])
    store.add("forloeb.effekt", year, counts["positive"] / counts["afsluttede"].replace(0, np.nan), "andel")
    active = courses[courses["aktive"]]
    store.add("forloeb.personer", year, active.groupby(["a", "m"])["borger_id"].nunique().reindex(keys, fill_value=0))
    planned = active[active["plan"].notna()]
    owned = planned[(planned["plan"] == "ja") & planned["ejerskab"].notna()]
    for name, rows, column in (("plan_andel", planned, "plan"), ("ejerskab_andel", owned, "ejerskab")):
        store.add(f"forloeb.{name}", year, (rows[column] == "ja").groupby([rows["a"], rows["m"]]).mean().reindex(keys), "andel")
    ended = courses[courses["afsluttede"]]
    change = ended.groupby(["a", "m"])["aendring"].agg(["mean", "median"]).reindex(keys)
    store.add("forloeb.timer_aendring", year, change["mean"], "timer")
    store.add("forloeb.timer_aendring_median", year, change["median"], "timer")
    store.add("forloeb.varighed", year, ended.groupby(["a", "m"])["dage"].median().reindex(keys), "dage")
    outcomes = by_code(ended, "udfald")
    store.add("forloeb.udfald", year, outcomes)
    store.add("forloeb.udfald_andel", year, outcomes / outcomes.groupby(["a", "m"]).transform("sum"), "andel")
    stopped = ended[ended["udfald"] == "stoppet"]
    store.add("forloeb.afbrud", year, by_code(stopped.assign(aarsag=stopped["aarsag"].fillna("andet")), "aarsag"))
    add_steps(store, ended, keys, year)


def add_steps(store, ended, keys, year):
    names = ended["skridt"].map({1: "frem", 0: "uaendret", -1: "tilbage"}).fillna("uoplyst")
    counts = by_code(ended.assign(retning=names), "retning").unstack(fill_value=0)
    counts = counts.reindex(index=keys, columns=["frem", "uaendret", "tilbage", "uoplyst"], fill_value=0)
    store.add("forloeb.progression", year, counts.stack())
    known = counts[["frem", "uaendret", "tilbage"]]
    shares = known.div(known.sum(axis=1).replace(0, np.nan), axis=0)
    store.add("forloeb.progression_andel", year, shares.stack(dropna=False), "andel")
    both = ended[ended["skridt"].notna()]
    store.add("forloeb.vaerdikaede", year, by_code(both.assign(vej=both["trin_start"] + ">" + both["trin_slut"]), "vej"))


def add_follow_ups(store, meetings, keys, year, positive):
    """`meetings` are those of the period, each with its course's dimensions and end."""
    held = (meetings["moede_holdt"] == "ja").groupby([meetings["a"], meetings["m"]])
    store.add("forloeb.opfoelgningsmoeder", year, held.sum().reindex(keys, fill_value=0))
    store.add("forloeb.opfoelgning_andel", year, held.mean().reindex(keys), "andel")
    after = meetings[(meetings["dato"] > meetings["slut"]) & meetings["status"].notna()]
    latest = after.drop_duplicates("forloeb_id", keep="last")
    store.add("forloeb.status_efter", year, by_code(latest, "status"))
    late = after[after["positiv"] & (after["dato"] - after["slut"]).dt.days.between(180, 365)]
    late = late.drop_duplicates("forloeb_id", keep="last")
    kept = late["status"].isin(positive).groupby([late["a"], late["m"]]).mean()
    store.add("forloeb.fastholdelse", year, kept.reindex(keys), "andel")


def add_places(store, data, year):
    courses = data.courses
    first, last = courses["start"].clip(lower=year.first), courses["slut"].fillna(year.last).clip(upper=year.last)
    days = ((last - first).dt.days + 1).clip(lower=0).groupby(courses["aftale_id"]).sum()
    places = data.agreements.set_index("aftale_id")["pladser"] * ((year.last - year.first).days + 1)
    used = (days.reindex(places.index, fill_value=0) / places).rename_axis("a").to_frame("v").assign(m="")
    store.add("forloeb.pladser_udnyttelse", year, used.set_index("m", append=True)["v"], "andel")


def add_jobs(store, data, year):
    jobs = data.jobs
    new = jobs[year.holds(jobs["start"])]
    at_end = jobs[year.at_end(jobs)]
    for agreement, group in PLAIN:
        keys = keys_of(jobs, data.agreements["aftale_id"], agreement, group)
        mine = keyed(new, agreement, group)
        grouped = mine.groupby(["a", "m"])
        store.add("job.nye", year, grouped.size().reindex(keys, fill_value=0))
        store.add("job.personer", year, grouped["borger_id"].nunique().reindex(keys, fill_value=0))
        store.add("job.virksomheder", year, grouped["virksomhed_id"].nunique().reindex(keys, fill_value=0))
        hours = grouped["timer"].sum().reindex(keys, fill_value=0)
        store.add("job.timer", year, hours, "timer")
        store.add("job.aarsvaerk", year, hours / 37)
        store.add("job.aktive_ultimo", year, keyed(at_end, agreement, group).groupby(["a", "m"]).size().reindex(keys,
                                                                                                         fill_value=0))
        for flag in ("in_house", "csr"):
            store.add(f"job.{flag}", year, (mine[flag] == "ja").groupby([mine["a"], mine["m"]]).sum().reindex(keys,
                                                                                                        fill_value=0))
        bands = pd.cut(mine["timer"], BANDS, right=False, labels=BAND_NAMES).astype(str)
        counts = mine.assign(b=bands).groupby(["a", "m", "b"]).size().unstack(fill_value=0)
        store.add("job.timebaand", year, counts.reindex(index=keys, columns=BAND_NAMES, fill_value=0).stack())
    add_jobs_for_all(store, data, year, keyed(new, False, False), keyed(at_end, False, False))


def add_jobs_for_all(store, data, year, new, at_end):
    types = new.groupby(["a", "m", "jobtype"])
    store.add("job.nye", year, types.size())
    store.add("job.personer", year, types["borger_id"].nunique())
    store.add("job.timer", year, types["timer"].sum(), "timer")
    store.add("job.aarsvaerk", year, types["timer"].sum() / 37)
    store.add("job.aktive_ultimo", year, by_code(at_end, "jobtype"))
    store.add("job.virksomhedstype", year,
              by_code(new.merge(data.enterprises[["virksomhed_id", "type"]], on="virksomhed_id"), "type"))
    months = new["start"].dt.month.value_counts().reindex(range(1, 13), fill_value=0).cumsum()
    for month, count in months.items():
        store.add_one("job.akkumuleret", year, count, kode=f"{month:02}")
    ordered = data.jobs.sort_values("start", kind="stable")
    number, earlier = ordered.groupby("borger_id").cumcount(), ordered.groupby("borger_id")["virksomhed_id"].shift()
    now = year.holds(ordered["start"])
    store.add_one("job.foerste", year, (now & (number == 0)).sum())
    store.add_one("job.naeste", year, (now & (number > 0)).sum())
    store.add_one("job.naeste_anden", year, (now & (number > 0) & (earlier != ordered["virksomhed_id"])).sum())


def add_stocks(store, data, year):
    for name, frame, ended in (("virksomhed", data.enterprises, "lukkede"), ("aftale", data.agreements, "ophoerte")):
        for figure, rows in (("aktive_ultimo", frame[year.at_end(frame)]), ("nye", frame[year.holds(frame["start"])]),
                             (ended, frame[year.holds(frame["slut"])])):
            store.add_one(f"{name}.{figure}", year, len(rows))
            store.add(f"{name}.{figure}", year, by_code(rows.assign(a="", m=""), "type"))
    frame = data.enterprises[year.at_end(data.enterprises)]
    staffed = frame[frame["ansatte"].notna() & frame["ansatte_kant"].notna() & (frame["ansatte"] > 0)]
    young = frame["start"] >= pd.Timestamp(2022, 1, 1)
    coming = data.enterprises
    for figure, value, unit in (
            ("paa_vej", ((coming["status"] == "paa_vej") & ~(coming["start"] <= year.last)).sum(), "antal"),
            ("registrerede", 0, "antal"), ("tre_bundlinjer", (frame[BOTTOM_LINES] == "ja").all(axis=1).sum(), "antal"),
            ("ansatte", frame["ansatte"].sum(), "antal"), ("ansatte_kant", frame["ansatte_kant"].sum(), "antal"),
            ("kant_andel", staffed["ansatte_kant"].sum() / staffed["ansatte"].sum(), "andel"),
            ("kant_30", (staffed["ansatte_kant"] >= 0.3 * staffed["ansatte"]).sum(), "antal"), ("udenfor", 0, "antal")):
        store.add_one(f"virksomhed.{figure}", year, value, unit)
    store.add_one("virksomhed.generation", year, (~young).sum(), kode="1")
    store.add_one("virksomhed.generation", year, young.sum(), kode="2")
    for sector in ("privat", "offentlig", "civil"):
        store.add_one("virksomhed.indtaegt_andel", year, None, "andel", sector)


def write_figures(path, data, years, positive):
    """Every figure of every year, in one file."""
    store = Store()
    agreements = data.agreements["aftale_id"]
    courses = data.courses
    all_meetings = data.follow_ups.merge(courses[["forloeb_id", "aftale_id", "maalgruppe", "slut", "positiv"]],
                                         on="forloeb_id").sort_values("dato", kind="stable")
    for year in years:
        counted = course_columns(courses, year)
        meetings = all_meetings[year.holds(all_meetings["dato"])]
        for agreement, group in CROSSED:
            keys = keys_of(courses, agreements, agreement, group)
            add_courses(store, keyed(counted, agreement, group), keys, year)
            add_follow_ups(store, keyed(meetings, agreement, group), keys, year, positive)
        add_places(store, data, year)
        add_jobs(store, data, year)
        add_stocks(store, data, year)
    store.write(path)
