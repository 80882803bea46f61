/*
 * Categories: the codes (kode) that a figure is divided by, as numbers from 0, which is what counters are
 * indexed by. They come from a code list, from the purchases' departments, or from the fixed lists of this
 * module.
 */
#ifndef AARSRAPPORT_CATEGORIES_H
#define AARSRAPPORT_CATEGORIES_H

#include "data_set.h"
#include "figure.h"

#define CATEGORY_NONE SIZE_MAX

enum direction { FORWARD, UNCHANGED, BACKWARD, DIRECTION_UNKNOWN }; /* in the value chain */
enum generation { FIRST_GENERATION, SECOND_GENERATION };
enum income_sector { INCOME_PRIVATE, INCOME_PUBLIC, INCOME_CIVIL };

/* 0 for a figure without codes. */
size_t category_count(const struct data_set *data, enum figure_id figure);

/* As in noegletal.csv, and as printed. */
struct sv category_code(struct arena *arena, const struct data_set *data, enum figure_id figure,
                        size_t category);
struct sv category_name(struct arena *arena, const struct data_set *data, enum figure_id figure,
                        size_t category);

/* The category that `text` (its code or, for code lists, its name) stands for; CATEGORY_NONE: none. */
size_t category_find(const struct data_set *data, enum figure_id figure, struct sv text);

/* Whether every category has its row, also those that are zero. */
bool categories_all_written(enum figure_id figure);

/* From one step of the value chain to another. */
size_t category_of_transition(const struct data_set *data, uint16_t from, uint16_t to);

/* `answer` 1–5. */
size_t category_of_answer(uint16_t question, uint8_t answer);

/* A department as indkoeb.csv writes it; CATEGORY_NONE: no purchase names it. */
size_t category_of_department(const struct data_set *data, struct sv name);

/* Hours a week, the lower bound of a band included. */
size_t category_of_hours(decimal hours);

#endif
