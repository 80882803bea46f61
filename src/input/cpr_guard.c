#include "cpr_guard.h"

#include "buffer.h"

#include <string.h>

static const char MASK[] = "******-****";

enum { DATE_DIGITS = 6, SERIAL_DIGITS = 4, ALL_DIGITS = DATE_DIGITS + SERIAL_DIGITS };

/* What may stand between the two parts. */
struct joint {
    const char *bytes;
    bool is_hyphen;
};

static const struct joint joints[] = {
    {" ", false},
    {"\t", false},
    {"\n", false},
    {"\xC2\xA0", false},     /* no-break space */
    {"\xE2\x80\x89", false}, /* thin space */
    {"\xE2\x80\xAF", false}, /* narrow no-break space */
    {"-", true},
    {"\xC2\xAD", true},     /* soft hyphen */
    {"\xE2\x80\x90", true}, /* hyphen */
    {"\xE2\x80\x91", true}, /* non-breaking hyphen */
    {"\xE2\x80\x92", true}, /* figure dash */
    {"\xE2\x80\x93", true}, /* en dash */
    {"\xE2\x80\x94", true}, /* em dash */
    {"\xE2\x80\x95", true}, /* horizontal bar */
    {"\xE2\x88\x92", true}, /* minus */
    {"\xEF\xB9\xA3", true}, /* small hyphen-minus */
    {"\xEF\xBC\x8D", true}, /* full-width hyphen-minus */
};

struct match {
    size_t from;
    size_t size; /* bytes */
    enum cpr_verdict verdict;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct sv text, size_t at)
{
    size_t count = 0;
    while (at + count < text.size && is_digit(text.data[at + count]))
        count++;
    return count;
}

static const struct joint *joint_at(struct sv text, size_t at)
{
    const struct sv rest = sv_slice(text, at, SIZE_MAX);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (sv_starts_with(rest, sv_of(joints[i].bytes)))
            return &joints[i];
    return NULL;
}

static int two_digits(const char *digits)
{
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

/* 29 February counts as real: the century is not known. */
static bool is_day_and_month(const char *digits)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int day = two_digits(digits);
    const int month = two_digits(digits + 2);
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

static bool passes_modulus_11(const char *date, const char *serial)
{
    static const int weights[ALL_DIGITS] = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (size_t i = 0; i < DATE_DIGITS; i++)
        sum += weights[i] * (date[i] - '0');
    for (size_t i = 0; i < SERIAL_DIGITS; i++)
        sum += weights[DATE_DIGITS + i] * (serial[i] - '0');
    return sum % 11 == 0;
}

static enum cpr_verdict judge(const char *date, const char *serial, bool hyphen)
{
    if (!is_day_and_month(date))
        return CPR_NONE;
    return hyphen || passes_modulus_11(date, serial) ? CPR_NUMBER : CPR_LIKE;
}

/* Behind the date, which begins at `at` and ends at `end`: something between, and exactly four digits. */
static bool match_serial(struct sv text, size_t at, size_t end, const char *date, struct match *match)
{
    enum { MOST_JOINTS = 4 };
    const size_t date_end = end;
    bool hyphen = false;
    for (size_t i = 0; i < MOST_JOINTS; i++) {
        const struct joint *joint = joint_at(text, end);
        if (!joint || (joint->is_hyphen && hyphen))
            break;
        hyphen |= joint->is_hyphen;
        end += strlen(joint->bytes);
    }
    if (end == date_end || digits_at(text, end) != SERIAL_DIGITS)
        return false;
    match->verdict = judge(date, text.data + end, hyphen);
    match->from = at;
    match->size = end + SERIAL_DIGITS - at;
    return match->verdict != CPR_NONE;
}

/* Bytes of what stands between day, month and year in prose; 0: nothing. *blank stays only for a blank. */
static size_t date_joint_at(struct sv text, size_t at, bool *blank)
{
    const struct joint *joint = joint_at(text, at);
    const bool point = at < text.size && (text.data[at] == '.' || text.data[at] == '/');
    if (point || (joint && joint->is_hyphen))
        *blank = false;
    return point ? 1 : joint ? strlen(joint->bytes) : 0;
}

/* Day, month and year of two digits each, which may be parted, and four digits. */
static bool match_parted_date(struct sv text, size_t at, struct match *match)
{
    char date[DATE_DIGITS];
    size_t end = at;
    bool blank = true;
    for (size_t i = 0; i < DATE_DIGITS; i++) {
        if (i == 2 || i == 4)
            end += date_joint_at(text, end, &blank);
        if (end >= text.size || !is_digit(text.data[end]))
            return false;
        date[i] = text.data[end++];
    }
    return match_serial(text, at, end, date, match) && (blank || match->verdict == CPR_NUMBER);
}

/* A number whose first digits are those at `from`. */
static bool match_at(struct sv text, size_t from, size_t digits, bool prose, struct match *match)
{
    if (digits == ALL_DIGITS) {
        *match =
            (struct match){from, ALL_DIGITS, judge(text.data + from, text.data + from + DATE_DIGITS, false)};
        return match->verdict != CPR_NONE;
    }
    if (digits == DATE_DIGITS)
        return match_serial(text, from, from + DATE_DIGITS, text.data + from, match);
    return prose && (digits == 2 || digits == 4) && match_parted_date(text, from, match);
}

/* The next number at or after *at, which is moved behind what was looked at. */
static bool next_match(struct sv text, bool prose, size_t *at, struct match *match)
{
    while (*at < text.size) {
        const size_t from = *at;
        const size_t digits = digits_at(text, from);
        *at += digits ? digits : 1;
        if (digits && match_at(text, from, digits, prose, match)) {
            *at = from + match->size;
            return true;
        }
    }
    return false;
}

static enum cpr_verdict find(struct sv text, bool prose)
{
    enum cpr_verdict gravest = CPR_NONE;
    struct match match;
    for (size_t at = 0; next_match(text, prose, &at, &match);)
        if (match.verdict > gravest)
            gravest = match.verdict;
    return gravest;
}

static struct sv mask(struct arena *arena, struct sv text, bool prose)
{
    struct match match;
    size_t at = 0;
    if (!next_match(text, prose, &at, &match))
        return text;
    struct buffer masked = buffer_in(arena);
    size_t copied = 0;
    do {
        buffer_add(&masked, sv_slice(text, copied, match.from - copied));
        buffer_add_text(&masked, MASK);
        copied = match.from + match.size;
    } while (next_match(text, prose, &at, &match));
    buffer_add(&masked, sv_slice(text, copied, SIZE_MAX));
    return buffer_view(&masked);
}

enum cpr_verdict cpr_find(struct sv text)
{
    return find(text, false);
}

enum cpr_verdict cpr_find_in_prose(struct sv text)
{
    return find(text, true);
}

struct sv cpr_mask(struct arena *arena, struct sv text)
{
    return mask(arena, text, false);
}

struct sv cpr_mask_in_prose(struct arena *arena, struct sv text)
{
    return mask(arena, text, true);
}
