#include "style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct rgb white = {255, 255, 255};

static bool same_colour(struct rgb a, struct rgb b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void the_municipalitys_colour_becomes_the_accent(void **state)
{
    (void)state;
    const struct rgb green = {0x0B, 0x5D, 0x3A};
    assert_true(same_colour(style_of(sv_of("#0B5d3A")).accent, green));
}

static void a_colour_too_light_to_read_is_not_used(void **state)
{
    (void)state;
    const struct rgb house = style_of(sv_of("")).accent;
    assert_true(same_colour(style_of(sv_of("#FFE600")).accent, house));
}

static void what_is_no_colour_is_not_used(void **state)
{
    (void)state;
    const struct rgb house = style_of(sv_of("")).accent;
    static const char *const wrong[] = {"0B5D3A", "#0B5D3", "#0B5D3AA", "#0B5D3G", "grøn"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_true(same_colour(style_of(sv_of(wrong[i])).accent, house));
}

static void every_colour_of_text_can_be_read_on_white(void **state)
{
    (void)state;
    const struct style style = style_of(sv_of(""));
    const struct rgb colours[] = {style.text,        style.muted,          style.accent,    style.goal,
                                  style.status_good, style.status_waiting, style.status_bad};
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
        assert_true(colour_contrast(colours[i], white) >= 4.5);
}

static void series_differ_in_lightness_from_their_neighbours(void **state)
{
    (void)state;
    const struct style style = style_of(sv_of(""));
    for (size_t i = 1; i < STYLE_SERIES; i++)
        assert_true(colour_contrast(style.series[i - 1], style.series[i]) >= 1.5);
}

/* Most charts have no more: in grey print each of them is another shade. */
static void the_first_three_series_all_differ_in_lightness(void **state)
{
    (void)state;
    const struct style style = style_of(sv_of(""));
    for (size_t i = 0; i < 3; i++) {
        const double one = colour_contrast(style.series[i], white);
        const double other = colour_contrast(style.series[(i + 1) % 3], white);
        assert_true((one > other ? one / other : other / one) >= 1.5);
    }
}

static void every_series_stands_out_from_the_page(void **state)
{
    (void)state;
    const struct style style = style_of(sv_of(""));
    for (size_t i = 0; i < STYLE_SERIES; i++)
        assert_true(colour_contrast(style.series[i], white) >= 3);
}

static void the_steps_of_a_scale_darken_and_words_read_on_each(void **state)
{
    (void)state;
    const struct style style = style_of(sv_of(""));
    for (size_t count = 1; count <= 8; count++)
        for (size_t i = 0; i < count; i++) {
            const struct rgb colour = colour_of_step(&style, i, count);
            assert_true(colour_contrast(colour_on(&style, colour), colour) >= 4.5);
            if (i > 0) {
                const struct rgb before = colour_of_step(&style, i - 1, count);
                assert_true(colour_contrast(colour, white) / colour_contrast(before, white) >= 1.15);
            }
        }
}

static void numbers_read_on_every_series(void **state)
{
    (void)state;
    const struct style style = style_of(sv_of(""));
    for (size_t i = 0; i < (size_t)2 * STYLE_SERIES; i++) {
        const struct rgb colour = colour_of_series(&style, i);
        assert_true(colour_contrast(colour_on(&style, colour), colour) >= 4.5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_municipalitys_colour_becomes_the_accent),
        cmocka_unit_test(a_colour_too_light_to_read_is_not_used),
        cmocka_unit_test(what_is_no_colour_is_not_used),
        cmocka_unit_test(every_colour_of_text_can_be_read_on_white),
        cmocka_unit_test(the_first_three_series_all_differ_in_lightness),
        cmocka_unit_test(every_series_stands_out_from_the_page),
        cmocka_unit_test(the_steps_of_a_scale_darken_and_words_read_on_each),
        cmocka_unit_test(numbers_read_on_every_series),
        cmocka_unit_test(series_differ_in_lightness_from_their_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
