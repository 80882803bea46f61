#include "record_text.h"

#include "period.h"
#include "result_words.h"
#include "table_rows.h"

struct sv record_key(const struct data_set *data, enum table_id table, uint32_t row)
{
    const struct column *key = table_key_column(table);
    if (!key || row >= row_count(data, table)) /* none */
        return (struct sv){0};
    return symbols_name(&data->tables[table].keys, symbol_in(record_at(data, table, row), key));
}

static struct sv codes_text(const struct data_set *data, const struct column *column, uint64_t set,
                            struct arena *arena)
{
    const struct code_list *list = code_list(&data->codes, column->list);
    struct buffer text = buffer_in(arena);
    for (uint16_t code = 0; code < list->count && code < CODE_LIST_LONGEST; code++)
        if (set >> code & 1) {
            buffer_add_text(&text, text.size ? "|" : "");
            buffer_add(&text, code_text(list, code));
        }
    return buffer_view(&text);
}

static struct sv date_text(day_number day, struct arena *arena)
{
    if (day == DAY_NONE)
        return (struct sv){0};
    const struct calendar_date date = day_to_date(day);
    return sv_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static struct sv decimal_text(decimal value, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    if (value != DECIMAL_NONE)
        ratio_write_plain(&text, ratio_decimal(value));
    return buffer_view(&text);
}

static struct sv whole_text(int32_t value, struct arena *arena)
{
    return value == WHOLE_NONE ? (struct sv){0} : sv_format(arena, "%ld", (long)value);
}

static struct sv period_text(int32_t number, struct arena *arena)
{
    const struct period period = period_of_number(number);
    return sv_copy(arena, period_name(&period));
}

static struct sv yes_no_text(uint8_t answer)
{
    static const char *const words[] = {[UNSTATED] = "", [NO] = "nej", [YES] = "ja"};
    return sv_of(words[answer]);
}

/* The identifier that a row refers to; of one that is left out the reference is a symbol. */
static struct sv reference_text(const struct data_set *data, enum table_id table, uint32_t row,
                                const struct column *column)
{
    const uint32_t referred = symbol_in(record_at(data, table, row), column);
    if (!source_of(data, table, row)->left_out)
        return record_key(data, column->reference, referred);
    return referred == SYMBOL_NONE ? (struct sv){0}
                                   : symbols_name(&data->tables[column->reference].keys, referred);
}

/* The field of a record, as the type that the schema gives it. */
#define FIELD(type) (*(const type *)(const void *)field)

struct sv record_text(const struct data_set *data, enum table_id table, uint32_t row,
                      const struct column *column, struct arena *arena)
{
    const char *field = record_at(data, table, row) + column->offset;
    switch (column->type) {
    case VALUE_KEY:
        return symbols_name(&data->tables[table].keys, FIELD(uint32_t));
    case VALUE_PARTICIPANT:
        return symbols_name(&data->participants, FIELD(uint32_t));
    case VALUE_REFERENCE:
        return reference_text(data, table, row, column);
    case VALUE_NAME:
        return names_text(&data->names[column->names], FIELD(uint32_t));
    case VALUE_TEXT:
        return FIELD(struct sv);
    case VALUE_CODE:
        return code_text(code_list(&data->codes, column->list), FIELD(uint16_t));
    case VALUE_CODE_SET:
        return codes_text(data, column, FIELD(uint64_t), arena);
    case VALUE_DATE:
        return date_text(FIELD(day_number), arena);
    case VALUE_HOURS:
    case VALUE_NUMBER:
    case VALUE_AMOUNT:
    case VALUE_MONEY:
    case VALUE_PERCENT:
        return decimal_text(FIELD(decimal), arena);
    case VALUE_RESULT:
        return result_text(arena, &data->codes, FIELD(uint32_t));
    case VALUE_WHOLE:
    case VALUE_YEAR:
        return whole_text(FIELD(int32_t), arena);
    case VALUE_PERIOD:
        return period_text(FIELD(int32_t), arena);
    case VALUE_RATING:
        return FIELD(uint8_t) ? sv_format(arena, "%u", FIELD(uint8_t)) : (struct sv){0};
    case VALUE_YES_NO:
        return yes_no_text(FIELD(uint8_t));
    case VALUE_CVR:
        return FIELD(uint32_t) ? sv_format(arena, "%08lu", (unsigned long)FIELD(uint32_t)) : (struct sv){0};
    }
    return (struct sv){0};
}
