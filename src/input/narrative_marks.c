#include "narrative_marks.h"

#include "text_clean.h"

/* The text on its way through. */
struct marking {
    struct arena *arena;
    struct diag *diag;
    struct sv file;
    struct sv text;
    size_t at;
    uint32_t line;         /* of the file */
    uint32_t control_line; /* that a finding on control characters was last added for */
    struct buffer out;
    struct marked_text marked;
};

static char byte_at(struct sv text, size_t at)
{
    return at < text.size ? text.data[at] : '\0';
}

static bool is_pair(struct sv text, size_t at, char brace)
{
    return byte_at(text, at) == brace && byte_at(text, at + 1) == brace;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool is_escaped(struct sv text, size_t at)
{
    size_t slashes = 0;
    while (slashes < at && text.data[at - slashes - 1] == '\\')
        slashes++;
    return slashes % 2 == 1;
}

/* Where the words of the line after a line's end begin, past what marks a quotation; on a blank line its end.
 */
static size_t next_words(struct sv text, size_t at)
{
    while (is_blank(byte_at(text, at)) || byte_at(text, at) == '>')
        at++;
    return at;
}

/* Where `}}` stands; SIZE_MAX when the placeholder that opens at `from` is not closed. */
static size_t closing_braces(struct sv text, size_t from)
{
    for (size_t at = from; at < text.size; at++) {
        if (is_pair(text, at, '}'))
            return at;
        if (is_pair(text, at, '{'))
            return SIZE_MAX;
        if (text.data[at] == '\n' && byte_at(text, next_words(text, at + 1)) == '\n')
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

static void begin_line(struct marking *marking)
{
    struct marked_text *marked = &marking->marked;
    marked->lines = arena_grow(marking->arena, marked->lines, marked->line_count, &marked->line_capacity,
                               sizeof *marked->lines);
    marked->lines[marked->line_count++] = marking->line;
}

/* The placeholder's text on one line; the file's lines that it goes over are counted. */
static struct sv joined(struct marking *marking, size_t end)
{
    struct buffer inside = buffer_in(marking->arena);
    while (marking->at < end) {
        const char byte = marking->text.data[marking->at];
        const bool blank = byte == '\n' || is_blank(byte);
        if (!blank)
            buffer_add_byte(&inside, byte);
        else if (inside.size && inside.data[inside.size - 1] != ' ')
            buffer_add_byte(&inside, ' ');
        marking->at++;
        if (byte != '\n')
            continue;
        marking->line++;
        marking->at = next_words(marking->text, marking->at);
    }
    return text_clean(marking->arena, buffer_view(&inside)).text;
}

static void take_placeholder(struct marking *marking, size_t end)
{
    struct marked_text *marked = &marking->marked;
    marked->placeholders = arena_grow(marking->arena, marked->placeholders, marked->count, &marked->capacity,
                                      sizeof *marked->placeholders);
    struct marked_placeholder *placeholder = &marked->placeholders[marked->count];
    placeholder->line = marking->line;
    marking->at += 2;
    placeholder->text = joined(marking, end);
    marking->at = end + 2;
    buffer_format(&marking->out, "%c%zu%c", MARK_BEGIN, marked->count++, MARK_END);
}

/* The finding shows the line from there on; of a long one no more is looked at than it may show. */
static void report(const struct marking *marking, enum diag_code code)
{
    enum { LOOKED_AT = 4 * DIAG_VALUE_LONGEST };
    const struct sv near = sv_slice(marking->text, marking->at, LOOKED_AT + 1);
    struct sv rest = sv_cut(marking->arena, near, LOOKED_AT);
    struct sv line = rest;
    sv_split(&rest, '\n', &line);
    diag_value(marking->diag, code, (struct place){.file = marking->file, .line = marking->line},
               text_for_finding(marking->arena, text_clean(marking->arena, line).text));
}

/* What the file itself holds of the bytes of marks goes, like other control characters. */
static void take_byte(struct marking *marking)
{
    const char byte = marking->text.data[marking->at];
    const bool is_of_mark = byte == MARK_BEGIN || byte == MARK_END;
    if (is_of_mark && marking->line != marking->control_line) {
        report(marking, DIAG_CONTROL_REMOVED);
        marking->control_line = marking->line;
    }
    marking->at++;
    if (!is_of_mark)
        buffer_add_byte(&marking->out, byte);
    if (byte != '\n')
        return;
    marking->line++;
    begin_line(marking);
}

struct marked_text placeholders_mark(struct arena *arena, struct diag *diag, struct sv file, struct sv text)
{
    struct marking marking = {
        .arena = arena, .diag = diag, .file = file, .text = text, .line = 1, .out = buffer_in(arena)};
    begin_line(&marking);
    while (marking.at < text.size) {
        const bool opens = is_pair(text, marking.at, '{') && !is_escaped(text, marking.at);
        const size_t end = opens ? closing_braces(text, marking.at + 2) : SIZE_MAX;
        if (end != SIZE_MAX) {
            take_placeholder(&marking, end);
            continue;
        }
        if (opens) {
            report(&marking, DIAG_PLACEHOLDER_NOT_CLOSED);
            take_byte(&marking);
        }
        take_byte(&marking);
    }
    marking.marked.text = buffer_view(&marking.out);
    return marking.marked;
}

uint32_t marked_line(const struct marked_text *marked, int line)
{
    if (line < 1)
        return 1;
    const size_t index = (size_t)line <= marked->line_count ? (size_t)line - 1 : marked->line_count - 1;
    return marked->lines[index];
}

/* The placeholder of the mark that `mark` begins with; NULL and 0 when there is none. */
static const struct marked_placeholder *placeholder_at(const struct marked_text *marked, struct sv mark,
                                                       size_t *size)
{
    size_t number = 0;
    size_t at = 1;
    for (; byte_at(mark, at) >= '0' && byte_at(mark, at) <= '9' && number < marked->count; at++)
        number = number * 10 + (size_t)(mark.data[at] - '0');
    *size = at + 1;
    return at > 1 && byte_at(mark, at) == MARK_END && number < marked->count ? &marked->placeholders[number]
                                                                             : NULL;
}

bool marked_split(const struct marked_text *marked, struct sv *rest, struct sv *words,
                  const struct marked_placeholder **placeholder)
{
    size_t size = 0;
    *placeholder = NULL;
    if (!rest->size)
        return false;
    for (size_t at = 0; at < rest->size; at++) {
        if (rest->data[at] != MARK_BEGIN)
            continue;
        *placeholder = placeholder_at(marked, sv_slice(*rest, at, rest->size), &size);
        if (!*placeholder)
            continue;
        *words = sv_slice(*rest, 0, at);
        *rest = sv_slice(*rest, at + size, rest->size);
        return true;
    }
    *words = *rest;
    *rest = sv_slice(*rest, rest->size, 0);
    return true;
}
