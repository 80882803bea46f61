/*
 * Danish text: how numbers, dates and shares are printed, and how names are folded before they are compared.
 * The C library's locale is never used.
 */
#ifndef AARSRAPPORT_TEXT_DA_H
#define AARSRAPPORT_TEXT_DA_H

#include "buffer.h"
#include "day.h"
#include "decimal.h"

/* `1.234,5`: the value rounded half away from zero to `places` decimals (0–6), thousands dots, a true minus.
 */
void danish_number(struct buffer *buffer, struct ratio value, int places);

/* `42 %` (no-break space); one decimal when `base` is 100 or more: `42,3 %`. */
void danish_share(struct buffer *buffer, struct ratio share, int64_t base);

/* `14. august 2024` (no-break space after the dot) and `14-08-2024`. */
void danish_date(struct buffer *buffer, day_number day);
void danish_short_date(struct buffer *buffer, day_number day);
struct sv danish_short_date_text(day_number day, struct arena *arena); /* DAY_NONE: empty */

/* `980 kr.`, `14.500 kr.`, `1,2 mio. kr.` */
void danish_amount(struct buffer *buffer, struct ratio kroner);

/* "januar" for 1. */
const char *danish_month(int month);

/*
 * What headers, codes and their names are compared by: lower case (A–Z and Danish letters), æ → ae, ø → oe,
 * å → aa, and blank, `-`, `.` → `_`. Other letters stay as they are.
 */
struct sv danish_fold(struct arena *arena, struct sv text);

/* The same into memory of the caller's: returns the folded size, or SIZE_MAX when it does not fit. */
size_t danish_fold_into(struct sv text, char *folded, size_t room);

/*
 * The order of the Danish alphabet, without regard to case: negative when `a` comes first. æ, ø and å come
 * last; "aa" is å, as in Aabenraa.
 */
int danish_order(struct sv a, struct sv b);

/* How many letters must be added, dropped, changed or swapped to turn one into the other. */
size_t edit_distance(struct sv a, struct sv b);

#endif
