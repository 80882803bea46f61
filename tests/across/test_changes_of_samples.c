/*
 * What differs between the sample and its correction: the figures that moved, and the rows behind each.
 */
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include "changes.h"
#include "data_read.h"

struct sample {
    struct data_set data;
    struct diag diag;
    struct figures figures;
};

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, NULL);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct counted_run read_sample(const char *folder, const char *period_name)
{
    struct sv failure;
    struct period period;
    struct sample *sample = arena_alloc(&arena, sizeof *sample);
    const struct read_request request = {
        .folder = sv_format(&arena, "%s/samples/%s", SOURCE_DIR, folder).data,
        .needs_settings = true,
        .leave_out = true,
    };
    diag_init(&sample->diag, &arena);
    data_set_init(&sample->data, &arena);
    assert_true(period_parse(sv_of(period_name), &period));
    if (data_read(&sample->data, &request, &sample->diag, &failure) != READ_DONE ||
        !figures_count(&sample->figures, &sample->data, &period, &sample->diag, &arena, &failure))
        fail_msg("%.*s", SV_ARG(failure));
    return (struct counted_run){&sample->data, &sample->figures};
}

static const struct changes *compare(const char *before, const char *after, const char *period)
{
    const struct changes_request request = {.before = read_sample(before, period),
                                            .after = read_sample(after, period)};
    return changes_find(&request, &arena);
}

static const struct figure_change *change_named(const struct changes *changes, const char *name)
{
    for (size_t i = 0; i < changes->figure_count; i++) {
        const struct figure_change *figure = &changes->figures[i];
        if (sv_is(figure->key.name, name) && sv_is(figure->key.period, "2024") && !figure->key.code.size &&
            !figure->key.agreement.size && !figure->key.target_group.size)
            return figure;
    }
    fail_msg("%s has not moved", name);
    return NULL;
}

/* The rows behind a figure that are not there in one of the runs. */
static size_t count_added(const struct figure_change *figure)
{
    size_t count = 0;
    for (size_t i = 0; i < figure->row_count; i++)
        count += figure->rows[i].before == ROW_NONE;
    return count;
}

static void the_goal_turns_by_the_job_that_was_missing(void **state)
{
    (void)state;
    const struct changes *changes = compare("slagelse", "slagelse-rettet", "2024");
    const struct figure_change *goal = change_named(changes, "maal.aarsnorm.status");
    assert_int_equal(goal->before->value.num, GOAL_NOT_REACHED);
    assert_int_equal(goal->after->value.num, GOAL_REACHED);
    assert_int_equal(goal->row_count, 1);
    assert_int_equal(goal->rows[0].table, TABLE_JOBS);
    assert_int_equal(count_added(goal), 1);
    assert_int_equal(changes->rows[goal->rows[0].change].kind, ROW_ADDED);
    assert_int_equal(changes->unexplained, 0);
}

static void a_sample_differs_from_itself_in_nothing(void **state)
{
    (void)state;
    const struct changes *changes = compare("slagelse", "slagelse", "2024");
    assert_true(changes_are_none(changes));
    assert_int_equal(changes->unchanged, changes->after.figures->count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_goal_turns_by_the_job_that_was_missing, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_sample_differs_from_itself_in_nothing, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
