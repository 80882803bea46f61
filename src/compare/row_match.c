#include "row_match.h"

#include "record_text.h"
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

/* The symbol of the row that a reference names; of a record that is left out the reference is that already.
 */
static uint32_t symbol_referred(const struct data_set *data, const struct column *column, const char *record)
{
    const uint32_t referred = symbol_in(record, column);
    if (((const struct source *)(const void *)record)->left_out)
        return referred;
    return referred >= row_count(data, column->reference)
               ? SYMBOL_NONE
               : symbol_in(record_at(data, column->reference, referred), table_key_column(column->reference));
}

/* What a field says in its own data's terms. */
static struct said said_in(const struct data_set *data, const struct column *column, const char *record)
{
    const char *field = record + column->offset;
    switch (column->type) {
    case VALUE_KEY:
    case VALUE_PARTICIPANT:
    case VALUE_CVR:
        return (struct said){.number = FIELD(uint32_t)};
    case VALUE_REFERENCE:
        return (struct said){.number = symbol_referred(data, column, record)};
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
    struct said said = said_in(match->before, column, record_at(match->before, table, row));
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
    return said_in(match->after, column, record_at(match->after, table, row));
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

/* Rows from the first to before the end. */
struct span {
    uint32_t first, end;
};

/* The rows of one table of the present data that are not paired yet, by what they say. */
struct unpaired {
    const struct row_match *match;
    enum table_id table;
    struct identity identity;
    bool exact; /* one row that agrees in these is as good as another */
    struct span after;
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
    const struct span span = unpaired->after;
    const size_t count = span.end - span.first;
    size_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    unpaired->mask = slots - 1;
    unpaired->first = arena_array(scratch, slots, sizeof *unpaired->first);
    unpaired->next = arena_array(scratch, count, sizeof *unpaired->next);
    memset(unpaired->first, 0xFF, slots * sizeof *unpaired->first);
    for (uint32_t row = span.end; row-- > span.first;) { /* so that the first rows come first */
        if (unpaired->match->before_of[unpaired->table][row] != ROW_NONE)
            continue;
        uint32_t *slot = &unpaired->first[hash_after(unpaired, row) & unpaired->mask];
        unpaired->next[row - span.first] = *slot;
        *slot = row;
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
    for (; least && candidates < CANDIDATES && *link != ROW_NONE;
         link = &unpaired->next[*link - unpaired->after.first]) {
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
    *best = unpaired->next[found - unpaired->after.first];
    return found;
}

static uint32_t *no_rows(size_t count, struct arena *arena)
{
    uint32_t *rows = arena_array(arena, count + 1, sizeof *rows);
    memset(rows, 0xFF, (count + 1) * sizeof *rows);
    return rows;
}

/* Which rows are paired, how, and where it is noted. */
struct pairing {
    struct identity identity;
    bool exact;
    struct span before, after;
    uint32_t *after_of, *before_of; /* by row */
};

static void pair_one(struct pairing *pairing, struct unpaired *unpaired, uint32_t row)
{
    const uint32_t same = take_same(unpaired, row);
    pairing->after_of[row] = same;
    if (same != ROW_NONE)
        pairing->before_of[same] = row;
}

/* Pairs the rows that are left and agree in the columns. */
static void pair_rows(const struct row_match *match, enum table_id table, struct pairing *pairing,
                      struct arena *arena)
{
    struct unpaired unpaired = {.match = match,
                                .table = table,
                                .identity = pairing->identity,
                                .exact = pairing->exact,
                                .after = pairing->after};
    struct arena scratch;
    arena_init(&scratch, arena->exhausted);
    gather(&unpaired, &scratch);
    for (uint32_t row = pairing->before.first; row < pairing->before.end; row++)
        if (match->after_of[table][row] == ROW_NONE)
            pair_one(pairing, &unpaired, row);
    arena_free(&scratch);
}

static struct span counted_rows(const struct data_set *data, enum table_id table)
{
    return (struct span){0, (uint32_t)row_count(data, table)};
}

static struct span left_out_rows(const struct data_set *data, enum table_id table)
{
    const struct rows *rows = &data->tables[table];
    return (struct span){(uint32_t)rows->count, (uint32_t)(rows->count + rows->left_out)};
}

static size_t all_rows(const struct data_set *data, enum table_id table)
{
    return data->tables[table].count + data->tables[table].left_out;
}

static void pair_counted(struct row_match *match, enum table_id table, struct arena *arena)
{
    struct pairing pairing = {
        .identity = identity_of(table),
        .exact = true,
        .before = counted_rows(match->before, table),
        .after = counted_rows(match->after, table),
        .after_of = match->after_of[table],
        .before_of = match->before_of[table],
    };
    pair_rows(match, table, &pairing, arena);
    pairing.identity = subject_of(table);
    pairing.exact = false;
    if (!has_key(table))
        pair_rows(match, table, &pairing, arena);
}

/* ---- Rows that are left out ---- */

/* Whether the record states the identity at all: a cell with an error states nothing. */
static bool states(const struct data_set *data, enum table_id table, const struct identity *identity,
                   uint32_t row)
{
    for (size_t i = 0; i < identity->count; i++)
        if (!record_text(data, table, row, identity->columns[i], data->arena).size)
            return false;
    return identity->count;
}

/* Undoes pairs of rows that agree in that neither says what it is about. */
static void part_unstated(const struct row_match *match, enum table_id table, struct pairing *pairing)
{
    for (uint32_t row = pairing->before.first; row < pairing->before.end; row++)
        if (pairing->after_of[row] != ROW_NONE && !states(match->before, table, &pairing->identity, row)) {
            pairing->before_of[pairing->after_of[row]] = ROW_NONE;
            pairing->after_of[row] = ROW_NONE;
        }
}

/* The row among those that stands at that line of the file; ROW_NONE: none does. They are in the order read.
 */
static uint32_t row_at_line(const struct data_set *data, enum table_id table, struct span span, uint16_t file,
                            uint32_t line)
{
    while (span.first < span.end) {
        const uint32_t middle = span.first + (span.end - span.first) / 2;
        const struct source *source = source_of(data, table, middle);
        if (source->file == file && source->line == line)
            return middle;
        if (source->file < file || (source->file == file && source->line < line))
            span.first = middle + 1;
        else
            span.end = middle;
    }
    return ROW_NONE;
}

/* The row of another data set that stands at the line of the file of the same name. */
static uint32_t row_at_same_line(const struct data_set *data, enum table_id table, uint32_t row,
                                 const struct data_set *other, struct span span)
{
    const struct source *source = source_of(data, table, row);
    const struct input_file *file =
        source->file < data->file_count ? data_set_file(other, data->files[source->file].name) : NULL;
    return file ? row_at_line(other, table, span, (uint16_t)(file - other->files), source->line) : ROW_NONE;
}

/* Whether all that the row that is left out states is the same in the other; `out` is the data set it is of.
 */
static bool agrees_in_what_is_stated(const struct row_match *match, enum table_id table, uint32_t before,
                                     uint32_t after, const struct data_set *out)
{
    const struct table_schema *schema = table_schema(table);
    const uint32_t row = out == match->before ? before : after;
    size_t stated = 0;
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        if (!record_text(out, table, row, column, out->arena).size)
            continue;
        if (!row_match_same_cell(match, table, column, before, after))
            return false;
        stated++;
    }
    return stated;
}

/* Rows whose identity is what the error is in: at the same line, and otherwise the same. */
static void pair_at_same_line(const struct row_match *match, enum table_id table, struct pairing *pairing,
                              const struct data_set *out)
{
    for (uint32_t row = pairing->before.first; row < pairing->before.end; row++) {
        if (pairing->after_of[row] != ROW_NONE || match->after_of[table][row] != ROW_NONE)
            continue;
        const uint32_t after = row_at_same_line(match->before, table, row, match->after, pairing->after);
        if (after == ROW_NONE || pairing->before_of[after] != ROW_NONE ||
            match->before_of[table][after] != ROW_NONE ||
            !agrees_in_what_is_stated(match, table, row, after, out))
            continue;
        pairing->after_of[row] = after;
        pairing->before_of[after] = row;
    }
}

/* What identifies a row that need not have been read whole: its key alone, else what it is about. */
static struct identity identity_left_out(enum table_id table)
{
    return has_key(table) ? identity_of(table) : subject_of(table);
}

/* Rows that count in the one data set and are left out of the other: both ways. */
static void pair_left_out(struct row_match *match, enum table_id table, struct arena *arena)
{
    const struct span counted_before = counted_rows(match->before, table);
    const struct span counted_after = counted_rows(match->after, table);
    const struct span out_before = left_out_rows(match->before, table);
    const struct span out_after = left_out_rows(match->after, table);
    struct pairing repaired = {
        .identity = identity_left_out(table),
        .before = out_before,
        .after = counted_after,
        .after_of = no_rows(out_before.end, arena),
        .before_of = match->out_before_of[table],
    };
    struct pairing failed = {
        .identity = repaired.identity,
        .before = counted_before,
        .after = out_after,
        .after_of = match->out_after_of[table],
        .before_of = no_rows(out_after.end, arena),
    };
    if (out_before.end > out_before.first) {
        pair_rows(match, table, &repaired, arena);
        part_unstated(match, table, &repaired);
        pair_at_same_line(match, table, &repaired, match->before);
    }
    if (out_after.end > out_after.first) {
        pair_rows(match, table, &failed, arena);
        part_unstated(match, table, &failed);
        pair_at_same_line(match, table, &failed, match->after);
    }
}

static void pair_table(struct row_match *match, enum table_id table, struct arena *arena)
{
    match->after_of[table] = no_rows(all_rows(match->before, table), arena);
    match->before_of[table] = no_rows(all_rows(match->after, table), arena);
    match->out_after_of[table] = no_rows(row_count(match->before, table), arena);
    match->out_before_of[table] = no_rows(row_count(match->after, table), arena);
    pair_counted(match, table, arena);
    pair_left_out(match, table, arena);
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
