"""What reports may say of how goals and results stand: the forms of docs/status-sentences.md."""

import datetime

from program import danish
from sentences_words import (Words, change_text, count, day_text, enterprises, figure_of_goal, goals, pace_text,
                             points_text, raised, series_text, share_text, with_noun, years_counted)


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
            yield from number_sentences(NumberGoal(report, goal))
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


class NumberGoal:
    """A goal with a number: what it stands at in the report, and the words of the period that it is told of."""

    def __init__(self, report, goal):
        def of_goal(what):
            return report.rows.get((f"maal.{goal['maal_id']}.{what}", report.period, "", "", ""), ("",))[0]

        self.report, self.goal, self.status = report, goal, of_goal("status")
        yearly = goal["type"] == "aarlig"
        self.words = Words(report, whole_year=yearly and report.half == 2)
        self.value, self.target = (report.value(f"maal.{goal['maal_id']}.{what}") for what in ("vaerdi", "maal"))
        self.forecast = report.value(f"maal.{goal['maal_id']}.prognose")
        self.before = figure_of_goal(report, goal, self.words.before)
        self.day = datetime.date.fromisoformat(of_goal("dato")) if of_goal("dato") else None
        self.end = goal["til_aar"]
        self.span = f"{danish(self.target)}–{goal['maal_til']}" if goal["maal_til"] else danish(self.target)
        months = (6 if report.half == 1 else 0) + (0 if yearly else 12 * (int(self.end) - report.year))
        self.need = ""
        if months and self.value < self.target:
            missing = self.target - self.value
            self.need = (f"Der mangler {danish(missing)}, og det kræver {pace_text(missing, months)} om måneden"
                         f"{' resten af året' if yearly else ''}.")
        self.series = ""
        if yearly and report.half != 1:
            values = {year: figure_of_goal(report, goal, str(year)) for year in years_counted(report)}
            self.series = series_text(report, values)

    @property
    def reached(self):
        return self.status.startswith("naaet")

    def changes(self, when):
        return change_text(self.value, self.before, when)

    def results(self):
        for change in self.changes(self.words.during_before):
            yield f"Resultatet {self.words.during} var {danish(self.value)}, {change}; målet er {self.span}."


def number_sentences(goal):
    if goal.goal["type"] == "slut":
        return stock_sentences(goal)
    return norm_sentences(goal) if goal.goal["noegle"] == "job.nye" else plain_sentences(goal)


def norm_sentences(goal):
    words, value, norm = goal.words, danish(goal.value), f"årsnormen på {danish(goal.target)} job"
    outlook = f" I samme takt bliver det til {danish(goal.forecast)} job i hele året." if goal.forecast else ""
    for change in goal.changes(words.during_before):
        if goal.reached:
            yield (f"{raised(norm)} blev nået den {day_text(goal.day, goal.day.year)}; {words.at_end} var der skabt {value} job, "
                   f"{change}.{goal.series}")
        elif goal.status == "ikke_naaet":
            yield (f"{raised(norm)} blev ikke nået: Der blev skabt {value} job {words.during}, {change}. Der manglede "
                   f"{danish(goal.target - goal.value)} job.{goal.series}")
        else:
            standing = {"paa_vej": "på vej mod", "bagud": "bagud i forhold til"}[goal.status]
            yield (f"{raised(words.at_end)} var der skabt {value} job, {change}. Det er {standing} {norm}: {goal.need}"
                   f"{outlook}")


def stock_sentences(goal):
    words, value = goal.words, danish(goal.value)
    lines = " med tre bundlinjer" if goal.goal["noegle"] == "virksomhed.tre_bundlinjer" else ""
    what = f"virksomheder og initiativer{lines}"
    for change in goal.changes(words.at_end_before):
        if goal.status == "naaet_foer_tid":
            days = (datetime.date(int(goal.end), 12, 31) - goal.day).days
            yield (f"Målet om {danish(goal.target)} {what} ved udgangen af {goal.end} blev nået før tid, den "
                   f"{day_text(goal.day, goal.report.year)}, {with_noun(days, 'dag', 'dage')} før fristen; {words.at_end} var der "
                   f"{value}, {change}.")
        elif goal.status in ("paa_vej", "bagud"):
            standing = "på vej mod" if goal.status == "paa_vej" else "bagud i forhold til en jævn stigning mod"
            yield (f"{raised(words.at_end)} var der {value} {what}, {change}. Det er {standing} målet om {danish(goal.target)} "
                   f"ved udgangen af {goal.end}: {goal.need}")


def plain_sentences(goal):
    begin = f"Målet »{goal.goal['navn']}«"
    for result in goal.results():
        if goal.reached:
            yield f"{begin} blev nået den {day_text(goal.day, goal.report.year)}: {result}"
        elif goal.status == "ikke_naaet":
            yield f"{begin} blev ikke nået: {result}"
        else:
            yield f"{begin} er {'på vej' if goal.status == 'paa_vej' else 'bagud'}: {result} {goal.need}"


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
        if goal["type"] == "milepael" or report.value(f"maal.{goal['maal_id']}.maal") is None:
            continue
        goal = NumberGoal(report, goal)
        if goal.status == "bagud":
            yield f"»{goal.goal['navn']}« er bagud: {goal.need}"
        elif goal.status == "ikke_naaet":
            for result in goal.results():
                yield f"»{goal.goal['navn']}« blev ikke nået: {result}"
