#include "day.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_year(int year)
{
    return is_leap(year) ? 366 : 365;
}

int days_in_month(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/*
 * The year is counted from March, so that the leap day is its last; 146,097 days make 400 years. 719,468 days
 * lie between 1 March of year 0 and 1 January 1970.
 */
day_number day_from_date(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return DAY_NONE;
    const int march_year = month <= 2 ? year - 1 : year;
    const int era = march_year / 400;
    const int year_of_era = march_year - era * 400;
    const int month_from_march = (month + 9) % 12;
    const int day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct calendar_date day_to_date(day_number day)
{
    const int shifted = day + 719468;
    const int era = shifted / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (struct calendar_date){
        .year = era * 400 + year_of_era + (month <= 2),
        .month = month,
        .day = day_of_year - (153 * month_from_march + 2) / 5 + 1,
    };
}

int day_year(day_number day)
{
    return day_to_date(day).year;
}

/* Reads up to `most` digits at *at; returns how many. */
static size_t read_digits(struct sv text, size_t *at, size_t most, int *value)
{
    size_t digits = 0;
    *value = 0;
    while (*at < text.size && digits < most && text.data[*at] >= '0' && text.data[*at] <= '9') {
        *value = *value * 10 + (text.data[*at] - '0');
        ++*at;
        ++digits;
    }
    return digits;
}

static bool read_mark(struct sv text, size_t *at, char mark)
{
    if (*at >= text.size || text.data[*at] != mark)
        return false;
    ++*at;
    return true;
}

/* After the date: nothing, or a blank or `T` and a time such as 00:00, 8.30, 00:00:00.000 or 23:59:59Z. */
static bool is_time_or_nothing(struct sv text, size_t at)
{
    if (at == text.size)
        return true;
    if (text.data[at] != ' ' && text.data[at] != 'T')
        return false;
    int hour;
    int minute;
    while (at < text.size && (text.data[at] == ' ' || text.data[at] == 'T'))
        at++;
    if (!read_digits(text, &at, 2, &hour) || hour > 24)
        return false;
    if (at >= text.size || (text.data[at] != ':' && text.data[at] != '.'))
        return false;
    at++;
    if (read_digits(text, &at, 2, &minute) != 2 || minute > 59)
        return false;
    for (; at < text.size; at++) {
        const char c = text.data[at];
        if (!(c >= '0' && c <= '9') && c != ':' && c != '.' && c != ',' && c != 'Z' && c != '+' && c != '-')
            return false;
    }
    return true;
}

static bool is_date_mark(char c)
{
    return c == '-' || c == '.' || c == '/';
}

enum day_error day_parse(struct sv text, day_number *day)
{
    int parts[3];
    size_t digits[3];
    size_t at = 0;
    *day = DAY_NONE;
    digits[0] = read_digits(text, &at, 4, &parts[0]);
    if (!digits[0] || at >= text.size || !is_date_mark(text.data[at]))
        return DAY_FORM;
    const char mark = text.data[at++];
    digits[1] = read_digits(text, &at, 2, &parts[1]);
    if (!digits[1] || !read_mark(text, &at, mark))
        return DAY_FORM;
    digits[2] = read_digits(text, &at, 4, &parts[2]);
    if (!is_time_or_nothing(text, at))
        return DAY_FORM;
    if (digits[0] == 4 && mark == '-' && digits[1] == 2 && digits[2] == 2)
        *day = day_from_date(parts[0], parts[1], parts[2]);
    else if (digits[0] <= 2 && digits[2] == 2)
        return DAY_TWO_DIGIT_YEAR;
    else if (digits[0] <= 2 && digits[2] == 4)
        *day = day_from_date(parts[2], parts[1], parts[0]);
    else
        return DAY_FORM;
    return *day == DAY_NONE ? DAY_NOT_IN_CALENDAR : DAY_OK;
}
