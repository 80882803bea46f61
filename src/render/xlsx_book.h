/*
 * A workbook being written: sheets, cells, formats, properties.
 *
 * Life cycle: xlsx_book_open, sheets added in the order in which they shall stand, cells written in any order
 * and each once, xlsx_book_close. Every string is guarded on the way (xlsx_guard.h). Errors are sticky: the
 * first one is kept and reported by xlsx_book_close, which also reads the finished file again
 * (xlsx_verify.h). Rows and columns count from 0. The same calls give the same bytes: no clock is read.
 */
#ifndef AARSRAPPORT_XLSX_BOOK_H
#define AARSRAPPORT_XLSX_BOOK_H

#include "day.h"
#include "picture.h"
#include "style.h"
#include "xlsx_guard.h"
#include "xlsx_written.h"

#include <xlsxwriter.h>

enum xlsx_format {
    XLSX_TITLE,   /* in A1 */
    XLSX_LINE,    /* above a table, running on to the right */
    XLSX_MARK,    /* INTERN */
    XLSX_LINK,    /* a line that leads to another sheet */
    XLSX_WRAPPED, /* running text in a wide column */
    XLSX_STRONG,  /* the same, in bold */
    XLSX_LEAD,    /* the same, larger */
    XLSX_HEADING, /* of blocks and tables that stand one below the other */
    XLSX_HEAD_TEXT,
    XLSX_HEAD_NUMBER,
    XLSX_TEXT, /* cells of tables, from here on */
    XLSX_CELL_LINK,
    XLSX_SYMBOL, /* [x] where a number is missing */
    XLSX_GENERAL,
    XLSX_COUNT,
    XLSX_DECIMAL,
    XLSX_MONEY, /* with øre */
    XLSX_SHARE,
    XLSX_SHARE_FINE, /* with one decimal */
    XLSX_CHANGE,
    XLSX_CHANGE_DECIMAL,
    XLSX_POINTS,
    XLSX_POINTS_FINE,
    XLSX_DATE,
    XLSX_GOOD,
    XLSX_WAITING,
    XLSX_BAD,
    XLSX_FORMATS
};

enum { XLSX_BODY_POINTS = 11, XLSX_LEAD_POINTS = 13, XLSX_TITLE_POINTS = 16 };

enum xlsx_weight {
    XLSX_NORMAL,
    XLSX_TOTAL,
    XLSX_BARE, /* without a rule: rows of data, between the sheet's own lines */
    XLSX_WEIGHTS
};

struct xlsx_settings {
    const char *path;             /* must not exist */
    const char *temporary_folder; /* exists, ours */
    struct arena *arena;
    const struct style *style;
    struct sv mark; /* on every sheet and in the print's header; may be empty */
    struct sv title;
    struct sv subject;
    struct sv author;
    struct sv keywords;
    struct sv company;
    day_number created; /* DAY_NONE: 1 January 2000 */
    bool streamed;      /* rows are written from the top down and not kept; filters, but no named tables */
};

struct xlsx_sheet {
    struct xlsx_book *book;
    lxw_worksheet *handle;
    const char *name;
    struct written_sheet written; /* so far */
};

struct xlsx_book {
    struct xlsx_settings settings;
    struct arena *arena;
    lxw_workbook *handle; /* NULL when it could not be opened */
    lxw_format *formats[XLSX_FORMATS][XLSX_WEIGHTS];
    struct name_set sheet_names;
    struct name_set table_names;
    struct xlsx_sheet **sheets;
    size_t sheet_count;
    size_t sheet_capacity;
    struct sv fault; /* the first error */
};

struct xlsx_book *xlsx_book_open(const struct xlsx_settings *settings);

/* Closes, verifies and frees. False with a Danish sentence in *fault when anything went wrong. */
bool xlsx_book_close(struct xlsx_book *book, struct sv *fault);

/* A sheet after the others, set up for print: landscape A4, one page wide, mark, title and page number. */
struct xlsx_sheet *xlsx_book_add_sheet(struct xlsx_book *book, struct sv name);

void xlsx_write_text(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv text,
                     enum xlsx_format format, enum xlsx_weight weight);
void xlsx_write_number(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, double number,
                       enum xlsx_format format, enum xlsx_weight weight);
void xlsx_write_blank(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, enum xlsx_format format,
                      enum xlsx_weight weight);
/* `formula` begins with "="; `value` is what it gives. */
void xlsx_write_formula(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                        double value, enum xlsx_format format, enum xlsx_weight weight);
/* Words that lead to A1 of another sheet. */
void xlsx_write_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, const struct xlsx_sheet *target,
                     struct sv words, enum xlsx_format format);

/* The same to rows of a column of it, from a cell of a table. */
struct xlsx_target {
    const struct xlsx_sheet *sheet; /* NULL: nowhere */
    uint32_t row;
    uint32_t last_row; /* 0: `row` */
    uint16_t column;
};
void xlsx_write_row_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                         const struct xlsx_target *target, struct sv words);

/*
 * Makes a cell lead to another of a workbook in the same folder. The cell's own value is written after it,
 * and is not changed by it; `tip` says where it leads.
 */
void xlsx_lead_to_file(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv file,
                       const char *target_sheet, uint32_t target_row, const char *tip);

/* Words that lead to a workbook in the same folder. */
void xlsx_write_file_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv file,
                          struct sv words, enum xlsx_format format);

/* Words that lead to an address of the web or of mail; without the link where it is too long for a workbook.
 */
void xlsx_write_web_link(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, struct sv address,
                         struct sv words, enum xlsx_format format);

/* A picture with its upper left corner in a cell, at most so many points wide and high. `alt` says what it
 * shows.
 */
void xlsx_add_picture(struct xlsx_sheet *sheet, uint32_t row, uint16_t column, const struct picture *picture,
                      double width, double height, struct sv alt);

struct xlsx_table_place {
    const char *name; /* from guard_table_name */
    uint32_t header_row;
    uint32_t last_row;
    const char *const *headings; /* from guard_heading */
    const bool *numeric;         /* by column: its heading stands to the right */
    uint16_t column_count;
    bool filter;
    bool among_others; /* other tables stand on the sheet: its header is not repeated in print */
};

/* A named Excel table from column A, in a streamed book a filter; writes its header row, not its body. */
void xlsx_add_table(struct xlsx_sheet *sheet, const struct xlsx_table_place *place);

/* Keeps the first error of the library. */
void xlsx_check(struct xlsx_book *book, lxw_error error);

lxw_color_t xlsx_colour(struct rgb colour);

/* `colour` mixed with white until dark text on it can be read. */
struct rgb xlsx_readable_fill(const struct style *style, struct rgb colour);

#endif
