/*
 * Placeholders in a text of tekster/, before Markdown is read: `{{…}}` is taken out and a mark is put in its
 * place, so that Markdown sees neither its underscores nor its `>`, and it may go over a line's end.
 *
 * A mark is MARK_BEGIN, the placeholder's number in decimal, MARK_END: control characters, which clean text
 * does not hold and Markdown takes for letters. Lines that a placeholder joined are remembered. `\{{` is no
 * placeholder. One that is not closed before a blank line or the next `{{` is a finding and stays as it is.
 */
#ifndef AARSRAPPORT_NARRATIVE_MARKS_H
#define AARSRAPPORT_NARRATIVE_MARKS_H

#include "buffer.h"
#include "diag.h"

enum { MARK_BEGIN = 0x02, MARK_END = 0x03 };

struct marked_placeholder {
    struct sv text; /* within the braces, on one line, trimmed */
    uint32_t line;
};

struct marked_text {
    struct sv text;
    struct marked_placeholder *placeholders; /* by number */
    size_t count;
    size_t capacity;
    uint32_t *lines; /* of the file, by line of the marked text from 1 */
    size_t line_count;
    size_t line_capacity;
};

struct marked_text placeholders_mark(struct arena *arena, struct diag *diag, struct sv file, struct sv text);

/* The file's line that a line of the marked text came from. */
uint32_t marked_line(const struct marked_text *marked, int line);

/*
 * Cuts the words before the next mark off the front of *rest. *placeholder is what stood at the mark, NULL
 * when there is none. False at the end.
 */
bool marked_split(const struct marked_text *marked, struct sv *rest, struct sv *words,
                  const struct marked_placeholder **placeholder);

#endif
