#include "data_book.h"

#include "data_book_parts.h"
#include "period_words.h"

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

static struct marked *add_marked(struct book *book, struct figure_key key, struct row_set set, enum mark mark)
{
    book->marked = arena_grow(book->arena, book->marked, book->marked_count, &book->marked_capacity,
                              sizeof *book->marked);
    book->marked[book->marked_count] = (struct marked){.key = key, .set = set, .mark = mark};
    return &book->marked[book->marked_count++];
}

static void mark_figure(struct book *book, struct figure_key key)
{
    const struct row_set set = row_set_of(&book->sets, key, book->arena);
    add_marked(book, key, set, mark_of(&set));
}

/* Goals have a column each in the table of what they are about, in the order of maal.csv. */
static void mark_goals(struct book *book)
{
    if (book->places.period_of[FIGURE_GOAL_VALUE] == NO_PERIOD)
        return;
    for (uint16_t goal = 0; goal < row_count(book->data, TABLE_GOALS); goal++) {
        struct figure_key key =
            figure_key_in(book->figures, FIGURE_GOAL_VALUE, book->places.period_of[FIGURE_GOAL_VALUE]);
        key.goal = goal;
        if (figures_find(book->figures, key))
            mark_figure(book, key);
    }
}

static void mark_figures(struct book *book)
{
    const uint16_t *period_of = book->places.period_of;
    for (size_t i = 0; i < MARKED_COUNT; i++)
        if (period_of[MARKED[i]] != NO_PERIOD)
            mark_figure(book, figure_key_in(book->figures, MARKED[i], period_of[MARKED[i]]));
    mark_goals(book);
}

/* A share by code has the rows of its denominator for every code: its counts by code have the column. */
static bool has_column_of_codes(const struct code_set *code)
{
    return code->set.measure != MEASURE_QUOTIENT && code->set.measure != MEASURE_DERIVED;
}

static void add_code(struct book *book, struct figure_key key)
{
    struct code_set *code;
    book->codes =
        arena_grow(book->arena, book->codes, book->code_count, &book->code_capacity, sizeof *book->codes);
    code = &book->codes[book->code_count++];
    *code = (struct code_set){key, row_set_of(&book->sets, key, book->arena)};
}

/* The rows of every listed code, and a column for each figure that has some. */
static void mark_codes(struct book *book)
{
    const struct figures *figures = book->figures;
    struct marked *last = NULL;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure_key key = figures->rows[i].key;
        if (!book->places.listed[i] || key.code == WITHOUT_CODE)
            continue;
        add_code(book, key);
        const struct code_set *code = &book->codes[book->code_count - 1];
        if (!last || last->key.figure != key.figure) {
            const struct row_set none = {.measure = code->set.measure, .scale = 1, .table = code->set.table};
            last = has_column_of_codes(code) ? add_marked(book, key, none, MARK_CODE) : NULL;
            if (last)
                last->first_code = book->code_count - 1;
        }
        if (last)
            last->code_count++;
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
                        .arena = arena,
                        .places = figure_places_of(figures, arena)};
    row_sets_init(&book.sets, figures, arena);
    mark_figures(&book);
    mark_codes(&book);
    describe(&book, date);
    for (enum table_id table = 0; table < TABLES; table++)
        data_book_place_rows(&book, table);
    data_book_add_figures(&book);
    data_book_add_ways(&book);
    for (enum table_id table = 0; table < TABLES; table++)
        data_book_add_rows(&book, table);
    return book.document;
}
