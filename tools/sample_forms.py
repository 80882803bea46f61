"""How exports look: dates, numbers, codes and CSV files in the forms of the systems they come from."""


def dashed(day):
    return day.strftime("%d-%m-%Y") if day else ""


def dotted(day):
    return day.strftime("%d.%m.%Y") if day else ""


def slashed(day):
    return day.strftime("%d/%m/%Y") if day else ""


def short(day):
    return f"{day.day}-{day.month}-{day.year}" if day else ""


def iso(day):
    return day.isoformat() if day else ""


def iso_with_time(day):
    return f"{day.isoformat()} 00:00:00" if day else ""


def hours(value):
    return "" if value is None else f"{value:g}".replace(".", ",")


def thousands(value):
    return f"{value:,}".replace(",", ".")


def kroner(value):
    return f"{thousands(value)} kr."


# Codes are written as people see them; they fold to the codes of the program's lists.
DANISH_CODES = {"kontanthjaelp": "Kontanthjælp", "ressourceforloeb": "Ressourceforløb", "smaajob": "Småjob",
                "loentilskud": "Løntilskud", "ordinaert_job": "Ordinært job", "ordinaert": "Ordinært", "stu": "STU",
                "nyt_forloeb": "Nyt forløb", "foertidspension": "Førtidspension", "lille_job": "Lille job",
                "flere_timer": "Flere timer", "egen_beslutning": "Egen beslutning", "paa_vej": "På vej",
                "in_house": "In-house", "indkoebsaftale": "Indkøbsaftale", "csr": "CSR", "i_brug": "I brug",
                "opfoelgning": "Opfølgning", "boligomraader": "Boligområder", "maalgruppe": "Målgruppe",
                "lokale_indkoeb": "Lokale indkøb", "proevehandlinger": "Prøvehandlinger", "verdensmaal": "Verdensmål",
                "roed": "Rød", "groen": "Grøn", "aendret": "Ændret", "gennemfoert": "Gennemført", "i_gang": "I gang",
                "ide": "Idé", "no_cure_no_pay": "No cure no pay"}


def spoken(code):
    return DANISH_CODES.get(code, code.capitalize()) if code else ""


def quoted(text, separator):
    special = any(mark in text for mark in (separator, '"', "\n", "\r"))
    return '"' + text.replace('"', '""') + '"' if special else text


def csv_bytes(header, rows, *, separator=";", newline="\r\n", encoding="utf-8", first_line="", empty_rows=0):
    """One CSV file; `encoding` "utf-8-sig" and "utf-16" write a byte order mark."""
    lines = [first_line] if first_line else []
    lines += [separator.join(quoted(str(cell), separator) for cell in row) for row in [header] + rows]
    lines += [separator * (len(header) - 1)] * empty_rows
    text = newline.join(lines) + newline
    return b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16" else text.encode(encoding)
