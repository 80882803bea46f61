#include "data_folder_fixture.h"
#include "data_read.h"

static struct fixture f;
static struct folder folder;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    folder_make(&folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    folder_remove(&folder);
    fixture_free(&f);
    return 0;
}

static const char FOLLOW_UPS[] = "forloeb_id;dato;moede_holdt;status\n";

/* The failure, or "" when the folder was read. */
static const char *read_folder(struct read_request request)
{
    struct sv failure = {0};
    request.folder = request.folder ? request.folder : folder.path;
    const enum read_result result = data_read(&f.data, &request, &f.diag, &failure);
    assert_int_equal(result == READ_FAILED, failure.size > 0);
    return sv_text(&f.arena, failure);
}

static void files_are_read_in_bytewise_order_of_their_names(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    folder_write(&folder, "opfoelgninger-b.csv", FOLLOW_UPS);
    folder_write(&folder, "opfoelgninger-B.csv", FOLLOW_UPS);
    folder_write(&folder, "opfoelgninger2.csv", FOLLOW_UPS);
    folder_write(&folder, "opfoelgninger-c.txt", FOLLOW_UPS);
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_int_equal(f.data.file_count, 3);
    assert_string_equal(sv_text(&f.arena, f.data.files[0].name), "opfoelgninger-B.csv");
    assert_string_equal(sv_text(&f.arena, f.data.files[1].name), "opfoelgninger-b.csv");
    assert_string_equal(sv_text(&f.arena, f.data.files[2].name), "opfoelgninger.csv");
}

static void what_a_report_needs_and_lacks_is_told_with_the_report(void **state)
{
    const struct read_request request = {
        .report = "årsrapporten", .needed = {[TABLE_JOBS] = true}, .needs_settings = true};
    (void)state;
    assert_string_equal(read_folder(request), "");
    assert_string_equal(findings(&f),
                        "E101 job.csv: Filen mangler, og årsrapporten kan ikke laves uden den.\n"
                        "E101 rapport.ini: Filen mangler, og årsrapporten kan ikke laves uden den.\n");
    assert_true(data_has_stopping_errors(&f.diag, true));
}

static void the_evaluation_names_what_it_lacks(void **state)
{
    struct read_request request = {.report = "evalueringen", .needs_settings = true};
    (void)state;
    for (enum table_id table = 0; table < TABLES; table++)
        request.needed[table] = table_schema(table)->needed & NEEDED_BY_EVALUATION;
    folder_write(&folder, "aftaler.csv", "aftale_id;navn;virksomhed_id;type;start;slut\n");
    assert_string_equal(read_folder(request), "");
    assert_string_equal(findings(&f),
                        "E101 evalueringer.csv: Filen mangler, og evalueringen kan ikke laves uden den.\n"
                        "E101 forloeb.csv: Filen mangler, og evalueringen kan ikke laves uden den.\n"
                        "E101 rapport.ini: Filen mangler, og evalueringen kan ikke laves uden den.\n");
}

static void what_a_report_has_nothing_to_do_with_is_not_read(void **state)
{
    const struct read_request request = {
        .report = "erfaringsopsamlingen", .unread = {[TABLE_JOBS] = true}, .without_texts = true};
    (void)state;
    folder_write(&folder, "job.csv", "not a table");
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    assert_int_equal(mkdirat(folder.descriptor, "tekster", 0700), 0);
    folder_write(&folder, "tekster/laeringer.md", "{{job.nye");
    assert_string_equal(read_folder(request), "");
    assert_string_equal(findings(&f), "");
    assert_int_equal(f.data.file_count, 1);
    assert_int_equal(f.data.narrative_count, 0);
    assert_int_equal(unlinkat(folder.descriptor, "tekster/laeringer.md", 0), 0);
}

static void settings_may_lack_keys_that_a_report_does_without(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    folder_write(&folder, "rapport.ini", "[kommune]\nnavn = Slagelse\n");
    assert_string_equal(read_folder((struct read_request){.report = "r", .lax_settings = true}), "");
    assert_string_equal(findings(&f), "");
    assert_true(sv_is(f.data.settings.municipality, "Slagelse"));
    assert_string_equal(read_folder((struct read_request){.report = "r"}), "");
    assert_non_null(strstr(findings(&f), "E404 rapport.ini: Indstillingen »strategi.navn« mangler"));
}

static void a_check_is_content_with_any_one_table(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_string_equal(codes_found(&f), "");
}

static void a_check_of_no_table_at_all_finds_that(void **state)
{
    (void)state;
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_string_equal(codes_found(&f), "E110:0");
}

static void a_folder_that_cannot_be_read_is_a_failure(void **state)
{
    (void)state;
    assert_non_null(strstr(read_folder((struct read_request){.folder = "/findes/ikke"}), "den findes ikke"));
    folder_write(&folder, "job.csv", "");
    const struct sv file = sv_format(&f.arena, "%s/job.csv", folder.path);
    assert_non_null(strstr(read_folder((struct read_request){.folder = file.data}), "den er ikke en mappe"));
}

static void a_pipe_in_a_files_place_is_a_failure(void **state)
{
    (void)state;
    assert_int_equal(mkfifoat(folder.descriptor, "job.csv", 0600), 0);
    assert_non_null(strstr(read_folder((struct read_request){0}), "ikke en almindelig fil"));
}

static void a_link_in_the_place_of_any_file_is_a_failure(void **state)
{
    static const char *const names[] = {"rapport.ini", "koder.csv", "job.csv", "tekster"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_int_equal(symlinkat("/etc", folder.descriptor, names[i]), 0);
        assert_non_null(strstr(read_folder((struct read_request){0}), "kan ikke læses"));
        unlinkat(folder.descriptor, names[i], 0);
    }
}

static void settings_come_first_and_hold_for_the_tables(void **state)
{
    (void)state;
    folder_write(&folder, "rapport.ini", "[cpr]\nundtag = forløb id\n");
    folder_write(&folder, "opfoelgninger.csv",
                 "Forløb id;dato;moede_holdt;status\n3112575005;01-01-2024;ja;\n");
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_int_equal(f.diag.per_code[DIAG_CPR_NUMBER], 0);
    assert_true(f.data.has_settings);
}

static void codes_of_the_folder_hold_for_its_tables(void **state)
{
    (void)state;
    folder_write(&folder, "koder.csv",
                 "liste;kode;navn;positiv\nudfald;hjemme;Hjemme;ja\nudfald;stoppet;Stoppet;\nudfald;uoplyst;"
                 "Uoplyst;\n");
    folder_write(&folder, "opfoelgninger.csv",
                 "forloeb_id;dato;moede_holdt;status\nF1;01-01-2024;ja;Hjemme\n");
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_string_equal(codes_found(&f), "N322:0");
    assert_int_equal(follow_ups(&f.data)[0].status, 0);
}

/* Errors of rows can be left out, but not in the goals, the codes, the settings or the rates. */
static void some_errors_stop_the_run_even_when_rows_are_left_out(void **state)
{
    static const struct {
        const char *file;
        enum diag_code code;
        bool stops;
        bool stops_when_left_out;
    } cases[] = {
        {"job.csv", DIAG_NOT_DATE, true, false},         {"job-a.csv", DIAG_CPR_NUMBER, true, false},
        {"maal.csv", DIAG_NOT_DATE, true, true},         {"maal-2.csv", DIAG_NOT_DATE, true, true},
        {"koder.csv", DIAG_NOT_WHOLE, true, true},       {"rapport.ini", DIAG_CPR_NUMBER, true, true},
        {"tekster/a.md", DIAG_CPR_NUMBER, true, true},   {"job.csv", DIAG_COLUMN_MISSING, true, true},
        {"job.csv", DIAG_OUTCOME_MISSING, false, false}, {"", DIAG_NO_TABLES, true, true},
        {"refusion.csv", DIAG_NOT_DATE, true, true},     {"satser-2.csv", DIAG_NOT_DATE, true, true},
        {"scenarier.csv", DIAG_NOT_DATE, true, true},    {"virkning.csv", DIAG_NOT_DATE, true, true},
        {"satserne.csv", DIAG_NOT_DATE, true, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag diag;
        diag_init(&diag, &f.arena);
        diag_value(&diag, cases[i].code, (struct place){.file = sv_of(cases[i].file)}, (struct sv){0});
        assert_int_equal(data_has_stopping_errors(&diag, false), cases[i].stops);
        assert_int_equal(data_has_stopping_errors(&diag, true), cases[i].stops_when_left_out);
    }
}

static void a_number_in_a_file_name_is_refused_and_shown_masked(void **state)
{
    const struct read_request request = {.report = "årsrapporten", .needed = {[TABLE_JOBS] = true}};
    (void)state;
    folder_write(&folder, "job-311257-5005.csv", "nothing that can be read");
    folder_write(&folder, "3112575006.txt", "");
    assert_string_equal(read_folder(request), "");
    assert_int_equal(f.data.file_count, 0);
    assert_string_equal(codes_found(&f), "E126:0 E126:0");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].place.file), "******-****.txt");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].place.file), "job-******-****.csv");
    assert_true(data_has_stopping_errors(&f.diag, true));
}

static void a_number_in_the_name_of_a_text_is_refused(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    assert_int_equal(mkdirat(folder.descriptor, "tekster", 0700), 0);
    folder_write(&folder, "tekster/311257-5005.md", "Tekst");
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_int_equal(unlinkat(folder.descriptor, "tekster/311257-5005.md", 0), 0);
    assert_int_equal(f.data.file_count, 1);
    assert_string_equal(codes_found(&f), "E126:0");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[0].place.file), "tekster/******-****.md");
}

/* "file name that was meant", a line each. */
static const char *unread_files(void)
{
    struct buffer text = buffer_in(&f.arena);
    diag_sort(&f.diag);
    for (size_t i = 0; i < f.diag.count; i++) {
        const struct finding *finding = &f.diag.findings[i];
        if (finding->code == DIAG_FILE_NAME_UNKNOWN || finding->code == DIAG_FILE_NOT_USED)
            buffer_format(&text, "%.*s %.*s\n", SV_ARG(finding->place.file), SV_ARG(finding->details[0]));
    }
    return sv_text(&f.arena, buffer_view(&text));
}

static void files_that_are_not_read_are_told_with_the_name_that_was_meant(void **state)
{
    static const char *const names[] = {"opfoelgninger.csv",
                                        "Job.CSV",
                                        "jobs.csv",
                                        "job-x.CSV",
                                        "opfølgninger.csv",
                                        "Koder.csv",
                                        "indkoeb.csv",
                                        "indkøb.csv",
                                        "indkoeb-nord.CSV",
                                        "noter.csv",
                                        "aftalestatus-nord.csv",
                                        "evaluering.csv",
                                        "prøvehandlinger.csv",
                                        "spørgsmål.csv",
                                        "virksomhed.csv",
                                        "aftalar-1.csv",
                                        "job_nord.csv",
                                        "job-csv",
                                        ".job.csv",
                                        "job.csv~",
                                        "læsmig.txt",
                                        ".csv"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        folder_write(&folder, names[i], FOLLOW_UPS);
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_string_equal(unread_files(),
                        "Job.CSV job.csv\nKoder.csv koder.csv\naftalar-1.csv aftaler.csv\nevaluering.csv "
                        "evalueringer.csv\n"
                        "indkoeb-nord.CSV indkoeb-nord.csv\nindkøb.csv indkoeb.csv\n"
                        "job-x.CSV job-x.csv\njob_nord.csv job.csv\njobs.csv job.csv\nnoter.csv \n"
                        "opfølgninger.csv opfoelgninger.csv\nprøvehandlinger.csv proevehandlinger.csv\n"
                        "spørgsmål.csv spoergsmaal.csv\nvirksomhed.csv virksomheder.csv\n");
}

static void a_column_that_is_exempt_but_nowhere_is_told(void **state)
{
    (void)state;
    folder_write(&folder, "rapport.ini", "[cpr]\nundtag = status, P-nummer\n");
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    assert_string_equal(read_folder((struct read_request){0}), "");
    assert_non_null(strstr(findings(&f), "N407 rapport.ini:2: Ingen fil har kolonnen »p_nummer«"));
    assert_int_equal(f.diag.per_code[DIAG_EXEMPT_COLUMN_UNKNOWN], 1);
}

/* How often the logo is impossible when it is called that. */
static size_t logo_errors(const char *name)
{
    const size_t before = f.diag.per_code[DIAG_SETTING_INVALID];
    const char *text = sv_text(&f.arena, sv_format(&f.arena, "[rapport]\nlogo = %s\n", name));
    folder_write(&folder, "rapport.ini", text);
    assert_string_equal(read_folder((struct read_request){0}), "");
    return f.diag.per_code[DIAG_SETTING_INVALID] - before;
}

static void the_logo_is_a_file_of_the_data_folder(void **state)
{
    (void)state;
    folder_write(&folder, "logo.png", "");
    assert_int_equal(mkdirat(folder.descriptor, "billeder", 0700), 0);
    assert_int_equal(symlinkat("/etc/hostname", folder.descriptor, "link.png"), 0);
    assert_int_equal(logo_errors("logo.png"), 0);
    assert_int_equal(logo_errors("Logo.png"), 1);
    assert_int_equal(logo_errors("billeder"), 1);
    assert_int_equal(logo_errors("billeder/../logo.png"), 1);
    assert_int_equal(logo_errors("/etc/hostname"), 1);
    assert_int_equal(logo_errors("link.png"), 1);
}

static void more_files_than_can_be_numbered_are_a_failure(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    f.data.file_count = UINT16_MAX;
    assert_string_equal(read_folder((struct read_request){0}), "Datamappen har for mange filer.");
}

static void every_table_that_is_needed_whole_stops_the_run(void **state)
{
    static const char *const whole[] = {"maal.csv", "satser-2.csv", "refusion.csv", "scenarier.csv",
                                        "virkning.csv"};
    (void)state;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        diag_init(&f.diag, &f.arena);
        diag_value(&f.diag, DIAG_VALUE_REQUIRED, (struct place){.file = sv_of(whole[i]), .line = 2},
                   (struct sv){0});
        assert_true(data_has_stopping_errors(&f.diag, true));
    }
    diag_init(&f.diag, &f.arena);
    diag_value(&f.diag, DIAG_VALUE_REQUIRED, (struct place){.file = sv_of("job.csv"), .line = 2},
               (struct sv){0});
    assert_false(data_has_stopping_errors(&f.diag, true));
    assert_true(data_has_stopping_errors(&f.diag, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_are_read_in_bytewise_order_of_their_names, begin, end),
        cmocka_unit_test_setup_teardown(what_a_report_needs_and_lacks_is_told_with_the_report, begin, end),
        cmocka_unit_test_setup_teardown(the_evaluation_names_what_it_lacks, begin, end),
        cmocka_unit_test_setup_teardown(what_a_report_has_nothing_to_do_with_is_not_read, begin, end),
        cmocka_unit_test_setup_teardown(settings_may_lack_keys_that_a_report_does_without, begin, end),
        cmocka_unit_test_setup_teardown(a_check_is_content_with_any_one_table, begin, end),
        cmocka_unit_test_setup_teardown(a_check_of_no_table_at_all_finds_that, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_read_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_pipe_in_a_files_place_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_link_in_the_place_of_any_file_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(settings_come_first_and_hold_for_the_tables, begin, end),
        cmocka_unit_test_setup_teardown(codes_of_the_folder_hold_for_its_tables, begin, end),
        cmocka_unit_test_setup_teardown(some_errors_stop_the_run_even_when_rows_are_left_out, begin, end),
        cmocka_unit_test_setup_teardown(a_number_in_a_file_name_is_refused_and_shown_masked, begin, end),
        cmocka_unit_test_setup_teardown(a_number_in_the_name_of_a_text_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(files_that_are_not_read_are_told_with_the_name_that_was_meant, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_column_that_is_exempt_but_nowhere_is_told, begin, end),
        cmocka_unit_test_setup_teardown(the_logo_is_a_file_of_the_data_folder, begin, end),
        cmocka_unit_test_setup_teardown(more_files_than_can_be_numbered_are_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(every_table_that_is_needed_whole_stops_the_run, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
