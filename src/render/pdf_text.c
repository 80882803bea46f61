#include "pdf_text.h"

#include "buffer.h"
#include "layout_lines.h"
#include "pdf_object.h"

enum { SOFT_HYPHEN = (char)0xC2, SOFT_HYPHEN_SIZE = 2 }; /* U+00AD: the first of its bytes in UTF-8 */

static const double tolerance = 0.01; /* points; sums of widths are not exact */

/* The spans as one text, so that a place in it is one number. */
struct source {
    struct arena *arena;
    const struct text_span *spans;
    size_t span_count;
    size_t *starts; /* where each span begins; one more: where the last ends */
    struct sv text;
    double limit;
};

/* What stands between two places where a line may break. */
struct segment {
    size_t end;   /* with the blank or hyphen that ends it */
    size_t shown; /* without a blank */
    char
        last; /* what it ends with: ' ', '\t', '\n', '-', '/', the first byte of a soft hyphen; 0: the text */
};

static struct source join(struct arena *arena, const struct text_span *spans, size_t count, double limit)
{
    struct source source = {.arena = arena, .spans = spans, .span_count = count, .limit = limit};
    struct buffer text = buffer_in(arena);
    source.starts = arena_array(arena, count + 1, sizeof *source.starts);
    for (size_t i = 0; i < count; i++) {
        source.starts[i] = text.size;
        if (count > 1)
            buffer_add(&text, spans[i].text);
        else
            text.size = spans[i].text.size;
    }
    source.starts[count] = text.size;
    source.text = count == 1 ? spans[0].text : buffer_view(&text);
    return source;
}

static bool is_letter(unsigned char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}

static bool is_soft_hyphen(struct sv text, size_t at)
{
    return at + 1 < text.size && (unsigned char)text.data[at] == 0xC2 &&
           (unsigned char)text.data[at + 1] == 0xAD;
}

/* Length of what a line may be broken after at this place; 0 when it may not be. */
static size_t break_at(struct sv text, size_t at)
{
    char byte = text.data[at];
    if (byte == ' ' || byte == '\n' || byte == '\t')
        return 1;
    if (is_soft_hyphen(text, at))
        return 2;
    bool joint = byte == '-' || byte == '/';
    bool between = at > 0 && at + 1 < text.size && is_letter((unsigned char)text.data[at - 1]) &&
                   is_letter((unsigned char)text.data[at + 1]);
    return joint && between ? 1 : 0;
}

/* The span that has the byte at `at`; span_count when there is none. Many spans may have no text. */
static size_t span_at(const struct source *source, size_t at)
{
    size_t low = 0, high = source->span_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (source->starts[middle + 1] > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static double width_between(const struct source *source, size_t from, size_t to)
{
    double width = 0;
    for (size_t i = span_at(source, from); i < source->span_count && source->starts[i] < to; i++) {
        size_t start = source->starts[i] > from ? source->starts[i] : from;
        size_t end = source->starts[i + 1] < to ? source->starts[i + 1] : to;
        if (start < end)
            width += text_width(source->spans[i].type, sv_slice(source->text, start, end - start));
    }
    return width;
}

static bool is_too_wide(const struct source *source, double width)
{
    return width > source->limit + tolerance;
}

/* As width_between; of a word too wide for a line only so much is measured as shows that, so that a word
 * over many lines is not measured to its end for each of them. */
static double width_of_word(const struct source *source, size_t from, size_t to)
{
    enum { FIRST_MEASURED = 256 };
    for (size_t size = FIRST_MEASURED; size < to - from; size *= 2) {
        size_t end = from + size;
        while (end > from && ((unsigned char)source->text.data[end] & 0xC0) == 0x80)
            end--;
        const double width = width_between(source, from, end);
        if (is_too_wide(source, width))
            return width;
    }
    return width_between(source, from, to);
}

static struct segment next_segment(struct sv text, size_t from)
{
    struct segment segment = {.end = from};
    size_t length = 0;
    while (segment.end < text.size && length == 0) {
        length = break_at(text, segment.end);
        segment.shown = segment.end;
        segment.end += length > 0 ? length : 1;
    }
    segment.last = length > 0 ? text.data[segment.shown] : '\0';
    if (segment.last != ' ' && segment.last != '\n' && segment.last != '\t')
        segment.shown = segment.end;
    return segment;
}

static void add_run(const struct source *source, struct text_line *line, size_t span, size_t from, size_t to)
{
    struct text_run *run = &line->runs[line->run_count++];
    run->text = sv_slice(source->text, from, to - from);
    run->type = source->spans[span].type;
    run->link = source->spans[span].link;
    run->x = line->width;
    line->width += text_width(run->type, run->text);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static struct text_line make_line(const struct source *source, size_t from, size_t to)
{
    struct text_line line = {NULL, 0, 0, false};
    while (to > from && (source->text.data[to - 1] == ' ' || source->text.data[to - 1] == '\t'))
        to--;
    line.blank_after = to < source->text.size && is_blank(source->text.data[to]);
    const size_t first = span_at(source, from);
    const size_t after = to > from ? span_at(source, to - 1) + 1 : first;
    line.runs = arena_array(source->arena, after > first ? after - first : 1, sizeof *line.runs);
    for (size_t i = first; i < after; i++) {
        size_t start = source->starts[i] > from ? source->starts[i] : from;
        size_t end = source->starts[i + 1] < to ? source->starts[i + 1] : to;
        if (start < end)
            add_run(source, &line, i, start, end);
    }
    return line;
}

/* The text as items to be broken into lines, and where each item ends in it. */
struct item_list {
    struct line_item *items;
    size_t count, capacity;
    size_t *ends;
    size_t end_capacity;
};

static void add_item(const struct source *source, struct item_list *list, struct line_item item, size_t end)
{
    list->items = arena_grow(source->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->ends = arena_grow(source->arena, list->ends, list->count, &list->end_capacity, sizeof *list->ends);
    list->items[list->count] = item;
    list->ends[list->count++] = end;
}

static double break_cost(char last)
{
    switch (last) {
    case '-':
    case '/':
        return LINE_COST_JOINT;
    case SOFT_HYPHEN:
        return LINE_COST_HYPHEN;
    default:
        return LINE_COST_BLANK;
    }
}

/* A segment, or what is left of one from there. A soft hyphen shows at the end of a line alone. */
static void add_segment(const struct source *source, struct item_list *list, size_t from,
                        const struct segment *segment)
{
    struct line_item item = {.cost = break_cost(segment->last), .forced = segment->last == '\n'};
    item.visible = item.width = width_between(source, from, segment->shown);
    if (segment->last == ' ')
        item.width += width_between(source, segment->shown, segment->end);
    if (segment->last == SOFT_HYPHEN)
        item.width = width_between(source, from, segment->shown - SOFT_HYPHEN_SIZE);
    add_item(source, list, item, segment->end);
}

/* Where a word that is wider than the line is cut: after as many characters as fit, at least one. */
static size_t cut_word(const struct source *source, size_t from, size_t to)
{
    double width = 0;
    size_t at = from;
    while (at < to) {
        struct sv rest = sv_slice(source->text, at, to - at);
        size_t before = rest.size;
        utf8_take(&rest);
        size_t next = at + before - rest.size;
        width += width_between(source, at, next);
        if (width > source->limit && at > from)
            return at;
        at = next;
    }
    return to;
}

/* A word that is wider than the line as pieces that each fill one; where the last piece begins. */
static size_t add_pieces(const struct source *source, struct item_list *list, size_t from,
                         const struct segment *word)
{
    while (is_too_wide(source, width_of_word(source, from, word->shown))) {
        const size_t to = cut_word(source, from, word->shown);
        if (to == word->shown)
            break;
        const double width = width_between(source, from, to);
        add_item(source, list, (struct line_item){.width = width, .visible = width}, to);
        from = to;
    }
    return from;
}

static struct item_list itemise(const struct source *source)
{
    struct item_list list = {.count = 0};
    for (size_t at = 0; at < source->text.size;) {
        const struct segment segment = next_segment(source->text, at);
        add_segment(source, &list, add_pieces(source, &list, at, &segment), &segment);
        at = segment.end;
    }
    return list;
}

static struct text_block break_lines(const struct source *source)
{
    const struct item_list list = itemise(source);
    if (list.count == 0)
        return (struct text_block){.line_count = 0};
    size_t *ends = arena_array(source->arena, list.count, sizeof *ends);
    struct text_block block = {.line_count =
                                   lines_break(source->arena, list.items, list.count, source->limit, ends)};
    block.lines = arena_array(source->arena, block.line_count, sizeof *block.lines);
    for (size_t i = 0, from = 0; i < block.line_count; i++) {
        const size_t to = list.ends[ends[i] - 1];
        const bool forced = list.items[ends[i] - 1].forced;
        block.lines[i] = make_line(source, from, forced ? to - 1 : to);
        if (block.lines[i].width > block.width)
            block.width = block.lines[i].width;
        from = to;
    }
    block.lines[block.line_count - 1].blank_after = false;
    return block;
}

struct text_block text_break(struct arena *arena, const struct text_span *spans, size_t count, double width)
{
    struct source source = join(arena, spans, count, width > 1 ? width : 1);
    return break_lines(&source);
}

struct text_block text_break_one(struct arena *arena, struct sv text, const struct pdf_type *type,
                                 double width)
{
    struct text_span *span = arena_alloc(arena, sizeof *span);
    *span = (struct text_span){text, type, NULL};
    return text_break(arena, span, 1, width);
}

double text_width(const struct pdf_type *type, struct sv text)
{
    return pdf_font_width(type->font, type->size, text);
}

double text_widest_word(const struct pdf_type *type, struct sv text)
{
    double widest = 0;
    for (size_t at = 0; at < text.size;) {
        const struct segment segment = next_segment(text, at);
        const double width = text_width(type, sv_slice(text, at, segment.shown - at));
        widest = width > widest ? width : widest;
        at = segment.end;
    }
    return widest;
}

struct sv text_shortened(struct arena *arena, struct sv text, const struct pdf_type *type, double width)
{
    if (text_width(type, text) <= width)
        return text;
    const double room = width - text_width(type, sv_of("…"));
    struct sv rest = text;
    double used = 0;
    size_t end = 0;
    while (rest.size > 0) {
        const size_t at = text.size - rest.size;
        utf8_take(&rest);
        used += text_width(type, sv_slice(text, at, text.size - rest.size - at));
        if (used > room)
            break;
        end = text.size - rest.size;
    }
    return sv_format(arena, "%.*s…", SV_ARG(sv_trim(sv_slice(text, 0, end))));
}

double text_cap_height(const struct pdf_type *type)
{
    return pdf_font_cap_height(type->font, type->size);
}

static void draw_blank(struct pdf_ink *ink, const struct pdf_type *type, struct pdf_point at)
{
    pdf_ink_text(ink, at, type, sv_of(" "));
}

void text_draw(struct pdf_ink *ink, const struct text_line *line, struct pdf_point at)
{
    for (size_t i = 0; i < line->run_count; i++) {
        const struct text_run *run = &line->runs[i];
        pdf_ink_text(ink, (struct pdf_point){at.x + run->x, at.y}, run->type, run->text);
    }
    if (line->blank_after && line->run_count > 0)
        draw_blank(ink, line->runs[line->run_count - 1].type, (struct pdf_point){at.x + line->width, at.y});
}

void text_draw_word(struct pdf_ink *ink, struct sv text, const struct pdf_type *type, struct pdf_point at)
{
    pdf_ink_text(ink, at, type, text);
    draw_blank(ink, type, (struct pdf_point){at.x + text_width(type, text), at.y});
}
