#include "../figures/data_builder.h"

#include "figure_places.h"

struct fixture {
    struct builder b;
    struct figure_places places;
};

static void open_places(struct fixture *f)
{
    builder_init(&f->b);
    add_agreement(&f->b, "A1", "2020-01-01", "");
    add_ended(&f->b, "B1", "A1", "2023-01-01", "2023-06-30", "fleksjob");
    add_ended(&f->b, "B2", "A1", "2024-02-01", "2024-06-30", "stoppet");
    f->places = figure_places_of(count(&f->b, "2024"), &f->b.arena);
}

static struct figure_key key_by_code(struct fixture *f, const char *code)
{
    struct figure_key key = figure_key(&f->b.figures, FIGURE_COURSES_OUTCOME);
    return figure_key_code(&f->b.figures, key, sv_of(code));
}

static void figures_are_numbered_in_the_order_of_the_store(void **state)
{
    struct fixture f;
    uint32_t last = 0;
    (void)state;
    open_places(&f);
    for (size_t i = 0; i < f.b.figures.count; i++) {
        const struct figure_key key = f.b.figures.rows[i].key;
        if (!f.places.listed[i])
            continue;
        assert_int_equal(f.places.listed[i], ++last);
        assert_int_equal(figure_place(&f.places, key), last);
    }
    assert_true(last > 0);
    builder_free(&f.b);
}

static void a_year_before_is_not_listed_but_told_how_it_is_counted(void **state)
{
    struct fixture f;
    (void)state;
    open_places(&f);
    const struct figure_key now = figure_key(&f.b.figures, FIGURE_COURSES_ENDED);
    const struct figure_key then = figure_key_in(&f.b.figures, FIGURE_COURSES_ENDED, f.b.figures.previous);
    assert_true(figure_place(&f.places, now) > 0);
    assert_int_equal(figure_place(&f.places, then), 0);
    assert_true(f.places.how[FIGURE_COURSES_ENDED] > 0);
    builder_free(&f.b);
}

static void a_target_group_leads_to_that_of_all(void **state)
{
    struct fixture f;
    (void)state;
    open_places(&f);
    struct figure_key key = figure_key(&f.b.figures, FIGURE_COURSES_ENDED);
    const uint32_t all = figure_place(&f.places, key);
    key.target_group = 0;
    assert_int_equal(figure_place(&f.places, key), all);
    builder_free(&f.b);
}

static void a_code_in_an_agreement_leads_to_the_code_for_all(void **state)
{
    struct fixture f;
    (void)state;
    open_places(&f);
    struct figure_key key = key_by_code(&f, "stoppet");
    const uint32_t all = figure_place(&f.places, key);
    assert_true(all > 0);
    key.agreement = 0;
    assert_int_equal(figure_place(&f.places, key), all);
    builder_free(&f.b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_numbered_in_the_order_of_the_store),
        cmocka_unit_test(a_year_before_is_not_listed_but_told_how_it_is_counted),
        cmocka_unit_test(a_target_group_leads_to_that_of_all),
        cmocka_unit_test(a_code_in_an_agreement_leads_to_the_code_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
