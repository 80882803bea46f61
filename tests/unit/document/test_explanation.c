#include "../figures/data_builder.h"

#include "cell_text.h"
#include "explanation.h"
#include "record_cells.h"

static struct document *explain(struct builder *b, struct figure_key key)
{
    return explanation_compose(&b->figures, key, EXPLANATION_ROWS, &b->arena);
}

/* A cell of the table of rows, by the column's heading, as it is printed. */
static const char *cell_at(struct builder *b, const struct document *document, const char *id, size_t row,
                           const char *heading)
{
    struct buffer text = buffer_in(&b->arena);
    const struct table *table = document_table(document, sv_of(id));
    assert_non_null(table);
    assert_true(row < table->row_count);
    for (size_t i = 0; i < table->column_count; i++)
        if (sv_is(table->columns[i].heading, heading)) {
            cell_text(&text, &table->rows[row].cells[i]);
            return sv_text(&b->arena, buffer_view(&text));
        }
    fail_msg("no column %s", heading);
    return NULL;
}

static const char *first_paragraph(struct builder *b, const struct document *document, size_t section)
{
    return sv_text(&b->arena, paragraph_text(&b->arena, &document->sections[section].blocks[0].as.paragraph));
}

static void add_some_courses(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2020-01-01", "");
    struct course *course = add_ended(b, "B1", "A1", "2024-01-01", "2024-06-30", "fleksjob");
    course->hours_start = 0;
    course->hours_end = 7 * DECIMAL_ONE + DECIMAL_ONE / 4;
    add_ended(b, "B2", "A1", "2024-01-01", "2024-06-30", "stoppet");
}

static void a_share_shows_what_is_divided_and_which_rows_are_in_the_numerator(void **state)
{
    struct builder b;
    (void)state;
    add_some_courses(&b);
    count(&b, "2024");
    const struct document *document = explain(&b, figure_key(&b.figures, FIGURE_COURSES_EFFECT));
    assert_string_equal(first_paragraph(&b, document, 0), "50\xC2\xA0% (1 af 2)");
    assert_string_equal(first_paragraph(&b, document, 1), "2 rækker tæller med, heraf 1 i tælleren.");
    assert_string_equal(cell_at(&b, document, "forloeb", 0, "I tælleren"), "ja");
    assert_string_equal(cell_at(&b, document, "forloeb", 1, "I tælleren"), "");
    assert_string_equal(cell_at(&b, document, "forloeb", 1, "udfald"), "Stoppet");
    builder_free(&b);
}

static void a_number_is_shown_with_the_decimals_it_has(void **state)
{
    struct builder b;
    (void)state;
    add_some_courses(&b);
    count(&b, "2024");
    const struct document *document = explain(&b, figure_key(&b.figures, FIGURE_COURSES_HOURS_CHANGE));
    assert_string_equal(first_paragraph(&b, document, 0), "7,25 timer");
    assert_string_equal(cell_at(&b, document, "forloeb", 0, "timer_slut"), "7,25");
    assert_string_equal(cell_at(&b, document, "forloeb", 0, "Lægger til"), "7,25");
    builder_free(&b);
}

static void more_rows_than_asked_for_are_counted_but_not_shown(void **state)
{
    struct builder b;
    (void)state;
    add_some_courses(&b);
    for (int i = 0; i < EXPLANATION_ROWS; i++)
        add_course(&b, "B3", "A1", "unge", "2024-03-01", "");
    count(&b, "2024");
    const struct figure_key key = figure_key(&b.figures, FIGURE_COURSES_STARTED);
    const struct document *document = explain(&b, key);
    assert_int_equal(document_table(document, sv_of("forloeb"))->row_count, EXPLANATION_ROWS);
    assert_string_equal(first_paragraph(&b, document, 1), "52 rækker tæller med.");
    document = explanation_compose(&b.figures, key, EVERY_ROW, &b.arena);
    assert_int_equal(document_table(document, sv_of("forloeb"))->row_count, EXPLANATION_ROWS + 2);
    builder_free(&b);
}

static void a_figure_without_rows_says_so(void **state)
{
    struct builder b;
    (void)state;
    add_some_courses(&b);
    count(&b, "2021");
    const struct document *document = explain(&b, figure_key(&b.figures, FIGURE_COURSES_EFFECT));
    assert_string_equal(first_paragraph(&b, document, 0), "ingen værdi");
    assert_string_equal(first_paragraph(&b, document, 1), "Ingen rækker tæller med.");
    builder_free(&b);
}

static void a_milestones_day_stands_in_its_own_row(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    struct goal *goal = add_goal(&b, "aabent", GOAL_MILESTONE, "", "", 0);
    goal->target = DECIMAL_NONE;
    goal->reached = day("2024-03-01");
    count(&b, "2024");
    struct figure_key key = figure_key(&b.figures, FIGURE_GOAL_DATE);
    key.goal = 0;
    const struct document *document = explain(&b, key);
    assert_string_equal(first_paragraph(&b, document, 1), "Det står i målets egen række.");
    assert_string_equal(cell_at(&b, document, "maal", 0, "opnaaet_dato"), "01-03-2024");
    assert_string_equal(cell_at(&b, document, "maal", 0, "maal"), "");
    builder_free(&b);
}

/* ---- Cells of records ---- */

static const char *record_text(struct builder *b, enum table_id table, const char *column)
{
    struct buffer text = buffer_in(&b->arena);
    const struct cell cell = record_cell(&b->data, table, 0, record_column(table, column), &b->arena);
    cell_text(&text, &cell);
    return sv_text(&b->arena, buffer_view(&text));
}

static void every_kind_of_column_becomes_a_cell(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "fond", "2020-01-01", "")->cvr = 99900016;
    struct agreement *agreement = add_agreement(&b, "A1", "2020-01-01", "");
    agreement->places = 12;
    agreement->positive_outcomes = 3;
    add_effort(&b, "2024-1", "csr", LIGHT_RED);
    add_evaluation(&b, "A1", 2024, "samarbejde", 4);
    assert_string_equal(record_text(&b, TABLE_AGREEMENTS, "aftale_id"), "A1");
    assert_string_equal(record_text(&b, TABLE_AGREEMENTS, "virksomhed_id"), "V1");
    assert_string_equal(record_text(&b, TABLE_AGREEMENTS, "start"), "01-01-2020");
    assert_string_equal(record_text(&b, TABLE_AGREEMENTS, "slut"), "");
    assert_string_equal(record_text(&b, TABLE_AGREEMENTS, "pladser"), "12");
    assert_string_equal(record_text(&b, TABLE_AGREEMENTS, "pris_pr_forloeb"), "");
    assert_string_equal(record_text(&b, TABLE_AGREEMENTS, "positive_udfald"), "Uddannelse, Ordinært job");
    assert_string_equal(record_text(&b, TABLE_ENTERPRISES, "cvr"), "99900016");
    assert_string_equal(record_text(&b, TABLE_ENTERPRISES, "type"), "Fond");
    assert_string_equal(record_text(&b, TABLE_ENTERPRISES, "bundlinje_social"), "");
    assert_string_equal(record_text(&b, TABLE_EFFORT_STATUSES, "periode"), "2024-1");
    assert_string_equal(record_text(&b, TABLE_EVALUATIONS, "svar"), "4");
    assert_string_equal(record_text(&b, TABLE_EVALUATIONS, "aar"), "2024");
    assert_null(record_column(TABLE_EVALUATIONS, "findes_ikke"));
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_share_shows_what_is_divided_and_which_rows_are_in_the_numerator),
        cmocka_unit_test(a_number_is_shown_with_the_decimals_it_has),
        cmocka_unit_test(more_rows_than_asked_for_are_counted_but_not_shown),
        cmocka_unit_test(a_figure_without_rows_says_so),
        cmocka_unit_test(a_milestones_day_stands_in_its_own_row),
        cmocka_unit_test(every_kind_of_column_becomes_a_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
