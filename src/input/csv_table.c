#include "csv_table.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum {
    DECODED_PIECE = 64 * 1024, /* bytes of the file decoded and parsed at a time */
    CELL_UNIT = 16,            /* cells are aligned and padded to this */
    LONGEST_FIRST_LINE = 1024 * 1024,
    ROW_TEXT_MOST = 256 * 1024 * 1024 /* of one row; what goes beyond is dropped, and the row has a fault */
};

struct csv_table {
    struct byte_source *source;
    struct arena *arena;
    struct sv piece; /* what is left of the source's piece */
    bool at_end;     /* of the source */
    bool finished;   /* the parser has seen the end */
    struct sv failure;

    struct text_decoder decoder;
    char *text; /* decoded */
    size_t text_size;
    size_t text_capacity;
    size_t parsed; /* of the text */

    struct csv_parser parser;
    bool has_parser;
    bool skipping; /* to the next line break, after a fault */
    char separator;
    bool begun; /* the separator is known */

    uint32_t line;   /* of the row that is open */
    uint32_t breaks; /* line breaks within its cells so far */
    enum csv_fault fault;
    size_t open_first; /* its first cell */

    struct csv_row *rows;
    size_t row_count;
    size_t row_capacity;
    size_t next_row;
    struct csv_cell *cells;
    size_t cell_count;
    size_t cell_capacity;
    char *cell_text;
    size_t cell_text_size;
    size_t cell_text_capacity;

    struct csv_encoding faults;
    uint32_t first_bad_line;
    uint32_t undefined_line;
};

const struct csv_cell *csv_cells(const struct csv_table *table, const struct csv_row *row)
{
    return table->cells + row->first;
}

const char *csv_text(const struct csv_table *table, const struct csv_cell *cell)
{
    return table->cell_text + cell->at;
}

char csv_table_separator(const struct csv_table *table)
{
    return table->separator;
}

/* ---- looking at bytes eight at a time ---- */

static const uint64_t HIGHS = UINT64_C(0x8080808080808080);
static const uint64_t ONES = UINT64_C(0x0101010101010101);

static uint64_t word_at(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

/* A high bit for each byte from 1 to 0x1F, and for 0x7F. Exact; zero bytes are padding. */
static uint64_t control_flags(uint64_t word)
{
    const uint64_t low = word & ~HIGHS;
    const uint64_t below_blank = ~(low + ONES * 0x60) & (low + ONES * 0x7F);
    return (below_blank | (low + ONES)) & ~word & HIGHS;
}

static unsigned digits_in(uint64_t word)
{
    const uint64_t shifted = word ^ (ONES * '0');
    const uint64_t others = ((((shifted & ~HIGHS) + ONES * 0x76) | shifted) & HIGHS) >> 7;
    return 8 - (unsigned)(others * ONES >> 56);
}

static uint32_t traits_of(const char *text, size_t size)
{
    enum { FEWEST_DIGITS = 10 };
    uint64_t controls = 0;
    uint64_t all = 0;
    unsigned digits = 0;
    for (size_t i = 0; i < size; i += 8) {
        const uint64_t word = word_at(text + i);
        controls |= control_flags(word);
        all |= word;
        if (size >= FEWEST_DIGITS)
            digits += digits_in(word);
    }
    return (controls ? CELL_CONTROL : 0u) | (all & HIGHS ? CELL_NOT_ASCII : 0u) |
           (digits >= FEWEST_DIGITS ? CELL_TEN_DIGITS : 0u);
}

static uint32_t count_breaks(const char *text, size_t size)
{
    uint32_t breaks = 0;
    if (!size)
        return 0;
    const char *end = text + size;
    while ((text = memchr(text, '\n', (size_t)(end - text))) != NULL) {
        breaks++;
        text++;
    }
    return breaks;
}

/* ---- cells and rows of a batch ---- */

static char *make_text_room(struct csv_table *table, size_t size)
{
    while (table->cell_text_capacity - table->cell_text_size < size + CELL_UNIT)
        table->cell_text = arena_grow(table->arena, table->cell_text, table->cell_text_capacity,
                                      &table->cell_text_capacity, 1);
    return table->cell_text + table->cell_text_size;
}

static size_t padded(size_t size)
{
    return size ? (size + CELL_UNIT - 1) & ~(size_t)(CELL_UNIT - 1) : CELL_UNIT;
}

static void push_cell(struct csv_table *table, const char *bytes, size_t size)
{
    char *text = make_text_room(table, padded(size));
    memset(text + padded(size) - CELL_UNIT, 0, CELL_UNIT);
    if (size)
        memcpy(text, bytes, size);
    table->cells = arena_grow(table->arena, table->cells, table->cell_count, &table->cell_capacity,
                              sizeof *table->cells);
    table->cells[table->cell_count++] = (struct csv_cell){
        .at = (uint32_t)table->cell_text_size,
        .size = (uint32_t)size,
        .traits = traits_of(text, size),
    };
    table->cell_text_size += padded(size);
}

/* Adds to the newest cell, which is the last in the text. */
static void lengthen_cell(struct csv_table *table, const char *bytes, size_t size)
{
    struct csv_cell *cell = &table->cells[table->cell_count - 1];
    if (cell->at + (size_t)cell->size + size > ROW_TEXT_MOST) {
        table->fault = CSV_CELL_TOO_LONG;
        return;
    }
    table->cell_text_size = cell->at;
    char *text = make_text_room(table, padded(cell->size + size));
    memset(text + cell->size, 0, padded(cell->size + size) - cell->size);
    if (size)
        memcpy(text + cell->size, bytes, size);
    cell->size += (uint32_t)size;
    table->cell_text_size += padded(cell->size);
}

static void settle_lengthened_cell(struct csv_table *table)
{
    struct csv_cell *cell = &table->cells[table->cell_count - 1];
    cell->traits = traits_of(table->cell_text + cell->at, cell->size);
}

static size_t open_cells(const struct csv_table *table)
{
    return table->cell_count - table->open_first;
}

static void add_cell(struct csv_table *table, const char *bytes, size_t size)
{
    if (size > CSV_CELL_MOST)
        table->fault = CSV_CELL_TOO_LONG;
    if (open_cells(table) < CSV_CELLS_MOST) {
        push_cell(table, bytes, size);
        if (table->cells[table->cell_count - 1].traits & CELL_CONTROL)
            table->breaks += count_breaks(bytes, size);
    } else if (size) {
        lengthen_cell(table, " ", 1);
        lengthen_cell(table, bytes, size);
        settle_lengthened_cell(table);
        table->breaks += count_breaks(bytes, size);
    }
}

static void end_row(struct csv_table *table, bool line_ends)
{
    table->rows =
        arena_grow(table->arena, table->rows, table->row_count, &table->row_capacity, sizeof *table->rows);
    table->rows[table->row_count++] = (struct csv_row){
        .line = table->line,
        .first = (uint32_t)table->open_first,
        .count = (uint32_t)open_cells(table),
        .fault = table->fault,
    };
    table->line += table->breaks + line_ends;
    table->breaks = 0;
    table->fault = CSV_WELL_FORMED;
    table->open_first = table->cell_count;
}

static void on_cell(void *bytes, size_t size, void *table)
{
    add_cell(table, bytes, size);
}

static void on_row(int terminator, void *table)
{
    end_row(table, terminator >= 0);
}

/* ---- faults of form ---- */

static void fresh_parser(struct csv_table *table)
{
    enum { ENTRY_STEP = 64 * 1024 };
    if (table->has_parser)
        csv_free(&table->parser);
    csv_init(&table->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL);
    csv_set_delim(&table->parser, (unsigned char)table->separator);
    csv_set_blk_size(&table->parser, ENTRY_STEP);
    table->has_parser = true;
}

/*
 * Gives the open cell up: its first line stays as the row's last cell, and the reader goes on from the line
 * break that ends that line. `parsed` is where the parser stands.
 */
static void give_up_cell(struct csv_table *table, enum csv_fault fault, bool from_first_line)
{
    const char *entry = (const char *)table->parser.entry_buf;
    size_t size = table->parser.entry_pos;
    uint32_t breaks = count_breaks(entry, size);
    if (from_first_line && breaks) {
        size = (size_t)((const char *)memchr(entry, '\n', size) - entry);
        for (; breaks; breaks--)
            do
                table->parsed--;
            while (table->text[table->parsed] != '\n');
    }
    if (open_cells(table) < CSV_CELLS_MOST)
        push_cell(table, NULL, 0);
    lengthen_cell(table, entry, size);
    table->breaks += breaks;
    table->fault = fault;
    table->skipping = true;
    fresh_parser(table);
}

/* To the line break, which ends the faulty row. */
static void skip_line(struct csv_table *table)
{
    const char *from = table->text + table->parsed;
    const size_t left = table->text_size - table->parsed;
    const char *line_break = memchr(from, '\n', left);
    const size_t size = line_break ? (size_t)(line_break - from) : left;
    lengthen_cell(table, from, size);
    table->parsed += size;
    if (!line_break)
        return;
    table->parsed++;
    table->skipping = false;
    settle_lengthened_cell(table);
    end_row(table, true);
}

static void parse_some(struct csv_table *table)
{
    const size_t size = table->text_size - table->parsed;
    const size_t done = csv_parse(&table->parser, table->text + table->parsed, size, on_cell, on_row, table);
    table->parsed += done;
    if (done < size && csv_error(&table->parser) == CSV_EPARSE) {
        const bool quoted = table->parser.quoted;
        give_up_cell(table, quoted ? CSV_TEXT_AFTER_QUOTE : CSV_QUOTE_IN_CELL, false);
    } else if (done < size) {
        table->failure = sv_of("Der er ikke mere hukommelse.");
    } else if (table->parser.entry_pos > CSV_CELL_MOST) {
        give_up_cell(table, CSV_CELL_TOO_LONG, table->parser.quoted);
    }
}

static void parse_text(struct csv_table *table)
{
    while (table->parsed < table->text_size && !table->failure.size) {
        if (table->skipping)
            skip_line(table);
        else
            parse_some(table);
    }
}

/* The end of the file ends the open row; an open quote there is given up, and the reading goes on after it.
 */
static void parse_end(struct csv_table *table)
{
    while (!table->failure.size) {
        if (table->skipping) {
            settle_lengthened_cell(table);
            end_row(table, false);
            break;
        }
        if (csv_fini(&table->parser, on_cell, on_row, table) == 0)
            break;
        give_up_cell(table, CSV_QUOTE_NOT_CLOSED, true);
        parse_text(table);
    }
    table->finished = true;
}

/* ---- text ---- */

/* The physical line at `at` in the text that is yet to be parsed. */
static uint32_t line_at(const struct csv_table *table, size_t at)
{
    const size_t open = table->has_parser ? table->parser.entry_pos : 0;
    return table->line + table->breaks + count_breaks((const char *)table->parser.entry_buf, open) +
           count_breaks(table->text + table->parsed, at - table->parsed);
}

static void note_marks(struct csv_table *table, const struct decoder_marks *marks, size_t from)
{
    if (marks->first_bad != SIZE_MAX)
        table->first_bad_line = line_at(table, from + marks->first_bad);
    if (marks->undefined != SIZE_MAX)
        table->undefined_line = line_at(table, from + marks->undefined);
    if (marks->nul != SIZE_MAX)
        table->faults.nul_line = line_at(table, from + marks->nul);
}

static void make_decoding_room(struct csv_table *table)
{
    while (table->text_capacity - table->text_size < text_decoder_room(DECODED_PIECE))
        table->text = arena_grow(table->arena, table->text, table->text_capacity, &table->text_capacity, 1);
}

static bool fetch_piece(struct csv_table *table)
{
    if (table->piece.size || table->at_end)
        return true;
    if (!byte_source_read(table->source, &table->piece, &table->failure))
        return false;
    table->at_end = !table->piece.size;
    return true;
}

/* Decodes the next 64 KiB to the end of the text. */
static void decode_more(struct csv_table *table)
{
    if (!fetch_piece(table))
        return;
    const struct sv part = sv_slice(table->piece, 0, DECODED_PIECE);
    table->piece = sv_slice(table->piece, part.size, SIZE_MAX);
    make_decoding_room(table);
    struct decoder_marks marks;
    const size_t added = text_decode(&table->decoder, (const unsigned char *)part.data, part.size,
                                     table->at_end, table->text + table->text_size, &marks);
    note_marks(table, &marks, table->text_size);
    table->text_size += added;
    if (table->decoder.broken_utf16)
        table->faults.broken_utf16_line = line_at(table, table->text_size);
}

/*
 * Drops what has been parsed. Of an open quoted cell all text is kept (at most twice its content, for doubled
 * quotes, and the opening quote), because its quote may turn out never to be closed.
 */
static void drop_parsed(struct csv_table *table)
{
    const bool open = table->parser.quoted && !table->skipping;
    const size_t wanted = open ? 2 * table->parser.entry_pos + 2 : 0;
    const size_t kept = wanted < table->parsed ? wanted : table->parsed;
    const size_t from = table->parsed - kept;
    table->text_size -= from;
    memmove(table->text, table->text + from, table->text_size);
    table->parsed = kept;
}

/* ---- the first line ---- */

static bool is_blank_byte(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* The first line that is not blank; line breaks within quotes do not end it. */
static bool find_first_line(const struct csv_table *table, struct sv *line)
{
    size_t from = 0;
    while (from < table->text_size && is_blank_byte(table->text[from]))
        from++;
    bool quoted = false;
    size_t end = from;
    for (; end < table->text_size; end++) {
        if (table->text[end] == '"')
            quoted = !quoted;
        if (table->text[end] == '\n' && !quoted)
            break;
    }
    *line = (struct sv){table->text + from, end - from};
    return end < table->text_size;
}

static size_t count_outside_quotes(struct sv line, char byte)
{
    size_t count = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.size; i++) {
        if (line.data[i] == '"')
            quoted = !quoted;
        count += line.data[i] == byte && !quoted;
    }
    return count;
}

static char most_frequent_separator(struct sv line)
{
    static const char candidates[] = {';', '\t', ','};
    char best = candidates[0];
    size_t most = 0;
    for (size_t i = 0; i < sizeof candidates; i++) {
        const size_t count = count_outside_quotes(line, candidates[i]);
        if (count > most) {
            most = count;
            best = candidates[i];
        }
    }
    return best;
}

static bool can_separate(char c)
{
    return c == '\t' || c == ';' || c == ',' || c == '|' || c == ':' || c == '^' || c == '~';
}

/* `sep=;` or `"sep=;"` as the very first line: its separator, or 0. */
static char named_separator(struct sv line)
{
    if (line.size >= 2 && line.data[0] == '"' && line.data[line.size - 1] == '"')
        line = sv_slice(line, 1, line.size - 2);
    const bool is_sep =
        line.size == 5 && (sv_starts_with(line, sv_of("sep=")) || sv_starts_with(line, sv_of("SEP=")) ||
                           sv_starts_with(line, sv_of("Sep=")));
    return is_sep && can_separate(line.data[4]) ? line.data[4] : '\0';
}

static void begin(struct csv_table *table)
{
    struct sv line;
    while (!find_first_line(table, &line) && !table->at_end && table->text_size < LONGEST_FIRST_LINE) {
        decode_more(table);
        if (table->failure.size)
            return;
    }
    table->begun = true;
    table->separator = named_separator(line);
    if (!table->separator) {
        table->separator = most_frequent_separator(line);
    } else {
        const size_t end = (size_t)(line.data - table->text) + line.size;
        table->line += count_breaks(table->text, end) + (end < table->text_size);
        table->parsed = end + (end < table->text_size);
    }
    fresh_parser(table);
}

/* ---- the table ---- */

struct csv_table *csv_table_open(struct byte_source *source, struct sv *failure)
{
    struct csv_table *table = arena_alloc(source->arena, sizeof *table);
    table->source = source;
    table->arena = source->arena;
    table->line = 1;
    table->separator = ';';
    text_decoder_init(&table->decoder);
    begin(table);
    *failure = table->failure;
    if (!failure->size)
        return table;
    csv_table_close(table);
    return NULL;
}

void csv_table_close(struct csv_table *table)
{
    if (table->has_parser)
        csv_free(&table->parser);
    table->has_parser = false;
}

/* The cells of the row that is still open go to the front; the rest of the batch is forgotten. */
static void start_batch(struct csv_table *table)
{
    const size_t open = open_cells(table);
    table->row_count = 0;
    table->next_row = 0;
    if (!table->open_first)
        return;
    const size_t from = open ? table->cells[table->open_first].at : table->cell_text_size;
    for (size_t i = 0; i < open; i++) {
        table->cells[i] = table->cells[table->open_first + i];
        table->cells[i].at -= (uint32_t)from;
    }
    table->cell_text_size -= from;
    if (table->cell_text_size)
        memmove(table->cell_text, table->cell_text + from, table->cell_text_size);
    table->cell_count = open;
    table->open_first = 0;
}

static void fill_batch(struct csv_table *table)
{
    start_batch(table);
    while (!table->row_count && !table->finished && !table->failure.size) {
        if (table->parsed == table->text_size && !table->at_end) {
            drop_parsed(table);
            decode_more(table);
        }
        parse_text(table);
        if (table->at_end && table->parsed == table->text_size)
            parse_end(table);
    }
}

const struct csv_row *csv_table_next(struct csv_table *table, struct sv *failure)
{
    if (table->next_row == table->row_count)
        fill_batch(table);
    *failure = table->failure;
    if (table->failure.size || table->next_row == table->row_count)
        return NULL;
    return &table->rows[table->next_row++];
}

struct csv_encoding csv_table_encoding(const struct csv_table *table)
{
    struct csv_encoding encoding = table->faults;
    encoding.encoding = table->decoder.encoding;
    if (text_decoder_is_mixed(&table->decoder))
        encoding.mixed_line = table->first_bad_line;
    else
        encoding.undefined_line = table->undefined_line;
    return encoding;
}
