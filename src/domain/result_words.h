/*
 * The results that betalinger.csv pays for, in words: as written in data (`udfald:fleksjob`) and as printed
 * ("Udfald: Fleksjob"). A result is a number, see result_of in records.h.
 */
#ifndef AARSRAPPORT_RESULT_WORDS_H
#define AARSRAPPORT_RESULT_WORDS_H

#include "codes.h"
#include "records.h"

/* RESULT_NONE: there is no such result. The outcome may be given by its code or its name. */
uint32_t result_find(struct arena *arena, const struct code_lists *codes, struct sv text);

struct sv result_text(struct arena *arena, const struct code_lists *codes, uint32_t result);
struct sv result_name(struct arena *arena, const struct code_lists *codes, uint32_t result);

/* "traening_gennemfoert"; "udfald:" for RESULT_OUTCOME. */
const char *result_word(enum result_kind kind);

#endif
