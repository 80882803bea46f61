/*
 * Any bytes as a date, a number, a CVR number, a code, a text with civil registration numbers. What must
 * hold: a date that is read is one, a number that is read reads the same when it is written, and masked text
 * has nothing to mask.
 */
#include "cell.h"
#include "codes.h"
#include "cpr_guard.h"
#include "text_clean.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void try_date(struct sv text)
{
    day_number day;
    if (day_parse(text, &day) != DAY_OK) {
        require(day == DAY_NONE);
        return;
    }
    const struct calendar_date date = day_to_date(day);
    require(day_from_date(date.year, date.month, date.day) == day);
}

static void try_decimal(struct arena *arena, struct sv text)
{
    decimal value;
    decimal again;
    const enum decimal_error error = decimal_parse(text, &value);
    if (error == DECIMAL_FORM || error == DECIMAL_RANGE) {
        require(value == DECIMAL_NONE);
        return;
    }
    struct buffer plain = buffer_in(arena);
    ratio_write_plain(&plain, ratio_decimal(value));
    require(decimal_parse(buffer_view(&plain), &again) == DECIMAL_OK && again == value);
}

static void try_text(struct arena *arena, struct sv text)
{
    require(cpr_find(cpr_mask(arena, text)) == CPR_NONE);
    require(cpr_find(text_for_finding(arena, text)) == CPR_NONE);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct sv text = {(const char *)bytes, size};
    struct arena arena;
    struct code_lists codes;
    uint32_t cvr;
    arena_init(&arena, NULL);
    code_lists_init(&codes, &arena);
    try_date(text);
    try_decimal(&arena, text);
    try_text(&arena, text);
    require(!cvr_parse(text, &cvr) || (cvr >= 10000000 && cvr <= 99999999));
    require(code_nearest(code_list(&codes, CODES_OUTCOME), text) != CODE_NONE);
    code_find(code_list(&codes, CODES_OUTCOME), text);
    arena_free(&arena);
    return 0;
}
