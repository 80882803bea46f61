#include "rows_of_agreement.h"

/* ROW_NONE: the row is not there, or belongs to none. */
static uint32_t agreement_of(const struct data_set *data, enum table_id table, uint32_t row)
{
    return row == ROW_NONE ? ROW_NONE : row_agreement(data, table, row);
}

/* Counts each agreement's rows, and then puts their places in the list behind each other. */
static struct agreement_index make_index(const struct data_set *data, enum table_id table,
                                         const struct affected_list *list, bool after, struct arena *arena)
{
    struct agreement_index index = {.agreements = row_count(data, TABLE_AGREEMENTS)};
    uint32_t *next = arena_array(arena, index.agreements + 2, sizeof *next);
    index.places = arena_array(arena, list->count, sizeof *index.places);
    for (size_t i = 0; i < list->count; i++) {
        const uint32_t of = agreement_of(data, table, after ? list->rows[i].after : list->rows[i].before);
        if (of < index.agreements)
            next[of + 2]++;
    }
    for (size_t i = 2; i < index.agreements + 2; i++)
        next[i] += next[i - 1];
    for (size_t i = 0; i < list->count; i++) {
        const uint32_t of = agreement_of(data, table, after ? list->rows[i].after : list->rows[i].before);
        if (of < index.agreements)
            index.places[next[of + 1]++] = (uint32_t)i;
    }
    index.first = next; /* each has come to where the one after it begins */
    return index;
}

void rows_of_agreement_make(struct rows_of_agreement *rows, enum table_id table,
                            const struct affected_list *list, const struct row_match *match,
                            struct arena *arena)
{
    rows->list = list;
    rows->before = make_index(match->before, table, list, false, arena);
    rows->after = make_index(match->after, table, list, true, arena);
}

struct agreement_walk agreement_walk(const struct rows_of_agreement *rows, uint32_t before, uint32_t after)
{
    struct agreement_walk walk = {.rows = rows};
    if (before < rows->before.agreements) {
        walk.before = rows->before.first[before];
        walk.before_end = rows->before.first[before + 1];
    }
    if (after < rows->after.agreements) {
        walk.after = rows->after.first[after];
        walk.after_end = rows->after.first[after + 1];
    }
    return walk;
}

const struct affected_row *agreement_walk_next(struct agreement_walk *walk)
{
    const struct rows_of_agreement *rows = walk->rows;
    const uint32_t before = walk->before < walk->before_end ? rows->before.places[walk->before] : ROW_NONE;
    const uint32_t after = walk->after < walk->after_end ? rows->after.places[walk->after] : ROW_NONE;
    const uint32_t place = before < after ? before : after;
    if (place == ROW_NONE)
        return NULL;
    walk->before += before == place;
    walk->after += after == place;
    return &rows->list->rows[place];
}
