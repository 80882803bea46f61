#include "truetype.h"
#include "truetype_subset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static const char font_path[] = AARSRAPPORT_FONT_FOLDER "/LiberationSans-Regular.ttf";

struct opened {
    struct arena arena;
    struct truetype font;
    uint8_t *data;
    size_t size;
};

static int open_font(void **state)
{
    static struct opened opened;
    arena_init(&opened.arena, NULL);
    FILE *stream = fopen(font_path, "rb");
    assert_non_null(stream);
    opened.data = arena_alloc(&opened.arena, 1 << 20);
    opened.size = fread(opened.data, 1, 1 << 20, stream);
    fclose(stream);
    assert_true(truetype_open(&opened.font, opened.data, opened.size));
    *state = &opened;
    return 0;
}

static int close_font(void **state)
{
    arena_free(&((struct opened *)*state)->arena);
    return 0;
}

static void the_measures_of_the_font_are_read(void **state)
{
    const struct truetype *font = &((struct opened *)*state)->font;
    assert_int_equal(font->units_per_em, 2048);
    assert_int_equal(font->ascent, 1854);
    assert_int_equal(font->descent, -434);
    assert_int_equal(font->cap_height, 1409);
}

static void letters_have_glyphs_and_characters_outside_the_font_have_none(void **state)
{
    const struct truetype *font = &((struct opened *)*state)->font;
    assert_int_not_equal(truetype_glyph(font, 'a'), 0);
    assert_int_not_equal(truetype_glyph(font, 0x00E6), 0); /* æ */
    assert_int_not_equal(truetype_glyph(font, 0x2212), 0); /* minus */
    assert_int_equal(truetype_glyph(font, 0x2713), 0);     /* check mark */
    assert_int_equal(truetype_glyph(font, 0x1F600), 0);
    assert_int_equal(truetype_glyph(font, 0xFFFF), 0);
}

static void digits_are_equally_wide(void **state)
{
    const struct truetype *font = &((struct opened *)*state)->font;
    for (uint32_t digit = '0'; digit <= '9'; digit++)
        assert_int_equal(truetype_advance(font, truetype_glyph(font, digit)), 1139);
}

static void a_and_v_are_drawn_together(void **state)
{
    const struct truetype *font = &((struct opened *)*state)->font;
    unsigned a = truetype_glyph(font, 'A'), v = truetype_glyph(font, 'V'), n = truetype_glyph(font, 'n');
    assert_true(truetype_kerning(font, a, v) < 0);
    assert_int_equal(truetype_kerning(font, n, n), 0);
}

static void a_space_has_no_outline(void **state)
{
    const struct truetype *font = &((struct opened *)*state)->font;
    assert_int_equal(truetype_outline(font, truetype_glyph(font, ' ')).size, 0);
    assert_true(truetype_outline(font, truetype_glyph(font, 'x')).size > 10);
}

static void bytes_that_are_no_font_are_refused(void **state)
{
    (void)state;
    struct truetype font;
    assert_false(truetype_open(&font, NULL, 0));
    assert_false(truetype_open(&font, (const uint8_t *)"OTTO and so on", 14));
}

static void a_font_cut_short_is_never_read_beyond_its_end(void **state)
{
    struct opened *opened = *state;
    for (size_t size = 0; size < opened->size; size += 7919) {
        uint8_t *copy = arena_alloc(&opened->arena, size);
        struct truetype font;
        memcpy(copy, opened->data, size);
        if (truetype_open(&font, copy, size))
            assert_true(truetype_outline(&font, truetype_glyph(&font, 0x00E5)).size < size);
    }
}

static void a_subset_is_a_font_with_the_glyphs_asked_for(void **state)
{
    struct opened *opened = *state;
    struct truetype subset = {.file = {NULL, 0}};
    uint16_t glyphs[2] = {(uint16_t)truetype_glyph(&opened->font, 'k'),
                          (uint16_t)truetype_glyph(&opened->font, ' ')};
    subset.file = truetype_subset(&opened->font, glyphs, 2, &opened->arena);
    assert_true(subset.file.size < 10000);
    assert_int_equal(span_u32(subset.file, 0), 0x00010000);
    /* ten tables in the order of their tags, each at a multiple of four */
    assert_int_equal(span_u16(subset.file, 4), 10);
    for (size_t i = 0; i < 10; i++) {
        assert_int_equal(span_u32(subset.file, 12 + 16 * i + 8) % 4, 0);
        if (i > 0)
            assert_true(span_u32(subset.file, 12 + 16 * i) > span_u32(subset.file, 12 + 16 * (i - 1)));
    }
}

/* å is made of a and a ring in this font. */
static void a_subset_holds_the_parts_of_its_composite_glyphs(void **state)
{
    struct opened *opened = *state;
    uint16_t glyph = (uint16_t)truetype_glyph(&opened->font, 0x00E5);
    assert_true(span_i16(truetype_outline(&opened->font, glyph), 0) < 0);
    struct byte_span alone = truetype_subset(&opened->font, &glyph, 1, &opened->arena);
    size_t maxp = span_u32(alone, 12 + 16 * 7 + 8);
    assert_int_equal(span_u16(alone, maxp + 4), 4); /* .notdef, å, a, ring */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_measures_of_the_font_are_read),
        cmocka_unit_test(letters_have_glyphs_and_characters_outside_the_font_have_none),
        cmocka_unit_test(digits_are_equally_wide),
        cmocka_unit_test(a_and_v_are_drawn_together),
        cmocka_unit_test(a_space_has_no_outline),
        cmocka_unit_test(bytes_that_are_no_font_are_refused),
        cmocka_unit_test(a_font_cut_short_is_never_read_beyond_its_end),
        cmocka_unit_test(a_subset_is_a_font_with_the_glyphs_asked_for),
        cmocka_unit_test(a_subset_holds_the_parts_of_its_composite_glyphs),
    };
    return cmocka_run_group_tests(tests, open_font, close_font);
}
