// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include "record_text.h"

#include <string.h>

static struct arena arena;
static struct data_set data;

static int open_data(void **state)
{
    (void)state;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    return 0;
}

static int close_data(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void *only_row(enum table_id table, size_t size)
{
    data.tables[table].data = arena_alloc(&arena, size);
    data.tables[table].count = 1;
    return data.tables[table].data;
}

static void assert_text(enum table_id table, const char *name, const char *wanted)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++) {
        if (strcmp(schema->columns[i].name, name) != 0)
            continue;
        const struct sv text = record_text(&data, table, 0, &schema->columns[i], &arena);
        assert_string_equal(sv_text(&arena, text), wanted);
        return;
    }
    fail_msg("%s", name);
}

static void cells_are_as_a_file_would_hold_them(void **state)
{
    (void)state;
    struct agreement *agreement = only_row(TABLE_AGREEMENTS, sizeof *agreement);
    const struct code_list *outcomes = code_list(&data.codes, CODES_OUTCOME);
    agreement->id = symbols_intern(&data.tables[TABLE_AGREEMENTS].keys, sv_of("SA-01"));
    agreement->name = sv_of("Aftale ét");
    agreement->enterprise = ROW_NONE;
    agreement->start = day_from_date(2024, 8, 4);
    agreement->end = DAY_NONE;
    agreement->places = 12;
    agreement->price_per_course = 1250 * DECIMAL_ONE + DECIMAL_ONE / 2;
    agreement->positive_outcomes = 3;
    agreement->target_group = CODE_NONE;
    assert_text(TABLE_AGREEMENTS, "aftale_id", "SA-01");
    assert_text(TABLE_AGREEMENTS, "navn", "Aftale ét");
    assert_text(TABLE_AGREEMENTS, "virksomhed_id", "");
    assert_text(TABLE_AGREEMENTS, "start", "2024-08-04");
    assert_text(TABLE_AGREEMENTS, "slut", "");
    assert_text(TABLE_AGREEMENTS, "pladser", "12");
    assert_text(TABLE_AGREEMENTS, "pris_pr_forloeb", "1250,5");
    assert_text(
        TABLE_AGREEMENTS, "positive_udfald",
        sv_format(&arena, "%.*s|%.*s", SV_ARG(code_text(outcomes, 0)), SV_ARG(code_text(outcomes, 1))).data);
    assert_text(TABLE_AGREEMENTS, "maalgruppe", "");
}

static void a_reference_is_the_identifier_of_its_row(void **state)
{
    (void)state;
    struct agreement *agreement = only_row(TABLE_AGREEMENTS, sizeof *agreement);
    struct agreement_status *status = only_row(TABLE_AGREEMENT_STATUSES, sizeof *status);
    agreement->id = symbols_intern(&data.tables[TABLE_AGREEMENTS].keys, sv_of("SA-01"));
    status->agreement = 0;
    status->period = 20241;
    assert_text(TABLE_AGREEMENT_STATUSES, "aftale_id", "SA-01");
    assert_text(TABLE_AGREEMENT_STATUSES, "periode", "2024-1");
    assert_int_equal(record_key(&data, TABLE_AGREEMENT_STATUSES, 0).size, 0);
    assert_int_equal(record_key(&data, TABLE_AGREEMENTS, ROW_NONE).size, 0);
}

static void what_an_enterprise_does_not_state_is_empty(void **state)
{
    (void)state;
    struct enterprise *enterprise = only_row(TABLE_ENTERPRISES, sizeof *enterprise);
    enterprise->income_private = DECIMAL_NONE;
    enterprise->staff = WHOLE_NONE;
    assert_text(TABLE_ENTERPRISES, "cvr", "");
    assert_text(TABLE_ENTERPRISES, "bundlinje_social", "");
    assert_text(TABLE_ENTERPRISES, "indtaegt_privat", "");
    assert_text(TABLE_ENTERPRISES, "ansatte", "");
    enterprise->cvr = 1234567;
    enterprise->bottom_line_social = NO;
    assert_text(TABLE_ENTERPRISES, "cvr", "01234567");
    assert_text(TABLE_ENTERPRISES, "bundlinje_social", "nej");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_data, close_data)
    const struct CMUnitTest tests[] = {
        TEST(cells_are_as_a_file_would_hold_them),
        TEST(a_reference_is_the_identifier_of_its_row),
        TEST(what_an_enterprise_does_not_state_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
