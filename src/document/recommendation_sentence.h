/*
 * What became of last year's recommendations to the committee, in one sentence.
 */
#ifndef AARSRAPPORT_RECOMMENDATION_SENTENCE_H
#define AARSRAPPORT_RECOMMENDATION_SENTENCE_H

#include "sentence.h"

/* "Af de 4 anbefalinger fra 2023 er 2 gennemført, 1 vedtaget og 1 afvist."; nothing when there were none. */
void say_recommendations_before(struct sentence s);

#endif
