#include "../figures/data_builder.h"

#include "data_book.h"

struct fixture {
    struct builder b;
    struct document *book;
};

static void open_book(struct fixture *f)
{
    builder_init(&f->b);
    add_agreement(&f->b, "A1", "2020-01-01", "");
    add_ended(&f->b, "B1", "A1", "2023-01-01", "2023-06-30", "fleksjob");
    add_ended(&f->b, "B2", "A1", "2024-02-01", "2024-06-30", "stoppet")->plan = NO;
    add_course(&f->b, "B3", "A1", "unge", "2024-03-01", "")->plan = YES;
}

static const struct table *table_named(struct fixture *f, const char *id)
{
    const struct table *table = document_table(f->book, sv_of(id));
    assert_non_null(table);
    return table;
}

static uint16_t column_named(const struct table *table, const char *heading)
{
    for (uint16_t i = 0; i < table->column_count; i++)
        if (sv_is(table->columns[i].heading, heading))
            return i;
    fail_msg("no column %s", heading);
    return 0;
}

/* What stands in a column, row by row: "1 " or "- ". */
static struct sv marks(struct fixture *f, const char *id, const char *heading)
{
    struct buffer text = buffer_in(&f->b.arena);
    const struct table *table = table_named(f, id);
    const uint16_t column = column_named(table, heading);
    for (size_t row = 0; row < table->row_count; row++) {
        const struct cell *cell = &table->rows[row].cells[column];
        if (cell->kind == CELL_VALUE)
            ratio_write_plain(&text, cell->value);
        else
            buffer_add_byte(&text, '-');
        buffer_add_byte(&text, ' ');
    }
    return buffer_view(&text);
}

static void assert_marks(struct fixture *f, const char *id, const char *heading, const char *expected)
{
    assert_string_equal(sv_text(&f->b.arena, marks(f, id, heading)), expected);
}

static void count_and_compose(struct fixture *f)
{
    count(&f->b, "2024");
    f->book = data_book_compose(&f->b.figures, day("2025-01-31"), &f->b.arena);
}

static void a_row_has_one_where_it_counts_and_the_total_adds_up(void **state)
{
    struct fixture f;
    (void)state;
    open_book(&f);
    count_and_compose(&f);
    assert_marks(&f, "forloeb", "Startede forløb", "1 1 2 ");
    assert_marks(&f, "forloeb", "Afsluttede forløb", "1 - 1 ");
    const struct table *table = table_named(&f, "forloeb");
    const uint16_t column = column_named(table, "Startede forløb");
    assert_int_equal(table->rows[2].kind, ROW_TOTAL);
    assert_int_equal(table->rows[2].cells[column].derivation.kind, DERIVED_SUM_ABOVE);
    builder_free(&f.b);
}

static void a_share_has_one_in_the_numerator_and_nought_in_the_denominator_alone(void **state)
{
    struct fixture f;
    (void)state;
    open_book(&f);
    count_and_compose(&f);
    assert_marks(&f, "forloeb", "Andel med en plan", "0 1 - ");
    builder_free(&f.b);
}

static void a_mean_has_the_values_it_is_taken_of_and_no_total(void **state)
{
    struct fixture f;
    (void)state;
    open_book(&f);
    count_and_compose(&f);
    assert_marks(&f, "forloeb", "Varighed i dage, median", "151 - - ");
    builder_free(&f.b);
}

static void a_goal_has_a_column_where_its_rows_are(void **state)
{
    struct fixture f;
    (void)state;
    open_book(&f);
    add_goal(&f.b, "to", GOAL_YEARLY, "forloeb.afsluttede", "", 2)->name = sv_of("To om året");
    count_and_compose(&f);
    assert_marks(&f, "forloeb", "Mål: To om året", "1 - 1 ");
    builder_free(&f.b);
}

static void a_figure_named_as_a_column_says_that_it_is_counted(void **state)
{
    struct fixture f;
    (void)state;
    open_book(&f);
    add_enterprise(&f.b, "V1", "virksomhed", "2020-01-01", "")->staff = 4;
    count_and_compose(&f);
    assert_marks(&f, "virksomheder", "ansatte", "4 - ");
    assert_marks(&f, "virksomheder", "Ansatte, talt med", "4 4 ");
    builder_free(&f.b);
}

static void the_figures_are_listed_for_all_and_for_each_agreement_with_their_rows(void **state)
{
    struct fixture f;
    size_t found = 0;
    (void)state;
    open_book(&f);
    add_agreement(&f.b, "A2", "2020-01-01", "");
    count_and_compose(&f);
    const struct table *table = table_named(&f, "noegletal");
    const uint16_t rows = column_named(table, "Rækker");
    const uint16_t sheet = column_named(table, "Ark");
    const int64_t expected[] = {2, 2, 0}; /* all, A1, A2 */
    const unsigned column = column_named(table_named(&f, "forloeb"), "Startede forløb") + 1u;
    char links[3][32];
    snprintf(links[0], sizeof links[0], "#forloeb:1-2:%u", column);
    snprintf(links[1], sizeof links[1], "#forloeb:1-2:%u", column);
    snprintf(links[2], sizeof links[2], "#forloeb");
    for (size_t i = 0; i < table->row_count; i++)
        if (sv_is(table->rows[i].cells[0].text, "forloeb.startede")) {
            assert_int_equal(table->rows[i].cells[rows].value.num, expected[found++]);
            /* its column, where the rows of its agreement are */
            const struct sv link = table->rows[i].cells[sheet].link;
            assert_string_equal(sv_text(&f.b.arena, link), links[found - 1]);
        }
    assert_int_equal(found, 3);
    builder_free(&f.b);
}

static void an_evaluation_shows_the_courses_of_the_year_before(void **state)
{
    struct fixture f;
    (void)state;
    open_book(&f);
    count_evaluation(&f.b, 2024, "");
    f.book = data_book_compose(&f.b.figures, day("2024-04-30"), &f.b.arena);
    assert_marks(&f, "forloeb", "Startede forløb (2023)", "1 1 ");
    assert_marks(&f, "forloeb", "Afsluttede forløb i alt", "1 1 ");
    builder_free(&f.b);
}

static void tables_without_rows_have_no_sheet(void **state)
{
    struct fixture f;
    (void)state;
    open_book(&f);
    count_and_compose(&f);
    assert_null(document_table(f.book, sv_of("job")));
    assert_non_null(document_table(f.book, sv_of("aftaler")));
    builder_free(&f.b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_has_one_where_it_counts_and_the_total_adds_up),
        cmocka_unit_test(a_share_has_one_in_the_numerator_and_nought_in_the_denominator_alone),
        cmocka_unit_test(a_mean_has_the_values_it_is_taken_of_and_no_total),
        cmocka_unit_test(a_goal_has_a_column_where_its_rows_are),
        cmocka_unit_test(a_figure_named_as_a_column_says_that_it_is_counted),
        cmocka_unit_test(the_figures_are_listed_for_all_and_for_each_agreement_with_their_rows),
        cmocka_unit_test(an_evaluation_shows_the_courses_of_the_year_before),
        cmocka_unit_test(tables_without_rows_have_no_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
