"""The folder samples/fejl: every finding that a single row can give, at least once, among good rows.

Each row stands beside the findings it must give, as (column name, code); the last column of every file says
in Danish what is wrong. A row that is a plain text is written as it stands: those are errors of form. Codes
ending in "*" are found only when rows with errors are left out (--udelad-fejl).

The one finding left to the tests is E115, a cell of more than a mebibyte: it would not be a small folder.
"""

# The only civil registration number used anywhere is the test number that was never issued, 311257-5005;
# with another last digit it fails modulus 11 and is no more than ten digits.
TEST_CPR, TEN_DIGITS = "311257-5005", "3112575006"

REPORT_INI = """\
[kommune]
navn = Slagelse
kode = 0330
afdeling = Socialøkonomisk enhed

[udvalg]
navn = Social- og Beskæftigelsesudvalget
moededato = 02-03-2026

[strategi]
navn = Strategi for socialøkonomi 2022-2025
fra = 2022
til = 2025

[rapport]
titel = Årsrapport for socialøkonomi
forfatter = Socialøkonomisk enhed
kontakt = socialoekonomi@eksempel.dk

[data]
udtraeksdato = 12-01-2026
"""

ENTERPRISE_COLUMNS = ["virksomhed_id", "navn", "cvr", "type", "status", "start", "slut", "lukkeaarsag",
                      "bundlinje_social", "bundlinje_lokal", "bundlinje_oekonomisk", "ansatte", "ansatte_kant",
                      "indtaegt_privat", "forklaring"]
AGREEMENT_COLUMNS = ["aftale_id", "navn", "virksomhed_id", "type", "start", "slut", "pladser", "pris_pr_forloeb",
                     "positive_udfald", "forklaring"]
JOB_COLUMNS = ["job_id", "borger_id", "virksomhed_id", "aftale_id", "jobtype", "start", "slut", "timer", "maalgruppe",
               "in_house", "forklaring"]
COURSE_COLUMNS = ["forloeb_id", "borger_id", "aftale_id", "maalgruppe", "start", "slut", "trin_start", "trin_slut",
                  "timer_start", "timer_slut", "plan", "ejerskab", "udfald", "aarsag", "forklaring"]
FOLLOW_UP_COLUMNS = ["forloeb_id", "dato", "moede_holdt", "status", "forklaring"]
GOAL_COLUMNS = ["maal_id", "navn", "type", "noegle", "kode", "maal", "fra_aar", "til_aar", "forklaring"]
AGREEMENT_STATUS_COLUMNS = ["periode", "aftale_id", "status", "statustekst", "laering", "udvikling", "forklaring"]
EVALUATION_COLUMNS = ["aftale_id", "aar", "spoergsmaal", "svar", "bemaerkning", "dato", "besvaret_af", "forklaring"]
EFFORT_STATUS_COLUMNS = ["periode", "indsats", "status", "statustekst", "lykkedes", "forklaring"]
RECOMMENDATION_COLUMNS = ["aar", "nr", "tekst", "indsats", "status", "opfoelgning", "forklaring"]
APPLICATION_COLUMNS = ["ansoegning_id", "virksomhed_id", "giver", "projekt", "indsendt", "afgjort", "ansoegt", "bevilget",
                       "model", "forklaring"]
TRIAL_COLUMNS = ["id", "titel", "start", "slut", "status", "sektorer", "verdensmaal", "lokal_partner", "forklaring"]
PURCHASE_COLUMNS = ["dato", "virksomhed_id", "forvaltning", "beloeb", "reserveret", "forklaring"]
READING_COLUMNS = ["forloeb_id", "dato", "indikator", "vaerdi", "vurderet_af", "forklaring"]
CODE_COLUMNS = ["liste", "kode", "navn", "raekkefoelge", "gyldig_fra", "gyldig_til"]


def row(columns, good, why="", found=(), **changes):
    """A good row with some cells changed, and the findings that this must give."""
    cells = dict(zip(columns, good), forklaring=why, **changes)
    return [cells[name] for name in columns], list(found)


def enterprise(key, why="", found=(), **changes):
    good = [key, f"Værksted {key}", "", "virksomhed", "aktiv", "01-02-2022", "", "", "ja", "ja", "ja", "12", "5",
            "250.000 kr."]
    return row(ENTERPRISE_COLUMNS, good, why, found, **changes)


def agreement(key, why="", found=(), **changes):
    good = [key, f"Aftale {key}", "V01", "samarbejdsaftale", "01-01-2023", "31-12-2025", "10", "25.000 kr.", ""]
    return row(AGREEMENT_COLUMNS, good, why, found, **changes)


def job(key, why="", found=(), **changes):
    good = [key, "B" + key, "V01", "", "fleksjob", "15-03-2024", "", "12,5", "fleksjob", "nej"]
    return row(JOB_COLUMNS, good, why, found, **changes)


def course(key, why="", found=(), **changes):
    good = [key, "B" + key, "A01", "kontanthjaelp", "04-03-2024", "30-08-2024", "motivation", "praktik", "0", "4,5",
            "ja", "ja", "uddannelse", ""]
    return row(COURSE_COLUMNS, good, why, found, **changes)


def follow_up(course_key, why="", found=(), **changes):
    return row(FOLLOW_UP_COLUMNS, [course_key, "15-05-2024", "ja", ""], why, found, **changes)


def goal(key, why="", found=(), **changes):
    good = [key, "Mindst 30 job om året", "aarlig", "job.nye", "fleksjob|deltidsjob|smaajob|ordinaert", "30", "2022", "2025"]
    return row(GOAL_COLUMNS, good, why, found, **changes)


def agreement_status(period, why="", found=(), **changes):
    good = [period, "A01", "groen", "Aftalen er i god drift.", "", "Fortsætter."]
    return row(AGREEMENT_STATUS_COLUMNS, good, why, found, **changes)


def evaluation(question, why="", found=(), **changes):
    good = ["A01", "2024", question, "4", "", "12-03-2024", "sagsbehandler"]
    return row(EVALUATION_COLUMNS, good, why, found, **changes)


def effort_status(effort, why="", found=(), **changes):
    return row(EFFORT_STATUS_COLUMNS, ["2024", effort, "gul", "Indsatsen er i gang.", "Der er købt lokalt."], why, found,
               **changes)


def recommendation(number, why="", found=(), **changes):
    good = ["2024", number, "At årsnormen på 30 job fastholdes.", "", "stillet", ""]
    return row(RECOMMENDATION_COLUMNS, good, why, found, **changes)


def application(key, why="", found=(), **changes):
    good = [key, "V01", "Fonden Den Grønne Dør", "Udstyr til værksted", "01-02-2024", "15-05-2024", "150.000 kr.",
            "100.000 kr.", "egen"]
    return row(APPLICATION_COLUMNS, good, why, found, **changes)


def trial(key, why="", found=(), **changes):
    good = [key, f"Prøvehandling {key}", "04-03-2024", "30-08-2024", "afsluttet", "offentlig|privat", "8|17", "ja"]
    return row(TRIAL_COLUMNS, good, why, found, **changes)


def purchase(why="", found=(), **changes):
    return row(PURCHASE_COLUMNS, ["12-06-2024", "V01", "Teknik og Miljø", "48.500,00", "nej"], why, found, **changes)


def reading(why="", found=(), **changes):
    return row(READING_COLUMNS, ["F01", "15-05-2024", "livsmestring", "3", "borger"], why, found, **changes)


def enterprises():
    return [
        enterprise("V01", cvr="99900016"),
        enterprise("V02", status="lukket", slut="30-06-2024", lukkeaarsag="For få kunder"),
        enterprise("V03", status="paa_vej", start="", ansatte="", ansatte_kant="", indtaegt_privat=""),
        enterprise("V04", "Aktiv uden startdato", [("start", "E308")], start=""),
        enterprise("V05", "Lukket uden slutdato", [("slut", "W309")], status="lukket"),
        enterprise("V06", "På vej, men begyndt", [("start", "W310")], status="paa_vej"),
        enterprise("V07", "CVR-nummeret er tastet forkert", [("cvr", "E226")], cvr="99900017"),
        enterprise("V08", "Flere på kanten end i alt", [("ansatte_kant", "E307")], ansatte="4", ansatte_kant="5"),
        enterprise("V09", "Sluttede før den begyndte", [("slut", "E304")], status="lukket", slut="01-02-2021"),
        enterprise("V10", "Navnet mangler", [("navn", "E201")], navn=""),
        enterprise("V11", "Typen er stavet forkert", [("type", "E222")], type="virksomhd"),
        enterprise("V12", "Hverken ja eller nej", [("bundlinje_lokal", "E221")], bundlinje_lokal="måske"),
        enterprise("V13", "Antal som ord", [("ansatte", "E202")], ansatte="tolv"),
        enterprise("V14", "Beløb som ord", [("indtaegt_privat", "E204")], indtaegt_privat="meget"),
        enterprise("V15", "For stort antal", [("ansatte", "E205")], ansatte="99999999999"),
        enterprise("V16", "Negativt antal", [("ansatte_kant", "E227")], ansatte_kant="-3"),
        enterprise("V28"),
        enterprise("V28", "Nøglen er brugt før", [("virksomhed_id", "E301")]),
        enterprise("V17", "Syv decimaler", [("indtaegt_privat", "W207")], indtaegt_privat="1.000,1234567"),
        enterprise("V18", "Styretegn i navnet", [("navn", "W123")], navn="Værk\x07sted V18"),
        enterprise("V19", "Tegn, der ikke må stå i et dokument", [("navn", "W124")], navn="Værk\uffffsted V19"),
        enterprise("V20", "CPR-nummer i en tekst", [("lukkeaarsag", "E121")], status="lukket", slut="30-06-2024",
                   lukkeaarsag=f"Aftalt med {TEST_CPR}"),
        enterprise("V21", "Ti cifre, der ligner et CPR-nummer", [("navn", "W122")], navn=f"Værksted, P-nr. {TEN_DIGITS}"),
        ('V22;Værk "Stedet";;virksomhed;aktiv;01-02-2022;;;ja;ja;ja;12;5;;Anførselstegn midt i en celle', [("navn", "E111")]),
        ('V23;"Værk" sted;;virksomhed;aktiv;01-02-2022;;;ja;ja;ja;12;5;;Tekst efter anførselstegn', [("navn", "E112")]),
        ("V24;Værksted V24;;virksomhed;aktiv;01-02-2022;;;ja;ja;ja;12;5;;Et skilletegn; som ikke er pakket ind",
         [("", "E114")]),
        enterprise("V25", 'Linjeskift og "anførselstegn" er gode\ni en celle, der er pakket ind', cvr="DK 99 90 00 24"),
        enterprise("V26"),
        ('V27;"Værksted V27;;virksomhed;aktiv;01-02-2022;;;ja;ja;ja;12;5;;Anførselstegnet lukkes ikke', [("navn", "E113")]),
    ]


def agreements():
    return [
        agreement("A01"),
        agreement("A02", positive_udfald="uddannelse|praktik"),
        agreement("A03", "Virksomheden findes ikke", [("virksomhed_id", "E302")], virksomhed_id="V99"),
        agreement("A04", "Et af udfaldene er stavet forkert", [("positive_udfald", "E222")],
                  positive_udfald="uddannelse|fleskjob"),
        agreement("A05", "Prisen er ikke et beløb", [("pris_pr_forloeb", "E204")], pris_pr_forloeb="efter aftale"),
        agreement("A06", "Virksomheden er udeladt", [("virksomhed_id", "E303*")], virksomhed_id="V10"),
        agreement("A07", slut=""),
        agreement("A08", "CPR-nummer i aftalens navn", [("navn", "E121")], navn=f"Aftale om {TEST_CPR}"),
    ]


def jobs():
    return [
        job("J01"),
        job("J02", "Decimalpunktum", [("timer", "W206")], timer="12.5"),
        job("J03", "Over 60 timer om ugen", [("timer", "E225")], timer="65"),
        job("J04", "Timer som ord", [("timer", "E203")], timer="fuld tid"),
        job("J05", "2023 var ikke skudår", [("start", "E213")], start="29-02-2023"),
        job("J06", "Årstal på to cifre", [("start", "E212")], start="01-02-24"),
        job("J07", "Ikke en dato", [("start", "E211")], start="i foråret"),
        job("J08", "Før virksomheden begyndte", [("start", "W311")], start="03-01-2022"),
        job("J09", "Varede ud over virksomheden", [("slut", "W311")], virksomhed_id="V02", slut="31-10-2024"),
        job("J10", "Sluttede før det begyndte", [("slut", "E304")], slut="14-03-2024"),
        job("J11", "Virksomheden findes ikke", [("virksomhed_id", "E302")], virksomhed_id="V99"),
        job("J12", "Jobtypen er stavet forkert", [("jobtype", "E222")], jobtype="fleksjobb"),
        job("J13", "CPR-nummer som borger", [("borger_id", "E121")], borger_id=TEST_CPR.replace("-", "")),
        job("J14", "Virksomheden er udeladt", [("virksomhed_id", "E303*")], virksomhed_id="V07"),
        job("J15", aftale_id="A01"),
        job("J16", "Årstallet er en tastefejl", [("start", "E214")], start="15-03-0024"),
        job("J17", "Ingen slutdato, men skrevet som den sidste dag, der findes", [("slut", "W215")], slut="31-12-9999"),
    ]


def courses():
    return [
        course("F01"),
        course("F02", slut="", trin_slut="", timer_slut="", udfald=""),
        course("F03", "Afsluttet uden udfald", [("udfald", "W305")], udfald=""),
        course("F04", "Udfald, men ikke afsluttet", [("udfald", "W306")], slut=""),
        course("F05", "Trinnet er stavet forkert", [("trin_slut", "E224")], trin_slut="praktikk"),
        course("F06", "Begyndte før aftalen", [("start", "W312")], start="05-12-2022"),
        course("F07", "Aftalen findes ikke", [("aftale_id", "E302")], aftale_id="A99"),
        course("F08", "Sluttede før det begyndte", [("slut", "E304")], slut="30-08-2023"),
        course("F09", "Koden gjaldt ikke længere", [("maalgruppe", "W223")], maalgruppe="integration"),
        course("F16"),
        course("F16", "Nøglen er brugt før", [("forloeb_id", "E301")]),
        course("F10", "Målgruppen mangler", [("maalgruppe", "E201")], maalgruppe=""),
        course("F11", "Timer under 0", [("timer_slut", "E225")], timer_slut="-2"),
        course("F12", "Aftalen er udeladt", [("aftale_id", "E303*")], aftale_id="A06"),
        course("F13", "Flere fejl i én række", [("start", "E213"), ("plan", "E221"), ("udfald", "E222")], start="31-04-2024",
               plan="nok", udfald="udannelse"),
        "F14;BF14;A01;kontanthjaelp;04-03-2024",
        course("F15", udfald="stoppet", aarsag="helbred", trin_slut="motivation"),
    ]


def follow_ups():
    return [
        follow_up("F02"),
        follow_up("F01", dato="15-11-2024", status="uddannelse"),
        follow_up("F99", "Forløbet findes ikke", [("forloeb_id", "E302")]),
        follow_up("F02", "Om mødet blev holdt, mangler", [("moede_holdt", "E201")], moede_holdt=""),
        follow_up("F12", "Forløbet er udeladt, fordi aftalen er det", [("forloeb_id", "E303*")]),
        follow_up("F15", dato="2024-06-03"),
    ]


def goals():
    return [
        goal("aarsnorm"),
        goal("aarsnorm_2", "Ikke et årstal", [("til_aar", "E228")], til_aar="to år"),
    ]


def agreement_statuses():
    return [
        agreement_status("2024"),
        agreement_status("2024-1", statustekst="Aftalen er i god drift.\nDer er plads til to mere."),
        agreement_status("2024-3", "Et år har kun to halvår", [("periode", "E229")]),
        agreement_status("2024", "Aftalen har allerede en status for 2024", [("periode", "E301")], status="gul"),
        agreement_status("2023", "Statusfarven findes ikke", [("status", "E231")], status="lilla"),
        agreement_status("2023-2", "Statusteksten mangler", [("statustekst", "E201")], statustekst=""),
        agreement_status("2024-2", "Aftalen findes ikke", [("aftale_id", "E302")], aftale_id="A99"),
    ]


def evaluations():
    return [
        evaluation("i_brug"),
        evaluation("plan", svar="", bemaerkning="Planen er kendt af alle parter."),
        evaluation("ejerskab", "Svaret er uden for skalaen", [("svar", "E230")], svar="6"),
        evaluation("effekt", "Svaret er ikke et helt tal", [("svar", "E230")], svar="3,5"),
        evaluation("overblik", "Hverken svar eller bemærkning", [("svar", "E316")], svar=""),
        evaluation("samarbjde", "Spørgsmålet er stavet forkert", [("spoergsmaal", "E222")]),
        evaluation("opfoelgning", "Ikke et årstal", [("aar", "E228")], aar="i år"),
        evaluation("sagsbehandler", "Aftalen er udeladt", [("aftale_id", "E303*")], aftale_id="A03"),
    ]


def effort_statuses():
    return [
        effort_status("csr"),
        effort_status("csr", periode="2024-1"),
        effort_status("csr", "Indsatsen har allerede en status for 2024", [("periode", "E301")]),
        effort_status("fundraising", "Perioden er skrevet som tekst", [("periode", "E229")], periode="første halvår"),
        effort_status("lokale_indkob", "Indsatsen er stavet forkert", [("indsats", "E222")]),
        effort_status("trends", "Status mangler", [("status", "E201")], status=""),
    ]


def recommendations():
    return [
        recommendation("1"),
        recommendation("2", status="vedtaget", opfoelgning="Indgår i næste års plan."),
        recommendation("2", "Nummeret er brugt før det år", [("aar", "E301")]),
        recommendation("3", "Nummeret er ikke et tal", [("nr", "E202")], nr="tre"),
        recommendation("4", "Status er stavet forkert", [("status", "E222")], status="vedtagt"),
    ]


def applications():
    return [
        application("AN-01"),
        application("AN-02", afgjort="", bevilget=""),
        application("AN-03", "Afgjort, før den blev sendt", [("afgjort", "E314")], afgjort="15-01-2024"),
        application("AN-04", "Bevilget, men ikke afgjort", [("bevilget", "W315")], afgjort=""),
        application("AN-05", "Beløbet mangler", [("ansoegt", "E201")], ansoegt=""),
        application("AN-06", "Virksomheden findes ikke", [("virksomhed_id", "E302")], virksomhed_id="V99"),
        application("AN-07", bevilget="0"),
        application("AN-07", "Nøglen er brugt før", [("ansoegning_id", "E301")], bevilget="0"),
    ]


def trials():
    return [
        trial("PH-01"),
        trial("PH-02", slut="", status="i_gang"),
        trial("PH-03", "Sluttede før den begyndte", [("slut", "E304")], slut="30-08-2023"),
        trial("PH-04", "Der er kun 17 verdensmål", [("verdensmaal", "E231")], verdensmaal="8|18"),
        trial("PH-05", "Sektoren er stavet forkert", [("sektorer", "E222")], sektorer="offentlig|privatt"),
        trial("PH-06", "Hverken ja eller nej", [("lokal_partner", "E221")], lokal_partner="måske"),
    ]


def purchases():
    return [
        purchase(),
        purchase("Købt, før virksomheden begyndte", [("dato", "W313")], dato="03-01-2022"),
        purchase("Købt, efter at virksomheden lukkede", [("dato", "W313")], virksomhed_id="V02", dato="01-10-2024"),
        purchase("Virksomheden er udeladt", [("virksomhed_id", "E303*")], virksomhed_id="V10"),
        purchase("Beløbet er negativt", [("beloeb", "E227")], beloeb="-500,00"),
        purchase("Forvaltningen mangler", [("forvaltning", "E201")], forvaltning=""),
    ]


def readings():
    return [
        reading(),
        reading(dato="15-08-2024", vaerdi="4"),
        reading("Værdien er uden for skalaen", [("vaerdi", "E230")], vaerdi="0"),
        reading("Indikatoren er stavet forkert", [("indikator", "E222")], indikator="livsmestringer"),
        reading("Hverken borger eller sagsbehandler", [("vurderet_af", "E231")], vurderet_af="nabo"),
        reading("Forløbet findes ikke", [("forloeb_id", "E302")], forloeb_id="F99"),
    ]


def codes():
    """Target groups without those of before 2020: integration ended with 2023."""
    names = {"kontanthjaelp": "Kontanthjælp", "fleksjob": "Fleksjob", "integration": "Integration", "unge": "Unge",
             "anden": "Anden"}
    return [(["maalgruppe", code, name, str(order), "", "31-12-2023" if code == "integration" else ""], [])
            for order, (code, name) in enumerate(names.items(), 1)]


TABLES = {
    "virksomheder.csv": (ENTERPRISE_COLUMNS, enterprises),
    "aftaler.csv": (AGREEMENT_COLUMNS, agreements),
    "job.csv": (JOB_COLUMNS, jobs),
    "forloeb.csv": (COURSE_COLUMNS, courses),
    "opfoelgninger.csv": (FOLLOW_UP_COLUMNS, follow_ups),
    "maal.csv": (GOAL_COLUMNS, goals),
    "aftalestatus.csv": (AGREEMENT_STATUS_COLUMNS, agreement_statuses),
    "evalueringer.csv": (EVALUATION_COLUMNS, evaluations),
    "indsatser.csv": (EFFORT_STATUS_COLUMNS, effort_statuses),
    "anbefalinger.csv": (RECOMMENDATION_COLUMNS, recommendations),
    "fundraising.csv": (APPLICATION_COLUMNS, applications),
    "proevehandlinger.csv": (TRIAL_COLUMNS, trials),
    "indkoeb.csv": (PURCHASE_COLUMNS, purchases),
    "progression.csv": (READING_COLUMNS, readings),
    "koder.csv": (CODE_COLUMNS, codes),
}


def cell_text(text):
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ';"\n') else text


def line_texts(entries):
    """(text, findings) of each row, whether given as cells or as it stands."""
    for entry in entries:
        cells, found = (entry, []) if isinstance(entry, str) else entry
        yield (cells if isinstance(cells, str) else ";".join(map(cell_text, cells))), found


def fault_folder():
    """(files of the folder, the expected findings as a CSV file)."""
    files, expected = {"rapport.ini": REPORT_INI.encode("utf-8")}, []
    for name, (columns, entries) in TABLES.items():
        lines, number = [";".join(columns)], 2
        for text, found in line_texts(entries()):
            expected += [(name, number, column, code) for column, code in found]
            lines.append(text)
            number += 1 + text.count("\n")
        files[name] = ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")
    return files, expected_csv(expected)


def expected_csv(expected):
    lines = ["fil;linje;kolonne;kode;kun_med_udelad_fejl"]
    for name, number, column, code in sorted(expected):
        lines.append(f"{name};{number};{column};{code.rstrip('*')};{'ja' if code.endswith('*') else 'nej'}")
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")
