#include "decimal.h"

__extension__ typedef __int128 wide;

enum { DIGITS_MOST = 24 };

static const int64_t LARGEST_WHOLE = INT64_C(9000000000);

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

struct number_shape {
    size_t digits_before; /* digits before the first dot or comma */
    size_t dots;
    size_t commas;
    size_t last_group;    /* digits after the last mark */
    bool groups_of_three; /* every dot before the comma is followed by exactly three digits */
};

/* What marks a number has and where; false when it holds anything but digits, dots and commas. */
static bool shape_of(struct sv text, struct number_shape *shape)
{
    size_t group = 0;
    bool after_dot = false;
    *shape = (struct number_shape){.groups_of_three = true};
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        if (is_digit(c)) {
            group++;
            continue;
        }
        if ((c != '.' && c != ',') || shape->commas)
            return false;
        if (after_dot && group != 3)
            shape->groups_of_three = false;
        if (!shape->dots && !shape->commas)
            shape->digits_before = group;
        shape->dots += c == '.';
        shape->commas += c == ',';
        after_dot = c == '.';
        group = 0;
    }
    if (after_dot && group != 3)
        shape->groups_of_three = false;
    if (!shape->dots && !shape->commas)
        shape->digits_before = group;
    shape->last_group = group;
    return shape->digits_before > 0 && shape->last_group > 0;
}

static bool dots_are_thousands(const struct number_shape *shape)
{
    return shape->groups_of_three && shape->digits_before <= 3;
}

/* Adds the digits up; `mark` is the byte that separates the decimals, or 0. */
static enum decimal_error sum_digits(struct sv text, char mark, decimal *value)
{
    int64_t whole = 0;
    int64_t fraction = 0;
    int places = -1;
    bool rounds_up = false;
    bool rounded = false;
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        if (c == mark && places < 0)
            places = 0;
        else if (is_digit(c) && places < 0)
            whole = whole * 10 + (c - '0');
        else if (is_digit(c) && places < DECIMAL_PLACES) {
            fraction = fraction * 10 + (c - '0');
            places++;
        } else if (is_digit(c)) {
            rounds_up |= places == DECIMAL_PLACES && c >= '5';
            rounded |= c != '0';
            places = DECIMAL_PLACES + 1;
        }
        if (whole > LARGEST_WHOLE)
            return DECIMAL_RANGE;
    }
    for (int i = places < 0 ? 0 : places; i < DECIMAL_PLACES; i++)
        fraction *= 10;
    *value = whole * DECIMAL_ONE + fraction + rounds_up;
    return rounded ? DECIMAL_ROUNDED : DECIMAL_OK;
}

static enum decimal_error parse_unsigned(struct sv text, decimal *value)
{
    struct number_shape shape;
    if (!shape_of(text, &shape))
        return DECIMAL_FORM;
    if (shape.commas) {
        if (shape.dots && !dots_are_thousands(&shape))
            return DECIMAL_FORM;
        return sum_digits(text, ',', value);
    }
    if (!shape.dots || dots_are_thousands(&shape))
        return sum_digits(text, '\0', value);
    if (shape.dots > 1)
        return DECIMAL_FORM;
    const enum decimal_error error = sum_digits(text, '.', value);
    return error == DECIMAL_OK ? DECIMAL_DOT_AS_COMMA : error;
}

enum decimal_error decimal_parse(struct sv text, decimal *value)
{
    *value = DECIMAL_NONE;
    const bool negative = text.size && text.data[0] == '-';
    if (negative)
        text = sv_slice(text, 1, text.size);
    decimal magnitude = 0;
    const enum decimal_error error = parse_unsigned(text, &magnitude);
    if (error == DECIMAL_FORM || error == DECIMAL_RANGE)
        return error;
    *value = negative ? -magnitude : magnitude;
    return error;
}

static wide gcd(wide a, wide b)
{
    a = a < 0 ? -a : a;
    while (b) {
        const wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Reduces only when the parts do not fit; a fraction beyond 64 bits even then loses its lowest bits. */
static struct ratio fit(wide num, wide den)
{
    if (den < 0) {
        num = -num;
        den = -den;
    }
    if (num > INT64_MAX || num < -(wide)INT64_MAX || den > INT64_MAX) {
        const wide common = gcd(num, den);
        num /= common;
        den /= common;
    }
    while (num > INT64_MAX || num < -(wide)INT64_MAX || den > INT64_MAX) {
        num /= 2;
        den = den / 2 ? den / 2 : 1;
    }
    return (struct ratio){(int64_t)num, (int64_t)den};
}

struct ratio ratio_of(int64_t num, int64_t den)
{
    return den ? fit(num, den) : ratio_none();
}

struct ratio ratio_divide(struct ratio a, struct ratio b)
{
    if (!a.den || !b.den || !b.num)
        return ratio_none();
    return fit((wide)a.num * b.den, (wide)a.den * b.num);
}

struct ratio ratio_subtract(struct ratio a, struct ratio b)
{
    return ratio_add(a, (struct ratio){-b.num, b.den});
}

struct ratio ratio_magnitude(struct ratio value)
{
    return value.num < 0 ? ratio_subtract(ratio_whole(0), value) : value;
}

struct ratio ratio_add(struct ratio a, struct ratio b)
{
    if (!a.den || !b.den)
        return ratio_none();
    if (a.den == b.den)
        return fit((wide)a.num + b.num, a.den);
    return fit((wide)a.num * b.den + (wide)b.num * a.den, (wide)a.den * b.den);
}

int ratio_compare(struct ratio a, struct ratio b)
{
    const wide left = (wide)a.num * b.den;
    const wide right = (wide)b.num * a.den;
    return (left > right) - (left < right);
}

int64_t ratio_round(struct ratio ratio, int places)
{
    wide scaled = ratio.num;
    for (int i = 0; i < places; i++)
        scaled *= 10;
    const bool negative = scaled < 0;
    if (negative)
        scaled = -scaled;
    const wide rounded = (2 * scaled + ratio.den) / (2 * (wide)ratio.den);
    return (int64_t)(negative ? -rounded : rounded);
}

double ratio_to_double(struct ratio ratio)
{
    return (double)ratio.num / (double)ratio.den;
}

/* The digits of a number, at least `least` of them, into the end of `digits`; returns where they begin. */
static size_t write_digits(uint64_t value, size_t least, char digits[DIGITS_MOST])
{
    size_t at = DIGITS_MOST;
    while (value || DIGITS_MOST - at < least) {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    }
    return at;
}

static void add_digits(struct buffer *buffer, uint64_t value, size_t least)
{
    char digits[DIGITS_MOST];
    const size_t at = write_digits(value, least, digits);
    buffer_add(buffer, (struct sv){digits + at, DIGITS_MOST - at});
}

void ratio_write_plain(struct buffer *buffer, struct ratio ratio)
{
    if (!ratio_has_value(ratio))
        return;
    const int64_t value = ratio_round(ratio, DECIMAL_PLACES);
    const uint64_t magnitude = value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
    uint64_t fraction = magnitude % (uint64_t)DECIMAL_ONE;
    size_t places = DECIMAL_PLACES;
    if (value < 0)
        buffer_add_byte(buffer, '-');
    add_digits(buffer, magnitude / (uint64_t)DECIMAL_ONE, 1);
    if (!fraction)
        return;
    for (; fraction % 10 == 0; fraction /= 10)
        places--;
    buffer_add_byte(buffer, ',');
    add_digits(buffer, fraction, places);
}
