#include "text_da.h"

#include <string.h>

static const char NO_BREAK_SPACE[] = "\xC2\xA0";
static const char MINUS[] = "\xE2\x88\x92";

/* Digits with a dot between groups of three. */
static void add_grouped(struct buffer *buffer, uint64_t value)
{
    char digits[32];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    while (count) {
        buffer_add_byte(buffer, digits[--count]);
        if (count && count % 3 == 0)
            buffer_add_byte(buffer, '.');
    }
}

static uint64_t power_of_ten(int places)
{
    uint64_t power = 1;
    for (; places > 0; places--)
        power *= 10;
    return power;
}

void danish_number(struct buffer *buffer, struct ratio value, int places)
{
    const int64_t rounded = ratio_round(value, places);
    const uint64_t magnitude = rounded < 0 ? (uint64_t)0 - (uint64_t)rounded : (uint64_t)rounded;
    const uint64_t unit = power_of_ten(places);
    if (rounded < 0)
        buffer_add_text(buffer, MINUS);
    add_grouped(buffer, magnitude / unit);
    if (places > 0)
        buffer_format(buffer, ",%0*llu", places, (unsigned long long)(magnitude % unit));
}

void danish_share(struct buffer *buffer, struct ratio share, int64_t base)
{
    const struct ratio percent = ratio_divide(share, ratio_of(1, 100));
    danish_number(buffer, percent.den ? percent : ratio_whole(0), base >= 100 ? 1 : 0);
    buffer_add_text(buffer, NO_BREAK_SPACE);
    buffer_add_byte(buffer, '%');
}

const char *danish_month(int month)
{
    static const char *const names[] = {"januar", "februar", "marts",     "april",   "maj",      "juni",
                                        "juli",   "august",  "september", "oktober", "november", "december"};
    return names[month - 1];
}

void danish_date(struct buffer *buffer, day_number day)
{
    const struct calendar_date date = day_to_date(day);
    buffer_format(buffer, "%d.%s%s %d", date.day, NO_BREAK_SPACE, danish_month(date.month), date.year);
}

void danish_short_date(struct buffer *buffer, day_number day)
{
    const struct calendar_date date = day_to_date(day);
    buffer_format(buffer, "%02d-%02d-%04d", date.day, date.month, date.year);
}

struct sv danish_short_date_text(day_number day, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    if (day != DAY_NONE)
        danish_short_date(&text, day);
    return buffer_view(&text);
}

void danish_amount(struct buffer *buffer, struct ratio kroner)
{
    const int64_t whole = ratio_round(kroner, 0);
    const bool millions = whole >= 1000000 || whole <= -1000000;
    if (millions)
        danish_number(buffer, ratio_divide(kroner, ratio_whole(1000000)), 1);
    else
        danish_number(buffer, kroner, 0);
    buffer_add_text(buffer, NO_BREAK_SPACE);
    if (millions) {
        buffer_add_text(buffer, "mio.");
        buffer_add_text(buffer, NO_BREAK_SPACE);
    }
    buffer_add_text(buffer, "kr.");
}

struct folding {
    char second; /* the byte after 0xC3 */
    char folded[3];
};

/* The Danish letters in both cases, and how they fold. */
static const struct folding foldings[] = {
    {'\x86', "ae"}, {'\xA6', "ae"}, {'\x98', "oe"}, {'\xB8', "oe"}, {'\x85', "aa"}, {'\xA5', "aa"},
};

static const char *fold_danish_letter(char second)
{
    for (size_t i = 0; i < sizeof foldings / sizeof *foldings; i++)
        if (foldings[i].second == second)
            return foldings[i].folded;
    return NULL;
}

static char fold_byte(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c == ' ' || c == '-' || c == '.' ? '_' : c;
}

size_t danish_fold_into(struct sv text, char *folded, size_t room)
{
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (room - size < 2)
            return SIZE_MAX;
        const bool two_bytes = text.data[i] == '\xC3' && i + 1 < text.size;
        const char *letters = two_bytes ? fold_danish_letter(text.data[i + 1]) : NULL;
        if (letters) {
            memcpy(folded + size, letters, 2);
            size += 2;
            i++;
        } else if (text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0') {
            folded[size++] = '_';
            i++;
        } else {
            folded[size++] = fold_byte(text.data[i]);
        }
    }
    return size;
}

struct sv danish_fold(struct arena *arena, struct sv text)
{
    char *folded = arena_alloc(arena, text.size + 2);
    return (struct sv){folded, danish_fold_into(text, folded, text.size + 2)};
}

enum { PLACE_OF_AE = 256, PLACE_OF_OE, PLACE_OF_AA };

/* The place in the alphabet of the letter at *at, which goes on to the next; 0 at the end. */
static int next_place(struct sv text, size_t *at)
{
    const size_t i = *at;
    if (i >= text.size)
        return 0;
    const unsigned char first = (unsigned char)fold_byte(text.data[i]);
    const char *letter = first == 0xC3 && i + 1 < text.size ? fold_danish_letter(text.data[i + 1]) : NULL;
    *at += letter ? 2 : 1;
    if (letter)
        return letter[0] == 'o' ? PLACE_OF_OE : letter[1] == 'e' ? PLACE_OF_AE : PLACE_OF_AA;
    if (first != 'a' || i + 1 >= text.size || fold_byte(text.data[i + 1]) != 'a')
        return first;
    *at = i + 2;
    return PLACE_OF_AA;
}

int danish_order(struct sv a, struct sv b)
{
    size_t in_a = 0;
    size_t in_b = 0;
    for (;;) {
        const int place_a = next_place(a, &in_a);
        const int place_b = next_place(b, &in_b);
        if (place_a != place_b)
            return place_a < place_b ? -1 : 1;
        if (!place_a)
            return sv_compare(a, b);
    }
}

enum { LONGEST_COMPARED = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment over the first 64 bytes: three rows of the classic table. */
size_t edit_distance(struct sv a, struct sv b)
{
    size_t rows[3][LONGEST_COMPARED + 1];
    a = sv_slice(a, 0, LONGEST_COMPARED);
    b = sv_slice(b, 0, LONGEST_COMPARED);
    for (size_t j = 0; j <= b.size; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            const bool same = a.data[i - 1] == b.data[j - 1];
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            const bool swapped =
                i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1];
            if (swapped)
                row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a.size % 3][b.size];
}
