/*
 * Rows of data in a streamed workbook, thousands perhaps, written as XML past libxlsxwriter.
 *
 * The library makes an object of every cell and prints it with printf; here a cell is a few copies of bytes,
 * and costs a tenth. Life cycle: xlsx_rows_begin, after everything above on the sheet; for each row
 * xlsx_rows_add and its cells from left to right; xlsx_rows_end, after which the library writes the rows
 * below. At least one must follow, which tells the library how far down the sheet goes. Cells are without
 * rules (XLSX_BARE); texts are guarded like all others.
 */
#ifndef AARSRAPPORT_XLSX_ROWS_H
#define AARSRAPPORT_XLSX_ROWS_H

#include "xlsx_book.h"

#include "buffer.h"

struct xlsx_rows {
    struct xlsx_sheet *sheet;
    struct buffer xml;              /* not yet with the library */
    struct sv *starts;              /* by column: the front of its cells, up to the row's number */
    struct sv styles[XLSX_FORMATS]; /* from the row's number up to the cell's type; made when first used */
    struct sv number;               /* of the row, as text */
    char digits[sizeof "1048576"];
};

void xlsx_rows_begin(struct xlsx_rows *rows, struct xlsx_sheet *sheet, uint16_t column_count);
void xlsx_rows_add(struct xlsx_rows *rows, uint32_t row);
void xlsx_rows_add_number(struct xlsx_rows *rows, uint16_t column, double number, enum xlsx_format format);
void xlsx_rows_add_text(struct xlsx_rows *rows, uint16_t column, struct sv text, enum xlsx_format format);
void xlsx_rows_end(struct xlsx_rows *rows);

#endif
