/* Charts of lying bars, and small charts, on the page: what is tagged, where they break, what is written on
 * them. */
#include "buffer.h"
#include "build.h"
#include "pdf_chart.h"
#include "pdf_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

enum { GROUP = 0, LABEL, FIRST, SECOND, TOTAL, BAR_COLUMNS };

struct fixture {
    struct arena arena;
    struct style style;
    struct pdf_file *file;
    struct pdf_flow flow;
    struct document *document;
    struct section *section;
    double above; /* height of what stands on the page above a chart */
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

/* Questions of two years each, answered by `first` and `second`. */
static struct table *table_of_questions(struct fixture *f, size_t count, int64_t first, int64_t second)
{
    static const struct table_column columns[BAR_COLUMNS] = {
        [GROUP] = {.heading = SV("Spørgsmål")},
        [LABEL] = {.heading = SV("År")},
        [FIRST] = {.heading = SV("Nej"), .format = FORMAT_COUNT},
        [SECOND] = {.heading = SV("Ja"), .format = FORMAT_COUNT},
        [TOTAL] = {.heading = SV("Svar"), .format = FORMAT_COUNT},
    };
    struct table *table =
        section_add_table(f->document, f->section, "svar", "Svar", sv_of("Svar"), columns, BAR_COLUMNS);
    for (size_t i = 0; i < 2 * count; i++) {
        struct table_row *row = table_add_row(f->document, table, ROW_BODY);
        row->cells[GROUP] = cell_of_text(sv_format(&f->arena, "Spørgsmål %zu", i / 2));
        row->cells[LABEL] = cell_of_text(sv_of(i % 2 ? "2023" : "2024"));
        row->cells[FIRST] = cell_of_value(ratio_whole(first), FORMAT_COUNT);
        row->cells[SECOND] = cell_of_value(ratio_whole(second), FORMAT_COUNT);
        row->cells[TOTAL] = cell_of_value(ratio_whole(first + second), FORMAT_COUNT);
    }
    return table;
}

static struct chart *chart_of(struct fixture *f, enum chart_kind kind, const struct table *table)
{
    struct chart *chart = section_add_chart(f->document, f->section, "figur", sv_of("Svar"), kind, table);
    chart->alt = sv_of("Søjler.");
    chart->label_column = LABEL;
    chart_draw_column(chart, FIRST, SERIES_PLAIN);
    chart_draw_column(chart, SECOND, SERIES_PLAIN);
    return chart;
}

static struct chart *shares_of(struct fixture *f, const struct table *table)
{
    struct chart *chart = chart_of(f, CHART_STACKED_SHARES, table);
    chart->group_column = GROUP;
    chart->total_column = TOTAL;
    chart->ordered = true;
    chart->empty = sv_of("ingen svar");
    return chart;
}

static void draw_nothing(struct pdf_flow *flow, const struct piece *piece)
{
    flow->y += piece->box.height;
}

/* From a new page on. */
static void place(struct fixture *f, const struct chart *chart)
{
    struct piece_list list = {0};
    const struct piece above = {.box = {.height = f->above}, .draw = draw_nothing};
    flow_add_piece(&f->flow, &list, &above);
    chart_add(&f->flow, &list, chart_measure(&f->flow, chart), PARTING_FREE);
    const struct layout_plan plan = flow_plan(&f->flow, &list);
    flow_place(&f->flow, &list, &plan);
}

static size_t count_figures(const struct pdf_tag *tag)
{
    size_t count = tag->role == PDF_FIGURE;
    for (size_t i = 0; i < tag->kid_count; i++)
        if (tag->kids[i].kind == PDF_KID_TAG)
            count += count_figures(tag->kids[i].as.tag);
    return count;
}

static const struct pdf_tag *last_tag(const struct fixture *f)
{
    const struct pdf_tag *root = pdf_file_root(f->file);
    return root->kids[root->kid_count - 1].as.tag;
}

/* How often the page says the text: its words as the page content has them, in hexadecimal. */
static size_t said(struct fixture *f, const struct pdf_page *page, const char *text)
{
    struct buffer hex = buffer_in(&f->arena);
    size_t count = 0;
    for (const char *c = text; *c; c++)
        buffer_format(&hex, "%04X", (unsigned)*c);
    const char *content = sv_text(&f->arena, buffer_view(&page->ink.content));
    const char *words = sv_text(&f->arena, buffer_view(&hex));
    for (const char *at = strstr(content, words); at; at = strstr(at + 1, words))
        count++;
    return count;
}

static void bars_are_a_figure_with_its_alternative_text(void **state)
{
    struct fixture *f = *state;
    place(f, shares_of(f, table_of_questions(f, 3, 4, 6)));
    assert_int_equal(count_figures(pdf_file_root(f->file)), 1);
    assert_true(sv_is(last_tag(f)->alt, "Søjler."));
    assert_true(last_tag(f)->has_box);
}

static void parts_of_a_bar_hold_their_number_and_its_end_the_total(void **state)
{
    struct fixture *f = *state;
    place(f, shares_of(f, table_of_questions(f, 1, 33, 44)));
    assert_int_equal(said(f, f->flow.page, "33"), 2);
    assert_int_equal(said(f, f->flow.page, "44"), 2);
    assert_int_equal(said(f, f->flow.page, "77"), 2);
}

static void a_part_too_small_for_its_number_has_none(void **state)
{
    struct fixture *f = *state;
    place(f, shares_of(f, table_of_questions(f, 1, 3, 444)));
    assert_int_equal(said(f, f->flow.page, "[<00330020>"), 0);
    assert_int_equal(said(f, f->flow.page, "444"), 2);
}

static void a_bar_without_answers_says_so(void **state)
{
    struct fixture *f = *state;
    place(f, shares_of(f, table_of_questions(f, 1, 0, 0)));
    assert_int_equal(said(f, f->flow.page, "ingen"), 2);
}

static void a_group_is_named_once_above_its_bars(void **state)
{
    struct fixture *f = *state;
    place(f, shares_of(f, table_of_questions(f, 2, 4, 6)));
    assert_int_equal(said(f, f->flow.page, "rgsm"), 2);
}

static void a_long_chart_goes_on_between_two_groups(void **state)
{
    struct fixture *f = *state;
    place(f, shares_of(f, table_of_questions(f, 24, 4, 6)));
    assert_int_equal(pdf_file_page_count(f->file), 2);
    assert_int_equal(count_figures(pdf_file_root(f->file)), 2);
    assert_true(sv_is(last_tag(f)->alt, "Fortsat: Svar."));
    const size_t before = said(f, pdf_file_page(f->file, 0), "2024");
    assert_int_equal(before, said(f, pdf_file_page(f->file, 0), "2023"));
    assert_int_equal(before + said(f, pdf_file_page(f->file, 1), "2024"), 24);
    assert_true(said(f, pdf_file_page(f->file, 1), "fortsat") > 0);
}

static void a_group_longer_than_a_page_is_broken_within(void **state)
{
    struct fixture *f = *state;
    struct table *table = table_of_questions(f, 80, 4, 6);
    for (size_t i = 0; i < table->row_count; i++)
        table->rows[i].cells[GROUP] = cell_of_text(sv_of("Det hele"));
    place(f, shares_of(f, table));
    assert_true(pdf_file_page_count(f->file) >= 4);
}

static void a_short_chart_moves_to_the_next_page_as_a_whole(void **state)
{
    struct fixture *f = *state;
    f->above = flow_page_room(&f->flow, false) - 100;
    place(f, shares_of(f, table_of_questions(f, 4, 4, 6)));
    assert_int_equal(count_figures(pdf_file_root(f->file)), 1);
    assert_ptr_equal(last_tag(f)->kids[0].page, pdf_file_page(f->file, 1));
}

/* The left edge and width of filled boxes that are as high as a bar, in the order they are drawn. */
static size_t bars_drawn(struct fixture *f, double (*bars)[2], size_t capacity)
{
    const char *at = sv_text(&f->arena, buffer_view(&f->flow.page->ink.content));
    size_t count = 0;
    while ((at = strstr(at, " re\n")) && count < capacity) {
        const char *start = at;
        double box[4];
        while (start[-1] != '\n')
            start--;
        for (size_t i = 0; i < 4; i++)
            box[i] = strtod(start, (char **)&start);
        if (box[3] > 12.9 || box[3] < -12.9) {
            bars[count][0] = box[0];
            bars[count++][1] = box[2];
        }
        at++;
    }
    return count;
}

static void bars_from_a_base_lie_on_either_side_of_it(void **state)
{
    struct fixture *f = *state;
    double bars[2][2];
    struct chart *chart = chart_of(f, CHART_BARS, table_of_questions(f, 1, 80, 130));
    chart_draw_column(chart, TOTAL, SERIES_BASE);
    for (size_t i = 0; i < 2; i++)
        chart->table->rows[i].cells[TOTAL] = cell_of_value(ratio_whole(100), FORMAT_COUNT);
    place(f, chart);
    assert_int_equal(bars_drawn(f, bars, 2), 2);
    const double meet = bars[0][0] + bars[0][1] - bars[1][0];
    assert_true(meet > -0.1 && meet < 0.1);
    assert_true(bars[1][1] / bars[0][1] > 1.45 && bars[1][1] / bars[0][1] < 1.55);
    assert_true(said(f, f->flow.page, "Svar: 100") == 1);
}

static void a_number_that_moves_nothing_is_said_once(void **state)
{
    struct fixture *f = *state;
    struct chart *chart = chart_of(f, CHART_BARS, table_of_questions(f, 1, 222, 222));
    chart_draw_column(chart, TOTAL, SERIES_BASE);
    for (size_t i = 0; i < 2; i++)
        chart->table->rows[i].cells[TOTAL] = cell_of_value(ratio_whole(222), FORMAT_COUNT);
    chart->table->rows[1].cells[FIRST] = cell_of_value(ratio_whole(100), FORMAT_COUNT);
    chart->table->rows[1].cells[SECOND] = cell_of_value(ratio_whole(300), FORMAT_COUNT);
    place(f, chart);
    assert_int_equal(said(f, f->flow.page, "222"), 2); /* of the base, and of the first row */
}

static void bars_of_nothing_and_of_missing_values_are_drawn(void **state)
{
    struct fixture *f = *state;
    static const enum chart_kind kinds[] = {CHART_BARS, CHART_STACKED_SHARES, CHART_SMALL_COLUMNS};
    for (size_t i = 0; i < 3; i++) {
        struct table *gaps = table_of_questions(f, 2, 4, 6);
        gaps->rows[1].cells[FIRST] = cell_of_value(ratio_none(), FORMAT_COUNT);
        struct chart *goal = chart_of(f, kinds[i], gaps);
        chart_draw_column(goal, TOTAL, SERIES_GOAL);
        place(f, goal);
        place(f, chart_of(f, kinds[i], table_of_questions(f, 0, 0, 0)));
    }
    assert_int_equal(count_figures(pdf_file_root(f->file)), 5); /* no small chart of nothing */
}

static void small_charts_are_a_figure_on_each_page(void **state)
{
    struct fixture *f = *state;
    place(f, chart_of(f, CHART_SMALL_COLUMNS, table_of_questions(f, 3, 4, 6)));
    assert_int_equal(count_figures(pdf_file_root(f->file)), 1);
    assert_int_equal(said(f, f->flow.page, "Nej"), 6);
    place(f, chart_of(f, CHART_SMALL_COLUMNS, table_of_questions(f, 30, 4, 6)));
    assert_int_equal(pdf_file_page_count(f->file), 4);
    assert_int_equal(count_figures(pdf_file_root(f->file)), 4);
    assert_true(sv_is(last_tag(f)->alt, "Fortsat: Svar."));
}

static void small_charts_share_a_scale(void **state)
{
    struct fixture *f = *state;
    struct table *table = table_of_questions(f, 1, 4, 8);
    table->rows[1].cells[SECOND] = cell_of_value(ratio_whole(4), FORMAT_COUNT);
    double height[2] = {0};
    const char *at;
    place(f, chart_of(f, CHART_SMALL_COLUMNS, table));
    at = sv_text(&f->arena, buffer_view(&f->flow.page->ink.content));
    for (size_t i = 0; (at = strstr(at, " re\n")); i++, at++) {
        const char *start = at;
        while (start[-1] != '\n')
            start--;
        for (size_t k = 0; k < 4; k++) {
            const double number = strtod(start, (char **)&start);
            if (k == 3 && i % 2 == 1 && i < 4)
                height[i / 2] = number;
        }
    }
    assert_true(height[0] / height[1] > 1.99 && height[0] / height[1] < 2.01);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_flow, close_flow)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(bars_are_a_figure_with_its_alternative_text),
        TEST(parts_of_a_bar_hold_their_number_and_its_end_the_total),
        TEST(a_part_too_small_for_its_number_has_none),
        TEST(a_bar_without_answers_says_so),
        TEST(a_group_is_named_once_above_its_bars),
        TEST(a_long_chart_goes_on_between_two_groups),
        TEST(a_group_longer_than_a_page_is_broken_within),
        TEST(a_short_chart_moves_to_the_next_page_as_a_whole),
        TEST(bars_from_a_base_lie_on_either_side_of_it),
        TEST(a_number_that_moves_nothing_is_said_once),
        TEST(small_charts_are_a_figure_on_each_page),
        TEST(small_charts_share_a_scale),
        TEST(bars_of_nothing_and_of_missing_values_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
