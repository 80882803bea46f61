#include "xlsx_blocks.h"

#include "cell_text.h"
#include "xlsx_table.h"
#include "xlsx_width.h"

enum { FIRST_COLUMN = 62, MOST_COLUMNS = 32 }; /* letters; text wraps in the first column */
enum { PARAGRAPH_AIR = 3 };                    /* points */

/* A sheet that is filled from the top. */
struct filling {
    const struct xlsx_plan *plan;
    const struct xlsx_entry *entry;
    double widths[MOST_COLUMNS];
    uint32_t row;
};

static void widen(struct filling *filling, const struct table *table)
{
    for (uint16_t column = 1; column < table->column_count && column < MOST_COLUMNS; column++) {
        const double width = xlsx_column_width(filling->plan, table, column, false);
        if (width > filling->widths[column])
            filling->widths[column] = width;
    }
}

static void set_columns(struct filling *filling)
{
    const struct section *section = filling->entry->section;
    filling->widths[0] = FIRST_COLUMN;
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_TABLE)
            widen(filling, section->blocks[i].as.table);
    for (uint16_t column = 0; column < MOST_COLUMNS && filling->widths[column] > 0; column++)
        xlsx_check(filling->plan->book, worksheet_set_column(filling->entry->sheet->handle, column, column,
                                                             filling->widths[column], NULL));
}

static void add_line(struct filling *filling, struct sv text, enum xlsx_format format, int points)
{
    if (!text.size)
        return;
    const size_t lines =
        format == XLSX_WRAPPED || format == XLSX_STRONG ? xlsx_wrapped_lines(text, FIRST_COLUMN) : 1;
    xlsx_write_text(filling->entry->sheet, filling->row, 0, text, format, XLSX_NORMAL);
    xlsx_set_lines(filling->entry->sheet, filling->row++, lines, points + PARAGRAPH_AIR);
}

static void add_heading(struct filling *filling, struct sv text)
{
    filling->row++; /* air before it */
    add_line(filling, text, XLSX_HEADING, XLSX_LEAD_POINTS);
}

static void add_notes(struct filling *filling, const struct table *table)
{
    for (size_t i = 0; i < table->note_count; i++)
        add_line(filling, sv_format(filling->plan->arena, "[note %zu] %.*s", i + 1, SV_ARG(table->notes[i])),
                 XLSX_WRAPPED, XLSX_BODY_POINTS);
}

static void add_table(struct filling *filling, const struct table *table)
{
    struct xlsx_entry entry = *filling->entry;
    entry.table = table;
    add_heading(filling, xlsx_title_with_notes(filling->plan, table));
    if (!table->row_count || table->column_count > MOST_COLUMNS) {
        add_line(filling, table->empty, XLSX_WRAPPED, XLSX_BODY_POINTS);
        return;
    }
    entry.header_row = filling->row;
    xlsx_write_body(filling->plan, &entry, filling->widths);
    filling->row += 1 + (uint32_t)table->row_count;
    add_notes(filling, table);
}

static bool is_strong(const struct paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->span_count; i++)
        if (!paragraph->spans[i].strong)
            return false;
    return true;
}

static void add_paragraph(struct filling *filling, const struct paragraph *paragraph)
{
    add_line(filling, paragraph_text(filling->plan->arena, paragraph),
             is_strong(paragraph) ? XLSX_STRONG : XLSX_WRAPPED, XLSX_BODY_POINTS);
}

static void add_block(struct filling *filling, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        add_heading(filling, block->as.heading.text);
        break;
    case BLOCK_PARAGRAPH:
        add_paragraph(filling, &block->as.paragraph);
        break;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->as.list.item_count; i++)
            add_paragraph(filling, &block->as.list.items[i]);
        break;
    case BLOCK_TABLE:
        add_table(filling, block->as.table);
        break;
    case BLOCK_CHART:
        break;
    }
}

void xlsx_write_blocks(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    struct filling filling = {.plan = plan, .entry = entry};
    if (!entry->sheet->handle)
        return;
    set_columns(&filling);
    add_line(&filling, entry->section->title, XLSX_TITLE, XLSX_TITLE_POINTS);
    add_line(&filling, plan->book->settings.mark, XLSX_MARK, XLSX_BODY_POINTS);
    for (size_t i = 0; i < entry->section->block_count; i++)
        add_block(&filling, &entry->section->blocks[i]);
}
