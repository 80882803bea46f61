#include "moved_figures.h"

/* One of the three lists that are walked side by side: all are in the order of noegletal.csv. */
struct walk {
    const struct figures *figures; /* NULL: what was printed, or a store that is not there */
    const struct printed_figures *printed;
    size_t at, count;
    struct printed_figure key; /* of the row at `at` */
    struct arena *arena;
};

static void look(struct walk *walk)
{
    if (walk->at == walk->count)
        return;
    if (walk->figures)
        walk->key = figure_printed_key(walk->figures, walk->figures->rows[walk->at].key, walk->arena);
    else if (walk->printed)
        walk->key = walk->printed->rows[walk->at];
}

/* NULL: a store that is not there, and has no rows. */
static struct walk walk_store(const struct figures *figures, struct arena *arena)
{
    struct walk walk = {.figures = figures, .count = figures ? figures->count : 0, .arena = arena};
    look(&walk);
    return walk;
}

static struct walk walk_printed(const struct printed_figures *printed)
{
    struct walk walk = {.printed = printed, .count = printed ? printed->count : 0};
    look(&walk);
    return walk;
}

static bool same_value(const struct figure *before, const struct figure *after)
{
    if (!before || !after)
        return before == after;
    if (!ratio_has_value(before->value) || !ratio_has_value(after->value))
        return ratio_has_value(before->value) == ratio_has_value(after->value);
    return ratio_compare(before->value, after->value) == 0;
}

static struct sv printed_value(const struct figure *figure, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    if (figure)
        figures_write_value(&text, figure);
    return buffer_view(&text);
}

/* Whether the earlier run's file says what a row of a store comes to. */
static bool says_the_same(const struct printed_figure *printed, const struct figure *figure,
                          struct arena *scratch)
{
    if (!printed || !figure)
        return !printed && !figure;
    return sv_equal(printed->value, printed_value(figure, scratch));
}

enum { BEFORE, AFTER, PRINTED, WALKS };

struct finding_moved {
    struct changes *changes;
    struct walk walks[WALKS];
    size_t capacity;
    struct arena *arena;
    struct arena *scratch;
};

static void note(struct finding_moved *finding, struct figure_change change)
{
    struct changes *changes = finding->changes;
    if (!change.data_moved && !change.method) {
        changes->unchanged++;
        return;
    }
    change.key.value = printed_value(change.after, finding->arena);
    change.key.name = sv_copy(finding->arena, change.key.name); /* goals' names are made as they are met */
    changes->figures = arena_grow(finding->arena, changes->figures, changes->figure_count, &finding->capacity,
                                  sizeof *changes->figures);
    changes->figures[changes->figure_count++] = change;
}

static void weigh(const struct finding_moved *finding, struct figure_change *change,
                  const struct printed_figure *printed)
{
    const struct changes *changes = finding->changes;
    if (printed)
        change->printed = printed->value;
    if (!changes->before.figures) {
        change->data_moved = changes->has_printed && !says_the_same(printed, change->after, finding->scratch);
        return;
    }
    change->data_moved = !same_value(change->before, change->after);
    change->method = changes->has_printed && !says_the_same(printed, change->before, finding->scratch);
}

/* The least of the keys that the walks have come to, and which of them stand at it; NULL: all are at their
 * end.
 */
static const struct printed_figure *least_key(const struct walk *walks, bool found[WALKS])
{
    const struct printed_figure *least = NULL;
    for (size_t i = 0; i < WALKS; i++) {
        const int order = walks[i].at == walks[i].count ? 1
                          : least                       ? printed_figure_order(&walks[i].key, least)
                                                        : -1;
        for (size_t earlier = 0; order < 0 && earlier < i; earlier++)
            found[earlier] = false;
        found[i] = order <= 0;
        if (order < 0)
            least = &walks[i].key;
    }
    return least;
}

/* The figure that comes next in any of the lists; false at the end of all. */
static bool take_next(struct finding_moved *finding)
{
    struct walk *walks = finding->walks;
    const struct figure *rows[WALKS] = {NULL};
    bool found[WALKS];
    const struct printed_figure *least = least_key(walks, found);
    if (!least)
        return false;
    struct figure_change change = {.key = *least};
    for (size_t i = 0; i < WALKS; i++)
        if (found[i] && walks[i].figures)
            rows[i] = &walks[i].figures->rows[walks[i].at];
    change.before = rows[BEFORE];
    change.after = rows[AFTER];
    weigh(finding, &change, found[PRINTED] ? &walks[PRINTED].key : NULL);
    note(finding, change);
    for (size_t i = 0; i < WALKS; i++)
        if (found[i]) {
            walks[i].at++;
            look(&walks[i]);
        }
    return true;
}

void moved_figures_find(struct changes *changes, const struct printed_figures *printed, struct arena *arena)
{
    struct arena scratch;
    arena_init(&scratch, arena->exhausted);
    struct finding_moved finding = {.changes = changes, .arena = arena, .scratch = &scratch};
    finding.walks[BEFORE] = walk_store(changes->before.figures, &scratch);
    finding.walks[AFTER] = walk_store(changes->after.figures, &scratch);
    finding.walks[PRINTED] = walk_printed(printed);
    changes->has_printed = printed != NULL;
    while (take_next(&finding))
        continue;
    arena_free(&scratch);
}
