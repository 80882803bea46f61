/*
 * Sentences about the answers of a spring evaluation: how many there are, the highest and the lowest question
 * and the largest change, for one agreement or for all. Means and changes are ranked as they are
 * printed, with one decimal, so that no sentence makes a difference that its reader cannot see.
 */
#ifndef AARSRAPPORT_EVALUATION_SENTENCES_H
#define AARSRAPPORT_EVALUATION_SENTENCES_H

#include "evaluation_view.h"
#include "sentence.h"

/* "anden", "11."; for the evaluation's number. */
struct sv ordinal_da(struct arena *arena, unsigned number);

/* "Evalueringen omfatter ingen aftaler, for ingen var i kraft fra 1. januar 2023 til 29. februar 2024." */
void say_no_agreements(struct sentence s, const struct evaluation_view *view);

/* "Der er ét svar på hvert spørgsmål." "Der er 2–4 svar på hvert spørgsmål." "… på 5 af de 8 spørgsmål." */
void say_answer_counts(struct sentence s, const struct evaluation_view *view, uint32_t agreement);

/* " Højest ligger »…« med 4,3, og lavest ligger »…« med 2,7." */
void say_highest_and_lowest(struct sentence s, const struct evaluation_view *view, uint32_t agreement);

/*
 * " Siden 2023 er »…« steget mest, med 0,8 til 3,9, mens »…« er faldet mest, med 0,7 til 2,7." Changes are
 * the table's, counted before rounding; questions whose changes are printed alike share the place.
 */
void say_largest_changes(struct sentence s, const struct evaluation_view *view, uint32_t agreement);

#endif
