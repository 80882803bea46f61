"""What reports may say of how goals and results stand: the forms of docs/status-sentences.md."""

import datetime

from program import danish
from sentences_words import (Words, change_text, count, day_text, enterprises, figure_of_goal, goals, pace_text, points_text,
                             series_text, share_text, with_noun, years_counted)


def status_sentences(report):
    """Of the report's goals, of its results, and of the year that its second half ends."""
    yield from goal_sentences(report)
    yield from result_sentences(report, Words(report, whole_year=False))
    if report.half == 2:
        yield from result_sentences(report, Words(report, whole_year=True))


def goal_sentences(report):
    for goal in goals():
        if not int(goal["fra_aar"]) <= report.year <= int(goal["til_aar"]):
            continue
        identity = f"maal.{goal['maal_id']}"
        if goal["type"] == "milepael":
            yield from milestone_sentences(report, goal, identity)
        elif report.value(f"{identity}.maal") is not None:
            yield from number_sentences(report, goal, identity)
        else:
            yield from progression_sentences(report)


def milestone_sentences(report, goal, identity):
    date = report.rows[f"{identity}.dato", report.period, "", "", ""][0]
    if not date:
        yield f"Målet »{goal['navn']}« er ikke nået endnu; fristen er udgangen af {goal['til_aar']}."
        return
    day = datetime.date.fromisoformat(date)
    days = (datetime.date(int(goal["til_aar"]), 12, 31) - day).days
    yield (f"Målet »{goal['navn']}« blev nået før tid, den {day_text(day, report.year)}, "
           f"{with_noun(days, 'dag', 'dage')} før fristen.")


def number_sentences(report, goal, identity):
    words = Words(report, whole_year=goal["type"] == "aarlig" and report.half == 2)
    value, target = report.value(f"{identity}.vaerdi"), report.value(f"{identity}.maal")
    before = figure_of_goal(report, goal, words.before)
    months_a_year = 6 if report.half == 1 else 0
    months = months_a_year + (12 * (int(goal["til_aar"]) - report.year) if goal["type"] == "slut" else 0)
    missing = target - value
    date = report.rows[f"{identity}.dato", report.period, "", "", ""][0]
    day = datetime.date.fromisoformat(date) if date else None
    pace = pace_text(missing, months) if months else ""
    series = ""
    if goal["type"] == "aarlig" and report.half != 1:
        series = series_text(report, {year: figure_of_goal(report, goal, str(year)) for year in years_counted(report)})
    rest = " resten af året" if goal["type"] == "aarlig" else ""
    need = f"Der mangler {danish(missing)}, og det kræver {pace} om måneden{rest}."
    if goal["type"] == "slut":
        yield from stock_sentences(report, goal, words, value, target, before, day, need)
    elif goal["noegle"] == "job.nye":
        forecast = report.value(f"{identity}.prognose")
        outlook = f" I samme takt bliver det til {danish(forecast)} job i hele året." if forecast else ""
        yield from norm_sentences(words, value, target, before, day, need, outlook, series)
    else:
        span = f"{danish(target)}–{goal['maal_til']}" if goal["maal_til"] else danish(target)
        yield from plain_sentences(report, goal, words, value, span, before, day, need)


def norm_sentences(words, value, target, before, day, need, outlook, series):
    for change in change_text(value, before, words.during_before):
        if day:
            yield (f"Årsnormen på {danish(target)} job blev nået den {day_text(day, day.year)}; {words.at_end} var der skabt "
                   f"{danish(value)} job, {change}.{series}")
        else:
            yield (f"Årsnormen på {danish(target)} job blev ikke nået: Der blev skabt {danish(value)} job {words.during}, "
                   f"{change}. Der manglede {danish(target - value)} job.{series}")
        for standing in ("på vej mod", "bagud i forhold til"):
            yield (f"{words.at_end.capitalize()} var der skabt {danish(value)} job, {change}. Det er {standing} årsnormen på "
                   f"{danish(target)} job: {need}{outlook}")


def stock_sentences(report, goal, words, value, target, before, day, need):
    lines = " med tre bundlinjer" if goal["noegle"] == "virksomhed.tre_bundlinjer" else ""
    end = goal["til_aar"]
    for change in change_text(value, before, words.at_end_before):
        if day:
            days = (datetime.date(int(end), 12, 31) - day).days
            yield (f"Målet om {danish(target)} virksomheder og initiativer{lines} ved udgangen af {end} blev nået før tid, den "
                   f"{day_text(day, report.year)}, {with_noun(days, 'dag', 'dage')} før fristen; {words.at_end} var der "
                   f"{danish(value)}, {change}.")
        for standing in ("på vej mod", "bagud i forhold til en jævn stigning mod"):
            yield (f"{words.at_end.capitalize()} var der {danish(value)} virksomheder og initiativer{lines}, {change}. Det er "
                   f"{standing} målet om {danish(target)} ved udgangen af {end}: {need}")


def plain_sentences(report, goal, words, value, span, before, day, need):
    for change in change_text(value, before, words.during_before):
        result = f"Resultatet {words.during} var {danish(value)}, {change}; målet er {span}."
        if day:
            yield f"Målet »{goal['navn']}« blev nået den {day_text(day, report.year)}: {result}"
        yield f"Målet »{goal['navn']}« blev ikke nået: {result}"
        yield f"Målet »{goal['navn']}« er på vej: {result} {need}"
        yield f"Målet »{goal['navn']}« er bagud: {result} {need}"


def progression_sentences(report):
    for words in (Words(report, whole_year=False), Words(report, whole_year=True)):
        ended, forward = (report.value("forloeb.afsluttede", words.period),
                          report.value("forloeb.progression", words.period, "frem"))
        ended_before, forward_before = (report.value("forloeb.afsluttede", words.before),
                                        report.value("forloeb.progression", words.before, "frem"))
        if ended is None or ended_before is None:
            continue
        yield (f"Ud af {danish(ended)} forløb, der blev afsluttet {words.during}, endte {danish(forward)} længere fremme i "
               f"værdikæden, end de begyndte; {words.during_before} var det {danish(forward_before)} af "
               f"{danish(ended_before)}.")


def result_sentences(report, words):
    def now_and_before(noegle):
        return report.value(noegle, words.period), report.value(noegle, words.before)

    yield from course_sentences(report, words, now_and_before)
    open_now, open_before = now_and_before("virksomhed.aktive_ultimo")
    came, gone = (count(report.value(f"virksomhed.{what}", words.period)) for what in ("nye", "lukkede"))
    for change in change_text(open_now, open_before, words.at_end_before):
        yield (f"{words.at_end.capitalize()} var der {enterprises(open_now)}, {change}: {came} kom til, og {gone} lukkede.")
    yield f"Der kom {enterprises(report.value('virksomhed.nye', words.period))} til {words.during}, og {gone} lukkede."
    jobs, jobs_before = now_and_before("job.nye")
    series = ""
    if words.is_year:
        series = series_text(report, {year: report.value("job.nye", str(year)) for year in years_counted(report)})
    for change in change_text(jobs, jobs_before, words.during_before):
        yield f"Der blev skabt {danish(jobs)} job {words.during}, {change}.{series}"
    persons, persons_before = now_and_before("forloeb.personer")
    for change in change_text(persons, persons_before, words.during_before):
        yield f"Der var {danish(persons)} borgere i forløb {words.during}, {change}."
    yield f"Ingen strategi dækker {report.year}, så {'halvåret' if report.half else 'året'} er opgjort uden mål."


def course_sentences(report, words, now_and_before):
    """What came of the courses, and who has kept it."""
    effect, effect_before = now_and_before("forloeb.effekt")
    ended, positive = (report.value(f"forloeb.{what}", words.period) for what in ("afsluttede", "positive"))
    if effect is not None and effect_before is not None:
        points = points_text(effect, effect_before, words.during_before, 1 if ended >= 100 else 0)
        yield (f"Effekten af forløbene var {share_text(effect, ended)}, {points}: {count(positive)} af {danish(ended)} forløb "
               "endte med et positivt udfald.")
    kept, kept_before = now_and_before("forloeb.fastholdelse")
    if kept is not None and kept_before is not None:
        yield ("Af de borgere, der er fulgt op på et halvt til et helt år efter et positivt udfald, havde "
               f"{share_text(kept)} stadig et positivt udfald, {points_text(kept, kept_before, words.during_before)}.")


def shortfall_sentences(report):
    """Under Risici: the goals that lag, by name."""
    for goal in goals():
        identity = f"maal.{goal['maal_id']}"
        if goal["type"] == "milepael" or not report.value(f"{identity}.maal"):
            continue
        words = Words(report, whole_year=goal["type"] == "aarlig" and report.half == 2)
        value, target = report.value(f"{identity}.vaerdi"), report.value(f"{identity}.maal")
        months = (6 if report.half == 1 else 0) + (12 * (int(goal["til_aar"]) - report.year) if goal["type"] == "slut" else 0)
        span = f"{danish(target)}–{goal['maal_til']}" if goal["maal_til"] else danish(target)
        before = figure_of_goal(report, goal, words.before)
        if months and value < target:
            rest = " resten af året" if goal["type"] == "aarlig" else ""
            yield (f"»{goal['navn']}« er bagud: Der mangler {danish(target - value)}, og det kræver "
                   f"{pace_text(target - value, months)} om måneden{rest}.")
        for change in change_text(value, before, words.during_before):
            yield f"»{goal['navn']}« blev ikke nået: Resultatet {words.during} var {danish(value)}, {change}; målet er {span}."
