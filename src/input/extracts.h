/*
 * The input tables of a data folder: which files there are, and their rows into the data set.
 */
#ifndef AARSRAPPORT_EXTRACTS_H
#define AARSRAPPORT_EXTRACTS_H

#include "data_set.h"
#include "progress.h"

/* The names in an open folder, bytewise in order. False: *failure says why. */
struct folder_names {
    struct sv *names;
    size_t count;
};
bool folder_list(struct arena *arena, int folder, struct folder_names *names, struct sv *failure);
bool folder_has(const struct folder_names *names, struct sv name);

/* The table that a file of that name belongs to; TABLES: none. */
enum table_id table_of_file(struct sv file);

/* Reads every file of the table (`name.csv`, `name-*.csv`). False: *failure says why. */
bool extract_read(struct data_set *data, struct diag *diag, enum table_id table, int folder,
                  const struct folder_names *names, struct progress progress, struct sv *failure);

#endif
