#include "xlsx_verify_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char LETTERS_OF_NUMBERS[] = "0123456789+-.eE";

static int in_order(const void *a, const void *b)
{
    const struct written_formula *one = a, *other = b;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    return one->column < other->column ? -1 : one->column > other->column;
}

static int ascending(const void *a, const void *b)
{
    const uint32_t *one = a, *other = b;
    return *one < *other ? -1 : *one > *other;
}

/* The header rows, as the file counts rows. */
static void watch_headers(struct verification *verification)
{
    const struct written_sheet *sheet = verification->sheet;
    uint32_t *rows = arena_array(verification->arena, sheet->table_count, sizeof *rows);
    for (size_t i = 0; i < sheet->table_count; i++)
        rows[i] = sheet->tables[i].header_row + 1;
    if (sheet->table_count)
        qsort(rows, sheet->table_count, sizeof *rows, ascending);
    verification->plain = (struct plain_cells){.watched = rows, .watched_count = sheet->table_count};
}

void sheet_begin(struct verification *verification)
{
    const struct written_sheet *sheet = verification->sheet;
    watch_headers(verification);
    verification->cells = verification->formulas = verification->headers = 0;
    if (sheet->formula_count)
        qsort(sheet->formulas, sheet->formula_count, sizeof *sheet->formulas, in_order);
}

/* "AB12": column 27, row 11. */
static bool read_place(struct verification *verification, const char *place)
{
    enum { LETTERS = 26, COLUMNS = 16384 };
    unsigned column = 0;
    for (; place && *place >= 'A' && *place <= 'Z' && column <= COLUMNS; place++)
        column = column * LETTERS + (unsigned)(*place - 'A') + 1;
    char *end = NULL;
    const unsigned long row = column && column <= COLUMNS ? strtoul(place, &end, 10) : 0;
    verification->row = (uint32_t)row - 1;
    verification->column = (uint16_t)(column - 1);
    return row > 0 && row <= 1048576 && *end == '\0';
}

static void start_cell(struct verification *verification, const XML_Char **attributes)
{
    const char *type = attribute_of(attributes, "t");
    verification->cells++;
    verification->has_formula = false;
    verification->is_shared = type && strcmp(type, "s") == 0;
    if (!read_place(verification, attribute_of(attributes, "r")))
        verification_fail(verification, "en celle har ingen plads");
    if (type && !verification->is_shared && strcmp(type, "inlineStr") != 0)
        verification_fail(verification, "en celle er hverken tal eller tekst");
}

void sheet_start(struct verification *verification, const char *name, const XML_Char **attributes)
{
    if (strcmp(name, "c") == 0) {
        start_cell(verification, attributes);
    } else if (strcmp(name, "v") == 0 || strcmp(name, "f") == 0) {
        verification->in_text = true;
        verification->text.size = 0;
    }
}

/* The heading that should stand there; NULL where no header does. */
static const char *heading_at(const struct verification *verification)
{
    const struct written_sheet *sheet = verification->sheet;
    for (size_t i = 0; i < sheet->table_count; i++) {
        const struct written_table *table = &sheet->tables[i];
        if (table->header_row == verification->row && verification->column < table->column_count)
            return table->headings[verification->column];
    }
    return NULL;
}

static void want_string(struct verification *verification, size_t number, const char *text)
{
    verification->wanted = arena_grow(verification->arena, verification->wanted, verification->wanted_count,
                                      &verification->wanted_capacity, sizeof *verification->wanted);
    verification->wanted[verification->wanted_count++] = (struct wanted_string){number, text};
    verification->headers++;
}

static void check_shared(struct verification *verification, const char *text)
{
    const char *heading = heading_at(verification);
    char *end = NULL;
    const size_t number = strtoul(text, &end, 10);
    if (end == text || *end)
        verification_fail(verification, "en tekst er der ikke");
    if (number + 1 > verification->strings_needed)
        verification->strings_needed = number + 1;
    if (heading)
        want_string(verification, number, heading);
}

/* The library writes 16 digits. */
static bool is_same(double written, double meant)
{
    return fabs(written - meant) <= 1e-14 * fmax(fabs(written), fabs(meant));
}

static void check_formula(struct verification *verification, double value)
{
    const struct written_sheet *sheet = verification->sheet;
    const struct written_formula *meant = &sheet->formulas[verification->formulas];
    if (verification->formulas >= sheet->formula_count || meant->row != verification->row ||
        meant->column != verification->column)
        verification_fail(verification, "en formel står et andet sted");
    else if (!is_same(value, meant->value))
        verification_fail(verification, "en formel har en anden værdi");
    verification->formulas++;
}

static void check_number(struct verification *verification, const char *text)
{
    char *end = NULL;
    const bool plain = *text && strspn(text, LETTERS_OF_NUMBERS) == strlen(text);
    const double value = plain ? strtod(text, &end) : 0;
    if (!plain || *end || !isfinite(value))
        verification_fail(verification, "et tal er ikke et tal");
    else if (verification->has_formula)
        check_formula(verification, value);
}

void sheet_end(struct verification *verification, const char *name)
{
    const bool formula = strcmp(name, "f") == 0;
    if (!formula && strcmp(name, "v") != 0)
        return;
    buffer_add_byte(&verification->text, '\0');
    const char *text = verification->text.data;
    verification->in_text = false;
    if (formula) {
        verification->has_formula = true;
        if (strstr(text, "#REF!"))
            verification_fail(verification, "en formel peger på en celle, der ikke er der");
    } else if (verification->is_shared) {
        check_shared(verification, text);
    } else {
        check_number(verification, text);
    }
}

void sheet_finish(struct verification *verification)
{
    const struct written_sheet *sheet = verification->sheet;
    size_t headers = 0;
    for (size_t i = 0; i < sheet->table_count; i++)
        headers += sheet->tables[i].column_count;
    if (verification->cells + verification->plain.cells != sheet->cells)
        verification_fail(verification, "der mangler celler");
    if (verification->formulas != sheet->formula_count)
        verification_fail(verification, "der mangler formler");
    if (verification->headers != headers)
        verification_fail(verification, "en tabel mangler en overskrift i arket");
    if (verification->plain.strings > verification->strings_needed)
        verification->strings_needed = verification->plain.strings;
}
