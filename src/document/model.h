/*
 * The document model: what a report says, in reading order, and nothing about how it looks.
 *
 * A document has a cover and sections; a section has blocks. A cell is a typed value that remembers the
 * figure it came from; a sentence is a row of cells; a chart points at a table and owns no number. Values
 * stay numbers until a renderer writes them, through cell_text (cell_text.h) where they become text. Data
 * only: built by build.h, read by the renderers. Everything lives in the run's arena and is not changed after
 * it is released.
 */
#ifndef AARSRAPPORT_MODEL_H
#define AARSRAPPORT_MODEL_H

#include "figures.h"

enum value_format {
    FORMAT_TEXT,
    FORMAT_COUNT,          /* 1.234 */
    FORMAT_NUMBERING,      /* a number that names something, a line or a year: 1234 */
    FORMAT_DECIMAL,        /* 12,5 */
    FORMAT_EXACT,          /* 1.234, 12,5, 0,333333: with every decimal it has, six at most */
    FORMAT_MONEY,          /* kroner and øre: 1.234, 750,50 */
    FORMAT_SHARE,          /* 42 %, one decimal when the base is 100 or more */
    FORMAT_AMOUNT,         /* whole kroner in tables, 1,2 mio. kr. in sentences */
    FORMAT_CHANGE,         /* a count with its sign: +9, −3, 0 */
    FORMAT_CHANGE_DECIMAL, /* a difference with its sign and one decimal: +0,4, −1,2, 0,0 */
    FORMAT_POINTS,         /* a difference of shares (a fraction), printed "+3 procentpoint" */
    FORMAT_DATE,           /* 14-08-2024 in tables, 14. august 2024 in sentences */
    FORMAT_STATUS,         /* value is an enum goal_status: symbol and word, never colour alone */
    FORMAT_LIGHT           /* value is an enum light (codes.h): symbol and word, never colour alone */
};

/* How a value follows from others in the same table, for the workbook's live formulas. */
enum derivation_kind {
    DERIVED_NOT,
    DERIVED_SUM_ABOVE,     /* of the body rows above, same column */
    DERIVED_SUM_COLUMNS,   /* of columns a to b, same row */
    DERIVED_QUOTIENT,      /* column a divided by column b, same row */
    DERIVED_PER_10000,     /* the same times 10.000 */
    DERIVED_DIFFERENCE,    /* column a minus column b, same row */
    DERIVED_LESS_COLUMNS,  /* column a minus the columns from b up to it, same row */
    DERIVED_LESS_ROWS,     /* row a of the table minus the rows from b up to it, same column */
    DERIVED_RUNNING_SUM,   /* of column a, in this row and the body rows above */
    DERIVED_PART_OF_TOTAL, /* column a divided by column a of the next total row below */
    DERIVED_QUOTIENT_ROWS  /* row a divided by row b of the table, same column */
};

struct derivation {
    enum derivation_kind kind;
    uint16_t a;
    uint16_t b;
};

enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_VALUE };

struct cell {
    enum cell_kind kind;
    enum value_format format;
    struct sv text;     /* CELL_TEXT: UTF-8, NFC, no control characters; line breaks as \n */
    struct ratio value; /* CELL_VALUE: no value is printed as `–` */
    int64_t base;       /* FORMAT_SHARE: how many rows the share is of; decides its decimals */
    bool has_key;
    struct figure_key key; /* the figure it came from */
    struct derivation derivation;
    bool strong;   /* in sentences: strong emphasis */
    bool emphasis; /* in sentences: emphasis */
    struct sv
        link; /* in sentences: an address, "https://…" or "mailto:…", or "#" and a table's id; empty: none */
};

enum row_kind { ROW_BODY, ROW_TOTAL };

struct table_row {
    struct cell *cells; /* table.column_count of them; the first is the row's header */
    enum row_kind kind;
    uint8_t note; /* 1-based index in table.notes, 0 none */
};

enum column_look {
    COLUMN_PLAIN,
    COLUMN_BAR, /* a bar of the share beside or under the number; 1 fills it */
    COLUMN_HEAT /* shaded by value, from 0 to the largest of all such columns */
};

struct table_column {
    struct sv heading;        /* unique within the table; the unit in it where there is one */
    enum value_format format; /* what most cells hold: text is set left, numbers right */
    enum column_look look;
    uint8_t note;
};

enum table_look {
    TABLE_PLAIN,
    /* Few rows that may be shown as cards: label, value, last year's, change, and the years further back,
     * newest first, which with the value and last year's may be shown as a line. */
    TABLE_CARDS,
    /* Rows of data in a working book, thousands perhaps, of plain text and numbers: empty cells are not
     * written. */
    TABLE_ROWS
};

enum { TABLE_NOTES = 8 };

struct table {
    struct sv id;    /* unique in the document, letters and digits, ASCII: name of the Excel table */
    struct sv sheet; /* short Danish name for its sheet, at most 31 letters, unique */
    struct sv title;
    enum table_look look;
    struct table_column *columns;
    uint16_t column_count;
    struct table_row *rows;
    size_t row_count;
    size_t row_capacity;
    struct sv notes[TABLE_NOTES]; /* printed under the table */
    uint8_t note_count;
    uint8_t title_note;
    struct sv source; /* after the word "Kilde:" */
    struct sv empty;  /* the sentence that stands instead of a table with no rows */
};

enum chart_kind {
    CHART_COLUMNS,
    CHART_STACKED_COLUMNS,
    CHART_LINES,
    CHART_BARS,           /* lying columns, one line of them a row, in the table's order */
    CHART_STACKED_SHARES, /* lying columns that are all as long: each shows how its row divides */
    CHART_SMALL_COLUMNS   /* a small chart a row, all on one scale: the series are its columns, in time */
};

enum series_look {
    SERIES_PLAIN, /* a column or a line, as the chart's kind says */
    SERIES_GOAL,  /* a goal or norm: a line across, whatever the chart's kind */
    SERIES_BASE   /* of CHART_BARS: where the bars of a row begin, low ones to the left and high ones to the
                     right of it; the same in every row */
};

struct chart_series {
    uint16_t column; /* of the table */
    enum series_look look;
};

enum { CHART_SERIES = 12, NO_COLUMN = UINT16_MAX };

/* Drawn from the body rows of its table. */
struct chart {
    struct sv id; /* unique, ASCII */
    struct sv title;
    enum chart_kind kind;
    const struct table *table;
    uint16_t label_column;
    uint16_t
        group_column; /* of bars: rows with the same text after each other stand under it; or NO_COLUMN */
    uint16_t total_column; /* of shares: how many the row's parts are of, at the bar's end; or NO_COLUMN */
    bool ordered;          /* the series are steps of a scale: coloured from light to dark */
    struct sv *labels;     /* of shares: by row of the table and series (CHART_SERIES a row), what stands in a
                              part that has room for it, "12 (57 %)"; empty, as with NULL for all: its number */
    struct sv empty;       /* of bars: in the place of one with no numbers, "ingen svar" */
    struct chart_series series[CHART_SERIES];
    uint8_t series_count;
    struct sv axis; /* what the value axis counts: "Antal job" */
    struct sv alt;  /* alternative text, written from the data */
};

enum paragraph_look {
    PARAGRAPH_BODY,
    PARAGRAPH_LEAD, /* opens a chapter or stands on page one */
    PARAGRAPH_NOTE, /* smaller: reservations and explanations */
    PARAGRAPH_QUOTE /* somebody's words, set in */
};

enum item_mark {
    ITEM_BULLET,
    ITEM_NUMBER,
    ITEM_CONTINUED /* none: more words of an item, after a list within it */
};

struct paragraph {
    enum paragraph_look look;
    uint8_t depth;       /* of a list's item: 0 the outermost; at most one more than the item before */
    enum item_mark mark; /* of a list's item */
    int number;          /* ITEM_NUMBER: "3." */
    struct cell *spans;  /* text and values, printed one after the other with nothing between */
    size_t span_count;
    size_t span_capacity;
};

struct list {
    bool ordered; /* outermost items are numbered as they are added, from `first`; 0 stands for 1 */
    int first;
    struct paragraph *items;
    size_t item_count;
    size_t item_capacity;
};

struct heading {
    int level; /* 2 or 3; the section's title is level 1 */
    struct sv text;
};

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_LIST, BLOCK_TABLE, BLOCK_CHART };

struct block {
    enum block_kind kind;
    union {
        struct heading heading;
        struct paragraph paragraph;
        struct list list;
        struct table *table;
        struct chart *chart;
    } as;
};

struct section {
    struct sv id; /* ASCII, unique */
    struct sv title;
    bool starts_page; /* on a page of its own from the top */
    bool one_page;    /* meant to stand on one page: set tight where that brings it about */
    bool narrated;    /* holds a text of the unit's own, which workbooks of tables show too */
    struct sv sheet;  /* of a working book: the one sheet that holds all its blocks; empty: a sheet a table */
    struct block *blocks;
    size_t block_count;
    size_t block_capacity;
};

enum { COVER_LINES = 10 };

struct cover {
    struct sv municipality; /* "Slagelse Kommune" */
    struct sv unit;
    struct sv title;              /* "Årsrapport 2024" */
    struct sv subtitle;           /* "Socialøkonomi" and the strategy */
    struct sv lines[COVER_LINES]; /* version, committee and meeting date, extract's date, rows left out,
                                     contact … */
    size_t line_count;
    bool preliminary;           /* says FORELØBIG */
    const struct picture *logo; /* NULL: none */
    struct sv logo_alt;         /* what it shows, in words */
};

enum document_use {
    DOCUMENT_PUBLISHED, /* a report: accessible workbook, one table a sheet, no filters */
    DOCUMENT_WORKING    /* a working book, e.g. the list of errors: filters, frozen header rows */
};

/* A text's reference to a table, checked when every section is written. */
struct table_reference {
    struct sv id; /* of the table, as the text has it */
    struct place place;
};

struct document {
    struct arena *arena;
    const struct figures *figures;      /* NULL for a document without figures */
    struct sv data_book;                /* the file beside it with the rows behind its figures; empty: none */
    const struct figure_places *places; /* where figures stand in that file */
    enum document_use use;
    struct sv title; /* document property */
    struct sv subject;
    struct sv author;
    struct sv keywords;
    day_number date;  /* of the document: --dato, else the data's */
    struct sv colour; /* the municipality's accent, "#1F4E79"; empty: the house colour */
    struct cover cover;
    struct section *sections;
    size_t section_count;
    size_t section_capacity;
    struct table_reference *references; /* made by texts (narrative_text.h) */
    size_t reference_count;
    size_t reference_capacity;
};

#endif
