/*
 * A survey built by hand, a row a call: municipalities are named, questions are rows in the order added, and
 * answers are written as in svar.csv. The list "grad" has the steps lav, nogen, hoej.
 */
#ifndef AARSRAPPORT_SURVEY_BUILDER_H
#define AARSRAPPORT_SURVEY_BUILDER_H

#include "data_builder.h"
#include "survey.h"

static inline void survey_builder_init(struct builder *builder)
{
    static struct code steps[3];
    static const char *const codes[] = {"lav", "nogen", "hoej"};
    static const char *const step_names[] = {"I lav grad", "I nogen grad", "I høj grad"};
    struct code_lists *lists = &builder->data.codes;
    builder_init(builder);
    for (size_t i = 0; i < 3; i++)
        steps[i] = (struct code){.code = sv_of(codes[i]),
                                 .name = sv_of(step_names[i]),
                                 .folded_code = sv_of(codes[i]),
                                 .folded_name = sv_of(codes[i])};
    lists->lists =
        arena_grow(&builder->arena, lists->lists, lists->count, &lists->capacity, sizeof *lists->lists);
    lists->lists[lists->count++] = (struct code_list){.name = sv_of("grad"), .codes = steps, .count = 3};
}

static inline struct municipality *add_municipality(struct builder *builder, const char *name,
                                                    const char *cluster)
{
    uint32_t unused;
    struct names *names = builder->data.names;
    struct municipality *row = add_row(builder, TABLE_MUNICIPALITIES, sizeof *row, NULL, &unused);
    row->name = names_intern(&names[NAMES_MUNICIPALITY], sv_of(name));
    row->cluster = *cluster ? names_intern(&names[NAMES_CLUSTER], sv_of(cluster)) : SYMBOL_NONE;
    row->places = row->enterprises = row->registered = row->established = row->coming = WHOLE_NONE;
    return row;
}

static inline struct question *add_question(struct builder *builder, const char *id, const char *text,
                                            enum question_type type)
{
    uint32_t symbol;
    struct question *row = add_row(builder, TABLE_QUESTIONS, sizeof *row, id, &symbol);
    row->id = symbol;
    row->text = sv_of(text);
    row->type = (uint16_t)type;
    row->order = WHOLE_NONE;
    row->scale = type == ANSWERED_BY_ONE || type == ANSWERED_BY_SEVERAL
                     ? (uint16_t)(builder->data.codes.count - 1)
                     : LIST_NONE;
    return row;
}

/* "" is a row without an answer. */
static inline void add_answer(struct builder *builder, const char *municipality, const char *question,
                              const char *round, const char *text)
{
    uint32_t unused;
    struct answer *row = add_row(builder, TABLE_ANSWERS, sizeof *row, NULL, &unused);
    row->municipality = names_find(&builder->data.names[NAMES_MUNICIPALITY], sv_of(municipality));
    assert_int_not_equal(row->municipality, SYMBOL_NONE);
    row->question = row_named(builder, TABLE_QUESTIONS, question);
    row->round = code_in(builder, CODES_ROUND, round);
    row->text = sv_of(text);
    row->number = DECIMAL_NONE;
    const struct question *asked = &questions(&builder->data)[row->question];
    struct sv rest = row->text;
    struct sv part;
    if (asked->type == ANSWERED_BY_NUMBER && *text)
        assert_int_equal(decimal_parse(row->text, &row->number), DECIMAL_OK);
    while (asked->scale != LIST_NONE && sv_split(&rest, '|', &part))
        row->codes |=
            part.size ? UINT64_C(1) << code_find(&builder->data.codes.lists[asked->scale], part) : 0;
}

static inline void add_measure(struct builder *builder, const char *municipality, const char *measure,
                               const char *status)
{
    uint32_t unused;
    struct measure_status *row = add_row(builder, TABLE_MEASURES, sizeof *row, NULL, &unused);
    row->municipality = names_find(&builder->data.names[NAMES_MUNICIPALITY], sv_of(municipality));
    row->measure = code_in(builder, CODES_MEASURE, measure);
    row->status = code_in(builder, CODES_MEASURE_STATUS, status);
}

/* The value of a figure as noegletal.csv has it; "-" when there is no such row. */
static inline const char *survey_value(struct builder *builder, const char *figure, const char *round,
                                       const char *code)
{
    struct figures *figures = &builder->figures;
    struct figure_key key = figure_key(figures, figure_named(sv_of(figure)));
    struct buffer text = buffer_in(&builder->arena);
    if (*round)
        key.period = survey_period(code_in(builder, CODES_ROUND, round));
    if (*code)
        key = figure_key_code(figures, key, sv_of(code));
    const struct figure *row = figures_find(figures, key);
    if (!row)
        return "-";
    figures_write_value(&text, row);
    return sv_text(&builder->arena, buffer_view(&text));
}

static inline void count_survey(struct builder *builder)
{
    figures_count_survey(&builder->figures, &builder->data, &builder->arena);
}

#endif
