#include "data_book_parts.h"
#include "period_words.h"
#include "record_cells.h"
#include "text_da.h"

#include <string.h>

enum { COLUMNS_OF_PLACE = 2 }; /* file and line */

/* ---- Where rows stand ---- */

static void keep_rows(struct row_places *places, const struct row_set *set, enum table_id table)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->rows[i].table == table)
            places->of[set->rows[i].row] = 0;
}

static void keep_marked(const struct book *book, struct row_places *places, const struct marked *marked)
{
    keep_rows(places, &marked->set, marked->set.table);
    for (size_t i = 0; i < marked->code_count; i++)
        keep_rows(places, &book->codes[marked->first_code + i].set, marked->set.table);
}

/* Agreement by agreement, in their order and in the table's; rows of none come last. */
static void order_rows(const struct book *book, struct row_places *places, enum table_id table)
{
    const size_t agreements = row_count(book->data, TABLE_AGREEMENTS);
    const size_t rows = row_count(book->data, table);
    for (uint32_t row = 0; row < rows; row++)
        if (places->of[row] != ROW_NONE) {
            const uint32_t agreement = row_agreement(book->data, table, row);
            places->ends[agreement == ROW_NONE ? agreements : agreement]++;
        }
    for (size_t i = 0; i <= agreements; i++) {
        const uint32_t count = places->ends[i];
        places->ends[i] = places->count;
        places->count += count;
    }
    for (uint32_t row = 0; row < rows; row++)
        if (places->of[row] != ROW_NONE) {
            const uint32_t agreement = row_agreement(book->data, table, row);
            places->of[row] = places->ends[agreement == ROW_NONE ? agreements : agreement]++;
            places->rows[places->of[row]] = row;
        }
}

void data_book_place_rows(struct book *book, enum table_id table)
{
    struct row_places *places = &book->rows[table];
    const size_t rows = row_count(book->data, table);
    places->of = arena_array(book->arena, rows, sizeof *places->of);
    places->rows = arena_array(book->arena, rows, sizeof *places->rows);
    places->ends =
        arena_array(book->arena, row_count(book->data, TABLE_AGREEMENTS) + 1, sizeof *places->ends);
    memset(places->of, 0xFF, rows * sizeof *places->of);
    for (size_t i = 0; i < book->marked_count; i++)
        if (book->marked[i].set.table == table)
            keep_marked(book, places, &book->marked[i]);
    order_rows(book, places, table);
}

uint16_t data_book_column(const struct book *book, const struct marked *marked)
{
    const enum table_id table = marked->set.table;
    size_t column = COLUMNS_OF_PLACE + table_schema(table)->column_count;
    for (const struct marked *other = book->marked; other < marked; other++)
        column += other->set.table == table;
    return (uint16_t)column;
}

/* ---- The sheet of a table ---- */

/* Excel does not tell headings apart by capital letters. */
static bool is_column(const struct book *book, enum table_id table, const char *name)
{
    const struct sv folded = danish_fold(book->arena, sv_of(name));
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++)
        if (sv_is(folded, schema->columns[i].name))
            return true;
    return false;
}

/* "Startede forløb"; of another period than the report's "Startede forløb (2023)"; a goal by its own name. */
static struct sv name_of_column(const struct book *book, const struct marked *marked)
{
    if (marked->key.goal != NO_GOAL)
        return sv_format(book->arena, "Mål: %.*s", SV_ARG(goals(book->data)[marked->key.goal].name));
    const char *name = figure_kind(marked->key.figure)->name;
    if (is_column(book, marked->set.table, name))
        return sv_format(book->arena, "%s, talt med", name);
    if (marked->key.period == book->figures->report)
        return sv_of(name);
    const struct sv period = period_title(book->arena, &book->figures->periods[marked->key.period]);
    return sv_format(book->arena, "%s (%.*s)", name, SV_ARG(period));
}

static struct sv marked_heading(const struct book *book, const struct marked *marked)
{
    const struct sv name = name_of_column(book, marked);
    return marked->mark == MARK_CODE ? sv_format(book->arena, "%.*s, kode", SV_ARG(name)) : name;
}

static enum value_format mark_format(const struct marked *marked)
{
    if (marked->mark == MARK_CODE)
        return FORMAT_TEXT;
    return marked->mark == MARK_AMOUNT && marked->set.scale != 1 ? FORMAT_DECIMAL : FORMAT_COUNT;
}

static struct cell mark_cell(const struct marked *marked, const struct set_row *row)
{
    const int64_t one = marked->mark == MARK_AMOUNT ? marked->set.scale : 1;
    const int64_t amount = marked->mark == MARK_ONE ? 1 : row->amount;
    return cell_of_value(ratio_of(amount, one), mark_format(marked));
}

static size_t marks_of(const struct book *book, enum table_id table)
{
    size_t count = 0;
    for (size_t i = 0; i < book->marked_count; i++)
        count += book->marked[i].set.table == table;
    return count;
}

/* File, line, the table's own columns, then a column a figure. */
static struct table *add_table(const struct book *book, enum table_id id)
{
    const struct table_schema *schema = table_schema(id);
    struct table_column *columns = arena_array(
        book->arena, COLUMNS_OF_PLACE + schema->column_count + marks_of(book, id), sizeof *columns);
    size_t count = 0;
    columns[count++] = (struct table_column){.heading = SV("Fil")};
    columns[count++] = (struct table_column){.heading = SV("Linje"), .format = FORMAT_NUMBERING};
    for (size_t i = 0; i < schema->column_count; i++)
        columns[count++] = (struct table_column){.heading = sv_of(schema->columns[i].name),
                                                 .format = record_format(&schema->columns[i])};
    for (size_t i = 0; i < book->marked_count; i++)
        if (book->marked[i].set.table == id)
            columns[count++] = (struct table_column){.heading = marked_heading(book, &book->marked[i]),
                                                     .format = mark_format(&book->marked[i])};
    struct section *section = document_add_section(book->document, schema->name, sv_of(schema->name));
    struct table *table =
        section_add_table(book->document, section, schema->name, schema->name,
                          sv_format(book->arena, "Rækkerne i %s", schema->name), columns, count);
    table->look = TABLE_ROWS;
    return table;
}

static void add_record(const struct book *book, struct table *table, enum table_id id, uint32_t row)
{
    const struct table_schema *schema = table_schema(id);
    struct cell *cells = table_add_row(book->document, table, ROW_BODY)->cells;
    *cells++ = record_file(book->data, id, row);
    *cells++ = record_line(book->data, id, row);
    for (size_t i = 0; i < schema->column_count; i++)
        *cells++ = record_cell(book->data, id, row, &schema->columns[i], book->arena);
}

/* The last row adds up, live, what can be added up: how many count, and sums. */
static void add_total(struct table *table, const struct marked *marked, size_t column)
{
    const enum row_measure measure = marked->set.measure;
    struct cell *cell = &table->rows[table->row_count - 1].cells[column];
    if (marked->mark == MARK_SHARE || marked->mark == MARK_CODE || measure == MEASURE_MEAN ||
        measure == MEASURE_MEDIAN)
        return;
    int64_t sum = 0;
    for (size_t i = 0; i < marked->set.count; i++)
        if (marked->set.rows[i].table == marked->set.table)
            sum += marked->mark == MARK_ONE ? 1 : marked->set.rows[i].amount;
    *cell =
        cell_of_value(ratio_of(sum, marked->mark == MARK_ONE ? 1 : marked->set.scale), mark_format(marked));
    cell->derivation.kind = DERIVED_SUM_ABOVE;
}

/* A row that counts for more than one code names them all. */
static void add_codes(const struct book *book, struct table *table, const struct marked *marked,
                      size_t column)
{
    const struct row_places *places = &book->rows[marked->set.table];
    for (size_t i = 0; i < marked->code_count; i++) {
        const struct code_set *code = &book->codes[marked->first_code + i];
        const struct sv name = figure_code_name(book->arena, book->figures, code->key);
        for (size_t row = 0; row < code->set.count; row++) {
            if (code->set.rows[row].table != marked->set.table)
                continue;
            struct cell *cell = &table->rows[places->of[code->set.rows[row].row]].cells[column];
            *cell = cell_of_text(cell->kind == CELL_EMPTY ? name
                                                          : sv_format(book->arena, "%.*s; %.*s",
                                                                      SV_ARG(cell->text), SV_ARG(name)));
        }
    }
}

static void add_marks(const struct book *book, struct table *table, enum table_id id)
{
    const struct row_places *places = &book->rows[id];
    size_t column = COLUMNS_OF_PLACE + table_schema(id)->column_count;
    for (size_t i = 0; i < book->marked_count; i++) {
        const struct marked *marked = &book->marked[i];
        if (marked->set.table != id)
            continue;
        for (size_t row = 0; row < marked->set.count; row++)
            if (marked->set.rows[row].table == id)
                table->rows[places->of[marked->set.rows[row].row]].cells[column] =
                    mark_cell(marked, &marked->set.rows[row]);
        add_codes(book, table, marked, column);
        add_total(table, marked, column++);
    }
}

/* Rows that count in none of the report's figures are left out: they are in their file, and often many. */
void data_book_add_rows(const struct book *book, enum table_id id)
{
    const struct row_places *places = &book->rows[id];
    if (!places->count)
        return;
    struct table *table = add_table(book, id);
    for (uint32_t i = 0; i < places->count; i++)
        add_record(book, table, id, places->rows[i]);
    table_add_row(book->document, table, ROW_TOTAL)->cells[0] = cell_of_text(sv_of("I alt"));
    add_marks(book, table, id);
    table_add_note(table,
                   sv_of("Her står de rækker, der tæller med i mindst ét af kolonnernes tal. 1 betyder, at "
                         "rækken tæller med i kolonnens tal. Ved en andel står 1, når rækken er "
                         "i tælleren, og 0, når den kun er i nævneren. Ved en sum, et gennemsnit og en "
                         "median står det, rækken bidrager med. I en kolonne med koder står den kode, "
                         "rækken tæller med under."));
}
