#include "medians.h"

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

/* The places that a value of `place`, a pair's, counts in: by level, SIZE_MAX where there is none. */
static void places_within(const struct tally *tally, size_t place, size_t places[LEVELS])
{
    const size_t pair = place % tally->breakdown->count;
    for (enum level level = LEVEL_ALL; level <= LEVEL_PAIR; level++) {
        const uint32_t part = tally->breakdown->parts[pair].within[level];
        places[level] = part == PART_NONE ? SIZE_MAX : place - pair + part;
    }
}

static void walk(const struct medians *medians, struct middle *middles, bool counting)
{
    for (size_t i = 0; i < medians->count; i++) {
        size_t places[LEVELS];
        places_within(medians->tally, medians->values[i].value, places);
        for (size_t level = 0; level < LEVELS; level++)
            if (places[level] == SIZE_MAX)
                continue;
            else if (counting)
                middles[places[level]].count++;
            else
                see_value(&middles[places[level]], radix_value(medians->values[i].key));
    }
}

struct ratio *medians_find(struct medians *medians, struct arena *results)
{
    const size_t places = tally_places(medians->tally);
    struct ratio *found = arena_array(results, places, sizeof *found);
    struct middle *middles = arena_array(medians->arena, places, sizeof *middles);
    struct keyed *spare = arena_array(medians->arena, medians->count, sizeof *spare);
    radix_sort(medians->values, spare, medians->count);
    walk(medians, middles, true);
    walk(medians, middles, false);
    for (size_t place = 0; place < places; place++)
        found[place] = middles[place].count ? ratio_of(middles[place].sum, 2) : ratio_none();
    return found;
}
