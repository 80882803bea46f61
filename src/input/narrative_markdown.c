#include "narrative_markdown.h"

#include "narrative_marks.h"
#include "text_clean.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 8 }; /* list levels that are told apart */

/* One walk through the parsed text. */
struct walk {
    struct arena *arena;
    struct diag *diag;
    struct narrative *narrative;
    struct marked_text marked;
    int strong; /* how many of them the walk is within */
    int emphasis;
    int images;
    int quotes;
    int lists;
    bool list_begins;         /* an outermost list was entered, its first item not yet added */
    bool item_waits;          /* an item was entered, its words not yet come to */
    enum narrative_mark mark; /* of the item that waits */
    int number;
    int numbers[DEEPEST]; /* of the next item, by list level */
    struct sv link;
    struct buffer words; /* of the span being gathered */
    uint32_t words_line;
    uint32_t html_line;    /* that a finding on HTML was last added for */
    uint32_t control_line; /* likewise on control characters */
};

/* ---- Memory ---- */

/*
 * What to do when memory runs out. libcmark tells its allocator nothing of who asks, so it cannot be
 * passed in. Each thread has a variable of its own, which is set only while the thread is in narrative_parse.
 * libcmark never asks for no bytes at all, which need not give any memory.
 */
static _Thread_local void (*exhausted)(void);

static void *checked(void *memory)
{
    if (!memory)
        exhausted();
    return memory;
}

static void *hook_calloc(size_t count, size_t size)
{
    return checked(calloc(count, size));
}

static void *hook_realloc(void *memory, size_t size)
{
    return checked(realloc(memory, size));
}

/* ---- Blocks and spans ---- */

static uint32_t line_of(const struct walk *walk, cmark_node *node)
{
    return marked_line(&walk->marked, cmark_node_get_start_line(node));
}

/* The block that words go to. From begin_words to finish_words there is one, and words stand nowhere else. */
static struct narrative_block *open_block(const struct walk *walk)
{
    const struct narrative *narrative = walk->narrative;
    return &narrative->blocks[narrative->block_count - 1];
}

static struct narrative_block *add_block(struct walk *walk, enum narrative_kind kind, uint32_t line)
{
    struct narrative *narrative = walk->narrative;
    narrative->blocks = arena_grow(walk->arena, narrative->blocks, narrative->block_count,
                                   &narrative->block_capacity, sizeof *narrative->blocks);
    struct narrative_block *block = &narrative->blocks[narrative->block_count++];
    *block = (struct narrative_block){.kind = kind, .line = line};
    return block;
}

static void add_span(struct walk *walk, struct narrative_span span)
{
    struct narrative_block *block = open_block(walk);
    block->spans =
        arena_grow(walk->arena, block->spans, block->span_count, &block->span_capacity, sizeof *block->spans);
    span.strong = walk->strong > 0;
    span.emphasis = walk->emphasis > 0;
    span.link = walk->link;
    block->spans[block->span_count++] = span;
}

static void report(const struct walk *walk, enum diag_code code, uint32_t line, struct sv value)
{
    const struct place place = {.file = walk->narrative->file, .line = line};
    diag_value(walk->diag, code, place, text_for_finding(walk->arena, text_clean(walk->arena, value).text));
}

static void report_control(struct walk *walk, struct sv words)
{
    if (walk->words_line != walk->control_line)
        report(walk, DIAG_CONTROL_REMOVED, walk->words_line, words);
    walk->control_line = walk->words_line;
}

/* Ends the span of words being gathered; before the look, the link or the block changes. */
static void end_words(struct walk *walk)
{
    const struct sv words = buffer_view(&walk->words);
    if (!words.size)
        return;
    const struct cleaned_text clean = text_clean_piece(walk->arena, words);
    if (clean.control_removed)
        report_control(walk, clean.text);
    if (clean.text.size)
        add_span(walk, (struct narrative_span){.text = clean.text, .line = walk->words_line});
    walk->words = buffer_in(walk->arena);
}

static void add_words(struct walk *walk, struct sv words, uint32_t line)
{
    if (!walk->words.size)
        walk->words_line = line;
    buffer_add(&walk->words, words);
}

static void add_marked(struct walk *walk, struct sv text, uint32_t line)
{
    const struct marked_placeholder *placeholder;
    struct sv words;
    while (marked_split(&walk->marked, &text, &words, &placeholder)) {
        add_words(walk, words, line);
        if (!placeholder)
            continue;
        end_words(walk);
        add_span(walk, (struct narrative_span){
                           .text = placeholder->text, .line = placeholder->line, .placeholder = true});
    }
}

/* ---- Block nodes ---- */

static uint8_t item_depth(const struct walk *walk)
{
    const int depth = walk->lists < DEEPEST ? walk->lists : DEEPEST;
    return (uint8_t)(depth - 1);
}

/* Whether the last block is an item of the list that the walk is in, so that words go on in it. */
static bool continues_item(const struct walk *walk)
{
    if (walk->item_waits || !walk->narrative->block_count)
        return false;
    const struct narrative_block *last = open_block(walk);
    return last->kind == NARRATIVE_ITEM && last->depth == item_depth(walk);
}

static void begin_item_words(struct walk *walk, uint32_t line)
{
    if (continues_item(walk)) {
        add_words(walk, sv_of("\n"), line);
        return;
    }
    struct narrative_block *block = add_block(walk, NARRATIVE_ITEM, line);
    block->depth = item_depth(walk);
    block->mark = walk->item_waits ? walk->mark : NARRATIVE_CONTINUED;
    block->number = walk->number;
    block->begins_list = walk->list_begins;
    walk->list_begins = false;
    walk->item_waits = false;
}

static void begin_words(struct walk *walk, uint32_t line)
{
    if (walk->lists)
        begin_item_words(walk, line);
    else
        add_block(walk, walk->quotes ? NARRATIVE_QUOTE : NARRATIVE_PARAGRAPH, line);
}

/* In a list or a quotation a heading is words like others. */
static void begin_heading(struct walk *walk, cmark_node *node)
{
    if (walk->lists || walk->quotes)
        begin_words(walk, line_of(walk, node));
    else
        add_block(walk, NARRATIVE_HEADING, line_of(walk, node))->level = cmark_node_get_heading_level(node);
}

/* A block of which nothing is left, such as a paragraph of one image, is none. */
static void finish_words(struct walk *walk)
{
    end_words(walk);
    const struct narrative_block *last = open_block(walk);
    if (last->span_count)
        return;
    walk->item_waits = last->kind == NARRATIVE_ITEM && last->mark != NARRATIVE_CONTINUED;
    walk->list_begins = walk->list_begins || last->begins_list;
    walk->narrative->block_count--;
}

static void read_code_block(struct walk *walk, cmark_node *node)
{
    struct sv code = sv_of(cmark_node_get_literal(node));
    if (sv_ends_with(code, sv_of("\n")))
        code = sv_slice(code, 0, code.size - 1);
    begin_words(walk, line_of(walk, node));
    add_marked(walk, code, line_of(walk, node));
    finish_words(walk);
}

static void enter_list(struct walk *walk, cmark_node *node)
{
    walk->list_begins = walk->list_begins || walk->lists == 0;
    walk->lists++;
    walk->numbers[item_depth(walk)] = cmark_node_get_list_start(node);
}

static void enter_item(struct walk *walk, cmark_node *node)
{
    const bool ordered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
    walk->item_waits = true;
    walk->mark = ordered ? NARRATIVE_NUMBER : NARRATIVE_BULLET;
    walk->number = walk->numbers[item_depth(walk)]++;
}

/* ---- Inline nodes ---- */

static bool begins_with(struct sv text, const char *lower)
{
    const size_t size = strlen(lower);
    for (size_t i = 0; i < size; i++)
        if (i >= text.size || (text.data[i] | 0x20) != (lower[i] | 0x20))
            return false;
    return text.size > size;
}

static bool is_allowed(struct sv address)
{
    if (sv_find(address, MARK_BEGIN) != SIZE_MAX)
        return false;
    return begins_with(address, "https://") || begins_with(address, "http://") ||
           begins_with(address, "mailto:") || (address.size > 1 && address.data[0] == '#');
}

/* With every byte that an address may not hold as %XX (RFC 3986, section 2). */
static struct sv encoded(struct arena *arena, struct sv address)
{
    struct buffer buffer = buffer_in(arena);
    for (size_t i = 0; i < address.size; i++) {
        const unsigned char byte = (unsigned char)address.data[i];
        if (byte > 0x20 && byte < 0x7F && !strchr("\"<>\\^`{|}", byte))
            buffer_add_byte(&buffer, (char)byte);
        else
            buffer_format(&buffer, "%%%02X", byte);
    }
    return buffer_view(&buffer);
}

static void enter_link(struct walk *walk, cmark_node *node)
{
    const struct sv address = sv_of(cmark_node_get_url(node));
    end_words(walk);
    if (is_allowed(address))
        walk->link = encoded(walk->arena, address);
    else
        report(walk, DIAG_LINK_LEFT_OUT, line_of(walk, node), address);
}

static void leave_html_out(struct walk *walk, cmark_node *node)
{
    const uint32_t line = line_of(walk, node);
    struct sv html = sv_of(cmark_node_get_literal(node));
    struct sv first = html;
    sv_split(&html, '\n', &first);
    if (line != walk->html_line)
        report(walk, DIAG_HTML_LEFT_OUT, line, first);
    walk->html_line = line;
}

/* "|---|:-:|": what stands below the headings of a table in other kinds of Markdown. */
static bool is_table_rule(struct sv line)
{
    for (size_t i = 0; i < line.size; i++)
        if (!strchr("|-: ", line.data[i]))
            return false;
    return sv_find(line, '|') != SIZE_MAX && sv_find(line, '-') != SIZE_MAX;
}

static bool is_line_end(cmark_node *node)
{
    return node && cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK;
}

/* The table stays as it is written. */
static void find_table(const struct walk *walk, cmark_node *text)
{
    cmark_node *before = cmark_node_previous(text);
    cmark_node *after = cmark_node_next(text);
    const struct sv line = sv_of(cmark_node_get_literal(text));
    if (is_line_end(before) && (!after || is_line_end(after)) && is_table_rule(line))
        report(walk, DIAG_TABLE_IN_TEXT, line_of(walk, text), line);
}

static void read_inline(struct walk *walk, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        find_table(walk, node);
        add_marked(walk, sv_of(cmark_node_get_literal(node)), line_of(walk, node));
        break;
    case CMARK_NODE_CODE:
        add_marked(walk, sv_of(cmark_node_get_literal(node)), line_of(walk, node));
        break;
    case CMARK_NODE_SOFTBREAK:
        add_words(walk, sv_of(" "), line_of(walk, node));
        break;
    case CMARK_NODE_LINEBREAK:
        add_words(walk, sv_of("\n"), line_of(walk, node));
        break;
    case CMARK_NODE_HTML_INLINE:
        leave_html_out(walk, node);
        break;
    default:
        break;
    }
}

/* ---- The walk ---- */

static void step(struct walk *walk, int *counter, bool enters)
{
    end_words(walk);
    *counter += enters ? 1 : -1;
}

static void visit_image(struct walk *walk, cmark_node *node, bool enters)
{
    if (enters && !walk->images)
        report(walk, DIAG_IMAGE_LEFT_OUT, line_of(walk, node), sv_of(cmark_node_get_url(node)));
    walk->images += enters ? 1 : -1;
}

static void visit_link(struct walk *walk, cmark_node *node, bool enters)
{
    if (enters) {
        enter_link(walk, node);
        return;
    }
    end_words(walk);
    walk->link = (struct sv){0};
}

static void visit_inline(struct walk *walk, cmark_node *node, bool enters)
{
    const int type = (int)cmark_node_get_type(node);
    if (type == CMARK_NODE_IMAGE)
        visit_image(walk, node, enters);
    else if (walk->images)
        return;
    else if (type == CMARK_NODE_LINK)
        visit_link(walk, node, enters);
    else if (type == CMARK_NODE_EMPH)
        step(walk, &walk->emphasis, enters);
    else if (type == CMARK_NODE_STRONG)
        step(walk, &walk->strong, enters);
    else
        read_inline(walk, node);
}

static void enter_block(struct walk *walk, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        begin_words(walk, line_of(walk, node));
        break;
    case CMARK_NODE_HEADING:
        begin_heading(walk, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        read_code_block(walk, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        leave_html_out(walk, node);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        walk->quotes++;
        break;
    case CMARK_NODE_LIST:
        enter_list(walk, node);
        break;
    case CMARK_NODE_ITEM:
        enter_item(walk, node);
        break;
    default:
        break;
    }
}

static void leave_block(struct walk *walk, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        finish_words(walk);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        walk->quotes--;
        break;
    case CMARK_NODE_LIST:
        walk->lists--;
        break;
    case CMARK_NODE_ITEM:
        walk->item_waits = false;
        break;
    default:
        break;
    }
}

static bool is_inline(cmark_node *node)
{
    return cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE; /* types of blocks come before those */
}

static void walk_tree(struct walk *walk, cmark_node *root)
{
    cmark_iter *steps = cmark_iter_new(root);
    for (cmark_event_type event = cmark_iter_next(steps); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(steps)) {
        cmark_node *node = cmark_iter_get_node(steps);
        const bool enters = event == CMARK_EVENT_ENTER;
        if (is_inline(node))
            visit_inline(walk, node, enters);
        else if (enters)
            enter_block(walk, node);
        else
            leave_block(walk, node);
    }
    cmark_iter_free(steps);
}

/* The tree keeps the address of `memory`. */
static cmark_node *parse(struct sv text, cmark_mem *memory)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);
    cmark_parser_feed(parser, sv_bytes(text), text.size);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

void narrative_parse(struct narrative *narrative, struct arena *arena, struct diag *diag, struct sv text)
{
    struct walk walk = {.arena = arena, .diag = diag, .narrative = narrative, .words = buffer_in(arena)};
    cmark_mem memory = {hook_calloc, hook_realloc, free};
    exhausted = arena->exhausted ? arena->exhausted : abort;
    walk.marked = placeholders_mark(arena, diag, narrative->file, text);
    cmark_node *root = parse(walk.marked.text, &memory);
    walk_tree(&walk, root);
    cmark_node_free(root);
    exhausted = NULL;
}

struct sv narrative_block_text(struct arena *arena, const struct narrative_block *block)
{
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < block->span_count; i++) {
        const struct narrative_span *span = &block->spans[i];
        buffer_add_text(&text, span->placeholder ? "{{" : "");
        buffer_add(&text, span->text);
        buffer_add_text(&text, span->placeholder ? "}}" : "");
    }
    return buffer_view(&text);
}
