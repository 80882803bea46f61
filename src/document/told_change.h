/*
 * A figure that moved, as documents tell it: what it is called, its values as cells, and the words for where
 * and why.
 *
 * What stood before is printed by the same rules as what stands now, but its cells have no key: they are not
 * in the present store.
 */
#ifndef AARSRAPPORT_TOLD_CHANGE_H
#define AARSRAPPORT_TOLD_CHANGE_H

#include "compose.h"
#include "correction.h"

/* A figure that moved. */
struct told_change {
    const struct figure_change *change;
    const struct figures *figures; /* that `key` is of: the present ones, or the earlier for one that is gone;
                                      NULL: only its printed name is known */
    struct figure_key key;
    struct sv name; /* "Nye job", "Målet »30 job om året«" */
    struct cell before, after;
    struct cell difference; /* empty for days and for what stands for words */
    struct cell share;      /* of what stood before; empty where that makes no sense */
};

struct told_change told_change(const struct correction *correction, const struct figure_change *change,
                               struct arena *arena);

/* Where its key is; nothing when only its printed name is known. */
void told_find_key(struct told_change *told, const struct changes *changes);

/* Whether the difference is seen as the values are printed. */
bool told_is_seen(const struct told_change *told, struct arena *arena);

/* Whether the printed values come to another difference, or another share, than the printed one. */
bool told_rounding_shows(const struct told_change *told);

/* What noegletal.csv says of a figure that is printed so: "0,42", "2024-08-14", "naaet"; no value when it is
 * none of that. */
struct ratio value_of_printed(struct sv text, enum value_format format);

/* "Nye job", "Målet »30 job om året«", "Målet »30 job om året«: opfyldelse" */
struct sv told_figure_name(const struct figures *figures, struct figure_key key, struct arena *arena);

/* "2024", "måned 7"; empty for a report that has no period. */
struct sv told_period(const struct period *period, struct arena *arena);

/* Whether there is anything to compare with. */
bool correction_can_be_told(const struct correction *correction);

/* Whether the rows of the earlier version are there. */
bool correction_has_rows(const struct correction *correction);

/* "version 1", "mappen »data-januar«" */
struct sv told_version_name(const struct told_version *version, struct arena *arena);

/* What was chosen; empty: nothing. */
struct sv told_option(const struct told_version *version, struct sv name);

/* "1 række", "7.806 rækker" */
struct sv counted_text(size_t count, const char *one, const char *many, struct arena *arena);

/* " Version 1 er ikke med: Filen noegletal-2024.csv mangler i dens mappe."; empty: none is left out. */
struct sv versions_left_out_text(const struct correction *correction, struct arena *arena);

/* Why it moved, besides rows: "programmet, rapport.ini"; empty: nothing else. Where a list differs in one
 * code alone, or rapport.ini in one key, that is named: "koden uddannelse", "strategi.fra i rapport.ini". */
struct sv causes_text(const struct changes *changes, unsigned causes, struct arena *arena);

#endif
