#include "tally.h"

#include "categories.h"

void tally_init(struct tally *tally, const struct counting *counting, const struct breakdown *breakdown,
                const struct counter *counters, size_t counter_count, struct arena *arena)
{
    *tally = (struct tally){.breakdown = breakdown,
                            .counters = counters,
                            .counter_count = counter_count,
                            .window_count = counting->window_count};
    for (size_t i = 0; i < counter_count; i++) {
        tally->at[i] = tally->width;
        tally->sizes[i] = counters[i].by_code ? category_count(counting->data, counters[i].figure) : 1;
        tally->width += tally->sizes[i];
    }
    tally->numbers = arena_array(arena, tally_places(tally) * tally->width, sizeof *tally->numbers);
}

void tally_join(struct tally *tally, const struct tally *other)
{
    for (size_t i = 0; i < tally_places(tally) * tally->width; i++)
        tally->numbers[i] += other->numbers[i];
}

static void add_counter(const struct tally *tally, size_t counter, int64_t *to, const int64_t *from)
{
    const size_t end = tally->at[counter] + tally->sizes[counter];
    for (size_t i = tally->at[counter]; i < end; i++)
        to[i] += from[i];
}

static void add_numbers(const struct tally *tally, int64_t *to, const int64_t *from)
{
    for (size_t counter = 0; counter < tally->counter_count; counter++)
        if (!tally->counters[counter].distinct)
            add_counter(tally, counter, to, from);
}

static void add_pair_up(struct tally *tally, size_t window, uint32_t pair)
{
    const struct part *part = &tally->breakdown->parts[pair];
    for (enum level level = LEVEL_ALL; level < LEVEL_PAIR; level++)
        if (part->within[level] != PART_NONE)
            add_numbers(tally, tally_of(tally, window, part->within[level]), tally_of(tally, window, pair));
}

void tally_add_up(struct tally *tally)
{
    for (size_t window = 0; window < tally->window_count; window++)
        for (uint32_t part = 0; part < tally->breakdown->count; part++)
            if (tally->breakdown->parts[part].level == LEVEL_PAIR)
                add_pair_up(tally, window, part);
}

void tally_add_distinct(struct tally *tally, size_t counter, uint32_t *last, size_t window, uint32_t pair,
                        uint32_t who)
{
    for (enum level level = LEVEL_ALL; level <= LEVEL_PAIR; level++) {
        const uint32_t part = tally->breakdown->parts[pair].within[level];
        if (part != PART_NONE && first_time(&last[tally_place(tally, window, part)], who))
            tally_of(tally, window, part)[counter]++;
    }
}

static struct ratio value_of(const struct shown *shown, const int64_t *numbers, size_t at)
{
    if (shown->base == WHOLE)
        return ratio_of(numbers[at], shown->scale);
    return ratio_of(numbers[at], numbers[shown->base] * shown->scale);
}

/* What a figure needs to know of itself while it is shown. */
struct showing {
    const struct tally *tally;
    const struct shown *shown;
    bool by_code;
    bool all_written;
    size_t categories;
    uint32_t *codes; /* symbols */
};

static struct showing showing_of(const struct tally *tally, struct counting *counting,
                                 const struct shown *shown)
{
    struct showing showing = {
        .tally = tally,
        .shown = shown,
        .by_code = tally->counters[shown->counter].by_code,
        .all_written = categories_all_written(shown->figure),
        .categories = category_count(counting->data, shown->figure),
    };
    if (showing.by_code)
        showing.codes = counting_codes(counting, shown->figure);
    return showing;
}

static void show_part(const struct showing *showing, struct counting *counting, struct figure_key key,
                      const int64_t *numbers)
{
    const struct shown *shown = showing->shown;
    const size_t at = showing->tally->at[shown->counter];
    if (!showing->by_code) {
        counting_add(counting, key, value_of(shown, numbers, at));
        return;
    }
    const bool zeros_too = showing->all_written || !counting_is_written(counting, key.period);
    for (size_t i = 0; i < showing->categories; i++) {
        key.code = showing->codes[i];
        if (zeros_too || numbers[at + i])
            counting_add(counting, key, value_of(shown, numbers, at + i));
    }
}

static void show_window(const struct showing *showing, struct counting *counting, uint16_t window)
{
    const struct breakdown *breakdown = showing->tally->breakdown;
    const int levels =
        counting_is_written(counting, window) ? showing->shown->levels : showing->shown->levels & FOR_ALL;
    for (uint32_t i = 0; i < breakdown->count; i++) {
        const struct part *part = &breakdown->parts[i];
        if (!(levels & 1 << part->level))
            continue;
        struct figure_key key = figure_key_in(counting->figures, showing->shown->figure, window);
        key.agreement = part->agreement;
        key.target_group = part->target_group;
        show_part(showing, counting, key, tally_of(showing->tally, window, i));
    }
}

void tally_show(const struct tally *tally, struct counting *counting, const struct shown *shown, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct showing showing = showing_of(tally, counting, &shown[i]);
        for (uint16_t window = 0; window < tally->window_count; window++)
            show_window(&showing, counting, window);
    }
}

void tally_show_in(const struct tally *tally, struct counting *counting, const struct shown *shown,
                   size_t count, uint16_t period)
{
    for (size_t i = 0; i < count; i++) {
        const struct showing showing = showing_of(tally, counting, &shown[i]);
        show_window(&showing, counting, period);
    }
}

static void show_means_of_part(struct counting *counting, struct figure_key key, const uint32_t *codes,
                               const int64_t *sums, const int64_t *counts)
{
    for (size_t i = 0; i < category_count(counting->data, key.figure); i++) {
        key.code = codes[i];
        if (counts[i])
            counting_add(counting, key, ratio_of(sums[i], counts[i]));
    }
}

void tally_show_means(const struct tally *tally, struct counting *counting, enum figure_id figure,
                      size_t sums, size_t counts, int levels)
{
    const uint32_t *codes = counting_codes(counting, figure);
    for (uint16_t period = 0; period < counting->figures->period_count; period++)
        for (uint32_t i = 0; i < tally->breakdown->count; i++) {
            const struct part *part = &tally->breakdown->parts[i];
            const int64_t *numbers = tally_of(tally, period, i);
            struct figure_key key = figure_key_in(counting->figures, figure, period);
            key.agreement = part->agreement;
            key.target_group = part->target_group;
            if (levels & 1 << part->level)
                show_means_of_part(counting, key, codes, numbers + tally->at[sums],
                                   numbers + tally->at[counts]);
        }
}
