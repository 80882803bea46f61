/*
 * The figure store: every number of every output, each under one key.
 *
 * figures_count fills it from the data set; after that it is only read. Documents ask for values by key, so
 * two outputs can never disagree. Values are exact (decimal.h). Lives in the run's arena.
 *
 * A report whose extract is older than its period is preliminary, and everything is judged at the extract's
 * date: every period that reaches past it is counted as ending on that day, so that an end planned for later
 * has not come; a period that begins after it is empty and ends on the day before its first. It keeps its
 * name.
 */
#ifndef AARSRAPPORT_FIGURES_H
#define AARSRAPPORT_FIGURES_H

#include "data_set.h"
#include "diag.h"
#include "figure.h"
#include "period.h"
#include "printed_figures.h"

#define ALL_AGREEMENTS UINT32_MAX
#define ALL_TARGET_GROUPS UINT16_MAX
#define NO_GOAL UINT16_MAX
#define WITHOUT_CODE SYMBOL_NONE

struct figure_key {
    uint16_t figure;       /* enum figure_id */
    uint16_t period;       /* index in figures.periods */
    uint32_t agreement;    /* row, or ALL_AGREEMENTS */
    uint16_t target_group; /* code, or ALL_TARGET_GROUPS */
    uint16_t goal;         /* row, or NO_GOAL */
    uint32_t code;         /* symbol in figures.codes, or WITHOUT_CODE */
};

struct figure {
    struct figure_key key;
    struct ratio value; /* in the figure's unit; no value: the row exists, its value is empty */
};

struct figures {
    struct arena *arena;
    const struct data_set *data;
    struct figure *rows; /* sorted as in noegletal.csv once counting is done */
    size_t count;
    size_t capacity;
    struct symbols codes;   /* kode */
    struct period *periods; /* every period counted, in time order; see `preliminary` for their last days */
    size_t period_count;
    uint16_t report;   /* index of the report's own period */
    uint16_t previous; /* the period before it of the same kind; UINT16_MAX when it is not counted */
    const struct strategy *strategy; /* of the report's year; NULL: none */
    bool preliminary;                /* the extract is older than the period's end */
    day_number judged_at;            /* the last day of what is counted, on which goals are judged */
    struct store_order *order;       /* behind figures_find; belongs to store.c */
};

/*
 * Counts everything for `period`. A goal that goals_check refuses is passed over. Findings: a year
 * without a strategy (N501). Asserts the identity primo + startede − afsluttede = ultimo and the sums
 * (outcomes = ended, types = all) for every key: a broken one returns false with a Danish sentence in *fault,
 * and nothing may be written.
 */
bool figures_count(struct figures *figures, const struct data_set *data, const struct period *period,
                   struct diag *diag, struct arena *arena, struct sv *fault);

/*
 * Counts for the spring evaluation of the agreements: courses of the calendar year before `year`, answers of
 * both years (as far as there are any), and under `year` what each agreement has come to over all its courses
 * that ended by `cutoff` (DAY_NONE: the last day of February). The extract being older than `cutoff` makes it
 * preliminary. Checked as above.
 */
bool figures_count_evaluation(struct figures *figures, const struct data_set *data, int year,
                              day_number cutoff, struct arena *arena, struct sv *fault);

/*
 * Simulates payment by results (effekt.*): the report has no period; months are periods of their own. Wants
 * data that effect_check finds nothing missing in. Asserts that groups add up to the whole and net to what it
 * is made of, as above; also false when the amounts add up to more than can be counted.
 */
bool figures_count_effect(struct figures *figures, const struct data_set *data, struct arena *arena,
                          struct sv *fault);

/*
 * Finds that there is no scenario or no state's share (E464, E465), the rates that a saving needs and that
 * are not there (E466, E467), files and steps that payments need (E468, E411) and programme posts past a
 * horizon (N469). For data without errors that are to be simulated.
 */
void effect_check(const struct data_set *data, struct diag *diag);

/*
 * Counts the survey of the municipalities. Its periods are none, which is the report's own and stands for all
 * rounds together, and then every round of the list (survey.h).
 */
void figures_count_survey(struct figures *figures, const struct data_set *data, struct arena *arena);

/*
 * Finds the goals that name a figure no goal can be about, or codes that the figure is not divided by (E421,
 * E422, E427), or departments that have bought nothing (W428).
 */
void goals_check(const struct data_set *data, struct diag *diag);

/* The key of a figure of the report's period for all; change its fields for other rows. */
struct figure_key figure_key(const struct figures *figures, enum figure_id id);
struct figure_key figure_key_in(const struct figures *figures, enum figure_id id, uint16_t period);
struct figure_key figure_key_code(struct figures *figures, struct figure_key key, struct sv code);

/* The row with that key; NULL when there is none (a count by code that is zero has no row). */
const struct figure *figures_find(const struct figures *figures, struct figure_key key);

/* Whether the figure has a row, for anything. */
bool figures_have(const struct figures *figures, enum figure_id id);

/* Its value; without a row: 0 for counts, amounts and hours by code, no value for means and everything else.
 */
struct ratio figures_value(const struct figures *figures, struct figure_key key);
struct ratio figure_value_without_row(struct figure_key key);

/* Names as noegletal.csv has them. */
struct sv figure_key_name(struct arena *arena, const struct figures *figures, struct figure_key key);
const char *figure_key_unit(const struct figures *figures, struct figure_key key);

/* Danish name of a key's code, "Fleksjob", "Flere timer", "10–20 timer"; empty without a code. */
struct sv figure_code_name(struct arena *arena, const struct figures *figures, struct figure_key key);

/* A key as noegletal.csv has it, and its unit; without a value. */
struct printed_figure figure_printed_key(const struct figures *figures, struct figure_key key,
                                         struct arena *arena);

/* A row's value as noegletal.csv has it: "0,421875", "2024-08-14", "naaet"; nothing when there is none. */
void figures_write_value(struct buffer *buffer, const struct figure *row);

/* noegletal-<period>.csv, byte for byte: UTF-8 with BOM, `;`, CRLF, sorted bytewise column by column. */
void figures_write_csv(struct buffer *buffer, const struct figures *figures);

#endif
