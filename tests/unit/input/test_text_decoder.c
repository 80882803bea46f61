#include "text_decoder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct text_decoder decoder;
static struct decoder_marks seen;
static char decoded[4096];

static void keep(size_t *mark, size_t later, size_t by)
{
    if (later != SIZE_MAX)
        *mark = later + by;
}

/* Decodes in pieces of `step` bytes. */
static const char *decode(const char *bytes, size_t size, size_t step)
{
    size_t written = 0;
    text_decoder_init(&decoder);
    seen = (struct decoder_marks){SIZE_MAX, SIZE_MAX, SIZE_MAX};
    for (size_t at = 0; at < size || at == 0; at += step) {
        const size_t part = size - at < step ? size - at : step;
        struct decoder_marks marks;
        const size_t given = text_decode(&decoder, (const unsigned char *)bytes + at, part, at + part >= size,
                                         decoded + written, &marks);
        keep(&seen.first_bad, marks.first_bad, written);
        keep(&seen.undefined, marks.undefined, written);
        keep(&seen.nul, marks.nul, written);
        written += given;
    }
    decoded[written] = '\0';
    return decoded;
}

struct example {
    const char *bytes;
    size_t size;
    enum text_encoding encoding;
    const char *text;
};

#define BYTES(literal) (literal), sizeof(literal) - 1

static const struct example examples[] = {
    {BYTES(""), ENCODING_UTF8, ""},
    {BYTES("a"), ENCODING_UTF8, "a"},
    {BYTES("abc;123\n"), ENCODING_UTF8, "abc;123\n"},
    {BYTES("Målgruppe € \xF0\x9F\x98\x80"), ENCODING_UTF8, "Målgruppe € \xF0\x9F\x98\x80"},
    {BYTES("\xEF\xBB\xBFæ"), ENCODING_UTF8_BOM, "æ"},
    {BYTES("\xEF\xBB\xBF"), ENCODING_UTF8_BOM, ""},
    {BYTES("M\xE5lgruppe \x80 \x93x\x94"), ENCODING_WINDOWS_1252, "Målgruppe € “x”"},
    {BYTES("\xE6"), ENCODING_WINDOWS_1252, "æ"},
    {BYTES("abcdefg\xE6"), ENCODING_WINDOWS_1252, "abcdefgæ"},
    {BYTES("\xFF\xFE"
           "a\0\xE6\0\x3D\xD8\x00\xDE"),
     ENCODING_UTF16_LE, "aæ\xF0\x9F\x98\x80"},
    {BYTES("\xFE\xFF\0a\0\xE6\xD8\x3D\xDE\x00"), ENCODING_UTF16_BE, "aæ\xF0\x9F\x98\x80"},
    {BYTES("\xFF\xFE"
           "a\0\r\0\n\0"
           "b\0\r\0"
           "c\0"),
     ENCODING_UTF16_LE, "a\nb\nc"},
    {BYTES("\xFF\xFE\x3D\xD8"
           "a\0\x00\xDE"),
     ENCODING_UTF16_LE, "\uFFFDa\uFFFD"},
    {BYTES("\xFF\xFE"
           "\x01\xFB\xFD\xFF"),
     ENCODING_UTF16_LE, "\uFB01\uFFFD"},
    {BYTES("\xFF\xFE"
           "a\0\x3D\xD8"),
     ENCODING_UTF16_LE, "a\uFFFD"},
    {BYTES("a\r\nb\rc\nd\r\r\ne\n\r"), ENCODING_UTF8, "a\nb\nc\nd\n\ne\n\n"},
};

static void every_encoding_gives_the_same_text_however_it_is_cut(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        for (size_t step = 1; step <= examples[i].size + 1; step++) {
            assert_string_equal(decode(examples[i].bytes, examples[i].size, step), examples[i].text);
            assert_int_equal(decoder.encoding, examples[i].encoding);
            assert_false(text_decoder_is_mixed(&decoder) || decoder.seen_nul || decoder.broken_utf16);
        }
}

static void both_utf8_and_other_bytes_are_mixed_in_either_order(void **state)
{
    static const char after[] = "æ\nab\xE5\n";
    static const char before[] = "ab\xE5\næ\n";
    (void)state;
    for (size_t step = 1; step < 9; step++) {
        decode(after, sizeof after - 1, step);
        assert_true(text_decoder_is_mixed(&decoder));
        assert_int_equal(seen.first_bad, 5);
        decode(before, sizeof before - 1, step);
        assert_true(text_decoder_is_mixed(&decoder));
        assert_int_equal(seen.first_bad, 2);
    }
}

static void a_byte_order_mark_and_a_byte_that_is_not_utf8_are_mixed(void **state)
{
    (void)state;
    decode("\xEF\xBB\xBFx\xE5", 5, 2);
    assert_true(text_decoder_is_mixed(&decoder));
    assert_int_equal(decoder.encoding, ENCODING_UTF8_BOM);
}

static void bytes_that_windows_1252_does_not_define_are_marked(void **state)
{
    static const char bytes[] = "a\x81\x8D\x8F\x90\x9D";
    (void)state;
    assert_string_equal(decode(bytes, sizeof bytes - 1, 3), "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    assert_true(decoder.seen_undefined);
    assert_int_equal(seen.undefined, 1);
}

static void a_nul_is_dropped_and_marked_in_every_encoding(void **state)
{
    (void)state;
    assert_string_equal(decode("ab\0c", 4, 1), "abc");
    assert_int_equal(seen.nul, 2);
    assert_string_equal(decode("\xFF\xFE"
                               "a\0\0\0"
                               "b\0",
                               8, 3),
                        "ab");
    assert_int_equal(seen.nul, 1);
}

static void utf16_that_ends_within_a_character_is_broken(void **state)
{
    (void)state;
    for (size_t step = 1; step < 6; step++) {
        assert_string_equal(decode("\xFF\xFE"
                                   "a\0b",
                                   5, step),
                            "a");
        assert_true(decoder.broken_utf16);
    }
}

static void only_valid_utf8_has_a_length(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {
        {"a", 1},
        {"\xC2\x80", 2},
        {"\xC1\xBF", 0},
        {"\xE0\xA0\x80", 3},
        {"\xE0\x9F\xBF", 0},
        {"\xED\x9F\xBF", 3},
        {"\xED\xA0\x80", 0},
        {"\xF0\x90\x80\x80", 4},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xF4\x8F\xBF\xBF", 4},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"\x80", 0},
        {"\xC3", 0},
        {"\xC3(", 0},
        {"\xE2\x82", 0},
        {"\xE2\x82(", 0},
        {"\xF0\x90\x80(", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_length((const unsigned char *)cases[i].bytes, strlen(cases[i].bytes)),
                         cases[i].length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding_gives_the_same_text_however_it_is_cut),
        cmocka_unit_test(both_utf8_and_other_bytes_are_mixed_in_either_order),
        cmocka_unit_test(a_byte_order_mark_and_a_byte_that_is_not_utf8_are_mixed),
        cmocka_unit_test(bytes_that_windows_1252_does_not_define_are_marked),
        cmocka_unit_test(a_nul_is_dropped_and_marked_in_every_encoding),
        cmocka_unit_test(utf16_that_ends_within_a_character_is_broken),
        cmocka_unit_test(only_valid_utf8_has_a_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
