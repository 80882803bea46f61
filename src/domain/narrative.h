/*
 * The narrative: the texts of tekster/, one file per chapter, as blocks of words and placeholders.
 *
 * Read by input (narrative_read.h), kept in the data set, written into a report by the document stage
 * (narrative_text.h). A text in tekster/<period>/ is that period's alone, one in tekster/ serves every period
 * that has none of its own. Everything lives in the run's arena.
 */
#ifndef AARSRAPPORT_NARRATIVE_H
#define AARSRAPPORT_NARRATIVE_H

#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

/* Words, or a placeholder. */
struct narrative_span {
    struct sv text;   /* the words, NFC, line breaks as \n; of a placeholder: what stands in its braces */
    uint32_t line;    /* in the file, from 1 */
    bool placeholder; /* to be replaced by a figure, see placeholder.h */
    bool strong;
    bool emphasis;
    struct sv link; /* "https://…", "http://…", "mailto:…", or "#" and a table's id; empty: none */
};

enum narrative_kind { NARRATIVE_HEADING, NARRATIVE_PARAGRAPH, NARRATIVE_QUOTE, NARRATIVE_ITEM };

enum narrative_mark { NARRATIVE_BULLET, NARRATIVE_NUMBER, NARRATIVE_CONTINUED };

struct narrative_block {
    enum narrative_kind kind;
    uint32_t line;
    int level;                /* of a heading: 1 to 6, as written */
    bool begins_list;         /* the first item of an outermost list */
    uint8_t depth;            /* of an item: 0 the outermost */
    enum narrative_mark mark; /* before the item; continued: more words of an item, after a list within it */
    int number;
    struct narrative_span *spans;
    size_t span_count;
    size_t span_capacity;
};

struct narrative {
    struct sv chapter; /* the file's name without .md, folded: "laeringer" */
    struct sv period;  /* of the folder, "2024-1"; empty: for every period */
    struct sv file;    /* "tekster/2024-1/laeringer.md" */
    struct narrative_block *blocks;
    size_t block_count;
    size_t block_capacity;
};

/* A chapter that a text may fill. */
struct chapter {
    const char *name;  /* of the file, without .md */
    const char *title; /* Danish */
    bool expected;     /* a report that has the chapter lacks something without its text */
};

const struct chapter *chapter_named(struct sv name);   /* NULL: there is none of that name */
const struct chapter *chapter_nearest(struct sv name); /* by its letters */

#endif
