#include "xlsx_table.h"

#include "cell_text.h"
#include "figure_places.h"
#include "standing.h"
#include "xlsx_formula.h"
#include "xlsx_width.h"

static const char NO_VALUE[] = "[x]";
static const char DOES_NOT_APPLY[] = "[z]";
static const char NO_VALUE_MEANS[] =
    "[x] betyder, at tallet ikke findes, for eksempel fordi der ikke er noget at "
    "regne det af.";
static const char DOES_NOT_APPLY_MEANS[] = "[z] betyder, at et tal ikke er relevant i cellen.";

enum { FIRST_EXCEL_DAY = -25509, EXCEL_DAY_ZERO = 25569 }; /* 1900-03-01 and 1970-01-01 as Excel counts */

enum { COLUMNS_OF_A_ROWS_NAME = 3 }; /* file, line and identifier stay in sight */

static const double BOLD_ROOM =
    0.8; /* headings are bold, and with a filter share their cell with its button */

/* Characters that every font in Excel has, told apart by shape and not only by colour. */
struct status_look {
    const char *symbol;
    enum xlsx_format format;
};

static const struct status_look statuses[GOAL_STATUSES] = {
    [GOAL_REACHED] = {"\xE2\x97\x8F", XLSX_GOOD},       /* ● */
    [GOAL_REACHED_EARLY] = {"\xE2\x97\x8F", XLSX_GOOD}, /* ● */
    [GOAL_ON_TRACK] = {"\xE2\x96\xB2", XLSX_WAITING},   /* ▲ */
    [GOAL_BEHIND] = {"\xE2\x96\xBC", XLSX_BAD},         /* ▼ */
    [GOAL_NOT_REACHED] = {"\xE2\x97\x8B", XLSX_BAD},    /* ○ */
    [GOAL_WITHOUT_TARGET] = {"\xE2\x96\xA1", XLSX_TEXT} /* □ */
};

static const struct status_look lights[] = {
    [LIGHT_GREEN] = {"\xE2\x97\x8F", XLSX_GOOD},     /* ● */
    [LIGHT_YELLOW] = {"\xE2\x96\xB2", XLSX_WAITING}, /* ▲ */
    [LIGHT_RED] = {"\xE2\x96\xBC", XLSX_BAD},        /* ▼ */
};

/* Where a cell goes. */
struct spot {
    const struct xlsx_entry *entry;
    size_t row; /* of the table */
    uint16_t column;
};

static uint32_t sheet_row(const struct spot *spot)
{
    return spot->entry->header_row + 1 + (uint32_t)spot->row;
}

static bool is_of_data(const struct table *table)
{
    return table->look == TABLE_ROWS;
}

static enum xlsx_weight weight_of(const struct spot *spot)
{
    if (spot->entry->table->rows[spot->row].kind == ROW_TOTAL)
        return XLSX_TOTAL;
    return is_of_data(spot->entry->table) ? XLSX_BARE : XLSX_NORMAL;
}

static bool is_working(const struct xlsx_plan *plan)
{
    return plan->document->use == DOCUMENT_WORKING;
}

static bool is_missing(const struct cell *cell)
{
    return (cell->kind == CELL_TEXT && cell->text.size == 0) ||
           (cell->kind == CELL_VALUE && !ratio_has_value(cell->value));
}

/* Thousands stand apart also in what is written with all its decimals. */
static enum xlsx_format exact_format(const struct cell *cell)
{
    if (!ratio_has_value(cell->value))
        return XLSX_GENERAL;
    if (places_needed(cell->value) == 0)
        return XLSX_COUNT;
    return cell->format == FORMAT_MONEY && money_places(cell->value) == 2 ? XLSX_MONEY : XLSX_GENERAL;
}

static enum xlsx_format number_format(const struct cell *cell)
{
    const bool fine = cell->base >= 100;
    switch (cell->format) {
    case FORMAT_COUNT:
    case FORMAT_AMOUNT:
        return XLSX_COUNT;
    case FORMAT_DECIMAL:
        return XLSX_DECIMAL;
    case FORMAT_SHARE:
        return fine ? XLSX_SHARE_FINE : XLSX_SHARE;
    case FORMAT_CHANGE:
        return XLSX_CHANGE;
    case FORMAT_CHANGE_DECIMAL:
        return XLSX_CHANGE_DECIMAL;
    case FORMAT_POINTS:
        return fine ? XLSX_POINTS_FINE : XLSX_POINTS;
    case FORMAT_DATE:
        return XLSX_DATE;
    case FORMAT_EXACT:
    case FORMAT_MONEY:
        return exact_format(cell);
    case FORMAT_TEXT:
    case FORMAT_NUMBERING:
    case FORMAT_STATUS:
    case FORMAT_LIGHT:
        return XLSX_GENERAL;
    }
    return XLSX_GENERAL;
}

static void write_status(const struct xlsx_plan *plan, const struct spot *spot, const struct cell *cell)
{
    const struct status_look *look =
        cell->format == FORMAT_LIGHT ? &lights[cell->value.num] : &statuses[cell->value.num];
    struct buffer words = buffer_in(plan->arena);
    buffer_format(&words, "%s ", look->symbol);
    cell_text(&words, cell);
    xlsx_write_text(spot->entry->sheet, sheet_row(spot), spot->column, buffer_view(&words), look->format,
                    weight_of(spot));
}

/* As Excel holds it: dates as days since 1899-12-30, percentage points as points. */
static bool excel_number(const struct cell *cell, double *number)
{
    if (!guard_number(cell->value, number))
        return false;
    if (cell->format == FORMAT_DATE)
        *number += EXCEL_DAY_ZERO;
    if (cell->format == FORMAT_POINTS)
        *number *= 100;
    return cell->format != FORMAT_DATE || *number - EXCEL_DAY_ZERO >= FIRST_EXCEL_DAY;
}

static void write_as_text(const struct xlsx_plan *plan, const struct spot *spot, const struct cell *cell)
{
    struct buffer text = buffer_in(plan->arena);
    cell_text(&text, cell);
    xlsx_write_text(spot->entry->sheet, sheet_row(spot), spot->column, buffer_view(&text), XLSX_TEXT,
                    weight_of(spot));
}

/* A sheet of the data behind the report; its table begins under the title and the mark. */
static uint32_t row_in_data_book(uint32_t place)
{
    enum { LINES_ABOVE = 2 };
    return LINES_ABOVE + place;
}

static bool leads_to_rows(const struct xlsx_plan *plan, const struct cell *cell)
{
    return plan->document->data_book.size && cell->kind == CELL_VALUE && cell->has_key && !is_missing(cell) &&
           !cell_is_standing(cell);
}

/* To the figure among those of the data behind the report; of other periods to how it is counted. */
static void lead_to_rows(const struct xlsx_plan *plan, const struct spot *spot, const struct cell *cell)
{
    const struct document *document = plan->document;
    if (!leads_to_rows(plan, cell))
        return;
    const uint32_t listed = figure_place(document->places, cell->key);
    const uint32_t place = listed ? listed : document->places->how[cell->key.figure];
    if (place)
        xlsx_lead_to_file(spot->entry->sheet, sheet_row(spot), spot->column, document->data_book,
                          listed ? "Nøgletal" : "Opgørelse", row_in_data_book(place), "Rækkerne bag tallet");
}

static void write_value(const struct xlsx_plan *plan, const struct spot *spot, const struct cell *cell)
{
    double number;
    struct xlsx_sheet *sheet = spot->entry->sheet;
    if (cell_is_standing(cell)) {
        write_status(plan, spot, cell);
        return;
    }
    if (!excel_number(cell, &number)) {
        write_as_text(plan, spot, cell);
        return;
    }
    lead_to_rows(plan, spot, cell);
    const char *formula = xlsx_formula(plan->arena, spot->entry, spot->row, spot->column);
    if (formula)
        xlsx_write_formula(sheet, sheet_row(spot), spot->column, formula, number, number_format(cell),
                           weight_of(spot));
    else
        xlsx_write_number(sheet, sheet_row(spot), spot->column, number, number_format(cell), weight_of(spot));
}

static bool is_text_column(const struct table *table, uint16_t column)
{
    return table->columns[column].format == FORMAT_TEXT || format_is_standing(table->columns[column].format);
}

static void write_symbol(const struct xlsx_plan *plan, const struct spot *spot, const char *symbol)
{
    const enum xlsx_format format =
        is_text_column(spot->entry->table, spot->column) ? XLSX_TEXT : XLSX_SYMBOL;
    const struct sv text = sv_of(is_working(plan) ? "" : symbol);
    xlsx_write_text(spot->entry->sheet, sheet_row(spot), spot->column, text, format, weight_of(spot));
}

static void write_words(const struct xlsx_plan *plan, const struct spot *spot, const struct cell *cell)
{
    const struct xlsx_target target = xlsx_plan_target(plan, cell->link);
    if (target.sheet)
        xlsx_write_row_link(spot->entry->sheet, sheet_row(spot), spot->column, &target, cell->text);
    else
        xlsx_write_text(spot->entry->sheet, sheet_row(spot), spot->column, cell->text, XLSX_TEXT,
                        weight_of(spot));
}

static void write_cell(const struct xlsx_plan *plan, const struct spot *spot, const struct cell *cell)
{
    if (is_missing(cell)) {
        write_symbol(plan, spot, NO_VALUE);
        return;
    }
    switch (cell->kind) {
    case CELL_EMPTY:
        if (weight_of(spot) != XLSX_BARE)
            write_symbol(plan, spot, DOES_NOT_APPLY);
        break;
    case CELL_TEXT:
        write_words(plan, spot, cell);
        break;
    case CELL_VALUE:
        write_value(plan, spot, cell);
        break;
    }
}

/* A row is as high as its longest text; most have one line and the height that Excel gives them. */
static void set_row_height(const struct xlsx_plan *plan, const struct xlsx_entry *entry, size_t row,
                           const double *widths)
{
    size_t lines = 1;
    for (uint16_t column = 0; column < entry->table->column_count; column++) {
        const struct cell cell = xlsx_cell(plan, entry->table, row, column);
        const size_t needed = cell.kind == CELL_TEXT ? xlsx_wrapped_lines(cell.text, widths[column]) : 1;
        lines = needed > lines ? needed : lines;
    }
    if (lines > 1)
        xlsx_set_lines(entry->sheet, entry->header_row + 1 + (uint32_t)row, lines, XLSX_BODY_POINTS);
}

/*
 * A cell in a row of data: nothing where it is empty or its value is missing, and text on one line. That is
 * the format of lines: the library hashes one that looks the same as another for every cell.
 */
static void write_datum(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, const struct cell *cell)
{
    struct buffer text = buffer_in(sheet->book->arena);
    double number;
    if (cell->kind == CELL_EMPTY || is_missing(cell))
        return;
    if (cell->kind == CELL_VALUE && excel_number(cell, &number)) {
        xlsx_write_number(sheet, row, column, number, number_format(cell), XLSX_BARE);
        return;
    }
    if (cell->kind == CELL_VALUE)
        cell_text(&text, cell);
    xlsx_write_text(sheet, row, column, cell->kind == CELL_VALUE ? buffer_view(&text) : cell->text, XLSX_LINE,
                    XLSX_NORMAL);
}

/* The rows of data that a table begins with; how many they are. */
static size_t write_data(const struct xlsx_entry *entry)
{
    const struct table *table = entry->table;
    size_t row = 0;
    for (; row < table->row_count && table->rows[row].kind == ROW_BODY; row++)
        for (uint16_t column = 0; column < table->column_count; column++)
            write_datum(entry->sheet, entry->header_row + 1 + (uint32_t)row, column,
                        &table->rows[row].cells[column]);
    return row;
}

static void write_row(const struct xlsx_plan *plan, const struct xlsx_entry *entry, size_t row)
{
    for (uint16_t column = 0; column < entry->table->column_count; column++) {
        const struct cell cell = xlsx_cell(plan, entry->table, row, column);
        write_cell(plan, &(struct spot){entry, row, column}, &cell);
    }
}

static void write_line(struct xlsx_sheet *sheet, uint32_t *row, struct sv text, enum xlsx_format format)
{
    xlsx_write_text(sheet, *row, 0, text, format, XLSX_NORMAL);
    if (format == XLSX_TITLE || format == XLSX_MARK)
        xlsx_set_lines(sheet, *row, 1, XLSX_TITLE_POINTS);
    ++*row;
}

static struct sv contents_line(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    struct buffer line = buffer_in(plan->arena);
    size_t charts = 0;
    const struct xlsx_entry *last = plan->entries + plan->count;
    buffer_add_text(&line, entry->table->row_count ? "Dette ark indeholder én tabel."
                                                   : "Dette ark indeholder ingen tabel.");
    for (const struct xlsx_entry *next = entry + 1; next < last && next->kind == XLSX_CHART; next++) {
        buffer_format(&line, "%s»%s«", charts++ ? ", " : " Tabellen er vist som diagram på arket ",
                      next->sheet->name);
    }
    if (charts)
        buffer_add_byte(&line, '.');
    return buffer_view(&line);
}

static bool any_cell(const struct table *table, bool missing)
{
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t column = 0; column < table->column_count; column++) {
            const struct cell *cell = &table->rows[row].cells[column];
            if (missing ? is_missing(cell) : cell->kind == CELL_EMPTY)
                return true;
        }
    return false;
}

static bool any_leads_to_rows(const struct xlsx_plan *plan, const struct table *table)
{
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t column = 0; column < table->column_count; column++)
            if (leads_to_rows(plan, &table->rows[row].cells[column]))
                return true;
    return false;
}

static struct sv source_line(const struct xlsx_plan *plan, const struct table *table)
{
    const struct cover *cover = &plan->document->cover;
    if (table->source.size)
        return sv_format(plan->arena, "Kilde: %.*s", SV_ARG(table->source));
    return sv_format(plan->arena, "Kilde: %.*s", SV_ARG(cover->municipality));
}

/* The lines above a published table. */
static void write_published_lines(const struct xlsx_plan *plan, const struct xlsx_entry *entry, uint32_t *row)
{
    const struct table *table = entry->table;
    write_line(entry->sheet, row, xlsx_title_with_notes(plan, table), XLSX_TITLE);
    write_line(entry->sheet, row, contents_line(plan, entry), XLSX_LINE);
    if (any_leads_to_rows(plan, table))
        xlsx_write_file_link(entry->sheet, (*row)++, 0, plan->document->data_book,
                             sv_format(plan->arena, "Tallene er links til rækkerne bag dem i %.*s.",
                                       SV_ARG(plan->document->data_book)),
                             XLSX_LINK);
    if (table->note_count)
        xlsx_write_link(entry->sheet, (*row)++, 0, plan->notes_sheet,
                        sv_of("Noterne, mærket [note n], er forklaret på arket »Noter«."), XLSX_LINK);
    if (any_cell(table, true))
        write_line(entry->sheet, row, sv_of(NO_VALUE_MEANS), XLSX_LINE);
    if (any_cell(table, false))
        write_line(entry->sheet, row, sv_of(DOES_NOT_APPLY_MEANS), XLSX_LINE);
    write_line(entry->sheet, row, source_line(plan, table), XLSX_LINE);
}

static void write_working_lines(const struct xlsx_plan *plan, const struct xlsx_entry *entry, uint32_t *row)
{
    const struct table *table = entry->table;
    write_line(entry->sheet, row, xlsx_title_with_notes(plan, table), XLSX_TITLE);
    if (table->source.size)
        write_line(entry->sheet, row, source_line(plan, table), XLSX_LINE);
    for (size_t i = 0; i < table->note_count; i++) {
        const size_t number = xlsx_note_number(plan, table, i + 1);
        write_line(entry->sheet, row,
                   sv_format(plan->arena, "[note %zu] %.*s", number, SV_ARG(table->notes[i])), XLSX_LINE);
    }
}

static void shade_column(const struct xlsx_plan *plan, const struct xlsx_entry *entry, struct sv ranges,
                         enum column_look look)
{
    const struct style *style = plan->book->settings.style;
    lxw_conditional_format scale = {
        .type = LXW_CONDITIONAL_2_COLOR_SCALE,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_color = xlsx_colour(style->heat_low),
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_MAXIMUM,
        .max_color = xlsx_colour(xlsx_readable_fill(style, style->heat_high)),
        .multi_range = arena_copy(plan->arena, ranges.data, ranges.size),
    };
    lxw_conditional_format bar = {
        .type = LXW_CONDITIONAL_DATA_BAR,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_value = 1,
        .bar_color = xlsx_colour(xlsx_readable_fill(style, style->accent)),
        .bar_solid = true,
        .bar_no_border = true,
        .data_bar_2010 = true,
        .multi_range = arena_copy(plan->arena, ranges.data, ranges.size),
    };
    const uint32_t first = entry->header_row + 1;
    xlsx_check(plan->book, worksheet_conditional_format_range(entry->sheet->handle, first, 0, first, 0,
                                                              look == COLUMN_HEAT ? &scale : &bar));
}

/* Heat columns share one scale; bars are of one column each. */
static void shade_table(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    struct buffer heat = buffer_in(plan->arena);
    for (uint16_t column = 0; column < entry->table->column_count; column++) {
        struct buffer bar = buffer_in(plan->arena);
        const enum column_look look = entry->table->columns[column].look;
        if (look == COLUMN_PLAIN)
            continue;
        struct buffer *ranges = look == COLUMN_HEAT ? &heat : &bar;
        xlsx_add_body_ranges(ranges, entry, entry->table->row_count, column, ' ');
        if (look == COLUMN_BAR && bar.size)
            shade_column(plan, entry, buffer_view(&bar), look);
    }
    if (heat.size)
        shade_column(plan, entry, buffer_view(&heat), COLUMN_HEAT);
}

static void set_header_height(const struct xlsx_entry *entry, const char *const *headings,
                              const double *widths)
{
    size_t lines = 1;
    for (uint16_t column = 0; column < entry->table->column_count; column++) {
        const size_t needed = xlsx_wrapped_lines(sv_of(headings[column]), widths[column] * BOLD_ROOM);
        lines = needed > lines ? needed : lines;
    }
    xlsx_set_lines(entry->sheet, entry->header_row, lines, XLSX_BODY_POINTS);
}

/* Rows that can be filtered and sorted: not the total that ends them. */
static size_t rows_of_filter(const struct table *table)
{
    size_t rows = table->row_count;
    while (rows > 1 && table->rows[rows - 1].kind == ROW_TOTAL)
        rows--;
    return rows;
}

static void place_table(const struct xlsx_plan *plan, const struct xlsx_entry *entry, const double *widths)
{
    const struct table *table = entry->table;
    const bool filter = is_working(plan) && entry->kind == XLSX_TABLE;
    const char **headings = arena_array(plan->arena, table->column_count, sizeof *headings);
    bool *numeric = arena_array(plan->arena, table->column_count, sizeof *numeric);
    struct name_set names = {.arena = plan->arena};
    for (uint16_t i = 0; i < table->column_count; i++) {
        headings[i] = guard_heading(
            &names, xlsx_with_note(plan, table, table->columns[i].heading, table->columns[i].note));
        numeric[i] = !is_text_column(table, i);
    }
    const struct xlsx_table_place place = {
        .name = guard_table_name(&plan->book->table_names, table->id),
        .header_row = entry->header_row,
        .last_row = entry->header_row + (uint32_t)(filter ? rows_of_filter(table) : table->row_count),
        .headings = headings,
        .numeric = numeric,
        .column_count = table->column_count,
        .filter = filter,
        .among_others = entry->kind == XLSX_BLOCKS,
    };
    xlsx_add_table(entry->sheet, &place);
    set_header_height(entry, headings, widths);
}

static void ignore_digits_in_text(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    struct buffer range = buffer_in(plan->arena);
    const struct table *table = entry->table;
    xlsx_add_range(&range,
                   (struct xlsx_run){entry->header_row, entry->header_row + (uint32_t)table->row_count}, 0,
                   (uint16_t)(table->column_count - 1));
    xlsx_check(plan->book, worksheet_ignore_errors(entry->sheet->handle, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                                   sv_text(plan->arena, buffer_view(&range))));
}

void xlsx_write_body(const struct xlsx_plan *plan, const struct xlsx_entry *entry, const double *widths)
{
    place_table(plan, entry, widths);
    for (size_t row = is_of_data(entry->table) ? write_data(entry) : 0; row < entry->table->row_count;
         row++) {
        write_row(plan, entry, row);
        set_row_height(plan, entry, row, widths);
    }
    shade_table(plan, entry);
}

/* A table alone on its sheet. */
static void write_alone(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    xlsx_write_body(plan, entry, xlsx_set_widths(plan, entry));
    ignore_digits_in_text(plan, entry);
    if (is_of_data(entry->table))
        worksheet_gridlines(entry->sheet->handle, LXW_SHOW_SCREEN_GRIDLINES);
    if (is_working(plan))
        worksheet_freeze_panes(entry->sheet->handle, entry->header_row + 1,
                               is_of_data(entry->table) ? COLUMNS_OF_A_ROWS_NAME : 0);
}

void xlsx_write_table(const struct xlsx_plan *plan, struct xlsx_entry *entry)
{
    uint32_t row = 0;
    const struct table *table = entry->table;
    if (!entry->sheet->handle)
        return;
    if (is_working(plan))
        write_working_lines(plan, entry, &row);
    else
        write_published_lines(plan, entry, &row);
    if (plan->book->settings.mark.size)
        write_line(entry->sheet, &row, plan->book->settings.mark, XLSX_MARK);
    entry->header_row = row;
    if (table->row_count && table->column_count)
        write_alone(plan, entry);
    else
        write_line(entry->sheet, &row, table->empty, XLSX_LINE);
}
