#include "record_cells.h"

#include "build.h"
#include "record_text.h"
#include "table_rows.h"

static const enum value_format FORMATS[] = {
    [VALUE_KEY] = FORMAT_TEXT,      [VALUE_PARTICIPANT] = FORMAT_TEXT, [VALUE_REFERENCE] = FORMAT_TEXT,
    [VALUE_TEXT] = FORMAT_TEXT,     [VALUE_CODE] = FORMAT_TEXT,        [VALUE_CODE_SET] = FORMAT_TEXT,
    [VALUE_DATE] = FORMAT_DATE,     [VALUE_HOURS] = FORMAT_DECIMAL,    [VALUE_NUMBER] = FORMAT_DECIMAL,
    [VALUE_AMOUNT] = FORMAT_AMOUNT, [VALUE_WHOLE] = FORMAT_COUNT,      [VALUE_YEAR] = FORMAT_NUMBERING,
    [VALUE_PERIOD] = FORMAT_TEXT,   [VALUE_RATING] = FORMAT_COUNT,     [VALUE_YES_NO] = FORMAT_TEXT,
    [VALUE_CVR] = FORMAT_NUMBERING, [VALUE_MONEY] = FORMAT_MONEY,      [VALUE_PERCENT] = FORMAT_EXACT,
    [VALUE_RESULT] = FORMAT_TEXT,   [VALUE_NAME] = FORMAT_TEXT,
};

enum value_format record_format(const struct column *column)
{
    return FORMATS[column->type];
}

static struct cell number_cell(const struct column *column, bool stated, struct ratio value)
{
    return stated ? cell_of_value(value, record_format(column)) : (struct cell){.kind = CELL_EMPTY};
}

static struct sv code_names(const struct data_set *data, const struct column *column, uint64_t set,
                            struct arena *arena)
{
    const struct code_list *list = code_list(&data->codes, column->list);
    struct buffer names = buffer_in(arena);
    for (uint16_t code = 0; code < list->count && code < CODE_LIST_LONGEST; code++)
        if (set >> code & 1) {
            buffer_add_text(&names, names.size ? ", " : "");
            buffer_add(&names, code_name(list, code));
        }
    return buffer_view(&names);
}

/* The field of a record, as the type that the schema gives it. */
#define FIELD(type) (*(const type *)(const void *)field)

/* What is no number, and has no name to be printed, is as the files have it. */
struct cell record_cell(const struct data_set *data, enum table_id table, uint32_t row,
                        const struct column *column, struct arena *arena)
{
    const char *field = record_at(data, table, row) + column->offset;
    switch (column->type) {
    case VALUE_KEY:
    case VALUE_PARTICIPANT:
    case VALUE_REFERENCE:
    case VALUE_NAME:
    case VALUE_TEXT:
    case VALUE_PERIOD:
    case VALUE_YES_NO:
    case VALUE_RESULT:
        return cell_of_text_or_empty(record_text(data, table, row, column, arena));
    case VALUE_CODE:
        return cell_of_text_or_empty(code_name(code_list(&data->codes, column->list), FIELD(uint16_t)));
    case VALUE_CODE_SET:
        return cell_of_text_or_empty(code_names(data, column, FIELD(uint64_t), arena));
    case VALUE_DATE:
        return number_cell(column, FIELD(day_number) != DAY_NONE, ratio_whole(FIELD(day_number)));
    case VALUE_HOURS:
    case VALUE_NUMBER:
    case VALUE_AMOUNT:
    case VALUE_MONEY:
    case VALUE_PERCENT:
        return number_cell(column, FIELD(decimal) != DECIMAL_NONE, ratio_decimal(FIELD(decimal)));
    case VALUE_WHOLE:
    case VALUE_YEAR:
        return number_cell(column, FIELD(int32_t) != WHOLE_NONE, ratio_whole(FIELD(int32_t)));
    case VALUE_RATING:
        return number_cell(column, FIELD(uint8_t) != 0, ratio_whole(FIELD(uint8_t)));
    case VALUE_CVR:
        return number_cell(column, FIELD(uint32_t) != 0, ratio_whole(FIELD(uint32_t)));
    }
    return (struct cell){.kind = CELL_EMPTY};
}

const struct column *record_column(enum table_id table, const char *name)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++)
        if (strcmp(schema->columns[i].name, name) == 0)
            return &schema->columns[i];
    return NULL;
}

struct cell record_file(const struct data_set *data, enum table_id table, uint32_t row)
{
    const uint16_t file = source_of(data, table, row)->file;
    return cell_of_text_or_empty(file < data->file_count ? data->files[file].name : (struct sv){0});
}

struct cell record_line(const struct data_set *data, enum table_id table, uint32_t row)
{
    return cell_of_value(ratio_whole(source_of(data, table, row)->line), FORMAT_NUMBERING);
}
