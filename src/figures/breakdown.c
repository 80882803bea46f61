#include "breakdown.h"

#include "figures.h"

#include <string.h>

static uint32_t add_part(struct breakdown *breakdown, enum level level, uint32_t agreement,
                         uint16_t target_group)
{
    breakdown->parts = arena_grow(breakdown->arena, breakdown->parts, breakdown->count, &breakdown->capacity,
                                  sizeof *breakdown->parts);
    breakdown->parts[breakdown->count] =
        (struct part){.level = level,
                      .agreement = agreement,
                      .target_group = target_group,
                      .within = {[LEVEL_ALL] = 0, PART_NONE, PART_NONE, PART_NONE}};
    return (uint32_t)breakdown->count++;
}

static uint32_t *parts_without_rows(struct arena *arena, size_t count)
{
    uint32_t *parts = arena_array(arena, count, sizeof *parts);
    memset(parts, 0xFF, count * sizeof *parts); /* PART_NONE */
    return parts;
}

void breakdown_init_all(struct breakdown *breakdown, struct arena *arena)
{
    *breakdown = (struct breakdown){.arena = arena};
    add_part(breakdown, LEVEL_ALL, ALL_AGREEMENTS, ALL_TARGET_GROUPS);
}

void breakdown_init(struct breakdown *breakdown, const struct data_set *data, struct arena *arena)
{
    breakdown_init_all(breakdown, arena);
    breakdown->agreement_count = row_count(data, TABLE_AGREEMENTS);
    breakdown->group_count = code_list(&data->codes, CODES_TARGET_GROUP)->count;
    for (uint32_t row = 0; row < breakdown->agreement_count; row++)
        add_part(breakdown, LEVEL_AGREEMENT, row, ALL_TARGET_GROUPS);
    breakdown->part_of_group = parts_without_rows(arena, breakdown->group_count);
    breakdown->pair_at = parts_without_rows(arena, (breakdown->agreement_count + 1) * breakdown->group_count);
}

static uint32_t add_pair(struct breakdown *breakdown, uint32_t agreement, uint16_t target_group)
{
    uint32_t *group = &breakdown->part_of_group[target_group];
    if (*group == PART_NONE)
        *group = add_part(breakdown, LEVEL_TARGET_GROUP, ALL_AGREEMENTS, target_group);
    const uint32_t pair = add_part(breakdown, LEVEL_PAIR, agreement, target_group);
    uint32_t *within = breakdown->parts[pair].within;
    within[LEVEL_ALL] = 0;
    within[LEVEL_AGREEMENT] = agreement == ROW_NONE ? PART_NONE : breakdown_agreement(agreement);
    within[LEVEL_TARGET_GROUP] = *group;
    within[LEVEL_PAIR] = pair;
    return pair;
}

uint32_t breakdown_add(struct breakdown *breakdown, uint32_t agreement, uint16_t target_group)
{
    const size_t row = agreement == ROW_NONE ? breakdown->agreement_count : agreement;
    uint32_t *pair = &breakdown->pair_at[row * breakdown->group_count + target_group];
    if (*pair == PART_NONE)
        *pair = add_pair(breakdown, agreement, target_group);
    return *pair;
}
