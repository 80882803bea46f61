#include "data_set.h"

#include <stddef.h>
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
    for (size_t i = 0; i < NAME_KINDS; i++)
        names_init(&data->names[i], arena);
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

const struct input_file *data_set_file(const struct data_set *data, struct sv name)
{
    for (size_t i = 0; data && i < data->file_count; i++)
        if (sv_equal(data->files[i].name, name))
            return &data->files[i];
    return NULL;
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

/* What is dated after the extract was made has not happened. */
static bool is_planned(const struct data_set *data, day_number day)
{
    const day_number extract = data->settings.extract_date;
    return extract != DAY_NONE && day > extract;
}

/* The last day of a table on which something of it happened; DAY_NONE: none. */
static day_number latest_in(const struct data_set *data, enum table_id table)
{
    static const size_t offsets[TABLES] = {
        [TABLE_COURSES] = offsetof(struct course, start),
        [TABLE_JOBS] = offsetof(struct job, start),
        [TABLE_FOLLOW_UPS] = offsetof(struct follow_up, date),
        [TABLE_EVALUATIONS] = offsetof(struct evaluation, date),
        [TABLE_APPLICATIONS] = offsetof(struct application, submitted),
        [TABLE_TRIALS] = offsetof(struct trial, start),
        [TABLE_PURCHASES] = offsetof(struct purchase, date),
        [TABLE_READINGS] = offsetof(struct progression_reading, date),
    };
    const char *record = data->tables[table].data;
    day_number latest = DAY_NONE;
    for (size_t i = 0; offsets[table] && i < row_count(data, table); i++) {
        day_number day;
        memcpy(&day, record + i * table_schema(table)->record_size + offsets[table], sizeof day);
        latest = is_planned(data, day) ? latest : later(latest, day);
    }
    return latest;
}

/* A table's last day that is decades after the last one of every other table is a slip in its year. */
static bool is_slip(const day_number *days, enum table_id table)
{
    enum { DECADES = 20 * 366 };
    day_number others = DAY_NONE;
    for (size_t i = 0; i < TABLES; i++)
        if (i != (size_t)table)
            others = later(others, days[i]);
    return others != DAY_NONE && days[table] > others && days[table] - others > DECADES;
}

day_number data_latest_date(const struct data_set *data)
{
    day_number days[TABLES];
    day_number latest = DAY_NONE;
    for (enum table_id table = 0; table < TABLES; table++)
        days[table] = latest_in(data, table);
    for (enum table_id table = 0; table < TABLES; table++)
        if (!is_slip(days, table))
            latest = later(latest, days[table]);
    return latest;
}
