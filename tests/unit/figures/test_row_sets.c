#include "random_data.h"
#include "row_sets.h"

/* ---- Every row of the store ---- */

static void add_random_answer(struct builder *b, uint64_t *seed)
{
    const char *agreement = random_below(seed, 2) ? "A0" : "A1";
    struct evaluation *row = add_evaluation(b, agreement, 2019 + (int)random_below(seed, 7), "samarbejde",
                                            (int)random_below(seed, 6));
    row->question = (uint16_t)random_below(seed, 8);
}

static void add_random_reading(struct builder *b, uint64_t *seed)
{
    const uint32_t course = random_below(seed, (uint32_t)row_count(&b->data, TABLE_COURSES));
    struct progression_reading *row =
        add_reading(b, course % 5, "2024-01-01", "arbejdsevne", 1 + (int)random_below(seed, 5));
    row->date = random_day(seed);
    row->indicator = (uint16_t)random_below(seed, 2);
}

static void complete_rows(struct builder *b, uint64_t *seed)
{
    struct course *courses_built = b->data.tables[TABLE_COURSES].data;
    struct enterprise *enterprises_built = b->data.tables[TABLE_ENTERPRISES].data;
    for (size_t i = 0; i < row_count(&b->data, TABLE_COURSES); i++) {
        courses_built[i].plan = (uint8_t)random_below(seed, 3);
        courses_built[i].ownership = (uint8_t)random_below(seed, 3);
    }
    for (size_t i = 0; i < row_count(&b->data, TABLE_ENTERPRISES); i++) {
        enterprises_built[i].status = (uint16_t)random_below(seed, 3);
        enterprises_built[i].start = random_below(seed, 5) ? enterprises_built[i].start : DAY_NONE;
        enterprises_built[i].income_private = random_below(seed, 3) ? random_below(seed, 900) : DECIMAL_NONE;
        enterprises_built[i].income_civil = random_below(seed, 3) ? random_below(seed, 900) : DECIMAL_NONE;
    }
}

static void add_random_answers(struct builder *b, uint64_t *seed)
{
    for (uint32_t left = random_below(seed, 60); left > 0; left--)
        add_random_answer(b, seed);
    for (uint32_t left = row_count(&b->data, TABLE_COURSES) ? 40 : 0; left > 0; left--)
        add_random_reading(b, seed);
    add_effort(b, "2023", "csr", LIGHT_YELLOW);
    add_effort(b, "2022-2", "csr", LIGHT_RED);
    add_recommendation(b, 2023, "vedtaget");
    add_recommendation(b, 2022, "vedtaget");
    add_recommendation(b, 2021, "gennemfoert");
}

/* Goals about every kind of figure: counts, sums, shares, persons, medians; with codes that are added up. */
static void add_goals(struct builder *b)
{
    static const char *const about[][2] = {
        {"forloeb.igang_ultimo", ""},
        {"forloeb.effekt", ""},
        {"forloeb.udfald_andel", "fleksjob|stoppet"},
        {"forloeb.varighed", ""},
        {"forloeb.timer_aendring", ""},
        {"forloeb.timer_aendring_median", ""},
        {"forloeb.fastholdelse", ""},
        {"job.personer", "fleksjob|smaajob"},
        {"job.personer", ""},
        {"job.aarsvaerk", ""},
        {"job.timebaand", "0-5|30+"},
        {"virksomhed.kant_andel", ""},
        {"virksomhed.indtaegt_andel", "privat|civil"},
        {"proevehandling.verdensmaal", "1|2|17"},
        {"indkoeb.beloeb", "Teknik|Ældre"},
        {"fundraising.succesrate", ""},
        {"anbefaling.antal", "vedtaget|gennemfoert"},
        {"forloeb.progression_andel", "frem|uaendret"},
    };
    char id[24];
    for (size_t i = 0; i < 2 * sizeof about / sizeof *about; i++) {
        snprintf(id, sizeof id, "m%zu", i);
        add_goal(b, id, i % 2 ? GOAL_YEARLY : GOAL_FINAL, about[i / 2][0], about[i / 2][1], 3);
    }
    add_goal(b, "milepael", GOAL_MILESTONE, "", "", 1)->target = DECIMAL_NONE;
    add_goal(b, "uden", GOAL_YEARLY, "job.nye", "", 1)->target = DECIMAL_NONE;
}

static void assert_same(const struct figures *figures, struct figure_key key, struct ratio stored,
                        struct ratio counted)
{
    const bool same = ratio_has_value(stored) == ratio_has_value(counted) &&
                      (!ratio_has_value(stored) || ratio_compare(stored, counted) == 0);
    const struct sv name = figure_key_name(figures->arena, figures, key);
    if (!same)
        fail_msg("%.*s, %.*s: %g in the store, %g by its rows", SV_ARG(name),
                 SV_ARG(symbols_name(&figures->codes, key.code)), ratio_to_double(stored),
                 ratio_to_double(counted));
}

/* How many rows of the store are compared with what their rows come to: all but those worked out from them.
 */
static size_t compare_with_rows(const struct figures *figures)
{
    struct arena scratch;
    struct row_sets sets;
    size_t compared = 0;
    arena_init(&scratch, NULL);
    row_sets_init(&sets, figures, &scratch);
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->rows[i];
        const struct row_set set = row_set_of(&sets, figure->key, &scratch);
        if (set.measure != MEASURE_DERIVED)
            assert_same(figures, figure->key, figure->value, row_set_value(&set, &scratch));
        compared += set.measure != MEASURE_DERIVED;
    }
    arena_free(&scratch);
    return compared;
}

static void build(struct builder *b, uint64_t *seed)
{
    add_random_data(b, seed);
    add_random_rest(b, seed);
    add_random_answers(b, seed);
    complete_rows(b, seed);
    add_goals(b);
}

static void every_figure_is_what_its_rows_come_to(void **state)
{
    static const char *const reports[] = {"2024", "2021", "2023-1", "2022-2"};
    enum { ROUNDS = 24 };
    uint64_t seed = 311257;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct builder b;
        build(&b, &seed);
        if (round % 3 == 2)
            b.data.settings.extract_date = day("2022-10-03");
        const struct figures *figures = count(&b, reports[round % 4]);
        assert_true(compare_with_rows(figures) > figures->count / 2);
        builder_free(&b);
    }
}

static void every_figure_of_an_evaluation_is_what_its_rows_come_to(void **state)
{
    enum { ROUNDS = 12 };
    uint64_t seed = 5005;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct builder b;
        build(&b, &seed);
        if (round % 3 == 2)
            b.data.settings.extract_date = day("2023-10-03");
        const struct figures *figures = count_evaluation(&b, 2024, round % 2 ? "2024-05-01" : "");
        assert_int_equal(compare_with_rows(figures), figures->count);
        builder_free(&b);
    }
}

/* ---- Single sets ---- */

static struct row_set rows_of(struct builder *b, enum figure_id figure, const char *code)
{
    struct row_sets sets;
    struct figure_key key = figure_key(&b->figures, figure);
    if (*code)
        key = figure_key_code(&b->figures, key, sv_of(code));
    row_sets_init(&sets, &b->figures, &b->arena);
    return row_set_of(&sets, key, &b->arena);
}

static void a_quotient_has_the_rows_of_its_denominator_and_says_which_are_in_its_numerator(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2020-01-01", "");
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-06-30", "fleksjob");
    add_ended(&b, "B2", "A1", "2024-01-01", "2024-06-30", "stoppet");
    add_ended(&b, "B3", "A1", "2024-01-01", "2025-06-30", "fleksjob");
    count(&b, "2024");
    const struct row_set set = rows_of(&b, FIGURE_COURSES_EFFECT, "");
    assert_int_equal(set.measure, MEASURE_QUOTIENT);
    assert_int_equal(set.count, 2);
    assert_int_equal(row_set_numerators(&set), 1);
    assert_int_equal(set.rows[0].row, 0);
    assert_int_equal(set.rows[0].amount, 1);
    assert_int_equal(set.rows[1].row, 1);
    assert_int_equal(set.rows[1].amount, 0);
    builder_free(&b);
}

static void a_count_by_code_that_is_zero_has_no_rows(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2020-01-01", "");
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-06-30", "fleksjob");
    count(&b, "2024");
    assert_int_equal(rows_of(&b, FIGURE_COURSES_OUTCOME, "stoppet").count, 0);
    assert_int_equal(rows_of(&b, FIGURE_COURSES_OUTCOME, "fleksjob").count, 1);
    builder_free(&b);
}

static void the_use_of_places_has_its_courses_and_its_agreement(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2024-01-01", "2024-01-10")->places = 2;
    add_agreement(&b, "A2", "2024-01-01", "2024-01-10")->places = 2;
    add_course(&b, "B1", "A1", "unge", "2024-01-06", "");
    add_course(&b, "B2", "A2", "unge", "2024-01-06", "");
    count(&b, "2024");
    struct row_sets sets;
    struct figure_key key = figure_key(&b.figures, FIGURE_COURSES_USE_OF_PLACES);
    key.agreement = 0;
    row_sets_init(&sets, &b.figures, &b.arena);
    const struct row_set set = row_set_of(&sets, key, &b.arena);
    assert_int_equal(set.count, 2);
    assert_int_equal(set.rows[0].table, TABLE_COURSES);
    assert_int_equal(set.rows[0].amount, 5);
    assert_int_equal(set.rows[1].table, TABLE_AGREEMENTS);
    assert_int_equal(set.rows[1].base, 20);
    builder_free(&b);
}

static void a_milestone_leads_to_its_own_row(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "aabent", GOAL_MILESTONE, "", "", 1)->reached = day("2024-03-01");
    count(&b, "2024");
    struct row_sets sets;
    struct figure_key key = figure_key(&b.figures, FIGURE_GOAL_DATE);
    key.goal = 0;
    row_sets_init(&sets, &b.figures, &b.arena);
    const struct row_set set = row_set_of(&sets, key, &b.arena);
    assert_int_equal(set.measure, MEASURE_DERIVED);
    assert_int_equal(set.count, 1);
    assert_int_equal(set.rows[0].table, TABLE_GOALS);
    builder_free(&b);
}

static void every_figure_names_columns_that_its_table_has(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    count(&b, "2024");
    for (enum figure_id figure = 0; figure < FIGURE_GOAL_VALUE; figure++) {
        if (figure_is_timeless(figure))
            continue;
        const struct row_set set = rows_of(&b, figure, "");
        const struct table_schema *schema = table_schema(set.table);
        assert_non_null(set.deciding[0]);
        for (size_t i = 0; i < DECIDING_COLUMNS && set.deciding[i]; i++) {
            bool found = false;
            for (size_t column = 0; column < schema->column_count; column++)
                found |= strcmp(schema->columns[column].name, set.deciding[i]) == 0;
            if (!found)
                fail_msg("%s has no column %s", schema->name, set.deciding[i]);
        }
    }
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_is_what_its_rows_come_to),
        cmocka_unit_test(every_figure_of_an_evaluation_is_what_its_rows_come_to),
        cmocka_unit_test(a_quotient_has_the_rows_of_its_denominator_and_says_which_are_in_its_numerator),
        cmocka_unit_test(a_count_by_code_that_is_zero_has_no_rows),
        cmocka_unit_test(the_use_of_places_has_its_courses_and_its_agreement),
        cmocka_unit_test(a_milestone_leads_to_its_own_row),
        cmocka_unit_test(every_figure_names_columns_that_its_table_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
