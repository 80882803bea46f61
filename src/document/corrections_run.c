/*
 * What the two runs were made of.
 */
#include "changed_inputs.h"
#include "corrections_sheets.h"
#include "text_da.h"

#include <string.h>

/* ---- Options, program, lists ---- */

enum { RUN_WHAT, RUN_BEFORE, RUN_AFTER, RUN_CHANGED, RUN_COLUMNS };

static struct cell changed_cell_of(bool changed)
{
    return cell_of_text(sv_of(changed ? "ja" : "nej"));
}

static void add_line(const struct section_context *context, struct table *table, struct sv what,
                     struct sv before, struct sv after)
{
    struct cell *cells = table_add_row(context->document, table, ROW_BODY)->cells;
    cells[RUN_WHAT] = cell_of_text(what);
    cells[RUN_BEFORE] = cell_of_text_or_empty(before);
    cells[RUN_AFTER] = cell_of_text_or_empty(after);
    cells[RUN_CHANGED] = changed_cell_of(!sv_equal(before, after));
}

/* What differs but has no text of its own. */
static void add_cause(const struct section_context *context, struct table *table, const char *what,
                      enum change_cause cause)
{
    const struct changes *changes = context->request->correction->changes;
    struct cell *cells = table_add_row(context->document, table, ROW_BODY)->cells;
    cells[RUN_WHAT] = cell_of_text(sv_of(what));
    if (changes->before.data)
        cells[RUN_CHANGED] = changed_cell_of(changes->causes & cause);
}

static struct sv number_text(const struct told_version *version, struct arena *arena)
{
    return version->number ? sv_format(arena, "%u", version->number) : version->name;
}

static void add_options(const struct section_context *context, struct table *table)
{
    const struct correction *correction = context->request->correction;
    for (size_t i = 0; i < correction->after.option_count; i++) {
        const struct told_option *option = &correction->after.options[i];
        add_line(context, table, sv_format(context->document->arena, "Valg: %.*s", SV_ARG(option->name)),
                 told_option(&correction->before, option->name), option->value);
    }
}

static void add_run(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[RUN_COLUMNS] = {
        [RUN_WHAT] = {.heading = SV("Hvad")},
        [RUN_BEFORE] = {.heading = SV("Før")},
        [RUN_AFTER] = {.heading = SV("Nu")},
        [RUN_CHANGED] = {.heading = SV("Ændret")},
    };
    const struct correction *correction = context->request->correction;
    struct arena *arena = context->document->arena;
    struct table *table = section_add_table(context->document, section, "koersel", "Kørsel",
                                            sv_of("Hvad de to kørsler er lavet af"), columns, RUN_COLUMNS);
    add_line(context, table, sv_of(correction->after.number ? "Version" : "Mappe"),
             number_text(&correction->before, arena), number_text(&correction->after, arena));
    add_line(context, table, sv_of("Dokumentets dato"),
             danish_short_date_text(correction->before.date, arena),
             danish_short_date_text(correction->after.date, arena));
    add_line(context, table, sv_of("Programmets version"), correction->before.program,
             correction->after.program);
    add_options(context, table);
    add_cause(context, table, "Kodelister (koder.csv)", CAUSE_CODES);
    add_cause(context, table, "Indstillinger (rapport.ini)", CAUSE_SETTINGS);
    if (context->request->reason.size)
        table->title_note =
            table_add_note(table, sv_format(arena, "Begrundelse: %.*s", SV_ARG(context->request->reason)));
}

/* ---- Inputs ---- */

enum {
    INPUT_NAME,
    INPUT_ROWS_BEFORE,
    INPUT_ROWS_AFTER,
    INPUT_CHANGED,
    INPUT_SHA_BEFORE,
    INPUT_SHA_AFTER,
    INPUT_COLUMNS
};

static void fill_input(struct cell *cells, const struct input_file *file, int rows, int sha,
                       struct arena *arena)
{
    char hex[SHA256_HEX + 1];
    if (!file)
        return;
    if (file->is_table)
        cells[rows] = cell_of_value(ratio_whole((int64_t)file->rows), FORMAT_COUNT);
    sha256_hex(file->sha256, hex);
    cells[sha] = cell_of_text(sv_copy(arena, sv_of(hex)));
}

static void add_input(const struct section_context *context, struct table *table, struct sv name,
                      const struct input_file *before, const struct input_file *after)
{
    const bool same = before && after && memcmp(before->sha256, after->sha256, sizeof after->sha256) == 0;
    struct cell *cells = table_add_row(context->document, table, ROW_BODY)->cells;
    const char *change = same ? "nej" : "ja";
    if (!before)
        change = "kommet til";
    if (!after)
        change = "faldet bort";
    cells[INPUT_NAME] = cell_of_text(name);
    fill_input(cells, before, INPUT_ROWS_BEFORE, INPUT_SHA_BEFORE, context->document->arena);
    fill_input(cells, after, INPUT_ROWS_AFTER, INPUT_SHA_AFTER, context->document->arena);
    if (context->request->correction->changes->before.data)
        cells[INPUT_CHANGED] = cell_of_text(sv_of(change));
}

static void add_inputs(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[INPUT_COLUMNS] = {
        [INPUT_NAME] = {.heading = SV("Fil")},
        [INPUT_ROWS_BEFORE] = {.heading = SV("Rækker før"), .format = FORMAT_COUNT},
        [INPUT_ROWS_AFTER] = {.heading = SV("Rækker nu"), .format = FORMAT_COUNT},
        [INPUT_CHANGED] = {.heading = SV("Ændret")},
        [INPUT_SHA_BEFORE] = {.heading = SV("SHA-256 før")},
        [INPUT_SHA_AFTER] = {.heading = SV("SHA-256 nu")},
    };
    const struct data_set *before = context->request->correction->changes->before.data;
    struct table *table = section_add_table(context->document, section, "filer", "Filer",
                                            sv_of("Filerne, der er læst"), columns, INPUT_COLUMNS);
    for (size_t i = 0; i < context->data->file_count; i++) {
        const struct input_file *file = &context->data->files[i];
        add_input(context, table, file->name, data_set_file(before, file->name), file);
    }
    for (size_t i = 0; before && i < before->file_count; i++)
        if (!data_set_file(context->data, before->files[i].name))
            add_input(context, table, before->files[i].name, &before->files[i], NULL);
}

void add_corrections_run(const struct section_context *context)
{
    struct section *section = document_add_section(context->document, "koersel", sv_of("Kørsel"));
    section->sheet = sv_of("Kørsel");
    add_run(context, section);
    if (context->request->correction->changes->before.data)
        add_changed_inputs(context, section);
    add_inputs(context, section);
}
