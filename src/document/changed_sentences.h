/*
 * The status sentences of page one that say something else than in the version before, whose sentences are
 * composed anew from its own figures.
 */
#ifndef AARSRAPPORT_CHANGED_SENTENCES_H
#define AARSRAPPORT_CHANGED_SENTENCES_H

#include "status_sentences.h"
#include "told_change.h"

struct changed_sentence {
    struct sv before, after; /* empty: there was or is none about it */
};

enum { CHANGED_SENTENCES = 2 * STATUS_SENTENCES };

/* In the order of page one. None in an evaluation, whose page one is another, nor without the earlier rows.
 */
size_t changed_sentences(const struct section_context *context,
                         struct changed_sentence changed[CHANGED_SENTENCES]);

#endif
