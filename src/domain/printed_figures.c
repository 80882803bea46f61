#include "printed_figures.h"

#include <stdlib.h>

int printed_figure_order(const struct printed_figure *a, const struct printed_figure *b)
{
    const struct sv left[] = {a->name, a->period, a->agreement, a->target_group, a->code};
    const struct sv right[] = {b->name, b->period, b->agreement, b->target_group, b->code};
    int order = 0;
    for (size_t i = 0; order == 0 && i < sizeof left / sizeof *left; i++)
        order = sv_compare(left[i], right[i]);
    return order;
}

static int by_key(const void *a, const void *b)
{
    return printed_figure_order(a, b);
}

const struct printed_figure *printed_figures_find(const struct printed_figures *figures,
                                                  const struct printed_figure *key)
{
    if (!figures->count)
        return NULL;
    return bsearch(key, figures->rows, figures->count, sizeof *figures->rows, by_key);
}
