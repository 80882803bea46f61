/*
 * What differs between two countings of the same report: the figures that moved, the rows of the data that
 * were added, removed or changed, and what each moved figure comes from.
 *
 * changes_find takes the earlier run's data, read and counted anew by this program, and the present run's.
 * What the earlier run printed (its noegletal file) is compared too: where it is not what the same data count
 * to now, the method has changed, not the data. Every moved figure leads to rows or to another cause; one
 * that does not is a finding (W503) of the run. Everything lives in the arena; both data sets and stores must
 * outlive it.
 */
#ifndef AARSRAPPORT_CHANGES_H
#define AARSRAPPORT_CHANGES_H

#include "figures.h"
#include "printed_figures.h"

/* A run's data and what they count to; both NULL: the rows of the earlier run are not there any more. */
struct counted_run {
    const struct data_set *data;
    struct figures *figures; /* only read here; documents ask it for codes that it has no symbol for yet */
};

enum row_change_kind {
    ROW_REMOVED,
    ROW_CHANGED,
    ROW_ADDED,
    ROW_NOW_COUNTED, /* left out before, for an error */
    ROW_NOW_LEFT_OUT /* for an error */
};
enum { ROW_CHANGE_KINDS = ROW_NOW_LEFT_OUT + 1 };

/* A cell as a CSV file would hold it: codes as codes, dates as 2024-08-14; empty: not stated. */
struct cell_change {
    uint16_t column; /* of the table's schema */
    struct sv before, after;
};

/* Which rows are the same: row_match.h. */
struct row_change {
    enum row_change_kind kind;
    enum table_id table;
    uint32_t before;   /* row of the earlier data; ROW_NONE when it did not count */
    uint32_t after;    /* row of the present data; ROW_NONE when it does not count */
    uint32_t left_out; /* of the data set that it does not count in, from row_count on; ROW_NONE: none */
    const struct finding *why; /* it was or is left out; NULL: that is not known */
    struct cell_change *cells; /* ROW_CHANGED: those that differ, in the schema's order */
    size_t cell_count;
};

/* What moves figures besides rows of the tables. A set of these. */
enum change_cause {
    CAUSE_PROGRAM = 1, /* the same data count to something else now */
    CAUSE_OPTIONS = 2, /* --udelad-fejl, --skaering, --aftale */
    CAUSE_CODES = 4,   /* koder.csv */
    CAUSE_SETTINGS = 8 /* rapport.ini: the municipality, the strategies, the extract's date */
};

/* A key of rapport.ini, or a code of koder.csv, that was added, removed or changed. */
struct input_change {
    enum change_cause cause;   /* CAUSE_SETTINGS: of rapport.ini; CAUSE_CODES: of koder.csv */
    enum row_change_kind kind; /* ROW_REMOVED, ROW_CHANGED, ROW_ADDED */
    struct sv list;            /* of a code */
    struct sv name;            /* "strategi.fra"; a code */
    const char *column; /* of a changed code: what differs; raekkefoelge: its place among those in both */
    struct sv before, after;          /* as the file has it; of a whole code "navn Uddannelse; positiv ja" */
    uint32_t line_before, line_after; /* 0: it is not there, or is the program's own */
};

#define NO_ROW_CHANGE UINT32_MAX

/* A row that takes part in a figure's move: it counts in one run only, or adds something else. */
struct figure_row {
    uint32_t change; /* index in changes.rows: of the row itself, or of the row by which it was moved (its
                        agreement, another job of the same citizen …); NO_ROW_CHANGE: moved by other causes */
    enum table_id table;
    uint32_t before, after;              /* the same row in both data sets; ROW_NONE: it is not there */
    bool counted_before, counted_after;  /* in the figure (row_sets.h) */
    int64_t amount_before, amount_after; /* what it adds to the figure, to a quotient's numerator */
    int64_t base_before, base_after;     /* and to a quotient's denominator */
};

/* A figure whose value or existence differs, or that is not what the earlier run printed. */
struct figure_change {
    struct printed_figure key;   /* as in noegletal.csv; its value is what the present file says */
    struct sv printed;           /* what the earlier run's file says, as it stands there; empty: nothing */
    const struct figure *before; /* what the earlier run's data count to now; NULL: no such row */
    const struct figure *after;  /* row of the present store; NULL: no such row */
    bool data_moved;             /* before and after differ, whatever was printed */
    bool method; /* what was printed is not what `before` says: CAUSE_PROGRAM moved (part of) it */
    struct figure_row *rows; /* in table order; within a table removed rows, then by present row */
    size_t row_count;
    int64_t scale;   /* what one is in the rows' amounts (row_sets.h) */
    unsigned causes; /* set of enum change_cause that may have moved it; 0 with no rows: unexplained */
};

/* How a file that was read differs from the one of the same name. */
enum file_difference {
    FILE_CHANGED,   /* rows that count, or what a file without rows says */
    FILE_REORDERED, /* the rows that count are the same, in another order */
    FILE_REWRITTEN, /* the rows that count are the same, in the same order, but not its bytes */
    FILE_REGROUPED, /* the rows that count are the same, but some of them stood or stand in another file */
    FILE_RENAMED,   /* its name */
    FILE_ADDED,
    FILE_GONE
};

struct file_change {
    enum file_difference difference;
    struct sv before, after; /* names; empty: it was or is not there */
    bool is_table;
    bool regrouped; /* rows of one that is in both stood or stand in another file, whatever else differs */
};

struct changes {
    struct counted_run before, after;
    struct figure_change *figures; /* in the order of noegletal.csv */
    size_t figure_count;
    struct row_change
        *rows; /* in table order; within a table removed by row, then the others by present row */
    size_t row_count;
    size_t per_table[TABLES][ROW_CHANGE_KINDS];
    struct file_change
        *files; /* in the order read, those that are gone last; none without the earlier rows */
    size_t file_count;
    struct input_change *inputs; /* settings in the file's order, then codes; removed ones after the others */
    size_t input_count;
    unsigned causes;    /* every cause that there is besides rows, whether it moved a figure or not */
    bool has_printed;   /* the earlier run's noegletal file could be read */
    size_t unchanged;   /* figures with the same value in both runs */
    size_t unexplained; /* figures without rows and causes, when the earlier rows are there */
};

struct changes_request {
    struct counted_run before, after;
    const struct printed_figures *printed; /* of the earlier run; NULL: it is not there any more */
    bool options_differ;
    const struct diag *found_before,
        *found_after; /* in the data, for why a row is left out; NULL: not known */
};

/* Without the earlier run's rows, figures are compared with what was printed: then `before` is NULL, and a
 * moved figure has neither rows nor causes. */

struct changes *changes_find(const struct changes_request *request, struct arena *arena);

/* The change of the figure with that key of the present store, which need not have a row for it; NULL: it did
 * not move. */
const struct figure_change *changes_of(const struct changes *changes, struct figure_key key);

/* Whether nothing differs: no figure, no row, no other cause. */
bool changes_are_none(const struct changes *changes);

#endif
