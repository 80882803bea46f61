/*
 * Cells that hold how something stands, a goal or an effort: printed as a word with a symbol before it.
 */
#ifndef AARSRAPPORT_STANDING_H
#define AARSRAPPORT_STANDING_H

#include "model.h"

static inline bool format_is_standing(enum value_format format)
{
    return format == FORMAT_STATUS || format == FORMAT_LIGHT;
}

static inline bool cell_is_standing(const struct cell *cell)
{
    return cell->kind == CELL_VALUE && format_is_standing(cell->format) && ratio_has_value(cell->value);
}

/* The goal status whose symbol a standing is drawn with: a green light has that of a goal reached. */
static inline enum goal_status standing_symbol(const struct cell *cell)
{
    static const enum goal_status of_lights[] = {
        [LIGHT_GREEN] = GOAL_REACHED, [LIGHT_YELLOW] = GOAL_BEHIND, [LIGHT_RED] = GOAL_NOT_REACHED};
    return cell->format == FORMAT_LIGHT ? of_lights[cell->value.num] : (enum goal_status)cell->value.num;
}

#endif
