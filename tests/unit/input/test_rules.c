#include "read_fixture.h"
#include "record_text.h"

static struct fixture f;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_free(&f);
    return 0;
}

static const char ENTERPRISES[] =
    "virksomhed_id;navn;type;status;start;slut;bundlinje_social;bundlinje_lokal;bundlinje_oekonomisk;ansatte;"
    "ansatte_kant\n";
static const char AGREEMENTS[] = "aftale_id;navn;virksomhed_id;type;start;slut\n";
static const char COURSES[] =
    "forloeb_id;borger_id;aftale_id;maalgruppe;start;slut;trin_start;trin_slut;timer_start;"
    "timer_slut;plan;ejerskab;udfald;aarsag\n";
static const char JOBS[] = "job_id;borger_id;virksomhed_id;aftale_id;jobtype;start;slut;timer;maalgruppe\n";
static const char FOLLOW_UPS[] = "forloeb_id;dato;moede_holdt;status\n";
static const char AGREEMENT_STATUSES[] = "periode;aftale_id;status;statustekst\n";
static const char EVALUATIONS[] = "aftale_id;aar;spoergsmaal;svar;bemaerkning\n";
static const char EFFORT_STATUSES[] = "periode;indsats;status;statustekst\n";
static const char RECOMMENDATIONS[] = "aar;nr;tekst;status\n";
static const char APPLICATIONS[] = "ansoegning_id;giver;projekt;indsendt;afgjort;ansoegt;bevilget;model\n";
static const char TRIALS[] = "id;titel;start;slut;status\n";
static const char PURCHASES[] = "dato;virksomhed_id;forvaltning;beloeb\n";
static const char READINGS[] = "forloeb_id;dato;indikator;vaerdi\n";

static void read_rows(enum table_id table, const char *header, const char *rows)
{
    read_bytes(&f, table, sv_format(&f.arena, "%s%s", header, rows));
}

static void read_enterprises(const char *rows)
{
    read_rows(TABLE_ENTERPRISES, ENTERPRISES, rows);
}

static void read_agreements(const char *rows)
{
    read_rows(TABLE_AGREEMENTS, AGREEMENTS, rows);
}

static void read_courses(const char *rows)
{
    read_rows(TABLE_COURSES, COURSES, rows);
}

static const char *apply(bool leave_out)
{
    rules_apply(&f.data, &f.diag, leave_out);
    for (size_t i = 0; i < f.data.file_count; i++) {
        const struct input_file *file = &f.data.files[i];
        assert_int_equal(file->rows, file->counted + file->left_out + file->empty);
    }
    return codes_found(&f);
}

static void references_become_rows(void **state)
{
    (void)state;
    read_enterprises(
        "V2;B;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\nV1;A;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n");
    read_agreements("A1;Aftale;V1;partnerskab;01-01-2020;\n");
    read_courses("F1;B1;A1;unge;01-02-2024;;;;;;;;;\n");
    assert_string_equal(apply(false), "");
    assert_int_equal(agreements(&f.data)[0].enterprise, 1);
    assert_int_equal(courses(&f.data)[0].agreement, 0);
}

static void a_reference_to_nothing_is_an_error(void **state)
{
    (void)state;
    read_agreements("A1;Aftale;V9;partnerskab;01-01-2020;\n");
    read_enterprises("V1;A;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n");
    assert_string_equal(apply(false), "E302:2");
    assert_int_equal(row_count(&f.data, TABLE_AGREEMENTS), 0);
}

static void rows_that_are_left_out_stand_after_the_others(void **state)
{
    (void)state;
    read_agreements(
        "A1;En;V1;partnerskab;01-13-2020;\nA2;To;V1;partnerskab;01-01-2020;\nA3;Tre;V1;ukendt;01-01-2020;\n"
        "A4;Fire;V1;partnerskab;01-01-2020;\n");
    read_courses("F1;B1;A3;unge;01-02-2024;;;;;;;;;\n");
    apply(true);
    const uint32_t lines[] = {3, 5, 2, 4};
    assert_int_equal(row_count(&f.data, TABLE_AGREEMENTS), 2);
    assert_int_equal(f.data.tables[TABLE_AGREEMENTS].left_out, 2);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(agreements(&f.data)[i].source.line, lines[i]);
    const struct column *agreement = &table_schema(TABLE_COURSES)->columns[2];
    assert_string_equal(agreement->name, "aftale_id");
    assert_true(sv_is(record_text(&f.data, TABLE_COURSES, 0, agreement, &f.arena), "A3"));
}

static void references_to_a_table_that_is_not_there_get_one_note(void **state)
{
    (void)state;
    read_agreements("A1;Aftale;V9;partnerskab;01-01-2020;\nA2;Aftale;V8;partnerskab;01-01-2020;\n");
    assert_string_equal(apply(true), "N322:0");
    assert_int_equal(row_count(&f.data, TABLE_AGREEMENTS), 2);
    assert_int_equal(agreements(&f.data)[0].enterprise, ROW_NONE);
}

static void references_to_a_table_that_cannot_be_read_are_not_checked(void **state)
{
    (void)state;
    read_table(&f, TABLE_ENTERPRISES, "fejl i systemet\n");
    read_agreements("A1;Aftale;V9;partnerskab;01-01-2020;\n");
    assert_string_equal(apply(false), "E108:1");
}

static void rows_that_share_a_key_are_all_left_out(void **state)
{
    (void)state;
    read_enterprises(
        "V1;A;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\nV2;B;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n"
        "V1;C;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\nV1;D;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n");
    assert_string_equal(apply(true), "E301:4 E301:5");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].details[0]), "2");
    assert_int_equal(row_count(&f.data, TABLE_ENTERPRISES), 1);
    assert_string_equal(sv_text(&f.arena, enterprises(&f.data)[0].name), "B");
}

static void keys_are_unique_across_the_files_of_a_table(void **state)
{
    (void)state;
    read_enterprises("V1;A;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n");
    read_enterprises("V1;B;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n");
    assert_string_equal(apply(false), "E301:2");
    assert_int_equal(f.data.files[0].left_out, 1);
    assert_int_equal(f.data.files[1].left_out, 1);
}

static void rows_that_agree_in_all_parts_of_a_key_are_duplicates(void **state)
{
    (void)state;
    read_agreements("A1;X;V1;partnerskab;01-01-2020;\nA2;Y;V1;partnerskab;01-01-2020;\n");
    read_rows(TABLE_AGREEMENT_STATUSES, AGREEMENT_STATUSES,
              "2024;A1;groen;a\n2024;A2;groen;b\n2024-1;A1;groen;c\n2025;A1;groen;d\n2024;A1;roed;e\n"
              "2024;A1;roed;f\n");
    assert_string_equal(apply(true), "E301:6 E301:7 N322:0");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].value), "2024, A1");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].details[0]), "2");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].details[1]), "aftalestatus.csv");
    assert_int_equal(row_count(&f.data, TABLE_AGREEMENT_STATUSES), 3);
    assert_string_equal(sv_text(&f.arena, agreement_statuses(&f.data)[0].text), "b");
    assert_int_equal(agreement_statuses(&f.data)[1].agreement, 0);
    assert_int_equal(agreement_statuses(&f.data)[1].period, 20241);
}

static void keys_of_codes_are_compared_by_code_and_those_of_numbers_by_number(void **state)
{
    (void)state;
    read_rows(TABLE_EFFORT_STATUSES, EFFORT_STATUSES,
              "2024-2;lokale_indkoeb;gul;a\n2024-2;csr;gul;b\n2024-2;Lokale indkøb;gul;c\n");
    read_rows(TABLE_RECOMMENDATIONS, RECOMMENDATIONS,
              "2024;1;a;stillet\n2024;2;b;stillet\n2023;1;c;stillet\n2024;02;d;stillet\n");
    assert_string_equal(apply(false), "E301:5 E301:4");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].value), "2024, 2");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].value), "2024-2, lokale_indkoeb");
    assert_int_equal(f.diag.findings[1].place.column, 1);
}

static void a_long_number_in_a_key_is_not_shown_as_ten_bare_digits(void **state)
{
    (void)state;
    read_rows(TABLE_RECOMMENDATIONS, RECOMMENDATIONS,
              "2024;1.010.701.234;a;stillet\n2024;1.010.701.234;b;stillet\n");
    assert_string_equal(apply(false), "E301:3");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].value), "2024, 1.010.701.234");
}

static void keys_of_several_columns_are_unique_across_the_files_of_a_table(void **state)
{
    (void)state;
    read_rows(TABLE_RECOMMENDATIONS, RECOMMENDATIONS, "2024;1;a;stillet\n");
    read_rows(TABLE_RECOMMENDATIONS, RECOMMENDATIONS, "2024;2;b;stillet\n2024;1;c;stillet\n");
    assert_string_equal(apply(true), "E301:3");
    assert_int_equal(f.data.files[0].left_out, 1);
    assert_int_equal(f.data.files[1].left_out, 1);
    assert_int_equal(recommendations(&f.data)[0].number, 2);
}

static void a_row_that_lacks_a_part_of_its_key_is_nobodys_duplicate(void **state)
{
    (void)state;
    read_rows(TABLE_RECOMMENDATIONS, RECOMMENDATIONS,
              ";1;a;stillet\n;1;b;stillet\n2024;x;c;stillet\n2024;x;d;stillet\n");
    read_rows(TABLE_EFFORT_STATUSES, EFFORT_STATUSES, "2024;ukendt;gul;a\n2024;ukendt;gul;b\n");
    assert_string_equal(apply(false), "E201:2 E201:3 E202:4 E202:5 E222:2 E222:3");
}

static void answers_to_one_question_may_be_many(void **state)
{
    (void)state;
    read_rows(TABLE_EVALUATIONS, EVALUATIONS, "A1;2024;plan;4;\nA1;2024;plan;4;\n");
    assert_string_equal(apply(false), "N322:0");
    assert_int_equal(row_count(&f.data, TABLE_EVALUATIONS), 2);
}

static void leaving_out_spreads_to_all_that_refer(void **state)
{
    (void)state;
    read_enterprises(
        "V1;A;virksomhed;aktiv;01-01-20;;ja;ja;ja;;\nV2;B;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n");
    read_agreements("A1;X;V1;partnerskab;01-01-2020;\nA2;Y;V2;partnerskab;01-01-2020;\n");
    read_courses("F1;B1;A1;unge;01-02-2024;;;;;;;;;\nF2;B2;A2;unge;01-02-2024;;;;;;;;;\n");
    read_rows(TABLE_JOBS, JOBS,
              "J1;B1;V2;A1;smaajob;01-02-2024;;5;unge\nJ2;B2;V2;;smaajob;01-02-2024;;5;unge\n");
    read_rows(TABLE_FOLLOW_UPS, FOLLOW_UPS, "F1;01-03-2024;ja;\nF2;01-03-2024;ja;\n");
    assert_string_equal(apply(true), "E303:2 E303:2 E303:2 E303:2 E212:2");
    assert_int_equal(row_count(&f.data, TABLE_COURSES), 1);
    assert_int_equal(row_count(&f.data, TABLE_JOBS), 1);
    assert_int_equal(row_count(&f.data, TABLE_FOLLOW_UPS), 1);
    assert_int_equal(courses(&f.data)[0].agreement, 0);
    assert_int_equal(follow_ups(&f.data)[0].course, 0);
}

static void leaving_out_spreads_to_answers_readings_statuses_and_purchases(void **state)
{
    (void)state;
    read_enterprises(
        "V1;A;virksomhed;aktiv;01-01-20;;ja;ja;ja;;\nV2;B;virksomhed;aktiv;01-01-2020;;ja;ja;ja;;\n");
    read_agreements("A1;X;V1;partnerskab;01-01-2020;\nA2;Y;V2;partnerskab;01-01-2020;\n");
    read_courses("F1;B1;A1;unge;01-02-2024;;;;;;;;;\nF2;B2;A2;unge;01-02-2024;;;;;;;;;\n");
    read_rows(TABLE_EVALUATIONS, EVALUATIONS, "A1;2024;plan;4;\nA2;2024;plan;4;\n");
    read_rows(TABLE_READINGS, READINGS, "F1;01-03-2024;robusthed;3\nF2;01-03-2024;robusthed;3\n");
    read_rows(TABLE_AGREEMENT_STATUSES, AGREEMENT_STATUSES, "2024;A1;gul;a\n2024;A2;gul;b\n");
    read_rows(TABLE_PURCHASES, PURCHASES, "01-03-2024;V1;Kultur;5\n01-03-2024;V2;Kultur;5\n");
    assert_string_equal(apply(true), "E303:2 E303:2 E303:2 E303:2 E303:2 E303:2 E212:2");
    assert_int_equal(row_count(&f.data, TABLE_EVALUATIONS), 1);
    assert_int_equal(row_count(&f.data, TABLE_READINGS), 1);
    assert_int_equal(row_count(&f.data, TABLE_AGREEMENT_STATUSES), 1);
    assert_int_equal(row_count(&f.data, TABLE_PURCHASES), 1);
    assert_int_equal(evaluations(&f.data)[0].agreement, 0);
    assert_int_equal(readings(&f.data)[0].course, 0);
}

static void without_leaving_out_only_the_cause_is_told(void **state)
{
    (void)state;
    read_enterprises("V1;A;virksomhed;aktiv;01-01-20;;ja;ja;ja;;\n");
    read_agreements("A1;X;V1;partnerskab;01-01-2020;\n");
    assert_string_equal(apply(false), "E212:2");
}

static void an_end_lies_not_before_its_start(void **state)
{
    (void)state;
    read_enterprises("V1;A;virksomhed;lukket;02-01-2020;01-01-2020;ja;ja;ja;;\n"
                     "V2;B;virksomhed;lukket;02-01-2020;02-01-2020;ja;ja;ja;;\n");
    assert_string_equal(apply(false), "E304:2");
}

static void enterprises_agree_with_their_status(void **state)
{
    (void)state;
    f.data.settings.extract_date = day_from_date(2024, 6, 1);
    read_enterprises(
        "V1;A;virksomhed;aktiv;;;ja;ja;ja;;\nV2;B;virksomhed;lukket;01-01-2020;;ja;ja;ja;;\n"
        "V3;C;virksomhed;paa_vej;31-05-2024;;ja;ja;ja;;\nV4;D;virksomhed;paa_vej;01-06-2024;;ja;ja;ja;;\n"
        "V5;E;virksomhed;paa_vej;;;ja;ja;ja;;\nV6;F;virksomhed;aktiv;01-01-2020;;ja;ja;ja;4;5\n"
        "V7;G;virksomhed;aktiv;01-01-2020;;ja;ja;ja;5;5\n");
    assert_string_equal(apply(false), "E308:2 W309:3 W310:4 E307:7");
}

static void outcomes_belong_to_courses_that_are_closed(void **state)
{
    (void)state;
    read_agreements("A1;X;V1;partnerskab;01-01-2020;\n");
    read_courses("F1;B1;A1;unge;01-02-2024;01-03-2024;;;;;;;;\nF2;B2;A1;unge;01-02-2024;;;;;;;;fleksjob;\n");
    assert_string_equal(apply(false), "W305:2 W306:3 N322:0");
    assert_int_equal(courses(&f.data)[1].outcome, CODE_NONE);
    assert_int_equal(row_count(&f.data, TABLE_COURSES), 2);
}

static void a_course_planned_to_end_after_the_extract_needs_no_outcome_yet(void **state)
{
    (void)state;
    f.data.settings.extract_date = day_from_date(2024, 3, 31);
    read_agreements("A1;X;V1;partnerskab;01-01-2020;\n");
    read_courses(
        "F1;B1;A1;unge;01-02-2024;31-03-2024;;;;;;;;\nF2;B2;A1;unge;01-02-2024;01-04-2024;;;;;;;;\n");
    assert_string_equal(apply(false), "W305:2 N322:0");
}

static void courses_and_jobs_lie_within_what_they_belong_to(void **state)
{
    (void)state;
    read_enterprises("V1;A;virksomhed;lukket;01-01-2020;31-12-2023;ja;ja;ja;;\n");
    read_agreements("A1;X;V1;partnerskab;01-01-2022;31-12-2022;\n");
    read_courses("F1;B1;A1;unge;31-12-2021;;;;;;;;;\nF2;B2;A1;unge;01-01-2022;01-01-2023;;;;;;;uoplyst;\n"
                 "F3;B3;A1;unge;01-01-2022;31-12-2022;;;;;;;uoplyst;\n");
    read_rows(TABLE_JOBS, JOBS,
              "J1;B1;V1;;smaajob;01-01-2024;;5;unge\nJ2;B2;V1;;smaajob;31-12-2023;;5;unge\n");
    assert_string_equal(apply(false), "W312:2 W312:3 W311:2");
    assert_int_equal(f.diag.findings[0].place.column, 5);
    assert_int_equal(f.diag.findings[1].place.column, 6);
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].details[1]), "01-01-2022–31-12-2022");
}

static void purchases_lie_within_the_life_of_the_enterprise(void **state)
{
    (void)state;
    read_enterprises("V1;A;virksomhed;lukket;01-01-2020;31-12-2023;ja;ja;ja;;\n");
    read_rows(
        TABLE_PURCHASES, PURCHASES,
        "31-12-2019;V1;Kultur;5\n01-01-2020;V1;Kultur;5\n31-12-2023;V1;Kultur;5\n01-01-2024;V1;Kultur;5\n");
    assert_string_equal(apply(false), "W313:2 W313:5");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].value), "31-12-2019");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].details[0]), "V1");
    assert_int_equal(row_count(&f.data, TABLE_PURCHASES), 4);
}

static void a_grant_has_a_decision_and_a_decision_follows_its_application(void **state)
{
    (void)state;
    read_rows(TABLE_APPLICATIONS, APPLICATIONS,
              "N1;Fond;P;01-02-2024;31-01-2024;100;100;egen\nN2;Fond;P;01-02-2024;01-02-2024;100;100;egen\n"
              "N3;Fond;P;01-02-2024;;100.000;12.500,50;egen\nN4;Fond;P;01-02-2024;;100;0;egen\n"
              "N5;Fond;P;01-02-2024;;100;;egen\nN6;Fond;P;01-02-2024;01-03-2024;100;200;egen\n");
    assert_string_equal(apply(true), "E314:2 W315:4");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].value), "12.500,50");
    assert_int_equal(row_count(&f.data, TABLE_APPLICATIONS), 5);
}

static void an_evaluation_has_an_answer_or_a_remark(void **state)
{
    (void)state;
    read_rows(TABLE_EVALUATIONS, EVALUATIONS,
              "A1;2024;plan;;\nA1;2024;plan;4;\nA1;2024;plan;;Godt\nA1;2024;plan;6;\n");
    assert_string_equal(apply(true), "N322:0 E316:2 E230:5");
    assert_int_equal(row_count(&f.data, TABLE_EVALUATIONS), 2);
}

static void a_trial_ends_not_before_it_starts(void **state)
{
    (void)state;
    read_rows(TABLE_TRIALS, TRIALS,
              "P1;a;02-01-2024;01-01-2024;i_gang\nP2;b;02-01-2024;02-01-2024;i_gang\nP3;c;02-01-2024;;ide\n");
    assert_string_equal(apply(false), "E304:2");
}

static void goals_have_years_ranges_and_figures_that_make_sense(void **state)
{
    (void)state;
    read_table(&f, TABLE_GOALS,
               "maal_id;navn;type;noegle;maal;maal_til;fra_aar;til_aar\n"
               "M1;a;aarlig;job.nye;2;3;2022;2025\nM2;b;slut;job.nye;3;2;2022;2025\n"
               "M3;c;slut;job.nye;3;;2025;2022\nM4;d;slut;;3;;2022;2025\nM5;e;milepael;;;;2022;2025\n");
    assert_string_equal(apply(false), "E424:3 E423:4 E426:5");
}

static void codes_are_used_while_they_are_valid(void **state)
{
    struct code_list *list = code_list_named(&f.data.codes, sv_of("udfald"));
    (void)state;
    list->codes[0].valid_from = day_from_date(2024, 3, 1);
    read_agreements("A1;X;V1;partnerskab;01-01-2020;\n");
    read_courses("F1;B1;A1;unge;01-02-2024;01-03-2024;;;;;;;uddannelse;\n"
                 "F2;B2;A1;unge;01-02-2024;29-02-2024;;;;;;;uddannelse;\n");
    assert_string_equal(apply(false), "W223:3 N322:0");
}

static void codes_of_rows_about_a_period_are_valid_in_some_of_it(void **state)
{
    struct code_list *efforts = code_list_named(&f.data.codes, sv_of("indsats"));
    struct code_list *questions = code_list_named(&f.data.codes, sv_of("evalueringsspoergsmaal"));
    struct code_list *outcomes = code_list_named(&f.data.codes, sv_of("anbefalingsstatus"));
    (void)state;
    efforts->codes[0].valid_to = day_from_date(2024, 6, 30);
    questions->codes[1].valid_from = day_from_date(2024, 12, 31);
    outcomes->codes[0].valid_to = day_from_date(2023, 12, 31);
    read_rows(TABLE_EFFORT_STATUSES, EFFORT_STATUSES, "2024;csr;gul;a\n2024-1;csr;gul;b\n2024-2;csr;gul;c\n");
    read_rows(TABLE_EVALUATIONS, EVALUATIONS, "A1;2023;plan;4;\nA1;2024;plan;4;\n");
    read_rows(TABLE_RECOMMENDATIONS, RECOMMENDATIONS, "2024;1;a;stillet\n2023;1;b;stillet\n");
    assert_string_equal(apply(false), "N322:0 W223:2 W223:2 W223:4");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[3].details[0]), "i tiden 01-07-2024–31-12-2024");
}

static void a_row_with_an_error_gets_no_warnings_on_top(void **state)
{
    (void)state;
    read_courses("F1;B1;;unge;01-02-2024;01-03-2024;;;;;;;;\n");
    assert_string_equal(apply(false), "E201:2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(references_become_rows, begin, end),
        cmocka_unit_test_setup_teardown(a_reference_to_nothing_is_an_error, begin, end),
        cmocka_unit_test_setup_teardown(rows_that_are_left_out_stand_after_the_others, begin, end),
        cmocka_unit_test_setup_teardown(references_to_a_table_that_is_not_there_get_one_note, begin, end),
        cmocka_unit_test_setup_teardown(references_to_a_table_that_cannot_be_read_are_not_checked, begin,
                                        end),
        cmocka_unit_test_setup_teardown(rows_that_share_a_key_are_all_left_out, begin, end),
        cmocka_unit_test_setup_teardown(keys_are_unique_across_the_files_of_a_table, begin, end),
        cmocka_unit_test_setup_teardown(rows_that_agree_in_all_parts_of_a_key_are_duplicates, begin, end),
        cmocka_unit_test_setup_teardown(keys_of_codes_are_compared_by_code_and_those_of_numbers_by_number,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_long_number_in_a_key_is_not_shown_as_ten_bare_digits, begin, end),
        cmocka_unit_test_setup_teardown(keys_of_several_columns_are_unique_across_the_files_of_a_table, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_row_that_lacks_a_part_of_its_key_is_nobodys_duplicate, begin, end),
        cmocka_unit_test_setup_teardown(answers_to_one_question_may_be_many, begin, end),
        cmocka_unit_test_setup_teardown(leaving_out_spreads_to_all_that_refer, begin, end),
        cmocka_unit_test_setup_teardown(leaving_out_spreads_to_answers_readings_statuses_and_purchases, begin,
                                        end),
        cmocka_unit_test_setup_teardown(without_leaving_out_only_the_cause_is_told, begin, end),
        cmocka_unit_test_setup_teardown(an_end_lies_not_before_its_start, begin, end),
        cmocka_unit_test_setup_teardown(enterprises_agree_with_their_status, begin, end),
        cmocka_unit_test_setup_teardown(outcomes_belong_to_courses_that_are_closed, begin, end),
        cmocka_unit_test_setup_teardown(a_course_planned_to_end_after_the_extract_needs_no_outcome_yet, begin,
                                        end),
        cmocka_unit_test_setup_teardown(courses_and_jobs_lie_within_what_they_belong_to, begin, end),
        cmocka_unit_test_setup_teardown(purchases_lie_within_the_life_of_the_enterprise, begin, end),
        cmocka_unit_test_setup_teardown(a_grant_has_a_decision_and_a_decision_follows_its_application, begin,
                                        end),
        cmocka_unit_test_setup_teardown(an_evaluation_has_an_answer_or_a_remark, begin, end),
        cmocka_unit_test_setup_teardown(a_trial_ends_not_before_it_starts, begin, end),
        cmocka_unit_test_setup_teardown(goals_have_years_ranges_and_figures_that_make_sense, begin, end),
        cmocka_unit_test_setup_teardown(codes_are_used_while_they_are_valid, begin, end),
        cmocka_unit_test_setup_teardown(codes_of_rows_about_a_period_are_valid_in_some_of_it, begin, end),
        cmocka_unit_test_setup_teardown(a_row_with_an_error_gets_no_warnings_on_top, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
