#include "document_fixture.h"

#include "comparison.h"

static const struct compared rows[] = {
    {"Borgere i forløb", FIGURE_COURSES_PERSONS, NULL, FIGURES, TABLE_COURSES},
    {"Effekt", FIGURE_COURSES_EFFECT, NULL, FIGURE_COURSES_ENDED, TABLE_COURSES},
    {"Årsværk", FIGURE_JOBS_FULL_TIME, NULL, FIGURES, TABLE_JOBS},
    {"Fleksjob", FIGURE_JOBS_NEW, "fleksjob", FIGURES, TABLE_JOBS},
    {"Lokale indkøb i kr.", FIGURE_PURCHASES_AMOUNT, NULL, FIGURES, TABLE_PURCHASES},
};
enum { ROWS = sizeof rows / sizeof *rows };

static struct table *compare(struct fixture *f)
{
    return add_comparison(&f->context, f->section, "t", "T", sv_of("Tabel"), rows, ROWS);
}

static void put_all(struct fixture *f)
{
    f->data.tables[TABLE_COURSES].present = f->data.tables[TABLE_JOBS].present = true;
    put(f, FIGURE_COURSES_PERSONS, LAST_YEAR, 118);
    put(f, FIGURE_COURSES_PERSONS, THIS_YEAR, 143);
    put(f, FIGURE_COURSES_ENDED, THIS_YEAR, 120);
    put(f, FIGURE_COURSES_ENDED, LAST_YEAR, 100);
    put_share(f, FIGURE_COURSES_EFFECT, LAST_YEAR, 43, 100);
    put_share(f, FIGURE_COURSES_EFFECT, THIS_YEAR, 48, 120);
    put_share(f, FIGURE_JOBS_FULL_TIME, LAST_YEAR, 29, 2);
    put_share(f, FIGURE_JOBS_FULL_TIME, THIS_YEAR, 25, 2);
    put_code(f, FIGURE_JOBS_NEW, LAST_YEAR, "fleksjob", 19);
    put_code(f, FIGURE_JOBS_NEW, THIS_YEAR, "fleksjob", 14);
}

static void each_figure_stands_beside_last_years_with_its_change(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_all(&f);
    fixture_ready(&f);
    const struct table *table = compare(&f);
    assert_string_equal(cell_words(&f, &table->rows[0].cells[3]), "+25");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[1]), "40,0 %");
    assert_string_equal(cell_words(&f, &table->rows[1].cells[3]), "−3,0 procentpoint");
    assert_string_equal(cell_words(&f, &table->rows[2].cells[3]), "−2,0");
    assert_string_equal(cell_words(&f, &table->rows[3].cells[2]), "19");
    assert_string_equal(cell_words(&f, &table->rows[3].cells[3]), "−5");
    for (size_t i = 0; i < table->row_count; i++)
        assert_true(table->rows[i].cells[1].has_key && table->rows[i].cells[2].has_key);
    fixture_close(&f);
}

static void figures_that_say_nothing_have_no_row(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_all(&f);
    put(&f, FIGURE_PURCHASES_AMOUNT, THIS_YEAR, 0);
    fixture_ready(&f);
    f.data.tables[TABLE_PURCHASES].present = true;
    assert_int_equal(compare(&f)->row_count, ROWS - 1);
    fixture_close(&f);
}

static void a_share_of_none_is_a_row(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    f.data.tables[TABLE_COURSES].present = true;
    put(&f, FIGURE_COURSES_ENDED, THIS_YEAR, 3);
    put_share(&f, FIGURE_COURSES_EFFECT, THIS_YEAR, 0, 3);
    fixture_ready(&f);
    const struct table *table = compare(&f);
    assert_int_equal(table->row_count, 1);
    assert_string_equal(cell_words(&f, &table->rows[0].cells[1]), "0 %");
    assert_string_equal(cell_words(&f, &table->rows[0].cells[2]), "–");
    fixture_close(&f);
}

static void part_of_a_year_is_not_compared_with_a_whole_one(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_all(&f);
    fixture_ready(&f);
    fixture_make_preliminary(&f, 6, 30);
    const struct table *table = compare(&f);
    assert_string_equal(cell_words(&f, &table->rows[0].cells[1]), "143");
    assert_string_equal(cell_words(&f, &table->rows[0].cells[3]), "–");
    fixture_close(&f);
}

static void a_table_of_nothing_but_zeros_is_left_out(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    f.data.tables[TABLE_COURSES].present = true;
    put(&f, FIGURE_COURSES_PERSONS, THIS_YEAR, 0);
    fixture_ready(&f);
    assert_null(compare(&f));
    assert_int_equal(f.section->block_count, 0);
    fixture_close(&f);
}

/* ---- The mosaic economy ---- */

static void put_income(struct fixture *f, int year, int64_t private_share, int64_t public_share)
{
    const int64_t shares[] = {private_share, public_share, 1000 - private_share - public_share};
    const char *const sectors[] = {"privat", "offentlig", "civil"};
    for (size_t i = 0; i < 3; i++)
        store_add(
            &f->figures,
            figure_key_code(&f->figures, key_in(f, FIGURE_ENTERPRISES_INCOME_SHARE, year), sv_of(sectors[i])),
            ratio_of(shares[i], 1000));
}

static void the_mosaic_economy_has_a_row_a_year_and_a_chart_that_tells_each_sector(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_income(&f, LAST_YEAR, 624, 272);
    put_income(&f, THIS_YEAR, 614, 269);
    fixture_ready(&f);
    add_income_mix(&f.context, f.section);
    assert_int_equal(f.section->block_count, 3);
    const struct table *table = f.section->blocks[1].as.table;
    assert_int_equal(table->row_count, 2);
    assert_string_equal(cell_words(&f, &table->rows[1].cells[1]), "61,4 %");
    assert_true(table->rows[1].cells[3].has_key);
    const struct chart *chart = f.section->blocks[2].as.chart;
    assert_int_equal(chart->kind, CHART_STACKED_COLUMNS);
    assert_string_equal(
        plain_blanks(&f, chart->alt),
        "Stablet søjlediagram: Mosaikøkonomien: indtægter efter sektor, 2023–2024. Privat: højest "
        "62,4 % i 2023, lavest 61,4 % i 2024; Offentlig: højest 27,2 % i 2023, lavest 26,9 % i 2024; "
        "Civilsamfund: højest 11,7 % i 2024, lavest 10,4 % i 2023.");
    fixture_close(&f);
}

static void without_incomes_and_figures_there_is_no_mosaic_and_no_chapter(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_ready(&f);
    add_income_mix(&f.context, f.section);
    section_value_creation(&f.context, f.section);
    assert_int_equal(f.section->block_count, 0);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_figure_stands_beside_last_years_with_its_change),
        cmocka_unit_test(figures_that_say_nothing_have_no_row),
        cmocka_unit_test(a_share_of_none_is_a_row),
        cmocka_unit_test(part_of_a_year_is_not_compared_with_a_whole_one),
        cmocka_unit_test(a_table_of_nothing_but_zeros_is_left_out),
        cmocka_unit_test(the_mosaic_economy_has_a_row_a_year_and_a_chart_that_tells_each_sector),
        cmocka_unit_test(without_incomes_and_figures_there_is_no_mosaic_and_no_chapter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
