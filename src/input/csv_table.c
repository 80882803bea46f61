#include "csv_table.h"

#include <csv.h>
#include <pthread.h>
#include <string.h>

enum {
    PARSED_PIECE = 64 * 1024, /* text given to libcsv at a time */
    LONGEST_FIRST_LINE = 1024 * 1024,
    ROW_TEXT_MOST = 8 * 1024 * 1024, /* of one row; what goes beyond is dropped, and the row has a fault */
    LINES_MOST = 7 * 1024 * 1024,    /* of one row's lines after its first, with quotes and separators */
    BATCHES = 3
};

/* The rows that end in one piece of the file. */
struct batch {
    unsigned char *raw; /* the piece, for the digest */
    size_t raw_size;
    struct csv_row *rows;
    size_t row_count;
    size_t row_capacity;
    struct csv_cell *cells; /* those of the row that is still open come last */
    size_t cell_count;
    size_t cell_capacity;
    char *text;
    size_t text_size;
    size_t text_capacity;
    bool is_last;
};

struct csv_table {
    struct byte_source *source;
    struct arena arena; /* the table's own */

    /* What the reading side works on. */
    size_t piece; /* bytes read at a time */
    bool at_end;  /* of the source */
    bool read_failed;
    bool parse_failed; /* libcsv has no more memory */
    struct text_decoder decoder;
    char *text; /* decoded */
    size_t text_size;
    size_t text_capacity;
    size_t parsed; /* of the text */
    struct csv_parser parser;
    bool has_parser;
    bool skipping;   /* to the next line break, after a fault */
    bool has_quotes; /* the text being parsed: only quoted cells can hold line breaks */
    char separator;
    uint32_t line;   /* of the row that is open */
    uint32_t breaks; /* line breaks within its cells so far */
    enum csv_fault fault;
    size_t resume;       /* in the text: where the first of its lines ends, once it is known to have more */
    size_t open_first;   /* its first cell */
    struct batch *batch; /* being filled */
    struct csv_encoding faults;
    uint32_t first_bad_line;
    uint32_t undefined_line;

    /* What the caller's side works on. */
    const struct batch *taken;
    size_t taken_count;
    size_t next_row;

    /* Between the two: batches are filled and taken in a ring. */
    struct batch ring[BATCHES];
    size_t filled;   /* batches so far */
    size_t released; /* batches that may be filled again */
    bool threaded;
    bool stopping;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
};

const struct csv_cell *csv_cells(const struct csv_table *table, const struct csv_row *row)
{
    return table->taken->cells + row->first;
}

const char *csv_text(const struct csv_table *table, const struct csv_cell *cell)
{
    return table->taken->text + cell->at;
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

/* Sixteen bytes to keep and sixteen to blank: from the right place on, a mask for any part of a word. */
static const unsigned char mask_bytes[2 * CSV_SHORT] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                        255, 255, 255, 255, 255, 255, 255, 255};

struct csv_short csv_short_text(const struct csv_table *table, const struct csv_cell *cell)
{
    struct csv_short text;
    struct csv_short mask;
    memcpy(&text, csv_text(table, cell), sizeof text);
    memcpy(&mask, mask_bytes + CSV_SHORT - cell->size, sizeof mask);
    return (struct csv_short){{text.words[0] & mask.words[0], text.words[1] & mask.words[1]}};
}

/* The first `size` bytes of a word; others are zero. */
static uint64_t part_of_word(const char *text, size_t size)
{
    uint64_t mask;
    memcpy(&mask, mask_bytes + CSV_SHORT - size, sizeof mask);
    return word_at(text) & mask;
}

uint32_t csv_cell_traits(const struct csv_table *table, const struct csv_cell *cell)
{
    enum { FEWEST_DIGITS = 10, WORD = sizeof(uint64_t) };
    const char *text = csv_text(table, cell);
    uint64_t controls = 0;
    uint64_t all = 0;
    unsigned digits = 0;
    for (size_t left = cell->size; left; text += WORD) {
        const size_t size = left < WORD ? left : WORD;
        const uint64_t word = part_of_word(text, size);
        controls |= control_flags(word);
        all |= word;
        digits += digits_in(word);
        left -= size;
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

/* Cells are copied and looked at a few bytes beyond their ends, so there is room for a short one more. */
static void reserve_text(struct csv_table *table, size_t size)
{
    struct batch *batch = table->batch;
    while (batch->text_capacity - batch->text_size < size + CSV_SHORT)
        batch->text = arena_grow(&table->arena, batch->text, batch->text_capacity, &batch->text_capacity, 1);
}

/* Room for all that `size` bytes of CSV can hold, so that a single cell or row need not ask for it. */
static void reserve(struct csv_table *table, size_t size)
{
    struct batch *batch = table->batch;
    reserve_text(table, table->parser.entry_pos + size);
    while (batch->cell_capacity - batch->cell_count < size + 2)
        batch->cells = arena_grow(&table->arena, batch->cells, batch->cell_capacity, &batch->cell_capacity,
                                  sizeof *batch->cells);
    while (batch->row_capacity - batch->row_count < size + 2)
        batch->rows = arena_grow(&table->arena, batch->rows, batch->row_capacity, &batch->row_capacity,
                                 sizeof *batch->rows);
}

/* Adds to the newest cell, which is the last in the text. */
static void lengthen_cell(struct csv_table *table, const char *bytes, size_t size)
{
    struct batch *batch = table->batch;
    struct csv_cell *cell = &batch->cells[batch->cell_count - 1];
    if (!cell->size)
        cell->at = (uint32_t)batch->text_size;
    const size_t whole = cell->size + size;
    if (cell->at + whole - batch->cells[table->open_first].at > ROW_TEXT_MOST) {
        table->fault = CSV_CELL_TOO_LONG;
        return;
    }
    batch->text_size = cell->at;
    reserve_text(table, whole);
    if (size)
        memcpy(batch->text + cell->at + cell->size, bytes, size);
    cell->size = (uint32_t)whole;
    batch->text_size += whole;
}

static size_t open_cells(const struct csv_table *table)
{
    return table->batch->cell_count - table->open_first;
}

/* A cell in a row that has too many or too much already: its text goes to the last cell. */
static void add_excess(struct csv_table *table, const char *bytes, size_t size)
{
    if (!size)
        return;
    lengthen_cell(table, " ", 1);
    lengthen_cell(table, bytes, size);
}

static bool row_is_full(const struct csv_table *table, size_t size)
{
    const struct batch *batch = table->batch;
    const size_t open = open_cells(table);
    return open >= CSV_CELLS_MOST ||
           (open && batch->text_size - batch->cells[table->open_first].at + size > ROW_TEXT_MOST);
}

static void add_long_cell(struct csv_table *table, const char *bytes, size_t size)
{
    struct batch *batch = table->batch;
    if (row_is_full(table, size)) {
        add_excess(table, bytes, size);
        return;
    }
    memcpy(batch->text + batch->text_size, bytes, size);
    batch->cells[batch->cell_count++] = (struct csv_cell){(uint32_t)batch->text_size, (uint32_t)size};
    batch->text_size += size;
}

/* Copies sixteen bytes whatever the size: libcsv's buffer is never shorter. */
static void add_short_cell(struct csv_table *table, const char *bytes, size_t size)
{
    struct batch *batch = table->batch;
    if (open_cells(table) >= CSV_CELLS_MOST) {
        add_excess(table, bytes, size);
        return;
    }
    batch->cells[batch->cell_count++] = (struct csv_cell){(uint32_t)batch->text_size, (uint32_t)size};
    if (!size)
        return;
    memcpy(batch->text + batch->text_size, bytes, CSV_SHORT);
    batch->text_size += size;
}

static void on_cell(void *bytes, size_t size, void *data)
{
    struct csv_table *table = data;
    if (table->fault != CSV_WELL_FORMED)
        return;
    if (size <= CSV_SHORT)
        add_short_cell(table, bytes, size);
    else
        add_long_cell(table, bytes, size);
    if (table->has_quotes)
        table->breaks += count_breaks(bytes, size);
}

static void end_row(struct csv_table *table, bool line_ends)
{
    struct batch *batch = table->batch;
    batch->rows[batch->row_count++] = (struct csv_row){
        .line = table->line,
        .first = (uint32_t)table->open_first,
        .count = (uint32_t)open_cells(table),
        .fault = table->fault,
    };
    table->line += table->breaks + line_ends;
    table->breaks = 0;
    table->fault = CSV_WELL_FORMED;
    table->resume = SIZE_MAX;
    table->open_first = batch->cell_count;
}

/* A row that has a fault by now stays open, and so keeps what comes after it out, until it is given up. */
static void on_row(int terminator, void *data)
{
    struct csv_table *table = data;
    if (table->fault == CSV_WELL_FORMED)
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

/* The open row's cells to the first line break in them; false when there is none. */
static bool cut_cells(struct csv_table *table)
{
    struct batch *batch = table->batch;
    for (size_t i = table->open_first; i < batch->cell_count; i++) {
        struct csv_cell *cell = &batch->cells[i];
        char *text = batch->text + cell->at;
        const char *line_break = cell->size ? memchr(text, '\n', cell->size) : NULL;
        if (!line_break)
            continue;
        cell->size = (uint32_t)(line_break - text);
        batch->cell_count = i + 1;
        batch->text_size = cell->at + cell->size;
        return true;
    }
    return false;
}

/* What libcsv holds of the open cell becomes the row's last cell, to its first line break. */
static void add_open_cell(struct csv_table *table)
{
    const char *entry = (const char *)table->parser.entry_buf;
    size_t size = table->parser.entry_pos;
    const char *line_break = size ? memchr(entry, '\n', size) : NULL;
    if (line_break)
        size = (size_t)(line_break - entry);
    reserve(table, 1);
    if (open_cells(table) && row_is_full(table, size))
        lengthen_cell(table, " ", 1); /* so that digits of two cells do not stand together */
    else
        table->batch->cells[table->batch->cell_count++] = (struct csv_cell){0};
    lengthen_cell(table, entry, size);
}

/* The line break that ends physical line `line`, searched from `at` in line `at_line`; else the text's end.
 */
static size_t find_line_end(const struct csv_table *table, size_t at, uint32_t at_line, uint32_t line)
{
    for (;; at++, at_line++) {
        const char *from = table->text + at;
        const char *line_break = at < table->text_size ? memchr(from, '\n', table->text_size - at) : NULL;
        if (!line_break)
            return table->text_size;
        at += (size_t)(line_break - from);
        if (at_line == line)
            return at;
    }
}

/*
 * Gives the open row up: what stands on its first line stays, and the reader takes up again at the line break
 * that ends that line, so that a quote that was not closed costs no other row. No text is parsed more than
 * three times, however many rows are given up: lines within an open quote have an even number of quotes, so
 * none of them opens one when it is parsed again. `at` in line `at_line` is where the newest parsing began.
 */
static void give_up_row(struct csv_table *table, enum csv_fault fault, size_t at, uint32_t at_line)
{
    const bool stopped = table->fault != CSV_WELL_FORMED; /* cells have been passed over since */
    const size_t end =
        table->resume != SIZE_MAX ? table->resume : find_line_end(table, at, at_line, table->line);
    if (!cut_cells(table) && !stopped)
        add_open_cell(table);
    if (end < table->parsed)
        table->parsed = end;
    table->breaks = 0;
    table->resume = SIZE_MAX;
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
    reserve(table, 1);
    end_row(table, true);
}

/* Line breaks in the cell that libcsv has open. */
static uint32_t open_breaks(const struct csv_table *table)
{
    if (!table->has_parser || !table->parser.quoted)
        return 0;
    return count_breaks((const char *)table->parser.entry_buf, table->parser.entry_pos);
}

/* Where the open row's first line ends, if it has ended; the text from there on is kept. */
static void note_resume(struct csv_table *table)
{
    if (table->resume != SIZE_MAX)
        return;
    uint32_t breaks = table->breaks + open_breaks(table);
    if (!breaks)
        return;
    table->resume = table->parsed;
    for (; breaks; breaks--)
        do
            table->resume--;
        while (table->text[table->resume] != '\n');
}

/* Where libcsv's open cell is too long. The quote that closes a cell is counted until more comes. */
static size_t entry_limit(const struct csv_table *table)
{
    return (size_t)CSV_CELL_MOST + 1 + (table->parser.quoted != 0);
}

static size_t next_piece(const struct csv_table *table)
{
    const size_t left = table->text_size - table->parsed;
    const size_t room = entry_limit(table) - table->parser.entry_pos;
    const size_t size = left < PARSED_PIECE ? left : PARSED_PIECE;
    return size < room ? size : room;
}

/* The fault that ends a parsing of `size` bytes after `done`. */
static enum csv_fault fault_after(struct csv_table *table, size_t done, size_t size)
{
    if (table->fault != CSV_WELL_FORMED)
        return table->fault;
    if (done < size)
        return table->parser.quoted ? CSV_TEXT_AFTER_QUOTE : CSV_QUOTE_IN_CELL;
    note_resume(table);
    const bool long_row = table->resume != SIZE_MAX && table->parsed - table->resume > LINES_MOST;
    return long_row || table->parser.entry_pos >= entry_limit(table) ? CSV_CELL_TOO_LONG : CSV_WELL_FORMED;
}

static void parse_some(struct csv_table *table)
{
    const size_t at = table->parsed;
    const uint32_t at_line = table->line + table->breaks + open_breaks(table);
    const char *from = table->text + at;
    const size_t size = next_piece(table);
    reserve(table, size);
    table->has_quotes = table->parser.quoted || memchr(from, '"', size) != NULL;
    const size_t done = csv_parse(&table->parser, from, size, on_cell, on_row, table);
    table->parsed += done;
    if (done < size && csv_error(&table->parser) != CSV_EPARSE) {
        table->parse_failed = true;
        return;
    }
    const enum csv_fault fault = fault_after(table, done, size);
    if (fault != CSV_WELL_FORMED)
        give_up_row(table, fault, at, at_line);
}

static void parse_text(struct csv_table *table)
{
    while (table->parsed < table->text_size && !table->parse_failed) {
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
    while (!table->parse_failed) {
        reserve(table, 1);
        if (table->skipping) {
            end_row(table, false);
            return;
        }
        const uint32_t line = table->line + table->breaks + open_breaks(table);
        const bool closed = csv_fini(&table->parser, on_cell, on_row, table) == 0;
        if (closed && table->fault == CSV_WELL_FORMED)
            return;
        give_up_row(table, closed ? table->fault : CSV_QUOTE_NOT_CLOSED, table->parsed, line);
        parse_text(table);
    }
}

/* ---- text ---- */

/* The physical line at `at` in the text that is yet to be parsed. */
static uint32_t line_at(const struct csv_table *table, size_t at)
{
    return table->line + table->breaks + open_breaks(table) +
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

/* Reads the next piece of the file into the batch and decodes it to the end of the text. */
static size_t read_piece(struct csv_table *table, struct batch *batch)
{
    size_t size;
    if (!batch->raw)
        batch->raw = arena_alloc(&table->arena, table->piece);
    unsigned char *raw = batch->raw;
    table->read_failed = !byte_source_read(table->source, raw, table->piece, &size);
    table->at_end = !size;
    while (table->text_capacity - table->text_size < text_decoder_room(table->piece))
        table->text = arena_grow(&table->arena, table->text, table->text_capacity, &table->text_capacity, 1);
    struct decoder_marks marks;
    const size_t added =
        text_decode(&table->decoder, raw, size, table->at_end, table->text + table->text_size, &marks);
    note_marks(table, &marks, table->text_size);
    table->text_size += added;
    if (table->decoder.broken_utf16)
        table->faults.broken_utf16_line = line_at(table, table->text_size);
    return size;
}

/*
 * Drops what has been parsed, but of an open row the lines after its first: they are rows of their own when
 * the row turns out to have a fault.
 */
static void drop_parsed(struct csv_table *table)
{
    const size_t from = table->resume != SIZE_MAX ? table->resume : table->parsed;
    table->text_size -= from;
    memmove(table->text, table->text + from, table->text_size);
    table->parsed -= from;
    if (table->resume != SIZE_MAX)
        table->resume = 0;
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

/* Reads until the first line is there, and finds the separator. */
static void begin(struct csv_table *table)
{
    struct sv line;
    struct batch *batch = &table->ring[0];
    do {
        const size_t size = read_piece(table, batch);
        byte_source_hash(table->source, (struct sv){(const char *)batch->raw, size});
    } while (!find_first_line(table, &line) && !table->at_end && table->text_size < LONGEST_FIRST_LINE);
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

/* ---- batches ---- */

/* The cells of the row that is still open move from the batch before into this one. */
static void take_over_open_row(struct csv_table *table, const struct batch *before)
{
    struct batch *batch = table->batch;
    const size_t open = before ? before->cell_count - table->open_first : 0;
    const struct csv_cell *cells = open ? before->cells + table->open_first : NULL;
    table->open_first = 0;
    if (!open)
        return;
    const size_t from = cells[0].at;
    reserve_text(table, before->text_size - from);
    if (before->text_size > from)
        memcpy(batch->text, before->text + from, before->text_size - from);
    batch->text_size = before->text_size - from;
    for (size_t i = 0; i < open; i++) {
        batch->cells = arena_grow(&table->arena, batch->cells, batch->cell_count, &batch->cell_capacity,
                                  sizeof *batch->cells);
        batch->cells[batch->cell_count++] = (struct csv_cell){cells[i].at - (uint32_t)from, cells[i].size};
    }
}

/* Fills the next batch of the ring. It may have no rows, when one row is longer than a piece. */
static void fill_batch(struct csv_table *table)
{
    struct batch *before = table->batch;
    struct batch *batch = &table->ring[table->filled % BATCHES];
    table->batch = batch;
    batch->row_count = 0;
    batch->cell_count = 0;
    batch->text_size = 0;
    batch->raw_size = 0;
    take_over_open_row(table, before);
    if (table->parsed == table->text_size && !table->at_end) {
        drop_parsed(table);
        batch->raw_size = read_piece(table, batch);
    }
    parse_text(table);
    if (table->at_end)
        parse_end(table);
    batch->is_last = table->at_end || table->parse_failed;
}

static void *fill_batches(void *data)
{
    struct csv_table *table = data;
    bool going = true;
    while (going) {
        pthread_mutex_lock(&table->mutex);
        while (table->filled - table->released == BATCHES && !table->stopping)
            pthread_cond_wait(&table->changed, &table->mutex);
        going = !table->stopping;
        pthread_mutex_unlock(&table->mutex);
        if (!going)
            break;
        fill_batch(table);
        going = !table->batch->is_last;
        pthread_mutex_lock(&table->mutex);
        table->filled++;
        pthread_cond_signal(&table->changed);
        pthread_mutex_unlock(&table->mutex);
    }
    return NULL;
}

/* A file of one piece is read without a thread; so is any file when there can be none. */
static void start_thread(struct csv_table *table)
{
    pthread_mutex_init(&table->mutex, NULL);
    pthread_cond_init(&table->changed, NULL);
    if (byte_source_left(table->source))
        table->threaded = pthread_create(&table->thread, NULL, fill_batches, table) == 0;
}

static void wait_for_batch(struct csv_table *table, size_t number)
{
    pthread_mutex_lock(&table->mutex);
    table->released = number;
    pthread_cond_signal(&table->changed);
    while (table->filled == number)
        pthread_cond_wait(&table->changed, &table->mutex);
    pthread_mutex_unlock(&table->mutex);
}

static void fill_here(struct csv_table *table)
{
    fill_batch(table);
    table->filled++;
    table->released++;
}

/* Gives the batch back that was taken, and takes the next. */
static void take_batch(struct csv_table *table)
{
    const size_t number = table->taken_count++;
    if (table->threaded)
        wait_for_batch(table, number);
    else
        fill_here(table);
    table->taken = &table->ring[number % BATCHES];
    table->next_row = 0;
    const struct batch *batch = table->taken;
    byte_source_hash(table->source, (struct sv){(const char *)batch->raw, batch->raw_size});
}

/* ---- the table ---- */

struct csv_table *csv_table_open(struct byte_source *source)
{
    struct csv_table *table = arena_alloc(source->arena, sizeof *table);
    table->source = source;
    arena_init(&table->arena, source->arena->exhausted);
    table->line = 1;
    table->resume = SIZE_MAX;
    table->piece = byte_source_piece(source);
    text_decoder_init(&table->decoder);
    begin(table);
    start_thread(table);
    return table;
}

void csv_table_close(struct csv_table *table)
{
    if (table->threaded) {
        pthread_mutex_lock(&table->mutex);
        table->stopping = true;
        pthread_cond_signal(&table->changed);
        pthread_mutex_unlock(&table->mutex);
        pthread_join(table->thread, NULL);
    }
    pthread_cond_destroy(&table->changed);
    pthread_mutex_destroy(&table->mutex);
    csv_free(&table->parser);
    arena_free(&table->arena);
}

static struct sv failure_of(const struct csv_table *table)
{
    if (table->read_failed)
        return byte_source_failure(table->source);
    return table->parse_failed ? sv_of("Der er ikke mere hukommelse.") : (struct sv){0};
}

const struct csv_row *csv_table_next(struct csv_table *table, struct sv *failure)
{
    while (!table->taken || table->next_row == table->taken->row_count) {
        if (table->taken && table->taken->is_last) {
            *failure = failure_of(table);
            return NULL;
        }
        take_batch(table);
    }
    return &table->taken->rows[table->next_row++];
}

const struct csv_row *csv_table_ahead(const struct csv_table *table, size_t steps)
{
    const size_t row = table->next_row + steps - 1;
    return row < table->taken->row_count ? &table->taken->rows[row] : NULL;
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
