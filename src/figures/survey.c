#include "survey.h"

#include <string.h>

static uint32_t *room_for(struct arena *arena, size_t count)
{
    return arena_array(arena, count, sizeof(uint32_t));
}

/* ---- Who was asked ---- */

static void list_municipalities(struct survey *survey, struct arena *arena)
{
    const struct data_set *data = survey->data;
    const size_t names = data->names[NAMES_MUNICIPALITY].folded.count;
    const struct municipality *rows = municipalities(data);
    bool *listed = arena_array(arena, names, sizeof *listed);
    bool *not_asked = arena_array(arena, names, sizeof *not_asked);
    survey->all = room_for(arena, names);
    survey->asked = room_for(arena, names);
    survey->place_of = room_for(arena, names);
    if (names)
        memset(survey->place_of, 0xFF, names * sizeof *survey->place_of);
    for (size_t i = 0; i < row_count(data, TABLE_MUNICIPALITIES); i++) {
        if (!listed[rows[i].name])
            survey->all[survey->all_count++] = rows[i].name;
        listed[rows[i].name] = true;
        not_asked[rows[i].name] |= rows[i].asked == NO;
    }
    for (size_t i = 0; i < survey->all_count; i++) {
        if (not_asked[survey->all[i]])
            continue;
        survey->place_of[survey->all[i]] = (uint32_t)survey->asked_count;
        survey->asked[survey->asked_count++] = survey->all[i];
    }
}

static struct sv cluster_name(const struct survey *survey, uint32_t cluster)
{
    return names_text(&survey->data->names[NAMES_CLUSTER], cluster);
}

static void insert_cluster(struct survey *survey, uint32_t cluster)
{
    size_t at = survey->cluster_count++;
    for (;
         at && sv_compare(cluster_name(survey, survey->clusters[at - 1]), cluster_name(survey, cluster)) > 0;
         at--)
        survey->clusters[at] = survey->clusters[at - 1];
    survey->clusters[at] = cluster;
}

static void list_clusters(struct survey *survey, struct arena *arena)
{
    const struct data_set *data = survey->data;
    const size_t names = data->names[NAMES_CLUSTER].folded.count;
    bool *listed = arena_array(arena, names, sizeof *listed);
    survey->clusters = room_for(arena, names);
    for (size_t i = 0; i < row_count(data, TABLE_MUNICIPALITIES); i++) {
        const uint32_t cluster = municipalities(data)[i].cluster;
        if (cluster == SYMBOL_NONE || listed[cluster])
            continue;
        listed[cluster] = true;
        insert_cluster(survey, cluster);
    }
}

/* ---- What was asked ---- */

static int64_t order_of(const struct question *question)
{
    return question->order == WHOLE_NONE ? INT64_MAX : question->order;
}

/* Insertion keeps questions of the same order as the rows stand. */
static void list_questions(struct survey *survey, struct arena *arena)
{
    const struct question *rows = questions(survey->data);
    const size_t count = row_count(survey->data, TABLE_QUESTIONS);
    survey->questions = room_for(arena, count);
    for (uint32_t row = 0; row < count; row++) {
        size_t at = survey->question_count++;
        for (; at && order_of(&rows[survey->questions[at - 1]]) > order_of(&rows[row]); at--)
            survey->questions[at] = survey->questions[at - 1];
        survey->questions[at] = row;
    }
}

static void place_answers(struct survey *survey, struct arena *arena)
{
    const struct data_set *data = survey->data;
    const size_t cells = survey->question_count * survey->rounds;
    survey->answers = arena_array(arena, cells, sizeof *survey->answers);
    for (size_t i = 0; i < row_count(data, TABLE_ANSWERS); i++) {
        const struct answer *row = &answers(data)[i];
        const struct answer ***cell = &survey->answers[row->question * survey->rounds + row->round];
        if (!*cell)
            *cell = arena_array(arena, survey->asked_count, sizeof **cell);
        if (row->text.size)
            (*cell)[survey->place_of[row->municipality]] = row;
    }
}

struct survey survey_of(const struct data_set *data, struct arena *arena)
{
    struct survey survey = {.data = data, .rounds = code_list(&data->codes, CODES_ROUND)->count};
    list_municipalities(&survey, arena);
    list_clusters(&survey, arena);
    list_questions(&survey, arena);
    place_answers(&survey, arena);
    return survey;
}

/* ---- What is read off it ---- */

bool survey_is_asked(const struct survey *survey, uint32_t question, size_t round)
{
    return survey->answers[question * survey->rounds + round] != NULL;
}

size_t survey_rounds_asked(const struct survey *survey, uint32_t question)
{
    size_t count = 0;
    for (size_t round = 0; round < survey->rounds; round++)
        count += survey_is_asked(survey, question, round);
    return count;
}

size_t survey_first_round(const struct survey *survey, uint32_t question)
{
    for (size_t round = 0; round < survey->rounds; round++)
        if (survey_is_asked(survey, question, round))
            return round;
    return ROUND_NONE;
}

size_t survey_last_round(const struct survey *survey, uint32_t question)
{
    size_t last = ROUND_NONE;
    for (size_t round = 0; round < survey->rounds; round++)
        if (survey_is_asked(survey, question, round))
            last = round;
    return last;
}

const struct answer *survey_answer(const struct survey *survey, uint32_t question, size_t round,
                                   size_t municipality)
{
    return survey->answers[question * survey->rounds + round][municipality];
}

const struct code_list *survey_scale(const struct survey *survey, uint32_t question)
{
    const uint16_t scale = questions(survey->data)[question].scale;
    return scale == LIST_NONE ? NULL : &survey->data->codes.lists[scale];
}

const struct measure_status *survey_measure(const struct survey *survey, uint32_t municipality,
                                            uint16_t measure)
{
    for (size_t i = 0; i < row_count(survey->data, TABLE_MEASURES); i++) {
        const struct measure_status *row = &measure_statuses(survey->data)[i];
        if (row->municipality == municipality && row->measure == measure)
            return row;
    }
    return NULL;
}
