#include "told_change.h"

#include "cell_text.h"
#include "comparison.h"
#include "goal_view.h"
#include "period_words.h"
#include "sentence.h"
#include "text_da.h"

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

void told_find_key(struct told_change *told, const struct changes *changes)
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
    told_find_key(&told, correction->changes);
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

bool told_is_seen(const struct told_change *told, struct arena *arena)
{
    return !looks_equal(&told->before, &told->after, arena);
}

/* Decimals of the value itself; a share of 0,425 is printed "42,5 %". */
static int places_printed(const struct cell *cell)
{
    if (cell->format == FORMAT_SHARE)
        return cell->base >= BASE_WITH_DECIMALS ? 3 : 2;
    return cell->format == FORMAT_DECIMAL ? 1 : 0;
}

bool told_rounding_shows(const struct told_change *told)
{
    if (told->difference.kind != CELL_VALUE)
        return false;
    const int places = places_printed(&told->after);
    const int64_t before = ratio_round(told->before.value, places);
    const int64_t difference = ratio_round(told->difference.value, places);
    if (ratio_round(told->after.value, places) - before != difference)
        return true;
    const int share_places = places_printed(&told->share);
    return told->share.kind == CELL_VALUE && before > 0 &&
           ratio_round(ratio_of(difference, before), share_places) !=
               ratio_round(told->share.value, share_places);
}

/* ---- Words ---- */

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

struct sv told_option(const struct told_version *version, struct sv name)
{
    for (size_t i = 0; i < version->option_count; i++)
        if (sv_equal(version->options[i].name, name))
            return version->options[i].value;
    return (struct sv){0};
}

struct sv counted_text(size_t count, const char *one, const char *many, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    danish_number(&text, ratio_whole((int64_t)count), 0);
    buffer_format(&text, " %s", count == 1 ? one : many);
    return buffer_view(&text);
}

struct sv versions_left_out_text(const struct correction *correction, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    for (size_t i = correction->left_out_count; i-- > 0;)
        buffer_format(&text, " Version %u er ikke med: %.*s.", correction->left_out[i].number,
                      SV_ARG(correction->left_out[i].why));
    return buffer_view(&text);
}

/* The only key or code that differs and may have moved figures; NULL: there is none, or there are several. */
static const struct input_change *only_input(const struct changes *changes, enum change_cause cause)
{
    const struct input_change *found = NULL;
    for (size_t i = 0; i < changes->input_count; i++) {
        const struct input_change *input = &changes->inputs[i];
        if (input->cause != cause)
            continue;
        if (found && !(sv_equal(found->name, input->name) && sv_equal(found->list, input->list)))
            return NULL;
        found = input;
    }
    return found;
}

static struct sv cause_text(const struct changes *changes, enum change_cause cause, const char *text,
                            struct arena *arena)
{
    const struct input_change *input = only_input(changes, cause);
    if (!input)
        return sv_of(text);
    return cause == CAUSE_CODES ? sv_format(arena, "koden %.*s", SV_ARG(input->name))
                                : sv_format(arena, "%.*s i rapport.ini", SV_ARG(input->name));
}

struct sv causes_text(const struct changes *changes, unsigned causes, struct arena *arena)
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
            buffer_format(&text, "%s%.*s", text.size ? ", " : "",
                          SV_ARG(cause_text(changes, words[i].cause, words[i].text, arena)));
    return buffer_view(&text);
}
