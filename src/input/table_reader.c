#include "table_reader.h"

#include "cpr_guard.h"
#include "text_clean.h"
#include "text_da.h"

#include <string.h>

enum {
    FEWEST_MEMO_BITS = 4,
    MOST_MEMO_BITS = 12,
    LOOK_AHEAD = 12 /* rows; far enough that memory has answered when their turn comes */
};

/* A short cell's text, and the field that was read from it without a finding. */
struct memo {
    struct csv_short text;
    uint64_t field;
};

/* One column of the file. */
struct read_column {
    const struct column *column; /* NULL: not known, only guarded */
    struct sv heading;
    struct sv folded;
    bool exempt;             /* from the CPR guard */
    struct memo *memos;      /* by a hash of the text; NULL for values that seldom come again */
    unsigned memo_bits;      /* there are 2^memo_bits */
    struct symbols *symbols; /* that the column's keys go to; NULL for others and for references */
    size_t field_size;
    size_t offset;
    bool value_required;
};

static const struct sv nothing = {0};

static struct input_file *file_of(const struct table_reader *reader)
{
    return &reader->cells.data->files[reader->file];
}

static struct arena *arena_of(const struct table_reader *reader)
{
    return reader->cells.data->arena;
}

static struct place place_at(const struct table_reader *reader, uint32_t line, size_t position)
{
    struct place place = {.file = file_of(reader)->name, .line = line, .column = (uint16_t)(position + 1)};
    if (position < reader->column_count)
        place.heading = reader->columns[position].heading;
    return place;
}

static struct place file_place(const struct table_reader *reader, uint32_t line)
{
    return (struct place){.file = file_of(reader)->name, .line = line};
}

/* ---- cleaning and guarding ---- */

/* Adds the CPR guard's finding, if any. False: the cell must not be read. */
static bool guard(struct table_reader *reader, struct sv *text, struct place place)
{
    struct diag *diag = reader->cells.diag;
    const enum cpr_verdict verdict = cpr_find(*text);
    if (verdict == CPR_NONE)
        return true;
    *text = cpr_mask(arena_of(reader), *text);
    diag_value(diag, verdict == CPR_NUMBER ? DIAG_CPR_NUMBER : DIAG_CPR_LIKE, place,
               text_for_finding(arena_of(reader), *text));
    return verdict != CPR_NUMBER;
}

static struct sv clean(struct table_reader *reader, struct sv text, uint32_t traits, struct place place)
{
    if (!(traits & (CELL_CONTROL | CELL_NOT_ASCII)))
        return sv_trim(text);
    const struct cleaned_text cleaned = text_clean(arena_of(reader), text);
    struct diag *diag = reader->cells.diag;
    if (cleaned.control_removed)
        diag_value(diag, DIAG_CONTROL_REMOVED, place, text_for_finding(arena_of(reader), cleaned.text));
    if (cleaned.replaced)
        diag_value(diag, DIAG_CHARACTER_REPLACED, place, text_for_finding(arena_of(reader), cleaned.text));
    return cleaned.text;
}

/* ---- the header ---- */

/* A heading stays in what is shown of every row, so a number in it is an error of the whole file. */
static void guard_heading(struct table_reader *reader, struct sv *heading, struct place place)
{
    struct diag *diag = reader->cells.diag;
    const enum cpr_verdict verdict = cpr_find(*heading);
    if (verdict == CPR_NONE)
        return;
    *heading = cpr_mask(arena_of(reader), *heading);
    diag_value(diag, verdict == CPR_NUMBER ? DIAG_CPR_IN_HEADING : DIAG_CPR_LIKE, place,
               text_for_finding(arena_of(reader), *heading));
}

static struct sv clean_heading(struct table_reader *reader, const struct csv_row *row, uint32_t i)
{
    const struct csv_cell *cell = &csv_cells(reader->csv, row)[i];
    const struct place place = place_at(reader, row->line, i);
    const uint32_t traits = csv_cell_traits(reader->csv, cell);
    struct sv heading = clean(reader, csv_cell_view(reader->csv, cell), traits, place);
    guard_heading(reader, &heading, place);
    return sv_copy(arena_of(reader), heading);
}

static bool is_exempt(const struct settings *settings, struct sv folded)
{
    for (size_t i = 0; i < settings->cpr_exempt_count; i++)
        if (sv_equal(settings->cpr_exempt[i].column, folded)) {
            settings->cpr_exempt[i].found = true;
            return true;
        }
    return false;
}

static const struct column *column_named(const struct table_schema *schema, struct sv folded)
{
    for (size_t i = 0; i < schema->column_count; i++)
        if (sv_is(folded, schema->columns[i].name))
            return &schema->columns[i];
    return NULL;
}

/* Values that come again and again, and that are costlier to read than to look up. */
static bool is_remembered(enum value_type type)
{
    return type == VALUE_REFERENCE || type == VALUE_NAME || type == VALUE_CODE || type == VALUE_CODE_SET ||
           type == VALUE_DATE || type == VALUE_HOURS || type == VALUE_YES_NO || type == VALUE_NUMBER ||
           type == VALUE_WHOLE;
}

/* More memos for more rows: about one for every hundred bytes of the file. */
static void make_memos(const struct table_reader *reader, struct read_column *column)
{
    enum { BYTES_A_MEMO = 100 };
    column->memo_bits = FEWEST_MEMO_BITS;
    while (column->memo_bits < MOST_MEMO_BITS && ((uint64_t)BYTES_A_MEMO << column->memo_bits) < reader->size)
        column->memo_bits++;
    column->memos = arena_array(arena_of(reader), (size_t)1 << column->memo_bits, sizeof *column->memos);
}

static struct read_column read_heading(struct table_reader *reader, const struct csv_row *row, uint32_t i)
{
    struct read_column column = {.heading = clean_heading(reader, row, i)};
    column.folded = danish_fold(arena_of(reader), column.heading);
    column.exempt = is_exempt(&reader->cells.data->settings, column.folded);
    column.column = column_named(reader->schema, column.folded);
    if (!column.column)
        return column;
    column.field_size = cell_field_size(column.column->type);
    column.offset = column.column->offset;
    column.value_required = column.column->value_required;
    if (is_remembered(column.column->type))
        make_memos(reader, &column);
    if (column.column->type == VALUE_KEY)
        column.symbols = &reader->cells.data->tables[reader->cells.table].keys;
    if (column.column->type == VALUE_PARTICIPANT)
        column.symbols = &reader->cells.data->participants;
    return column;
}

static bool is_blank_cell(const struct table_reader *reader, const struct csv_cell *cell)
{
    return !cell->size || !sv_trim(csv_cell_view(reader->csv, cell)).size;
}

static bool is_blank_row(const struct table_reader *reader, const struct csv_row *row)
{
    const struct csv_cell *cells = csv_cells(reader->csv, row);
    for (uint32_t i = 0; i < row->count; i++)
        if (!is_blank_cell(reader, &cells[i]))
            return false;
    return true;
}

/* Empty cells at the end of the header are no columns. */
static uint32_t columns_in(const struct table_reader *reader, const struct csv_row *row)
{
    uint32_t count = row->count;
    while (count && is_blank_cell(reader, &csv_cells(reader->csv, row)[count - 1]))
        count--;
    return count;
}

/* The columns' headings, or the first line's text, with a mark between them. */
static struct sv join_headings(const struct table_reader *reader, const char *mark)
{
    struct buffer joined = buffer_in(arena_of(reader));
    for (size_t i = 0; i < reader->column_count; i++) {
        if (i)
            buffer_add_text(&joined, mark);
        buffer_add(&joined, reader->columns[i].heading);
    }
    return text_for_finding(arena_of(reader), buffer_view(&joined));
}

/* The position of the schema's column in the file; SIZE_MAX: it is not there. */
static size_t position_of(const struct table_reader *reader, const struct column *column)
{
    for (size_t i = 0; i < reader->column_count; i++)
        if (reader->columns[i].column == column)
            return i;
    return SIZE_MAX;
}

static void check_missing_columns(struct table_reader *reader, uint32_t line)
{
    struct diag *diag = reader->cells.diag;
    for (size_t i = 0; i < reader->schema->column_count; i++) {
        const struct column *column = &reader->schema->columns[i];
        if (!column->column_required || position_of(reader, column) != SIZE_MAX)
            continue;
        reader->complete = false;
        diag_add(diag, DIAG_COLUMN_MISSING, file_place(reader, line), nothing, sv_of(column->name),
                 join_headings(reader, ", "), nothing);
    }
}

static bool stands_before(const struct table_reader *reader, size_t position)
{
    for (size_t i = 0; i < position; i++)
        if (sv_equal(reader->columns[i].folded, reader->columns[position].folded))
            return true;
    return false;
}

/* Columns that stand twice, of which the later is not read, and columns that nobody knows. */
static void check_headings(struct table_reader *reader, uint32_t line)
{
    struct diag *diag = reader->cells.diag;
    for (size_t i = 0; i < reader->column_count; i++) {
        struct read_column *column = &reader->columns[i];
        if (!column->heading.size)
            continue;
        const struct sv shown = text_for_finding(arena_of(reader), column->heading);
        if (stands_before(reader, i)) {
            reader->complete = false;
            *column = (struct read_column){.heading = column->heading, .folded = column->folded};
            diag_detail(diag, DIAG_COLUMN_TWICE, place_at(reader, line, i), shown, shown);
        } else if (!column->column) {
            diag_detail(diag, DIAG_UNKNOWN_COLUMN, place_at(reader, line, i), shown, shown);
        }
    }
}

static bool knows_any_column(const struct table_reader *reader)
{
    for (size_t i = 0; i < reader->column_count; i++)
        if (reader->columns[i].column)
            return true;
    return false;
}

static enum diag_code form_finding(enum csv_fault fault)
{
    switch (fault) {
    case CSV_QUOTE_IN_CELL:
        return DIAG_QUOTE_IN_CELL;
    case CSV_TEXT_AFTER_QUOTE:
        return DIAG_TEXT_AFTER_QUOTE;
    case CSV_QUOTE_NOT_CLOSED:
        return DIAG_QUOTE_NOT_CLOSED;
    case CSV_WELL_FORMED:
    case CSV_CELL_TOO_LONG:
        break;
    }
    return DIAG_CELL_TOO_LONG;
}

/*
 * Room for as many keys as the file can be expected to hold, so that the tables need not grow on the way: one
 * for every row of its own, and a participant's for every other.
 */
static void expect_keys(const struct table_reader *reader)
{
    enum { BYTES_A_ROW = 100, ROWS_A_PARTICIPANT = 2 };
    const struct byte_source *source = &reader->source;
    const size_t rows = source->descriptor < 0 ? 0 : (size_t)source->before.st_size / BYTES_A_ROW;
    for (size_t i = 0; i < reader->key_column_count; i++) {
        const struct read_column *column = &reader->columns[reader->key_columns[i]];
        const size_t keys = column->column->type == VALUE_KEY ? rows : rows / ROWS_A_PARTICIPANT;
        symbols_reserve(column->symbols, column->symbols->count + keys);
    }
}

static void note_key_columns(struct table_reader *reader)
{
    reader->key_columns = arena_array(arena_of(reader), reader->column_count, sizeof *reader->key_columns);
    for (size_t i = 0; i < reader->column_count; i++)
        if (reader->columns[i].symbols)
            reader->key_columns[reader->key_column_count++] = i;
}

static void read_header(struct table_reader *reader, const struct csv_row *row)
{
    const uint32_t count = columns_in(reader, row);
    reader->columns = arena_array(arena_of(reader), count, sizeof *reader->columns);
    for (uint32_t i = 0; i < count; i++) {
        const struct read_column column = read_heading(reader, row, i);
        reader->columns[i] = column;
    }
    reader->column_count = count;
    reader->is_table = row->fault == CSV_WELL_FORMED && knows_any_column(reader);
    reader->complete = reader->is_table;
    if (reader->is_table) {
        check_headings(reader, row->line);
        check_missing_columns(reader, row->line);
        note_key_columns(reader);
        expect_keys(reader);
        return;
    }
    if (row->fault != CSV_WELL_FORMED)
        diag_value(reader->cells.diag, form_finding(row->fault), file_place(reader, row->line), nothing);
    diag_value(reader->cells.diag, DIAG_NOT_A_TABLE, file_place(reader, row->line),
               join_headings(reader, "; "));
    reader->column_count = 0;
}

/* ---- opening ---- */

static void begin_account(struct table_reader *reader, const struct table_request *request)
{
    reader->file = (uint16_t)request->data->file_count;
    struct input_file *file = data_set_add_file(request->data, request->name);
    file->is_table = request->table != TABLES;
    file->table = request->table;
}

static void make_blank_record(struct table_reader *reader)
{
    const struct table_schema *schema = reader->schema;
    reader->blank_record = arena_alloc(arena_of(reader), schema->record_size);
    for (size_t i = 0; i < schema->column_count; i++)
        cell_clear(&schema->columns[i], reader->blank_record + schema->columns[i].offset);
}

static void note_columns(struct table_reader *reader)
{
    const struct table_schema *schema = reader->schema;
    struct file_column *columns = arena_array(arena_of(reader), schema->column_count, sizeof *columns);
    for (size_t i = 0; i < schema->column_count; i++) {
        const size_t position = position_of(reader, &schema->columns[i]);
        if (position != SIZE_MAX)
            columns[i] = (struct file_column){(uint16_t)(position + 1), reader->columns[position].heading};
    }
    file_of(reader)->columns = columns;
}

/* The header is the first row that is not blank. */
static bool find_header(struct table_reader *reader)
{
    const struct csv_row *row;
    while ((row = csv_table_next(reader->csv, &reader->failure)) != NULL) {
        if (row->fault == CSV_WELL_FORMED && is_blank_row(reader, row))
            continue;
        read_header(reader, row);
        break;
    }
    if (!row && !reader->failure.size)
        diag_value(reader->cells.diag, DIAG_FILE_EMPTY, file_place(reader, 0), nothing);
    note_columns(reader);
    return !reader->failure.size;
}

static bool open_csv(struct table_reader *reader)
{
    reader->size = byte_source_left(&reader->source);
    reader->csv = csv_table_open(&reader->source);
    if (find_header(reader))
        return true;
    table_reader_close(reader);
    return false;
}

static void begin(struct table_reader *reader, const struct table_request *request)
{
    *reader = (struct table_reader){
        .cells = {.data = request->data, .diag = request->diag, .table = request->table},
        .schema = request->schema,
    };
    begin_account(reader, request);
    make_blank_record(reader);
}

bool table_reader_open(struct table_reader *reader, const struct table_request *request, int folder)
{
    begin(reader, request);
    if (!byte_source_open(&reader->source, request->data->arena, folder, request->name, &reader->failure))
        return false;
    reader->source.progress = request->progress;
    return open_csv(reader);
}

bool table_reader_of(struct table_reader *reader, const struct table_request *request, struct sv bytes)
{
    begin(reader, request);
    return byte_source_of(&reader->source, request->data->arena, bytes, &reader->failure) && open_csv(reader);
}

/* ---- rows ---- */

static struct memo *memo_for(const struct read_column *column, struct csv_short text)
{
    const uint64_t mixed = (text.words[0] ^ (text.words[1] * 31)) * UINT64_C(0x9E3779B97F4A7C15);
    return &column->memos[mixed >> (64 - column->memo_bits)];
}

static void copy_field(char *to, const void *from, size_t size)
{
    switch (size) {
    case sizeof(uint8_t):
        memcpy(to, from, sizeof(uint8_t));
        break;
    case sizeof(uint16_t):
        memcpy(to, from, sizeof(uint16_t));
        break;
    case sizeof(uint32_t):
        memcpy(to, from, sizeof(uint32_t));
        break;
    default:
        memcpy(to, from, sizeof(uint64_t));
        break;
    }
}

/* A short cell that has been read before without a finding. */
static bool recall(const struct read_column *column, struct csv_short text, char *field)
{
    const struct memo *memo = memo_for(column, text);
    if (memo->text.words[0] != text.words[0] || memo->text.words[1] != text.words[1])
        return false;
    copy_field(field, &memo->field, column->field_size);
    return true;
}

static void remember(const struct read_column *column, struct csv_short text, const char *field)
{
    struct memo *memo = memo_for(column, text);
    memo->text = text;
    copy_field((char *)&memo->field, field, column->field_size);
}

/* What an empty cell is worth: false, with a finding, where a value is required. */
static bool read_empty(struct table_reader *reader, const struct csv_row *row, size_t i)
{
    if (reader->columns[i].value_required)
        diag_value(reader->cells.diag, DIAG_VALUE_REQUIRED, place_at(reader, row->line, i), nothing);
    return !reader->columns[i].value_required;
}

/* A cell that is not short and seen before. */
static bool read_cell_fully(struct table_reader *reader, const struct csv_row *row, size_t i, char *field)
{
    const struct csv_cell *cell = &csv_cells(reader->csv, row)[i];
    const struct read_column *column = &reader->columns[i];
    const struct place place = place_at(reader, row->line, i);
    const size_t findings = reader->cells.diag->count;
    const uint32_t traits = csv_cell_traits(reader->csv, cell);
    struct sv text = clean(reader, csv_cell_view(reader->csv, cell), traits, place);
    if (traits & CELL_TEN_DIGITS && !column->exempt && !guard(reader, &text, place))
        return false;
    if (!text.size)
        return read_empty(reader, row, i);
    if (!column->column)
        return true;
    const bool good = cell_read(&reader->cells, column->column, text, &place, field);
    if (column->memos && cell->size <= CSV_SHORT && reader->cells.diag->count == findings)
        remember(column, csv_short_text(reader->csv, cell), field);
    return good;
}

static bool read_cell(struct table_reader *reader, const struct csv_row *row, const struct csv_cell *cell,
                      size_t i, char *record)
{
    const struct read_column *column = &reader->columns[i];
    if (!cell->size)
        return read_empty(reader, row, i);
    char *field = record + column->offset;
    if (column->memos && cell->size <= CSV_SHORT && recall(column, csv_short_text(reader->csv, cell), field))
        return true;
    return read_cell_fully(reader, row, i, field);
}

/* Cells beyond the header's columns must be empty. One finding a row; the guard looks at all of them. */
static bool check_surplus(struct table_reader *reader, const struct csv_row *row)
{
    bool good = true;
    for (uint32_t i = (uint32_t)reader->column_count; i < row->count; i++) {
        const struct csv_cell *cell = &csv_cells(reader->csv, row)[i];
        const struct place place = place_at(reader, row->line, i);
        if (is_blank_cell(reader, cell))
            continue;
        const uint32_t traits = csv_cell_traits(reader->csv, cell);
        struct sv text = clean(reader, csv_cell_view(reader->csv, cell), traits, place);
        guard(reader, &text, place);
        if (good && reader->is_table)
            diag_value(reader->cells.diag, DIAG_SURPLUS_CELLS, place,
                       text_for_finding(arena_of(reader), text));
        good = false;
    }
    return good;
}

static bool read_well_formed(struct table_reader *reader, const struct csv_row *row, char *record)
{
    static const struct csv_cell missing = {0};
    const struct csv_cell *cells = csv_cells(reader->csv, row);
    bool good = true;
    for (size_t i = 0; i < reader->column_count; i++)
        good &= read_cell(reader, row, i < row->count ? &cells[i] : &missing, i, record);
    if (row->count > reader->column_count)
        good &= check_surplus(reader, row);
    return good;
}

/* Keys of a row that is soon to come: their places in the tables of symbols are fetched from memory. */
static void look_ahead(const struct table_reader *reader)
{
    const struct csv_row *row = csv_table_ahead(reader->csv, LOOK_AHEAD);
    if (!row)
        return;
    const struct csv_cell *cells = csv_cells(reader->csv, row);
    for (size_t i = 0; i < reader->key_column_count; i++)
        if (reader->key_columns[i] < row->count)
            symbols_prefetch(reader->columns[reader->key_columns[i]].symbols,
                             csv_cell_view(reader->csv, &cells[reader->key_columns[i]]));
}

/* A row with an error of form: guarded, and its key kept if that stands before the error. */
static void read_broken(struct table_reader *reader, const struct csv_row *row, char *record)
{
    const struct csv_cell *cells = csv_cells(reader->csv, row);
    const uint32_t last = row->count - 1;
    for (uint32_t i = 0; i < row->count; i++) {
        const struct place place = place_at(reader, row->line, i);
        struct sv text = sv_trim(csv_cell_view(reader->csv, &cells[i]));
        const struct read_column *column = i < reader->column_count ? &reader->columns[i] : NULL;
        const bool guarded =
            !(csv_cell_traits(reader->csv, &cells[i]) & CELL_TEN_DIGITS) || guard(reader, &text, place);
        if (i == last)
            diag_value(reader->cells.diag, form_finding(row->fault), place,
                       text_for_finding(arena_of(reader), text));
        else if (guarded && text.size && column && column->column && column->column->type == VALUE_KEY)
            cell_read(&reader->cells, column->column, text, &place, record + column->column->offset);
    }
}

static void read_row(struct table_reader *reader, const struct csv_row *row, char *record)
{
    bool good = row->fault == CSV_WELL_FORMED;
    memcpy(record, reader->blank_record, reader->schema->record_size);
    if (good)
        good = read_well_formed(reader, row, record);
    else
        read_broken(reader, row, record);
    const struct source source = {.line = row->line, .file = reader->file, .left_out = !good};
    memcpy(record, &source, sizeof source);
}

bool table_reader_next(struct table_reader *reader, void *record)
{
    const struct csv_row *row;
    while ((row = csv_table_next(reader->csv, &reader->failure)) != NULL) {
        look_ahead(reader);
        file_of(reader)->rows++;
        if (row->fault == CSV_WELL_FORMED && is_blank_row(reader, row)) {
            file_of(reader)->empty++;
            continue;
        }
        read_row(reader, row, record);
        if (reader->is_table)
            return true;
        file_of(reader)->left_out++;
    }
    return false;
}

/* ---- closing ---- */

static void report_encoding(struct table_reader *reader)
{
    const struct csv_encoding encoding = csv_table_encoding(reader->csv);
    const struct {
        enum diag_code code;
        uint32_t line;
    } faults[] = {{DIAG_ENCODING_MIXED, encoding.mixed_line},
                  {DIAG_ENCODING_UNKNOWN, encoding.undefined_line},
                  {DIAG_NUL_BYTE, encoding.nul_line},
                  {DIAG_UTF16_BROKEN, encoding.broken_utf16_line}};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (faults[i].line)
            diag_value(reader->cells.diag, faults[i].code, file_place(reader, faults[i].line), nothing);
    file_of(reader)->encoding = encoding.encoding;
    file_of(reader)->separator = csv_table_separator(reader->csv);
}

bool table_reader_close(struct table_reader *reader)
{
    struct sv failure = {0};
    if (!reader->failure.size)
        report_encoding(reader);
    csv_table_close(reader->csv);
    if (!byte_source_close(&reader->source, file_of(reader), &failure) && !reader->failure.size)
        reader->failure = failure;
    return !reader->failure.size;
}
