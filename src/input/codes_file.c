#include "codes_file.h"

#include "text_clean.h"
#include "text_da.h"

#include <string.h>

/* One row of koder.csv. */
struct code_row {
    struct source source;
    struct sv list;
    struct sv code;
    struct sv name;
    struct sv group;
    int32_t order;
    day_number valid_from;
    day_number valid_to;
    uint8_t positive;
    struct sv folded_list;
    struct sv folded_code;
};

enum code_column {
    COLUMN_LIST,
    COLUMN_CODE,
    COLUMN_NAME,
    COLUMN_ORDER,
    COLUMN_POSITIVE,
    COLUMN_GROUP,
    COLUMN_FROM,
    COLUMN_TO,
    CODE_COLUMNS
};

static const struct column columns[CODE_COLUMNS] = {
    [COLUMN_LIST] = {.name = "liste",
                     .type = VALUE_TEXT,
                     .column_required = true,
                     .value_required = true,
                     .offset = offsetof(struct code_row, list),
                     .help = "Kodelistens navn.",
                     .example = "maalgruppe"},
    [COLUMN_CODE] = {.name = "kode",
                     .type = VALUE_TEXT,
                     .column_required = true,
                     .value_required = true,
                     .offset = offsetof(struct code_row, code),
                     .help = "Koden, som den skrives i tabellerne.",
                     .example = "kontanthjaelp"},
    [COLUMN_NAME] = {.name = "navn",
                     .type = VALUE_TEXT,
                     .column_required = true,
                     .value_required = true,
                     .offset = offsetof(struct code_row, name),
                     .help = "Navnet, som rapporten skriver.",
                     .example = "Kontanthjælp"},
    [COLUMN_ORDER] = {.name = "raekkefoelge",
                      .type = VALUE_WHOLE,
                      .offset = offsetof(struct code_row, order),
                      .help = "Kodens plads i listen; uden: som rækkerne står.",
                      .example = "2"},
    [COLUMN_POSITIVE] = {.name = "positiv",
                         .type = VALUE_YES_NO,
                         .offset = offsetof(struct code_row, positive),
                         .help = "Kun for udfald: Er udfaldet positivt? ja eller nej.",
                         .example = "nej"},
    [COLUMN_GROUP] = {.name = "gruppe",
                      .type = VALUE_TEXT,
                      .offset = offsetof(struct code_row, group),
                      .help = "Koder med samme gruppe lægges sammen i tabeller hen over en reform.",
                      .example = "kontanthjælp i alt"},
    [COLUMN_FROM] = {.name = "gyldig_fra",
                     .type = VALUE_DATE,
                     .offset = offsetof(struct code_row, valid_from),
                     .help = "Første dag, koden gælder.",
                     .example = "01-07-2025"},
    [COLUMN_TO] = {.name = "gyldig_til",
                   .type = VALUE_DATE,
                   .may_be_open = true,
                   .offset = offsetof(struct code_row, valid_to),
                   .help = "Sidste dag, koden gælder.",
                   .example = "30-06-2025"},
};

static const struct table_schema schema = {
    .name = "koder",
    .title = "én kode i en kodeliste",
    .record_size = sizeof(struct code_row),
    .columns = columns,
    .column_count = CODE_COLUMNS,
};

const struct table_schema *codes_file_schema(void)
{
    return &schema;
}

/* All rows of the file, and where its findings go. */
struct code_rows {
    struct data_set *data;
    struct diag *diag;
    uint16_t file;
    struct code_row *rows;
    size_t count;
    struct symbols keys; /* list and code */
    size_t *row_of_key;
};

static struct place place_of(const struct code_rows *all, const struct code_row *row, enum code_column column)
{
    const struct input_file *file = &all->data->files[all->file];
    return (struct place){file->name, row->source.line, file->columns[column].position,
                          file->columns[column].heading};
}

/* Findings about a whole list stand at its first row. */
static void report_list(const struct code_rows *all, const struct code_row *row, enum diag_code code,
                        const char *detail)
{
    diag_add(all->diag, code, place_of(all, row, COLUMN_LIST), row->folded_list, row->folded_list,
             sv_of(detail), (struct sv){0});
}

static void report_duplicate(const struct code_rows *all, struct code_row *row, const struct code_row *first)
{
    struct arena *arena = all->data->arena;
    diag_add(all->diag, DIAG_KEY_TWICE, place_of(all, row, COLUMN_CODE),
             sv_format(arena, "%.*s, %.*s", SV_ARG(row->list), SV_ARG(row->code)),
             sv_format(arena, "%lu", (unsigned long)first->source.line), all->data->files[all->file].name,
             (struct sv){0});
    row->source.left_out = true;
}

static void check_key(struct code_rows *all, size_t index)
{
    struct code_row *row = &all->rows[index];
    const struct sv key =
        sv_format(all->data->arena, "%.*s;%.*s", SV_ARG(row->folded_list), SV_ARG(row->folded_code));
    const uint32_t known = symbols_find(&all->keys, key);
    if (known == SYMBOL_NONE)
        all->row_of_key[symbols_intern(&all->keys, key)] = index;
    else
        report_duplicate(all, row, &all->rows[all->row_of_key[known]]);
}

static void check_validity(const struct code_rows *all, struct code_row *row)
{
    if (row->valid_from == DAY_NONE || row->valid_to == DAY_NONE || row->valid_from <= row->valid_to)
        return;
    struct buffer from = buffer_in(all->data->arena);
    struct buffer to = buffer_in(all->data->arena);
    danish_short_date(&from, row->valid_from);
    danish_short_date(&to, row->valid_to);
    diag_detail(all->diag, DIAG_END_BEFORE_START, place_of(all, row, COLUMN_TO), buffer_view(&to),
                buffer_view(&from));
    row->source.left_out = true;
}

static void check_rows(struct code_rows *all)
{
    struct arena *arena = all->data->arena;
    symbols_init(&all->keys, arena);
    all->row_of_key = arena_array(arena, all->count, sizeof *all->row_of_key);
    for (size_t i = 0; i < all->count; i++) {
        struct code_row *row = &all->rows[i];
        row->folded_list = danish_fold(arena, row->list);
        row->folded_code = danish_fold(arena, row->code);
        if (row->list.size && row->code.size)
            check_key(all, i);
        check_validity(all, row);
    }
}

/* ---- lists ---- */

static struct code code_of_row(struct arena *arena, const struct code_row *row, size_t position)
{
    return (struct code){
        .code = row->folded_code,
        .name = row->name,
        .folded_code = row->folded_code,
        .folded_name = danish_fold(arena, row->name),
        .group = row->group,
        .positive = row->positive == YES,
        .order = row->order == WHOLE_NONE ? (int)position + 1 : row->order,
        .valid_from = row->valid_from,
        .valid_to = row->valid_to,
        .line = row->source.line,
    };
}

/* Insertion keeps codes of the same order as the rows stand. */
static void insert_in_order(struct code_list *list, struct code code)
{
    size_t at = list->count++;
    for (; at && list->codes[at - 1].order > code.order; at--)
        list->codes[at] = list->codes[at - 1];
    list->codes[at] = code;
}

static bool belongs_to(const struct code_row *row, struct sv list)
{
    return !row->source.left_out && sv_equal(row->folded_list, list);
}

static struct code_list list_from(const struct code_rows *all, struct sv name)
{
    struct code_list list = {.name = name};
    size_t count = 0;
    for (size_t i = 0; i < all->count && count <= CODE_LIST_LONGEST; i++)
        count += belongs_to(&all->rows[i], name);
    list.codes = arena_array(all->data->arena, count, sizeof *list.codes);
    for (size_t i = 0; i < all->count && list.count < count; i++)
        if (belongs_to(&all->rows[i], name))
            insert_in_order(&list, code_of_row(all->data->arena, &all->rows[i], list.count));
    return list;
}

/* Codes that the program itself uses. */
static const struct {
    enum code_list_id list;
    const char *code;
} kept_codes[] = {
    {CODES_OUTCOME, "stoppet"},
    {CODES_OUTCOME, "uoplyst"},
    {CODES_DROPOUT_REASON, "andet"},
};

static void check_kept_codes(const struct code_rows *all, const struct code_row *first,
                             const struct code_list *list)
{
    for (size_t i = 0; i < sizeof kept_codes / sizeof *kept_codes; i++) {
        const struct code_list *built_in = code_list(&all->data->codes, kept_codes[i].list);
        if (!sv_equal(built_in->name, list->name))
            continue;
        if (code_find(list, sv_of(kept_codes[i].code)) == CODE_NONE)
            report_list(all, first, DIAG_CODE_LIST_INCOMPLETE, kept_codes[i].code);
    }
}

static bool any_positive(const struct code_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->codes[i].positive)
            return true;
    return false;
}

static void check_outcomes(const struct code_rows *all, const struct code_row *first,
                           const struct code_list *list)
{
    if (!sv_equal(list->name, code_list(&all->data->codes, CODES_OUTCOME)->name))
        return;
    if (!any_positive(list))
        report_list(all, first, DIAG_NO_POSITIVE_OUTCOME, "");
}

static void put_list(const struct code_rows *all, const struct code_row *first)
{
    struct code_lists *codes = &all->data->codes;
    struct code_list *old = code_list_named(codes, first->folded_list);
    if (old && old->fixed) {
        report_list(all, first, DIAG_CODE_LIST_FIXED, "");
        return;
    }
    const struct code_list list = list_from(all, first->folded_list);
    if (list.count > CODE_LIST_LONGEST)
        report_list(all, first, DIAG_CODE_LIST_LONG, "");
    check_kept_codes(all, first, &list);
    check_outcomes(all, first, &list);
    if (!old) {
        codes->lists =
            arena_grow(all->data->arena, codes->lists, codes->count, &codes->capacity, sizeof *codes->lists);
        old = &codes->lists[codes->count++];
    }
    *old = list;
}

static bool is_first_of_list(const struct code_rows *all, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (belongs_to(&all->rows[i], all->rows[index].folded_list))
            return false;
    return !all->rows[index].source.left_out;
}

static void put_lists(const struct code_rows *all)
{
    struct input_file *file = &all->data->files[all->file];
    for (size_t i = 0; i < all->count; i++) {
        if (is_first_of_list(all, i))
            put_list(all, &all->rows[i]);
        file->left_out += all->rows[i].source.left_out;
        file->counted += !all->rows[i].source.left_out;
    }
}

bool codes_file_read(struct table_reader *reader)
{
    struct arena *arena = reader->cells.data->arena;
    struct code_rows all = {.data = reader->cells.data, .diag = reader->cells.diag, .file = reader->file};
    size_t capacity = 0;
    for (;; all.count++) {
        all.rows = arena_grow(arena, all.rows, all.count, &capacity, sizeof *all.rows);
        if (!table_reader_next(reader, &all.rows[all.count]))
            break;
    }
    if (!table_reader_close(reader))
        return false;
    check_rows(&all);
    put_lists(&all);
    return true;
}
