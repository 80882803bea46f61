#include "row_rules.h"

#include "period.h"
#include "text_da.h"

#include <string.h>

static const struct sv nothing = {0};

static struct sv day_text(const struct row *row, day_number day)
{
    struct buffer text = buffer_in(row->rules->data->arena);
    danish_short_date(&text, day);
    return buffer_view(&text);
}

static struct sv year_text(const struct row *row, int32_t year)
{
    return sv_format(row->rules->data->arena, "%ld", (long)year);
}

/* "fra 01-02-2022", "til 31-12-2025" or "01-02-2022–31-12-2025". */
static struct sv span_text(const struct row *row, day_number first, day_number last)
{
    struct buffer text = buffer_in(row->rules->data->arena);
    if (last == DAY_NONE)
        buffer_add_text(&text, "fra ");
    if (first == DAY_NONE)
        buffer_add_text(&text, "til ");
    else
        danish_short_date(&text, first);
    if (first != DAY_NONE && last != DAY_NONE)
        buffer_add_text(&text, "–");
    if (last != DAY_NONE)
        danish_short_date(&text, last);
    return buffer_view(&text);
}

static void check_order(const struct row *row, day_number start, day_number end)
{
    if (start != DAY_NONE && end != DAY_NONE && end < start)
        row_report(row, DIAG_END_BEFORE_START, "slut", day_text(row, end), day_text(row, start));
}

/* The time in which something must lie: the life of an enterprise, the term of an agreement. */
struct span {
    struct sv id;
    day_number first;
    day_number last;
};

static bool is_outside(const struct span *span, day_number day)
{
    return day != DAY_NONE &&
           ((span->first != DAY_NONE && day < span->first) || (span->last != DAY_NONE && day > span->last));
}

/* Whether the day lies within, or else says that it does not. What is not stated lies nowhere. */
static bool check_within(const struct row *row, enum diag_code code, const struct span *span,
                         const char *column, day_number day)
{
    if (!is_outside(span, day))
        return true;
    diag_add(row->rules->diag, code,
             place_of(row->rules, row->table, row->source, column_called(row->table, column)),
             day_text(row, day), span->id, span_text(row, span->first, span->last), nothing);
    return false;
}

static void check_course_in_agreement(const struct row *row, const struct course *course)
{
    const struct data_set *data = row->rules->data;
    const uint32_t index = referred_row(data, TABLE_AGREEMENTS, course->agreement);
    if (index == ROW_NONE)
        return;
    const struct agreement *agreement = &agreements(data)[index];
    const struct span span = {symbols_name(&data->tables[TABLE_AGREEMENTS].keys, course->agreement),
                              agreement->start, agreement->end};
    if (!agreement->source.left_out &&
        check_within(row, DIAG_COURSE_OUTSIDE_AGREEMENT, &span, "start", course->start))
        check_within(row, DIAG_COURSE_OUTSIDE_AGREEMENT, &span, "slut", course->end);
}

static void check_course(const struct row *row, struct course *course)
{
    check_order(row, course->start, course->end);
    if (course->source.left_out)
        return;
    const struct code_list *outcomes = code_list(&row->rules->data->codes, CODES_OUTCOME);
    const day_number extract = row->rules->data->settings.extract_date;
    const bool ended = course->end != DAY_NONE && (extract == DAY_NONE || course->end <= extract);
    if (ended && course->outcome == CODE_NONE)
        row_report(row, DIAG_OUTCOME_MISSING, "udfald", nothing, nothing);
    if (course->end == DAY_NONE && course->outcome != CODE_NONE) {
        row_report(row, DIAG_OUTCOME_NOT_CLOSED, "udfald", code_text(outcomes, course->outcome), nothing);
        course->outcome = CODE_NONE;
    }
    check_course_in_agreement(row, course);
}

/* The life of the enterprise that a row that stands refers to; false when that is not known. */
static bool find_life(const struct row *row, uint32_t symbol, struct span *life)
{
    const struct data_set *data = row->rules->data;
    const uint32_t index = referred_row(data, TABLE_ENTERPRISES, symbol);
    if (row->source->left_out || index == ROW_NONE)
        return false;
    const struct enterprise *enterprise = &enterprises(data)[index];
    *life = (struct span){symbols_name(&data->tables[TABLE_ENTERPRISES].keys, symbol), enterprise->start,
                          enterprise->end};
    return !enterprise->source.left_out;
}

static void check_job(const struct row *row, const struct job *job)
{
    struct span life;
    check_order(row, job->start, job->end);
    if (find_life(row, job->enterprise, &life) &&
        check_within(row, DIAG_JOB_OUTSIDE_ENTERPRISE, &life, "start", job->start))
        check_within(row, DIAG_JOB_OUTSIDE_ENTERPRISE, &life, "slut", job->end);
}

static void check_purchase(const struct row *row, const struct purchase *purchase)
{
    struct span life;
    if (find_life(row, purchase->enterprise, &life))
        check_within(row, DIAG_PURCHASE_OUTSIDE_ENTERPRISE, &life, "dato", purchase->date);
}

static void check_enterprise_status(const struct row *row, const struct enterprise *enterprise)
{
    const struct code_lists *codes = &row->rules->data->codes;
    const uint16_t status = enterprise->status;
    if (status == CODE_NONE)
        return;
    if (status == code_of(codes, CODES_ENTERPRISE_STATUS, "aktiv") && enterprise->start == DAY_NONE)
        row_report(row, DIAG_ACTIVE_WITHOUT_START, "start", nothing, nothing);
    if (status == code_of(codes, CODES_ENTERPRISE_STATUS, "lukket") && enterprise->end == DAY_NONE)
        row_report(row, DIAG_CLOSED_WITHOUT_END, "slut", nothing, nothing);
    const bool begun = enterprise->start != DAY_NONE && enterprise->start < row->rules->today;
    if (status == code_of(codes, CODES_ENTERPRISE_STATUS, "paa_vej") && begun)
        row_report(row, DIAG_COMING_BUT_STARTED, "start", day_text(row, enterprise->start), nothing);
}

static void check_enterprise(const struct row *row, const struct enterprise *enterprise)
{
    check_order(row, enterprise->start, enterprise->end);
    if (enterprise->source.left_out)
        return;
    if (enterprise->staff != WHOLE_NONE && enterprise->staff_from_edge != WHOLE_NONE &&
        enterprise->staff_from_edge > enterprise->staff)
        row_report(row, DIAG_EDGE_ABOVE_STAFF, "ansatte_kant",
                   row_count_text(row, enterprise->staff_from_edge), row_count_text(row, enterprise->staff));
    check_enterprise_status(row, enterprise);
}

static struct sv decimal_text(const struct row *row, decimal value)
{
    struct buffer text = buffer_in(row->rules->data->arena);
    ratio_write_plain(&text, ratio_decimal(value));
    return buffer_view(&text);
}

/* That a goal names a figure that exists is checked where the figures are known. */
static void check_goal(const struct row *row, const struct goal *goal)
{
    if (goal->source.left_out)
        return;
    if (goal->to_year < goal->from_year)
        row_report(row, DIAG_GOAL_YEARS, "til_aar", year_text(row, goal->to_year),
                   year_text(row, goal->from_year));
    if (goal->target != DECIMAL_NONE && goal->target_to != DECIMAL_NONE && goal->target_to < goal->target)
        row_report(row, DIAG_GOAL_RANGE, "maal_til", decimal_text(row, goal->target_to),
                   decimal_text(row, goal->target));
    if (goal->type != GOAL_MILESTONE && !goal->figure.size)
        row_report(row, DIAG_GOAL_WITHOUT_FIGURE, "noegle", nothing, nothing);
}

/* Kroner, with øre when there are any. */
static struct sv amount_text(const struct row *row, decimal amount)
{
    struct buffer text = buffer_in(row->rules->data->arena);
    danish_number(&text, ratio_decimal(amount), amount % DECIMAL_ONE ? 2 : 0);
    return buffer_view(&text);
}

/* An answer without a remark or a remark without an answer, but not a row without both. */
static void check_evaluation(const struct row *row, const struct evaluation *evaluation)
{
    if (!evaluation->source.left_out && !evaluation->answer && !evaluation->remark.size)
        row_report(row, DIAG_ANSWER_MISSING, "svar", nothing, nothing);
}

/* A grant counts in the period of its decision, so one without a decision counts nowhere. */
static void check_application(const struct row *row, const struct application *application)
{
    if (application->source.left_out)
        return;
    const bool decided = application->decided != DAY_NONE;
    const bool granted = application->granted != DECIMAL_NONE && application->granted > 0;
    if (decided && application->submitted != DAY_NONE && application->decided < application->submitted)
        row_report(row, DIAG_DECIDED_BEFORE_SUBMITTED, "afgjort", day_text(row, application->decided),
                   day_text(row, application->submitted));
    if (granted && !decided)
        row_report(row, DIAG_GRANTED_NOT_DECIDED, "bevilget", amount_text(row, application->granted),
                   nothing);
}

/* The name stands before a colon in the figures' codes. */
static void check_scenario(const struct row *row, const struct scenario *scenario)
{
    enum { SHORTEST = 1, LONGEST = 600 };
    const struct sv name = scenario->id == SYMBOL_NONE
                               ? nothing
                               : symbols_name(&row->rules->data->tables[TABLE_SCENARIOS].keys, scenario->id);
    if (sv_find(name, ':') != SIZE_MAX)
        row_report(row, DIAG_SCENARIO_COLON, "scenarie", name, nothing);
    if (scenario->horizon != WHOLE_NONE && (scenario->horizon < SHORTEST || scenario->horizon > LONGEST))
        row_report(row, DIAG_HORIZON_OUT_OF_RANGE, "horisont", row_count_text(row, scenario->horizon),
                   nothing);
}

static void check_row(const struct row *row)
{
    void *record = row->source;
    switch (row->table) {
    case TABLE_COURSES:
        check_course(row, record);
        break;
    case TABLE_JOBS:
        check_job(row, record);
        break;
    case TABLE_AGREEMENTS: {
        const struct agreement *agreement = record;
        check_order(row, agreement->start, agreement->end);
        break;
    }
    case TABLE_ENTERPRISES:
        check_enterprise(row, record);
        break;
    case TABLE_GOALS:
        check_goal(row, record);
        break;
    case TABLE_TRIALS: {
        const struct trial *trial = record;
        check_order(row, trial->start, trial->end);
        break;
    }
    case TABLE_EVALUATIONS:
        check_evaluation(row, record);
        break;
    case TABLE_APPLICATIONS:
        check_application(row, record);
        break;
    case TABLE_PURCHASES:
        check_purchase(row, record);
        break;
    case TABLE_INVESTMENTS: {
        const struct investment *post = record;
        if (post->basis == INVESTED_PER_COURSE && post->date != DAY_NONE)
            row_report(row, DIAG_POST_OF_COURSE_DATED, "dato", day_text(row, post->date), nothing);
        break;
    }
    case TABLE_SCENARIOS:
        check_scenario(row, record);
        break;
    case TABLE_ACCELERATOR: {
        const struct accelerator *accelerator = record;
        check_order(row, accelerator->start, accelerator->end);
        break;
    }
    case TABLE_FOLLOW_UPS:
    case TABLE_AGREEMENT_STATUSES:
    case TABLE_EFFORT_STATUSES:
    case TABLE_RECOMMENDATIONS:
    case TABLE_READINGS:
    case TABLE_BENEFIT_RATES:
    case TABLE_REFUND_RATES:
    case TABLE_OUTCOME_SAVINGS:
    case TABLE_RESULT_PAYMENTS:
    case TABLE_MUNICIPALITIES: /* survey_rules.h */
    case TABLE_QUESTIONS:
    case TABLE_ANSWERS:
    case TABLE_MEASURES:
    case TABLES:
        break;
    }
}

void check_rows(const struct rules *rules, enum table_id table)
{
    for (size_t i = 0; i < row_count(rules->data, table); i++) {
        const struct row row = {rules, table, source_of(rules->data, table, i)};
        check_row(&row);
    }
}

/* ---- codes and their validity ---- */

static bool has_validity(const struct code_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->codes[i].valid_from != DAY_NONE || list->codes[i].valid_to != DAY_NONE)
            return true;
    return false;
}

static struct span on_day(day_number day)
{
    return (struct span){.first = day, .last = day};
}

static struct span in_period(int32_t number)
{
    if (number == WHOLE_NONE)
        return on_day(DAY_NONE);
    const struct period period = period_of_number(number);
    return (struct span){.first = period.first, .last = period.last};
}

static struct span in_year(int32_t year)
{
    return in_period(year == WHOLE_NONE ? WHOLE_NONE : period_number(year, 0));
}

/* When the codes of a row are judged: what is known at a course's end by its end, else the row's own time. */
static struct span time_of(enum table_id table, const void *record, const struct column *column)
{
    const struct course *course = record;
    const bool at_end = column->offset == offsetof(struct course, step_end) ||
                        column->offset == offsetof(struct course, outcome) ||
                        column->offset == offsetof(struct course, dropout_reason);
    switch (table) {
    case TABLE_COURSES:
        return on_day(at_end && course->end != DAY_NONE ? course->end : course->start);
    case TABLE_JOBS:
        return on_day(((const struct job *)record)->start);
    case TABLE_FOLLOW_UPS:
        return on_day(((const struct follow_up *)record)->date);
    case TABLE_AGREEMENTS:
        return on_day(((const struct agreement *)record)->start);
    case TABLE_ENTERPRISES:
        return on_day(((const struct enterprise *)record)->start);
    case TABLE_APPLICATIONS:
        return on_day(((const struct application *)record)->submitted);
    case TABLE_TRIALS:
        return on_day(((const struct trial *)record)->start);
    case TABLE_READINGS:
        return on_day(((const struct progression_reading *)record)->date);
    case TABLE_EVALUATIONS:
        return in_year(((const struct evaluation *)record)->year);
    case TABLE_RECOMMENDATIONS:
        return in_year(((const struct recommendation *)record)->year);
    case TABLE_EFFORT_STATUSES:
        return in_period(((const struct effort_status *)record)->period);
    case TABLE_BENEFIT_RATES:
        return on_day(((const struct benefit_rate *)record)->valid_from);
    case TABLE_GOALS:
    case TABLE_AGREEMENT_STATUSES:
    case TABLE_PURCHASES:
    case TABLE_REFUND_RATES:
    case TABLE_OUTCOME_SAVINGS:
    case TABLE_RESULT_PAYMENTS:
    case TABLE_INVESTMENTS:
    case TABLE_SCENARIOS:
    case TABLE_ACCELERATOR:
    case TABLE_MUNICIPALITIES:
    case TABLE_QUESTIONS:
    case TABLE_ANSWERS:
    case TABLE_MEASURES:
    case TABLES:
        break;
    }
    return on_day(DAY_NONE);
}

/* "den 01-02-2024", "i tiden 01-01-2024–30-06-2024" */
static struct sv time_text(const struct row *row, const struct span *time)
{
    const bool one_day = time->first == time->last;
    const struct sv days = one_day ? day_text(row, time->first) : span_text(row, time->first, time->last);
    return sv_format(row->rules->data->arena, "%s %.*s", one_day ? "den" : "i tiden", SV_ARG(days));
}

static void check_code_validity(const struct rules *rules, enum table_id table, const struct column *column)
{
    const struct code_list *list = code_list(&rules->data->codes, column->list);
    for (size_t i = 0; i < row_count(rules->data, table); i++) {
        const char *record = record_at(rules->data, table, i);
        const struct row row = {rules, table, source_of(rules->data, table, i)};
        uint16_t code;
        memcpy(&code, record + column->offset, sizeof code);
        const struct span time = time_of(table, record, column);
        if (code < list->count && !row.source->left_out &&
            !code_is_valid_within(&list->codes[code], time.first, time.last))
            row_report(&row, DIAG_CODE_OUT_OF_DATE, column->name, list->codes[code].code,
                       time_text(&row, &time));
    }
}

void check_codes(const struct rules *rules, enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        if (column->type == VALUE_CODE && has_validity(code_list(&rules->data->codes, column->list)))
            check_code_validity(rules, table, column);
    }
}
