"""What the chapters of the yearly and half-yearly report may say of the report's figures, outside agreements and goals.

Each function gives the sentences that are true of the report; which of them it prints is up to the report.
"""

import calendar

from program import danish
from sentences_agreements import cut_off_day
from sentences_data import DATA_SET, code_names, light_name
from sentences_words import (Words, amount, amount_change_after, change_after, count, courses, decimal_text, enterprises, full_day,
                             goals, listed, lowered, part, points_text, raised, series_text, share_text, with_noun, years_counted)


class Chapter:
    """A report's figures with the words of its own period."""

    def __init__(self, report):
        self.report, self.words = report, Words(report, whole_year=False)

    def now(self, noegle, kode=""):
        return self.report.value(noegle, self.words.period, kode)

    def before(self, noegle, kode=""):
        return self.report.value(noegle, self.words.before, kode)

    def codes_of(self, noegle):
        """The codes that the figure has rows of."""
        return [key[4] for key in self.report.rows if key[:4] == (noegle, self.words.period, "", "") and key[4]]

    def change(self, noegle, when, kode=""):
        return change_after(self.now(noegle, kode), self.before(noegle, kode), when)

    def series(self, noegle, what="antal", said=None):
        if self.report.half:
            return ""
        return series_text(self.report, {year: self.report.value(noegle, str(year)) for year in years_counted(self.report)},
                           what, said)


# ---- The chapters' first lines ----

def introduction(chapter):
    report, words, now = chapter.report, chapter.words, chapter.now
    strategy = DATA_SET.strategy(report.year)
    if strategy:
        yield f"Rapporten følger »{strategy['navn']}«, som gælder fra {strategy['fra']} til og med {strategy['til']}."
    yield f"Ingen strategi dækker {report.year}."
    yield f"{raised(words.at_end)} var der {count(now('aftale.aktive_ultimo'), 'aftale', 'aftaler')} i kraft."
    yield f"{open_enterprises(chapter)}."
    yield f"Der var {count(now('forloeb.personer'), 'borger', 'borgere')} i forløb {words.during}."


def open_enterprises(chapter):
    now = chapter.now
    return (f"{raised(chapter.words.at_end)} var der {enterprises(now('virksomhed.aktive_ultimo'))}; "
            f"{count(now('virksomhed.tre_bundlinjer'))} arbejdede med tre bundlinjer")


def enterprise_lead(chapter):
    if chapter.now("virksomhed.registrerede") is not None:
        yield (f"{open_enterprises(chapter)}, og {count(chapter.now('virksomhed.registrerede'))} var registreret som "
               "socialøkonomisk virksomhed.")


def employment(chapter):
    words, now = chapter.words, chapter.now
    jobs, hours = now("job.nye"), now("job.timer")
    citizens, places = count(now("job.personer"), "borger", "borgere"), enterprises(now("job.virksomheder"))
    job_or_jobs = "Jobbet er" if jobs == 1 else "Jobbene er i alt"
    yield (f"{citizens} fik {'' if now('job.personer') == 1 else 'tilsammen '}{count(jobs, 'job', 'job')} {words.during} i "
           f"{places}. {job_or_jobs} på {decimal_text(hours)} {'time' if hours == 1 else 'timer'} om ugen, hvad der svarer til "
           f"{decimal_text(now('job.aarsvaerk'))} årsværk.")
    yield (f"Der blev skabt {count(jobs, 'job', 'job')} {words.during}{chapter.change('job.nye', words.during_before)}. "
           f"{'Jobbet' if jobs == 1 else 'Jobbene'} gik til {citizens} i {places}.")


def job_norm(chapter):
    """How far the year's norm is, in the half-year's chapter on jobs."""
    report = chapter.report
    for goal in goals():
        if goal["type"] != "aarlig" or goal["noegle"] != "job.nye" or report.value(f"maal.{goal['maal_id']}.maal") is None:
            continue
        norm, value = (report.value(f"maal.{goal['maal_id']}.{what}") for what in ("maal", "vaerdi"))
        year_days = 366 if calendar.isleap(report.year) else 365
        share = decimal_text(norm * (year_days - 184) / year_days)  # 184 days from 1 July on
        if report.half == 1:
            yield (f"Fordelt jævnt over året svarer årsnormen på {danish(norm)} job til {share} ved halvårets udgang; der er "
                   f"skabt {count(value)}, der tæller med.")
        else:
            yield (f"I hele {report.year} blev der skabt {count(value)}, der tæller med i årsnormen på {danish(norm)} job.")


def slagelse_model(chapter):
    now = chapter.now
    first, later, elsewhere = (now(f"job.{what}") for what in ("foerste", "naeste", "naeste_anden"))
    if first is None or first + later < 2:
        return
    other = "i en anden virksomhed end borgerens job før"
    same = "i samme virksomhed som borgerens job før"
    where = other if elsewhere else same
    if later == 0:
        tail = ""
    elif later == 1:
        tail = f", {where}"
    elif elsewhere in (0, later):
        tail = f", {'begge' if later == 2 else 'alle'} {where}"
    else:
        tail = f"; {danish(elsewhere)} af dem {where}"
    yield f"Af de nye job {chapter.words.during} var {count(first)} borgerens første og {count(later)} et næste job{tail}."


def progression(chapter):
    words, now = chapter.words, chapter.now
    yield (f"Der begyndte {courses(now('forloeb.startede'))} {words.during}, og {count(now('forloeb.afsluttede'))} blev "
           f"afsluttet; {words.at_end} var {count(now('forloeb.igang_ultimo'))} i gang.")
    forward, same, back = (now("forloeb.progression", kode) for kode in ("frem", "uaendret", "tilbage"))
    yield (f"Til højre for diagonalen er borgeren kommet frem: {courses(forward)} endte længere fremme, {count(same)} på samme "
           f"trin og {count(back)} længere tilbage.")
    effect, ended = now("forloeb.effekt"), now("forloeb.afsluttede")
    if effect is not None:
        before = chapter.before("forloeb.effekt")
        points = "" if before is None else ", " + points_text(effect, before, words.during_before, 1 if ended >= 100 else 0)
        yield (f"Effekten af forløbene var {share_text(effect, ended)}{points}: {part(now('forloeb.positive'), ended, 'forløb')} "
               "endte med et positivt udfald.")


def openings(chapter):
    """The lists of enterprises that opened, closed or are to come: their rows in virksomheder.csv."""
    names = code_names("virksomhedstype")
    for row in DATA_SET.enterprises:
        what = f"{row.navn} ({lowered(names[row.type])}, {lowered(row.branche)})"
        if row.start and row.start.year == chapter.report.year:
            yield f"{what}, {full_day(row.start)}"
        if row.slut and row.slut.year == chapter.report.year:
            yield f"{what}, {full_day(row.slut)}" + (f": {row.lukkeaarsag}" if row.lukkeaarsag else "")
        if row.start and row.status == "paa_vej":
            yield f"{what}, ventes at begynde {full_day(row.start)}"


# ---- Efforts ----

def fundraising(chapter):
    words, now = chapter.words, chapter.now
    sent = now("fundraising.ansoegninger")
    if sent:
        yield (f"Der blev indsendt {count(sent, 'ansøgning', 'ansøgninger')} på {'' if sent == 1 else 'i alt '}"
               f"{amount(now('fundraising.ansoegt'))} {words.during}"
               f"{chapter.change('fundraising.ansoegninger', words.during_before)}.{chapter.series('fundraising.ansoegninger')}")
        pilot = now("fundraising.ansoegninger", "no_cure_no_pay")
        if pilot and sent > 1:
            yield f"Modellen »no cure, no pay« blev brugt i {part(pilot, sent, 'ansøgninger')}."
    yield from grants(chapter)
    yield from donors(chapter)


def grants(chapter):
    words, now = chapter.words, chapter.now
    number, success = now("fundraising.bevillinger"), now("fundraising.succesrate")
    if not number:
        return
    if success == 1:
        who = "Den ene ansøgning" if number == 1 else f"Alle {danish(number)} ansøgninger"
        begin = f"{who}, der blev afgjort {words.during}, blev imødekommet"
    else:
        begin = f"Af de ansøgninger, der blev afgjort {words.during}, blev {danish(number)} ({share_text(success)}) imødekommet"
    given = now("fundraising.bevilget")
    change = amount_change_after(given, chapter.before("fundraising.bevilget"), words.during_before)
    stop = "." if change else ""  # the amount ends in one
    yield (f"{begin} med {'' if number == 1 else 'i alt '}{amount(given)}{change}{stop}"
           f"{chapter.series('fundraising.bevilget', 'beløb', said_amount)}")


def said_amount(value):
    return amount(value) if value else "ingen"


def donors(chapter):
    number, again = chapter.now("fundraising.givere"), chapter.now("fundraising.gengangere")
    if not number:
        return
    grant = "Bevillingen" if chapter.now("fundraising.bevillinger") == 1 else "Bevillingerne"
    begin = f"{grant} kom fra {count(number, 'giver', 'givere')}"
    gold = " (»Den Gyldne Donation«)."
    if not again:
        yield begin + (", som ikke har givet tidligere." if number == 1 else "; ingen af dem har givet tidligere.")
    elif again == number:
        yield f"{begin}, som {'' if number == 1 else 'begge ' if number == 2 else 'alle '}også har givet tidligere{gold}"
    else:
        yield f"{begin}; {danish(again)} af dem har også givet tidligere{gold}"


def purchases(chapter):
    words, now = chapter.words, chapter.now
    number, spent = now("indkoeb.antal"), now("indkoeb.beloeb")
    if number:
        if number == 1:
            where = "Det var et enkelt indkøb."
        else:
            places = now("indkoeb.virksomheder")
            where = f"De {danish(number)} indkøb blev gjort hos {'samme virksomhed' if places == 1 else enterprises(places)}."
        yield (f"Kommunen købte lokalt ind for {amount(spent)} {words.during}"
               f"{amount_change_after(spent, chapter.before('indkoeb.beloeb'), words.during_before)}."
               f"{chapter.series('indkoeb.beloeb', 'beløb', said_amount)} {where}")
    reserved = now("indkoeb.reserveret")
    if reserved and reserved != spent:
        yield f"Heraf blev {amount(reserved)} brugt på reserverede kontrakter."
    yield from purchase_agreements(chapter)


def purchase_agreements(chapter):
    words = chapter.words
    homes = {row.virksomhed_id: (row.kommune or "Slagelse") == "Slagelse" for row in DATA_SET.enterprises}
    open_ones = [row for row in DATA_SET.agreements if row.type == "indkoebsaftale" and row.start <= words.last_day
                 and (row.slut is None or row.slut > words.last_day)]
    inside = sum(homes[row.virksomhed_id] for row in open_ones)
    outside = len(open_ones) - inside

    def of(number):
        return "en virksomhed" if number == 1 else "virksomheder"
    here, there = f"{of(inside)} i kommunen", f"{of(outside)} uden for kommunen"
    if inside and outside:
        tail = f": {inside} med {here} og {outside} med {there}"
    else:
        tail = {0: "", 1: " med ", 2: ", begge med "}.get(len(open_ones), ", alle med ")
        tail += here if inside else there if outside else ""
    number = chapter.now("aftale.aktive_ultimo", "indkoebsaftale")
    yield f"{raised(words.at_end)} var der {count(number, 'indkøbsaftale', 'indkøbsaftaler')}{tail}."


def trials(chapter):
    words, now = chapter.words, chapter.now
    started = now("proevehandling.igangsatte")
    if started:
        yield (f"Der blev sat {count(started, 'prøvehandling', 'prøvehandlinger')} i gang {words.during}"
               f"{chapter.change('proevehandling.igangsatte', words.during_before)}."
               f"{chapter.series('proevehandling.igangsatte')}")
    running = sum(now("proevehandling.status", code) for code in chapter.codes_of("proevehandling.status"))
    across, partner = now("proevehandling.tvaersektorielle"), now("proevehandling.lokal_partner")
    if not running:
        return
    marks = [f"{'den' if running == 1 else danish(number)} {what}" for number, what in
             ((across, "går på tværs af sektorer"), (partner, "har en lokal partner")) if number]
    marks = f"{marks[0]} og{marks[1][3:]}" if running == 1 and len(marks) == 2 else ", og ".join(marks)
    yield (f"I alt var {count(running, 'prøvehandling', 'prøvehandlinger')} i gang {words.during}"
           f"{'; ' + marks if marks else ''}.")
    un_goals = chapter.codes_of("proevehandling.verdensmaal")
    last = now("proevehandling.verdensmaal", "17")
    tail = f"; {danish(last)} bidrager til mål 17, Partnerskaber for handling" if last else ""
    if un_goals:
        yield (f"De prøvehandlinger, der var i gang, bidrager til {len(un_goals)} af FN's 17 verdensmål{tail}.")


def csr_and_in_house(chapter):
    words, now = chapter.words, chapter.now

    def stock(number, before, one, many):
        return (f"{raised(words.at_end)} var der {count(number, one, many)}"
                f"{change_after(number, before, words.at_end_before)}.")

    def jobs(noegle, one, many):
        number = now(noegle)
        if not number:
            return ""
        return (f" Der blev skabt {count(number, 'job', 'job')} {one if number == 1 else many} {words.during}"
                f"{chapter.change(noegle, words.during_before)}.")
    figure, code = "aftale.aktive_ultimo", "csr"
    yield (stock(now(figure, code), chapter.before(figure, code), "CSR-aftale", "CSR-aftaler")
           + jobs("job.csr", "efter en CSR-aftale", "efter CSR-aftaler"))
    figure, code = "virksomhed.aktive_ultimo", "in_house"
    new = now("virksomhed.nye", code)
    yield (stock(now(figure, code), chapter.before(figure, code), "in-house løsning", "in-house løsninger")
           + (f" Der kom {danish(new)} til {words.during}." if new else "")
           + jobs("job.in_house", "i en in-house løsning", "i in-house løsninger"))


def target_groups(chapter):
    names = code_names("maalgruppe")
    groups = {name: chapter.report.value("forloeb.personer", chapter.words.period, maalgruppe=code)
              for code, name in names.items()}
    groups = {name: number for name, number in groups.items() if number}
    if len(groups) < 2:
        return
    most = max(groups.values())
    largest = [name for name, number in groups.items() if number == most]
    tail = f"; flest, {danish(most)}, fra målgruppen {lowered(largest[0])}" if len(largest) == 1 else ""
    yield f"Borgerne i forløb {chapter.words.during} kom fra {len(groups)} målgrupper{tail}."


def recommendations(chapter):
    year = chapter.report.year
    found = [(name, chapter.now("anbefaling.sidste_aar", code)) for code, name in code_names("anbefalingsstatus").items()]
    found = [(name, number) for name, number in found if number]
    every = sum(number for _, number in found)
    if len(found) > 1:
        each = listed(f"{danish(number)} {lowered(name)}" for name, number in found)
        yield f"Af de {danish(every)} anbefalinger fra {year - 1} er {each}."
    elif every > 2:
        yield f"Alle {danish(every)} anbefalinger fra {year - 1} er {lowered(found[0][0])}."


# ---- What is behind, in the half-yearly report ----

def behind(chapter):
    report = chapter.report
    for status, begin in (("bagud", "Bagud er"), ("ikke_naaet", "Ikke nået er")):
        names = [f"»{goal['navn']}«" for goal in goals()
                 if report.rows.get((f"maal.{goal['maal_id']}.status", report.period, "", "", ""), ("",))[0] == status]
        if names:
            yield f"{begin} {'målet' if len(names) == 1 else 'målene'} {listed(names)}."
    efforts = [f"{lowered(name)} ({light_name(light)})" for code, name in code_names("indsats").items()
               if (light := report.text_value("indsats.status", code)) not in ("", "groen")]
    if efforts:
        yield f"Indsatser, der ikke er grønne: {listed(efforts)}."


# ---- The data ----

def method_sentences(report):
    words = Words(report, whole_year=False)
    yield f"Rapporten bygger på udtræk af {full_day(DATA_SET.extract_date)}."
    if report.half:
        yield (f"Der er læst {with_noun(report.manifest_count('raekker'), 'fil', 'filer')} med i alt "
               f"{with_noun(report.manifest_total('raekker'), 'række', 'rækker')}; fil for fil står de i koersel.json.")
        yield f"Halvåret går fra {full_day(words.first_day)} til {full_day(words.last_day)}, begge dage medregnet."
    if not report.manifest_total("udeladt"):
        yield "Alle rækker i filerne er talt med, undtagen de tomme."
    yield "Det sammenlignes med det samme halvår året før."
    yield "Mål, der gælder hvert år, er talt fra 1. januar."
    yield "I et forløb kan det måles flere gange, hvor borgeren står, fra 1, lavest, til 5, højest."
    yield ("Hvordan hvert nøgletal er talt, står i årsrapporten under »Metode og data«; nøgletallene selv står i filen "
           f"noegletal-{report.period}.csv.")


# ---- The notes below tables ----

DEFINITIONS = [
    "Et årsværk er 37 timer om ugen.",
    "Den nedre grænse er med, den øvre ikke: Et job på 10 timer står under 10–20.",
    "Første job er borgerens første i data; alle senere er næste job.",
    "Andel, der stadig havde et positivt udfald ved en opfølgning 180–365 dage efter.",
    "Afsluttede forløb, der endte på et senere, det samme eller et tidligere trin i værdikæden, end de begyndte på.",
    "Hvor stor en del af aftalens pladser der var i brug, som gennemsnit af alle dage.",
    "Skala: 1 betyder »slet ikke«, og 5 betyder »i høj grad«.",
    "Kolonnerne 1–5 er antallet af hvert svar: 1 betyder »slet ikke«, og 5 betyder »i høj grad«.",
    "Data har ét sæt indtægter for hver, så forskellen mellem årene viser, hvem der kom til og lukkede.",
]


def note_sentences(report):
    """What notes say beside a table, of the figures and of how they are counted."""
    yield from DEFINITIONS
    evaluates = report.command == "evaluering"
    year = report.year - 1 if evaluates else report.year
    cut_off = full_day(cut_off_day(report.year))
    yield (f"Den seneste status for borgere, hvis forløb er afsluttet, og som har haft en opfølgning i {year}.")
    yield (f"»Perioden« er {'for forløb året før evalueringen' if evaluates else 'rapportens år'}, 1. januar til 31. december "
           f"{year}, begge dage medregnet.")
    questions = code_names("evalueringsspoergsmaal").values()
    yield "Kolonnerne er spørgsmålene: " + " ".join(f"{number}. {name}" for number, name in enumerate(questions, 1))
    if evaluates:
        yield f"Tal, der er gjort op i alt, går til og med skæringsdagen, {cut_off}."
        yield f"Alle aftalens forløb, der er afsluttet til og med {cut_off}."
        return
    unknown = report.value("forloeb.progression", kode="uoplyst")
    yield f"{danish(unknown)} {'afsluttet' if unknown == 1 else 'afsluttede'} forløb uden oplyst trin er ikke med."
    strategy = DATA_SET.strategy(report.year)
    second = (strategy or {}).get("generation_2_fra", "01-01-2022")[-4:]
    yield f"Første generation var med før {second}; anden generation er startet i {second} eller senere."
    for goal in goals():
        if goal["type"] == "slut" and int(goal["fra_aar"]) <= report.year <= int(goal["til_aar"]):
            yield f"Målet, »{goal['navn']}«, gælder ved udgangen af {goal['til_aar']}."


FAMILIES = [introduction, enterprise_lead, employment, job_norm, slagelse_model, progression, openings, fundraising, purchases,
            trials, csr_and_in_house, target_groups, recommendations, behind]


def chapter_sentences(report):
    """(family, sentence) for all that the report may say outside goals and agreements."""
    chapter = Chapter(report)
    for family in FAMILIES:
        for sentence in family(chapter):
            yield family.__name__, sentence
    for sentence in method_sentences(report):
        yield "method", sentence
