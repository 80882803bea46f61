#include "cell.h"

#include "period.h"
#include "result_words.h"
#include "text_clean.h"
#include "text_da.h"

#include <string.h>

static const struct sv nothing = {0};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool all_digits(struct sv text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!is_digit(text.data[i]))
            return false;
    return text.size > 0;
}

size_t cell_field_size(enum value_type type)
{
    switch (type) {
    case VALUE_KEY:
    case VALUE_PARTICIPANT:
    case VALUE_REFERENCE:
    case VALUE_NAME:
    case VALUE_CVR:
    case VALUE_DATE:
    case VALUE_WHOLE:
    case VALUE_YEAR:
    case VALUE_PERIOD:
    case VALUE_RESULT:
        return sizeof(uint32_t);
    case VALUE_CODE:
        return sizeof(uint16_t);
    case VALUE_RATING:
    case VALUE_YES_NO:
        return sizeof(uint8_t);
    case VALUE_CODE_SET:
    case VALUE_HOURS:
    case VALUE_NUMBER:
    case VALUE_AMOUNT:
    case VALUE_MONEY:
    case VALUE_PERCENT:
        return sizeof(uint64_t);
    case VALUE_TEXT:
        return sizeof(struct sv);
    }
    return 0;
}

void cell_clear(const struct column *column, void *field)
{
    const uint32_t no_row = ROW_NONE;
    const day_number no_day = DAY_NONE;
    const int32_t no_whole = WHOLE_NONE;
    const uint16_t no_code = CODE_NONE;
    const decimal no_decimal = DECIMAL_NONE;
    switch (column->type) {
    case VALUE_KEY:
    case VALUE_PARTICIPANT:
    case VALUE_REFERENCE:
    case VALUE_RESULT:
    case VALUE_NAME:
        memcpy(field, &no_row, sizeof no_row);
        break;
    case VALUE_DATE:
        memcpy(field, &no_day, sizeof no_day);
        break;
    case VALUE_WHOLE:
    case VALUE_YEAR:
    case VALUE_PERIOD:
        memcpy(field, &no_whole, sizeof no_whole);
        break;
    case VALUE_CODE:
        memcpy(field, &no_code, sizeof no_code);
        break;
    case VALUE_HOURS:
    case VALUE_NUMBER:
    case VALUE_AMOUNT:
    case VALUE_MONEY:
    case VALUE_PERCENT:
        memcpy(field, &no_decimal, sizeof no_decimal);
        break;
    case VALUE_CVR:
    case VALUE_RATING:
    case VALUE_YES_NO:
    case VALUE_CODE_SET:
    case VALUE_TEXT:
        memset(field, 0, cell_field_size(column->type));
        break;
    }
}

/* What a cell's reading needs at hand. */
struct cell {
    const struct cell_reader *reader;
    const struct column *column;
    const struct place *place;
    struct sv text;
};

static bool report(const struct cell *cell, enum diag_code code, struct sv detail0, struct sv detail1)
{
    struct diag *diag = cell->reader->diag;
    const struct sv shown = text_for_finding(diag->arena, cell->text);
    diag_add(diag, code, *cell->place, shown, detail0, detail1, nothing);
    return false;
}

static bool report_value(const struct cell *cell, enum diag_code code)
{
    return report(cell, code, nothing, nothing);
}

/* ---- keys and references ---- */

static bool read_symbol(struct symbols *symbols, const struct cell *cell, void *field)
{
    const uint32_t symbol = symbols_intern(symbols, cell->text);
    memcpy(field, &symbol, sizeof symbol);
    return true;
}

static bool read_name(struct names *names, const struct cell *cell, void *field)
{
    const uint32_t symbol = names_intern(names, cell->text);
    memcpy(field, &symbol, sizeof symbol);
    return true;
}

/* ---- codes ---- */

static enum diag_code unknown_code_finding(const struct code_list *list, enum code_list_id id)
{
    if (id == CODES_STEP)
        return DIAG_STEP_UNKNOWN;
    if (id == CODES_GOAL_TYPE)
        return DIAG_GOAL_TYPE_UNKNOWN;
    return list->fixed ? DIAG_FIXED_CODE_UNKNOWN : DIAG_UNKNOWN_CODE;
}

static bool find_code(const struct cell *cell, struct sv text, uint16_t *code)
{
    const struct code_list *list = code_list(&cell->reader->data->codes, cell->column->list);
    *code = code_find(list, text);
    if (*code != CODE_NONE)
        return true;
    struct cell part = *cell;
    part.text = text;
    const struct sv nearest = code_text(list, code_nearest(list, text));
    return report(&part, unknown_code_finding(list, cell->column->list), list->name, nearest);
}

static bool read_code(const struct cell *cell, void *field)
{
    uint16_t code;
    if (!find_code(cell, cell->text, &code))
        return false;
    memcpy(field, &code, sizeof code);
    return true;
}

static bool read_code_set(const struct cell *cell, void *field)
{
    uint64_t set = 0;
    bool good = true;
    struct sv rest = cell->text;
    struct sv part;
    while (sv_split(&rest, '|', &part)) {
        uint16_t code;
        part = sv_trim(part);
        if (!part.size)
            continue;
        if (!find_code(cell, part, &code))
            good = false;
        else if (code < CODE_LIST_LONGEST)
            set |= UINT64_C(1) << code;
    }
    if (good && !set) {
        uint16_t code;
        return find_code(cell, cell->text, &code);
    }
    if (good)
        memcpy(field, &set, sizeof set);
    return good;
}

/* ---- dates ---- */

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

bool day_is_in_range(day_number day)
{
    const int year = day_year(day);
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* Case systems that must have an end write the last day there is. The field stays "not stated". */
static bool is_open_end(const struct column *column, day_number day)
{
    return column->may_be_open && day == day_from_date(9999, 12, 31);
}

static bool read_date(const struct cell *cell, void *field)
{
    static const enum diag_code findings[] = {[DAY_FORM] = DIAG_NOT_DATE,
                                              [DAY_TWO_DIGIT_YEAR] = DIAG_YEAR_TWO_DIGITS,
                                              [DAY_NOT_IN_CALENDAR] = DIAG_DAY_NOT_IN_CALENDAR};
    day_number day;
    const enum day_error error = day_parse(cell->text, &day);
    if (error != DAY_OK)
        return report_value(cell, findings[error]);
    if (is_open_end(cell->column, day)) {
        report_value(cell, DIAG_END_OPEN);
        return true;
    }
    if (!day_is_in_range(day))
        return report_value(cell, DIAG_YEAR_OUT_OF_RANGE);
    memcpy(field, &day, sizeof day);
    return true;
}

/* ---- numbers ---- */

static bool equals_ignoring_case(struct sv text, const char *lower)
{
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.data[i];
        if (!lower[i] || (c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) != lower[i])
            return false;
    }
    return !lower[text.size];
}

/* Without `kr`, `kr.` or `DKK` at either end. */
static struct sv without_currency(struct sv text)
{
    static const char *const words[] = {"kr.", "kr", "dkk"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t size = strlen(words[i]);
        if (text.size <= size)
            continue;
        if (equals_ignoring_case(sv_slice(text, text.size - size, size), words[i]))
            return sv_trim(sv_slice(text, 0, text.size - size));
        if (equals_ignoring_case(sv_slice(text, 0, size), words[i]))
            return sv_trim(sv_slice(text, size, text.size));
    }
    return text;
}

static bool report_decimal(const struct cell *cell, enum decimal_error error, enum diag_code form,
                           decimal value)
{
    struct diag *diag = cell->reader->diag;
    switch (error) {
    case DECIMAL_OK:
        return true;
    case DECIMAL_FORM:
        return report_value(cell, form);
    case DECIMAL_RANGE:
        return report_value(cell, DIAG_NUMBER_TOO_LARGE);
    case DECIMAL_ROUNDED:
        report_value(cell, DIAG_DECIMALS_ROUNDED);
        return true;
    case DECIMAL_DOT_AS_COMMA: {
        struct buffer read = buffer_in(diag->arena);
        ratio_write_plain(&read, ratio_decimal(value));
        report(cell, DIAG_DECIMAL_DOT, buffer_view(&read), nothing);
        return true;
    }
    }
    return false;
}

static bool store_decimal(decimal value, void *field)
{
    memcpy(field, &value, sizeof value);
    return true;
}

static bool read_amount(const struct cell *cell, void *field)
{
    decimal value;
    const enum decimal_error error = decimal_parse(without_currency(cell->text), &value);
    if (!report_decimal(cell, error, DIAG_NOT_AMOUNT, value))
        return false;
    if (value < 0)
        return report_value(cell, DIAG_NUMBER_NEGATIVE);
    return store_decimal(value, field);
}

/* Money that flows are made of: what is beyond whole øre is an error, not rounded. */
static bool read_money(const struct cell *cell, void *field)
{
    enum { ORE = DECIMAL_ONE / 100 };
    decimal value;
    const enum decimal_error error = decimal_parse(without_currency(cell->text), &value);
    if (error == DECIMAL_ROUNDED || ((error == DECIMAL_OK || error == DECIMAL_DOT_AS_COMMA) && value % ORE))
        return report_value(cell, DIAG_TOO_MANY_DECIMALS);
    return read_amount(cell, field);
}

/* `20` and `20 %` are both twenty per cent. */
static bool read_percent(const struct cell *cell, void *field)
{
    const decimal most = 100 * DECIMAL_ONE;
    const bool sign = sv_ends_with(cell->text, sv_of("%"));
    const struct sv digits = sign ? sv_trim(sv_slice(cell->text, 0, cell->text.size - 1)) : cell->text;
    decimal value;
    const enum decimal_error error = decimal_parse(digits, &value);
    if (!report_decimal(cell, error, DIAG_NOT_PERCENT, value))
        return false;
    if (value < 0 || value > most)
        return report_value(cell, DIAG_PERCENT_OUT_OF_RANGE);
    return store_decimal(value, field);
}

static bool read_hours(const struct cell *cell, void *field)
{
    const decimal most = 60 * DECIMAL_ONE;
    decimal value;
    const enum decimal_error error = decimal_parse(cell->text, &value);
    if (!report_decimal(cell, error, DIAG_NOT_NUMBER, value))
        return false;
    if (value < 0 || value > most)
        return report_value(cell, DIAG_HOURS_OUT_OF_RANGE);
    return store_decimal(value, field);
}

/* A goal, which no figure can reach below zero. `42 %` is 0,42. */
static bool read_number(const struct cell *cell, void *field)
{
    enum { PERCENT = 100 };
    const bool share = sv_ends_with(cell->text, sv_of("%"));
    const struct sv digits = share ? sv_trim(sv_slice(cell->text, 0, cell->text.size - 1)) : cell->text;
    decimal value;
    enum decimal_error error = decimal_parse(digits, &value);
    if (share && (error == DECIMAL_OK || error == DECIMAL_DOT_AS_COMMA)) {
        if (value % PERCENT)
            error = DECIMAL_ROUNDED;
        value /= PERCENT;
    }
    if (!report_decimal(cell, error, DIAG_NOT_NUMBER, value))
        return false;
    if (value < 0)
        return report_value(cell, DIAG_NUMBER_NEGATIVE);
    return store_decimal(value, field);
}

bool whole_parse(struct sv text, int32_t *whole)
{
    decimal value;
    if (sv_find(text, ',') != SIZE_MAX || decimal_parse(text, &value) != DECIMAL_OK)
        return false;
    if (value / DECIMAL_ONE > INT32_MAX || value / DECIMAL_ONE < -INT32_MAX)
        return false;
    *whole = (int32_t)(value / DECIMAL_ONE);
    return true;
}

static bool read_whole(const struct cell *cell, void *field)
{
    int32_t whole;
    decimal value;
    const enum decimal_error error = decimal_parse(cell->text, &value);
    if (error == DECIMAL_OK && value < 0)
        return report_value(cell, DIAG_NUMBER_NEGATIVE);
    if (!whole_parse(cell->text, &whole)) {
        const bool large = error == DECIMAL_RANGE || (error == DECIMAL_OK && value / DECIMAL_ONE > INT32_MAX);
        return report_value(cell, large ? DIAG_NUMBER_TOO_LARGE : DIAG_NOT_WHOLE);
    }
    memcpy(field, &whole, sizeof whole);
    return true;
}

bool year_parse(struct sv text, int32_t *year)
{
    enum { YEAR_DIGITS = 4 };
    if (text.size != YEAR_DIGITS || !all_digits(text))
        return false;
    *year = 0;
    for (size_t i = 0; i < text.size; i++)
        *year = *year * 10 + (text.data[i] - '0');
    return *year >= FIRST_YEAR && *year <= LAST_YEAR;
}

static bool read_year(const struct cell *cell, void *field)
{
    int32_t year;
    if (!year_parse(cell->text, &year))
        return report_value(cell, DIAG_YEAR_INVALID);
    memcpy(field, &year, sizeof year);
    return true;
}

/* ---- yes and no, CVR ---- */

bool yes_no_parse(struct sv text, uint8_t *value)
{
    static const char *const yes[] = {"ja", "j", "x", "true", "sand", "1"};
    static const char *const no[] = {"nej", "n", "false", "falsk", "0"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (equals_ignoring_case(text, yes[i])) {
            *value = YES;
            return true;
        }
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (equals_ignoring_case(text, no[i])) {
            *value = NO;
            return true;
        }
    return false;
}

static bool read_yes_no(const struct cell *cell, void *field)
{
    uint8_t value;
    if (!yes_no_parse(cell->text, &value))
        return report_value(cell, DIAG_NOT_YES_NO);
    memcpy(field, &value, sizeof value);
    return true;
}

enum { CVR_DIGITS = 8 };

/* The digits of `text` without `DK` in front and without blanks; false when there are not eight. */
static bool collect_cvr_digits(struct sv text, char digits[CVR_DIGITS])
{
    if (equals_ignoring_case(sv_slice(text, 0, 2), "dk"))
        text = sv_slice(text, 2, text.size);
    size_t count = 0;
    for (text = sv_trim(text); text.size; text = sv_trim(sv_slice(text, 1, text.size))) {
        if (count == CVR_DIGITS || !is_digit(text.data[0]))
            return false;
        digits[count++] = text.data[0];
    }
    return count == CVR_DIGITS && digits[0] != '0';
}

bool cvr_parse(struct sv text, uint32_t *cvr)
{
    static const int weights[CVR_DIGITS] = {2, 7, 6, 5, 4, 3, 2, 1};
    char digits[CVR_DIGITS];
    int sum = 0;
    if (!collect_cvr_digits(text, digits))
        return false;
    *cvr = 0;
    for (size_t i = 0; i < CVR_DIGITS; i++) {
        sum += weights[i] * (digits[i] - '0');
        *cvr = *cvr * 10 + (uint32_t)(digits[i] - '0');
    }
    return sum % 11 == 0;
}

static bool read_cvr(const struct cell *cell, void *field)
{
    uint32_t cvr;
    if (!cvr_parse(cell->text, &cvr))
        return report_value(cell, DIAG_CVR_INVALID);
    memcpy(field, &cvr, sizeof cvr);
    return true;
}

static bool read_period(const struct cell *cell, void *field)
{
    struct period period;
    if (!period_parse(cell->text, &period))
        return report_value(cell, DIAG_PERIOD_INVALID);
    const int32_t number = period_number(period.year, period.half);
    memcpy(field, &number, sizeof number);
    return true;
}

static bool read_rating(const struct cell *cell, void *field)
{
    enum { LOWEST = 1, HIGHEST = 5 };
    int32_t whole;
    if (!whole_parse(cell->text, &whole) || whole < LOWEST || whole > HIGHEST)
        return report_value(cell, DIAG_RATING_INVALID);
    const uint8_t rating = (uint8_t)whole;
    memcpy(field, &rating, sizeof rating);
    return true;
}

static bool read_result(const struct cell *cell, void *field)
{
    const struct data_set *data = cell->reader->data;
    const uint32_t result = result_find(cell->reader->diag->arena, &data->codes, cell->text);
    if (result == RESULT_NONE)
        return report_value(cell, DIAG_RESULT_UNKNOWN);
    memcpy(field, &result, sizeof result);
    return true;
}

static bool read_text(const struct cell *cell, void *field)
{
    const struct sv copy = sv_copy(cell->reader->data->arena, cell->text);
    memcpy(field, &copy, sizeof copy);
    return true;
}

bool cell_read(const struct cell_reader *reader, const struct column *column, struct sv text,
               const struct place *place, void *field)
{
    const struct cell cell = {reader, column, place, text};
    struct data_set *data = reader->data;
    switch (column->type) {
    case VALUE_KEY:
        return read_symbol(&data->tables[reader->table].keys, &cell, field);
    case VALUE_PARTICIPANT:
        return read_symbol(&data->participants, &cell, field);
    case VALUE_REFERENCE:
        return read_symbol(&data->tables[column->reference].keys, &cell, field);
    case VALUE_NAME:
        return read_name(&data->names[column->names], &cell, field);
    case VALUE_TEXT:
        return read_text(&cell, field);
    case VALUE_CODE:
        return read_code(&cell, field);
    case VALUE_CODE_SET:
        return read_code_set(&cell, field);
    case VALUE_DATE:
        return read_date(&cell, field);
    case VALUE_HOURS:
        return read_hours(&cell, field);
    case VALUE_NUMBER:
        return read_number(&cell, field);
    case VALUE_AMOUNT:
        return read_amount(&cell, field);
    case VALUE_MONEY:
        return read_money(&cell, field);
    case VALUE_PERCENT:
        return read_percent(&cell, field);
    case VALUE_RESULT:
        return read_result(&cell, field);
    case VALUE_WHOLE:
        return read_whole(&cell, field);
    case VALUE_YEAR:
        return read_year(&cell, field);
    case VALUE_PERIOD:
        return read_period(&cell, field);
    case VALUE_RATING:
        return read_rating(&cell, field);
    case VALUE_YES_NO:
        return read_yes_no(&cell, field);
    case VALUE_CVR:
        return read_cvr(&cell, field);
    }
    return false;
}
