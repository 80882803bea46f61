"""The sample of the survey: the collection of experience from 17 municipalities in 2015, count by count.

The source prints how many municipalities gave each answer, not which. So the counts are those of its tables 2 to 14 and
the municipalities are called Kommune 01 to 17: who answered what is made up, and so are the texts of table 15. What
cannot be read in the source is left out: of table 2 two of the answers, of table 10 the two municipalities that
answered one of the two lowest steps, of table 1 everything but the enterprises of two municipalities.
"""

from sample_forms import csv_bytes

MUNICIPALITIES = [f"Kommune {number:02}" for number in range(1, 18)]

# Lists: code and text, the lowest step first.
LISTS = {
    "virksomhedstyper": [
        ("ivaerksaettere", "Sociale iværksættere"),
        ("afknopning", "Afknopning og/eller socialt ansvar hos lokale virksomheder"),
        ("eksisterende", "Eksisterende socialøkonomiske virksomheder"),
        ("foreninger", "Foreninger og institutioner"),
    ],
    "resultater": [
        ("ingen", "Ingen eller ganske få resultater er opnået"),
        ("enkelte", "Enkelte resultater er opnået"),
        ("nogle", "Nogle resultater er opnået"),
        ("de_fleste", "De fleste resultater er opnået"),
        ("fuldstaendigt", "Resultaterne er fuldstændigt eller næsten fuldstændigt opnået"),
    ],
    "grad": [
        ("meget_lav", "I meget lav grad"), ("lav", "I lav grad"), ("nogen", "I nogen grad"), ("hoej", "I høj grad"),
        ("meget_hoej", "I meget høj grad"),
    ],
    "samarbejde": [
        ("meget_daarligt", "Meget dårligt"), ("daarligt", "Dårligt"), ("nogenlunde", "Nogenlunde"), ("godt", "Godt"),
        ("meget_godt", "Meget godt"),
    ],
    "grad_eller_nej": [
        ("nej", "Nej"), ("lav", "I lav grad"), ("nogen", "I nogen grad"), ("hoej", "I høj grad"),
        ("meget_hoej", "I meget høj grad"),
    ],
    "grad_fra_lav": [
        ("lav", "I lav grad"), ("nogen", "I nogen grad"), ("hoej", "I høj grad"), ("meget_hoej", "I meget høj grad"),
    ],
    "pr_maaned": [
        ("ingen", "0 om måneden"), ("1_2", "1-2 om måneden"), ("3_5", "3-5 om måneden"), ("6_10", "6-10 om måneden"),
        ("over_10", "Over 10 om måneden"),
    ],
    "afklarethed": [
        ("vanskeligt", "Vi har vanskeligt ved at yde kvalificeret vejledning"),
        ("som_andre", "Vi vejleder på lige fod med andre, ingen særlige tilbud"),
        ("erfaring", "Vi har en vis erfaring, ingen særlige tilbud"),
        ("koncepter", "Vi har klare retningslinjer/koncepter"),
        ("opkvalificering", "Klare retningslinjer/koncepter og målrettet opkvalificering af erhvervskonsulenter"),
    ],
    "udstraekning": [
        ("meget_lav", "I meget lav udstrækning"), ("lav", "I lav udstrækning"), ("nogen", "I nogen udstrækning"),
        ("hoej", "I høj udstrækning"), ("meget_hoej", "I meget høj udstrækning"),
    ],
}

GROUP = "Forløb og ansættelser: Projekterne har medvirket til …"

# Key, text, type, list, group.
QUESTIONS = [
    ("T02", "Hvilke typer af virksomheder har kommunens indsats fokuseret på?", "flervalg", "virksomhedstyper", ""),
    ("T03", "Hvordan vurderer kommunen de opnåede resultater?", "skala", "resultater", ""),
    ("T04a", "Flere ordinære ansættelser (fuld tid) i almindelige og socialøkonomiske virksomheder", "skala", "grad", GROUP),
    ("T04b", "Flere fleksjob i socialøkonomiske virksomheder", "skala", "grad", GROUP),
    ("T04c", "Flere fleksjob i almindelige virksomheder", "skala", "grad", GROUP),
    ("T04d", "Flere forløb, fx ressourceforløb, virksomhedspraktik m.m. i socialøkonomiske virksomheder", "skala", "grad",
     GROUP),
    ("T05", "I hvor høj grad er der politisk opmærksomhed omkring kommunens arbejde med socialøkonomiske virksomheder?",
     "skala", "grad", ""),
    ("T06", "I hvor høj grad er der ledelsesmæssig opbakning til kommunens indsats for socialøkonomiske virksomheder?",
     "skala", "grad", ""),
    ("T07", "Hvordan fungerer samarbejdet mellem de relevante forvaltninger omkring indsatsen for socialøkonomiske "
            "virksomheder?", "skala", "samarbejde", ""),
    ("T08", "Bidrager kommunen til at skabe netværk mellem socialøkonomiske virksomheder lokalt mellem relevante aktører?",
     "skala", "grad_eller_nej", ""),
    ("T09", "Arbejder kommunen med at spille rollen som playmaker?", "skala", "grad_fra_lav", ""),
    ("T10", "I hvor høj grad samarbejder kommunen med socialøkonomiske virksomheder?", "skala", "grad", ""),
    ("T11", "Arbejder kommunen med partnerskaber/samarbejde med eksisterende socialøkonomiske virksomheder fra andre "
            "steder i landet om at etablere sig i kommunen?", "skala", "grad", ""),
    ("T12", "Hvor mange socialøkonomiske virksomheder/iværksættere får ca. rådgivning fra kommunen?", "skala", "pr_maaned",
     ""),
    ("T13", "Hvor afklarede er I i forhold til at vejlede socialøkonomiske virksomheder og iværksættere?", "skala",
     "afklarethed", ""),
    ("T14", "I hvor stor en udstrækning forventer I at fortsætte arbejdet med socialøkonomiske virksomheder i kommunen?",
     "skala", "udstraekning", ""),
    ("T15", "Hvordan er indsatsen forankret i kommunen?", "tekst", "", ""),
]

# By question and round, in the order of the list: how many municipalities gave each answer.
COUNTS = {
    ("T02", "slut"): (14, 12, 11, 8), ("T03", "slut"): (0, 0, 1, 10, 6),
    ("T04a", "slut"): (5, 6, 5, 1, 0), ("T04b", "slut"): (6, 3, 4, 2, 2), ("T04c", "slut"): (3, 2, 11, 0, 1),
    ("T04d", "slut"): (7, 5, 2, 3, 0), ("T05", "slut"): (0, 2, 7, 5, 3), ("T06", "slut"): (0, 1, 6, 3, 7),
    ("T07", "slut"): (0, 0, 4, 7, 6), ("T08", "slut"): (0, 2, 7, 2, 6), ("T09", "slut"): (0, 4, 6, 7),
    ("T10", "slut"): (0, 0, 8, 3, 4), ("T11", "slut"): (3, 3, 4, 6, 1), ("T12", "start"): (6, 8, 3, 0, 0),
    ("T12", "slut"): (0, 12, 5, 0, 0), ("T13", "slut"): (0, 2, 8, 3, 4), ("T14", "slut"): (0, 0, 8, 4, 5),
}

# Where each answer of the question with several answers begins, so that everybody gives at least one.
FIRST_WITH_ANSWER = (0, 5, 9, 13)

ANCHORING = [
    "Indsatsen fortsætter i jobcentret med én fast kontaktperson.",
    "Erhvervskontoret har overtaget rådgivningen; jobcentret henviser dertil.",
    "Byrådet har vedtaget en politik for socialøkonomi, som følges op hvert år.",
    "Projektlederens stilling er gjort fast.",
    "En arbejdsgruppe på tværs af fire forvaltninger mødes hvert kvartal.",
    "Indsatsen er en del af beskæftigelsesplanen, men uden egne midler.",
    "Det er aftalt, at indkøb spørger lokale socialøkonomiske virksomheder først.",
    "Der er ikke truffet beslutning endnu; sagen kommer for udvalget til foråret.",
    "To medarbejdere bruger hver en dag om ugen på området.",
    "Netværket drives videre af virksomhederne selv; kommunen stiller lokaler.",
    "Indsatsen er samlet i et iværksætterhus sammen med nabokommunen.",
    "Erfaringerne er skrevet ind i kommunens frivilligpolitik.",
    "Området hører nu under social- og arbejdsmarkedschefen.",
    "Rådgivningen fortsætter, så længe der er efterspørgsel.",
    "Der er afsat midler i to år, hvorefter indsatsen vurderes.",
    "Partnerskabsaftaler med tre virksomheder løber videre.",
    "Projektet ophører, men erhvervskonsulenterne er uddannet til opgaven.",
]

# Municipality, cluster, places: two clusters of nine places, and one municipality that is in both.
CLUSTERS = [
    (3, "Klynge 1-2019", 1), (5, "Klynge 1-2019", 2), (7, "Klynge 1-2019", 2), (8, "Klynge 1-2019", 1),
    (10, "Klynge 1-2019", 1), (12, "Klynge 1-2019", 2), (1, "Klynge 2-2020", 2), (2, "Klynge 2-2020", 1),
    (6, "Klynge 2-2020", 1), (10, "Klynge 2-2020", 1), (13, "Klynge 2-2020", 2), (15, "Klynge 2-2020", 1),
    (17, "Klynge 2-2020", 1),
]

# Municipality: enterprises, on the way. No other number of table 1 can be read for a single municipality.
ENTERPRISES = {3: (7, 13), 4: (7, "")}

SETTINGS = """\
; Hvem rapporten er til. Datoer som dd-mm-åååå.
[kommune]
navn = Slagelse
kode = 0330
afdeling = Socialøkonomisk enhed, Center for Arbejdsmarked og Integration

[udvalg]
navn = Beskæftigelses- og Integrationsudvalget
moededato = 01-02-2016

[strategi]
navn = Strategi for socialøkonomi 2018-2020
fra = 2018
til = 2020

[rapport]
titel = Årsrapport for socialøkonomi
forfatter = Socialøkonomisk enhed
kontakt = socialoekonomi@eksempel.dk

[data]
udtraeksdato = 01-12-2015
"""


def code_rows():
    for name, codes in LISTS.items():
        for place, (code, text) in enumerate(codes, 1):
            yield [name, code, text, place]


def question_rows():
    for place, (key, text, kind, scale, group) in enumerate(QUESTIONS, 1):
        yield [key, text, kind, scale, place, group]


def municipality_rows():
    """A row for each cluster that a municipality is in; one row for those in none."""
    for number, name in enumerate(MUNICIPALITIES, 1):
        enterprises, coming = ENTERPRISES.get(number, ("", ""))
        clusters = [(cluster, places) for of, cluster, places in CLUSTERS if of == number] or [("", "")]
        for cluster, places in clusters:
            yield [name, cluster, places, enterprises, "", "", coming]
            enterprises = coming = ""


def one_answer_each(codes, counts, turn):
    """The answers, dealt out in another order for every question."""
    answers = [code for (code, _), count in zip(codes, counts) for _ in range(count)]
    dealt = [""] * len(MUNICIPALITIES)
    for place, answer in enumerate(answers):
        dealt[(place * 5 + turn * 3) % len(MUNICIPALITIES)] = answer
    return dealt


def several_answers_each(codes, counts):
    dealt = [[] for _ in MUNICIPALITIES]
    for (code, _), count, first in zip(codes, counts, FIRST_WITH_ANSWER):
        for place in range(count):
            dealt[(first + place) % len(MUNICIPALITIES)].append(code)
    return ["|".join(codes_of_one) for codes_of_one in dealt]


def answers_to(key, kind, scale, turn):
    """By round: an answer of every municipality."""
    if kind == "tekst":
        return {"slut": ANCHORING}
    rounds = {round_: counts for (question, round_), counts in COUNTS.items() if question == key}
    if kind == "flervalg":
        return {round_: several_answers_each(LISTS[scale], counts) for round_, counts in rounds.items()}
    return {round_: one_answer_each(LISTS[scale], counts, turn + place)
            for place, (round_, counts) in enumerate(rounds.items())}


def answer_rows():
    """Of two municipalities without an answer, one has an empty cell and the other no row: they mean the same."""
    for turn, (key, _, kind, scale, _) in enumerate(QUESTIONS):
        for round_, answers in answers_to(key, kind, scale, turn).items():
            empty = [place for place, answer in enumerate(answers) if not answer]
            for place, answer in enumerate(answers):
                if answer or place != empty[-1]:
                    yield [MUNICIPALITIES[place], key, round_, answer]


def survey_folder():
    """The files of samples/erfaring-17."""
    def table(header, rows):
        return csv_bytes(header.split(), list(rows), encoding="utf-8-sig")

    return {
        "rapport.ini": SETTINGS.encode(),
        "koder.csv": table("liste kode navn raekkefoelge", code_rows()),
        "spoergsmaal.csv": table("spoergsmaal_id tekst type skala raekkefoelge gruppe", question_rows()),
        "kommuner.csv": table("kommune klynge pladser virksomheder registrerede nye paa_vej", municipality_rows()),
        "svar.csv": table("kommune spoergsmaal_id runde svar", answer_rows()),
    }
