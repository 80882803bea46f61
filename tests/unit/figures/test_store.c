#include "data_builder.h"

static void begin(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2015-01-01", "");
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_job(b, "B1", "V1", "fleksjob", "2024-01-01", "");
    add_ended(b, "B1", "A1", "2024-01-01", "2024-05-01", "fleksjob");
    count(b, "2024");
}

static void every_row_is_found_by_its_key(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    for (size_t i = 0; i < b.figures.count; i++)
        assert_ptr_equal(figures_find(&b.figures, b.figures.rows[i].key), &b.figures.rows[i]);
    builder_free(&b);
}

static void a_code_without_a_row_counts_nothing_but_has_no_share(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    struct figure_key jobs = figure_key(&b.figures, FIGURE_JOBS_NEW);
    jobs = figure_key_code(&b.figures, jobs, sv_of("loentilskud"));
    assert_null(figures_find(&b.figures, jobs));
    assert_int_equal(ratio_compare(figures_value(&b.figures, jobs), ratio_whole(0)), 0);
    struct figure_key share = figure_key(&b.figures, FIGURE_COURSES_OUTCOME_SHARE);
    share = figure_key_code(&b.figures, share, sv_of("andet"));
    assert_false(ratio_has_value(figures_value(&b.figures, share)));
    builder_free(&b);
}

static void an_unknown_code_period_or_goal_figure_is_not_found(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    const struct figure_key key = figure_key(&b.figures, FIGURE_JOBS_NEW);
    assert_non_null(figures_find(&b.figures, key));
    assert_null(figures_find(&b.figures, figure_key_code(&b.figures, key, sv_of("findes ikke"))));
    assert_null(figures_find(&b.figures, figure_key_in(&b.figures, FIGURE_JOBS_NEW, UINT16_MAX)));
    assert_null(figures_find(&b.figures, figure_key(&b.figures, FIGURE_GOAL_VALUE)));
    builder_free(&b);
}

static void figures_are_known_by_their_names_and_goals_figures_are_not(void **state)
{
    (void)state;
    for (enum figure_id id = 0; id < FIGURES; id++) {
        if (!figure_is_of_goal(id))
            assert_int_equal(figure_named(sv_of(figure_kind(id)->key)), id);
        assert_true(strlen(figure_kind(id)->name) > 0);
        assert_int_equal(figure_kind(id)->how[strlen(figure_kind(id)->how) - 1], '.');
    }
    assert_int_equal(figure_named(sv_of("vaerdi")), FIGURES);
    assert_int_equal(figure_named(sv_of("job.ny")), FIGURES);
    assert_int_equal(figure_named(sv_of("")), FIGURES);
}

/* The printed name of a code of a figure. */
static const char *name_of(struct builder *b, enum figure_id id, const char *code)
{
    const struct figure_key key = figure_key_code(&b->figures, figure_key(&b->figures, id), sv_of(code));
    return sv_text(&b->arena, figure_code_name(&b->arena, &b->figures, key));
}

static void codes_have_danish_names(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    assert_string_equal(name_of(&b, FIGURE_JOBS_NEW, "smaajob"), "Småjob");
    assert_string_equal(name_of(&b, FIGURE_COURSES_PROGRESSION, "uaendret"), "Uændret");
    assert_string_equal(name_of(&b, FIGURE_COURSES_VALUE_CHAIN, "motivation>lille_job"),
                        "Motivation → Lille job");
    assert_string_equal(name_of(&b, FIGURE_JOBS_HOURS_BAND, "10-20"), "10–20 timer");
    assert_string_equal(name_of(&b, FIGURE_JOBS_CUMULATED, "03"), "Marts");
    assert_string_equal(name_of(&b, FIGURE_ENTERPRISES_GENERATION, "2"), "Anden generation");
    assert_string_equal(name_of(&b, FIGURE_JOBS_NEW, "ukendt"), "ukendt");
    const struct figure_key without = figure_key(&b.figures, FIGURE_JOBS_NEW);
    assert_int_equal(figure_code_name(&b.arena, &b.figures, without).size, 0);
    builder_free(&b);
}

static void a_store_that_holds_nothing_yet_has_no_figure(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    b.figures = (struct figures){0};
    struct figure_key key = figure_key(&b.figures, FIGURE_JOBS_NEW);
    assert_null(figures_find(&b.figures, key));
    assert_false(figures_have(&b.figures, FIGURE_JOBS_NEW));
    count(&b, "2024");
    assert_non_null(figures_find(&b.figures, figure_key(&b.figures, FIGURE_JOBS_NEW)));
    key = figure_key(&b.figures, FIGURES);
    assert_null(figures_find(&b.figures, key));
    builder_free(&b);
}

static void a_figures_family_is_known_by_its_name(void **state)
{
    static const char *const timeless[] = {"effekt.", "survey.", "tiltag.", "kommune."};
    (void)state;
    for (enum figure_id id = 0; id < FIGURES; id++) {
        const struct sv key = sv_of(figure_kind(id)->key);
        bool starts = false;
        for (size_t i = 0; i < sizeof timeless / sizeof *timeless; i++)
            starts |= sv_starts_with(key, sv_of(timeless[i]));
        assert_int_equal(figure_is_of_goal(id), sv_find(key, '.') == SIZE_MAX);
        assert_int_equal(figure_is_of_effect(id), sv_starts_with(key, sv_of("effekt.")));
        assert_int_equal(figure_is_timeless(id), starts);
    }
}

static void a_goals_figure_has_the_unit_of_what_it_is_about(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "m", GOAL_YEARLY, "job.timer", "", 4);
    add_goal(&b, "n", GOAL_YEARLY, "findes.ikke", "", 4);
    count(&b, "2024");
    struct figure_key key = figure_key(&b.figures, FIGURE_GOAL_VALUE);
    assert_string_equal(figure_key_unit(&b.figures, key), "");
    key.goal = 0;
    assert_string_equal(figure_key_unit(&b.figures, key), "timer");
    key.goal = 1;
    assert_string_equal(figure_key_unit(&b.figures, key), "");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_found_by_its_key),
        cmocka_unit_test(a_code_without_a_row_counts_nothing_but_has_no_share),
        cmocka_unit_test(an_unknown_code_period_or_goal_figure_is_not_found),
        cmocka_unit_test(figures_are_known_by_their_names_and_goals_figures_are_not),
        cmocka_unit_test(codes_have_danish_names),
        cmocka_unit_test(a_store_that_holds_nothing_yet_has_no_figure),
        cmocka_unit_test(a_figures_family_is_known_by_its_name),
        cmocka_unit_test(a_goals_figure_has_the_unit_of_what_it_is_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
