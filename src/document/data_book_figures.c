#include "data_book_parts.h"
#include "goal_view.h"

enum figure_column {
    COLUMN_KEY,
    COLUMN_NAME,
    COLUMN_PERIOD,
    COLUMN_AGREEMENT,
    COLUMN_CODE,
    COLUMN_VALUE,
    COLUMN_UNIT,
    COLUMN_ROWS,
    COLUMN_NUMERATOR,
    COLUMN_SHEET,
    FIGURE_COLUMNS
};

static const struct table_column figure_columns[FIGURE_COLUMNS] = {
    [COLUMN_KEY] = {.heading = SV("Nøgle")},
    [COLUMN_NAME] = {.heading = SV("Nøgletal")},
    [COLUMN_PERIOD] = {.heading = SV("Periode")},
    [COLUMN_AGREEMENT] = {.heading = SV("Aftale")},
    [COLUMN_CODE] = {.heading = SV("Kode")},
    [COLUMN_VALUE] = {.heading = SV("Værdi"), .format = FORMAT_DECIMAL},
    [COLUMN_UNIT] = {.heading = SV("Enhed")},
    [COLUMN_ROWS] = {.heading = SV("Rækker"), .format = FORMAT_COUNT},
    [COLUMN_NUMERATOR] = {.heading = SV("Heraf i tælleren"), .format = FORMAT_COUNT},
    [COLUMN_SHEET] = {.heading = SV("Ark")},
};

/* ---- The way to the rows ---- */

static bool has_same_rows(const struct row_set *a, const struct row_set *b)
{
    bool same = a->table == b->table && a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->rows[i].table == b->rows[i].table && a->rows[i].row == b->rows[i].row;
    return same;
}

/* Whether the rows of a code are those in the numerator of a share of the same code. */
static bool is_numerator(const struct code_set *code, const struct row_set *share, uint32_t of_code)
{
    size_t found = 0;
    if (code->key.code != of_code || code->set.table != share->table)
        return false;
    for (size_t i = 0; i < share->count; i++)
        if (share->rows[i].amount != 0) {
            if (found == code->set.count || code->set.rows[found].row != share->rows[i].row)
                return false;
            found++;
        }
    return found == code->set.count;
}

static bool shows_numerator(const struct book *book, const struct marked *marked, const struct row_set *share,
                            uint32_t code)
{
    for (size_t i = 0; i < marked->code_count; i++)
        if (is_numerator(&book->codes[marked->first_code + i], share, code))
            return true;
    return false;
}

/* The column of the figure, of its codes, or of another that counts the same rows, of a share by code in
 * its numerator; NULL: none. */
static const struct marked *column_of_figure(const struct book *book, const struct row_set *set,
                                             struct figure_key key)
{
    const struct marked *same = NULL;
    for (size_t i = 0; i < book->marked_count; i++) {
        const struct marked *marked = &book->marked[i];
        const bool of_codes = marked->mark == MARK_CODE;
        if (marked->key.figure == key.figure && marked->key.goal == key.goal &&
            of_codes == (key.code != WITHOUT_CODE))
            return marked;
        const bool shows_it = of_codes ? shows_numerator(book, marked, set, key.code)
                                       : key.code == WITHOUT_CODE && has_same_rows(&marked->set, set);
        if (!same && shows_it)
            same = marked;
    }
    return same;
}

/* How many rows a figure has, for all and by agreement; counted in one walk through them. */
struct extents {
    uint16_t figure;
    uint16_t goal;
    uint32_t code;
    struct row_set set;
    const struct marked *column; /* NULL: none shows which rows they are */
    int64_t *rows;               /* by agreement; the last is for all */
    int64_t *numerators;
};

static struct row_set rows_of(const struct book *book, struct figure_key key, size_t *next_code)
{
    return key.code == WITHOUT_CODE ? row_set_of(&book->sets, key, book->arena)
                                    : book->codes[(*next_code)++].set;
}

static void count_extents(const struct book *book, struct extents *extents, struct figure_key key,
                          struct row_set set)
{
    const size_t agreement_count = row_count(book->data, TABLE_AGREEMENTS);
    key.agreement = ALL_AGREEMENTS;
    *extents = (struct extents){.figure = key.figure,
                                .goal = key.goal,
                                .code = key.code,
                                .set = set,
                                .rows = arena_array(book->arena, agreement_count + 1, sizeof(int64_t)),
                                .numerators = arena_array(book->arena, agreement_count + 1, sizeof(int64_t))};
    extents->column = column_of_figure(book, &extents->set, key);
    for (size_t i = 0; i < extents->set.count; i++) {
        const struct set_row *row = &extents->set.rows[i];
        const uint32_t agreement = row_agreement(book->data, (enum table_id)row->table, row->row);
        extents->rows[agreement_count]++;
        extents->numerators[agreement_count] += row->amount != 0;
        if (agreement != ROW_NONE) {
            extents->rows[agreement]++;
            extents->numerators[agreement] += row->amount != 0;
        }
    }
}

static bool is_of(const struct extents *extents, struct figure_key key)
{
    return extents->rows && extents->figure == key.figure && extents->goal == key.goal &&
           extents->code == key.code;
}

static struct sv name_of_key(const struct book *book, struct figure_key key)
{
    const char *name = figure_kind(key.figure)->name;
    if (key.goal == NO_GOAL)
        return sv_of(name);
    return sv_format(book->arena, "%.*s: %s", SV_ARG(goals(book->data)[key.goal].name), name);
}

static void fill_value(const struct book *book, struct cell *cells, const struct extents *extents,
                       struct figure_key key)
{
    const size_t place =
        key.agreement == ALL_AGREEMENTS ? row_count(book->data, TABLE_AGREEMENTS) : key.agreement;
    cells[COLUMN_VALUE] = cell_of_figure(book->figures, key, figure_key_format(book->figures, key));
    if (cells[COLUMN_VALUE].format == FORMAT_COUNT && cells[COLUMN_VALUE].value.den > 1)
        cells[COLUMN_VALUE].format = FORMAT_DECIMAL; /* a mean */
    cells[COLUMN_VALUE].base = extents->rows[place];
    cells[COLUMN_UNIT] = cell_of_text(sv_of(figure_key_unit(book->figures, key)));
    cells[COLUMN_ROWS] = cell_of_value(ratio_whole(extents->rows[place]), FORMAT_COUNT);
    if (row_set_is_share(&extents->set))
        cells[COLUMN_NUMERATOR] = cell_of_value(ratio_whole(extents->numerators[place]), FORMAT_COUNT);
}

/* Its column at the rows of its agreement, or at all; without a column of its own the rows themselves. */
static struct sv link_to_rows(const struct book *book, const struct extents *extents, struct figure_key key)
{
    const struct row_places *rows = &book->rows[extents->set.table];
    const uint32_t agreement = key.agreement;
    uint32_t first = 0;
    uint32_t end = rows->count;
    if (agreement != ALL_AGREEMENTS) {
        first = agreement ? rows->ends[agreement - 1] : 0;
        end = rows->ends[agreement];
    }
    const unsigned column = extents->column ? data_book_column(book, extents->column) + 1u : 1;
    const char *table = table_schema(extents->set.table)->name;
    if (first == end)
        return sv_format(book->arena, "#%s", table);
    return sv_format(book->arena, "#%s:%lu-%lu:%u", table, (unsigned long)first + 1, (unsigned long)end,
                     column);
}

static void add_figure(const struct book *book, struct table *table, const struct extents *extents,
                       struct figure_key key)
{
    struct cell *cells = table_add_row(book->document, table, ROW_BODY)->cells;
    const char *sheet = table_schema(extents->set.table)->name;
    cells[COLUMN_KEY] = cell_of_text(figure_key_name(book->arena, book->figures, key));
    cells[COLUMN_NAME] = cell_of_text(name_of_key(book, key));
    cells[COLUMN_PERIOD] = cell_of_text(period_name(&book->figures->periods[key.period]));
    if (key.agreement != ALL_AGREEMENTS)
        cells[COLUMN_AGREEMENT] = cell_of_text(agreement_id(book->data, key.agreement));
    if (key.code != WITHOUT_CODE)
        cells[COLUMN_CODE] = cell_of_text(figure_code_name(book->arena, book->figures, key));
    fill_value(book, cells, extents, key);
    if (book->rows[extents->set.table].count) {
        cells[COLUMN_SHEET] = cell_of_text(sv_of(sheet));
        cells[COLUMN_SHEET].link = link_to_rows(book, extents, key);
    }
}

void data_book_add_figures(const struct book *book)
{
    struct extents extents = {.rows = NULL};
    size_t next_code = 0;
    struct section *section = document_add_section(book->document, "noegletal", sv_of("Nøgletal"));
    struct table *table =
        section_add_table(book->document, section, "noegletal", "Nøgletal", sv_of("Nøgletal og deres rækker"),
                          figure_columns, FIGURE_COLUMNS);
    for (size_t i = 0; i < book->figures->count; i++) {
        const struct figure_key key = book->figures->rows[i].key;
        if (!book->places.listed[i])
            continue;
        if (!is_of(&extents, key))
            count_extents(book, &extents, key, rows_of(book, key, &next_code));
        add_figure(book, table, &extents, key);
    }
}

/* ---- How figures are counted ---- */

enum way_column { WAY_NAME, WAY_UNIT, WAY_HOW, WAY_KEY, WAY_COMMAND, WAY_COLUMNS };

static const struct table_column way_columns[WAY_COLUMNS] = {
    [WAY_NAME] = {.heading = SV("Nøgletal")},
    [WAY_UNIT] = {.heading = SV("Enhed")},
    [WAY_HOW] = {.heading = SV("Sådan tælles det")},
    [WAY_KEY] = {.heading = SV("Nøgle")},
    [WAY_COMMAND] = {.heading = SV("Rækkerne i en anden periode vises af")},
};

static void add_way(const struct book *book, struct table *table, enum figure_id id)
{
    const struct figure_kind *kind = figure_kind(id);
    const char *const goal = id >= FIGURE_GOAL_VALUE ? "maal.<mål>." : "";
    struct cell *cells = table_add_row(book->document, table, ROW_BODY)->cells;
    cells[WAY_NAME] = cell_of_text(sv_of(kind->name));
    cells[WAY_UNIT] = cell_of_text(sv_of(figure_unit_name(kind->unit)));
    cells[WAY_HOW] = cell_of_text(sv_of(kind->how));
    cells[WAY_KEY] = cell_of_text(sv_format(book->arena, "%s%s", goal, kind->key));
    cells[WAY_COMMAND] =
        cell_of_text(sv_format(book->arena, "aarsrapport forklar %s%s <periode>", goal, kind->key));
}

void data_book_add_ways(const struct book *book)
{
    struct section *section = document_add_section(book->document, "opgoerelse", sv_of("Opgørelse"));
    struct table *table = section_add_table(book->document, section, "opgoerelse", "Opgørelse",
                                            sv_of("Sådan tælles hvert nøgletal"), way_columns, WAY_COLUMNS);
    for (int id = 0; id < FIGURES; id++)
        if (book->places.how[id])
            add_way(book, table, (enum figure_id)id);
}
