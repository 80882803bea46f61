#include "xlsx_formula.h"

#include "standing.h"

/* `A`, `Z`, `AA` */
static void add_column(struct buffer *buffer, uint16_t column)
{
    if (column >= 26)
        add_column(buffer, (uint16_t)(column / 26 - 1));
    buffer_add_byte(buffer, (char)('A' + column % 26));
}

static void add_cell(struct buffer *buffer, uint32_t row, uint16_t column)
{
    add_column(buffer, column);
    buffer_format(buffer, "%u", (unsigned)row + 1);
}

void xlsx_add_range(struct buffer *buffer, struct xlsx_run run, uint16_t first_column, uint16_t last_column)
{
    add_cell(buffer, run.first, first_column);
    buffer_add_byte(buffer, ':');
    add_cell(buffer, run.last, last_column);
}

bool xlsx_next_run(const struct xlsx_entry *entry, size_t *from, size_t end, struct xlsx_run *run)
{
    const struct table_row *rows = entry->table->rows;
    size_t row = *from;
    while (row < end && rows[row].kind != ROW_BODY)
        row++;
    const size_t first = row;
    while (row < end && rows[row].kind == ROW_BODY)
        row++;
    *from = row;
    run->first = entry->header_row + 1 + (uint32_t)first;
    run->last = entry->header_row + (uint32_t)row;
    return row > first;
}

void xlsx_add_body_ranges(struct buffer *buffer, const struct xlsx_entry *entry, size_t end, uint16_t column,
                          char separator)
{
    struct xlsx_run run;
    for (size_t from = 0; xlsx_next_run(entry, &from, end, &run);) {
        if (buffer->size)
            buffer_add_byte(buffer, separator);
        xlsx_add_range(buffer, run, column, column);
    }
}

static bool holds_number(const struct table *table, size_t row, uint16_t column)
{
    if (column >= table->column_count)
        return false;
    const struct cell *cell = &table->rows[row].cells[column];
    return cell->kind == CELL_VALUE && ratio_has_value(cell->value) && !format_is_standing(cell->format);
}

static void add_sum_above(struct buffer *buffer, const struct xlsx_entry *entry, size_t row, uint16_t column)
{
    struct buffer ranges = buffer_in(buffer->arena);
    xlsx_add_body_ranges(&ranges, entry, row, column, ',');
    if (ranges.size)
        buffer_format(buffer, "=SUM(%.*s)", SV_ARG(buffer_view(&ranges)));
}

static void add_sum_columns(struct buffer *buffer, uint32_t row, const struct derivation *derivation)
{
    buffer_add_text(buffer, "=SUM(");
    xlsx_add_range(buffer, (struct xlsx_run){row, row}, derivation->a, derivation->b);
    buffer_add_byte(buffer, ')');
}

/* The share of the total row that ends the rows which this one stands among. */
static void add_part_of_total(struct buffer *buffer, const struct xlsx_entry *entry, size_t row,
                              uint16_t part)
{
    const struct table *table = entry->table;
    size_t total = row;
    while (total < table->row_count && table->rows[total].kind != ROW_TOTAL)
        total++;
    if (total == table->row_count || !holds_number(table, row, part) || !holds_number(table, total, part))
        return;
    buffer_add_byte(buffer, '=');
    add_cell(buffer, entry->header_row + 1 + (uint32_t)row, part);
    buffer_add_byte(buffer, '/');
    add_cell(buffer, entry->header_row + 1 + (uint32_t)total, part);
}

static void add_quotient_of_rows(struct buffer *buffer, const struct xlsx_entry *entry, uint16_t column,
                                 const struct derivation *rows)
{
    const struct table *table = entry->table;
    if (rows->a >= table->row_count || rows->b >= table->row_count || !holds_number(table, rows->a, column) ||
        !holds_number(table, rows->b, column))
        return;
    buffer_add_byte(buffer, '=');
    add_cell(buffer, entry->header_row + 1 + rows->a, column);
    buffer_add_byte(buffer, '/');
    add_cell(buffer, entry->header_row + 1 + rows->b, column);
}

static void add_operation(struct buffer *buffer, uint32_t row, const struct derivation *derivation,
                          char operator)
{
    add_cell(buffer, row, derivation->a);
    buffer_add_byte(buffer, operator);
    add_cell(buffer, row, derivation->b);
}

/* "=E8-SUM(B8:D8)": one column less those before it */
static void add_less_columns(struct buffer *buffer, const struct xlsx_entry *entry, size_t row,
                             const struct derivation *derivation)
{
    const uint32_t sheet_row = entry->header_row + 1 + (uint32_t)row;
    if (derivation->b >= derivation->a || !holds_number(entry->table, row, derivation->a))
        return;
    buffer_add_byte(buffer, '=');
    add_cell(buffer, sheet_row, derivation->a);
    buffer_add_text(buffer, "-SUM(");
    xlsx_add_range(buffer, (struct xlsx_run){sheet_row, sheet_row}, derivation->b,
                   (uint16_t)(derivation->a - 1));
    buffer_add_byte(buffer, ')');
}

/* "=B10-SUM(B7:B9)": one row less those before it */
static void add_less_rows(struct buffer *buffer, const struct xlsx_entry *entry, uint16_t column,
                          const struct derivation *rows)
{
    const uint32_t first = entry->header_row + 1;
    if (rows->b >= rows->a || rows->a >= entry->table->row_count ||
        !holds_number(entry->table, rows->a, column))
        return;
    buffer_add_byte(buffer, '=');
    add_cell(buffer, first + rows->a, column);
    buffer_add_text(buffer, "-SUM(");
    xlsx_add_range(buffer, (struct xlsx_run){first + rows->b, first + rows->a - 1}, column, column);
    buffer_add_byte(buffer, ')');
}

/* Percentage points stand as points, so the difference of two shares is multiplied. */
static void add_pair(struct buffer *buffer, uint32_t row, const struct cell *cell)
{
    const char operator= cell->derivation.kind == DERIVED_DIFFERENCE ? '-' : '/';
    const bool points = cell->format == FORMAT_POINTS;
    buffer_add_text(buffer, points ? "=(" : "=");
    add_operation(buffer, row, &cell->derivation, operator);
    if (points)
        buffer_add_text(buffer, ")*100");
    if (cell->derivation.kind == DERIVED_PER_10000)
        buffer_add_text(buffer, "*10000");
}

const char *xlsx_formula(struct arena *arena, const struct xlsx_entry *entry, size_t row, uint16_t column)
{
    const struct cell *cell = &entry->table->rows[row].cells[column];
    const struct derivation *derivation = &cell->derivation;
    const uint32_t sheet_row = entry->header_row + 1 + (uint32_t)row;
    struct buffer buffer = buffer_in(arena);
    switch (derivation->kind) {
    case DERIVED_NOT:
        break;
    case DERIVED_SUM_ABOVE:
        add_sum_above(&buffer, entry, row, column);
        break;
    case DERIVED_SUM_COLUMNS:
        if (derivation->a <= derivation->b && derivation->b < entry->table->column_count)
            add_sum_columns(&buffer, sheet_row, derivation);
        break;
    case DERIVED_QUOTIENT:
    case DERIVED_PER_10000:
    case DERIVED_DIFFERENCE:
        if (holds_number(entry->table, row, derivation->a) && holds_number(entry->table, row, derivation->b))
            add_pair(&buffer, sheet_row, cell);
        break;
    case DERIVED_PART_OF_TOTAL:
        add_part_of_total(&buffer, entry, row, derivation->a);
        break;
    case DERIVED_QUOTIENT_ROWS:
        add_quotient_of_rows(&buffer, entry, column, derivation);
        break;
    case DERIVED_LESS_COLUMNS:
        add_less_columns(&buffer, entry, row, derivation);
        break;
    case DERIVED_LESS_ROWS:
        add_less_rows(&buffer, entry, column, derivation);
        break;
    case DERIVED_RUNNING_SUM:
        if (derivation->a < entry->table->column_count)
            add_sum_above(&buffer, entry, row + 1, derivation->a);
        break;
    }
    return buffer.size ? sv_text(arena, buffer_view(&buffer)) : NULL;
}
