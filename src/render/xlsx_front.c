#include "xlsx_front.h"

#include "build.h"
#include "cell_text.h"
#include "link_text.h"
#include "xlsx_width.h"

enum { TEXT_WIDTH = 100, TITLE_WIDTH = 84, NAME_WIDTH = 34, NOTE_WIDTH = 14 };
enum { PARAGRAPH_AIR = 3, LOGO_HEIGHT = 60, LOGO_WIDTH = 190 }; /* points */

/* A sheet that is filled line by line in column A. */
struct lines {
    struct xlsx_sheet *sheet;
    uint32_t row;
};

static void add_line(struct lines *lines, struct sv text, enum xlsx_format format)
{
    if (!text.size)
        return;
    xlsx_write_text(lines->sheet, lines->row, 0, text, format, XLSX_NORMAL);
    const bool large = format == XLSX_LEAD || format == XLSX_HEADING;
    const double points = format == XLSX_TITLE ? XLSX_TITLE_POINTS
                          : large              ? XLSX_LEAD_POINTS
                                               : XLSX_BODY_POINTS;
    if (points > XLSX_BODY_POINTS || format == XLSX_WRAPPED || format == XLSX_MARK)
        xlsx_set_lines(lines->sheet, lines->row, xlsx_wrapped_lines(text, TEXT_WIDTH),
                       points + PARAGRAPH_AIR);
    lines->row++;
}

static void add_mark(struct lines *lines, const struct xlsx_plan *plan)
{
    add_line(lines, plan->book->settings.mark, XLSX_MARK);
}

static void set_width(struct xlsx_sheet *sheet, uint16_t column, double width)
{
    if (sheet->handle)
        xlsx_check(sheet->book, worksheet_set_column(sheet->handle, column, column, width, NULL));
}

/* "24 tabeller og ét diagram" */
static struct sv extent_line(const struct xlsx_plan *plan)
{
    const size_t tables = xlsx_plan_count(plan, XLSX_TABLE);
    const size_t charts = xlsx_plan_count(plan, XLSX_CHART);
    struct buffer line = buffer_in(plan->arena);
    buffer_add_text(&line, "Arbejdsbogen indeholder ");
    if (tables == 1)
        buffer_add_text(&line, "én tabel");
    else
        buffer_format(&line, "%zu tabeller", tables);
    if (charts == 1)
        buffer_add_text(&line, " og ét diagram");
    else if (charts > 1)
        buffer_format(&line, " og %zu diagrammer", charts);
    buffer_add_text(&line, tables + charts == 1 ? "." : ", hvert på sit eget ark.");
    return buffer_view(&line);
}

static void add_cover_lines(struct lines *lines, const struct cover *cover)
{
    add_line(lines, cover->municipality, XLSX_WRAPPED);
    add_line(lines, cover->unit, XLSX_WRAPPED);
    for (size_t i = 0; i < cover->line_count && i < COVER_LINES; i++)
        add_line(lines, cover->lines[i], XLSX_WRAPPED);
}

static void add_title(struct lines *lines, const struct xlsx_plan *plan)
{
    const struct cover *cover = &plan->document->cover;
    add_line(lines, cover->title.size ? cover->title : plan->document->title, XLSX_TITLE);
    add_line(lines, cover->subtitle, XLSX_LEAD);
    add_mark(lines, plan);
    if (cover->preliminary)
        add_line(lines, sv_of("FORELØBIG"), XLSX_MARK);
}

/* On a row of its own height, so that it covers no words. */
static void add_logo(struct lines *lines, const struct cover *cover)
{
    xlsx_set_lines(lines->sheet, lines->row, 1, LOGO_HEIGHT + 2 * PARAGRAPH_AIR);
    xlsx_add_picture(lines->sheet, lines->row++, 0, cover->logo, LOGO_WIDTH, LOGO_HEIGHT, cover->logo_alt);
}

void xlsx_write_cover(const struct xlsx_plan *plan, struct xlsx_sheet *sheet)
{
    struct lines lines = {.sheet = sheet};
    set_width(sheet, 0, TEXT_WIDTH);
    add_title(&lines, plan);
    add_cover_lines(&lines, &plan->document->cover);
    add_line(&lines, extent_line(plan), XLSX_WRAPPED);
    add_line(
        &lines,
        sv_of(
            "Tallene er gemt med alle decimaler og vises afrundet. I tabellerne betyder [x], at et tal ikke "
            "findes, og [z], at et tal ikke er relevant; [note n] henviser til arket »Noter«."),
        XLSX_WRAPPED);
    xlsx_write_link(sheet, lines.row++, 0, plan->contents, sv_of("Gå til indholdsfortegnelsen"), XLSX_LINK);
    if (plan->document->cover.logo)
        add_logo(&lines, &plan->document->cover);
}

/* A named table of two columns of text; its body is written by the caller. */
static void add_text_table(const struct xlsx_plan *plan, struct xlsx_sheet *sheet, const char *id,
                           const char *const headings[2], uint32_t header_row, size_t rows)
{
    static const bool numeric[2] = {false, false};
    const struct xlsx_table_place place = {
        .name = guard_table_name(&plan->book->table_names, sv_of(id)),
        .header_row = header_row,
        .last_row = header_row + (uint32_t)rows,
        .headings = headings,
        .numeric = numeric,
        .column_count = 2,
    };
    xlsx_add_table(sheet, &place);
}

static void add_contents_row(struct lines *lines, const struct xlsx_sheet *target, struct sv title)
{
    xlsx_write_link(lines->sheet, lines->row, 0, target, sv_of(target->name), XLSX_CELL_LINK);
    xlsx_write_text(lines->sheet, lines->row, 1, title, XLSX_TEXT, XLSX_NORMAL);
    xlsx_set_lines(lines->sheet, lines->row++, xlsx_wrapped_lines(title, TITLE_WIDTH), XLSX_BODY_POINTS);
}

static struct sv contents_title(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    const struct sv title = xlsx_entry_title(entry);
    switch (entry->kind) {
    case XLSX_SENTENCES:
    case XLSX_BLOCKS:
        return sv_format(plan->arena, "Tekst: %.*s", SV_ARG(title));
    case XLSX_TABLE:
        return sv_format(plan->arena, "Tabel: %.*s", SV_ARG(title));
    case XLSX_CHART:
        return sv_format(plan->arena, "Diagram: %.*s", SV_ARG(title));
    }
    return title;
}

void xlsx_write_contents(const struct xlsx_plan *plan)
{
    static const char *const headings[2] = {"Ark", "Indhold"};
    struct lines lines = {.sheet = plan->contents};
    set_width(plan->contents, 0, NAME_WIDTH);
    set_width(plan->contents, 1, TITLE_WIDTH);
    add_line(&lines, sv_of("Indhold"), XLSX_TITLE);
    add_line(&lines, sv_of("Dette ark indeholder én tabel: en liste over arkene med link til hvert af dem."),
             XLSX_LINE);
    add_mark(&lines, plan);
    add_text_table(plan, plan->contents, "indhold", headings, lines.row++, plan->count + 1);
    add_contents_row(&lines, plan->notes_sheet, sv_of("Noter til tabellerne"));
    for (size_t i = 0; i < plan->count; i++)
        add_contents_row(&lines, plan->entries[i].sheet, contents_title(plan, &plan->entries[i]));
}

void xlsx_write_notes(const struct xlsx_plan *plan)
{
    static const char *const headings[2] = {"Note", "Tekst"};
    struct xlsx_sheet *sheet = plan->notes_sheet;
    struct lines lines = {.sheet = sheet};
    set_width(sheet, 0, NOTE_WIDTH);
    set_width(sheet, 1, TEXT_WIDTH);
    add_line(&lines, sv_of("Noter"), XLSX_TITLE);
    add_line(&lines,
             sv_of(plan->note_count ? "Dette ark indeholder én tabel." : "Dette ark indeholder ingen tabel."),
             XLSX_LINE);
    add_mark(&lines, plan);
    if (!plan->note_count) {
        add_line(&lines, sv_of("Der er ingen noter til tabellerne."), XLSX_LINE);
        return;
    }
    add_text_table(plan, sheet, "noter", headings, lines.row++, plan->note_count);
    for (size_t i = 0; i < plan->note_count; i++) {
        const struct sv marker = sv_format(plan->arena, "[note %zu]", i + 1);
        xlsx_write_text(sheet, lines.row, 0, marker, XLSX_TEXT, XLSX_NORMAL);
        xlsx_write_text(sheet, lines.row, 1, plan->notes[i], XLSX_TEXT, XLSX_NORMAL);
        xlsx_set_lines(sheet, lines.row++, xlsx_wrapped_lines(plan->notes[i], TEXT_WIDTH), XLSX_BODY_POINTS);
    }
}

static const struct xlsx_sheet *sheet_of_table(const struct xlsx_plan *plan, struct sv id)
{
    const struct table *table = document_table(plan->document, id);
    const struct xlsx_entry *entry = table ? xlsx_plan_table(plan, table) : NULL;
    return entry ? entry->sheet : NULL;
}

static struct sv words_for_table(const void *of, struct sv id)
{
    const struct xlsx_plan *plan = of;
    const struct xlsx_sheet *sheet = sheet_of_table(plan, id);
    return sheet ? sv_format(plan->arena, "se arket »%s«", sheet->name) : (struct sv){0};
}

/* A cell leads to one place or none: only words that are all one link become one. */
static void add_words(struct lines *lines, const struct xlsx_plan *plan, const struct paragraph *paragraph,
                      struct sv label)
{
    const struct sv link = paragraph_link(paragraph);
    const bool within = sv_starts_with(link, sv_of("#"));
    const struct xlsx_sheet *target = within ? sheet_of_table(plan, sv_slice(link, 1, link.size)) : NULL;
    const struct sv words = paragraph_text(plan->arena, paragraph);
    if (target && !label.size) {
        xlsx_write_link(lines->sheet, lines->row++, 0, target, words, XLSX_LINK);
    } else if (link.size && !within && !label.size) {
        xlsx_write_web_link(lines->sheet, lines->row++, 0, link, words, XLSX_LINK);
    } else {
        const struct sv text = paragraph_text_with_links(plan->arena, paragraph, words_for_table, plan);
        add_line(lines, sv_format(plan->arena, "%.*s%.*s", SV_ARG(label), SV_ARG(text)), XLSX_WRAPPED);
    }
}

static void add_item(struct lines *lines, const struct xlsx_plan *plan, const struct paragraph *item)
{
    struct buffer label = buffer_in(plan->arena);
    for (uint8_t depth = 0; depth < item->depth; depth++)
        buffer_add_text(&label, "    ");
    buffer_add(&label, item_label(plan->arena, item, item->depth ? "• " : ""));
    add_words(lines, plan, item, buffer_view(&label));
}

/* Whether there are words under the heading, or under a lower one below it; tables are on other sheets. */
static bool heads_words(const struct block *heading, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const bool lower =
            heading[i].kind == BLOCK_HEADING && heading[i].as.heading.level > heading->as.heading.level;
        if (heading[i].kind == BLOCK_PARAGRAPH || heading[i].kind == BLOCK_LIST)
            return true;
        if (heading[i].kind == BLOCK_HEADING && !lower)
            return false;
    }
    return false;
}

/* The first of `count` blocks. */
static void add_block(struct lines *lines, const struct xlsx_plan *plan, const struct block *block,
                      size_t count)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        add_words(lines, plan, &block->as.paragraph, (struct sv){0});
        break;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->as.list.item_count; i++)
            add_item(lines, plan, &block->as.list.items[i]);
        break;
    case BLOCK_HEADING:
        if (heads_words(block, count))
            add_line(lines, block->as.heading.text, XLSX_HEADING);
        break;
    case BLOCK_TABLE:
    case BLOCK_CHART:
        break;
    }
}

void xlsx_write_sentences(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    struct lines lines = {.sheet = entry->sheet};
    set_width(entry->sheet, 0, TEXT_WIDTH);
    add_line(&lines, entry->section->title, XLSX_TITLE);
    add_line(&lines, sv_of("Dette ark indeholder tekst og ingen tabel."), XLSX_LINE);
    add_mark(&lines, plan);
    for (size_t i = 0; i < entry->section->block_count; i++)
        add_block(&lines, plan, &entry->section->blocks[i], entry->section->block_count - i);
}

void xlsx_write_overview(const struct xlsx_plan *plan, struct xlsx_sheet *sheet)
{
    struct lines lines = {.sheet = sheet};
    set_width(sheet, 0, TEXT_WIDTH);
    add_title(&lines, plan);
    add_cover_lines(&lines, &plan->document->cover);
    for (size_t i = 0; i < plan->count; i++)
        xlsx_write_link(sheet, lines.row++, 0, plan->entries[i].sheet, xlsx_entry_title(&plan->entries[i]),
                        XLSX_LINK);
}
