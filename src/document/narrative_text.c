#include "narrative_text.h"

#include "cell_text.h"
#include "narrative_figure.h"
#include "text_da.h"

static const struct sv nothing = {0};

/* ---- Which text ---- */

static const struct narrative *find_text(const struct data_set *data, const char *chapter, struct sv period)
{
    for (size_t i = 0; i < data->narrative_count; i++) {
        const struct narrative *narrative = &data->narratives[i];
        if (sv_is(narrative->chapter, chapter) && sv_equal(narrative->period, period))
            return narrative;
    }
    return NULL;
}

static struct sv report_period(const struct section_context *context)
{
    return period_name(&context->figures->periods[context->figures->report]);
}

/* The period's own, else the one for every period; NULL: there is none. */
static const struct narrative *file_of(const struct section_context *context, const char *chapter)
{
    const struct narrative *own = find_text(context->data, chapter, report_period(context));
    return own ? own : find_text(context->data, chapter, nothing);
}

/* NULL: there is none, or nothing in it. */
static const struct narrative *text_of(const struct section_context *context, const char *chapter)
{
    const struct narrative *text = file_of(context, chapter);
    return text && text->block_count ? text : NULL;
}

static void note_missing(const struct section_context *context, const char *name)
{
    const struct chapter *chapter = chapter_named(sv_of(name));
    const struct narrative *empty = file_of(context, name);
    if (!chapter || !chapter->expected)
        return;
    diag_add(context->diag, DIAG_TEXT_MISSING, (struct place){0}, nothing, sv_of(chapter->title),
             empty ? empty->file : sv_format(context->document->arena, "tekster/%s.md", name),
             sv_of(empty ? "er tom" : "mangler"));
}

/* ---- Its blocks ---- */

/* A text on its way into a section. */
struct writing {
    const struct section_context *context;
    struct section *section;
    const struct narrative *text;
    struct list *list; /* the last block is this one */
    int first_level;   /* of the headings as written; 0: none yet */
};

static void note_reference(const struct writing *writing, const struct narrative_span *span)
{
    struct document *document = writing->context->document;
    const size_t count = document->reference_count;
    const struct sv id = sv_slice(span->link, 1, span->link.size);
    if (!sv_starts_with(span->link, sv_of("#")))
        return;
    if (count && document->references[count - 1].id.data == id.data)
        return; /* more words of the same link */
    document->references = arena_grow(document->arena, document->references, document->reference_count,
                                      &document->reference_capacity, sizeof *document->references);
    document->references[document->reference_count++] = (struct table_reference){
        .id = id,
        .place = {.file = writing->text->file, .line = span->line},
    };
}

static void write_span(const struct writing *writing, struct paragraph *paragraph,
                       const struct narrative_span *span)
{
    const struct section_context *context = writing->context;
    const struct place place = {.file = writing->text->file, .line = span->line};
    struct cell cell = cell_of_text(span->text);
    struct placeholder placeholder;
    cell.strong = span->strong;
    cell.emphasis = span->emphasis;
    cell.link = span->link;
    note_reference(writing, span);
    if (!span->placeholder)
        paragraph_add(context->document, paragraph, cell);
    else if (placeholder_parse(context->data, span->text, place, NULL, context->document->arena,
                               &placeholder))
        placeholder_say(context, paragraph, &placeholder, &cell, place);
}

static void write_spans(const struct writing *writing, struct paragraph *paragraph,
                        const struct narrative_block *block)
{
    for (size_t i = 0; i < block->span_count; i++)
        write_span(writing, paragraph, &block->spans[i]);
}

static bool repeats_title(const struct writing *writing, struct sv heading)
{
    struct arena *arena = writing->context->document->arena;
    return writing->section->block_count == 0 &&
           sv_equal(danish_fold(arena, heading), danish_fold(arena, writing->section->title));
}

/* The first level lies below the section's own; all deeper ones below that. */
static void write_heading(struct writing *writing, const struct narrative_block *block)
{
    struct document *document = writing->context->document;
    struct paragraph words = {0};
    write_spans(writing, &words, block);
    const struct sv text = paragraph_text(document->arena, &words);
    if (repeats_title(writing, text))
        return;
    if (!writing->first_level)
        writing->first_level = block->level;
    section_add_heading(document, writing->section, block->level <= writing->first_level ? 2 : 3, text);
}

/* An item is set in one level more than the one before it at the most. */
static uint8_t item_depth(const struct list *list, uint8_t depth)
{
    if (!list->item_count)
        return 0;
    const int deepest = list->items[list->item_count - 1].depth + 1;
    return depth < deepest ? depth : (uint8_t)deepest;
}

static void write_item(struct writing *writing, const struct narrative_block *block)
{
    static const enum item_mark marks[] = {
        [NARRATIVE_BULLET] = ITEM_BULLET,
        [NARRATIVE_NUMBER] = ITEM_NUMBER,
        [NARRATIVE_CONTINUED] = ITEM_CONTINUED,
    };
    struct document *document = writing->context->document;
    if (!writing->list || block->begins_list)
        writing->list = section_add_list(document, writing->section);
    const uint8_t depth = item_depth(writing->list, block->depth);
    struct paragraph *item = list_add_item(document, writing->list);
    item->depth = depth;
    item->mark = marks[block->mark];
    item->number = block->number;
    write_spans(writing, item, block);
}

static void write_paragraph(const struct writing *writing, const struct narrative_block *block,
                            enum paragraph_look look)
{
    struct document *document = writing->context->document;
    write_spans(writing, section_add_paragraph(document, writing->section, look), block);
}

static void write_block(struct writing *writing, const struct narrative_block *block)
{
    if (block->kind != NARRATIVE_ITEM)
        writing->list = NULL;
    switch (block->kind) {
    case NARRATIVE_HEADING:
        write_heading(writing, block);
        break;
    case NARRATIVE_PARAGRAPH:
        write_paragraph(writing, block, PARAGRAPH_BODY);
        break;
    case NARRATIVE_QUOTE:
        write_paragraph(writing, block, PARAGRAPH_QUOTE);
        break;
    case NARRATIVE_ITEM:
        write_item(writing, block);
        break;
    }
}

bool has_narrative(const struct section_context *context, const char *chapter)
{
    return text_of(context, chapter) != NULL;
}

bool add_narrative(const struct section_context *context, struct section *section, const char *chapter)
{
    struct writing writing = {.context = context, .section = section, .text = text_of(context, chapter)};
    if (!writing.text) {
        note_missing(context, chapter);
        return false;
    }
    section->narrated = true;
    for (size_t i = 0; i < writing.text->block_count; i++)
        write_block(&writing, &writing.text->blocks[i]);
    return true;
}

void add_long_text(const struct section_context *context, struct section *section, enum paragraph_look look,
                   struct sv text)
{
    struct sv line;
    while (sv_split(&text, '\n', &line)) {
        const struct sv words = sv_trim(line);
        if (words.size)
            paragraph_add_sv(context->document, section_add_paragraph(context->document, section, look),
                             words);
    }
}

/* ---- References to tables ---- */

static struct sv nearest_table(const struct document *document, struct sv id)
{
    struct sv nearest = nothing;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < document->section_count; i++)
        for (size_t b = 0; b < document->sections[i].block_count; b++) {
            const struct block *block = &document->sections[i].blocks[b];
            const size_t distance =
                block->kind == BLOCK_TABLE ? edit_distance(block->as.table->id, id) : SIZE_MAX;
            if (distance < least) {
                least = distance;
                nearest = block->as.table->id;
            }
        }
    return nearest;
}

void narrative_check_links(const struct document *document, struct diag *diag)
{
    for (size_t i = 0; i < document->reference_count; i++) {
        const struct table_reference *reference = &document->references[i];
        if (!document_table(document, reference->id))
            diag_detail(diag, DIAG_TABLE_REFERENCE_UNKNOWN, reference->place, reference->id,
                        nearest_table(document, reference->id));
    }
}
