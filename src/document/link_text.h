/*
 * Paragraphs and list items as plain text, for formats in which words cannot be clicked: what a link leads to
 * stands in parentheses after its words.
 */
#ifndef AARSRAPPORT_LINK_TEXT_H
#define AARSRAPPORT_LINK_TEXT_H

#include "model.h"

/* What stands in the parentheses for a reference to a table, which `of` knows; empty: nothing. */
typedef struct sv table_words(const void *of, struct sv id);

struct sv paragraph_text_with_links(struct arena *arena, const struct paragraph *paragraph,
                                    table_words *words_for_table, const void *of);

/* The address that all the words of the paragraph lead to; empty: there is no such one. */
struct sv paragraph_link(const struct paragraph *paragraph);

/* "https://eksempel.dk", "navn@eksempel.dk" */
struct sv link_shown(struct sv link);

/* What stands before a list's item: `bullet`, "3. ", or nothing where it goes on after a list within. */
struct sv item_label(struct arena *arena, const struct paragraph *item, const char *bullet);

#endif
