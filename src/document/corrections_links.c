/*
 * Figures that moved, rows that changed, and which belong together.
 */
#include "changed_rows.h"
#include "corrections_sheets.h"
#include "record_cells.h"
#include "record_text.h"

enum figure_column {
    FIGURE_KEY,
    FIGURE_NAME,
    FIGURE_PERIOD,
    FIGURE_AGREEMENT,
    FIGURE_GROUP,
    FIGURE_CODE,
    FIGURE_BEFORE,
    FIGURE_AFTER,
    FIGURE_CHANGE,
    FIGURE_SHARE,
    FIGURE_UNIT,
    FIGURE_PRINTED,
    FIGURE_ROWS,
    FIGURE_CAUSES,
    FIGURE_COLUMNS
};

enum row_column {
    ROW_NUMBER,
    ROW_FILE_BEFORE,
    ROW_LINE_BEFORE,
    ROW_FILE_AFTER,
    ROW_LINE_AFTER,
    ROW_WHAT,
    ROW_KEY,
    ROW_COLUMN,
    ROW_BEFORE,
    ROW_AFTER,
    ROW_FIGURES,
    ROW_COLUMNS
};

enum link_column {
    LINK_FIGURE,
    LINK_PERIOD,
    LINK_AGREEMENT,
    LINK_GROUP,
    LINK_CODE,
    LINK_ROW,
    LINK_FILE_BEFORE,
    LINK_LINE_BEFORE,
    LINK_FILE_AFTER,
    LINK_LINE_AFTER,
    LINK_AMOUNT_BEFORE,
    LINK_AMOUNT_AFTER,
    LINK_COLUMNS
};

/* Where things stand on their sheets, all from 1; 0: they are not there. */
struct linking {
    const struct section_context *context;
    const struct correction *correction;
    const struct changes *changes;
    const struct shown_rows *shown;
    struct arena *arena;
    size_t links_per_figure;  /* at most */
    uint32_t *link_of_figure; /* line of the first of its rows */
    uint32_t *line_of_row;    /* by index in changes.rows */
    uint32_t *link_of_row;    /* line of the first figure that it moves */
    uint32_t *figures_of_row; /* how many figures it moves */
};

static struct sv link_to(const struct linking *linking, const char *table, uint32_t line)
{
    return line ? sv_format(linking->arena, "#%s:%lu", table, (unsigned long)line) : (struct sv){0};
}

static struct cell linked(struct sv text, struct sv link)
{
    struct cell cell = text.size ? cell_of_text(text) : (struct cell){.kind = CELL_EMPTY};
    cell.link = link;
    return cell;
}

static struct cell text_or_empty(struct sv text)
{
    return linked(text, (struct sv){0});
}

/* ---- Where everything will stand ---- */

static size_t links_with(const struct changes *changes, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->figure_count; i++)
        count += changes->figures[i].row_count < most ? changes->figures[i].row_count : most;
    return count;
}

/* So many a figure that they all have room; a figure has at least one. */
static size_t links_per_figure(const struct changes *changes)
{
    size_t most = CORRECTIONS_LINKS;
    while (most > 1 && links_with(changes, most) > CORRECTIONS_LINKS)
        most /= 2;
    return most;
}

static size_t links_of(const struct linking *linking, size_t figure)
{
    const size_t rows = linking->changes->figures[figure].row_count;
    return rows < linking->links_per_figure ? rows : linking->links_per_figure;
}

static void place_rows(struct linking *linking)
{
    uint32_t line = 1;
    for (size_t row = 0; row < linking->changes->row_count; row++) {
        if (!linking->shown->numbers[row])
            continue;
        linking->line_of_row[row] = line;
        line += (uint32_t)lines_of_row(&linking->changes->rows[row]);
    }
}

static void place_link(struct linking *linking, const struct figure_row *row, uint32_t line)
{
    if (row->change == NO_ROW_CHANGE)
        return;
    if (line && !linking->link_of_row[row->change])
        linking->link_of_row[row->change] = line;
}

static void place_links(struct linking *linking)
{
    uint32_t line = 1;
    for (size_t figure = 0; figure < linking->changes->figure_count && line <= CORRECTIONS_LINKS; figure++) {
        const struct figure_change *change = &linking->changes->figures[figure];
        const size_t count = links_of(linking, figure);
        linking->link_of_figure[figure] = count ? line : 0;
        for (size_t i = 0; i < count; i++)
            place_link(linking, &change->rows[i], line++);
    }
}

static struct linking linking_of(const struct section_context *context, const struct shown_rows *shown)
{
    const struct correction *correction = context->request->correction;
    const struct changes *changes = correction->changes;
    struct arena *arena = context->document->arena;
    struct linking linking = {
        .context = context,
        .correction = correction,
        .changes = changes,
        .shown = shown,
        .arena = arena,
        .links_per_figure = links_per_figure(changes),
        .link_of_figure = arena_array(arena, changes->figure_count, sizeof *linking.link_of_figure),
        .line_of_row = arena_array(arena, changes->row_count, sizeof *linking.line_of_row),
        .link_of_row = arena_array(arena, changes->row_count, sizeof *linking.link_of_row),
        .figures_of_row = figures_moved_by_rows(changes, arena),
    };
    place_rows(&linking);
    place_links(&linking);
    return linking;
}

/* ---- Nøgletal ---- */

static struct sv code_name_of(const struct linking *linking, const struct told_change *told)
{
    if (!told->figures || told->key.code == WITHOUT_CODE)
        return told->change->key.code;
    return figure_code_name(linking->arena, told->figures, told->key);
}

static void fill_name(const struct linking *linking, struct cell *cells, const struct told_change *told)
{
    const struct printed_figure *key = &told->change->key;
    cells[FIGURE_KEY] = cell_of_text(key->name);
    cells[FIGURE_NAME] = cell_of_text(told->name);
    cells[FIGURE_PERIOD] = text_or_empty(key->period);
    cells[FIGURE_AGREEMENT] = text_or_empty(key->agreement);
    cells[FIGURE_GROUP] = text_or_empty(key->target_group);
    cells[FIGURE_CODE] = text_or_empty(code_name_of(linking, told));
    cells[FIGURE_UNIT] = text_or_empty(key->unit);
}

static void fill_values(struct cell *cells, const struct told_change *told)
{
    cells[FIGURE_BEFORE] = told->before;
    cells[FIGURE_AFTER] = told->after;
    cells[FIGURE_CHANGE] = told->difference;
    if (told->difference.kind == CELL_VALUE)
        cells[FIGURE_CHANGE].derivation =
            (struct derivation){.kind = DERIVED_DIFFERENCE, .a = FIGURE_AFTER, .b = FIGURE_BEFORE};
    cells[FIGURE_SHARE] = told->share;
    if (told->change->method)
        cells[FIGURE_PRINTED] = text_or_empty(told->change->printed);
}

static void add_figure(const struct linking *linking, struct table *table, size_t at)
{
    const struct figure_change *change = &linking->changes->figures[at];
    const struct told_change told = told_change(linking->correction, change, linking->arena);
    struct cell *cells = table_add_row(linking->context->document, table, ROW_BODY)->cells;
    unsigned causes = change->causes;
    fill_name(linking, cells, &told);
    fill_values(cells, &told);
    if (change->row_count)
        cells[FIGURE_ROWS] = linked(sv_format(linking->arena, "%zu", change->row_count),
                                    link_to(linking, "raekkerprnoegletal", linking->link_of_figure[at]));
    if (change->method)
        causes |= CAUSE_PROGRAM;
    cells[FIGURE_CAUSES] = text_or_empty(causes_text(linking->changes, causes, linking->arena));
}

static void add_figures(const struct linking *linking)
{
    static const struct table_column columns[FIGURE_COLUMNS] = {
        [FIGURE_KEY] = {.heading = SV("Nøgle")},
        [FIGURE_NAME] = {.heading = SV("Nøgletal")},
        [FIGURE_PERIOD] = {.heading = SV("Periode")},
        [FIGURE_AGREEMENT] = {.heading = SV("Aftale")},
        [FIGURE_GROUP] = {.heading = SV("Målgruppe")},
        [FIGURE_CODE] = {.heading = SV("Kode")},
        [FIGURE_BEFORE] = {.heading = SV("Før"), .format = FORMAT_DECIMAL},
        [FIGURE_AFTER] = {.heading = SV("Nu"), .format = FORMAT_DECIMAL},
        [FIGURE_CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE_DECIMAL},
        [FIGURE_SHARE] = {.heading = SV("Ændring i procent"), .format = FORMAT_SHARE},
        [FIGURE_UNIT] = {.heading = SV("Enhed")},
        [FIGURE_PRINTED] = {.heading = SV("Vist i forrige version, hvis beregningen er ændret")},
        [FIGURE_ROWS] = {.heading = SV("Rækker bag ændringen")},
        [FIGURE_CAUSES] = {.heading = SV("Andre mulige årsager")},
    };
    struct document *document = linking->context->document;
    struct section *section = document_add_section(document, "noegletal", sv_of("Nøgletal"));
    struct table *table = section_add_table(document, section, "noegletal", "Nøgletal",
                                            sv_of("Nøgletal, der har flyttet sig, hver opdeling for sig"),
                                            columns, FIGURE_COLUMNS);
    for (size_t i = 0; i < linking->changes->figure_count; i++)
        add_figure(linking, table, i);
    table->empty = sv_of("Ingen nøgletal har flyttet sig.");
}

/* ---- Rækker ---- */

/* The row's own identifier; else nothing. */
static struct sv key_of(const struct changes *changes, const struct row_change *row)
{
    return row->after != ROW_NONE ? record_key(changes->after.data, row->table, row->after)
                                  : record_key(changes->before.data, row->table, row->before);
}

static struct cell *add_line(const struct linking *linking, struct table *table, size_t at)
{
    const struct row_change *row = &linking->changes->rows[at];
    struct cell *cells = table_add_row(linking->context->document, table, ROW_BODY)->cells;
    const uint32_t figures = linking->figures_of_row[at];
    cells[ROW_NUMBER] = cell_of_value(ratio_whole(linking->shown->numbers[at]), FORMAT_NUMBERING);
    cells[ROW_FILE_BEFORE] = row_change_file_before(linking->changes, row);
    cells[ROW_LINE_BEFORE] = row_change_line_before(linking->changes, row);
    cells[ROW_FILE_AFTER] = row_change_file_after(linking->changes, row);
    cells[ROW_LINE_AFTER] = row_change_line_after(linking->changes, row);
    cells[ROW_WHAT] = cell_of_text(sv_of(row_change_word(row->kind)));
    cells[ROW_KEY] = text_or_empty(key_of(linking->changes, row));
    if (figures)
        cells[ROW_FIGURES] = linked(sv_format(linking->arena, "%lu", (unsigned long)figures),
                                    link_to(linking, "raekkerprnoegletal", linking->link_of_row[at]));
    return cells;
}

static void add_row(const struct linking *linking, struct table *table, size_t at)
{
    const struct row_change *row = &linking->changes->rows[at];
    const struct table_schema *schema = table_schema(row->table);
    if (row_is_left_out_once(row)) {
        struct cell *cells = add_line(linking, table, at);
        cells[ROW_COLUMN] = cell_of_text(left_out_column(linking->changes, row));
        cells[ROW_BEFORE] = left_out_cell(linking->context, row, false, true);
        cells[ROW_AFTER] = left_out_cell(linking->context, row, true, true);
        return;
    }
    if (row->kind != ROW_CHANGED) {
        struct cell *cells = add_line(linking, table, at);
        cells[ROW_COLUMN] = cell_of_text(sv_of("hele rækken"));
        cells[ROW_BEFORE] = whole_row(linking->context, row, false, true);
        cells[ROW_AFTER] = whole_row(linking->context, row, true, true);
        return;
    }
    for (size_t i = 0; i < row->cell_count; i++) {
        struct cell *cells = add_line(linking, table, at);
        cells[ROW_COLUMN] = cell_of_text(sv_of(schema->columns[row->cells[i].column].name));
        cells[ROW_BEFORE] = changed_cell(linking->context, row, &row->cells[i], false);
        cells[ROW_AFTER] = changed_cell(linking->context, row, &row->cells[i], true);
    }
}

static void add_rows(const struct linking *linking)
{
    static const struct table_column columns[ROW_COLUMNS] = {
        [ROW_NUMBER] = {.heading = SV("Nr."), .format = FORMAT_NUMBERING},
        [ROW_FILE_BEFORE] = {.heading = SV("Fil før")},
        [ROW_LINE_BEFORE] = {.heading = SV("Linje før"), .format = FORMAT_NUMBERING},
        [ROW_FILE_AFTER] = {.heading = SV("Fil nu")},
        [ROW_LINE_AFTER] = {.heading = SV("Linje nu"), .format = FORMAT_NUMBERING},
        [ROW_WHAT] = {.heading = SV("Hvad")},
        [ROW_KEY] = {.heading = SV("Række")},
        [ROW_COLUMN] = {.heading = SV("Kolonne")},
        [ROW_BEFORE] = {.heading = SV("Før")},
        [ROW_AFTER] = {.heading = SV("Nu")},
        [ROW_FIGURES] = {.heading = SV("Nøgletal, den flytter")},
    };
    struct document *document = linking->context->document;
    struct section *section = document_add_section(document, "raekker", sv_of("Rækker"));
    struct table *table = section_add_table(document, section, "raekker", "Rækker",
                                            sv_of("Rækker i data, der er ændret"), columns, ROW_COLUMNS);
    for (size_t i = 0; i < linking->changes->row_count; i++)
        if (linking->shown->numbers[i])
            add_row(linking, table, i);
    const size_t more = linking->changes->row_count - linking->shown->count;
    if (more)
        table->title_note =
            table_add_note(table, sv_format(linking->arena, "Og %.*s til, som der ikke er plads til her.",
                                            SV_ARG(counted_text(more, "række", "rækker", linking->arena))));
    table->empty =
        sv_of(linking->changes->before.data
                  ? "Ingen rækker i data er ændret."
                  : "Rækkerne fra den forrige version kan ikke læses, så de kan ikke sammenlignes.");
}

/* ---- Rækker pr. nøgletal ---- */

static struct cell file_of(const struct data_set *data, enum table_id table, uint32_t row)
{
    return row == ROW_NONE ? (struct cell){.kind = CELL_EMPTY} : record_file(data, table, row);
}

static struct cell line_of(const struct data_set *data, enum table_id table, uint32_t row)
{
    return row == ROW_NONE ? (struct cell){.kind = CELL_EMPTY} : record_line(data, table, row);
}

/* What it adds: 1 in a count; nothing when the figure does not count it. */
static struct cell amount_cell(bool counted, int64_t amount, int64_t scale)
{
    return counted ? cell_of_value(ratio_of(amount, scale), scale == 1 ? FORMAT_COUNT : FORMAT_DECIMAL)
                   : (struct cell){.kind = CELL_EMPTY};
}

static void fill_link_row(const struct linking *linking, struct cell *cells, const struct figure_row *row)
{
    const struct changes *changes = linking->changes;
    cells[LINK_FILE_BEFORE] = file_of(changes->before.data, row->table, row->before);
    cells[LINK_FILE_AFTER] = file_of(changes->after.data, row->table, row->after);
    cells[LINK_LINE_BEFORE] = line_of(changes->before.data, row->table, row->before);
    cells[LINK_LINE_AFTER] = line_of(changes->after.data, row->table, row->after);
    if (row->change != NO_ROW_CHANGE && linking->shown->numbers[row->change])
        cells[LINK_ROW] =
            linked(sv_format(linking->arena, "%lu", (unsigned long)linking->shown->numbers[row->change]),
                   link_to(linking, "raekker", linking->line_of_row[row->change]));
}

static void add_link(const struct linking *linking, struct table *table, size_t figure,
                     const struct figure_row *row)
{
    const struct told_change told =
        told_change(linking->correction, &linking->changes->figures[figure], linking->arena);
    struct cell *cells = table_add_row(linking->context->document, table, ROW_BODY)->cells;
    const struct printed_figure *key = &told.change->key;
    cells[LINK_FIGURE] = linked(told.name, link_to(linking, "noegletal", (uint32_t)figure + 1));
    cells[LINK_PERIOD] = text_or_empty(key->period);
    cells[LINK_AGREEMENT] = text_or_empty(key->agreement);
    cells[LINK_GROUP] = text_or_empty(key->target_group);
    cells[LINK_CODE] = text_or_empty(code_name_of(linking, &told));
    fill_link_row(linking, cells, row);
    cells[LINK_AMOUNT_BEFORE] = amount_cell(row->counted_before, row->amount_before, told.change->scale);
    cells[LINK_AMOUNT_AFTER] = amount_cell(row->counted_after, row->amount_after, told.change->scale);
}

/* Whether a figure has a row that it does not count in either version. */
static bool has_row_without_part(const struct linking *linking)
{
    for (size_t figure = 0; figure < linking->changes->figure_count; figure++)
        for (size_t i = 0; i < links_of(linking, figure); i++) {
            const struct figure_row *row = &linking->changes->figures[figure].rows[i];
            if (!row->counted_before && !row->counted_after)
                return true;
        }
    return false;
}

static void note_contributions(const struct linking *linking, struct table *table)
{
    table_add_note(table,
                   sv_of("Ved en andel er bidraget det, rækken lægger til tælleren; 0 betyder, at den kun er "
                         "i nævneren. Er det ene bidrag tomt, tæller rækken ikke med i den version. En række "
                         "uden nummer er ikke selv rettet."));
    if (has_row_without_part(linking))
        table_add_note(table,
                       sv_of("Er begge bidrag tomme, er nøgletallet regnet ud af rækkerne tilsammen, så det "
                             "ikke kan siges, hvad hver af dem bidrager med, eller rækken er målets eller "
                             "aftalens egen."));
    table_add_note(table, sv_of("Lagt sammen giver bidragene ikke altid ændringen: Forskellige borgere og "
                                "virksomheder tælles én gang, selv om de har flere rækker, og en andel, et "
                                "gennemsnit og en median er ikke summer."));
}

static void add_links(const struct linking *linking)
{
    static const struct table_column columns[LINK_COLUMNS] = {
        [LINK_FIGURE] = {.heading = SV("Nøgletal")},
        [LINK_PERIOD] = {.heading = SV("Periode")},
        [LINK_AGREEMENT] = {.heading = SV("Aftale")},
        [LINK_GROUP] = {.heading = SV("Målgruppe")},
        [LINK_CODE] = {.heading = SV("Kode")},
        [LINK_ROW] = {.heading = SV("Rettet række nr.")},
        [LINK_FILE_BEFORE] = {.heading = SV("Fil før")},
        [LINK_LINE_BEFORE] = {.heading = SV("Linje før"), .format = FORMAT_NUMBERING},
        [LINK_FILE_AFTER] = {.heading = SV("Fil nu")},
        [LINK_LINE_AFTER] = {.heading = SV("Linje nu"), .format = FORMAT_NUMBERING},
        [LINK_AMOUNT_BEFORE] = {.heading = SV("Bidrog før"), .format = FORMAT_DECIMAL},
        [LINK_AMOUNT_AFTER] = {.heading = SV("Bidrager nu"), .format = FORMAT_DECIMAL},
    };
    struct document *document = linking->context->document;
    struct section *section =
        document_add_section(document, "raekkerprnoegletal", sv_of("Rækker pr. nøgletal"));
    struct table *table = section_add_table(
        document, section, "raekkerprnoegletal", "Rækker pr. nøgletal",
        sv_of("De rækker, der har flyttet hvert nøgletal, og hvad de bidrager med"), columns, LINK_COLUMNS);
    for (size_t figure = 0; figure < linking->changes->figure_count && linking->link_of_figure; figure++)
        for (size_t i = 0; linking->link_of_figure[figure] && i < links_of(linking, figure); i++)
            add_link(linking, table, figure, &linking->changes->figures[figure].rows[i]);
    note_contributions(linking, table);
    if (links_with(linking->changes, SIZE_MAX) > table->row_count)
        table_add_note(table,
                       sv_format(linking->arena, "Der er kun plads til de første %zu rækker pr. nøgletal.",
                                 linking->links_per_figure));
    table->empty = sv_of(correction_has_rows(linking->correction)
                             ? "Ingen nøgletal er flyttet af rækker."
                             : "Rækkerne fra den forrige version kan ikke læses, så nøgletal kan ikke føres "
                               "tilbage til rækker.");
}

void add_corrections_links(const struct section_context *context, const struct shown_rows *shown)
{
    const struct linking linking = linking_of(context, shown);
    add_figures(&linking);
    add_rows(&linking);
    add_links(&linking);
}
