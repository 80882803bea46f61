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
