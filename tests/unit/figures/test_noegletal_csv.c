#include "data_builder.h"

static struct sv line_beginning(struct builder *b, const char *start)
{
    struct sv rest = csv_of(b);
    struct sv line;
    while (sv_split(&rest, '\n', &line))
        if (sv_starts_with(line, sv_of(start)))
            return line;
    fail_msg("no line begins with %s", start);
    return line;
}

static void the_file_begins_with_a_byte_order_mark_and_its_lines_end_in_crlf(void **state)
{
    static const char head[] = "\xEF\xBB\xBFnoegle;periode;aftale;maalgruppe;kode;vaerdi;enhed\r\n"
                               "aftale.aktive_ultimo;2021;;;;0;antal\r\n";
    struct builder b;
    (void)state;
    builder_init(&b);
    count(&b, "2024");
    const struct sv csv = csv_of(&b);
    assert_true(sv_starts_with(csv, sv_of(head)));
    assert_true(sv_ends_with(csv, sv_of("\r\n")));
    for (size_t i = 0; i < csv.size; i++)
        assert_true((csv.data[i] == '\n') == (i > 0 && csv.data[i - 1] == '\r'));
    builder_free(&b);
}

static void a_field_with_a_separator_a_quote_or_a_line_break_is_quoted(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A;1", "2015-01-01", "");
    add_agreement(&b, "A\"2", "2015-01-01", "");
    add_agreement(&b, "A 3", "2015-01-01", "");
    count(&b, "2024");
    assert_true(sv_is(line_beginning(&b, "job.nye;2024;\"A;"), "job.nye;2024;\"A;1\";;;0;antal\r"));
    assert_true(sv_is(line_beginning(&b, "job.nye;2024;\"A\""), "job.nye;2024;\"A\"\"2\";;;0;antal\r"));
    assert_true(sv_is(line_beginning(&b, "job.nye;2024;A "), "job.nye;2024;A 3;;;0;antal\r"));
    builder_free(&b);
}

static void every_unit_is_named(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-01-10", "andet");
    add_goal(&b, "m", GOAL_YEARLY, "job.timer", "", 10);
    count(&b, "2024");
    assert_true(sv_is(line_beginning(&b, "forloeb.effekt;2024;;;"), "forloeb.effekt;2024;;;;0;andel\r"));
    assert_true(sv_is(line_beginning(&b, "forloeb.varighed;2024;;;"), "forloeb.varighed;2024;;;;10;dage\r"));
    assert_true(sv_is(line_beginning(&b, "forloeb.timer_aendring;2024;;;"),
                      "forloeb.timer_aendring;2024;;;;;timer\r"));
    assert_true(sv_is(line_beginning(&b, "job.aarsvaerk;2024;;;"), "job.aarsvaerk;2024;;;;0;antal\r"));
    assert_true(sv_is(line_beginning(&b, "job.timer;2024;;;"), "job.timer;2024;;;;0;timer\r"));
    assert_true(sv_is(line_beginning(&b, "maal.m.vaerdi;"), "maal.m.vaerdi;2024;;;;0;timer\r"));
    assert_true(sv_is(line_beginning(&b, "maal.m.maal;"), "maal.m.maal;2024;;;;10;timer\r"));
    assert_true(sv_is(line_beginning(&b, "maal.m.opfyldelse;"), "maal.m.opfyldelse;2024;;;;0;andel\r"));
    assert_true(sv_is(line_beginning(&b, "maal.m.status;"), "maal.m.status;2024;;;;ikke_naaet;status\r"));
    assert_true(sv_is(line_beginning(&b, "maal.m.dato;"), "maal.m.dato;2024;;;;;dato\r"));
    builder_free(&b);
}

/* The mean change of hours of `courses` courses, one of which changed by `change` and the others by nothing.
 */
static const char *mean_of(struct builder *b, decimal change, int courses)
{
    builder_init(b);
    add_agreement(b, "A1", "2015-01-01", "");
    for (int i = 0; i < courses; i++) {
        struct course *course = add_ended(b, "B1", "A1", "2024-01-01", "2024-01-10", "andet");
        course->hours_start = i || change > 0 ? 0 : -change;
        course->hours_end = i || change < 0 ? 0 : change;
    }
    count(b, "2024");
    return value_of(b, "forloeb.timer_aendring;2024;;;");
}

static void values_are_rounded_half_away_from_zero_to_six_decimals(void **state)
{
    static const struct {
        decimal change;
        int courses;
        const char *expected;
    } cases[] = {
        {1, 2, "0,000001"},
        {-1, 2, "-0,000001"},
        {1, 3, "0"},
        {-1, 3, "0"},
        {5, 2, "0,000003"},
        {1500000, 3, "0,5"},
        {2000000, 3, "0,666667"},
        {-2000000, 3, "-0,666667"},
        {30000000, 3, "10"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct builder b;
        assert_string_equal(mean_of(&b, cases[i].change, cases[i].courses), cases[i].expected);
        builder_free(&b);
    }
}

static void large_numbers_have_no_thousands_dots(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "")->staff = 1234567;
    count(&b, "2024");
    assert_value(&b, "virksomhed.ansatte;2024;;;", "1234567");
    builder_free(&b);
}

/* The five columns that the file is sorted by, each with a zero byte after it. */
static struct sv sort_key(struct builder *b, struct sv line)
{
    struct buffer key = buffer_in(&b->arena);
    struct sv field;
    for (int column = 0; column < 5 && sv_split(&line, ';', &field); column++) {
        buffer_add(&key, field);
        buffer_add_byte(&key, '\0');
    }
    return buffer_view(&key);
}

static void rows_are_sorted_bytewise_column_by_column(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "b", "2015-01-01", "");
    add_agreement(&b, "B10", "2015-01-01", "");
    add_agreement(&b, "B", "2015-01-01", "");
    add_agreement(&b, "å", "2015-01-01", "");
    add_enterprise(&b, "V1", "virksomhed", "2015-01-01", "");
    add_course(&b, "B1", "b", "unge", "2023-01-01", "2024-02-01");
    add_course(&b, "B1", "å", "stu", "2023-01-01", "");
    add_job(&b, "B1", "V1", "smaajob", "2024-01-01", "");
    add_goal(&b, "m10", GOAL_YEARLY, "job.nye", "", 10);
    add_goal(&b, "m1", GOAL_YEARLY, "job.nye", "", 10);
    count(&b, "2024-2");
    struct sv rest = csv_of(&b);
    struct sv line;
    struct sv before = {0};
    size_t rows = 0;
    assert_true(sv_split(&rest, '\n', &line));
    while (sv_split(&rest, '\n', &line) && line.size) {
        const struct sv key = sort_key(&b, line);
        assert_true(sv_compare(before, key) < 0);
        before = key;
        rows++;
    }
    assert_int_equal(rows, b.figures.count);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_begins_with_a_byte_order_mark_and_its_lines_end_in_crlf),
        cmocka_unit_test(a_field_with_a_separator_a_quote_or_a_line_break_is_quoted),
        cmocka_unit_test(every_unit_is_named),
        cmocka_unit_test(values_are_rounded_half_away_from_zero_to_six_decimals),
        cmocka_unit_test(large_numbers_have_no_thousands_dots),
        cmocka_unit_test(rows_are_sorted_bytewise_column_by_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
