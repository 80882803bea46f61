#include "build.h"

#include <string.h>

struct sv municipality_title(struct arena *arena, struct sv name)
{
    const bool has_the_word = sv_ends_with(name, sv_of("ommune")) || sv_starts_with(name, sv_of("Kommune "));
    if (!name.size || has_the_word)
        return name;
    return sv_format(arena, "%.*s Kommune", SV_ARG(name));
}

struct document *document_create(struct arena *arena, const struct figures *figures)
{
    struct document *document = arena_alloc(arena, sizeof *document);
    *document = (struct document){.arena = arena, .figures = figures, .date = DAY_NONE};
    return document;
}

struct section *document_add_section(struct document *document, const char *id, struct sv title)
{
    document->sections = arena_grow(document->arena, document->sections, document->section_count,
                                    &document->section_capacity, sizeof *document->sections);
    struct section *section = &document->sections[document->section_count++];
    *section = (struct section){.id = sv_of(id), .title = title};
    return section;
}

static struct block *add_block(struct document *document, struct section *section, enum block_kind kind)
{
    section->blocks = arena_grow(document->arena, section->blocks, section->block_count,
                                 &section->block_capacity, sizeof *section->blocks);
    struct block *block = &section->blocks[section->block_count++];
    memset(block, 0, sizeof *block);
    block->kind = kind;
    return block;
}

void section_add_heading(struct document *document, struct section *section, int level, struct sv text)
{
    struct block *block = add_block(document, section, BLOCK_HEADING);
    block->as.heading = (struct heading){.level = level, .text = text};
}

struct paragraph *section_add_paragraph(struct document *document, struct section *section,
                                        enum paragraph_look look)
{
    struct block *block = add_block(document, section, BLOCK_PARAGRAPH);
    block->as.paragraph.look = look;
    return &block->as.paragraph;
}

struct list *section_add_list(struct document *document, struct section *section)
{
    return &add_block(document, section, BLOCK_LIST)->as.list;
}

/* After the number of the last outermost item. */
static int next_number(const struct list *list)
{
    for (size_t i = list->item_count; i > 0; i--)
        if (list->items[i - 1].depth == 0)
            return list->items[i - 1].number + 1;
    return list->first ? list->first : 1;
}

struct paragraph *list_add_item(struct document *document, struct list *list)
{
    list->items =
        arena_grow(document->arena, list->items, list->item_count, &list->item_capacity, sizeof *list->items);
    struct paragraph *item = &list->items[list->item_count];
    *item = (struct paragraph){.look = PARAGRAPH_BODY};
    if (list->ordered) {
        item->mark = ITEM_NUMBER;
        item->number = next_number(list);
    }
    list->item_count++;
    return item;
}

struct table *section_add_table(struct document *document, struct section *section, const char *id,
                                const char *sheet, struct sv title, const struct table_column *columns,
                                size_t column_count)
{
    struct table *table = arena_alloc(document->arena, sizeof *table);
    table->id = sv_of(id);
    table->sheet = sv_of(sheet);
    table->title = title;
    table->columns = arena_array(document->arena, column_count, sizeof *columns);
    for (size_t i = 0; i < column_count; i++)
        table->columns[i] = columns[i];
    table->column_count = (uint16_t)column_count;
    add_block(document, section, BLOCK_TABLE)->as.table = table;
    return table;
}

static const struct table *section_table(const struct section *section, struct sv id)
{
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_TABLE && sv_equal(section->blocks[i].as.table->id, id))
            return section->blocks[i].as.table;
    return NULL;
}

void section_put_last_first(struct section *section)
{
    struct block *blocks = section->blocks;
    const size_t last = section->block_count - 1;
    const struct block block = blocks[last];
    blocks[last] = blocks[last - 1];
    blocks[last - 1] = block;
}

const struct table *document_table(const struct document *document, struct sv id)
{
    const struct table *table = NULL;
    for (size_t i = 0; i < document->section_count && !table; i++)
        table = section_table(&document->sections[i], id);
    return table;
}

struct chart *section_add_chart(struct document *document, struct section *section, const char *id,
                                struct sv title, enum chart_kind kind, const struct table *table)
{
    struct chart *chart = arena_alloc(document->arena, sizeof *chart);
    *chart = (struct chart){.id = sv_of(id),
                            .title = title,
                            .kind = kind,
                            .table = table,
                            .group_column = NO_COLUMN,
                            .total_column = NO_COLUMN,
                            .empty = sv_of("ingen tal")};
    add_block(document, section, BLOCK_CHART)->as.chart = chart;
    return chart;
}

struct table_row *table_add_row(struct document *document, struct table *table, enum row_kind kind)
{
    table->rows =
        arena_grow(document->arena, table->rows, table->row_count, &table->row_capacity, sizeof *table->rows);
    struct table_row *row = &table->rows[table->row_count++];
    *row = (struct table_row){
        .cells = arena_array(document->arena, table->column_count, sizeof(struct cell)),
        .kind = kind,
    };
    return row;
}

uint8_t table_add_note(struct table *table, struct sv note)
{
    for (uint8_t i = 0; i < table->note_count; i++)
        if (sv_equal(table->notes[i], note))
            return (uint8_t)(i + 1);
    if (table->note_count == TABLE_NOTES)
        return 0;
    table->notes[table->note_count++] = note;
    return table->note_count;
}

void chart_draw_column(struct chart *chart, uint16_t column, enum series_look look)
{
    if (chart->series_count < CHART_SERIES)
        chart->series[chart->series_count++] = (struct chart_series){.column = column, .look = look};
}

struct cell cell_of_text(struct sv text)
{
    return (struct cell){.kind = CELL_TEXT, .format = FORMAT_TEXT, .text = text};
}

struct cell cell_of_value(struct ratio value, enum value_format format)
{
    return (struct cell){.kind = CELL_VALUE, .format = format, .value = value};
}

struct cell cell_of_text_or_empty(struct sv text)
{
    return text.size ? cell_of_text(text) : (struct cell){.kind = CELL_EMPTY};
}

struct cell cell_of_text_or_none(struct sv text)
{
    return text.size ? cell_of_text(text) : cell_of_value(ratio_none(), FORMAT_TEXT);
}

struct cell cell_of_day(day_number day)
{
    return cell_of_value(day == DAY_NONE ? ratio_none() : ratio_whole(day), FORMAT_DATE);
}

struct cell cell_of_figure(const struct figures *figures, struct figure_key key, enum value_format format)
{
    return (struct cell){
        .kind = CELL_VALUE,
        .format = format,
        .value = figures_value(figures, key),
        .has_key = true,
        .key = key,
    };
}

struct cell cell_of_share(const struct figures *figures, struct figure_key key, struct figure_key base)
{
    struct cell cell = cell_of_figure(figures, key, FORMAT_SHARE);
    const struct ratio rows = figures_value(figures, base);
    cell.base = ratio_has_value(rows) ? ratio_round(rows, 0) : 0;
    return cell;
}

void paragraph_add(struct document *document, struct paragraph *paragraph, struct cell span)
{
    paragraph->spans = arena_grow(document->arena, paragraph->spans, paragraph->span_count,
                                  &paragraph->span_capacity, sizeof *paragraph->spans);
    paragraph->spans[paragraph->span_count++] = span;
}

void paragraph_add_text(struct document *document, struct paragraph *paragraph, const char *text)
{
    paragraph_add_sv(document, paragraph, sv_of(text));
}

void paragraph_add_sv(struct document *document, struct paragraph *paragraph, struct sv text)
{
    paragraph_add(document, paragraph, cell_of_text(text));
}
