/*
 * What is made safe before libxlsxwriter sees it.
 *
 * The library writes invalid UTF-8, control characters, NaN and duplicate names without a word, and Excel
 * then offers to repair the workbook. These functions give strings and names that Excel takes as they are.
 * All strings end with a zero byte and live in the arena.
 */
#ifndef AARSRAPPORT_XLSX_GUARD_H
#define AARSRAPPORT_XLSX_GUARD_H

#include "arena.h"
#include "decimal.h"
#include "sv.h"

/* Excel's limits, in UTF-16 units. */
enum {
    XLSX_CELL_LETTERS = 32767,
    XLSX_SHEET_LETTERS = 31,
    XLSX_NAME_LETTERS = 255,
    XLSX_PROPERTY_LETTERS = 255,
    XLSX_PROMPT_TITLE_LETTERS = 32,
    XLSX_PROMPT_LETTERS = 255
};

/* Names that must differ, in upper and lower case alike. */
struct name_set {
    struct arena *arena;
    struct sv *names; /* folded */
    size_t count;
    size_t capacity;
};

/*
 * Valid UTF-8 without control characters (line breaks stay), U+FFFE and U+FFFF; what is not becomes U+FFFD.
 * `_x0041_`, which Excel would read as "A", is escaped. Text over `letters` is cut and ends with "…".
 */
char *guard_text(struct arena *arena, struct sv text, size_t letters);

/* The same on one line: line breaks become blanks. */
char *guard_line(struct arena *arena, struct sv text, size_t letters);

/* A drawing's alternative text: one line, and short enough for the library, which cuts attributes bytewise.
 */
char *guard_description(struct arena *arena, struct sv text);

/* A name for a sheet: without []:*?/\ and apostrophes, not "History", at most 31 letters, unique. */
const char *guard_sheet_name(struct name_set *names, struct sv wanted);

/* A name for an Excel table: "Tabel_" and the ASCII letters and digits of `id`, unique. */
const char *guard_table_name(struct name_set *names, struct sv id);

/* A heading of a table's column: one line, never empty, unique in its table. */
const char *guard_heading(struct name_set *names, struct sv heading);

/* False when the ratio has no value that a cell can hold. */
bool guard_number(struct ratio ratio, double *number);

/* A title or name in a chart: one line, not begun with =, which would be taken for a reference. */
const char *guard_name(struct arena *arena, struct sv text);

#endif
