#include "xlsx_width.h"

#include "cell_text.h"
#include "standing.h"

/* In letters of Calibri 11, Excel's unit of column width. */
enum {
    NARROWEST = 11,
    WIDEST = 60,
    CROWDED = 13, /* columns; a table with more has narrower ones, to be read in print */
    NARROWEST_OF_MANY = 8,
    WIDEST_OF_MANY = 30,
    HEADING_LINES = 3,
    AIR = 2,
    FILTER_BUTTON = 3,
    SYMBOL = 2,
    SMALL_NUMBER = 3,
    SHORT_DATE = 10,
    SHORT_WORD = 10,
    SHORT_HEADING = 12 /* stays on one line; bold letters are wider */
};

static const double LETTERS_A_UNIT = 1.18; /* running text is narrower than figures, Excel's unit */
static const double LINE_SPACING = 1.32;
static const double HIGHEST = 409; /* points: Excel's limit */

/* Whether a word ends at this blank: not within a marker, `[note 2]`, nor between a short word and its
 * marker. */
static bool ends_word(struct sv text, size_t at, bool bracketed, size_t letters)
{
    const bool before_marker = at + 1 < text.size && text.data[at + 1] == '[';
    return !bracketed && !(before_marker && letters <= SHORT_WORD);
}

static size_t longest_piece(struct sv text, bool words)
{
    size_t longest = 0;
    size_t letters = 0;
    bool bracketed = false;
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        bracketed = (bracketed || c == '[') && c != ']';
        if (c == '\n' || (words && c == ' ' && ends_word(text, i, bracketed, letters)))
            letters = 0;
        else
            letters += ((unsigned char)c & 0xC0) != 0x80;
        longest = letters > longest ? letters : longest;
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
    if (xlsx_longest_line(heading) <= SHORT_HEADING)
        return xlsx_longest_line(heading) + 1;
    return larger(xlsx_longest_word(heading), xlsx_longest_line(heading) / HEADING_LINES + AIR);
}

/* Whole numbers of up to three digits, which most are in large tables; not with a sign that is shown. */
static bool is_small(const struct cell *cell)
{
    return (cell->format == FORMAT_COUNT || cell->format == FORMAT_NUMBERING) && cell->value.den == 1 &&
           cell->value.num >= 0 && cell->value.num < 1000;
}

static size_t cell_letters(struct buffer *scratch, const struct cell *cell)
{
    if (cell->kind == CELL_TEXT)
        return xlsx_longest_line(cell->text);
    if (cell->kind == CELL_EMPTY)
        return 0;
    if (is_small(cell))
        return SMALL_NUMBER;
    if (cell->format == FORMAT_DATE && ratio_has_value(cell->value))
        return SHORT_DATE;
    scratch->size = 0;
    cell_text(scratch, cell);
    return xlsx_longest_line(buffer_view(scratch)) + (cell_is_standing(cell) ? SYMBOL : 0);
}

double xlsx_column_width(const struct xlsx_plan *plan, const struct table *table, uint16_t column,
                         bool filter)
{
    const bool crowded = table->column_count > CROWDED;
    const size_t widest = crowded ? WIDEST_OF_MANY : WIDEST;
    const struct sv heading =
        xlsx_with_note(plan, table, table->columns[column].heading, table->columns[column].note);
    struct buffer scratch = buffer_in(plan->arena);
    size_t letters = heading_letters(heading);
    for (size_t row = 0; row < table->row_count && letters < widest; row++) {
        const struct cell cell = xlsx_cell(plan, table, row, column);
        letters = larger(letters, cell_letters(&scratch, &cell));
    }
    letters = larger(letters + AIR, crowded ? NARROWEST_OF_MANY : NARROWEST) + (filter ? FILTER_BUTTON : 0);
    return (double)(letters < widest ? letters : widest);
}

const double *xlsx_set_widths(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    const uint16_t count = entry->table->column_count;
    const bool filter = plan->document->use == DOCUMENT_WORKING;
    double *widths = arena_array(plan->arena, count, sizeof *widths);
    for (uint16_t column = 0; column < count; column++) {
        widths[column] = xlsx_column_width(plan, entry->table, column, filter);
        xlsx_check(plan->book,
                   worksheet_set_column(entry->sheet->handle, column, column, widths[column], NULL));
    }
    return widths;
}

/* Letters up to the next blank or line break, which is not taken. */
static size_t word_letters(struct sv text, size_t *at)
{
    size_t letters = 0;
    for (; *at < text.size && text.data[*at] != ' ' && text.data[*at] != '\n'; ++*at)
        letters += ((unsigned char)text.data[*at] & 0xC0) != 0x80;
    return letters;
}

size_t xlsx_wrapped_lines(struct sv text, double width)
{
    const size_t room = (size_t)(width * LETTERS_A_UNIT);
    size_t lines = 1;
    size_t used = 0;
    for (size_t at = 0; at < text.size; at++) {
        const size_t word = word_letters(text, &at);
        if (used && used + 1 + word > room) {
            lines++;
            used = 0;
        }
        used += word + (used > 0);
        lines += (used - (used > 0)) / room; /* a word that is longer than the line */
        if (at < text.size && text.data[at] == '\n') {
            lines++;
            used = 0;
        }
    }
    return lines;
}

void xlsx_set_lines(struct xlsx_sheet *sheet, uint32_t row, size_t lines, double points)
{
    const double height = (double)lines * points * LINE_SPACING + 1;
    if (sheet->handle)
        xlsx_check(sheet->book,
                   worksheet_set_row(sheet->handle, row, height < HIGHEST ? height : HIGHEST, NULL));
}
