#include "document_fixture.h"

#include "describe_chart.h"

#include <string.h>

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

static struct chart *bars_of(struct fixture *f, enum chart_kind kind, const int (*rows)[4], size_t count)
{
    struct chart *chart = chart_of(f, kind, table_of(f, rows, count));
    chart_draw_column(chart, OTHER, SERIES_PLAIN);
    chart->empty = sv_of("ingen svar");
    return chart;
}

static void shares_are_told_by_the_largest_part_of_each_bar(void **state)
{
    (void)state;
    static const int rows[][4] = {{2023, 7, 5, 12}, {2024, 3, 3, 6}, {2025, 0, 0, 0}};
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = bars_of(&f, CHART_STACKED_SHARES, rows, 3);
    chart->total_column = GOAL;
    assert_string_equal(
        sv_text(&f.arena, chart_description(&f.arena, chart)),
        "Liggende søjlediagram, hvor hver søjle viser 100 %: Job pr. år. 2023: flest "
        "»Fleksjob« (7 af 12); 2024: flest »Fleksjob« og »Småjob« (3 af 6); 2025: ingen svar.");
    fixture_close(&f);
}

static void of_many_bars_the_first_are_told(void **state)
{
    (void)state;
    int rows[18][4];
    for (int i = 0; i < 18; i++)
        memcpy(rows[i], (int[]){2001 + i, 2, 1, 3}, sizeof rows[i]);
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    const struct sv told =
        chart_description(&f.arena, bars_of(&f, CHART_STACKED_SHARES, (const int(*)[4])rows, 18));
    assert_true(
        sv_ends_with(told, sv_of("; 2016: flest »Fleksjob« (2); resten af de 18 søjler står i tabellen.")));
    fixture_close(&f);
}

static void bars_are_told_by_the_names_of_the_highest_and_the_lowest(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = chart_of(&f, CHART_BARS, table_of(&f, three_years, 3));
    chart_draw_column(chart, GOAL, SERIES_GOAL);
    assert_string_equal(
        sv_text(&f.arena, chart_description(&f.arena, chart)),
        "Liggende søjlediagram: Job pr. år. Højest 2023 (41), lavest 2022 (23); årsnorm: 30.");
    fixture_close(&f);
}

static void bars_from_a_base_are_told_by_both_their_ends(void **state)
{
    (void)state;
    static const int rows[][4] = {{2023, 20, 60, 40}, {2024, 50, 30, 40}};
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = bars_of(&f, CHART_BARS, rows, 2);
    chart_draw_column(chart, GOAL, SERIES_BASE);
    assert_string_equal(sv_text(&f.arena, chart_description(&f.arena, chart)),
                        "Liggende søjlediagram: Job pr. år. Årsnorm: 40. 2023: 20 (fleksjob), 60 (småjob); "
                        "2024: 50 (fleksjob), 30 (småjob).");
    fixture_close(&f);
}

static void a_bar_is_named_by_its_group_too(void **state)
{
    (void)state;
    static const int rows[][4] = {{2024, 1, 4, 5}};
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = bars_of(&f, CHART_STACKED_SHARES, rows, 1);
    chart->group_column = GOAL;
    assert_string_equal(
        sv_text(&f.arena, chart_description(&f.arena, chart)),
        "Liggende søjlediagram, hvor hver søjle viser 100 %: Job pr. år. 5 (2024): flest »Småjob« (4).");
    fixture_close(&f);
}

static void small_charts_are_told_from_their_first_to_their_last_value(void **state)
{
    (void)state;
    static const int rows[][4] = {{1, 20, 60, 40}, {2, -1, 30, -1}, {3, -1, -1, -1}};
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    struct chart *chart = bars_of(&f, CHART_SMALL_COLUMNS, rows, 3);
    chart_draw_column(chart, GOAL, SERIES_PLAIN);
    assert_string_equal(sv_text(&f.arena, chart_description(&f.arena, chart)),
                        "Små søjlediagrammer på samme skala: Job pr. år. 1: fra 20 i Fleksjob til 40 i "
                        "Årsnorm; 2: 30 i Småjob; 3: ingen svar.");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_told_by_their_highest_and_lowest_and_the_goal),
        cmocka_unit_test(stacks_are_told_by_their_height),
        cmocka_unit_test(lines_are_told_from_their_first_to_their_last_point),
        cmocka_unit_test(points_without_a_value_are_passed_over),
        cmocka_unit_test(shares_are_told_by_the_largest_part_of_each_bar),
        cmocka_unit_test(of_many_bars_the_first_are_told),
        cmocka_unit_test(bars_are_told_by_the_names_of_the_highest_and_the_lowest),
        cmocka_unit_test(bars_from_a_base_are_told_by_both_their_ends),
        cmocka_unit_test(a_bar_is_named_by_its_group_too),
        cmocka_unit_test(small_charts_are_told_from_their_first_to_their_last_value),
        cmocka_unit_test(a_level_series_and_an_empty_one_are_told_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
