#include "document_fixture.h"

static struct place place_in(const char *file, uint32_t line, uint16_t column, const char *heading)
{
    return (struct place){.file = sv_of(file), .line = line, .column = column, .heading = sv_of(heading)};
}

static const struct table *table_of(const struct document *document, size_t section)
{
    return document->sections[section].blocks[0].as.table;
}

static void each_file_has_its_table_with_column_letters_and_what_to_do(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    diag_value(&f.diag, DIAG_NOT_DATE, place_in("job.csv", 7, 28, "Start"), sv_of("i går"));
    diag_value(&f.diag, DIAG_VALUE_REQUIRED, place_in("forloeb.csv", 2, 1, "Forløb-id"), (struct sv){0});
    diag_sort(&f.diag);
    const struct document *document = document_of_findings(&f.diag, &f.data, DAY_NONE, &f.arena);
    assert_int_equal(document->use, DOCUMENT_WORKING);
    assert_int_equal(document->section_count, 2);
    assert_true(sv_is(document->sections[0].title, "forloeb.csv"));
    const struct table_row *row = &table_of(document, 1)->rows[0];
    static const char *const expected[] = {"7",
                                           "AB",
                                           "Start",
                                           "fejl",
                                           "E211",
                                           "i går",
                                           "»i går« er ikke en dato.",
                                           "Skriv datoen som 31-12-2024."};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_string_equal(cell_words(&f, &row->cells[i]), expected[i]);
    fixture_close(&f);
}

static void what_is_about_the_run_has_a_table_of_its_own(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    diag_detail(&f.diag, DIAG_NO_STRATEGY, (struct place){0}, (struct sv){0}, sv_of("2021"));
    const struct document *document = document_of_findings(&f.diag, &f.data, DAY_NONE, &f.arena);
    assert_true(sv_is(document->sections[0].title, "Kørslen"));
    assert_string_equal(cell_words(&f, &table_of(document, 0)->rows[0].cells[0]), "");
    fixture_close(&f);
}

static void sheet_names_are_short_unique_and_without_forbidden_characters(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    diag_value(&f.diag, DIAG_NOT_DATE, place_in("job-virksomheden_ved_den_lange_vej[1].csv", 2, 1, "a"),
               sv_of("x"));
    diag_value(&f.diag, DIAG_NOT_DATE, place_in("job-virksomheden_ved_den_lange_vej[2].csv", 2, 1, "a"),
               sv_of("x"));
    diag_sort(&f.diag);
    const struct document *document = document_of_findings(&f.diag, &f.data, DAY_NONE, &f.arena);
    const struct sv first = table_of(document, 0)->sheet;
    const struct sv second = table_of(document, 1)->sheet;
    assert_false(sv_equal(first, second));
    assert_true(first.size <= 33 && second.size <= 33); /* 31 letters, one of which takes three bytes */
    assert_int_equal(sv_find(first, '['), SIZE_MAX);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_file_has_its_table_with_column_letters_and_what_to_do),
        cmocka_unit_test(what_is_about_the_run_has_a_table_of_its_own),
        cmocka_unit_test(sheet_names_are_short_unique_and_without_forbidden_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
