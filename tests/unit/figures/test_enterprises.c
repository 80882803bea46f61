#include "data_builder.h"

static void enterprises_are_counted_by_type_at_the_end_of_the_period(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2024-12-31", "");
    add_enterprise(&b, "V2", "virksomhed", "2020-01-01", "2024-12-31");
    add_enterprise(&b, "V3", "initiativ", "2020-01-01", "2025-01-01");
    add_enterprise(&b, "V4", "initiativ", "2025-01-01", "");
    count(&b, "2024");
    assert_value(&b, "virksomhed.aktive_ultimo;2024;;;", "2");
    assert_value(&b, "virksomhed.aktive_ultimo;2024;;;virksomhed", "1");
    assert_value(&b, "virksomhed.aktive_ultimo;2024;;;forening", "-");
    assert_value(&b, "virksomhed.aktive_ultimo;2023;;;", "2");
    assert_value(&b, "virksomhed.nye;2024;;;virksomhed", "1");
    assert_value(&b, "virksomhed.lukkede;2024;;;virksomhed", "1");
    assert_value(&b, "virksomhed.lukkede;2024;;;initiativ", "-");
    builder_free(&b);
}

static void an_enterprise_on_the_way_is_not_active_before_it_starts(void **state)
{
    struct builder b;
    const uint16_t coming = 1;
    (void)state;
    builder_init(&b);
    assert_int_equal(code_in(&b, CODES_ENTERPRISE_STATUS, "paa_vej"), coming);
    add_enterprise(&b, "V1", "virksomhed", "", "")->status = coming;
    add_enterprise(&b, "V2", "virksomhed", "2025-01-01", "")->status = coming;
    add_enterprise(&b, "V3", "virksomhed", "2024-12-31", "")->status = coming;
    add_enterprise(&b, "V4", "virksomhed", "2025-01-01", "");
    count(&b, "2024");
    assert_value(&b, "virksomhed.paa_vej;2024;;;", "2");
    assert_value(&b, "virksomhed.paa_vej;2023;;;", "3");
    assert_value(&b, "virksomhed.aktive_ultimo;2024;;;", "1");
    builder_free(&b);
}

static void registered_and_three_lines_ask_only_active_ones(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    for (int i = 0; i < 3; i++) {
        struct enterprise *row = add_enterprise(&b,
                                                i == 0   ? "V1"
                                                : i == 1 ? "V2"
                                                         : "V3",
                                                "virksomhed", "2020-01-01", i == 2 ? "2024-06-01" : "");
        row->registered = day(i == 1 ? "2025-01-01" : "2024-12-31");
        row->bottom_line_social = row->bottom_line_local = YES;
        row->bottom_line_economic = i == 1 ? NO : YES;
    }
    count(&b, "2024");
    assert_value(&b, "virksomhed.registrerede;2024;;;", "1");
    assert_value(&b, "virksomhed.registrerede;2023;;;", "0");
    assert_value(&b, "virksomhed.tre_bundlinjer;2024;;;", "1");
    assert_value(&b, "virksomhed.tre_bundlinjer;2023;;;", "2");
    builder_free(&b);
}

static void the_second_generation_begins_on_the_strategys_day(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2021-12-31", "");
    add_enterprise(&b, "V2", "virksomhed", "2022-01-01", "");
    add_enterprise(&b, "V3", "virksomhed", "2023-06-01", "");
    count(&b, "2024");
    assert_value(&b, "virksomhed.generation;2024;;;1", "1");
    assert_value(&b, "virksomhed.generation;2024;;;2", "2");
    assert_value(&b, "virksomhed.generation;2021;;;2", "0");
    builder_strategy.second_generation_from = day("2023-06-01");
    count(&b, "2024");
    assert_value(&b, "virksomhed.generation;2024;;;2", "1");
    b.data.settings.strategy_count = 0;
    count(&b, "2024");
    assert_value(&b, "virksomhed.generation;2024;;;2", "2");
    builder_free(&b);
}

static void add_staff(struct builder *b, const char *id, int32_t staff, int32_t edge)
{
    struct enterprise *row = add_enterprise(b, id, "virksomhed", "2020-01-01", "");
    row->staff = staff;
    row->staff_from_edge = edge;
}

static void the_share_from_the_edge_asks_only_those_with_both_numbers(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_staff(&b, "V1", 10, 3);
    add_staff(&b, "V2", 100, 29);
    add_staff(&b, "V3", 7, WHOLE_NONE);
    add_staff(&b, "V4", 0, 0);
    add_staff(&b, "V5", WHOLE_NONE, 4);
    count(&b, "2024");
    assert_value(&b, "virksomhed.ansatte;2024;;;", "117");
    assert_value(&b, "virksomhed.ansatte_kant;2024;;;", "36");
    assert_value(&b, "virksomhed.kant_andel;2024;;;", "0,290909");
    assert_value(&b, "virksomhed.kant_30;2024;;;", "1");
    builder_free(&b);
}

static void income_is_shared_between_the_sectors(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    struct enterprise *row = add_enterprise(&b, "V1", "virksomhed", "2024-01-01", "");
    row->income_private = 300 * DECIMAL_ONE;
    row->income_public = 100 * DECIMAL_ONE;
    add_enterprise(&b, "V2", "virksomhed", "2024-01-01", "2024-02-01")->income_civil = 100 * DECIMAL_ONE;
    count(&b, "2024");
    assert_value(&b, "virksomhed.indtaegt_andel;2024;;;privat", "0,75");
    assert_value(&b, "virksomhed.indtaegt_andel;2024;;;offentlig", "0,25");
    assert_value(&b, "virksomhed.indtaegt_andel;2024;;;civil", "0");
    assert_value(&b, "virksomhed.indtaegt_andel;2023;;;civil", "");
    builder_free(&b);
}

static void another_municipality_is_outside_and_none_stated_is_not(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "")->municipality = sv_of("Slagelse");
    add_enterprise(&b, "V2", "virksomhed", "2020-01-01", "")->municipality = sv_of("Næstved");
    add_enterprise(&b, "V3", "virksomhed", "2020-01-01", "");
    add_enterprise(&b, "V4", "virksomhed", "2020-01-01", "2024-01-01")->municipality = sv_of("Sorø");
    add_enterprise(&b, "V5", "virksomhed", "2020-01-01", "")->municipality = sv_of("SLAGELSE");
    count(&b, "2024");
    assert_value(&b, "virksomhed.udenfor;2024;;;", "1");
    assert_value(&b, "virksomhed.udenfor;2023;;;", "2");
    builder_free(&b);
}

static void agreements_are_counted_by_their_start_and_end(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2020-01-01", "2024-12-31");
    add_agreement(&b, "A2", "2024-12-31", "")->type = code_in(&b, CODES_AGREEMENT_TYPE, "csr");
    add_agreement(&b, "A3", "2025-01-01", "");
    count(&b, "2024");
    assert_value(&b, "aftale.aktive_ultimo;2024;;;", "1");
    assert_value(&b, "aftale.aktive_ultimo;2024;;;csr", "1");
    assert_value(&b, "aftale.aktive_ultimo;2024;;;samarbejdsaftale", "-");
    assert_value(&b, "aftale.nye;2024;;;", "1");
    assert_value(&b, "aftale.ophoerte;2024;;;samarbejdsaftale", "1");
    assert_value(&b, "aftale.aktive_ultimo;2024;A1;;", "-");
    builder_free(&b);
}

static void the_word_kommune_makes_no_other_municipality(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    b.data.settings.municipality = sv_of("Slagelse Kommune");
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "")->municipality = sv_of("Slagelse");
    add_enterprise(&b, "V2", "virksomhed", "2020-01-01", "")->municipality = sv_of("Sorø kommune");
    count(&b, "2024");
    assert_value(&b, "virksomhed.udenfor;2024;;;", "1");
    builder_free(&b);
}

static void long_names_of_municipalities_are_told_apart_as_they_are_written(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    const struct sv name = sv_format(&b.arena, "%0130d", 7);
    const struct sv other = sv_format(&b.arena, "%0130d", 8);
    b.data.settings.municipality = name;
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "")->municipality = name;
    add_enterprise(&b, "V2", "virksomhed", "2020-01-01", "")->municipality = other;
    add_enterprise(&b, "V3", "virksomhed", "2020-01-01", "")->municipality = sv_of("Sorø");
    count(&b, "2024");
    assert_value(&b, "virksomhed.udenfor;2024;;;", "2");
    b.data.settings.municipality = sv_of("Sorø");
    count(&b, "2024");
    assert_value(&b, "virksomhed.udenfor;2024;;;", "2");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enterprises_are_counted_by_type_at_the_end_of_the_period),
        cmocka_unit_test(an_enterprise_on_the_way_is_not_active_before_it_starts),
        cmocka_unit_test(registered_and_three_lines_ask_only_active_ones),
        cmocka_unit_test(the_second_generation_begins_on_the_strategys_day),
        cmocka_unit_test(the_share_from_the_edge_asks_only_those_with_both_numbers),
        cmocka_unit_test(income_is_shared_between_the_sectors),
        cmocka_unit_test(another_municipality_is_outside_and_none_stated_is_not),
        cmocka_unit_test(agreements_are_counted_by_their_start_and_end),
        cmocka_unit_test(the_word_kommune_makes_no_other_municipality),
        cmocka_unit_test(long_names_of_municipalities_are_told_apart_as_they_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
