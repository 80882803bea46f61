#include "pseudonym.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LONG_LETTERS "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk"

static struct arena arena;

struct said {
    const char *text, *found;
};

static void check(const struct said *said, size_t count)
{
    static const char *const known[] = {
        "B1",  "kari",           "2024", "100234", "P-7", "B00106",         "Ø12", "I12", "Borger44",
        "c_9", LONG_LETTERS "1", "D 5",  "a1b2c3", "x77", LONG_LETTERS "23"};
    struct data_set data;
    data_set_init(&data, &arena);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        symbols_intern(&data.participants, sv_of(known[i]));
    for (size_t i = 0; i < count; i++)
        if (!sv_is(pseudonym_in(&data, sv_of(said[i].text)), said[i].found))
            fail_msg("%s", said[i].text);
}

#define CHECK(said) check((said), sizeof(said) / sizeof *(said))

static void a_pseudonym_is_seen_as_a_whole_word_that_no_number_or_name_is(void **state)
{
    static const struct said said[] = {
        {"Borgeren (B1) kom med for sent.", "B1"},
        {"B1", "B1"},
        {"AB1 og B12", ""},
        {"kari i 2024", ""},
        {"nr. 100234, P-7", "100234"},
        {"se P-7.", "P-7"},
        {"øB1 B1ø B1-2 12B1", ""},
        {"", ""},
        {"B00106-sagen", "B00106"},
        {"sagen om B00106's job", "B00106"},
        {"B 1 2", "B1"},
    };
    (void)state;
    CHECK(said);
}

static void a_pseudonym_is_seen_in_capital_letters_and_small(void **state)
{
    static const struct said said[] = {
        {"b00106 fik job", "B00106"},
        {"p-7", "P-7"},
        {"BORGER44", "Borger44"},
        {"borger44", "Borger44"},
        {"C_9", "c_9"},
        {"A1B2C3", "a1b2c3"},
        {"X77", "x77"},
        {"b00107", ""},
        {"Ø12", "Ø12"},
        {"B00106 B1", "B00106"},
    };
    (void)state;
    CHECK(said);
}

static void a_pseudonym_is_seen_with_something_between_letters_and_digits(void **state)
{
    static const struct said said[] = {
        {"B 00106", "B00106"},      {"b-00106", "B00106"},
        {"b_00106", "B00106"},      {"b\u00A000106", "B00106"},
        {"b\u00AD00106", "B00106"}, {"B\u201100106", "B00106"},
        {"B\u201300106", "B00106"}, {"Ø-12", "Ø12"},
        {"P7 og c9", "P-7"},        {"d-5", "D 5"},
        {"borger 44", "Borger44"},  {"en borger\u00A0b 00106, som", "B00106"},
    };
    (void)state;
    CHECK(said);
}

static void other_words_and_numbers_are_no_pseudonym(void **state)
{
    static const struct said said[] = {
        {"i 12 forløb", ""},     {"i-12", ""},     {"B  00106", ""}, {"B, 00106", ""},
        {"B 00106 7", "B00106"}, {"b 001067", ""}, {"b 00106a", ""}, {"b 00106-7", ""},
        {"2b 00106", ""},        {"ab 00106", ""}, {"1002", ""},     {"\xC3", ""},
    };
    (void)state;
    CHECK(said);
}

static void one_that_is_very_long_is_seen_as_it_is_spelled(void **state)
{
    static const struct said said[] = {
        {LONG_LETTERS "1", LONG_LETTERS "1"},
        {"A" LONG_LETTERS "1", ""},
        {LONG_LETTERS "23", LONG_LETTERS "23"},
        {LONG_LETTERS "-23", ""},
    };
    (void)state;
    CHECK(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pseudonym_is_seen_as_a_whole_word_that_no_number_or_name_is),
        cmocka_unit_test(a_pseudonym_is_seen_in_capital_letters_and_small),
        cmocka_unit_test(a_pseudonym_is_seen_with_something_between_letters_and_digits),
        cmocka_unit_test(other_words_and_numbers_are_no_pseudonym),
        cmocka_unit_test(one_that_is_very_long_is_seen_as_it_is_spelled),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
