#include "xlsx_width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static void lines_and_words_are_counted_in_letters(void **state)
{
    (void)state;
    assert_int_equal(xlsx_longest_line(sv_of("æøå\nto ord")), 6);
    assert_int_equal(xlsx_longest_word(sv_of("to lange ord")), 5);
    assert_int_equal(xlsx_longest_word(sv_of("")), 0);
}

static void a_marker_is_one_word_and_stays_with_a_short_one(void **state)
{
    (void)state;
    assert_int_equal(xlsx_longest_word(sv_of("Fastholdelse [note 10]")), 12);
    assert_int_equal(xlsx_longest_word(sv_of("Frem [note 8]")), 13);
}

static void text_wraps_between_words(void **state)
{
    (void)state;
    assert_int_equal(xlsx_wrapped_lines(sv_of(""), 10), 1);
    assert_int_equal(xlsx_wrapped_lines(sv_of("ti tegn er"), 10), 1);
    assert_int_equal(xlsx_wrapped_lines(sv_of("elleve tegn her"), 10), 2);
    assert_int_equal(xlsx_wrapped_lines(sv_of("en\nto\ntre"), 10), 3);
}

static void a_word_longer_than_the_line_takes_several(void **state)
{
    (void)state;
    assert_int_equal(xlsx_wrapped_lines(sv_of("arbejdsmarkedsfastholdelse"), 10), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_words_are_counted_in_letters),
        cmocka_unit_test(a_marker_is_one_word_and_stays_with_a_short_one),
        cmocka_unit_test(text_wraps_between_words),
        cmocka_unit_test(a_word_longer_than_the_line_takes_several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
