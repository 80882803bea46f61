#include "data_folder_fixture.h"
#include "narrative_markdown.h"
#include "narrative_read.h"

static struct fixture f;
static struct folder folder;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    folder_make(&folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    folder_remove(&folder);
    fixture_free(&f);
    return 0;
}

static const char *read_texts(void)
{
    struct sv failure = {0};
    const bool good = narratives_read(&f.data, &f.diag, folder.descriptor, &failure);
    assert_int_equal(good, failure.size == 0);
    return sv_text(&f.arena, failure);
}

/* Removes what lies below tekster, which the fixture does not. */
static void remove_texts(void)
{
    static const char *const names[] = {"tekster/a.md",      "tekster/2024/b.md", "tekster/2024/c.txt",
                                        "tekster/note/d.md", "tekster/2024.md",   "tekster/+.md"};
    static const char *const folders[] = {"tekster/2024", "tekster/note", "tekster/2025"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlinkat(folder.descriptor, names[i], 0);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (unlinkat(folder.descriptor, folders[i], AT_REMOVEDIR) != 0)
            unlinkat(folder.descriptor, folders[i], 0);
}

static void texts_and_those_of_periods_are_guarded_line_by_line(void **state)
{
    (void)state;
    mkdirat(folder.descriptor, "tekster", 0700);
    mkdirat(folder.descriptor, "tekster/2024", 0700);
    mkdirat(folder.descriptor, "tekster/note", 0700);
    folder_write(&folder, "tekster/a.md", "# Overskrift\n\nBorger 311257-5005.\n");
    folder_write(&folder, "tekster/2024/b.md", "Sag 0101701234\n");
    folder_write(&folder, "tekster/2024/c.txt", "311257-5005\n");
    folder_write(&folder, "tekster/note/d.md", "311257-5005\n");
    assert_string_equal(read_texts(), "");
    assert_string_equal(codes_found(&f), "W122:1 E121:3");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].value), "Borger ******-****.");
    assert_int_equal(f.data.file_count, 2);
    remove_texts();
}

static void a_link_to_a_folder_of_texts_is_refused(void **state)
{
    (void)state;
    assert_int_equal(symlinkat("/etc", folder.descriptor, "tekster"), 0);
    assert_non_null(strstr(read_texts(), "Mappen tekster kan ikke læses"));
    unlinkat(folder.descriptor, "tekster", 0);
    mkdirat(folder.descriptor, "tekster", 0700);
    assert_int_equal(symlinkat("/etc", folder.descriptor, "tekster/2025"), 0);
    assert_non_null(strstr(read_texts(), "Mappen tekster/2025 kan ikke læses"));
    remove_texts();
}

static void a_text_that_cannot_be_read_is_a_failure(void **state)
{
    (void)state;
    mkdirat(folder.descriptor, "tekster", 0700);
    assert_int_equal(symlinkat("/etc/hostname", folder.descriptor, "tekster/a.md"), 0);
    assert_non_null(strstr(read_texts(), "Filen tekster/a.md kan ikke læses"));
    remove_texts();
}

/* The words of a text's only block. */
static const char *only_words(const char *text)
{
    narrative_add(&f.data, &f.diag, sv_of("tekster/metode.md"), sv_of(text));
    const struct narrative *narrative = &f.data.narratives[f.data.narrative_count - 1];
    assert_int_equal(narrative->block_count, 1);
    return sv_text(&f.arena, narrative_block_text(&f.arena, &narrative->blocks[0]));
}

static void a_text_is_known_by_its_chapter_and_period(void **state)
{
    (void)state;
    narrative_add(&f.data, &f.diag, sv_of("tekster/Læringer.md"), sv_of("Ord."));
    narrative_add(&f.data, &f.diag, sv_of("tekster/2024-1/halvaar.md"), sv_of("Ord."));
    assert_string_equal(sv_text(&f.arena, f.data.narratives[0].chapter), "laeringer");
    assert_int_equal(f.data.narratives[0].period.size, 0);
    assert_string_equal(sv_text(&f.arena, f.data.narratives[1].chapter), "halvaar");
    assert_string_equal(sv_text(&f.arena, f.data.narratives[1].period), "2024-1");
    assert_string_equal(sv_text(&f.arena, f.data.narratives[1].file), "tekster/2024-1/halvaar.md");
}

static void ten_digits_like_a_number_are_hidden_in_the_text(void **state)
{
    (void)state;
    assert_string_equal(only_words("Sag 0101701234 er *lukket*."), "Sag ******-**** er lukket.");
    assert_string_equal(codes_found(&f), "W122:1");
}

static void a_number_that_markdown_puts_together_is_found(void **state)
{
    (void)state;
    assert_string_equal(only_words("Først.\nBorger 311257-**5005**."), "Først. Borger ******-****.");
    assert_string_equal(codes_found(&f), "E121:1");
}

static void a_text_may_have_a_number_for_its_name(void **state)
{
    (void)state;
    mkdirat(folder.descriptor, "tekster", 0700);
    folder_write(&folder, "tekster/2024.md", "Ord.\n");
    folder_write(&folder, "tekster/+.md", "Ord.\n");
    assert_string_equal(read_texts(), "");
    assert_int_equal(f.data.narrative_count, 2);
    assert_string_equal(sv_text(&f.arena, f.data.narratives[1].chapter), "2024");
    remove_texts();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(texts_and_those_of_periods_are_guarded_line_by_line, begin, end),
        cmocka_unit_test_setup_teardown(a_link_to_a_folder_of_texts_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_text_that_cannot_be_read_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_text_is_known_by_its_chapter_and_period, begin, end),
        cmocka_unit_test_setup_teardown(ten_digits_like_a_number_are_hidden_in_the_text, begin, end),
        cmocka_unit_test_setup_teardown(a_number_that_markdown_puts_together_is_found, begin, end),
        cmocka_unit_test_setup_teardown(a_text_may_have_a_number_for_its_name, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
