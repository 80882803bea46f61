#include "read_fixture.h"

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

static const char FOLLOW_UPS[] = "forloeb_id;dato;moede_holdt;status\n";

/* Follow-ups below their header. */
static void read_follow_ups(const char *rows)
{
    read_bytes(&f, TABLE_FOLLOW_UPS, sv_format(&f.arena, "%s%s", FOLLOW_UPS, rows));
}

static const struct follow_up *row(size_t index)
{
    return &follow_ups(&f.data)[index];
}

static void a_row_becomes_a_record_that_knows_its_line(void **state)
{
    (void)state;
    read_follow_ups("F1;01-02-2024;ja;fleksjob\n\nF2;2024-03-01;nej;\n");
    assert_string_equal(codes_found(&f), "");
    assert_int_equal(row_count(&f.data, TABLE_FOLLOW_UPS), 2);
    assert_int_equal(row(0)->source.line, 2);
    assert_int_equal(row(0)->date, day_from_date(2024, 2, 1));
    assert_int_equal(row(0)->held, YES);
    assert_int_equal(row(0)->status, code_of(&f.data.codes, CODES_OUTCOME, "fleksjob"));
    assert_int_equal(row(1)->source.line, 4);
    assert_int_equal(row(1)->held, NO);
    assert_int_equal(row(1)->status, CODE_NONE);
    assert_int_equal(f.data.files[0].rows, 3);
    assert_int_equal(f.data.files[0].empty, 1);
}

static void a_row_with_several_errors_gets_all_its_findings(void **state)
{
    (void)state;
    read_follow_ups(";31-02-2024;måske;arbejde\nF2;01-02-2024;ja;\n");
    assert_string_equal(codes_found(&f), "E201:2 E213:2 E221:2 E222:2");
    assert_true(row(0)->source.left_out);
    assert_false(row(1)->source.left_out);
}

static void cells_missing_at_the_end_are_empty(void **state)
{
    (void)state;
    read_follow_ups("F1;01-02-2024;ja\nF2;01-02-2024\n");
    assert_string_equal(codes_found(&f), "E201:3");
}

/* The one text of an effort's status that is read from the cell, with other line breaks around it. */
static const char *status_text(const char *line_end, const char *cell)
{
    fixture_free(&f);
    fixture_init(&f);
    read_bytes(&f, TABLE_EFFORT_STATUSES,
               sv_format(&f.arena, "periode;indsats;status;statustekst%s2024;csr;gul;%s%s", line_end, cell,
                         line_end));
    assert_string_equal(codes_found(&f), "");
    assert_int_equal(row_count(&f.data, TABLE_EFFORT_STATUSES), 1);
    return sv_text(&f.arena, effort_statuses(&f.data)[0].text);
}

static void a_text_keeps_its_line_breaks_whichever_they_are(void **state)
{
    (void)state;
    assert_string_equal(status_text("\n", "\"Første afsnit.\n\nAndet afsnit.\""),
                        "Første afsnit.\n\nAndet afsnit.");
    assert_string_equal(status_text("\r\n", "\"Første afsnit.\r\n\r\nAndet afsnit.\""),
                        "Første afsnit.\n\nAndet afsnit.");
    assert_string_equal(status_text("\r\n", "\"Første linje\nAnden linje\""), "Første linje\nAnden linje");
    assert_string_equal(status_text("\r", "\"Første linje\rAnden linje\""), "Første linje\nAnden linje");
}

static void a_text_is_trimmed_only_at_its_ends(void **state)
{
    (void)state;
    assert_string_equal(status_text("\r\n", "\"\r\n  En  \"\"rød\"\" tråd; \r\n  to.\u00A0\r\n\""),
                        "En  \"rød\" tråd; \n  to.");
    assert_string_equal(status_text("\n", "  Plain text "), "Plain text");
}

static void surplus_cells_must_be_empty(void **state)
{
    (void)state;
    read_follow_ups("F1;01-02-2024;ja;;;; \nF2;01-02-2024;ja;;;x;y\n");
    assert_string_equal(codes_found(&f), "E114:3");
    assert_int_equal(f.diag.findings[0].place.column, 6);
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].value), "x");
}

static void a_finding_names_the_column_as_the_file_does(void **state)
{
    (void)state;
    read_table(&f, TABLE_FOLLOW_UPS, "Dato;Møde holdt;FORLØB-ID;status\nx;ja;F1;\n");
    assert_string_equal(findings(&f), "E211 opfoelgninger.csv:2 Dato: »x« er ikke en dato.\n");
    assert_int_equal(f.diag.findings[0].place.column, 1);
}

static void values_seen_before_are_read_alike_in_every_row(void **state)
{
    struct buffer text = buffer_in(&f.arena);
    (void)state;
    buffer_add_text(&text, FOLLOW_UPS);
    for (int i = 0; i < 3000; i++)
        buffer_format(&text, "F%d;%02d-%02d-20%02d;%s;%s\n", i % 7, i % 28 + 1, i % 12 + 1, i % 30 + 10,
                      i % 3 ? "ja" : "nej", i % 2 ? "stoppet" : "Fleksjob");
    read_bytes(&f, TABLE_FOLLOW_UPS, buffer_view(&text));
    assert_string_equal(codes_found(&f), "");
    for (int i = 0; i < 3000; i++) {
        assert_int_equal(row((size_t)i)->date, day_from_date(2000 + i % 30 + 10, i % 12 + 1, i % 28 + 1));
        assert_int_equal(row((size_t)i)->held, i % 3 ? YES : NO);
        assert_int_equal(row((size_t)i)->status,
                         code_of(&f.data.codes, CODES_OUTCOME, i % 2 ? "stoppet" : "fleksjob"));
        assert_int_equal(row((size_t)i)->course, i % 7);
    }
}

static void a_value_with_a_finding_gives_it_in_every_row(void **state)
{
    (void)state;
    read_table(&f, TABLE_JOBS,
               "job_id;borger_id;virksomhed_id;jobtype;start;slut;timer;maalgruppe\n"
               "J1;B1;V1;smaajob;01-01-2024;;7.5;unge\nJ2;B1;V1;smaajob;01-01-2024;;7.5;unge\n");
    assert_string_equal(codes_found(&f), "W206:2 W206:3");
    assert_true(jobs(&f.data)[1].hours == 7500000);
}

static void what_looks_like_a_civil_registration_number_is_stored_masked(void **state)
{
    (void)state;
    read_table(
        &f, TABLE_GOALS,
        "maal_id;navn;type;noegle;maal;fra_aar;til_aar\nM1;Sag 0101701234 x;aarlig;job.nye;1;2022;2025\n");
    assert_string_equal(codes_found(&f), "W122:2");
    assert_string_equal(sv_text(&f.arena, goals(&f.data)[0].name), "Sag ******-**** x");
}

static void a_civil_registration_number_in_a_heading_is_an_error_of_the_file(void **state)
{
    (void)state;
    read_table(&f, TABLE_FOLLOW_UPS, "forloeb_id;dato;moede_holdt;status;311257-5005\nF1;01-02-2024;ja;;\n");
    assert_string_equal(codes_found(&f), "E125:1 N321:1");
    assert_int_equal(diag_kind(DIAG_CPR_IN_HEADING)->scope, DIAG_FILE);
    assert_null(strstr(findings(&f), "5005"));
}

static void an_exempt_column_is_not_guarded(void **state)
{
    struct cpr_exemption exempt[] = {{.column = SV("navn")}};
    (void)state;
    f.data.settings.cpr_exempt = exempt;
    f.data.settings.cpr_exempt_count = 1;
    read_table(
        &f, TABLE_GOALS,
        "maal_id;Navn;type;noegle;maal;fra_aar;til_aar\nM1;Sag 0101701234;aarlig;job.nye;1;2022;2025\n");
    assert_string_equal(codes_found(&f), "");
    assert_string_equal(sv_text(&f.arena, goals(&f.data)[0].name), "Sag 0101701234");
}

static void the_key_of_a_broken_row_is_kept_for_those_who_refer_to_it(void **state)
{
    (void)state;
    read_table(
        &f, TABLE_ENTERPRISES,
        "virksomhed_id;navn;type;status;start;slut;bundlinje_social;bundlinje_lokal;bundlinje_oekonomisk\n"
        "V1;\"A\"B;virksomhed;aktiv;01-01-2020;;ja;ja;ja\n");
    assert_string_equal(codes_found(&f), "E112:2");
    assert_true(enterprises(&f.data)[0].source.left_out);
    assert_string_equal(
        sv_text(&f.arena, symbols_name(&f.data.tables[TABLE_ENTERPRISES].keys, enterprises(&f.data)[0].id)),
        "V1");
}

static void a_header_with_a_fault_of_form_is_no_header(void **state)
{
    static const struct {
        const char *text;
        const char *codes;
    } cases[] = {
        {"forloeb_id;da\"to\nF1;x\n", "E108:1 E111:1"},
        {"forloeb_id;\"dato\"x\nF1;x\n", "E108:1 E112:1"},
        {"forloeb_id;\"dato\nF1;x\n", "E108:1 E113:1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture_free(&f);
        fixture_init(&f);
        read_table(&f, TABLE_FOLLOW_UPS, cases[i].text);
        assert_string_equal(codes_found(&f), cases[i].codes);
        assert_int_equal(f.data.files[0].left_out, 1);
        assert_int_equal(row_count(&f.data, TABLE_FOLLOW_UPS), 0);
    }
}

static void every_row_below_what_is_no_header_is_still_guarded(void **state)
{
    (void)state;
    read_table(&f, TABLE_FOLLOW_UPS, "Fejl: ingen adgang\n1;311257-5005;3112575005\n\nx;y\n");
    assert_string_equal(codes_found(&f), "E108:1 E121:2 E121:2");
    assert_int_equal(f.data.files[0].rows, 3);
    assert_int_equal(f.data.files[0].left_out, 2);
    assert_int_equal(f.data.files[0].empty, 1);
}

static void broken_rows_are_guarded_before_and_after_the_fault(void **state)
{
    (void)state;
    read_follow_ups("311257-5005;01\"02;x 3112575006\nF1;x;y;z;3112575005;\"q\"q\n");
    assert_string_equal(codes_found(&f), "E121:2 E111:2 W122:2 E121:3 E112:3");
    assert_int_equal(row(0)->course, SYMBOL_NONE);
}

static void headers_without_a_name_are_columns_that_nobody_knows(void **state)
{
    (void)state;
    read_table(&f, TABLE_FOLLOW_UPS, "forloeb_id;;dato;\u00A0;moede_holdt;status;;\nF1;a;01-02-2024;b;ja;\n");
    assert_string_equal(codes_found(&f), "");
    assert_int_equal(row(0)->held, YES);
}

static void the_account_holds_size_and_hash_and_form(void **state)
{
    static const unsigned char hash[] = {0x02, 0xe9};
    (void)state;
    read_follow_ups("");
    const struct input_file *file = &f.data.files[0];
    assert_int_equal(file->size, sizeof FOLLOW_UPS - 1);
    assert_int_equal(file->separator, ';');
    assert_int_equal(file->encoding, ENCODING_UTF8);
    assert_int_equal(file->columns[1].position, 2);
    assert_true(file->is_table && file->table == TABLE_FOLLOW_UPS);
    assert_memory_equal(file->sha256, hash, sizeof hash);
}

static void a_cell_of_blanks_is_empty(void **state)
{
    (void)state;
    read_follow_ups("\" \";01-02-2024;ja;\" \"\nF2;\u00A0;ja;\u00A0\n");
    assert_string_equal(codes_found(&f), "E201:2 E201:3");
}

static void a_heading_of_ten_digits_is_masked_with_a_warning(void **state)
{
    (void)state;
    read_table(&f, TABLE_FOLLOW_UPS, "forloeb_id;dato;moede_holdt;status;0101701234\nF1;01-02-2024;ja;;\n");
    assert_string_equal(codes_found(&f), "N321:1 W122:1");
    assert_null(strstr(findings(&f), "0101701234"));
}

static void a_header_of_a_lone_quote_is_no_table(void **state)
{
    (void)state;
    read_table(&f, TABLE_FOLLOW_UPS, "\"");
    assert_string_equal(codes_found(&f), "E108:1 E113:1");
    assert_int_equal(row_count(&f.data, TABLE_FOLLOW_UPS), 0);
}

static void a_broken_row_keeps_no_key_that_is_none(void **state)
{
    (void)state;
    read_table(&f, TABLE_AGREEMENTS,
               "x;aftale_id;navn;virksomhed_id;type;start;slut\n"
               "y;311257-5005;a\"b\n"
               "y;;a\"b\n"
               "y;A1;a;b;c;d;e;f;g;h\"i\n");
    assert_int_equal(f.data.tables[TABLE_AGREEMENTS].keys.count, 1);
    assert_true(sv_is(symbols_name(&f.data.tables[TABLE_AGREEMENTS].keys, 0), "A1"));
    assert_null(strstr(findings(&f), "311257-5005"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_row_becomes_a_record_that_knows_its_line, begin, end),
        cmocka_unit_test_setup_teardown(a_row_with_several_errors_gets_all_its_findings, begin, end),
        cmocka_unit_test_setup_teardown(cells_missing_at_the_end_are_empty, begin, end),
        cmocka_unit_test_setup_teardown(a_text_keeps_its_line_breaks_whichever_they_are, begin, end),
        cmocka_unit_test_setup_teardown(a_text_is_trimmed_only_at_its_ends, begin, end),
        cmocka_unit_test_setup_teardown(surplus_cells_must_be_empty, begin, end),
        cmocka_unit_test_setup_teardown(a_finding_names_the_column_as_the_file_does, begin, end),
        cmocka_unit_test_setup_teardown(values_seen_before_are_read_alike_in_every_row, begin, end),
        cmocka_unit_test_setup_teardown(a_value_with_a_finding_gives_it_in_every_row, begin, end),
        cmocka_unit_test_setup_teardown(what_looks_like_a_civil_registration_number_is_stored_masked, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_civil_registration_number_in_a_heading_is_an_error_of_the_file,
                                        begin, end),
        cmocka_unit_test_setup_teardown(an_exempt_column_is_not_guarded, begin, end),
        cmocka_unit_test_setup_teardown(the_key_of_a_broken_row_is_kept_for_those_who_refer_to_it, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_header_with_a_fault_of_form_is_no_header, begin, end),
        cmocka_unit_test_setup_teardown(every_row_below_what_is_no_header_is_still_guarded, begin, end),
        cmocka_unit_test_setup_teardown(broken_rows_are_guarded_before_and_after_the_fault, begin, end),
        cmocka_unit_test_setup_teardown(headers_without_a_name_are_columns_that_nobody_knows, begin, end),
        cmocka_unit_test_setup_teardown(the_account_holds_size_and_hash_and_form, begin, end),
        cmocka_unit_test_setup_teardown(a_cell_of_blanks_is_empty, begin, end),
        cmocka_unit_test_setup_teardown(a_heading_of_ten_digits_is_masked_with_a_warning, begin, end),
        cmocka_unit_test_setup_teardown(a_header_of_a_lone_quote_is_no_table, begin, end),
        cmocka_unit_test_setup_teardown(a_broken_row_keeps_no_key_that_is_none, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
