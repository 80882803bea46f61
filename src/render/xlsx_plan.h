/*
 * What a document's workbook holds, before anything is written: the sheets in their order, and the notes
 * numbered through the book. A chart stands on the sheet after its table, so its sheet is known here.
 */
#ifndef AARSRAPPORT_XLSX_PLAN_H
#define AARSRAPPORT_XLSX_PLAN_H

#include "model.h"
#include "xlsx_book.h"

enum xlsx_entry_kind {
    XLSX_SENTENCES,
    XLSX_TABLE,
    XLSX_CHART,
    XLSX_BLOCKS /* all blocks of a section, its tables one below the other: a working book's */
};

struct xlsx_entry {
    enum xlsx_entry_kind kind;
    const struct section *section;
    const struct table *table; /* of a chart: the one that it is drawn from */
    const struct chart *chart;
    struct xlsx_sheet *sheet;
    uint32_t header_row; /* of a table, known once its sheet is written */
};

struct xlsx_plan {
    struct arena *arena;
    struct xlsx_book *book;
    const struct document *document;
    struct xlsx_entry *entries;
    size_t count;
    size_t capacity;
    struct sv *notes; /* by number − 1 */
    size_t note_count;
    size_t note_capacity;
    struct xlsx_sheet *contents;    /* NULL in a working book */
    struct xlsx_sheet *notes_sheet; /* NULL in a working book */
};

/* Lists the entries and numbers the notes; the sheets are still to be added. */
void xlsx_plan_make(struct xlsx_plan *plan, struct xlsx_book *book, const struct document *document);

/* The entry of a table; NULL when the document does not show it. */
const struct xlsx_entry *xlsx_plan_table(const struct xlsx_plan *plan, const struct table *table);

size_t xlsx_plan_count(const struct xlsx_plan *plan, enum xlsx_entry_kind kind);

/*
 * Where "#" and an id leads to: the sheet of a section's blocks, or of a table; "#id:12" in a working book to
 * the twelfth of a table's rows, and "#id:12-40:3" to the third column of rows 12 to 40.
 */
struct xlsx_target xlsx_plan_target(const struct xlsx_plan *plan, struct sv link);

/* The row of the heading of a table that stands alone on a sheet of a working book. */
uint32_t xlsx_working_header_row(const struct xlsx_plan *plan, const struct table *table);

/*
 * The number of a table's note (1-based index in table.notes): in the book, or in a working book, where notes
 * stand at their tables, in the table; 0 when there is none.
 */
size_t xlsx_note_number(const struct xlsx_plan *plan, const struct table *table, size_t note);

/* The text with ` [note n]` after it; as it is when there is no note. */
struct sv xlsx_with_note(const struct xlsx_plan *plan, const struct table *table, struct sv text,
                         size_t note);

/* A table's title with the markers of its own note and of notes that nothing else in the table refers to. */
struct sv xlsx_title_with_notes(const struct xlsx_plan *plan, const struct table *table);

/* A cell as its sheet shows it: the first of a row names it, with the marker of the row's note. */
struct cell xlsx_cell(const struct xlsx_plan *plan, const struct table *table, size_t row, uint16_t column);

/* What a sheet says about its entry. */
struct sv xlsx_entry_title(const struct xlsx_entry *entry);

#endif
