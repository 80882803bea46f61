#include "colour.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct rgb white = {255, 255, 255};

static bool same_colour(struct rgb a, struct rgb b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void black_on_white_has_the_highest_contrast(void **state)
{
    (void)state;
    const struct rgb black = {0, 0, 0};
    assert_true(colour_contrast(black, white) > 20.99 && colour_contrast(black, white) < 21.01);
    assert_true(colour_contrast(white, white) > 0.99 && colour_contrast(white, white) < 1.01);
}

static void contrast_does_not_depend_on_the_order(void **state)
{
    (void)state;
    const struct rgb grey = {0x77, 0x77, 0x77};
    assert_true(colour_contrast(grey, white) == colour_contrast(white, grey));
    /* The grey that is known to fall just short of 4.5:1 on white. */
    assert_true(colour_contrast(grey, white) > 4.4 && colour_contrast(grey, white) < 4.5);
}

static void a_colour_is_written_with_six_hexadecimal_digits(void **state)
{
    static const char *const wrong[] = {"0B5D3A",  "#0B5D3",  "#0B5D3AA", "#0B5D3G", "#0B5D3/", "#0B5D3:",
                                        "#0B5D3@", "#0B5D3g", "#0B5D3`",  "x0B5D3A", "grøn",    ""};
    struct rgb colour;
    (void)state;
    assert_true(colour_parse(sv_of("#0B5d3A"), &colour));
    assert_true(same_colour(colour, (struct rgb){0x0B, 0x5D, 0x3A}));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(colour_parse(sv_of(wrong[i]), &colour));
}

static void a_dark_colour_is_left_as_it_is(void **state)
{
    const struct rgb blue = {0x1F, 0x4E, 0x79};
    (void)state;
    assert_true(colour_reads_on_white(blue));
    assert_true(same_colour(colour_darkened(blue), blue));
}

/* The nearest: of the same hue, readable, and barely so. */
static void a_light_colour_is_darkened_no_more_than_it_must(void **state)
{
    const struct rgb light[] = {
        {0xFF, 0xE6, 0x00}, {0xF2, 0x8E, 0x2B}, {0x77, 0x77, 0x77}, {0xFF, 0xFF, 0xFF}};
    (void)state;
    for (size_t i = 0; i < sizeof light / sizeof *light; i++) {
        const struct rgb shade = colour_darkened(light[i]);
        assert_true(colour_reads_on_white(shade));
        assert_true(colour_contrast(shade, white) < 4.7);
        assert_int_equal(shade.red >= shade.green, light[i].red >= light[i].green);
        assert_int_equal(shade.green >= shade.blue, light[i].green >= light[i].blue);
    }
}

static void between_two_colours_there_is_nothing_beyond_them(void **state)
{
    const struct rgb black = {0, 0, 0};
    (void)state;
    assert_true(same_colour(colour_between(black, white, -1), black));
    assert_true(same_colour(colour_between(black, white, 0.5), (struct rgb){128, 128, 128}));
    assert_true(same_colour(colour_between(black, white, 2), white));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(black_on_white_has_the_highest_contrast),
        cmocka_unit_test(contrast_does_not_depend_on_the_order),
        cmocka_unit_test(a_colour_is_written_with_six_hexadecimal_digits),
        cmocka_unit_test(a_dark_colour_is_left_as_it_is),
        cmocka_unit_test(a_light_colour_is_darkened_no_more_than_it_must),
        cmocka_unit_test(between_two_colours_there_is_nothing_beyond_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
