#include "xlsx_rows.h"

#include <math.h>
#include <string.h>

enum { PIECE = 1 << 16, DIGITS = 20 };

static const double LARGEST_WHOLE = 1e15; /* below it every whole number is exact and has all its digits */

/* "A", "Z", "AA" */
static struct sv column_letters(struct arena *arena, unsigned column)
{
    const char last = (char)('A' + column % 26);
    if (column < 26)
        return sv_format(arena, "%c", last);
    return sv_format(arena, "%.*s%c", SV_ARG(column_letters(arena, column / 26 - 1)), last);
}

void xlsx_rows_begin(struct xlsx_rows *rows, struct xlsx_sheet *sheet, uint16_t column_count)
{
    struct arena *arena = sheet->book->arena;
    *rows = (struct xlsx_rows){.sheet = sheet, .xml = buffer_in(arena)};
    rows->starts = arena_array(arena, column_count, sizeof *rows->starts);
    for (uint16_t i = 0; i < column_count; i++)
        rows->starts[i] = sv_format(arena, "<c r=\"%.*s", SV_ARG(column_letters(arena, i)));
    lxw_worksheet_write_single_row(sheet->handle); /* what the library still has of the row above */
}

/* Hands over what has been written; an error is seen when the workbook is read again. */
static void hand_over(struct xlsx_rows *rows)
{
    fwrite(rows->xml.data, 1, rows->xml.size, rows->sheet->handle->optimize_tmpfile);
    rows->xml.size = 0;
}

static void end_row(struct xlsx_rows *rows)
{
    if (rows->number.size)
        buffer_add_text(&rows->xml, "</row>");
    if (rows->xml.size >= PIECE)
        hand_over(rows);
}

/* The last digits of `bytes`. */
static struct sv digits_of(char *bytes, size_t size, uint64_t number)
{
    size_t at = size;
    do {
        bytes[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    return (struct sv){bytes + at, size - at};
}

void xlsx_rows_add(struct xlsx_rows *rows, uint32_t row)
{
    end_row(rows);
    rows->number = digits_of(rows->digits, sizeof rows->digits, (uint64_t)row + 1);
    buffer_add_text(&rows->xml, "<row r=\"");
    buffer_add(&rows->xml, rows->number);
    buffer_add_text(&rows->xml, "\">");
}

/* ` s="3"` and so on: as the library numbers formats. */
static struct sv style_of_format(struct xlsx_rows *rows, enum xlsx_format format)
{
    struct xlsx_book *book = rows->sheet->book;
    struct sv *style = &rows->styles[format];
    if (!style->size)
        *style = sv_format(book->arena, "\" s=\"%d\"",
                           (int)lxw_format_get_xf_index(xlsx_format_of(book, format, XLSX_BARE)));
    return *style;
}

static void start_cell(struct xlsx_rows *rows, uint16_t column, enum xlsx_format format)
{
    buffer_add(&rows->xml, rows->starts[column]);
    buffer_add(&rows->xml, rows->number);
    buffer_add(&rows->xml, style_of_format(rows, format));
    rows->sheet->written.cells++;
}

void xlsx_rows_add_number(struct xlsx_rows *rows, uint16_t column, double number, enum xlsx_format format)
{
    char digits[DIGITS];
    start_cell(rows, column, format);
    buffer_add(&rows->xml, (struct sv)SV("><v>"));
    if (number >= 0 && number < LARGEST_WHOLE && number == floor(number))
        buffer_add(&rows->xml, digits_of(digits, sizeof digits, (uint64_t)number));
    else
        buffer_format(&rows->xml, "%.16G", number);
    buffer_add(&rows->xml, (struct sv)SV("</v></c>"));
}

static void add_escaped(struct buffer *xml, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&':
            buffer_add_text(xml, "&amp;");
            break;
        case '<':
            buffer_add_text(xml, "&lt;");
            break;
        case '>':
            buffer_add_text(xml, "&gt;");
            break;
        default:
            buffer_add_byte(xml, *text);
        }
}

static bool has_outer_space(const char *text)
{
    const size_t size = strlen(text);
    return size && (strchr(" \n", text[0]) || strchr(" \n", text[size - 1]));
}

void xlsx_rows_add_text(struct xlsx_rows *rows, uint16_t column, struct sv text, enum xlsx_format format)
{
    const char *guarded = guard_text(rows->sheet->book->arena, text, XLSX_CELL_LETTERS);
    start_cell(rows, column, format);
    buffer_add_text(&rows->xml, has_outer_space(guarded) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                                                         : " t=\"inlineStr\"><is><t>");
    add_escaped(&rows->xml, guarded);
    buffer_add(&rows->xml, (struct sv)SV("</t></is></c>"));
}

void xlsx_rows_end(struct xlsx_rows *rows)
{
    end_row(rows);
    hand_over(rows);
}
