#include "document_fixture.h"

struct printed {
    enum value_format format;
    struct ratio value;
    int64_t base;
    const char *in_table;
    const char *in_sentence;
};

static void each_format_is_printed_as_danes_write_it(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct printed cases[] = {
        {FORMAT_COUNT, ratio_whole(1234), 0, "1.234", "1.234"},
        {FORMAT_DECIMAL, ratio_of(25, 2), 0, "12,5", "12,5"},
        {FORMAT_EXACT, ratio_of(7505, 10), 0, "750,5", "750,5"},
        {FORMAT_MONEY, ratio_of(7505, 10), 0, "750,50", "750,50"},
        {FORMAT_MONEY, ratio_of(123405, 100), 0, "1.234,05", "1.234,05"},
        {FORMAT_MONEY, ratio_whole(11500), 0, "11.500", "11.500"},
        {FORMAT_MONEY, ratio_of(1, 8), 0, "0,125", "0,125"},
        {FORMAT_SHARE, ratio_of(42, 99), 99, "42 %", "42 %"},
        {FORMAT_SHARE, ratio_of(423, 1000), 100, "42,3 %", "42,3 %"},
        {FORMAT_AMOUNT, ratio_whole(1250000), 0, "1.250.000", "1,3 mio. kr."},
        {FORMAT_AMOUNT, ratio_whole(28500), 0, "28.500", "28.500 kr."},
        {FORMAT_CHANGE, ratio_whole(9), 0, "+9", "+9"},
        {FORMAT_CHANGE, ratio_whole(-3), 0, "−3", "−3"},
        {FORMAT_CHANGE, ratio_whole(0), 0, "0", "0"},
        {FORMAT_CHANGE_DECIMAL, ratio_of(35, 100), 0, "+0,4", "+0,4"},
        {FORMAT_CHANGE_DECIMAL, ratio_of(-12, 10), 0, "−1,2", "−1,2"},
        {FORMAT_CHANGE_DECIMAL, ratio_of(1, 100), 0, "0,0", "0,0"},
        {FORMAT_POINTS, ratio_of(3, 100), 12, "+3 procentpoint", "+3 procentpoint"},
        {FORMAT_POINTS, ratio_of(-31, 1000), 120, "−3,1 procentpoint", "−3,1 procentpoint"},
        {FORMAT_STATUS, ratio_whole(GOAL_REACHED_EARLY), 0, "nået før tid", "nået før tid"},
        {FORMAT_LIGHT, ratio_whole(LIGHT_YELLOW), 0, "gul", "gul"},
        {FORMAT_TEXT, ratio_of(3, 2), 0, "1,5", "1,5"},
        {FORMAT_DATE, ratio_whole(day_from_date(2024, 8, 14)), 0, "14-08-2024", "14. august 2024"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cell cell = cell_of_value(cases[i].value, cases[i].format);
        struct buffer sentence = buffer_in(&f.arena);
        cell.base = cases[i].base;
        span_text(&sentence, &cell);
        assert_string_equal(cell_words(&f, &cell), cases[i].in_table);
        assert_string_equal(plain_blanks(&f, buffer_view(&sentence)), cases[i].in_sentence);
    }
    fixture_close(&f);
}

static void a_figure_without_a_value_is_a_dash_in_every_format(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    for (int format = FORMAT_TEXT; format <= FORMAT_LIGHT; format++) {
        const struct cell cell = cell_of_value(ratio_none(), (enum value_format)format);
        assert_string_equal(cell_words(&f, &cell), "–");
    }
    fixture_close(&f);
}

static void an_empty_cell_is_nothing(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct cell cell = {.kind = CELL_EMPTY};
    assert_string_equal(cell_words(&f, &cell), "");
    fixture_close(&f);
}

static void a_share_takes_its_decimals_from_the_count_it_is_a_share_of(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    put_share(&f, FIGURE_COURSES_EFFECT, THIS_YEAR, 1, 3);
    put(&f, FIGURE_COURSES_ENDED, THIS_YEAR, 150);
    fixture_ready(&f);
    const struct cell cell = cell_of_share(&f.figures, key_in(&f, FIGURE_COURSES_EFFECT, THIS_YEAR),
                                           key_in(&f, FIGURE_COURSES_ENDED, THIS_YEAR));
    assert_string_equal(cell_words(&f, &cell), "33,3 %");
    assert_true(cell.has_key);
    fixture_close(&f);
}

static void names_within_a_sentence_begin_with_a_small_letter_but_abbreviations_do_not(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"Fleksjob", "fleksjob"},
                                           {"Årsnorm", "årsnorm"},
                                           {"Økonomisk", "økonomisk"},
                                           {"STU", "STU"},
                                           {"", ""}};
    struct fixture f;
    fixture_open(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(sv_text(&f.arena, text_lowered(&f.arena, sv_of(cases[i][0]))), cases[i][1]);
    assert_string_equal(sv_text(&f.arena, text_raised(&f.arena, sv_of("årsnorm"))), "Årsnorm");
    fixture_close(&f);
}

static void names_are_joined_with_commas_and_og(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct sv names[] = {sv_of("fleksjob"), sv_of("deltidsjob"), sv_of("småjob")};
    assert_string_equal(sv_text(&f.arena, text_joined(&f.arena, names, 1)), "fleksjob");
    assert_string_equal(sv_text(&f.arena, text_joined(&f.arena, names, 2)), "fleksjob og deltidsjob");
    assert_string_equal(sv_text(&f.arena, text_joined(&f.arena, names, 3)), "fleksjob, deltidsjob og småjob");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_format_is_printed_as_danes_write_it),
        cmocka_unit_test(a_figure_without_a_value_is_a_dash_in_every_format),
        cmocka_unit_test(an_empty_cell_is_nothing),
        cmocka_unit_test(a_share_takes_its_decimals_from_the_count_it_is_a_share_of),
        cmocka_unit_test(names_within_a_sentence_begin_with_a_small_letter_but_abbreviations_do_not),
        cmocka_unit_test(names_are_joined_with_commas_and_og),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
