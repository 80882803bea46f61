#include "printed_figures_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEAD PRINTED_FIGURES_HEAD
#define JOBS "job.nye;2024;;;;29;antal\r\n"

struct fixture {
    struct arena arena;
    struct printed_figures figures;
};

static bool parse(struct fixture *f, const char *text)
{
    arena_init(&f->arena, NULL);
    return printed_figures_parse(&f->figures, sv_of(text), &f->arena);
}

static void assert_refused(const char *text)
{
    struct fixture f;
    assert_false(parse(&f, text));
    assert_int_equal(f.figures.count, 0);
    arena_free(&f.arena);
}

static void every_field_of_a_row_is_read(void **state)
{
    struct fixture f;
    (void)state;
    assert_true(parse(&f, HEAD "forloeb.effekt;2024-1;SA-01;unge;fleksjob;0,421875;andel\r\n"));
    assert_int_equal(f.figures.count, 1);
    const struct printed_figure *row = f.figures.rows;
    assert_true(sv_is(row->name, "forloeb.effekt"));
    assert_true(sv_is(row->period, "2024-1"));
    assert_true(sv_is(row->agreement, "SA-01"));
    assert_true(sv_is(row->target_group, "unge"));
    assert_true(sv_is(row->code, "fleksjob"));
    assert_true(sv_is(row->value, "0,421875"));
    assert_true(sv_is(row->unit, "andel"));
    arena_free(&f.arena);
}

static void a_row_is_found_by_its_key(void **state)
{
    struct fixture f;
    const struct printed_figure jobs = {.name = SV("job.nye"), .period = SV("2024"), .code = SV("fleksjob")};
    const struct printed_figure none = {.name = SV("job.nye"), .period = SV("2021")};
    (void)state;
    assert_true(parse(&f, HEAD "job.nye;2023;;;;18;antal\r\n" JOBS "job.nye;2024;;;fleksjob;7;antal\r\n"
                               "job.timer;2024;;;;300,5;timer\r\n"));
    assert_true(sv_is(printed_figures_find(&f.figures, &jobs)->value, "7"));
    assert_null(printed_figures_find(&f.figures, &none));
    arena_free(&f.arena);
}

static void fields_in_quotes_are_read_as_they_were_before(void **state)
{
    struct fixture f;
    (void)state;
    assert_true(parse(&f, HEAD "job.nye;2024;\"A\"\"2\";;;1;antal\r\njob.nye;2024;\"A;1\";;;2;antal\r\n"));
    assert_true(sv_is(f.figures.rows[0].agreement, "A\"2"));
    assert_true(sv_is(f.figures.rows[1].agreement, "A;1"));
    arena_free(&f.arena);
}

static void a_file_without_figures_has_none(void **state)
{
    struct fixture f;
    (void)state;
    assert_true(parse(&f, HEAD));
    assert_int_equal(f.figures.count, 0);
    assert_null(printed_figures_find(&f.figures, &(struct printed_figure){.name = SV("job.nye")}));
    arena_free(&f.arena);
}

static void another_first_line_is_refused(void **state)
{
    (void)state;
    assert_refused("");
    assert_refused("\xEF\xBB\xBF");
    assert_refused(JOBS);
    assert_refused("noegle;periode;aftale;maalgruppe;kode;vaerdi;enhed\r\n" JOBS);
    assert_refused("\xEF\xBB\xBFnoegle;periode;aftale;maalgruppe;kode;vaerdi;enhed\n" JOBS);
    assert_refused("\xEF\xBB\xBFnoegle;periode;aftale;kode;maalgruppe;vaerdi;enhed\r\n" JOBS);
}

static void a_row_that_does_not_look_as_it_was_written_is_refused(void **state)
{
    static const char *const rows[] = {
        "job.nye;2024;;;;29;antal\n",
        "job.nye;2024;;;;29;antal\r",
        "job.nye;2024;;;;29;antal",
        "job.nye;2024;;;;29\r\n",
        "job.nye;2024;;;;29;antal;\r\n",
        "\"job.nye\";2024;;;;29;antal\r\n",
        "job.nye; 2024;;;;29;antal\r\n",
        "job.nye;2024;;;;29;antal \r\n",
        ";2024;;;;29;antal\r\n",
        "job.nye,2024,,,,29,antal\r\n",
        "job.nye;2024;\"A;1;;;29;antal\r\n",
        "job.nye;2024;A\"1;;;29;antal\r\n",
        "job.nye;2024;\xE5;;;29;antal\r\n",
        "job.nye;2024;a\xCC\x8A;;;29;antal\r\n",
        "job.nye;2024;\x01;;;29;antal\r\n",
        "job.nye;2024;\xEF\xBF\xBE;;;29;antal\r\n",
        "job.nye;2024;;;;29;antal\r\n\r\n",
        "\r\njob.nye;2024;;;;29;antal\r\n",
        "job.nye;2024;;;;29;antal\r\n;;;;;;\r\n",
        ";2024;;;;29;antal\r\njob.nye;2024;;;;29;antal\r\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        arena_init(&arena, NULL);
        assert_refused(sv_format(&arena, "%s%s", HEAD, rows[i]).data);
        arena_free(&arena);
    }
}

static void rows_out_of_order_and_keys_that_stand_twice_are_refused(void **state)
{
    (void)state;
    assert_refused(HEAD JOBS "job.nye;2023;;;;18;antal\r\n");
    assert_refused(HEAD JOBS "job.nye;2024;;;;30;antal\r\n");
    assert_refused(HEAD "job.nye;2024;;;fleksjob;7;antal\r\n" JOBS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_of_a_row_is_read),
        cmocka_unit_test(a_row_is_found_by_its_key),
        cmocka_unit_test(fields_in_quotes_are_read_as_they_were_before),
        cmocka_unit_test(a_file_without_figures_has_none),
        cmocka_unit_test(another_first_line_is_refused),
        cmocka_unit_test(a_row_that_does_not_look_as_it_was_written_is_refused),
        cmocka_unit_test(rows_out_of_order_and_keys_that_stand_twice_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
