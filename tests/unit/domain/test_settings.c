#include "settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct committee heard_in(const char *period)
{
    return (struct committee){.name = sv_of("Socialudvalget"), .meeting = DAY_NONE, .period = sv_of(period)};
}

static void a_committee_hears_a_period_or_the_evaluation_of_a_year(void **state)
{
    (void)state;
    assert_true(committee_period_is_valid(sv_of("2024")));
    assert_true(committee_period_is_valid(sv_of("2024-2")));
    assert_true(committee_period_is_valid(sv_of("evaluering-2024")));
    assert_false(committee_period_is_valid(sv_of("evaluering-2024-1")));
    assert_false(committee_period_is_valid(sv_of("evaluering-")));
    assert_false(committee_period_is_valid(sv_of("2024-3")));
}

static void a_committee_without_a_period_hears_every_report(void **state)
{
    (void)state;
    struct committee committees[] = {heard_in("")};
    const struct settings settings = {.committees = committees, .committee_count = 1};
    assert_true(committee_hears(&settings, &committees[0], sv_of("2024"), false));
    assert_true(committee_hears(&settings, &committees[0], sv_of("2024"), true));
}

static void a_committee_with_a_period_hears_that_alone(void **state)
{
    (void)state;
    struct committee committees[] = {heard_in("2024-1")};
    const struct settings settings = {.committees = committees, .committee_count = 1};
    assert_true(committee_hears(&settings, &committees[0], sv_of("2024-1"), false));
    assert_false(committee_hears(&settings, &committees[0], sv_of("2024"), false));
}

static void the_evaluation_goes_to_those_that_name_it(void **state)
{
    (void)state;
    struct committee committees[] = {heard_in("2024"), heard_in("evaluering-2024")};
    const struct settings settings = {.committees = committees, .committee_count = 2};
    assert_false(committee_hears(&settings, &committees[0], sv_of("2024"), true));
    assert_true(committee_hears(&settings, &committees[1], sv_of("2024"), true));
    assert_true(committee_hears(&settings, &committees[0], sv_of("2024"), false));
    assert_false(committee_hears(&settings, &committees[1], sv_of("2024"), false));
}

static void without_such_it_goes_to_those_of_the_year(void **state)
{
    (void)state;
    struct committee committees[] = {heard_in("2024"), heard_in("evaluering-2023")};
    const struct settings settings = {.committees = committees, .committee_count = 2};
    assert_true(committee_hears(&settings, &committees[0], sv_of("2024"), true));
    assert_false(committee_hears(&settings, &committees[1], sv_of("2024"), true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_committee_hears_a_period_or_the_evaluation_of_a_year),
        cmocka_unit_test(a_committee_without_a_period_hears_every_report),
        cmocka_unit_test(a_committee_with_a_period_hears_that_alone),
        cmocka_unit_test(the_evaluation_goes_to_those_that_name_it),
        cmocka_unit_test(without_such_it_goes_to_those_of_the_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
