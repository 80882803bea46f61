/*
 * Plain text, 100 columns wide: paragraphs wrapped, headings underlined, tables aligned, charts as their
 * title and alternative text.
 */
#include "build.h"
#include "cell_text.h"
#include "link_text.h"
#include "render.h"
#include "standing.h"
#include "text_da.h"

#include <string.h>

enum {
    PAGE_WIDTH = 100,
    COLUMN_GAP = 2,
    NARROWEST = 8,
    NARROWEST_WORD = 4,
    LONG_WORD = 20, /* hardly a word: a code, or an address */
    MOST_COLUMNS = 64,
    HEADING_WIDTH = 12,
    ITEM_INDENT = 3 /* of a list within a list */
};

/* ---- Words and lines ---- */

/* How many columns a text takes: its code points, but for combining marks, which the data is cleaned of. */
static size_t text_width(struct sv text)
{
    size_t width = 0;
    for (size_t i = 0; i < text.size; i++)
        width += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return width;
}

/* How many bytes the first `columns` code points take. */
static size_t bytes_of_columns(struct sv text, size_t columns)
{
    size_t i = 0;
    while (i < text.size && (columns || ((unsigned char)text.data[i] & 0xC0) == 0x80)) {
        if (((unsigned char)text.data[i] & 0xC0) != 0x80)
            columns--;
        i++;
    }
    return i;
}

static bool is_break(char byte)
{
    return byte == ' ' || byte == '\n';
}

static size_t word_end(struct sv text, size_t from)
{
    while (from < text.size && !is_break(text.data[from]))
        from++;
    return from;
}

/*
 * Takes the next line of at most `width` columns off the front of *rest: as many whole words as fit, or a
 * piece of a word that is too long for any line. False at the end.
 */
static bool next_line(struct sv *rest, size_t width, struct sv *line)
{
    while (rest->size && rest->data[0] == ' ')
        *rest = sv_slice(*rest, 1, rest->size);
    if (!rest->size)
        return false;
    size_t taken = 0;
    for (size_t end = word_end(*rest, 0);; end = word_end(*rest, end + 1)) {
        if (text_width(sv_slice(*rest, 0, end)) > width)
            break;
        taken = end;
        if (end >= rest->size || rest->data[end] == '\n')
            break;
    }
    if (!taken && rest->data[0] != '\n')
        taken = bytes_of_columns(*rest, width);
    *line = sv_trim(sv_slice(*rest, 0, taken));
    const size_t skip = taken < rest->size && is_break(rest->data[taken]) ? taken + 1 : taken;
    *rest = sv_slice(*rest, skip, rest->size);
    return true;
}

static void add_spaces(struct buffer *buffer, size_t count)
{
    while (count--)
        buffer_add_byte(buffer, ' ');
}

static void add_rule(struct buffer *buffer, const char *mark, size_t count)
{
    while (count--)
        buffer_add_text(buffer, mark);
    buffer_add_byte(buffer, '\n');
}

/* Wrapped text; the first line begins with `first`, the others are set in as far as it is wide. */
static void add_wrapped(struct buffer *buffer, const char *first, struct sv text)
{
    const size_t indent = text_width(sv_of(first));
    struct sv line;
    bool begun = false;
    while (next_line(&text, PAGE_WIDTH - indent, &line)) {
        if (begun)
            add_spaces(buffer, indent);
        else
            buffer_add_text(buffer, first);
        buffer_add(buffer, line);
        buffer_add_byte(buffer, '\n');
        begun = true;
    }
}

static void add_heading(struct buffer *buffer, struct sv text, int level)
{
    static const char *const rules[] = {"=", "=", "-", "·"};
    buffer_add(buffer, text);
    buffer_add_byte(buffer, '\n');
    add_rule(buffer, rules[level], text_width(text));
    buffer_add_byte(buffer, '\n');
}

/* ---- Tables ---- */

struct layout {
    const struct table *table;
    struct arena *arena;
    size_t widths[MOST_COLUMNS];
    size_t floors[MOST_COLUMNS]; /* below which words or numbers are broken */
    size_t cells[MOST_COLUMNS];  /* below which those of the body are, and not only the heading's */
    size_t columns;
    bool labels_above; /* the first cells have lines of their own, above the others of their rows */
};

static bool is_set_left(const struct table_column *column)
{
    return column->format == FORMAT_TEXT || format_is_standing(column->format);
}

static struct sv with_note(struct arena *arena, struct sv text, uint8_t note)
{
    return note ? sv_format(arena, "%.*s [%d]", SV_ARG(text), note) : text;
}

static struct sv heading_text(const struct layout *layout, size_t column)
{
    const struct table_column *of = &layout->table->columns[column];
    return with_note(layout->arena, of->heading, of->note);
}

static struct sv row_text(const struct layout *layout, size_t row, size_t column)
{
    struct buffer buffer = buffer_in(layout->arena);
    const struct table_row *of = &layout->table->rows[row];
    cell_text(&buffer, &of->cells[column]);
    return with_note(layout->arena, buffer_view(&buffer), column == 0 ? of->note : 0);
}

static size_t longest_word(struct sv text)
{
    size_t longest = 0;
    for (size_t from = 0; from < text.size;) {
        const size_t end = word_end(text, from);
        const size_t width = text_width(sv_slice(text, from, end - from));
        longest = width > longest ? width : longest;
        from = end + 1;
    }
    return longest;
}

static size_t sum_with_gaps(const size_t *widths, size_t columns)
{
    size_t sum = (columns - 1) * COLUMN_GAP;
    for (size_t i = 0; i < columns; i++)
        sum += widths[i];
    return sum;
}

static size_t total_width(const struct layout *layout)
{
    return sum_with_gaps(layout->widths, layout->columns);
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* A column may be as wide as its cells; the heading of a number may be broken between words. */
static void measure(struct layout *layout, size_t column)
{
    const bool text = is_set_left(&layout->table->columns[column]);
    const struct sv heading = heading_text(layout, column);
    const size_t whole = text_width(heading);
    const size_t broken = larger(longest_word(heading), HEADING_WIDTH);
    size_t width = text || whole < broken ? whole : broken;
    size_t floor = 0;
    for (size_t row = 0; row < layout->table->row_count; row++) {
        const struct sv cell = row_text(layout, row, column);
        width = larger(width, text_width(cell));
        floor = larger(floor, text ? longest_word(cell) : text_width(cell));
    }
    layout->widths[column] = width;
    layout->floors[column] = larger(floor, longest_word(heading));
    layout->cells[column] = floor;
}

/* The widest column that is wider than its floor, if any, and than `narrowest`; SIZE_MAX: none. */
static size_t widest_column(const struct layout *layout, const size_t *floors, size_t narrowest)
{
    size_t widest = SIZE_MAX;
    for (size_t i = 0; i < layout->columns; i++) {
        const size_t least = floors ? larger(floors[i], narrowest) : narrowest;
        if (layout->widths[i] > least && (widest == SIZE_MAX || layout->widths[i] > layout->widths[widest]))
            widest = i;
    }
    return widest;
}

/* Takes from the widest column, a letter at a time, until the table fits the page; breaks words if it must,
 * those of headings first. */
static void fit_page(struct layout *layout)
{
    while (total_width(layout) > PAGE_WIDTH) {
        size_t column = widest_column(layout, layout->floors, NARROWEST_WORD);
        if (column == SIZE_MAX)
            column = widest_column(layout, layout->cells, NARROWEST_WORD);
        if (column == SIZE_MAX)
            column = widest_column(layout, NULL, NARROWEST);
        if (column == SIZE_MAX)
            return;
        layout->widths[column]--;
    }
}

/* A table with no room for whole words in all its columns has the names of its rows out of the way. */
static void put_labels_above(struct layout *layout)
{
    layout->labels_above = true;
    layout->widths[0] = layout->floors[0] = layout->cells[0] = ITEM_INDENT;
}

static size_t longest_floor(const size_t *floors, size_t columns)
{
    size_t longest = 0;
    for (size_t i = 1; i < columns; i++)
        if (floors[i] > floors[longest])
            longest = i;
    return longest;
}

/* Where that alone makes the table fit, the longest words are broken, and all others stay whole. */
static void break_long_words(struct layout *layout)
{
    size_t floors[MOST_COLUMNS];
    memcpy(floors, layout->floors, sizeof floors);
    while (sum_with_gaps(floors, layout->columns) > PAGE_WIDTH) {
        const size_t longest = longest_floor(floors, layout->columns);
        if (floors[longest] <= LONG_WORD)
            return;
        floors[longest]--;
    }
    memcpy(layout->floors, floors, sizeof floors);
}

static struct layout layout_of(const struct table *table, struct arena *arena)
{
    struct layout layout = {.table = table, .arena = arena, .columns = table->column_count};
    if (layout.columns > MOST_COLUMNS)
        layout.columns = MOST_COLUMNS;
    for (size_t i = 0; i < layout.columns; i++)
        measure(&layout, i);
    break_long_words(&layout);
    if (layout.columns > 1 && sum_with_gaps(layout.floors, layout.columns) > PAGE_WIDTH)
        put_labels_above(&layout);
    fit_page(&layout);
    return layout;
}

static void add_aligned(struct buffer *buffer, const struct layout *layout, size_t column, struct sv text)
{
    const size_t room = layout->widths[column];
    const size_t width = text_width(text);
    const size_t fill = room > width ? room - width : 0;
    const bool left = is_set_left(&layout->table->columns[column]);
    if (column)
        add_spaces(buffer, COLUMN_GAP);
    if (!left)
        add_spaces(buffer, fill);
    buffer_add(buffer, text);
    if (left)
        add_spaces(buffer, fill);
}

static void drop_trailing_spaces(struct buffer *buffer)
{
    while (buffer->size && buffer->data[buffer->size - 1] == ' ')
        buffer->size--;
}

/* One row of texts, as many lines as its tallest cell; a name above the others comes before them. */
static void add_lines(struct buffer *buffer, const struct layout *layout, struct sv *texts)
{
    bool more = true;
    if (layout->labels_above) {
        add_wrapped(buffer, "", texts[0]);
        texts[0] = (struct sv){0};
    }
    while (more) {
        more = false;
        for (size_t i = 0; i < layout->columns; i++) {
            struct sv line = {0};
            next_line(&texts[i], layout->widths[i], &line);
            add_aligned(buffer, layout, i, line);
            more = more || texts[i].size;
        }
        drop_trailing_spaces(buffer);
        buffer_add_byte(buffer, '\n');
    }
}

static void add_rows(struct buffer *buffer, const struct layout *layout)
{
    struct sv texts[MOST_COLUMNS];
    for (size_t row = 0; row < layout->table->row_count; row++) {
        if (layout->table->rows[row].kind == ROW_TOTAL)
            add_rule(buffer, "-", total_width(layout));
        for (size_t i = 0; i < layout->columns; i++)
            texts[i] = row_text(layout, row, i);
        add_lines(buffer, layout, texts);
    }
}

static void add_grid(struct buffer *buffer, const struct table *table)
{
    const struct layout layout = layout_of(table, buffer->arena);
    struct sv headings[MOST_COLUMNS];
    for (size_t i = 0; i < layout.columns; i++)
        headings[i] = heading_text(&layout, i);
    add_lines(buffer, &layout, headings);
    add_rule(buffer, "-", total_width(&layout));
    add_rows(buffer, &layout);
}

static void add_notes(struct buffer *buffer, const struct table *table)
{
    for (uint8_t i = 0; i < table->note_count; i++) {
        struct buffer mark = buffer_in(buffer->arena);
        buffer_format(&mark, "[%d] ", i + 1);
        add_wrapped(buffer, sv_text(buffer->arena, buffer_view(&mark)), table->notes[i]);
    }
    if (table->source.size)
        add_wrapped(buffer, "Kilde: ", table->source);
    buffer_add_byte(buffer, '\n');
}

static void add_table(struct buffer *buffer, const struct table *table)
{
    add_wrapped(buffer, "Tabel: ", with_note(buffer->arena, table->title, table->title_note));
    buffer_add_byte(buffer, '\n');
    if (table->row_count)
        add_grid(buffer, table);
    else
        add_wrapped(buffer, "", table->empty);
    add_notes(buffer, table);
}

/* ---- The document ---- */

/* A document being written, for its links to tables. */
struct writing {
    struct buffer *buffer;
    const struct document *document;
};

static struct sv words_for_table(const void *of, struct sv id)
{
    const struct writing *writing = of;
    const struct table *table = document_table(writing->document, id);
    return table ? sv_format(writing->buffer->arena, "se tabellen »%.*s«", SV_ARG(table->title))
                 : (struct sv){0};
}

static void add_paragraph(const struct writing *writing, const char *mark, const struct paragraph *paragraph)
{
    const struct sv text =
        paragraph_text_with_links(writing->buffer->arena, paragraph, words_for_table, writing);
    add_wrapped(writing->buffer, mark, text);
}

static void add_item(const struct writing *writing, const struct paragraph *item)
{
    struct buffer mark = buffer_in(writing->buffer->arena);
    add_spaces(&mark, (size_t)item->depth * ITEM_INDENT);
    buffer_add(&mark, item_label(mark.arena, item, "- "));
    if (item->mark == ITEM_CONTINUED)
        add_spaces(&mark, ITEM_INDENT);
    add_paragraph(writing, sv_text(mark.arena, buffer_view(&mark)), item);
}

static void add_list(const struct writing *writing, const struct list *list)
{
    for (size_t i = 0; i < list->item_count; i++)
        add_item(writing, &list->items[i]);
    buffer_add_byte(writing->buffer, '\n');
}

static void add_chart(struct buffer *buffer, const struct chart *chart)
{
    add_wrapped(buffer, "Figur: ", chart->title);
    add_wrapped(buffer, "       ", chart->alt);
    buffer_add_byte(buffer, '\n');
}

static void add_block(const struct writing *writing, const struct block *block)
{
    struct buffer *buffer = writing->buffer;
    const bool quoted = block->kind == BLOCK_PARAGRAPH && block->as.paragraph.look == PARAGRAPH_QUOTE;
    switch (block->kind) {
    case BLOCK_HEADING:
        add_heading(buffer, block->as.heading.text, block->as.heading.level);
        break;
    case BLOCK_PARAGRAPH:
        add_paragraph(writing, quoted ? "    " : "", &block->as.paragraph);
        buffer_add_byte(buffer, '\n');
        break;
    case BLOCK_LIST:
        add_list(writing, &block->as.list);
        break;
    case BLOCK_TABLE:
        add_table(buffer, block->as.table);
        break;
    case BLOCK_CHART:
        add_chart(buffer, block->as.chart);
        break;
    }
}

static void add_cover(struct buffer *buffer, const struct document *document, struct sv mark)
{
    const struct cover *cover = &document->cover;
    add_wrapped(buffer, "", mark);
    if (cover->preliminary)
        add_wrapped(buffer, "", sv_of("FORELØBIG"));
    add_wrapped(buffer, "", cover->municipality);
    add_wrapped(buffer, "", cover->unit);
    buffer_add_byte(buffer, '\n');
    add_heading(buffer, cover->title, 1);
    add_wrapped(buffer, "", cover->subtitle);
    for (size_t i = 0; i < cover->line_count; i++)
        add_wrapped(buffer, "", cover->lines[i]);
    if (document->date != DAY_NONE) {
        struct buffer date = buffer_in(buffer->arena);
        buffer_add_text(&date, "Dateret ");
        danish_date(&date, document->date);
        add_wrapped(buffer, "", buffer_view(&date));
    }
    buffer_add_byte(buffer, '\n');
}

void render_text(struct buffer *buffer, const struct released_document *document)
{
    const struct document *content = released_content(document);
    const struct writing writing = {buffer, content};
    add_cover(buffer, content, released_mark(document));
    for (size_t i = 0; i < content->section_count; i++) {
        const struct section *section = &content->sections[i];
        add_heading(buffer, section->title, 1);
        for (size_t b = 0; b < section->block_count; b++)
            add_block(&writing, &section->blocks[b]);
    }
}
