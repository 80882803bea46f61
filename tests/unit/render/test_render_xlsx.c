#include "xlsx_fixture.h"

#include <signal.h>
#include <sys/resource.h>

enum { NOTHING = 0 };
static const int64_t NO_VALUE = INT64_MIN;

static const char *sheet(struct fixture *f, unsigned number)
{
    return member(f, sv_format(&f->arena, "xl/worksheets/sheet%u.xml", number).data);
}

static const char *strings(struct fixture *f)
{
    return member(f, "xl/sharedStrings.xml");
}

static void the_book_begins_with_cover_contents_and_notes(void **state)
{
    struct fixture *f = *state;
    add_years(f, "job", "Job pr. år", (int64_t[]){3, 5}, 2);
    assert_true(write_report(f, "a.xlsx"));
    assert_int_equal(f->fault.size, NOTHING);
    const char *book = member(f, "xl/workbook.xml");
    assert_holds(book, "name=\"Forside\" sheetId=\"1\"");
    assert_holds(book, "name=\"Indhold\" sheetId=\"2\"");
    assert_holds(book, "name=\"Noter\" sheetId=\"3\"");
    assert_holds(book, "name=\"Job pr. år\" sheetId=\"4\"");
    assert_holds(sheet(f, 2), "location=\"'Job pr. år'!A1\"");
}

static void the_cover_says_what_the_book_holds(void **state)
{
    struct fixture *f = *state;
    f->document->cover.preliminary = true;
    const struct table *table = add_years(f, "a", "A", (int64_t[]){1, 2}, 2);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "Arbejdsbogen indeholder én tabel.</t>");
    assert_holds(strings(f), "<t>FORELØBIG</t>");
    add_years(f, "b", "B", (int64_t[]){1, 2}, 2);
    struct chart *chart = section_add_chart(f->document, f->section, "c", sv_of("C"), CHART_LINES, table);
    chart_draw_column(chart, 1, SERIES_PLAIN);
    unlink(inside(f, "a.xlsx"));
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "Arbejdsbogen indeholder 2 tabeller og ét diagram, hvert på sit eget ark.</t>");
}

static void the_first_sections_sentences_have_a_sheet(void **state)
{
    struct fixture *f = *state;
    paragraph_add_text(f->document, section_add_paragraph(f->document, f->section, PARAGRAPH_LEAD),
                       "Det gik godt.");
    struct list *list = section_add_list(f->document, f->section);
    paragraph_add_text(f->document, list_add_item(f->document, list), "Et punkt.");
    add_years(f, "a", "A", (int64_t[]){1}, 1);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/workbook.xml"), "name=\"Job\" sheetId=\"4\"");
    assert_holds(strings(f), "<t>Det gik godt.</t>");
    assert_holds(strings(f), "<t>Et punkt.</t>");
}

static void heat_columns_share_a_scale_and_bars_go_from_nothing_to_all(void **state)
{
    struct fixture *f = *state;
    static const struct table_column columns[] = {
        {.heading = SV("Trin"), .format = FORMAT_TEXT},
        {.heading = SV("Her"), .format = FORMAT_COUNT, .look = COLUMN_HEAT},
        {.heading = SV("Andel"), .format = FORMAT_SHARE, .look = COLUMN_BAR},
        {.heading = SV("Der"), .format = FORMAT_COUNT, .look = COLUMN_HEAT},
    };
    struct table *table = section_add_table(f->document, f->section, "a", "A", sv_of("A"), columns, 4);
    for (int i = 0; i < 2; i++) {
        struct table_row *row = table_add_row(f->document, table, i == 0 ? ROW_BODY : ROW_TOTAL);
        row->cells[1] = row->cells[3] = cell_of_value(ratio_whole(7), FORMAT_COUNT);
        row->cells[2] = cell_of_value(ratio_of(1, 2), FORMAT_SHARE);
    }
    assert_true(write_report(f, "a.xlsx"));
    const char *xml = sheet(f, 4);
    assert_holds(xml, "<conditionalFormatting sqref=\"B7:B7 D7:D7\"><cfRule type=\"colorScale\"");
    assert_holds(xml, "<conditionalFormatting sqref=\"C7:C7\"><cfRule type=\"dataBar\"");
    assert_holds(xml, "<cfvo type=\"num\" val=\"0\"/><cfvo type=\"num\" val=\"1\"/>");
    assert_holds(strings(f), "<t>[z]</t>");
    assert_holds(strings(f), "<t>[z] betyder");
}

static void a_table_is_a_named_table_below_its_title_contents_source_and_mark(void **state)
{
    struct fixture *f = *state;
    add_years(f, "job", "Job", (int64_t[]){3, 5}, 2);
    assert_true(write_report(f, "a.xlsx"));
    const char *table = member(f, "xl/tables/table2.xml"); /* the first is that of Indhold */
    assert_holds(table, "displayName=\"Tabel_job\" ref=\"A5:B7\"");
    assert_holds(table, "<tableColumn id=\"1\" name=\"År\"/><tableColumn id=\"2\" name=\"Antal\"/>");
    assert_lacks(table, "autoFilter");
    assert_holds(strings(f), "Dette ark indeholder én tabel.</t>");
    assert_holds(strings(f), "<t>Kilde: job.csv</t>");
    assert_holds(sheet(f, 4), "<v>5</v></c></row></sheetData>");
    assert_lacks(sheet(f, 4), "<mergeCells");
    assert_lacks(sheet(f, 4), "<pane");
}

static void every_sheet_says_the_mark_also_in_print(void **state)
{
    struct fixture *f = *state;
    add_years(f, "job", "Job", (int64_t[]){3}, 1);
    assert_true(write_report(f, "a.xlsx"));
    for (unsigned number = 1; number <= 4; number++) {
        assert_holds(sheet(f, number), "INTERN</oddHeader>");
        assert_holds(sheet(f, number), "Side &amp;P af &amp;N");
        assert_holds(sheet(f, number), "fitToHeight=\"0\" orientation=\"landscape\"");
    }
}

static void a_value_that_does_not_exist_is_a_symbol_and_explained(void **state)
{
    struct fixture *f = *state;
    add_years(f, "job", "Job", (int64_t[]){3, NO_VALUE}, 2);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>[x]</t>");
    assert_holds(strings(f), "<t>[x] betyder, at tallet ikke findes");
    assert_lacks(strings(f), "<t>[z] betyder");
}

static void numbers_keep_all_their_decimals(void **state)
{
    struct fixture *f = *state;
    struct table *table = add_years(f, "job", "Job", (int64_t[]){1}, 1);
    table->rows[0].cells[1] = cell_of_value(ratio_of(1, 3), FORMAT_SHARE);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(sheet(f, 4), "<v>0.3333333333333333</v>");
}

static void a_total_is_a_live_formula_with_its_value(void **state)
{
    struct fixture *f = *state;
    struct table *table = add_years(f, "job", "Job", (int64_t[]){3, 5}, 2);
    struct table_row *total = table_add_row(f->document, table, ROW_TOTAL);
    total->cells[0] = cell_of_text(sv_of("I alt"));
    total->cells[1] = cell_of_value(ratio_whole(8), FORMAT_COUNT);
    total->cells[1].derivation.kind = DERIVED_SUM_ABOVE;
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(sheet(f, 4), "<f>SUM(B6:B7)</f><v>8</v>");
    assert_holds(member(f, "xl/tables/table2.xml"), "ref=\"A5:B8\"");
}

static void dates_are_days_as_excel_counts_them(void **state)
{
    struct fixture *f = *state;
    struct table *table = add_years(f, "job", "Job", (int64_t[]){0, 0}, 2);
    table->rows[0].cells[1] = cell_of_value(ratio_whole(day_from_date(2024, 8, 14)), FORMAT_DATE);
    table->rows[1].cells[1] = cell_of_value(ratio_whole(day_from_date(1850, 1, 2)), FORMAT_DATE);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(sheet(f, 4), "<v>45518</v>");
    assert_holds(strings(f), "<t>02-01-1850</t>"); /* Excel has no such day */
}

static void text_that_looks_like_a_formula_stays_text(void **state)
{
    struct fixture *f = *state;
    struct table *table = add_years(f, "job", "Job", (int64_t[]){1}, 1);
    table->rows[0].cells[0] = cell_of_text(sv_of("=1+1"));
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>=1+1</t>");
    assert_lacks(sheet(f, 4), "<f>");
}

static void a_status_is_a_symbol_and_a_word(void **state)
{
    struct fixture *f = *state;
    struct table *table = add_years(f, "job", "Job", (int64_t[]){1}, 1);
    table->rows[0].cells[1] = cell_of_value(ratio_whole(GOAL_BEHIND), FORMAT_STATUS);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>▼ bagud</t>");
}

static void a_light_is_a_symbol_and_a_word(void **state)
{
    struct fixture *f = *state;
    struct table *table = add_years(f, "job", "Job", (int64_t[]){1, 2, 3}, 3);
    for (int light = LIGHT_GREEN; light <= LIGHT_RED; light++)
        table->rows[light].cells[1] = cell_of_value(ratio_whole(light), FORMAT_LIGHT);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>● grøn</t>");
    assert_holds(strings(f), "<t>▲ gul</t>");
    assert_holds(strings(f), "<t>▼ rød</t>");
}

static void notes_are_numbered_through_the_book_and_equal_ones_share_a_number(void **state)
{
    struct fixture *f = *state;
    struct table *first = add_years(f, "a", "A", (int64_t[]){1, 2}, 2);
    first->rows[1].note = table_add_note(first, sv_of("Rækkens note."));
    first->columns[1].note = table_add_note(first, sv_of("Kolonnens note."));
    struct table *second = add_years(f, "b", "B", (int64_t[]){1}, 1);
    second->title_note = table_add_note(second, sv_of("Titlens note."));
    table_add_note(second, sv_of("Rækkens note."));
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>Antal [note 1]</t>");
    assert_holds(strings(f), "<t>2022 [note 2]</t>");
    assert_holds(strings(f), "<t>Job pr. år [note 3] [note 2]</t>");
    assert_lacks(strings(f), "[note 4]");
    assert_holds(sheet(f, 5), "location=\"'Noter'!A1\"");
}

static void a_table_without_rows_is_a_sentence(void **state)
{
    struct fixture *f = *state;
    struct table *table = add_years(f, "job", "Job", NULL, 0);
    table->empty = sv_of("Der var ingen job.");
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>Der var ingen job.</t>");
    assert_holds(strings(f), "<t>Dette ark indeholder ingen tabel.</t>");
    assert_lacks(sheet(f, 4), "<tableParts");
}

static struct chart *add_chart(struct fixture *f, enum chart_kind kind, const struct table *table)
{
    struct chart *chart = section_add_chart(f->document, f->section, "c", sv_of("Job og norm"), kind, table);
    chart->axis = sv_of("Antal job");
    chart->alt = sv_of("Diagram: job pr. år.");
    chart_draw_column(chart, 1, SERIES_PLAIN);
    return chart;
}

static void a_chart_stands_after_its_table_with_alternative_text(void **state)
{
    struct fixture *f = *state;
    const struct table *first = add_years(f, "a", "A", (int64_t[]){1, 2}, 2);
    add_years(f, "b", "B", (int64_t[]){1, 2}, 2);
    add_chart(f, CHART_COLUMNS, first);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/workbook.xml"), "name=\"A, diagram\" sheetId=\"5\"");
    assert_holds(member(f, "xl/drawings/drawing1.xml"), "descr=\"Diagram: job pr. år.\"");
    assert_holds(member(f, "xl/charts/chart1.xml"), "<c:f>'A'!$B$6:$B$7</c:f>");
    assert_holds(strings(f), "Tabellen er vist som diagram på arket »A, diagram«.");
}

static void a_goal_is_a_line_across_columns(void **state)
{
    struct fixture *f = *state;
    struct chart *chart = add_chart(f, CHART_STACKED_COLUMNS, add_years(f, "a", "A", (int64_t[]){1, 2}, 2));
    chart_draw_column(chart, 1, SERIES_GOAL);
    assert_true(write_report(f, "a.xlsx"));
    const char *xml = member(f, "xl/charts/chart1.xml");
    const char *columns = strstr(xml, "<c:barChart>");
    const char *lines = strstr(xml, "<c:lineChart><c:grouping val=\"standard\"/>");
    assert_non_null(columns);
    assert_non_null(lines);
    assert_true(columns < lines);
    assert_holds(columns, "<c:grouping val=\"stacked\"/>");
    assert_holds(columns, "<c:ser><c:idx val=\"0\"/>");
    assert_holds(lines, "<c:ser><c:idx val=\"1\"/>");
}

static void a_line_has_a_gap_where_a_value_does_not_exist(void **state)
{
    struct fixture *f = *state;
    add_chart(f, CHART_LINES, add_years(f, "a", "A", (int64_t[]){NO_VALUE, 2, 3, NO_VALUE, 5, NO_VALUE}, 6));
    assert_true(write_report(f, "a.xlsx"));
    /* row 1 has only its title, so C1 is an empty cell */
    assert_holds(member(f, "xl/charts/chart1.xml"),
                 "('A'!$C$1:$C$1,'A'!$B$8:$B$9,'A'!$C$1:$C$1,'A'!$B$11:$B$11)");
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct fixture *f = *state;
    add_chart(f, CHART_COLUMNS, add_years(f, "a", "A", (int64_t[]){1, 2}, 2));
    assert_true(write_report(f, "a.xlsx"));
    assert_true(write_report(f, "b.xlsx"));
    assert_true(sv_equal(file_bytes(f, "a.xlsx"), file_bytes(f, "b.xlsx")));
    assert_holds(member(f, "docProps/core.xml"), "2025-02-14T00:00:00Z");
}

static void a_working_book_has_filters_and_frozen_headings(void **state)
{
    struct fixture *f = *state;
    f->document->use = DOCUMENT_WORKING;
    f->document->cover.lines[f->document->cover.line_count++] = sv_of("Fund i data");
    add_years(f, "a", "A", (int64_t[]){1, NO_VALUE}, 2);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/workbook.xml"), "name=\"Overblik\" sheetId=\"1\"");
    assert_holds(member(f, "xl/tables/table1.xml"), "<autoFilter ref=\"A4:B6\"/>");
    assert_holds(sheet(f, 2), "state=\"frozen\"");
    assert_lacks(strings(f), "[x]");
}

static void notes_and_source_stand_above_the_table_of_a_working_book(void **state)
{
    struct fixture *f = *state;
    f->document->use = DOCUMENT_WORKING;
    struct table *table = add_years(f, "a", "A", (int64_t[]){1}, 1);
    table->title_note = table_add_note(table, sv_of("En note."));
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/workbook.xml"), "name=\"A\" sheetId=\"1\"");
    assert_holds(strings(f), "<t>Job pr. år [note 1]</t>");
    assert_holds(strings(f), "<t>[note 1] En note.</t>");
    assert_holds(strings(f), "<t>Kilde: job.csv</t>");
}

static void every_kind_of_value_has_a_number_format(void **state)
{
    struct fixture *f = *state;
    static const struct {
        enum value_format format;
        int64_t base;
        const char *expected;
    } cases[] = {
        {FORMAT_COUNT, 0, "formatCode=\"#,##0\""},
        {FORMAT_DECIMAL, 0, "\"#,##0.0\""},
        {FORMAT_SHARE, 99, "formatCode=\"0%\""},
        {FORMAT_SHARE, 100, "\"0.0%\""},
        {FORMAT_CHANGE, 0, "\"+#,##0;-#,##0;0\""},
        {FORMAT_CHANGE_DECIMAL, 0, "\"+#,##0.0;-#,##0.0;0.0\""},
        {FORMAT_POINTS, 99, "+0&quot; procentpoint&quot;"},
        {FORMAT_POINTS, 100, "+0.0&quot; procentpoint&quot;"},
        {FORMAT_DATE, 0, "\"dd-mm-yyyy\""},
        {FORMAT_TEXT, 0, "numFmtId=\"0\""},
    };
    enum { CASES = sizeof cases / sizeof *cases };
    struct table *table = add_years(f, "a", "A", (int64_t[CASES]){0}, CASES);
    for (size_t i = 0; i < CASES; i++) {
        table->rows[i].cells[1] = cell_of_value(ratio_of(1, 4), cases[i].format);
        table->rows[i].cells[1].base = cases[i].base;
    }
    assert_true(write_report(f, "a.xlsx"));
    const char *styles = member(f, "xl/styles.xml");
    for (size_t i = 0; i < CASES; i++)
        assert_holds(styles, cases[i].expected);
    assert_holds(sheet(f, 4), "<v>25</v>"); /* a quarter as percentage points */
}

static void without_a_source_the_municipality_is_named(void **state)
{
    struct fixture *f = *state;
    add_years(f, "a", "A", (int64_t[]){1}, 1)->source = (struct sv){0};
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>Kilde: Prøveby Kommune</t>");
}

static void a_disk_that_fills_up_is_an_error_and_leaves_no_file(void **state)
{
    struct fixture *f = *state;
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    add_years(f, "a", "A", (int64_t[]){1, 2}, 2);
    for (rlim_t limit = 0; limit <= 6000; limit += 1000) {
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){limit, before.rlim_max});
        const bool written = write_report(f, "a.xlsx");
        setrlimit(RLIMIT_FSIZE, &before);
        assert_false(written);
        assert_true(f->fault.size > 0);
        assert_int_not_equal(access(inside(f, "a.xlsx"), F_OK), 0);
    }
    signal(SIGXFSZ, handler);
}

static void a_file_that_is_there_already_is_not_touched(void **state)
{
    struct fixture *f = *state;
    add_years(f, "a", "A", (int64_t[]){1}, 1);
    fclose(fopen(inside(f, "a.xlsx"), "wb"));
    assert_false(write_report(f, "a.xlsx"));
    assert_holds(f->fault.data, "kunne ikke skrives");
    assert_int_equal(access(inside(f, "a.xlsx"), F_OK), 0);
}

static void a_temporary_folder_that_is_not_there_is_an_error(void **state)
{
    struct fixture *f = *state;
    const struct render_job job = {
        .document = document_release(f->document, EDITION_INTERNAL, &f->arena),
        .style = &f->style,
        .path = inside(f, "a.xlsx"),
        .temporary_folder = inside(f, "findes ikke"),
        .arena = &f->arena,
    };
    assert_false(render_xlsx(&job, &f->fault));
    assert_holds(f->fault.data, "den midlertidige mappe");
    assert_int_not_equal(access(inside(f, "a.xlsx"), F_OK), 0);
}

static void bars_begin_at_the_top_and_name_their_rows_by_cells(void **state)
{
    struct fixture *f = *state;
    add_chart(f, CHART_BARS, add_years(f, "a", "A", (int64_t[]){1, 2}, 2));
    assert_true(write_report(f, "a.xlsx"));
    const char *xml = member(f, "xl/charts/chart1.xml");
    assert_holds(xml, "<c:barDir val=\"bar\"/>");
    assert_holds(xml, "<c:orientation val=\"maxMin\"/>");
    assert_holds(xml, "<c:f>'A'!$A$6:$A$7</c:f>");
}

static void bars_of_shares_are_named_in_lines_below_the_chart(void **state)
{
    struct fixture *f = *state;
    struct chart *chart = add_chart(f, CHART_STACKED_SHARES, add_years(f, "a", "A", (int64_t[]){1, 2}, 2));
    chart->total_column = 1;
    chart->ordered = true;
    assert_true(write_report(f, "a.xlsx"));
    const char *xml = member(f, "xl/charts/chart1.xml");
    assert_holds(xml, "<c:grouping val=\"percentStacked\"/>");
    assert_holds(xml, "<c:f>'A, diagram'!$A$31:$A$32</c:f>");
    assert_holds(xml, "<c:v>2022 (n = 2)</c:v>");
}

static void bars_from_a_base_cross_the_scale_there(void **state)
{
    struct fixture *f = *state;
    struct chart *chart = add_chart(f, CHART_BARS, add_years(f, "a", "A", (int64_t[]){216, 216}, 2));
    chart_draw_column(chart, 1, SERIES_BASE);
    assert_true(write_report(f, "a.xlsx"));
    const char *xml = member(f, "xl/charts/chart1.xml");
    assert_holds(xml, "<c:overlap val=\"100\"/>");
    assert_holds(xml, "<c:crossesAt val=\"216\"/>");
    assert_null(strstr(strstr(xml, "<c:ser>") + 1, "<c:ser>")); /* the base is no series */
}

static void small_charts_are_one_a_row_on_one_scale(void **state)
{
    struct fixture *f = *state;
    add_chart(f, CHART_SMALL_COLUMNS, add_years(f, "a", "A", (int64_t[]){1, 7}, 2));
    assert_true(write_report(f, "a.xlsx"));
    const char *first = member(f, "xl/charts/chart1.xml"), *second = member(f, "xl/charts/chart2.xml");
    assert_holds(first, "<c:f>'A'!$B$6:$B$6</c:f>");
    assert_holds(first, "<c:max val=\"8\"/>");
    assert_holds(first, "<a:t>2021</a:t>");
    assert_holds(second, "<c:f>'A'!$B$7:$B$7</c:f>");
    assert_holds(second, "<c:max val=\"8\"/>");
    assert_holds(member(f, "xl/drawings/drawing1.xml"), "descr=\"2022: Antal 7\"");
}

static void a_scale_reaches_below_zero_where_numbers_do(void **state)
{
    struct fixture *f = *state;
    add_chart(f, CHART_LINES, add_years(f, "a", "A", (int64_t[]){-3, 2}, 2));
    assert_true(write_report(f, "a.xlsx"));
    assert_lacks(member(f, "xl/charts/chart1.xml"), "<c:min val");
    assert_holds(member(f, "xl/charts/chart1.xml"), "<c:tickLblPos val=\"low\"/>");
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_report, close_report)
    const struct CMUnitTest tests[] = {
        TEST(the_book_begins_with_cover_contents_and_notes),
        TEST(the_cover_says_what_the_book_holds),
        TEST(the_first_sections_sentences_have_a_sheet),
        TEST(heat_columns_share_a_scale_and_bars_go_from_nothing_to_all),
        TEST(a_table_is_a_named_table_below_its_title_contents_source_and_mark),
        TEST(every_sheet_says_the_mark_also_in_print),
        TEST(a_value_that_does_not_exist_is_a_symbol_and_explained),
        TEST(numbers_keep_all_their_decimals),
        TEST(a_total_is_a_live_formula_with_its_value),
        TEST(dates_are_days_as_excel_counts_them),
        TEST(text_that_looks_like_a_formula_stays_text),
        TEST(a_status_is_a_symbol_and_a_word),
        TEST(a_light_is_a_symbol_and_a_word),
        TEST(notes_are_numbered_through_the_book_and_equal_ones_share_a_number),
        TEST(a_table_without_rows_is_a_sentence),
        TEST(bars_begin_at_the_top_and_name_their_rows_by_cells),
        TEST(bars_of_shares_are_named_in_lines_below_the_chart),
        TEST(bars_from_a_base_cross_the_scale_there),
        TEST(small_charts_are_one_a_row_on_one_scale),
        TEST(a_scale_reaches_below_zero_where_numbers_do),
        TEST(a_chart_stands_after_its_table_with_alternative_text),
        TEST(a_goal_is_a_line_across_columns),
        TEST(a_line_has_a_gap_where_a_value_does_not_exist),
        TEST(two_runs_give_the_same_bytes),
        TEST(a_working_book_has_filters_and_frozen_headings),
        TEST(notes_and_source_stand_above_the_table_of_a_working_book),
        TEST(every_kind_of_value_has_a_number_format),
        TEST(without_a_source_the_municipality_is_named),
        TEST(a_disk_that_fills_up_is_an_error_and_leaves_no_file),
        TEST(a_file_that_is_there_already_is_not_touched),
        TEST(a_temporary_folder_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
