/*
 * Placeholders of the narrative: `job.nye 2024 kode=fleksjob aftale=A01 maalgruppe=unge | heltal`.
 *
 * First the figure (noegle), then the period (a year, a half-year or `forrige`; default the report's) and the
 * dimensions in any order, then how to write it after a `|`; default as the tables do. A code or a name may
 * have blanks in it. What the words mean follows from the data set; which periods there are, from the report.
 */
#ifndef AARSRAPPORT_PLACEHOLDER_H
#define AARSRAPPORT_PLACEHOLDER_H

#include "diag.h"
#include "figures.h"

enum placeholder_form {
    FORM_OF_TABLES,
    FORM_SHARE,    /* procent */
    FORM_WHOLE,    /* heltal */
    FORM_DECIMAL,  /* decimal */
    FORM_MILLIONS, /* mio */
    FORM_DATE,     /* dato */
    FORM_CHANGE    /* ændring: from the period before, with its sign */
};

enum placeholder_period {
    PERIOD_OF_REPORT,
    PERIOD_BEFORE, /* forrige */
    PERIOD_NAMED
};

struct placeholder {
    enum figure_id figure;
    enum figure_unit unit; /* of the goal's figure for a goal's result */
    uint16_t goal;         /* row, or NO_GOAL */
    enum placeholder_period when;
    struct period period; /* PERIOD_NAMED */
    struct sv code;       /* as the store spells it; empty: none */
    uint32_t agreement;   /* row, or ALL_AGREEMENTS */
    uint16_t target_group;
    enum placeholder_form form;
};

/*
 * Reads what stands in a placeholder's braces. False when it names no figure; each part that is wrong is then
 * a finding at `place`, unless `diag` is NULL.
 */
bool placeholder_parse(const struct data_set *data, struct sv text, struct place place, struct diag *diag,
                       struct arena *arena, struct placeholder *placeholder);

#endif
