#!/usr/bin/python3
"""Checks a published workbook against the rules for accessible spreadsheets, and its formulas against LibreOffice.

    check_workbook.py FILE.xlsx ...      prints what is wrong, a line each; exit status 1 when anything is

Each rule is a function that yields what breaks it, so a test can call one alone.
"""

import math
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile

import lxml.etree
import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

MARKER = re.compile(r"\[note (\d+)\]")
SYMBOLS = {"[x]", "[c]", "[z]"}
NUMBER_FORMATS = {
    "General", "#,##0", "#,##0.0", "#,##0.00", "0%", "0.0%", "+#,##0;-#,##0;0", "+#,##0.0;-#,##0.0;0.0", "dd-mm-yyyy",
    '+0" procentpoint";-0" procentpoint";0" procentpoint"', '+0.0" procentpoint";-0.0" procentpoint";0.0" procentpoint"',
}
FRONT = ["Forside", "Indhold", "Noter"]
PARTNERS_MARK = "Fortroligt – kun til aftaleparten"
ERRORS = ("#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#N/A", "#NUM!", "#NULL!")
SMALLEST_FONT = 11
LEAST_CONTRAST = 4.5
TOLERANCE = 1e-9

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")


class Workbook:
    """A workbook opened twice, for its formulas and for the values that it carries, and its XML."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.formulas = openpyxl.load_workbook(path)
        self.values = openpyxl.load_workbook(path, data_only=True)
        self.archive = zipfile.ZipFile(path)

    def sheets(self):
        return self.formulas.worksheets

    def table(self, sheet):
        """(first row, last row, columns) of the sheet's table, or of its filter where rows of data have no named
        table; rows counted from 1; None without one."""
        place = next(iter(sheet.tables.values())).ref if sheet.tables else sheet.auto_filter.ref
        if not place:
            return None
        first_column, first, last_column, last = range_boundaries(place)
        assert first_column == 1, f"{sheet.title}: the table does not begin in column A"
        return first, last, last_column

    def table_sheets(self):
        return [sheet for sheet in self.sheets() if sheet.tables]

    def rows(self, name):
        """The table of a sheet: headings without markers, then rows of values; the first column without markers."""
        sheet = self.values[name]
        first, last, columns = self.table(self.formulas[name])
        rows = [[sheet.cell(row, column).value for column in range(1, columns + 1)] for row in range(first, last + 1)]
        rows[0] = [MARKER.sub("", heading).strip() for heading in rows[0]]
        for row in rows[1:]:
            row[0] = MARKER.sub("", str(row[0])).strip()
        return rows

    def xml(self, member):
        return lxml.etree.fromstring(self.archive.read(member))


def whole_archive(book):
    """Every member is well-formed and passes its checksum."""
    broken = book.archive.testzip()
    if broken:
        yield f"{broken}: wrong checksum"
    for name in book.archive.namelist():
        if name.endswith((".xml", ".rels")):
            try:
                book.xml(name)
            except lxml.etree.XMLSyntaxError as error:
                yield f"{name}: {error}"


def front_sheets(book):
    names = book.formulas.sheetnames
    if names[:3] != FRONT:
        yield f"the book begins with {names[:3]}, not {FRONT}"


def sheet_names(book):
    names = book.formulas.sheetnames
    if len({name.casefold() for name in names}) != len(names):
        yield "two sheets have the same name"
    for name in names:
        if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name) or name.casefold() == "history" or name[:1] == "'":
            yield f"sheet name {name!r}"


def nothing_hidden_or_merged(book):
    for sheet in book.sheets():
        if sheet.sheet_state != "visible":
            yield f"{sheet.title}: hidden sheet"
        if sheet.merged_cells.ranges:
            yield f"{sheet.title}: merged cells"
        hidden = [key for key, row in sheet.row_dimensions.items() if row.hidden]
        hidden += [key for key, column in sheet.column_dimensions.items() if column.hidden]
        if hidden:
            yield f"{sheet.title}: hidden {hidden}"


def nothing_frozen_or_filtered(book):
    for sheet in book.sheets():
        if sheet.freeze_panes:
            yield f"{sheet.title}: frozen panes"
        if sheet.auto_filter.ref or any(table.autoFilter for table in sheet.tables.values()):
            yield f"{sheet.title}: a filter"


def titles_and_marks(book):
    """The rule on titles in a book to work in, which is internal or for one partner."""
    for sheet in book.sheets():
        if not str(sheet["A1"].value or "").strip():
            yield f"{sheet.title}: no title in A1"
        if not {"INTERN", PARTNERS_MARK} & {cell.value for cell in sheet["A"]}:
            yield f"{sheet.title}: says neither INTERN nor {PARTNERS_MARK}"


def titles(book):
    for sheet in book.sheets():
        if not str(sheet["A1"].value or "").strip():
            yield f"{sheet.title}: no title in A1"
        if sheet.title != FRONT[0] and not str(sheet["A2"].value or "").startswith("Dette ark indeholder "):
            yield f"{sheet.title}: A2 does not say what the sheet holds"
        if not any(cell.value == "INTERN" for cell in sheet["A"]):
            yield f"{sheet.title}: does not say INTERN"


def tables(book):
    """One named table a sheet, from column A, with one unique header row, no blanks inside, nothing below or beside."""
    names = [name for sheet in book.sheets() for name in sheet.tables]
    if len({name.casefold() for name in names}) != len(names):
        yield "two tables have the same name"
    for sheet in book.table_sheets():
        if len(sheet.tables) != 1:
            yield f"{sheet.title}: {len(sheet.tables)} tables"
        if not sheet["A2"].value.startswith("Dette ark indeholder én tabel"):
            yield f"{sheet.title}: A2 is {sheet['A2'].value!r}"
        yield from one_table(book, sheet)


def one_table(book, sheet):
    first, last, columns = book.table(sheet)
    table = next(iter(sheet.tables.values()))
    headings = [sheet.cell(first, column).value for column in range(1, columns + 1)]
    if any(not isinstance(heading, str) or not heading.strip() for heading in headings):
        yield f"{sheet.title}: a heading is empty"
    elif len({heading.casefold() for heading in headings}) != columns:
        yield f"{sheet.title}: two columns have the same heading"
    if [column.name for column in table.tableColumns] != headings:
        yield f"{sheet.title}: the table's column names are not its header cells"
    if sheet.max_row != last or sheet.max_column != columns:
        yield f"{sheet.title}: cells outside the table, which ends at row {last} and column {columns}"
    for row in range(first + 1, last + 1):
        for column in range(1, columns + 1):
            if sheet.cell(row, column).value in (None, ""):
                yield f"{sheet.title}: {get_column_letter(column)}{row} is blank"
    for row in range(1, first):
        if sheet.cell(row, 1).value in (None, ""):
            yield f"{sheet.title}: row {row} above the table is blank"
    if sheet.title not in FRONT and not any(str(sheet.cell(row, 1).value).startswith("Kilde: ")
                                            and len(str(sheet.cell(row, 1).value)) > 8 for row in range(2, first)):
        yield f"{sheet.title}: no source line"


def symbols_explained(book):
    for sheet in book.table_sheets():
        first, last, columns = book.table(sheet)
        used = {sheet.cell(row, column).value for row in range(first, last + 1) for column in range(1, columns + 1)}
        lines = [str(sheet.cell(row, 1).value) for row in range(1, first)]
        for symbol in used & SYMBOLS:
            if not any(line.startswith(f"{symbol} betyder") for line in lines):
                yield f"{sheet.title}: {symbol} is not explained"


def markers_of(sheet, where):
    return [int(number) for cell in where if isinstance(cell.value, str) for number in MARKER.findall(cell.value)]


def notes(book):
    """Markers stand in title, header row and first column only; each has its row in Noter, each row its marker."""
    used = set()
    for sheet in book.table_sheets():
        if sheet.title in FRONT:
            continue
        first, last, columns = book.table(sheet)
        allowed = [sheet["A1"], *sheet[first], *(sheet.cell(row, 1) for row in range(first + 1, last + 1))]
        found = markers_of(sheet, allowed)
        everywhere = markers_of(sheet, (cell for row in sheet.iter_rows() for cell in row))
        if len(everywhere) != len(found):
            yield f"{sheet.title}: a marker among the data"
        linked = [cell for cell in sheet["A"][:first] if cell.hyperlink and "Noter" in (cell.hyperlink.location or "")]
        if bool(found) != bool(linked):
            yield f"{sheet.title}: markers {found}, lines that lead to Noter {len(linked)}"
        used |= set(found)
    listed = [cell.value for cell in book.formulas["Noter"]["A"] if MARKER.fullmatch(str(cell.value))]
    if listed != [f"[note {number + 1}]" for number in range(len(listed))]:
        yield f"Noter lists {listed}"
    if used != set(range(1, len(listed) + 1)):
        yield f"notes {sorted(set(range(1, len(listed) + 1)) ^ used)} are listed or used, not both"


def cells(book):
    """Numbers are finite numbers with a known format, text is text, no formula gives an error."""
    for sheet in book.sheets():
        values = book.values[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                place = f"{sheet.title}!{cell.coordinate}"
                value = values[cell.coordinate].value
                if isinstance(value, float) and not math.isfinite(value):
                    yield f"{place}: {value}"
                if isinstance(value, str) and value.startswith(ERRORS):
                    yield f"{place}: {value}"
                if cell.data_type == "f" and not isinstance(value, (int, float)):
                    yield f"{place}: a formula without a value"
                if cell.data_type in ("n", "d", "f") and value is not None and cell.number_format not in NUMBER_FORMATS:
                    yield f"{place}: number format {cell.number_format!r}"


def luminance(colour):
    parts = [part / 255 for part in bytes.fromhex(colour[-6:])]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear))


def contrast(one, other):
    light, dark = sorted((luminance(one) + 0.05, luminance(other) + 0.05), reverse=True)
    return light / dark


def looks(book):
    for sheet in book.sheets():
        fills = ["FFFFFF"]
        for rules in sheet.conditional_formatting:
            for rule in rules.rules:
                scale = rule.colorScale or rule.dataBar
                fills += [colour.rgb for colour in (scale.color if rule.colorScale else [scale.color])]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                if cell.font.size < SMALLEST_FONT:
                    yield f"{sheet.title}!{cell.coordinate}: font of {cell.font.size} points"
                fill = cell.fill.fgColor.rgb if cell.fill.patternType == "solid" else None
                ink = cell.font.color.rgb if cell.font.color and isinstance(cell.font.color.rgb, str) else "FF000000"
                for behind in [fill] if fill else (fills if isinstance(cell.value, (int, float)) else ["FFFFFF"]):
                    if contrast(ink, behind) < LEAST_CONTRAST:
                        yield f"{sheet.title}!{cell.coordinate}: {ink} on {behind}"


def contents(book):
    """Indhold leads to every sheet but itself and the cover, once, with words that say where."""
    sheet = book.formulas["Indhold"]
    targets = []
    for cell in sheet["A"]:
        if cell.hyperlink:
            target = re.fullmatch(r"'?(.*?)'?!A1", cell.hyperlink.location).group(1)
            targets.append(target)
            if cell.value != target:
                yield f"Indhold: {cell.value!r} leads to {target!r}"
    expected = [name for name in book.formulas.sheetnames if name not in FRONT[:2]]
    if targets != expected:
        yield f"Indhold leads to {targets}, the sheets are {expected}"


def pages(book):
    """Every page says whom it is for and which page it is."""
    for sheet in book.sheets():
        if not any(mark in (sheet.oddHeader.right.text or "") for mark in ("INTERN", PARTNERS_MARK)):
            yield f"{sheet.title}: no mark in the page header"
        if "&P" not in (sheet.oddFooter.right.text or ""):
            yield f"{sheet.title}: no page number"


def print_setup(book):
    for sheet in book.sheets():
        setup = sheet.page_setup
        if setup.orientation != "landscape" or setup.paperSize != 9:
            yield f"{sheet.title}: not landscape A4"
        if not sheet.sheet_properties.pageSetUpPr.fitToPage or setup.fitToHeight != 0 or setup.fitToWidth not in (1, None):
            yield f"{sheet.title}: not one page wide and any number high"
        if "INTERN" not in (sheet.oddHeader.right.text or ""):
            yield f"{sheet.title}: no INTERN in the page header"
        if "&P" not in (sheet.oddFooter.right.text or ""):
            yield f"{sheet.title}: no page number"
        if sheet.tables:
            first = book.table(sheet)[0]
            if sheet.print_title_rows not in (f"${first}:${first}", f"{first}:{first}"):
                yield f"{sheet.title}: repeats rows {sheet.print_title_rows}, the header is row {first}"


def properties(book):
    about = book.formulas.properties
    for name in ("title", "creator", "subject", "keywords", "created"):
        if not getattr(about, name):
            yield f"document property {name} is empty"
    if book.formulas.active is not book.sheets()[0]:
        yield "the first sheet is not the active one"
    if book.sheets()[0].sheet_view.selection[0].activeCell not in (None, "A1"):
        yield "the cursor of the first sheet is not in A1"


def relations(book, member):
    folder, name = member.rsplit("/", 1)
    path = f"{folder}/_rels/{name}.rels"
    if path not in book.archive.namelist():
        return []
    return [(posixpath.normpath(posixpath.join("/" + folder, element.get("Target"))).lstrip("/"),
             element.get("Type").rsplit("/", 1)[1]) for element in book.xml(path)]


def charts_of(book, position):
    """(alternative text, references) of each chart on the sheet at that position."""
    found = []
    for drawing, kind in relations(book, f"xl/worksheets/sheet{position + 1}.xml"):
        if kind != "drawing":
            continue
        alternatives = [element.get("descr") for element in book.xml(drawing).iter("{*}cNvPr")]
        members = [member for member, chart_kind in relations(book, drawing) if chart_kind == "chart"]
        for alternative, member in zip(alternatives, members):
            found.append((alternative, [element.text for element in book.xml(member).iter("{*}f")]))
    return found


def charts(book):
    """A chart stands alone on the sheets after its table's, or with small ones like it; it has alternative text, and refers to
    the table and the names of its bars only."""
    table = None
    for position, sheet in enumerate(book.sheets()):
        found = charts_of(book, position)
        if sheet.tables:
            table = sheet
        if not found:
            continue
        words = [cell.value for cell in sheet["A"]]
        small = "små diagrammer" in words[1]
        if sheet.tables or (len(found) != 1 and not small):
            yield f"{sheet.title}: {len(found)} charts, {len(sheet.tables)} tables"
        if f"»{sheet.title}«" not in table["A2"].value:
            yield f"{table.title}: does not name the chart on {sheet.title}"
        for alternative, references in found:
            told = any(alternative.partition(":")[0] in (line or "") for line in words) if small else alternative in words
            if not alternative or not told:
                yield f"{sheet.title}: alternative text {alternative!r} is not on the sheet in words"
            yield from chart_references(book, sheet, table, references, small)


REFERENCE = re.compile(r"'((?:[^']|'')+)'!((?:\$[A-Z]+\$\d+:?)+)")


def chart_references(book, sheet, table, references, small):
    first, last, columns = book.table(table)
    parts = [part for reference in references for part in REFERENCE.findall(reference)]
    if not parts:
        yield f"{sheet.title}: a chart without numbers"
    for name, cells_text in parts:
        left, top, right, bottom = range_boundaries(cells_text.replace("$", ""))
        if name == sheet.title:  # names of bars, below the chart
            right_place = left == right == 1 and top > 5 and all(sheet.cell(row, 1).value for row in range(top, bottom + 1))
        elif small:  # a row, and the header above it
            right_place = name == table.title and first <= top == bottom <= last and right <= columns
        else:
            empty = top == bottom == 1 and left == columns + 1  # stands for a value that does not exist
            right_place = name == table.title and (empty or (first < top <= bottom <= last and left == right <= columns))
        if not right_place:
            yield f"{sheet.title}: refers to {cells_text} of {name}, the table is rows {first}-{last} of {table.title}"


RULES = (whole_archive, front_sheets, sheet_names, nothing_hidden_or_merged, nothing_frozen_or_filtered, titles, tables,
         symbols_explained, notes, cells, looks, contents, print_setup, properties, charts)
# Books to work in have several tables on a sheet, filters, and blank cells where there is no value.
WORKING_RULES = (whole_archive, sheet_names, nothing_hidden_or_merged, titles_and_marks, cells, looks, pages, properties)


def faults(path, rules=RULES):
    """What is wrong with a published workbook, or by other rules, a sentence each."""
    book = Workbook(path)
    return [f"{rule.__name__}: {fault}" for rule in rules for fault in rule(book)]


RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def recalculated(path, folder):
    """The workbook as LibreOffice writes it after recalculating every formula; None without LibreOffice."""
    return next(iter(all_recalculated([path], folder) or []), None)


def all_recalculated(paths, folder):
    """The same of several workbooks whose names differ, in one go."""
    office = shutil.which("soffice")
    if not office:
        return None
    profile = pathlib.Path(folder) / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    target = pathlib.Path(folder) / "recalculated"
    subprocess.run([office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx",
                    "--outdir", target, *paths], check=True, capture_output=True, timeout=240)
    return [target / pathlib.Path(path).name for path in paths]


def formula_faults(path, other):
    """Formula cells whose carried value is not the one in the recalculated workbook; and how many there are."""
    book = Workbook(path)
    again = openpyxl.load_workbook(other, data_only=True)
    wrong, count = [], 0
    for sheet in book.sheets():
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                carried = book.values[sheet.title][cell.coordinate].value
                computed = again[sheet.title][cell.coordinate].value
                if not isinstance(computed, (int, float)) or abs(computed - carried) > TOLERANCE:
                    wrong.append(f"{sheet.title}!{cell.coordinate} {cell.value}: carries {carried}, is {computed}")
    return wrong, count


def main():
    status = 0
    for path in sys.argv[1:]:
        found = faults(path)
        with tempfile.TemporaryDirectory() as folder:
            other = recalculated(path, folder)
            if other:
                found += [f"formulas: {fault}" for fault in formula_faults(path, other)[0]]
        for fault in found:
            print(f"{path}: {fault}")
        status |= bool(found)
    return status


if __name__ == "__main__":
    sys.exit(main())
