#include "survey_codes.h"

const char SURVEY_NOT_ANSWERED_NAME[] = "Ikke besvaret";

static struct sv name_in(const struct code_list *list, struct sv code)
{
    if (sv_is(code, CODE_NOT_ANSWERED))
        return sv_of(SURVEY_NOT_ANSWERED_NAME);
    const uint16_t index = list ? code_find(list, code) : CODE_NONE;
    return index == CODE_NONE ? code : code_name(list, index);
}

static const struct code_list *scale_of(const struct data_set *data, struct sv id)
{
    for (size_t i = 0; i < row_count(data, TABLE_QUESTIONS); i++) {
        const struct question *question = &questions(data)[i];
        if (sv_equal(symbols_name(&data->tables[TABLE_QUESTIONS].keys, question->id), id))
            return question->scale == LIST_NONE ? NULL : &data->codes.lists[question->scale];
    }
    return NULL;
}

/* No question has a colon in its number, and no measure of the program's own. */
static struct sv name_of_pair(struct arena *arena, struct sv code, size_t colon, struct sv first,
                              const struct code_list *list)
{
    const struct sv second = name_in(list, sv_slice(code, colon + 1, code.size));
    return sv_format(arena, "%.*s: %.*s", SV_ARG(first), SV_ARG(second));
}

static struct sv question_name(struct arena *arena, const struct data_set *data, struct sv code)
{
    const size_t colon = sv_find(code, ':');
    if (colon == SIZE_MAX)
        return code;
    const struct sv id = sv_slice(code, 0, colon);
    return name_of_pair(arena, code, colon, id, scale_of(data, id));
}

static struct sv measure_name(struct arena *arena, const struct data_set *data, struct sv code)
{
    const size_t colon = sv_find(code, ':');
    if (colon == SIZE_MAX)
        return code;
    const struct sv measure = name_in(code_list(&data->codes, CODES_MEASURE), sv_slice(code, 0, colon));
    return name_of_pair(arena, code, colon, measure, code_list(&data->codes, CODES_MEASURE_STATUS));
}

/* The columns of kommuner.csv that kommune.oplyst counts. */
static struct sv statement_name(struct sv code)
{
    static const struct {
        const char *column;
        const char *name;
    } names[] = {{"virksomheder", "Virksomheder"},
                 {"registrerede", "Registrerede"},
                 {"nye", "Nye"},
                 {"paa_vej", "På vej"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (sv_is(code, names[i].column))
            return sv_of(names[i].name);
    return code;
}

bool survey_code_name(struct arena *arena, const struct data_set *data, enum figure_id figure, struct sv code,
                      struct sv *name)
{
    const enum figure_code_kind kind = figure_kind(figure)->code_kind;
    *name = code;
    if (kind == FIGURE_BY_QUESTION)
        *name = question_name(arena, data, code);
    else if (kind == FIGURE_BY_MEASURE)
        *name = measure_name(arena, data, code);
    else if (kind == FIGURE_BY_STATEMENT)
        *name = statement_name(code);
    else
        return kind == FIGURE_BY_MUNICIPALITY || kind == FIGURE_BY_CLUSTER;
    return true;
}
