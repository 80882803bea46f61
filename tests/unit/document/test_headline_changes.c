#include "changes_fixture.h"

#include "../figures/effect_builder.h"
#include "corrections_book.h"
#include "headline_changes.h"

/* ---- Payment by results ---- */

/* Two scenarios, the second of which saves less; and a course that ended well. */
static void build_effect(struct builder *b)
{
    begin_effect(b);
    add_scenario(b, "Ventet", 0, 24, 0);
    add_scenario(b, "Lav", 5, 24, 0);
    add_payment(b, "udfald:ordinaert_job", 2400);
    add_ended(b, "B1", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
}

/* In the place of the year's data. */
static void effect_open(struct fixture *f)
{
    fixture_open(f);
    fixture_close(f);
    build_effect(&f->before);
    build_effect(&f->after);
    f->request.kind = REPORT_EFFECT;
    f->correction.file = sv_of("rettelser-effekt.xlsx");
}

static void compare_effect(struct fixture *f)
{
    struct builder *const both[] = {&f->before, &f->after};
    for (size_t i = 0; i < 2; i++) {
        for (enum table_id table = 0; table < TABLES; table++)
            if (row_count(&both[i]->data, table))
                place_rows(both[i], table);
        simulate(both[i]);
    }
    f->asked.before = (struct counted_run){&f->before.data, &f->before.figures};
    f->asked.after = (struct counted_run){&f->after.data, &f->after.figures};
    find_changes(f);
}

static void the_answer_of_the_base_scenario_comes_first_and_one_course_is_enough(void **state)
{
    struct fixture f;
    (void)state;
    effect_open(&f);
    add_ended(&f.after, "B2", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
    compare_effect(&f);
    const char *text = told(&f);
    const char *first = strstr(text, "Netto (Ventet) | 7.200 | 14.400 | +7.200 | 100 % | række 1\n"
                                     "Betalinger for resultater (Ventet) | 2.400 | 4.800 | +2.400 | 100 % | "
                                     "række 1\n"
                                     "Forløb (Ventet) | 1 | 2 | +1 | 100 % | række 1\n"
                                     "Deltagere (Ventet) | 1 | 2 | +1 | 100 % | række 1\n");
    assert_non_null(first);
    const char *other = strstr(text, "(Lav)");
    assert_true(other > first);
    assert_not_said(text, "De tal, der har flyttet sig, er fordelinger");
    assert_says(text, "Tabellen viser de vigtigste. ");
    fixture_close(&f);
}

static void the_return_stands_between_the_payments_and_the_courses(void **state)
{
    struct fixture f;
    (void)state;
    effect_open(&f);
    add_post(&f.before, INVESTED_PER_COURSE, 1000, "");
    add_post(&f.after, INVESTED_PER_COURSE, 1000, "");
    ((struct result_payment *)f.after.data.tables[TABLE_RESULT_PAYMENTS].data)[0].amount = 4000 * DECIMAL_ONE;
    compare_effect(&f);
    assert_says(told(&f), "Netto (Ventet) | 6.200 | 4.600 | −1.600 | −26 % | række 1\n"
                          "Betalinger for resultater (Ventet) | 2.400 | 4.000 | +1.600 | 67 % | række 1\n"
                          "Afkast (Ventet) | 182 % | 92 % | −90 procentpoint |  | række 1\n");
    fixture_close(&f);
}

static void results_of_few_courses_stand_in_the_workbook_alone(void **state)
{
    struct told_change *told_figures;
    struct fixture f;
    (void)state;
    effect_open(&f);
    add_ended(&f.after, "B2", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
    compare_effect(&f);
    const size_t count = headline_changes(&f.context, false, &told_figures);
    for (size_t i = 0; i < count; i++) {
        assert_int_not_equal(told_figures[i].key.figure, FIGURE_EFFECT_RESULTS);
        assert_int_equal(told_figures[i].key.agreement, ALL_AGREEMENTS);
    }
    size_t withheld = 0;
    for (size_t i = 0; i < f.correction.changes->figure_count; i++) {
        const struct figure_change *change = &f.correction.changes->figures[i];
        if (!change_is_withheld(&f.context, change))
            continue;
        withheld++;
        assert_true(change->after->key.agreement != ALL_AGREEMENTS ||
                    change->after->key.target_group != ALL_TARGET_GROUPS ||
                    !sv_equal(change->key.code, sv_of("Ventet")));
    }
    assert_true(withheld > 0);
    fixture_close(&f);
}

/* ---- Other periods ---- */

/* Two persons' jobs of 2022, with other hours of nothing else: only whose they are is another. */
static void figures_for_all_in_earlier_years_are_shown_when_none_of_the_own_year_moved(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_job(&f.before, "B7", "V1", "smaajob", "2022-03-01", "2022-04-01");
    add_job(&f.before, "B7", "V1", "smaajob", "2022-10-01", "2022-11-01");
    add_job(&f.after, "B7", "V1", "smaajob", "2022-03-01", "2022-04-01");
    add_job(&f.after, "B8", "V1", "smaajob", "2022-10-01", "2022-11-01");
    compare(&f);
    const char *text = told(&f);
    assert_says(text, "Borgere i nye job, 2022 | 1 | 2 | +1 | 100 % | række 1\n"
                      "Borgerens første job, 2022 | 1 | 2 | +1 | 100 % | række 1\n");
    assert_not_said(text, "Småjob");
    assert_not_said(text, "er fordelinger");
    fixture_close(&f);
}

static void of_divisions_and_differences_too_small_to_see_both_are_said(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct job *jobs = f.after.data.tables[TABLE_JOBS].data;
    jobs[0].hours += DECIMAL_ONE / 100;
    compare(&f);
    assert_says(told(&f),
                "De tal, der har flyttet sig, er fordelinger, som få rækker om borgere har flyttet, "
                "eller har flyttet sig for lidt til, at det kan ses. De vises ikke i rapporten; se "
                "rettelser-2024.xlsx.");
    fixture_close(&f);
}

static void figures_that_tie_stand_in_the_order_of_the_file_of_figures(void **state)
{
    struct told_change *told_figures;
    struct fixture f;
    (void)state;
    effect_open(&f);
    add_ended(&f.after, "B2", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
    compare_effect(&f);
    const size_t count = headline_changes(&f.context, true, &told_figures);
    assert_true(count > 1);
    for (size_t i = 1; i < count; i++)
        if (told_figures[i].key.figure == told_figures[i - 1].key.figure &&
            told_figures[i].key.period == told_figures[i - 1].key.period)
            assert_true(told_figures[i].change > told_figures[i - 1].change);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_answer_of_the_base_scenario_comes_first_and_one_course_is_enough),
        cmocka_unit_test(the_return_stands_between_the_payments_and_the_courses),
        cmocka_unit_test(results_of_few_courses_stand_in_the_workbook_alone),
        cmocka_unit_test(figures_for_all_in_earlier_years_are_shown_when_none_of_the_own_year_moved),
        cmocka_unit_test(of_divisions_and_differences_too_small_to_see_both_are_said),
        cmocka_unit_test(figures_that_tie_stand_in_the_order_of_the_file_of_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
