#include "document_fixture.h"

#include "describe_chart.h"

enum { PLAIN = 1, OTHER, GOAL };

/* A table of years with a column, another, and a goal; −1 stands for no value. */
static struct table *table_of(struct fixture *f, const int (*rows)[4], size_t count)
{
    const struct table_column columns[] = {{.heading = SV("År")},
                                           {.heading = SV("Fleksjob"), .format = FORMAT_COUNT},
                                           {.heading = SV("Småjob"), .format = FORMAT_COUNT},
                                           {.heading = SV("Årsnorm"), .format = FORMAT_COUNT}};
    struct table *table =
        section_add_table(f->context.document, f->section, "t", "T", sv_of("Tabel"), columns, 4);
    for (size_t i = 0; i < count; i++) {
        struct table_row *row = table_add_row(f->context.document, table, ROW_BODY);
        row->cells[0] = cell_of_text(sv_format(&f->arena, "%d", rows[i][0]));
        for (int c = 1; c < 4; c++)
            row->cells[c] =
                cell_of_value(rows[i][c] < 0 ? ratio_none() : ratio_whole(rows[i][c]), FORMAT_COUNT);
    }
    return table;
}

static struct chart *chart_of(struct fixture *f, enum chart_kind kind, const struct table *table)
{
    struct chart *chart =
        section_add_chart(f->context.document, f->section, "c", sv_of("Job pr. år"), kind, table);
    chart_draw_column(chart, PLAIN, SERIES_PLAIN);
    return chart;
}

static const int three_years[][4] = {{2022, 23, 5, -1}, {2023, 41, 2, 30}, {2024, 34, 9, 30}};

static void columns_are_told_by_their_highest_and_lowest_and_the_goal(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = chart_of(&f, CHART_COLUMNS, table_of(&f, three_years, 3));
    chart_draw_column(chart, GOAL, SERIES_GOAL);
    assert_string_equal(sv_text(&f.arena, chart_description(&f.arena, chart)),
                        "Søjlediagram: Job pr. år. Højest 41 i 2023, lavest 23 i 2022; årsnorm: 30.");
    fixture_close(&f);
}

static void stacks_are_told_by_their_height(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = chart_of(&f, CHART_STACKED_COLUMNS, table_of(&f, three_years, 3));
    chart_draw_column(chart, OTHER, SERIES_PLAIN);
    assert_string_equal(sv_text(&f.arena, chart_description(&f.arena, chart)),
                        "Stablet søjlediagram: Job pr. år. I alt højest 43 i 2023, lavest 28 i 2022.");
    fixture_close(&f);
}

static void lines_are_told_from_their_first_to_their_last_point(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = chart_of(&f, CHART_LINES, table_of(&f, three_years, 3));
    chart_draw_column(chart, OTHER, SERIES_PLAIN);
    assert_string_equal(sv_text(&f.arena, chart_description(&f.arena, chart)),
                        "Kurvediagram: Job pr. år. Fleksjob: fra 23 i 2022 til 34 i 2024; Småjob: fra 5 i "
                        "2022 til 9 i 2024.");
    fixture_close(&f);
}

static void points_without_a_value_are_passed_over(void **state)
{
    (void)state;
    static const int rows[][4] = {{2022, -1, 0, -1}, {2023, 12, 0, -1}, {2024, -1, 0, -1}};
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = chart_of(&f, CHART_LINES, table_of(&f, rows, 3));
    chart_draw_column(chart, GOAL, SERIES_GOAL);
    assert_string_equal(sv_text(&f.arena, chart_description(&f.arena, chart)),
                        "Kurvediagram: Job pr. år. 12 i 2023.");
    fixture_close(&f);
}

static void a_level_series_and_an_empty_one_are_told_as_such(void **state)
{
    (void)state;
    static const int level[][4] = {{2023, 7, 0, -1}, {2024, 7, 0, -1}};
    static const int none[][4] = {{2024, -1, 0, -1}};
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    assert_string_equal(
        sv_text(&f.arena, chart_description(&f.arena, chart_of(&f, CHART_COLUMNS, table_of(&f, level, 2)))),
        "Søjlediagram: Job pr. år. 7 hele vejen.");
    assert_string_equal(
        sv_text(&f.arena, chart_description(&f.arena, chart_of(&f, CHART_COLUMNS, table_of(&f, none, 1)))),
        "Søjlediagram: Job pr. år. Ingen tal.");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_told_by_their_highest_and_lowest_and_the_goal),
        cmocka_unit_test(stacks_are_told_by_their_height),
        cmocka_unit_test(lines_are_told_from_their_first_to_their_last_point),
        cmocka_unit_test(points_without_a_value_are_passed_over),
        cmocka_unit_test(a_level_series_and_an_empty_one_are_told_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
