#include "file_names.h"

#include "cpr_guard.h"
#include "text_clean.h"
#include "text_da.h"

#include <string.h>

static const struct sv nothing = {0};
static const char ENDING[] = ".csv";
static const char CODES[] = "koder";

/* ---- civil registration numbers ---- */

static void refuse(struct data_set *data, struct diag *diag, const char *path, struct sv name)
{
    const enum table_id table = *path ? TABLES : table_of_file(name);
    const struct sv masked = cpr_mask(data->arena, name);
    const struct place place = {.file = sv_format(data->arena, "%s%.*s", path, SV_ARG(masked))};
    diag_value(diag, DIAG_CPR_IN_FILE_NAME, place, nothing);
    if (table == TABLES)
        return;
    data->tables[table].present = true;
    data->tables[table].partial = true;
}

void file_names_guard(struct data_set *data, struct diag *diag, const char *path, struct folder_names *names)
{
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++) {
        const struct sv name = names->names[i];
        if (cpr_find(name) == CPR_NONE)
            names->names[kept++] = name;
        else
            refuse(data, diag, path, name);
    }
    names->count = kept;
}

/* ---- files that are not read ---- */

/* The name without `.csv` in any case; empty when it does not end so, and for hidden files. */
static struct sv stem_of(struct arena *arena, struct sv name)
{
    const size_t ending = sizeof ENDING - 1;
    if (name.size <= ending || name.data[0] == '.')
        return nothing;
    const size_t size = name.size - ending;
    const struct sv folded = danish_fold(arena, sv_slice(name, size + 1, ending));
    return sv_is(folded, ENDING + 1) && name.data[size] == '.' ? sv_slice(name, 0, size) : nothing;
}

/* Whether the folded stem is the table's name, alone or with something after it. */
static bool is_named(struct sv folded, const char *table)
{
    const size_t size = strlen(table);
    return sv_starts_with(folded, sv_of(table)) && (folded.size == size || folded.data[size] == '_');
}

/* The nearest of `best` and the table's name: how far it is from the stem decides. */
static const char *nearer(struct sv folded, const char *best, const char *table, size_t *least)
{
    const size_t distance = is_named(folded, table) ? 0 : edit_distance(folded, sv_of(table));
    if (distance >= *least)
        return best;
    *least = distance;
    return table;
}

/* The table that the stem is a slip for; NULL: it is like none. */
static const char *meant_table(struct sv folded)
{
    enum { FEWEST_SAME = 3 }; /* a third of the letters may differ */
    size_t least = folded.size / FEWEST_SAME + 1;
    const char *best = nearer(folded, NULL, CODES, &least);
    for (enum table_id table = 0; table < TABLES; table++)
        best = nearer(folded, best, table_schema(table)->name, &least);
    return best;
}

/* `job-nord.CSV` was meant as job-nord.csv, `jobs.csv` as job.csv. */
static struct sv meant_name(struct arena *arena, struct sv stem, const char *table)
{
    const size_t size = strlen(table);
    const bool has_part = strcmp(table, CODES) != 0 && stem.size > size + 1 && stem.data[size] == '-' &&
                          sv_is(danish_fold(arena, sv_slice(stem, 0, size)), table);
    const struct sv part = has_part ? sv_slice(stem, size, stem.size) : nothing;
    return sv_format(arena, "%s%.*s%s", table, SV_ARG(part), ENDING);
}

static void note_unread(struct diag *diag, struct sv name, struct sv stem)
{
    const struct place place = {.file = name};
    const struct sv folded = danish_fold(diag->arena, stem);
    const char *table = meant_table(folded);
    if (table)
        diag_detail(diag, DIAG_FILE_NAME_UNKNOWN, place, nothing, meant_name(diag->arena, stem, table));
    else
        diag_value(diag, DIAG_FILE_NOT_USED, place, nothing);
}

void file_names_note_unread(struct diag *diag, const struct folder_names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        const struct sv name = names->names[i];
        const struct sv stem = stem_of(diag->arena, name);
        if (stem.size && table_of_file(name) == TABLES && !sv_is(name, "koder.csv"))
            note_unread(diag, name, stem);
    }
}
