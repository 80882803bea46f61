/*
 * rapport.ini: who the report is for. Read by input (settings_file.h); text lives in the run's arena.
 */
#ifndef AARSRAPPORT_SETTINGS_H
#define AARSRAPPORT_SETTINGS_H

#include "day.h"
#include "sv.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct committee {
    struct sv name;
    day_number meeting; /* DAY_NONE: not stated */
    struct sv period;   /* "2024", "2024-1", "evaluering-2024"; empty: every report */
};

struct strategy {
    struct sv name;
    int from_year;
    int to_year;                       /* included */
    day_number second_generation_from; /* default 2022-01-01 */
};

/* A column that the CPR guard passes over. */
struct cpr_exemption {
    struct sv column; /* folded */
    bool found;       /* a file has it */
};

/* A key as it stands in the file, whatever is made of it. */
struct stated_setting {
    struct sv name; /* "strategi.fra", "udvalg.2.navn" */
    struct sv value;
    uint32_t line;
};

struct settings {
    struct sv municipality; /* "Slagelse", without the word Kommune */
    struct sv municipality_code;
    struct sv unit;
    int32_t inhabitants; /* WHOLE_NONE: not stated */
    struct committee *committees;
    size_t committee_count;
    struct strategy *strategies;
    size_t strategy_count;
    struct sv title;
    struct sv author;
    struct sv contact;
    struct sv colour;        /* "#1F4E79", dark enough for white text; empty: the house colour */
    struct sv logo;          /* file name; the picture is the data set's */
    day_number extract_date; /* udtraeksdato */
    struct cpr_exemption *cpr_exempt;
    size_t cpr_exempt_count;
    uint32_t cpr_exempt_line; /* in rapport.ini */
    day_number effect_date;
    int32_t public_limit;          /* counts below this are hidden in the public edition */
    struct stated_setting *stated; /* all that the file says, in its order */
    size_t stated_count;
};

/* Whether the text may say which report a committee hears: a period, or an evaluation's year. */
bool committee_period_is_valid(struct sv text);

/*
 * Whether the committee hears the report of that period. An evaluation of 2024 is heard by those whose period
 * is "evaluering-2024"; when there are none, by those of 2024.
 */
bool committee_hears(const struct settings *settings, const struct committee *committee, struct sv period,
                     bool evaluation);

/* The strategy with from_year ≤ year ≤ to_year; NULL: none. */
const struct strategy *settings_strategy(const struct settings *settings, int year);

#endif
