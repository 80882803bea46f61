#include "medians.h"

#include <string.h>

void medians_init(struct medians *medians, const struct tally *tally, struct arena *arena)
{
    *medians = (struct medians){.arena = arena, .tally = tally};
}

void medians_add(struct medians *medians, size_t window, uint32_t pair, int32_t value)
{
    medians->values = arena_grow(medians->arena, medians->values, medians->count, &medians->capacity,
                                 sizeof *medians->values);
    medians->values[medians->count++] =
        (struct keyed){.key = radix_key(value), .value = (uint32_t)tally_place(medians->tally, window, pair)};
}

void medians_join(struct medians *medians, const struct medians *others)
{
    const size_t count = medians->count + others->count;
    while (medians->capacity < count)
        medians->values = arena_grow(medians->arena, medians->values, medians->capacity, &medians->capacity,
                                     sizeof *medians->values);
    if (others->count)
        memcpy(medians->values + medians->count, others->values, others->count * sizeof *medians->values);
    medians->count = count;
}

/* Where the values of a place stand while they are walked through in order. */
struct middle {
    uint32_t count;
    uint32_t seen;
    int64_t sum; /* of the middle value taken twice, or of the two middle ones */
};

static void see_value(struct middle *middle, int32_t value)
{
    if (middle->seen == (middle->count - 1) / 2)
        middle->sum += value;
    if (middle->seen == middle->count / 2)
        middle->sum += value;
    middle->seen++;
}

static void add_pair_up(const struct medians *medians, struct middle *middles, size_t window, uint32_t pair)
{
    const struct tally *tally = medians->tally;
    const struct part *part = &tally->breakdown->parts[pair];
    for (enum level level = LEVEL_ALL; level < LEVEL_PAIR; level++)
        if (part->within[level] != PART_NONE)
            middles[tally_place(tally, window, part->within[level])].count +=
                middles[tally_place(tally, window, pair)].count;
}

/* Counts each pair's values, and then those of the parts that it is within. */
static void count_values(const struct medians *medians, struct middle *middles)
{
    const struct tally *tally = medians->tally;
    for (size_t i = 0; i < medians->count; i++)
        middles[medians->values[i].value].count++;
    for (size_t window = 0; window < tally->window_count; window++)
        for (uint32_t part = 0; part < tally->breakdown->count; part++)
            if (tally->breakdown->parts[part].level == LEVEL_PAIR)
                add_pair_up(medians, middles, window, part);
}

/* The values come in order; each counts in every part that its pair is within. */
static void see_values(const struct medians *medians, struct middle *middles)
{
    const struct breakdown *breakdown = medians->tally->breakdown;
    for (size_t i = 0; i < medians->count; i++) {
        const uint32_t place = medians->values[i].value;
        const uint32_t pair = place % (uint32_t)breakdown->count;
        const uint32_t *within = breakdown->parts[pair].within;
        for (enum level level = LEVEL_ALL; level <= LEVEL_PAIR; level++)
            if (within[level] != PART_NONE)
                see_value(&middles[place - pair + within[level]], radix_value(medians->values[i].key));
    }
}

struct ratio *medians_find(struct medians *medians)
{
    const size_t places = tally_places(medians->tally);
    struct ratio *found = arena_array(medians->arena, places, sizeof *found);
    struct middle *middles = arena_array(medians->arena, places, sizeof *middles);
    struct keyed *spare = arena_array(medians->arena, medians->count, sizeof *spare);
    radix_sort(medians->values, spare, medians->count);
    count_values(medians, middles);
    see_values(medians, middles);
    for (size_t place = 0; place < places; place++)
        found[place] = middles[place].count ? ratio_of(middles[place].sum, 2) : ratio_none();
    return found;
}
