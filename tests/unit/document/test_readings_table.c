#include "../figures/data_builder.h"

#include "cell_text.h"
#include "compose.h"
#include "sections.h"

static struct section *write_readings(struct builder *b, struct section_context *context)
{
    static const struct report_request year = {.kind = REPORT_YEAR, .date = 20000, .program_version = "1"};
    count(b, "2024");
    *context = (struct section_context){.document = document_create(&b->arena, &b->figures),
                                        .figures = &b->figures,
                                        .data = &b->data,
                                        .diag = &b->diag,
                                        .request = &year};
    struct section *section = document_add_section(context->document, "maal", sv_of("Målinger"));
    add_readings(context, section);
    return section;
}

static void build(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "SA-01", "2020-01-01", "");
    add_course(b, "a", "SA-01", "unge", "2023-01-01", "");
    add_course(b, "b", "SA-01", "unge", "2023-01-01", "");
}

/* A row's cells as they are printed: "a|b|c". */
static void assert_row(const struct table *table, size_t row, const char *words, struct arena *arena)
{
    struct buffer line = buffer_in(arena);
    for (size_t i = 0; i < table->column_count; i++) {
        if (i)
            buffer_add_byte(&line, '|');
        cell_text(&line, &table->rows[row].cells[i]);
    }
    assert_string_equal(sv_text(arena, buffer_view(&line)), words);
}

static void indicators_that_were_read_twice_have_a_row_with_last_years(void **state)
{
    (void)state;
    struct builder b;
    struct section_context context;
    build(&b);
    add_reading(&b, 0, "2023-02-01", "robusthed", 2);
    add_reading(&b, 0, "2023-09-01", "robusthed", 3);
    add_reading(&b, 0, "2024-02-01", "robusthed", 5);
    add_reading(&b, 1, "2024-02-01", "robusthed", 3);
    add_reading(&b, 1, "2024-08-01", "robusthed", 1);
    add_reading(&b, 1, "2023-02-01", "afklaring", 2);
    add_reading(&b, 1, "2023-08-01", "afklaring", 2);
    add_reading(&b, 1, "2024-08-01", "arbejdsevne", 2);
    const struct section *section = write_readings(&b, &context);
    assert_int_equal(section->block_count, 3);
    const struct table *table = section->blocks[2].as.table;
    assert_int_equal(table->row_count, 2);
    assert_true(sv_is(table->columns[1].heading, "Forløb 2024"));
    assert_row(table, 0, "Afklaring|0|–|1|0,0", &b.arena);
    assert_row(table, 1, "Robusthed|2|+0,5|1|+1,0", &b.arena);
    assert_true(table->rows[1].cells[2].has_key);
    builder_free(&b);
}

static void without_several_readings_nothing_is_said(void **state)
{
    (void)state;
    struct builder b;
    struct section_context context;
    build(&b);
    add_reading(&b, 0, "2024-02-01", "robusthed", 2);
    assert_int_equal(write_readings(&b, &context)->block_count, 0);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indicators_that_were_read_twice_have_a_row_with_last_years),
        cmocka_unit_test(without_several_readings_nothing_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
