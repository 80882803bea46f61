/* Paragraphs, headings, tables, cards and charts on the page: where they break and how they are tagged. */
#include "buffer.h"
#include "build.h"
#include "pdf_cards.h"
#include "pdf_chart.h"
#include "pdf_parts.h"
#include "pdf_prose.h"
#include "pdf_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct style style;
    struct pdf_file *file;
    struct pdf_flow flow;
    struct piece_list list;
    struct document *document;
    struct section *section;
};

static int open_flow(void **state)
{
    static const struct pdf_info info = {.title = SV("Prøve"), .language = SV("da-DK")};
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    fixture->style = style_of(sv_of(""));
    fixture->file = pdf_file_open(&fixture->arena, &info);
    flow_init(&fixture->flow, fixture->file, &fixture->style, &fixture->arena);
    fixture->document = document_create(&fixture->arena, NULL);
    fixture->section = document_add_section(fixture->document, "proeve", sv_of("Prøve"));
    fixture->flow.parent = pdf_file_root(fixture->file);
    *state = fixture;
    return 0;
}

static int close_flow(void **state)
{
    struct fixture *fixture = *state;
    pdf_file_close(fixture->file);
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

static const struct table_column three_columns[] = {
    {.heading = SV("Type"), .format = FORMAT_TEXT},
    {.heading = SV("Antal"), .format = FORMAT_COUNT},
    {.heading = SV("Andel"), .format = FORMAT_SHARE},
};

static struct table *table_of_rows(struct fixture *fixture, size_t rows)
{
    struct table *table = section_add_table(fixture->document, fixture->section, "tal", "Tal",
                                            sv_of("En tabel"), three_columns, 3);
    for (size_t i = 0; i < rows; i++) {
        struct table_row *row = table_add_row(fixture->document, table, ROW_BODY);
        row->cells[0] = cell_of_text(sv_of("Fleksjob"));
        row->cells[1] = cell_of_value(ratio_whole((int64_t)i), FORMAT_COUNT);
        row->cells[2] = cell_of_value(ratio_of(1, 3), FORMAT_SHARE);
    }
    return table;
}

static struct paragraph *paragraph_of(struct fixture *fixture, const char *text)
{
    struct paragraph *paragraph = section_add_paragraph(fixture->document, fixture->section, PARAGRAPH_BODY);
    paragraph_add_text(fixture->document, paragraph, text);
    return paragraph;
}

static void draw_nothing(struct pdf_flow *flow, const struct piece *piece)
{
    (void)flow;
    (void)piece;
}

/* Takes all of a page but so much. */
static void leave_room(struct fixture *fixture, double room)
{
    const struct piece filler = {.box = {.height = flow_page_room(&fixture->flow, false) - room},
                                 .draw = draw_nothing};
    flow_add_piece(&fixture->flow, &fixture->list, &filler);
}

/* Draws what was added, on new pages. */
static void place(struct fixture *fixture)
{
    const struct layout_plan plan = flow_plan(&fixture->flow, &fixture->list);
    flow_place(&fixture->flow, &fixture->list, &plan);
    fixture->list = (struct piece_list){.count = 0};
}

static void place_table(struct fixture *fixture, const struct table *table)
{
    table_add(&fixture->flow, &fixture->list, table_measure(&fixture->flow, table), PARTING_FREE);
    place(fixture);
}

static void place_cards(struct fixture *fixture, const struct table *table)
{
    cards_add(&fixture->flow, &fixture->list, cards_measure(&fixture->flow, table), PARTING_FREE);
    place(fixture);
}

static void place_chart(struct fixture *fixture, const struct chart *chart)
{
    chart_add(&fixture->flow, &fixture->list, chart_measure(&fixture->flow, chart), PARTING_FREE);
    place(fixture);
}

static size_t pages(const struct fixture *fixture)
{
    return pdf_file_page_count(fixture->file);
}

static size_t count_tags(const struct pdf_tag *tag, enum pdf_role role)
{
    size_t count = tag->role == role;
    for (size_t i = 0; i < tag->kid_count; i++)
        if (tag->kids[i].kind == PDF_KID_TAG)
            count += count_tags(tag->kids[i].as.tag, role);
    return count;
}

static struct pdf_tag *last_tag(const struct fixture *fixture)
{
    const struct pdf_tag *root = pdf_file_root(fixture->file);
    return root->kids[root->kid_count - 1].as.tag;
}

static const char many_lines[] =
    "et\nto\ntre\nfire\nfem\nseks\nsyv\notte\nni\nti\nelleve\ntolv\ntretten\nfjorten\nfemten\nseksten";

/* The lines of the paragraph on the last page. */
static double lines_over(struct fixture *fixture, double room)
{
    leave_room(fixture, room);
    prose_add_paragraph(&fixture->flow, &fixture->list, paragraph_of(fixture, many_lines), PARTING_FREE);
    place(fixture);
    return (fixture->flow.y - fixture->flow.top) / fixture->style.baseline;
}

static void a_paragraph_leaves_two_lines_on_either_side_of_a_page_break(void **state)
{
    struct fixture *fixture = *state;
    const double lines = lines_over(fixture, 15 * fixture->style.baseline); /* one line too few */
    assert_int_equal(pages(fixture), 2);
    assert_true(lines > 1.9);
}

static void a_paragraph_does_not_begin_with_one_line_at_the_foot(void **state)
{
    struct fixture *fixture = *state;
    const double lines = lines_over(fixture, 1.5 * fixture->style.baseline);
    assert_int_equal(pages(fixture), 2);
    assert_true(lines > 15.9 && lines < 16.1);
}

static void a_paragraph_over_two_pages_is_one_tag(void **state)
{
    struct fixture *fixture = *state;
    lines_over(fixture, 8 * fixture->style.baseline);
    const struct pdf_tag *tag = last_tag(fixture);
    assert_int_equal(tag->role, PDF_P);
    assert_int_equal(tag->kid_count, 2);
    assert_ptr_not_equal(tag->kids[0].page, tag->kids[1].page);
}

static void a_heading_never_skips_a_level(void **state)
{
    struct fixture *fixture = *state;
    prose_add_heading(&fixture->flow, &fixture->list, 1, sv_of("Et"), false, PARTING_FREE);
    prose_add_heading(&fixture->flow, &fixture->list, 3, sv_of("Tre"), false, PARTING_NEVER);
    place(fixture);
    assert_int_equal(last_tag(fixture)->role, PDF_H2);
    assert_int_equal(fixture->flow.headings[1]->level, 2);
}

static void a_list_has_a_label_and_a_body_for_each_item(void **state)
{
    struct fixture *fixture = *state;
    struct list *list = section_add_list(fixture->document, fixture->section);
    for (int i = 0; i < 3; i++)
        paragraph_add_text(fixture->document, list_add_item(fixture->document, list), "Et punkt");
    prose_add_list(&fixture->flow, &fixture->list, list, PARTING_FREE);
    place(fixture);
    assert_int_equal(count_tags(last_tag(fixture), PDF_LI), 3);
    assert_int_equal(count_tags(last_tag(fixture), PDF_LBL), 3);
    assert_int_equal(count_tags(last_tag(fixture), PDF_LBODY), 3);
}

static void a_table_is_tagged_with_one_header_row_and_all_its_cells(void **state)
{
    struct fixture *fixture = *state;
    place_table(fixture, table_of_rows(fixture, 100));
    const struct pdf_tag *tag = last_tag(fixture);
    assert_int_equal(pages(fixture), 3);
    assert_int_equal(tag->role, PDF_TABLE);
    assert_int_equal(count_tags(tag, PDF_THEAD), 1);
    assert_int_equal(count_tags(tag, PDF_TR), 101);
    assert_int_equal(count_tags(tag, PDF_TH), 3 + 100);
    assert_int_equal(count_tags(tag, PDF_TD), 2 * 100);
}

static void the_cells_of_a_row_stand_on_one_page(void **state)
{
    struct fixture *fixture = *state;
    place_table(fixture, table_of_rows(fixture, 100));
    const struct pdf_tag *body = last_tag(fixture)->kids[2].as.tag;
    for (size_t i = 0; i < body->kid_count; i++) {
        const struct pdf_tag *row = body->kids[i].as.tag;
        const struct pdf_page *page = row->kids[0].as.tag->kids[0].page;
        for (size_t n = 0; n < row->kid_count; n++)
            assert_ptr_equal(row->kids[n].as.tag->kids[0].page, page);
    }
}

static void a_table_that_fits_the_next_page_is_not_broken(void **state)
{
    struct fixture *fixture = *state;
    leave_room(fixture, 100);
    place_table(fixture, table_of_rows(fixture, 9));
    const struct pdf_tag *body = last_tag(fixture)->kids[2].as.tag;
    assert_ptr_equal(body->kids[0].as.tag->kids[0].as.tag->kids[0].page, pdf_file_page(fixture->file, 1));
    assert_int_equal(pages(fixture), 2);
}

static void a_long_table_is_broken_rather_than_leaving_half_a_page_empty(void **state)
{
    struct fixture *fixture = *state;
    leave_room(fixture, flow_page_room(&fixture->flow, false) / 2);
    place_table(fixture, table_of_rows(fixture, 30));
    const struct pdf_tag *body = last_tag(fixture)->kids[2].as.tag;
    assert_ptr_equal(body->kids[0].as.tag->kids[0].as.tag->kids[0].page, pdf_file_page(fixture->file, 0));
    assert_int_equal(pages(fixture), 2);
}

static void the_last_rows_of_a_table_stay_together(void **state)
{
    struct fixture *fixture = *state;
    for (size_t rows = 30; rows < 60; rows++) {
        place_table(fixture, table_of_rows(fixture, rows));
        const struct pdf_tag *body = last_tag(fixture)->kids[2].as.tag;
        const struct pdf_page *last = body->kids[rows - 1].as.tag->kids[0].as.tag->kids[0].page;
        assert_ptr_equal(body->kids[rows - 3].as.tag->kids[0].as.tag->kids[0].page, last);
    }
}

static void a_row_higher_than_a_page_is_carried_over(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = table_of_rows(fixture, 1);
    char *text = arena_alloc(&fixture->arena, 40001);
    memset(text, 'm', 40000);
    for (size_t i = 7; i < 40000; i += 8)
        text[i] = ' ';
    table->rows[0].cells[0] = cell_of_text(sv_of(text));
    place_table(fixture, table);
    assert_true(pages(fixture) > 3);
    struct pdf_error error;
    assert_true(pdf_file_finish(fixture->file, &error).size > 0);
}

static void columns_fill_no_more_than_the_page(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = table_of_rows(fixture, 2);
    table->rows[1].cells[0] =
        cell_of_text(sv_of("En meget lang tekst, som skal brydes over flere linjer, fordi den er "
                           "længere end siden er bred, og som derfor gør rækken højere"));
    struct table_layout *layout = table_measure(&fixture->flow, table);
    assert_true(layout->width <= fixture->style.page_width - 2 * fixture->style.margin_left + 0.01);
    assert_true(layout->row_heights[1] > layout->row_heights[0]);
    assert_false(layout->landscape);
}

static struct table *wide_table(struct fixture *fixture, uint16_t columns)
{
    struct table_column *wide = arena_array(&fixture->arena, columns, sizeof *wide);
    for (uint16_t i = 0; i < columns; i++)
        wide[i] = (struct table_column){.heading = sv_format(&fixture->arena, "Kolonne%u", (unsigned)i),
                                        .format = i == 0 ? FORMAT_TEXT : FORMAT_AMOUNT};
    struct table *table =
        section_add_table(fixture->document, fixture->section, "bred", "Bred", sv_of("Bred"), wide, columns);
    struct table_row *row = table_add_row(fixture->document, table, ROW_BODY);
    for (uint16_t i = 1; i < columns; i++)
        row->cells[i] = cell_of_value(ratio_whole(12345678), FORMAT_AMOUNT);
    return table;
}

static void a_table_too_wide_for_a_standing_page_lies_down(void **state)
{
    struct fixture *fixture = *state;
    struct table_layout *layout = table_measure(&fixture->flow, wide_table(fixture, 11));
    assert_true(layout->landscape);
    table_add(&fixture->flow, &fixture->list, layout, PARTING_FREE);
    place(fixture);
    assert_int_equal(pages(fixture), 1);
    assert_true(pdf_page_width(fixture->flow.page) > pdf_page_height(fixture->flow.page));
    assert_true(fixture->flow.left + layout->width <= fixture->flow.right + 0.01);
}

static struct table_layout *layout_of_name(struct fixture *fixture, const char *name)
{
    struct table *table = wide_table(fixture, 7);
    for (int i = 0; i < 5; i++)
        table_add_row(fixture->document, table, ROW_BODY);
    for (size_t i = 0; i < table->row_count; i++)
        table->rows[i].cells[0] = cell_of_text(sv_of(name));
    return table_measure(&fixture->flow, table);
}

static void a_table_of_long_texts_is_set_closer_where_that_spares_many_lines(void **state)
{
    static const char question[] =
        "Arbejder kommunen med partnerskaber og samarbejde med eksisterende virksomheder fra andre steder i "
        "landet om at etablere sig i kommunen, og hvordan går det?";
    const struct table_layout *brief = layout_of_name(*state, "Partnerskaber?");
    const struct table_layout *lengthy = layout_of_name(*state, question);
    assert_true(lengthy->pad < brief->pad);
    assert_true(lengthy->widths[0] > 1.2 * brief->widths[0]);
    assert_false(lengthy->landscape);
}

static void even_forty_columns_stay_on_the_page(void **state)
{
    struct fixture *fixture = *state;
    struct table_layout *layout = table_measure(&fixture->flow, wide_table(fixture, 40));
    table_add(&fixture->flow, &fixture->list, layout, PARTING_FREE);
    place(fixture);
    assert_true(fixture->flow.left + layout->width <= fixture->flow.right + 0.01);
}

static void a_table_without_rows_says_so_in_its_own_words(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = table_of_rows(fixture, 0);
    table->empty = sv_of("Der er ingen job i perioden.");
    place_table(fixture, table);
    assert_int_equal(last_tag(fixture)->role, PDF_P);
    assert_int_equal(count_tags(pdf_file_root(fixture->file), PDF_TABLE), 0);
}

static void notes_of_a_table_are_notes_and_its_source_is_not(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = table_of_rows(fixture, 2);
    table->title_note = table_add_note(table, sv_of("En note."));
    table->source = sv_of("job.csv");
    place_table(fixture, table);
    assert_int_equal(count_tags(pdf_file_root(fixture->file), PDF_NOTE), 1);
    assert_int_equal(count_tags(pdf_file_root(fixture->file), PDF_REFERENCE), 1);
    assert_int_equal(last_tag(fixture)->role, PDF_P);
}

static void shares_are_aligned_on_their_decimal_comma(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = table_of_rows(fixture, 2);
    table->rows[1].cells[2].base = 500;
    struct table_layout *layout = table_measure(&fixture->flow, table);
    assert_true(layout->cells[1 * 3 + 2].tail > layout->cells[0 * 3 + 2].tail);
    assert_true(layout->numbers[2].tail >= layout->cells[1 * 3 + 2].tail);
}

static void cards_are_read_as_a_list(void **state)
{
    struct fixture *fixture = *state;
    place_cards(fixture, table_of_rows(fixture, 5));
    assert_int_equal(last_tag(fixture)->role, PDF_L);
    assert_int_equal(count_tags(last_tag(fixture), PDF_LI), 5);
    assert_int_equal(count_tags(last_tag(fixture), PDF_P), 15);
}

/* A card of the value 7 in 2024 with the years before, newest first; below 0: no value. */
static struct table *card_of_years(struct fixture *fixture, int y2023, int y2022, int y2021)
{
    static const struct table_column columns[] = {{.heading = SV("Nøgletal")}, {.heading = SV("2024")},
                                                  {.heading = SV("2023")},     {.heading = SV("Ændring")},
                                                  {.heading = SV("2022")},     {.heading = SV("2021")}};
    const int values[] = {0, 7, y2023, 0, y2022, y2021};
    struct table *table = section_add_table(fixture->document, fixture->section, "kort", "Kort",
                                            sv_of("Kort"), columns, sizeof columns / sizeof *columns);
    struct table_row *row = table_add_row(fixture->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(sv_of("Nye job"));
    for (size_t i = 1; i < sizeof values / sizeof *values; i++)
        row->cells[i] = cell_of_value(values[i] < 0 ? ratio_none() : ratio_whole(values[i]), FORMAT_COUNT);
    return table;
}

static const struct pdf_tag *figure_in(const struct pdf_tag *tag)
{
    const struct pdf_tag *found = tag->role == PDF_FIGURE ? tag : NULL;
    for (size_t i = 0; i < tag->kid_count && !found; i++)
        if (tag->kids[i].kind == PDF_KID_TAG)
            found = figure_in(tag->kids[i].as.tag);
    return found;
}

static void a_card_with_its_years_has_a_line_that_says_every_value(void **state)
{
    struct fixture *fixture = *state;
    place_cards(fixture, card_of_years(fixture, 4, -1, 0));
    const struct pdf_tag *figure = figure_in(last_tag(fixture));
    assert_non_null(figure);
    assert_true(sv_is(figure->alt, "Kurve: 2021: 0, 2022: –, 2023: 4, 2024: 7."));
    assert_true(figure->has_box);
    assert_int_equal(count_tags(last_tag(fixture), PDF_P), 3); /* the years further back are not words */
}

static void two_years_make_no_line(void **state)
{
    struct fixture *fixture = *state;
    place_cards(fixture, card_of_years(fixture, 4, -1, -1));
    assert_null(figure_in(last_tag(fixture)));
}

static double height_of_cards(struct fixture *fixture, const struct table *table)
{
    struct piece_list list = {.count = 0};
    cards_add(&fixture->flow, &list, cards_measure(&fixture->flow, table), PARTING_FREE);
    return list.pieces[0].box.height;
}

static void a_line_has_the_card_no_higher_than_without(void **state)
{
    struct fixture *fixture = *state;
    const double with = height_of_cards(fixture, card_of_years(fixture, 4, 5, 6));
    const double without = height_of_cards(fixture, card_of_years(fixture, 4, -1, -1));
    assert_true(with == without);
}

static void more_cards_than_a_page_holds_go_on_on_the_next(void **state)
{
    struct fixture *fixture = *state;
    place_cards(fixture, table_of_rows(fixture, 60));
    assert_true(pages(fixture) > 1);
    assert_int_equal(count_tags(last_tag(fixture), PDF_LI), 60);
}

static void a_chart_is_a_figure_with_its_alternative_text(void **state)
{
    struct fixture *fixture = *state;
    struct chart *chart = section_add_chart(fixture->document, fixture->section, "figur", sv_of("En figur"),
                                            CHART_COLUMNS, table_of_rows(fixture, 6));
    chart->alt = sv_of("Søjlediagram.");
    chart_draw_column(chart, 1, SERIES_PLAIN);
    place_chart(fixture, chart);
    assert_int_equal(last_tag(fixture)->role, PDF_FIGURE);
    assert_true(sv_is(last_tag(fixture)->alt, "Søjlediagram."));
    assert_true(last_tag(fixture)->has_box);
}

static void a_chart_moves_to_the_next_page_as_a_whole(void **state)
{
    struct fixture *fixture = *state;
    struct chart *chart = section_add_chart(fixture->document, fixture->section, "figur", sv_of("En figur"),
                                            CHART_LINES, table_of_rows(fixture, 6));
    chart_draw_column(chart, 1, SERIES_PLAIN);
    chart_draw_column(chart, 2, SERIES_GOAL);
    leave_room(fixture, 100);
    place_chart(fixture, chart);
    assert_int_equal(pages(fixture), 2);
    assert_ptr_equal(last_tag(fixture)->kids[0].page, pdf_file_page(fixture->file, 1));
}

/* Where the number 4 of a column is drawn when the goal is so high, in points from the foot of the page. */
static double number_height(struct fixture *fixture, int64_t goal)
{
    struct table *table = table_of_rows(fixture, 1);
    struct chart *chart = section_add_chart(fixture->document, fixture->section, "figur", sv_of("En figur"),
                                            CHART_STACKED_COLUMNS, table);
    double x = 0, y = 0;
    table->rows[0].cells[1] = cell_of_value(ratio_whole(4), FORMAT_COUNT);
    table->rows[0].cells[2] = cell_of_value(ratio_whole(goal), FORMAT_COUNT);
    chart_draw_column(chart, 1, SERIES_PLAIN);
    chart_draw_column(chart, 2, SERIES_GOAL);
    place_chart(fixture, chart);
    const char *content = sv_text(&fixture->arena, buffer_view(&fixture->flow.page->ink.content));
    const char *found = NULL;
    for (const char *at = strstr(content, "[<0034>]"); at; at = strstr(at + 1, "[<0034>]"))
        found = at; /* the last one: the value axis comes first */
    assert_non_null(found);
    while (found > content && strncmp(found, "BT ", 3) != 0)
        found--;
    const char *font = strstr(found, "Tf\n");
    const char *operands = font && font < strstr(found, "Td") ? font + 3 : found + 3;
    assert_int_equal(sscanf(operands, "%lf %lf Td", &x, &y), 2);
    return y;
}

static void the_number_of_a_segment_stands_clear_of_the_goals_line(void **state)
{
    struct fixture *fixture = *state;
    double middle = number_height(fixture, 4), moved = number_height(fixture, 2);
    assert_true(moved > middle + 6 || moved < middle - 6);
}

static void charts_of_nothing_and_of_missing_values_are_drawn(void **state)
{
    struct fixture *fixture = *state;
    const enum chart_kind kinds[] = {CHART_COLUMNS, CHART_STACKED_COLUMNS, CHART_LINES};
    struct table *gaps = table_of_rows(fixture, 5);
    gaps->rows[2].cells[1] = cell_of_value(ratio_none(), FORMAT_COUNT);
    for (size_t i = 0; i < 3; i++) {
        struct chart *empty = section_add_chart(fixture->document, fixture->section, "tom", sv_of("Tom"),
                                                kinds[i], table_of_rows(fixture, 0));
        struct chart *chart =
            section_add_chart(fixture->document, fixture->section, "huller", sv_of("Huller"), kinds[i], gaps);
        chart_draw_column(empty, 1, SERIES_PLAIN);
        chart_draw_column(chart, 1, SERIES_PLAIN);
        chart_draw_column(chart, 2, SERIES_GOAL);
        place_chart(fixture, empty);
        place_chart(fixture, chart);
    }
    assert_int_equal(count_tags(pdf_file_root(fixture->file), PDF_FIGURE), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_paragraph_leaves_two_lines_on_either_side_of_a_page_break,
                                        open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_paragraph_does_not_begin_with_one_line_at_the_foot, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_paragraph_over_two_pages_is_one_tag, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_heading_never_skips_a_level, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_list_has_a_label_and_a_body_for_each_item, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_table_is_tagged_with_one_header_row_and_all_its_cells, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(the_cells_of_a_row_stand_on_one_page, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_table_that_fits_the_next_page_is_not_broken, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_long_table_is_broken_rather_than_leaving_half_a_page_empty,
                                        open_flow, close_flow),
        cmocka_unit_test_setup_teardown(the_last_rows_of_a_table_stay_together, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_row_higher_than_a_page_is_carried_over, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(columns_fill_no_more_than_the_page, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_table_too_wide_for_a_standing_page_lies_down, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_table_of_long_texts_is_set_closer_where_that_spares_many_lines,
                                        open_flow, close_flow),
        cmocka_unit_test_setup_teardown(even_forty_columns_stay_on_the_page, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_table_without_rows_says_so_in_its_own_words, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(notes_of_a_table_are_notes_and_its_source_is_not, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(shares_are_aligned_on_their_decimal_comma, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(cards_are_read_as_a_list, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_card_with_its_years_has_a_line_that_says_every_value, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(two_years_make_no_line, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_line_has_the_card_no_higher_than_without, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(more_cards_than_a_page_holds_go_on_on_the_next, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_chart_is_a_figure_with_its_alternative_text, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_chart_moves_to_the_next_page_as_a_whole, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(the_number_of_a_segment_stands_clear_of_the_goals_line, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(charts_of_nothing_and_of_missing_values_are_drawn, open_flow,
                                        close_flow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
