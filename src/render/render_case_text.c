/*
 * The case paper as plain text to paste into a case system: UTF-8, LF, a blank line between paragraphs, no
 * wrapping within one, and no mark for a page, for the first line says what the paper is.
 */
#include "link_text.h"
#include "render.h"

/* A paragraph's words on one line. */
static void add_words(struct buffer *buffer, struct sv text)
{
    text = sv_trim(text);
    for (size_t i = 0; i < text.size; i++)
        buffer_add_byte(buffer, text.data[i] == '\n' ? ' ' : text.data[i]);
    buffer_add_byte(buffer, '\n');
}

static void add_line(struct buffer *buffer, struct sv text)
{
    if (text.size)
        add_words(buffer, text);
}

static void add_apart(struct buffer *buffer, struct sv text)
{
    add_line(buffer, text);
    if (text.size)
        buffer_add_byte(buffer, '\n');
}

/* The paper has no tables: what a text says of one of the report's stands without a reference. */
static struct sv no_words(const void *of, struct sv id)
{
    (void)of;
    (void)id;
    return (struct sv){0};
}

static struct sv words_of(const struct buffer *buffer, const struct paragraph *paragraph)
{
    return paragraph_text_with_links(buffer->arena, paragraph, no_words, NULL);
}

static void add_list(struct buffer *buffer, const struct list *list)
{
    for (size_t i = 0; i < list->item_count; i++) {
        const struct paragraph *item = &list->items[i];
        for (uint8_t depth = 0; depth < item->depth; depth++)
            buffer_add_text(buffer, "   ");
        buffer_add(buffer, item_label(buffer->arena, item, "- "));
        add_words(buffer, words_of(buffer, item));
    }
    buffer_add_byte(buffer, '\n');
}

/* Tables and charts are the report's; the paper points to them. */
static void add_reference(struct buffer *buffer, const char *what, struct sv title)
{
    add_apart(buffer, sv_format(buffer->arena, "(Se %s »%.*s« i rapporten.)", what, SV_ARG(title)));
}

static void add_block(struct buffer *buffer, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        add_apart(buffer, block->as.heading.text);
        break;
    case BLOCK_PARAGRAPH:
        add_apart(buffer, words_of(buffer, &block->as.paragraph));
        break;
    case BLOCK_LIST:
        add_list(buffer, &block->as.list);
        break;
    case BLOCK_TABLE:
        add_reference(buffer, "tabellen", block->as.table->title);
        break;
    case BLOCK_CHART:
        add_reference(buffer, "figuren", block->as.chart->title);
        break;
    }
}

static void add_front(struct buffer *buffer, const struct cover *cover)
{
    add_apart(buffer, cover->subtitle);
    if (cover->preliminary)
        add_apart(buffer, sv_of("FORELØBIG"));
    add_apart(buffer, cover->title);
    add_line(buffer, cover->municipality);
    add_line(buffer, cover->unit);
}

void render_case_text(struct buffer *buffer, const struct released_document *document)
{
    const struct document *content = released_content(document);
    add_front(buffer, &content->cover);
    for (size_t i = 0; i < content->section_count; i++) {
        const struct section *section = &content->sections[i];
        buffer_add_byte(buffer, '\n');
        add_apart(buffer, section->title);
        for (size_t b = 0; b < section->block_count; b++)
            add_block(buffer, &section->blocks[b]);
        while (buffer->size > 1 && buffer->data[buffer->size - 1] == '\n' &&
               buffer->data[buffer->size - 2] == '\n')
            buffer->size--;
    }
}
