#include "cpr_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;

struct text {
    const char *text;
    enum cpr_verdict verdict;
    const char *masked;
};

static void check(const struct text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct sv text = sv_of(texts[i].text);
        if (cpr_find(text) != texts[i].verdict)
            fail_msg("%s", texts[i].text);
        assert_string_equal(sv_text(&arena, cpr_mask(&arena, text)), texts[i].masked);
    }
}

static void check_in_prose(const struct text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct sv text = sv_of(texts[i].text);
        if (cpr_find_in_prose(text) != texts[i].verdict)
            fail_msg("%s", texts[i].text);
        assert_string_equal(sv_text(&arena, cpr_mask_in_prose(&arena, text)), texts[i].masked);
    }
}

#define CHECK(texts) check((texts), sizeof(texts) / sizeof *(texts))

static void a_real_day_a_hyphen_and_four_digits_are_a_number(void **state)
{
    static const struct text texts[] = {
        {"311257-5005", CPR_NUMBER, "******-****"},
        {"311257-0000", CPR_NUMBER, "******-****"}, /* no check of the digits: the form says it all */
        {"290201-1234", CPR_NUMBER, "******-****"}, /* 29 February: the century is not known */
        {"ring 311257-5005, tak", CPR_NUMBER, "ring ******-****, tak"},
        {"(311257-5005)", CPR_NUMBER, "(******-****)"},
        {"å311257-5005å", CPR_NUMBER, "å******-****å"},
        {"311257-5005311257-5005", CPR_NONE, "311257-5005311257-5005"},
        {"311257-5005 311257-5005", CPR_NUMBER, "******-**** ******-****"},
    };
    (void)state;
    CHECK(texts);
}

static void every_dash_counts_as_the_hyphen(void **state)
{
    static const struct text texts[] = {
        {"311257\u20115005", CPR_NUMBER, "******-****"}, {"311257\u20135005", CPR_NUMBER, "******-****"},
        {"311257\u20145005", CPR_NUMBER, "******-****"}, {"311257\u22125005", CPR_NUMBER, "******-****"},
        {"311257\u00AD5005", CPR_NUMBER, "******-****"}, {"311257 - 5005", CPR_NUMBER, "******-****"},
        {"311257- 5005", CPR_NUMBER, "******-****"},     {"311257--5005", CPR_NONE, "311257--5005"},
    };
    (void)state;
    CHECK(texts);
}

static void ten_digits_are_a_number_only_when_the_check_digit_holds(void **state)
{
    static const struct text texts[] = {
        {"3112575005", CPR_NUMBER, "******-****"},
        {"311257 5005", CPR_NUMBER, "******-****"},
        {"311257\u00A05005", CPR_NUMBER, "******-****"},
        {"3112575006", CPR_LIKE, "******-****"},
        {"311257 5006", CPR_LIKE, "******-****"},
        {"B3112575006-2", CPR_LIKE, "B******-****-2"},
        {"3112575006 og 3112575005", CPR_NUMBER, "******-**** og ******-****"},
    };
    (void)state;
    CHECK(texts);
}

static void in_prose_the_parts_of_the_date_may_stand_apart(void **state)
{
    static const struct text texts[] = {
        {"3112 57 5005", CPR_NUMBER, "******-****"},
        {"31 12 57 5005", CPR_NUMBER, "******-****"},
        {"311257 5005", CPR_NUMBER, "******-****"},
        {"31 1257-0000", CPR_NUMBER, "******-****"},
        {"ring til 31.12.57-0000, tak", CPR_NUMBER, "ring til ******-****, tak"},
        {"31/12-57 5005", CPR_NUMBER, "******-****"},
        {"31\u00A012\u00A057\u20131234", CPR_NUMBER, "******-****"},
        {"31 12 57 5006", CPR_LIKE, "******-****"},
        {"3112575006", CPR_LIKE, "******-****"},
        {"3112 57 5005 og 31 12 57 5006", CPR_NUMBER, "******-**** og ******-****"},
    };
    (void)state;
    check_in_prose(texts, sizeof texts / sizeof *texts);
}

static void dates_amounts_and_other_numbers_in_prose_are_left_alone(void **state)
{
    static const struct text texts[] = {
        {"pr. 31.12.24 1500 borgere", CPR_NONE, "pr. 31.12.24 1500 borgere"},
        {"31-12-2024 10:00", CPR_NONE, "31-12-2024 10:00"},
        {"31/12 2024", CPR_NONE, "31/12 2024"},
        {"+45 31 12 57 50", CPR_NONE, "+45 31 12 57 50"},
        {"CVR 31 12 57 50", CPR_NONE, "CVR 31 12 57 50"},
        {"1.234.567.890,00", CPR_NONE, "1.234.567.890,00"},
        {"12 13 57 5005", CPR_NONE, "12 13 57 5005"},
        {"31 12 575 005", CPR_NONE, "31 12 575 005"},
        {"31 12 57 50051", CPR_NONE, "31 12 57 50051"},
        {"131 12 57 5005", CPR_NONE, "131 12 57 5005"},
        {"i 2022 og 2023, 2024-2025", CPR_NONE, "i 2022 og 2023, 2024-2025"},
        {"31 12", CPR_NONE, "31 12"},
        {"31 12 57", CPR_NONE, "31 12 57"},
    };
    (void)state;
    check_in_prose(texts, sizeof texts / sizeof *texts);
}

static void in_a_cell_parts_of_a_date_are_numbers_of_their_own(void **state)
{
    static const struct text texts[] = {
        {"3112 57 5005", CPR_NONE, "3112 57 5005"},
        {"31.12.57-5005", CPR_NONE, "31.12.57-5005"},
    };
    (void)state;
    CHECK(texts);
}

static void other_digits_are_left_alone(void **state)
{
    static const struct text texts[] = {
        {"", CPR_NONE, ""},
        {"321257-5005", CPR_NONE, "321257-5005"},
        {"311357-5005", CPR_NONE, "311357-5005"},
        {"300257-5005", CPR_NONE, "300257-5005"},
        {"000157-5005", CPR_NONE, "000157-5005"},
        {"310057-5005", CPR_NONE, "310057-5005"},
        {"31125750051", CPR_NONE, "31125750051"},
        {"13112575005", CPR_NONE, "13112575005"},
        {"1311257-5005", CPR_NONE, "1311257-5005"},
        {"311257-50051", CPR_NONE, "311257-50051"},
        {"311257-500", CPR_NONE, "311257-500"},
        {"311257     5005", CPR_NONE, "311257     5005"},
        {"311257/5005", CPR_NONE, "311257/5005"},
        {"31-12-2024 10:00", CPR_NONE, "31-12-2024 10:00"},
        {"2024123100", CPR_NONE, "2024123100"},
        {"+45 58 57 36 00", CPR_NONE, "+45 58 57 36 00"},
        {"1.234.567.890,00", CPR_NONE, "1.234.567.890,00"},
        {"F000000001", CPR_NONE, "F000000001"},
    };
    (void)state;
    CHECK(texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_real_day_a_hyphen_and_four_digits_are_a_number),
        cmocka_unit_test(every_dash_counts_as_the_hyphen),
        cmocka_unit_test(ten_digits_are_a_number_only_when_the_check_digit_holds),
        cmocka_unit_test(in_prose_the_parts_of_the_date_may_stand_apart),
        cmocka_unit_test(dates_amounts_and_other_numbers_in_prose_are_left_alone),
        cmocka_unit_test(in_a_cell_parts_of_a_date_are_numbers_of_their_own),
        cmocka_unit_test(other_digits_are_left_alone),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
