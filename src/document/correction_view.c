#include "correction_view.h"

#include "cell_text.h"
#include "comparison.h"
#include "goal_view.h"
#include "key_figures.h"
#include "period_words.h"
#include "record_cells.h"
#include "sentence.h"
#include "text_da.h"

#include <stdlib.h>

/* ---- Values ---- */

static struct ratio status_of_code(struct sv code)
{
    for (int status = 0; status < GOAL_STATUSES; status++)
        if (sv_is(code, goal_status_code((enum goal_status)status)))
            return ratio_whole(status);
    return ratio_none();
}

static struct ratio light_of_code(struct sv code)
{
    for (int light = LIGHT_GREEN; light <= LIGHT_RED; light++)
        if (sv_is(code, light_code((enum light)light)))
            return ratio_whole(light);
    return ratio_none();
}

static struct ratio day_of_text(struct sv text)
{
    day_number day;
    return day_parse(text, &day) == DAY_OK ? ratio_whole(day) : ratio_none();
}

static struct ratio number_of_text(struct sv text)
{
    decimal number;
    const enum decimal_error error = decimal_parse(text, &number);
    return error == DECIMAL_FORM || error == DECIMAL_RANGE ? ratio_none() : ratio_decimal(number);
}

struct ratio value_of_printed(struct sv text, enum value_format format)
{
    if (format == FORMAT_DATE)
        return day_of_text(text);
    if (format == FORMAT_STATUS)
        return status_of_code(text);
    return format == FORMAT_LIGHT ? light_of_code(text) : number_of_text(text);
}

static bool is_whole(struct ratio value)
{
    return !ratio_has_value(value) || ratio_compare(value, ratio_whole(ratio_round(value, 0))) == 0;
}

/* What the reader of the earlier version saw, where that is known. */
static struct ratio value_before(const struct told_change *told, enum value_format format)
{
    const struct figure_change *change = told->change;
    if (change->method || (!change->before && change->printed.size))
        return value_of_printed(change->printed, format);
    return change->before ? change->before->value : figure_value_without_row(told->key);
}

/* ---- Cells ---- */

enum { BASE_WITH_DECIMALS = 100 }; /* from which on shares are printed with one */

static bool looks_equal(const struct cell *a, const struct cell *b, struct arena *arena)
{
    struct buffer left = buffer_in(arena);
    struct buffer right = buffer_in(arena);
    cell_text(&left, a);
    cell_text(&right, b);
    return sv_equal(buffer_view(&left), buffer_view(&right));
}

/* A mean is counted among the counts; and a small difference of shares needs a decimal. */
static void refine_format(struct told_change *told, struct arena *arena)
{
    if (told->after.format == FORMAT_COUNT && !(is_whole(told->before.value) && is_whole(told->after.value)))
        told->before.format = told->after.format = FORMAT_DECIMAL;
    if (told->after.format == FORMAT_SHARE && looks_equal(&told->before, &told->after, arena))
        told->before.base = told->after.base = BASE_WITH_DECIMALS;
}

static bool can_be_subtracted(enum value_format format)
{
    return format == FORMAT_COUNT || format == FORMAT_DECIMAL || format == FORMAT_SHARE ||
           format == FORMAT_AMOUNT;
}

static void fill_difference(struct told_change *told)
{
    const struct ratio difference = ratio_subtract(told->after.value, told->before.value);
    if (!can_be_subtracted(told->after.format) || !ratio_has_value(difference))
        return;
    told->difference = cell_of_value(difference, change_format(told->after.format));
    told->difference.base = told->after.base;
    if (told->after.format == FORMAT_SHARE || told->before.value.num <= 0)
        return;
    told->share = cell_of_value(ratio_divide(difference, told->before.value), FORMAT_SHARE);
    if (ratio_round(told->share.value, 2) == 0)
        told->share.base = BASE_WITH_DECIMALS;
}

struct sv told_figure_name(const struct figures *figures, struct figure_key key, struct arena *arena)
{
    const char *name = figure_kind((enum figure_id)key.figure)->name;
    if (key.goal == NO_GOAL)
        return sv_of(name);
    const struct sv goal = goals(figures->data)[key.goal].name;
    if (key.figure == FIGURE_GOAL_VALUE)
        return sv_format(arena, "Målet »%.*s«", SV_ARG(goal));
    if (key.figure == FIGURE_GOAL_TARGET)
        return sv_format(arena, "Måltallet for »%.*s«", SV_ARG(goal));
    return sv_format(arena, "Målet »%.*s«: %.*s", SV_ARG(goal), SV_ARG(text_lowered(arena, sv_of(name))));
}

static void find_key(struct told_change *told, const struct changes *changes)
{
    const struct figure_change *change = told->change;
    if (change->after) {
        told->figures = changes->after.figures;
        told->key = change->after->key;
    } else if (change->before) {
        told->figures = changes->before.figures;
        told->key = change->before->key;
    }
}

struct told_change told_change(const struct correction *correction, const struct figure_change *change,
                               struct arena *arena)
{
    struct told_change told = {.change = change, .name = change->key.name};
    find_key(&told, correction->changes);
    if (!told.figures)
        return told;
    const enum value_format format = figure_key_format(told.figures, told.key);
    told.name = told_figure_name(told.figures, told.key, arena);
    told.before = cell_of_value(value_before(&told, format), format);
    told.after = change->after ? cell_of_figure(told.figures, told.key, format)
                               : cell_of_value(figure_value_without_row(told.key), format);
    refine_format(&told, arena);
    fill_difference(&told);
    return told;
}

/* ---- Which stand first ---- */

enum { RANK_GOAL, RANK_PAGE_ONE, RANK_BEFORE, RANK_OTHER, RANK_NOT }; /* then divisions */

/* An evaluation is about the courses of the year before. */
static bool is_of_report(const struct section_context *context, const struct told_change *told)
{
    const uint16_t period = told->key.period;
    return period == told->figures->report ||
           (context->request->kind == REPORT_EVALUATION && period == told->figures->previous);
}

static int rank_of_figure(const struct section_context *context, const struct told_change *told)
{
    const struct figure_key key = told->key;
    if (key.agreement != ALL_AGREEMENTS || key.target_group != ALL_TARGET_GROUPS || key.code != WITHOUT_CODE)
        return RANK_NOT;
    if (is_of_report(context, told))
        return is_key_figure((enum figure_id)key.figure) ? RANK_PAGE_ONE : RANK_OTHER;
    /* Page one holds its figures up against these. */
    return key.period == told->figures->previous && is_key_figure((enum figure_id)key.figure) ? RANK_BEFORE
                                                                                              : RANK_NOT;
}

static int rank_of(const struct section_context *context, const struct told_change *told)
{
    const struct figure_key key = told->key;
    if (!told->figures)
        return RANK_NOT;
    if (key.goal == NO_GOAL)
        return rank_of_figure(context, told);
    return is_of_report(context, told) &&
                   (key.figure == FIGURE_GOAL_VALUE || key.figure == FIGURE_GOAL_TARGET)
               ? RANK_GOAL
               : RANK_NOT;
}

/* When no figure for all has moved: the least divided first. */
static int rank_of_division(const struct section_context *context, const struct told_change *told)
{
    (void)context;
    if (!told->figures || told->key.goal != NO_GOAL)
        return RANK_NOT;
    return RANK_NOT + 1 + (told->key.period != told->figures->report) +
           (told->key.agreement != ALL_AGREEMENTS) + (told->key.target_group != ALL_TARGET_GROUPS) +
           (told->key.code != WITHOUT_CODE);
}

struct ranked {
    int rank;
    struct told_change told;
};

static int by_rank(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;
    const struct figure_key x = left->told.key;
    const struct figure_key y = right->told.key;
    if (left->rank != right->rank)
        return left->rank - right->rank;
    if (x.goal != y.goal)
        return x.goal < y.goal ? -1 : 1;
    if (x.figure != y.figure)
        return x.figure < y.figure ? -1 : 1;
    return (x.period > y.period) - (x.period < y.period);
}

struct sv told_period(const struct period *period, struct arena *arena)
{
    switch (period->kind) {
    case PERIOD_OF_TIME:
        return period_title(arena, period);
    case PERIOD_MONTH:
        return sv_format(arena, "måned %d", period->month);
    case PERIOD_ROUND:
        return period->round;
    case PERIOD_NONE:
        break;
    }
    return (struct sv){0};
}

/* Of another period than the report's own: "Fastholdelse, 2023". */
static void name_period(struct told_change *told, struct arena *arena)
{
    if (!told->figures || told->key.period == told->figures->report)
        return;
    const struct sv period = told_period(&told->figures->periods[told->key.period], arena);
    told->name = sv_format(arena, "%.*s, %.*s", SV_ARG(told->name), SV_ARG(period));
}

/* "Stoppet, efter årsag (Helbred, SA-06)" */
static void name_division(struct told_change *told, struct arena *arena)
{
    const struct printed_figure *key = &told->change->key;
    const struct code_list *groups = code_list(&told->figures->data->codes, CODES_TARGET_GROUP);
    const struct sv parts[] = {figure_code_name(arena, told->figures, told->key),
                               told->key.target_group == ALL_TARGET_GROUPS
                                   ? (struct sv){0}
                                   : code_name(groups, told->key.target_group),
                               key->agreement};
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].size)
            buffer_format(&text, "%s%.*s", text.size ? ", " : "", SV_ARG(parts[i]));
    if (text.size)
        told->name = sv_format(arena, "%.*s (%.*s)", SV_ARG(told->name), SV_ARG(buffer_view(&text)));
}

static bool is_seen(const struct told_change *told, struct arena *arena)
{
    return !looks_equal(&told->before, &told->after, arena);
}

static size_t rank_all(const struct section_context *context, struct ranked *ranked,
                       int (*rank)(const struct section_context *, const struct told_change *))
{
    const struct correction *correction = context->request->correction;
    struct arena *arena = context->document->arena;
    size_t count = 0;
    for (size_t i = 0; i < correction->changes->figure_count; i++) {
        struct ranked *next = &ranked[count];
        *next = (struct ranked){.told.change = &correction->changes->figures[i]};
        find_key(&next->told, correction->changes);
        next->rank = rank(context, &next->told);
        if (next->rank == RANK_NOT)
            continue;
        next->told = told_change(correction, next->told.change, arena);
        name_period(&next->told, arena);
        count += is_seen(&next->told, arena);
    }
    qsort(ranked, count, sizeof *ranked, by_rank);
    return count;
}

size_t headline_changes(const struct section_context *context, struct told_change **told)
{
    struct arena *arena = context->document->arena;
    const size_t most = context->request->correction->changes->figure_count;
    struct ranked *ranked = arena_array(arena, most, sizeof *ranked);
    size_t count = rank_all(context, ranked, rank_of);
    if (!count) {
        count = rank_all(context, ranked, rank_of_division);
        for (size_t i = 0; i < count; i++)
            name_division(&ranked[i].told, arena);
    }
    *told = arena_array(arena, count, sizeof **told);
    for (size_t i = 0; i < count; i++)
        (*told)[i] = ranked[i].told;
    return count;
}

bool correction_can_be_told(const struct correction *correction)
{
    const struct changes *changes = correction->changes;
    return changes && (changes->before.figures || changes->has_printed);
}

bool correction_has_rows(const struct correction *correction)
{
    return correction->changes && correction->changes->before.data;
}

struct sv told_version_name(const struct told_version *version, struct arena *arena)
{
    return version->number ? sv_format(arena, "version %u", version->number)
                           : sv_format(arena, "mappen »%.*s«", SV_ARG(version->name));
}

const struct input_file *input_file_named(const struct data_set *data, struct sv name)
{
    for (size_t i = 0; data && i < data->file_count; i++)
        if (sv_equal(data->files[i].name, name))
            return &data->files[i];
    return NULL;
}

struct sv told_option(const struct told_version *version, struct sv name)
{
    for (size_t i = 0; i < version->option_count; i++)
        if (sv_equal(version->options[i].name, name))
            return version->options[i].value;
    return (struct sv){0};
}

/* ---- Rows ---- */

size_t lines_of_row(const struct row_change *row)
{
    return row->kind == ROW_CHANGED ? row->cell_count : 1;
}

/* Whether there is room for one more; the first is always shown. */
static void show(struct shown_rows *shown, const struct changes *changes, uint32_t row, size_t most)
{
    const size_t lines = lines_of_row(&changes->rows[row]);
    if (shown->numbers[row] || (shown->count && shown->lines + lines > most))
        return;
    shown->numbers[row] = 1;
    shown->count++;
    shown->lines += lines;
}

struct shown_rows shown_rows(const struct changes *changes, const struct told_change *told, size_t count,
                             size_t most, struct arena *arena)
{
    struct shown_rows shown = {
        .numbers = arena_array(arena, changes->row_count + 1, sizeof *shown.numbers),
    };
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < told[i].change->row_count && shown.lines < most; j++)
            if (told[i].change->rows[j].change != NO_ROW_CHANGE)
                show(&shown, changes, told[i].change->rows[j].change, most);
    for (uint32_t row = 0; row < changes->row_count && shown.lines < most; row++)
        show(&shown, changes, row, most);
    uint32_t number = 0;
    for (uint32_t row = 0; row < changes->row_count; row++)
        if (shown.numbers[row])
            shown.numbers[row] = ++number;
    return shown;
}

const char *row_change_word(enum row_change_kind kind)
{
    static const char *const words[ROW_CHANGE_KINDS] = {
        [ROW_REMOVED] = "fjernet",
        [ROW_CHANGED] = "rettet",
        [ROW_ADDED] = "tilføjet",
    };
    return words[kind];
}

struct cell row_change_file(const struct changes *changes, const struct row_change *row)
{
    return row->after != ROW_NONE ? record_file(changes->after.data, row->table, row->after)
                                  : record_file(changes->before.data, row->table, row->before);
}

struct cell row_change_line_before(const struct changes *changes, const struct row_change *row)
{
    return row->before == ROW_NONE ? (struct cell){.kind = CELL_EMPTY}
                                   : record_line(changes->before.data, row->table, row->before);
}

struct cell row_change_line_after(const struct changes *changes, const struct row_change *row)
{
    return row->after == ROW_NONE ? (struct cell){.kind = CELL_EMPTY}
                                  : record_line(changes->after.data, row->table, row->after);
}

struct sv counted_text(size_t count, const char *one, const char *many, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    danish_number(&text, ratio_whole((int64_t)count), 0);
    buffer_format(&text, " %s", count == 1 ? one : many);
    return buffer_view(&text);
}

struct sv causes_text(unsigned causes, struct arena *arena)
{
    static const struct {
        enum change_cause cause;
        const char *text;
    } words[] = {
        {CAUSE_PROGRAM, "programmet"},
        {CAUSE_OPTIONS, "andre valg"},
        {CAUSE_CODES, "kodelisterne"},
        {CAUSE_SETTINGS, "rapport.ini"},
    };
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (causes & words[i].cause)
            buffer_format(&text, "%s%s", text.size ? ", " : "", words[i].text);
    return buffer_view(&text);
}
