/*
 * Which rows a figure counts, a rule a figure: a table of rules for each subject.
 */
#ifndef AARSRAPPORT_ROW_SET_RULES_H
#define AARSRAPPORT_ROW_SET_RULES_H

#include "row_sets.h"

/* A figure that is asked for its rows. */
struct row_question {
    const struct row_sets *sets;
    const struct data_set *data;
    struct figure_key key;
    enum figure_id figure; /* of a goal's key: what the goal is about */
    struct period period;
    const bool *categories; /* of the figure: which are asked for; NULL: the figure without code */
};

/* What a row adds; one that does not count adds nothing, and is false. */
struct addition {
    bool counts;
    int64_t amount;
    int64_t base;
    uint64_t who;
};

typedef struct addition (*row_rule)(const struct row_question *question, uint32_t row);

struct row_set_rule {
    enum table_id table;
    enum row_measure measure;
    row_rule rule; /* NULL: the figure is not this subject's */
    int64_t scale; /* 0: 1 */
    bool so_far;   /* over all time, up to the day of judgement */
    row_rule base; /* of a denominator that is another table's rows; NULL: none */
    enum table_id base_table;
    const char *deciding[DECIDING_COLUMNS];
};

/* A figure that is asked of rows one by one; row_set_of asks it of all of them. */
struct asked_figure {
    struct row_question question;
    const struct row_set_rule *rule;
};

/* False for what only a row of maal.csv says: a target, and everything about a milestone. */
bool row_set_ask(const struct row_sets *sets, struct figure_key key, struct asked_figure *asked,
                 struct arena *arena);

/* What a row of any table adds to the figure. */
struct addition row_set_addition(const struct asked_figure *asked, enum table_id table, uint32_t row);

/* The rules of a figure; NULL when it is another subject's. */
const struct row_set_rule *course_row_set_rule(enum figure_id figure);
const struct row_set_rule *job_row_set_rule(enum figure_id figure);
const struct row_set_rule *enterprise_row_set_rule(enum figure_id figure);
const struct row_set_rule *effort_row_set_rule(enum figure_id figure);

static inline bool is_asked(const struct row_question *question, size_t category)
{
    return !question->categories || (category != SIZE_MAX && question->categories[category]);
}

/* A row that counts once. */
static inline struct addition one_if(bool counts)
{
    return (struct addition){.counts = counts, .amount = 1};
}

/* A row of a share's denominator, and perhaps of its numerator. */
static inline struct addition share_if(bool counts, bool in_numerator)
{
    return (struct addition){.counts = counts, .amount = in_numerator, .base = 1};
}

static inline struct addition amount_if(bool counts, int64_t amount)
{
    return (struct addition){.counts = counts, .amount = amount};
}

static inline struct addition person_if(bool counts, uint32_t who)
{
    return (struct addition){.counts = counts, .amount = 1, .who = who};
}

#endif
