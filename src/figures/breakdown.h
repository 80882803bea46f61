/*
 * Breakdown: what the rows of a table are counted for. A row counts in up to four parts: all rows, its
 * agreement, its target group, and the two together (its pair). Rows are counted in their pairs; what can be
 * added is added up afterwards (tally.h).
 *
 * Part 0 is all; every agreement has a part, whether a row names it or not; a target group or a pair has one
 * when a row of the table has it.
 */
#ifndef AARSRAPPORT_BREAKDOWN_H
#define AARSRAPPORT_BREAKDOWN_H

#include "data_set.h"

enum level { LEVEL_ALL, LEVEL_AGREEMENT, LEVEL_TARGET_GROUP, LEVEL_PAIR };
enum { LEVELS = 4 };

#define PART_NONE UINT32_MAX

struct part {
    enum level level;
    uint32_t agreement;      /* row, or ALL_AGREEMENTS */
    uint16_t target_group;   /* code, or ALL_TARGET_GROUPS */
    uint32_t within[LEVELS]; /* pairs: the parts that its rows count in; PART_NONE: without agreement */
};

struct breakdown {
    struct arena *arena;
    struct part *parts;
    size_t count;
    size_t capacity;
    size_t agreement_count;
    size_t group_count;
    uint32_t *part_of_group; /* PART_NONE: no row yet */
    uint32_t *pair_at;       /* [agreement][target group]; the last agreement stands for none */
};

void breakdown_init(struct breakdown *breakdown, const struct data_set *data, struct arena *arena);

/* A breakdown that has all as its only part and its only pair. */
void breakdown_init_all(struct breakdown *breakdown, struct arena *arena);

/* Notes a row, agreement may be ROW_NONE, and returns its pair. */
uint32_t breakdown_add(struct breakdown *breakdown, uint32_t agreement, uint16_t target_group);

/* The part of an agreement, of a breakdown by agreements. */
static inline uint32_t breakdown_agreement(uint32_t row)
{
    return row + 1;
}

/* The pair of a row that was noted. */
static inline uint32_t breakdown_pair(const struct breakdown *breakdown, uint32_t agreement,
                                      uint16_t target_group)
{
    const size_t row = agreement == ROW_NONE ? breakdown->agreement_count : agreement;
    return breakdown->pair_at[row * breakdown->group_count + target_group];
}

#endif
