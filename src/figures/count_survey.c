/*
 * The figures of the survey: how many municipalities answered what, the ten measures, and the enterprises and
 * places that kommuner.csv states. Counts are of municipalities, never of persons.
 */
#include "store.h"
#include "survey.h"

#include <stdlib.h>
#include <string.h>

/* A share of so few would be one municipality more or less. */
enum { FEWEST_FOR_SHARE = 20 };

enum { TIMELESS = 0, FIRST_ROUND = 1 }; /* indices of figures.periods */

struct survey_counting {
    struct figures *figures;
    struct survey survey;
    struct arena *scratch;
};

/* ---- Rows of the store ---- */

static void add(const struct survey_counting *counting, enum figure_id figure, size_t period, struct sv code,
                struct ratio value)
{
    struct figure_key key = figure_key_in(counting->figures, figure, (uint16_t)period);
    if (code.size)
        key.code = symbols_intern(&counting->figures->codes, code);
    store_add(counting->figures, key, value);
}

static void add_count(const struct survey_counting *counting, enum figure_id figure, size_t period,
                      struct sv code, size_t count)
{
    add(counting, figure, period, code, ratio_whole((int64_t)count));
}

static struct sv id_of(const struct survey_counting *counting, uint32_t question)
{
    const struct data_set *data = counting->survey.data;
    return symbols_name(&data->tables[TABLE_QUESTIONS].keys, questions(data)[question].id);
}

/* "T05:hoej_grad" */
static struct sv joined(const struct survey_counting *counting, struct sv before, struct sv after)
{
    return sv_format(counting->scratch, "%.*s:%.*s", SV_ARG(before), SV_ARG(after));
}

/* ---- Answers ---- */

/* How many answered a question in each round, and for each code with it. */
struct answer_counts {
    size_t answered;                 /* in all rounds */
    size_t not_answered;             /* the same */
    size_t codes[CODE_LIST_LONGEST]; /* the same */
    size_t first[CODE_LIST_LONGEST];
    size_t last[CODE_LIST_LONGEST];
};

static size_t count_answered(const struct survey *survey, uint32_t question, size_t round)
{
    size_t count = 0;
    for (size_t i = 0; i < survey->asked_count; i++)
        count += survey_answer(survey, question, round, i) != NULL;
    return count;
}

static size_t count_code(const struct survey *survey, uint32_t question, size_t round, size_t code)
{
    size_t count = 0;
    for (size_t i = 0; i < survey->asked_count; i++) {
        const struct answer *answer = survey_answer(survey, question, round, i);
        count += answer && answer->codes >> code & 1;
    }
    return count;
}

static size_t code_count(const struct code_list *scale)
{
    if (!scale)
        return 0;
    return scale->count < CODE_LIST_LONGEST ? scale->count : CODE_LIST_LONGEST;
}

static void count_codes(const struct survey_counting *counting, uint32_t question, size_t round,
                        size_t answered, struct answer_counts *counts)
{
    const struct survey *survey = &counting->survey;
    const struct code_list *scale = survey_scale(survey, question);
    for (size_t code = 0; code < code_count(scale); code++) {
        const size_t count = count_code(survey, question, round, code);
        const struct sv name = joined(counting, id_of(counting, question), scale->codes[code].code);
        add_count(counting, FIGURE_SURVEY_COUNT, FIRST_ROUND + round, name, count);
        if (answered >= FEWEST_FOR_SHARE)
            add(counting, FIGURE_SURVEY_SHARE, FIRST_ROUND + round, name,
                ratio_of((int64_t)count, (int64_t)answered));
        counts->codes[code] += count;
        if (round == survey_first_round(survey, question))
            counts->first[code] = count;
        counts->last[code] = count;
    }
}

static void count_round(const struct survey_counting *counting, uint32_t question, size_t round,
                        struct answer_counts *counts)
{
    const struct sv id = id_of(counting, question);
    const size_t answered = count_answered(&counting->survey, question, round);
    const size_t not_answered = counting->survey.asked_count - answered;
    add_count(counting, FIGURE_SURVEY_ANSWERED, FIRST_ROUND + round, id, answered);
    add_count(counting, FIGURE_SURVEY_COUNT, FIRST_ROUND + round,
              joined(counting, id, sv_of(CODE_NOT_ANSWERED)), not_answered);
    counts->answered += answered;
    counts->not_answered += not_answered;
    count_codes(counting, question, round, answered, counts);
}

static void add_over_rounds(const struct survey_counting *counting, uint32_t question,
                            const struct answer_counts *counts)
{
    const struct sv id = id_of(counting, question);
    const struct code_list *scale = survey_scale(&counting->survey, question);
    const bool changes = survey_rounds_asked(&counting->survey, question) > 1;
    add_count(counting, FIGURE_SURVEY_ANSWERED, TIMELESS, id, counts->answered);
    add_count(counting, FIGURE_SURVEY_COUNT, TIMELESS, joined(counting, id, sv_of(CODE_NOT_ANSWERED)),
              counts->not_answered);
    for (size_t code = 0; code < code_count(scale); code++) {
        const struct sv name = joined(counting, id, scale->codes[code].code);
        add_count(counting, FIGURE_SURVEY_COUNT, TIMELESS, name, counts->codes[code]);
        if (changes)
            add(counting, FIGURE_SURVEY_CHANGE, TIMELESS, name,
                ratio_whole((int64_t)counts->last[code] - (int64_t)counts->first[code]));
    }
}

/* ---- Answers that are numbers ---- */

struct numbers {
    decimal *values;
    size_t count;
};

static void collect(const struct survey *survey, uint32_t question, size_t round, struct numbers *numbers)
{
    for (size_t i = 0; i < survey->asked_count; i++) {
        const struct answer *answer = survey_answer(survey, question, round, i);
        if (answer && answer->number != DECIMAL_NONE)
            numbers->values[numbers->count++] = answer->number;
    }
}

static int by_value(const void *a, const void *b)
{
    const decimal left = *(const decimal *)a;
    const decimal right = *(const decimal *)b;
    return (left > right) - (left < right);
}

static struct ratio sum_of(const struct numbers *numbers)
{
    struct ratio sum = ratio_decimal(0);
    for (size_t i = 0; i < numbers->count; i++)
        sum = ratio_add(sum, ratio_decimal(numbers->values[i]));
    return sum;
}

/* Of sorted numbers: the one in the middle, or the mean of the two. */
static struct ratio median_of(const struct numbers *numbers)
{
    if (!numbers->count)
        return ratio_none();
    const struct ratio low = ratio_decimal(numbers->values[(numbers->count - 1) / 2]);
    const struct ratio high = ratio_decimal(numbers->values[numbers->count / 2]);
    return ratio_divide(ratio_add(low, high), ratio_whole(2));
}

static void add_numbers(const struct survey_counting *counting, uint32_t question, size_t period,
                        struct numbers *numbers)
{
    const struct sv id = id_of(counting, question);
    const size_t count = numbers->count;
    const struct ratio sum = sum_of(numbers);
    if (count)
        qsort(numbers->values, count, sizeof *numbers->values, by_value);
    add(counting, FIGURE_SURVEY_SUM, period, id, sum);
    add(counting, FIGURE_SURVEY_MEAN, period, id, ratio_divide(sum, ratio_whole((int64_t)count)));
    add(counting, FIGURE_SURVEY_MEDIAN, period, id, median_of(numbers));
    add(counting, FIGURE_SURVEY_LEAST, period, id, count ? ratio_decimal(numbers->values[0]) : ratio_none());
    add(counting, FIGURE_SURVEY_MOST, period, id,
        count ? ratio_decimal(numbers->values[count - 1]) : ratio_none());
}

static void count_numbers(const struct survey_counting *counting, uint32_t question)
{
    const struct survey *survey = &counting->survey;
    const size_t most = survey->rounds * survey->asked_count;
    struct numbers all = {.values = arena_array(counting->scratch, most, sizeof *all.values)};
    for (size_t round = 0; round < survey->rounds; round++) {
        if (!survey_is_asked(survey, question, round))
            continue;
        struct numbers of_round = {.values = all.values + all.count};
        collect(survey, question, round, &of_round);
        all.count += of_round.count;
        add_numbers(counting, question, FIRST_ROUND + round, &of_round);
    }
    add_numbers(counting, question, TIMELESS, &all);
}

static void count_question(const struct survey_counting *counting, uint32_t question)
{
    const struct survey *survey = &counting->survey;
    struct answer_counts counts = {0};
    for (size_t round = 0; round < survey->rounds; round++)
        if (survey_is_asked(survey, question, round))
            count_round(counting, question, round, &counts);
    add_over_rounds(counting, question, &counts);
    if (questions(survey->data)[question].type == ANSWERED_BY_NUMBER)
        count_numbers(counting, question);
}

/* ---- Measures ---- */

static void count_measure(const struct survey_counting *counting, uint16_t measure)
{
    const struct data_set *data = counting->survey.data;
    const struct code_list *statuses = code_list(&data->codes, CODES_MEASURE_STATUS);
    const struct sv name = code_text(code_list(&data->codes, CODES_MEASURE), measure);
    size_t *counts = arena_array(counting->scratch, statuses->count, sizeof *counts);
    size_t stated = 0;
    for (size_t i = 0; i < row_count(data, TABLE_MEASURES); i++) {
        if (measure_statuses(data)[i].measure != measure)
            continue;
        counts[measure_statuses(data)[i].status]++;
        stated++;
    }
    for (uint16_t status = 0; status < statuses->count; status++)
        add_count(counting, FIGURE_MEASURES, TIMELESS, joined(counting, name, code_text(statuses, status)),
                  counts[status]);
    add_count(counting, FIGURE_MEASURES, TIMELESS, joined(counting, name, sv_of(CODE_NOT_ANSWERED)),
              counting->survey.asked_count - stated);
}

static void count_measures(const struct survey_counting *counting)
{
    const struct data_set *data = counting->survey.data;
    if (!row_count(data, TABLE_MEASURES))
        return;
    for (uint16_t measure = 0; measure < code_list(&data->codes, CODES_MEASURE)->count; measure++)
        count_measure(counting, measure);
}

/* ---- Enterprises and places ---- */

static const struct {
    enum figure_id figure;
    size_t offset;
    const char *column;
} STATEMENTS[] = {
    {FIGURE_MUNICIPAL_ENTERPRISES, offsetof(struct municipality, enterprises), "virksomheder"},
    {FIGURE_MUNICIPAL_REGISTERED, offsetof(struct municipality, registered), "registrerede"},
    {FIGURE_MUNICIPAL_ESTABLISHED, offsetof(struct municipality, established), "nye"},
    {FIGURE_MUNICIPAL_COMING, offsetof(struct municipality, coming), "paa_vej"},
};
enum { STATEMENT_COUNT = sizeof STATEMENTS / sizeof *STATEMENTS };

static int32_t stated(const struct municipality *row, size_t statement)
{
    int32_t value;
    memcpy(&value, (const char *)row + STATEMENTS[statement].offset, sizeof value);
    return value;
}

static void count_statement(const struct survey_counting *counting, size_t statement)
{
    const struct data_set *data = counting->survey.data;
    const enum figure_id figure = STATEMENTS[statement].figure;
    int64_t sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < row_count(data, TABLE_MUNICIPALITIES); i++) {
        const struct municipality *row = &municipalities(data)[i];
        const int32_t value = stated(row, statement);
        if (value == WHOLE_NONE)
            continue;
        add(counting, figure, TIMELESS, names_text(&data->names[NAMES_MUNICIPALITY], row->name),
            ratio_whole(value));
        sum += value;
        count++;
    }
    add(counting, figure, TIMELESS, (struct sv){0}, count ? ratio_whole(sum) : ratio_none());
    add_count(counting, FIGURE_MUNICIPAL_STATED, TIMELESS, sv_of(STATEMENTS[statement].column), count);
}

static int64_t places_in(const struct data_set *data, uint32_t cluster, bool everywhere)
{
    int64_t places = 0;
    for (size_t i = 0; i < row_count(data, TABLE_MUNICIPALITIES); i++) {
        const struct municipality *row = &municipalities(data)[i];
        if ((everywhere || row->cluster == cluster) && row->places != WHOLE_NONE)
            places += row->places;
    }
    return places;
}

static size_t municipalities_in(const struct data_set *data, uint32_t cluster)
{
    size_t count = 0;
    for (size_t i = 0; i < row_count(data, TABLE_MUNICIPALITIES); i++)
        count += municipalities(data)[i].cluster == cluster;
    return count;
}

static void count_clusters(const struct survey_counting *counting)
{
    const struct data_set *data = counting->survey.data;
    for (size_t i = 0; i < counting->survey.cluster_count; i++) {
        const uint32_t cluster = counting->survey.clusters[i];
        const struct sv name = names_text(&data->names[NAMES_CLUSTER], cluster);
        add(counting, FIGURE_CLUSTER_PLACES, TIMELESS, name, ratio_whole(places_in(data, cluster, false)));
        add_count(counting, FIGURE_CLUSTER_MUNICIPALITIES, TIMELESS, name, municipalities_in(data, cluster));
    }
    add(counting, FIGURE_CLUSTER_PLACES, TIMELESS, (struct sv){0},
        ratio_whole(places_in(data, SYMBOL_NONE, true)));
}

/* ---- All of it ---- */

static void choose_periods(struct figures *figures)
{
    const struct code_list *rounds = code_list(&figures->data->codes, CODES_ROUND);
    figures->period_count = FIRST_ROUND + rounds->count;
    figures->periods = arena_array(figures->arena, figures->period_count, sizeof *figures->periods);
    figures->periods[TIMELESS] = period_none();
    for (uint16_t round = 0; round < rounds->count; round++)
        figures->periods[FIRST_ROUND + round] = period_of_round(code_text(rounds, round));
    figures->report = TIMELESS;
    figures->previous = UINT16_MAX;
    figures->judged_at = DAY_NONE;
}

void figures_count_survey(struct figures *figures, const struct data_set *data, struct arena *arena)
{
    struct arena scratch;
    arena_init(&scratch, arena->exhausted);
    *figures = (struct figures){.arena = arena, .data = data};
    symbols_init(&figures->codes, arena);
    choose_periods(figures);
    const struct survey_counting counting = {figures, survey_of(data, &scratch), &scratch};
    for (size_t i = 0; i < counting.survey.question_count; i++)
        count_question(&counting, counting.survey.questions[i]);
    count_measures(&counting);
    for (size_t statement = 0; statement < STATEMENT_COUNT; statement++)
        count_statement(&counting, statement);
    count_clusters(&counting);
    store_sort(figures);
    arena_free(&scratch);
}

uint16_t survey_period(size_t round)
{
    return (uint16_t)(FIRST_ROUND + round);
}
