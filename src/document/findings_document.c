/*
 * The list of findings as a working book: one section with one table for each file, fit to be sent to whoever
 * owns the data. Columns are named as a spreadsheet shows them, by letter and by heading.
 */
#include "compose.h"
#include "sheet_name.h"

enum finding_columns {
    FINDING_LINE,
    FINDING_LETTER,
    FINDING_HEADING,
    FINDING_LEVEL,
    FINDING_CODE,
    FINDING_VALUE,
    FINDING_TEXT,
    FINDING_ACTION,
    FINDING_COLUMNS
};

static const struct table_column finding_columns[FINDING_COLUMNS] = {
    [FINDING_LINE] = {.heading = SV("Linje"), .format = FORMAT_NUMBERING},
    [FINDING_LETTER] = {.heading = SV("Kolonne")},
    [FINDING_HEADING] = {.heading = SV("Kolonnenavn")},
    [FINDING_LEVEL] = {.heading = SV("Niveau")},
    [FINDING_CODE] = {.heading = SV("Kode")},
    [FINDING_VALUE] = {.heading = SV("Værdi")},
    [FINDING_TEXT] = {.heading = SV("Hvad er galt")},
    [FINDING_ACTION] = {.heading = SV("Hvad skal der gøres")},
};

/* A, B, …, Z, AA, AB, … for columns from 1. */
static struct sv column_letters(struct arena *arena, unsigned column)
{
    char letters[8];
    size_t at = sizeof letters;
    for (; column; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    return sv_copy(arena, (struct sv){letters + at, sizeof letters - at});
}

static void add_finding(struct document *document, struct table *table, const struct finding *finding)
{
    struct arena *arena = document->arena;
    const struct diag_kind *kind = diag_kind(finding->code);
    struct table_row *row = table_add_row(document, table, ROW_BODY);
    if (finding->place.line)
        row->cells[FINDING_LINE] = cell_of_value(ratio_whole(finding->place.line), FORMAT_NUMBERING);
    if (finding->place.column)
        row->cells[FINDING_LETTER] = cell_of_text(column_letters(arena, finding->place.column));
    row->cells[FINDING_HEADING] = cell_of_text_or_empty(finding->place.heading);
    row->cells[FINDING_LEVEL] = cell_of_text(sv_of(diag_level_name(kind->level)));
    row->cells[FINDING_CODE] = cell_of_text(sv_of(kind->code));
    row->cells[FINDING_VALUE] = cell_of_text_or_empty(finding->value);
    row->cells[FINDING_TEXT] = cell_of_text(finding_text(arena, finding));
    row->cells[FINDING_ACTION] = cell_of_text(finding_action(arena, finding));
}

static struct table *add_file(struct document *document, struct sv file)
{
    struct arena *arena = document->arena;
    const struct sv name = file.size ? file : sv_of("Kørslen");
    const unsigned number = (unsigned)document->section_count + 1;
    const char *id = sv_text(arena, sv_format(arena, "fejl%u", number));
    struct section *section = document_add_section(document, id, name);
    return section_add_table(document, section, id, sheet_name(document, name),
                             file.size ? sv_format(arena, "Fundet i %.*s", SV_ARG(file))
                                       : sv_of("Fundet i kørslen som helhed"),
                             finding_columns, FINDING_COLUMNS);
}

static bool is_first_of_file(const struct diag *diag, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (sv_equal(diag->findings[i].place.file, diag->findings[index].place.file))
            return false;
    return true;
}

/* The files that have findings, in the order in which the findings name them. */
static size_t files_with_findings(const struct diag *diag, struct arena *arena, struct sv **files)
{
    size_t count = 0;
    *files = arena_array(arena, diag->count, sizeof **files);
    for (size_t i = 0; i < diag->count; i++) {
        const struct sv file = diag->findings[i].place.file;
        if (i && sv_equal(file, diag->findings[i - 1].place.file))
            continue;
        if (is_first_of_file(diag, i))
            (*files)[count++] = file;
    }
    return count;
}

static void add_all(struct document *document, const struct diag *diag)
{
    struct sv *files;
    const size_t count = files_with_findings(diag, document->arena, &files);
    for (size_t i = 0; i < count; i++) {
        struct table *table = add_file(document, files[i]);
        for (size_t f = 0; f < diag->count; f++)
            if (sv_equal(diag->findings[f].place.file, files[i]))
                add_finding(document, table, &diag->findings[f]);
    }
}

struct document *document_of_findings(const struct diag *diag, const struct data_set *data, day_number date,
                                      struct arena *arena)
{
    struct document *document = document_create(arena, NULL);
    document->use = DOCUMENT_WORKING;
    document->title = sv_of("Fejlliste");
    document->subject = sv_of("Fejl, advarsler og bemærkninger til data");
    document->author = data->settings.unit;
    document->date = date;
    document->colour = data->settings.colour;
    document->cover.title = document->title;
    document->cover.subtitle = document->subject;
    document->cover.municipality = municipality_title(arena, data->settings.municipality);
    document->cover.unit = data->settings.unit;
    add_all(document, diag);
    return document;
}
