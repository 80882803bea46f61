/*
 * Findings: everything the program has to say about the data, collected over the whole run.
 *
 * diag.def is the one list of them; docs/findings.md is made from it. A finding names file, line, column and
 * the value as read, says in a Danish sentence what is wrong and in another what to do. Nothing here prints
 * and nothing stops the reading: stages add findings, the pipeline asks for the counts.
 */
#ifndef AARSRAPPORT_DIAG_H
#define AARSRAPPORT_DIAG_H

#include "arena.h"
#include "sv.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };
enum { DIAG_LEVELS = 3 };

/* What a finding is about: with --udelad-fejl a row can be left out; a fault in a file or a run cannot. */
enum diag_scope { DIAG_ROW, DIAG_FILE, DIAG_RUN };

enum diag_code {
#define FINDING(id, code, level, scope, text, action) DIAG_##id,
#include "diag.def"
#undef FINDING
    DIAG_CODES
};

struct diag_kind {
    const char *code; /* "E101": stable, never given to another finding */
    enum diag_level level;
    enum diag_scope scope;
    const char *text;   /* Danish sentence; {0}–{2} stand for the finding's details, {v} for the value */
    const char *action; /* Danish: what to do about it; the same marks */
};

/* Where a finding is. Empty and 0 where that does not apply. */
struct place {
    struct sv file;    /* name within the data folder */
    uint32_t line;     /* physical line where the row starts, from 1 */
    uint16_t column;   /* position in the row, from 1 */
    struct sv heading; /* the column's name as it stands in the file */
};

enum { DIAG_DETAILS = 3, DIAG_VALUE_LONGEST = 120 /* bytes; what is longer is cut, and ends in "…" */ };

struct finding {
    enum diag_code code;
    struct place place;
    struct sv value; /* as read; civil registration numbers already masked */
    struct sv details[DIAG_DETAILS];
};

struct diag {
    struct arena *arena;
    struct finding *findings; /* in the order they were found; see diag_sort */
    size_t count;
    size_t capacity;
    size_t per_level[DIAG_LEVELS];
    size_t per_code[DIAG_CODES];
};

void diag_init(struct diag *diag, struct arena *arena);

/*
 * Adds a finding. The file name and the heading must live as long as the run; value and details are copied.
 * Give an empty view for what the finding's text does not use. A value may be as long as a cell; it is cut
 * here.
 */
void diag_add(struct diag *diag, enum diag_code code, struct place place, struct sv value, struct sv detail0,
              struct sv detail1, struct sv detail2);

/* The short forms: a value only, a value and one detail. */
void diag_value(struct diag *diag, enum diag_code code, struct place place, struct sv value);
void diag_detail(struct diag *diag, enum diag_code code, struct place place, struct sv value,
                 struct sv detail);

/* Adds the findings of `other`, whose memory must live as long as the run. */
void diag_join(struct diag *diag, const struct diag *other);

/* Orders the findings by file (bytewise), line, column, code; otherwise as they were found. */
void diag_sort(struct diag *diag);

const struct diag_kind *diag_kind(enum diag_code code);
const char *diag_level_name(enum diag_level level); /* "fejl", "advarsel", "bemærkning" */
struct sv finding_text(struct arena *arena, const struct finding *finding);
struct sv finding_action(struct arena *arena, const struct finding *finding);

/* One line as the terminal shows it: `E121 forloeb.csv:12 maalgruppe: sentence` (no line break). */
struct sv finding_line(struct arena *arena, const struct finding *finding);

#endif
