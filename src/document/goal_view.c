#include "goal_view.h"

#include "period_words.h"
#include "text_da.h"

enum value_format figure_format(enum figure_id id)
{
    static const enum value_format formats[] = {
        [UNIT_COUNT] = FORMAT_COUNT,   [UNIT_SHARE] = FORMAT_SHARE,   [UNIT_HOURS] = FORMAT_DECIMAL,
        [UNIT_DAYS] = FORMAT_COUNT,    [UNIT_AMOUNT] = FORMAT_AMOUNT, [UNIT_DATE] = FORMAT_DATE,
        [UNIT_STATUS] = FORMAT_STATUS, [UNIT_LIGHT] = FORMAT_LIGHT,   [UNIT_OF_GOAL] = FORMAT_COUNT,
        [UNIT_MONTH] = FORMAT_COUNT,
    };
    return id == FIGURE_JOBS_FULL_TIME ? FORMAT_DECIMAL : formats[figure_kind(id)->unit];
}

enum value_format figure_key_format(const struct figures *figures, struct figure_key key)
{
    if (figure_kind((enum figure_id)key.figure)->unit != UNIT_OF_GOAL)
        return figure_format((enum figure_id)key.figure);
    const enum figure_id about = figure_named(goals(figures->data)[key.goal].figure);
    return about == FIGURES ? FORMAT_COUNT : figure_format(about);
}

struct figure_key goal_key(const struct section_context *context, const struct goal_view *view,
                           enum figure_id id)
{
    struct figure_key key = figure_key(context->figures, id);
    key.goal = view->row;
    return key;
}

/* The second half-year's goals are the year's: they are counted from 1 January. */
static void choose_periods(const struct figures *figures, struct goal_view *view)
{
    const struct period *report = &figures->periods[figures->report];
    const uint16_t year = report->half == 2 ? period_index(figures, report->year, 0) : UINT16_MAX;
    view->period = year == UINT16_MAX ? figures->report : year;
    view->before = year == UINT16_MAX ? figures->previous : period_index(figures, report->year - 1, 0);
}

static bool make_view(const struct section_context *context, uint16_t row, struct goal_view *view)
{
    *view = (struct goal_view){.goal = &goals(context->data)[row], .row = row, .figure = FIGURES};
    const struct ratio status = figures_value(context->figures, goal_key(context, view, FIGURE_GOAL_STATUS));
    if (!ratio_has_value(status))
        return false;
    view->status = (enum goal_status)ratio_round(status, 0);
    if (view->goal->figure.size)
        view->figure = figure_named(view->goal->figure);
    view->format = view->figure == FIGURES ? FORMAT_COUNT : figure_format(view->figure);
    view->value = figures_value(context->figures, goal_key(context, view, FIGURE_GOAL_VALUE));
    view->target = figures_value(context->figures, goal_key(context, view, FIGURE_GOAL_TARGET));
    choose_periods(context->figures, view);
    return true;
}

size_t goal_views(const struct section_context *context, struct goal_view **views)
{
    const size_t rows = row_count(context->data, TABLE_GOALS);
    size_t count = 0;
    *views = arena_array(context->document->arena, rows, sizeof **views);
    for (size_t i = 0; i < rows; i++)
        if (make_view(context, (uint16_t)i, &(*views)[count]))
            count++;
    return count;
}

static bool is_one_of(enum figure_id id, const enum figure_id *figures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (figures[i] == id)
            return true;
    return false;
}

const struct goal_view *goal_view_about(const struct goal_view *views, size_t count, enum goal_type type,
                                        const enum figure_id *figures, size_t figure_count)
{
    for (size_t i = 0; i < count; i++)
        if (views[i].goal->type == type && is_one_of(views[i].figure, figures, figure_count))
            return &views[i];
    return NULL;
}

/* A goal's kode as the store spells it: codes of a list may be written by name. */
static struct sv canonical_code(const struct section_context *context, const struct goal_view *view,
                                struct sv text)
{
    const struct figure_kind *kind = figure_kind(view->figure);
    const struct sv trimmed = sv_trim(text);
    if (kind->code_kind != FIGURE_BY_LIST)
        return trimmed;
    const struct code_list *list = code_list(&context->data->codes, kind->list);
    const uint16_t code = code_find(list, trimmed);
    return code == CODE_NONE ? trimmed : code_text(list, code);
}

bool goal_counts_code(const struct section_context *context, const struct goal_view *view, uint16_t code)
{
    struct sv rest = view->goal->categories;
    struct sv part;
    if (!rest.size)
        return true;
    const struct code_list *list = code_list(&context->data->codes, figure_kind(view->figure)->list);
    while (sv_split(&rest, '|', &part))
        if (sv_equal(canonical_code(context, view, part), code_text(list, code)))
            return true;
    return false;
}

struct ratio goal_figure_in(const struct section_context *context, const struct goal_view *view,
                            uint16_t period)
{
    const struct figure_key key = figure_key_in(context->figures, view->figure, period);
    struct sv rest = view->goal->categories;
    struct sv part;
    if (!rest.size)
        return figures_value(context->figures, key);
    struct ratio sum = ratio_whole(0);
    while (sv_split(&rest, '|', &part)) {
        const struct sv code = canonical_code(context, view, part);
        sum = ratio_add(sum, figures_value(context->figures, figure_key_code(context->figures, key, code)));
    }
    return sum;
}

/* Figures of a day, not of a stretch of time: a final goal on one of these is judged by its last value. */
static bool is_stock(enum figure_id id)
{
    static const enum figure_id stocks[] = {
        FIGURE_COURSES_AT_START,         FIGURE_COURSES_AT_END,         FIGURE_JOBS_AT_END,
        FIGURE_ENTERPRISES_AT_END,       FIGURE_ENTERPRISES_COMING,     FIGURE_ENTERPRISES_REGISTERED,
        FIGURE_ENTERPRISES_THREE_LINES,  FIGURE_ENTERPRISES_GENERATION, FIGURE_ENTERPRISES_STAFF,
        FIGURE_ENTERPRISES_EDGE_STAFF,   FIGURE_ENTERPRISES_EDGE_SHARE, FIGURE_ENTERPRISES_EDGE_30,
        FIGURE_ENTERPRISES_INCOME_SHARE, FIGURE_ENTERPRISES_OUTSIDE,    FIGURE_AGREEMENTS_AT_END,
    };
    return is_one_of(id, stocks, sizeof stocks / sizeof *stocks);
}

struct ratio goal_value_before(const struct section_context *context, const struct goal_view *view)
{
    const bool comparable = view->goal->type == GOAL_YEARLY || is_stock(view->figure);
    if (view->figure == FIGURES || !comparable || view->before == UINT16_MAX || context->figures->preliminary)
        return ratio_none();
    return goal_figure_in(context, view, view->before);
}

bool goal_is_of_a_day(const struct goal_view *view)
{
    return is_stock(view->figure);
}

/* ---- Pace ---- */

day_number goal_deadline(const struct section_context *context, const struct goal_view *view)
{
    const int year = context->figures->periods[context->figures->report].year;
    return day_from_date(view->goal->type == GOAL_YEARLY ? year : view->goal->to_year, 12, 31);
}

static int first_year(const struct section_context *context, const struct goal_view *view)
{
    const int year = context->figures->periods[context->figures->report].year;
    return view->goal->type == GOAL_YEARLY ? year : view->goal->from_year;
}

/* Months from 1 January of the year to the end of the day. */
static struct ratio months_until(int year, day_number day)
{
    const struct calendar_date date = day_to_date(day);
    return ratio_add(ratio_whole(12 * (date.year - year) + date.month - 1),
                     ratio_of(date.day, days_in_month(date.year, date.month)));
}

static bool grows_with_time(const struct goal_view *view)
{
    if (view->figure == FIGURES)
        return false;
    const enum figure_unit unit = figure_kind(view->figure)->unit;
    return unit == UNIT_COUNT || unit == UNIT_AMOUNT;
}

static bool is_open(const struct goal_view *view)
{
    return view->status == GOAL_ON_TRACK || view->status == GOAL_BEHIND;
}

struct ratio goal_missing(const struct goal_view *view)
{
    if (!grows_with_time(view) || !is_open(view))
        return ratio_none();
    return ratio_subtract(view->target, view->value);
}

/* What a stock had grown to before the goal began; a flow begins from nothing. */
static struct ratio value_at_start(const struct section_context *context, const struct goal_view *view)
{
    if (!is_stock(view->figure))
        return ratio_whole(0);
    const uint16_t before = period_index(context->figures, first_year(context, view) - 1, 0);
    return before == UINT16_MAX ? ratio_none() : goal_figure_in(context, view, before);
}

struct ratio goal_pace(const struct section_context *context, const struct goal_view *view)
{
    if (!grows_with_time(view))
        return ratio_none();
    return ratio_divide(ratio_subtract(view->value, value_at_start(context, view)),
                        months_until(first_year(context, view), context->figures->judged_at));
}

struct ratio goal_pace_needed(const struct section_context *context, const struct goal_view *view)
{
    const int year = first_year(context, view);
    const struct ratio left = ratio_subtract(months_until(year, goal_deadline(context, view)),
                                             months_until(year, context->figures->judged_at));
    return left.num > 0 ? ratio_divide(goal_missing(view), left) : ratio_none();
}

static bool is_whole(struct ratio value)
{
    return value.num % value.den == 0;
}

/* A count has the decimals that the goal was given with: none, one, or as many as it takes. */
struct cell cell_of_target(struct ratio value, enum value_format format)
{
    struct cell cell = cell_of_value(value, format);
    if (!ratio_has_value(value))
        return cell;
    if (format == FORMAT_COUNT && !is_whole(value))
        cell.format = is_whole(ratio_divide(value, ratio_of(1, 10))) ? FORMAT_DECIMAL : FORMAT_TEXT;
    if (format == FORMAT_SHARE && !is_whole(ratio_divide(value, ratio_of(1, 100))))
        cell.base = 100;
    return cell;
}

static struct cell target_figure(const struct section_context *context, const struct goal_view *view,
                                 enum value_format format)
{
    const struct figure_key key = goal_key(context, view, FIGURE_GOAL_TARGET);
    struct cell cell = cell_of_target(figures_value(context->figures, key), format);
    cell.has_key = true;
    cell.key = key;
    return cell;
}

static void add_plain(struct buffer *buffer, struct ratio value)
{
    if (is_whole(value))
        danish_number(buffer, value, 0);
    else
        ratio_write_plain(buffer, value);
}

struct cell goal_target_cell(const struct section_context *context, const struct goal_view *view)
{
    struct cell cell = target_figure(context, view, view->format);
    if (view->goal->target_to == DECIMAL_NONE || !ratio_has_value(cell.value))
        return cell;
    struct buffer buffer = buffer_in(context->document->arena);
    add_plain(&buffer, cell.value);
    buffer_add_text(&buffer, "–");
    add_plain(&buffer, ratio_decimal(view->goal->target_to));
    cell.kind = CELL_TEXT;
    cell.format = FORMAT_TEXT;
    cell.text = buffer_view(&buffer);
    return cell;
}

struct cell goal_target_in_year(const struct section_context *context, const struct goal_view *view, int year)
{
    if (year < view->goal->from_year || year > view->goal->to_year)
        return cell_of_value(ratio_none(), FORMAT_COUNT);
    return target_figure(context, view, FORMAT_COUNT);
}

const struct goal_view *job_norm(const struct section_context *context)
{
    static const enum figure_id about[] = {FIGURE_JOBS_NEW};
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    return goal_view_about(goals, count, GOAL_YEARLY, about, 1);
}

struct ratio goal_expected(const struct section_context *context, const struct goal_view *view)
{
    const struct figures *figures = context->figures;
    const int year = figures->periods[figures->report].year;
    const int64_t gone = (int64_t)figures->judged_at - day_from_date(year, 1, 1) + 1;
    if (view->goal->type != GOAL_YEARLY || !grows_with_time(view) || gone <= 0)
        return ratio_none();
    return ratio_divide(view->target, ratio_of(days_in_year(year), gone));
}
