/*
 * Two small data sets that are the same until a test changes one of them: an agreement, an enterprise, two
 * courses and two jobs.
 */
#ifndef AARSRAPPORT_PAIR_FIXTURE_H
#define AARSRAPPORT_PAIR_FIXTURE_H

#include "../figures/data_builder.h"

#include <stdlib.h>

struct pair {
    struct builder before, after;
};

static inline void build(struct builder *builder)
{
    builder_init(builder);
    add_agreement(builder, "A1", "2022-01-01", "");
    add_enterprise(builder, "V1", "virksomhed", "2020-01-01", "");
    add_ended(builder, "B1", "A1", "2024-01-01", "2024-06-30", "uddannelse");
    add_course(builder, "B2", "A1", "unge", "2024-02-01", "");
    add_job(builder, "B1", "V1", "fleksjob", "2024-03-01", "");
    add_job(builder, "B2", "V1", "smaajob", "2024-05-01", "");
}

static int open_pair(void **state)
{
    struct pair *pair = malloc(sizeof *pair);
    build(&pair->before);
    build(&pair->after);
    *state = pair;
    return 0;
}

static int close_pair(void **state)
{
    struct pair *pair = *state;
    builder_free(&pair->before);
    builder_free(&pair->after);
    free(pair);
    return 0;
}

#endif
