#include "xlsx_width.h"

#include "cell_text.h"

/* In letters of Calibri 11, Excel's unit of column width. */
enum { NARROWEST = 9, WIDEST = 60, HEADING_LINES = 3, AIR = 2, FILTER_BUTTON = 3, SYMBOL = 2 };

static size_t longest_piece(struct sv text, bool words)
{
    size_t longest = 0;
    size_t letters = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        const bool ends = c == '\n' || (words && c == ' ');
        if (ends)
            letters = 0;
        else if (((unsigned char)c & 0xC0) != 0x80)
            letters++;
        if (letters > longest)
            longest = letters;
    }
    return longest;
}

size_t xlsx_longest_line(struct sv text)
{
    return longest_piece(text, false);
}

size_t xlsx_longest_word(struct sv text)
{
    return longest_piece(text, true);
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t heading_letters(struct sv heading)
{
    return larger(xlsx_longest_word(heading), xlsx_longest_line(heading) / HEADING_LINES + AIR);
}

static size_t cell_letters(struct buffer *scratch, const struct cell *cell)
{
    scratch->size = 0;
    cell_text(scratch, cell);
    const bool status = cell->kind == CELL_VALUE && cell->format == FORMAT_STATUS;
    return xlsx_longest_line(buffer_view(scratch)) + (status ? SYMBOL : 0);
}

void xlsx_set_widths(const struct xlsx_entry *entry, const char *const *headings, bool filter)
{
    const struct table *table = entry->table;
    struct buffer scratch = buffer_in(entry->sheet->book->arena);
    for (uint16_t column = 0; column < table->column_count; column++) {
        size_t letters = heading_letters(sv_of(headings[column]));
        for (size_t row = 0; row < table->row_count && letters < WIDEST; row++)
            letters = larger(letters, cell_letters(&scratch, &table->rows[row].cells[column]));
        letters = larger(letters + AIR, NARROWEST) + (filter ? FILTER_BUTTON : 0);
        const double width = (double)(letters < WIDEST ? letters : WIDEST);
        xlsx_check(entry->sheet->book,
                   worksheet_set_column(entry->sheet->handle, column, column, width, NULL));
    }
}
