#include "narrative_figure.h"

#include "goal_view.h"

static const char NO_BREAK_SPACE[] = "\xC2\xA0";

/* A placeholder on its way into a sentence. */
struct saying {
    const struct section_context *context;
    struct paragraph *paragraph;
    const struct placeholder *placeholder;
    const struct cell *look;
    struct place place;
    struct figure_key key;
};

/* ---- Which row of the store ---- */

static uint16_t period_of_year(const struct figures *figures, int year, int half)
{
    for (uint16_t i = 0; i < figures->period_count; i++)
        if (figures->periods[i].year == year && figures->periods[i].half == half)
            return i;
    return UINT16_MAX;
}

static uint16_t period_asked(const struct figures *figures, const struct placeholder *placeholder)
{
    switch (placeholder->when) {
    case PERIOD_OF_REPORT:
        return figures->report;
    case PERIOD_BEFORE:
        return figures->previous;
    case PERIOD_NAMED:
        return period_of_year(figures, placeholder->period.year, placeholder->period.half);
    }
    return UINT16_MAX;
}

static struct sv periods_counted(const struct section_context *context)
{
    struct buffer names = buffer_in(context->document->arena);
    for (size_t i = 0; i < context->figures->period_count; i++)
        buffer_format(&names, "%s%s", i ? ", " : "", context->figures->periods[i].name);
    return sv_format(context->document->arena, "Rapporten tæller %.*s.", SV_ARG(buffer_view(&names)));
}

static void report_period(const struct saying *saying)
{
    const struct placeholder *placeholder = saying->placeholder;
    const struct sv asked =
        placeholder->when == PERIOD_NAMED ? period_name(&placeholder->period) : sv_of("forrige");
    diag_detail(saying->context->diag, DIAG_PLACEHOLDER_PERIOD, saying->place, asked,
                periods_counted(saying->context));
}

/* Goals hold in the years of their strategy, and their figures are counted for the report's period only. */
static bool goal_holds(const struct saying *saying)
{
    const struct figures *figures = saying->context->figures;
    struct figure_key status = saying->key;
    status.figure = FIGURE_GOAL_STATUS;
    if (saying->key.goal == NO_GOAL || figures_find(figures, status))
        return true;
    const struct sv goal =
        symbols_name(&figures->data->tables[TABLE_GOALS].keys, goals(figures->data)[saying->key.goal].id);
    diag_detail(saying->context->diag, DIAG_PLACEHOLDER_GOAL_NOT_HELD, saying->place,
                period_name(&figures->periods[saying->key.period]), goal);
    return false;
}

/*
 * A figure that has a row in every period in which figures of the same subject are counted: reports do not
 * all count the same, and a count by code that has no row would else read as zero. FIGURES: always counted.
 */
static enum figure_id witness_of(enum figure_id figure)
{
    if (figure <= FIGURE_COURSES_USE_OF_PLACES)
        return FIGURE_COURSES_ENDED;
    if (figure >= FIGURE_EVALUATION_ANSWER && figure <= FIGURE_EVALUATION_SPREAD)
        return FIGURES;
    if (figure >= FIGURE_COURSES_ENDED_SO_FAR && figure <= FIGURE_COURSES_EFFECT_SO_FAR)
        return FIGURE_COURSES_ENDED_SO_FAR;
    return FIGURE_JOBS_NEW;
}

static bool is_counted(const struct saying *saying)
{
    const struct figures *figures = saying->context->figures;
    const enum figure_id witness = witness_of(saying->key.figure);
    struct figure_key key = figure_key_in(figures, witness, saying->key.period);
    if (witness == FIGURE_COURSES_ENDED_SO_FAR)
        key.agreement = saying->key.agreement; /* by agreement alone */
    if (saying->key.goal != NO_GOAL || witness == FIGURES || figures_find(figures, key))
        return true;
    diag_detail(saying->context->diag, DIAG_PLACEHOLDER_NOT_COUNTED, saying->place,
                period_name(&figures->periods[saying->key.period]),
                sv_of(figure_kind(saying->key.figure)->key));
    return false;
}

static bool find_key(struct saying *saying)
{
    struct figures *figures = saying->context->figures;
    const struct placeholder *placeholder = saying->placeholder;
    const uint16_t period = period_asked(figures, placeholder);
    if (period == UINT16_MAX) {
        report_period(saying);
        return false;
    }
    saying->key = figure_key_in(figures, placeholder->figure, period);
    saying->key.goal = placeholder->goal;
    saying->key.agreement = placeholder->agreement;
    saying->key.target_group = placeholder->target_group;
    if (placeholder->code.size)
        saying->key = figure_key_code(figures, saying->key, placeholder->code);
    return goal_holds(saying) && is_counted(saying);
}

/* ---- Its value ---- */

static struct ratio value_in(const struct saying *saying, uint16_t period)
{
    struct figure_key key = saying->key;
    key.period = period;
    return period == UINT16_MAX ? ratio_none() : figures_value(saying->context->figures, key);
}

/* The change from the period before, of the same kind. Part of a period is not compared with a whole one. */
static struct ratio change_of(const struct saying *saying)
{
    const struct figures *figures = saying->context->figures;
    if (figures->preliminary && saying->key.period == figures->report)
        return ratio_none();
    const struct period *period = &figures->periods[saying->key.period];
    const uint16_t before = period_of_year(figures, period->year - 1, period->half);
    return ratio_subtract(value_in(saying, saying->key.period), value_in(saying, before));
}

/* What decides a share's decimals, as in the tables; figures not here have whole per cents. */
static int64_t base_of(const struct saying *saying)
{
    const enum figure_id figure = saying->key.figure;
    if (figure != FIGURE_COURSES_EFFECT && figure != FIGURE_COURSES_OUTCOME_SHARE)
        return 0;
    struct figure_key ended = saying->key;
    ended.figure = FIGURE_COURSES_ENDED;
    ended.code = WITHOUT_CODE;
    const struct ratio rows = figures_value(saying->context->figures, ended);
    return ratio_has_value(rows) ? ratio_round(rows, 0) : 0;
}

static enum value_format format_of_tables(const struct saying *saying)
{
    const enum figure_id figure = saying->placeholder->figure;
    if (figure == FIGURE_EVALUATION_ANSWER)
        return FORMAT_DECIMAL;
    if (figure == FIGURE_READINGS_CHANGE)
        return FORMAT_CHANGE_DECIMAL;
    if (figure_kind(figure)->unit != UNIT_OF_GOAL)
        return figure_format(figure);
    const enum figure_id about = figure_named(goals(saying->context->data)[saying->key.goal].figure);
    return about == FIGURES ? FORMAT_COUNT : figure_format(about);
}

/* ---- Saying it ---- */

static void say_span(const struct saying *saying, struct cell cell)
{
    cell.strong = saying->look->strong;
    cell.emphasis = saying->look->emphasis;
    cell.link = saying->look->link;
    paragraph_add(saying->context->document, saying->paragraph, cell);
}

static void say_words(const struct saying *saying, const char *words)
{
    say_span(saying, cell_of_text(sv_of(words)));
}

static void warn_of_no_value(const struct saying *saying)
{
    const struct section_context *context = saying->context;
    diag_value(context->diag, DIAG_PLACEHOLDER_EMPTY, saying->place,
               figure_key_name(context->document->arena, context->figures, saying->key));
}

static struct cell cell_of_key(const struct saying *saying, enum value_format format)
{
    struct cell cell = cell_of_value(value_in(saying, saying->key.period), format);
    cell.base = format == FORMAT_SHARE ? base_of(saying) : 0;
    cell.has_key = true;
    cell.key = saying->key;
    return cell;
}

/* A goal's target has the decimals that it was given with. */
static struct cell cell_of_tables(const struct saying *saying)
{
    const enum value_format format = format_of_tables(saying);
    struct cell cell = cell_of_key(saying, format);
    if (saying->placeholder->figure != FIGURE_GOAL_TARGET)
        return cell;
    const struct cell target = cell_of_target(cell.value, format);
    cell.format = target.format;
    cell.base = target.base;
    return cell;
}

static void say_millions(const struct saying *saying)
{
    const struct ratio kroner = value_in(saying, saying->key.period);
    say_span(saying, cell_of_value(ratio_divide(kroner, ratio_whole(1000000)), FORMAT_DECIMAL));
    say_words(saying, NO_BREAK_SPACE);
    say_words(saying, "mio.");
    say_words(saying, NO_BREAK_SPACE);
    say_words(saying, "kr.");
}

static void say_change_of(const struct saying *saying)
{
    static const enum value_format formats[] = {
        [UNIT_COUNT] = FORMAT_CHANGE, [UNIT_SHARE] = FORMAT_POINTS,  [UNIT_HOURS] = FORMAT_CHANGE_DECIMAL,
        [UNIT_DAYS] = FORMAT_CHANGE,  [UNIT_AMOUNT] = FORMAT_AMOUNT,
    };
    const struct ratio change = change_of(saying);
    const bool is_decimal = format_of_tables(saying) == FORMAT_DECIMAL;
    const enum figure_unit unit = saying->placeholder->unit;
    struct cell cell = cell_of_value(change, is_decimal ? FORMAT_CHANGE_DECIMAL : formats[unit]);
    cell.base = base_of(saying);
    if (!ratio_has_value(change))
        warn_of_no_value(saying);
    else if (unit == UNIT_AMOUNT && ratio_round(change, 0) > 0)
        say_words(saying, "+");
    say_span(saying, cell);
}

static void say_value(const struct saying *saying)
{
    switch (saying->placeholder->form) {
    case FORM_OF_TABLES:
        say_span(saying, cell_of_tables(saying));
        break;
    case FORM_SHARE:
        say_span(saying, cell_of_key(saying, FORMAT_SHARE));
        break;
    case FORM_WHOLE:
        say_span(saying, cell_of_key(saying, FORMAT_COUNT));
        break;
    case FORM_DECIMAL:
        say_span(saying, cell_of_key(saying, FORMAT_DECIMAL));
        break;
    case FORM_DATE:
        say_span(saying, cell_of_key(saying, FORMAT_DATE));
        break;
    case FORM_MILLIONS:
        say_millions(saying);
        break;
    case FORM_CHANGE:
        say_change_of(saying);
        break;
    }
}

void placeholder_say(const struct section_context *context, struct paragraph *paragraph,
                     const struct placeholder *placeholder, const struct cell *look, struct place place)
{
    struct saying saying = {
        .context = context, .paragraph = paragraph, .placeholder = placeholder, .look = look, .place = place};
    if (!find_key(&saying))
        return;
    if (placeholder->form != FORM_CHANGE && !ratio_has_value(value_in(&saying, saying.key.period)))
        warn_of_no_value(&saying);
    say_value(&saying);
}
