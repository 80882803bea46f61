/* How the objects of a PDF are packed into a file. */
#include "pdf_bytes.h"
#include "pdf_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ENTRY = 7 };

struct fixture {
    struct arena arena;
    struct sv bytes;
    unsigned char *entries; /* ENTRY bytes a row */
    size_t count;
};

/* A file with so many paragraphs, each an object of the structure. */
static struct sv write_file(struct arena *arena, size_t paragraphs)
{
    const struct pdf_info info = {
        .title = SV("Prøve"), .author = SV("Byen"), .creator = SV("prøven"), .language = SV("da-DK")};
    struct pdf_error error;
    struct pdf_file *file = pdf_file_open(arena, &info);
    struct pdf_page *page = pdf_file_add_page(file, 400, 300);
    struct pdf_type type = {pdf_file_font(file, PDF_REGULAR), 10, {0, 0, 0}};
    for (size_t i = 0; i < paragraphs; i++) {
        struct pdf_tag *tag = pdf_tag_add(pdf_file_root(file), PDF_P);
        pdf_ink_text(pdf_page_tagged(page, tag), (struct pdf_point){40, 50}, &type, sv_of("Ord"));
    }
    const struct sv bytes = pdf_file_finish(file, &error);
    assert_string_equal(error.text, "");
    pdf_file_close(file);
    return bytes;
}

static size_t number_after(struct sv bytes, size_t at, const char *words)
{
    const size_t found = bytes_find(bytes, at, words);
    assert_true(found != SIZE_MAX);
    return strtoul(bytes.data + found + strlen(words), NULL, 10);
}

/* Undoes the differences between the rows. */
static void read_table(struct fixture *fixture)
{
    const size_t table = number_after(fixture->bytes, 0, "startxref\n");
    const struct sv rows = stream_at(&fixture->arena, fixture->bytes, table);
    fixture->count = number_after(fixture->bytes, table, "/Size ");
    assert_int_equal(rows.size, fixture->count * (ENTRY + 1));
    fixture->entries = arena_alloc(&fixture->arena, fixture->count * ENTRY);
    for (size_t row = 0; row < fixture->count; row++)
        for (size_t i = 0; i < ENTRY; i++)
            fixture->entries[row * ENTRY + i] =
                (unsigned char)((unsigned char)rows.data[row * (ENTRY + 1) + 1 + i] +
                                (row ? fixture->entries[(row - 1) * ENTRY + i] : 0));
}

static size_t where(const struct fixture *fixture, size_t number)
{
    const unsigned char *entry = fixture->entries + number * ENTRY;
    return (size_t)entry[1] << 24 | (size_t)entry[2] << 16 | (size_t)entry[3] << 8 | entry[4];
}

static size_t place(const struct fixture *fixture, size_t number)
{
    const unsigned char *entry = fixture->entries + number * ENTRY;
    return (size_t)entry[5] << 8 | entry[6];
}

static int begin(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    fixture->bytes = write_file(&fixture->arena, 600);
    read_table(fixture);
    *state = fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

static void the_table_leads_to_every_object_that_is_not_packed(void **state)
{
    const struct fixture *fixture = *state;
    size_t found = 0;
    for (size_t number = 1; number < fixture->count; number++) {
        char heading[32];
        if (fixture->entries[number * ENTRY] != 1)
            continue;
        snprintf(heading, sizeof heading, "%zu 0 obj\n", number);
        assert_memory_equal(fixture->bytes.data + where(fixture, number), heading, strlen(heading));
        found++;
    }
    assert_true(found > 5);
}

/* The n-th pair of numbers in front of an object stream is the n-th packed object's. */
static void the_table_leads_to_every_packed_object(void **state)
{
    struct fixture *fixture = *state;
    size_t found = 0;
    for (size_t number = 1; number < fixture->count; number++) {
        if (fixture->entries[number * ENTRY] != 2)
            continue;
        const size_t holder = where(fixture, number);
        assert_int_equal(fixture->entries[holder * ENTRY], 1);
        const struct sv content = stream_at(&fixture->arena, fixture->bytes, where(fixture, holder));
        char *rest = (char *)sv_text(&fixture->arena, content);
        size_t named = 0;
        for (size_t i = 0; i <= place(fixture, number); i++) {
            named = strtoul(rest, &rest, 10);
            strtoul(rest, &rest, 10);
        }
        assert_int_equal(named, number);
        found++;
    }
    assert_true(found > 600);
}

static void no_more_than_256_objects_are_packed_together(void **state)
{
    const struct fixture *fixture = *state;
    size_t streams = 0;
    for (size_t at = 0; (at = bytes_find(fixture->bytes, at, "/Type/ObjStm/N ")) != SIZE_MAX; at++) {
        const size_t count = number_after(fixture->bytes, at, "/N ");
        assert_true(count >= 1 && count <= 256);
        streams++;
    }
    assert_int_equal(streams, 3);
}

static void the_first_entry_is_the_free_one(void **state)
{
    static const unsigned char free_entry[ENTRY] = {0, 0, 0, 0, 0, 0xFF, 0xFF};
    const struct fixture *fixture = *state;
    assert_memory_equal(fixture->entries, free_entry, ENTRY);
    for (size_t number = 1; number < fixture->count; number++)
        assert_int_not_equal(fixture->entries[number * ENTRY], 0);
}

static void a_tag_costs_few_bytes(void **state)
{
    const struct fixture *fixture = *state;
    struct arena arena;
    arena_init(&arena, NULL);
    const size_t small = write_file(&arena, 100).size;
    assert_true(fixture->bytes.size - small < 500 * 30);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_table_leads_to_every_object_that_is_not_packed, begin, end),
        cmocka_unit_test_setup_teardown(the_table_leads_to_every_packed_object, begin, end),
        cmocka_unit_test_setup_teardown(no_more_than_256_objects_are_packed_together, begin, end),
        cmocka_unit_test_setup_teardown(the_first_entry_is_the_free_one, begin, end),
        cmocka_unit_test_setup_teardown(a_tag_costs_few_bytes, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
