/*
 * Every figure of every report of the samples is what the rows behind it come to.
 */
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include "data_read.h"
#include "row_sets.h"

struct sample {
    struct arena arena;
    struct data_set data;
    struct diag diag;
    struct figures figures;
};

static void open_sample(struct sample *sample, const char *folder)
{
    struct sv failure;
    arena_init(&sample->arena, NULL);
    diag_init(&sample->diag, &sample->arena);
    data_set_init(&sample->data, &sample->arena);
    const struct read_request request = {
        .folder = sv_format(&sample->arena, "%s/samples/%s", SOURCE_DIR, folder).data,
        .needs_settings = true,
        .leave_out = true,
    };
    if (data_read(&sample->data, &request, &sample->diag, &failure) != READ_DONE)
        fail_msg("%.*s", SV_ARG(failure));
}

static bool same_value(struct ratio stored, struct ratio counted)
{
    if (!ratio_has_value(stored) || !ratio_has_value(counted))
        return ratio_has_value(stored) == ratio_has_value(counted);
    return ratio_compare(stored, counted) == 0;
}

static void compare_row(const struct row_sets *sets, const struct figure *figure)
{
    struct arena scratch;
    arena_init(&scratch, NULL);
    const struct row_set set = row_set_of(sets, figure->key, &scratch);
    if (set.measure != MEASURE_DERIVED && !same_value(figure->value, row_set_value(&set, &scratch)))
        fail_msg("%.*s", SV_ARG(figure_key_name(&scratch, sets->figures, figure->key)));
    arena_free(&scratch);
}

static void compare_all(const struct figures *figures)
{
    struct arena scratch;
    struct row_sets sets;
    arena_init(&scratch, NULL);
    row_sets_init(&sets, figures, &scratch);
    assert_true(figures->count > 0);
    for (size_t i = 0; i < figures->count; i++)
        compare_row(&sets, &figures->rows[i]);
    arena_free(&scratch);
}

static void compare_report(const char *folder, const char *name)
{
    struct sample sample;
    struct period period;
    struct sv fault;
    open_sample(&sample, folder);
    assert_true(period_parse(sv_of(name), &period));
    if (!figures_count(&sample.figures, &sample.data, &period, &sample.diag, &sample.arena, &fault))
        fail_msg("%.*s", SV_ARG(fault));
    compare_all(&sample.figures);
    arena_free(&sample.arena);
}

static void every_figure_of_a_years_report_is_what_its_rows_come_to(void **state)
{
    (void)state;
    compare_report("slagelse", "2024");
    compare_report("slagelse-rettet", "2021");
    compare_report("fejl", "2024");
}

static void every_figure_of_a_half_years_report_is_what_its_rows_come_to(void **state)
{
    (void)state;
    compare_report("slagelse", "2024-1");
    compare_report("slagelse", "2023-2");
}

static void every_figure_of_an_evaluation_is_what_its_rows_come_to(void **state)
{
    struct sample sample;
    struct sv fault;
    (void)state;
    open_sample(&sample, "slagelse");
    if (!figures_count_evaluation(&sample.figures, &sample.data, 2024, DAY_NONE, &sample.arena, &fault))
        fail_msg("%.*s", SV_ARG(fault));
    compare_all(&sample.figures);
    arena_free(&sample.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_of_a_years_report_is_what_its_rows_come_to),
        cmocka_unit_test(every_figure_of_a_half_years_report_is_what_its_rows_come_to),
        cmocka_unit_test(every_figure_of_an_evaluation_is_what_its_rows_come_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
