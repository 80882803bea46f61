#include "base_fixture.h"
#include "diag.h"

static struct arena arena;
static struct diag diag;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, NULL);
    diag_init(&diag, &arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct place at(const char *file, uint32_t line, uint16_t column)
{
    return (struct place){sv_of(file), line, column, sv_of("start")};
}

static void findings_are_counted_by_level_and_code(void **state)
{
    (void)state;
    diag_value(&diag, DIAG_NOT_DATE, at("job.csv", 2, 1), sv_of("x"));
    diag_value(&diag, DIAG_NOT_DATE, at("job.csv", 3, 1), sv_of("y"));
    diag_value(&diag, DIAG_OUTCOME_MISSING, at("job.csv", 3, 1), sv_of(""));
    diag_detail(&diag, DIAG_UNKNOWN_COLUMN, at("job.csv", 1, 9), sv_of("n"), sv_of("n"));
    assert_int_equal(diag.per_level[DIAG_ERROR], 2);
    assert_int_equal(diag.per_level[DIAG_WARNING], 1);
    assert_int_equal(diag.per_level[DIAG_NOTE], 1);
    assert_int_equal(diag.per_code[DIAG_NOT_DATE], 2);
    assert_int_equal(diag.per_code[DIAG_NOT_NUMBER], 0);
}

static void findings_of_another_list_come_last_and_are_counted(void **state)
{
    struct diag other;
    (void)state;
    diag_init(&other, &arena);
    diag_value(&diag, DIAG_NOT_DATE, at("job.csv", 2, 1), sv_of("x"));
    diag_value(&other, DIAG_NOT_DATE, at("job.csv", 1, 1), sv_of("y"));
    diag_value(&other, DIAG_OUTCOME_MISSING, at("job.csv", 3, 1), sv_of(""));
    diag_join(&diag, &other);
    assert_int_equal(diag.count, 3);
    assert_int_equal(diag.per_level[DIAG_ERROR], 2);
    assert_int_equal(diag.per_code[DIAG_NOT_DATE], 2);
    assert_int_equal(diag.per_code[DIAG_OUTCOME_MISSING], 1);
    assert_sv(diag.findings[0].value, "x");
    assert_sv(diag.findings[1].value, "y");
}

static void a_line_names_code_file_line_and_column_and_then_the_sentence(void **state)
{
    (void)state;
    diag_add(&diag, DIAG_UNKNOWN_CODE, at("job.csv", 12, 3), sv_of("fleks\r\t\njob"), sv_of("jobtype"),
             sv_of("fleksjob"), (struct sv){0});
    assert_sv(
        finding_line(&arena, &diag.findings[0]),
        "E222 job.csv:12 start: »fleks   job« er ikke en kode i listen jobtype. Den nærmeste er »fleksjob«.");
    assert_sv(finding_action(&arena, &diag.findings[0]), "Ret koden, eller tilføj den i koder.csv.");
}

static void a_place_may_be_a_file_or_nothing_at_all(void **state)
{
    (void)state;
    diag_value(&diag, DIAG_FILE_EMPTY, (struct place){.file = sv_of("job.csv")}, (struct sv){0});
    diag_value(&diag, DIAG_NO_TABLES, (struct place){0}, (struct sv){0});
    assert_true(sv_starts_with(finding_line(&arena, &diag.findings[0]), sv_of("E102 job.csv: Filen er tom")));
    assert_true(sv_starts_with(finding_line(&arena, &diag.findings[1]), sv_of("E110: Datamappen")));
}

static void sorting_follows_file_line_column_code_and_then_the_order_found(void **state)
{
    static const char *const expected[] = {"a1", "a2", "b1", "b2", "b3", "b4", "b5", "c1"};
    (void)state;
    diag_value(&diag, DIAG_NOT_DATE, at("c.csv", 1, 1), sv_of("c1"));
    diag_value(&diag, DIAG_NOT_DATE, at("b.csv", 10, 2), sv_of("b5"));
    diag_value(&diag, DIAG_NOT_DATE, at("b.csv", 10, 1), sv_of("b3"));
    diag_value(&diag, DIAG_NOT_DATE, at("a.csv", 7, 1), sv_of("a1"));
    diag_value(&diag, DIAG_NOT_WHOLE, at("b.csv", 10, 1), sv_of("b2"));
    diag_value(&diag, DIAG_NOT_DATE, at("b.csv", 9, 9), sv_of("b1"));
    diag_value(&diag, DIAG_NOT_DATE, at("b.csv", 10, 1), sv_of("b4"));
    diag_value(&diag, DIAG_NOT_DATE, at("a.csv", 7, 1), sv_of("a2"));
    diag_sort(&diag);
    assert_int_equal(diag.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < diag.count; i++)
        assert_sv(diag.findings[i].value, expected[i]);
}

static void more_findings_can_be_added_after_sorting(void **state)
{
    (void)state;
    diag_sort(&diag);
    for (uint32_t i = 0; i < 100; i++)
        diag_value(&diag, DIAG_NOT_DATE, at("a.csv", 100 - i, 1), sv_of("x"));
    diag_sort(&diag);
    diag_value(&diag, DIAG_NOT_DATE, at("a.csv", 0, 1), sv_of("y"));
    diag_sort(&diag);
    assert_int_equal(diag.count, 101);
    assert_sv(diag.findings[0].value, "y");
    assert_int_equal(diag.findings[100].place.line, 100);
}

static void every_finding_has_a_code_of_its_own_that_agrees_with_its_level(void **state)
{
    static const char letters[DIAG_LEVELS] = {[DIAG_NOTE] = 'N', [DIAG_WARNING] = 'W', [DIAG_ERROR] = 'E'};
    (void)state;
    for (enum diag_code i = 0; i < DIAG_CODES; i++) {
        const struct diag_kind *kind = diag_kind(i);
        assert_int_equal(strlen(kind->code), 4);
        assert_int_equal(kind->code[0], letters[kind->level]);
        assert_true(strlen(kind->text) > 10 && strlen(kind->action) > 2);
        for (enum diag_code j = 0; j < i; j++)
            assert_string_not_equal(kind->code, diag_kind(j)->code);
    }
}

static void a_value_as_long_as_a_cell_is_cut(void **state)
{
    char value[1000];
    (void)state;
    memset(value, 'x', sizeof value);
    diag_value(&diag, DIAG_NOT_NUMBER, (struct place){0}, (struct sv){value, sizeof value});
    const struct sv once = diag.findings[0].value;
    assert_int_equal(once.size, DIAG_VALUE_LONGEST + strlen("…"));
    diag_value(&diag, DIAG_NOT_NUMBER, (struct place){0}, once);
    assert_true(sv_equal(diag.findings[1].value, once));
}

static void levels_have_danish_names(void **state)
{
    (void)state;
    assert_string_equal(diag_level_name(DIAG_ERROR), "fejl");
    assert_string_equal(diag_level_name(DIAG_WARNING), "advarsel");
    assert_string_equal(diag_level_name(DIAG_NOTE), "bemærkning");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(findings_are_counted_by_level_and_code, begin, end),
        cmocka_unit_test_setup_teardown(a_line_names_code_file_line_and_column_and_then_the_sentence, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_place_may_be_a_file_or_nothing_at_all, begin, end),
        cmocka_unit_test_setup_teardown(sorting_follows_file_line_column_code_and_then_the_order_found, begin,
                                        end),
        cmocka_unit_test_setup_teardown(more_findings_can_be_added_after_sorting, begin, end),
        cmocka_unit_test_setup_teardown(findings_of_another_list_come_last_and_are_counted, begin, end),
        cmocka_unit_test(every_finding_has_a_code_of_its_own_that_agrees_with_its_level),
        cmocka_unit_test_setup_teardown(a_value_as_long_as_a_cell_is_cut, begin, end),
        cmocka_unit_test(levels_have_danish_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
