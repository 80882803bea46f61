#include "data_set.h"

#include <string.h>

enum {
    PUBLIC_LIMIT = 5
}; /* public edition: counts of persons below this are hidden unless rapport.ini says else */

void data_set_init(struct data_set *data, struct arena *arena)
{
    memset(data, 0, sizeof *data);
    data->arena = arena;
    code_lists_init(&data->codes, arena);
    symbols_init(&data->participants, arena);
    symbols_init(&data->departments, arena);
    for (size_t i = 0; i < TABLES; i++)
        symbols_init(&data->tables[i].keys, arena);
    data->settings.inhabitants = WHOLE_NONE;
    data->settings.extract_date = DAY_NONE;
    data->settings.effect_date = DAY_NONE;
    data->settings.public_limit = PUBLIC_LIMIT;
}

struct input_file *data_set_add_file(struct data_set *data, struct sv name)
{
    data->files =
        arena_grow(data->arena, data->files, data->file_count, &data->file_capacity, sizeof *data->files);
    data->files[data->file_count] = (struct input_file){.name = name};
    return &data->files[data->file_count++];
}

void data_set_number_departments(struct data_set *data)
{
    for (size_t i = 0; i < row_count(data, TABLE_PURCHASES); i++)
        symbols_intern(&data->departments, purchases(data)[i].department);
}

bool outcome_is_positive(const struct data_set *data, uint32_t agreement, uint16_t outcome)
{
    const struct code_list *list = code_list(&data->codes, CODES_OUTCOME);
    if (outcome >= list->count)
        return false;
    uint64_t own = 0;
    if (agreement < row_count(data, TABLE_AGREEMENTS))
        own = agreements(data)[agreement].positive_outcomes;
    if (own)
        return outcome < CODE_LIST_LONGEST && (own >> outcome & 1);
    return list->codes[outcome].positive;
}

/* DAY_NONE is the least of all day numbers, so it never wins. */
static day_number later(day_number a, day_number b)
{
    return a > b ? a : b;
}

day_number data_latest_date(const struct data_set *data)
{
    day_number latest = DAY_NONE;
    for (size_t i = 0; i < row_count(data, TABLE_COURSES); i++)
        latest = later(latest, courses(data)[i].start);
    for (size_t i = 0; i < row_count(data, TABLE_JOBS); i++)
        latest = later(latest, jobs(data)[i].start);
    for (size_t i = 0; i < row_count(data, TABLE_FOLLOW_UPS); i++)
        latest = later(latest, follow_ups(data)[i].date);
    return latest;
}
