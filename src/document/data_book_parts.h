/*
 * The data behind a report, inside (data_book.h): which figures have a column, and where rows stand.
 */
#ifndef AARSRAPPORT_DATA_BOOK_PARTS_H
#define AARSRAPPORT_DATA_BOOK_PARTS_H

#include "build.h"
#include "figure_places.h"
#include "row_sets.h"

/* What a row says in a figure's column. */
enum mark {
    MARK_ONE,    /* 1: it counts */
    MARK_SHARE,  /* 1: it is in the numerator, 0: only in the denominator */
    MARK_AMOUNT, /* what it adds, or the value that a mean or a median is taken of */
    MARK_CODE    /* for which code it counts */
};

/* The rows of a figure for one code. */
struct code_set {
    struct figure_key key;
    struct row_set set;
};

/* A column of a figure, and the rows that have something in it. */
struct marked {
    struct figure_key key;
    struct row_set set; /* of MARK_CODE: no rows, but the table that they are in */
    enum mark mark;
    size_t first_code; /* MARK_CODE: which of the book's code sets are the figure's */
    size_t code_count;
};

/* Where the rows of a table stand on its sheet: those that count in a figure, an agreement's together. */
struct row_places {
    uint32_t *of;   /* by row: from 0; ROW_NONE: it counts in none */
    uint32_t *rows; /* the other way */
    uint32_t *ends; /* by agreement, and last those of none: where its rows end and the next one's begin */
    uint32_t count;
};

struct book {
    struct document *document;
    const struct figures *figures;
    const struct data_set *data;
    struct arena *arena;
    struct figure_places places;
    struct row_sets sets;
    struct code_set *codes; /* every figure's listed codes, in the store's order */
    size_t code_count;
    size_t code_capacity;
    struct marked *marked;
    size_t marked_count;
    size_t marked_capacity;
    struct row_places rows[TABLES];
};

/* The column of a figure on the sheet of its table. */
uint16_t data_book_column(const struct book *book, const struct marked *marked);

void data_book_add_figures(const struct book *book);
void data_book_add_ways(const struct book *book);
void data_book_place_rows(struct book *book, enum table_id table);
void data_book_add_rows(const struct book *book, enum table_id table);

#endif
