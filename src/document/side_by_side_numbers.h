/*
 * The numbers that municipalities are compared by, worked out from what their reports printed, and their
 * order.
 */
#ifndef AARSRAPPORT_SIDE_BY_SIDE_NUMBERS_H
#define AARSRAPPORT_SIDE_BY_SIDE_NUMBERS_H

#include "side_by_side.h"

/* What municipalities are compared by: a number per 10.000 inhabitants, or a part of another number. */
struct measure {
    const char *id; /* ASCII */
    const char *sheet;
    const char *title;
    enum figure_id part;
    enum figure_id whole; /* FIGURES: the inhabitants */
    const char *part_heading;
    const char *whole_heading;
    const char *result_heading;
    const char *highest;         /* begins the sentence on who has most */
    const char *highest_of_many; /* the same where some are left out, since they are of few */
};

enum { MEASURES_MAX = 3 };

/* One municipality's numbers of a measure; each may be without a value. */
struct municipality_numbers {
    const struct municipality_result *result;
    struct sv name;
    struct ratio part, whole, value;
};

/* The comparison while it is written. */
struct comparison_view {
    const struct side_by_side *request;
    struct document *document;
    struct section_context context; /* for sentences; without a figure store */
    const struct measure *measures;
    size_t measure_count;
    struct municipality_result *shown; /* those with a report, in the order of the alphabet */
    size_t shown_count;
};

/* The measures of a report, at most MEASURES_MAX. */
const struct measure *measures_of(enum report_kind kind, size_t *count);

/* Whether it is a part of another number; else it is per 10.000 inhabitants. */
bool measure_is_share(const struct measure *measure);

/* part / whole, per 10.000 inhabitants times that; no value when one of them has none, or the whole is 0. */
struct ratio measure_value(const struct measure *measure, struct ratio part, struct ratio whole);

/* "Slagelse Kommune"; with its folder when another bears the same name. */
struct sv municipality_name(const struct comparison_view *view, const struct municipality_result *result);

/* What its report printed in the period for all agreements and groups, with that code; no value: nothing. */
struct ratio municipality_printed(const struct comparison_view *view,
                                  const struct municipality_result *result, enum figure_id figure,
                                  struct sv code);

struct ratio municipality_inhabitants(const struct municipality_result *result);

struct municipality_numbers municipality_standing(const struct comparison_view *view,
                                                  const struct measure *measure,
                                                  const struct municipality_result *result);

/* Those with a report, view->shown_count of them: the highest first, those without a value last. */
struct municipality_numbers *municipalities_ranked(const struct comparison_view *view,
                                                   const struct measure *measure);

/* Whether a share is of so few courses (under 20) that it may be chance. */
bool standing_is_of_few(const struct measure *measure, const struct municipality_numbers *standing);

#endif
