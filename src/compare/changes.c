#include "changes.h"

#include "figure_rows.h"
#include "file_changes.h"
#include "input_changes.h"
#include "moved_figures.h"
#include "other_causes.h"
#include "row_changes.h"

#include <stdlib.h>

static bool any_method_change(const struct changes *changes)
{
    for (size_t i = 0; i < changes->figure_count; i++)
        if (changes->figures[i].method)
            return true;
    return false;
}

static void compare_data(struct changes *changes, const struct changes_request *request, struct arena *arena)
{
    struct row_match match;
    struct arena scratch;
    arena_init(&scratch, arena->exhausted);
    row_match_init(&match, request->before.data, request->after.data, &scratch);
    row_changes_find(changes, &match, request, arena);
    file_changes_find(changes, &match, arena);
    input_changes_find(changes, arena);
    changes->causes = other_causes(request->before.data, request->after.data) |
                      (request->options_differ ? CAUSE_OPTIONS : 0u) |
                      (any_method_change(changes) ? CAUSE_PROGRAM : 0u);
    figure_rows_find(changes, &match, arena);
    arena_free(&scratch);
}

struct changes *changes_find(const struct changes_request *request, struct arena *arena)
{
    struct changes *changes = arena_alloc(arena, sizeof *changes);
    changes->before = request->before;
    changes->after = request->after;
    moved_figures_find(changes, request->printed, arena);
    if (request->before.data)
        compare_data(changes, request, arena);
    return changes;
}

static int compare_key(const void *key, const void *change)
{
    return printed_figure_order(key, &((const struct figure_change *)change)->key);
}

const struct figure_change *changes_of(const struct changes *changes, struct figure_key key)
{
    const struct figures *figures = changes->after.figures;
    if (!changes->figure_count)
        return NULL;
    const struct printed_figure asked = figure_printed_key(figures, key, figures->arena);
    return bsearch(&asked, changes->figures, changes->figure_count, sizeof *changes->figures, compare_key);
}

bool changes_are_none(const struct changes *changes)
{
    return !changes->figure_count && !changes->row_count && !changes->causes;
}
