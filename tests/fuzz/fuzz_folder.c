/*
 * A whole data folder, mutated cell by cell: the input is a list of edits of a valid folder (a golden
 * case's), so that most of it stays sound and faults reach the rules, the counting and the sentences. The
 * folder is read, counted, composed and written as text, or compared with the valid one. What must hold: no
 * crash; every row accounted for; no identity of the counting broken; no civil registration number in any
 * finding; a text when nothing stops the report; a reason for every figure that moved.
 */
#include "comparison_document.h"
#include "compose.h"
#include "correction.h"
#include "cpr_guard.h"
#include "data_book.h"
#include "data_read.h"
#include "narrative_check.h"
#include "render.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

/* ---- The folder as cells ---- */

enum { MOST_FILES = 24, MOST_ROWS = 64, MOST_CELLS = 24, MOST_EDITS = 24, LITERAL = 40 };

struct row {
    struct sv cells[MOST_CELLS];
    size_t count;
};

struct file {
    char name[64];
    struct row rows[MOST_ROWS];
    size_t count;
    bool is_gone;
};

struct folder {
    struct file files[MOST_FILES];
    size_t count;
};

/* What cells are replaced by: each is right in some column and wrong in others. */
static const char *const pool[] = {
    "",
    " ",
    "-",
    "0",
    "1",
    "-1",
    "5",
    "2024",
    "2024-1",
    "2023",
    "9999",
    "12,5",
    "1.234,5",
    "1e9",
    "0,0001",
    "99999999999999999999",
    "01-01-2024",
    "31-12-2024",
    "29-02-2023",
    "2024-02-29",
    "01-01-1800",
    "31-12-9999",
    "ja",
    "nej",
    "A1",
    "A2",
    "V1",
    "V9",
    "F1",
    "F1 ",
    "f1",
    "B1",
    "fleksjob",
    "smaajob|fleksjob",
    "smaajob|",
    "uddannelse",
    "stoppet",
    "helbred",
    "kontanthjaelp",
    "unge",
    "aktiv",
    "ophoert",
    "groen",
    "gul",
    "job.nye",
    "forloeb.effekt",
    "virksomhed.aktive_ultimo",
    "aarlig",
    "slut",
    "=1+1",
    "<b>&amp;",
    "\"",
    "\"\"",
    "a\"b",
    "\"a;b\"",
    "\"a\nb\"",
    "\xc3\xa6\xc3\xb8\xc3\xa5",
    "\xe6",
    "A\xcc\x8a",
    "\xf0\x9f\x98\x80",
    "311257-5005",
    "{{job.nye}}",
    "{{forloeb.effekt 2024 aftale=A1 | procent}}",
    "{{",
    "}}",
    "\t",
    "|",
    "#",
    "* x",
    "99900016",
};
enum { POOL = sizeof pool / sizeof *pool };

static const char narrative[] = "# Om {{job.nye 2024}} job\n\nDer kom **{{job.nye | heltal}}** job; "
                                "{{forloeb.effekt forrige}} virkede.\n\n"
                                "- {{job.nye kode=smaajob}}\n- se [tabellen](#job)\n";
static const char codes[] =
    "liste;kode;navn\nmaalgruppe;kontanthjaelp;Kontanthj\xc3\xa6lp\nmaalgruppe;unge;Unge\n"
    "maalgruppe;foertidspension;F\xc3\xb8rtidspension\n";

static struct folder original;
static struct folder edited;
static char place[] = "/dev/shm/aarsrapport-fuzz-XXXXXX";

/* One row; a line break within quotes belongs to the cell. */
static const char *take_row(struct row *row, const char *text)
{
    bool quoted = false;
    const char *start = text;
    for (;; text++) {
        const bool end = !*text || (*text == '\n' && !quoted);
        quoted = *text == '"' ? !quoted : quoted;
        if (!end && (*text != ';' || quoted))
            continue;
        if (row->count < MOST_CELLS)
            row->cells[row->count++] = (struct sv){start, (size_t)(text - start)};
        start = text + 1;
        if (end)
            return *text ? text + 1 : text;
    }
}

static void add_file(const char *name, const char *text)
{
    require(original.count < MOST_FILES);
    struct file *file = &original.files[original.count++];
    snprintf(file->name, sizeof file->name, "%s", name);
    while (*text && file->count < MOST_ROWS)
        text = take_row(&file->rows[file->count++], text);
}

/* Kept for the whole of the process: the cells point into it. */
static char *read_text(const char *path)
{
    enum { LARGEST = 64 * 1024 };
    char *text = calloc(1, LARGEST);
    FILE *file = fopen(path, "rb");
    require(text && file);
    require(fread(text, 1, LARGEST - 1, file) < LARGEST - 1);
    fclose(file);
    return text;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

static void remove_place(void)
{
    char path[256];
    for (size_t i = 0; i < original.count; i++) {
        snprintf(path, sizeof path, "%s/%s", place, original.files[i].name);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/tekster", place);
    rmdir(path);
    rmdir(place);
}

static void write_file(const struct file *file)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", place, file->name);
    if (file->is_gone) {
        unlink(path);
        return;
    }
    FILE *out = fopen(path, "wb");
    require(out);
    for (size_t i = 0; i < file->count; i++) {
        const struct row *row = &file->rows[i];
        for (size_t c = 0; c < row->count; c++)
            fprintf(out, "%s%.*s", c ? ";" : "", SV_ARG(row->cells[c]));
        fputc('\n', out);
    }
    fclose(out);
}

static void write_all(const struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        write_file(&folder->files[i]);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    char path[1024];
    DIR *folder = opendir(FUZZ_FOLDER);
    require(folder && mkdtemp(place));
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", FUZZ_FOLDER, entry->d_name);
        add_file(entry->d_name, read_text(path));
    }
    closedir(folder);
    add_file("koder.csv", codes);
    add_file("tekster/indledning.md", narrative);
    qsort(original.files, original.count, sizeof *original.files, compare_names);
    snprintf(path, sizeof path, "%s/tekster", place);
    require(mkdir(path, 0700) == 0);
    atexit(remove_place);
    edited = original;
    write_all(&original);
    return 0;
}

/* ---- Edits ---- */

struct input {
    const uint8_t *bytes;
    size_t size;
};

static size_t take(struct input *input, size_t below)
{
    if (!input->size || !below)
        return 0;
    input->size--;
    return *input->bytes++ % below;
}

enum edit {
    EDIT_FROM_POOL,
    EDIT_FROM_COLUMN, /* what another row has there */
    EDIT_FROM_ANYWHERE,
    EDIT_LITERAL,
    EDIT_DOUBLE_ROW,
    EDIT_REMOVE_ROW,
    EDIT_REMOVE_FILE,
    EDIT_ADD_CELL
};
enum { EDITS = EDIT_ADD_CELL + 1 };

static struct row *any_row(struct input *input, struct file *file)
{
    return &file->rows[take(input, file->count)];
}

static struct sv any_cell(struct input *input, const struct row *row)
{
    return row->count ? row->cells[take(input, row->count)] : (struct sv){0};
}

static struct sv literal(struct input *input)
{
    size_t size = take(input, LITERAL);
    size = size < input->size ? size : input->size;
    const struct sv text = {(const char *)input->bytes, size};
    input->bytes += size;
    input->size -= size;
    return text;
}

static void double_row(struct file *file, const struct row *row)
{
    if (file->count < MOST_ROWS)
        file->rows[file->count++] = *row;
}

static void remove_row(struct file *file, struct row *row)
{
    const size_t index = (size_t)(row - file->rows);
    memmove(row, row + 1, (file->count - index - 1) * sizeof *row);
    file->count--;
}

static void edit(struct input *input)
{
    const enum edit kind = (enum edit)take(input, EDITS);
    struct file *file = &edited.files[take(input, edited.count)];
    if (kind == EDIT_REMOVE_FILE)
        file->is_gone = true;
    if (!file->count)
        return;
    struct row *row = any_row(input, file);
    const size_t column = take(input, row->count);
    switch (kind) {
    case EDIT_FROM_POOL:
        row->cells[column] = sv_of(pool[take(input, POOL)]);
        break;
    case EDIT_FROM_COLUMN: {
        const struct row *other = any_row(input, file);
        row->cells[column] = column < other->count ? other->cells[column] : (struct sv){0};
        break;
    }
    case EDIT_FROM_ANYWHERE: {
        struct file *other = &edited.files[take(input, edited.count)];
        row->cells[column] = other->count ? any_cell(input, any_row(input, other)) : (struct sv){0};
        break;
    }
    case EDIT_LITERAL:
        row->cells[column] = literal(input);
        break;
    case EDIT_DOUBLE_ROW:
        double_row(file, row);
        break;
    case EDIT_REMOVE_ROW:
        remove_row(file, row);
        break;
    case EDIT_ADD_CELL:
        if (row->count < MOST_CELLS)
            row->cells[row->count++] = literal(input);
        break;
    case EDIT_REMOVE_FILE:
        break;
    }
}

/* Only files that are or were edited are written again. */
static void write_edited(const struct folder *before)
{
    for (size_t i = 0; i < edited.count; i++)
        if (memcmp(&edited.files[i], &before->files[i], sizeof edited.files[i]) != 0)
            write_file(&edited.files[i]);
}

/* ---- The report ---- */

/* One of them a run: together they take too long. */
enum written {
    WRITTEN_REPORT,
    WRITTEN_AGREEMENTS,
    WRITTEN_CASE_PAPER,
    WRITTEN_DATA_BOOK,
    WRITTEN_CHANGES /* since the valid folder */
};
enum { WRITTEN = WRITTEN_CHANGES + 1 };

struct run {
    struct arena arena;
    struct diag diag;
    struct data_set data;
    struct figures figures;
    enum report_kind kind;
    struct period period;
    bool leave_out;
    enum written written;
    struct run *valid; /* of the valid folder; NULL: this is one */
};

static void check_findings(const struct diag *diag, struct arena *arena)
{
    for (size_t i = 0; i < diag->count; i++) {
        require(cpr_find(diag->findings[i].value) == CPR_NONE);
        require(cpr_find(diag->findings[i].place.heading) == CPR_NONE);
        require(finding_line(arena, &diag->findings[i]).size > 0);
    }
}

static void read_folder(struct run *run)
{
    struct sv failure;
    const enum need need = run->kind == REPORT_EVALUATION ? NEEDED_BY_EVALUATION : NEEDED_BY_REPORTS;
    struct read_request request = {
        .folder = place, .report = "rapporten", .needs_settings = true, .leave_out = run->leave_out};
    for (size_t table = 0; table < TABLES; table++)
        request.needed[table] = table_schema((enum table_id)table)->needed & need;
    require(data_read(&run->data, &request, &run->diag, &failure) == READ_DONE);
    for (size_t i = 0; i < run->data.file_count; i++) {
        const struct input_file *file = &run->data.files[i];
        require(file->rows == file->counted + file->left_out + file->empty);
    }
    goals_check(&run->data, &run->diag);
    narratives_check(&run->data, &run->diag);
}

static void count(struct run *run)
{
    struct sv fault;
    if (run->kind == REPORT_EVALUATION)
        require(figures_count_evaluation(&run->figures, &run->data, run->period.year, DAY_NONE, &run->arena,
                                         &fault));
    else
        require(figures_count(&run->figures, &run->data, &run->period, &run->diag, &run->arena, &fault));
}

static struct changes *find_changes(struct run *before, struct run *after)
{
    const struct changes_request request = {.before = {&before->data, &before->figures},
                                            .after = {&after->data, &after->figures},
                                            .options_differ = before->leave_out != after->leave_out};
    return changes_find(&request, &after->arena);
}

static const struct document *compose_changes(struct run *run, const struct report_request *request)
{
    struct correction correction = {.before = {.number = 1}, .after = {.number = 2}};
    struct report_request compared = *request;
    correction.changes = find_changes(run->valid, run);
    compared.correction = &correction;
    require(correction.changes->unexplained == 0);
    require(changes_are_none(find_changes(run, run)));
    for (size_t table = 0; table < TABLES; table++) {
        const size_t *kinds = correction.changes->per_table[table];
        require(row_count(&run->valid->data, (enum table_id)table) + kinds[ROW_ADDED] +
                    kinds[ROW_NOW_COUNTED] ==
                row_count(&run->data, (enum table_id)table) + kinds[ROW_REMOVED] + kinds[ROW_NOW_LEFT_OUT]);
    }
    return comparison_compose(&compared, &run->figures, (struct sv){0}, &run->diag, &run->arena);
}

static const struct document *compose(struct run *run, const struct report_request *request)
{
    struct arena *arena = &run->arena;
    switch (run->written) {
    case WRITTEN_REPORT:
        return document_compose(request, &run->figures, &run->diag, arena);
    case WRITTEN_AGREEMENTS:
        return agreements_book_compose(request, &run->figures, &run->diag, arena, ALL_AGREEMENTS);
    case WRITTEN_CASE_PAPER:
        return case_paper_compose(request, &run->figures, &run->diag, arena);
    case WRITTEN_DATA_BOOK:
        return data_book_compose(&run->figures, request->date, arena);
    case WRITTEN_CHANGES:
        return compose_changes(run, request);
    }
    return NULL;
}

static void write_texts(struct run *run)
{
    struct buffer text = buffer_in(&run->arena);
    const struct report_request request = {.kind = run->kind,
                                           .date = 20000,
                                           .rows_left_out = run->leave_out,
                                           .program_version = "0",
                                           .version = 1};
    const struct document *document = compose(run, &request);
    const struct released_document *released = document_release(document, EDITION_INTERNAL, &run->arena);
    if (run->written == WRITTEN_CASE_PAPER)
        render_case_text(&text, released);
    else
        render_text(&text, released);
    if (run->written == WRITTEN_REPORT)
        figures_write_csv(&text, &run->figures);
    require(text.size > 0);
}

static void open_run(struct run *run)
{
    arena_init(&run->arena, NULL);
    diag_init(&run->diag, &run->arena);
    data_set_init(&run->data, &run->arena);
    read_folder(run);
}

static void make_report(struct run *run)
{
    open_run(run);
    if (!data_has_stopping_errors(&run->diag, run->leave_out)) {
        count(run);
        write_texts(run);
    }
    diag_sort(&run->diag);
    check_findings(&run->diag, &run->arena);
    arena_free(&run->arena);
}

static const struct {
    enum report_kind kind;
    int year, half;
} reports[] = {{REPORT_YEAR, 2024, 0},       {REPORT_HALF_YEAR, 2024, 1}, {REPORT_HALF_YEAR, 2024, 2},
               {REPORT_EVALUATION, 2024, 0}, {REPORT_YEAR, 2022, 0},      {REPORT_YEAR, 9998, 0}};
enum { REPORTS = sizeof reports / sizeof *reports };

/* Of each report that of the valid folder, which stands in its place when the process begins. */
static struct run valid[REPORTS];

static struct run run_of(size_t report)
{
    return (struct run){.kind = reports[report].kind,
                        .period = period_of(reports[report].year, reports[report].half)};
}

static void count_valid(void)
{
    for (size_t report = 0; report < REPORTS; report++) {
        valid[report] = run_of(report);
        open_run(&valid[report]);
        require(!data_has_stopping_errors(&valid[report].diag, false));
        count(&valid[report]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct folder before;
    struct input input = {bytes, size};
    if (!valid[0].arena.block_size)
        count_valid();
    const size_t report = take(&input, REPORTS);
    static struct run run;
    run = run_of(report);
    run.leave_out = take(&input, 2);
    run.written = (enum written)take(&input, WRITTEN);
    run.valid = &valid[report];
    before = edited;
    edited = original;
    for (size_t i = 0; i < MOST_EDITS && input.size; i++)
        edit(&input);
    write_edited(&before);
    make_report(&run);
    return 0;
}
