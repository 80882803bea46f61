#include "../figures/data_builder.h"

#include "cell_text.h"
#include "compose.h"
#include "sections.h"

struct list_test {
    struct builder builder;
    struct section_context context;
    struct section *section;
};

static void list_open(struct list_test *t)
{
    builder_init(&t->builder);
}

static void list_write(struct list_test *t)
{
    count(&t->builder, "2024");
    struct document *document = document_create(&t->builder.arena, &t->builder.figures);
    t->context = (struct section_context){
        .document = document, .figures = &t->builder.figures, .data = &t->builder.data};
    t->section = document_add_section(document, "s", sv_of("S"));
    add_enterprise_list(&t->context, t->section);
}

static const struct table *list_table(const struct list_test *t)
{
    return t->section->blocks[t->section->block_count - 1].as.table;
}

static const char *cell_at(struct list_test *t, size_t row, size_t column)
{
    struct buffer buffer = buffer_in(&t->builder.arena);
    cell_text(&buffer, &list_table(t)->rows[row].cells[column]);
    return sv_text(&t->builder.arena, buffer_view(&buffer));
}

/* The items of the list under a heading; "" when there is no such heading. */
static const char *items_under(struct list_test *t, const char *heading)
{
    struct buffer buffer = buffer_in(&t->builder.arena);
    for (size_t i = 0; i + 1 < t->section->block_count; i++) {
        const struct block *block = &t->section->blocks[i];
        if (block->kind != BLOCK_HEADING || !sv_is(block->as.heading.text, heading))
            continue;
        const struct list *list = &block[1].as.list;
        for (size_t item = 0; item < list->item_count; item++) {
            buffer_add(&buffer, paragraph_text(&t->builder.arena, &list->items[item]));
            buffer_add_byte(&buffer, '|');
        }
    }
    return sv_text(&t->builder.arena, buffer_view(&buffer));
}

static void names_stand_in_danish_order(void **state)
{
    (void)state;
    static const char *const added[] = {"Åen", "zebra", "Ørnen", "Æblet", "Abe", "øen", "Abehuset", "Éclair"};
    static const char *const expected[] = {"Abe", "Abehuset", "zebra", "Æblet",
                                           "øen", "Ørnen",    "Åen",   "Éclair"};
    struct list_test t;
    list_open(&t);
    for (size_t i = 0; i < 8; i++)
        add_enterprise(&t.builder, added[i], "virksomhed", "2020-01-01", "");
    list_write(&t);
    for (size_t i = 0; i < 8; i++)
        assert_string_equal(cell_at(&t, i, 0), expected[i]);
    builder_free(&t.builder);
}

static void two_of_the_same_name_stand_in_the_order_of_the_data(void **state)
{
    (void)state;
    struct list_test t;
    list_open(&t);
    add_enterprise(&t.builder, "V1", "forening", "2020-01-01", "")->name = sv_of("Ens");
    add_enterprise(&t.builder, "V2", "virksomhed", "2020-01-01", "")->name = sv_of("Ens");
    list_write(&t);
    assert_string_equal(cell_at(&t, 0, 1), "Forening");
    assert_string_equal(cell_at(&t, 1, 1), "Virksomhed");
    builder_free(&t.builder);
}

static void only_what_is_open_on_the_last_day_is_listed(void **state)
{
    (void)state;
    struct list_test t;
    list_open(&t);
    add_enterprise(&t.builder, "Åben", "virksomhed", "2024-12-31", "");
    add_enterprise(&t.builder, "Lukker senere", "virksomhed", "2020-01-01", "2025-01-01");
    add_enterprise(&t.builder, "Lukket på dagen", "virksomhed", "2020-01-01", "2024-12-31");
    add_enterprise(&t.builder, "Begynder senere", "virksomhed", "2025-01-01", "");
    list_write(&t);
    assert_int_equal(list_table(&t)->row_count, 2);
    assert_string_equal(cell_at(&t, 0, 0), "Lukker senere");
    assert_string_equal(cell_at(&t, 1, 0), "Åben");
    builder_free(&t.builder);
}

static void bottom_lines_and_the_register_are_told_as_far_as_they_are_known(void **state)
{
    (void)state;
    struct list_test t;
    list_open(&t);
    struct enterprise *enterprise = add_enterprise(&t.builder, "A", "virksomhed", "2020-01-01", "");
    enterprise->bottom_line_social = enterprise->bottom_line_local = enterprise->bottom_line_economic = YES;
    enterprise->registered = day("2024-05-01");
    enterprise->line_of_business = sv_of("Café");
    enterprise = add_enterprise(&t.builder, "B", "virksomhed", "2020-01-01", "");
    enterprise->bottom_line_social = enterprise->bottom_line_economic = YES;
    enterprise->bottom_line_local = NO;
    enterprise->registered = day("2025-05-01");
    add_enterprise(&t.builder, "C", "virksomhed", "2020-01-01", "");
    list_write(&t);
    static const char *const expected[][3] = {
        {"Café", "01-05-2024", "alle tre"}, {"–", "–", "social og økonomisk"}, {"–", "–", "–"}};
    for (size_t row = 0; row < 3; row++) {
        assert_string_equal(cell_at(&t, row, 2), expected[row][0]);
        assert_string_equal(cell_at(&t, row, 4), expected[row][1]);
        assert_string_equal(cell_at(&t, row, 5), expected[row][2]);
    }
    builder_free(&t.builder);
}

static void what_opened_closed_and_is_coming_is_told_by_name(void **state)
{
    (void)state;
    struct list_test t;
    list_open(&t);
    add_enterprise(&t.builder, "Ny", "virksomhed", "2024-02-01", "")->line_of_business = sv_of("Økologi");
    add_enterprise(&t.builder, "Slut", "forening", "2020-01-01", "2024-09-30")->closing_reason =
        sv_of("Frivillige manglede");
    const uint16_t coming = code_in(&t.builder, CODES_ENTERPRISE_STATUS, "paa_vej");
    add_enterprise(&t.builder, "Uden dato", "initiativ", "", "")->status = coming;
    add_enterprise(&t.builder, "Med dato", "initiativ", "2025-03-01", "")->status = coming;
    list_write(&t);
    assert_string_equal(items_under(&t, "Åbnet i året"), "Ny (virksomhed, økologi), 1.\u00A0februar 2024|");
    assert_string_equal(items_under(&t, "Lukket i året"),
                        "Slut (forening), 30.\u00A0september 2024: Frivillige manglede|");
    assert_string_equal(items_under(&t, "På vej"),
                        "Uden dato (initiativ)|Med dato (initiativ), ventes at begynde 1.\u00A0marts 2025|");
    builder_free(&t.builder);
}

static void without_enterprises_the_list_is_a_sentence(void **state)
{
    (void)state;
    struct list_test t;
    list_open(&t);
    list_write(&t);
    assert_string_equal(items_under(&t, "Åbnet i året"), "");
    assert_int_equal(list_table(&t)->row_count, 0);
    assert_true(list_table(&t)->empty.size > 0);
    builder_free(&t.builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_stand_in_danish_order),
        cmocka_unit_test(two_of_the_same_name_stand_in_the_order_of_the_data),
        cmocka_unit_test(only_what_is_open_on_the_last_day_is_listed),
        cmocka_unit_test(bottom_lines_and_the_register_are_told_as_far_as_they_are_known),
        cmocka_unit_test(what_opened_closed_and_is_coming_is_told_by_name),
        cmocka_unit_test(without_enterprises_the_list_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
