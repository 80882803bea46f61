#include "rules.h"

#include "effect_rules.h"
#include "period.h"
#include "result_words.h"
#include "row_rules.h"
#include "survey_rules.h"
#include "text_da.h"

#include <string.h>

static const struct sv nothing = {0};

static struct sv file_name(const struct rules *rules, enum table_id table)
{
    return sv_format(rules->data->arena, "%s.csv", table_schema(table)->name);
}

/* ---- keys ---- */

static const struct column *first_part_of_key(enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++)
        if (schema->columns[i].part_of_key)
            return &schema->columns[i];
    return NULL;
}

/* "2024-1" */
static void add_period(struct buffer *text, int32_t number)
{
    const struct period period = period_of_number(number);
    buffer_add(text, period_name(&period));
}

/* What one column says of a row's key; false when it is not stated. */
static bool add_part_of_key(const struct rules *rules, struct buffer *text, const struct column *column,
                            const char *field)
{
    int32_t whole;
    uint32_t symbol;
    uint16_t code;
    day_number day;
    switch (column->type) {
    case VALUE_PERIOD:
        memcpy(&whole, field, sizeof whole);
        if (whole != WHOLE_NONE)
            add_period(text, whole);
        return whole != WHOLE_NONE;
    case VALUE_YEAR:
        memcpy(&whole, field, sizeof whole);
        buffer_format(text, "%ld", (long)whole);
        return whole != WHOLE_NONE;
    case VALUE_WHOLE:
        memcpy(&whole, field, sizeof whole);
        danish_number(text, ratio_whole(whole), 0);
        return whole != WHOLE_NONE;
    case VALUE_CODE:
        memcpy(&code, field, sizeof code);
        buffer_add(text, code_text(code_list(&rules->data->codes, column->list), code));
        return code != CODE_NONE;
    case VALUE_REFERENCE:
        memcpy(&symbol, field, sizeof symbol);
        buffer_add(text, symbols_name(&rules->data->tables[column->reference].keys, symbol));
        return symbol != SYMBOL_NONE;
    case VALUE_DATE:
        memcpy(&day, field, sizeof day);
        if (day != DAY_NONE)
            danish_short_date(text, day);
        return day != DAY_NONE;
    case VALUE_RESULT:
        memcpy(&symbol, field, sizeof symbol);
        if (symbol != RESULT_NONE)
            buffer_add(text, result_text(text->arena, &rules->data->codes, symbol));
        return symbol != RESULT_NONE;
    case VALUE_NAME:
        memcpy(&symbol, field, sizeof symbol);
        buffer_add(text, names_text(&rules->data->names[column->names], symbol));
        return symbol != SYMBOL_NONE;
    case VALUE_KEY:
    case VALUE_PARTICIPANT:
    case VALUE_TEXT:
    case VALUE_CODE_SET:
    case VALUE_HOURS:
    case VALUE_NUMBER:
    case VALUE_AMOUNT:
    case VALUE_MONEY:
    case VALUE_PERCENT:
    case VALUE_RATING:
    case VALUE_YES_NO:
    case VALUE_CVR:
        break;
    }
    return false;
}

/* Between the parts of a key: no cell holds it, so that no two keys read alike. Shown as ", ". */
static const char PART_MARK = '\x1F';

/* The symbol of a key of several columns; SYMBOL_NONE when one that must be stated is not. */
static uint32_t composite_key(const struct rules *rules, enum table_id table, const char *record,
                              struct buffer *text)
{
    const struct table_schema *schema = table_schema(table);
    text->size = 0;
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        if (!column->part_of_key)
            continue;
        if (text->size)
            buffer_add_byte(text, PART_MARK);
        if (add_part_of_key(rules, text, column, record + column->offset))
            continue;
        if (column->value_required)
            return SYMBOL_NONE;
        buffer_add_text(text, "–");
    }
    return symbols_intern(&rules->data->tables[table].keys, buffer_view(text));
}

/* "2024-1, SA-01" */
static struct sv key_shown(const struct rules *rules, struct sv key)
{
    struct buffer shown = buffer_in(rules->data->arena);
    struct sv rest = key;
    struct sv part;
    while (sv_split(&rest, PART_MARK, &part)) {
        buffer_add_text(&shown, shown.size ? ", " : "");
        buffer_add(&shown, part);
    }
    return buffer_view(&shown);
}

static void report_duplicate(const struct rules *rules, enum table_id table, const struct column *column,
                             uint32_t key, size_t row, size_t first_row)
{
    struct source *source = source_of(rules->data, table, row);
    struct source *first = source_of(rules->data, table, first_row);
    diag_add(rules->diag, DIAG_KEY_TWICE, place_of(rules, table, source, column),
             key_shown(rules, symbols_name(&rules->data->tables[table].keys, key)),
             sv_format(rules->data->arena, "%lu", (unsigned long)first->line),
             rules->data->files[first->file].name, nothing);
    source->left_out = true;
    first->left_out = true;
}

/*
 * Finds the row of each key; all rows that share a key are left out. A key of one column became a symbol when
 * it was read; one of several becomes a symbol here.
 */
static void index_keys(const struct rules *rules, enum table_id table)
{
    struct rows *rows = &rules->data->tables[table];
    const struct column *alone = table_key_column(table);
    const struct column *column = alone ? alone : first_part_of_key(table);
    const size_t most = rows->keys.count + (column && !alone ? rows->count : 0);
    struct buffer text = buffer_in(rules->data->arena);
    rows->row_of_key = arena_array(rules->data->arena, most, sizeof *rows->row_of_key);
    if (most)
        memset(rows->row_of_key, 0xFF, most * sizeof *rows->row_of_key);
    for (size_t row = 0; column && row < rows->count; row++) {
        const char *record = record_at(rules->data, table, row);
        const uint32_t key = alone ? symbol_in(record, alone) : composite_key(rules, table, record, &text);
        if (key == SYMBOL_NONE)
            continue;
        if (rows->row_of_key[key] == ROW_NONE)
            rows->row_of_key[key] = (uint32_t)row;
        else
            report_duplicate(rules, table, column, key, row, rows->row_of_key[key]);
    }
}

/* ---- references ---- */

static void report_reference(const struct rules *rules, enum diag_code code, enum table_id table, size_t row,
                             const struct column *column)
{
    struct source *source = source_of(rules->data, table, row);
    const uint32_t symbol = symbol_in(record_at(rules->data, table, row), column);
    diag_detail(rules->diag, code, place_of(rules, table, source, column),
                symbols_name(&rules->data->tables[column->reference].keys, symbol),
                file_name(rules, column->reference));
    source->left_out = true;
}

static void check_column_references(const struct rules *rules, enum table_id table,
                                    const struct column *column)
{
    const struct rows *target = &rules->data->tables[column->reference];
    for (size_t row = 0; row < row_count(rules->data, table); row++) {
        const uint32_t symbol = symbol_in(record_at(rules->data, table, row), column);
        if (symbol != SYMBOL_NONE && target->row_of_key[symbol] == ROW_NONE)
            report_reference(rules, DIAG_REFERENCE_UNKNOWN, table, row, column);
    }
}

static bool any_reference(const struct rules *rules, enum table_id table, const struct column *column)
{
    for (size_t row = 0; row < row_count(rules->data, table); row++)
        if (symbol_in(record_at(rules->data, table, row), column) != SYMBOL_NONE)
            return true;
    return false;
}

static void check_references(const struct rules *rules, enum table_id table, bool unchecked[TABLES])
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        if (column->type != VALUE_REFERENCE)
            continue;
        const struct rows *target = &rules->data->tables[column->reference];
        if (target->present && !target->partial)
            check_column_references(rules, table, column);
        else if (!target->present && any_reference(rules, table, column))
            unchecked[column->reference] = true;
    }
}

static void note_unchecked(const struct rules *rules, const bool unchecked[TABLES])
{
    for (enum table_id table = 0; table < TABLES; table++) {
        if (!unchecked[table])
            continue;
        const struct sv name = file_name(rules, table);
        diag_detail(rules->diag, DIAG_REFERENCE_NOT_CHECKED, (struct place){.file = name}, nothing, name);
    }
}

/* Leaves out the rows of one table that refer to a row that is left out; true when there was one. */
static bool spread_to(const struct rules *rules, enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    bool changed = false;
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        if (column->type != VALUE_REFERENCE)
            continue;
        for (size_t row = 0; row < row_count(rules->data, table); row++) {
            const uint32_t symbol = symbol_in(record_at(rules->data, table, row), column);
            const uint32_t target = referred_row(rules->data, column->reference, symbol);
            if (target == ROW_NONE || source_of(rules->data, table, row)->left_out ||
                !source_of(rules->data, column->reference, target)->left_out)
                continue;
            report_reference(rules, DIAG_REFERS_TO_LEFT_OUT, table, row, column);
            changed = true;
        }
    }
    return changed;
}

static void spread_left_out(const struct rules *rules)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (enum table_id table = 0; table < TABLES; table++)
            changed |= spread_to(rules, table);
        changed |= spread_in_survey(rules);
    }
}

/* ---- removing and linking ---- */

static void settle_accounts(const struct rules *rules, enum table_id table)
{
    for (size_t row = 0; row < row_count(rules->data, table); row++) {
        const struct source *source = source_of(rules->data, table, row);
        struct input_file *file = &rules->data->files[source->file];
        if (source->left_out)
            file->left_out++;
        else
            file->counted++;
    }
}

static size_t count_left_out(const struct rules *rules, enum table_id table)
{
    size_t count = 0;
    for (size_t row = 0; row < row_count(rules->data, table); row++)
        count += source_of(rules->data, table, row)->left_out;
    return count;
}

/* Puts them after the others, each in their order. */
static void remove_left_out(const struct rules *rules, enum table_id table)
{
    struct rows *rows = &rules->data->tables[table];
    const size_t size = table_schema(table)->record_size;
    const struct column *key = table_key_column(table);
    char *removed = arena_array(rules->data->arena, count_left_out(rules, table), size);
    size_t kept = 0;
    rows->left_out = 0;
    for (size_t row = 0; row < rows->count; row++) {
        char *record = record_at(rules->data, table, row);
        const uint32_t symbol = key ? symbol_in(record, key) : SYMBOL_NONE;
        const bool left_out = source_of(rules->data, table, row)->left_out;
        if (symbol != SYMBOL_NONE)
            rows->row_of_key[symbol] = left_out ? ROW_NONE : (uint32_t)kept;
        if (left_out)
            memcpy(removed + size * rows->left_out++, record, size);
        else if (kept++ != row)
            memcpy(record_at(rules->data, table, kept - 1), record, size);
    }
    rows->count = kept;
    if (rows->left_out)
        memcpy(record_at(rules->data, table, kept), removed, size * rows->left_out);
}

/* Jobs and the accelerator meet at an enterprise, whether or not virksomheder.csv says more of it. */
static void keep_enterprise_ids(const struct data_set *data)
{
    for (size_t i = 0; i < row_count(data, TABLE_JOBS); i++) {
        struct job *job = &((struct job *)data->tables[TABLE_JOBS].data)[i];
        job->enterprise_id = job->enterprise;
    }
    for (size_t i = 0; i < row_count(data, TABLE_ACCELERATOR); i++) {
        struct accelerator *row = &((struct accelerator *)data->tables[TABLE_ACCELERATOR].data)[i];
        row->enterprise_id = row->enterprise;
    }
}

static void link_references(const struct rules *rules, enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        if (column->type != VALUE_REFERENCE)
            continue;
        for (size_t row = 0; row < row_count(rules->data, table); row++) {
            char *record = record_at(rules->data, table, row);
            const uint32_t target = referred_row(rules->data, column->reference, symbol_in(record, column));
            memcpy(record + column->offset, &target, sizeof target);
        }
    }
}

void rules_apply(struct data_set *data, struct diag *diag, bool leave_out)
{
    const day_number extract = data->settings.extract_date;
    const struct rules rules = {data, diag, extract != DAY_NONE ? extract : data_latest_date(data)};
    bool unchecked[TABLES] = {false};
    for (enum table_id table = 0; table < TABLES; table++)
        index_keys(&rules, table);
    for (enum table_id table = 0; table < TABLES; table++)
        check_references(&rules, table, unchecked);
    for (enum table_id table = 0; table < TABLES; table++) {
        check_rows(&rules, table);
        check_codes(&rules, table);
    }
    check_refunds(&rules);
    unchecked[TABLE_MUNICIPALITIES] = check_survey(&rules);
    note_unchecked(&rules, unchecked);
    if (leave_out)
        spread_left_out(&rules);
    for (enum table_id table = 0; table < TABLES; table++) {
        settle_accounts(&rules, table);
        remove_left_out(&rules, table);
    }
    keep_enterprise_ids(data);
    for (enum table_id table = 0; table < TABLES; table++)
        link_references(&rules, table);
    data_set_number_departments(data);
}
