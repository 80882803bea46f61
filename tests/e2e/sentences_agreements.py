"""What reports may say of one agreement, and of what those who answered the evaluation think of it."""

import datetime
import fractions

from program import danish, parse_value
from sentences_data import DATA_SET, code_names, light_name
from sentences_words import count, courses, full_day, listed, lowered, part, share_text

NUMBERS = ["", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte"]
ORDINALS = ["", "", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende"]


def cut_off_day(year):
    return datetime.date(year, 3, 1) - datetime.timedelta(days=1)


class Agreement:
    """One agreement's figures in one report, of the period that the report tells its courses of."""

    def __init__(self, report, row):
        self.report, self.row, self.id = report, row, row.aftale_id
        self.evaluates = report.command == "evaluering"
        self.period = f"{report.year - 1}" if self.evaluates else report.period

    def value(self, noegle, period=None, kode=""):
        return self.report.value(noegle, period or self.period, kode, aftale=self.id)

    def has(self, noegle, period, kode):
        return (noegle, period, self.id, "", kode) in self.report.rows


def agreement_sentences(report):
    """agreement -> (family, sentence) of what may be said below its heading."""
    for row in DATA_SET.agreements:
        agreement = Agreement(report, row)
        families = [facts, flow, results]
        if agreement.evaluates:
            families += [results_so_far, answers, remarks]
        yield row.aftale_id, [(family.__name__, sentence) for family in families for sentence in family(agreement)]


def facts(agreement):
    row = agreement.row
    partner = next(one.navn for one in DATA_SET.enterprises if one.virksomhed_id == row.virksomhed_id)
    when = f"fra {full_day(row.start)} til {full_day(row.slut)}" if row.slut else f"siden {full_day(row.start)}"
    terms = [f"{code_names('aftaletype')[row.type]} med {partner} {when}"]
    if row.pladser is not None:
        terms.append(f"{row.pladser} {'plads' if row.pladser == 1 else 'pladser'}")
    if row.pris_pr_forloeb:
        terms.append(f"{row.pris_pr_forloeb} pr. forløb")
    if row.maalgruppe:
        terms.append(f"målgruppe: {lowered(row.maalgruppe)}")
    yield "; ".join(terms) + "."


def flow(agreement):
    year = agreement.period
    started, ended, running = (agreement.value(f"forloeb.{what}") for what in ("startede", "afsluttede", "igang_ultimo"))
    if started == ended == running == 0:
        yield f"Der var ingen forløb under aftalen i {year}."
    else:
        yield (f"Der begyndte {courses(started)} i {year}, og {count(ended)} blev afsluttet; ved årets udgang var "
               f"{count(running)} i gang.")
    if not agreement.evaluates and not ended and not agreement.value("forloeb.afsluttede", f"{int(year) - 1}"):
        yield (f"Ingen forløb under aftalen blev afsluttet i {year} eller året før, så der er ikke noget udfald at vise.")


def effect(agreement, suffix=""):
    period = agreement.report.period if suffix else agreement.period
    ended, positive, share = (agreement.value(f"forloeb.{what}{suffix}", period)
                              for what in ("afsluttede", "positive", "effekt"))
    if not ended:
        return
    if ended == 1:
        said = f"Det ene forløb endte {'' if positive else 'ikke '}med et positivt udfald"
    else:
        said = f"Effekten var {share_text(share, ended)}: {part(positive, ended, 'forløb')} endte med et positivt udfald"
    if not agreement.evaluates:
        year = int(period) - 1
        before = agreement.value("forloeb.afsluttede", f"{year}")
        if before:
            said += f"; i {year} var det {danish(agreement.value('forloeb.positive', f'{year}'))} af {danish(before)}"
    yield said + "."


def stops(agreement, suffix=""):
    period = agreement.report.period if suffix else agreement.period
    reasons = [(lowered(name), agreement.value(f"forloeb.afbrud{suffix}", period, code))
               for code, name in code_names("aarsag").items() if agreement.has(f"forloeb.afbrud{suffix}", period, code)]
    if reasons:
        each = reasons[0][0] if len(reasons) == 1 else listed(f"{name} {danish(number)}" for name, number in reasons)
        yield f"Undervejs stoppede {danish(agreement.value(f'forloeb.udfald{suffix}', period, 'stoppet'))}; årsag: {each}."


def results(agreement):
    yield from effect(agreement)
    forward, same, back = (agreement.value("forloeb.progression", kode=kode) for kode in ("frem", "uaendret", "tilbage"))
    if forward or same or back:
        yield (f"I værdikæden endte {count(forward)} længere fremme, {count(same)} på samme trin og {count(back)} længere "
               "tilbage.")
    hours = agreement.value("forloeb.timer_aendring")
    if hours is not None and danish(abs(hours), 1) == "0,0":
        yield "Antallet af lønnede timer om ugen var i gennemsnit det samme ved slut som ved start."
    elif hours is not None:
        yield f"Antallet af lønnede timer om ugen {'steg' if hours > 0 else 'faldt'} i gennemsnit med {danish(abs(hours), 1)}."
    yield from stops(agreement)
    kept = agreement.value("forloeb.fastholdelse")
    if kept is not None:
        who = {0: "ingen", 1: "alle"}.get(kept, share_text(kept))
        yield f"Af dem, der er fulgt op på et halvt til et helt år efter et positivt udfald, havde {who} det stadig."


def results_so_far(agreement):
    day = full_day(cut_off_day(agreement.report.year))
    ended = agreement.value("forloeb.afsluttede_ialt", agreement.report.period)
    if ended:
        yield f"Til og med {day} er der afsluttet {courses(ended)} under aftalen."
    else:
        yield f"Til og med {day} er der ikke afsluttet nogen forløb under aftalen."
    yield from effect(agreement, "_ialt")
    yield from stops(agreement, "_ialt")


def remarks(agreement):
    for row in DATA_SET.answers:
        if row.aftale_id == agreement.id and row.aar == agreement.report.year and row.bemaerkning:
            yield f"»{row.bemaerkning}« – {lowered(row.besvaret_af)}, {full_day(row.dato)}"


# ---- The evaluation ----

class Answers:
    """The answers on one agreement, or on all of them: exact means, from the mean and the number of answers."""

    def __init__(self, report, agreement=""):
        self.report, self.agreement = report, agreement
        self.names = code_names("evalueringsspoergsmaal")

    def in_year(self, year):
        """question -> (number of answers, exact mean), of the questions that have any."""
        found = {}
        for period in (f"{year}-{self.report.half}", f"{year}"):
            for code in self.names:
                row = self.report.rows.get(("evaluering.antal", period, self.agreement, "", code))
                if row and row[0] != "0" and code not in found:
                    number = int(row[0])
                    mean = parse_value(self.report.rows["evaluering.svar", period, self.agreement, "", code][0])
                    found[code] = number, fractions.Fraction(round(mean * number), number)
        return {code: found[code] for code in self.names if code in found}

    def named(self, codes):
        return listed(f"»{self.names[code]}«" for code in codes) if len(codes) < 3 else f"{NUMBERS[len(codes)]} af spørgsmålene"


def tenths(value):
    """As printed: rounded half away from zero."""
    return (1 if value >= 0 else -1) * int(abs(value) * 10 + fractions.Fraction(1, 2))


def one_place(number):
    return f"{abs(number) // 10},{abs(number) % 10}"


def answers(agreement):
    yield from answer_sentences(Answers(agreement.report, agreement.id))
    number = evaluation_number(agreement.report, agreement.id)
    if number:
        yield f"Det er den {number} evaluering af aftalen."


def evaluation_number(report, agreement=None):
    """anden, tredje …: of the years so far in which anybody answered; nothing in the first."""
    years = {row.aar for row in DATA_SET.answers if row.aftale_id == (agreement or row.aftale_id) and row.aar <= report.year}
    return ORDINALS[len(years)]


def answer_sentences(of):
    now = of.in_year(of.report.year)
    if not now:
        yield f"Ingen har svaret på spørgsmålene om {'aftalen' if of.agreement else 'aftalerne'}."
        return
    every = len(of.names)
    if len(now) == every:
        where = "på hvert spørgsmål"
    elif len(now) == 1:
        where = f"på et enkelt af de {every} spørgsmål"
    else:
        where = f"på hvert af {len(now)} spørgsmål ud af {every}"
    yield f"Der er {how_many([number for number, _ in now.values()])} svar {where}."
    yield from extreme_sentences(of, {code: tenths(mean) for code, (_, mean) in now.items()})
    yield from change_sentences(of, now, of.in_year(of.report.year - 1))


def how_many(numbers):
    fewest, most = min(numbers), max(numbers)
    if fewest < most:
        return f"{fewest}–{most}"
    return "ét" if most == 1 else f"{most}"


def extreme_sentences(of, means):
    high, low = max(means.values()), min(means.values())
    if len(means) == 1:
        yield f"{of.named(list(means))} ligger på {one_place(high)}."
    elif high == low:
        who = "Alle spørgsmålene ligger" if len(means) == len(of.names) else "De spørgsmål, der er svaret på, ligger alle"
        yield f"{who} på {one_place(high)}."
    else:
        best, worst = ([code for code, mean in means.items() if mean == extreme] for extreme in (high, low))
        yield f"Højest ligger {of.named(best)} med {one_place(high)}, og lavest ligger {of.named(worst)} med {one_place(low)}."


def change_sentences(of, now, before):
    """Ranked as the table prints the changes: the exact difference, rounded."""
    changes = {code: tenths(now[code][1] - before[code][1]) for code in now if code in before}
    if not changes:
        return
    rise, fall = max(0, *changes.values()), min(0, *changes.values())
    most = " mest," if len(changes) > 1 else ""

    def moved(change, how):
        codes = [code for code, one in changes.items() if one == change]
        reached = f" til {one_place(tenths(now[codes[0]][1]))}" if len(codes) == 1 else ""
        return f"{of.named(codes)} {how}{most} med {one_place(change)}{reached}"
    said = [moved(rise, "steget")] if rise else []
    if fall:
        said.append(moved(fall, "er faldet" if rise else "faldet"))
    year = of.report.year - 1
    yield f"Siden {year} er {', mens '.join(said)}." if said else f"Gennemsnittene er som i {year}."


def evaluation_sentences(report):
    """(family, sentence) of all agreements together, in the evaluation and in the half-yearly report's chapter."""
    for sentence in answer_sentences(Answers(report)):
        yield "answers_of_all", sentence
    yield "answers_of_all", f"Aftalerne side om side står i evalueringen {report.year}."
    if report.command != "evaluering":
        return
    all_answers = sum(number for number, _ in Answers(report).in_year(report.year).values())
    answered = {row.aftale_id for row in DATA_SET.answers if row.aar == report.year}
    covered = [row.aftale_id for row in DATA_SET.agreements if is_covered(report, row, answered)]
    yield "extent", f"Evalueringen omfatter {count(len(covered), 'aftale', 'aftaler')}."
    yield "extent", f"Der er {count(all_answers)} svar på de {len(code_names('evalueringsspoergsmaal'))} spørgsmål."
    yield "extent", f"Det er den {evaluation_number(report)} evaluering efter samme model."
    silent = len(set(covered) - answered)
    yield "extent", f"Om {count(silent, 'aftale', 'aftaler')} er der ingen svar."
    yield "extent", (f"Den er opgjort to gange: for alle aftalens forløb til og med {full_day(cut_off_day(report.year))}, og for "
                     f"forløb afsluttet i {report.year - 1}.")


def is_covered(report, row, answered):
    year = f"{report.year - 1}"
    ran = row.start <= cut_off_day(report.year) and (row.slut is None or row.slut >= datetime.date(report.year - 1, 1, 1))
    return (ran or row.aftale_id in answered or bool(report.value("forloeb.aktive", year, aftale=row.aftale_id))
            or report.value("forloeb.fastholdelse", year, aftale=row.aftale_id) is not None)


def results_in_case_paper(report):
    """An agreement a line, with what came of all its courses."""
    yield (f"Så mange af de forløb, der er afsluttet til og med {full_day(cut_off_day(report.year))}, endte med et udfald, som "
           "aftalen selv regner for positivt:")
    for row in DATA_SET.agreements:
        ended, positive, share = (report.value(f"forloeb.{what}_ialt", report.period, aftale=row.aftale_id)
                                  for what in ("afsluttede", "positive", "effekt"))
        said = f"{share_text(share, ended)}, {part(positive, ended, 'forløb')}." if ended else "Ingen forløb er afsluttet endnu."
        yield f"{row.aftale_id} {row.navn}: {said}"


# ---- Agreements that are not green, in the half-yearly report ----

def lights_by_name(lights):
    each = listed(f"{agreement} ({light_name(light)})" for agreement, light in lights.items())
    return f"Aftaler, der ikke er grønne: {each}."


def light_sentences(report):
    lights = {row.aftale_id: DATA_SET.agreement_light(row.aftale_id, report.period) for row in DATA_SET.agreements
              if is_shown(report, row)}
    lagging = {agreement: light for agreement, light in lights.items() if light not in (None, "groen")}
    if lagging:
        yield "agreement_lights", lights_by_name(lagging)
    if report.half == 2:
        of_year = {agreement: DATA_SET.agreement_light(agreement, str(report.year)) for agreement in lights}
        yield "agreement_lights", lights_by_name({agreement: light for agreement, light in of_year.items()
                                                  if light not in (None, "groen")})
    for row in DATA_SET.agreements:
        if row.aftale_id in lagging:
            yield "agreement_lights", f"Aftalen »{row.aftale_id} {row.navn}« er meldt {light_name(lagging[row.aftale_id])}."


def is_shown(report, row):
    first = datetime.date(report.year, 7 if report.half == 2 else 1, 1)
    last = datetime.date(report.year, 6, 30) if report.half == 1 else datetime.date(report.year, 12, 31)
    if row.start > last:
        return False
    counts = ("forloeb.aktive", "forloeb.opfoelgningsmoeder")
    return row.slut is None or row.slut >= first or any(report.value(name, aftale=row.aftale_id) for name in counts)
