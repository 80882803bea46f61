#include "row_match.h"

#include "result_words.h"
#include "table_rows.h"

#include <string.h>

/* What a cell says, in terms of the present data. */
struct said {
    uint64_t number;
    struct sv text;
};

/* Beyond every symbol, number and set of codes of the present data. */
static const uint64_t UNKNOWN = UINT64_C(1) << 32;

/* ---- From the earlier data's numbers to the present ones' ---- */

static uint64_t *translate_symbols(const struct symbols *before, const struct symbols *after,
                                   struct arena *arena)
{
    uint64_t *present = arena_array(arena, before->count, sizeof *present);
    for (uint32_t symbol = 0; symbol < before->count; symbol++) {
        const uint32_t found = symbols_find(after, symbols_name(before, symbol));
        present[symbol] = found == SYMBOL_NONE ? UNKNOWN | symbol : found;
    }
    return present;
}

static uint16_t code_index(const struct code_list *list, struct sv code)
{
    for (uint16_t i = 0; i < list->count; i++)
        if (sv_equal(list->codes[i].code, code))
            return i;
    return CODE_NONE;
}

static uint16_t *translate_codes(const struct code_list *before, const struct code_list *after,
                                 struct arena *arena)
{
    uint16_t *present = arena_array(arena, before->count, sizeof *present);
    for (uint16_t i = 0; i < before->count; i++)
        present[i] = code_index(after, before->codes[i].code);
    return present;
}

/* ---- What a cell says ---- */

/* The field of a record, as the type that the schema gives it. */
#define FIELD(type) (*(const type *)(const void *)field)

/* What a field says in its own data's terms; a reference is the symbol of the row that it names. */
static struct said said_in(const struct data_set *data, const struct column *column, const char *field)
{
    switch (column->type) {
    case VALUE_KEY:
    case VALUE_PARTICIPANT:
    case VALUE_CVR:
        return (struct said){.number = FIELD(uint32_t)};
    case VALUE_REFERENCE:
        if (FIELD(uint32_t) >= row_count(data, column->reference))
            return (struct said){.number = SYMBOL_NONE};
        return (struct said){.number = symbol_in(record_at(data, column->reference, FIELD(uint32_t)),
                                                 table_key_column(column->reference))};
    case VALUE_NAME:
        return (struct said){.text = names_text(&data->names[column->names], FIELD(uint32_t))};
    case VALUE_TEXT:
        return (struct said){.text = FIELD(struct sv)};
    case VALUE_CODE:
        return (struct said){.number = FIELD(uint16_t)};
    case VALUE_CODE_SET:
        return (struct said){.number = FIELD(uint64_t)};
    case VALUE_DATE:
    case VALUE_WHOLE:
    case VALUE_YEAR:
    case VALUE_PERIOD:
        return (struct said){.number = (uint32_t)FIELD(int32_t)};
    case VALUE_HOURS:
    case VALUE_NUMBER:
    case VALUE_AMOUNT:
    case VALUE_MONEY:
    case VALUE_PERCENT:
        return (struct said){.number = (uint64_t)FIELD(int64_t)};
    case VALUE_RESULT:
        return (struct said){.text = result_text(data->arena, &data->codes, FIELD(uint32_t))};
    case VALUE_RATING:
    case VALUE_YES_NO:
        return (struct said){.number = FIELD(uint8_t)};
    }
    return (struct said){0};
}

static uint64_t present_code(const uint16_t *codes, uint64_t code)
{
    if (code == CODE_NONE || codes[code] != CODE_NONE)
        return code == CODE_NONE ? code : codes[code];
    return UNKNOWN | code;
}

/* A code that the present list lacks is said in words: no set of present codes can be it. */
static struct said present_code_set(const uint16_t *codes, size_t count, uint64_t set)
{
    static const struct sv lacking = SV("?");
    struct said said = {0};
    for (uint16_t code = 0; code < count && code < CODE_LIST_LONGEST; code++)
        if (set >> code & 1) {
            if (codes[code] == CODE_NONE)
                said.text = lacking;
            else
                said.number |= UINT64_C(1) << codes[code];
        }
    return said;
}

static uint64_t present_symbol(const uint64_t *symbols, uint64_t symbol)
{
    return symbol == SYMBOL_NONE ? symbol : symbols[symbol];
}

static struct said said_before(const struct row_match *match, enum table_id table,
                               const struct column *column, uint32_t row)
{
    struct said said = said_in(match->before, column, record_at(match->before, table, row) + column->offset);
    if (column->type == VALUE_PARTICIPANT)
        said.number = present_symbol(match->participants, said.number);
    else if (column->type == VALUE_KEY)
        said.number = present_symbol(match->keys[table], said.number);
    else if (column->type == VALUE_REFERENCE)
        said.number = present_symbol(match->keys[column->reference], said.number);
    else if (column->type == VALUE_CODE)
        said.number = present_code(match->codes[column->list], said.number);
    else if (column->type == VALUE_CODE_SET)
        said = present_code_set(match->codes[column->list],
                                code_list(&match->before->codes, column->list)->count, said.number);
    return said;
}

static struct said said_after(const struct row_match *match, enum table_id table, const struct column *column,
                              uint32_t row)
{
    return said_in(match->after, column, record_at(match->after, table, row) + column->offset);
}

bool row_match_same_cell(const struct row_match *match, enum table_id table, const struct column *column,
                         uint32_t before, uint32_t after)
{
    const struct said was = said_before(match, table, column, before);
    const struct said is = said_after(match, table, column, after);
    return was.number == is.number && sv_equal(was.text, is.text);
}

/* ---- Pairing ---- */

/* The columns that tell the rows of a table apart. */
struct identity {
    const struct column *columns[64];
    size_t count;
};

static bool has_parts_of_key(const struct table_schema *schema)
{
    for (size_t i = 0; i < schema->column_count; i++)
        if (schema->columns[i].part_of_key)
            return true;
    return false;
}

static bool has_key(enum table_id table)
{
    return table_key_column(table) || has_parts_of_key(table_schema(table));
}

static struct identity identity_of(enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    const bool parts = has_parts_of_key(schema);
    struct identity identity = {.columns = {table_key_column(table)}, .count = 1};
    if (identity.columns[0])
        return identity;
    identity.count = 0;
    for (size_t i = 0; i < schema->column_count; i++)
        if (!parts || schema->columns[i].part_of_key)
            identity.columns[identity.count++] = &schema->columns[i];
    return identity;
}

/* What the rows of a table without a key are about: what they refer to, and when. */
static struct identity subject_of(enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    struct identity subject = {.count = 0};
    for (size_t i = 0; i < schema->column_count; i++) {
        const enum value_type type = schema->columns[i].type;
        if (type == VALUE_REFERENCE || type == VALUE_DATE || type == VALUE_YEAR)
            subject.columns[subject.count++] = &schema->columns[i];
    }
    return subject;
}

static uint64_t hash_with(uint64_t hash, struct said said)
{
    const uint64_t mixed = (hash ^ said.number) * UINT64_C(0x9E3779B97F4A7C15);
    return (mixed ^ mixed >> 29) + (said.text.size ? sv_hash(said.text) : 0);
}

/* The rows of one table of the present data that are not paired yet, by what they say. */
struct unpaired {
    const struct row_match *match;
    enum table_id table;
    struct identity identity;
    bool exact;      /* one row that agrees in these is as good as another */
    uint32_t *first; /* by hash: row, and the next of the same hash by row; ROW_NONE ends them */
    uint32_t *next;
    size_t mask;
};

static uint64_t hash_before(const struct unpaired *unpaired, uint32_t row)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < unpaired->identity.count; i++)
        hash = hash_with(hash,
                         said_before(unpaired->match, unpaired->table, unpaired->identity.columns[i], row));
    return hash;
}

static uint64_t hash_after(const struct unpaired *unpaired, uint32_t row)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < unpaired->identity.count; i++)
        hash =
            hash_with(hash, said_after(unpaired->match, unpaired->table, unpaired->identity.columns[i], row));
    return hash;
}

static void gather(struct unpaired *unpaired, struct arena *scratch)
{
    const size_t count = row_count(unpaired->match->after, unpaired->table);
    size_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    unpaired->mask = slots - 1;
    unpaired->first = arena_array(scratch, slots, sizeof *unpaired->first);
    unpaired->next = arena_array(scratch, count, sizeof *unpaired->next);
    memset(unpaired->first, 0xFF, slots * sizeof *unpaired->first);
    for (size_t row = count; row-- > 0;) { /* so that the first rows come first */
        if (unpaired->match->before_of[unpaired->table][row] != ROW_NONE)
            continue;
        uint32_t *slot = &unpaired->first[hash_after(unpaired, (uint32_t)row) & unpaired->mask];
        unpaired->next[row] = *slot;
        *slot = (uint32_t)row;
    }
}

static bool is_same_row(const struct unpaired *unpaired, uint32_t before, uint32_t after)
{
    for (size_t i = 0; i < unpaired->identity.count; i++)
        if (!row_match_same_cell(unpaired->match, unpaired->table, unpaired->identity.columns[i], before,
                                 after))
            return false;
    return true;
}

static size_t count_different(const struct unpaired *unpaired, uint32_t before, uint32_t after)
{
    const struct table_schema *schema = table_schema(unpaired->table);
    size_t count = 0;
    for (size_t i = 0; i < schema->column_count; i++)
        count += !row_match_same_cell(unpaired->match, unpaired->table, &schema->columns[i], before, after);
    return count;
}

/* Of so many rows about the same, the one with the fewest other cells is looked for. */
enum { CANDIDATES = 64 };

/*
 * Takes the present row that is the same out of those that are left; ROW_NONE: there is none. When rows with
 * the same identity differ, it is the one that differs least; of several such the first.
 */
static uint32_t take_same(struct unpaired *unpaired, uint32_t before)
{
    uint32_t *best = NULL;
    size_t least = SIZE_MAX;
    size_t candidates = 0;
    uint32_t *link = &unpaired->first[hash_before(unpaired, before) & unpaired->mask];
    for (; least && candidates < CANDIDATES && *link != ROW_NONE; link = &unpaired->next[*link]) {
        if (!is_same_row(unpaired, before, *link))
            continue;
        const size_t different = unpaired->exact ? 0 : count_different(unpaired, before, *link);
        candidates++;
        if (different < least) {
            least = different;
            best = link;
        }
    }
    if (!best)
        return ROW_NONE;
    const uint32_t found = *best;
    *best = unpaired->next[found];
    return found;
}

static uint32_t *no_rows(size_t count, struct arena *arena)
{
    uint32_t *rows = arena_array(arena, count + 1, sizeof *rows);
    memset(rows, 0xFF, (count + 1) * sizeof *rows);
    return rows;
}

/* Pairs the rows that are left and agree in the columns. */
static void pair_rows(struct row_match *match, enum table_id table, struct identity identity, bool exact,
                      struct arena *arena)
{
    struct unpaired unpaired = {.match = match, .table = table, .identity = identity, .exact = exact};
    struct arena scratch;
    arena_init(&scratch, arena->exhausted);
    gather(&unpaired, &scratch);
    for (uint32_t row = 0; row < row_count(match->before, table); row++) {
        if (match->after_of[table][row] != ROW_NONE)
            continue;
        const uint32_t same = take_same(&unpaired, row);
        match->after_of[table][row] = same;
        if (same != ROW_NONE)
            match->before_of[table][same] = row;
    }
    arena_free(&scratch);
}

static void pair_table(struct row_match *match, enum table_id table, struct arena *arena)
{
    match->after_of[table] = no_rows(row_count(match->before, table), arena);
    match->before_of[table] = no_rows(row_count(match->after, table), arena);
    pair_rows(match, table, identity_of(table), true, arena);
    if (!has_key(table))
        pair_rows(match, table, subject_of(table), false, arena);
}

void row_match_init(struct row_match *match, const struct data_set *before, const struct data_set *after,
                    struct arena *arena)
{
    *match = (struct row_match){.before = before, .after = after};
    match->participants = translate_symbols(&before->participants, &after->participants, arena);
    for (enum table_id table = 0; table < TABLES; table++)
        match->keys[table] =
            translate_symbols(&before->tables[table].keys, &after->tables[table].keys, arena);
    for (enum code_list_id list = 0; list < CODES_BUILT_IN; list++)
        match->codes[list] =
            translate_codes(code_list(&before->codes, list), code_list(&after->codes, list), arena);
    for (enum table_id table = 0; table < TABLES; table++)
        pair_table(match, table, arena);
}
