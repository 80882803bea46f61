#!/usr/bin/python3
"""The survey of the municipalities as its reader gets it: the counts of the source come out again in every output, and
each rule of who is asked, what is counted and what stops the run holds."""

import csv
import io
import pathlib
import re
import shutil
import subprocess
import unittest

import openpyxl

import check_workbook
from check_pdf import PdfCheck
from program import ROOT, SAMPLES, ProgramTest, names, read_figures, run, tree

SAMPLE = SAMPLES / "erfaring-17"
EVERY_KIND = ROOT / "tests" / "golden" / "survey-every-kind" / "data"
COUNTS = pathlib.Path(__file__).with_name("survey_counts.csv")   # what can be read in tables 2 to 14 of the source

KOMMUNER = "kommune;virksomheder;registrerede;spurgt\nA;3;1;\nB;;;ja\nC;2;;nej\n"
SPOERGSMAAL = ("spoergsmaal_id;tekst;type;skala;raekkefoelge\nQ1;Hvor meget?;skala;grad;2\nQ2;Hvor mange?;tal;;1\n"
               "Q3;Hvorfor?;tekst;;\n")
SVAR = "kommune;spoergsmaal_id;runde;svar\nA;Q1;start;lav\nB;Q1;start;\nA;Q1;slut;I høj grad\nB;Q1;slut;hoej\nA;Q2;slut;4\n" \
       "B;Q3;slut;En hemmelig begrundelse\n"
KODER = "liste;kode;navn\ngrad;lav;I lav grad\ngrad;hoej;I høj grad\n"
SMALL = {"kommuner.csv": KOMMUNER, "spoergsmaal.csv": SPOERGSMAAL, "svar.csv": SVAR, "koder.csv": KODER}


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))


def code_of(folder):
    """(question, Danish text) -> code."""
    scales = {row["spoergsmaal_id"]: row["skala"] for row in rows_of(folder / "spoergsmaal.csv")}
    return {(key, row["navn"]): row["kode"] for key, scale in scales.items()
            for row in rows_of(folder / "koder.csv") if row["liste"] == scale}


class SurveyTest(ProgramTest):
    def report(self, data, *more, status=0):
        return self.assert_outcome(run("erfaring", "--data", data, "-o", self.output, "--dato", "2015-12-01", *more), status)

    def figures(self, data, *more):
        self.report(data, *more)
        return {(key, period, code): value for (key, period, _, _, code), (value, _) in
                read_figures(self.output / "erfaring" / "noegletal-erfaring.csv").items()}

    def book(self):
        return openpyxl.load_workbook(self.output / "erfaring" / "erfaring.xlsx")

    def write(self, **changes):
        """SMALL with the files in `changes`: text, None for none, or +text at the end."""
        self.data.mkdir()
        for name, text in {**SMALL, **{f"{key}.csv": text for key, text in changes.items()}}.items():
            if text and text.startswith("+"):
                text = SMALL[name] + text[1:]
            if text is not None:
                (self.data / name).write_text(text, encoding="utf-8")
        return self.data


def tables_of(book):
    """title -> rows below the headings, as {heading: cell}; headings without their notes."""
    found = {}
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        header = next((i for i, row in enumerate(rows) if row and row[0] in ("Runde", "Spørgsmål", "Kommune", "Klynge", "Svar",
                                                                              "Tiltag")), None)
        if header is not None:
            heads = [re.sub(r" \[note \d+\]$", "", str(cell or "")) for cell in rows[header]]
            found[sheet.title] = [dict(zip(heads, row)) for row in rows[header + 1:] if row[0]]
    return found


class Sample(SurveyTest):
    def test_every_count_of_the_source_comes_out_again(self):
        figures, codes = self.figures(SAMPLE), code_of(SAMPLE)
        counts = rows_of(COUNTS)
        self.assertEqual(len(counts), 98)
        for row in counts:
            if row["svar"] != "I alt":
                code = codes[row["spoergsmaal"], row["svar"]]
                self.assertEqual(figures["survey.antal", row["runde"], f"{row['spoergsmaal']}:{code}"], row["antal"], row)

    def test_those_who_answered_and_those_who_did_not_are_all_seventeen(self):
        figures = self.figures(SAMPLE)
        asked = {(period, code) for key, period, code in figures if key == "survey.n" and period}
        self.assertEqual(len(asked), 18)
        for period, code in asked:
            self.assertEqual(int(figures["survey.n", period, code]) +
                             int(figures["survey.antal", period, f"{code}:ikke_besvaret"]), 17, code)
        for row in rows_of(COUNTS):
            if row["svar"] == "I alt" and row["spoergsmaal"] != "T10":
                self.assertEqual(figures["survey.n", row["runde"], row["spoergsmaal"]], row["antal"])

    def test_what_cannot_be_read_is_not_guessed(self):
        figures = self.figures(SAMPLE)
        self.assertEqual((figures["survey.n", "slut", "T10"], figures["survey.antal", "slut", "T10:ikke_besvaret"]), ("15", "2"))
        self.assertEqual(len([code for key, period, code in figures
                              if key == "survey.antal" and period == "slut" and code.startswith("T02:")]), 5)
        self.assertEqual({code: value for (key, _, code), value in figures.items() if key == "kommune.virksomheder"},
                         {"Kommune 03": "7", "Kommune 04": "7", "": "14"})
        self.assertEqual({code: value for (key, _, code), value in figures.items() if key == "kommune.oplyst"},
                         {"virksomheder": "2", "registrerede": "0", "nye": "0", "paa_vej": "1"})
        self.assertEqual(figures["kommune.paa_vej", "", ""], "13")
        self.assertEqual(figures["kommune.registrerede", "", ""], "")
        self.assertFalse([key for key in figures if key[0].startswith("tiltag.")])

    def test_the_places_of_the_two_clusters(self):
        figures = self.figures(SAMPLE)
        self.assertEqual({code: value for (key, _, code), value in figures.items() if key == "kommune.pladser"},
                         {"Klynge 1-2019": "9", "Klynge 2-2020": "9", "": "18"})

    def test_advice_before_and_after_stands_side_by_side(self):
        self.report(SAMPLE)
        table = next(rows for title, rows in tables_of(self.book()).items() if title.startswith("T12"))
        self.assertEqual([(row["Runde"], row["0 om måneden"], row["1-2 om måneden"], row["Har svaret (n)"]) for row in table
                          if row["Runde"] in ("Start", "Slut", "Ændring")],
                         [("Start", 6, 8, 17), ("Slut", 0, 12, 17), ("Ændring", -6, 4, "[z]")])

    def test_pdf_and_text_tell_what_has_moved_and_who_is_silent(self):
        self.report(SAMPLE)
        pdf = subprocess.run(["pdftotext", "-layout", self.output / "erfaring" / "erfaring.pdf", "-"], capture_output=True,
                             check=True).stdout.decode()
        text = " ".join(self.report(SAMPLE, "--tekst").stdout.split())
        for words in (" ".join(pdf.split()), text):
            self.assertIn("12 af 17 kommuner svarer »1-2 om måneden«, 4 flere", words.replace("\u00a0", " "))
            self.assertIn("2 af 17 kommuner har ikke svaret på »I hvor høj grad samarbejder kommunen", words.replace("\u00a0", " "))
            self.assertIn("2 af 17 oplyst", words.replace("\u00a0", " "))

    def test_answers_in_words_stand_in_the_report_and_never_among_the_figures(self):
        self.report(SAMPLE)
        words = [row["svar"] for row in rows_of(SAMPLE / "svar.csv") if row["spoergsmaal_id"] == "T15"]
        table = next(rows for title, rows in tables_of(self.book()).items() if title.startswith("T15"))
        self.assertEqual([row["Slut"] for row in table], words)
        figures = (self.output / "erfaring" / "noegletal-erfaring.csv").read_text(encoding="utf-8")
        self.assertFalse([text for text in words if text in figures])

    def test_the_folder_holds_the_report_the_figures_and_the_manifest_alone(self):
        self.report(SAMPLE)
        self.assertEqual(names(self.output), ["erfaring"])
        self.assertEqual(names(self.output / "erfaring"),
                         ["erfaring.pdf", "erfaring.xlsx", "koersel.json", "noegletal-erfaring.csv"])

    def test_a_second_run_changes_nothing(self):
        self.report(SAMPLE)
        before = tree(self.output)
        self.assertIn("Uændret siden version 1", self.report(SAMPLE).stderr)
        self.assertEqual(tree(self.output), before)

    def test_the_report_can_be_verified_and_made_again(self):
        self.report(SAMPLE)
        self.assert_outcome(run("efterproev", self.output / "erfaring", "--data", SAMPLE), 0)


class Form(SurveyTest):
    """The checkers of PDF and workbook find nothing, in the sample and in a survey of every kind of question."""

    def test_pdf_and_workbook_keep_every_rule(self):
        for data in (SAMPLE, EVERY_KIND):
            with self.subTest(data.parent.name):
                shutil.rmtree(self.output, ignore_errors=True)
                self.report(data)
                self.assertEqual(dict(PdfCheck(self.output / "erfaring" / "erfaring.pdf").check()), {})
                self.assertEqual(check_workbook.faults(self.output / "erfaring" / "erfaring.xlsx"), [])


class Tables(SurveyTest):
    def setUp(self):
        super().setUp()
        self.report(EVERY_KIND)
        self.tables = tables_of(self.book())

    def test_questions_on_one_list_stand_highest_first_and_those_without_answers_last(self):
        rows = self.tables["Skala grad"]
        order = list(dict.fromkeys(row["Spørgsmål"] for row in rows))
        self.assertEqual(order[-1], "Ingen svarede på skalaen?")
        last = {row["Spørgsmål"]: (row["I lav grad"] + 2 * row["I nogen grad"] + 3 * row["I høj grad"]) / row["Har svaret (n)"]
                for row in rows if row["Har svaret (n)"]}
        means = [last[text] for text in order[:-1]]
        self.assertEqual(means, sorted(means, reverse=True))
        self.assertEqual(len(order), 4)

    def test_steps_stand_in_the_order_of_their_list(self):
        heads = list(self.tables["Q2 Hvor tit_"][0])
        self.assertEqual(heads[1:4], ["I lav grad", "I nogen grad", "I høj grad"])

    def test_shares_stand_only_where_twenty_have_answered(self):
        shares = [(title, row["Runde"]) for title, rows in self.tables.items() for row in rows
                  if "andel" in str(row.get("Runde"))]
        self.assertEqual(shares, [("Q2 Hvor tit_", "Efter, andel"), ("Q1 Hvor meget_", "Før, andel")])

    def test_the_questions_of_a_group_share_a_table_by_type(self):
        groups = {title: [row.get("Spørgsmål") for row in rows] for title, rows in self.tables.items() if "Tal og skala" in title}
        self.assertEqual(len(groups), 2)
        self.assertIn("Hvor mange møder?", groups["Q4 Tal og skala"])

    def test_a_list_too_long_for_columns_has_its_answers_as_rows(self):
        rows = self.tables["Q8 Hvilken af mange_"]
        self.assertEqual([row["Svar"] for row in rows][:2], ["Kode et", "Kode to"])
        self.assertEqual([row["Svar"] for row in rows][-2:], ["Har svaret (n)", "Ikke besvaret"])

    def test_measures_are_a_matrix_of_symbols_and_words(self):
        rows = self.tables["Tiltag, kommuner"]
        self.assertEqual(len(rows), 21)
        self.assertEqual({cell for row in rows for head, cell in row.items() if head != "Kommune"},
                         {"● Ja", "◊ Delvist", "○ Nej", "– Ikke besvaret"})
        self.assertEqual({row["Orlov til iværksættere"] for row in rows}, {"– Ikke besvaret"})

    def test_answers_in_words_follow_the_municipalities(self):
        rows = self.tables["Q9 Sidste spørgsmål uden plads_"]
        self.assertEqual([row["Kommune"] for row in rows], [f"Kommune {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTU"])
        self.assertEqual(rows[0]["Efter"], "Kort")
        self.assertEqual(rows[3]["Efter"], "Ikke besvaret")

    def test_a_question_that_was_never_asked_is_said_to_be_so(self):
        text = self.report(EVERY_KIND, "--tekst").stdout
        self.assertIn("»Aldrig stillet?«: ikke stillet.", text)

    def test_charts_draw_the_steps_and_say_how_many_answered(self):
        sheet = next(sheet for sheet in self.book().worksheets if sheet.title == "Skala grad, diagram")
        chart = sheet._charts[0]
        self.assertEqual((chart.tagname, chart.grouping, len(chart.series)), ("barChart", "percentStacked", 3))


class Rules(SurveyTest):
    """The rules of the specification that no figure of the sample would show broken."""

    def found(self, data, *more):
        outcome = self.report(data, *more, status=1)
        return [line for line in outcome.stderr.splitlines() if line[:1] in "EWN" and line[1:4].isdigit()]

    def test_a_question_is_asked_in_a_round_by_any_row_also_an_empty_one(self):
        figures = self.figures(self.write(svar="kommune;spoergsmaal_id;runde;svar\nA;Q1;midtvejs;\n"))
        self.assertEqual((figures["survey.n", "midtvejs", "Q1"], figures["survey.antal", "midtvejs", "Q1:ikke_besvaret"]),
                         ("0", "2"))
        self.assertNotIn(("survey.n", "slut", "Q1"), figures)

    def test_those_who_have_no_row_in_an_asked_round_count_as_not_answered(self):
        figures = self.figures(self.write())
        self.assertEqual(figures["survey.antal", "slut", "Q2:ikke_besvaret"], "1")

    def test_a_municipality_that_was_not_asked_counts_among_the_enterprises_alone(self):
        figures = self.figures(self.write())
        self.assertEqual(figures["kommune.virksomheder", "", ""], "5")
        self.assertEqual(int(figures["survey.n", "slut", "Q1"]) + int(figures["survey.antal", "slut", "Q1:ikke_besvaret"]), 2)

    def test_one_no_is_enough_not_to_be_asked(self):
        found = self.found(self.write(kommuner="kommune;klynge;spurgt\nA;;\nB;Nord;ja\nB;Syd;nej\n"))
        self.assertEqual([line.split(":")[0] for line in found], ["E326 svar.csv"] * 3)

    def test_an_answer_from_somebody_who_was_not_asked_or_is_not_there_stops(self):
        found = self.found(self.write(svar="+C;Q1;slut;lav\nD;Q1;slut;lav\n"))
        self.assertEqual([line.split(" ")[0] for line in found], ["E326", "E302"])

    def test_a_measure_of_somebody_who_was_not_asked_stops(self):
        found = self.found(self.write(tiltag="kommune;tiltag;status\nC;orlov;ja\n"))
        self.assertEqual([line[:4] for line in found], ["E326"])

    def test_two_rows_for_one_municipality_question_and_round_stop_also_when_one_is_empty(self):
        found = self.found(self.write(svar="+A;Q2;slut;\n"))
        self.assertEqual([line[:4] for line in found], ["E301"])

    def test_a_code_twice_in_a_cell_stops(self):
        several = SPOERGSMAAL + "Q4;Hvilke?;flervalg;grad;\n"
        found = self.found(self.write(spoergsmaal=several, svar="+A;Q4;slut;lav|I lav grad\n"))
        self.assertEqual([line[:4] for line in found], ["E325"])

    def test_change_is_the_last_round_minus_the_first(self):
        figures = self.figures(self.write())
        self.assertEqual((figures["survey.aendring", "", "Q1:hoej"], figures["survey.aendring", "", "Q1:lav"]), ("2", "-1"))

    def test_without_rows_of_measures_there_are_no_figures_of_them(self):
        figures = self.figures(self.write(tiltag="kommune;tiltag;status\n"))
        self.assertFalse([key for key in figures if key[0] == "tiltag.antal"])

    def test_with_one_row_all_ten_measures_are_counted(self):
        figures = self.figures(self.write(tiltag="kommune;tiltag;status\nA;orlov;delvist\n"))
        counts = {code: value for (key, _, code), value in figures.items() if key == "tiltag.antal"}
        self.assertEqual(len(counts), 40)
        self.assertEqual((counts["orlov:delvist"], counts["orlov:ikke_besvaret"], counts["priser:ikke_besvaret"]), ("1", "1", "2"))

    def test_a_needed_file_that_is_missing_stops_and_names_the_report(self):
        for name in ("kommuner", "spoergsmaal", "svar", "koder"):
            with self.subTest(name):
                shutil.rmtree(self.data, ignore_errors=True)
                found = self.found(self.write(**{name: None}))
                self.assertIn(f"E101 {name}.csv: Filen mangler, og erfaringsopsamlingen kan ikke laves uden den.", found)

    def test_the_settings_can_be_missing_or_lack_what_other_reports_need(self):
        self.report(self.write())
        (self.data / "rapport.ini").write_text("[kommune]\nnavn = Prøveby\n", encoding="utf-8")
        self.assertIn("Prøveby Kommune", self.report(self.data, "--tekst").stdout)

    def test_faults_in_what_does_not_concern_it_do_not_stop_it(self):
        self.write()
        (self.data / "job.csv").write_text("hvad er dette\n", encoding="utf-8")
        (self.data / "tekster").mkdir()
        (self.data / "tekster" / "indledning.md").write_text("{{findes.ikke", encoding="utf-8")
        self.assertEqual(self.report(self.data).stderr, "")

    def test_faults_in_it_do_not_stop_the_yearly_report(self):
        shutil.copytree(SAMPLES / "slagelse", self.data)
        (self.data / "svar.csv").write_text("hvad er dette\n", encoding="utf-8")
        (self.data / "kommuner.csv").write_text("kommune;spurgt\nA;måske\n", encoding="utf-8")
        outcome = run("evaluering", "2024", "--data", self.data, "-o", self.output)
        self.assert_outcome(outcome, 0)
        self.assertNotRegex(outcome.stderr, "svar.csv|kommuner.csv")

    def test_left_out_rows_are_accounted_for_and_take_their_answers_with_them(self):
        data = self.write(kommuner=KOMMUNER.replace("B;;;ja", "B;1;4;ja"))
        self.report(data, status=1)
        figures = self.figures(data, "--udelad-fejl")
        self.assertEqual((figures["survey.n", "slut", "Q1"], figures["survey.antal", "slut", "Q1:ikke_besvaret"]), ("1", "0"))
        self.assertIn("4 rækker med fejl er udeladt", self.report(data, "--udelad-fejl", "--tekst").stdout)

    def test_it_takes_no_period_and_no_agreement(self):
        self.assert_outcome(run("erfaring", "2015", "--data", SAMPLE), 2)
        self.assert_outcome(run("erfaring", "--data", SAMPLE, "--aftale", "SA-01"), 2)

    def test_its_figures_are_no_goals_and_forklar_says_why(self):
        outcome = self.assert_outcome(run("forklar", "survey.n", "2015", "--data", SAMPLE), 2)
        self.assertIn("survey.n hører til en rapport uden periode", outcome.stderr)


if __name__ == "__main__":
    unittest.main()
