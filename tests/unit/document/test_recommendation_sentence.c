#include "document_fixture.h"

#include "recommendation_sentence.h"

struct standing {
    const char *code;
    int64_t count;
};

static const char *recommendations_say(const struct standing *standings, size_t count)
{
    static char words[512];
    struct fixture f;
    fixture_open(&f);
    for (size_t i = 0; i < count; i++)
        put_code(&f, FIGURE_RECOMMENDATIONS_BEFORE, THIS_YEAR, standings[i].code, standings[i].count);
    put_code(&f, FIGURE_RECOMMENDATIONS_YEAR, THIS_YEAR, "stillet", 9);
    fixture_ready(&f);
    const char *text = said(&f, say_recommendations_before);
    assert_true(strlen(text) < sizeof words);
    memcpy(words, text, strlen(text) + 1);
    fixture_close(&f);
    return words;
}

static void what_became_of_last_years_recommendations_is_told_in_the_order_of_the_list(void **state)
{
    (void)state;
    const struct standing standings[] = {{"gennemfoert", 2}, {"vedtaget", 1}, {"afvist", 1}};
    assert_string_equal(recommendations_say(standings, 3),
                        "Af de 4 anbefalinger fra 2023 er 1 vedtaget, 1 afvist og 2 gennemført.");
    assert_string_equal(recommendations_say(standings, 2),
                        "Af de 3 anbefalinger fra 2023 er 1 vedtaget og 2 gennemført.");
}

static void recommendations_that_fared_alike_are_told_together(void **state)
{
    (void)state;
    const struct standing one[] = {{"afvist", 1}};
    const struct standing two[] = {{"vedtaget", 2}};
    const struct standing three[] = {{"gennemfoert", 3}};
    assert_string_equal(recommendations_say(one, 1), "Den ene anbefaling fra 2023 er afvist.");
    assert_string_equal(recommendations_say(two, 1), "Begge anbefalinger fra 2023 er vedtaget.");
    assert_string_equal(recommendations_say(three, 1), "Alle 3 anbefalinger fra 2023 er gennemført.");
}

static void nothing_is_said_of_recommendations_that_were_not_made(void **state)
{
    (void)state;
    assert_string_equal(recommendations_say(NULL, 0), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_became_of_last_years_recommendations_is_told_in_the_order_of_the_list),
        cmocka_unit_test(recommendations_that_fared_alike_are_told_together),
        cmocka_unit_test(nothing_is_said_of_recommendations_that_were_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
