/*
 * The Danish municipalities (Statistics Denmark's codes and names, as of the reform of 2007).
 */
#ifndef AARSRAPPORT_MUNICIPALITIES_H
#define AARSRAPPORT_MUNICIPALITIES_H

#include "sv.h"

enum { MUNICIPALITIES = 98 };

struct danish_municipality {
    int code; /* 101–860 */
    const char *name;
    const char *region;
};

/*
 * By its code ("330" or "0330"), and where no code is given by its name, with or without the word Kommune.
 * NULL: there is none of that code or name.
 */
const struct danish_municipality *municipality_find(struct sv name, struct sv code);

#endif
