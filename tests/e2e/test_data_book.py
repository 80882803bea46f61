#!/usr/bin/python3
"""datagrundlag-<period>.xlsx: every row of the data, and for every figure which rows it counts."""

import math
import pathlib
import re
import shutil
import tempfile
import unittest

from openpyxl.utils.cell import range_boundaries

import check_workbook
from program import ROOT, SAMPLES, ProgramTest, parse_value, read_figures, run

DATA = SAMPLES / "slagelse"
REPORTS = {"aar": ("2024", "aarsrapport"), "halvaar": ("2024-1", "halvaarsrapport"), "evaluering": ("2024", "evaluering")}
# A column by its heading, and how the figure's value follows from what stands in it.
COLUMNS = {
    "forloeb.startede": ("Startede forløb", sum), "forloeb.igang_ultimo": ("I gang ved periodens slutning", sum),
    "forloeb.positive": ("Afsluttet med positivt udfald", sum), "forloeb.loennede_timer": ("Fik lønnede timer", sum),
    "forloeb.varighed": ("Varighed i dage, median", lambda values: middle(values)),
    "forloeb.timer_aendring": ("Ændring i timer pr. uge, gennemsnit", lambda values: sum(values) / len(values)),
    "forloeb.plan_andel": ("Andel med en plan", lambda values: sum(values) / len(values)),
    "forloeb.fastholdelse": ("Fastholdelse", lambda values: sum(values) / len(values)),
    "forloeb.opfoelgning_andel": ("Andel opfølgningsmøder holdt", lambda values: sum(values) / len(values)),
    "job.nye": ("Nye job", sum), "job.timer": ("Timer pr. uge i nye job", sum), "job.naeste": ("Borgerens næste job", sum),
    "virksomhed.aktive_ultimo": ("Virksomheder og initiativer", sum), "virksomhed.ansatte": ("Ansatte, talt med", sum),
    "aftale.aktive_ultimo": ("Aftaler ved periodens slutning", sum),
    "fundraising.ansoegt": ("Ansøgt beløb", sum), "fundraising.succesrate": ("Andel imødekommet",
                                                                              lambda values: sum(values) / len(values)),
    "proevehandling.igangsatte": ("Igangsatte prøvehandlinger", sum),
    "indkoeb.beloeb": ("Lokale indkøb, beløb", sum), "indkoeb.antal": ("Lokale indkøb, antal", sum),
}


# Before the sheets of rows.
FIRST_SHEETS = ("Nøgletal", "Opgørelse")


def middle(values):
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def columns_of(name):
    """The table's own columns, as the template has them."""
    header = (ROOT / "input-templates" / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    return header.split(";")


class DataBook(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)
        cls.books = {}
        for command, (period, folder) in REPORTS.items():
            assert run(command, period, "--data", DATA, "-o", cls.place).status == 0
            written = cls.place / f"{folder}-{period}"
            cls.books[command] = (check_workbook.Workbook(written / f"datagrundlag-{period}.xlsx"),
                                  read_figures(written / f"noegletal-{period}.csv"), period)

    def body(self, book, name):
        """Rows as dictionaries, without the total."""
        headings, *rows = book.rows(name)
        return [dict(zip(headings, row)) for row in rows]

    def total(self, book, name):
        sheet = book.values[name]
        headings = book.rows(name)[0]
        return dict(zip(headings, (cell.value for cell in sheet[sheet.max_row])))

    def test_it_holds_each_row_that_counts_once_and_no_other(self):
        book = self.books["aar"][0]
        for name in ("forloeb", "job", "opfoelgninger", "aftaler", "virksomheder", "indkoeb"):
            rows = self.body(book, name)
            places = [(row["Fil"], row["Linje"]) for row in rows]
            files = {path.name for path in DATA.glob(f"{name}*.csv")}
            own = len(columns_of(name)) + 2
            with self.subTest(table=name):
                self.assertTrue(rows)
                self.assertLessEqual({file for file, _ in places}, files)
                self.assertEqual(len(places), len(set(places)))
                for row in rows:
                    self.assertTrue(any(value is not None for value in list(row.values())[own:]), row)

    def test_the_value_of_a_figure_follows_from_its_column(self):
        book, figures, period = self.books["aar"]
        sheets = {name: self.body(book, name) for name in book.values.sheetnames if name not in FIRST_SHEETS}
        for noegle, (heading, value_of) in COLUMNS.items():
            rows = next(rows for rows in sheets.values() if heading in rows[0])
            values = [row[heading] for row in rows if row[heading] is not None]
            with self.subTest(noegle=noegle):
                self.assertTrue(values)
                expected = float(parse_value(figures[noegle, period, "", "", ""][0]))
                self.assertTrue(math.isclose(value_of(values), expected, abs_tol=1e-6), (value_of(values), expected))

    def test_the_list_of_figures_agrees_with_the_file_of_figures(self):
        for command, (book, figures, _) in self.books.items():
            seen = set()
            for row in self.body(book, "Nøgletal"):
                if row["Kode"] or row["Enhed"] in ("dato", "status"):
                    continue
                key = (row["Nøgle"], row["Periode"], row["Aftale"] or "", "", "")
                seen.add(key)
                expected = parse_value(figures[key][0])
                with self.subTest(command=command, key=key):
                    if expected is None:
                        self.assertIn(row["Værdi"], (None, ""))
                    else:
                        self.assertTrue(math.isclose(row["Værdi"], float(expected), abs_tol=1e-6))
                    if row["Heraf i tælleren"] is not None and row["Rækker"]:
                        self.assertTrue(math.isclose(row["Heraf i tælleren"] / row["Rækker"], float(expected), abs_tol=1e-6))
            self.assertGreater(len(seen), 40)

    def rows_led_to(self, book, link, code):
        """The cells that a link of the list of figures selects and that count: of a figure by code those of the code."""
        name, cells = re.fullmatch(r"'(.*)'!(.*)", link.location).groups()
        first_column, first, _, last = range_boundaries(cells)
        values = [book.values[name].cell(row, first_column).value for row in range(first, last + 1)]
        heading = book.values[name].cell(book.table(book.formulas[name])[0], first_column).value
        if heading.endswith(", kode"):
            return heading, [value for value in values if value and code in value.split("; ")]
        return heading, [value for value in values if value is not None]

    def test_every_figure_leads_to_its_rows(self):
        for command, (book, _, _) in self.books.items():
            sheet = book.formulas["Nøgletal"]
            headings = [cell.value for cell in sheet[3]]
            exact = 0
            for cells in sheet.iter_rows(min_row=4):
                row = dict(zip(headings, (cell.value for cell in cells)))
                link = cells[headings.index("Ark")].hyperlink
                # the use of places has an agreement's row too, and a goal's target stands in maal.csv alone
                if not row["Rækker"] or re.fullmatch(r"forloeb.pladser_udnyttelse|maal\..*\.maal", row["Nøgle"]):
                    continue
                with self.subTest(command=command, row=row):
                    self.assertIn(row["Ark"], book.formulas.sheetnames)
                    heading, values = self.rows_led_to(book, link, row["Kode"])
                    if heading == "Fil":    # no column says which rows they are: all rows of the agreement
                        self.assertGreaterEqual(len(values), row["Rækker"])
                        continue
                    share_by_code = row["Kode"] and row["Heraf i tælleren"] is not None
                    self.assertEqual(len(values), row["Heraf i tælleren"] if share_by_code else row["Rækker"])
                    exact += 1
            self.assertGreater(exact, 60, command)

    def test_an_agreement_has_its_rows_together(self):
        book = self.books["aar"][0]
        for name in ("forloeb", "job", "opfoelgninger"):
            agreements = [row.get("aftale_id") for row in self.body(book, name)]
            changes = [agreement for agreement, before in zip(agreements, [None, *agreements]) if agreement != before]
            if "aftale_id" in self.body(book, name)[0]:
                self.assertEqual(len(changes), len(set(changes)), name)

    def test_every_number_of_the_report_that_is_a_figure_leads_to_it(self):
        for command, (book, figures, period) in self.books.items():
            report = check_workbook.Workbook(next(book.path.parent.glob(f"{REPORTS[command][1]}-*.xlsx")))
            keys = [row[0].value for row in book.values["Opgørelse"].iter_rows(min_col=4, max_col=4)]
            linked = exact = 0
            for sheet in report.formulas:
                for cell in (cell for cells in sheet.iter_rows() for cell in cells if cell.hyperlink):
                    if cell.hyperlink.target != book.path.name or not cell.hyperlink.location:
                        continue
                    self.assertIn(cell.data_type, ("n", "f"), "a number stays a number")
                    self.assertEqual(cell.hyperlink.tooltip, "Rækkerne bag tallet")
                    name, row = re.fullmatch(r"'(.*)'!A(\d+)", cell.hyperlink.location).groups()
                    value = report.values[sheet.title].cell(cell.row, cell.column).value
                    linked += 1
                    if name == "Opgørelse":
                        self.assertTrue(keys[int(row) - 1])
                        continue
                    listed = book.values[name].cell(int(row), 6).value
                    exact += isinstance(listed, (int, float)) and math.isclose(listed, value, abs_tol=1e-6)
            with self.subTest(command=command):
                self.assertGreater(linked, 100)
                self.assertGreater(exact, 30)

    def test_an_evaluation_shows_the_courses_of_the_year_before_and_those_so_far(self):
        book, figures, _ = self.books["evaluering"]
        total = self.total(book, "forloeb")
        self.assertEqual(total["Startede forløb (2023)"],
                         int(figures["forloeb.startede", "2023", "", "", ""][0]))
        so_far = sum(int(value) for key, (value, _) in figures.items() if key[0] == "forloeb.afsluttede_ialt")
        self.assertEqual(total["Afsluttede forløb i alt"], so_far)

    def test_totals_are_live_and_filters_and_headers_are_there(self):
        book = self.books["aar"][0]
        for name in book.values.sheetnames:
            sheet = book.formulas[name]
            self.assertEqual(book.table(sheet)[1:], (sheet.max_row - (name not in FIRST_SHEETS), sheet.max_column), name)
            self.assertIsNotNone(sheet.freeze_panes, name)
            self.assertIn("INTERN", [sheet.cell(row, 1).value for row in range(1, 6)], name)
        sheet = book.formulas["forloeb"]
        formulas = [cell.value for cell in sheet[sheet.max_row] if cell.data_type == "f"]
        self.assertGreater(len(formulas), 8)
        for formula in formulas:
            self.assertRegex(formula, r"^=SUM\(([A-Z]+)\d+:\1\d+\)$")

    def test_the_formulas_carry_the_values_that_they_give(self):
        paths = {book.path.parent.name: book.path for book, _, _ in self.books.values()}
        with tempfile.TemporaryDirectory() as place:
            copies = [shutil.copy(path, f"{place}/{name}.xlsx") for name, path in paths.items()]
            again = check_workbook.all_recalculated(copies, place)
            if again is None:
                self.skipTest("LibreOffice is not installed")
            for copy, other in zip(copies, again):
                wrong, count = check_workbook.formula_faults(copy, other)
                self.assertEqual(wrong, [])
                self.assertGreater(count, 10)

    def test_a_partner_does_not_get_it(self):
        self.assert_outcome(run("aar", "2024", "--aftale", "SA-01", "--data", DATA, "-o", self.output), 0)
        self.assertEqual(list(self.output.glob("*/datagrundlag*")), [])


if __name__ == "__main__":
    unittest.main()
