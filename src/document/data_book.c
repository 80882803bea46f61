#include "data_book.h"

#include "goal_view.h"
#include "period_words.h"
#include "record_cells.h"
#include "row_sets.h"
#include "text_da.h"

#include <string.h>

/*
 * The figures that have a column on their table's sheet. Shares whose two counts have one each have none, nor
 * figures that count the same rows as another.
 */
static const enum figure_id MARKED[] = {
    FIGURE_COURSES_AT_START,
    FIGURE_COURSES_STARTED,
    FIGURE_COURSES_ENDED,
    FIGURE_COURSES_AT_END,
    FIGURE_COURSES_ACTIVE,
    FIGURE_COURSES_POSITIVE,
    FIGURE_COURSES_STOPPED,
    FIGURE_COURSES_HOURS_CHANGE,
    FIGURE_COURSES_PAID_HOURS,
    FIGURE_COURSES_DURATION,
    FIGURE_COURSES_PLAN_SHARE,
    FIGURE_COURSES_OWNERSHIP_SHARE,
    FIGURE_COURSES_USE_OF_PLACES,
    FIGURE_COURSES_ENDED_SO_FAR,
    FIGURE_COURSES_POSITIVE_SO_FAR,
    FIGURE_COURSES_STOPPED_SO_FAR,
    FIGURE_COURSES_MEETINGS_SHARE,
    FIGURE_COURSES_STATUS_AFTER,
    FIGURE_COURSES_RETENTION,
    FIGURE_JOBS_NEW,
    FIGURE_JOBS_AT_END,
    FIGURE_JOBS_HOURS,
    FIGURE_JOBS_IN_HOUSE,
    FIGURE_JOBS_CSR,
    FIGURE_JOBS_FIRST,
    FIGURE_JOBS_NEXT,
    FIGURE_JOBS_NEXT_ELSEWHERE,
    FIGURE_ENTERPRISES_AT_END,
    FIGURE_ENTERPRISES_NEW,
    FIGURE_ENTERPRISES_CLOSED,
    FIGURE_ENTERPRISES_COMING,
    FIGURE_ENTERPRISES_REGISTERED,
    FIGURE_ENTERPRISES_THREE_LINES,
    FIGURE_ENTERPRISES_STAFF,
    FIGURE_ENTERPRISES_EDGE_STAFF,
    FIGURE_ENTERPRISES_EDGE_30,
    FIGURE_ENTERPRISES_OUTSIDE,
    FIGURE_AGREEMENTS_AT_END,
    FIGURE_AGREEMENTS_NEW,
    FIGURE_AGREEMENTS_ENDED,
    FIGURE_EVALUATION_COUNT,
    FIGURE_READINGS_COURSES,
    FIGURE_READINGS_CHANGE,
    FIGURE_APPLICATIONS_SENT,
    FIGURE_APPLICATIONS_SOUGHT,
    FIGURE_APPLICATIONS_SUCCESS,
    FIGURE_APPLICATIONS_AMOUNT,
    FIGURE_TRIALS_STARTED,
    FIGURE_TRIALS_STATUS,
    FIGURE_TRIALS_ACROSS_SECTORS,
    FIGURE_TRIALS_LOCAL_PARTNER,
    FIGURE_PURCHASES_COUNT,
    FIGURE_PURCHASES_AMOUNT,
    FIGURE_PURCHASES_RESERVED,
    FIGURE_EFFORT_STATUS,
    FIGURE_RECOMMENDATIONS_YEAR,
    FIGURE_RECOMMENDATIONS_BEFORE,
};
enum { MARKED_COUNT = sizeof MARKED / sizeof *MARKED };

/* What a row says in a figure's column. */
enum mark {
    MARK_ONE,   /* 1: it counts */
    MARK_SHARE, /* 1: it is in the numerator, 0: only in the denominator */
    MARK_AMOUNT /* what it adds, or the value that a mean or a median is taken of */
};

/* A column of a figure, and the rows that have something in it. */
struct marked {
    struct figure_key key;
    struct row_set set;
    enum mark mark;
};

struct book {
    struct document *document;
    const struct figures *figures;
    const struct data_set *data;
    struct arena *arena;
    struct row_sets sets;
    struct marked *marked;
    size_t marked_count;
    size_t marked_capacity;
    uint16_t period_of[FIGURES]; /* the period in which a figure is shown; UINT16_MAX: the report has none */
};

/* ---- Which figures ---- */

/* The report's period, or the one before it, of which an evaluation shows the courses. */
static void find_periods(struct book *book)
{
    const struct figures *figures = book->figures;
    for (size_t figure = 0; figure < FIGURES; figure++)
        book->period_of[figure] = UINT16_MAX;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure_key *key = &figures->rows[i].key;
        uint16_t *period = &book->period_of[key->figure];
        if (key->period == figures->report || (key->period == figures->previous && *period == UINT16_MAX))
            *period = key->period;
    }
}

static enum mark mark_of(const struct row_set *set)
{
    switch (set->measure) {
    case MEASURE_QUOTIENT:
        return row_set_is_share(set) ? MARK_SHARE : MARK_AMOUNT;
    case MEASURE_SUM:
    case MEASURE_MEAN:
    case MEASURE_MEDIAN:
        return MARK_AMOUNT;
    case MEASURE_COUNT:
    case MEASURE_DISTINCT:
    case MEASURE_STATED:
    case MEASURE_DERIVED:
        break;
    }
    return MARK_ONE;
}

static void add_marked(struct book *book, struct figure_key key)
{
    const struct row_set set = row_set_of(&book->sets, key, book->arena);
    book->marked = arena_grow(book->arena, book->marked, book->marked_count, &book->marked_capacity,
                              sizeof *book->marked);
    book->marked[book->marked_count++] = (struct marked){key, set, mark_of(&set)};
}

/* Goals have a column each in the table of what they are about, in the order of maal.csv. */
static void mark_goals(struct book *book)
{
    if (book->period_of[FIGURE_GOAL_VALUE] == UINT16_MAX)
        return;
    for (uint16_t goal = 0; goal < row_count(book->data, TABLE_GOALS); goal++) {
        struct figure_key key =
            figure_key_in(book->figures, FIGURE_GOAL_VALUE, book->period_of[FIGURE_GOAL_VALUE]);
        key.goal = goal;
        if (figures_find(book->figures, key))
            add_marked(book, key);
    }
}

static void mark_figures(struct book *book)
{
    for (size_t i = 0; i < MARKED_COUNT; i++)
        if (book->period_of[MARKED[i]] != UINT16_MAX)
            add_marked(book, figure_key_in(book->figures, MARKED[i], book->period_of[MARKED[i]]));
    mark_goals(book);
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
static struct sv marked_heading(const struct book *book, const struct marked *marked)
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

static enum value_format mark_format(const struct marked *marked)
{
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

/* Whether a row of the table counts in a figure that has a column. */
static bool has_sheet(const struct book *book, enum table_id table)
{
    for (size_t i = 0; i < book->marked_count; i++) {
        const struct row_set *set = &book->marked[i].set;
        for (size_t row = 0; set->table == table && row < set->count; row++)
            if (set->rows[row].table == table)
                return true;
    }
    return false;
}

/* File, line, the table's own columns, then a column a figure. */
static struct table *add_table(const struct book *book, enum table_id id)
{
    const struct table_schema *schema = table_schema(id);
    struct table_column *columns =
        arena_array(book->arena, 2 + schema->column_count + marks_of(book, id), sizeof *columns);
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
    if (marked->mark == MARK_SHARE || measure == MEASURE_MEAN || measure == MEASURE_MEDIAN)
        return;
    int64_t sum = 0;
    for (size_t i = 0; i < marked->set.count; i++)
        if (marked->set.rows[i].table == marked->set.table)
            sum += marked->mark == MARK_ONE ? 1 : marked->set.rows[i].amount;
    *cell =
        cell_of_value(ratio_of(sum, marked->mark == MARK_ONE ? 1 : marked->set.scale), mark_format(marked));
    cell->derivation.kind = DERIVED_SUM_ABOVE;
}

/* Where each row of the table stands on its sheet: the rows that count in a figure, in their order. */
struct places {
    uint32_t *of; /* by row; ROW_NONE: it counts in none */
    uint32_t count;
};

static struct places places_of(const struct book *book, enum table_id id)
{
    const size_t rows = row_count(book->data, id);
    struct places places = {.of = arena_array(book->arena, rows + 1, sizeof *places.of)};
    memset(places.of, 0xFF, rows * sizeof *places.of);
    for (size_t i = 0; i < book->marked_count; i++) {
        const struct row_set *set = &book->marked[i].set;
        for (size_t row = 0; set->table == id && row < set->count; row++)
            if (set->rows[row].table == id)
                places.of[set->rows[row].row] = 0;
    }
    for (size_t row = 0; row < rows; row++)
        if (places.of[row] != ROW_NONE)
            places.of[row] = places.count++;
    return places;
}

static void add_marks(const struct book *book, struct table *table, enum table_id id,
                      const struct places *places)
{
    size_t column = 2 + table_schema(id)->column_count;
    for (size_t i = 0; i < book->marked_count; i++) {
        const struct marked *marked = &book->marked[i];
        if (marked->set.table != id)
            continue;
        for (size_t row = 0; row < marked->set.count; row++)
            if (marked->set.rows[row].table == id)
                table->rows[places->of[marked->set.rows[row].row]].cells[column] =
                    mark_cell(marked, &marked->set.rows[row]);
        add_total(table, marked, column++);
    }
}

/* Rows that count in none of the report's figures are left out: they are in their file, and often many. */
static void add_table_sheet(const struct book *book, enum table_id id)
{
    if (!has_sheet(book, id))
        return;
    const struct places places = places_of(book, id);
    struct table *table = add_table(book, id);
    for (uint32_t row = 0; row < row_count(book->data, id); row++)
        if (places.of[row] != ROW_NONE)
            add_record(book, table, id, row);
    table_add_row(book->document, table, ROW_TOTAL)->cells[0] = cell_of_text(sv_of("I alt"));
    add_marks(book, table, id, &places);
    table_add_note(table,
                   sv_of("Her står de rækker, der tæller med i mindst ét af kolonnernes tal. 1 betyder, at "
                         "rækken tæller med i kolonnens tal. Ved en andel står 1, når rækken er "
                         "i tælleren, og 0, når den kun er i nævneren. Ved en sum, et gennemsnit og en "
                         "median står det, rækken bidrager med."));
}

/* ---- The sheet of all figures ---- */

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
    COLUMN_HOW,
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
    [COLUMN_HOW] = {.heading = SV("Sådan tælles det")},
};

/* How many rows a figure has, for all and by agreement; counted in one walk through them. */
struct extents {
    uint16_t figure;
    uint16_t goal;
    uint32_t code;
    struct row_set set;
    int64_t *rows; /* by agreement; the last is for all */
    int64_t *numerators;
};

static void count_extents(const struct book *book, struct extents *extents, struct figure_key key)
{
    const size_t agreement_count = row_count(book->data, TABLE_AGREEMENTS);
    key.agreement = ALL_AGREEMENTS;
    *extents = (struct extents){.figure = key.figure,
                                .goal = key.goal,
                                .code = key.code,
                                .set = row_set_of(&book->sets, key, book->arena),
                                .rows = arena_array(book->arena, agreement_count + 1, sizeof(int64_t)),
                                .numerators = arena_array(book->arena, agreement_count + 1, sizeof(int64_t))};
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
    if (has_sheet(book, extents->set.table)) {
        cells[COLUMN_SHEET] = cell_of_text(sv_of(sheet));
        cells[COLUMN_SHEET].link = sv_format(book->arena, "#%s", sheet);
    }
    cells[COLUMN_HOW] = cell_of_text(sv_of(figure_kind(key.figure)->how));
}

/* For all, per agreement, and for all by code; target groups can be filtered on the sheets. */
static bool is_listed(const struct book *book, struct figure_key key)
{
    return key.period == book->period_of[key.figure] && key.target_group == ALL_TARGET_GROUPS &&
           (key.code == WITHOUT_CODE || key.agreement == ALL_AGREEMENTS);
}

static void add_figures(const struct book *book)
{
    struct extents extents = {.rows = NULL};
    struct section *section = document_add_section(book->document, "noegletal", sv_of("Nøgletal"));
    struct table *table =
        section_add_table(book->document, section, "noegletal", "Nøgletal", sv_of("Nøgletal og deres rækker"),
                          figure_columns, FIGURE_COLUMNS);
    for (size_t i = 0; i < book->figures->count; i++) {
        const struct figure_key key = book->figures->rows[i].key;
        if (!is_listed(book, key))
            continue;
        if (!is_of(&extents, key))
            count_extents(book, &extents, key);
        add_figure(book, table, &extents, key);
    }
}

/* ---- The book ---- */

static void describe(const struct book *book, day_number date)
{
    struct document *document = book->document;
    const struct settings *settings = &book->data->settings;
    const struct sv period = period_title(book->arena, &book->figures->periods[book->figures->report]);
    document->use = DOCUMENT_WORKING;
    document->title = sv_format(book->arena, "Datagrundlag %.*s", SV_ARG(period));
    document->subject = sv_of("De rækker, der ligger bag rapportens tal");
    document->author = settings->unit;
    document->date = date;
    document->colour = settings->colour;
    document->cover.municipality = municipality_title(book->arena, settings->municipality);
    document->cover.unit = settings->unit;
    document->cover.title = document->title;
    document->cover.subtitle = document->subject;
}

struct document *data_book_compose(const struct figures *figures, day_number date, struct arena *arena)
{
    struct book book = {.document = document_create(arena, figures),
                        .figures = figures,
                        .data = figures->data,
                        .arena = arena};
    row_sets_init(&book.sets, figures, arena);
    find_periods(&book);
    mark_figures(&book);
    describe(&book, date);
    add_figures(&book);
    for (enum table_id table = 0; table < TABLES; table++)
        add_table_sheet(&book, table);
    return book.document;
}
