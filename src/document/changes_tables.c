#include "changes_tables.h"

#include "cell_text.h"
#include "changed_rows.h"
#include "changed_sentences.h"
#include "headline_changes.h"
#include "sections.h"
#include "sentence.h"
#include "text_da.h"

/* ---- Figures that moved ---- */

enum figure_columns {
    MOVED_NAME,
    MOVED_BEFORE,
    MOVED_AFTER,
    MOVED_CHANGE,
    MOVED_SHARE,
    MOVED_WHY,
    MOVED_COLUMNS
};

static void add_others(struct buffer *text, size_t others)
{
    buffer_add_text(text, " og ");
    danish_number(text, ratio_whole((int64_t)others), 0);
    buffer_add_text(text, " til");
}

/* "række 1, 3 og 4 til"; where none of them is shown "4 rækker". */
static struct sv counted_rows(struct buffer *text, size_t named, size_t others)
{
    if (others && named)
        add_others(text, others);
    else if (others)
        buffer_add(text, counted_text(others, "række", "rækker", text->arena));
    return buffer_view(text);
}

/* The numbers of the rows that it comes from, in their order. */
static struct sv numbers_of_rows(const struct told_change *told, const struct shown_rows *shown,
                                 size_t row_count, struct arena *arena)
{
    enum { NUMBERS_NAMED = 4 };
    struct buffer text = buffer_in(arena);
    bool *moves = arena_array(arena, row_count, sizeof *moves);
    size_t named = 0;
    size_t others = 0;
    for (size_t i = 0; i < told->change->row_count; i++)
        if (told->change->rows[i].change != NO_ROW_CHANGE)
            moves[told->change->rows[i].change] = true;
    for (size_t row = 0; row < row_count; row++) {
        if (!moves[row])
            continue;
        if (!shown->numbers[row] || named == NUMBERS_NAMED)
            others++;
        else
            buffer_format(&text, "%s%u", named++ ? ", " : "række ", (unsigned)shown->numbers[row]);
    }
    return counted_rows(&text, named, others);
}

/* Lists and settings that changed may have moved it; that the program counts otherwise is certain. */
static struct sv other_why_text(const struct changes *changes, const struct told_change *told,
                                struct arena *arena)
{
    const struct sv causes = causes_text(changes, told->change->causes, arena);
    if (!causes.size || told->change->causes == CAUSE_PROGRAM)
        return causes;
    return sv_format(arena, "kan skyldes %.*s", SV_ARG(causes));
}

static struct sv why_text(const struct section_context *context, const struct told_change *told,
                          const struct shown_rows *shown)
{
    struct arena *arena = context->document->arena;
    const struct changes *changes = context->request->correction->changes;
    const struct sv rows = numbers_of_rows(told, shown, changes->row_count, arena);
    if (rows.size && told->change->method)
        return sv_format(arena, "%.*s; programmet", SV_ARG(rows));
    return rows.size ? rows : other_why_text(changes, told, arena);
}

/* Without rows to name there is no column that says why. */
static void add_moved_row(const struct section_context *context, struct table *table,
                          const struct told_change *told, const struct shown_rows *shown)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[MOVED_NAME] = cell_of_text(told->name);
    row->cells[MOVED_BEFORE] = told->before;
    row->cells[MOVED_AFTER] = told->after;
    row->cells[MOVED_CHANGE] = told->difference;
    if (told->difference.kind == CELL_VALUE)
        row->cells[MOVED_CHANGE].derivation =
            (struct derivation){.kind = DERIVED_DIFFERENCE, .a = MOVED_AFTER, .b = MOVED_BEFORE};
    row->cells[MOVED_SHARE] = told->share;
    if (table->column_count > MOVED_WHY)
        row->cells[MOVED_WHY] = cell_of_text(why_text(context, told, shown));
}

/* "; se rettelser-2024.xlsx." */
static struct sv see_elsewhere(const struct changes_form *form, struct arena *arena)
{
    return form->elsewhere.size ? sv_format(arena, "; se %.*s.", SV_ARG(form->elsewhere)) : sv_of(".");
}

static void note_what_is_left_out(const struct section_context *context, struct table *table, size_t more,
                                  const struct changes_form *form)
{
    struct arena *arena = context->document->arena;
    if (more)
        table->title_note = table_add_note(
            table, sv_format(arena, "Tabellen viser de vigtigste. %.*s har flyttet sig%.*s",
                             SV_ARG(counted_text(more, "nøgletal mere", "nøgletal mere", arena)),
                             SV_ARG(see_elsewhere(form, arena))));
}

/* The method changed: what was printed is not what the same data come to now. */
static void note_method(struct table *table, const struct told_change *told, size_t count)
{
    uint8_t note = 0;
    for (size_t i = 0; i < count; i++) {
        if (!told[i].change->method)
            continue;
        if (!note)
            note =
                table_add_note(table, sv_of("Beregningen er ændret: Programmet tæller nu de samme data til "
                                            "noget andet, end den forrige version viste."));
        table->rows[i].note = note;
    }
}

static void note_rounding(struct table *table, const struct told_change *told, size_t count)
{
    bool shows = false;
    for (size_t i = 0; i < count; i++)
        shows |= told_rounding_shows(&told[i]);
    if (shows)
        table->columns[MOVED_CHANGE].note =
            table_add_note(table, sv_of("Ændringerne er regnet på de tal, der endnu ikke er afrundet."));
}

static struct sv moved_title(const struct section_context *context)
{
    static const char title[] = "Mål og nøgletal, der har flyttet sig";
    const struct period *period = &context->figures->periods[context->figures->report];
    return period->kind == PERIOD_OF_TIME ? table_title(context, title) : sv_of(title);
}

static size_t withheld_figures(const struct section_context *context)
{
    const struct changes *changes = context->request->correction->changes;
    size_t count = 0;
    for (size_t i = 0; i < changes->figure_count; i++)
        count += change_is_withheld(context, &changes->figures[i]);
    return count;
}

static bool is_among(const struct sv *names, size_t count, struct sv name)
{
    for (size_t i = 0; i < count; i++)
        if (sv_equal(names[i], name))
            return true;
    return false;
}

/* "2019 og 2020": the periods that only one of the versions has counted; how many figures they are of. */
static struct sv periods_of_one_version(const struct section_context *context, size_t *figures)
{
    const struct changes *changes = context->request->correction->changes;
    struct arena *arena = context->document->arena;
    struct sv *names = NULL;
    size_t capacity = 0;
    size_t count = 0;
    for (size_t i = 0; i < changes->figure_count; i++) {
        struct told_change told = {.change = &changes->figures[i]};
        told_find_key(&told, changes);
        if (!told.figures || !change_is_of_one_version(context, told.change))
            continue;
        (*figures)++;
        const struct sv name = told_period(&told.figures->periods[told.key.period], arena);
        if (is_among(names, count, name))
            continue;
        names = arena_grow(arena, names, count, &capacity, sizeof *names);
        names[count++] = name;
    }
    return text_joined(arena, names, count);
}

static struct sv belongs_to_one_version(struct sv periods, bool all, const struct changes_form *form,
                                        struct arena *arena)
{
    return sv_format(
        arena, "De tal, der har flyttet sig, hører til %.*s, som kun den ene version har talt med%s%.*s",
        SV_ARG(periods), all ? "" : ", eller er ikke blandt dem, der vises her",
        SV_ARG(see_elsewhere(form, arena)));
}

/* Why the table has no rows. */
static struct sv nothing_shown(const struct section_context *context, const struct changes_form *form)
{
    const size_t withheld = form->persons_and_texts ? 0 : withheld_figures(context);
    struct arena *arena = context->document->arena;
    size_t of_one = 0;
    const struct sv periods = periods_of_one_version(context, &of_one);
    if (of_one)
        return belongs_to_one_version(periods, of_one == context->request->correction->changes->figure_count,
                                      form, arena);
    if (!withheld)
        return sv_of("De tal, der har flyttet sig, er ikke blandt dem, rapporten viser, eller har "
                     "flyttet sig for lidt til, at det kan ses.");
    const bool all = withheld == context->request->correction->changes->figure_count;
    return sv_format(arena,
                     "De tal, der har flyttet sig, er fordelinger, som få rækker om borgere har flyttet%s. "
                     "De vises ikke i rapporten%.*s",
                     all ? "" : ", eller har flyttet sig for lidt til, at det kan ses",
                     SV_ARG(see_elsewhere(form, arena)));
}

void add_moved_figures(const struct section_context *context, struct section *section,
                       const struct told_change *told, size_t count, const struct shown_rows *shown,
                       const struct changes_form *form)
{
    static const struct table_column columns[MOVED_COLUMNS] = {
        [MOVED_NAME] = {.heading = SV("Mål og nøgletal")},
        [MOVED_BEFORE] = {.heading = SV("Før"), .format = FORMAT_COUNT},
        [MOVED_AFTER] = {.heading = SV("Nu"), .format = FORMAT_COUNT},
        [MOVED_CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE},
        [MOVED_SHARE] = {.heading = SV("I procent"), .format = FORMAT_SHARE},
        [MOVED_WHY] = {.heading = SV("Skyldes")},
    };
    const struct changes *changes = context->request->correction->changes;
    if (!changes->figure_count)
        return;
    struct table *table = section_add_table(
        context->document, section, "flyttede", "Flyttede tal", moved_title(context), columns,
        correction_has_rows(context->request->correction) ? MOVED_COLUMNS : MOVED_WHY);
    const size_t shown_figures = count < form->figures ? count : form->figures;
    for (size_t i = 0; i < shown_figures; i++)
        add_moved_row(context, table, &told[i], shown);
    note_method(table, told, shown_figures);
    if (shown_figures)
        note_what_is_left_out(context, table, changes->figure_count - shown_figures, form);
    note_rounding(table, told, shown_figures);
    table->empty = nothing_shown(context, form);
}

/* ---- The rows behind ---- */

enum row_columns {
    ROW_NUMBER,
    ROW_FILE,
    ROW_LINE,
    ROW_WHAT,
    ROW_COLUMN,
    ROW_BEFORE,
    ROW_AFTER,
    ROW_MOVES,
    ROW_COLUMNS
};

/* Whether it stands at the same line; of another file only by chance. */
static bool is_at_its_line(const struct changes *changes, const struct row_change *row)
{
    return row_change_line_before(changes, row).value.num == row_change_line_after(changes, row).value.num &&
           sv_equal(row_change_file_before(changes, row).text, row_change_file(changes, row));
}

/* "199"; where the line has moved "199, nu 201". */
static struct sv line_text(const struct changes *changes, const struct row_change *row, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    const struct cell before = row_change_line_before(changes, row);
    const struct cell after = row_change_line_after(changes, row);
    cell_text(&text, before.kind == CELL_EMPTY ? &after : &before);
    if (before.kind == CELL_EMPTY || after.kind == CELL_EMPTY || is_at_its_line(changes, row))
        return buffer_view(&text);
    buffer_add_text(&text, ", nu ");
    cell_text(&text, &after);
    return buffer_view(&text);
}

/* "job.csv"; where the row has moved "job.csv, nu job-2.csv". */
static struct sv file_text(const struct changes *changes, const struct row_change *row, struct arena *arena)
{
    const struct sv before = row_change_file_before(changes, row).text;
    const struct sv after = row_change_file(changes, row);
    return !before.size || sv_equal(before, after)
               ? after
               : sv_format(arena, "%.*s, nu %.*s", SV_ARG(before), SV_ARG(after));
}

static struct cell *add_line(const struct section_context *context, struct table *table,
                             const struct row_change *row, uint32_t number)
{
    const struct changes *changes = context->request->correction->changes;
    struct cell *cells = table_add_row(context->document, table, ROW_BODY)->cells;
    cells[ROW_NUMBER] = cell_of_value(ratio_whole(number), FORMAT_NUMBERING);
    cells[ROW_FILE] = cell_of_text(file_text(changes, row, context->document->arena));
    cells[ROW_LINE] = cell_of_text(line_text(changes, row, context->document->arena));
    cells[ROW_WHAT] = cell_of_text(sv_of(row_change_word(row->kind)));
    return cells;
}

/* In the place of what is not shown; the note names the file. */
static struct cell veiled_cell(const struct changes_form *form)
{
    return cell_of_text(sv_of(form->elsewhere.size ? "se rettelser" : "vises ikke her"));
}

static void fill_whole_row(const struct section_context *context, struct cell *cells,
                           const struct row_change *row, const struct changes_form *form)
{
    if (row_is_left_out_once(row)) {
        cells[ROW_COLUMN] = cell_of_text(left_out_column(context->request->correction->changes, row));
        cells[ROW_BEFORE] = left_out_cell(context, row, false, form->persons_and_texts);
        cells[ROW_AFTER] = left_out_cell(context, row, true, form->persons_and_texts);
        return;
    }
    cells[ROW_COLUMN] = cell_of_text(sv_of("hele rækken"));
    if (!form->persons_and_texts && whole_row_is_veiled(row)) {
        cells[row->kind == ROW_ADDED ? ROW_AFTER : ROW_BEFORE] = veiled_cell(form);
        return;
    }
    cells[ROW_BEFORE] = whole_row(context, row, false, form->persons_and_texts);
    cells[ROW_AFTER] = whole_row(context, row, true, form->persons_and_texts);
}

static void fill_changed_cell(const struct section_context *context, struct cell *cells,
                              const struct row_change *row, const struct cell_change *cell,
                              const struct changes_form *form)
{
    cells[ROW_COLUMN] = cell_of_text(sv_of(table_schema(row->table)->columns[cell->column].name));
    if (!form->persons_and_texts && changed_cell_is_veiled(row, cell)) {
        cells[ROW_BEFORE] = cells[ROW_AFTER] = veiled_cell(form);
        return;
    }
    cells[ROW_BEFORE] = changed_cell(context, row, cell, false);
    cells[ROW_AFTER] = changed_cell(context, row, cell, true);
}

static void add_row_lines(const struct section_context *context, struct table *table,
                          const struct row_change *row, uint32_t number, const struct changes_form *form)
{
    if (row->kind != ROW_CHANGED)
        fill_whole_row(context, add_line(context, table, row, number), row, form);
    for (size_t i = 0; row->kind == ROW_CHANGED && i < row->cell_count; i++)
        fill_changed_cell(context, add_line(context, table, row, number), row, &row->cells[i], form);
}

/* "34 tal" on every line of a row. */
static void fill_moves(const struct section_context *context, struct table *table, size_t first,
                       uint32_t figures)
{
    const struct sv moves =
        figures ? counted_text(figures, "tal", "tal", context->document->arena) : sv_of("intet");
    for (size_t line = first; line < table->row_count; line++)
        table->rows[line].cells[ROW_MOVES] = cell_of_text(moves);
}

static bool any_is_veiled(const struct changes *changes, const struct shown_rows *shown)
{
    for (size_t i = 0; i < changes->row_count; i++)
        if (shown->numbers[i] && row_is_veiled(&changes->rows[i]))
            return true;
    return false;
}

static bool any_is_left_out_once(const struct changes *changes, const struct shown_rows *shown)
{
    for (size_t i = 0; i < changes->row_count; i++)
        if (shown->numbers[i] && row_is_left_out_once(&changes->rows[i]))
            return true;
    return false;
}

static void note_rows(const struct section_context *context, struct table *table,
                      const struct shown_rows *shown, const struct changes_form *form)
{
    const struct changes *changes = context->request->correction->changes;
    struct arena *arena = context->document->arena;
    const struct sv see = see_elsewhere(form, arena);
    const size_t more = changes->row_count - shown->count;
    if (more)
        table->title_note = table_add_note(
            table, sv_format(arena, "Og %.*s til%.*s", SV_ARG(counted_text(more, "række", "rækker", arena)),
                             SV_ARG(see)));
    if (any_is_left_out_once(changes, shown))
        table->columns[ROW_WHAT].note = table_add_note(
            table, sv_of("»Var udeladt«: Rækken havde en fejl i den forrige version og talte ikke "
                         "med; det gør den nu. »Nu udeladt«: Rækken talte med, men har nu en fejl."));
    if (!form->persons_and_texts && any_is_veiled(changes, shown))
        table->columns[ROW_BEFORE].note = table_add_note(
            table,
            sv_format(arena, "Oplysninger om den enkelte borger og fritekst vises ikke i rapporten%.*s",
                      SV_ARG(see)));
}

void add_changed_rows(const struct section_context *context, struct section *section,
                      const struct shown_rows *shown, const struct changes_form *form)
{
    static const struct table_column columns[ROW_COLUMNS] = {
        [ROW_NUMBER] = {.heading = SV("Nr."), .format = FORMAT_NUMBERING},
        [ROW_FILE] = {.heading = SV("Fil")},
        [ROW_LINE] = {.heading = SV("Linje")},
        [ROW_WHAT] = {.heading = SV("Hvad")},
        [ROW_COLUMN] = {.heading = SV("Kolonne")},
        [ROW_BEFORE] = {.heading = SV("Før")},
        [ROW_AFTER] = {.heading = SV("Nu")},
        [ROW_MOVES] = {.heading = SV("Flytter")},
    };
    const struct changes *changes = context->request->correction->changes;
    const uint32_t *moves = figures_moved_by_rows(changes, context->document->arena);
    if (!shown->count)
        return;
    struct table *table = section_add_table(context->document, section, "rettederaekker", "Rettede rækker",
                                            sv_of("Rækker i data, der er ændret"), columns, ROW_COLUMNS);
    for (size_t i = 0; i < changes->row_count; i++)
        if (shown->numbers[i]) {
            const size_t first = table->row_count;
            add_row_lines(context, table, &changes->rows[i], shown->numbers[i], form);
            fill_moves(context, table, first, moves[i]);
        }
    note_rows(context, table, shown, form);
}

/* ---- Sentences that changed ---- */

static struct cell said_cell(struct sv text)
{
    return text.size ? cell_of_text(text) : cell_of_text(sv_of("(stod der ikke)"));
}

void add_changed_sentences(const struct section_context *context, struct section *section)
{
    enum { SAID_BEFORE, SAID_NOW, SAID_COLUMNS };
    static const struct table_column columns[SAID_COLUMNS] = {
        [SAID_BEFORE] = {.heading = SV("Før")},
        [SAID_NOW] = {.heading = SV("Nu")},
    };
    struct changed_sentence changed[CHANGED_SENTENCES];
    const size_t count = changed_sentences(context, changed);
    if (!count)
        return;
    struct table *table =
        section_add_table(context->document, section, "rettedesaetninger", "Rettede sætninger",
                          sv_of("Sætninger på rapportens første side, der er ændret"), columns, SAID_COLUMNS);
    for (size_t i = 0; i < count; i++) {
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        row->cells[SAID_BEFORE] = said_cell(changed[i].before);
        row->cells[SAID_NOW] = said_cell(changed[i].after);
    }
}
