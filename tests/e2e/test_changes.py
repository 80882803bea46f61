#!/usr/bin/python3
"""A rerun with corrected data tells what has changed: in the report on one page, in rettelser-<period>.xlsx in full."""

import decimal
import hashlib
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import check_pdf
import check_workbook
from program import SAMPLES, ProgramTest, parse_value, plain, read_figures, run, sha256, write_folder

BEFORE, AFTER = SAMPLES / "slagelse", SAMPLES / "slagelse-rettet"
SHEETS = ["Ændringer", "Nøgletal", "Rækker", "Rækker pr. nøgletal", "Mål", "Sætninger", "Uændret", "Revisioner",
          "Kørsel"]
REASON = "Et job fra december manglede"
# The small folder's report with more jobs each time.
JOB = "J{0};B{0};V1;fleksjob;01-{1:02}-2024;;12;unge\n"
MILLIONTH = decimal.Decimal("0.000001")


def pages(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return [plain(page) for page in text.split("\f")]


def words(text):
    """Without line breaks, and with one blank between words; words broken at a hyphen and shares are whole."""
    return re.sub(r"(\d)%", r"\1 %", re.sub(r"\s+", " ", re.sub(r"-\n\s*", "-", text)))


def moved(before, after):
    """The keys whose value or existence differs."""
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def lines_of(path):
    return path.read_bytes().splitlines()


class Story(unittest.TestCase):
    """The sample, and the same a month later."""

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)
        assert run("aar", "2024", "--data", BEFORE, "-o", cls.place).status == 0
        assert run("aar", "2024", "--data", AFTER, "-o", cls.place, "--begrundelse", REASON).status == 0
        cls.new, cls.old = cls.place / "aarsrapport-2024", cls.place / "aarsrapport-2024.version-1"
        cls.figures = [read_figures(folder / "noegletal-2024.csv") for folder in (cls.old, cls.new)]
        cls.book = check_workbook.Workbook(cls.new / "rettelser-2024.xlsx")
        cls.pages = pages(cls.new / "aarsrapport-2024.pdf")

    def records(self, sheet):
        headings, *rows = self.book.rows(sheet)
        return [dict(zip(headings, row)) for row in rows]

    def story(self):
        found = [page for page in self.pages if "Dette er version 2, der" in page]
        self.assertEqual(len(found), 1)
        return words(found[0])

    def test_the_first_version_tells_of_no_changes(self):
        self.assertFalse((self.old / "rettelser-2024.xlsx").exists())
        text = "".join(pages(self.old / "aarsrapport-2024.pdf"))
        self.assertNotIn("Ændringer siden seneste kørsel", text)

    def test_the_story_stands_on_one_page(self):
        page = self.story()
        for part in ("version 1 fra 12. januar 2026", f"Begrundelse: {REASON}.", "I data er 4 rækker ændret",
                     "i job-virksomheder.csv er 1 tilføjet",
                     "Målet »Mindst 30 job om året« er vendt fra ikke nået til nået: resultatet gik fra 29 til 30",
                     "Nye job 32 33 +1 3 % række 3", "3 job-virksomheder.csv 85 tilføjet",
                     "2 job-jobcenter.csv 199 rettet timer 10,0 7,5",
                     "Årsnormen på 30 job blev ikke nået", "Data er trukket den 16. februar 2026"):
            self.assertIn(part, page)
        at = next(index for index, text in enumerate(self.pages) if "Dette er version 2, der" in text)
        following = self.pages[at + 1]
        self.assertIn("Metode og data", following)

    def test_the_cover_says_version_date_and_reason(self):
        self.assertIn("Version 2, rettet den 16. februar 2026", self.pages[0])
        self.assertIn(f"Begrundelse: {REASON}", self.pages[0])

    def test_the_report_names_no_persons(self):
        self.assertNotIn("B00691", "".join(self.pages))
        report = check_workbook.Workbook(self.new / "aarsrapport-2024.xlsx")
        for sheet in report.sheets():
            for row in sheet.iter_rows(values_only=True):
                self.assertFalse(any("B00691" in str(cell) for cell in row))

    def test_the_report_is_as_accessible_as_without_the_section(self):
        self.assertEqual(check_workbook.faults(self.new / "aarsrapport-2024.xlsx"), [])
        self.assertEqual(dict(check_pdf.PdfCheck(self.new / "aarsrapport-2024.pdf").check()), {})

    def test_the_workbook_has_its_sheets(self):
        self.assertEqual([sheet.title for sheet in self.book.sheets()], SHEETS)

    def test_every_figure_that_moved_is_listed_with_its_values(self):
        before, after = self.figures
        keys = moved(before, after)
        listed = self.records("Nøgletal")
        self.assertEqual(len(listed), len(keys))
        self.assertEqual({row["Nøgle"] for row in listed}, {key[0] for key in keys})
        for row in listed:
            if row["Målgruppe"] or row["Kode"]:
                continue
            key = (row["Nøgle"], row["Periode"], row["Aftale"] or "", "", "")
            if before[key][1] in ("status", "dato"):
                continue
            for column, figures in (("Før", before), ("Nu", after)):
                self.assertEqual(decimal.Decimal(repr(row[column])).quantize(MILLIONTH),
                                 parse_value(figures[key][0]).quantize(MILLIONTH))

    def test_every_line_of_the_files_that_differs_is_listed(self):
        expected = set()
        for path in sorted(BEFORE.glob("*.csv")):
            old, new = lines_of(path), lines_of(AFTER / path.name)
            expected |= {(path.name, old.index(line) + 1, None) for line in old if line not in new}
            expected |= {(path.name, None, new.index(line) + 1) for line in new if line not in old}
        listed = set()
        for row in self.records("Rækker"):
            if row["Linje før"]:
                listed.add((row["Fil før"], row["Linje før"], None))
            if row["Linje nu"]:
                listed.add((row["Fil nu"], None, row["Linje nu"]))
        self.assertEqual(listed, expected)

    def test_the_row_that_came_late_is_there_with_the_goal_that_it_turned(self):
        late = [row for row in self.records("Rækker") if row["Hvad"] == "tilføjet"]
        self.assertEqual([row["Række"] for row in late], ["J0372"])
        goals = [row for row in self.records("Mål") if row["Vendt"] == "ja"]
        self.assertEqual([(row["Mål"], row["Resultat før"], row["Resultat nu"]) for row in goals],
                         [("Mindst 30 job om året", 29, 30)])

    def target(self, cell):
        """The row, as a dictionary of headings, that a cell's link leads to."""
        sheet, row = re.fullmatch(r"'(.+)'!A(\d+)", cell.hyperlink.location).groups()
        place = self.book.formulas[sheet]
        first, last, columns = self.book.table(place)
        self.assertTrue(first < int(row) <= last)
        headings = [check_workbook.MARKER.sub("", place.cell(first, column).value).strip()
                    for column in range(1, columns + 1)]
        return {heading: place.cell(int(row), column + 1) for column, heading in enumerate(headings)}

    def test_links_lead_from_figures_to_rows_and_back(self):
        sheet = self.book.formulas["Nøgletal"]
        first, last, columns = self.book.table(sheet)
        headings = [sheet.cell(first, column).value for column in range(1, columns + 1)]
        rows_column = headings.index("Rækker bag ændringen") + 1
        for row in range(first + 1, last + 1):
            cell = sheet.cell(row, rows_column)
            link = self.target(cell)
            back = self.target(link["Nøgletal"])
            self.assertEqual(back["Rækker bag ændringen"].row, row)
            changed = self.target(link["Rettet række nr."])
            self.assertEqual(str(changed["Nr."].value), link["Rettet række nr."].value)
            self.target(changed["Nøgletal, den flytter"])

    def test_what_moved_and_what_did_not_are_all_figures(self):
        kinds = self.records("Uændret")
        unchanged = sum(kind["Uændrede"] for kind in kinds)
        self.assertEqual(unchanged + sum(kind["Flyttede"] for kind in kinds), len(self.figures[0].keys() | self.figures[1].keys()))
        self.assertEqual(unchanged, len(self.figures[1].keys() - moved(*self.figures)))

    def test_the_run_names_every_input_with_its_checksums(self):
        sheet = self.book.values["Kørsel"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        changed = {row[0] for row in rows if row[3] == "ja" and row[4] and len(row[4]) == 64}
        self.assertEqual(changed, {path.name for path in BEFORE.iterdir()
                                   if path.is_file() and path.read_bytes() != (AFTER / path.name).read_bytes()})


class Versions(ProgramTest):
    def run_report(self, command, period):
        self.assert_outcome(run(command, period, "--data", self.data, "-o", self.output), 0)

    def versions(self, command="aar", period="2024", count=3):
        """Runs the small folder with one job more each time."""
        jobs = ""
        for number in range(count):
            write_folder(self.data, {"job.csv": "+" + jobs})
            self.run_report(command, period)
            jobs += JOB.format(number + 2, number + 2)

    def test_revisions_are_means_over_all_versions(self):
        self.versions(count=4)
        folders = [self.output / f"aarsrapport-2024{end}" for end in (".version-1", ".version-2", ".version-3", "")]
        values = [parse_value(read_figures(folder / "noegletal-2024.csv")[("job.nye", "2024", "", "", "")][0])
                  for folder in folders]
        self.assertEqual(values, [1, 2, 3, 4])
        headings, *rows = check_workbook.Workbook(folders[-1] / "rettelser-2024.xlsx").rows("Revisioner")
        jobs = dict(zip(headings, next(row for row in rows if row[0] == "Nye job")))
        self.assertEqual([jobs[f"Version {number}"] for number in (1, 2, 3, 4)], values)
        self.assertEqual((jobs["Middelrevision"], jobs["Gennemsnitlig absolut revision"]), (1, 1))

    def test_a_version_that_cannot_be_used_is_told_of(self):
        """The first one's figures are edited, the second one's manifest is broken, the third is deleted."""
        self.versions(count=4)
        folders = {number: self.output / f"aarsrapport-2024.version-{number}" for number in (1, 2, 3)}
        (folders[1] / "noegletal-2024.csv").write_bytes(b"x")
        (folders[2] / "koersel.json").write_bytes(b"{")
        shutil.rmtree(folders[3])
        write_folder(self.data)
        outcome = run("aar", "2024", "--data", self.data, "-o", self.output)
        self.assert_outcome(outcome, 0)
        first = "Filen noegletal-2024.csv er ændret, efter at rapporten blev skrevet."
        for said in (f"W505: Version 1 er ikke med, hvor rapporten viser tallene i alle versioner: {first}",
                     "W505: Version 2 er ikke med, hvor rapporten viser tallene i alle versioner: "
                     "Dens koersel.json kan ikke læses."):
            self.assertIn(said, outcome.stderr)
        self.assertEqual(outcome.stderr.count("W505:"), 2)
        book = check_workbook.Workbook(self.output / "aarsrapport-2024/rettelser-2024.xlsx")
        said = [str(cell) for sheet in book.sheets() if sheet.title == "Revisioner"
                for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        self.assertTrue(any("Nøgletal i de versioner af rapporten, der kan vises" in cell for cell in said))
        self.assertTrue(any(f"Version 1 er ikke med: {first} Version 2 er ikke med: Dens koersel" in cell for cell in said))
        self.assertEqual(book.rows("Revisioner")[0][:3], ["Nøgletal", "Version 4", "Version 5"])
        self.assert_outcome(run("efterproev", self.output / "aarsrapport-2024", "--data", self.data), 0)

    def versions_alike(self, count, edited):
        """So many versions with the same figures, but for those whose file of figures somebody has edited."""
        self.versions(count=1)
        newest = self.output / "aarsrapport-2024"
        manifest = (newest / "koersel.json").read_text("utf-8")
        for number in range(1, count + 1):
            folder = self.output / f"aarsrapport-2024.version-{number}" if number < count else newest
            if folder != newest:
                shutil.copytree(newest, folder)
            (folder / "koersel.json").write_text(manifest.replace('"version": 1,', f'"version": {number},'), "utf-8")
            if number in edited:
                (folder / "noegletal-2024.csv").write_bytes(b"x")
        write_folder(self.data, {"job.csv": "+" + JOB.format(2, 2)})

    def test_of_many_versions_the_newest_are_shown(self):
        self.versions_alike(30, {29, 27})
        outcome = run("aar", "2024", "--data", self.data, "-o", self.output)
        self.assert_outcome(outcome, 0)
        headings = check_workbook.Workbook(self.output / "aarsrapport-2024/rettelser-2024.xlsx").rows("Revisioner")[0]
        shown = [int(heading.split()[1]) for heading in headings if heading.startswith("Version ")]
        self.assertEqual(shown, [number for number in range(11, 32) if number not in (27, 29)])
        self.assertEqual(outcome.stderr.count("W505:"), 2)

    def test_of_many_versions_that_cannot_be_used_the_newest_are_told_of(self):
        self.versions_alike(30, set(range(1, 31)))
        outcome = run("aar", "2024", "--data", self.data, "-o", self.output)
        self.assert_outcome(outcome, 0)
        self.assertEqual(re.findall(r"W505: Version (\d+) ", outcome.stderr), [str(number) for number in range(30, 10, -1)])

    def test_the_half_year_has_the_short_form(self):
        self.versions("halvaar", "2024-2", 2)
        text = words("".join(pages(self.output / "halvaarsrapport-2024-2/halvaarsrapport-2024-2.pdf")))
        self.assertIn("Ændringer siden seneste kørsel", text)
        self.assertNotIn("Rækker i data, der er ændret", text)
        self.assertTrue((self.output / "halvaarsrapport-2024-2/rettelser-2024-2.xlsx").exists())

    def test_a_program_that_counts_otherwise_is_told_from_corrected_data(self):
        """The earlier program said that there were seven new jobs."""
        self.versions(count=1)
        report = self.output / "aarsrapport-2024"
        path = report / "noegletal-2024.csv"
        text = path.read_bytes().replace(b"job.nye;2024;;;;1;antal", b"job.nye;2024;;;;7;antal")
        manifest = report / "koersel.json"
        old, new = sha256(path).encode(), hashlib.sha256(text).hexdigest().encode()
        manifest.write_bytes(manifest.read_bytes().replace(old, new))
        path.write_bytes(text)
        write_folder(self.data, {"job.csv": "+" + JOB.format(2, 2)})
        self.run_report("aar", "2024")
        told = words("".join(pages(report / "aarsrapport-2024.pdf")))
        self.assertIn("Nye job 1 7 2 -5 -71 % række 1; programmet", told)
        self.assertIn("Programmet tæller 1 nøgletal anderledes end før, selv om data er de samme.", told)

    def test_reports_without_a_period_tell_of_their_changes_too(self):
        for command, file, line in (("effekt", "job.csv", 3), ("erfaring", "svar.csv", 3)):
            sample = SAMPLES / ("erfaring-17" if command == "erfaring" else command)
            data = self.folder / command
            shutil.copytree(sample, data)
            self.assert_outcome(run(command, "--data", data, "-o", self.output), 0)
            rows = (data / file).read_bytes().splitlines(keepends=True)
            (data / file).write_bytes(b"".join(rows[:line - 1] + rows[line:]))
            self.assert_outcome(run(command, "--data", data, "-o", self.output), 0)
            text = words("".join(pages(self.output / command / f"{command}.pdf")))
            self.assertIn(f"I data er 1 række ændret: i {file} er 1 fjernet.", text)
            self.assertNotIn("er fordelinger, som få rækker", text)
            book = check_workbook.Workbook(self.output / command / f"rettelser-{command}.xlsx")
            listed = {row[0] for row in book.rows("Nøgletal")[1:]}
            before, after = (read_figures(self.output / f"{command}{end}" / f"noegletal-{command}.csv")
                             for end in (".version-1", ""))
            self.assertEqual(listed, {key[0] for key in moved(before, after)})

    def test_the_answer_of_the_effect_comes_first_where_one_course_moves_it(self):
        data = self.folder / "effekt"
        shutil.copytree(SAMPLES / "effekt", data)
        self.assert_outcome(run("effekt", "--data", data, "-o", self.output, "--udelad-fejl"), 0)
        lines = (data / "forloeb.csv").read_bytes().splitlines(keepends=True)
        (data / "forloeb.csv").write_bytes(b"".join(lines[:5] + lines[6:]))
        outcome = run("effekt", "--data", data, "-o", self.output, "--udelad-fejl", "--tekst")
        self.assert_outcome(outcome, 0)
        told = outcome.stdout.split("Ændringer siden seneste kørsel\n=")[1]
        first = [told.find(f"\n{name}") for name in ("Netto (Forventet)", "Betalinger for resultater", "Afkast (Forventet)",
                                                     "Forløb (Forventet)")]
        self.assertNotIn(-1, first)
        self.assertEqual(first, sorted(first))

    def told_after(self, *more):
        """Of a run that must make a new version: what it tells of its changes, and what it says."""
        outcome = run("aar", "2024", "--data", self.data, "-o", self.output, *more)
        self.assert_outcome(outcome, 0)
        text = words("".join(pages(self.output / "aarsrapport-2024/aarsrapport-2024.pdf")))
        self.assertIn("Ingen nøgletal har flyttet sig", text)
        self.assert_outcome(run("efterproev", self.output / "aarsrapport-2024", "--data", self.data), 0)
        return text, outcome.stderr

    def test_a_version_in_which_no_figure_moved_says_why_it_was_made(self):
        jobs = JOB.format(2, 2) + JOB.format(3, 3)
        write_folder(self.data, {"job.csv": "+" + jobs})
        self.run_report("aar", "2024")
        path = self.data / "job.csv"
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join([*lines[:2], lines[3], lines[2]]))
        told, said = self.told_after()
        self.assertIn("I filen job.csv står de samme rækker i en anden rækkefølge.", told)
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        self.assertIn("Filen job.csv er skrevet på en anden måde, men de rækker, der tæller, er de samme.",
                      self.told_after()[0])
        path.rename(self.data / "job-2024.csv")
        self.assertIn("Filen job.csv hedder nu job-2024.csv.", self.told_after()[0])
        self.assertIn("Rapporten er lavet igen for begrundelsens skyld.", self.told_after("--begrundelse", "Nyt")[0])
        told, said = self.told_after("--begrundelse", "")
        self.assertIn("Version 5 havde en begrundelse; det har denne ikke.", told)
        self.assertNotIn("W506", said)
        (self.output / "aarsrapport-2024/noegletal-2024.csv").unlink()
        told, said = self.told_after()
        self.assertIn("Version 7 er lavet, fordi version 6 ikke er, som den blev skrevet: noegletal-2024.csv mangler.", told)
        self.assertIn("W505: Version 6 er ikke med", said)
        self.assertNotIn("W506", said)

    def test_a_row_that_was_left_out_is_told_from_one_that_is_new(self):
        bad = "J2;B2;V1;fleksjob;31-02-2024;;12;unge\n"
        write_folder(self.data, {"job.csv": "+" + bad + JOB.format(3, 3)})
        self.assert_outcome(run("aar", "2024", "--data", self.data, "-o", self.output, "--udelad-fejl"), 0)
        text = (self.data / "job.csv").read_text(encoding="utf-8")
        (self.data / "job.csv").write_text(text.replace("31-02", "28-02").replace("01-03", "31-04") + JOB.format(4, 4),
                                           encoding="utf-8")
        self.assert_outcome(run("aar", "2024", "--data", self.data, "-o", self.output, "--udelad-fejl"), 0)
        book = check_workbook.Workbook(self.output / "aarsrapport-2024/rettelser-2024.xlsx")
        headings, *rows = book.rows("Rækker")
        listed = [tuple(str(dict(zip(headings, row))[name] or "") for name in
                        ("Hvad", "Række", "Linje før", "Linje nu", "Kolonne", "Før")) for row in rows]
        self.assertEqual(listed, [("nu udeladt", "J3", "4", "4", "start", "2024-03-01 00:00:00"),
                                  ("var udeladt", "J2", "3", "3", "start", "31-02-2024 (E213)"),
                                  ("tilføjet", "J4", "", "5", "hele rækken", "")])
        now = dict(zip(headings, rows[0]))["Nu"]
        self.assertEqual(now, "31-04-2024 (E213)")

    def test_a_lost_column_a_row_in_another_file_a_setting_and_a_code_are_told(self):
        write_folder(self.data, {"job.csv": "+" + JOB.format(2, 2) + JOB.format(3, 3)})
        rows = (self.data / "job.csv").read_text("utf-8").splitlines()
        (self.data / "job.csv").write_text("\n".join([rows[0] + ";csr"] + [row + ";ja" for row in rows[1:]]), "utf-8")
        self.assert_outcome(run("aar", "2024", "--data", self.data, "-o", self.output), 0)
        (self.data / "job.csv").write_text("\n".join(rows[:-1]), "utf-8")
        (self.data / "job-2.csv").write_text("\n".join([rows[0], rows[-1].replace(";12;", ";12,25;")]), "utf-8")
        settings = (self.data / "rapport.ini").read_text("utf-8")
        line = settings.split("\n").index("fra = 2022") + 1
        (self.data / "rapport.ini").write_text(settings.replace("fra = 2022", "fra = 2021"), "utf-8")
        (self.data / "koder.csv").write_text("liste;kode;navn\naftaletype;samarbejdsaftale;Aftale\n", "utf-8")
        outcome = run("aar", "2024", "--data", self.data, "-o", self.output, "--tekst")
        self.assert_outcome(outcome, 0)
        told = words(outcome.stdout)
        self.assertIn(f"strategi.fra var 2022 og er nu 2021 (linje {line})", told)
        self.assertIn("Kolonnen csr er faldet bort i job.csv.", told)
        self.assertIn("for koden samarbejdsaftale i aftaletype var navn", told)
        self.assertIn("Rækker er flyttet mellem job.csv og andre filer.", told)
        self.assertIn("job.csv, nu job-2.csv 4, nu 2 rettet timer 12,0 12,25", told)
        self.assert_outcome(run("aar", "2024", "--data", self.data, "-o", self.output), 0)
        book = check_workbook.Workbook(self.output / "aarsrapport-2024/rettelser-2024.xlsx")
        said = [row for sheet in book.sheets() if sheet.title == "Kørsel" for row in sheet.iter_rows(values_only=True)]
        self.assertTrue(any(row[:9] == ("rapport.ini", line, line, "rettet", None, "strategi.fra", None, "2022", "2021")
                            for row in said))

    def test_a_version_that_nothing_explains_is_a_finding(self):
        """Only what the manifest says of the earlier run is another."""
        self.versions(count=1)
        manifest = self.output / "aarsrapport-2024/koersel.json"
        manifest.write_bytes(manifest.read_bytes().replace(b'"talt_med": 2', b'"talt_med": 1'))
        told, said = self.told_after()
        self.assertIn("Det vides ikke, hvorfor der er kommet en ny version", told)
        self.assertIn("W506: Det vides ikke, hvorfor der er kommet en ny version", said)

    def test_without_the_rows_of_the_earlier_run_its_figures_are_compared(self):
        self.versions(count=1)
        shutil.rmtree(self.output / ".tilstand")
        write_folder(self.data, {"job.csv": "+" + JOB.format(2, 2)})
        self.run_report("aar", "2024")
        text = words("".join(pages(self.output / "aarsrapport-2024/aarsrapport-2024.pdf")))
        self.assertIn("Rækkerne bag version 1 kan ikke vises: Dens data er ikke gemt i mappen .tilstand.", text)
        self.assertIn("Nye job 1 2 +1 100 %", text)

    def test_the_same_correction_gives_the_same_bytes(self):
        books = []
        for place in ("a", "b"):
            output = self.folder / place
            write_folder(self.data)
            run("aar", "2024", "--data", self.data, "-o", output)
            write_folder(self.data, {"job.csv": "+" + JOB.format(2, 2)})
            run("aar", "2024", "--data", self.data, "-o", output)
            books.append((output / "aarsrapport-2024/rettelser-2024.xlsx").read_bytes())
        self.assertEqual(*books)


if __name__ == "__main__":
    unittest.main()
