#include "effect_rules.h"

#include <stdlib.h>

static const struct sv nothing = {0};

static int compare_weeks(const void *a, const void *b)
{
    const struct refund_rate *first = *(const struct refund_rate *const *)a;
    const struct refund_rate *second = *(const struct refund_rate *const *)b;
    if (first->week_from != second->week_from)
        return first->week_from < second->week_from ? -1 : 1;
    return first < second ? -1 : first > second;
}

static const struct refund_rate **rows_by_week(const struct rules *rules, size_t count)
{
    const struct refund_rate **sorted = arena_array(rules->data->arena, count, sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &refund_rates(rules->data)[i];
    qsort(sorted, count, sizeof *sorted, compare_weeks);
    return sorted;
}

/* A row with an error stops the run, and what it does not cover need not be said too. */
static bool any_left_out(const struct rules *rules)
{
    for (size_t i = 0; i < row_count(rules->data, TABLE_REFUND_RATES); i++)
        if (refund_rates(rules->data)[i].source.left_out)
            return true;
    return false;
}

static struct sv week_text(const struct rules *rules, int32_t week)
{
    return sv_format(rules->data->arena, "%ld", (long)week);
}

/* Of a row; of the table's end when there is none. */
static void report(const struct rules *rules, enum diag_code code, const struct refund_rate *row,
                   int32_t week)
{
    struct place place = {.file = sv_of("refusion.csv")};
    if (row)
        place = place_of(rules, TABLE_REFUND_RATES, &row->source, table_schema(TABLE_REFUND_RATES)->columns);
    diag_detail(rules->diag, code, place, nothing, week_text(rules, week));
}

/* `next` is the first week that no row before holds; 0: a row before is open. What it is after the row. */
static int32_t check_refund(const struct rules *rules, const struct refund_rate *row, int32_t next)
{
    if (row->week_to != WHOLE_NONE && row->week_to < row->week_from)
        report(rules, DIAG_WEEKS_BACKWARDS, row, row->week_from);
    else if (next == 0 || row->week_from < next)
        report(rules, DIAG_WEEK_TWICE, row, row->week_from);
    else if (row->week_from > next)
        report(rules, DIAG_WEEK_MISSING, row, next);
    if (next == 0 || row->week_to == WHOLE_NONE)
        return 0;
    return row->week_to >= next ? row->week_to + 1 : next;
}

static void check_weeks(const struct rules *rules)
{
    const size_t count = row_count(rules->data, TABLE_REFUND_RATES);
    const struct refund_rate **sorted = rows_by_week(rules, count);
    int32_t next = 1;
    for (size_t i = 0; i < count; i++)
        next = check_refund(rules, sorted[i], next);
    if (next)
        report(rules, DIAG_WEEKS_END, sorted[count - 1], next);
}

void check_refunds(const struct rules *rules)
{
    const struct rows *rows = &rules->data->tables[TABLE_REFUND_RATES];
    if (rows->count && !rows->partial && !any_left_out(rules))
        check_weeks(rules);
}
